"""How a study was done, what it set out to do, and what researchers may look at next: nothing of what came out.

"The team collected the teeth of 40 children", "In this study, we explore a programme of walks", "Scientists could then
probe how this comes about". Such a sentence needs no source, the one that brings in the study does, and so does every
result (docs/labelling.md, `method`, `opinion`). So it gives way where it tells what was found or befell somebody, and where
it asserts a benefit, a harm or a dose. On labelled pages none of 24 sentences that begin so was a claim.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims import told_results
from evidence.claims.asserting_words import ASSERTS
from evidence.claims.beside_frames import any_tells, tells_beside
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, Cues, lazily

_LOOKED = r"collected|recruited|looked\s+at|gathered|enrolled|analy[sz]ed|examined|measured|surveyed|interviewed|divided|split|compared|monitored|tracked|set\s+out|aimed"
_DONE = Cue(
    rf"^\W*(?:(?:then|next|first|after\s+that),?\s+|(?:to|in|with|using|for|over|after|by)\s[^,]{{3,160}},\s+)?(?:the\s+|these\s+)?"
    rf"(?:(?:team|researchers|scientists|investigators|authors)\s+(?:(?:then|also|next|first|further)\s+)?(?:{_LOOKED}|used|followed|tested|gave|fed|studied|wanted|hoped|selected|took|injected|exposed|trained|asked|filmed|scanned|weighed|rolled\s+out)"
    rf"|they\s+(?:(?:then|also|next|first|further)\s+)?(?:{_LOOKED}))\b",
)
"""What those who did it did."""
_UNDERGONE = Cue(
    r"^\W*(?:(?:then|next|first|in\s+all|for\s+\w+\s+\w+),?\s+|to\s[^,]{3,160},\s+)?(?:(?:the|these|all|both|half\s+of\s+the|each|other)\s+)?(?:\w+\s+)?(?:mice|rats|animals|participants|volunteers|subjects|recruits|groups?)\s+(?:were|was)\s+(?:\w+\s+){0,2}"
    r"(?:given|fed|asked|told|randomi[sz]ed|assigned|divided|split|injected|exposed|placed|trained|kept|recruited|instructed|shown)\b"
)
"""What those who took part in it underwent."""
_TOOK_PART = Cue(
    r"^\W*(?:(?:then|next|in\s+it|there|afterwards|shortly\s+after\s[^,]{3,80}|before\s[^,]{3,80}|for\s+\w+\s+\w+),?\s+)?(?:(?:the|these|all|both|most|half\s+of\s+the)\s+)?(?:\w+\s+)?(?:participants|volunteers|recruits|test\s+subjects)\s+(?:then\s+|also\s+|each\s+|all\s+)?"
    r"(?:looked|used|filled|answered|wore|watched|rode|walked|completed|pressed|moved|underwent|performed|sat|stood|returned|listened|rated|recorded|played|typed|pedalled|cycled)\b"
)
"""What they did in it."""
_INCLUDED = Cue(
    r"^\W*(?:they|it|these|(?:the|this)\s+(?:[\w-]+\s+){0,2}?(?:reviews?|analys[ie]s|meta-analys[ie]s|designs?|samples?|cohorts?|databases?))\s+(?:also\s+|only\s+)?(?:includes?|included|covers?|covered|looked\s+at|pooled|comprised|consisted\s+of|drew\s+on)\s+"
    r"(?:[^.;:,]{0,60}?\b(?:stud(?:y|ies)|trials|papers|records|surveys|questionnaires|interviews|samples)\b|the\s+[^.;:,]{3,40}?\blevels\b)",
)
"""What it looked at, and how many studies it took in."""
_TOOK_IN = Cue(
    r"^\W*(?:the|this|that|their)\s+(?:[\w-]+\s+){0,2}?(?:study|trial|analysis|review|survey|cohort|experiment)\s+(?:included|enrolled|recruited|involved|followed|comprised)\s+(?:(?:a\s+total\s+of|about|over|more\s+than|nearly|some|around)\s+)?\d[\d,.]{0,12}\s+(?:[\w-]+\s+){0,4}?"
    r"(?:participants|adults|people|patients|women|men|children|volunteers|subjects|students|nurses|mice|rats|infants|babies)\b",
)
"""How many took part, of a study that is known already."""
_ANALYSED = Cue(
    r"^\W*(?:(?:so|then|next|now|here|first|finally|again),?\s+)?(?:i|we)(?:['’]ll|\s+will|\s+can|\s+could|\s+then|\s+now|\s+also)*\s+(?:subset|refit|fit|filter|merge|plot|simulate|load|import|standardi[sz]e|regress|log-transform)(?:ted|ed|d)?\s+(?:the|this|our|these|an?|it|all|both|each)\b",
)
"""What writers do with their own data."""
_AT_RANDOM = Cue(
    r"\b(?:were|was)\s+(?:then\s+|also\s+)?(?:randomly\s+(?:given|assigned|allocated|offered|fed)|(?:given|assigned|allocated|offered|fed)\s+(?:to\s+)?(?:either\s+)?[^.;:,]{3,80}?\b(?:at\s+random|by\s+(?:lot|chance|(?:the\s+)?toss\s+of\s+a\s+coin)))\b"
)
"""Who got what, by chance."""
_STOOD = Cue(
    r"^\W*(?:(?:the|all|both)\s+)?(?:subjects|participants|volunteers|players|athletes|recruits)\s+(?:then\s+|also\s+)?(?:stood|sat|lay|knelt|squatted|rested|pedall?ed|held|stepped|wore)\b",
)
"""How those who took part in it stood or sat."""
_IN_ALL = Cue(
    r"^\W*(?:(?:in|across|of)\s[^,;:]{3,60},\s+)?there\s+were\s+(?:(?:a\s+total\s+of|in\s+all|altogether)\s+)?\d[\d,]{0,8}\s+(?:\w+\s+)?(?:participants|subjects|volunteers|patients|people|men|women|children)\b(?!\s+(?:left|who\s+(?:still|no\s+longer|had\s+no))\b)",
)
"""How many took part, and who they were."""
_CONTROLS = Cue(r"\b(?:served|acted|were\s+used)\s+as\s+(?:an?\s+|the\s+)?(?:\w+\s+)?controls?\b")
"""Who took part in it: of what they suffered is told to say who they were."""
_AIMED = Cue(
    r"^\W*(?:by\s+\w+ing\b[^,]{3,250}(?:,[^,]{2,120}){0,4},\s+)?(?:this|our|the\s+present)\s+(?:study|research|paper|project|work|trial|thesis)\s+(?:\w+ly\s+|also\s+|therefore\s+)?(?:aims?|aimed|seeks?|sought|explores?|explored|examines?|examined|investigates?|investigated|sets?\s+out|looks?\s+at|looked\s+at|intends?|proposes?|attempts?)\b"
    r"|^\W*in\s+(?:this|our)\s+(?:study|paper|work|project|research|thesis|trial),?\s+(?:we|i)\s+(?:\w+ly\s+|also\s+|will\s+)?(?:explore|examine|investigate|aim|seek|propose|present|describe|ask|test|study|look\s+at|address)\b",
)
"""What it sets out to do, in its own words."""
_NEXT = Cue(
    r"^\W*(?:(?:then|now|next|later|finally),?\s+|[^;:]{3,120}?\b(?:suggest(?:s|ed)|said|says|hopes?|thinks?)\s+(?:that\s+)?)?(?:the\s+)?"
    r"(?:scientists|researchers|investigators|(?:future|further|more|that|this)\s+(?:research|work|stud(?:y|ies)))(?:,?\s+in\s+turn,?)?\s+(?:could|might|may|will|can)\s+(?:(?:then|now|next|also|one\s+day)\s+)?"
    r"(?:help\s+(?:scientists|researchers|doctors|us)\s+)?(?:to\s+)?(?:probe|investigate|study|examine|explore|look\s+(?:at|into)|better\s+understand)\b"
    r"|^\W*(?:(?:understanding|knowing|learning|finding\s+out)\b[^,;:]{3,120}|(?:this|that|these|those|the|their|such)\s+(?:\w+\s+){0,3}?(?:studies|study|findings?|work|results?|research|discover(?:y|ies)|methods?|techniques?|approach))\s+"
    r"(?:could|might|may)\s+(?:one\s+day|some\s?day)\s+(?:help|allow|enable|let)\s+(?:doctors|scientists|researchers|clinicians|physicians|us)\b",
)
"""What may be looked at next, or one day."""

_FOUND = Cue(
    r"\b(?:found|finds?(?!\s+out\b)|show(?:ed|s|n)?|see|saw|seen|less|more|fewer|better|worse|longer|shorter|stronger|weaker|lower(?:ed|ing)?|higher|rais\w+|reduc\w+|improv\w+|increas(?:e[ds]?|ing)|decreas\w+|likely|associat\w+|linked|significant\w*|reveal(?:ed|s)|conclud\w+|lost|gained|grew|ended|stopped|gone|cleared"
    r"|shr[aiu]nk\w*|vanish\w*|disappear\w*|surviv\w+|died|heal(?:s|ed|ing)?|cur(?:e[ds]?|ing)|prevent\w*|revers\w*|protect\w*|harm(?:s|ed|ing)?|kill\w*|damag\w+|boost\w*|reliev\w*|eas(?:e[ds]?|ing)|works?|worked|effective\w*|safe\w*|risky?|toxic|thanks\s+to|no\s+(?:effect|difference|change))\b",
)
"""What came out: with one of these a sentence tells more than how it was done."""
_CAUSED = Cue(r"\b(?:caus(?:e[ds]?|ing)|led\s+to|leads?\s+to|result(?:s|ed|ing)?\s+(?:in|from))\b")

_TURNS = lazily(r";|\b(?:but|however|because|since|although|whereas|which)\b", re.IGNORECASE)
"""What goes on to something else, or to a reason."""
_OF_WHICH = Cue(
    r"\bof\s+which\s+(?:\d+\s+)?(?:were|was)\s+(?:women|men|girls|boys|female|male|children)\b",
)
_FARED = Cue(
    r"\b(?:[a-z]{3,}ier|faster|quicker|slower|calmer|warmer|further|farther|up\s+again|without\s+(?:any\s+)?(?:pain|help|aid)|pain-?free|again)\b"
)
"""How they fared by it."""
_ANSWERED = Cue(r"\b(?:found|showed|cur(?:e[ds]?|ing)|heal(?:s|ed|ing)?|prevent\w*|revers\w*|kill\w*|proven)\b")
_RESULTS = (_FOUND, _CAUSED, told_results.BEFELL, told_results.CHANGED, told_results.BRINGS)


def tells_no_result(text: str) -> bool:
    """Whether a sentence tells how a study was done or what it is to find out, and no word of what came out."""
    text = _OF_WHICH.sub(" ", text)
    if _could_take_part(text):
        return ASSERTS.search(text) is None
    asked, shared, aimed = _NEXT.search(text), _CONTROLS.search(text), _AIMED.search(text)
    found = asked or shared or aimed or _how_done(text)
    if found is None or ASSERTS.search(text) or _TURNS.search(text):
        return False
    if asked:
        told = _CAUSED.search(text) or _ANSWERED.search(text)
        return not told and not _tells_around(text, asked, research=True)
    if shared:
        told = _FOUND.search(text) or _CAUSED.search(text)
        return not told and not _tells_beside_controls(text, shared)
    if any(says.search(text) for says in _RESULTS):
        return False
    return not _tells_around(text, found, research=aimed is not None)


def _tells_around(text: str, found: re.Match[str], *, research: bool) -> bool:
    """Whether a clause in front of those who do it, or any behind, tells of health itself."""
    words = found.group()
    cores = [core.start() for core in _CORE.finditer(words)] if research else []
    commas = [comma.start() for comma in _COMMA.finditer(words)]
    front = words[: max([0, *commas, *cores])]
    return any_tells(front) or tells_beside(text, found.start(), found.end(), research=research)


_COMMA = lazily(r",(?!\d)")
_CORE = lazily(
    r"\b(?:scientists|researchers|investigators|research|work|stud(?:y|ies)|could|might|may)\b", re.IGNORECASE
)
"""Who looks into something, and that they may."""


_ELIGIBLE = Cue(
    r"^\W*(?:(?:only|all|those|any)\s+)?(?:[\w-]+\s+){0,2}?(?:participants|people|adults|patients|women|men|children|subjects|volunteers|those)\s+(?:who|with|aged|without|at)\s[^;:]{3,200}?\s(?:were|was)\s+(?:then\s+|also\s+|not\s+)?(?:included|excluded|eligible|enrolled|left\s+out|recruited|ruled\s+out)\W*$",
)
"""Who could take part, whatever they suffered from."""
_SAYING = lazily(r"\b(?:that|because|since|why|how|as|believ\w+|know|knew|learn\w*|read|told|heard)\s", re.IGNORECASE)


def _could_take_part(text: str) -> bool:
    """Whether a sentence only says who could take part in a study."""
    return _ELIGIBLE.search(text) is not None and _SAYING.search(text) is None


def _how_done(text: str) -> re.Match[str] | None:
    """The words by which a sentence tells what was done, where it sets nothing against a disease."""
    found = next(filter(None, (cue.search(text) for _, cue in _WAYS.likely(text))), None)
    if found is None and (stood := _STOOD.search(text)) is not None and _FARED.search(text) is None:
        found = stood
    return None if found is None or disease_words(text) else found


_WAYS = Cues(
    {
        "done": _DONE,
        "undergone": _UNDERGONE,
        "took part": _TOOK_PART,
        "included": _INCLUDED,
        "took in": _TOOK_IN,
        "analysed": _ANALYSED,
        "at random": _AT_RANDOM,
        "in all": _IN_ALL,
    }
)
"""How it was done, in the order in which it is asked."""


def _tells_beside_controls(text: str, shared: re.Match[str]) -> bool:
    """Whether another clause says more than who took part: "Twelve of the children had a cold, and the others …"."""
    before = text[: shared.start()]
    if _WHO_HAD.match(before):
        return tells_beside(text[shared.start() :], 0, shared.end() - shared.start())
    return tells_beside(text, shared.start(), shared.end())


_WHO_HAD = lazily(
    r"^\W*(?:\w+|\w+-\w+|\d+)\s*(?:\(\d{1,3}\s?%\)\s*)?(?:of\s+(?:the|these|those|them)\s*)?(?:\w+\s+)?"
    r"(?:had|were|was)\b[^.;:]{3,90},\s+and\s+the\s+(?:others?|rest|remaining|other\s+\d+)\b[^.;:,]{0,40}$",
    re.IGNORECASE,
)
"""Who they were who are set against the controls."""
