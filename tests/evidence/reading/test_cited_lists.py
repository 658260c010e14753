"""A numbered list to which the marks of a text lead is its list of works, whatever its heading."""

from __future__ import annotations

import pytest

from evidence.reading.documents import read

CLAIMS = ("Zinc shortens colds", "Garlic lowers blood pressure", "Short nights raise weight", "Walks ease knee pain")
LINKS = "\n".join(
    f"{number}. [A page on {what}](https://a.example/{number})"
    for number, what in enumerate(("zinc", "garlic", "sleep", "walks"), 1)
)


def _page(mark: str, works: str = LINKS, heading: str = "## Where this comes from") -> str:
    told = "\n\n".join(f"{claim}{mark.format(number)}." for number, claim in enumerate(CLAIMS, 1))
    return f"# Habits\n\n{told}\n\n{heading}\n\n{works}\n"


def _numbers(text: str) -> list[int]:
    return [reference.number for reference in read(text, "markdown").references]


@pytest.mark.parametrize(
    "text",
    [
        _page(""),
        _page("", heading="## Steps", works="1. Take zinc.\n2. Eat garlic.\n3. Go to bed.\n4. Walk."),
        _page(" [{}]", heading="## Steps", works="1. Take zinc.\n2. Eat garlic.\n3. Go to bed.\n4. Walk."),
        _page(" [{}0]"),
        _page(" [{}]", works="\n".join(LINKS.splitlines()[:2])),
        _page(" [{}]", works="\n".join(reversed(LINKS.splitlines()))),
        _page(" [{}]", works=LINKS.replace("[A page", "Buy now for $9.99: [A page")),
        "# Habits\n\n" + LINKS + "\n\n" + "\n\n".join(f"{claim} [{n}]." for n, claim in enumerate(CLAIMS, 1)),
        _page(" (day {})"),
    ],
)
def test_it_takes_no_list_from(text: str) -> None:
    assert _numbers(text) == []


@pytest.mark.parametrize("mark", [" [{}]", "<sup>{}</sup>", " ({})", "<sup>[{}]</sup>", " [src {}]"])
@pytest.mark.parametrize(
    "heading", ["## Where this comes from", "### Nerdy stuff", "**Dig deeper**", "---", "Learn more:"]
)
def test_marks_that_count_up_lead_to_the_list_below(mark: str, heading: str) -> None:
    document = read(_page(mark, heading=heading), "markdown")
    assert [reference.number for reference in document.references] == [1, 2, 3, 4]
    assert [marker.keys for marker in document.markers] == [("1",), ("2",), ("3",), ("4",)]
    assert {sentence.text.rstrip(".") for sentence in document.sentences[len(CLAIMS) :]} <= {"Learn more:"}


def test_raised_figures_lead_to_the_list_too() -> None:
    told = "\n\n".join(f"{claim}.{sign}" for claim, sign in zip(CLAIMS, "¹²³⁴", strict=True))
    assert _numbers(f"# Habits\n\n{told}\n\n## Receipts\n\n{LINKS}\n") == [1, 2, 3, 4]


def test_what_follows_the_list_is_prose_again() -> None:
    text = _page(" [{}]") + "\n## Afterword\n\nGarlic cures cancer.\n"
    document = read(text, "markdown")
    assert len(document.references) == 4
    assert document.sentences[-1].text == "Garlic cures cancer."


def test_markdown_counts_on_where_every_item_says_one() -> None:
    ones = "\n".join(f"1.{line[2:]}" for line in LINKS.splitlines())
    assert _numbers(_page(" [{}]", works=ones)) == [1, 2, 3, 4]
