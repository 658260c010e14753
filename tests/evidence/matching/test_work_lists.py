"""Which passages stand on a list of works right below them, and that titles claim nothing (standards.md A3.2)."""

from __future__ import annotations

from datetime import date
from time import process_time

import pytest

from evidence import assess
from evidence.reading.documents import read
from evidence.values import How

NAPS = "[Daytime naps and recall of words in older adults](https://doi.org/10.1000/naps1)"
TEA = "[Effects of evening tea on sleep latency](https://pubmed.ncbi.nlm.nih.gov/31234567/)"
DARK = "[Dark bedrooms and mood in nurses: a cohort study](https://doi.org/10.1000/dark1)"
ABOVE = "A short nap lowers blood pressure in older adults."


def rows(text: str) -> dict[str, tuple[bool, str]]:
    """By the words of each sentence: whether it claims something, and how it is tied."""
    assessed = assess(read(f"# Naps\n\n## Memory\n\n{text}\n", "markdown"), today=date(2026, 11, 1))
    return {
        row.sentence.text: (row.claim.claim, row.links[0].how.value if row.links else "") for row in assessed.sentences
    }


@pytest.mark.parametrize(
    "below",
    [
        f"## Tea\n\n* {NAPS}\n* {TEA}",
        f"## Further reading\n\n* {NAPS}\n* {TEA}",
        "* [Our guide to better naps at home](https://naps.example.org/guide)\n* [How to sleep in the office](https://naps.example.org/desk)",
        "* [Nap well with our new pillow today](https://naps.example.org/pillow)",
        f"* {NAPS} shows that naps lower blood pressure.\n* Tea harms sleep.",
        f"{NAPS}\n\nWe gave naps to 40 adults. Recall was better after a nap.",
        "* [Naps lower your blood pressure at once](https://doi.org/10.1000/naps1)",
        f"Tea is an old drink.\n\n* {NAPS}\n* {TEA}",
    ],
)
def test_a_passage_is_not_covered_by(below: str) -> None:
    assert rows(f"{ABOVE}\n\n{below}")[ABOVE] == (True, "")


def test_a_passage_that_sends_the_reader_on_is_not_covered_by_the_list_below() -> None:
    text = f"{ABOVE} Here is some further reading on it:\n\n* {NAPS}\n* {TEA}"
    assert rows(text)[ABOVE] == (True, "")


@pytest.mark.parametrize(
    "below",
    [
        f"* {NAPS}",
        f"* {NAPS}\n* {TEA}\n* {DARK}",
        f"- {NAPS} (2019)\n- {TEA}, Miller et al., 2021",
        f"1. {NAPS}\n2. {TEA}",
        f"* Miller, Okoro and Lee: {NAPS}\n* March 2021: {TEA}",
        f"{NAPS}\n\n## Tea\n\nTea is an old drink.",
        f"{NAPS}",
        f"* {NAPS}\n* [Napping in the office and at home](https://naps.example.org/report.pdf)",
        f"* “{NAPS}”\n\n\n* *{TEA}*",
        f"+ {NAPS} (PDF)\n+ {TEA}",
    ],
)
def test_a_passage_is_covered_by_works_that_stand_right_below_it(below: str) -> None:
    assert rows(f"{ABOVE}\n\n{below}")[ABOVE] == (True, How.COVERED.value)


def test_many_works_cover_three_sentences_and_one_covers_what_goes_on_about_the_same_thing() -> None:
    sentences = [
        "Salt raises blood pressure in adults.",
        "Coffee lowers the risk of gout.",
        "Walking protects the heart.",
        ABOVE,
    ]
    many = rows(f"{' '.join(sentences)}\n\n* {NAPS}\n* {TEA}\n* {DARK}")
    assert [bool(many[words][1]) for words in sentences] == [False, True, True, True]
    one = rows(f"{' '.join(sentences)}\n\n* {NAPS}")
    assert [bool(one[words][1]) for words in sentences] == [False, False, False, True]
    taken_up = rows(f"{sentences[0]} {ABOVE} It also improves mood in nurses.\n\n* {NAPS}")
    assert [bool(tie) for claim, tie in taken_up.values() if claim] == [False, True, True]


@pytest.mark.parametrize(
    "title",
    [
        "[Evening tea reduces sleep latency in adults](https://doi.org/10.1000/tea1)",
        "[Salt increases blood pressure in rats. A second look at old trials](https://doi.org/10.1000/salt1)",
        "Okoro et al, 2019: [Tea reduces sleep latency in adults](https://doi.org/10.1000/tea1)",
    ],
)
def test_titles_of_a_list_claim_nothing_and_cite_nothing(title: str) -> None:
    found = rows(f"{ABOVE}\n\n* {title}\n* {NAPS}")
    assert {row for words, row in found.items() if words != ABOVE} == {(False, "")}


@pytest.mark.parametrize(
    "line",
    [
        "[Evening tea reduces sleep latency in most adults](https://doi.org/10.1000/tea1).",
        "[Evening tea reduces your sleep latency at once](https://doi.org/10.1000/tea1)",
        "Evening tea [reduces sleep latency in most adults](https://doi.org/10.1000/tea1)",
    ],
)
def test_a_linked_sentence_of_the_author_is_still_a_claim_with_its_source(line: str) -> None:
    found = rows(
        f"{ABOVE}\n\n* {line}\n* [Coffee reduces your sleep by an hour a night](https://doi.org/10.1000/cof1)."
    )
    assert found[line] == (True, How.LINK.value)


def test_names_with_many_hyphens_in_front_of_a_title_cost_no_more_than_others() -> None:
    lines = "\n".join(f"* {'A-' * 40}é {NAPS}" for _ in range(40))
    begun = process_time()
    assert rows(f"{ABOVE}\n\n{lines}")[ABOVE] == (True, "")
    assert process_time() - begun < 5


def test_hyphens_in_names_and_kinds_of_works_are_read() -> None:
    below = f"* Anne-Marie Okoro-Lee et al, 2019: {NAPS} (Meta-analysis)\n* {TEA}"
    assert rows(f"{ABOVE}\n\n{below}")[ABOVE] == (True, How.COVERED.value)
