"""Lines of a pasted text put together again where a page, a PDF or an e-mail has broken them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from evidence.reading.reference_items import AUTHOR, PLACE, is_item
from evidence.references.parsing import parse

ENUMERATION = re.compile(r"^\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\d{1,3}[.)]|\d{1,3}(?=\t)|[-*•])(?:\s+|(?<=•)|$)")
WIDEST = 130
"""Characters of a line that may have been broken at its end; a longer one was written as it is [house]."""
LONGEST = 2000
"""Characters of what is put together; a reference with more than a few lines is none [house]."""
FULL = 0.9
"""A line that would be so much of the widest with the next word was broken there; letters differ in width [house]."""
HOLDER = 3
"""Words that a publisher's name may have, which stands alone on the last line of a book [house]."""
_OPEN = re.compile(r"(?:[,:;&/(–-]|\b(?:and|und|doi|from|DOI|PMID))\s*$")
_ENDED = re.compile(r"[.)\]>”\"\d]\s*$")


def joined(lines: Sequence[str], *, is_whole: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    """Lines with the number, from 1, of the first of those that each was put together from; blank ones are left out.

    `is_whole` says that a line is complete by itself: a row of identifiers. Blank lines part what they stand between.
    """
    paragraph: list[tuple[int, str]] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            paragraph.append((number, line))
        elif paragraph:
            yield from _paragraph(paragraph, is_whole)
            paragraph = []


def _paragraph(lines: Sequence[tuple[int, str]], is_whole: Callable[[str], bool]) -> Iterator[tuple[int, str]]:
    width = max(len(line.rstrip()) for _, line in lines)
    group, held = [lines[0]], lines[0][1]
    for (_, before), (number, line) in pairwise(lines):
        full = width <= WIDEST and len(before.rstrip()) + len(line.split()[0]) >= width * FULL
        listed = bool(ENUMERATION.match(held))
        item = ENUMERATION.sub("", held).strip()
        if ENUMERATION.match(line) or len(held) > LONGEST or (len(group) == 1 and is_whole(item)):
            goes_on = False
        elif not item:
            goes_on = True
        elif is_whole(line):
            goes_on = bool(_OPEN.search(item)) or ((listed or len(group) > 1) and is_reference(item))
        else:
            goes_on = (listed or full) and not _begins_another(item, before, line)
        if goes_on:
            group.append((number, line))
            held = _glued(held, line)
        else:
            yield from _one_or_all(group, held)
            group, held = [(number, line)], line
    yield from _one_or_all(group, held)


def _begins_another(item: str, before: str, line: str) -> bool:
    """Whether a line is the first of a reference and not the next of the one above, of which `before` is the last."""
    if not _ENDED.search(before):
        return False
    if is_reference(line):
        return True
    name, talk = AUTHOR.match(line.strip()), PLACE.search(item) and not is_item(line) and len(line.split()) > HOLDER
    return bool(name or talk) and is_reference(item)


def _one_or_all(group: Sequence[tuple[int, str]], held: str) -> Iterator[tuple[int, str]]:
    """The lines as one where they are an item of a list or that makes a reference of them; else each."""
    if len(group) == 1 or ENUMERATION.match(held) or is_reference(held, learned=True):
        yield group[0][0], held
    else:
        yield from group


def is_reference(text: str, *, learned: bool = False) -> bool:
    """Whether title, year and people can be read in a text."""
    csl = parse(text, learned=learned)
    return bool(csl.get("title") and csl.get("issued") and (csl.get("author") or csl.get("editor")))


def _glued(held: str, line: str) -> str:
    """Two lines as one; a word or an address that was broken at a hyphen or a slash has no space in it."""
    held, line = held.rstrip(), line.strip()
    return f"{held}{line}" if re.search(r"\w[-‐]$|https?:\S*/$", held) else f"{held} {line}"
