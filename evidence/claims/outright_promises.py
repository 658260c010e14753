"""What a sentence promises outright, whatever turn of phrase stands around it: "My doctor told me that garlic cures cancer".

A promise is outright where something that people take, eat or do is the subject of a verb of effect with an illness or a
marker of one as its object, where somebody is bidden to take a dose or to leave a medicine off, and where something is
called safe or poison. No frame takes it back: not a photographer's name, a shop's link, a friend who said it, a colon at
the end. What is asked, denied or told to be contradicted is no promise. Source: standards.md A3.1 and A3.5, by which claims
of benefit, harm and advice stop publication.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims import framing_cues, left_treatments
from evidence.claims.denials import denies
from evidence.claims.farewells import promises_riddance
from evidence.claims.of_works import is_title_by
from evidence.claims.subjects import head, is_done, is_taken
from evidence.claims.turns_of_promise import turn_of
from evidence.language import vocabulary
from evidence.language.diseases import disease_words, only_looks_so
from evidence.language.health_words import CONDITION
from evidence.language.patterns import Cue, Cues, lazily
from evidence.values import Kind

_CURES = (
    r"cure|heal|treat|prevent|reverse|eliminate|defeat|kill|banish|beat|ease|relieve|alleviate|soothe|fight|combat|stop|shrink|halt|slow|halve"
    r"|reduce|lower|cut|decrease|shorten|destroy|dissolve|eradicate|starve|neutrali[sz]e|(?:get|be)\s+rid\s+of|(?:ward|fend)\s+off|protect"
)
_THIRD = (
    r"cures|heals|treats|prevents|reverses|eliminates|defeats|kills|banishes|beats|eases|relieves|alleviates|soothes|fights|combats|stops|shrinks|halts|slows|halves"
    r"|reduces|lowers|cuts|decreases|shortens|destroys|dissolves|eradicates|starves|neutrali[sz]es|gets\s+rid\s+of|(?:wards|fends)\s+off|protects"
    r"|(?:works?|helps?)\s+against|(?:wipes?|clears?)\s+out|(?:is|are)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}?(?:cure|remedy|antidote)\s+(?:for|against|to)|(?:is|are)\s+(?:\w+\s+)?effective\s+against"
)
_HARMS = (
    r"causes?|triggers?|worsens?|damages?|harms?|poisons?|destroys?|ruins?|weakens?|leads?\s+to|raises?|increases?|brings?\s+on"
    r"|gives?\s+(?:you|people|children|women|men|babies)"
)
_ACT = Cue(
    rf"\b(?:(?P<good>{_THIRD})|(?P<bare>{_CURES})|(?P<bad>{_HARMS}))\b(?=(?P<what>[^.;:!?]{{1,60}}))",
)
_VERDICT = Cue(
    r"\b(?:is|are)\s+(?:\w+ly\s+|\w+\s+)?(?:(?:safe|harmless)\s+(?:for|in|during|to\s+(?:take|use|eat|drink|give)|even|with))\b"
)
_POISON = Cue(
    r"\b(?:is|are)\s+(?:\w+ly\s+|pure\s+|sheer\s+|a\s+)?(?:poison(?:ous)?|toxic|deadly)\b(?!\s+to\s+(?:dogs|cats|pets|birds|bees|fish|plants|animals))"
)
_FLUSHES = Cue(
    r"\b(?:flush|clear|wash|draw|pull|remov|detox|detoxif|cleans|purif)(?:es|e|s|ies|y)?\b(?=[^.;:!?]{1,50}?\b(?:toxins?|liver|kidneys?|blood|colon|heavy\s+metals|poisons?)\b)"
)
_DOSED = Cue(
    r"\b(?:take|swallow|drink|eat|give|inject)\b[^.;:!?]{0,50}?\b(?:(?:\d[\d.,]{0,12}|one|two|three|four|five|six)\s?(?:[a-z]{3,}\s+){0,2}|(?:half\s+)?an?\s)(?:mg|mcg|µg|g|grams?|iu|units|ml|drops|tablets?|capsules?|pills?|teaspoons?|tablespoons?|spoonfuls?)\b"
    r"(?=[^;:!?]{0,50}?\b(?:(?:a|per|each|every)\s+(?:day|night|week|hour|morning|evening)|daily|twice|nightly|against|for\s+(?:your|an?)\b))"
)
_GIVEN = Cue(
    r"\bgive\s+(?:your|the|an?|any|every)\s+(?:[\w-]+\s+)?(?:newborns?|bab(?:y|ies)|infants?|toddlers?|child(?:ren)?|kids?)\s+(?=(?P<thing>[^.;:!?]{2,50}?)\s+(?:every|each|before|at|with\s+each)\s+(?:\w+\s+)?(?:day|night|morning|evening|bedtime|bed|hour|week|feed|meal|nap)\b|(?P<daily>[^.;:!?]{2,50}?)\s+(?:daily|nightly|twice)\b)"
)
"""What a child is to be given again and again: "give your newborn honey water every night"."""
_FOODS = r"(?:milk|cheese|fish|sushi|oysters|eggs?|meat|liver|coffee|tea|alcohol|wine|beer|honey)"
_HARMLESS_FOOD = Cue(
    rf"\b{_FOODS}\s+(?:is|are)\s+(?:\w+ly\s+|\w+\s+)?(?:safe|harmless)\s+(?:for|in|during|to\s+give)\s+(?:\w+\s+)?(?:pregnan\w+|breast-?feeding|newborns?|bab(?:y|ies)|infants?|toddlers?)\b"
)
"""Food that is called safe for those whom it may harm most: "raw milk is safe during pregnancy"."""
_NOTHING_LIKE = Cue(
    rf"\b(?:(?:nothing|no\s+\w+)\s+(?:else\s+)?(?:{_THIRD})\b(?P<what>[^.;:!?]{{1,50}}?)\b(?:like|better\s+than|as\s+(?:well|fast)\s+as|but|except)"
    r"|no\s+better\s+(?:cure|remedy|treatment|medicine)(?P<ill>\s+(?:for|against)\b[^.;:!?]{1,50}?)\bthan)\b(?=(?P<done>[^.;:!?]{2,40}))"
)
"""What denies all others praises the one: "nothing cures colds like garlic"."""
_HOW_TO = Cue(
    r"\b(?:how\s+(?:to|(?:you|we|i)(?:\s+can)?)|(?:ways?|steps?|plan|recipe|tricks?)\s+to)\s+(?P<cure>(?:cure|reverse|heal|defeat|get\s+rid\s+of)\b[^.;!?]{2,60})"
)
"""A cure that is taken for granted: "here is how you reverse your diabetes"."""
_TAKES_FOR_GRANTED = lazily(
    r"\W*(?:(?:so|but|and|well)\W+)?(?:who\s+(?:knew|(?:would|could)\s+have\s+(?:thought|known|guessed|believed))|is(?:n['’]t)?\s+it\s+(?:\w+\s+)?(?:time|good|nice|odd|strange|wonderful|great|amazing|funny|lovely|sad)\b[^?]*?|what\s+if\s+(?:i|we)\s+(?:told|tell)\s+you|are(?:n['’]t)?\s+you\s+(?:glad|aware|surprised)"
    r"|why\s+(?:take|use|pay|buy|suffer|go|wait|bother|risk|have|swallow)\b[^?]*?)\s+(?:that|when|while|since|because|if)\s+(?P<said>[^?]+)\?\W*$",
    re.IGNORECASE,
)
"""Questions that take for granted what they end in: "Why swallow pills when honey cures colds?"."""
_CUES = Cues(
    {
        "act": _ACT,
        "nothing like": _NOTHING_LIKE,
        "verdict": _VERDICT,
        "poison": _POISON,
        "flushes": _FLUSHES,
        "dosed": _DOSED,
        "given": _GIVEN,
        "harmless food": _HARMLESS_FOOD,
        "how to": _HOW_TO,
        "leaves": left_treatments.LEAVES,
        "replaces": left_treatments.REPLACES,
    }
)
_EMPHASIS = lazily(r"\*+|~~|(?<!\w)_+|_+(?!\w)|\\?[\"“”]")
_SIGNS_SET = ("*", "_", "~~", '"', "“", "”")
"""One of these stands in whatever `_EMPHASIS` finds."""
_MARKS = lazily(r"<[a-z/][^<>]{0,200}>|[\u2190-\u2bff\U0001f000-\U0001ffff\ufe0f]|\s+", re.IGNORECASE)
"""Tags, arrows, dingbats and emoji, and breaks of lines: between words they part nothing."""
_UNEVEN = lazily(r"[<\u2190-\u2bff\U0001f000-\U0001ffff\ufe0f]|[^\S ]|\s\s")
"""One of these stands wherever `_MARKS` finds more than a single space: a quick look before the long one."""


def promised(text: str) -> Kind | None:
    """The kind of what a sentence promises outright, None where it promises nothing so."""
    if framing_cues.QUOTED_QUESTION.match(text):
        return None
    text = _EMPHASIS.sub("", text) if any(map(text.__contains__, _SIGNS_SET)) else text
    text = _MARKS.sub(" ", text) if _UNEVEN.search(text) else text
    if promises_riddance(text) and not _is_none(text):
        return Kind.EFFICACY
    turn = turn_of(text)
    if turn and not (_IS_ASKED.search(text) or _is_none(text) or denies(turn[1])):
        return turn[0]
    if not _CUES.first(text) or _is_none(text):
        return None
    text = _TAG.sub(".", text)
    if _IS_ASKED.search(text):
        granted = _TAKES_FOR_GRANTED.match(text)
        return promised(f"{granted['said']}.") if granted else None
    if _praises_alone(text) or _tells_how(text):
        return Kind.EFFICACY
    parts = _CLAUSES.split(text)
    for place, part in enumerate(parts):
        kind = _kind_of(part)
        if kind is not None and not any(map(denies, parts[place:])):
            return kind
    return None


_TAG = lazily(
    r"(?:…|\.\.\.|[,–—-])\s*(?:who\s+(?:knew|would\s+have\s+thought)|right|see|got\s+it|amazing|isn['’]t\s+it|don['’]t\s+you\s+think|yes|huh|ok(?:ay)?|true)\s*\?\W*$",
    re.IGNORECASE,
)
"""A question that is only hung on: "…, right?"."""
_IS_ASKED = lazily(r"\?[\s\"'”’)\]*_+]*$")
_MYTH = lazily(r"\W*(?:myth|misconception|fiction|false\s+belief|claim)\b\s*(?:#?\d+)?\s*[:–—-]", re.IGNORECASE)
_CLAUSES = lazily(
    r"[;:—–!?()\[\]]|,\s+(?:(?:but|yet|so|and|because|since|although|though)\s+)?|\s-\s|\s+(?:because|since|but|yet|so|although|though)\s+",
    re.IGNORECASE,
)


def _is_none(text: str) -> bool:
    """Whether a sentence names a work or a myth, or says what something is not meant for."""
    if _MYTH.match(text) or only_looks_so(text) or framing_cues.MEANT_FOR_NONE.search(text):
        return True
    return framing_cues.OF_A_WORK.match(text) is not None or is_title_by(text)


def _praises_alone(text: str) -> bool:
    found = _NOTHING_LIKE.search(text)
    if found is None or not is_taken(vocabulary.words(found["done"])[:5]):
        return False
    return disease_words(f"cure {found['what'] or found['ill']}") != ""


def _tells_how(text: str) -> bool:
    found = _HOW_TO.search(text)
    return found is not None and disease_words(found["cure"]) != "" and not denies(text[: found.start()])


def _kind_of(part: str) -> Kind | None:
    """The kind of what a clause promises by its own words."""
    for found in _ACT.finditer(part):
        if _acts(part, found):
            return Kind.SAFETY if found["bad"] else Kind.EFFICACY
    for cue, kind in _OF_SUBJECTS:
        if (said := cue.search(part)) and is_done(part, said.start()):
            return kind
    if (poison := _POISON.search(part)) and any(map(vocabulary.is_treatment, head(part, poison.start())[-2:])):
        return Kind.SAFETY
    if _HARMLESS_FOOD.search(part):
        return Kind.SAFETY
    return Kind.MANAGEMENT if left_treatments.is_bidden(part) or _is_dosed(part) or _is_given(part) else None


_OF_SUBJECTS = (
    (_FLUSHES, Kind.EFFICACY),
    (_VERDICT, Kind.SAFETY),
    (left_treatments.REPLACES, Kind.EFFICACY),
)


def _acts(part: str, found: re.Match[str]) -> bool:
    """Whether a verb has something that is taken or done before it and what is of health behind it."""
    if not is_done(part, found.start()) or _IS_LACKING.search(part[: found.start()]):
        return False
    verb = found.group().split()[0].lower()
    if (found["bare"] or (found["bad"] and not verb.endswith("s"))) and not _is_plural(head(part, found.start())):
        return False
    if found["bad"]:
        return any(vocabulary.on_list(word, _ILLS) for word in vocabulary.words(found["what"]))
    return disease_words(f"cure {found['what']}") != "" or _MARKER.match(found["what"]) is not None


_ILLS = CONDITION - vocabulary.EVERYDAY
_IS_LACKING = lazily(
    r"\b(?:lack|shortage|deficiency|absence|free|low|loss)\b(?:\s+(?:of|in))?\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
"""A want of it, which is no doing: "low vitamin D"."""
_MARKER = lazily(
    r"\s+(?:(?:high|your|the|their|raised|bad|any|all|even|ldl)\s+){0,2}(?:blood\s+(?:pressure|sugar|glucose|fats)|cholesterol|ldl|fever|glucose|hba1c|triglycerides|tumou?r\w*|cravings|wrinkles)\b",
    re.IGNORECASE,
)
_MODALS = frozenset({"can", "will", "does", "do", "that", "which"})


def _is_plural(subject: list[str]) -> bool:
    """Whether a verb without an ending may follow: "statins cause", "garlic and honey cure", "honey can cure"."""
    return subject[-1].endswith("s") or "and" in subject or subject[-1] in _MODALS


def _is_dosed(part: str) -> bool:
    """Whether a clause bids its readers take a dose, and does not tell how much people eat."""
    found = _DOSED.search(part)
    if found is None or _EATERS.search(part[: found.start()]):
        return False
    return is_taken(vocabulary.words(part[found.start() :])[1:])


def _is_given(part: str) -> bool:
    """Whether a clause bids its readers give a child something that is taken, again and again."""
    found = _GIVEN.search(part)
    if found is None or _EATERS.search(part[: found.start()]):
        return False
    words = vocabulary.words(found["thing"] or found["daily"])
    return is_taken(words) and _CARE.isdisjoint(words)


_CARE = frozenset({"bath", "baths", "massage", "massages", "shower", "bottle", "walk", "exercise", "rest", "sleep"})
"""What is done for a child rather than taken by it."""
_EATERS = lazily(
    r"\b(?:people|women|men|children|they|we|i|who|[a-z]{3,}(?<!say)(?<!tell)s)\s+(?:(?:\w+ly|often|also|may|can)\s+)?$"
    r"|\b(?:assigned|asked|told|instructed|allowed|began|started|chose|randomi[sz]ed)\s+to\s+$",
    re.IGNORECASE,
)
