"""Lead-ins that only announce what stands behind their colon: "Pain in the heel often comes from:", "you know the feeling:".

"A lead-in is a claim where it says something of its own before the colon, and none where it only announces"
(docs/labelling.md, `lead-in`, `list`); what it leads in is asked about item by item. It gives way where it asserts a
benefit, a harm or a dose, or tells what something does: "Garlic kills the worms that come from:". Used by `empty_lines`.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.language.patterns import lazily

_COLON = r"\s*:[\s*_]*$"
_COMES_FROM = lazily(
    rf"^\W*(?:(?:but|so|and|yet),?\s+)?(?:[\w’'()-]+\s+){{1,7}}?(?:(?:\w+ly|often|always|sometimes|can|may|also|usually)\s+){{0,2}}(?:originates?|comes?|stems?|arises?)\s+from{_COLON}",
    re.IGNORECASE,
)
"""Where something comes from, told behind."""
_KNOWN_TO_YOU = lazily(
    rf"^\W*(?:(?:if|when)\s+(?!you\s+(?:must|should|ought|need\s+to|have\s+to)\b)(?:you|your|nothing|anybody|anyone|somebody|someone|he|she|they|symptoms|(?:the|your)\s+pain)\b(?:(?!\s(?:that|why|how|because|since|which|as)\s)[^,;:]){{2,120}},\s+)?(?:(?:then|so)\s+)?(?:you(?:\s+probably)?\s+know\s+(?:the|this|that)\s+(?:\w+\s+)?(?:cycle|feeling|drill|story|routine|pattern|scene)|it\s+(?:may|might|could)\s+be\s+time\s+to\s+(?:ask|wonder|check)(?:\s+yourself)?|(?:try\s+to\s+)?ask\s+yourself){_COLON}",
    re.IGNORECASE,
)
"""A word to the reader."""
_THERE_ARE = lazily(
    rf"^\W*(?:(?:to|for|in\s+order\s+to)\s[^,;:]{{3,120}},\s+)?(?:there\s+are|here\s+are)\s+(?:(?:a\s+few|a\s+number\s+of|some|several|many|three|four|five|\d+|the|important|simple|key|useful)\s+){{1,3}}(?:tips|things|points|questions|steps|ideas|rules|suggestions|aspects|recommendations)"
    rf"(?:\s+(?:that|which)?\s*(?:\w+\s+){{1,4}}?(?:should|can|could|may|might|must|need\s+to|needs\s+to)\s+(?:\w+\s+){{0,2}}?(?:account|consideration|mind|consider|remember|know|follow|try|ask|keep\s+in\s+mind)|\s+to\s+(?:consider|remember|know|keep\s+in\s+mind|think\s+about|try))?{_COLON}",
    re.IGNORECASE,
)
"""That tips come, whatever they are for."""
_LOOKED_AT = lazily(
    rf"^\W*(?:we|i|they|the\s+(?:team|researchers|authors|scientists))\s+(?:(?:have|has|also|then|further)\s+){{0,2}}(?:looked\s+(?:at|into)|investigated|examined|studied|tested|compared|asked\s+about|measured)\b(?:(?!\s(?:that|why|how|because|since|which|whether|if)\s)[^.;:]){{0,100}}?(?:\s+(?:using|with|of|from|in|at|for|on|whether|how))?{_COLON}",
    re.IGNORECASE,
)
"""What was looked at."""
_CONFIRMS = lazily(
    rf"^\W*(?:(?:recent|new|modern|the|this|current)\s+)*(?:\w+\s+)?(?:research|science|stud(?:y|ies)|evidence|data|findings?)\s+(?:now\s+|also\s+)?(?:confirms?|shows?|tells?\s+us|backs\s+up|bears\s+out)\s+what\s+(?:\w+\s+){{1,5}}?(?:suspected|known|thought|said|believed|felt|guessed|suspects?|knows?){_COLON}",
    re.IGNORECASE,
)
"""That research says something, told behind."""
_OF_WHOM = lazily(
    rf"^\W*(?:\w+ly,\s+)?[^.;:]{{3,120}}?\b(?:(?:in|for)\s+(?:the\s+case\s+of\s+)?|when\s+it\s+comes\s+to\s+)(?:people|patients|those|persons|children|adults|women|men)\s+(?:that|who|with){_COLON}",
    re.IGNORECASE,
)
"""Of whom the items tell."""
_HARDER = lazily(
    r"\b(?:difficult|hard(?:er)?|tricky|challenging|demanding|tiring|common|usual|typical)\b", re.IGNORECASE
)
_TELLS = lazily(
    r"\b(?:because|since|which|but|works?|safe|unsafe|danger\w*|toxic|poison(?:s|ed|ous)?|deadly|good|bad|best|recommended|should\s+(?:not|never)|avoid|must|never|stop|against|kill\w*|cur(?:e|ed|es|ing|able)|treat\w*|effect\w*|fatal|autism|vaccin\w*)\b|\d",
    re.IGNORECASE,
)
"""What makes more than an announcement of it."""


def only_announces(text: str) -> bool:
    """Whether a lead-in announces what stands behind it, and no more."""
    if not text.rstrip(" \n*_").endswith(":"):
        return False
    plain = any(cue.match(text) for cue in (_COMES_FROM, _KNOWN_TO_YOU, _THERE_ARE, _LOOKED_AT, _CONFIRMS))
    if not plain and not (_OF_WHOM.match(text) and _HARDER.search(text)):
        return False
    return not any(cue.search(text) for cue in (ASSERTS, BENEFIT, _TELLS))
