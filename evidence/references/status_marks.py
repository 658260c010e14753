"""What a printed reference says of its work's standing: retracted, withdrawn, or under an expression of concern.

Wordings are those of NISO RP-45-2024 (publishers' titles), PubMed ("Retraction in: …"), Web of Science ("(Retracted
article. See vol. …)") and APA 7 ("(Retraction published 2016, …)"). A notice of retraction is no evidence for what it
retracts, so a reference to one counts as retracted.
"""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

RETRACTED = "retracted"
CONCERN = "expression of concern"
"""What `status` of CSL-JSON holds (CSL 1.0.2)."""

_WORK = r"(?:article|paper|chapter|publication|manuscript|study|preprint|review|trial|letter|abstract|work|report)"
_SIGN = r"(?:[*_~]{1,3}|</?(?:b|i|em|strong|span|u|mark|del)\b[^<>]{0,80}>)"
"""Emphasis around a mark."""
_ABROAD = (
    r"rétract(?:ée?|ation)|retirée?|retractad[oa]|retratad[oa]|retirad[oa]|ritrattat[oa]|ritirat[oa]"
    r"|zurückgezogen|zurückgenommen|teruggetrokken|撤稿"
)
_ITEM = rf"(?:{_WORK}|artículo|artigo|articolo|artikel)"
_REST = r"(?:[^()\[\]]|\([^()]{0,80}\)|\[[^\[\]]{0,80}\]){0,300}"
_DIGITS = r"(?:(?:18|19|20)\d\d\b|\d{1,2}\s)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s"
_BEFORE = (
    r"(?P<before>^(?:\s*(?:[-*+•]\s+)?(?:\[\d{1,3}\]|\(?\d{1,3}[.)])?\s*)(?:[^\w\s*(\[“\"]{1,3}\s)?"
    r"|[.?!)\]]\s{1,3}|[“\"‘«\[])"
)
"""Where authors or a title may begin; a title may also begin within quotation marks or a link."""
_OPENING = rf"{_SIGN}?\s?[(\[«]?{_SIGN}?"
_CLOSING = rf"{_SIGN}?[)\]»]?{_SIGN}?"
_TAIL = (
    r".{0,400}?(?=\s*[(\[]?(?:PubMed|PMID|PMCID|Free |Available|Accessed|Retrieved|cited|"
    r"(?:Erratum|Comment|Update|Summary|Expression|Partial)\b|Retract)|[)\]]?\s*$)"
)
_SEE = r"(?:(?:note|status|nb|n\.b\.)\s?:?\s|see\s(?:also\s)?(?:the\s)?)?"
_BEHIND = rf"(?<=[^\sA-Za-zÀ-ÿ]){_SIGN}?\s{{0,3}}[(\[]?{_SIGN}?\s?{_SEE}"
"""Behind the place or the end of a sentence."""
_BEHIND_FIGURES = rf"(?<=[\d\]])(?:[.;,]|\s?[–—-]){_SIGN}?\s{{1,3}}[–—-]?\s?[(\[]?{_SIGN}?{_SEE}"
_ADVERBS = r"(?:(?:has|had|have|been|was|were|is|now|since|later|subsequently|formally|then|and)\s){0,4}"

_LEADING = lazily(
    rf"{_BEFORE}{_OPENING}(?:(?:this\s|the\s)?(?:{_ITEM}\s)?(?:(?-i:Retracted|RETRACTED|Withdrawn|WITHDRAWN)|{_ABROAD})"
    rf"(?:[\s-]{_WORK})?|removed(?-i:(?<=REMOVED))|withdrawal(?-i:(?<=WITHDRAWAL)(?!:\s[A-Z]+\s[A-Z]{{2}})))\s?{_SIGN}?(?:\s?[:—–]|\s-(?=\s)|[)\]]{{1,2}}[:.]?|»[:.]?(?=\s(?-i:[A-ZÀ-Þ]))){_SIGN}?[)\]]?\s*",
    re.IGNORECASE,
)
_CAPITALS = lazily(
    rf"{_BEFORE}{_OPENING}(?:RETRACTED|WITHDRAWN)(?:\s(?:ARTICLE|PAPER|CHAPTER|STUDY))?{_CLOSING}[.,]?"
    r"(?!\s+[A-Z]{5})\s+(?=[\w“\"‘'*_\[])"
)
_EMPHASISED = lazily(
    rf"{_SIGN}\s?[(\[]?\s?(?:retracted|withdrawn)(?:\s{_WORK})?\s?[)\]]?[:.!]?\s?{_SIGN}[:.]?\s*", re.IGNORECASE
)
_OF_TITLE = r"\s*(?:[:—–]|(?=[“\"‘'«*_\[(<])|(?=\s(?-i:[A-Z\d])))"
_NOTICE = lazily(
    rf"{_BEFORE}{_OPENING}(?:(?:editorial|editor[’']?s?|publisher[’']?s?|author[’']?s?|journal)\s)?"
    rf"(?:(?:retraction|withdrawal)\s(?:notice|note|statement|letter)(?:\s(?:to|of|for|on|regarding|concerning))?{_OF_TITLE}"
    rf"|(?:retraction|withdrawal)\s(?:notice|note|statement)\s?(?:[.)\]]|$)"
    rf"|(?:notice|statement|letter)\sof\s(?:(?:partial|formal)\s)?(?:retraction|withdrawal)\b"
    rf"|retraction\.(?=\s[^.]{{2,60}}\.?\s\d{{4}}\b)|corrections?\sand\sretraction\s?:"
    rf"|retraction\s(?:and|&)\s(?:republication|replacement)\b"
    rf"|(?:retraction|withdrawal)\s(?:to|of|for)\s?(?::|[“\"‘«]|(?:the|this|our)\s{_WORK}\b|(?-i:[A-Z])[\w'’-]{{1,30}}\set\sal\b)"
    rf"|retraction\sto\s(?=[A-Z]))",
    re.IGNORECASE,
)
_NOTICE_TITLE = lazily(
    rf"{_BEFORE}{_OPENING}(?:(?:editorial|editor[’']?s?|author[’']?s?)\s)?retraction(?:\s?[:—–]|\s-(?=\s)|\.(?=\s)(?!\s[^.]{{2,60}}\.?\s\d{{4}}\b)"
    rf"|\s(?:for|of)(?=\s(?-i:[A-ZÀ-Þ])[\w'’-]{{1,30}}(?:\s(?-i:[A-Z]){{1,3}})?,?\set\sal\b))"
    rf"{_SIGN}?\s?(?=[“\"‘'«\[*_]?(?-i:[A-ZÀ-Þ\d]))",
    re.IGNORECASE,
)
"""“Retraction: Zinc and colds”, a capital after it: “Retraction: the surgeon's view” is about something else."""

_BRACKETS = lazily(
    rf"\s?{_SIGN}?[(\[]\s?{_SIGN}?(?:(?:this|the)\s)?(?:{_ITEM}\s)?{_ADVERBS}"
    rf"(?:(?:retracted|withdrawn|{_ABROAD}|retraction)\s{_WORK}\b{_REST}"
    rf"|(?:retracted|{_ABROAD})(?:\sand\s(?:republished|replaced))?"
    rf"(?:[.,;:]?\s(?:see|in|on|by|due|because|after|vol|doi|{_DIGITS}|{_MONTH}){_REST})?"
    rf"|withdrawn(?:[.,;]?\s(?:see|by\s(?:the\s)?(?:authors?|journal|editors?|publisher)|{_DIGITS}|{_MONTH}){_REST})?"
    rf"|retraction(?:\s(?:notice|note|statement))?"
    rf"(?:[.,;:]?\s?(?:in\b|of:|of\svol\b|published|issued|appears?|see|vol|notice|{_DIGITS}|{_MONTH}){_REST})?"
    rf")\s?[.!]?{_SIGN}?\s?[)\]]{_SIGN}?(?=\s?(?:[.,;:”\"*_)\]<(]|$)|(?<=\])|\s(?-i:[A-Z]))",
    re.IGNORECASE,
)
_BEHIND_PLACE = lazily(
    rf"(?<=\S)\s(?-i:Retracted|Retraction)(?:\sand\srepublished)?\s(?:in|by):{_TAIL}"
    rf"|(?<=[.?!])\s(?-i:Retracted|RETRACTED|Withdrawn|WITHDRAWN)(?:\s{_WORK})?(?=\.\s[A-Z])"
    rf"|\s[–—-]\s(?-i:RETRACTED|WITHDRAWN)(?:\s(?-i:ARTICLE|PAPER))?(?=[.,]\s)"
    rf"|(?<=(?-i:[a-zß-ÿ]))\s?(?-i:RETRACTED|WITHDRAWN)(?=\.\s(?-i:[A-ZÀ-Þ]))"
    rf"|{_BEHIND}(?:retract(?:ion|ed)(?:\sand\srepublished)?(?:\s(?:notice|published))?\s(?:in|by){_SIGN}?\s?:{_SIGN}?{_TAIL}"
    rf"|(?:this|the)\s(?:{_WORK}\s){_ADVERBS}(?:retracted|withdrawn)\b[^.()\[\]]{{0,200}}"
    rf"|(?:now |since |later |subsequently )?(?:retracted|withdrawn){_SIGN}?(?:\s\(see[^()]{{0,80}}\))?"
    rf"[.!)\]]{{0,3}}\s?(?=$|PMID|PubMed|"
    rf"https?:|doi))"
    rf"|{_BEHIND_FIGURES}(?:(?:{_WORK}\s){_ADVERBS}(?:retracted|withdrawn)\b[^.()\[\]]{{0,200}}"
    rf"|(?:now |since |later |subsequently )?retract(?:ion|ed)(?:\sand\s(?:republished|replaced))?(?:\snotice)?"
    rf"(?:[:,]?\s(?:published|issued|in|by|on|see|vol|due|because|(?-i:J\s)|{_DIGITS}|{_MONTH})|\sof:){_TAIL}"
    rf"|retraction\snotice\b{_TAIL})"
    rf"|(?<=[\d\])])[.;,]?{_SIGN}?\s{{1,3}}(?-i:RETRACTED|WITHDRAWN)[.!)\]]{{0,3}}(?=\s?$)",
    re.IGNORECASE,
)
_PAGES = r"(?P<before>(?:[:,]\s?|pp?\.\s?)[A-Za-z]?\d{1,6}\s?[–—-]\s?[A-Za-z]?\d{1,6}[.;,)]?)"
_ACT_BEHIND = lazily(
    rf"{_PAGES}\s{{1,3}}[^\w\s]{{0,3}}\s?(?:"
    rf"(?:[^.()\[\]]{{0,80}}\s)?(?:journal|publishers?|editors?|authors?|they|(?:it|{_WORK})(?!\swere\b))\s"
    rf"(?:[^.()\[\]]{{0,60}}\s)?(?:retract(?:ed)?|withdrew(?=\s(?:it\b|(?:the|this|their)\s{_WORK}\b))|withdrawn)\b(?!\s(?:papers|articles|studies|trials|from))"
    rf"|retraction:\s(?:see\s)?(?:https?:|doi)|(?:{_ABROAD})\s(?:\w{{1,4}}\s){{0,2}}{_DIGITS}){_TAIL}",
    re.IGNORECASE,
)
"""Who retracted it, in a sentence behind the pages."""
_IN_YEAR = lazily(
    r"(?P<before>\((?:18|19|20)\d\d[a-z]?)[,;]\s(?:retracted|withdrawn)(?:\s(?:in\s)?(?:\w{3,9}\s)?\d{4})?(?=\))",
    re.IGNORECASE,
)
"""Beside the year: "(2020, retracted 2021)"."""
_EXPRESSION = (
    r"(?:an?\s)?(?:(?:editorial|editor[’']?s?|publisher[’']?s?|journal)\s)?expressions?\sof\s(?:editorial\s)?concern"
)
_CONCERN_LEADING = lazily(
    rf"{_BEFORE}{_OPENING}{_EXPRESSION}\s?(?:[:—–]|-(?=\s)|[)\]]{{1,2}}[:.]?)\s*(?!in\b)", re.IGNORECASE
)
_CONCERN_NOTICE = lazily(
    rf"{_BEFORE}{_OPENING}(?:{_EXPRESSION}(?:\snotice)?\s?(?:to|on|about|regarding|over|for|concerning)?\s?"
    rf"(?:[“\"‘«:]|(?:the|this)\s{_WORK}\b)|notice\sof\s(?:editorial\s)?concern\b)",
    re.IGNORECASE,
)
_CONCERN_BRACKETS = lazily(
    rf"\s?{_SIGN}?[(\[]\s?{_SIGN}?(?:(?:publication\swith\s)?{_EXPRESSION}(?:\s(?:notice|added|attached))?|partial\sretraction)"
    rf"(?:[.,;:]?\s?(?:in\b|published|issued|appears?|see|vol|has|was|{_DIGITS}|{_MONTH}){_REST})?{_SIGN}?\s?[)\]]{_SIGN}?",
    re.IGNORECASE,
)
_CONCERN_BEHIND = lazily(
    rf"{_BEHIND}(?:(?:{_EXPRESSION}|partial\sretraction)(?:\s(?:published|issued))?\s(?:in|for|by){_SIGN}?\s?:{_SIGN}?{_TAIL}"
    rf"|(?:this|the)\s{_WORK}\s[\w\s]{{0,30}}?{_EXPRESSION}[^.()\[\]]{{0,200}}"
    rf"|{_EXPRESSION}(?:(?:,|\sissued|\sin)?\s\d{{4}})?\s?(?=[.)\]]*\s?$))"
    rf"|{_BEHIND_FIGURES}(?:{_EXPRESSION}|partial\sretraction)[:,]?\s"
    rf"(?:published|issued|in|by|on|see|was|has|{_DIGITS}|{_MONTH}){_TAIL}",
    re.IGNORECASE,
)
_CONCERN_ACT = lazily(
    rf"{_PAGES}\s{{1,3}}[^.()\[\]]{{0,120}}[:;,]\s{_EXPRESSION}\s(?:was\s)?(?:issued|published){_TAIL}", re.IGNORECASE
)
_OTHER_BRACKETS = lazily(
    r"(?:[‹⟨〈《〔【〖［（{]|(?<!`)`)(?P<mark>\s?[*_]{0,3}(?:(?:this|now|an?|the|article|paper|study|work)\s){0,3}"
    rf"(?:retract|withdr[ae]w|(?:(?:editorial|publisher[’']?s?)\s)?expression\sof\s(?:editorial\s)?concern|{_ABROAD})"
    r"[^‹›⟨⟩〈〉《》«»〔〕【】〖〗［］（）{}`\[\]()]{0,80})(?:[›⟩〉》〕】〗］）}]|`(?!`))(?!\s(?-i:[a-z]))",
    re.IGNORECASE,
)
"""A mark in brackets that no manual has: "‹Retracted›", "〈Retracted〉", "{RETRACTED}", and code of Markdown."""
_ONE = lazily(r"retract|withdr[ae]w|concern|REMOVED|" + _ABROAD, re.IGNORECASE)
_NEGATED = lazily(
    r"\b(?:not|never|nor)\s(?:been\s)?(?:retracted|withdrawn)|\bretracted\sand\srepublished\sfrom\b", re.IGNORECASE
)

_ANYWHERE = (
    (_CONCERN_BRACKETS, CONCERN),
    (_CONCERN_BEHIND, CONCERN),
    (_CONCERN_ACT, CONCERN),
    (_CONCERN_LEADING, CONCERN),
    (_IN_YEAR, RETRACTED),
    (_BRACKETS, RETRACTED),
    (_BEHIND_PLACE, RETRACTED),
    (_ACT_BEHIND, RETRACTED),
    (_LEADING, RETRACTED),
    (_EMPHASISED, RETRACTED),
    (_CAPITALS, RETRACTED),
    (_NOTICE_TITLE, RETRACTED),
)
_PLACE_OF_WORK = lazily(r"(?<=[”\"’»])\s?\[[^\[\]]{3,160}\](?!\()")
"""Where the retracted work stands, behind its title in that of the notice: “[J Foo 8 (2015) 1-7]”."""
_OF_NOTICES = ((_NOTICE, RETRACTED), (_CONCERN_NOTICE, CONCERN))


def without_status(raw: str) -> tuple[str, str]:
    """A printed reference without the marks of its standing, and `RETRACTED`, `CONCERN` or "".

    The title of a notice ("Retraction notice to “…”") is what the reference says, so it stays.
    """
    if not _ONE.search(raw) or _NEGATED.search(raw):
        return raw, ""
    text = _in_square_brackets(raw)
    said = {status for pattern, status in _OF_NOTICES if pattern.search(text)}
    text = _PLACE_OF_WORK.sub("", text) if said else text
    for pattern, status in _ANYWHERE:
        text, count = pattern.subn(_instead, text)
        if count:
            said.add(status)
    if not said:
        return raw, ""
    text = re.sub(r"\s+(?=[.,;:](?:\s|$))", "", text).strip() if text != raw else raw
    return text, RETRACTED if RETRACTED in said else CONCERN if said else ""


def _in_square_brackets(text: str) -> str:
    """A text whose marks stand in the brackets that the manuals know, letter for letter as long as it was."""
    return _OTHER_BRACKETS.sub(r"[\g<mark>]", text)


def _instead(mark: re.Match[str]) -> str:
    """What stays where a mark stood: what stood before it, and the bracket of a link that begins with it."""
    before = mark.groupdict().get("before")
    if before is None:
        ends_title = mark.group().rstrip().endswith(".") and mark.string[: mark.start()].rstrip()[-1:].isalpha()
        return ". " if ends_title else " "
    rest = mark.group()[len(before) :].lstrip("*_~ ")
    return before + rest[0] if rest[:1] in ("[", "(") and not re.search(r"[)\]]", rest) else before


def status_of_title(title: str) -> str:
    """What the title of a record says of its work: `RETRACTED`, `CONCERN` or ""."""
    if not _ONE.search(title) or _NEGATED.search(title):
        return ""
    title = _in_square_brackets(title)
    found = {status for pattern, status in _ANYWHERE if pattern is not _NOTICE_TITLE and pattern.search(title)}
    found |= {status for pattern, status in _OF_NOTICES if pattern.search(title)}
    return RETRACTED if RETRACTED in found else CONCERN if found else ""
