"""Whether a page says what qualifies its author: asked once for the flag on it, and where interests are asked with it.

Standard: JAMA authorship, HON 1; standards.md D. Where nobody has answered, the byline and both ends of the text are
read.
"""

from __future__ import annotations

import re

from evidence.flags.findings import Findings
from evidence.language.patterns import lazily
from evidence.values import Document

_DEGREE = lazily(
    r"\b(?:Dr\.?|Prof(?:essor)?\.?|M\.?D\.?|Ph\.?D\.?|D\.?O\.?|DPT|RDN?|RN|NP|PA-C|MPH|MSc|MS|MBBS|MBChB|PharmD|DDS|DMD|DC|LAc|CNM|IBCLC|PsyD|FACP|FRCP|BSc|BSN|MSN|DNP|ND|LCSW|"
    r"registered\s+(?:dietitian|nurse|dietician)|dietitian|physician|nurse|pharmacist|midwife|physiotherapist|psychologist|surgeon|dentist|nutritionist)\b"
)


_WORK = (
    r"(?:doctor|gp|physician|surgeon|nurse|dieti[tc]ian|nutritionist|pharmacist|midwife|doula|dentist|hygienist|optometrist|vet"
    r"|(?:[\w-]*therap(?:ist|y\s+assistant))|psychologist|psychiatrist|osteopath|chiropractor|acupuncturist|podiatrist|naturopath"
    r"|homeopath|herbalist|counsell?or|paramedic|biologist|chemist|scientist|neuroscientist|researcher|professor|epidemiologist"
    r"|personal\s+trainer|yoga\s+teacher|practitioner)"
)
_OWN = (
    r"(?!(?:of|with|for|to|at|by|in|who|whose|patient|client|fan|friend|wife|husband|daughter|son|mother|father)\b)"
    r"[\w-]+"
)
_SELF = r"(?:i\s+am|i['’]m|i\s+work(?:ed)?\s+as|i\s+(?:re)?trained\s+as|i\s+qualified\s+as)"
_WE_ARE = r"(?:i\s+am|i['’]m|we\s+are|who\s+are|all\s+of\s+whom|our\s+[\w-]+\s+are|practitioners?\s+(?:are|is))"
_SAYS_OF_SELF = lazily(
    # Few letters begin any of it; to say so first takes a third of the time.
    r"\b(?=[iwaopcthslr])(?:"
    # "I am a qualified osteopath", "As a registered nurse, I".
    rf"{_SELF}\s+(?:\w+\s+){{0,2}}an?\s+(?:{_OWN}\s+){{0,5}}?{_WORK}\b(?!['’]s)"
    rf"|as\s+an?\s+(?:[\w-]+\s+(?:and\s+)?){{0,4}}?{_WORK}\b(?!['’]s)[^.!?\n]{{0,60}}\b(?:i|i['’]ve|my|we|our)\b"
    # "I am not a doctor": that there is none is an answer too.
    r"|(?:i\s+am|i['’]?m|we\s+are|we['’]re)\s+(?:\w+\s+){0,2}not\s+(?:\w+\s+){0,2}(?:an?\s+)?(?:\w+\s+){0,2}(?:doctors?|physicians?|medical|health\s?care|professionals?|nutritionists?|dieti[tc]ians?|nurses?|experts?|scientists?)\b"
    # "I have a BSc in osteopathy", "our practitioners are all registered with the Council".
    r"|(?:i\s+(?:have|hold|got|earned|completed)|i['’]ve\s+(?:got|completed|earned))\s+(?:\w+\s+){0,2}(?:a|an|my)\s+(?:\w+\s+){0,3}(?:bsc|b\.sc|msc|m\.sc|ph\.?d|degree|diploma|doctorate|master['’]?s|bachelor['’]?s|certificat\w+)"
    rf"|{_WE_ARE}\b[^.!?\n]{{0,80}}\b(?:fully[-\s]qualified"
    r"|(?:registered|licensed|certified|accredited)\s+(?:with|by|member|as)|(?:HCPC|GOsC|AHPRA|GMC|NMC|GPhC|GDC|BACP|UKCP|board)[-\s](?:registered|certified))"
    r"|our\s+(?:[\w-]+,?\s+){0,3}?(?:board[-\s]certified|fully[-\s]qualified|registered|licensed|accredited)[\w\s,-]{0,40}(?:ists?|ors?|ians?|nurses?|paths?|team)\b"
    r"|(?:care|treatment|advice|help|service|led|run|written|provided)\s+(?:from|by)\s+(?:\w+,?\s+){0,3}(?:fully[-\s])?qualified\s+\w+)",
    re.IGNORECASE,
)
_OF_SELF = lazily(r"\b(?:i|im|my|we|our|who|whom|practitioners?)\b|qualified", re.IGNORECASE)
"""One of these stands in whatever a writer says of their work: a short text mostly has none."""
_LETTERS = (
    r"(?:M\.?D|Ph\.?D|D\.?O|DPT|RDN?|RN|NP|PA-C|MPH|M\.?Sc|B\.?Sc|BHSc|BAppSc|MBBS|MBChB|PharmD|DDS|DMD|DC|L\.?Ac|PsyD|ND|LCSW"
    r"|BSN|MSN|DNP)"
)
_PERSON = r"[A-Z][\w.'’-]{0,30}"
_SIGNED = lazily(
    rf"^[\W_]{{0,9}}(?:(?:\w++[^\S\n]){{0,3}}[Bb][Yy]:?|[Aa]uthor:?|[Aa]bout(?:\s+the\s+(?:author|practitioner|therapist):?)?)\s+"
    rf"(?:Dr|Prof(?:essor)?)\.?\s+{_PERSON}"
    rf"|^[\W_]{{0,9}}(?:(?:\w++[^\S\n]){{0,4}}[Bb][Yy]:?\s+|(?:\w++[^\S\n]?){{1,4}}:\s+)?(?:Dr\.?\s+)?{_PERSON}(?:\s+{_PERSON}){{1,3}},?\s+\(?{_LETTERS}\b.{{0,80}}$",
    re.MULTILINE,
)
"""A line that says who wrote a page: "By Dr. Ada Moor", "Ada Moor, RN"."""
_TITLED = lazily(rf"Dr|Prof|{_LETTERS}\b")
"""One of these stands in every such line: quickly looked for in a text, most of which have none."""
_TITLES = (
    *("Dr", "Prof", "M.D", "MD", "PhD", "Ph.D", "PharmD", "D.O", "DO", "DPT", "RD", "RN", "NP", "PA-C", "MPH", "M.Sc"),
    *("MSc", "B.Sc", "BSc", "BHSc", "BAppSc", "MBBS", "MBChB", "DDS", "DMD", "DC", "L.Ac", "LAc", "PsyD", "ND"),
    *("LCSW", "BSN", "MSN", "DNP"),
)
"""One of these stands wherever `_TITLED` finds something."""
_EDGE = 3000
"""Characters at either end of a text where its author is told of [house]."""


def are_told(findings: Findings) -> bool:
    """Whether somebody has answered that they are, or the page tells them itself."""
    if findings.page.credentials is not None:
        return findings.page.credentials
    return _DEGREE.search(findings.document.byline) is not None or _is_told(findings.document)


def _is_told(document: Document) -> bool:
    """Whether the text says near either end who wrote it or whose page it is, or of what work its writer is."""
    text = document.text
    end = min((block.start for block in document.not_prose if block.kind == "reference-list"), default=len(text))
    start = next((block.end for block in document.not_prose if block.kind == "front-matter"), 0)
    edges = text[start : min(end, start + _EDGE)], text[max(start + _EDGE, end - _EDGE) : end]
    return any(_is_signed(edge) or (_OF_SELF.search(edge) and _SAYS_OF_SELF.search(edge)) for edge in edges)


def _is_signed(edge: str) -> bool:
    """Whether a line says who wrote a page, with a title or a degree."""
    titled = any(map(edge.__contains__, _TITLES)) and _TITLED.search(edge) is not None
    return titled and _SIGNED.search(edge) is not None
