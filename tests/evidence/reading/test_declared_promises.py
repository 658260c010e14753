"""What the front matter promises below the title is judged; what only announces the page is not."""

from __future__ import annotations

import pytest

from evidence.reading.documents import read


def told(front: str) -> list[str]:
    text = f"---\n{front}\n---\n\nHerbs are old and green. We like them.\n"
    found = [one for one in read(text, "markdown").sentences if one.place]
    assert all(text[one.start : one.end] == one.text for one in found)
    return [one.text for one in found]


@pytest.mark.parametrize(
    "front",
    [
        "description: Learn the best positions for each trimester and how to support your body.",
        "description: Expert insights on managing new symptoms.",
        "excerpt: Thyme does not cure asthma.",
        "keywords: Thyme cures asthma.",
        "description: [Thyme cures asthma]",
    ],
)
def test_what_announces_the_page_or_denies_is_left_alone(front: str) -> None:
    assert told(front) == []


@pytest.mark.parametrize("name", ["description", "excerpt", "summary", "subtitle", "standfirst", "Description"])
def test_a_promise_below_the_title_is_a_sentence(name: str) -> None:
    assert told(f'{name}: "Thyme cures asthma."') == ["Thyme cures asthma."]


@pytest.mark.parametrize(
    "front",
    [
        "title: >\n  Thyme\n  cures asthma",
        'title: "Thyme\n  cures asthma"',
        'title: "\\"Thyme\\" cures asthma"',
        "description: 'My aunt''s thyme cures asthma'",
    ],
)
def test_a_value_over_lines_or_with_quotation_marks_is_found(front: str) -> None:
    (found,) = told(front)
    assert "".join(found.split()).replace("\\", "").endswith("curesasthma")
