"""(iii) The statement claims an effect on an abnormal condition of a natural state: pregnancy, the cycle, ageing.

What is common and does no lasting harm is no disease (mild mood swings, hot flushes, wrinkles, forgetfulness); what is
uncommon or may do harm is one (toxaemia, severe depression before the period, osteoporosis).
"""

from __future__ import annotations

from evidence.language.patterns import any_of
from evidence.selling.passage import Passage, said

STATE = any_of(
    r"pregnan\w+|expecting|trimester|birth|newborn|labour|labor|postnatal|postpartum|menopaus\w+|the\s+change|(?:the|your|my|whose)\s+periods?|menstrua\w+|pubert\w+|"
    r"ag(?:e?ing|e)|old\s+age|older\s+(?:men|women|people)|elderly|breast-?feeding|nursing"
)
_EXCESS = any_of(
    r"(?:dangerously|abnormally|excessively|very|extremely)\s+(?:heavy|painful|long|irregular)|(?:heavy|painful|agoni[sz]ing|crippling)\s+(?:periods?|bleeding)|bleeding\s+between\s+periods|flooding"
)
_CURES = any_of(r"cur(?:e|es|ed|ing)|heal(?:s|ed|ing)?")
_OF_STATES = frozenset(
    {
        "preeclampsia", "pre-eclampsia", "eclampsia", "gestational diabetes", "miscarriage", "postnatal depression", "postpartum depression",
        "preterm birth", "premature birth", "stillbirth", "neural tube defect", "birth defect", "osteoporosis", "enlarged prostate", "early menopause",
        "male menopause", "baldness", "male pattern baldness", "bald patch", "pregnancy loss", "toxaemia",
    }
)  # fmt: skip


def words(passage: Passage) -> str:
    """The state and what is abnormal in it, or ""."""
    state = STATE.search(passage.text)
    for term in passage.ills:
        if term.term in _OF_STATES or (state and term.kind in ("disease", "symptom")):
            return said(state.group() if state else None, term)
    excess = _EXCESS.search(passage.text)
    if excess and state:
        return said(state.group(), excess.group())
    worse = passage.severe
    natural = passage.of_kind("natural")
    cures = _CURES.search(passage.text)
    if natural and (worse or cures):
        return said(worse or (cures.group() if cures else ""), natural[0])
    return ""
