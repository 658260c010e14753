"""How a result is told as a plain story: how many of a group were cured or fell ill, one arm set against the other,
more against less, and what came of it as a participle.

"In one trial 38 of 115 heads were free of lice against 25 of 114 under the other" holds no verb of effect and no
health word of a list. Each group is one sign among others that the learned decision weighs (`features`); a count of
people with what befell them, or two arms with their counts, is a number that can be checked (`kind_rules`).
Source: docs/labelling.md ("method": a result is a claim); standards.md A3.1 (numeric, comparative).
"""

from __future__ import annotations

import re
from collections.abc import Collection

from evidence.language.patterns import Cue, Cues, lazily

_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_IN_WORDS = rf"(?:{_SMALL}|twenty|thirty|forty|fifty|a\s+hundred)"
_NUMBER = rf"(?:\d[\d.,]{{0,12}}|{_IN_WORDS})"
_PEOPLE = (
    r"(?:people|patients?|women|men|adults?|child(?:ren)?|bab(?:y|ies)|infants?|boys|girls|famil(?:y|ies)|mothers|participants|volunteers|subjects"
    r"|cases|heads|eyes|knees|teeth|ears|hands|feet|legs|smokers|runners|nurses|students|users|players|workers|mice|rats|animals|households|pregnancies|births)"
)

_OF_HOW_MANY = (
    rf"(?:\s+(?:out\s+)?of\s+(?:the\s+|these\s+|those\s+|our\s+|her\s+|his\s+|their\s+|all\s+)?(?:\d[\d,]{{0,12}}|{_SMALL}|twenty|them|{_PEOPLE})\b"
    rf"|(?:\s+{_PEOPLE})?\s+in\s+(?:every\s+)?(?:\d[\d,]{{0,12}}|three|four|five|six|ten|twenty|a\s+hundred|a\s+thousand)\b)"
)
_COUNTED_IN_WORDS = Cue(
    rf"\b{_IN_WORDS}{_OF_HOW_MANY}"
    rf"|\b(?:half|most|none|a\s+(?:third|quarter|fifth|tenth)|two[-\s]thirds|three[-\s]quarters|all\s+but\s+{_NUMBER})\s+of\s+(?:the\s+|those\s+|these\s+|them\b|all\s+)?"
    rf"|\b(?:fewer|more|no)\s+(?:\w+\s+)?{_PEOPLE}\b|\bnobody\b|\bno\s+one\b"
)
_COUNTED_IN_DIGITS = lazily(
    rf"\b\d[\d.,]{{0,12}}{_OF_HOW_MANY}|\d\s?(?:%|per\s?cent\b)|\bof\s+(?:the\s+)?\d[\d,]{{0,12}}\s+{_PEOPLE}\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")


def counted(text: str) -> bool:
    """Whether a sentence says how many of how many; where no digit stands, words alone are looked for."""
    if _COUNTED_IN_WORDS.search(text):
        return True
    return _DIGIT.search(text) is not None and _COUNTED_IN_DIGITS.search(text) is not None


BEFELL = Cue(
    r"\b(?:was|were|been|is|are|be|became|become|got|get|stayed|stay|remained|remain|fell|fall|felt)\s+(?:(?:\w+ly|all|still|soon|again|not|no\s+longer|either)\s+){0,2}"
    r"(?:cured|healed|clear(?:ed)?|free\s+(?:of|from)|rid\s+of|ill|sick|better|worse|infected|diagnosed|hospitali[sz]ed|admitted|pregnant|dead|alive|pain[-\s]free"
    r"|symptom[-\s]free|in\s+remission|asleep|off\s+(?:the\s+|their\s+)?(?:tablets|medication|drugs?|pills))\b"
    r"|\b(?:recovered|recover|relapsed|relapse|survived|survive|died|healed|fainted|vomited|miscarried|conceived|fractured|broke\s+(?:a|an|their)\s+\w+"
    r"|caught\s+(?:a\s+|the\s+)?(?:colds?|flu|measles|covid\S*|it|an?\s+infection)"
    r"|(?:had|have|has|got|gets?|saw|developed|develop|caught|suffered|lost|gained|kept|passed)\s+(?:\w+\s+){0,3}?"
    r"(?:lice|colds?|flu|fever|headaches?|migraines?|attacks?|strokes?|falls?|fractures?|infections?|rash(?:es)?|symptoms|weight|kilos|pounds|pain|cancer|diabetes|relapses?|side\s+effects|seizures?|nausea|eczema|asthma))\b",
)
"""What befell them, in everyday words."""

ARMS = Cue(
    r"\b(?:against|versus|vs\.?|compared\s+(?:with|to)|than|while|whereas|and|but)\s+(?:only\s+|just\s+|about\s+|to\s+)?"
    rf"(?:{_NUMBER}\s*(?:%|per\s?cent|of\s+(?:the\s+)?\d|in\s+(?:\d|ten|the))|(?:in|under|with|on|among|by|after)\s+(?:a\s+|an\s+|the\s+)?(?:other|others?|placebo|controls?|second|untreated|sham|dummy|old|usual|standard))"
    r"|\b(?:the\s+other\s+(?:group|half|arm)|(?:first|second|each|either|both|neither|new|old|control|placebo|treated|untreated)\s+(?:group|half|arm)s?|under\s+the\s+other|the\s+rest\s+(?:got|had|took|were))\b",
)
"""One arm beside the other."""

THE_MORE = Cue(
    r"\bthe\s+(?:more|less|longer|higher|lower|greater|fewer|older|younger|earlier|later|heavier|bigger|stronger|oftener|harder|closer|warmer|colder|faster|worse)\b"
    r"[^.;:]{2,90}?\bthe\s+(?:more|less|longer|higher|lower|greater|fewer|worse|better|bigger|stronger|smaller|sooner|slower|faster|easier|harder|safer|deeper)\b"
    rf"|\b(?:with|for|per|by)\s+(?:each|every)\s+(?:additional\s+|extra\s+|further\s+|added\s+|single\s+|{_NUMBER}\s+)?(?:mg|g|grams?|hours?|minutes?|cups?|drinks?|glass(?:es)?|units?|years?|days?|steps?|kilos?|kg|points?|portions?|servings?|degrees?|cigarettes?|pills?|tablets?|doses?|mm)\b",
)
"""More of one with more or less of the other: a dose and its response, in words."""

CHANGED = Cue(
    r"\b(?:rose|fell|dropped|went\s+(?:up|down)|climbed|shrank|sank|doubled|tripled|halved|declined|decreased|increased|dipped|improved|grew|came\s+down|cut)\b"
    rf"[^.;]{{0,45}}?\b(?:by|from|to|in)\s+(?:\w+\s+){{0,2}}?(?:\d|half\b|a\s+(?:third|quarter|fifth)\b|{_NUMBER}\b)",
)
"""A change with its size."""

BRINGS = Cue(
    r",\s+(?:(?:and\s+)?(?:thereby|thus|further|often|also|potentially|effectively|sometimes)\s+)?(?:reducing|increasing|lowering|raising|improving|causing|leading\s+to|making|preventing|allowing"
    r"|resulting\s+in|helping|triggering|producing|boosting|promoting|protecting|contributing|suggesting|indicating|showing|putting|leaving|slowing|weakening|strengthening|worsening|easing|relieving"
    r"|supporting|enhancing|stimulating|restoring|damaging|affecting|disrupting|inhibiting|blocking|enabling)\b",
)
"""What it brings, as a participle."""

ON_AVERAGE = Cue(
    r"\b(?:on\s+average|an?\s+(?:average|mean|median)\s+of|averag(?:es|ed|ing)|the\s+(?:average|mean|median)\s+(?!person|reader|joe)\w+)\b"
)

_OTHERS = Cues(
    {
        "told arms": ARMS,
        "told average": ON_AVERAGE,
        "told befell": BEFELL,
        "told brings": BRINGS,
        "told changed": CHANGED,
        "told the more": THE_MORE,
    }
)


def signs(text: str) -> list[str]:
    """The names of the ways in which a sentence tells a result."""
    found = _OTHERS.found(text)
    return ["told counted", *found] if counted(text) else found


def is_result(found: Collection[str]) -> bool:
    """Whether these signs of a sentence tell a result together: a count with what befell those counted, or two arms."""
    return "told counted" in found and ("told befell" in found or "told arms" in found)


def tells(text: str) -> bool:
    """Whether a sentence tells a result so."""
    return (BEFELL.search(text) is not None or ARMS.search(text) is not None) and counted(text)
