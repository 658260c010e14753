"""Words by which a sentence goes on about the study of the sentence before it; see `inheritance`."""

from __future__ import annotations

import re

from evidence.claims import study_cues
from evidence.language.patterns import lazily

STUDY = lazily(
    rf"\b{study_cues.STUDY}\b|\b(?:reports?|reviews?|polls?|census|statistics|interviewed|respondents|questionnaires?)\b",
    re.IGNORECASE,
)

IN_OTHER_WORDS = lazily(
    r"\W*(?:in fact|specifically|in particular|in other words|that is|this means|to be precise|put another way"
    r"|(?:for|by|in) comparison|(?:in|by) contrast|of these|of those|among (?:them|these|those)|in total|on average)\b",
    re.IGNORECASE,
)

SHOWS = lazily(
    r"\W*(?:(?:so|thus|therefore|taken together|together|all in all|as such|in addition|also|moreover|furthermore|finally"
    r"|overall),?\s+)?(?:this|it|that|these|they|which|the(?=\s+(?:data|results?|findings?|evidence|analysis)\b))"
    r"(?:\s+(?:data|results?|findings?|numbers|figures|evidence|difference|effect|analysis))?\s+(?:also\s+|clearly\s+|may\s+|might\s+|would\s+|strongly\s+)?"
    r"(?:shows?|showed|suggests?|suggested|indicates?|indicated|demonstrates?|demonstrated|implies|implied|means?|meant|confirms?|confirmed|reveals?|revealed)\b",
    re.IGNORECASE,
)

THEY_SAID = lazily(
    r"\W*(?:(?:also|but|and|so|however|in fact|in the end|in addition|overall|finally|ultimately|instead|again),?\s+)?"
    r"(?:they|he|she|it)\s+(?:also\s+|then\s+|even\s+|further\s+)?"
    r"(?:say|says|said|writes?|wrote|argues?|argued|recommends?|recommended|estimates?|estimated|advises?|advised|warns?|warned|adds?|added|explains?|explained|"
    r"finds?|found|reports?|reported|concludes?|concluded|notes?|noted|states?|stated|observed|shows?|showed|discovered|determined|suggests?|suggested)\b",
    re.IGNORECASE,
)

NO_STUDY = lazily(r"\b(?:placebo|nocebo|side|health|adverse)[ -]effects?\b|\bthe (?:most|more)\b", re.IGNORECASE)
"""Words that sound like talk of a study and are none."""

ANYBODY = lazily(r"(?:women|men|children|babies|infants|mothers|patients|effect|benefit)$", re.IGNORECASE)
"""Words that speak of those who were studied only where something is told of them."""

THE_WORK = lazily(
    r"\b(?:the|this|that|their|his|her|its)\s+(?:(?:same|full|final|large|small|new|original|resulting|evidence|systematic|literature|research|review|case|cohort|clinical)\s+){0,2}"
    r"(?:study|trial|review|report|meta-analysis|paper|survey|guideline|experiment|analysis|authors|researchers|investigators|scientists|team|reviewers|article|book)\b",
    re.IGNORECASE,
)

PEOPLE = lazily(
    r"^\W*(?:the|their|her|his|all|both|half|most of the)\b|\b(?:participants|patients|subjects|volunteers|students|women|men|children|infants|babies|mothers|adults|athletes|players|runners|nurses|veterans|"
    r"people|those|respondents|controls|mice|rats|animals|cases|groups?|arms?|she|he|her|his|they)\b",
    re.IGNORECASE,
)

TOLD = lazily(
    r"\b(?:was|were|had|did|didn['’]t|wasn['’]t|weren['’]t|found|reported|experienced|showed|began|fell|rose|dropped|grew|gained|lost|felt|slept|ate|took|"
    r"received|responded|recovered|improved|increased|decreased|reduced|declined|disappeared|became|scored|performed|lasted|died|developed|achieved|answered)\b",
    re.IGNORECASE,
)

MEASURED = lazily(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|completely|entirely|more|less|fewer|lower|higher|better|worse|longer|shorter|faster|slower|greater|smaller|same|similar|half|twice|no|none|all|both|significant\w*|likely|"
    r"double|third|quarter|difference|after|during|between)\b",
    re.IGNORECASE,
)

STANDS = lazily(r"\b(?:is|are|can|may|might|should|will|must|has|have|does|do)\b", re.IGNORECASE)

NEW_SUBJECT = lazily(
    r"\W*(?:(?:another|other|some|many|several|most|further|additional|previous|earlier|recent|new|newer|separate)\b|(?:a|an|one)\s+(?:\w+\s+){0,3}?(?:study|trial|review|analysis|survey|meta-analysis)\b)",
    re.IGNORECASE,
)

_THESE = lazily(
    r"\b(?:the|these|those|its|their)\s+(?:same\s+|study\s+)?(?:researchers|scientists|experts)\b"
    r"|\bthe evidence(?=\s+(?:showed|suggested|indicated)\b)",
    re.IGNORECASE,
)


def speaks_of_others(text: str) -> bool:
    """Whether a sentence speaks of further studies or of research at large; "the researchers" are those of the study."""
    if study_cues.OTHER_STUDY.search(text):
        return True
    return study_cues.PLURAL_RESEARCH.search(_THESE.sub("they", text)) is not None
