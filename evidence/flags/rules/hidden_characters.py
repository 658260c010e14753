"""Words hold characters that nobody sees, or letters that only look like those of the alphabet.

Standard: Unicode UTS 39. The text is judged as it looks, so that nothing gets by this way; the note helps to clean it.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.values import Flag

CODE = "hidden-characters"


def check(findings: Findings) -> Iterator[Flag]:
    if findings.document.hidden:
        yield raised(CODE, facts=[(word, names) for word, names in findings.document.hidden])
