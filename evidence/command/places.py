"""Where things stand in an assessed text, as lines and columns; every format of a report shares them."""

from __future__ import annotations

import sys
from bisect import bisect_right

from evidence.language.patterns import lazily
from evidence.values import Assessment, Flag

_LINE_END = lazily(r"\r\n|\n|\r")


class Places:
    """Where things stand in an assessed text: lines and columns from 1, columns in code points."""

    def __init__(self, assessment: Assessment) -> None:
        document = assessment.document
        self._origins = document.places
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(document.text))]
        self._sentences = [row.sentence for row in assessment.sentences]
        self._references = {reference.key: reference for reference in document.references}

    def at(self, offset: int) -> tuple[int, int]:
        """The line and column of the code point at `offset`: in the file, where a web page was read."""
        if self._origins:
            start, line, column = self._origins[max(0, bisect_right(self._origins, (offset, sys.maxsize)) - 1)]
            return line, column + max(0, offset - start)
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, flag: Flag) -> tuple[int, int] | None:
        """Where a flag stands: its sentence, its entry in the reference list, or nowhere (the page)."""
        if flag.sentence is not None:
            sentence = self._sentences[flag.sentence]
            return sentence.start, sentence.end
        reference = self._references.get(flag.reference or "")
        return (reference.start, reference.end) if reference else None
