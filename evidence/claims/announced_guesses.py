"""Items below a lead-in that announces them as myths, beliefs, hypotheses or possibilities: "Common myths:".

Such an item asserts nothing (docs/labelling.md, `list`: "that names possibilities, questions, myths"). What has effects
of something in it is no guess by its announcement ("Possible side effects:"), and an item that is promised against a
disease needs its source behind any announcement. Used by `empty_lines`.
"""

from __future__ import annotations

from evidence.claims.left_treatments import MEDICINE
from evidence.language.patterns import Cue, Cues

_END = r"\s*:\W*$"
_MYTHS = Cue(
    r"^\W{0,12}(?:(?:here|there|these|below)\s+are\s+)?(?:(?:some|the|a\s+few|a\s+couple\s+of|more|other|many|two|three|four|five|six|seven|ten|\d{1,2}|of\s+the|most|common|popular|persistent|widespread|biggest|big|old|usual|frequent)\s+){0,4}"
    rf"(?:myths?|misconceptions?|misunderstandings?|old\s+wives['’]\s+tales|superstitions|rumou?rs)(?:\s+(?:about|on|around|surrounding|that|we|i|you|of)\b[^:.]{{0,60}}?)?(?:\s+(?:are|include))?{_END}",
)
_BELIEFS = Cue(
    rf"^\W{{0,12}}(?:(?:some|the|many|a\s+few)\s+)?(?:things|what|claims)\s+(?:that\s+)?(?:some\s+|many\s+|most\s+|other\s+)?(?:people|folks|fans|critics)\s+(?:often\s+|still\s+|tend\s+to\s+|like\s+to\s+)?(?:believe|think|say|claim|tell)\b[^:.]{{0,40}}?{_END}",
)
_HYPOTHESES = Cue(
    rf"^\W{{0,12}}(?:(?:some|our|my|the|several|a\s+few|two|three|four|working|main|early|common|current|these|are)\s+){{0,3}}(?:hypothes[ie]s|theories|guesses|assumptions|possibilities|suspicions)(?:\s+(?:that|we|i|to\s+test|about|for|behind|on|as\s+to)\b[^:.]{{0,60}}?)?(?:\s+(?:are|include))?{_END}",
)
_POSSIBLE = Cue(
    rf"^\W{{0,12}}(?:(?:some|the|a\s+few|other)\s+)?(?:possible|potential|likely)\s+(?:reasons|explanations)\s+(?:for|why|behind|of)\s+(?:your|my|this|that|the)\b[^:.]{{0,50}}?{_END}"
    rf"|^\W{{0,12}}what\s+(?:else\s+)?(?:might|may|could)\s+(?:be\s+)?(?:going\s+on|wrong|behind\s+(?:it|this|that)|causing\s+(?:it|this|that)|the\s+(?:cause|reason|matter))\b[^:.]{{0,40}}?{_END}"
    rf"|^\W{{0,12}}(?:it|this|that|they)\s+(?:may|might|could)\s+be\s+(?:one|any|some|either)\s+of\s+(?:these|the\s+following|several\s+things|many\s+things)\b[^:.]{{0,40}}?{_END}"
    rf"|^\W{{0,12}}(?:maybe|perhaps)\b[^:.]{{0,20}}{_END}",
)
_ANNOUNCED = Cues({"myths": _MYTHS, "beliefs": _BELIEFS, "hypotheses": _HYPOTHESES, "possible": _POSSIBLE})


def is_guess(text: str, lead: str) -> bool:
    """Whether an item asserts nothing because its lead-in announces it as a guess or a myth.

    Who calls what is known of a medicine a myth takes the medicine away: such an item stays a claim.
    """
    kind = _ANNOUNCED.first(lead) if lead else ""
    return kind != "" and not (kind in ("myths", "beliefs") and MEDICINE.search(text))
