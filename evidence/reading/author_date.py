"""Citations by author and year: "(Bell et al., 2012; Coe 2015a)", "Bell (2012)", "(World Sleep Council, 2019)"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from evidence.language.dotted_names import undotted
from evidence.language.patterns import lazily

_NAME = r"[A-ZÀ-ÖØ-Þ][\w'’-]{1,40}"
_PARTICLES = r"(?:(?:van|von|de|del|della|di|da|dos|la|le|der|den|ten|ter)\s+){0,3}"
_YEARS = r"(?P<years>(?:19|20)\d\d[a-z]?(?:,?\s?(?:and|&)?\s?(?:(?:19|20)\d\d)?[a-z]?(?![\w]))*)"
_TAIL = r"(?P<tail>(?:[,:]\s*(?:pp?\.?|ch\.?|chap\.?|table|fig\.?|para\.?)?\s?[\w–-]{1,12}){0,3})"
_LEAD = (
    r"^\s*(?:(?:the|see(?: also)?|e\.g\.,?|i\.e\.,?|cf\.?|reviewed (?:in|by)|in|from|and|also|as in|for example,?"
    r"|for (?:a )?reviews?,? see)\s+){0,3}"
)
_PART = lazily(
    rf"{_LEAD}(?P<family>{_PARTICLES}{_NAME}(?:\s{_NAME}){{0,2}})"
    r"(?:,?\s(?:[A-Z]\.\s?){1,3})?(?P<others>(?:,\s(?:[A-ZÀ-ÖØ-Þ][\w'’.-]{0,40}\s?){1,3}){0,8}"
    r"(?:,?\s(?:&|and)\s(?:[A-ZÀ-ÖØ-Þ][\w'’.-]{0,40}\s?){1,3})?,?\s?(?:et\sal\.?|and\scolleagues|and\sothers)?)"
    rf"(?:[,:]?\s+|,(?=\d))\(?{_YEARS}{_TAIL}\)?\s*$"
)
_BODY = lazily(
    rf"{_LEAD}(?:the\s+)?(?P<body>{_NAME}(?:\s(?:of|for|and|the|on|in|&|{_NAME})){{1,12}}),?\s+\(?{_YEARS}{_TAIL}\)?\s*$"
)
_BODY_WORD = lazily(
    r"\b(?:Organi[sz]ations?|Agency|Agencies|Institutes?|Association|Society|Department|Cent(?:er|re)s?|Council|Foundation|"
    r"Committee|College|Ministry|Service|Board|Group|Administration|Academy|Network|Union|Commission|Office|Bureau|"
    r"Authority|Federation|"
    r"Collaboration|Consortium|Force|Alliance|Trust|University|Hospital|Clinic|"
    r"Public Health|National|Royal|World|Cochrane|"
    # journals, which brackets name in place of an author: "(Nature Medicine, 2021)"
    r"Journals?|Annals|Archives|Lancet|BMJ|JAMA|NEJM|PLoS|PLOS|BMC|Nature|Frontiers|Proceedings|Reviews|Reports|Medicine|"
    r"Nutrition|Psychiatry|Pediatrics|Paediatrics|Epidemiology|Neurology|Oncology|Cardiology)\b"
)
_SET_OFF = lazily(
    r"(?<!\w)[*_]{1,2}(?=\w)|(?<=[\w.])[*_]{1,2}(?!\w)|^\s*(?:sources?:\s|published\sin\s)", re.IGNORECASE
)
"""Marks around a name, or a word in front of it: "(*Nature Medicine*, 2021)", "(source: JAMA, 2019)"."""
_ONE_WORD = lazily(r"^The\s(?=\w+$)")
_STAFF = lazily(r"(?<=\w)\s[Ss]taff(?=[\s,])")
"""A body's people in the place of the body: "(Sleep Clinic Staff, 2021)"."""
_ABBREVIATION = lazily(r"\s*[\[(][A-Z][A-Za-z&-]{1,9}[\])]")
_BEFORE_YEAR = lazily(
    r"(?P<family>(?:(?:van|von|de|del|della|di|da|la|le|der|den)\s+){0,3}\b[A-ZÀ-ÖØ-Þ][\w'’-]{1,40})"
    r"(?:,?\s+et\s+al\.?|(?:'s|’s)?\s+and\s+(?:colleagues|co-?workers|others)"
    r"|(?:,\s[A-ZÀ-ÖØ-Þ][\w'’-]{1,40}){0,5},?\s+(?:and|&)\s+[A-ZÀ-ÖØ-Þ][\w'’-]{1,40}|)(?:['’]s)?,?\s*$"
)
_YEAR = lazily(r"(?:19|20)\d\d[a-z]?")
_NO_NAMES = frozenset(
    """
    january february march april may june july august september october november december spring summer autumn
    fall winter since in the this until before after during from between published updated accessed retrieved
    version born census guideline guidelines report trial study review act copyright edition covid who we a an
    table figure chapter section appendix monday tuesday wednesday thursday friday saturday sunday early late
    mid olympics survey cohort update
    """.split()  # noqa: SIM905
)
_LETTERS = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ł": "l", "Ł": "L",
        "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "ħ": "h", "Ħ": "H", "ŋ": "n", "Ŋ": "N",
        "ŧ": "t", "Ŧ": "T", "ə": "e", "Ə": "E",
    }
)  # fmt: skip


def family_key(family: str) -> str:
    """A family name in ASCII lower case without spaces or marks: "Dominguez-Bello" -> "dominguezbello"."""
    return re.sub(r"[^a-z]", "", in_plain_letters(family).lower())


def in_plain_letters(words: str) -> str:
    """The words in ASCII: "Łoś" -> "Los"; what has no like there is left out."""
    return unicodedata.normalize("NFKD", words.translate(_LETTERS)).encode("ascii", "ignore").decode()


def in_brackets(inner: str) -> list[str]:
    """The keys of the works between brackets, as "author:bell:2012a"; [] where none is cited."""
    keys: list[str] = []
    for part in _SET_OFF.sub("", inner).rstrip(" .").split(";"):
        part = _STAFF.sub("", part)
        plain = _ABBREVIATION.sub("", part)
        body = _BODY.match(undotted(plain))
        if body and _BODY_WORD.search(body["body"]):
            name = _ONE_WORD.sub("", body["body"])
            keys += [f"author:{family_key(name)}:{year}" for year in years_of(body["years"])]
            continue
        named = _PART.match(part)
        if named and _is_family(named["family"]):
            family = family_key(_last_name(named["family"]))
            keys += [f"author:{family}:{year}" for year in years_of(named["years"])]
    return keys


def is_years(inner: str) -> bool:
    """Whether brackets hold a year first, so that the author stands in front of them."""
    return _YEAR.fullmatch(inner.split(",")[0].split(";")[0].strip(" .")) is not None


def years_of(text: str) -> Iterator[str]:
    """ "2012a,b, 2014" -> "2012a", "2012b", "2014"."""
    year = ""
    for piece in re.findall(r"((?:19|20)\d\d)?([a-z]?)(?=\W|$)", text):
        year = piece[0] or year
        if year and (piece[0] or piece[1]):
            yield f"{year}{piece[1]}"


def before_years(text: str, begin: int, end: int) -> tuple[int, str]:
    """Where the author's name in front of "(2012)" at `end` begins, and its key; (-1, "") where there is none."""
    window = max(begin, end - 160)
    before = None
    for candidate in _BEFORE_YEAR.finditer(text[window:end]):
        before = candidate
    if before is None or before["family"].split()[-1].lower() in _NO_NAMES:
        return -1, ""
    family = family_key(re.sub(r"['’]s$", "", before["family"]))
    return (window + before.start(), family) if len(family) > 1 else (-1, "")


def _last_name(family: str) -> str:
    """ "Sarah Rautava et al." names Rautava; "van der Berg" is one name."""
    capitals = [word for word in family.split() if word[0].isupper()]
    return capitals[-1] if len(capitals) > 1 else family


def _is_family(text: str) -> bool:
    first = text.split()[0]
    known = first.isupper() and len(first) > 2
    return (known or first.lower() not in _NO_NAMES) and len(family_key(text)) > 1
