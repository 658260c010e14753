"""Health claims that the registers of Great Britain and the European Union allow for foods and supplements.

Source: Commission Regulation (EU) 432/2012 and the Great Britain nutrition and health claims register, which took it over.
The list is our own short form of it: for each nutrient the words that its allowed functions turn on, as far as a copy of
the annex or of the register was seen (docs/decisions/0017). A claim that it does not know is asked about, never cleared.
standards.md C9; Regulation (EC) 1924/2006, articles 10 and 13.
"""

from __future__ import annotations

import re

from evidence.language.patterns import any_of, lazily
from evidence.selling.benefits import benefit
from evidence.selling.passage import Passage

_ENERGY, _TIRED, _IMMUNE, _OXIDATIVE = (
    "energy-yielding|energy metabolism",
    "tiredness|fatigue",
    "immune",
    "oxidative stress",
)
_NERVES, _MIND, _SKIN, _BONES, _TEETH = "nervous system", "psychological", "skin", "bones?", "teeth"
_SIGHT, _CELLS, _MUSCLE, _HAIR, _NAILS = "vision", "cell division", "muscle function", "hair", "nails"
_ALLOWED: dict[str, tuple[str, ...]] = {
    "vitamin a": ("iron metabolism", "mucous", _SKIN, _SIGHT, _IMMUNE, "cell specialisation"),
    "thiamin|vitamin b1": (_ENERGY, _NERVES, _MIND, "heart"),
    "riboflavin|vitamin b2": (_ENERGY, _NERVES, "mucous", "red blood cell", _SKIN, _SIGHT, "iron", _OXIDATIVE, _TIRED),
    "niacin|vitamin b3": (_ENERGY, _NERVES, _MIND, "mucous", _SKIN, _TIRED),
    "pantothenic acid": (_ENERGY, "steroid hormones", _TIRED, "mental performance"),
    "vitamin b6": (
        "cysteine",
        _ENERGY,
        _NERVES,
        "homocysteine",
        "protein",
        _MIND,
        "red blood cell",
        _IMMUNE,
        _TIRED,
        "hormonal",
    ),
    "biotin": (_ENERGY, _NERVES, "macronutrient", _MIND, _HAIR, "mucous", _SKIN),
    "folate|folic acid": (
        "maternal tissue",
        "amino acid",
        "blood formation",
        "homocysteine",
        _MIND,
        _IMMUNE,
        _TIRED,
        _CELLS,
    ),
    "vitamin b12": (_ENERGY, _NERVES, "homocysteine", _MIND, "red blood cell", _IMMUNE, _TIRED, _CELLS),
    "vitamin c": (_IMMUNE, "collagen", _ENERGY, _NERVES, _MIND, _OXIDATIVE, _TIRED, "vitamin e", "iron absorption"),
    "vitamin d": ("calcium", _BONES, _MUSCLE, _TEETH, _IMMUNE, _CELLS),
    "vitamin e": (_OXIDATIVE,),
    "vitamin k": ("blood clotting", _BONES),
    "calcium": ("blood clotting", _ENERGY, _MUSCLE, "neurotransmission", "digestive enzymes", _CELLS, _BONES, _TEETH),
    "magnesium": (_TIRED, "electrolyte", _ENERGY, _NERVES, _MUSCLE, "protein synthesis", _MIND, _BONES, _TEETH, _CELLS),
    "zinc": (
        "acid-base",
        "carbohydrate",
        "cognitive",
        "dna",
        "fertility",
        "macronutrient",
        "fatty acids",
        "vitamin a",
        "protein synthesis",
        _BONES,
        _HAIR,
        _NAILS,
        _SKIN,
        "testosterone",
        _SIGHT,
        _IMMUNE,
        _OXIDATIVE,
        _CELLS,
    ),
    "iron": ("cognitive", _ENERGY, "red blood cell", "haemoglobin", "oxygen transport", _IMMUNE, _TIRED, _CELLS),
    "selenium": ("spermatogenesis", _HAIR, _NAILS, _IMMUNE, "thyroid", _OXIDATIVE),
    "iodine": ("cognitive", _ENERGY, _NERVES, _SKIN, "thyroid"),
    "copper": ("connective tissue", _ENERGY, _NERVES, "pigmentation", "iron transport", _IMMUNE, _OXIDATIVE),
    "manganese": (_ENERGY, _BONES, "connective tissue", _OXIDATIVE),
    "chromium": ("macronutrient", "blood glucose"),
    "potassium": (_NERVES, _MUSCLE, "blood pressure"),
    "phosphorus": (_ENERGY, "cell membranes", _BONES, _TEETH),
    "fluoride": ("tooth",),
    "choline": ("lipid metabolism", "liver function", "homocysteine"),
    "dha|docosahexaenoic": ("brain function", _SIGHT),
    "epa|eicosapentaenoic": ("heart",),
    "beta-glucans?": ("cholesterol",),
    "plant sterols?|plant stanols?": ("cholesterol",),
    "protein": ("muscle mass", _BONES),
    "melatonin": ("fall asleep", "jet lag"),
    "creatine": ("physical performance",),
    "activated charcoal": ("flatulence",),
    "molybdenum": ("amino acid",),
    "chloride": ("hydrochloric acid", "digestion"),
    "betaine": ("homocysteine",),
    "alpha-linolenic": ("cholesterol",),
    "chitosan|guar gum": ("cholesterol",),
    "pectins?|hydroxypropyl methylcellulose|hpmc": ("cholesterol", "blood glucose"),
    "resistant starch|arabinoxylan|alpha-cyclodextrin": ("blood glucose",),
    "(?:barley grain|sugar beet)\\s+fib(?:re|er)": ("faecal bulk",),
    "wheat bran": ("faecal bulk", "intestinal transit"),
    "chicory inulin|dried plums|prunes": ("bowel function",),
    "olive oil polyphenols?": ("blood lipids",),
    "cocoa flavanols": ("elasticity", "blood flow"),
    "xylitol|sorbitol|mannitol|maltitol|lactitol|isomalt|erythritol": ("tooth mineralisation", "blood glucose"),
    "carbohydrates?": ("brain function", "muscle"),
    "live (?:yoghurt|yogurt) cultures?|live cultures?": ("lactose",),
    "fructose": ("blood glucose",),
}
_WORDED = any_of(
    r"contribut(?:es?|ing)?\s+to|increases?\s+physical\s+performance|(?:is|are)\s+needed\s+for|(?:plays?|has|have)\s+a\s+role\s+in|increases?\s+iron\s+absorption|improves?\s+lactose\s+digestion|reducing\s+excessive|helps?\s+(?:to\s+)?(?:maintain|protect|reduce)|supports?\s+the\s+normal|maintenance\s+of"
)
"""How the registers word their claims; other words for the same are allowed where they mean no more."""
_COMPILED = tuple((any_of(nutrient), any_of(*functions)) for nutrient, functions in _ALLOWED.items())
PROBIOTIC = any_of(r"(?:pro|pre|syn|post)biotics?")
"""Words that are themselves held to be health claims (ASA A13-244139 and G23-1191017)."""


_NEXT_CLAUSE = lazily(
    r"[;:.–—]\s+|,\s+(?=(?:and\s+|which\s+|that\s+|it\s+|so\s+|while\s+|but\s+|plus\s+|\w+s\s+(?=them\b|it\b|you\b|your\b)|thisproduct\s+|(?-i:[A-Z][\w’'-]{0,40}\s+))*(?:it|they|you|gives?|makes?|boosts?|burns?|melts?|keeps?|fights?|clears?|sharpens?|lifts?|leaves?|helps?|supports?|promotes?|improves?|restores?|enhances?|contributes?)\b)"
    r"|\s+(?:and|but|while|so|plus)\s+(?=\w+s\s+(?:them|it|you|your|my|us|our)\b|(?:it\s+|they\s+|also\s+|even\s+|\w+ly\s+|thisproduct\s+|(?-i:[A-Z][\w’'-]{0,40}\s+))*(?:you|gives?|makes?|boosts?|burns?|melts?|keeps?|fights?|clears?|sharpens?|lifts?|leaves?|helps?|supports?|promotes?|improves?|restores?|enhances?|contributes?|it\s+\w+s|will|can)\b)",
    re.IGNORECASE,
)
"""Where a sentence goes on to say something else, which its words of the register do not cover."""
_DOES_MORE = lazily(
    r"^\W*(?:(?:and|but|so|it|they|also|even|\w+ly)\s+)*(?!(?:is|has|was|comes|costs|contains|holds|tastes|smells|ships|fits)\b)[a-z]+s\s+(?:them|it|you|your|the|my|us|our)\b",
    re.IGNORECASE,
)
"""A clause with a verb and an object of its own ("and whitens them")."""


def is_allowed(text: str) -> bool:
    """Whether a sentence makes a claim in words of the registers, for a nutrient that has it, and no other beside it.

    The product's name is replaced, since it may itself sound like a benefit.
    """
    if not _WORDED.search(text):
        return False
    rows = [functions for nutrient, functions in _COMPILED if nutrient.search(text)]
    allowed = False
    for clause in filter(str.strip, _NEXT_CLAUSE.split(text)):
        if _WORDED.search(clause) and any(functions.search(clause) for functions in rows):
            allowed = True
        elif benefit(Passage(clause)) or _DOES_MORE.match(clause):
            return False
    return allowed
