"""Notes on a book whose page numbers stand behind what it says (standards.md A3.2)."""

from __future__ import annotations

import pytest

from tests.evidence.judging import judge

NOTES = "---\ntitle: 'Book notes: Calm Nights'\n---\n\n"
BODY = "Deep sleep helps memory in adults. (p. 43)"


def _hows(text: str) -> list[str]:
    rows = [row for row in judge(text, None).sentences if row.claim.claim]  # type: ignore[arg-type]
    return ["".join(f"{link.how.value} {link.key}" for link in row.links) for row in rows]


@pytest.mark.parametrize(
    "title",
    [
        "Calm nights",
        "Notes on sleep",
        "My summary of the week: sleep",
        "Highlights from the conference",
        "Booking a sleep study",
        "Review of sleep trackers",
        "Lessons from a bad night",
    ],
)
def test_a_page_number_on_a_page_that_names_no_book_leads_nowhere(title: str) -> None:
    assert _hows(f"---\ntitle: '{title}'\n---\n\n{BODY}") == [""]


@pytest.mark.parametrize(
    "title",
    [
        "Book notes: Calm Nights",
        "Book Notes #8: Calm Nights: What Sleep Does",
        "Book review - Calm Nights",
        "Book summary | Calm Nights",
        "Notes on the book Calm Nights",
        "Highlights from Calm Nights by Ada Moe",
        "Calm Nights by Ada Moe: my notes",
        "Calm Nights by Ada B. Moe (book summary)",
        "Notes on “Calm Nights” by Ada Moe",
        "Review of the book Calm Nights",
    ],
)
def test_a_page_number_means_the_book_that_the_title_names(title: str) -> None:
    found = _hows(f"---\ntitle: '{title}'\n---\n\n{BODY}")
    assert found[0].startswith("marker title:calm-nights")


@pytest.mark.parametrize("field", ["book: Calm Nights", "book_title: Calm Nights", "tags: [books]"])
def test_the_book_may_be_named_by_the_front_matter(field: str) -> None:
    assert _hows(f"---\ntitle: 'Notes on Calm Nights'\n{field}\n---\n\n{BODY}") == ["marker title:calm-nights"]


@pytest.mark.parametrize(
    "mark",
    [
        "(p. 43)",
        "(pp. 43-45)",
        "(pg.43)",
        "`(pg. 43)`",
        "(page 43)",
        "[p. 43]",
        "(Chapter 3)",
        "(loc 431)",
        "(Kindle location 12-14)",
    ],
)
def test_pages_chapters_and_places_are_marks(mark: str) -> None:
    assert _hows(f"{NOTES}- Deep sleep helps memory in adults {mark}") == ["marker title:calm-nights"]
    assert _hows(f"{NOTES}- Deep sleep helps memory in adults. {mark}") == ["marker title:calm-nights"]


@pytest.mark.parametrize("mark", ["(p.05)", "(p < 0.05)", "(43)", "(par 43)", "(see p. 43)", "(phase 3)"])
def test_what_is_no_page_number_is_none(mark: str) -> None:
    assert _hows(f"{NOTES}- Deep sleep helps memory in adults {mark}.") == [""]


@pytest.mark.parametrize(
    "text",
    [
        f"{NOTES}Garlic cures cancer.\n\n{BODY}",
        f"{NOTES}{BODY}\n\nGarlic cures cancer.",
        f"{NOTES}Garlic cures cancer. {BODY}",
        f"{NOTES}Don't worry, garlic cures cancer. {BODY}",
        f"{NOTES}- {BODY}\n- Take 900 mg of garlic to prevent cancer.",
    ],
)
def test_what_bears_no_page_number_is_the_writers_own(text: str) -> None:
    assert sorted(_hows(text)) == ["", "marker title:calm-nights"]


@pytest.mark.parametrize("promise", ["Garlic cures cancer.", "Garlic prevents cancer in adults [1]."])
def test_a_promise_right_behind_a_page_number_does_not_stand_on_the_page(promise: str) -> None:
    assert not any(_hows(f"{NOTES}{BODY} {promise}"))


def test_a_passage_of_one_item_stands_on_the_page_behind_it_and_three_sentences_at_most() -> None:
    item = "- Melatonin times sleep in adults. It does not cause sleep. (p. 22)"
    assert _hows(NOTES + item) == ["covered title:calm-nights", "marker title:calm-nights"]
    many = " ".join(f"Sleep number {one} prevents colds in adults." for one in range(1, 7))
    assert [bool(how) for how in _hows(f"{NOTES}- {many} (p. 22)")] == [False] * 2 + [True] * 4


def test_a_page_with_a_list_or_a_second_book_cites_by_these() -> None:
    listed = "\n\n## References\n\n1. Lee A, Okoro B. Ginger tea for nausea. J Herbs. 2020;12(1):1-9.\n"
    assert not any("title:" in how for how in _hows(NOTES + BODY + listed))
    second = "In her book *Loud Days and Long Nights*, Ada Moe says that noise harms sleep.\n\n"
    assert not any("marker" in how for how in _hows(NOTES + second + BODY))


def test_a_promise_with_a_page_number_is_graded_as_a_book() -> None:
    rows = judge(f"{NOTES}You should take garlic daily to prevent cancer. (p. 43)", None)  # type: ignore[arg-type]
    assert "weak-evidence" in {flag.code for flag in rows.flags}
