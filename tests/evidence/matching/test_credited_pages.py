"""Pages that name one source for all that stands on them: which do, and what it never covers (standards.md A3.2)."""

from __future__ import annotations

import pytest

from evidence.matching import credited_pages
from tests.evidence.judging import judge

BODY = "Rubella in pregnancy harms the child.\n\nZinc shortens colds in adults. Honey eases coughs in children."
MICE = "[in mice](https://doi.org/10.1000/mice)"
SHEET = "[the health council](https://www.example.org/rubella-facts)"
WORK = "Lee A, Okoro B. Ginger tea for nausea: a trial. J Herbs. 2020;12(1):1-9. doi:10.1000/lee2020"


def _hows(text: str) -> list[str]:
    rows = [row for row in judge(text, None).sentences if row.claim.claim]  # type: ignore[arg-type]
    return ["".join({link.how.value for link in row.links}) for row in rows]


@pytest.mark.parametrize(
    "said",
    [
        f"This page is based on {SHEET}.",
        f"The advice on tea was taken from {SHEET}.",
        f"This information may help you, as {SHEET} shows.",
        f"For more information, see {SHEET}.",
        "This information was sourced from a leaflet.",
        "This information was sourced from [our shop](/shop/garlic).",
        f"This picture was taken from {SHEET}.",
        f"This article was written with {SHEET} in mind.",
    ],
)
def test_a_page_is_not_covered_by(said: str) -> None:
    assert not any(_hows(f"{BODY}\n\n{said}")[:3])


@pytest.mark.parametrize(
    "text",
    [
        f"## Colds\n\n{BODY}\n\nThis information was sourced from {SHEET}.",
        f"{BODY} Tea cures cancer {MICE}.\n\nThis information was sourced from {SHEET}.",
        f"{BODY} " + "Measles harms children. " * 31 + f"\n\nThis information was sourced from {SHEET}.",
    ],
)
def test_a_page_with_sections_or_another_source_or_of_great_length_has_to_cite(text: str) -> None:
    assert not _hows(text)[0]


@pytest.mark.parametrize(
    "said",
    [
        f"This information was sourced from {SHEET}.",
        f"The above information is taken from {SHEET}.",
        f"_This article was adapted from {SHEET}._",
        f"All of the information on this page was obtained from {SHEET}.",
        f"This content is reproduced with permission from {SHEET}.",
        f"The text is excerpted from {SHEET}.",
        f"This fact sheet was condensed from {SHEET}.",
        f"The material above was summarised from {SHEET}.",
    ],
)
def test_a_short_page_without_sections_is_covered_by(said: str) -> None:
    assert _hows(f"{BODY}\n\n{said}") == ["covered"] * 3


@pytest.mark.parametrize(
    "own",
    [
        "Our garlic cures cancer in adults.",
        "We cure cancer with garlic.",
        "Buy garlic, which prevents cancer in adults.",
        "I cured cancer with garlic in adults.",
        "Contact us: garlic prevents cancer in adults.",
    ],
)
def test_what_authors_say_of_themselves_or_their_goods_there_stands_on_nothing(own: str) -> None:
    assert not all(_hows(f"{BODY} {own}\n\nThis information was sourced from {SHEET}."))
    assert not all(_hows(f"**Source:**\n{WORK}\n\n{BODY} {own}"))


def test_what_follows_the_sentence_is_not_covered() -> None:
    text = f"{BODY}\n\nThis information was sourced from {SHEET}.\n\nDon't worry, garlic cures cancer."
    assert _hows(text) == ["covered"] * 3 + [""]


@pytest.mark.parametrize("head", ["**Source:**", "## Source", "**Reference**", "**Source**", "### Reference:"])
def test_a_page_stands_on_the_one_work_under_the_name_of_a_source_at_its_head(head: str) -> None:
    assert _hows(f"{head}\n{WORK}\n\n**Summary:**\n{BODY}") == ["inherited"] * 3


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n\n**Source:**\n{WORK}",
        f"**Sources:**\n{WORK}\n\n{BODY}",
        f"**Further reading:**\n{WORK}\n\n{BODY}",
        f"**Source:**\n{WORK}\n\n## Next\n\n{BODY}",
        f"**Source:**\n{WORK}\n\n{BODY} Tea cures cancer {MICE}.",
    ],
)
def test_a_work_that_is_not_named_as_the_source_at_the_head_covers_no_page(text: str) -> None:
    assert "inherited" not in _hows(text)


def test_a_sentence_that_says_where_all_is_from_cites_nothing_itself() -> None:
    rows = judge(f"{BODY}\n\nThis information was sourced from {SHEET}.", None).sentences  # type: ignore[arg-type]
    assert not rows[-1].links


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("This content is reproduced with permission from [the council](https://www.example.org/x).", True),
        ("This information was taken from [a page](https://www.example.org/x), and garlic cures cancer.", False),
        ("This information was taken from [a page](https://www.example.org/x): take 500 mg of zinc a day.", False),
    ],
)
def test_a_line_on_where_it_is_all_from_claims_nothing_but_what_it_adds(text: str, only: bool) -> None:
    assert credited_pages.only_says_where_from(text) is only
