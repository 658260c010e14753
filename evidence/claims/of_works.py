"""What is said of a book, a blog or a film rather than of health: its title and author, that it is a good read, what it is.

Such a line needs no source (docs/labelling.md: "where it was published", `opinion`, "one's own plan"), nor does a hope for
studies to come, nor what nobody says. It gives way where a benefit, a harm or a dose stands beside it or something is set
against a disease; only in the title of a work, which is set off and followed by its author, may it say what it likes.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, Cues, lazily

_WORK = r"(?:book|memoir|blog|podcast|site|website|newsletter|documentary|film|channel|column|magazine|cookbook|essay|novel|post|article|talk|lecture|video|series)"
_BY = r",?\s+(?:(?:edited|written)\s+)?by\s+(?:(?:Dr|Prof)\.?\s+)?[A-Z][\w.’'-]*(?:,?\s+(?:and\s+|&\s+|de\s+|van\s+|von\s+)?[A-Z][\w.’'-]*){0,7}(?:,?\s*\(?(?:19|20)\d\d\)?)?\W*"
_TITLE_BY = lazily(
    r"\W*(?:\[[^\[\]\n]{4,200}\](?:\([^()\s]{0,1000}\)|\[[^\[\]\n]{0,40}\])|\*{1,2}[A-Z][^*\n]{4,200}\*{1,2}|_{1,2}[A-Z][^_\n]{4,200}_{1,2}|<(?:i|em|cite)>[^<>\n]{4,200}</(?:i|em|cite)>)"
    + _BY
)
_HEADLINE_BY = lazily(r"\W*(?P<title>[A-Z][^.!?\n]{3,200}?)" + _BY)
_LONG_WORD = re.compile(r"\b[^\W\d_]{4,}")
_MOSTLY = 0.8
"""The share of its longer words that a title writes with a capital [house]."""
_GOOD_READ = Cue(
    rf"\b(?:is|was|are|were|makes?|made|['’]s)\s+(?:\w+ly\s+)?(?:an?\s+|the\s+|one\s+of\s+the\s+)?(?:\w+ly\s+)?(?:good|great|fun|interesting|fascinating|excellent|wonderful|terrific|worthwhile|dense|quick|easy|hard|entertaining|must|best|decent|enjoyable|thoughtful|brilliant|gripping|dry)\s+(?:read|reads|listen|watch|{_WORK}s?)\b",
)
_WHAT_IT_IS = Cue(
    rf"\b(?:is|was|['’]s)\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){{0,3}}?{_WORK}\s+(?:(?:that\s+is\s+)?(?:written|run|hosted|made|edited|published|maintained|kept)\s+by|by\s+(?-i:[A-Z])|about|on|of)\b|^\W*(?:when|while|before|after)\s+reading\s[^,;]{{3,70}},\s+(?:please\s+)?(?:reali[sz]e|remember|keep\s+in\s+mind|note|bear\s+in\s+mind)\b",
)
_OWN_PLAN = Cue(
    r"^\W*(?:(?:so|and|but|here|for\s+now),?\s+)?(?:my|our|the)\s+(?:\w+\s+)?(?:goal|aim|plan|intention|hope|purpose)\s+(?:here\s+|of\s+this\s+\w+\s+|with\s+this\s+\w+\s+|for\s+this\s+\w+\s+)?(?:is|was|has\s+been)\s+(?:simply\s+|just\s+|not\s+)?to\s+"
    r"(?:write|read|synthesi[sz]e|summari[sz]e|explain|share|cover|discuss|explore|show|learn|understand|review|describe|look|collect|compare|present|document|keep\s+track|track|tell)\b",
)
_TO_COME = Cue(
    r"\bhopefully\b[^.;]{0,80}?\b(?:research|studies|trials|science|answers?|data)\b[^.;]{0,30}?\b(?:follow|come|be\s+done|tell|show|catch\s+up|appear|emerge)\w*\b|\bmore\s+research\s+will\s+(?:follow|come|be\s+done)\b",
)
_NOBODY_SAYS = Cue(
    r"\b(?:no\s?one|nobody)(?:\s+is|['’]s)?\s+(?:out\s+there\s+|really\s+|seriously\s+|here\s+)?(?:advocat(?:es|ing)|say(?:s|ing)|claim(?:s|ing)|suggest(?:s|ing)|argu(?:es|ing)|telling\s+you|recommend(?:s|ing))\b",
)


_OF_WORKS = Cues({"good read": _GOOD_READ, "what it is": _WHAT_IT_IS, "own plan": _OWN_PLAN, "to come": _TO_COME})


def is_of_a_work(text: str) -> bool:
    """Whether a sentence is one of these lines and asserts nothing beside."""
    if is_title_by(text):
        return True
    if not _speaks_of_work(text):
        return False
    return not (ASSERTS.search(text) or BENEFIT.search(text) or disease_words(text))


def _speaks_of_work(text: str) -> bool:
    if (denied := _NOBODY_SAYS.search(text)) is not None:  # what nobody says may be a reason or advice
        return _REASON.search(text, 0, denied.start()) is None and ";" not in text
    found = any(cue.search(text) for _, cue in _OF_WORKS.likely(text))
    return found and _REASON.search(_NOT_ONLY.sub(" ", text)) is None


_REASON = lazily(
    r"\b(?:because|since|but|(?:it|he|she)\s+(?:shows?|proves?|found|finds|explains?\s+(?:how|why|that))|(?:is|are)\s+(?:\w+\s+)?(?:bad|safe|unsafe|harmful|dangerous|toxic|poison\w*|healthy|unhealthy|deadly|essential)|cures?|works?\s+(?:for|against)|should|must|avoid)\b",
    re.IGNORECASE,
)
"""What a work shows, a reason, a verdict or advice tells more than what it is."""
_NOT_ONLY = lazily(r"\bnot\s+(?:just|only|merely)\b[^.;:]{0,60}?\bbut\b", re.IGNORECASE)


def is_title_by(text: str) -> bool:
    """Whether a line is only the title of a work, set off or in capitals, with its author: "Fat Luck, by Ada Moor"."""
    if " by " not in text:
        return False
    if _TITLE_BY.fullmatch(text) is not None:
        return True
    found = _HEADLINE_BY.fullmatch(text)
    words = _LONG_WORD.findall(found["title"]) if found else []
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= _MOSTLY * len(words)
