"""Works cited by the bare name of their author in brackets, and by their title."""

from __future__ import annotations

import pytest

from evidence import pipeline
from evidence.matching import bare_names
from evidence.reading import documents
from tests.evidence.judging import TODAY

LIST = """

## Sources

Petersen, Kate. This one habit could change your brain. Inverse, 9 December 2020, https://www.inverse.com/mind/exercise.

Moor, Ada. Magnesium and migraine in adults: a prospective cohort study. Food Journal, vol. 12, 2012, pp. 1-9.

Lee, Bo. Ginger and nausea. Food Journal, vol. 2, 2011, pp. 3-4.

Lee, Cy. Zinc and colds. Food Journal, vol. 3, 2011, pp. 5-6.
"""


def _tied(text: str) -> set[str]:
    assessment = pipeline.assess(documents.read(text + LIST, "markdown"), today=TODAY)
    titles = {source.key: source.title.split()[0] for source in assessment.sources}
    return {titles[link.key] for row in assessment.sentences for link in row.links}


@pytest.mark.parametrize(
    "text",
    [
        "Running spares the brain from ageing (Petersen).",
        "Running spares the brain from ageing (Petersen 45).",
        "Running spares the brain from ageing (Petersen, p. 45).",
        "Running spares the brain from ageing (Petersen 45-47).",
        "Running spares the brain from ageing (see Petersen).",
        "Running spares the brain from ageing (Petersen and Moor 12).",
        "Running spares the brain from ageing (Petersen et al.).",
        "Running (Petersen) spares the brain from ageing.",
        "Running spares the brain from ageing [Petersen].",
        "Running spares the brain from ageing (Petersen ’20).",
        "Running spares the brain from ageing (Petersen; 2020).",
        "Running spares the brain from ageing (Petersen/2020).",
        "Running spares the brain from ageing (Petersen - 2020).",
        "Running spares the brain from ageing (Petersen, Inverse, 2020).",
        "Running spares the brain from ageing (a study by Petersen).",
        "Running spares the brain from ageing.\n\n(Petersen, 2020)",
        "As shown by Petersen in 2020, running spares the brain from ageing.",
    ],
)
def test_a_name_in_brackets_leads_to_the_one_work_by_it(text: str) -> None:
    assert _tied(text) == {"This"}


@pytest.mark.parametrize(
    "text",
    [
        "Ginger reduces nausea in adults (Lee).",
        "Running spares the brain from ageing (Haugen).",
        "Running spares the brain from ageing (petersen).",
        "Running spares the brain, says Petersen, a runner.",
        "Running spares the brain from ageing (Petersen was a runner).",
        "Running spares the brain from ageing (Petersen; 2015).",
        "Running spares the brain from ageing (Petersen ’15).",
        "Running spares the brain from ageing (by Petersen, who runs).",
        "Running spares the brain from ageing ([Petersen](https://shop.example/)).",
        "Ginger reduces nausea in adults [Lee ’11].",
    ],
)
def test_a_shared_or_unknown_name_leads_nowhere(text: str) -> None:
    assert _tied(text) == set()


def test_a_whole_title_leads_to_its_work() -> None:
    text = (
        "The journal printed Magnesium and migraine in adults: a prospective cohort study, and it found fewer attacks."
    )
    assert _tied(text) == {"Magnesium"}


@pytest.mark.parametrize("text", ["Magnesium and migraine go together.", "Ginger and nausea were studied in adults."])
def test_a_part_of_a_title_or_a_short_one_does_not(text: str) -> None:
    assert _tied(text) == set()


def test_titles_are_found_the_same_in_a_text_of_any_length(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Moor's “Magnesium and migraine in adults: a prospective cohort study” found less migraine in adults."
    few = _tied(text)
    monkeypatch.setattr(bare_names, "_ONE_BY_ONE", 0)
    assert _tied(text) == few == {"Magnesium"}
