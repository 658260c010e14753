"""Footnotes and citations of reStructuredText, read as those of Markdown: "tea [1]_" with ".. [1] Bell A. …".

Docutils, reStructuredText Markup Specification, "Footnotes" and "Citations": a label is a number, "#" or "*" (counted
by place), "#name", or a name such as "BELL2012".
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from evidence.deadline import paced
from evidence.language.folding import Edit
from evidence.language.patterns import lazily

_LABEL = r"(?P<label>\d{1,4}|[#*]|#?[A-Za-z][\w.:+-]{0,60})"
_DEFINED = lazily(rf"^[ \t]{{0,3}}(?P<mark>\.\.[ \t]{{1,3}}\[{_LABEL}\][ \t]{{1,8}})(?=\S)", re.MULTILINE)
_USED = lazily(rf"(?P<mark>(?:\\ )?\[{_LABEL}\]_)(?![\w_])")


def edits(text: str) -> Iterator[Edit]:
    """What to read in place of each definition and each mark that leads to one: "[^1]: " and "[^1]"."""
    if "]_" not in text or ".. [" not in text:
        return
    definitions = dict(_named(text, _DEFINED))
    marks = dict(_named(text, _USED))
    defined = set(definitions.values())
    led = {span: name for span, name in marks.items() if name in defined}
    for (start, end), name in sorted({**definitions, **led}.items()) if led else ():
        yield Edit(start, end, f"[^{name}]{': ' if (start, end) in definitions else ''}", False)


def _named(text: str, form: re.Pattern[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """The place and the name of each mark; those that only count are named by their turn."""
    turns: Counter[str] = Counter()
    for found in paced(form.finditer(text)):
        label = found["label"]
        if label in ("#", "*"):
            turns[label] += 1
            label = f"{'auto' if label == '#' else 'sign'}-{turns[label]}"
        yield found.span("mark"), label.removeprefix("#")
