"""The name of a reference list may stand on one line with its works."""

from __future__ import annotations

import pytest

from evidence.reading.documents import read

WORKS = (
    "Bell A. Sleep and mood in nurses. Sleep Notes. 2018;4(2):101-9.",
    "Coe B. Light at night and sleep. Sleep Notes. 2019;5(1):11-9.",
)
TEXT = "# Sleep\n\nPoor sleep lowers mood [1]. Light at night harms sleep [2].\n\n"


@pytest.mark.parametrize(
    "below",
    [
        "<p><b>Sources of iron</b><br>1. Red meat.<br>2. Beans.</p>",
        "<details><summary>Food sources</summary><ol><li>Beans</li><li>Kale</li></ol></details>",
        "<b>References</b> are what we lack, and poor sleep lowers mood.",
    ],
)
def test_it_takes_no_list_from(below: str) -> None:
    assert read(TEXT + below, "markdown").references == ()


@pytest.mark.parametrize(
    "below",
    [
        f"<details><summary>Sources</summary><ol><li>{WORKS[0]}</li><li>{WORKS[1]}</li></ol></details>",
        f"<p><strong>References</strong><br>1. {WORKS[0]}<br>2. {WORKS[1]}</p>",
        f"<b>References:</b><br/>[1] {WORKS[0]}<br/>[2] {WORKS[1]}",
        f"<h3>References</h3><ol><li>{WORKS[0]}</li><li>{WORKS[1]}</li></ol>",
    ],
)
def test_the_works_behind_a_name_are_read(below: str) -> None:
    document = read(TEXT + below + "\n\nPoor sleep raises weight.\n", "markdown")
    assert [reference.number for reference in document.references] == [1, 2]
    assert len(document.sentences) == 3


def test_tags_alone_and_remarks_below_a_work_are_no_works() -> None:
    listed = "\n".join(f"{number}. {work}\n   - A small study in adults." for number, work in enumerate(WORKS, 1))
    assert len(read(f"{TEXT}## References\n\n<small>\n\n{listed}\n\n</small>\n", "markdown").references) == 2


@pytest.mark.parametrize(
    "name",
    [
        "References (APA)", "Sources for this article", "Sources / References", "Refs", "Fact-check sources",
        "Primary sources", "Appendix A – Sources", "References 👇", "Referenced studies", "Citations & notes",
        "Quellen",
    ],
)  # fmt: skip
def test_a_list_goes_by_many_names(name: str) -> None:
    listed = "- [A page on sleep](https://a.example/1)\n- [A page on light](https://a.example/2)\n"
    assert len(read(f"{TEXT}## {name}\n\n{listed}", "markdown").references) == 2


@pytest.mark.parametrize(
    "name",
    ["Food sources", "Sources of iron", "Main sources", "Our preferences", "Notes to this recipe", "Refs needed"],
)
def test_some_names_name_other_things(name: str) -> None:
    listed = "- [A page on sleep](https://a.example/1)\n- [A page on light](https://a.example/2)\n"
    assert read(f"# Sleep\n\nPoor sleep lowers mood.\n\n## {name}\n\n{listed}", "markdown").references == ()
