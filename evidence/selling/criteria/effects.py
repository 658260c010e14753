"""(i) The statement claims an effect on a specific disease or class of diseases, in any verb, voice or order.

What is said of a product in a sentence with the name of a disease is taken to be meant against it, since figures of
speech have no end ("asthma packs its bags"). How sure that is tells whether the wording is one that we know.
"""

from __future__ import annotations

from evidence.language.patterns import any_of
from evidence.selling.passage import Passage, said

ACTS = any_of(
    r"(?:treat|cure|prevent|heal|reliev|reduc|lower|decreas|fight|combat|alleviat|eas|revers|eliminat|kill|protect|stop|sooth|end|beat|banish|minimi[sz]|shorten|halv|slash"
    r"|quell|tam|slow|halt|suppress|eradicat|clear|calm|correct|fad|dissolv|shrink|shield|guard|repair|undo|improv|melt|destroy|conquer|defeat|dodg|avert|avoid|flush|flatten|spar"
    r"|quieten|quiet|still|control|manag|help|regenerat|remov|remed|bow|loosen|cool|dry|cushion|lift|repel|expel|evict|crush|curb|cut|chas|knock|wip|nip|drain|thicken|untangl|unclog"
    r"|freez|starv|vanish|disappear|mend|smooth|straighten|wan|abat|recede|retreat|surrender|yield|crumbl|budg|diminish|lessen|mitigat|ward|fend|stav|drive|driv|sweep|rid|turn|sav|restor"
    r"|delay|inhibit|neutrali[sz]|resolv|settl|subsid|tackl|target|overcome|outsmart|silenc|sort|switch|bring|brought|take|took|keep|kept|work|put|hold|send|sent|make|made|give|gave|let|go|gone|went"
    r"|lose|lost|recover|regrow|spell|deal|rescue|support|drop|fall|fell|stay)(?:e|es|ed|ing|s|ies|ied|y|ment|ped|ping|ting)?",
    r"relief|remedy|answer|solution|antidote|enemy|weapon|protection|defence|defense|shield|rescue|cure|end|farewell|goodbye|bye",
    r"free|gone|over|history|away|fewer|less|rare|no\s+more|no\s+longer|never|nobody|without|past|remission|asleep|optional|against|for|from",
)
"""Wordings that we know to set something against a disease, or to say that it is over."""


UNKNOWN = "said of"
"""Stands for the wording where it is none that we know."""


def words(passage: Passage) -> str:
    """The wording and the disease, or ""."""
    diseases = [term for term in passage.ills if term.kind == "disease"]
    if not diseases:
        return measure(passage)
    known = list(ACTS.finditer(passage.text))
    before = [match for match in known if match.end() <= diseases[0].start]
    nearest = before[-1] if before else next(iter(known), None)
    return said(nearest.group() if nearest else UNKNOWN, diseases[0])


_DOWN = any_of(
    r"(?:lower|reduc|drop|decreas|slash|cut|bring|brought|normali[sz]|revers|control|correct|tak|took|fall|fell|sink|sank|halv|pull|crash|tam|shrink|trim|regulat|stabili[sz]|balanc|rais|tripl|doubl|boost|increas|improv|push|driv|come|came|comes|go|goes|went|mov|turn|manag|eas|knock)(?:e|es|ed|ing|s|ped|ping|ting|led|n)?",
    r"(?:chip|nibbl|whittl|eat|shav|bit|gnaw|wear|par|work|get|got)(?:e|es|s|ing|ed|ped|ping)?\s+(?:\w+\s+)?(?:away\s+at|into|down|off)|(?:dent|bite|hole|chunk)\s+(?:in|out\s+of)|melts?|dissolv\w+|gone|history|sorted|where\s+(?:it|they)\s+(?:should|ought)|in\s+check|(?:stay|stays|stayed|keep|keeps|kept)\s+(?:\w+\s+)?(?:flat|low|down|level|put)|sweeps?|mops?|scrubs?|clears?|behav\w+|kind\s+to|good\s+for|friend|enemy|hates?|under\s+control|covered|plummet\w*|nosedive\w*|tumbl\w+|slid\w*|climbs?\s+down|better|back\s+to|does\s+for\b.{0,30}\bwhat",
    r"results|numbers|readings|scores|down|under|below|from\s+\d[\d.,/]*\s*(?:%|mg\S*|mmol\S*)?\s+to|by\s+(?:half|a\s+third|\d)|twice|no\s+longer",
)
_HEALTHY = any_of(
    r"healthy|normal(?!i)|already|within|maintain\w*|maintenance|support\w*|promot\w*|contribut\w*|metabolism|even|steady|everyday|stress"
)
_MARKED = any_of(
    r"high|spik(?:e|es|ed|ing)|sky-?high|through\s+the\s+roof|off\s+the\s+(?:chart|scale)s?|out\s+of\s+(?:control|hand)|runaway|too\s+much|bad|stubborn|elevated|raised|diabetics?|hypertensi\w+|from\s+\d+",
    r"\d+\s+over\s+\d+",
)
_NO_DISEASE_OF_ITS_OWN = frozenset(
    {"heart rate", "body temperature", "bmi", "glucose", "bone density", "haemoglobin", "hemoglobin", "ferritin"}
)


def measure(passage: Passage) -> str:
    """A value that tells of a disease is brought to where it ought to be ("lowers cholesterol", 65 FR 1000)."""
    values = [term for term in passage.of_kind("measure") if term.term not in _NO_DISEASE_OF_ITS_OWN]
    if not values:
        return ""
    moved, marked = _DOWN.search(passage.text), _MARKED.search(passage.text)
    if _HEALTHY.search(passage.text) and not marked:
        return ""
    if moved is None and (marked is None or _READS.search(passage.text)):
        return ""
    return said(moved.group() if moved else UNKNOWN, values[0])


_READS = any_of(
    r"(?:measur|record|track|show|display|check|monitor|log|test|read|stor|send|shar|plot|enter|print|view|alarm|beep|warn)\w*"
)
"""What a device does with a value, short of changing it."""
