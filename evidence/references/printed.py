"""A printed reference as the line that its fields are read from: without markup, and without remarks about it.

What is taken out and yet says something of the work is kept beside the line: its standing, a year, that it is a
preprint.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from evidence.language.patterns import lazily
from evidence.references.author_names import parse_names, with_plain_et_al
from evidence.references.publication_details import YEAR
from evidence.references.remarks import before_remarks, without_remarks
from evidence.references.status_marks import without_status
from evidence.references.visits import without_visit

LINK = lazily(r"!?\[([^\[\]]{0,600})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}\)")
_NUMBERING = lazily(
    r"^\s*(?:[-*+•]\s+)?(?:[*_]{1,2}[(\[]?\d{1,3}[.)\]:]{0,2}[*_]{1,2}[.:)]?\s+|\[\^?[\w.-]{1,30}\]:?\s*|\(?\d{1,3}[.)]\s+|\^\d{1,3}\s+)?"
)
_SIGNS_BEFORE = lazily(r"^[\u2190-\u2bff\U0001f000-\U0001faff\ufe0e\ufe0f]{1,6}\s{0,3}")
_COPYRIGHT = lazily(rf"(?<=[\s,;(])(?:c|cop\.\s?|©\s?)(?={YEAR}\b)")
_RAISED = lazily(r"<sup\b[^<>]{0,100}>[^<>]{0,12}</sup>", re.IGNORECASE)
_TAG = lazily(r"</?[A-Za-z][^<>]{0,500}>")
_EMPHASIS = lazily(r"(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)|~~")
_TRAILERS = lazily(
    r"(?:\b(?:available (?:from|at|online|via)|retrieved(?: [\w ,]{3,25})? from|accessed(?: on)?|epub|doi|"
    r"disponible (?:en|sur|à|à l[’']adresse)|dispon[ií]vel em|disponibile (?:su|in|a|all[’']indirizzo)|verfügbar unter|"
    r"(?:pubmed(?: central)? )?pmid|pmcid|url|e-?published)\b:?|https?://|\bwww\.|(?<!\d)10\.\d{4,9}/|\bPMC\d{3,}|\bNCT\d{8}|\bISBN\b)",
    re.IGNORECASE,
)
_ARXIV = lazily(
    r"(?:\b(?:pre|e)-?prints?[,:.]?\s(?:at\s)?)?[(\[]?(?:"
    r"\b(?:available (?:from|at) )?(?:arxiv|corr)(?: (?:e-?prints?|pre-?prints?))?[.,:]?\s?"
    r"(?:(?:19|20)\d\d\s?[;,:]\s?)?)?"
    r"(?:arxiv:\s?|"
    r"(?:https?://)?(?:www\.)?arxiv\.org/(?:abs|pdf)/|abs/|(?<=pre-print\s)|(?<=e-print\s)|(?<=e-print\s\()|"
    r"(?<=arxiv[.,:]\s)|(?<=preprint\s)|(?<=prints\s(?:19|20)\d\d:)|"
    r"(?<=arxiv\s))(?P<number>(?P<yy>\d\d)(?:0[1-9]|1[0-2])\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?/(?P<old>\d\d)\d{5})"
    r"(?:v\d{1,2})?(?:\s?[\[(][a-z-]{2,8}(?:\.[A-Za-z-]{2,8})?[\])])?[)\]]?(?:[.,]\sarxiv(?=\W|$))?(?!\w)",
    re.IGNORECASE,
)
_SERVER = lazily(
    r"(?:(?<=[.?!”\",])|(?<=[.?!”\",]\s))\s?(?:(?:submitted|posted|uploaded)\s(?:to|on)\s(?:the\s)?)?(?P<server>(?:ar|bio|med|chem|psyar|socar|eartharx?|edar|tech|engr|agri|sport|afric)x?r?xiv"
    r"|arxiv(?=\d{8,9}\b)|SSRN(?: Electronic Journal)?|Research Square|Preprints(?:\.org)?|OSF Preprints|PsyArXiv)"
    r"(?:(?<=xiv)\d{8,9}(?:\s[A-Z][A-Za-z-]{1,12})?)?"  # as Zotero writes it without a style for it
    r"(?:\s?[\[(][a-z-]{2,8}(?:\.[A-Za-z-]{2,8})?[\])])?(?:\s?[\[(]preprint[\])])?(?:\.\s?preprint(?=\.))?"
    rf"(?=[.,;]?\s?(?:$|[\[(]?{YEAR}|(?:\d{{1,2}}\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{{0,6}}\b))",
    re.IGNORECASE,
)
_PREPRINT = lazily(r"(?<=[.?!])\s[\[(]?(?:pre|e)-?print[\])]?[.,:;]?(?=\s|$)", re.IGNORECASE)
"""The word that is left where the server that it spoke of was taken out."""
_BIORXIV = lazily(
    r"(?P<server>\b(?:bio|med)rxiv)(?:\s?[\[(]preprint[\])])?[.,:]?\s(?:20[12]\d[:;]\s?)?(?:(?P<year>20[12]\d)\.\d\d\.\d\d\.\d{6,9}|\d{6}(?!\d))(?:v\d{1,2})?",
    re.IGNORECASE,
)
_DAY_IN_DOI = lazily(r"\b10\.(?:1101|64898)/(?P<year>20[12]\d)\.\d\d\.\d\d\.\d{6}")
_GLUED_INITIALS = lazily(r"(?<![\w.])((?:[A-ZÀ-Þ]\.-?){1,4})(?=[A-ZÀ-Þ][a-zß-ÿ'’])")
_LINE_OF_INITIALS = lazily(r"(?:[A-ZÀ-Þ]\.-?){1,4}[A-ZÀ-Þ][a-zß-ÿ'’].{0,400}?[a-zß-ÿ]{2}\.(?=\s)")
_CHAPTER_PAGES = lazily(
    r"(?P<before>;\s?(?:(?:1[6-9]|20)\d\d))\s?:\s?(?P<pages>[A-Za-z]?\d{1,5}\s?[-–]\s?[A-Za-z]?\d{1,5}|[ivxl]{1,7}\s?[-–]\s?[ivxl]{1,7})\s?[.,]?\s?$"
)
_ARTICLE_NUMBER = lazily(
    r"(?<=[\d)])(?P<sign>\s?(?::|,\s))\s?(?:article|art\.?|artikel|paper|id)(?:\s(?:no|nr|id|number)\b\.?:?)?\s?(?P<number>[A-Za-z]{0,3}\d{1,12}\b)",
    re.IGNORECASE,
)
_YEAR_AT_END = lazily(
    rf"(?:\(|[,.;]\s+)(?:(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{{0,6}}\.?\s)?(?P<year>{YEAR})\)?[.\s*†‡]*$"
)
"""Behind the address of a page, in brackets as Nature and Springer write it, or as the last word of the line."""
_SAME = lazily(r"^(?:[-–—_―]{3,12}|[—―]{1,2})[.,:]?\s+(?![,;&]|and\b|et\b)(?=\S)")
"""The dash for the authors of the entry before."""
STAND_IN = "Smith, John."
"""Stands for the dash while the line is read, and is no author afterwards."""
_LOST_DASH = lazily(r"(?P<before>[:,.]\s?)(?P<first>\d{1,5})[?=~](?P<last>\d{1,5})(?=[.,;)\s]|$)")
"""Pages whose dash was lost in a change of encoding: "451?454"."""
_TWO_COLONS = lazily(
    r"(?P<before>[^\W\d](?:[,.]?\s|(?=\d)))(?P<volume>\d{1,4}):\s?(?P<issue>\d{1,3}(?:[-–/]\d{1,3})?)(?::\s?|,\s(?=pp?\.\s?\d))(?=(?:pp?\.\s?)?[A-Za-z]?\d)"
)
"""Volume, issue and page between colons: "43:17: 6691", "50: 2, pp. 679"."""
_GLUED = lazily(
    r"(?:(?<=\s)(?P<short>[A-Z][A-Za-z]{0,4}(?:&[A-Z][A-Za-z]{0,3})?[A-Z]|[A-Z]{1,4}&[A-Z])"
    r"|(?<=[a-z]\s)(?<!itamin\s)(?P<section>[A-H])|(?<=[a-z]\.\s)(?P<part>[A-H]))"
    r"(?P<volume>\d{1,3})(?=(?:,|:)\s?(?:[A-Z]?\d|pp?\.)[\w–-]{0,14}[.,]?\s?\(?(?:(?:1[89]|20)\d\d)?\)?\.?$"
    r"|\s?\(\d{1,3}\)\s?[:,]\s?[A-Z]?\d)"
)
"""A journal in capitals, or the letter of its section, with its volume stuck to it: "ApJ475, 163", "Review B54, 17"."""
_NAMES = r"(?:(?:[A-ZÀ-Þ]\.[\s-]?){1,3}|[A-ZÀ-Þ][\w'’-]{1,30}\s?|(?:van|von|de|der|and|et|und|&)\s){1,8}"
_TRANSLATED = lazily(
    rf"\s\((?:tr|trans|transl|translated|trad|übers)\b\.?(?:\s(?:by|von|par|de))?\s{_NAMES}\)"
    rf"|(?<=[.,”\"’])\s(?:[Tt]ranslated|[Tt]ransl?\.|[Tt]rad(?:uit|\.)?(?:\sfr\.)?|[Üü]bersetzt)\s(?:by|par|de|von)\s{_NAMES}[.,](?=\s)"
)
"""Who translated a work, which no field holds."""
_MLA_MEDIUM = lazily(rf"(?<=[\d)]\.)\s(?:Web|Print|E-?book)\.(?:\s\d{{1,2}}\s[A-Z][a-z]{{2,8}}\.?\s{YEAR})?\.?\s*$")
"""“233-8. Web. 5 May 2014.”: the medium and the day of the visit, in MLA's seventh edition."""
_FIRST_YEAR = 90
"""arXiv began in 1991."""

_ABROAD = (
    (lazily(r"(?<=[.?!,”]\s)(?:En|Dans|Em|Nel|Nella|I|Im)\s?:\s(?=[A-ZÀ-Þ])"), "In: "),
    (
        lazily(
            r"(?P<initials>\s[A-ZÀ-Þ]{1,3}),?\s\(?(?:Hrsg|Hg|Herausgeber|editor[ei]s?|éditeurs?|éds?|dirs?|"
            r"directeurs?|a cura di|organizadore?s?|orgs?|"
            r"coords?|coordinador(?:es)?|compilador(?:es)?|curator[ei])\b\.?\)?(?=[.,:]?\s\(?[A-ZÀ-Þ])"
        ),
        r"\g<initials>, editors.",
    ),
    (lazily(r"(?P<initials>\s[A-ZÀ-Þ]{1,3}),?\s\(eds?\.?\)[.,:]?(?=\s[A-ZÀ-Þ])"), r"\g<initials>, editors."),
    (
        lazily(
            r"(?<=[.,(;]\s)(?P<n>\d{1,2})(?:\.|\.?[ªºa°]|e|ème|\.ª)?\s?(?:Aufl(?:age)?|ed(?:ici[óo]n|izione|ição)?|éd(?:ition)?)\b\.?"
        ),
        r"\g<n>th ed.",
    ),
    (lazily(r"(?<=[\d][.,]\s)(?:S\.|Seiten?|págs?\.)\s(?=\d)"), "p. "),
    (
        lazily(rf"(?<=;)\s?(?P<y>{YEAR})\s?:\s?chap(?:ter|s)?\.?\s?\w{{1,8}}(?:[-–]\w{{1,8}})?", re.IGNORECASE),
        r" \g<y>",
    ),
    (lazily(r"(?<=\d;)\s?(?:Bd|Jg|[Vv]ol|[Tt])\.?\s?(?=\d{1,4}\s?[(:])"), " "),
    (lazily(r"(?<=[\d)]:)\s?(?:S\.|Seiten?|págs?\.)\s?(?=[A-Za-z]?\d)", re.IGNORECASE), ""),
)
"""What stands around the book of a chapter, and before pages, in German, French, Spanish, Portuguese and Italian."""


class Printed(NamedTuple):
    """`text`: the line to read; `raw`: the same with its markup and identifiers.

    `same` where a dash stands for the authors; `text` begins with `STAND_IN` in its place.
    `status` is that of `status_marks`. `year` is a year that stands in a remark ("Updated March 3, 2019"): the year of
    the work where there is no other. `server` names the server of a preprint.
    """

    text: str
    raw: str
    status: str = ""
    year: int | None = None
    server: str = ""
    same: bool = False


def printed(written: str) -> Printed:
    """The line of a reference string that its fields are read from."""
    raw, status = without_status(re.sub(r"\s{3,}", " ", written))
    raw = without_remarks(raw)
    text = re.sub(r"\s+", " ", _NUMBERING.sub("", raw, count=1)).replace("‐", "-").replace("‑", "-").strip()
    text = _SIGNS_BEFORE.sub("", text)
    text, dashes = _SAME.subn(f"{STAND_IN} ", text, count=1)
    text = _COPYRIGHT.sub("", text)
    text = _without_raised(text)
    text = _TAG.sub("", LINK.sub(lambda match: match.group(1), text))
    text = re.sub(r"(?<=[.\s])In press\.\s", "", _EMPHASIS.sub("", text))
    text, year = without_visit(text)
    text = _MLA_MEDIUM.sub("", text)
    cut = _TRAILERS.search(text)
    if cut and cut.start() > 10:
        late = _YEAR_AT_END.search(text, cut.end())
        year = year or (int(late["year"]) if late else None)
        text = text[: cut.start()].rstrip()
    text, server, posted = _without_server(text)
    text = _CHAPTER_PAGES.sub(r"\g<before>. p. \g<pages>.", before_remarks(text))
    for pattern, instead in _ABROAD:
        text = pattern.sub(instead, text)
    text = _LOST_DASH.sub(r"\g<before>\g<first>-\g<last>", _TRANSLATED.sub("", text))
    text = _GLUED.sub(lambda match: f"{match['short'] or match['section'] or match['part']} {match['volume']}", text)
    text = _TWO_COLONS.sub(_with_brackets, text) if ":" in text else text
    text = _ARTICLE_NUMBER.sub(r"\g<sign>\g<number>", text)
    text = _spaced(with_plain_et_al(text)).strip().rstrip("([<").strip()
    return Printed(text, raw, status, year or posted, server, bool(dashes))


def _with_brackets(match: re.Match[str]) -> str:
    space = "" if match["before"][-1].isspace() else " "
    return f"{match['before']}{space}{match['volume']}({match['issue']}):"


def without_emphasis(text: str) -> str:
    """The text on one line, without stars and underscores around its words."""
    return re.sub(r"\s+", " ", _EMPHASIS.sub("", text)).strip()


def _without_server(text: str) -> tuple[str, str, int | None]:
    """Without the server and number of a preprint: the text, the server, and the year that the number tells.

    arXiv's identifiers of 1991 and 2007 begin with year and month, bioRxiv's of 2019 with the day.
    """
    small = text.lower()
    if not any(name in small for name in ("xiv", "corr", "ssrn", "research square", "preprints")):
        return text, "", None
    found = _BIORXIV.search(text) or _ARXIV.search(text) or _SERVER.search(text)
    if not found:
        return text, "", None
    line = _cut(text, found)
    told = found.groupdict()
    dated = told.get("year") or ((day := _DAY_IN_DOI.search(text)) and day["year"])
    year = int(dated) if dated else None
    if "number" in told:
        short = int(told["yy"] or told["old"])
        year = 1900 + short if short > _FIRST_YEAR else 2000 + short
        if named := _SERVER.search(line):
            line = _cut(line, named)  # named before its number: "ArXiv [Preprint]. 2021 Apr 12:arXiv:…"
    return _PREPRINT.sub("", line), told.get("server") or "arXiv", year


def _cut(text: str, found: re.Match[str]) -> str:
    """The text without what was found in it, and the part before it ended by a stop."""
    before, after = text[: found.start()].rstrip(" ,;:"), text[found.end() :].lstrip(" .,;")
    before = before if before.endswith((".", "?", "!", ")", "”", '"')) or not after else f"{before}."
    return f"{before} {after}".strip()


def _without_raised(text: str) -> str:
    """Without the raised numbers behind the names of its authors, which lead to where they work."""
    head, stop, rest = text.partition(". ")
    if "<sup" not in head:
        return text
    bare = _RAISED.sub("", head)
    return bare + stop + rest if len(parse_names(bare)) > head.count("<sup") // 2 else text


def _spaced(text: str) -> str:
    """ "G.R.R.Martin and D.Adams. The Lord…" with a space behind the initials of its authors."""
    line = _LINE_OF_INITIALS.match(text)
    if not line:
        return text
    return _GLUED_INITIALS.sub(r"\1 ", text[: line.end()]) + text[line.end() :]
