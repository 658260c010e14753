"""Promises and alarms in figures of speech: "Eczema melts away under shea butter", "Statins rot the brain".

What a reader takes from such a turn is a cure, a harm or advice, as from the plain word (standards.md A3.1 and A3.5; FTC,
Health Products Compliance Guidance: net impression). An illness stands in it, or a medicine, or what harms; what is
denied, asked or told of one person promises nothing (`outright_promises` looks to that).
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re
from collections.abc import Sequence

from evidence.claims.farewells import NO_ILL
from evidence.claims.left_treatments import MEDICINE_WORDS
from evidence.claims.subjects import head, is_done, is_taken
from evidence.language import vocabulary
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, Cues, lazily
from evidence.values import Kind

_ILL = r"(?P<ill>[^.;:!?,]{2,60})"
_SHORT = r"(?P<ill>[^.;:!?,]{2,45}?)"
_ANSWER = Cue(
    rf"\b(?:is|are|remains?)\s+(?:\w+['’]s\s+|the\s+|an?\s+|your\s+|our\s+|my\s+)?(?:[\w-]{{1,30}}\s+){{0,2}}?(?:answer|antidote|enemy|end|weapon|nightmare|best\s+medicine|medicine|remedy|shield|nemesis)\s+(?:to|of|for|against)\s+{_ILL}"
)
"""What is the answer to an illness: "Garlic is nature's answer to cancer"."""
_MELTS = Cue(
    rf"^\W{{0,12}}(?:(?:your|the|my|any|even|most|all|stubborn)\s+)?{_SHORT}\s+(?:just\s+|simply\s+|quickly\s+|slowly\s+|can\s+|will\s+)?(?:melts?|fades?|disappears?|vanish(?:es)?|retreats?|clears?\s+up|shrinks?|backs?\s+off|lifts?|dissolves?|begins?\s+to\s+(?:retreat|fade|shrink|heal|clear)"
    r"|(?:is|are)\s+(?:over|gone|reversible|curable|beatable))(?:\s+away)?\s+(?:under|with|after|thanks\s+to|by|once\s+you)\s+(?P<with>[^.;:!?]{2,60})"
)
_NO_CHANCE = Cue(
    rf"^\W{{0,12}}(?:the\s+|your\s+)?{_SHORT}\s+(?:(?:has|have|stands?)\s+no\s+(?:chance|hope)\s+(?:against|with)|(?:cannot|can['’]t|can\s+not|will\s+not|won['’]t)\s+(?:live|survive|grow|exist|thrive)\s+(?:in|on|without))\s+(?P<with>[^.;:!?]{{2,60}})"
)
_UNDOES = Cue(
    rf"\b(?:eats?|silences?|undoes|starves?|melts?|dissolves?|devours?|stands?\s+up\s+to|takes?\s+care\s+of|talks?|puts?\s+an\s+end\s+to|makes?\s+short\s+work\s+of|draws?|chases?\s+away|sweeps?\s+away|wipes?\s+out|crush(?:es)?|smash(?:es)?|outsmarts?|outwits?|sees?\s+off|kicks?|lifts?"
    rf"|teach(?:es)?\s+(?:your|the)\s+(?:body|immune\s+system|cells)\s+to\s+(?:kill|fight|beat)|(?:is|are)\s+the\s+end\s+of|has\s+been\s+shown\s+to\s+bring\s+back)\s+{_ILL}"
)
_ONLY = Cue(rf"\b(?:the\s+only\s+thing|all)\s+(?:that\s+)?you\s+need\s+(?:against|for)\s+{_ILL}")
_WHAT_NO_PILL = Cue(
    r"\bdo(?:es)?\s+(?:for\s+[^.;:!?,]{2,45}?\s+)?what\s+(?:no\s+(?:pills?|drugs?|medicines?|doctors?|antibiotics?|chemo(?:therapy)?|surgery)\s+can|(?:pills?|drugs?|medicines?|doctors?|antibiotics?|chemo(?:therapy)?|surgery)\s+(?:cannot|can['’]t|could\s+not|never\s+could))\b"
)
_NONE_LEFT = Cue(
    rf"\bthere\s+is\s+no\s+{_SHORT}\s+(?:that\s+|which\s+)?[\w’'-]{{1,30}}\s+(?:cannot|can['’]t|does\s+not|will\s+not)\s+(?:cure|heal|lift|beat|ease|fix|undo)\b"
)
_BEATEN = Cue(
    rf"\b(?:many|thousands|hundreds|people|patients|they|others)\s+(?:have\s+|of\s+people\s+have\s+)?(?:beat(?:en)?|defeated|overcome|conquered|undone)\s+(?:their\s+)?{_SHORT}\s+(?:with|on|thanks\s+to)\s+(?:this|these|the|a|our|my)\b"
)
_FREE = Cue(
    rf"\b(?:do|does)\s+not\s+have\s+to\s+live\s+with\s+{_SHORT}(?:[:;—–,.]|$)|\bif\s+you\s+have\s+(?P<had>[^.;:!?,]{{2,40}}),\s+[^.;:!?]{{2,40}}?\s+(?:will|can)\s+set\s+you\s+free\b"
)
_NEEDLESS = Cue(
    rf"\b(?:(?:will|would)\s+)?(?:never|no\s+longer|not)\s+(?:again\s+)?need\s+(?:your\s+|any\s+|those\s+|the\s+)?{MEDICINE_WORDS}\b(?!\s+(?:to|in|if|unless|until|for)\b)"
    rf"|(?:^\W{{0,12}}(?:(?:so|and|then|now|just)\s+)?|\byou\s+(?:can|may|could|should|will|['’]ll)\s+(?:now\s+|safely\s+)?)(?:throw|toss|chuck|drop|put)\s+(?:your|the|that|all\s+your)\s+(?:[\w-]{{1,30}}\s+)?{MEDICINE_WORDS}\s+(?:in|into)\s+the\s+(?:bin|trash|rubbish|garbage|toilet)\b"
    rf"|\b(?:is|are)\s+(?:an?\s+)?(?:natural\s+|nature['’]s\s+|herbal\s+)?(?:{MEDICINE_WORDS}|valium|viagra|prozac|ozempic|ibuprofen|aspirin)\s+without\s+(?:the|any)\b"
    rf"|\bas\s+{MEDICINE_WORDS}\s+from\s+(?:your|the)\s+(?:garden|kitchen|field|sea)\b"
)
_RUINS = Cue(
    r"\b(?:(?:rots?|rotting|cripples?|wrecks?|cooks?|frying|fries)(?=\s+(?:the|your|our|their|children['’]s)\s+(?:[\w’'-]{1,20}\s+)?(?:brains?|minds?|liver|gut|heart|lungs?|kidneys?|bones?|body|bodies|cells|nerves?|immune\s+system))|spreads?(?=\s+(?:tumou?rs?|cancer|infections?))|dumbs?\s+down|turns?\s+(?:people|children|women|men|kids|us|you|boys|girls)\s+into\s+(?:addicts|zombies|invalids|patients)"
    r"|makes?\s+(?:children|people|women|men|kids|you|us|boys|girls|babies)\s+(?:\w+\s+)?(?:stupid|sick|ill|infertile|sterile|barren|addicted|depressed|dumb|autistic|blind|deaf)"
    r"|leaves?\s+(?:women|men|children|people|babies|kids)\s+(?:\w+\s+)?(?:barren|sterile|infertile|brain-damaged|sick|crippled|disabled)"
    r"|starves?\s+(?:the|your)\s+(?:brain|heart|body|cells))\b(?P<bad>[^.;:!?]{0,50})"
)
_BEHIND = Cue(
    rf"\b(?:is|are)\s+(?:really\s+)?(?:behind|to\s+blame\s+for|the\s+(?:real\s+|true\s+|hidden\s+)?cause\s+of)\s+(?:the\s+(?:rise|surge|epidemic|increase|wave)\s+(?:in|of)\s+)?{_ILL}"
)
_BIDS = Cue(
    rf"^\W{{0,12}}(?:(?:and|so|then|just|please)\s+)?(?:never|do\s+not|don['’]t)\s+give\s+(?:children|kids|a\s+child|your\s+(?:child|baby|kids?))\s+(?:{MEDICINE_WORDS}|paracetamol|ibuprofen|tylenol|calpol)\b"
    rf"|^\W{{0,12}}(?:(?:and|so|then|just|please)\s+)?(?:cut|halve|skip|stop|reduce|lower)\s+your\s+(?:daily\s+|evening\s+|morning\s+)?(?:dose\s+of\s+)?(?:{MEDICINE_WORDS}|lithium)\b(?![^.;:!?]*\b(?:doctor|gp|pharmacist|ask|nurse|only|unless|if|surgeon)\b)"
    rf"|^\W{{0,12}}(?:(?:and|so|then|just)\s+)?treat\s+{_SHORT}\s+(?:at\s+home|yourself|naturally)\s+with\b"
    r"|^\W{0,12}(?:(?:and|so|then|just)\s+)?(?:give|feed)\s+(?:your|the|an?)\s+(?:[\w-]{1,30}\s+)?(?:baby|newborn|infant)\s+[^.;:!?]{2,40}?\s+(?:for|against)\s+(?:colic|teething|fever|a\s+cough|coughs?|sleep|gas|wind)\b"
    r"|^\W{0,12}rub\s+[^.;:!?]{2,40}?\s+on\s+(?:the|your)\s+(?:gums|chest)\s+of\s+(?:a|your)\s+(?:[\w-]{1,30}\s+)?(?:baby|newborn|infant|child)\b"
    r"|\b(?:drink|take|swallow|gargle|drops\s+of|spoon(?:ful)?\s+of|baths?)\b[^.;:!?]{0,40}?\b(?:hydrogen\s+peroxide|bleach|borax|turpentine|chlorine\s+dioxide|colloidal\s+silver|kerosene|methylene\s+blue)\b"
    r"|\b(?:bleach|turpentine|borax|chlorine\s+dioxide|colloidal\s+silver)\s+(?:baths?|drops|enemas?|water)\b"
)
_TURNS = Cues(
    {
        "answer": _ANSWER,
        "melts": _MELTS,
        "no chance": _NO_CHANCE,
        "undoes": _UNDOES,
        "only": _ONLY,
        "no pill": _WHAT_NO_PILL,
        "none left": _NONE_LEFT,
        "beaten": _BEATEN,
        "free": _FREE,
        "needless": _NEEDLESS,
        "ruins": _RUINS,
        "behind": _BEHIND,
        "bids": _BIDS,
    }
)
_ALSO_TAKEN = frozenset(
    """
    acai aluminium amla arnica ashwagandha balm banana baobab belt borax bracelet broth bromelain cabbage calendula carrot castor celery
    charcoal cherries cherry chilli clay coconut comfrey cream crystal crystals cucumber dandelion deodorant device dmso drops fennel
    fluoride goji grape grapefruit grapes hawthorn horseradish horsetail lamp laser lemon lemons lime magnet magnets mango mat
    microwaves milk mint mucuna mullein mustard neem nettle nettles onion onions papaya patch peppermint peroxide pineapple pollen potato
    powder radish rhodiola root sage shea shilajit silver soap syrup tampons teflon thistle tincture valerian wax wheatgrass wifi
    """.split()  # noqa: SIM905 (a list to be read)
)
"""What is taken or done besides, in the turns of those who sell it or warn of it."""
_OF_ITSELF = frozenset({"no pill", "needless"})
_DENY = frozenset({"no pill", "needless", "no chance", "none left", "free", "bids"})
"""Turns that have a denial of their own in them."""
_BY_SUBJECT = frozenset({"undoes", "behind", "ruins", "answer"})
"""Turns that promise only where something that is taken or done stands before the verb."""
MORE_ILLS = lazily(
    r"\b(?:lumps?|kidney\s+stones?|gallstones?|restless\s+legs|tumou?rs?|cancers?|memor(?:y|ies)|high\s+blood\s+pressure|high\s+cholesterol|heart\s+attacks?|strokes?|cold|warts)\b",
    re.IGNORECASE,
)
_OF_ONE = lazily(r"\b(?:my|her|his|I|she|he|we)\b", 0)
"""One person's story."""


def turn_of(text: str) -> tuple[Kind, str] | None:
    """The kind of what a clause or sentence promises by a figure of speech, and what is left of it; None where it does not."""
    for name, cue in _TURNS.likely(text):
        found = cue.search(text)
        if found is None or not _stands(name, found, text):
            continue
        kind = (
            Kind.SAFETY
            if name in ("ruins", "behind")
            else Kind.MANAGEMENT
            if name in ("bids", "needless")
            else Kind.EFFICACY
        )
        return kind, text[: found.start() if name in _DENY else found.end()]
    return None


def _stands(name: str, found: re.Match[str], text: str) -> bool:
    groups = found.groupdict()
    if name == "ruins":
        return _is_done(text, found.start())
    if name == "bids":
        return groups.get("ill") is None or _is_ill(groups["ill"])
    if name in _OF_ITSELF:
        return True
    ill = groups.get("ill") or groups.get("had") or ""
    if not _is_ill(ill) or _OF_ONE.search(ill) or NO_ILL.search(ill):
        return False
    if name in _BY_SUBJECT:
        return _is_done(text, found.start())
    remedy = groups.get("with")
    return name == "no chance" or remedy is None or is_remedy(vocabulary.words(remedy)[:8])


def _is_done(text: str, start: int) -> bool:
    words = head(text, start)
    return is_done(text, start) or (bool(words) and not _ALSO_TAKEN.isdisjoint(words[-3:]))


def is_remedy(words: Sequence[str]) -> bool:
    """Whether one of a few words names a remedy, or what its sellers and those who warn of it speak of."""
    return is_taken(words) or not _ALSO_TAKEN.isdisjoint(words)


def _is_ill(words: str) -> bool:
    return disease_words(f"cure {words}") != "" or MORE_ILLS.search(words) is not None
