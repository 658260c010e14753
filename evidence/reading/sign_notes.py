"""Notes that signs lead to, as print has them: "calm.† Tea is hot." with "† Bell A. …" on a line further down.

The signs are those of printed pages: asterisk, dagger, double dagger, section, paragraph. Only a note that names a work
is read so; the others stay what they are, such as the disclaimer of an advertisement.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from evidence.deadline import paced
from evidence.language.folding import Edit
from evidence.language.patterns import lazily
from evidence.reading.reference_looks import looks_like_reference

_LABEL = r"(?:<sup>(?P<raised>[a-z]|\\?\*{1,3}|[†‡§¶]{1,3})</sup>|(?P<sign>[†‡§¶]{1,3}|(?:\\\*){1,3}|\*(?!\*)))"
_DEFINED = lazily(rf"^[ \t]{{0,3}}(?P<mark>{_LABEL}[.:)]?[ \t]{{0,4}})(?P<words>[^\s*][^\n]{{8,2000}})$", re.MULTILINE)
_USED = lazily(rf"(?<=[\w.,;:!?%”\"’')\]])(?P<mark>(?:[ \t](?!\*))?{_LABEL})(?=[\s.,;:!?)\]]|$)")
_NUMBERED = lazily(r"(?<!\d)10\.\d{4,9}/|pubmed\.|\bPMC\d{5}|\bPMID:?\s?\d{4}")
_LONGEST = 400
"""Letters of a note that only gives the number of its work [house]."""
_BULLETS = lazily(r"^[ \t]{0,3}\*[ \t]+(?![ \t*])", re.MULTILINE)


def edits(text: str) -> Iterator[Edit]:
    """What to read in place of each such note and of the marks above it: "[^sign-†]: " and "[^sign-†]"."""
    if not any(sign in text for sign in "†‡§¶*") and "<sup>" not in text:
        return
    notes = dict(_notes(text))
    if not notes:
        return
    begun = min(start for start, _ in notes.values())
    marks = [found for found in paced(_USED.finditer(text, 0, begun)) if _name(found) in notes]
    told = Counter(_name(found) for found in marks)
    if told["*"] > 1:  # of emphasis, or of a list of goods
        marks = [found for found in marks if _name(found) != "*"]
    led = {_name(found) for found in marks}
    for found in marks:
        yield Edit(*found.span("mark"), f"[^sign-{_name(found)}]", False)
    for name in led:
        yield Edit(*notes[name], f"[^sign-{name}]: ", False)


def _notes(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """By its sign: where the mark of each note that names a work stands. A sign of several notes is left alone."""
    found = [one for one in paced(_DEFINED.finditer(text)) if _is_work(one["words"])]
    times = Counter(_name(one) for one in found)
    bulleted = None
    for one in found:
        name = _name(one)
        if name == "*" and bulleted is None:
            bulleted = len(_BULLETS.findall(text)) > 1
        if times[name] == 1 and not (name == "*" and bulleted) and _stands_alone(text, one.end()):
            yield name, one.span("mark")


def _name(found: re.Match[str]) -> str:
    """The sign without the stroke before it."""
    return (found["raised"] or found["sign"]).replace("\\", "")


def _is_work(words: str) -> bool:
    """Whether a note is a reference or gives the number of a work. An address alone may be that of a shop."""
    return looks_like_reference(words) or (_NUMBERED.search(words) is not None and len(words) <= _LONGEST)


def _stands_alone(text: str, end: int) -> bool:
    """Whether a blank line, another note or nothing follows a note."""
    following = text[end + 1 : end + 200].partition("\n")[0]
    return not following.strip() or _DEFINED.match(f"{following}\n".rstrip("\n")) is not None
