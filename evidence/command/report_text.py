"""The answer for a person at a terminal: where, how serious, which flag, what to do, which words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from evidence.command import left_out
from evidence.command.places import Places
from evidence.command.report import Report, all_flags, summarise
from evidence.values import Assessed, Band, Flag, Severity

WIDTH = 100
"""The widest excerpt, in terminal columns."""

QUOTED = frozenset({"words", "number", "mention", "product"})
"""Names of facts that quote the text itself."""

Paint = Callable[[str, str], str]
_COLOURS = {"blocker": "1;31", "warning": "33", "note": "36", "bold": "1", "dim": "2"}
_ORDER = {Severity.BLOCKER: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def to_text(reports: Sequence[Report], *, colour: bool = False, unread: int = 0) -> str:
    """All reports and a closing line. `unread` is the number of files that could not be read."""
    paint = _painted if colour else _plain
    blocks = ["\n".join(_file(report, paint)) for report in reports]
    return "\n\n".join([*filter(None, blocks), _closing(reports, unread, paint)]) + "\n"


def _file(report: Report, paint: Paint) -> Iterator[str]:
    assessment = report.assessment
    parts = left_out.parts_of(assessment)
    if not assessment.flags and not parts:
        return
    places = Places(assessment)
    title = assessment.document.title
    yield paint("bold", clean(report.path)) + (f"  {clean(title)}" if title else "")
    for row in assessment.sentences:
        if row.flags:
            for flag in _worst_first(row.flags):
                yield _line(flag, report, places, paint)
            yield from _excerpt(row, paint)
    by_code = sorted(assessment.source_flags, key=lambda flag: (_ORDER[flag.severity], flag.code))
    for heading, flags in (("References", by_code), ("Page", _worst_first(assessment.page_flags))):
        if flags:
            yield paint("bold", heading)
        for flag in flags:
            yield _line(flag, report, places, paint)
    if unread := [part for part in parts if not part.searched]:
        yield paint("dim", f"Not read: {left_out.in_words(unread)}")
    if searched := [part for part in parts if part.searched]:
        yield paint("dim", f"Searched for outright claims alone: {left_out.in_words(searched)}")


def _worst_first(flags: Sequence[Flag]) -> list[Flag]:
    return sorted(flags, key=lambda flag: _ORDER[flag.severity])


def _line(flag: Flag, report: Report, places: Places, paint: Paint) -> str:
    span = places.span(flag)
    line, column = places.at(span[0]) if span else (1, 1)
    about = f"{clean(flag.reference)}: " if flag.reference else ""
    place = paint("dim", f"{clean(report.path)}:{line}:{column}:")
    said = f"{flag.code}{doubt(flag)}: {about}{clean(flag.message)}"
    return f"{place} {paint(flag.severity, flag.severity)} {said}{paint('dim', _background(flag))}"


def doubt(flag: Flag) -> str:
    """The band of a flag that may be wrong, in words; nothing of what is sure."""
    return "" if flag.certainty.band is Band.SURE else f" ({flag.certainty.band.value})"


def _excerpt(row: Assessed, paint: Paint) -> Iterator[str]:
    text = clean(row.sentence.text)
    marks = _marks(text, row.flags)
    first = min((start for start, _ in marks), default=0)
    # Far into a long sentence the excerpt starts near the words that fired the flag.
    begin = text.rfind(" ", 0, first - 30) + 1 if first > WIDTH * 2 // 3 else 0
    shown = _cut(("… " if begin else "") + text[begin:])
    shift = begin - (2 if begin else 0)
    end = len(shown)
    underline = [" "] * end
    for start, stop in marks or [(0, len(text))]:
        for place in range(max(0, start - shift), min(end, stop - shift)):
            underline[place] = "^"
    marked = "".join(mark * _columns(character) for mark, character in zip(underline, shown, strict=True)).rstrip()
    worst = _worst_first(row.flags)[0].severity
    yield paint("dim", "    | ") + shown
    yield paint("dim", "    | ") + paint(worst, marked)


def _marks(text: str, flags: Sequence[Flag]) -> list[tuple[int, int]]:
    """The places of the words that fired the flags, as far as a flag quotes them among its facts."""
    quotes = [re.escape(clean(quote)) for flag in flags for quote in _quotes(flag)]
    if not quotes:
        return []
    longest_first = sorted(set(quotes), key=len, reverse=True)
    found = re.finditer(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)", text, re.IGNORECASE)
    return [match.span() for match in found]


def _quotes(flag: Flag) -> Iterator[str]:
    for name, value in flag.facts:
        if name in QUOTED:
            yield value
        elif any(character.isdigit() for character in name):  # numeric-mismatch: the number and the source's
            yield name


def _background(flag: Flag) -> str:
    """The facts that are not to be seen in the excerpt."""
    facts = [f"{name}: {value}" for name, value in flag.facts if name not in QUOTED and value]
    return f" ({clean('; '.join(dict.fromkeys(facts)))})" if facts else ""


def _cut(text: str) -> str:
    columns = 0
    for place, character in enumerate(text):
        columns += _columns(character)
        if columns > WIDTH:
            return text[: max(0, place - 1)] + "…"
    return text


@lru_cache(maxsize=4096)
def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clean(text: str) -> str:
    """Text on one line, without characters that could steer a terminal (files are not trusted)."""
    line = " ".join(text.split())
    if line.isprintable():  # nothing of the kinds below
        return line
    return "".join(
        "\ufffd" if unicodedata.category(character) in {"Cc", "Cf", "Cs"} else character for character in line
    )


def _closing(reports: Sequence[Report], unread: int, paint: Paint) -> str:
    counts = Counter(flag.severity for flag in all_flags(reports))
    summaries = [summarise(report.assessment) for report in reports]
    claims = sum(summary.claims for summary in summaries)
    supported = sum(summary.supported for summary in summaries)
    sentences = sum(summary.sentences for summary in summaries)
    not_read = sum(summary.not_read for summary in summaries)
    parts = [
        f"{_count(len(reports), 'file')}, {_count(sentences, 'sentence')}, {_count(claims, 'claim')}, "
        f"{supported} supported"
    ]
    found = [paint(severity, _count(counts[severity], severity.value)) for severity in Severity if counts[severity]]
    queries = sum(flag.certainty.band is Band.QUERY for flag in all_flags(reports))
    if queries:
        found[-1] += f" ({queries} of them {'a query' if queries == 1 else 'queries'})"
    silent = any(not part.searched for report in reports for part in left_out.parts_of(report.assessment))
    parts.append(", ".join(found) or _praise(sentences, not_read, silent=silent))
    closing = [": ".join(parts)] if reports else []
    if not_read:
        closing.append(paint("warning", f"{_count(not_read, 'sentence')} not read: not in English"))
    if unread:
        closing.append(paint("blocker", f"{_count(unread, 'file')} not read"))
    return "; ".join(closing)


def _praise(sentences: int, not_read: int, *, silent: bool) -> str:
    """What is said where nothing was found; of what was not read (`silent`) there is nothing to say."""
    if not not_read:
        return "nothing to mend in what was read" if silent else "nothing to mend"
    return "nothing to mend in what was read" if not_read < sentences else "nothing was read"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _plain(_style: str, text: str) -> str:
    return text


def _painted(style: str, text: str) -> str:
    return text and f"\033[{_COLOURS[style]}m{text}\033[0m"
