"""Sentences whose subject is not the product: illnesses, professions, treatments, studies, laws, animals and crops.

In an advertisement every sentence speaks of the product unless it says otherwise. It does where its own subject is
something else and nothing in it ("it", "our capsules", a call to the reader) leads back. The groups are [house].
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, any_of, lazily
from evidence.selling.lexicon import ILL, MEDICAL, PROFESSION, Term, terms
from evidence.selling.passage import PRODUCT

_LED = r"^\W*(?:(?:in|by|since|until|before|after|for|during|around|between|according\s+to)\s+[^,]{2,50},\s*)?(?:(?:the|a|an|some|many|most|few|all|every|each|several|one|two|three|no|only|modern|early|untreated|severe|chronic|acute|regular|small|large|recent|new|old|good|another|\d+)\s+){0,4}"
_SUBJECT = lazily(
    rf"{_LED}(?:{PROFESSION}|stud(?:y|ies)|trials?|reviews?|research(?:ers)?|scientists?|experts?|evidence|guidelines?|laws?|rules|regulations?|regulators?|authorit(?:y|ies)|courts?|governments?|screening|vaccin\w+|surgery|antibiotics|exercise|hand\s?washing|smoking|diagnosis|treatments?"
    r"|patients?|sufferers?|people|adults|women|men|children|parents|families|diabetics|asthmatics|society|charit(?:y|ies)|association|foundation|health\s+services?|nhs|fda|who|cdc|mhra|efsa|ftc|asa)\b",
    re.IGNORECASE,
)
_BACK = any_of(
    rf"{PRODUCT}|it|its|it['’]s|this|these|they|them|their\s+secret|our|ours|we|us|i|my|me|mine|try|order|buy|get\s+yours|now\s+there|thanks\s+to|swear\w*|amazed|astonished|stunned|baffled|hate[sd]?|love[sd]?|don['’]t\s+want\s+you|want\s+you|will\s+tell\s+you|secret|approved?|recommend\w*|trust\w*|choose|prefer\w*"
)
"""Words by which such a sentence comes back to the goods, or praises them though it does not name them."""
_ENDS = any_of(
    r"gone|history|over(?=\s*[.,!;]|$)|no\s+match|no\s+chance|no\s+more|no\s+longer|yesterday|optional|the\s+past|met\s+its|meets\s+its|vanish\w*|disappear\w*|fade[sd]?|melt\w*|eases?|eased|retreat\w*|surrender\w*|recedes?|shrinks?|halved|farewell|goodbye|bye|relieved|thank\w*|cured|healed|reversed|beaten|banished|defeated"
    r"|under\s+control|stops?|(?<!be )stopped|ends?|ended|fewer|fell|falls|drops?|dropped|sinks?|sank|lowered|improves?|improved|rarely|hardly|packs?|leaves?|clears?|cleared|responds?|reduced|reports?|says?|tell|feel|felt|noticed?|experienced?|saw|took|taking|used|using|drank|who\s+(?:use|take|eat|drink|wear)|better|dissolved?|calmed|soothed|prevented"
)
_VERB = lazily(
    r"(?:\s+(?:with|of|in|for|on|at|from|among|during|after)\s+[\w'’-]+(?:\s+[\w'’-]+){0,3}?)?\s+(?:\w+ly\s+|also\s+|often\s+|still\s+|always\s+|never\s+)*(?:is|are|was|were|has|have|had|can|cannot|may|might|must|should|will|would|could|needs?|does|do|did|\w{3,}s|\w{3,}ed)\b",
    re.IGNORECASE,
)
_KEPT = any_of(
    r"(?:bees?|colon(?:y|ies)|hens?|chickens|cows?|goats?|sheep|cattle|herds?|flocks?|horses?|(?<!tea )trees?|vines?|grapevines?|crops?|harvests?|orchards?|roses|hedges?|groves?|seedlings?|elms?)\b[^.!?]{0,60}"
)
"""Animals and crops: their diseases are none of a reader's."""
_TEAM = lazily(
    rf"\b(?:teams?|people|staff|folks?|crew|owners?|founders?|trainers?|makers?|packers?|bosses|boss|compan(?:y|ies)|firm|office|hotline|support|shop|guys|ladies|couple|family|actors?|actress|faces?|voices?|drivers?|nurses?|directors?|ceo|developers?|inventors?|authors?|coach(?:es)?|designers?)\s+(?:at|of|behind|from|in|who\s+(?:make|makes|pack|packs|run|runs|sell|sells|founded))\s+{PRODUCT}\b"
    rf"|\b{PRODUCT}(?:['’]s)?\s+(?:founders?|staff|team|customer\s+service|owners?|makers?|trainers?|ceo|inventors?|headquarters|factory|office|co-?founders?)\b",
    re.IGNORECASE,
)
"""The name of the product stands for those who make it."""
_WITHOUT_IT = lazily(
    rf",?\s*\b(?:with\s+or\s+without|whether\s+or\s+not\s+you\s+(?:use|take|have|buy)|and\s+you\s+do\s+not\s+need|not\s+because\s+of|regardless\s+of|instead\s+of\s+trusting|rather\s+than\s+(?:trusting|relying\s+on))\s+(?:\w+\s+)?{PRODUCT}(?:\s+for\s+(?:it|that|this))?",
    re.IGNORECASE,
)


def of_the_makers(text: str) -> str:
    """The sentence with the name replaced where it stands for those who make the goods, or the goods make no difference."""
    if PRODUCT not in text:
        return text
    text = _TEAM.sub("people", text)
    return _WITHOUT_IT.sub("", text)


def is_their_subject(text: str) -> bool:
    """Whether the sentence speaks of somebody or something else, and nothing leads back to the product."""
    if PRODUCT in text:
        place = text.find(PRODUCT)
        kept = _KEPT.search(text)
        return kept is not None and kept.start() < min(_EARLY, place) and not _ENDS.search(text)
    if _KEPT.search(text[:_EARLY]) or _OF_ITSELF.search(text) or _ELSEWHERE.search(text):
        return True
    if _IS_ILL.search(text) and not _ENDS.search(text):
        return True
    if _BACK.search(text) or _ENDS.search(text):
        return False
    subject = _SUBJECT.match(text)
    if subject is None:
        term = _first(text)
        return term is not None and _VERB.match(text, term.end) is not None
    return _VERB.match(text, subject.end()) is not None or _IS_BARE.match(text, subject.end()) is not None


_EARLY = 30
_OF_ITSELF = Cue(
    r"\b(?:by\s+(?:itself|themselves)|(?:on|of)\s+(?:its|their)\s+own|with\s+(?:rest|time|exercises?|physio\w*|surgery|age|treatment|antibiotics|medical\s+care))\b",
)
"""What an illness does without the goods."""
_ELSEWHERE = Cue(
    r"\b(?:(?:next|last|this)\s+(?:week|month|time|episode|issue)[’'s]*\b[^.!?]{0,40}\b(?:talk|guests?|episode|speak|interview|cover|discuss|tell)|(?:episode|documentar(?:y|ies)|novels?|films?|movies?|operas?|paintings?|series|lectures?|exhibition|history|stor(?:y|ies)|books?|magazines?|articles?|posts?)\s+(?:on|about|of)\s+(?:how\s+)?(?:the\s+)?(?:history|living|life|people|a\s+(?:man|woman|family|doctor)|medicine|plagues?|epidemics?|discovery)|how\s+[\w\s]{3,30}\s+(?:shaped|changed\s+(?:the\s+)?(?:world|history|art|music|opera|medicine)|was\s+(?:discovered|named|beaten\s+in)|got\s+its\s+name)|also\s+(?:viewed|bought|read|watched)|in\s+other\s+news)\b",
)
"""What is told of elsewhere: episodes, books, history."""
_IS_ILL = Cue(
    r"\b(?:owner|founder|boss|colleague|guest|listener|host|presenter|baker|packer|driver|manager|chemist|neighbour|designer|farmer|photographer|model|actor|singer|player|author|editor|(?:my|our|his|her)\s+(?:\w+\s+)?(?:dad|mum|mom|mother|father|wife|husband|sister|brother|son|daughter|aunt|uncle|gran\w*|friend|partner|\w+['’]s\s+\w+))\s+(?:\w+\s+)?(?:was\s+(?:being\s+)?(?:treated\s+for|diagnosed)|(?:is|was)\s+(?:recovering|off\s+sick|in\s+hospital)|had\s+(?:an?|the)\s+(?:\w+\s+)?(?:stroke|heart\s+attack|operation|fall|accident|transplant)|died|survived|passed\s+away|fell\s+ill|caught)\b"
    r"|\b(?:our|their|the|its)\s+(?:\w+\s+)?(?:\w{2,}(?:er|or|ist|ian|man|woman)|cook|boss|nurse|guide|artist)\s+(?:has\s+had|has|had|lives\s+with|suffers\s+from|suffered)\s+(?:an?\s+)?\w+",
)
"""Somebody is or was ill, for reasons of the story."""
_IS_BARE = lazily(
    r"(?:\s+(?:with|of|in|for|on|at|from|among|during|after)\s+[\w'’-]+(?:\s+[\w'’-]+){0,3}?)?\s+(?:\w+ly\s+|also\s+|often\s+|still\s+|always\s+)*(?:treat|test|look|ask|check|know|believe|think|see|help|prescribe|diagnose|get|live|suffer|find|show|suggest|need|use|affect|cause|protect|prevent|remain|offer|say|come)\b",
    re.IGNORECASE,
)


def _first(text: str) -> Term | None:
    """The ill, drug or treatment that the sentence begins with, if it begins with one."""
    led = _LEADS.match(text)
    begins = led.end() if led else 0
    found = next((term for term in terms(text) if term.start >= begins), None)
    if found is None or found.kind not in (*ILL, *MEDICAL, "natural", "measure", "germ") or found.start > begins:
        return None
    return found


_LEADS = lazily(_LED, re.IGNORECASE)
