"""When and how somebody looked at a work online, taken out of a reference: never the year of the work.

NLM, Citing Medicine, chapter 22 ("[Internet]", "[cited 2025 Jan 2]", "[updated …]"); AMA 11 ("Accessed …"); and the
same in other languages.
"""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

_MEDIUM = lazily(
    r"\s*\[\s?(?:(?:[\w-]{2,14}\s){0,3}?(?:on\s(?:the\s)?)?(?:internet|online|on-line|www|web|world wide web)"
    r"|home\s?page|web\s?(?:site|page)|serial|electronic (?:resource|version|article)|en l[ií]nea|en ligne|"
    r"em linha|in linea|"
    r"elektronische ressource|e-?book|e-?pub ahead of print|about \d{1,4} (?:p|pp|pages|screens|paragraphs)\.?"
    r"|(?:[JMCDRNSPZA]|EB|DB|CP)(?:/(?:OL|CD|MT|DK))?|date unknown|no date|place unknown|publisher unknown|"
    r"s\.\s?[ln]\.)\s?\]|\s*\((?:internet|online)\)",
    re.IGNORECASE,
)
_UNPLACED = lazily(r"(?<=[.?!\])])\s*\[(?:place unknown|s\.\s?l\.)\s?\]\s?:(?=\s)", re.IGNORECASE)
"""With its colon, where who published the work follows: "[place unknown]: Plum Board"."""
_UNDATED = lazily(
    r"(?<=[.?!\])])\s*(?:(?:[Nn]o date|[Uu]ndated|[Dd]ate unknown)"
    r"(?=\s?\.?\s*$|\.?\s{1,3}(?:\[|Available|Retrieved|https?:))"
    r"|(?:n\.\s?d|s\.\s?[adf]|o\.\s?J)\.(?=\.?\s*$|\.?\s{1,3}(?:[A-Z\[]|https?:)))"
    r"|(?<=\w),\s?n\.\s?d\.(?=\s*$|\s{1,3}https?:)"
)
"""What stands for the date of a work that bears none, in English, Latin, Spanish and German."""
_UNDATED_STEMS = (
    *("no date", "undated", "date unknown"),
    *("n.d", "n. d", "s.a", "s. a", "s.d", "s. d", "s.f", "s. f", "o.j", "o. j"),
)
_EXTENT = lazily(r":\s?\[(?:about\s)?\d{1,4}\s(?:p|pp|pages|screens?|paragraphs)\.?\]", re.IGNORECASE)
"""“2(5):[about 3 p.]”: pages that were counted on a screen."""

_VISITED = (
    r"(?:(?:last|date(?:\sof)?|first)\s)?(?:cited|accessed|access(?:\sdate)?|retrieved|viewed|visited|consulted|seen|downloaded"
    r"|citado|acceso|accedido|consultad[oa]|consulta|recuperado|acessad[oa]|acesso|acedido|citato|consultat[oa]|accesso"
    r"|ultimo accesso|visitato|consultée?s?|citée?|visitée?|page consultée|zitiert|zugriff|zugegriffen|"
    r"abgerufen|aufgerufen|citov[aá]n[éýo]|cytowan[eoy]|dostęp|data\sdostępu|hämtad|hentet|læst|viitattu|erişim\starihi|дата\sобращения"
    r"|besucht|stand|letzter zugriff|geraadpleegd|bezocht)"
)
_RENEWED = (
    r"(?:(?:page|content|site|article)\s)?(?:(?:last|first|originally|preprint)\s)?(?:(?:was|is)\s)?"
    r"(?:updated?|reviewed|revised|modified|amended|published(?:\sonline)?(?:\sfirst|\sahead\sof\sprint)?|posted(?:\sonline)?"
    r"|e-?published|e-?pub(?:\sahead\sof\sprint)?|available\sonline|created|issued|online\sfirst|online\sahead\sof\sprint|online|actualizad[oa]|"
    r"aggiornat[oa]|mise? à jour"
    r"|aktualisiert|bijgewerkt|publicado(?:\sen\slínea)?|publié(?:\sen\sligne)?|pubblicat[oa]|veröffentlicht)"
)
_LINKING = r"(?:\s?:|\s(?:on|at|am|le|el|il|em|en|op|vom|date:?))?"
_YEAR = r"(?:1[6-9]|20)\d\d"
_MONTH = (
    r"(?:jan|feb|f[eé]v|mar|m[aä]r|apr|abr|avr|ma[iyg]|jun|giu|gen|jul|juil|juin|lug|aug|ago|ao[uû]|sep|set|oct|okt|out|ott|nov|"
    r"янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|"
    r"dec|dez|dic|d[eé]c|ene|janv|spring|summer|autumn|fall|winter)[^\W\d_]{0,8}\.?"
)
_DATE = (
    rf"(?:{_YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\s?\d{{1,2}}[-/.]\s?(?:{_YEAR}|\d\d)\b"
    rf"|(?:\d{{1,2}}(?:st|nd|rd|th|\.|º|er)?\s(?:of\s|de\s)?)?{_MONTH}(?:\s\d{{1,2}}(?:st|nd|rd|th)?)?,?\s(?:de\s)?{_YEAR}"
    rf"|{_YEAR}[\s,]{{1,2}}{_MONTH}(?:\s\d{{1,2}}\b)?|{_YEAR})"
)
_TIME = r"(?:,?\s(?:at\s|um\s|à\s)?\d{1,2}[:.h]\d\d(?:\s?(?:am|pm|uhr))?)?"
_BRACKETS = lazily(
    rf"\s*[\[(]\s?(?P<inside>(?:{_VISITED}|{_RENEWED}){_LINKING}[\s:][^\[\]()]{{0,120}}?\d[^\[\]()]{{0,60}})[\])]",
    re.IGNORECASE,
)
_LOOKED_AT = lazily(
    r"(?:(?<=\b[12]\d\d\d\s)|(?<=\b[A-Z][a-z]{2}\s\d\s)|(?<=\b[A-Z][a-z]{2}\s\d\d\s)|(?<=\b[12]\d\d\d\s[A-Z][a-z]{2}\s)|(?<=\]\s)|(?<=\]\.\s)"
    r"|(?<=\b[12]\d\d\d\s[A-Z][a-z]{2}[-/–][A-Z][a-z]{2}\s))"
    rf"(?:\[|\((?=[^()]{{4,80}}\);))\s?(?:[^\W\d_]{{2,20}}[.:]?\s){{1,4}}(?!{_YEAR}\s?\])(?i:{_DATE}|\d{{1,2}}\.?\s[^\W\d_]{{3,12}}\s{_YEAR}){_TIME}\s?[\])](?=\s?[.;:,]|\s|$)"
)
"""Behind the year or the medium, words with a day in brackets tell of a look at the work in any language [house]."""
_SENTENCE = lazily(
    rf"(?<=[.;,:)\]?!/\w])\s*(?:(?<=[.;,:)\]?!/])|(?<=[.;,:)\]?!/]\s)|(?<=\s)(?-i:(?=[A-Z])))"
    rf"(?:(?P<visited>{_VISITED})|(?P<renewed>{_RENEWED})){_LINKING}\s(?P<date>{_DATE}){_TIME}(?!,?\s(?:from|de|von)\s)(?::e?\d{{1,5}}(?:[-–]e?\d{{1,5}})?)?(?:\s?[.;,])?(?=\s|$|\))",
    re.IGNORECASE,
)
_RENEWED_YEAR = lazily(rf"{_RENEWED}{_LINKING}\s[^;]{{0,24}}?\b(?P<year>{_YEAR})\b", re.IGNORECASE)
_PRESS = (
    r"(?:in\spress|forthcoming|to\sappear|article\sin\spress|in\sprint|accepted(?:\s(?:for\spublication|manuscript|paper|article))?"
    r"|(?:e-?pub(?:lished)?\s|online\s|published\s(?:online\s)?)?ahead\sof\sprint|advance(?:d)?\s(?:online\spublication|access|article)"
    r"|published\sonline(?:\sfirst)?|online\sfirst|early\sview|first\sview|submitted(?:\sfor\spublication)?|unpublished|under\sreview|publication\spending|em\simpressão|publicaci[óo]n\sen\scurso|w\sdruku|in\sdruk"
    r"|im\sdruck|im\serscheinen|sous\spresse|à\sparaître|en\sprensa|in\sstampa|in\scorso\sdi\s(?:stampa|pubblicazione)|no\sprelo|ter\sperse)"
)
_IN_PRESS = lazily(
    rf"(?<=[^\s.,;:(])\s?(?:[.,;:]\s?{_PRESS}(?:\s?[.,;:]|(?=\s{_YEAR})|\s?$)|,?\s?[(\[]{_PRESS}[)\]](?=\s?(?:[.,;:]?\s?$|[.;,]?\s?{_YEAR}|;)))",
    re.IGNORECASE,
)
_PREPRINT = lazily(r"(?<=[.?!])\s(?:preprint|e-?print)(?:\.(?=\s|$)|\sat(?=\shttp))", re.IGNORECASE)


_STEMS = (
    *(
        "access",
        "cited",
        "citad",
        "citat",
        "cité",
        "retriev",
        "viewed",
        "visit",
        "consult",
        "seen",
        "download",
        "aces",
        "recuper",
        "zitiert",
        "acceso",
        "citov",
        "cytow",
        "dostęp",
        "hämtad",
        "hentet",
        "læst",
        "viitat",
        "erişim",
        "обращен",
    ),
    *(
        "zugriff",
        "zugegr",
        "rufen",
        "besucht",
        "stand",
        "geraad",
        "bezocht",
        "updat",
        "reviewed",
        "revised",
        "modifi",
        "amended",
        "publ",
    ),
    *(
        "posted",
        "epub",
        "e-pub",
        "availab",
        "created",
        "issued",
        "online",
        "actualiz",
        "aggiorn",
        "à jour",
        "aktualis",
        "bijgew",
        "veröff",
    ),
    *(
        "press",
        "forthcom",
        "appear",
        "print",
        "accept",
        "ahead",
        "advance",
        "view",
        "submit",
        "druck",
        "erschein",
        "paraître",
        "prensa",
        "stampa",
    ),
    *("corso di", "prelo", "perse", "review", "pending", "impress", "curso", "druk"),
)
"""Parts of the words looked for: most references hold none, and are passed over."""


def without_visit(written: str) -> tuple[str, int | None]:
    """The line without medium, visits, dates of renewal and "in press"; and the year it was published or renewed."""
    small = written.lower()
    plain = written
    if "[" in written or "(internet" in small or "(online" in small:
        plain = _MEDIUM.sub("", _UNPLACED.sub("", _EXTENT.sub("", _without_looks(plain))))
    years: list[int] = []
    if any(stem in small for stem in _STEMS):
        plain = _IN_PRESS.sub(". ", _without_dates(plain, years))
    if any(stem in small for stem in _UNDATED_STEMS):
        plain = _UNDATED.sub("", plain)
    if "print" in small:
        plain = _PREPRINT.sub("", plain)
    if plain == written:
        return written, None
    plain = re.sub(r"\s{1,20}(?=[.,;:](?:\s|$|\d))", "", plain)
    plain = re.sub(r"\.\s?;(?:\s?(?=\d)|[\s.]{0,9}$)", ". ", plain)
    return re.sub(r"\s{2,}", " ", plain), years[0] if years else None


def _without_looks(text: str) -> str:
    """The line without dates in brackets behind the year or the medium, save those of words that are known."""
    return _LOOKED_AT.sub(lambda found: found.group() if _BRACKETS.match(found.group()) else "", text)


def _without_dates(text: str, years: list[int]) -> str:
    """The line without dates of visits and of renewal; the years of the latter are added to `years`."""
    for match in _BRACKETS.finditer(text):
        if found := _RENEWED_YEAR.search(match["inside"]):
            years.append(int(found["year"]))
    text = _BRACKETS.sub("", text)
    for match in _SENTENCE.finditer(text):
        if match["renewed"] and (year := re.search(_YEAR, match["date"])):
            years.append(int(year.group()))
    return _SENTENCE.sub(" ", text)
