"""Somebody tells of a life: an illness before the product came, how they came by it, who died."""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, any_of, lazily
from evidence.selling.passage import PRODUCT

_FOLK = r"(?:my|our|his|her)\s+(?:[\w'’-]+\s+){0,2}?(?:mother|father|mum|mom|dad|brother|sister|son|daughter|aunt|uncle|cousin|grand\w+|husband|wife|doctor|childhood|partner|friend|founder|cowman|teenager|child|kids?|niece|nephew|\w+['’]s\s+mother|(?-i:[A-Z][a-z]+))"
_LIVES = lazily(
    rf"^\W*as\s+someone\s+who\b|^\W*(?:as\s+a\s+child,?\s+|in\s+\d{{4}},?\s+)?(?:i|we|{_FOLK})(?:['’]s\s+\w+)?\b|^\W*my\s+\w+(?:\s+\w+){{0,2}}\s+(?:put|cost|was|were|had|has|hurt|bled|shook|began|kept|diagnosed|told|said)\b",
    re.I,
)
_BEFORE = any_of(
    r"(?:long\s+)?before\s+(?:(?:i|we|she|he|they)\s+(?:ever\s+)?)(?:heard|founded|began|wrote|started|learned|knew|discovered)",
    rf"before\s+{PRODUCT}\s+(?:existed|came)",
    rf"(?:long|years?|months|decades|ages)\s+before\s+(?:\w+\s+){{1,5}}?{PRODUCT}",
    r"when\s+(?:i|we)\s+began",
    r"before\s+my\s+\w+\s+\w+",
)
_BEGAN = lazily(
    rf"^\W*(?:i|we|she|he|my\s+\w+)\s+(?:first\s+)?(?:joined|began|started|bought|ordered|found|discovered|met|heard\s+of|heard\s+about|tried|downloaded|signed\s+up\s+for|turned\s+to|came\s+across|read\s+about|was\s+given|got)\s+(?:with\s+)?{PRODUCT}\s+(?:when|while|at\s+a\s+time|in\s+the\s+(?:year|month|summer|winter)|shortly\s+after|soon\s+after|right\s+after|after|because)\b",
    re.I,
)
"""How somebody came by the goods, which says nothing of what they did."""
_WAS_GIVEN = lazily(
    rf"^\W*(?:when|while|during|after|back\s+when|the\s+year|at\s+the\s+time|as)\s+(?:\w+\s+){{0,2}}?(?:i|my|we|she|he|our|his|her)\b[^,]{{3,80}},\s*(?:a|an|my|our|the|his|her|somebody|someone|i|we|she|he)\b.{{0,40}}?\b(?:brought|gave|sent|recommended|showed|told|handed|bought|came\s+across|found|read|heard|lent|posted|mentioned|left|had)\b(?:(?!\band\s+(?:i|it|my|now|within|soon)\b).){{0,60}}{PRODUCT}(?!\s+\w+(?:ed|s)\b)",
    re.I,
)
_SURVIVED = any_of(
    r"(?:beat|survived|overcame|recovered\s+from|got\s+over|had)\s+(?:\w+\s+){0,3}?\w+\s+(?:at\s+\w+|in\s+(?:\d{4}|his|her|the\s+\w+)|aged|as\s+a\s+child|twice)\b.{0,20}\b(?:and\s+then|then|and\s+later|before)\b",
    r"(?:had|has)\s+(?:just\s+)?been\s+(?:told|diagnosed)\b.{0,60}\b(?:when|before)\s+(?:he|she|they|i|we)\s+(?:first\s+)?(?:signed|joined|bought|met|found|began|started|came|heard)",
    r"(?:rip|rest\s+in\s+peace)\b|(?:cancer|disease|illness|it|stroke|covid)\s+took\s+(?:him|her|them|my)|(?:died|dead)\s+(?:of|from)|lost\s+(?:his|her|their|my|our)\s+\w+\s+to|(?:could|would)\s+(?:not|never)\s+have\s+(?:joined|used|managed|finished|done|worn|followed|tried|taken|started)|survived|passed\s+away|beat\s+(?:breast\s+)?cancer\s+in",
)
_OUTCOME = any_of(
    r"no\s+longer|stunned|amazed|astonished|off\s+(?:my|her|his|all|the)?\s*\w+s|gone|vanish\w*|history|disappear\w*|cured|cleared|healed|remission|free\s+of|over|ended|improv\w+|better|stopped|faded|never\s+came\s+back|thing\s+of\s+the\s+past|and\s+(?:it|now|have|within|after|since|haven['’]t|(?:she|he|i|they)\s+(?:is|was|are|['’]s|can|could|walks?|sleeps?))|(?:is|was|are|am|['’]s)\s+back|since|again"
)
_TURNED = any_of(
    r"(?:so|much|far|really|a\s+lot|loads|way)\s+(?:much\s+)?(?:well|better|good|great|easier|deeper|lighter|calmer|happier|stronger|younger|clearer|fitter)\s+(?:now|again|these\s+days|at\s+last|every\s+(?:night|day|morning))|(?:like\s+a\s+(?:baby|log|child|teenager|new\s+\w+))",
    rf"(?:since|after|thanks\s+to|because\s+of|with|on|until|from|owe|by|through|without|thank|save|swapped|swap)\b.{{0,40}}\b(?:{PRODUCT}|it|this|these|them|the\s+(?:first|second|third))",
    rf"{PRODUCT}",
    r"(?:no\s+longer|stunned|amazed|astonished|off\s+(?:my|her|his|all|the)?\s*\w+s|gone|vanished|history|disappeared|cured|cleared|healed|remission|free\s+of|over|ended|improved|better|stopped|faded|never\s+came\s+back|thing\s+of\s+the\s+past)",
)

_ORIGIN = Cue(
    r"\b(?:founders?|developers?|creators?|authors?|engineers?|designers?|programmers?|brewers?|farmers?|herbalists?|inventors?|owners?|makers?|grand\w+|mother|father|trainer|brother|sister|aunt|uncle|chemist|who|she|he|we|i|what|doctor|nurse|monk|couple|manager|colleague|driver|packer|neighbour|neighbor|accountant|boss)\b.{0,60}?\b(?:pack|deliver|bottl|draw|answer|found|invent|creat|writ|wrot|cod|launch|set\s+up|establish|design|develop|nam|dream|came\s+up\s+with|(?:start|began|begin)\w*\s+(?:coding|writing|building|making|designing|developing|selling|bottling|brewing))"
    rf"(?:s|ed|ing|e|te|t)?\s+(?:up\s+)?(?:\w+\s+){{0,5}}?{PRODUCT}\b(?!\s+(?:to|for|against|so)\b)"
    rf"|\b(?:named|called|christened)\s+(?:after|for)\s+(?:a|an|the|his|her|my|our|its|[A-Z])\b|\b(?:founders?|developers?|creators?|engineers?|designers?|programmers?|brewers?|inventors?|owners?|grandfather|grandmother|grandparents|great-\w+|ancestors?|monks?)\s+(?:\w+\s+){{0,6}}?(?:start|open|buil[dt]|ma[dk]|began)(?:ed|e|ing)?\s+(?:\w+ing\s+)?(?:\w+\s+){{0,2}}?{PRODUCT}\b",
)
"""How the goods came to be: whoever made them may have been ill."""
_BESIDE = Cue(
    rf"{PRODUCT}\s+(?:\w+\s+)?(?:crashed|froze|broke|arrived|came|fell|was\s+(?:delivered|late)|got\s+lost|ran\s+out|spilled|leaked)\b.{{0,25}}\b(?:while|when|as|during|the\s+(?:day|week|morning))\b"
    rf"|(?:screenshots?|photos?|pictures?|videos?|samples?|brochures?|copy|copies)\s+of\s+{PRODUCT}\b"
    rf"|\b(?:ordered|bought|got|getting|sent|picked\s+up|grabbed|gifted|wrapped|packed|posted|ordering|buying)\s+(?:\w+\s+){{0,3}}?{PRODUCT}\s+(?:for|to)\s+(?:my|our|a|his|her)\b",
)
"""The goods and an illness meet in a sentence without anything to do with each other."""


_HAVING = lazily(
    r"^\W*(?:having|living\s+with|growing\s+up\s+with|as\s+(?:an?|someone|somebody|the\s+\w+)\s+(?:\w+\s+){0,3}?(?:with|of|who))\b.{0,70}\b(?:means|meant|taught|made\s+me\s+(?:read|think|careful|picky)|i\s+(?:always\s+)?(?:read|check|look|know|count|avoid|care|am\s+careful))\b",
    re.I,
)
"""An illness that somebody lives with and that the goods do nothing about."""


def begins_with_somebody(text: str) -> bool:
    """Whether a person or one of the family is what the sentence is about."""
    return _LIVES.match(text) is not None


def tells_a_life(text: str) -> bool:
    """Whether the sentence tells of a life and not of what the product did to it."""
    if _HAVING.match(text) and not _OUTCOME.search(text):
        return True
    if (_BEGAN.match(text) or _WAS_GIVEN.match(text)) and not _OUTCOME.search(text):
        return True
    if _SURVIVED.search(text) or ((_ORIGIN.search(text) or _BESIDE.search(text)) and not _OUTCOME.search(text)):
        return True
    before = _BEFORE.search(text)
    return bool((_LIVES.match(text) or before) and (before or not _TURNED.search(text)))
