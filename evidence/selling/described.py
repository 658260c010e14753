"""Words of a plain description of goods that look like a benefit: who makes them, what they are, what is in them.

In: a sentence with the product's name replaced. Out: the sentence with these words replaced by neutral ones, so that
"made by Healthy Heart Foods", "a blood pressure monitor" and "10 grams of collagen" claim nothing, and all else that the
sentence says counts as before. Names of goods that say what they are against or for ("joint tablets", "anxiety app")
stay: they claim (21 CFR 101.93(g)(2)(iv)(A)). The lists are [house].
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from evidence.language.patterns import Cue
from evidence.selling.idioms import without_idioms
from evidence.selling.lexicon import of_kind
from evidence.selling.parts import THING, acts_on_it, without_parts

FIRM = "thefirm"
"""What stands for the name of a maker or seller in a sentence that is judged."""
_SOLD = "is sold"

_WORD = r"[A-Z0-9][\w'’-]*"
_NAME = rf"(?:{_WORD}(?:,?\s+(?:(?:&|and|of|the|de|for)\s+){{0,2}}[A-Z][\w'’-]*){{0,6}})"
_DONE = (
    r"(?i:made|makes?|manufactured|produced|sold|packed|packaged|bottled|brewed|blended|grown|distributed|supplied|imported"
    r"|developed|created|designed|published|owned|printed|built|shipped|offered|marketed|roasted|pressed|distilled|taught|run)"
)
_COMPANY = r"(?:Ltd|Limited|Inc|LLC|GmbH|Corp|Corporation|Company|Co|plc|PLC|BV|AG|Pty|SpA|SARL|Oy|AB)\b\.?"
_BY = Cue(rf"\b{_DONE}(?:\s+(?!by\b)[\w'’-]+){{0,6}}\s+by\s+(?:the\s+)?({_NAME})", re.NOFLAG)
_FROM = Cue(
    rf"(?:\b(?i:capsules?|tablets?|softgels?|gummies|powders?|drops|syrup|teas?|creams?|gels?|balms?|lotions?|serums?|oils?|sprays?|bars?|apps?|devices?|lamps?|kits?|programmes?|programs?|courses?|supplements?|products?|honey|toothpaste|drinks?|brand)"
    rf"|\b(?i:buy|order|bought|ordered|available|sold)\b[^.;:!?]{{0,40}}?)\s+(?:from|at|through)\s+(?:the\s+)?({_NAME})",
    re.NOFLAG,
)
_LABELLED = Cue(
    rf"\b(?i:makers?|manufacturers?|producers?|sellers?|distributors?|importers?|brand|company|made\s+by|sold\s+by)(?:\s+(?i:of)\s+\w+)?\s*(?::|\b(?:is|are))\s*(?:the\s+)?({_NAME})",
    re.NOFLAG,
)
_ENDED = Cue(rf"\b((?:{_WORD}\s+(?:(?:&|and|of)\s+)?){{1,5}}{_COMPANY})", re.NOFLAG)

_MEASURED = (
    r"(?:blood\s+(?:pressure|sugar|glucose|oxygen)|glucose|heart\s+(?:rate|beats?)|heartbeat|pulse|oxygen|(?:body\s+)?temperature|sleep|(?:body\s+)?weight|body\s+fat|body\s+composition|ketones?|posture|moods?|stress(?:\s+levels?)?"
    r"|energy(?:\s+levels?)?|focus|breath(?:ing)?|hydration|periods?|cycles?|calories?|meals?|steps?|habits?|drinks?|food|exercise|workouts?|medicines?|hunger|cravings?)"
)
_METER = r"(?:monitors?|meters?|trackers?|diar(?:y|ies)|journals?|logs?|logbooks?|charts?|calendars?|scales?|thermometers?|cuffs?|sensors?|recorders?|counters?|readings?|graphs?|apps?(?=\s+(?:with|for\s+(?:phones|android|ios|iphone))))"
_WORN_AT = r"(?:sleep(?:ing)?|eyes?|knees?|ankles?|wrists?|back|neck|elbows?|shoulders?|hands?|foot|feet|heels?|legs?|hips?|ears?|head|body|skin|face|hair|nails?|lips?|mouth|tooth|teeth|nasal|nose|throat|chest|belly|upper\s+arm)"
_WORN = (
    r"(?:masks?|braces?|bands?|straps?|sleeves?|pillows?|cushions?|wraps?|lotions?|creams?|butter|oils?|wash|serums?|gels?|balms?|mists?|brush(?:es)?|floss|files?|rollers?|mats?|plugs?|warmers?|baths?|scrubs?|sprays?|rinses?|wipes?|pads?|rests?"
    r"|shampoos?|conditioners?|clips?|belts?|insoles?|splints?|bags?|powder|sticks?|soaps?|tape|massagers?|ties)"
)
_ANIMAL = r"(?:beef|bovine|pork|porcine|chicken|fish|marine|shark|grass-fed|ox|lamb|cod|desiccated|dried|calf|turkey)"
_AMOUNT = r"\d[\d.,]{0,12}\s*(?:mg|g|kg|mcg|µg|μg|iu|ml|%|per\s?cent|grams?|milligrams?|micrograms?|millilit(?:re|er)s?|kcal|kj|calories)"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_LAID_ON = r"(?:bands?|straps?|braces?|sleeves?|cuffs?|pads?|cushions?|wraps?|lotions?|creams?|masks?|rollers?|brush(?:es)?|massagers?)"
_OWN = r"(?:your|the|an?|its|his|her|their|daily|own)"
_GOODS = Cue(
    rf"\b(?:{_MEASURED}\s+(?:and\s+\w+\s+)?{_METER}"
    rf"|{_WORN_AT}(?:\s+and\s+{_WORN_AT})?\s+{_WORN}"
    r"|(?:skin|hair|body|foot|hand|oral|mouth|baby|sun|eye|nail|beard|lip|dental)[\s-]?care\s+(?:products?|range|line|oil|cream|brand|items?|balm|lotion|article|company|shop|aisle)"
    r"|leaves?\s+(?:behind\s+)?no\s+(?:\w+\s+)?(?:stains?|film|residue|marks?|smell|traces?|taste|grease)(?:\s+on\s+\w+)?"
    r"|wellness\s+(?:solutions?|products?|brands?|compan(?:y|ies)|industry|journey|blog|space|community|routine)"
    r"|health\s+(?:food|store|shop|insurance|service)s?(?:\s+(?:shop|store|aisle|chain)s?)?"
    rf"|{_ANIMAL}\s+(?:\w+\s+)?(?:livers?|hearts?|kidneys?|bones?|cartilage|collagen|skin|brain|thyroid|pancreas|stomach)"
    r"|bone\s+broth|collagen\s+(?:powder|peptides?|capsules?|tablets?|drinks?|bars?|gummies|from)|energy\s+(?:drinks?|bars?|gels?|use|saving|class|value)"
    rf"|{_AMOUNT}\s+(?:of\s+)?(?:\w+\s+){{0,2}}?(?:collagen|fat|energy|cartilage|antioxidants?|weight)"
    rf"|{_LAID_ON}\s+for\s+(?:the|your)\s+{_WORN_AT}(?:,?\s+(?:and|or)\s+(?:the\s+)?{_WORN_AT})*|{_NUMBER}\s+(?:\w+\s+)?(?:heads?|legs|feet|arms|faces)"
    r"|memory\s+(?:for|of|with|foam|cards?|sticks?)|(?:built-in|internal)\s+memory|(?:net|gross|total|its|shipping)\s+weight|weight\s*(?::|of|is)\s*\d[\d.,]{0,12}"
    rf"|{_AMOUNT}\s+(?:net|gross)?\s*weight)(?![\w-])",
    re.IGNORECASE,
)
_TOPIC = Cue(
    rf"\b(?:(?:lessons?|chapters?|talks?|videos?|class(?:es)?|units|sessions?|modules?|booklets?|books?|pages?|articles?|episodes?|course|questions?)\s+(?:on|about)"
    rf"|(?:charts?|diar(?:y|ies)|graphs?|records?|logs?|curves?|tables?|calendars?|lists?|history)\s+(?:of|for))\s+(?:{_OWN}\s+)*{_MEASURED}(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s+or\s+)(?:{_OWN}\s+)*{_MEASURED})*\b",
    re.IGNORECASE,
)
_KEPT = Cue(
    rf"\b(?:(?:write|note|jot)s?\s+down|logs?|records?|enters?|lists?|types?\s+in|fills?\s+in|shows?|displays?|plots?|counts?|tracks?|measures?)\s+(?:{_OWN}\s+)*{_MEASURED}(?:(?:,\s*(?:and\s+)?|\s+and\s+|\s+or\s+)(?:{_OWN}\s+)*{_MEASURED})*\b(?!\s+(?:problems?|disorders?|loss|relief|management|control|better|more|as|so|like|\w+ly)\b)",
    re.IGNORECASE,
)
_TRADE = Cue(
    r"\b(?:(?:month|week|day|year)s?['’]?s?\s+supply|makes?\s+and\s+sells?|(?:we|company)\s+makes?(?=\s+thisproduct)"
    r"|(?:works?|runs?)\s+(?:on|with|without)\s+(?:an?\s+|any\s+|most\s+)?(?:(?:android|smart)\s*)?(?:phones?|tablets?|android|ios|iphones?|windows|computers?|batter(?:y|ies)|mains|internet|signal))\b(?!\s+(?:you|your|it|people|life)\b)",
    re.IGNORECASE,
)
_THINGS = Cue(
    rf"\b(?:{_NUMBER}|the|its|our|their|these|those|of|and|few|fresh|dried|young|whole|top|tea|green|mint|all)\s+(?:\w+\s+)?leaves\b(?!\s+(?:you|your|my|his|her|them|people|skin|hair|no|a|an|us|me|lips|nothing|him)\b)"
    rf"|\b(?:{_NUMBER}|a|an|few|several|each|some|single|more)\s+(?:\w+\s+)?(?:drops?|dabs?|pumps?|lifts?)\b(?=\s+(?:of|in|on|into|onto|under|to|a|per|are|is|before|after|twice|daily|at|for|and|with)\b|\s*[.,;:)]|$)"
    r"|\b(?:by|in|with|at|first|second)\s+(?:one\s+|both\s+|a\s+single\s+|free\s+)?hands?\b|\bhand-?\s?(?:picked|made|poured|packed|stitched|drawn|painted|written|blended|sewn|rolled|filled|numbered|cut|crafted)"
    r"|\b(?:soft|brush|shower|massage|spare|replaceable|rotating|removable|interchangeable|round|flat|padded|silicone)\s+heads?\b|\barm['’]s\s+length"
    r"|\b(?:back|foot|head|neck|face|body|mouth|shoulder|heart|skin|bottom|front)\s+of\s+(?:the|each|every|our|its|this)\s+(?:bottle|label|jar|pack(?:et|age)?|box|tin|tube|lamp|device|case|shop|leaflet|screen|dial|page|hill|city|town|village|valley|garden|fruit|bag|carton|queue|watch|strap)"
    r"|\b(?:send|sent|bring|brought|give|gave|come|came|comes|pay|paid|dates?|going|goes|money|put|folds?|flips?|cash|hold|go|went|call|write|take|took)\s+(?:(?:it|them|this|that|thisproduct|your\s+money|the\s+(?:\w+\s+)?(?:box|jar|tin|bottle|parcel|product|goods|lamp|device|money|item|pack(?:et|age)?|tube|label|lid))\s+)?back\b(?!\s+(?:pain|ache))|\b(?:is|are)\s+enough\s+for\s+[^.;:!?]{1,60}",
    re.IGNORECASE,
)
"""Nouns that look like a verb of change or a word of the body: "the leaves", "by hand", "the back of the label"."""


def without_descriptions(text: str, firms: Sequence[str] = ()) -> str:
    """The sentence with makers, names of goods, amounts of what is in them and terms of trade replaced.

    `firms` are the makers and sellers on record, which are known wherever they stand.
    """
    for firm in sorted({firm.strip() for firm in firms if firm.strip()}, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(firm)}(?!\w)", FIRM, text)
    text = _ENDED.sub(FIRM, text)
    for pattern in (_BY, _FROM, _LABELLED):
        text = pattern.sub(_without_firm, text)
    for pattern in (_TOPIC, _GOODS, _THINGS) if acts_on_it(text) else (_TOPIC, _KEPT, _GOODS, _THINGS):
        text = pattern.sub(THING, text)
    text = without_idioms(without_parts(text))
    return _TRADE.sub(_SOLD, text)


def _without_firm(match: re.Match[str]) -> str:
    """The match without its name, unless that tells of a disease: then it is judged like any other word."""
    if of_kind(match.group(1), "disease"):
        return match.group()
    return match.group()[: match.start(1) - match.start()] + FIRM + match.group()[match.end(1) - match.start() :]
