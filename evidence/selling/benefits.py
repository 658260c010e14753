"""What a sentence says for a product besides diseases: structure or function of the body, looks, results, rank.

Standard: 21 CFR 101.93(f) (structure and function), FTC Health Products Compliance Guidance 2022; standards.md A3.4.
"""

from __future__ import annotations

from evidence.language.patterns import any_of, lazily
from evidence.selling.passage import Passage, said

_VERBS = any_of(
    r"(?:support|promot|maintain|help|boost|improv|enhanc|strengthen|restor|balanc|regulat|nourish|feed|fuel|lubricat|repair|renew|revitali[sz]|revitalis|rejuvenat|refresh|recharg|energi[sz]|sooth|calm|relax|eas|reliev"
    r"|sharpen|curb|burn|flush|cleans|detox|purif|tone|ton|firm|lift|plump|hydrat|moisturi[sz]|soften|smooth|brighten|whiten|lighten|even|lock|protect|filter|suppl|stimulat|activat|increas|rais|lower|reduc|minimi[sz]"
    r"|contribut|aid|assist|speed|accelerat|build|grow|thicken|slim|flatten|melt|shed|los|drop|rev|wak|perk|settl|warm|comfort|unwind|harmoni[sz]|neutrali[sz]|loosen|massag|align|train|teach|reset|transform|optimi[sz]|unlock"
    r"|keep|kept|mak|giv|gav|leav|bring|brought|let|put|tak|turn|feel|felt|fill|satisf|beat|car|deliver|lend|bless|sustain|gain|prim|heal|rid|clear|wash|cool|stretch|hold|get|drain|shrink|tighten|lengthen|slow|stop|prevent|fight|remov|freshen|polish|sleep|slept|study|remember|recover|work)"
    r"(?:e|es|ed|ing|s|ies|y|en|ts|ting|ping|n|m)?"
)
_VIGOUR = any_of(
    r"energy|energi[sz]\w*|vitality|vigou?r|zest|stamina|youthful|radian\w+|(?:skin|face|you|natural|healthy|complexion|the|lit)\b.{0,20}\bglow\w*|glowing\s+skin|relax\w*|unwind\w*|refresh\w*|recharge\w*|revitali\w*|perks?|calm\w*|focus\w*|concentrat\w+|alert\w*|sharper|clarity|mobility|comfortable|supple|limber|"
    r"well-?being|wellness|feel(?:s|ing)?\s+(?:your\s+best|better|good|great|light(?:er)?|younger|happy|full|flat|fresh)|ten\s+years\s+younger|sleep\s+(?:like|better|deeply|soundly|more)|wake\s+up|drift\s+off|fall\s+asleep|deep\s+sleep|restful|"
    r"slim(?:mer)?|dress\s+sizes?|weight|fat|belly|toxins?|detox\w*|metabolism|appetite|cravings?|sweet\s+tooth|regular(?:ity)?|digest\w*|flora|immun\w*|natural\s+defen[cs]es|ageing|aging|anti-?age?ing|mood|ups\s+and\s+downs|pick-me-up|thank\s+you|happy|stress\w*|strength|stronger|taller|"
    r"posture|moving|walk\s+(?:further|more)|grow(?!n|ing\s+(?:region|season))|relief|inside\s+out|mornings?\s+(?:easier|better)|wakes?\s+you|thinking|excess\s+(?:oil|water)|stains|performance|athletic|recover\w*|libido|fertility|hormones?|complexion|wrinkles?|fine\s+lines|pores?|cellulite|stretch\s+marks|dark\s+spots|skin\s+tone|moistur\w+|hydrat\w+|whitens?|breath(?:e|es|ing)?|enamel|memory|remember|brain|mind|absor\w+|workouts?|cognit\w+|hair|nails|joints?|function(?:s|ing)?\b|gut|"
    r"spring\s+in\s+your\s+step|feet|legs|lustre|luster|shin[ey]|bouncy|thicker|fuller|lean|tones?|age\s+spots|sluggish|tired\w*|fatigue|forgetful\w*|cramps?|hot\s+flush\w*|hot\s+flash\w*|bloat\w*|gas\b|belly|tummy|headspace|balance|antioxidants?|collagen|electrosmog|going|stay\s+well|healthy|health"
)
_RESULTS = any_of(
    r"(?:clinically|scientifically|medically|doctor|dermatologist|lab(?:oratory)?)[\s-](?:proven|tested|validated|approved|recommended|backed)",
    r"\d+\s*%\s+(?:less|more|fewer|better|of\s+users)|(?:nine|eight|seven)\s+(?:out\s+of|in)\s+ten|proven\s+to|(?:gets?|see|saw|notice)\s+results|results\s+(?:in|within|after)\s+\d+",
    r"(?:works?|worked)\s+(?:wonders|miracles|for\s+me|fast|instantly|like\s+magic)|did\s+anything|does\s+(?:it\s+all|the\s+trick)|life-?changing|miracle|guesswork",
    r"lose\s+\d+|shed\s+(?:ten|\d+)|\d+\s+(?:kilos?|kg|pounds|lbs?)\s+in",
)
_MEANT_FOR = any_of(
    r"for\s+(?:(?:your|a|the|\w+ly)\s+)?(?:(?:firm|strong|smooth|soft|thick|full|bright|calm|deep|sharp|supple|young|lean|flatt|fast|steadi|health|shini|quick|strength)(?:er|ier)|better|more|less|fewer|strong|healthy|flexible|radiant|glowing|youthful|supple)"
)
_RANK = any_of(
    r"(?:more|less|better|stronger|faster|deeper|purer|gentler|safer|healthier|longer|quicker|superior|richer|brighter|harder|higher|cleaner|cheaper|milder|softer|greater|worse|further|milder)\s+(?:\w+\s+){0,6}?than",
    r"(?:when|where)\s+(?:\w+\s+){1,3}(?:fail|fails|stop\s+working)|superior\s+to|highest\s+\w+\s+dose|clearest|better\s+absorbed|above\s+retinol",
    r"(?:(?:two|three|four|five|six|seven|eight|ten|twelve|twenty|forty|fifty|hundred|\d+)\s*(?:x|times)|twice|double|triple)\s+(?:as|more|better|faster|the|stronger|cleaner|deeper)|half\s+the\s+time|twice\s+as",
    r"(?:best|strongest|purest|safest|finest|healthiest|fastest|cleanest|greatest)(?!\s+(?:before|by|seller|sellers|selling|price|prices|kept|value|served|of\s+luck|wishes|friend|western|gift|enjoyed|deal))",
    r"(?:most|least)\s+(?:\w+\s+)?(?:effective|powerful|potent|accurate|advanced|nutritious|comprehensive|bioavailable|trusted|bioactive|clinically)",
    r"(?:number|no\.?|nr\.?|#)\s?(?:one|1)\b|first\s+choice|gold\s+standard|out\s+of\s+the\s+water|any\s+other\s+brand|circles\s+around|rated\s+first|voted|leader\s+in|the\s+leading|came\s+out\s+(?:on\s+top|first|ahead)|ranks?\b.{0,40}\b(?:above|first)|wins?\s+(?:our|every|hands)",
    r"(?:no|not|none|nothing)\b.{0,30}\b(?:other|else|beats|like\s+(?:it|thisproduct)|comes?\s+close|as\s+(?:effective|good|strong|well)\s+as|compares?|matches)",
    r"(?:unlike|compared\s+(?:with|to)|versus|outperforms?|outdoes|outclass\w*|unmatched|unrivall?ed|unbeaten|beats?|leaves?\b.{0,40}\bbehind|prefer\b.{0,30}\bto|ahead\s+of|than\s+any(?:\s+other)?)",
    r"(?:only|one)\s+(?:\w+\s+){0,4}?that\s+(?:works?|did|does|reaches|really)|only\s+thisproduct|like\s+no\s+other|works?\s+best|gave\s+the\s+most|supports\s+better|tested\s+against",
)
_FIRST = lazily(r"(?<!\w)#\s?1\b")
_SOLD_WELL = any_of(
    r"(?:more|less)\s+than\s+(?:a|one|two|ten|half|\d[\d.,]*)|weighs?\s+(?:more|less)|(?:best|top)[\s-]?sell\w+|most\s+popular|best\s+price|lower\s+(?:in\s+)?price|cheapest|best\s+before|not\s+the\s+cheapest|by\s+how\s+many|sold\s+out"
)
_PLAIN = any_of(
    r"(?:costs?|prices?)\b|(?:priced?|\$|£|€)\s*\d+|(?:ships?|shipped|delivery|shipping|dispatched|delivered)\b|(?:tastes?|smells?|flavou?red)\s+(?:of|like|faintly|a|green|fresh)?|comes?\s+(?:in|with|as|from|loose|by)\b|made\s+(?:in|from|by|to|of|with|with(?:out)?)\b|"
    r"contains?\b|holds?\b|is\s+sold|on\s+our\s+(?:shelves|site)|money[\s-]back|guarantee|buy\s+(?:two|one)|use\s+code|subscribe|commission|store|keep\s+(?:in|cool)|each\s+(?:capsule|bottle|jar|sachet|pack|tablet)|take\s+(?:one|two|\d+)|apply\s+(?:morning|once|to)|shake\s+before|"
    r"vegan|gluten[\s-]free|organic|non-gmo|certified|recipe|grown|harvested|distilled|extracted|packed|bottled|weighs?|fits?\b|runs?\s+(?:on|for)|works\s+without|a\s+timer|washed|battery|reviewed\s+by|stars\b|gift|ounces?|millilit\w+|\d+\s?ml\b",
    r"(?:glows?|shines?|lights?\s+up|looks?|turns?)\s+(?:in\s+)?(?:(?:bright|dark|light|pale|soft)\s+)?(?:red|orange|yellow|green|blue|white|amber|pink|purple|violet|brown|black|gr[ae]y)(?=\s*(?:[.,;]|$)|\s+(?:when|while|in|at|if)\b)",
)


def rank(passage: Passage) -> str:
    """The words by which a product is set above others, or ""."""
    found = _RANK.search(passage.text) or _FIRST.search(passage.text)
    return found.group()[:80] if found and not _SOLD_WELL.search(passage.text) else ""


def benefit(passage: Passage) -> str:
    """The words by which a benefit is claimed that is no disease, or ""."""
    results = _RESULTS.search(passage.text)
    if results:
        return results.group()
    verb = _VERBS.search(passage.text) or _MEANT_FOR.search(passage.text)
    on = passage.of_kind("body", "natural", "measure", "symptom")
    if verb and on:
        return said(verb.group(), on[0])
    vigour = _VIGOUR.search(passage.text)
    if vigour is None or (verb is None and states_a_fact(passage)):
        return ""
    return said(verb.group() if verb else None, vigour.group())


def states_a_fact(passage: Passage) -> str:
    """The words of a price, a parcel, a recipe or the like, or ""."""
    found = _PLAIN.search(passage.text)
    return found.group() if found else ""
