"""Words behind a reference that are not of it: links of an index, arrows back to the text, notes of other works.

PubMed's notes ("Erratum in: …", "Comment in: …") name other works, with identifiers of theirs.
"""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

_YEAR = r"(?:1[6-9]|20)\d\d"
_PAGE = r"[A-Za-z]{0,4}\d[A-Za-z\d]{0,12}(?:\.[a-z]?\d{1,4}(?!\w))?"
_PAGES = rf"{_PAGE}(?:\s?[-–—]{{1,2}}\s?{_PAGE})?(?:,\s?\d{{1,5}}(?:[-–]\d{{1,5}})?(?![\d(:]))?"
_NOTES = lazily(
    r"(?<=[\d.;)\]])\s?[\[(]?(?:(?:published\s)?errat(?:um|a)|corrigend(?:um|a)|corrections?|comments?|commentary|update(?:d)?|"
    r"republished|corrected\sand\srepublished|summary\sfor\spatients|original\sreport|reprint(?:ed)?|cited|reviewed|discussion|"
    r"companion|retracted\sand\srepublished)(?:\s(?:published|appears?|appeared))?"
    r"\s(?:in|on|of|for|from):\s.{0,300}?(?=\s?[\[(]?(?:PubMed|PMID|PMCID|Free |Available|Accessed|Retrieved)|$)",
    re.IGNORECASE,
)
_PLACED = lazily(rf"[:;,]\s?[A-Za-z]?\d|{_YEAR}\s[A-Z][a-z]{{2}}|{_YEAR}[.;]\s?$")
"""The end of a reference: "Comment on: vaccines" before any place is a title."""
_DATED = lazily(
    rf"\b{_YEAR}(?:[\s,]\s?[A-Z][^\W\d_]{{2,9}}\.?(?:[-–/\s][A-Z]?[^\W_]{{1,9}}\.?)?)?\s?;\s?"
    rf"(?:(?:vol\.?\s?|bd\.?\s?)?[A-Z]?\d{{1,4}}(?:[-–]\d{{1,4}})?(?:\s?(?:suppl|spec|pt|no)\.?\s?[\w-]{{0,5}})?)?"
    rf"\s?(?:\([^()]{{1,30}}\))?(?:\s?suppl\.?\s?\d{{0,3}})?\s?:\s?(?:pp?\.?\s?|S\.\s?|Seiten?\s)?(?:article\s|art\.?\s)?{_PAGES}",
    re.IGNORECASE,
)
_VOLUME = lazily(
    rf"(?<![\d(./-])[A-Z]?\d{{1,4}}\s?(?:\([^()]{{1,25}}\)\s?[:,]|:)\s?(?:pp?\.?\s?)?{_PAGE}\s?[-–—]\s?{_PAGE}(?:[,.]?\s?\(?{_YEAR}\)?)?"
)
_SIGN = lazily(
    r"[\u2190-\u21ff\u2300-\u23ff\u2460-\u27bf\u2934\u2935\u2b00-\u2bff\U0001f000-\U0001faff\ufe0e\ufe0f\u200d\u20e3^†‡§¶#]"
)
_LABELS = lazily(
    r"(?:(?<=[\d.)\]])|(?<=[\d.)\]]\s)|(?<=[a-z]\s)(?=[\[(]))[\[(]?(?:(?:return|back|jump|go)\s(?:up\s)?to\s(?:the\s)?(?:text|article|content|top|citation|reference)s?"
    r"|(?:free\s)?(?:pmc\s)?(?:free\s)?(?:full[\s-]?text|article|pdf)(?:\savailable)?|open\saccess|free\saccess|subscription\srequired"
    r"|(?:no\s)?(?:english\s)?abstract(?:\savailable)?|(?:in|article\sin|text\sin)\s[A-Z][a-z]{3,12}(?:,\s?english\sabstract)?"
    r"|pubmed|google\s?scholar|cross\s?ref|medline|web\sof\sscience|scopus|embase|cas|ads|peer[\s-]reviewed|view\s(?:article|abstract|in\s\w+)"
    r"|download(?:\s\w+)?|export(?:\scitation)?|print|web)[\])]?[.,;|·\s]*$",
    re.IGNORECASE,
)


def without_remarks(raw: str) -> str:
    """A reference as written, without PubMed's notes of other works."""
    return _NOTES.sub(lambda note: "" if _PLACED.search(raw, 0, note.start()) else note.group(), raw)


def before_remarks(text: str) -> str:
    """The line up to its pages, where those end it, and without labels of an index and signs at its end.

    Behind "2015;8(1):1-7" nothing tells of the work; behind "8(1), 1-7" a year may.
    """
    if (place := _DATED.search(text)) and place.start() > 15:
        return text[: place.end()] + "."
    places = list(_VOLUME.finditer(text))
    if places and places[-1].start() > 15:
        end = places[-1].end()
        rest = text[end:]
        if rest.strip(" .;,)") and not re.search(r"\d|:", rest) and re.match(r"[.;,)]?\s", rest):
            text = text[:end] + "."
    for _ in range(4):
        shorter = _LABELS.sub("", _without_signs(text)).rstrip()
        if shorter == text or len(shorter) < 15:
            break
        text = shorter
    return text


def _without_signs(text: str) -> str:
    """The text without arrows and pictures at its end, and what stands between them."""
    end = cut = len(text)
    while end and (text[end - 1] in " .,;" or _SIGN.match(text[end - 1])):
        end -= 1
        cut = end if text[end] not in " .,;" else cut
    return text[:cut]
