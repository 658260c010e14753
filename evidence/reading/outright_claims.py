"""Whether a heading, a caption or another short text says outright that something helps, harms, cures or is safe.

Read more strictly than prose: a heading mostly names a topic ("Benefits of ginger", "How vaccines work"), so it takes
a subject with a verb of effect and what that acts on, or a plain verdict ("is safe", "proven"). Questions never assert.
"""

from __future__ import annotations

import re

from evidence.claims import cues, framing_cues
from evidence.claims.outright_promises import promised
from evidence.deadline import paced
from evidence.language import vocabulary
from evidence.language.diseases import disease_words
from evidence.language.patterns import in_stretches, lazily
from evidence.reading import boilerplate

_PLAIN = (
    "prevent|heal|reliev|reduc|lower|decreas|alleviat|eas|revers|eliminat|kill|protect|sooth|remed|banish|minimi[sz]|trigger|worsen"
    "|improv|strengthen|restor|repair|enhanc|regulat|normali[sz]|destroy|shrink|shorten|halv|sav|defeat|clear|calm|melt"
    "|lead|induc|stimulat|suppress|inhibit|dissolv|stabili[sz]"
)
_ALSO_NOUNS = (
    "cur|treat|caus|harm|damag|help|aid|benefit|support|boost|promot|increas|rais|balanc|control|fight|combat|stop|beat"
    "|burn|block|slow|delay|halt|doubl|cut|end|guard|shield|detox|cleans|flush|work"
)
_STEMS = f"{_PLAIN}|{_ALSO_NOUNS}"
_SOFTLY = r"(?:(?:also|really|even|often|actually|always|not|never|[a-z]{3,}ly)\s+){0,2}"
_VERB = lazily(
    rf"\b(?P<modal>can|cannot|may|might|could|will|would|does|do|doesn['’]t|don['’]t|won['’]t|['’]ll)\s+{_SOFTLY}(?:help\s+(?:to\s+)?)?"
    rf"(?P<free>(?:{_STEMS})(?:e|y)?)\b"
    rf"|\b(?P<subject>(?:and\s+)?[\w'’-]+)\s+{_SOFTLY}(?P<verb>(?:{_STEMS})(?:es|ies|ed|ied|e|y|s)?)\b",
    re.IGNORECASE,
)
_MANY = lazily(
    r"(?:\w*(?:[^su\W]|[^aeiou\W]u)s|children|people|women|men|bacteria|probiotics|they|and\s+[\w-]+)$", re.I
)
_NO_SUBJECT = frozenset(
    {
        "a",
        "an",
        "the",
        "to",
        "of",
        "for",
        "by",
        "with",
        "in",
        "on",
        "at",
        "from",
        "as",
        "or",
        "and",
        "your",
        "my",
        "our",
        "its",
        "their",
        "not",
        "no",
        "be",
        "who",
        "i",
        "we",
    }
)
_NO_OBJECT = lazily(
    r"\s*(?:$|[.:;,!?)–—-]|(?:for|of|and|or|in|to|on|at|by|with|from|as|than|is|are|was|were|among)\b)", re.I
)
_VERDICT = lazily(
    r"\b(?:is|are|was|were|be|being)\s+(?:\w+\s+){0,3}?(?:(?:un)?safe|effective|helpful|beneficial|harmful|harmless|dangerous|toxic|poisonous"
    r"|good\s+for|bad\s+for|best\s+for|essential|proven|linked\s+to|(?:cures?|remed(?:y|ies)|treatments?|antidotes?)\s+(?:for|against))\b"
    r"|\b(?:clinically|scientifically)\s+proven\b|\bproven\s+to\b|\bguaranteed\s+to\b"
    r"|[:,–—-]\s*(?:\w+ly\s+)?safe\s+(?:for|in|during)\b|\b(?:no|without)\s+(?:known\s+)?side[\s-]effects\b"
    r"|[:–—]\s*(?:the|a|an|nature['’]s)\s+(?:[\w-]+\s+){0,3}(?:cure|remedy|antidote)\b"
    r"|\b(?:cured|reversed|healed)\s+(?:with|by|through)\b"
    r"|\b(?:keeps?|makes?)\s+(?:\w+\s+){1,4}?(?:healthy|better|stronger|well|immune)\b",
    re.IGNORECASE,
)  # fmt: skip
_GONE = lazily(r"\b(?:get\s+rid\s+of|say\s+goodbye\s+to)\s+", re.IGNORECASE)
_PROMISE = lazily(
    r"\W*(?:\d+\W+)?(?:cure|reverse|banish|defeat|beat|get\s+rid\s+of|say\s+goodbye\s+to)\s+(?!for\b|of\b|and\b|or\b)",
    re.I,
)
_HELPER = lazily(
    r"\W*(?:your|a|the|our|any)\s+(?:\w+\s+)?(?:doctor|gp|nurse|pharmacist|dietitian|physician|midwife|dentist|team|specialist|therapist)s?"
    r"\s+(?:can|will|may|could|should)\s+(?:help|advise|tell|explain|check|suggest|talk|answer|discuss)(?:\s+[\w'’-]+){0,6}\W*",
    re.I,
)
"""Who helps: "Your pharmacist can help with constipation"."""
_ASKS = lazily(r"\W*(?:is|are|was|were|do|does|did|can|could|should|would|what|which|who|whom|whether|if)\b", re.I)
_SET_APART = lazily(
    r"\b(?:how|why|when|where|what|which|who|whether|if|that|than)\b|\b(?<!no\s)(?<!not\sa\s)myths?\b", re.I
)
_OUTRIGHT = lazily(r"cur|revers|banish|defeat", re.IGNORECASE)
_NEAR = 1000
"""Letters before a verb that are looked at, so that a text without full stops takes linear time."""
_DENIES = lazily(r"\b(?:not|never|cannot|no|nor|nothing)\b|n['’]t\b", re.IGNORECASE)
_ENDS = lazily(r"[.!…][\"'”’)\]]*$")
_NONE_WITHOUT = lazily(r"\W*(?:no|nothing)\s+(?!(?:more|longer)\b)(?:[\w'’-]+\s+){0,4}$", re.I)
"""What has no "without" turns it round: "No effects without side effects"."""
_TELLS_WHAT = lazily(
    r"\s+(?:(?:us|you|doctors|scientists|researchers|people|parents|patients)\s+)?(?:to\s+)?(?:\w+ly\s+)?(?:reveal|explain|show|tell|understand|find\s+out|uncover|discover|answer|clarify|decide|learn|see)\s+"
    r"(?:(?:us|you|doctors|scientists|researchers|people)\s+)?(?:what|why|how|whether|who|which|if)\b",
    re.I,
)
"""What helps to know something only: "could help reveal what causes autism"."""
_COUNTS = lazily(
    r"\W*(?:the\s+)?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|(?:top|best|simple|easy)(?:\s+\d{1,3})?|how|ways|steps)\s+"
    r"(?:[\w'’-]+\s+){0,4}?to\s+(?P<verb>\w+)\b[^.!?:;,]*[.!]\W*$",
    re.I,
)
"""A title that counts what is told, though it ends in a full stop: "3 Stretches to Ease Back Pain."."""


def asserts(text: str) -> bool:
    """Whether the text makes a claim on an effect, a benefit, a harm or a disease."""
    words = " ".join(text.split())
    if " " not in words:
        return False  # a word alone claims nothing
    if words.rstrip("\"'”’)*_").endswith("?") or boilerplate.is_notice(words):
        return False
    telling, everyday = vocabulary.terms(words)
    if not telling and len(everyday) < 2:
        return False
    if _ENDS.search(words) and len(words.split()) > 3 and not _only_counts(words) and _says(words):
        return True
    if _ASKS.match(words) or _HELPER.fullmatch(words):
        return False
    if promised(words) is not None or (_PROMISE.match(words) and disease_words(_GONE.sub("cure ", words))):
        return True
    verdict = next(in_stretches(_VERDICT, words, 0, len(words)), None)
    if verdict and not _is_turned(words, verdict) and not _SET_APART.search(words[: verdict.start()]):
        return True
    return any(_acts(match, words) for match in paced(in_stretches(_VERB, words, 0, len(words))))


def asserts_outright(text: str) -> bool:
    """The same for a sentence of a notice: only a verb of effect with its object counts, and no denial of one."""
    words = " ".join(text.split())
    return not _ASKS.match(words) and any(
        _acts(match, words)
        and not _DENIES.search(re.split(r"[,;:]", words[max(0, match.start() - _NEAR) : match.end()])[-1])
        for match in paced(in_stretches(_VERB, words, 0, len(words)))
    )


def promises(text: str) -> bool:
    """The same for what announces a page: a promise, or a verb of effect with its object that is not denied."""
    return promised(text) is not None or asserts_outright(text)


def _only_counts(words: str) -> bool:
    """Whether a title only says how many ways it tells; one against a disease promises outright."""
    found = _COUNTS.match(words)
    return found is not None and not (_OUTRIGHT.match(found["verb"]) and disease_words(words))


def _is_turned(words: str, verdict: re.Match[str]) -> bool:
    """Whether a verdict "without side effects" is said of nothing at all."""
    return verdict.group().lower().startswith("without") and bool(_NONE_WITHOUT.match(words, 0, verdict.start()))


def _says(words: str) -> bool:
    """Whether a whole sentence speaks of an effect the way prose does."""
    if any(cue.search(words) for cue in (framing_cues.REFERRAL, framing_cues.WONDER, framing_cues.RESEARCH_NEED)):
        return False
    if not cues.has_verb(words):
        return False
    return bool(cues.HELP_VERB.search(words) or cues.SAFETY.search(words) or disease_words(words))


def _acts(match: re.Match[str], words: str) -> bool:
    """Whether this verb has a subject before it and acts on something of health."""
    verb = (match["free"] or match["verb"]).lower()
    rest = words[match.end() : match.end() + 80]
    if not match["modal"] and not _is_finite(verb, match["subject"], rest):
        return False
    before = words[max(0, match.start() - _NEAR) : match.start() + len(match["subject"] or "")]
    if not before.strip() or (match["subject"] or "").lower() in _NO_SUBJECT:
        return False
    if _SET_APART.search(before) and not (_OUTRIGHT.match(verb) and disease_words(match.group() + rest)):
        return False
    if verb in ("help", "helps") and _TELLS_WHAT.match(rest):
        return False
    if verb in ("help", "helps", "work", "works") and not rest.strip(" .!"):
        return bool(vocabulary.terms(before)[0])
    return any(vocabulary.is_health(word) for word in vocabulary.words(re.split(r"[.;:?]", rest)[0]))


def _is_finite(verb: str, subject: str, rest: str) -> bool:
    """Whether a form that may be a noun or a participle is the verb of its subject here."""
    if subject.lower().split()[-1] in ("is", "are", "was", "were", "been", "has", "have"):
        return False
    if verb in ("help", "helps", "protects", "protect", "leads", "lead", "works", "work"):
        ends = bool(re.match(r"\s*(?:for|of|and|or|in|on|as|is|are)\b|\s*[:,]", rest, re.I))
        return not ends and (verb.endswith("s") or _MANY.search(subject) is not None)
    if _NO_OBJECT.match(rest):
        return False
    if verb.endswith(("s", "ed")) or subject.lower() in ("that", "which"):
        return True
    return _MANY.search(subject) is not None
