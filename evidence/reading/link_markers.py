"""Links into markers: those that lead to a work, those that show a number, and identifiers in the running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from evidence.language.folding import INVISIBLE
from evidence.language.patterns import lazily
from evidence.reading.marker_forms import NUMBERS
from evidence.reading.numbered_markers import expand_numbers, on_list
from evidence.references.identifiers import article_key, trim_url, work_key
from evidence.values import How, Hyperlink, Marker

_ATTRIBUTE = lazily(r"\b(href|rel)\s*=\s*(?:\"([^\"]{0,2000})\"|'([^']{0,2000})'|([^\s\"'<>]{1,2000}))", re.IGNORECASE)
_TO_AN_ENTRY = lazily(
    r"https?://[^\s#]{1,1500}#(?P<entry>_?(?:(?:cite|note|ref|fn|ftn|foot|end|edn|bib)[\w.:-]{0,100}"
    r"|(?:cr|r|b|c|en)\d[\w.-]{0,100}))",
    re.IGNORECASE,
)
"""An address of an entry in the list of works of a page elsewhere: "…/full#B22", "…/wiki/Zinc#cite_note-Lee-3"."""
_AROUND_NUMBER = "[]()（）^\\ \u00a0"
_BEFORE_NUMBER = lazily(r"^(?:ref(?:erence)?s?|sources?|note)\.?\s?(?=\d)", re.IGNORECASE)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ALONE = lazily(r"(?<!\d)\d{1,4}(?!\d)")

_ANCHOR = lazily(
    r"<a\s(?P<attributes>[^<>]{0,2000}\bhref=[\"']?https?:[^<>]{0,2000})>(?P<words>[^<]{0,300})</a>", re.IGNORECASE
)


_SHOWN_TAG = lazily(r"!\[|<(?:img|svg|picture)\b|<(?:i|span)\s", re.IGNORECASE)
"""A picture, or an element that a style sheet may put a sign into."""
_NOT_SHOWN = lazily(
    rf"<!--.{{0,300}}?-->|</?[a-z][\w-]{{0,20}}(?:\s[^<>]{{0,300}})?/?>|[\s*_~`\\\u2800{INVISIBLE}]",
    re.DOTALL | re.IGNORECASE,
)


def shows(label: str) -> bool:
    """Whether a reader sees anything of a link: what has no words, or none that are shown, bears nothing out."""
    return _NOT_SHOWN.sub("", unescape(label)) != "" or _SHOWN_TAG.search(label) is not None


def to_address(
    start: int, end: int, written: str, label: str, url: str, rel: str, numbers: int = 0, inside: str = ""
) -> Marker | Hyperlink:
    """A link: the mark of a numbered list, a link to a work, or any other link.

    A page that was clipped or pasted keeps the address that its marks had where it came from; up to the `numbers` of
    the list below it they are marks still. `inside` is what the link holds where that is more than its words. MyST
    fills in the work of an empty link to "doi:…", and to nothing else.
    """
    number = _BEFORE_NUMBER.sub("", re.sub(r"<[^<>]{0,100}>", "", label).strip(_AROUND_NUMBER)).translate(_RAISED)
    keys = expand_numbers(number) if re.fullmatch(NUMBERS, number) else ()
    if keys and (url.startswith("#") or (on_list(keys, numbers) and not _entries_of(url).isdisjoint(keys))):
        return Marker(start, end, written, How.MARKER, keys, -1)
    if not shows(inside or label) and not url.startswith("doi:"):
        return Hyperlink(start, end, "", "", "", None)
    if key := work_key(url) or article_key(url):
        return Marker(start, end, written, How.LINK, (key,), -1)
    return Hyperlink(start, end, label, url, rel, None)


def _entries_of(url: str) -> set[str]:
    """The numbers in the name of the entry that an address on another page leads to."""
    led = _TO_AN_ENTRY.fullmatch(url)
    return {number.lstrip("0") for number in _ALONE.findall(led["entry"])} if led else set()


def anchor(match: re.Match[str], attributes: str, label: str, numbers: int) -> Iterator[Marker | Hyperlink]:
    """An `<a>` element with an address."""
    values = {name.lower(): a or b or c for name, a, b, c in _ATTRIBUTE.findall(attributes)}
    if url := values.get("href", ""):
        plain = re.sub(r"<[^<>]{0,300}>", "", label)
        rel = values.get("rel", "")
        yield to_address(match.start(), match.end(), match.group(), plain, url, rel, numbers, label)


def bare(match: re.Match[str], text: str) -> Iterator[Marker | Hyperlink]:
    """An address or identifier that stands in the text by itself."""
    written = trim_url(match.group())
    end = match.start() + len(written)
    if key := work_key(written) or article_key(written):
        yield Marker(match.start(), end, written, How.LINK, (key,), -1)
    elif written.lower().startswith("http"):
        yield Hyperlink(match.start(), end, written, written, "", None)
    elif written.lower().startswith("www."):
        yield Hyperlink(match.start(), end, written, f"https://{written}", "", None)


def in_sup(match: re.Match[str]) -> Iterator[Marker | Hyperlink]:
    """The links that stand in a raised element: "<sup><a href=address>1</a></sup>", where no list has the number."""
    if "http" not in match["sup"]:
        return
    for found in _ANCHOR.finditer(match.string, match.start(), match.end()):
        yield from anchor(found, found["attributes"], found["words"], 0)
