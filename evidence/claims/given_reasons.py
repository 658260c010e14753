"""A fact that somebody gives as a reason for what they do: "Since these tablets can swell ankles, I wear loose socks".

What the writer does needs no source; the fact does (docs/labelling.md, `opinion`: "a fact given as the reason for what
somebody thinks or does"). What only befell the writer is no fact about others.
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, lazily

_WRITER = r"(?:i|we|my|our|me|i['’](?:ve|m|ll|d)|we['’](?:ve|re|ll|d))"
_FACT = r"(?P<{}>[^;:?!]{{8,180}}?)"
_GIVEN = Cue(
    rf"^\W{{0,12}}(?:and\s+|but\s+|so\s+)?(?:since|because|as(?!\s+(?:someone|somebody|an?|the|described|mentioned|usual|always|well|soon|long|far|of|with|for|if|though)\b)|given\s+that|seeing\s+(?:that|as))\s+{_FACT.format('front')},\s+(?:(?:so|then|now|today|these\s+days|usually|always|of\s+course)\s+)?{_WRITER}\b"
    rf"|^\W{{0,12}}(?:[\w’'-]{{1,30}}\s+){{0,3}}?{_WRITER}\b[^;:?!]{{3,140}}?(?:,?\s(?:because|since|given\s+that)|,\sas(?!\s+(?:i|we|my|if|soon|long|well|much|an?|described|mentioned)\b))\s+{_FACT.format('behind')}\W*$"
    rf"|^\W{{0,12}}(?:(?:[\w’'-]{{1,30}}\s+){{0,6}}?(?:once|after|since|when)\s+)?(?:(?:i|we)(?:['’]ve|\s+have|\s+had)?\s+(?:\w+\s+)?(?:learn(?:ed|t)|know|knew|found\s+out|discovered|reali[sz]ed|read|was\s+told)\s+(?:somewhere\s+)?|my\s+(?:\w+\s+)?(?:doctor|gp|physio|physiotherapist|dentist|nurse|pharmacist|midwife|dietitian|trainer|coach|surgeon|oncologist|cardiologist|dermatologist)\s+(?:says|said|told\s+me|tells\s+me|explained|swears|thinks|insists)\s+)that\s+{_FACT.format('learned')}(?:,\s+(?:so|and\s+so|which\s+is\s+why)\s+{_WRITER}\b[^;:]*)?\W*$",
)
_OF_THE_WRITER = lazily(
    r"\b(?:I|we|me|us|myself|he|she|him|her)\b|\b(?:was|were|had|did|didn['’]t|felt|got|became|started|went)\b"
    r"|^\W{0,12}there\b|^\W{0,12}(?:last|this|next|early|late)\s|\bmy\s+\w+\s+(?:hurts?|aches?|is|are|was|were)\b",
    0,
)
"""A fact about the writer or somebody else's day, or one that only points back."""

_POINTS = lazily(r"\W*(?:it|they|this|that)\b", re.IGNORECASE)


def reason(text: str) -> str:
    """The fact, or "" where a sentence gives none."""
    found = _GIVEN.search(text)
    if found is None or (found["front"] and _POINTS.match(found["front"])):
        return ""
    fact = next((part for part in found.groups() if part), "")
    return "" if _OF_THE_WRITER.search(fact) else fact
