"""The page does not say that it cannot replace advice from a doctor or nurse.

Standard: HON 2; standards.md D. A page that bids its readers seek professional help says as much, and one whose
template brings the notice has it, whatever its words; a recipe advises nobody, nor does a page without a claim of
benefit, harm or advice, such as one on how cells work [house].
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from evidence.flags.findings import Findings, raised
from evidence.flags.page_subject import claims_of_use
from evidence.language.patterns import Cue, lazily, lowered
from evidence.values import Document, Flag

CODE = "missing-advice-notice"

_NOTICE = lazily(
    r"\b(?:not\s+(?:intended\s+(?:as|to\s+(?:be|replace|substitute))\s+(?:a\s+)?|(?:be\s+)?(?:a\s+)?|constitute\s+|to\s+be\s+taken\s+as\s+)(?:substitute|replacement|replace|medical\s+advice|professional\s+(?:medical\s+)?advice)|"
    r"(?:not|never)\s+(?:meant|a\s+substitute|replace)|for\s+(?:general\s+)?(?:informational|educational|information)\s+(?:and\s+\w+\s+)?(?:purposes?\s+)?only|general\s+information|cannot\s+replace\s+(?:the\s+)?advice)\b",
    re.IGNORECASE,
)
_DOCTOR = (
    r"(?:own\s+)?(?:(?:primary\s+care|medical|health\s?care|health|qualified|licensed|family|eye|mental\s+health)\s+){0,3}"
    r"(?:doctors?|gps?|physicians?|providers?|professionals?|practitioners?|nurses?|midwi(?:fe|ves)|dietiti?[ac]ns?|pharmacists?"
    r"|dentists?|therapists?|psychologists?|p(?:a)?ediatricians?|specialists?|vets?|team)"
)
_NO_ADVICE = lazily(
    # "Nothing that follows constitutes medical advice", "I do not give medical advice".
    r"\b(?:nothing|none|no\s+part)\b[^.!?\n]{0,80}\b(?:constitutes?|is|are|counts?|should|can|be|as)\b[^.!?\n]{0,40}\b(?:medical|health|professional|clinical|nutritional|dietary)\s+advice"
    r"|(?:\bnot|\bnever|n['’]t)\s+(?:\w+\s+){0,4}(?:to\s+)?(?:give|giving|offer(?:ing)?|provid(?:e|ing)|dispens(?:e|ing)|any|as|for|constitute)\s+(?:\w+\s+){0,2}(?:medical|health|clinical|professional)\s+advice"
    r"|\bthis\s+(?:is\s+not|isn['’]t)\s+(?:\w+\s+){0,2}advice\b",
    re.IGNORECASE,
)
_NOT_TO_TREAT = lazily(
    r"\b(?:information|articles?|page|content|site|website|blog|post|material|guide|video)\b[^.!?\n]{0,80}\b(?:not|never)\s+(?:intended|meant|designed|to\s+be\s+used)\s+(?:\w+\s+){0,4}(?:to\s+|for\s+)?(?:diagnos\w+|treat\w*|prescri\w+)",
    re.IGNORECASE,
)
_GUIDE_ONLY = lazily(
    r"\b(?:information|articles?|page|post|blog|content|guide|served|serves|provided|intended)\b[^.!?\n]{0,60}\bas\s+(?:a\s+)?(?:general\s+)?guid(?:e|ance)\s+only\b",
    re.IGNORECASE,
)
_NO_DOCTOR = lazily(
    # "I am not a doctor".
    r"\b(?:i\s+am|i['’]?m|we\s+are|we['’]re)\s+(?:\w+\s+){0,2}not\s+(?:\w+\s+){0,2}(?:an?|your|any\s+kind\s+of)?\s?(?:\w+\s+){0,2}"
    r"(?:doctors?|physicians?|m\.?d\.?|medical|health\s?care|professionals?|nutritionists?|dietiti?[ac]ns?|nurses?|experts?|scientists?|clinicians?)\b",
    re.IGNORECASE,
)
_ASK_FIRST = lazily(
    # "Talk to your doctor before you start any diet", "ask a doctor first".
    rf"\b(?:talk|speak|consult|check|discuss|ask|see|seek|work|visit|contact)(?:\s+\w+){{0,3}}?\s+(?:your|a|an|their|with|the)\s+{_DOCTOR}(?:\s+(?:or|and|/)\s+(?:\w+\s+){{0,2}}\w+)?,?\s+"
    r"(?:(?:and\s+)?(?:\w+\s+){0,2}?first\b|(?:before|prior\s+to)\s+(?:any|the)\s+(?:use|intake|treatment|change)\b|(?:before|prior\s+to)\s+(?:you\s+|your\s+child\s+|beginning\s+|starting\s+|trying\s+|making\s+|taking\s+|using\s+|changing\s+|adding\s+|attempting\s+|implementing\s+|following\s+|embarking\s+(?:on|upon)\s+|start\s+|try\s+|take\s+|make\s+|begin\s+|undertaking\s+){1,2}"
    r"(?:(?:an?|any|anything|this|these|those|such|new|your|the|major|drastic|supplements?|changes?|medications?|exercis\w+|on)\b)"
    r"|if\s+you\s+(?:want|plan|decide|intend|would\s+like)\s+to\s+(?:try|start|take|use|change)\b|if\s+you(?:['’]re|\s+are)\s+(?:serious|considering|thinking|planning|unsure|in\s+doubt|interested))",
    re.IGNORECASE,
)
_DOCTORS = (
    *("doctor", "gp", "physician", "provider", "professional", "practitioner", "nurse", "midwi", "dieti", "pharmacist"),
    *("dentist", "therapist", "psychologist", "pediatrician", "paediatrician", "specialist", "vet", "team"),
)
_EXPERTS = (
    *("doctor", "physician", "m.d", "md", "medical", "health", "professional", "nutritionist", "dieti", "nurse"),
    *("expert", "scientist", "clinician"),
)
_IN_OTHER_WORDS: tuple[tuple[re.Pattern[str], tuple[tuple[str, ...], ...]], ...] = (
    (_NO_ADVICE, (("advice",),)),
    (_NOT_TO_TREAT, (("intended", "meant", "designed", "used"), ("diagnos", "treat", "prescri"))),
    (_GUIDE_ONLY, (("guid",), ("only",))),
    (_NO_DOCTOR, (("not",), _EXPERTS)),
    (_ASK_FIRST, (("first", "before", "prior", "if"), _DOCTORS)),
)
"""The same said otherwise: no advice is given, the writer is no doctor, or one is to be asked before. With each form
what stands in every such paragraph, in small letters, one word of each row: a quick look before the long one."""
_NEEDED = ("substitute", "replace", "advice", "meant", "information", "educational")
"""One of these stands in every such notice."""


_FROM_TEMPLATE = lazily(
    # Liquid, Nunjucks, Hugo, Handlebars: {% include disclaimer.html %}, {{< medical-disclaimer >}}, {{> disclaimer}}.
    r"\{[{%][^{}\n]{0,120}?\b[\w./-]{0,60}disclaimer"
    # Components: <Disclaimer />, <medical-disclaimer>; :::disclaimer of Docusaurus and Pandoc.
    r"|<[\w.-]{0,40}disclaimer\b[^<>\n]{0,200}/?>|^:::+\s*\{?\.?[\w-]{0,40}disclaimer\b",
    re.IGNORECASE | re.MULTILINE,
)
_NAME_OF_PART = lazily(r"[\w./-]{0,80}disclaimer[\w./-]{0,40}", re.IGNORECASE)
"""What front matter calls a part of the template: "_disclaimer", "partials/medical-disclaimer.html"."""
_LINKED = lazily(r"(?:medical|health)[\s_-]{1,3}disclaimer", re.IGNORECASE)
"""What a link to the notice on a page of its own is called, or its address."""
_SENDS_ON = Cue(
    r"\b(?:seek|seeking|look(?:ing)?\s+for|ask(?:ing)?\s+for|get|getting|find|finding)\s+(?:\w+\s+)?professional\s+(?:\w+\s+)?(?:help|advice|support|guidance|care)\b",
)
_TOLD = lazily(r"\b(?:I|he|she|they|we|who|don['’]t|do\s+not|never|without)\b", re.IGNORECASE)
"""Who is told of as seeking help, or need not."""
_RECIPE = lazily(r"\brecipes?\b", re.IGNORECASE)
_INGREDIENTS = lazily(r"\W*ingredients\b", re.IGNORECASE)
_STEPS = lazily(r"\W*(?:directions?|instructions?|method|preparation|how\s+to\s+make\b.{0,60})\W*$", re.IGNORECASE)


def check(findings: Findings) -> Iterator[Flag]:
    if not findings.in_scope or findings.page.advice_notice or _has_notice(findings.document.text):
        return
    document = findings.document
    silent = _from_template(document) or _is_linked(document) or _sends_on(findings) or _is_recipe(document)
    if not silent and claims_of_use(findings):
        yield raised(CODE)


def _from_template(document: Document) -> bool:
    """Whether a part of the template by the name of a disclaimer is called, in the text or in the front matter.

    One on affiliate links is of something else.
    """
    called = (
        [found.group() for found in _FROM_TEMPLATE.finditer(document.text)]
        if "disclaimer" in lowered(document.text)
        else []
    )
    for name, value in document.meta.items():
        if value is True and "disclaimer" in name.lower():
            called.append(name)
        elif isinstance(value, str) and _NAME_OF_PART.fullmatch(value):
            called.append(value)
    return any("affiliate" not in name.lower() for name in called)


def _is_linked(document: Document) -> bool:
    """Whether a link leads to the notice: "[Medical disclaimer](/disclaimer/)", also on a line of its own."""
    if "disclaimer" not in lowered(document.text):
        return False
    told = [words for link in document.links for words in (link.text, link.url)]
    told += [block.text for block in document.not_prose if block.kind == "notice"]
    return any(map(_LINKED.search, told))


def _sends_on(findings: Findings) -> bool:
    """Whether the page bids its readers seek the help of professionals, not only if this or that should happen."""
    return any(
        (found := _SENDS_ON.search(one.text)) and not _TOLD.search(one.text, 0, found.start())
        for one in findings.visible
    )


def _is_recipe(document: Document) -> bool:
    """Whether what the page is for is a dish: it calls itself a recipe, or has ingredients and steps under headings."""
    if any(_RECIPE.search(str(document.meta.get(name, ""))) for name in ("tags", "categories", "category", "type")):
        return True
    heads = [block.text for block in document.not_prose if block.kind == "heading"]
    return any(map(_INGREDIENTS.match, heads)) and any(map(_STEPS.match, heads))


def _has_notice(text: str) -> bool:
    small = lowered(text)
    if any(word in small for word in _NEEDED) and _NOTICE.search(text):
        return True
    likely = [(form, needed) for form, needed in _IN_OTHER_WORDS if _holds(small, needed)]
    parts = zip(text.split("\n\n"), small.split("\n\n"), strict=True)
    return any(
        _holds(small_part, needed) and form.search(part) for part, small_part in parts for form, needed in likely
    )


def _holds(small: str, needed: Sequence[Sequence[str]]) -> bool:
    """Whether a word of each row stands in a text in small letters."""
    return all(any(map(small.__contains__, row)) for row in needed)
