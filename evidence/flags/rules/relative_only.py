"""A relative effect ("halves the risk", "30 % fewer") stands without the absolute numbers.

Standard: HealthNewsReview 2, CDC Clear Communication Index; standards.md B. Only with a source, as A3.7 asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from evidence.flags.findings import Findings, raised
from evidence.language.patterns import Cue, lazily
from evidence.values import Flag

CODE = "relative-only"

_RELATIVE = Cue(
    r"\b(?:halve[sd]?|doubl(?:e[sd]?|ing)|tripl(?:e[sd]?|ing)|twice|(?:two|three|four|five|ten|\d+)-?\s?fold|(?:two|three|four|five|\d+)\s+times)\b[^.]{0,60}?\b(?:risk|rate|odds|chances?|likel\w+|incidence|as\s+(?:many|likely|much))\b"
    r"|\b\d[\d.]{0,12}\s*(?:%|per\s?cent)\s+(?:\w+\s+)?(?:lower|higher|less|more|fewer|greater|reduc\w+|increas\w+|decreas\w+|drop|decline|risk)\b"
    r"|\b(?:reduc\w+|lower\w*|cut\w*|decreas\w+|increas\w+|rais\w+|drop\w*|fell|rose)\b[^.]{0,60}?\bby\s+(?:\w+\s+){0,3}?\d[\d.]{0,12}\s*(?:%|per\s?cent)"
    r"|\bhalv(?:es|ed|ing)\b(?!\s+of\b)|\bin\s+half\b|\bby\s+(?:(?:about|around|almost|nearly|roughly|over|more\s+than|up\s+to|as\s+much\s+as)\s+)?(?:half\b|(?:an?|one|two|three|four)[\s-](?:half|third|quarter|fourth|fifth|sixth|tenth)s?\b)"
    r"|\b(?:an?|one|two|three)[\s-](?:third|quarter|fourth|fifth|tenth)s?\s+(?:lower|higher|less|more|fewer|greater)\b"
    r"|\b(?:half|twice|(?:two|three|four|five|ten|\d+)\s+times)\s+(?:as|more|less)\s+(?:likely|many|much|common|often)\b|\bhalf\s+the\s+(?:risk|rate|odds|chances?)\b",
)
_ABSOLUTE = lazily(
    r"\bfrom\s+\d[\d.]{0,12}\s*(?:%|per\s?cent)?\s+to\s+\d|\b\d[\d,]{0,12}\s+(?:in|out\s+of|of|per)\s+(?:every\s+)?\d|\bpercentage\s+points?\b"
    r"|\d\s*(?:%|per\s?cent)[^.]*\b(?:versus|vs|compared\s+(?:with|to)|against)\b[^.]*\d",
    re.IGNORECASE,
)


def check(findings: Findings) -> Iterator[Flag]:
    for sentence, _ in findings.rows:
        words = _RELATIVE.search(sentence.text)
        if words and findings.judged_by(sentence.index) and not _ABSOLUTE.search(sentence.text):
            yield raised(CODE, sentence=sentence.index, facts=[("words", words.group())])
