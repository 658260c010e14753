"""(ix) The product is said to treat, prevent or mitigate what a therapy does to the body, where that is a disease."""

from __future__ import annotations

from evidence.language.patterns import any_of
from evidence.selling.lexicon import ILL
from evidence.selling.passage import Passage, said

_HARM = any_of(
    r"burning|soreness|tiredness|sickness|sick|damage|upset(?:s|ting)?|inflam\w+|thinn\w+|weaken\w*|ruin\w*|strain\w*|ravag\w+|harmed|irritat\w+|destroy\w*|worn\s+(?:out|down)|poison|side\s+effects?|withdrawal|grogginess|numbness|diarrh?o?ea|ulcers?|weight|hair\s+(?:falling|loss)|sores?|nausea|queas\w+|appetite|burn(?:t|s|ed)|rebound|wrecked|leav(?:e|es)|left|comedown"
)
_OF = any_of(
    r"(?:if|when|through|during|from|after|of|by|that|which|behind|through|on)\b",
)
_MENDS = any_of(
    r"(?:spare|undo|remov|clear|repair|mend|heal|cushion|bring|brought|restor|prevent|reliev|stop|eas|revers|protect|offset|disappear|regenerat|tak|rebuild|sooth|flush|calm|sort|settl|fix)\w*|puts?\s+(?:that|it|this|things)\s+right|keeps?\s+(?:\w+\s+)?from\s+being|kept\s+(?:\w+\s+)?from\s+being"
)


def words(passage: Passage) -> str:
    """What the therapy did and what mends it, or ""."""
    harm, mends = _HARM.search(passage.text), _MENDS.search(passage.text)
    if not passage.medical or harm is None or mends is None:
        return ""
    caused = _OF.search(passage.text)
    suffers = harm.group().lower() not in ("left", "leave", "leaves") or any(
        term.kind in (*ILL, "natural") for term in passage.terms
    )
    return said(mends.group(), harm.group(), passage.medical[0]) if caused and suffers else ""
