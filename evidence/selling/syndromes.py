"""Signs that each belong to a day without illness and together make up a disease: thirst and getting up at night for the loo.

In: a sentence. Out: the signs that go together. Source: 21 CFR 101.93(g)(2)(ii) (characteristic signs or symptoms); which signs go
together is what leaflets for patients say of each disease, and how many it takes is [house].
"""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

_PEE = r"(?:pee(?:ing|s)?|wee(?:ing|s)?|urinat\w+|pass(?:ing)?\s+water|go(?:ing)?\s+to\s+the\s+(?:loo|toilet|bathroom))"
_TOILET = r"(?:toilet|loo|bathroom|lavatory|restroom)"
_OFTEN = r"(?:frequent(?:ly)?|constant(?:ly)?|endless(?:ly)?|non-?\s?stop|all\s+(?:the\s+time|night|day)|(?:at|in\s+the)\s+night|every\s+(?:hour|night|half\s+hour)|night-?\s?time|nightly|so\s+often|urgent|(?:three|four|five|six|several|\d+)\s+times\s+a\s+night)"
_SETS: tuple[tuple[int, tuple[str, ...]], ...] = (
    (2, (  # diabetes
        r"\bthirst(?:y)?\b|\bdry\s+mouth\b|always\s+drinking",
        rf"\b{_OFTEN}\s+(?:night\s+)?(?:{_PEE}|urination|trips\s+to\s+the\s+{_TOILET}|{_TOILET}\s+(?:trips|visits|breaks|runs))|\b{_PEE}\s+{_OFTEN}|\bnight(?:-?\s?time)?\s+(?:urination|pee\w*|wee\w*|{_TOILET}\s+\w+|trips\s+to\s+the\s+{_TOILET})|\b(?:trips|running|dashes|visits|up|getting\s+up|rushing)\s+(?:\w+\s+){{0,3}}?(?:to|for)\s+(?:the\s+{_TOILET}|a\s+(?:pee|wee)|{_PEE})",
        r"\b(?:blurr\w+|fuzzy|misty)\s+(?:vision|sight|eyesight|eyes)|\bvision\s+(?:blurs|goes\s+fuzzy)",
        r"\b(?:slow|slow-healing|won['’]t\s+heal|never\s+heal\w*)\b.{0,20}\b(?:cuts?|sores?|wounds?|grazes?|heal\w*)",
        r"\b(?:unexplained|sudden|unplanned)\s+weight\s+loss|\blosing\s+weight\s+(?:without|for\s+no)",
        r"\b(?:tingling|numb)\w*\s+(?:in\s+(?:the\s+|your\s+)?)?(?:feet|toes|fingers|hands)",
    )),
    (2, (  # heart
        r"\bbreathless\w*|\b(?:short|out)\s+of\s+breath|\bpuff(?:ed|ing)\s+(?:out\s+)?on\s+the\s+stairs|\bgasping\b",
        r"\b(?:swollen|puffy|swelling\s+(?:in|of)\s+(?:the\s+|your\s+)?)\s*(?:ankles|legs|feet)",
        r"\b(?:chest\s+(?:pains?|tight\w*|pressure|heaviness|discomfort)|tight\w*\s+(?:in\s+(?:the\s+|your\s+)?)?chest|(?:weight|band|pressure)\s+(?:on|around|across|in)\s+(?:the\s+|your\s+|my\s+)?chest)",
        r"\b(?:pains?|aches?|numb\w*|tingling)\s+(?:down|in)\s+(?:the\s+|your\s+|my\s+)?(?:left\s+)?arm|\b(?:irregular|skipped|missed|racing)\s+(?:heart\s?beats?|heart)",
        r"\bfluttering\s+(?:in\s+(?:the\s+|your\s+)?chest|heart)|\bpalpitations?",
    )),
    (3, (  # thyroid
        r"\b(?:always|constantly|forever)\s+(?:cold|freezing)|\bcold\s+all\s+the\s+time|\bfeeling\s+the\s+cold|\bcold\s+hands",
        r"\bweight\s+(?:gain|creeping|piling)|\b(?:gaining|putting\s+on)\s+weight",
        r"\bhair\s+(?:loss|thinning|falling|coming\s+out)|\bthinning\s+(?:hair|eyebrows)",
        r"\bdry\s+skin|\bbrittle\s+nails|\bpuffy\s+face",
        r"\b(?:tired|exhaust\w+|fatigue\w*|sluggish\w*)\b",
        r"\bconstipat\w+|\blow\s+mood",
    )),
    (2, (  # cold, flu, hay fever
        r"\bsneez\w+", r"\b(?:runny|streaming|blocked|stuffy|stuffed(?:-|\s)up|bunged(?:-|\s)up|dripping)\s+nose", r"\bsore\s+throat", r"\b(?:itchy|watery|streaming|red)\s+eyes", r"\b(?:fever|chills|high\s+temperature)\b", r"\bcough\w*",
    )),
    (2, (  # asthma
        r"\bwheez\w+", r"\btight\w*\s+(?:in\s+the\s+)?chest|\bchest\s+tight\w*", r"\bnight(?:-?\s?time)?\s+cough\w*|\bcough\w*\s+at\s+night", r"\bbreathless\w*|\bshort(?:ness)?\s+of\s+breath",
    )),
    (2, (  # bladder
        rf"\b(?:burn|sting|hurt|scald)\w*\s+(?:when|while|as|every\s+time)\s+(?:you|i|she|they)?\s*{_PEE}|\b(?:burning|stinging|painful)\s+{_PEE}",
        r"\b(?:cloudy|smelly|dark|bloody)\s+(?:urine|pee|wee)|\bblood\s+in\s+(?:the\s+|your\s+)?(?:urine|pee|wee)",
        rf"\b(?:running|rushing|dashing)\s+to\s+the\s+{_TOILET}|\burgency\b|\b{_OFTEN}\s+{_PEE}|\bdribbl\w+|\bweak\s+(?:stream|flow)",
    )),
    (2, (  # Parkinson's, stroke
        r"\btremors?\b|\b(?:shak|trembl)\w+\s+(?:hands?|fingers)|\bhands?\s+(?:that\s+)?(?:shake|tremble)", r"\b(?:shuffling|stiff|slow|frozen)\s+(?:walk|gait|steps?|movements?|limbs)", r"\b(?:slurr\w+|lost)\s+(?:speech|words)", r"\b(?:droop\w+|lopsided)\s+(?:face|mouth|eyelid)|\b(?:face|mouth)\s+droop\w*", r"\bmuscle\s+rigid\w*|\brigid\s+muscles|\bloss\s+of\s+balance|\bfreezing\s+mid-?step",
    )),
    (2, (  # dementia
        r"\bforget\w*\s+(?:\w+\s+)?(?:names|faces|appointments|where|what\s+day|the\s+stove|to\s+eat)|\blosing\s+(?:\w+\s+)?words", r"\b(?:getting|got|gets)\s+lost\s+(?:on|in|at|near)|\blost\s+(?:on\s+the\s+way|in\s+(?:her|his|their|your)\s+own)", r"\brepeat\w*\s+(?:the\s+same|herself|himself|yourself|questions)|\basking\s+the\s+same", r"\bconfus(?:ed|ion)\b",
    )),
    (2, (  # depression
        r"\bhopeless\w*|\bworthless\w*|\bfeel(?:ing)?\s+(?:empty|numb\s+inside|dead\s+inside)", r"\b(?:no|lost|losing|loss\s+of)\s+(?:interest|joy|pleasure)\b", r"\b(?:can(?:no|['’])?t|cannot|unable\s+to|not)\s+(?:\w+\s+)?(?:get\s+out\s+of\s+bed|face\s+the\s+day)", r"\btearful\w*|\bcrying\s+(?:spells?|for\s+no|all)", r"\blow\s+mood|\bendless\s+sadness",
    )),
    (2, (  # joints
        r"\b(?:swollen|hot|red|puffy|inflamed)(?:,?\s+(?:and\s+)?\w+)?\s+(?:joints?|knuckles|fingers|knees?|big\s+toe)", r"\bstiff\w*\b.{0,25}\b(?:morning|an?\s+hour|waking|get\s+up)|\bmorning\s+stiffness", r"\b(?:can(?:no|['’])?t|cannot|unable\s+to)\s+(?:\w+\s+)?(?:make\s+a\s+fist|open\s+(?:a\s+)?jars?|do\s+up\s+buttons|grip|kneel)", r"\bgrinding\s+(?:knees?|hips?|joints?)",
    )),
    (2, (  # liver, gall
        r"\byellow\w*\s+(?:eyes|skin|whites)", r"\bdark\s+(?:urine|pee|wee)", r"\bpale\s+stools?",
    )),
    (2, (  # sleep apnoea
        r"\b(?:loud\s+)?snor\w+", r"\b(?:stop|paus)\w*\s+breathing|\bgasping\s+(?:for\s+(?:air|breath)|awake)|\bchoking\s+(?:awake|in\s+your\s+sleep)", r"\b(?:falling|fall|nodding)\s+(?:asleep|off)\s+at\s+(?:the\s+wheel|work|your\s+desk)",
    )),
    (2, (  # attention
        r"\bcan(?:no|['’])?t\s+sit\s+still|\bfidget\w*|\bhyperactiv\w*", r"\bimpulsiv\w*|\bblurt\w+", r"\bcan(?:no|['’])?t\s+(?:focus|concentrate|finish\s+anything)|\bshort\s+attention|\battention\s+span", r"\blos(?:es|ing)\s+(?:things|everything|keys)",
    )),
    (2, (  # polycystic ovaries
        r"\b(?:facial|chin)\s+hair|\bhairs?\s+on\s+(?:the|your|my)\s+chin", r"\b(?:missed|missing|irregular|absent)\s+periods?|\bperiods?\s+that\s+(?:never|rarely)", r"\bacne\b|\bspots\s+on\s+(?:the|your)\s+jaw",
    )),
)  # fmt: skip
_COMPILED = tuple((least, tuple(lazily(sign, re.IGNORECASE) for sign in signs)) for least, signs in _SETS)
_PARTS = (
    "thirst|mouth|urin|pee|wee|toilet|bathroom|breath|gasp|puff|swoll|chest|heart|flutter|palpit|cold|weight|hair|sneez|nose|throat|cough|wheez|burn|sting|tremor|shak|trembl|slurr|droop|forget|lost|losing|confus|hopeless|worthless|empty|tearful|crying|stiff|yellow|snor|fidget|still|impulsiv|focus|period|attention|blur|fuzzy|numb|tingl"
).split("|")
_QUICK = lazily(rf"loo\b|{'|'.join(_PARTS)}", re.IGNORECASE)
"""One of these stands in every text that names the signs of a disease: a quick look before the long ones."""


def syndrome(text: str) -> str:
    """The signs of one disease that a sentence names together, or ""."""
    if not _may_name_signs(text):
        return ""
    for least, signs in _COMPILED:
        found = [match.group() for sign in signs if (match := sign.search(text))]
        if len(found) >= least:
            return ", ".join(" ".join(sign.split()).lower() for sign in found)
    return ""


def _may_name_signs(text: str) -> bool:
    small = text.lower() if text.isascii() else ""
    for part in _PARTS if small and "loo" not in small else ():
        if part in small:
            return True
    return (not small or "loo" in small) and _QUICK.search(text) is not None
