"""Notes that stand in the running text: "<ref>...</ref>" of wikis and "^[...]" of Pandoc."""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

_NOTE = lazily(
    r"\^\[(?P<inline>[^\[\]]{3,1500}(?:\[[^\[\]]{0,300}\][^\[\]]{0,500}){0,4})\]"
    r"|<ref\b(?P<attributes>[^<>]{0,200})(?:/>|>(?P<ref>[^<]{0,2000}(?:<(?!/?ref\b)[^<]{0,500}){0,20})</ref>)"
)
_NAME = lazily(r"\bname\s*=\s*(?:\"([^\"]{1,100})\"|'([^']{1,100})'|([^\s\"'<>/]{1,100}))")


def name_of(start: int, attributes: str) -> str:
    """The name of the note that begins at `start`: the one its attributes give it, or one made of its place."""
    named = _NAME.search(attributes)
    return re.sub(r"\s+", "_", named[1] or named[2] or named[3]) if named else f"at-{start}"


def find(text: str, begin: int, end: int) -> list[tuple[str, int, int]]:
    """Name, start and end of the words of each note between two places; one that only repeats a name has none."""
    found = []
    if "<ref" in text[begin:end] or "^[" in text[begin:end]:
        for match in _NOTE.finditer(text, begin, end):
            kind = "inline" if match["inline"] else "ref"
            if match[kind]:
                start, stop = match.span(kind)
                words = text[start:stop]
                start += len(words) - len(words.lstrip())
                found.append((name_of(match.start(), match["attributes"] or ""), start, start + len(words.strip())))
    return found


def masked(text: str) -> str:
    """The text with its notes blanked out, so that nothing in them ends a sentence."""
    if "<ref" not in text and "^[" not in text:
        return text
    return _NOTE.sub(lambda match: " " * len(match.group()), text)
