"""The text of an article as feeds carry it: whole, with marks of claims as words, and links that lead to the page."""

from __future__ import annotations

import re

_BUTTON = re.compile(r"<button\b([^>]*)>(.*?)</button>", re.DOTALL)
_HEARD = re.compile(r'\baria-label="(?:Claim, )?([^"]*)"')
_MARK = re.compile(r"</?(?:mark|span)\b[^>]*>")
_TAG = re.compile(r"<[^>]*>")
_OWN = re.compile(r'\b(href|src)="(#|/(?!/))')
_ID = re.compile(r'\s(?:id|class|popovertarget|dir)="[^"]*"')


def readable(html: str, page: str, site: str) -> str:
    """What readers of a feed see: `page` is the article's address, `site` that of the publication.

    A button opens nothing there, so what it says stands behind its sentence in brackets.
    """
    worded = _BUTTON.sub(lambda found: f" <em>[{_words(found)}]</em>", html)
    bare = _ID.sub("", _MARK.sub("", worded))
    return _OWN.sub(lambda found: f'{found[1]}="{page + "#" if found[2] == "#" else site + "/"}', bare)


def _words(found: re.Match[str]) -> str:
    """What is seen of a mark, or what is heard of one that shows its shape alone. "Claim" is said by the page."""
    seen = " ".join(_TAG.sub("", found[2]).split())
    heard = _HEARD.search(found[1])
    words = seen or (heard[1] if heard else "")
    return words[:1].upper() + words[1:]
