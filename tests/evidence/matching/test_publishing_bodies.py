"""Works that brackets call by the body that puts them out, or by an author whose work bears no year."""

from __future__ import annotations

import pytest

from evidence import pipeline
from evidence.reading import documents
from tests.evidence.judging import TODAY

LIST = """

## References

What is gout? Gout Canada. [accessed 2021 Jan 7]. https://www.goutcanada.example/what

Beer and joints: what is known. Society for Gout Care. 2019. https://www.sgc.example/beer

Moor A. Cherries and gout. Retrieved January 7, 2021, from https://www.cherryfield.example/gout

Tea and joints. Tea Council of Malta. https://www.teacouncil.example/joints

Milk and joints. Tea Council of Malta. https://www.teacouncil.example/milk

Bell A, Coe B. Beer and uric acid in adults. Food Journal. 2012;4(2):11-19.
"""


def _tied(mark: str) -> set[str]:
    text = f"Gout attacks are twice as common in men who drink beer every day {mark}.{LIST}"
    assessment = pipeline.assess(documents.read(text, "markdown"), today=TODAY)
    entries = {source.key: source.raw.split(".")[0] for source in assessment.sources}
    return {entries[link.key] for row in assessment.sentences for link in row.links}


@pytest.mark.parametrize(
    "mark",
    [
        "(Tea Council of Malta 2021)",  # two works fit
        "(Tea Council of Malta)",
        "(teacouncil.example, 2021)",
        "(Society for Gout Care, 2021)",  # of another year
        "(sgc.example, 2021)",
        "(Wine Canada Council, 2021)",
        "(Bell, 2021)",
        "(Adults 2012)",
        "(Accessed 2021)",
        "(January 2021)",
    ],
)
def test_what_no_single_work_is_from_leads_nowhere(mark: str) -> None:
    assert not _tied(mark)


@pytest.mark.parametrize(
    "mark",
    [
        "(Gout Canada 2021)",
        "(Gout Canada, 2021)",
        "(Gout Canada, n.d.)",
        "[Gout Canada, 2021]",
        "(see Gout Canada 2021, para. 3)",
        "(Gout Canada Staff, 2021)",
        "(goutcanada.example, 2021)",
        "(www.goutcanada.example)",
    ],
)
def test_a_body_leads_to_its_one_work_without_a_year(mark: str) -> None:
    assert _tied(mark) == {"What is gout? Gout Canada"}


@pytest.mark.parametrize(
    ("mark", "work"),
    [
        ("(Society for Gout Care, 2019)", "Beer and joints: what is known"),
        ("(SGC, 2019)", "Beer and joints: what is known"),
        ("(the Society for Gout Care 2019)", "Beer and joints: what is known"),
        ("(Moor, 2021)", "Moor A"),
        ("(Moor n.d.)", "Moor A"),
    ],
)
def test_bodies_and_authors_lead_to_their_work(mark: str, work: str) -> None:
    assert _tied(mark) == {work}


def test_a_body_and_its_year_at_the_head_of_a_sentence_lead_there_too() -> None:
    text = f"Gout Canada (2021) reports that gout attacks are twice as common in men who drink beer.{LIST}"
    assessment = pipeline.assess(documents.read(text, "markdown"), today=TODAY)
    assert any(row.links for row in assessment.sentences)
