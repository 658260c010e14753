"""What is remembered of short texts is bounded, and can be forgotten."""

from __future__ import annotations

import pytest

from evidence.language.remembered import forget, remembered


@pytest.fixture
def asked() -> list[str]:
    return []


def test_a_long_text_is_worked_out_each_time(asked: list[str]) -> None:
    @remembered(2, longest=3)
    def count(text: str) -> int:
        asked.append(text)
        return len(text)

    assert [count("four"), count("four")] == [4, 4]
    assert asked == ["four", "four"]


def test_a_failure_is_no_answer_and_is_not_remembered(asked: list[str]) -> None:
    @remembered(2, longest=3)
    def fails(text: str) -> int:
        asked.append(text)
        raise ValueError(text)

    for _ in range(2):
        with pytest.raises(ValueError, match="one"):
            fails("one")
    assert asked == ["one", "one"]


def test_a_short_text_is_worked_out_once_until_others_came_or_all_is_forgotten(asked: list[str]) -> None:
    @remembered(2, longest=3)
    def joined(text: str, other: str) -> str:
        asked.append(text)
        return text + other

    assert [joined("a", "b"), joined("a", "b"), joined("a", "c")] == ["ab", "ab", "ac"]
    assert asked == ["a", "a"]
    joined("d", "e")  # the third of two that are remembered
    joined("a", "b")
    assert asked == ["a", "a", "d", "a"]
    forget()
    joined("a", "b")
    assert asked == ["a", "a", "d", "a", "a"]
