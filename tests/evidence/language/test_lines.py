"""Where a line begins, by hand."""

from __future__ import annotations

import pytest

from evidence.language.lines import line_start


@pytest.mark.parametrize(
    ("text", "place", "begins"),
    [
        ("", 0, 0),
        ("One line.", 0, 0),
        ("One line.", 5, 0),
        ("One\nTwo", 3, 0),  # the break ends the line it stands on
        ("One\nTwo", 4, 4),
        ("One\nTwo", 7, 4),
        ("One\r\nTwo", 5, 5),
        ("One\rTwo", 6, 4),
        ("One\n\nThree", 4, 4),
        ("One\u2028Two", 5, 0),  # other signs end no line of Markdown
    ],
)
def test_a_line_begins_behind_the_last_break_before_a_place(text: str, place: int, begins: int) -> None:
    assert line_start(text, place) == begins


def test_two_texts_keep_their_own_lines() -> None:
    texts = ["a\nb", "aa\nb", "\na\nb", "a", "\n"]
    assert [line_start(text, len(text)) for text in texts * 2] == [2, 3, 3, 0, 1] * 2
