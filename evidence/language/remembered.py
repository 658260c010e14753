"""What was worked out for short texts, remembered for a while: a post is read when it comes in and again as a draft,
and the same names, headings and works stand on many pages.

For functions of a text that always answer the same and whose answers nobody changes.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

Others = ParamSpec("Others")
Answer = TypeVar("Answer")

_ALL: list[Callable[[], None]] = []


def remembered(
    most: int, *, longest: int
) -> Callable[[Callable[Concatenate[str, Others], Answer]], Callable[Concatenate[str, Others], Answer]]:
    """Remembers the last `most` answers to texts of no more than `longest` letters, so that memory is bounded."""

    def decorated(function: Callable[Concatenate[str, Others], Answer]) -> Callable[Concatenate[str, Others], Answer]:
        kept: Any = lru_cache(maxsize=most)(function)
        _ALL.append(kept.cache_clear)

        @wraps(function)
        def asked(text: str, /, *others: Others.args, **named: Others.kwargs) -> Answer:
            if len(text) > longest:
                return function(text, *others, **named)
            answer: Answer = kept(text, *others, **named)
            return answer

        return asked

    return decorated


def forget() -> None:
    """Forgets all of it: for measures that read one text several times, and want to know what reading it takes."""
    for clear in _ALL:
        clear()
