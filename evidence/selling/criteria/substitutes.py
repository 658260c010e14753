"""(vi) The product is offered as a substitute for a therapy against a disease."""

from __future__ import annotations

import re

from evidence.language.patterns import any_of, lazily
from evidence.selling.passage import Passage, nearest, said

_INSTEAD = any_of(
    r"instead(?:\s+of)?|in\s+place\s+of|rather\s+than|alternatives?\s+to|substitutes?\s+for|replac(?:e|es|ed|ing|ement)|tak(?:e|es|ing)\s+(?:the\s+place|over)|took\s+(?:the\s+place|over)|"
    r"(?:put|lay|leave|left|set|throw|threw|thrown|toss|tossed|chuck|chucked|tear|tore|torn|rip|ripped|burn|burned|burnt|flush|flushed|walk|walked)\s+(?:\w+\s+){0,4}?(?:down|aside|away|out|up|at\s+home|in\s+the|behind)|(?:left|leave)\b",
    r"(?:skip|swap|swapped|drop|dropped|ditch|ditched|cancel|cancelled|canceled|forget|quit|quitting|trade|traded|retire|bin|binned|dump|lose)",
    r"(?:spare|spares|spared|save|saves|saved)\s+(?:you|us|me|yourself|yourselves|them|your|my|\w+)",
    r"(?:keeps?|kept|got|gets?|get|came|come|comes|took|takes?|taken|went|go|wean\w*)\s+(?:\w+\s+)?off",
    r"off\s+(?:(?:my|her|his|all|the)\s+)?\w+(?:\s+\w+)?\s+(?:since|for|after|within|in)\b",
    r"(?:no|not|never|(?:ca|wo|do|does|did|is|are|would|could|should|has|have|had)n['’]t|without)\s+(?:\w+\s+){0,2}?(?:need|needed|want|more|longer|the)",
    r"unnecessary|superfluous|redundant|obsolete|needless|makes?\s+\w+\s+useless|away\s+with",
    r"(?:does|do|did|gives?)\s+(?:you\s+)?(?:what|the\s+(?:work|job)|more\s+than|as\s+much)",
    r"(?:as|so)\s+(?:good|well|effective|strong|much|powerful)\s+as|as\s+much",
    r"(?:beats?|outdoes|outperforms?|better\s+than|stronger\s+than|cheaper|kinder|tastier|over|than|above)",
    r"like\b.{0,30}\bonly|works?\s+(?:just\s+)?like|(?:stands?|stood|fills?|steps?)\s+in\s+for|(?:does|do)\s+away\s+with|(?:out\s+of|past|beyond)\s+(?:my|her|his|the|your)\b|(?:tells?|told)\s+me\s+to\s+stop|(?:hang|hung)\s+up",
    r"(?:why|who)\s+(?:\w+\s+)?(?:pay|take|need|needs|bother|suffer|reach|use|swallow|buy|choose|go|rely|resort|turn|depend|inject|let|keep|book|accept|endure)|hold\s+off|minus|all\s+the\s+medicine|is\s+(?:our|my|your)\b|first\b|or\b|i\s+prescribe|used\s+instead|works?\s+when",
    r"used\s+to\s+(?:be\s+on|take|need|rely|swallow|depend|live\s+on)|(?:and|but)\s+now\s+(?:only\s+)?(?:needs?|rely|relies|take|takes|use|uses|drink|drinks|swear)|once\s+(?:took|needed|relied)",
    r"before\s+you\s+(?:try|take|reach)|prefer\w*\s+(?:\w+\s+){0,3}?(?:to|over)|choose|chose|switch(?:ed)?|say\s+no\s+to|give\s+up|gave\s+up|cut\s+out|another\s+round|makes?",
)
_BY_EXPERTS = any_of(r"prefer\w*|choose|chose|recommend\w*|trust\w*|love[sd]?")
_AT_A_PLACE = lazily(
    r"\b(?<!\bme\s)(?<!\byou\s)(?<!\bus\s)(?<!\bher\s)(?<!\bhim\s)(?:in|at|from|by)\s+(?:most\s+|many\s+|\d+\s+)?$",
    re.IGNORECASE,
)
"""Before "hospitals" or "therapists" these tell where the goods are used."""
_HARMLESS = any_of(r"available|pharmac\w+|prescription-free|no\s+prescription\s+needed")


def words(passage: Passage) -> str:
    """The words of replacing and the therapy that is replaced, or ""."""
    found = [term for term in passage.medical if not _AT_A_PLACE.search(passage.text[: term.start])]
    instead = _INSTEAD.search(passage.text)
    if not found or instead is None or _HARMLESS.search(passage.text):
        return _without(passage)
    if _BY_EXPERTS.search(passage.text) and all(term.end <= instead.start() for term in found):
        return ""
    return said(instead.group(), nearest(found, instead.start()))


_NEEDLESS = any_of(
    r"all\s+the\s+medicine\s+you\s+(?:will\s+)?(?:ever\s+)?need",
    r"(?:off|without)\s+(?:my|your|her|his|their|all|any)\s+(?:meds|medicines?|medication|drugs|tablets|pills|prescriptions?)",
    r"without\s+a\s+prescription",
    r"(?:doctor|gp|cardiologist|rheumatologist|neurologist|psychiatrist|consultant|specialist|physician|nurse|\w+ologist)\s+(?:\w+\s+)?(?:halved|cut|reduced|lowered|stopped|dropped|tapered|cancelled|took\s+(?:me|him|her|mum|dad)\s+off|threw\s+out|scaled\s+back)\s+(?:\w+\s+)?(?:my|his|her|the|most\s+of\s+my)?\s*(?:tablets|pills|dose|doses|medication|meds|medicines?|prescriptions?|insulin|injections?|drugs)",
)


def _without(passage: Passage) -> str:
    needless = _NEEDLESS.search(passage.text) or _PARTED.search(passage.text)
    return needless.group() if needless else ""


_AID = r"(?:inhalers?|puffers?|epi-?pens?|cpap(?:\s+machine)?|wheelchairs?|walkers?|walking\s+(?:sticks?|frames?)|canes?|crutches|hearing\s+aids?|oxygen\s+tanks?|insulin\s+pumps?|knee\s+braces?|nebuli[sz]ers?|dialysis|pill\s+(?:box|organi[sz]er)|patches|meds|medication|tablets|pills|prescriptions?|injections?|surgery|operation|statins?|antibiotics|steroids?)"
_PARTED = any_of(
    rf"(?:retired|hung\s+up|put\s+away|given\s+away|gave\s+away|sold|binned|tossed|lost|forgot\w*|dusty|gathers?\s+dust|gathering\s+dust|no\s+longer\s+(?:need|use|carry|own)|haven['’]t\s+(?:used|touched|needed)|have\s+not\s+(?:used|touched|needed)|(?:stays?|sits?|lies)\s+in\s+(?:the|a|my)\s+(?:drawer|cupboard|attic)|unused)\s+(?:\w+\s+)?(?:my|her|his|the|their|our|an?)\s+(?:\w+\s+)?{_AID}",
    rf"(?:my|her|his|the|their)\s+(?:\w+\s+)?{_AID}\s+(?:(?:has|have|is|are|now|been|was|were)\s+)*(?:gather\w*\s+dust|in\s+(?:the|a)\s+(?:drawer|bin|attic|cupboard)|unused|retired|for\s+sale|history|gone|a\s+thing\s+of\s+the\s+past|stays?\s+in|lies|sits)",
    rf"(?:and|so|then)\b.{{0,60}}\b(?:no|without)\s+(?:\w+\s+)?{_AID}(?=\s*[.!,;]|$)",
)
"""Somebody parts with what helped in an illness ("I have retired my inhaler")."""
