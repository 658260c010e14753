"""What a sentence says for a product besides diseases: structure or function of the body, looks, results, rank.

Standard: 21 CFR 101.93(f) (structure and function), FTC Health Products Compliance Guidance 2022; standards.md A3.4.
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, any_of, lazily
from evidence.selling.lexicon import Term
from evidence.selling.passage import PRODUCT, Passage, said

_VERBS = any_of(
    r"(?:support|promot|maintain|help|boost|improv|enhanc|strengthen|restor|balanc|regulat|nourish|feed|fuel|lubricat|repair|renew|revitali[sz]|revitalis|rejuvenat|refresh|recharg|energi[sz]|sooth|calm|relax|eas|reliev"
    r"|sharpen|curb|burn|flush|cleans|detox|purif|tone|ton|firm|lift|plump|hydrat|moisturi[sz]|soften|smooth|brighten|whiten|lighten|even|lock|protect|filter|suppl|stimulat|activat|increas|rais|lower|reduc|minimi[sz]"
    r"|contribut|aid|assist|speed|accelerat|build|grow|thicken|slim|flatten|melt|shed|los|drop|rev|wak|perk|settl|warm|comfort|unwind|harmoni[sz]|neutrali[sz]|loosen|massag|align|train|teach|reset|transform|optimi[sz]|unlock"
    r"|keep|kept|mak|giv|gav|leav|bring|brought|let|put|tak|turn|feel|felt|fill|satisf|beat|car|deliver|lend|bless|sustain|gain|prim|encourag|invit|coax|nurtur|foster|usher|awaken|ignit|trigger|kick-start|heal|rid|clear|wash|cool|stretch|hold|get|drain|shrink|tighten|lengthen|slow|stop|prevent|fight|remov|freshen|polish|sleep|slept|study|remember|recover|work|stay|oil|tak\w*\s+car)"
    r"(?:e|es|ed|ing|s|ies|y|en|ts|ting|ping|n|m)?"
)
_VIGOUR = any_of(
    r"energy|energi[sz]\w*|vitality|vigou?r|zest|stamina|youthful|radian\w+|(?:skin|face|you|natural|healthy|complexion|the|lit)\b.{0,20}\bglow\w*|glowing\s+skin|relax\w*|unwind\w*|refresh\w*|recharge\w*|revitali\w*|perks?|calm\w*|focus\w*|concentrat\w+|alert\w*|sharper|clarity|mobility|comfortable|supple|limber|"
    r"well-?being|wellness|feel(?:s|ing)?\s+(?:your\s+best|better|good|great|light(?:er)?|younger|happy(?!\s+with)|full|flat|fresh)|ten\s+years\s+younger|sleep\s+(?:like|better|deeply|soundly|more|comes?)|wake\s+up|drift\s+off|fall\s+asleep|deep\s+sleep|restful|"
    r"slim(?:mer)?|dress\s+sizes?|weight|fat|belly|toxins?|detox\w*|metabolism|appetite|cravings?|sweet\s+tooth|regular(?:ity)?|digest\w*|flora|immun\w*|natural\s+defen[cs]es|ageing|aging|anti-?age?ing|mood|ups\s+and\s+downs|pick-me-up|thank\s+you(?!\s+for)|happy(?!\s+(?:with|to|hour|customers?|clients?))|stress\w*|strength|stronger|taller|"
    r"posture|moving|walk\s+(?:further|more)|grow(?!n|ing\s+(?:region|season))|relief|bloat|shoulders\s+drop|let\s+go|knots?\s+of|another\s+(?:\w+\s+)?(?:mile|hour|round|lap)s?|inside\s+out|mornings?\s+(?:easier|better)|wakes?\s+you|thinking|excess\s+(?:oil|water)|stains(?!\s+on\s+(?:clothes|fabric|sheets|the|your\s+clothes))|performance|athletic|recover\w*|libido|fertility|hormones?|complexion|wrinkles?|fine\s+lines|pores?|cellulite|stretch\s+marks|dark\s+spots|skin\s+tone|moistur\w+|hydrat\w+|whitens?|breath(?:e|es|ing)?|enamel|memory|remember|brain|mind|absor\w+|workouts?|cognit\w+|hair|nails|joints?|function(?:s|ing)?\b|gut|"
    r"spring\s+in\s+your\s+step|feet|legs|lustre|luster|shin[ey]|bouncy|thicker|fuller|lean|tones?|age\s+spots|sluggish|tired\w*|fatigue|forgetful\w*|cramps?|hot\s+flush\w*|hot\s+flash\w*|bloat\w*|gas\b|belly|tummy|headspace|balance|antioxidants?|collagen|electrosmog|going|stay\s+well|healthy|health"
)
_WEIGHED = frozenset({"kilo", "kilos", "pound", "pounds", "calorie", "calories", "weight"})
_OF_WEIGHT = any_of(
    r"(?:los|lost|shed|drop|burn|melt|gain|manag|control|maintain|keep|kept|reduc|support|help|cut|fight|watch|slim|promot|regulat|balanc|lower)(?:e|es|s|ing|ed|ped|ping|ting|n)?|(?:put|tak|took|com|cam)\w*\s+(?:off|on)"
)
"""What is done to one's weight, where "kilos" and "weight" alone may be those of a parcel."""
_BARE = frozenset(
    {
        "hand", "hands", "head", "face", "foot", "arm", "arms", "neck", "back", "body", "wrist", "wrists", "ankle", "ankles", "elbow", "chest", "heel",
        "chin", "hip", "hips", "shoulder", "cheek", "tongue", "lip", "temples", "calves", "mouth", "nose", "ear", "eye", "heart", "spirit", "tan", "balance", "tone",
        "performance", "recovery", "strength", "shine", "youth", "breath", "focus", "knee", "forehead", "thigh", "tension", "wind", "gas", "waste", "worry", "cycle",
    }
)  # fmt: skip
"""Words of the body that mean much else."""
_SOMEBODYS = lazily(
    r"\b(?:your|my|his|her|our|their|one['’]s|tired|aching|achy|sore|stiff|tense|cold|weak|weary|heavy|swollen|dry|rough|lower|upper|healthy|whole|more|better|all|(?<!on )(?<!to )(?<!in )(?<!at )(?<!by )(?<!of )(?<!with )(?<!onto )(?<!into )the)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
_STRONG = any_of(
    r"(?:support|promot|boost|improv|enhanc|strengthen|restor|regulat|nourish|lubricat|repair|revitali[sz]|rejuvenat|sooth|calm|relax|eas|reliev|sharpen|detox|purif|firm|plump|hydrat|moisturi[sz]|soften|protect|stimulat|increas|rais|lower|reduc|heal|loosen|massag|optimi[sz]|transform|tighten|aid|assist|slim|speed)(?:e|es|ed|ing|s|ies|y|en)?"
)
"""Verbs that leave little doubt about what a word of the body means."""
_CHANGE = any_of(
    r"(?:users|customers|members|readers|people|those|testers|families|mothers|mums|athletes|students|clients|participants|men|women|everyone|everybody)\b.{0,40}?\b(?:report|reports|notice|tell\s+us|tells\s+us|say|says|find|finds|feel|feels|enjoy|sleep|sleeps|concentrate|concentrates)\b.{0,60}?\b(?:better|calmer|happier|lighter|brighter|stronger|fewer|clearer|deeper|fitter|younger|softer|smoother|faster|quicker|easier|longer|more\s+(?:\w+\s+)?(?:energy|patience|rest|balanced|focused|relaxed|alert|mobile|awake|strength|drive|life)|less\s+(?:stress|tired|tense|anxious|bloated))",
    r"(?:feel|feels|felt|wake|wakes|woke|get\s+up|come\s+out|comes\s+out|came\s+out|emerge|look|looks|become|becomes|be|are|am|walk\s+out|finish)\b.{0,30}?\b(?:lighter|happier|calmer|brighter|stronger|slimmer|fitter|younger|taller|(?<!are )(?<!is )rested|refreshed|inches\s+(?:slimmer|smaller)|like\s+(?:new|a\s+new|a\s+teenager|a\s+child|a\s+different)|years\s+younger|full\s+of\s+(?:life|beans|go)|raring\s+to\s+go|at\s+ease|at\s+peace)",
    r"(?:climb|run|walk|sleep|move|dance|skip|bounce|jump|eat|breathe|think|bend|smile|laugh|glow|slept|play|ran|danced)s?\b.{0,40}?\blike\s+(?:a|an|you|i|never|when|they|new)\b",
    r"(?:can|could|able\s+to|lets?\s+(?:you|me|us|him|her)|helps?\s+(?:you|me))\s+(?:\w+\s+)?(?:breathe|walk|run|sleep|bend|kneel|dance|concentrate|hear|see|move|climb|think|read)\b.{0,30}?\b(?:again|freely|easily|clearly|once\s+more|deeply)",
    r"(?:head|mind|thoughts|nose|airways|throat|chest|skin|gut|stomach|mood|outlook)\s+(?:is|are|feels?|becomes?|stays?|gets?)\s+(?:clear(?:er)?|free(?:r)?|calm(?:er)?|light(?:er)?|quiet(?:er)?|settled|brighter|sharp(?:er)?|open|smooth(?:er)?)",
    r"(?:tension|stress|worries|worry|cares|fears|nerves|fatigue|tiredness|weariness|stiffness|the\s+day|bad\s+moods?|gloom|grumpiness|jitters|knots?|cravings?|wrinkles|lines|crow['’]s\s+feet|shadows|dark\s+circles)\s+(?:\w+ly\s+)?(?:slips?|melts?|floats?|fades?|drifts?|falls?|lifts?|ebbs?|dissolves?|evaporates?|disappears?|vanish(?:es)?|softens?|drops?|goes|flows?|loosens?)\b",
    r"(?:from|goes\s+from|take\w*\s+you\s+from)\s+\w+\s+to\s+(?:calm|rested|relaxed|radiant|energi[sz]ed|happy|refreshed|glowing|focused|fit|strong)",
    r"(?:make-?up|concealer|coffee|alarm\s+clocks?|naps?|corsets?|filters?)\s+(?:becomes?|is|are)\s+(?:optional|unnecessary|superfluous|a\s+thing\s+of\s+the\s+past)",
    r"(?:brighter|better|calmer|happier|easier|lighter)\s+(?:days?|mornings?|nights?|moods?|evenings?|life|outlook|you)\b",
    r"(?:with|puts?|wears?)\s+a\s+smile|(?:gets?|got)\s+(?:you|me|him|her|us|them)\s+(?:out\s+of\s+bed|through\s+the|up\s+and|going|moving|off\s+to\s+sleep)|back\s+(?:on|to)\s+(?:(?:your|my|his|her)\s+feet|(?:your|my|his|her)\s+old\s+sel(?:f|ves))|new\s+lease|second\s+youth|best\s+self",
    r"(?:fills?|closes?|bridges?)\s+(?:the|that|this)\s+gap|(?:gets?|keeps?|sets?)\s+(?:the\s+|your\s+)?(?:bile|blood|juices|lymph|digestion|stomach|bowels?|gut|hormones?|metabolism|circulation|things)\s+(?:flowing|going|moving|running|in\s+(?:motion|order|balance|step|shape))",
    r"(?:cells?|skin|gut|joints?|hair|bones?|muscles?|body|nerves|brain|heart|eyes|stomach|liver|scalp|feet|hands|back|mind)\s+(?:will\s+|would\s+|simply\s+|really\s+)*(?:loves?|thanks?|craves?|welcomes?|drinks?\s+(?:it|up|in|this)|rejoices?|adores?|soaks?\s+(?:it|up))\b",
    r"(?:nerves|skin|hair|joints|hands|face|legs|mind|muscles|back|lips|feet|heels|knees|stomach|digestion)\s+(?:\w+\s+){0,3}?(?:like|into)\s+(?:silk|velvet|new|clockwork|steel|rubber|butter|glass|marble|a\s+\w+)|the\s+(?:skin|body|eyes|energy|legs|heart|hair|sleep|memory)\s+of\s+(?:a|an|your|somebody|someone)",
    r"for\s+(?:\w+\s+){0,2}?(?:eyes|skin|joints|hair|bones|muscles|nerves|legs|nails|mind|brain|gut|heart|body|sleep|nights|mornings|teeth|lungs)\s+(?:that|which|as|like)\b",
    r"easier\s+on\s+(?:the|your)\s+(?:nerves|stomach|joints|knees|mind|body|gut|skin|eyes|back|legs|feet)|(?:makes?|leaves?|gives?|clears?)\s+(?:you\s+)?(?:more\s+)?(?:room|space|peace|quiet|order|light)\s+in\s+(?:your|the)\s+(?:head|mind|chest|soul|life)",
    r"(?:notice|feel|see|taste)\s+(?:\w+\s+)?(?:the|a)\s+(?:real\s+|big\s+|huge\s+)?difference|makes?\s+(?:a|all\s+the)\s+(?:\w+\s+)?difference\s+to\s+(?:your|how)",
)
"""A change for the better in a person, told without a word of the body ("you climb stairs like a teenager")."""
_RESULTS = any_of(
    r"(?:i|we|she|he|they|you(?:['’]ll)?|my\s+\w+)\s+(?:can\s+)?(?:now\s+|finally\s+|actually\s+|always\s+)?(?:sleep|feel|walk|move|see|hear|run|breathe|eat|concentrate|focus|digest|wake|think|look|cope|rest|train|recover)s?\s+(?:so|much|far|really|a\s+lot|loads|way|very)\s+(?:much\s+)?(?:well|better|great|good|deeply|deeper|easily|easier|soundly|freely|refreshed|rested|lighter|calmer|happier|healthier|stronger|younger|clearly|clearer|fitter|amazing|fantastic)\b(?=\s*(?:[.!,;]|$)|\s+(?:now|again|at\s+last|these\s+days|finally|every|since|with|on|after|for\s+it|i|in\s+myself|than\s+(?:before|i)))",
    r"(?:measurable|noticeable|remarkable|dramatic|significant)\s+(?:\w+\s+)?(?:difference|improvements?|reductions?|changes?|results?|relief)\b|(?:research|studies|trials|science|testing)\s+(?:clearly\s+|now\s+)?(?:shows?|proves?|confirms?|demonstrates?|backs?)\b",
    r"(?:feed|nourish|multipl|increas|boost|promot|support|restor)\w*\s+(?:\w+\s+){0,3}?(?:beneficial|good|friendly|healthy)\s+(?:gut\s+)?bacteria",
    r"(?:people|kids|children|users|women|men|adults|teenagers|students|those|customers|couples|families|anyone|runners|athletes|workers)\s+who\s+(?:\w+ly\s+)?(?:eat|use|take|drink|wear|play|apply|follow|join|swallow|chew)\s+thisproduct\s+(?!should|must|can|may|need|say|ask|live|pay|get\s+a|will\s+(?:find|get|need|be\s+sent)|are\s+(?:asked|advised)|report\s+(?:no|side))",
    r"fills?\s+(?:you|me|him|her|us)\s+up|keeps?\s+(?:you|me|us)\s+(?:\w+\s+)?(?:full|satisfied|going)|(?:hunger|cravings)\s+(?:\w+\s+)?(?:away|at\s+bay)|feel\s+(?:the|your)\s+(?:engine|motor|spark|lift|glow|kick)",
    r"(?:my|your|his|her)\s+(?:voice|hands?|head|mind|nerves|legs|skin|hair|jeans|waist|belly|stomach|mood|energy|focus|brain)\s*(?:is|are|feels?|['’]s|\?)\s+(?:\w+\s+)?(?:as\s+\w+\s+as|clear\w*|steady|calm\w*|loose\w*|glowing|flat\w*|sharp\w*|soft\w*|smooth\w*|quiet\w*|light\w*|amazing|unreal|great)|everything\s+(?:your|the)\s+(?:immune\s+system|body|brain|gut|skin|heart|muscles)\s+(?:runs\s+on|needs?|craves?|wants?|is\s+asking\s+for)|(?:i['’]m|i\s+am|you['’]re|you\s+are)\s+(?:flying|buzzing|on\s+fire|unstoppable|a\s+new\s+(?:man|woman|person))",
    r"(?:bring|boost|increas|up|help|support)\w*\s+(?:in\s+|up\s+)?(?:your|my)\s+(?:breast\s*)?milk(?:\s+supply)?\b|(?:stretch|loosen|straighten|wind|cool|calm|slow|pep|perk|warm|chill)(?:es|s|ed)?\s+(?:you|me|him|her|us)\s+(?:out|up|down|right\s+up)\b|ask\w*\b.{0,30}\b(?:your|my|the)\s+secret\b",
    r"(?:nod|doze|drop|drift|send\w*\s+(?:me|you|him|her|us))\s+off(?!\s+(?:at|the|a|your|my)\b)|knocks?\s+(?:me|you|him|her|us)\s+out|(?:stand|stands|sit|walk)\s+(?:up\s+)?(?:taller|straighter)|(?:hello|welcome|hi)\s+(?:to\s+)?(?:a\s+|an\s+|your\s+)?(?:\w+er|more\s+\w+|less\s+\w+|better)(?:,?\s+(?:and\s+)?\w+){0,2}?\s+(?:neck|skin|hair|face|body|you|legs|nails|smile|mornings?|nights?|sleep|mind|mood|tummy|belly|feet|hands|lips)",
    r"(?:coast|sail|breeze|cruise|glide|power)s?\s+through\b|(?:mistaken|taken|pass)\w*\s+for\s+(?:\w+\s+)?(?:mothers|daughters?|sisters?|sons?|girls?|twenty|thirty|half)",
    r"(?:argue|snap|shout|worry|fret|fidget|procrastinate|yawn|snack|crave)s?\s+(?:\w+\s+)?less\b|bounce\s+(?:out\s+of|back)|(?:shoulders|jaw|guard|brow)\s+(?:\w+\s+)?(?:comes?|drops?|unclench\w*|relax\w*|softens?)(?:\s+down)?|(?:pay|pays|paying)\s+attention|clears?\s+(?:the|your|my)\s+(?:clutter|head|mind|fog)|on\s+the\s+ball",
    r"(?:calmer|better|happier|nicer|kinder|fitter|stronger|healthier|younger|sharper|more\s+patient|livelier)\s+(?:mum|mom|mother|father|dad|parent|wife|husband|person|sleeper|runner|version|self|me|you|human|boss|lover|skin|hair)\b",
    r"(?:stand|stands|sit|sits|walk|walks|run|runs|move|moves|jump|climb|breathe|think|dance|lift)\s+(?:\w+\s+){0,2}?(?:straighter|taller|faster|further|farther|longer|easier|clearer|lighter|better|stronger)\b",
    r"(?:slumps?|(?:energy|afternoon|midday|sugar)\s+(?:crash(?:es)?|dips?|lows?))\b|even\s+keel|(?:out|off)\s+like\s+a\s+light|sle(?:ep|pt)\w*\s+(?:\w+\s+){0,2}?(?:like\s+(?:an?|the)\s+\w+|through|soundly)|winds?\s+(?:\w+\s+)?down|(?:hands|feet|joints|fingers|muscles|legs)\s+(?:\w+\s+){0,2}?(?:nimble|limber|supple|loose|toasty|warm)\b|(?:melts?|works?|irons?|kneads?)\s+(?:\w+\s+)?(?:away|out)\s+(?:the\s+|your\s+|my\s+|all\s+)?(?:knots?|kinks?|tension|stress|stiffness|tightness)|dead\s+to\s+the\s+world",
    r"(?:keeps?|gets?|got|kept)\s+(?:everything|things|it\s+all|stuff|me|you|your\s+(?:engine|motor|body|system|machine))\s+(?:moving|regular|flowing|ticking\s+over|running|humming|going)|(?:dewy|glass\s+skin|lit-from-within|glow-?up|poreless|airbrushed)|(?:ask\w*|think\w*|thought|swear\w*)\b.{0,40}\b(?:botox|fillers?|a\s+facelift|work\s+done|lost\s+weight|my\s+secret|years\s+younger)",
    r"(?:wake|woke|wakes|waking)\s+up\b.{0,20}\b(?:good\s+mood|happy|rested|refreshed|smiling|bright|singing)|good\s+mood\b|(?:good|great|proper|decent|full|better|best)\s+(?:night['’]?s\s+)?(?:rest|sleep|kip|shut-?eye)\b|on\s+top\s+of\s+the\s+world",
    r"(?:clinically|scientifically|medically|doctor|dermatologist|cardiologist|p(?:a)?ediatrician|lab(?:oratory)?|science|research|evidence)[\s-](?:proven|tested|validated|approved|recommended|backed|studied|researched|supported|dosed|trusted)",
    r"clinical(?:ly)?\s+(?:validation|proof|backing|validated)|evidence-based\s+results|(?:backed|supported|proven|confirmed|validated)\s+by\s+(?:\w+\s+){0,2}?(?:science|research|studies|trials|evidence|doctors|experts)",
    r"(?:published|impressive|multiple|several|numerous|finished-product|gold-standard|double-blind|peer-reviewed|placebo-controlled|\d+)\s+(?:[\w-]+\s+){0,2}?(?:trials|stud(?:y|ies)|DBRCTs?|RCTs?)\b(?!\s+(?:did|found\s+no|do|have\s+not|on\s+other|of\s+other))",
    r"(?:medical|clinical|hospital|pharmaceutical|professional|therapeutic)[\s-]grade|FDA[\s-](?:cleared|approved|registered)(?!\s+(?:\w+\s+)?(?:facilit|lab|plant|factor|warehouse|site|kitchen))|(?:highly|very|extremely|remarkably|incredibly|amazingly|impressively|clinically|surprisingly|so|most|is|are|gives?|provides?|get|gets|deliver\w*|for|with|offers?)\s+(?:\w+\s+)?accura(?:te(?:ly)?|cy)",
    r"\d+\s*%\s+(?:less|more|fewer|better|of\s+users)|(?:nine|eight|seven)\s+(?:out\s+of|in)\s+ten|proven\s+to|(?:gets?|see|saw|notice)\s+results|results\s+(?:in|within|after)\s+\d+",
    r"(?:works?|worked)\s+(?:wonders|miracles|for\s+me|fast|instantly|like\s+magic)|did\s+anything|does\s+(?:it\s+all|the\s+trick)|life-?changing|miracle|guesswork",
    r"(?:drop|los|lost|shed|down|go|went|slip)(?:e|ped|ping|s|t|ing)?\b.{0,20}\b(?:dress|clothes|trouser|jeans?|belt)\s+(?:sizes?|notch(?:es)?)|lose\s+\d+|shed\s+(?:ten|\d+)|\d+\s+(?:kilos?|kg|pounds|lbs?)\s+in",
)
_MEANT_FOR = any_of(
    r"for\s+(?:(?:your|a|the|\w+ly)\s+)?(?:(?:firm|strong|smooth|soft|thick|full|bright|calm|deep|sharp|supple|young|lean|flatt|fast|steadi|health|shini|quick|strength)(?:er|ier)|better|more|less|fewer|strong|healthy|flexible|radiant|glowing|youthful|supple)"
)
_RANK = any_of(
    r"(?:more|less|better|stronger|faster|deeper|purer|gentler|safer|healthier|longer|quicker|superior|richer|brighter|harder|higher|cleaner|cheaper|milder|softer|greater|worse|further|milder|harder)\s+(?:[\w-]+\s+){0,6}?than|(?:ounce|gram|drop|pound|euro|dollar|penny|sip|cup|pill|mile)\s+for\s+(?:ounce|gram|drop|pound|euro|dollar|penny|sip|cup|pill|mile)|(?:cleanest|clearest|top|highest|best)\s+(?:result|score|marks?|rating|grade)s?",
    r"(?:when|where)\s+(?:\w+\s+){1,3}(?:fail|fails|stop\s+working)|superior\s+to|highest\s+\w+\s+dose|clearest|better\s+absorbed|above\s+retinol",
    r"(?:(?:two|three|four|five|six|seven|eight|ten|twelve|twenty|forty|fifty|hundred|\d+)\s*(?:x|times)|twice|double|triple)\s+(?:as|more|better|faster|the|stronger|cleaner|deeper)|half\s+the\s+time|twice\s+as",
    r"(?:best|strongest|purest|safest|finest|healthiest|fastest|cleanest|greatest)(?![\s-]+(?:before|by|seller|sellers|selling|price|prices|kept|value|served|of\s+luck|wishes|friend|western|gift|enjoyed|deal))",
    r"(?:most|least)\s+(?:\w+\s+)?(?:effective|powerful|potent|accurate|advanced|nutritious|comprehensive|bioavailable|trusted|bioactive|clinically)",
    r"(?:testers?|judges?|reviewers?|panels?|experts?|readers?|customers|tasters?|shoppers)\s+(?:\w+\s+)?(?:picked|chose|preferred|voted\s+for|favou?red)\s+thisproduct|(?:number|no\.?|nr\.?)\s?(?:one|1)\b|first\s+choice|gold\s+standard|out\s+of\s+the\s+water|any\s+other\s+brand|circles\s+around|rated\s+first|voted|leader\s+in|the\s+leading|came\s+(?:out\s+)?(?:on\s+top|first|top|ahead)|the\s+real\s+(?:thing|deal)\b|ranks?\b.{0,40}\b(?:above|first)|wins?\s+(?:our|every|hands)",
    r"(?:not|never|no\s+longer|(?:ca|wo|do|does|did|is|are|would|could|should|has|have|had)n['’]t|cannot)\s+(?:\w+\s+)?(?:go|item|switch|turn|return|want)\s+(?:back|to|any|another)\b",
    r"(?:no|not|none|nothing|never|nobody|cannot|can['’]t|hardly\s+any\w*)\b.{0,40}\b(?:other|else|beats|like\s+(?:it|thisproduct)|comes?\s+(?:\w+\s+)?(?:close|near)|as\s+\w+(?:\s+\w+){0,3}?\s+as|compares?|match(?:es)?|rivals?|equals?|holds?\s+a\s+candle|keeps?\s+up\s+with|measures?\s+up)",
    r"(?:not|never|(?:ca|wo|do|does|did|is|are|would|could|should|has|have|had)n['’]t|hard\s+to|struggle\s+to|impossible\s+to)\s+(?:\w+\s+)?(?:find|get|buy|meet|see|come\s+across)\s+(?:a|an|any|anything)\s+(?:\w+er|better|more\s+\w+)\b",
    r"(?:above|over|ahead\s+of|before|beyond)\s+(?:every|all|any|the)\s+(?:\w+\s+)?(?:others?|rivals?|rest|competition|competitors?|brands?|leading|market|alternatives)|(?:chose|choose|chosen|pick|picked|prefer|preferred|favou?r|favou?red|rate|rated|rank|ranked)\s+thisproduct\s+(?:over|above|before|to|ahead)",
    r"(?:is|was|were|are|remains?)\s+(?:simply\s+|still\s+|really\s+)?the\s+(?:only\s+)?one\s+(?:that|which|to|who|thing)\b|the\s+only\s+\w+(?:\s+\w+){0,2}?\s+(?:that|which|to|with)\b",
    r"(?:other|rival|competing|ordinary|conventional|run-of-the-mill|lesser|inferior|copycat)\s+(?:brands?|products?|makers?|pills?|capsules?|tablets?|creams?|serums?|teas?|oils?|apps?|lamps?|devices?|supplements?|formulas?|diets?|programmes?|remedies|probiotics?|honeys?|yoghurts?|bands?)\b.{0,40}\b(?:cut|fail|fall|only|cannot|can['’]?t|do\s+not|don['’]t|stop|merely|just|leave|skip|miss|pale|lag|not)\b",
    r"(?:absorbed|tolerated|works?|acts?|performs?|digested|dissolves?)\s+(?:far\s+|much\s+|\w+ly\s+)?(?:better|faster|deeper|more\s+\w+)\b|in\s+a\s+(?:class|league)\s+of\s+its\s+own|second\s+to\s+none|without\s+(?:equal|rival|peer)|puts?\s+(?:\w+\s+){1,3}to\s+shame|sets?\s+the\s+(?:bar|standard)|head\s+and\s+shoulders",
    r"(?:unlike|compared\s+(?:with|to)|versus|outperforms?|outdoes|excels?|outshines?|trumps|wins?\s+(?:\w+ly|hands|easily)|superior|outclass\w*|unmatched|unrivall?ed|unbeaten|beats?|leaves?\s+(?:[\w-]+\s+){0,5}?(?:others?|rivals?|compet\w+|brands?|apps?|products?|creams?|teas?|oils?|rest|everything|all\s+\w+)\b.{0,20}?\bbehind|prefer\b.{0,30}\bto|ahead\s+of|than\s+any(?:\s+other)?)",
    r"(?:binned|tossed|ditched|threw\s+out|gave\s+away|dumped|chucked|got\s+rid\s+of)\s+(?:\w+\s+)?(?:my|the|all)\s+(?:\w+\s+)?(?:other|old)\b",
    r"(?:supermarket|shop-bought|store-bought|store\s+bought|ordinary|mass-produced|high-street|drugstore|pharmacy|generic|factory)\s+(?:\w+\s+){0,2}?(?:is|are|has|have|does|do|can|cannot|comes?)\b",
    r"(?:dearer|pricier|more\s+expensive|fancier|bigger)\s+\w+\s+(?:do|does|are|is|can|have|has)\s+(?:\w+\s+)?(?:less|worse|not|no|nothing)",
    r"(?:leaves?|left|leaving)\s+(?:[\w-]+\s+){0,5}?(?:standing|in\s+the\s+dust|for\s+dead|behind)\b|(?:knocks?|wipes?|blows?|beats?)\s+(?:[\w$£€-]+\s+){0,5}?(?:into\s+a\s+cocked\s+hat|the\s+floor\s+with|spots\s+off|away|out\s+of\s+the\s+(?:water|park)|hands\s+down|into\s+second\s+place)\b|pales?\s+(?:next\s+to|beside|in\s+comparison)|(?:is|are|was)\s+(?:just\s+)?(?:water|chalk|nothing|child['’]s\s+play|a\s+joke)\s+(?:compared|next)\s+to|head\s+of\s+the\s+(?:pack|class|field)",
    r"(?:scored?|scores|rated|rates|ranked|ranks|placed)\s+(?:\w+\s+)?(?:highest|top|first|best)\b|off\s+(?:the|its)\s+(?:top|throne|podium|perch)\b|(?:none|nothing|nobody)\b.{0,20}\b(?:come|comes|came)\s+(?:\w+\s+)?(?:near|close)|once\s+you\s+(?:have\s+|['’]ve\s+)?(?:had|tried|used|tasted)\b.{0,30}\b(?:other|others|everything\s+else|nothing\s+else|go\s+back)",
    r"(?:only|one)\s+(?:\w+\s+){0,4}?that\s+(?:works?|did|does|reaches|really)|only\s+thisproduct|like\s+no\s+other|works?\s+best|gave\s+the\s+most|supports\s+better|tested\s+against",
)
_THAN_RIVALS = Cue(
    r"\b\w{2,}er(?:\s+and\s+\w+er)?\b.{0,40}\bthan\s+(?:its|the|any|other|all|most|your|their|our)\s+(?:\w+\s+)?(?:rivals?|competit\w+|others?|brands?|rest|alternatives)\b"
)
"""The same of any quality: it begins with any word, and is looked for by itself where one of its own words stands."""
_FIRST = lazily(r"(?<!\w)#\s?1\b")
_SOLD_WELL = any_of(
    r"(?:tastes?|goes|served|looks?|smells?|kept|stored|enjoyed|eaten|drunk|sits?|keeps?|steeps?|brews?|dries|ripens?)\s+best|best\s+(?:with|served|enjoyed|eaten|drunk|kept|stored)",
    r"(?:and|but|with)\s+nothing\s+else|no\s+other\s+(?:ingredients?|additives?|flavour\w*|sugars?)|(?:more|less|fewer|\w+er)\s+(?:noise|space|room|plastic|paper|packaging|electricity|power|sugar|salt|waste|luggage|money)\s+than|(?:than|as)\s+(?:a|an|your|any)\s+(?:fridge|phone|hand|palm|thumb|coin|apple|book|pencil|pen|fingernail|matchbox|credit\s+card|loaf|paper\s?clip|whisper|kettle|laptop|bag\s+of|cup\s+of\s+coffee|egg|feather|brick|shoe)",
    r"(?:costs?|costing|paid?|priced?)\b.{0,25}\b(?:more|less|higher|lower)\b|(?:costs?|priced?\s+at|[$£€]\s?\d[\d.,]{0,12}),?\s+which\s+is\s+[^.;:]{0,30}\b(?:more|less|cheaper|dearer)\s+than\b|than\s+(?:(?:on|in|with|that\s+of)\s+)?(?:the|its|their|my)\s+(?:(?:last|old|older|previous|first|earlier|original)\s+(?:models?|versions?|generation|edition|one|band|watch|shoe)|predecessor)\b|(?:more|less)\s+than\s+(?:a|one|two|ten|half|\d[\d.,]{0,12})|weighs?\s+(?:more|less)|(?:best|top)[\s-]?sell\w+|most\s+popular|best\s+price|lower\s+(?:in\s+)?price|cheapest|best\s+before|not\s+the\s+cheapest|by\s+how\s+many|sold\s+out",
)
_PLAIN = any_of(
    r"(?:costs?|prices?)\b|(?:priced?|\$|£|€)\s*\d+|(?:ships?|shipped|delivery|shipping|dispatched|delivered)\b|(?:tastes?|smells?|flavou?red)\s+(?:of|like|faintly|a|green|fresh)?|comes?\s+(?:in|with|as|from|loose|by)\b|made\s+(?:in|from|by|to|of|with|with(?:out)?)\b|"
    r"contains?\b|holds?\b|is\s+sold|on\s+our\s+(?:shelves|site)|money[\s-]back|guarantee|buy\s+(?:two|one)|use\s+code|subscribe|commission|store|keep\s+(?:in|cool)|each\s+(?:capsule|bottle|jar|sachet|pack|tablet)|take\s+(?:one|two|\d+)|apply\s+(?:morning|once|to)|shake\s+before|"
    r"vegan|gluten[\s-]free|organic|non-gmo|certified|recipe|grown|harvested|distilled|extracted|packed|bottled|weighs?|fits?\b|runs?\s+(?:on|for)|works\s+without|a\s+timer|washed|battery|(?:melts?|dissolves?|fizzes|crackles)\s+(?:on|in)\s+(?:the|your)\s+(?:tongue|mouth|glass|water|cup)|reviewed\s+by|stars\b|gift|ounces?|millilit\w+|\d+\s?ml\b",
    r"(?:glows?|shines?|lights?\s+up|looks?|turns?)\s+(?:in\s+)?(?:(?:bright|dark|light|pale|soft)\s+)?(?:red|orange|yellow|green|blue|white|amber|pink|purple|violet|brown|black|gr[ae]y)(?=\s*(?:[.,;]|$)|\s+(?:when|while|in|at|if)\b)",
)


def rank(passage: Passage) -> str:
    """The words by which a product is set above others, or ""."""
    ranked = [found for cue in (_RANK, _THAN_RIVALS) if (found := cue.search(passage.text))]
    found = min(ranked, key=re.Match.start) if ranked else _FIRST.search(passage.text)
    if found is None or _OF_PRICE.search(found.group()) or _SOLD_WELL.search(passage.text):
        return ""
    return found.group()[:80]


_OF_PRICE = any_of(
    r"affordable|affordably|(?:in)?expensive|cheap(?:er|est)?|costs?|prices?|priced|pric(?:i|e)er|convenient(?:ly)?"
)
"""Words of a comparison that is one of money or ease, which promises nothing of health."""


def benefit(passage: Passage) -> str:
    """The words by which a benefit is claimed that is no disease, or ""."""
    results = _RESULTS.search(passage.text)
    if results:
        return results.group()
    verb = _VERBS.search(passage.text) or _MEANT_FOR.search(passage.text)
    on = [term for term in passage.of_kind("body", "natural", "measure", "symptom") if _is_meant(term, passage)]
    if verb and on:
        return said(verb.group(), on[0])
    change = _CHANGE.search(passage.text)
    if change:
        return change.group()[:60]
    vigour = _VIGOUR.search(passage.text)
    if vigour is None or (verb is None and (states_a_fact(passage) or _is_put_on(vigour, passage))):
        return ""
    return said(verb.group() if verb else None, vigour.group())


_PUT_ON = lazily(
    r"\b(?:on|to|onto|over|into|for|under|behind)\s+(?:(?:the|your|my|our|dry|damp|both|clean)\s+){0,2}(?:\w+,?\s+(?:and\s+|or\s+)?)?$",
    re.I,
)


def _is_put_on(vigour: re.Match[str], passage: Passage) -> bool:
    """Whether a part of the body is only where the goods were put ("used on legs and arms")."""
    return _PUT_ON.search(passage.text[: vigour.start()]) is not None and PRODUCT in passage.text[: vigour.start()]


def tells_results(passage: Passage) -> bool:
    """Whether a sentence tells what came of it, or claims proof, in words that leave no doubt."""
    return _RESULTS.search(passage.text) is not None


def _is_meant(term: Term, passage: Passage) -> bool:
    """Whether a name of the body stands for the body: "by hand", "grown back", "the head of the lamp" do not."""
    if term.term in _WEIGHED:
        return _OF_WEIGHT.search(passage.text) is not None
    if term.term not in _BARE:
        return True
    return _SOMEBODYS.search(passage.text[: term.start]) is not None or _STRONG.search(passage.text) is not None


def states_a_fact(passage: Passage) -> str:
    """The words of a price, a parcel, a recipe or the like, or ""."""
    found = _PLAIN.search(passage.text)
    return found.group() if found else ""
