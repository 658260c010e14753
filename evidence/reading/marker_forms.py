"""The written forms of citation markers and hyperlinks, by the signs that they begin with.

Every repetition is bounded and no alternative can begin inside another's run, so that reading stays linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.reading import inline_footnotes, odd_marks, template_keys

DASHES = "-‐‑‒–—―−"
"""What stands between the ends of a range: a hyphen and what typesetting makes of one. The hyphen comes first."""

NUMBERS = rf"\d{{1,3}}(?:\s?[,;{DASHES[1:]}-]\s?\d{{1,3}}){{0,60}}"
"""1-3, 7"""

_WORDED = (
    rf"\d{{1,3}}(?:\s?(?:[,;]\s?(?:and|&)|[,;{DASHES[1:]}-]|(?<=\s)(?:and|und|et|y|to|through|thru|bis)(?=\s)"
    r"|…|\.\.|~|&(?:amp;|#38;)?)\s?\d{1,3}){0,60}"
)
"""1 to 3, 5 and 7"""

_PAGE = (
    r"(?:,?\s?(?:pp?|ch|sec|fig|para)\.\s?[\w.–-]{1,12}"
    r"|,\s?(?:[Tt]able|[Ff]igure|[Cc]hapter|[Ss]ection|[Pp]ages?)\s[\w.–-]{1,12}"
    r"|\s\((?:pp?|ch|sec|fig|para)\.\s?[\w.–-]{1,12}\)|:\s\d{1,4}(?:[–-]\d{1,4})?)?"
)
_LOCATED = rf"\s?(?:(?:[Ss]ee|[Cc]f\.?|e\.g\.,?)\s(?:also\s)?)?{_WORDED}{_PAGE}(?:[;,]\s?\d{{1,3}}{_PAGE}){{0,6}}\.?\s?"
_THROUGH = rf"(?:(?:\s?[{DASHES[1:]}-]\s?|\s(?:to|through)\s)\[\s?\d{{1,3}}\s?\])?"
"""The other end of a range in brackets of its own: [1]–[4]."""

_FACED = (
    rf"\[(?P<faced>(?:[*_]{{1,3}}\d{{1,3}}[*_]{{1,3}}(?:\s?[,;{DASHES[1:]}-]\s?)?){{1,12}}"
    rf"|\[\s?\d{{1,3}}\s?\](?:\s?[,;{DASHES[1:]}-]\s?\[\s?\d{{1,3}}\s?\]){{1,12}})\](?![\w(\[])"
)
"""[*3*], [[1], [3]]"""

_TARGET = r"\(\s?<?(?P<{0}>(?:[^()\s<>]|\([^()\s<>]{{0,200}}\)){{1,2000}})>?(?:\s+[\"'][^\"'\n]{{0,300}}[\"'])?\s?\)"
_TAG = r"[A-Z][A-Za-z'’-]{1,40}(?:19|20)\d\d[a-z]?"
_UP = "¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = rf"[{_UP}][⁰{_UP}]{{0,2}}(?:[,⁻–-][⁰{_UP}]{{1,3}}){{0,20}}"
_STOPPED = r"(?:(?<=[a-z)%][.,!?])|(?<=[”\"])|(?<=[”\"][.,])|(?<=(?:19|20)\d\d\.))"

_SPEAKS = r"(?:[Rr]efs?\.?|[Rr]eferences?|[Cc]itations?|[Nn]otes?)"
_AFTER_WORD = r"\s?:?\s?(?:#|[Nn]os?\.\s?|[Nn]r\.\s?)?"
_COUNTED = (
    rf"\d{{1,3}}(?:\s?(?:[,;]|[,;]?\s(?:and|&(?:amp;)?)|[{DASHES}])\s?"
    rf"(?:(?:{_SPEAKS}|[Ss]ources?)\s?)?#?\d{{1,3}}){{0,60}}"
)
"""1, 3 and 4; #1, #25; 2, source 7"""
_SPOKEN = (
    rf"(?P<spoken>(?<!\w)(?:[\[(](?:[Ss]ee\s+|[Cc]f\.?\s+)?(?:{_SPEAKS}|(?:[Ff]oot|[Ee]nd)notes?|[Ss]ources?){_AFTER_WORD}(?P<listed>{_COUNTED})\b[\])]"
    rf"|(?:[\[(](?:[Ss]ee\s+|[Cc]f\.?\s+)?(?:{_SPEAKS}|(?:[Ff]oot|[Ee]nd)notes?|[Ss]ources?)|(?:see\s+|cf\.?\s+)?{_SPEAKS})\s?(?P<said>"
    + NUMBERS
    + r")\b[\])]?))"
)
_LABEL = (
    r"\\?\[(?!PM(?:C\d|ID)|(?:doi|DOI):)(?P<label>[A-Za-z][\w:+-]{2,60}(?:[,;]\s?[\w:+. –-]{2,40}){0,6})\\?\](?![(:\[])"
)
_YEARS = r"(?=[^{0}]{{0,400}}\b(?:19|20)\d\d[a-z]?\b)(?![^{0}]{{0,400}}https?:|(?:doi|DOI)[:\s])[^{0}\n]{{5,400}}"

_TO_A_PLACE = r"(?:cite|citation|ref(?:erence)?(?:[-_]?num)?|cn|fn(?:[-_]?ref)?|foot[-_]?note(?:[-_]?ref)?|source)"
_BEHIND_WORDS = r"(?:(?<=\S)|(?<=\S[ ]))"
_PLACED = rf"\s(?:\w{{1,8}}=)?[\"'{{\[]{{0,2}}(?P<placed>{NUMBERS})[\"'}}\]]{{0,2}}\s?"
"""A place of the list in a tag: Hugo "{{< cite 3 >}}", Liquid "{% fn 3 %}", MDX "<Ref n={3} />"."""

_IN_SQUARE = (
    rf"(?P<noted>{inline_footnotes.IN_SQUARE})",
    r"\[\\?\[(?P<doubled>[^\[\]\\\n]{1,60})\\?\]\]" + _TARGET.format("target"),
    r"\[(?P<text>[^\[\]\n]{0,600})\]" + _TARGET.format("url"),
    r"\[\^(?P<note>[^\[\]\s]{1,60})\](?!:)",
    r"\[(?P<pandoc>[^\[\]@\n]{0,80}@[^\[\]\n]{1,400}(?:\[[^\[\]\n]{1,60}\][^\[\]\n]{0,200})?)\](?!\()",
    rf"(?P<square>(?<![^\W_])(?<![^\W_]_)(?<![\"“\[])\[{_LOCATED}\]{_THROUGH}(?![\w‐‑-]*[‐‑-]\w|\(|\"|”)"
    rf"|(?<=[\w.,;:!?”\"’)\]])\[{_LOCATED}\]{_THROUGH}(?![\w(]|[‐‑-]\w)"
    rf"|(?<!\w)\[\[{_LOCATED}\]\](?![\w(\[]))",
    _FACED,
    rf"\[(?P<tag>{_TAG}(?:[;,]\s?{_TAG}){{0,10}})\](?!\()",
    odd_marks.IN_SQUARE,
    _SPOKEN,
    r"(?P<brackets>\[" + _YEARS.format(r"\[\]") + r"\](?!\())",
    _LABEL,
)
_IN_ROUND = (
    rf"(?P<round>\({NUMBERS}\)(?!-\w))",
    odd_marks.IN_ROUND,
    _SPOKEN,
    r"(?P<brackets>\((?!-?@)" + _YEARS.format("()") + r"\))",
    r"(?P<year>\((?:19|20)\d\d[a-z]?\.?(?:,\s?pp?\.?\s?[\d–-]{1,12})?\))",
)
_IN_TAGS = (
    rf"(?P<noted>{inline_footnotes.IN_TAGS})",
    rf"{_BEHIND_WORDS}<(?:Cite|Citation|Ref|Reference|Foot[nN]ote(?:Ref)?|Fn|Source){_PLACED}/?>",
    *template_keys.IN_TAGS,
    r"<ref\b(?P<ref>[^<>]{0,200})(?:/>|>[^<]{0,2000}(?:<(?!/?ref\b)[^<]{0,500}){0,20}</ref>)",
    r"<sup\b[^<>]{0,100}>(?![^<]{0,300}\]\(\s?<?https?:)(?!\s?(?:\{[%{c]|\\|:cite|\[?@))(?P<sup>[^<]{0,80}(?:<(?!/sup)[^<>]{0,300}>[^<]{0,40}){0,12})</sup>"
    rf"(?P<next>(?:\s?[,;{DASHES[1:]}-]?\s?<sup\b[^<>]{{0,100}}>[^<]{{0,20}}</sup>){{0,12}})",
    r"<a\s(?P<attributes>[^<>]{0,2000})>(?P<anchor>[^<]{0,500}(?:<(?!/a\b)[^<>]{0,300}>[^<]{0,300}){0,6})</a>",
)
_BEHIND_BACKSLASH = (
    rf"\\\[(?P<escaped>\s?{_WORDED}\s?\\\](?:\s?[{DASHES[1:]}-]\s?\\\[\s?\d{{1,3}}\s?\\\])?)",
    *template_keys.BEHIND_BACKSLASH,
    _LABEL,
)
_BEHIND_CARET = (
    r"\^\[(?!\d{1,3}(?:[,;–-]\s?\d{1,3}){0,9}\])(?P<inline>[^\[\]]{3,1500}(?:\[[^\[\]]{0,300}\][^\[\]]{0,500}){0,4})\]",
    rf"\^(?P<caret>{NUMBERS})\^",
    rf"\^(?P<up>{NUMBERS}|\({NUMBERS}\)|\{{{NUMBERS}\}}|\[{NUMBERS}\])(?![\w^(]|\.\d)",
)
_BEHIND_AT = (
    r"(?<![\w@./])@\{?(?P<named>(?:(?:doi|pmid|pmc|pmcid|isbn|arxiv|url):|https?://|10\.\d{4,9}/)"
    r"[^\s<>\[\]\"“”{}]{3,400}|PMC\d{5,9}\b)\}?",
    r"(?<![\w@./])@(?P<running>[A-Za-z][\w:-]{2,60}\d{2,4}[a-z]?)(?![\w@])",
)
_WIDE = (rf"[［【〔⟦❲〖]\s?(?P<wide>\d{{1,3}}(?:\s?[,;，、；～〜－{DASHES[1:]}-]\s?\d{{1,3}}){{0,60}})\s?[］】〕⟧❳〗]",)
_IN_FIGURES = (
    rf"{_STOPPED}(?P<lost>\d{{1,3}}(?:[,–-]\d{{1,3}}){{0,8}})(?=\s|$)",
    r"(?<=[^\s\d]\n)(?P<line>\d{1,3}(?:[,–-]\d{1,3}){0,8})(?=[ \t]*\n)",
    r"(?:(?<=[a-z]{3})|(?<=\d%))(?P<glued>\d{1,2}(?:[,–-]\d{1,2}){0,8})(?=[\s.,;:!?)]|$)",
)
_RAISED_UP = (rf"(?:(?<=[^\s\d⁰⁻{_UP}])|(?<=[.!?”\"{_UP},]\s)|(?<=[a-z]{{3}}\s))(?P<raised>{_RAISED})(?![\w/])",)
_IN_WORDS = (
    *template_keys.IN_WORDS,
    _SPOKEN,
    r"(?P<bare>https?://[^\s<>\"“”]{1,2000}|\bwww\.[\w-]{1,60}\.[^\s<>\"“”]{2,2000}"
    r"|\b(?:doi|DOI):\s?10\.\d{4,9}/[^\s<>\"“”]{1,300}|\bPMID:?\s?\d{4,8}\b|\b(?:PMCID:?\s?)?PMC\d{5,9}\b)",
)


_OPENS = lazily(
    rf"[`!\[\\^<(［【〔⟦❲〖@\d{_UP}{odd_marks.SIGNS}CDNPRcdhnrsw{{:#](?:(?<=[`!\[\\^<(［【〔⟦❲〖@{_UP}{odd_marks.SIGNS}])|(?<=[a-z.,!?”\"\n%]\d)|(?<=h)(?=ttps?://)"
    r"|(?<={)(?=[%{c\d])|(?<=[:#])(?=cite)"
    r"|(?<!\w.)(?:(?<=[CcNnRr])(?=it|f|ote|ef)|(?<=s)(?=ee)|(?<=w)(?=ww\.)|(?<=[Dd])(?=oi:|OI:)|(?<=P)(?=M)))"
)
"""Where one of the forms may begin. Few signs do, and few letters that open a word: to find these is quick."""


def _one_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    return lazily("|".join(forms))


_BY_SIGN: Mapping[str, re.Pattern[str]] = {
    "`": _one_of((r"(?P<code>`[^`\n]{1,500}`)",)),
    "!": _one_of((r"(?P<image>!\[[^\[\]]{0,500}\]\([^()\s]{0,2000}(?:\s+\"[^\"\n]{0,300}\")?\))",)),
    "[": _one_of(_IN_SQUARE),
    "(": _one_of(_IN_ROUND),
    "<": _one_of(_IN_TAGS),
    "\\": _one_of(_BEHIND_BACKSLASH),
    "^": _one_of(_BEHIND_CARET),
    "{": _one_of(
        (
            rf"(?P<noted>{inline_footnotes.IN_BRACES})",
            rf"{_BEHIND_WORDS}\{{[{{%][<%]?-?\s?{_TO_A_PLACE}{_PLACED}-?[>%]?[%}}]\}}",
            *template_keys.IN_BRACES,
            odd_marks.IN_BRACES,
        )
    ),
    ":": _one_of(template_keys.BEHIND_COLON),
    "#": _one_of(template_keys.BEHIND_HASH),
    "@": _one_of(_BEHIND_AT),
    **dict.fromkeys("［【〔⟦❲〖", _one_of(_WIDE)),
    **dict.fromkeys(_UP, _one_of(_RAISED_UP)),
    **dict.fromkeys(odd_marks.SIGNS, _one_of((odd_marks.CIRCLED,))),
}
"""The forms that begin with a sign: a text has few of the signs, and reads each from the forms that begin so."""
_FIGURES = _one_of(_IN_FIGURES)
_WORDS = _one_of(_IN_WORDS)


def _forms_at(sign: str) -> re.Pattern[str]:
    return _BY_SIGN.get(sign) or (_FIGURES if sign.isdecimal() else _WORDS)


def forms_in(text: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    """Each written form within a stretch of the text, in order, none within another."""
    place = begin
    for sign in paced(_OPENS.finditer(text, begin, end)):
        start = sign.start()
        if start >= place and (found := _forms_at(text[start]).match(text, start, end)):
            place = found.end()
            yield found
