"""Parts and functions of goods that are called by words of the body or of health: "the toe box", "side sleepers", "sleep tracking".

In: a sentence with the product's name replaced. Out: the same with such names replaced, so that they are read as things. What
they do to anybody is judged as before. Source: docs/labelling-products.md ("plain", what goods are and hold); the lists are
[house].
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, any_of, lazily
from evidence.selling.lexicon import ILL, of_kind

THING = "item"
"""What stands for a part or a function of goods in a sentence that is judged."""

_LIES = r"(?:side|back|stomach|front|tummy|belly)"
_WHOSE = r"(?:your|the|their|my|his|her|our)"
_FOLLOWED = r"(?:heart[\s-]?rate|hrv|stress|recovery|readiness|activity|fitness|health|energy|body|posture|breathing|respiration|oxygen|spo2|calorie|step|workout|exercise|period|cycle|nutrition|hydration|wellness|sleep)"
_KEPT_AS = r"(?:track(?:ing|ers?)|scores?|graphs?|data|readings?|sensors?|monitor(?:ing|s)?|metrics|zones?|counts?|counters?|logs?|logging|apps?|stats|statistics|charts?|histor(?:y|ies)|reports?|measurements?|insights?)"
_ROOMS = r"(?:(?:the|any|your|a|most|all|small|large|medium-sized)\s+){0,2}(?:bed-?rooms?|living\s+rooms?|family\s+rooms?|rooms?|offices?|nurser(?:y|ies)|kitchens?|bathrooms?|dorms?|apartments?|homes?|desks?|travel|camping)"
_PARTS = Cue(
    r"\b(?:(?:toe|heel|ankle|foot|forefoot|midfoot|instep|arch)[\s-]?(?:box(?:es)?|collars?|counters?|cups?|tabs?|drop|cushion(?:ing)?|stack|pads?|padding|strike|loops?|area|lockdown|bumpers?|caps?|rests?)"
    r"|(?:under|below|at|around|behind)\s+the\s+(?:heels?|(?:big\s+)?toes?|forefoot|midfoot|ball\s+of\s+the\s+foot|ankle\s+collar)"
    rf"|{_LIES}(?:(?:,|,?\s+and|,?\s+or|\s?/)\s*{_LIES}){{0,8}}[\s-]?sleep(?:ers?|ing\s+positions?)"
    rf"|(?:(?:people|those|anyone|everyone|anybody|everybody)\s+who|you|i|we)\s+(?:\w+ly\s+)?sleeps?\s+(?:\w+ly\s+)?on\s+(?:{_WHOSE}\s+)?{_LIES}s?(?:(?:,|,?\s+and|,?\s+or)\s+(?:{_WHOSE}\s+)?{_LIES}s?){{0,8}}"
    r"|sleep(?:ing)?\s+(?:stages?|timers?|modes?|positions?|surfaces?|trials?|sacks?|analysis|tab|screen)"
    r"|(?:those|people|anyone|everyone|someone|customers|users|shoppers)\s+(?:who\s+)?(?:wants?|prefers?|likes?|loves?|enjoys?|appreciates?|values?|seeks?|seeking|wanting|spends?|works?|sits?|stands?|travels?|trains?|runs?|(?:are\s+|is\s+)?looking)\b(?!\s+(?:to|for)\s+(?:relie|reduc|lower|sleep|los|heal|cur|treat|prevent|better|more\s+(?:energy|sleep)))"
    r"|(?:for\s+)?safe\s+(?:use|usage|handling|storage)|how\s+to\s+(?:do|use|take|apply|store|handle|dilute)\s+(?:this|it|them|that)\s+safely|(?:do|store|handle|dilute|use)\s+(?:this|it|them|that)\s+safely(?=\s*[.,;]|$)|no\s+animals?\s+(?:\w+\s+)?harmed|cruelty-free"
    r"|(?:(?:third-party|batch|lab|independently)[\s-]?(?:tested|verified|checked|certified))\b[^.;:!?]{0,40}\bfor\s+(?:your|complete|total|added)?\s*peace\s+of\s+mind|peace\s+of\s+mind,?\s+(?:knowing|that)"
    r"|(?:(?:refreshing|fresh|crisp|clean|warm|sweet|minty|spicy|herbaceous|earthy|pleasant|strong|subtle|floral|natural),?\s+(?:and\s+)?){1,4}(?:scents?|aromas?|fragrances?|smells?|flavou?rs?|tastes?)"
    rf"|(?:suitable|ideal|perfect|great|good|made|designed|meant|right)\s+for\s+{_ROOMS}(?:(?:,|,?\s+and|,?\s+or)\s+{_ROOMS}){{0,8}}"
    r"|(?:indoor\s+)?air\s+(?:quality|purification|purifiers?|cleaning|filtration|circulation|flow|exchange)|(?:clean(?:er)?|fresh(?:er)?|purified)\s+(?:indoor\s+)?air"
    r"|(?:quiet|silent|noiseless|smooth|easy|one-touch|hands-free|energy-efficient|low-noise|24/7|continuous|remote)\s+operation"
    r"|(?:\w+\s+)?(?:kids|children)\s+who\s+(?:like|love|enjoy)\s+to\s+(?:move|play|camp|hike|read|draw|travel|climb|explore|wriggle|run|wander)\b(?:\s+(?:around|about|outside))?(?:\s+in\s+their\s+sleep)?"
    r"|(?:arm|leg|neck|head|foot|hand|face|chest)(?:\s+and\s+(?:arm|leg|neck|head|foot|hand|face))?\s+(?:openings?|holes?|cuffs?|drawstrings?|baffles?|pockets?|zippers?|vents?|room|slots?)"
    rf"|{_FOLLOWED}(?:(?:,|,?\s+and|\s?/)\s*{_FOLLOWED}){{0,8}}(?:,?\s+and)?\s+{_KEPT_AS}"
    r"|(?:maps?|screens?|watch|clock|phone|computer|display|apps?|band|strap|device|something|anything|one|it)\s+on\s+(?:your|the|my)\s+(?:wrist|arm|finger)"
    r"|(?:my|your|our|his|her)\s+(?:feet|foot|toes?|hips?|shoulders?|knees?|arms?|head|hands?|elbows?)\s+(?:had|has|have|gets?|got|needs?|sank|sinks?|hang|hangs|hung)\s+(?:\w+\s+)?(?:room|space|in|over|out)"
    r"|(?:keeps?|kept|holds?|held|loses?|lost)\s+(?:its|their)\s+(?:shape|form|colou?r|edge|charge|loft|heat|bounce)"
    r"|(?:head|neck|shoulder|arm|hip|waist|chest|leg|ear|chin|wrist)[\s-]?(?:rests?|straps?|belts?|bands?|cups?|loops?|clips?))\b"
    r"(?!\s+(?:problems?|disorders?|relief|pain))",
)

_ACTED_ON = lazily(
    r"\band\s+(?:then\s+|also\s+|even\s+|\w+ly\s+)?(?!(?:show|send|save|store|plot|log|display|share|sync|put|list|graph|compare|draw|print|report|record|keep|read|tell|chart|sort|add)s?\b)\w+s\s+(?:it|them|both)\b",
    re.IGNORECASE,
)
"""What is done to what was measured: "and lowers it"."""


_PROMISES = any_of(
    r"(?:mak|keep|let|leav|turn|help|sav|restor|lift|free|protect|spar|transform|chang|giv)(?:e|es|s|ing|ed|ts|s)?\s+(?:you|your|people|everyone|everybody|anyone|us|them|him|her|me|my|lives?)\b(?!\s+(?:plenty|a\s+(?:stable|soft|firm|smooth)|room|space))",
    r"(?:turn|set|wind)s?\s+back|young\w*|youth\w*|(?<!battery )(?<!shelf )lives?|doctors?|surgeons?|surgery|hospitals?|prescriptions?|tablets|medicines?|medication|pills|drugs?|insulin|wonders?|miracles?|harm(?:s|less|ful|ing)?|hurts?|interacts?|interactions?|side[\s-]effects?|cur(?:e|es|ed)|heal(?:s|ed|ing)?|treat(?:s|ed|ment|ments)|reliev\w*|prevent(?:s|ed)?|immun\w*|detox\w*|toxins?|pregnan\w*|vanish\w*|gone|knocks?\s+out|well(?=\W*$)",
)


def promises(text: str) -> bool:
    """Whether a sentence holds a word of what goods do to people, so that it is judged whole."""
    return _PROMISES.search(text) is not None


def without_parts(text: str) -> str:
    """The sentence with parts and functions of goods replaced; one that names an ill or promises stays as it is."""
    return text if promises(text) or of_kind(text, *ILL) else _PARTS.sub(THING, text)


def acts_on_it(text: str) -> bool:
    """Whether a sentence goes on to change what goods measure ("measures your blood pressure and lowers it")."""
    return _ACTED_ON.search(text) is not None
