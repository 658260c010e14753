"""Lines that name a reference list: headings and their like, and names with the first item behind them."""

from __future__ import annotations

import re

from evidence.language.patterns import lazily, lowered

_NAMES = "|".join(
    (
        r"references?|sources?|citations|bibliography|works cited|literature(?: cited)?|further reading|reference list",
        r"footnotes|endnotes|notes|research cited|studies cited|references and (?:sources|notes|further reading)",
        r"(?:sources|resources|notes) (?:and|&) references|references (?:&|and) (?:sources|notes|further reading|resources)",
        r"source list|sources (?:cited|used|consulted)|references (?:cited|used)|cited (?:literature|works|sources|references)",
        r"sources (?:and|&) further reading|recommended reading|further information and references|resources",
        r"refs|ref list|reading list|(?:cited|referenced) (?:studies|research|articles|papers)|bibliographic references",
        r"citations (?:and|&) notes|fact[ -]check(?:ing)? sources|quellen(?:verzeichnis)?|literatur(?:verzeichnis)?|referencias"
        r"|références|bibliographie|bibliograf[ií]a|fonti|bronnen|källor|kilder",
    )
)
_OF_THIS = r"(?:for|in|of|used in|cited in|behind|to) (?:this|the|our) (?:article|post|page|guide|piece|story|entry|episode|video|essay|chapter)"
_HEADING = lazily(
    r"[ \t]{0,3}(?:#{1,6}[ \t]+|={1,6}[ \t]*)?(?:<(?:b|strong|p|h[1-6]|em)\b[^<>]{0,100}>){0,2}(?:\\?[*_]){0,3}(?:(?:\d{1,2}|[IVX]{1,4})\.?[ \t]+)?"
    r"(?:[^\w\s#<>|*_\[\]()\"'“”-]{1,4}[ \t]+)?(?:(?:selected|key|article|scientific|medical|clinical|research|academic|supporting|peer-reviewed|literature|full"
    r"|list of|our|additional|show|view|all|primary|original|online|web|complete|numbered|appendix(?: [a-z])?(?: ?[:–—-])?) ){0,2}"
    rf"(?:{_NAMES})(?:(?: ?[/|] ?| (?:and|&) )(?:{_NAMES}))?(?: {_OF_THIS})?(?: \((?:apa|mla|ama|vancouver|harvard|numbered|in order[a-z ]{{0,20}})\))?[ \t]*:?(?:\\?[*_]){{0,3}}[ \t]*:?(?:[ \t]*\(\d{{1,3}}\))?(?:</(?:b|strong|p|h[1-6]|em)>){{0,2}}[ \t]*(?:[▼▾+]|[^\w\s#<>|*_\[\]()\"'“”:.,;!?-]{{1,4}})?[ \t]*[#=]*[ \t]*$",
    re.IGNORECASE,
)
_RESEARCH = lazily(
    r"[ \t]{0,3}#{1,6}[ \t]+[*_]{0,3}(?:(?:the|our|key|selected|relevant|related|supporting|recent|main|major|important|notable|published|cited|scientific|clinical|medical|peer-reviewed|underlying) ){0,3}"
    r"(?:research|studies|papers|publications|trials|evidence|research (?:papers|studies|articles)|scientific literature|reviews|meta-analyses)"
    r"(?: (?:and|&) (?:reviews|studies|papers|meta-analyses|publications))?[ \t]*:?[*_]{0,3}:?[ \t]*#*[ \t]*$",
    re.IGNORECASE,
)
_WORDS_OF_NAMES = (
    "reference",
    "source",
    "citation",
    "cited",
    "bibliograph",
    "literatur",
    "reading",
    "note",
    "refs",
    "ref list",
    "quell",
    "referencia",
    "référence",
    "fonti",
    "bronnen",
    "källor",
    "kilder",
)
"""One of these stands in every name of a list: a quick look before the long one."""
LONGEST_NAME = 300
"""Signs of a line that may name a list, the tags of an editor among them [house]."""
_AROUND = lazily(
    r"</?(?:b|strong|p|h[1-6]|em|i|u|ins|span|div|center|font|small|big|summary|details|section|br)\b[^<>]{0,200}>"
    r"|<a\s(?![^<>]{0,200}\bhref)[^<>]{0,200}>(?:</a>)?|</a>|&nbsp;|&#160;|&\#xA0;|\u00a0",
    re.IGNORECASE,
)
"""What editors put around the name of a list. A link is left: it leads to the list and does not open it."""
INLINE = lazily(
    r"[ \t]{0,3}[*_]{0,3}(?:\d{1,2}\.?[ \t]+)?(?:(?:selected|key|article|scientific|medical|full|list of) )?"
    rf"(?:{_NAMES})[*_]{{0,3}}[ \t]*:[*_]{{0,3}}[ \t]*(?=\S)",
    re.IGNORECASE,
)
"""The name of a list with its first item behind it on the line."""


def names_a_list(line: str) -> bool:
    """Whether a heading is the name of a reference list: "References", "<p><u>Sources: </u></p>", "Further reading"."""
    if len(line) > LONGEST_NAME or not may_hold_a_name(line):
        return False
    plain = _AROUND.sub("", line).strip() if "<" in line or "&" in line else line
    return len(plain) < 80 and _HEADING.match(plain) is not None


def names_research(line: str) -> bool:
    """Whether a heading names research, as one of prose does too: below it may stand works and nothing else."""
    return line.lstrip(" \t")[:1] == "#" and len(line) < 80 and _RESEARCH.match(line) is not None


def may_hold_a_name(line: str) -> bool:
    """Whether a word of every such name stands on a line."""
    small = lowered(line)
    return any(map(small.__contains__, _WORDS_OF_NAMES))
