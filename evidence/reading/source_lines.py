"""Lines that hold nothing but the source of what stands before them: "[Source](address)", "Study: address"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.language.patterns import lazily
from evidence.reading import markdown_lines
from evidence.reading.markdown_lines import Line
from evidence.references.identifiers import work_key

_WORD = (
    r"(?:(?:the |(?:read|see|view|open)(?: it)? (?:the |full |on |at |in ){0,2}|full )?"
    r"(?:sources?|stud(?:y|ies)|ref(?:erence)?s?|paper|trial|citation|evidence|doi|pubmed(?: link)?|pmid|abstract"
    r"|meta-analysis|research|full text|pmc|sciencedirect|nih|ncbi|(?:journal |research |original )article|study link"
    r"|link to (?:the )?(?:study|paper|source|research|trial)"
    r"|original (?:paper|study|research))"
    r"(?:\s?[/|]\s?\w{2,20})?"
    r"|via|link|here|see|trusted source"
    r"|[(](?-i:[A-Z])[\w'’-]{1,30}(?: et al\.?| (?:and|&) (?-i:[A-Z])[\w'’-]{1,30})?(?:,? (?:19|20)\d\d)?[)])"
)
_LABEL = rf"\W{{0,3}}(?:{_WORD}(?: ?#?\d{{1,2}}|[ ][a-z])?|\d{{1,2}})\W{{0,3}}"
_LINK = (
    rf"(?:\[{_LABEL}\]\(\s?<?https?://[^\s()<>]{{1,1000}}(?:\([^\s()<>]{{1,200}}\)[^\s()<>]{{0,300}})?>?\s?\)"
    rf"|<a\s[^<>]{{1,1000}}>{_LABEL}</a>)"
)
_POINTS = (
    r"(?:(?:read|see|view|find)\s(?:the\s)?(?:full\s|original\s)?"
    r"(?:study|paper|trial|research|source|re(?:port|view))s?\s)"
)
"""What stands before "here" in "Read the study [here](address)"."""
_ADDRESS = r"(?:<?https?://[^\s<>]{4,1000}+>?|\[[^\[\]\n]{1,300}\]\(\s?<?https?://[^\s<>]{1,1000}>?\s?\)|<a\s[^<>]{1,1000}>[^<]{1,300}</a>)"
_MARK = r"[ \t]*+(?:>[ \t]*+)*+(?:[-*+•—–][ \t]+|\d{1,2}[.)][ \t]+)?"
_ONLY = lazily(
    rf"{_MARK}[(\[*_]{{0,3}}(?:(?:via\s)?{_LINK}|{_WORD}[*_]{{0,3}}\s?[:—–][*_]{{0,3}}\s{{0,2}}{_ADDRESS}|{_POINTS}{_LINK})"
    rf"(?:[\s,;|/&•·-]{{1,6}}(?:{_LINK}|{_ADDRESS})){{0,20}}+[)\]*_.,;\s]{{0,4}}",
    re.IGNORECASE,
)
_BARE = lazily(
    rf"{_MARK}(?:<?(?P<plain>https?://[^\s<>()\[\]]{{4,1000}})>?|\[(?:https?://[^\[\]\s]{{1,300}}|[^\w\s\[\]]{{1,4}})\]\(\s?<?(?P<linked>https?://[^\s<>()]{{4,1000}})>?\s?\))[.\s]*"
)
"""An address and nothing else, plain, linked to itself or behind a sign such as an arrow."""
_NAMES_WORK = lazily(rf"{_MARK}[(\[*_]{{0,3}}{_WORD}[*_]{{0,3}}\s?:", re.IGNORECASE)
_CITED = lazily(
    r"\((?:see\s|e\.g\.,?\s|cf\.\s)?(?:\[(?=[^\[\]\n]{0,80}?(?:\b(?:19|20)\d\d[a-z]?\b|\bet\sal\b))[^\[\]\n]{2,120}\]"
    r"\(\s?<?https?://[^\s()<>]{1,1000}(?:\([^\s()<>]{1,200}\)[^\s()<>]{0,300})?>?\s?\)[\s,;&]{0,3}(?:and\s)?){1,8}\)[.]?",
    re.IGNORECASE,
)
"""Author and year behind the full stop, each a link: "([Lee 2019](address); [Bell et al.](address))"."""
_WRAPPED = lazily(
    r"(?P<opened>(?:<(?P<tag>small|footer|cite|sub|em|i|span)\b[^<>]{0,200}>\s?|[^\w\s<>\[\](){}\"'“”‘’*_`#+•—–-]{1,4}\s){1,3})"
    r"(?P<within>[\s\S]+?)(?:</(?:small|footer|cite|sub|em|i|span)>[\s.]?){0,3}",
    re.IGNORECASE,
)
"""Small print, the element for what is cited, or a sign such as a sheet of paper, around or before a source."""
_SMALL = ("cite", "small", "footer")
_URL = lazily(r"https?://[^\s()<>\"']{4,1000}")
_WHOLE = lazily(rf"\W{{0,3}}{_ADDRESS}\W{{0,3}}", re.IGNORECASE)
_MOST = 40
"""Lines below a heading that are looked at [house]."""


def holds_only_sources(text: str, before: str = "") -> bool:
    """Whether a sentence or line is the source of what stands before it and says nothing itself.

    An address alone is one where it leads to a work of research, or where what stands `before` it ends with a colon.
    """
    if len(text) >= 2500 or "http" not in text:
        return False
    bare = text.strip()
    if wrapped := _WRAPPED.fullmatch(bare):
        bare = wrapped["within"].strip()
        if (tag := (wrapped["tag"] or "").lower()) in _SMALL and (whole := _WHOLE.fullmatch(bare)):
            return tag == "cite" or any(work_key(url) for url in _URL.findall(whole.group())[:1])
    if (address := _BARE.fullmatch(bare)) is not None:
        return work_key(address["linked"] or address["plain"]) != "" or before.rstrip(" *_\t\r\n").endswith(":")
    return _ONLY.fullmatch(bare) is not None or (bare.startswith("(") and _CITED.fullmatch(bare) is not None)


def names_its_work(text: str) -> bool:
    """Whether a line of sources gives the work behind a word for it: "Study: [Honey for coughs](address)".

    Where more is said behind it in its paragraph, it is what that speaks of.
    """
    return _NAMES_WORK.match(text) is not None


def is_sourced_heading(lines: Sequence[Line], last: int) -> bool:
    """Whether nothing but sources stands on the lines from `last` up to the next heading or the end of the text."""
    found = False
    for place in range(last, min(len(lines), last + _MOST)):
        body = lines[place].body
        if lines[place].blank:
            continue
        if markdown_lines.heading_length(body) or markdown_lines.is_rule(body):
            return found
        if not holds_only_sources(body):
            return found and body.lstrip().startswith("<!--")
        found = True
    return found and last + _MOST > len(lines)
