"""Cues of facts that may sound like a benefit or a harm and often are none: what goes on in cells and glands, how many
have something, how a substance fares in the body, what the law says, what happened when.

Each is one sign among others for the weights on benefit, harm and advice (`benefit_chance`), and one more where the
sentence holds no word of good or harm, which is what tells. Source: docs/labelling.md ("how it works in cells and
receptors; what it contains", "what happened in history" are none).
"""

from __future__ import annotations

from evidence.language.patterns import Cues, any_of

GOOD_OR_HARM = any_of(
    r"helps?",
    r"prevent\w*",
    r"improv\w+",
    r"reduc\w+",
    r"protect\w*",
    r"benefi\w+",
    r"boost\w*",
    r"support\w*",
    r"promot\w+",
    r"treat\w*",
    r"reliev\w+",
    r"eas(?:e|es|ing)",
    r"lower\w*",
    r"essential",
    r"important",
    r"should",
    r"avoid",
    r"need",
    r"good\s+for",
    r"health(?:y|ier|iest)?",
    r"risk",
    r"harm\w*",
    r"caus\w+",
    r"lead\w*",
    r"increas\w+",
)
"""A word of good, of harm or of what ought to be."""

FACTS = Cues(
    {
        "fact approval": any_of(r"fda", r"approved", r"regulat\w+", r"licen[cs]ed", r"legal", r"laws?", r"government"),
        "fact content": any_of(
            r"(?:is|are|can\s+be|be)\s+(?:\w+\s+)?found\s+in",
            r"(?:rich|high|low|abundant)\s+in",
            r"(?:good|great|excellent|rich|best|main|natural|common)\s+(?:dietary\s+)?sources?\s+(?:of|for|are|include)",
            r"contain(?:s|ing)?",
            r"provides?",
            r"(?:loaded|packed)\s+with",
            r"full\s+of",
            r"sources?\s+(?:include|are)",
        ),
        "fact date": any_of(r"(?:1[5-9]|20)\d\d", r"centur(?:y|ies)", r"ancient", r"traditional(?:ly)?"),
        "fact denial": any_of(r"(?:does|do|did|is|are|was)(?:n[’']t|\s+not)"),
        "fact fate": any_of(r"half-life", r"peaks?", r"metaboli[sz]\w+", r"absor\w+", r"excret\w+", r"enters?"),
        "fact feeling": any_of(r"feels?", r"feeling"),
        "fact happening": any_of(r"occurs?", r"develops?", r"happens?", r"arises?", r"appears?"),
        "fact meaning": any_of(
            r"called", r"known\s+as", r"terms?", r"defined", r"refers?\s+to", r"means?", r"stands\s+for"
        ),
        "fact of studies": any_of(r"studied", r"studies", r"research", r"researchers", r"evidence", r"trials?"),
        "fact share": any_of(
            r"\d[\d.,]{0,12}\s*(?:percent|per\s+cent|million|thousand)",
            r"one\s+in",
            r"\d+\s+in\s+\d+",
            r"out\s+of",
            r"most",
            r"many",
            r"common(?:ly)?",
            r"prevalence",
            r"affects?",
            r"rare",
        ),
        "fact symptom": any_of(r"symptoms?", r"signs?"),
        "fact within": any_of(
            r"brain",
            r"hormones?",
            r"cells?",
            r"nerves?",
            r"receptors?",
            r"enzymes?",
            r"neurotransmitters?",
            r"cortisol",
            r"insulin",
            r"dopamine",
            r"serotonin",
            r"melatonin",
        ),
    }
)


def signs(text: str) -> dict[str, float]:
    """The facts that a sentence tells, each named once more where nothing speaks of good or harm."""
    found = FACTS.found(text)
    if GOOD_OR_HARM.search(text):
        return {**dict.fromkeys(found, 1.0), "good or harm": 1.0}
    return dict.fromkeys([*found, *(f"mere {name}" for name in found)], 1.0)
