"""How to use or keep the goods, with no word on what for; what they cost and how they are sent."""

from __future__ import annotations

import re

from evidence.language.patterns import any_of, lazily
from evidence.selling.lexicon import MEDICAL
from evidence.selling.passage import PRODUCT, Passage

_INSTRUCTS = lazily(
    rf"^\W*(?:(?:simply|just|then|first|please|now|always|gently|once\s+a\s+day,?|twice\s+a\s+day,?|at\s+night,?|every\s+morning,?)\s+)?(?:warm|apply|rub|spread|spray|add|mix|stir|shake|pour|store|keep|refrigerate|charge|wash|rinse|take|use|drink|steep|put|place|dissolve|swallow|open|close|wear|massage|pat|smooth|dab|dot|work|press|sprinkle|scatter|let|leave|brew|boil|heat|serve|blend|whisk|combine|hang|plug|wipe|hold|fold|clip|strap|fasten|position|begin|start|finish|follow|repeat|dilute|drop(?!\s+(?:\w+\s+){{0,3}}(?:sizes?|pounds|kilos?|stone))|inhale|diffuse|chew|measure|scoop|crumble)\s+(?:(?:[\w-]+\s+){{0,5}}?(?:of\s+)?)?{PRODUCT}"
    r"(?!.*\b(?:to\s+(?!eat|be\b|taste|a\b|the\b|your\b|each|every|any|hot|cold|warm|boiling|clean|dry|damp|wet|\d)|for\s+(?!(?:about\s+|at\s+least\s+|up\s+to\s+)?(?:a\s+(?:minute|few|quarter|while|night|day|week)|an\s+hour|half|\w+\s+(?:to\s+\w+\s+)?(?:seconds|minutes|hours|days|weeks|months)|\d))|and\s+(?!(?:then|let\s+(?:it|the\s+(?:tea|mixture|cream|oil|balm|bag))|leave|wait|rinse|stir|shake|close|swallow|chew|drink|add|pour|mix|rub|wipe|wash|dry|store|keep|hold|press|put|repeat|massage|a|an|one|two|half|serve|spread|cover|strain|sweeten|eat|do|dab|pat|work|switch|plug|charge|open|turn|set|cool|steep|brew|sit|lie|place|apply|inhale|blend|use|take|evening|night|at|in|on|with|milk|water|honey|oil|again)\b)))",
    re.IGNORECASE,
)
_IS_USED = lazily(
    rf"^\W*{PRODUCT}\s+(?:can|may|should|is\s+best)\s+(?:also\s+)?(?:be\s+)?(?:stirred|mixed|added|sprinkled|poured|dissolved|baked|blended|crumbled|spread|brewed|steeped|stored|kept|served|eaten|drunk)\s+(?:in|into|to|with|on|onto|over|at|hot|cold|warm|chilled|for\s+\w+\s+minutes)\b(?!.*\b(?:to|for|against)\s+(?!\d|a\b|the\b|your\b|about\b|taste\b|\w+\s+minutes))",
    re.IGNORECASE,
)
"""The same in the passive: "can be stirred into yogurt"."""
_SHOP = any_of(
    r"(?:free|fast|next-day|same-day|express|standard|home|worldwide|international|local)\s+(?:shipping|delivery)|(?:shipping|delivery)\s+(?:is|costs?|charges?|times?|takes?|to|within|address|dates?|options?|fees?|included|on\s+orders)\b|(?:shipping|delivery)\s*[.!]?\s*$",
    r"\d+\s*%\s+off",
)


def instructs(text: str) -> bool:
    """Whether the sentence says how to use the goods and names no ill, drug or therapy."""
    if not _INSTRUCTS.match(text) and not _IS_USED.match(text):
        return False
    passage = Passage(text)
    return not passage.ills and not passage.of_kind(*MEDICAL)


def is_of_the_shop(text: str) -> bool:
    """Whether the sentence tells of a parcel or a price."""
    return _SHOP.search(text) is not None and not any(
        _FOR.search(text[: term.start]) for term in Passage(text).ills if term.start
    )


_FOR = lazily(r"\b(?:for|against)\s+(?:(?:your|my|the|all|any|every|that)\s+)?$", re.IGNORECASE)
