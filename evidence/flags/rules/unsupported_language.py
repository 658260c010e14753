"""The page, or a passage of it, is in a language that the engine does not read, so that nothing in it was judged.

Standard: none; house rule, standards.md B. Raised once where most of the page is, else where each passage begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.language.function_words import NAMES
from evidence.values import Flag

CODE = "unsupported-language"


def check(findings: Findings) -> Iterator[Flag]:
    unread = findings.unread
    if unread.page:
        yield raised(CODE, facts=[("language", NAMES[unread.page])])
        return
    for sentence, language in unread.passages.items():
        yield raised(CODE, sentence=sentence, facts=[("language", NAMES[language])])
