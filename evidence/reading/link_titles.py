"""The titles of links and images: readers see them on pointing there. What images show is read elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.language.patterns import lazily

_TITLED = lazily(
    r"\]\([ \t\r\n]*(?:<[^<>\r\n]{0,2000}>|[^\s()<>]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500})?)[ \t\r\n]+"
    r"(?:\"(?P<double>[^\"]{1,500})\"|'(?P<single>[^']{1,500})'|\((?P<round>[^()]{1,500})\))[ \t\r\n]*\)"
)
_DEFINED = lazily(
    r"^[ \t]{0,3}\[[^\]^][^\]]{0,100}\]:[ \t]+\S{1,2000}[ \t\r\n]+"
    r"(?:\"(?P<double>[^\"]{1,500})\"|'(?P<single>[^']{1,500})'|\((?P<round>[^()]{1,500})\))[ \t]*$",
    re.MULTILINE,
)
_OF_TAG = lazily(
    r"\b(?:title|aria-label)[ \t]*=[ \t]*(?:\"(?P<double>[^\"<>]{1,500})\"|'(?P<single>[^'<>]{1,500})')",
    re.IGNORECASE,
)


def titles_in(markdown: str) -> Iterator[str]:
    """Each title in a text in Markdown, those of HTML tags included."""
    for pattern in (_TITLED, _DEFINED, _OF_TAG):
        for match in pattern.finditer(markdown):
            text = next(value for value in match.groups() if value)
            if text.strip():
                yield " ".join(text.split())
