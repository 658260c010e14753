"""Code of PHP, ERB, EJS and Blade in the file of a page: "<?php include 'head.php' ?>", "<% if (a) { %>", "@endif".

The server runs it and no reader sees it. Where words stand in it in a row it is no mere code: a browser that is given
the file as it stands may show them, so they are left to the reader of pages.
"""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

ENDINGS = frozenset({".php", ".phtml", ".erb", ".ejs", ".jsp", ".asp", ".aspx", ".cshtml"})
"""Endings of files of pages with such code."""

_OPENS = lazily(r"<\?(?:php\b|=)|<%")
_CLOSES = {"<?": "?>", "<%": "%>"}
_LONGEST = 20_000
"""Letters of one block [house]."""
_PROSE = lazily(r"(?:\b[A-Za-z]{2,20}[,;]?[ \t]+){3}[A-Za-z]{2,20}\b")
"""Four words in a row."""
_EXCEPT_BREAKS = lazily(r"[^\r\n]")
_HAS_TAGS = lazily(r"<(?:p|div|h[1-6]|ul|ol|section|article|main|body|table)\b[^<>]{0,500}>")


def is_page(ending: str, text: str) -> bool:
    """Whether a file of that ending holds the tags of a page."""
    return ending in ENDINGS and _HAS_TAGS.search(text) is not None


_DIRECTIVE = lazily(
    r"^[ \t]*@(?:extends|section|endsection|include(?:If|When)?|yield|if|else|elseif|endif|unless|endunless|isset"
    r"|endisset|foreach|endforeach|for|endfor|push|endpush|stack|stop|show|parent|php|endphp|auth|endauth|guest|endguest|csrf|lang|slot|endslot|component|endcomponent)\b"
    r"(?:[ \t]*\([^()\n]{0,300}\))?[ \t]*\r?$",
    re.MULTILINE,
)
"""A line of Blade that says nothing to readers."""


def without_directives(text: str) -> str:
    """A text with blanks for the directives of Blade that take whole lines."""
    return _DIRECTIVE.sub(lambda line: _EXCEPT_BREAKS.sub(" ", line.group()), text) if "@" in text else text


def blanked(text: str) -> str:
    """A text with blanks for such code, each letter at its place."""
    if "<?" not in text and "<%" not in text:
        return text
    parts, at, dead = list[str](), 0, set[str]()
    for found in _OPENS.finditer(text):
        closes = _CLOSES[found.group()[:2]]
        if found.start() < at or closes in dead:
            continue
        end = text.find(closes, found.end())
        if end < 0:
            dead.add(closes)
            end = len(text) if len(text) - found.start() < _LONGEST else -1
        else:
            end += len(closes)
        if found.start() < end <= found.start() + _LONGEST and not _PROSE.search(text, found.end(), end):
            parts += text[at : found.start()], _EXCEPT_BREAKS.sub(" ", text[found.start() : end])
            at = end
    return "".join((*parts, text[at:]))
