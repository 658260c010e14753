"""The words by which a sentence promises too much: "we know", "proven", a bare "will", "all participants".

Source: standards.md A3.7. A promise is one of health and the writer's own: a question, a hope, a plan, what is denied
or hedged and what is said of the writer's own days promise nothing.
"""

from __future__ import annotations

import re

# ruff: noqa: E501 (patterns, laid out to be read)
from evidence.claims import cues
from evidence.language.patterns import Cue, lazily

_GROUP = r"(?:participants?|patients?|women|men|children|infants?|babies|mothers?|moms|dyads|pairs|subjects|people|adults|users|volunteers|kids|cases)"
_NOT_PROMISED = r"(?!\s+(?:not\b|(?:also\s+)?come\s+(?:into\s+play|down\s+to)|be\s+(?:\w+\s+)?different|never\b|hear|depend|need|want|vary|differ|likely|probably|not\s+necessarily|be\s+(?:able|needed|asked|used|discussed|published)|discuss|look|explain|cover|see|find|understand|learn|show\s+you|tell|talk|review|share|explore|ask|notice|often|sometimes|usually|generally|have\s+to|require))"
_BOOSTERS = Cue(
    r"\b(?:(?:we|scientists|doctors|everyone)\s+(?:now\s+)?knows?(?:\s+(?:for\s+(?:sure|certain)|that))|(?:clinically|scientifically|been)\s+prove[nd]|(?:is|are)\s+proven|proven\s+(?:to|that|way|method|benefits?|effects?|results?|remedy|treatment)|proves?\s+(?:that|to|the)|proof\s+that"
    r"|guarante(?:e[sd]?|ed)|undeniabl[ey]|undoubtedly|indisputabl[ey]|without\s+(?:a\s+)?doubt|no\s+doubt|there\s+is\s+no\s+question|definitely|definitively|certainly|unquestionabl[ey]|miracle|miraculous|100\s*(?:%|percent)\s+(?:safe|effective|natural)|always\s+(?:works?|leads?|causes?|helps?)|never\s+fails"
    rf"|(?:every(?:one|body)|(?:all|every)(?:\s+of)?(?:\s+the|\s+these|\s+those)?(?:\s+\w+)?\s+{_GROUP})\s+(?:\w+\s+){{0,6}}?(?:fared|improved?|benefit(?:s|ed)?|recovered|responded|got\s+better|felt|lost|experienced|showed|will)"
    r"|cures?\s+all|cure-all|the\s+only\s+(?:cure|way|treatment)|superior\s+to\s+all)\b"
)
_WILL = Cue(
    r"\b(?:will|['’]ll)\b(?!\s*(?:['’]s|power))" + _NOT_PROMISED,
)
_CONDITIONAL = lazily(r"\b(?:if|unless|whether|when)\b", re.IGNORECASE)
_NEGATED_PROOF = Cue(
    r"(?:\b(?:not|never|no|nothing|none|little|scant|yet\s+to\s+be|hardly|without|lack\s+of)|n['’]t)\s+(?:\w+\s+){0,3}?(?:proof|prove?[nd]?)\b"
)
_PROOF = Cue(r"\b(?:proof|prove?[nd]?)\b")
_NAMED_MIRACLE = lazily(
    r"\b[Tt]he\s+(?:[\w-]+\s+)?[Mm]iracle\s+(?:[Dd]iet|[Pp]lan|[Pp]rogram(?:me)?|[Mm]ethod|[Pp]rotocol|[Mm]orning)\b"
)
"""A name that promises, which is not what the sentence does: "the pH miracle diet"."""


def boosters(text: str) -> tuple[str, ...]:
    """The words of a sentence that promise too much, as written ("We know that", "proven", "will keep").

    A word of certainty counts where it is said of an effect and is not itself denied or hedged ("not guaranteed",
    "almost certainly"), and a bare "will" where its own verb is the effect ("will keep her well"), not where it speaks
    of plans. A question promises nothing.
    """
    if _IS_ASKED.search(text):
        return ()
    found = []
    if not (_PROOF.search(text) and _NEGATED_PROOF.search(text)):
        text = _NAMED_MIRACLE.sub(" ", text) if "iracle" in text else text
        found = [match.group() for match in _BOOSTERS.finditer(text) if _promises(match, text)]
    for match in _WILL.finditer(text):
        promised = text[match.end() : match.end() + 40].split(",")[0]
        if _is_an_effect(promised) and not _asked(text[: match.start()]) and not _is_told(match, text):
            found.append(" ".join((match.group() + " " + promised.strip()).split()[:2]))
            break
    return tuple(found)


_IS_ASKED = lazily(r"\?[\s\"'”’)\]*_+]*$")
_DENIED = lazily(
    r"(?:\b(?:no|not|never|nor|hardly|rarely|cannot|without|almost|nearly|far\s+from|less\s+than)|n['’]t)\s+(?:(?:an?|the|be|yet|really|any|some|quite|such)\s+){0,2}(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
"""What stands before a word of certainty and takes it back: "not guaranteed", "no miracle", "almost certainly"."""
_CERTAIN = lazily(
    r"(?:undeniabl|undoubtedly|indisputabl|unquestionabl|definite|certainly|without|no\s+doubt|there\s+is\s+no\s+q)",
    re.IGNORECASE,
)
"""Words that say how sure the writer is of whatever it may be."""
_OF_KNOWING = lazily(r"\b(?:ways?|how|why|because|reasons?|before|until|if|did|do|does|thing)\s+$", re.IGNORECASE)
"""What makes "we know that" a talk about knowing: "the second way we know that ..."."""
_WRITER = lazily(r"\bI(?:['’](?:m|ve|d|ll))?\s+(?:(?:am|was|have|had|will|would|do|can|could)\s+)?$")
_TAKES_BACK = lazily(
    r"\s+not\s+(?:trying|saying|suggesting|claiming|implying|arguing|telling|every|all)\b", re.IGNORECASE
)
_CLAUSE_END = lazily(r"[.;:!?]|,(?=\s)|\bbut\b|\bthough\b")


_EVERYBODY_WHO = lazily(r"\bwho\s+(?:(?:has|have|had|\w+ly)\s+)?\w+$", re.IGNORECASE)
"""A group by what its members did: "everyone who has experienced it avoids it"."""
_MAY = lazily(r"\b(?:could|may|might|can|should|if|whether)\s+(?:\w+\s+)?$", re.IGNORECASE)
_GENERIC = lazily(
    r"\s+(?:treatments?|therap(?:y|ies)|methods?|medicines?|approaches|ways|strategies|techniques)\b", re.IGNORECASE
)
_CHOOSE = lazily(
    r"^\W*(?:(?:please|always|only|instead)\W+)?(?:trust|choose|prefer|seek|use|rely|look|stick|follow|ask|turn|opt|consider)\b",
    re.IGNORECASE,
)
"""A bidding to take what is proven, whatever that is: "Trust scientifically proven treatments"."""
_BEFORE, _CLAUSE = 80, 300
"""Letters in which what stands before words, and the clause that they close, are looked for [house]."""


def _before(found: re.Match[str], text: str) -> str:
    return text[max(0, found.start() - _BEFORE) : found.start()]


def _promises(found: re.Match[str], text: str) -> bool:
    """Whether words of certainty promise something of health here."""
    before = _before(found, text)
    if _DENIED.search(before):
        return False
    words = found.group().lower()
    if (words.startswith("guarant") and _of_trade(text)) or (_SHARE_OF.search(before) and _OF_A_GROUP.match(words)):
        return False
    if " who " in words and _EVERYBODY_WHO.search(words):
        return False
    if words.startswith("prove") and _MAY.search(before):
        return False
    if _GENERIC.match(text, found.end()) and _CHOOSE.match(text):
        return False
    if words.startswith("we "):
        return _OF_KNOWING.search(before) is None and _speaks_of_effect(text, found.start(), found.end())
    if not _CERTAIN.match(found.group()):
        return True
    if _WRITER.search(before) or _TAKES_BACK.match(text, found.end()):
        return False
    return _speaks_of_effect(text, found.start(), found.end())


_OF_TRADE = lazily(
    r"\b(?:money|refund\w*|returns?|satisfaction|risk-free|warrant(?:y|ies)|price|purchase|shipping|order|bottom[\s-]of[\s-]the[\s-]bottle|\d+[\s-]+(?:day|night|month|year)s?)\b",
    re.IGNORECASE,
)
_EASES = lazily(
    r"\b(?:cur\w+|heal\w*|eas(?:e|es)|relie\w+|reduc\w+|prevent\w*|improv\w+|lower\w*|boost\w*|pain|sleep|weight|results?|works?|effective\w*)\b",
    re.IGNORECASE,
)


def _of_trade(text: str) -> bool:
    """Whether a guarantee is one of money and promises nothing of health: "a 60-day guarantee"."""
    return _OF_TRADE.search(text) is not None and _EASES.search(text) is None


_SHARE_OF = lazily(
    r"(?:\d\s?%|\bper\s?cent|\b(?:half|thirds?|quarters?|many|most|some|few|one|two|three|\d+))\s+of\s+$", re.IGNORECASE
)
_OF_A_GROUP = lazily(r"(?:all|every)\b", re.IGNORECASE)
"""A share of all is not all: "25% of all men will have a hernia"."""


def _speaks_of_effect(text: str, start: int, end: int) -> bool:
    """Whether the clause that words of certainty open tells of an effect, or the one that they close."""
    if text[end : end + 1] == ",":
        end += 1
    stop = _CLAUSE_END.search(text, end, end + _CLAUSE)
    said = text[end : stop.start() if stop else end + _CLAUSE]
    if len(said.split()) < 2:
        before = text[max(0, start - _CLAUSE) : start].rstrip(" ,;–—-")
        said = before[max((found.end() for found in _CLAUSE_END.finditer(before)), default=0) :]
    return cues.EFFECT.search(said) is not None or cues.BENEFIT.search(said) is not None


_FILLED = lazily(
    r"^\W*(?:(?:(?!(?:supply|apply|multiply|rely)\b)\w+ly|also|still|even|then|soon|both|just|not\s+only|once\s+again|again|always|ever)\W+){0,3}",
    re.IGNORECASE,
)
_NO_EFFECT_OF_ITS_OWN = lazily(
    r"(?:help\s+(?:[\w'’-]+\s+){0,6}?(?:aware|know|understand|learn|find|decide|choose|identify|answer|spread)\b|determin|avoid|monitor|spar|consider|continu|link|limit\w*\s+(?:this|our)|change\s+for|treat\s+(?:you|your|each|all|our)|manag|control\s+(?:for|the\s+\w+\s+of)|affect\s+(?:how|what)|do\s+the|be\s+(?:avoid|spar|determin|manag|treat|used|given|help|support|consider|limit|monitor|control|chang))",
    re.IGNORECASE,
)
"""Verbs of a plan, a care or a rule rather than of what comes of it: "will be avoided", "will treat you with"."""
_BECOMES = lazily(
    r"(?:make|keep|leave|give|bring|have|feel|get|stay|remain|become|see|notice|lose|gain|live|no\s+longer|never\s+again|be\s+(?:cur|heal|restor|reliev|reduc|lower|improv|prevent|eas|repair|strengthen|boost|protect|safeguard|better|healthier|stronger|fitter|free|gone|well|pain)\w*|stop\s+\w+ing|(?:empower|enable|allow)\s+(?:you|your|us|people)|reactivate|kill)\b",
    re.IGNORECASE,
)


def _is_an_effect(promised: str) -> bool:
    """Whether what "will" promises is itself an effect: its verb, or what somebody will feel, have or be."""
    said = promised[_FILLED.match(promised).end() :]  # type: ignore[union-attr]
    if _NO_EFFECT_OF_ITS_OWN.match(said) or cues.EFFECT.search(promised) is None:
        return False
    begins = cues.EFFECT.search(said.lstrip("[*_"))
    return (begins is not None and begins.start() == 0) or _BECOMES.match(said) is not None


def _is_told(found: re.Match[str], text: str) -> bool:
    """Whether "will" is what somebody hopes, what those who treat will do, or what the writer means to do."""
    before = _before(found, text)
    return any(one.search(before) is not None for one in (_HOPED, _WHO_TREATS, _WRITER))


_WHO_TREATS = lazily(
    r"\b(?:dentist|doctor|surgeon|nurse|physician|therapist|practitioner|chiropractor|midwife|pharmacist|specialist|team|staff|clinic|hospital)s?\s*$",
    re.IGNORECASE,
)
_HOPED = lazily(
    r"\b(?:thinking|beliefs?|believ\w+|hop(?:e|es|ed|ing)|guarantee|expect\w*|fear\w*|worr\w+|wish\w*|promis\w+|claim(?:s|ed|ing)?|touted|think|thinks|thought|fantas(?:y|ies)|illusions?|notions?|ideas?|(?<!\bno\s)myths?|not\s+(?:sure|certain|clear|convinced)|unsure|unlikely|doubt\w*|pretend\w*)\s+(?:(?:that|if|whether)\s+)?(?:(?:a|an|the|some|any|this|that|it|they|their|your|his|her|you|these)\b\s*)?(?:[\w-]+\s*){0,4}$",
    re.IGNORECASE,
)
"""What somebody hopes or believes is told, not promised: "the belief that a treatment will work"."""


_ASKED = lazily(
    r"(?:(?:^|[;:,])\W*(?:how(?!\s+(?:much|many|often|well|long|far)\b)|whether)"
    r"|\b(?:about|know|understand|on|of|learn|see|tells?|shows?|explains?|discuss\w*|wonder\w*|and|as)\s+(?:how|which|what|whether|why))"
    r"\s(?!(?:you|we|they|it|he|she|I)\b)[^,;:.?]{0,60}$",
    re.IGNORECASE,
)


def _asked(before: str) -> bool:
    """Whether a "will" stands in a question that is only named: "how food types will influence sleep"."""
    return _ASKED.search(before) is not None
