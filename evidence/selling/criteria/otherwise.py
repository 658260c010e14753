"""(x) The statement otherwise suggests an effect on a disease: on all of them, or by telling who has one."""

from __future__ import annotations

from evidence.language.patterns import any_of
from evidence.selling.passage import Passage, said

_ILLNESS = any_of(
    r"(?:disease|illness|sickness|ailment|malad(?:y|ie)|disorder)(?:s|es)?(?:\s+of\s+\w+)?",
    r"\bill(?=\s+(?:with|of|from)|\s*[.!]|$)",
)
_AGAINST = any_of(
    r"(?:fight|protect|shield|prevent|cur|heal|treat|guard|ward|stop|beat|end|defend|revers|stav|keep|lower|reduc|hold|root|eliminat|combat|resist|strengthen|defeat)(?:e|es|s|ed|ing)?",
    r"against|every|all|\d+|almost\s+any|free\s+of|without|root\s+of",
)
_DIAGNOSES = any_of(
    r"(?:detects?|diagnos(?:e|es|ed|ing)|spots?|reveals?|screens?(?:\s+for)?|finds?|found|identif(?:y|ies)|predicts?|uncovers?|discovers?|names?|shows?\s+you|tells?\s+(?:you|us|your\s+\w+)|tests?\s+(?:you\s+)?for|checks?\s+(?:you\s+)?for|picks?\s+up|warns?\s+you)\b"
)
_DOCTORS = r"(?:(?:heart|brain|eye|cancer|spine|back|knee|hip|vascular)\s+(?:surgeons?|doctors?|specialists?)|cardiologists?|oncologists?|rheumatologists?|neurologists?|diabetologists?|allergists?|urologists?|psychiatrists?|nephrologists?|hepatologists?|pulmonologists?|orthop(?:a)?edists?|ophthalmologists?|gastroenterologists?|endocrinologists?)"
_BY_DOCTORS = any_of(
    rf"{_DOCTORS}\s+(?:\w+\s+){{0,3}}?(?:take|takes|use|uses|keep|keeps|swear\s+by|prescribe|prescribes|recommend|recommends|trust|choose|reach\s+for|give|would\s+take|rely\s+on)\b",
    rf"(?:taken|used|prescribed|recommended|trusted|chosen|kept|invented|developed|designed|made)\s+by\s+(?:\w+\s+){{0,2}}?{_DOCTORS}",
)
"""Who treats one class of diseases, and takes or gives the product: it is then meant against these."""
_HEALS = any_of(
    r"early[\s-]warning\s+(?:signals?|signs?|systems?)\b(?=.{0,60}\b(?:heart|cardi\w+|stroke|arrh?yth?m\w+|doctor|emergency|attack|disease|illness|condition|diabet\w+|cancer))|(?:heart|cardiac|glucose|blood\s+pressure)\b.{0,80}\bearly[\s-]warning\b",
    r"(?:shows?|tells?|see|monitor\w*|track\w*|check\w*)\b.{0,50}\b(?:how\s+well\s+(?:your|the)\s+(?:\w+\s+)?(?:medication|medicine|drugs?|treatment|pills?)|(?:effect|use)\s+(?:that\s+)?(?:a|your|the)\s+(?:drug|medicine|medication)|prescription\s+drug\s+use)",
    r"(?:shows?|tells?)\s+(?:you\s+)?(?:if|whether)\s+your\s+(?:heart(?:\s+rhythm|beat)?|blood\s+pressure|blood\s+sugar|lungs?|pulse|liver|thyroid|hormones?)\b|when\s+(?:you\s+need\s+to|to)\s+(?:go\s+to\s+)?(?:see|call|visit)\s+(?:a|your|the)\s+doctor",
    r"heals?\s+(?:where|what|anything|everything|everyone)",
    r"(?:where|when)\s+medicine\s+(?:fails|cannot|gives\s+up)",
    r"adds?\s+years\s+to\s+your\s+life",
    r"doctors\s+(?:gave|give)\s+up|(?:told|said)\b.{0,40}\b(?:incurable|hopeless|untreatable|beyond\s+help|nothing\s+(?:more\s+)?(?:can|could|to)\s+be\s+done|(?:just\s+)?(?:have|had)\s+to\s+live\s+with\s+it)|(?:incurable|untreatable)\s+(?:condition|disease|illness)",
    r"all\s+the\s+medicine|cure-?\s?alls?|panacea|heal-?alls?|good\s+for\s+(?:whatever|anything)\s+(?:that\s+)?ails",
)


def words(passage: Passage) -> str:
    """What is said of disease at large, or of telling a disease, or ""."""
    tells = _DIAGNOSES.search(passage.text)
    if tells and passage.ills:
        return said(tells.group(), passage.ills[0])
    illness, against = _ILLNESS.search(passage.text), _AGAINST.search(passage.text)
    if illness and against:
        return said(against.group(), illness.group())
    heals = _HEALS.search(passage.text) or _BY_DOCTORS.search(passage.text)
    return heals.group() if heals else ""
