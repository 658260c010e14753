"""Names with a capital that nobody sells as goods: sites that people talk on, parts of a page, headlines, addresses, numbers of parts.

Source: standards.md C2 asks for products that are named or argued for; the lists are [house].
"""

from __future__ import annotations

import re
from collections.abc import Collection

from evidence.language.patterns import lazily

GLUED = lazily(r"[A-Za-z]\+[A-Za-z]")
"""Words of an address ("Oils+For+Sale"), which name nothing."""
_NUMBERED = lazily(
    r"(?:(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Series|Model|Version|Gen|Mark|Mk|Pro|Plus|Max|Mini|Part|No|Type|[A-Z]|[vV]?\d[\w.-]*)\s*)+"
)
"""A number of a part or a version ("One X", "Series 3") is no name by itself."""
_OF_A_TALK = lazily(
    r"\s(?:Paradox|Problem|Effect|Myth|Question|Theory|Debate|Connection|Guides?|Trap|Mistakes?|Response|Axis|Window|Curve|Hypothesis|Controversy|Tables?|Comparisons?|Overview|Charts?|Ranking|Round-?up|Reviews?|FAQs?|Tips|Summary|Breakdown|Checklist|Alternatives|Options|Recommendations?)$"
)
"""What a heading is about and nobody buys ("The Glycinate Paradox", "Supplement Comparison Table")."""
_TALKED_ON = lazily(
    r"^(?:Reddit(?:ors?)?|Quora|YouTube|Facebook|Instagram|TikTok|Twitter|Pinterest|Trustpilot|Wikipedia|WebMD|Healthline|Medscape|PubMed|Examine(?:\.com)?|Wirecutter|Google|ChatGPT|Yelp|Substack|Patreon|Discord|WhatsApp|LinkedIn|WordPress|GitHub)\b",
    re.IGNORECASE,
)
_SAYS_SOMETHING = lazily(
    r"\b(?:[A-Z][a-z]{3,}ly|Rates?|Says?|Agrees?|Recommends?|Mentions?|Actually|Higher|Lower|Loves?|Hates?|Prefers?|Thinks?|Swears?|Wants?)\b"
)
"""A headline in capitals that says something ("Reddit Consistently Rates Higher")."""
_SUBSTANCES = lazily(
    r"^(?:BCAAs?|EAAs?|HMB|NAC|NMN|MSM|DHA|EPA|GABA|CBD|MCTs?|CoQ10|Vit\.?(?:\s[A-KB]\d{0,2})?|Omega)$"
)


def names_nothing_sold(core: str) -> bool:
    """Whether a name found on a page is none of goods."""
    if _NUMBERED.fullmatch(core) or GLUED.search(core) or _OF_A_TALK.search(core):
        return True
    return any(pattern.search(core) for pattern in (_TALKED_ON, _SUBSTANCES)) or (
        " " in core and _SAYS_SOMETHING.search(core) is not None
    )


_CHEMICAL = lazily(r"(?:ates?|ides?|ines?|iums?|ones?|oses?|ases?|eins?|oids?|ols?)$")


def is_substance(core: str, small: Collection[str]) -> bool:
    """Whether a name of one word ends as substances do and the page also writes it `small`."""
    return " " not in core and _CHEMICAL.search(core) is not None and core.lower() in small
