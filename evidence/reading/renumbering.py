"""Rewrites what the markers of a text name, for a draft whose list of works has changed.

Two records of one work on a list become one: the other key leaves the text, and the numbers behind it move up. The
result is read again and compared, so that a form that cannot be rewritten is refused and never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from evidence.language.patterns import lazily
from evidence.reading.documents import read
from evidence.reading.markers import expand_numbers
from evidence.values import Document, Marker

_RUN = lazily(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*")
_RAISED_RUN = lazily(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[,⁻–-][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*")
_TO_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_FROM_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


class CannotRenumber(ValueError):
    """A marker cannot be rewritten with certainty; `marker` is how it is written."""

    def __init__(self, marker: str) -> None:
        super().__init__(f"The marker {marker} cannot be rewritten by itself.")
        self.marker = marker


def renumber(text: str, *, keys: Mapping[str, str], numbers: Mapping[int, int]) -> str:
    """The Markdown text with the markers' keys and numbers replaced; others stay. Raises CannotRenumber.

    `numbers` are places in the list of works, from 1, and where the work stands afterwards. A text that prints a
    numbered list of its own is refused where it cites by numbers, since the numbers are those of that list.
    """
    before = read(text, "markdown", html=False)
    moved = {str(old): str(new) for old, new in numbers.items() if old != new}
    cited = [marker for marker in before.markers if any(key in moved for key in marker.keys)]
    if cited and before.references:
        raise CannotRenumber(cited[0].text)
    result = text
    for marker in reversed(cited):
        result = result[: marker.start] + _renumbered(marker, moved) + result[marker.end :]
    for old, new in keys.items():
        result = _renamed(result, old, new)
    _compare(before, read(result, "markdown", html=False), {**keys, **moved})
    return result


def _renumbered(marker: Marker, moved: Mapping[str, str]) -> str:
    """The marker with other numbers, in its own form; runs of three and more are written 3–5."""
    written = marker.text
    for pattern, table, back in ((_RAISED_RUN, _FROM_RAISED, _TO_RAISED), (_RUN, {}, {})):
        for found in pattern.finditer(written):
            plain = found.group().translate(table)
            if tuple(expand_numbers(plain)) == marker.keys:
                dash = "-" if "-" in plain else "–"
                comma = ", " if ", " in plain else ","
                run = _compressed(sorted({int(moved.get(key, key)) for key in marker.keys}), dash, comma)
                return written[: found.start()] + run.translate(back) + written[found.end() :]
    raise CannotRenumber(written)


def _compressed(numbers: Iterable[int], dash: str, comma: str) -> str:
    """1, 3–5"""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [f"{run[0]}{dash}{run[-1]}" if len(run) > 2 else comma.join(map(str, run)) for run in runs]
    return comma.join(parts)


def _renamed(text: str, old: str, new: str) -> str:
    """Every `@key`, `@{key}` and `[Key2011]` of the text; a longer key that begins with this one is another."""
    name = re.escape(old)
    end = r"(?![\w]|[.:#$%&+?<>~/-]+\w)"
    text = re.sub(rf"(?<![\w@./])@(\{{?){name}(?=\}}|{end})", lambda found: f"@{found[1]}{new}", text)
    return re.sub(rf"(?<=[\[;,])(\s?){name}(?=\s?[\];,])", lambda found: f"{found[1]}{new}", text)


def _compare(before: Document, after: Document, names: Mapping[str, str]) -> None:
    """Every marker has to name, in its sentence, what it named before under the new names, and no sentence may move."""
    if len(before.markers) != len(after.markers) or len(before.sentences) != len(after.sentences):
        raise CannotRenumber(next((marker.text for marker in before.markers), "of the text"))
    for old, new in zip(before.markers, after.markers, strict=True):
        wanted = {names.get(key, key) for key in old.keys}
        if wanted != set(new.keys) or old.sentence != new.sentence:
            raise CannotRenumber(old.text)
