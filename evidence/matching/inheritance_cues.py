"""Words by which a sentence goes on about the study of the sentence before it; see `inheritance`."""

from __future__ import annotations

import re

from evidence.claims import study_cues
from evidence.language.patterns import Cue, lazily

STUDY = Cue(
    rf"\b{study_cues.STUDY}\b|\b(?:reports?|reviews?|polls?|census|statistics|interviewed|respondents|questionnaires?|et\s+al|and\s+(?:his|her|their|\w+)?\s?colleagues|data\s?sets?|findings"
    r"|(?:article|published|paper|letter)\s+(?:in|by)|participants|researchers|scientists|randomi[sz]ed|placebo|double[- ]blind|n\s?=\s?\d+)\b",
)

IN_OTHER_WORDS = lazily(
    r"\W*(?:rather(?=,)|instead(?=,)|meaning(?=,)|in fact|specifically|in particular|in other words|that is(?=,| to say)|this means|to be precise|put another way"
    r"|basically|essentially|in short|in sum|to sum up|simply put|put simply|in plain (?:english|terms|words)|translated|translation"
    r"|(?:for|by|in) comparison|(?:in|by) contrast|of these|of those|among (?:them|these|those)|in total|on average)\b",
    re.IGNORECASE,
)

SHOWS = lazily(
    r"\W*(?:(?:so|thus|therefore|taken together|together|all in all|as such|in addition|also|moreover|furthermore|finally"
    r"|overall),?\s+)?(?:this|it|that|these|they|which|the(?=\s+(?:data|results?|findings?|evidence|analysis|tests?|work)\b))"
    r"(?:\s+(?:data|results?|findings?|numbers|figures|evidence|difference|effect|analysis|tests?|work))?\s+(?:also\s+|clearly\s+|may\s+|might\s+|would\s+|strongly\s+)?"
    r"(?:shows?|showed|suggests?|suggested|indicates?|indicated|demonstrates?|demonstrated|implies|implied|means?|meant|confirms?|confirmed|reveals?|revealed|helps?\s+(?:to\s+)?explain|explains?|explained|accounts?\s+for|points?\s+to|pointed\s+to|"
    r"proves?|proved|(?:provides?|provided|offers?|offered|gives?|gave)\s+(?:\w+\s+){0,2}?evidence|underlines?|underscores?|hints?\s+(?:at|that)|translates?\s+(?:in)?to|amounts?\s+to|corresponds?\s+to|challenges?|came\s+(?:out\s+)?to|worked\s+out"
    r"|contradicts?|conflicts?|agrees?|agreed|echoes|echoed|matches|matched|differs?|differed)\b",
    re.IGNORECASE,
)

_FIRST = r"\W*(?:(?:so|but|and|yet|however|overall|in addition|also|finally|moreover|furthermore|thus),?\s+)?"

CONCLUSION = lazily(
    rf"{_FIRST}(?:the|their|its|his|her)\s+(?:(?:main|overall|final|key|chief|general|basic|obvious|clear|most \w+|single|biggest|surprising)\s+){{0,2}}"
    r"(?:conclusions?|verdict|upshot|take-?away|take-?home message|bottom line|findings?|message|results?|answer|lesson)\s*"
    r"(?::|,?\s(?:is|was|were|are|that|seems?|from (?:this|that|the|these))\b)"
    rf"|{_FIRST}what\s+(?:(?:is|was|'s)\s+)?(?:this|that|it|these|they|the\s+(?:study|trial|review|authors|researchers|scientists|results?|findings?|data))\s+(?:\w+\s+){{0,3}}?"
    r"(?:mean|show|find|found|suggest|tell|saw|see|conclude|reveal|indicate|demonstrate|prove)\w*"
    rf"|{_FIRST}(?:what\s+(?:is|was)|even)?\s*more\s+(?:interesting|striking|surprising|important|worrying|impressive)(?:ly)?\s*(?:is|was|still|,|:)"
    rf"|{_FIRST}(?:please\s+)?(?:note|mind|bear\s+in\s+mind|keep\s+in\s+mind|remember),?\s+(?:that\s+|however,?\s+|though,?\s+){{0,3}}[*_]{{0,2}}(?:this|these|those|the\s+(?:study|results?|trial|effects?|review))\b",
    re.IGNORECASE,
)
"""What a study comes to: "The upshot is", "What this means is", "More interesting still", "Note that this"."""

ITS_PEOPLE = lazily(
    r"\b(?:(?:lead|senior|first|co-?|study|principal|corresponding)[- ]?(?:author|investigator|researcher)s?|study\s+leader)\b"
    r"|\b(?:its|their|the)\s+(?:own\s+)?authors?\b|\bauthors?\s+themselves\b",
    re.IGNORECASE,
)
"""Those who made the study, as far as the sentence after it: "Lead author Dr Lee says", "as its authors admit"."""

_TRIALS = r"(?:trials?|studies|study|papers?|experiments|reviews|articles|cohorts|rcts|records|publications|reports)"
_COUNT = r"(?:all|both|most|none|half|some|many|several|only|just|few|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|each|neither|nearly|almost|about|over|more|fewer|than|\d{1,3}%?|percent|a|third|quarter|majority)"
PARTS = lazily(
    rf"{_FIRST}(?:(?:in|of|across|among)\s+)?(?:{_COUNT}\s+){{0,4}}of\s+(?:the|these|those|its|them)\b(?:\s+[\w-]+){{0,3}}?(?:\s+{_TRIALS}\b|\s+(?:found|had|were|was|showed|reported|did)\b)"
    rf"|{_FIRST}(?:in\s+)?(?:the|these|those)\s+(?:(?:included|eligible|remaining|other|pooled|first|second|smaller|larger|better|best|\w+)\s+){{0,2}}{_TRIALS}\b"
    rf"|{_FIRST}(?:all|both|only|just)\s+(?:of\s+)?(?:the\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{{1,3}})\s+(?:[\w-]+\s+){{0,2}}?{_TRIALS}\b"
    rf"|{_FIRST}(?:most|some|many|several|few|no|none|not\s+one|not\s+a\s+single|two|three|four|five|six|seven|eight|nine|ten|\d{{1,3}})\s+(?:[\w-]+\s+){{0,2}}?{_TRIALS}\s+(?:\w+\s+)?"
    r"(?:was|were|had|did|found|showed|reported|described|measured|looked|compared|tested|followed|lasted|used|included|met|enrolled|examined|reached|saw|suggested|gave)\b",
    re.IGNORECASE,
)
"""Parts of what a review looked at: "Nine of the 14 trials", "All nine trials of the second group", "No trial described"."""

EVIDENCE_WAS = lazily(
    rf"{_FIRST}(?:(?:the|some|little|no|limited|weak|strong|low|moderate|high|very|good|better|poor|quality|certainty|clear|[\w-]+-(?:quality|certainty))\s+){{0,4}}(?:evidence|research|data|literature)\s+"
    r"(?:(?:for|on|about|of|in|from)\s+(?:[\w-]+\s+){1,5}?)?(?:was|were|suggested|showed|indicated|supported|did|described|found|pointed|came|existed)\b"
    rf"|{_FIRST}there\s+was\s+(?:also\s+)?(?:[\w-]+\s+){{0,3}}?evidence\b|\bthe\s+pooled\b",
    re.IGNORECASE,
)
"""What a review found of the evidence, in the past tense."""

REVIEWS = Cue(
    r"\b(?:reviews?|reviewed|meta-?analys[ei]s|overview|umbrella|pooled|reviewers|evidence report|guidelines?)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})\s+(?:\w+\s+){0,3}?(?:trials|studies|rcts|papers)\b",
)

COUNTS_ON = lazily(
    r"\W*(?:in addition|additionally|finally|lastly|furthermore|moreover|second(?:ly)?|third(?:ly)?|similarly|likewise),\s",
    re.IGNORECASE,
)
"""Further findings of a review, one after the other."""

CONSEQUENCE = lazily(r"\W*(?:as a result|consequently|in turn|by extension|this way|that way)\b", re.IGNORECASE)
ADVICE = lazily(
    r"\b(?:should|must|ought|recommend|avoid|try|please|i|my|me)\b"
    r"|\b(?:you|we)(?:['’](?:ll|d|ve|re)|\s+(?:can|could|may|might|need|want|will|would|have\s+to|all|now|think|believe|are\s+(?:better|able)))\b",
    re.IGNORECASE,
)
"""What follows from a finding in the words of its source, and what an author makes of it."""

A_CASE = lazily(
    r"\b(?:a|an|one)\s+(?:[\w-]+\s+){0,4}?(?:woman|man|girl|boy|patient|child|infant|baby|mother|father|teenager|person|case|nurse|athlete|runner)\b",
    re.IGNORECASE,
)
OF_THE_CASE = lazily(
    r"\W*(?:(?:and|but|so|then|later|after\s+\w+\s+\w+),?\s+)?(?:she|he|her|his|(?:the|this)\s+(?:woman|man|girl|boy|patient|child|infant|baby|mother|father|teenager|nurse|athlete|runner)(?:['’]s)?)\b",
    re.IGNORECASE,
)
"""One person whom a source tells of, and how the next sentence speaks of them: "a woman was found", "her condition"."""

COMPARES = lazily(
    r"\W*(?:this|these|it|they|the\s+(?:results?|findings?|authors|study|trial|data))\b[^.;]{0,80}?\b(?:contradict|confirm|agree|echo|match|support|conflict|contrast|disagree|consistent|"
    r"in\s+line|in\s+keeping|differ|fit|build|add|replicat|mirror|compar)\w*",
    re.IGNORECASE,
)
"""The study compared with others is still the study spoken of: "This contradicts earlier trials"."""

OUTCOMES = lazily(
    r"\b(?:side[- ]effects?|adverse\s+(?:events?|effects?|reactions?)|harms?|drop-?outs?|drop|difference|effects?|change|improvements?|reduction|increase|decrease|rise|fall"
    r"|scores?|symptoms|outcomes?|levels?|rates?|risk|dose|doses|sample|(?:with|than|to|under|over)\s+(?:a\s+)?placebo|from\s+baseline)\b",
    re.IGNORECASE,
)
"""What a study measures, where the people are left unsaid: "No serious harm was seen"."""

IS_A_RESULT = lazily(
    rf"{_FIRST}(?:this|that|it|these|those)\s+(?:is|are|was|were)\s+(?:really\s+|indeed\s+|quite\s+)?(?:an?\s+|the\s+|some\s+)?(?:[\w-]+\s+){{0,3}}?"
    r"(?:results?|findings?|conclusions?|outcomes?|observations?|numbers|figures|discover(?:y|ies)|differences?|reductions?|improvements?|increases?|effect\s+sizes?)\b"
    r"|\W*(?:these|those|such|the\s+same|both)\s+(?:[\w-]+\s+){0,2}?(?:effects?|results?|findings?|benefits?|improvements?|changes?|differences?|reductions?|associations?|gains?|numbers)\s+"
    r"(?:were|was|lasts?|lasted|persist(?:s|ed)?|held|holds?|remain(?:s|ed)?|disappeared|did|had|are\s+(?:not|only|also|still|independent)|appear(?:s|ed)?|seem(?:s|ed)?|occurred|came|went|grew)\b"
    r"|\W*(?:here\s+|again,?\s+)?we\s+(?:(?:can|also|do|then|again)\s+){0,2}see\b(?!\s+(?:patients|people|clients))",
    re.IGNORECASE,
)
"""What a study found, taken up as that: "This is a striking result", "These effects lasted a week", "We see less"."""

QUOTED_WHOLE = lazily(r"[*_]{0,3}[“\"][^“”\"]{60,2000}[”\"][*_.]{0,4}\s?")
"""A passage of the work in its own words, and nothing else in the sentence."""

QUOTED_ON = lazily(r"[“\"][^“”\"]{2,600}[”\"][*_.]{0,3}")
"""A sentence that is nothing but words quoted."""

ATTRIBUTED = lazily(r"\s{0,6}(?:>[ \t]*)?\\?(?:[-—–―~]|&mdash;|\(|source\b|from\b)", re.IGNORECASE)
"""What names whose words stand before it."""

LINKED_WORK = lazily(
    r"\[(?:[^\[\]]{0,60}\s)?(?:stud(?:y|ies)|articles?|papers?|reviews?|trials?|research|reports?|meta-analys[ei]s|experiments?|survey|analysis)[*_]{0,2}\]\("
    r"|^[\W_]{0,4}\[[^\[\]]{30,600}\]\(",
    re.IGNORECASE,
)
"""A link on the word for a work, or on its title where a sentence begins with it."""

THEY_SAID = lazily(
    r"\W*(?:(?:also|but|and|so|however|in fact|in the end|in addition|overall|finally|ultimately|instead|again),?\s+)?"
    r"(?:they|he|she|it)\s+(?:also\s+|then\s+|even\s+|further\s+)?"
    r"(?:say|says|said|writes?|wrote|argues?|argued|recommends?|recommended|estimates?|estimated|advises?|advised|warns?|warned|adds?|added|explains?|explained|"
    r"finds?|found|reports?|reported|concludes?|concluded|notes?|noted|states?|stated|observed|shows?|showed|discovered|determined|suggests?|suggested"
    r"|(?:comes?|came|arrives?|arrived)\s+(?:[\w-]+\s+){1,4}?conclusions?|reach(?:es|ed)?\s+(?:[\w-]+\s+){1,3}?(?:conclusions?|verdict))\b"
    r"|\W*according\s+to\s+(?:its\s+authors?|the\s+(?:authors?|researchers|article|paper|report|study|review))\b",
    re.IGNORECASE,
)

NO_STUDY = Cue(
    r"\bthe\s+(?:results?|benefits?|effects?)\s+(?:you|we|i|people)\b|\bthe\s+results?\s+of\s+(?!(?:the|this|that|these|their|his|her|its)\b)|\b(?:placebo|nocebo|side|health|adverse)[ -]effects?\b|\bthe (?:most|more)\b",
)
"""Words that sound like talk of a study and are none."""

ANYBODY = lazily(r"(?:women|men|children|babies|infants|mothers|patients|effect|benefit)$", re.IGNORECASE)
"""Words that speak of those who were studied only where something is told of them."""

THE_WORK = lazily(
    r"\b(?:the|this|that|their|his|her|its)\s+(?:(?:same|particular|very|main|full|final|large|small|new|original|resulting|evidence|systematic|literature|research|review|case|cohort|clinical)\s+){0,2}"
    r"(?:study|trial|review|report|meta-analysis|paper|survey|guideline|experiment|analysis|authors|researchers|investigators|scientists|team|reviewers|article|book)\b"
    r"|\b(?:this|the)\s+[*_]\w+[*_]\s+(?:study|trial|review|report|paper|survey|article|book)\b"
    r"|\btheir\s+(?:own\s+)?(?:experiments|trials|studies|data|sample|model|analyses|measurements|calculations|participants|patients|subjects|volunteers)\b",
    re.IGNORECASE,
)

PEOPLE = lazily(
    r"^\W*(?:the|their|her|his|all|both|half|most of the)\b|\b(?:participants|patients|subjects|volunteers|students|women|men|children|infants|babies|mothers|adults|athletes|players|runners|nurses|veterans|"
    r"people|those|respondents|controls|mice|rats|animals|cases|groups?|arms?|she|he|her|his|they)\b",
    re.IGNORECASE,
)

TOLD = Cue(
    r"\b(?:was|were|had|did|didn['’]t|wasn['’]t|weren['’]t|found|reported|experienced|showed|began|fell|rose|dropped|grew|gained|lost|felt|slept|ate|took|"
    r"received|responded|recovered|improved|increased|decreased|reduced|declined|disappeared|became|scored|performed|lasted|died|developed|achieved|answered|"
    r"went|came|kept|left|made|gave|spent|drank|saw|stayed|remained|needed|stopped|started|continued|returned|turned|helped|caused|prevented|lowered|raised|doubled|halved|"
    r"tripled|worsened|eased|relieved|shortened|prolonged|suffered|underwent|survived|tested|occurred|happened|varied|differed|correlated|predicted|outperformed|"
    r"resulted|led|produced|reached|vomited|complained|tolerated|completed|withdrew|quit|lived|benefit(?:ed|ted)|levell?ed|plateaued|peaked|cut\s+(?:\w+\s+){1,3}?by)\b",
)

MEASURED = lazily(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|completely|entirely|more|less|fewer|lower|higher|better|worse|longer|shorter|faster|slower|greater|smaller|same|similar|alike|half|halved|doubled|tripled|twice|no|none|all|both|significant\w*|likely|"
    r"double|third|quarter|difference|after|during|between|only|just|mild|rare|serious|small|little|any|common|age|most(?=\W*$))\b",
    re.IGNORECASE,
)

IT_WAS_SAID = lazily(
    r"\W*it\s+was\s+(?:also\s+|then\s+)?(?:reported|found|shown|concluded|observed|suggested|noted|stated)\s+that\b",
    re.IGNORECASE,
)
"""Results in the passive, where somebody's report is spoken of: "It was reported that naps help"."""

STANDS = lazily(r"\b(?:is|are|can|may|might|should|will|must|has|have|does|do)\b", re.IGNORECASE)

NEW_SUBJECT = lazily(
    r"\W*(?:(?:another|other|some|many|several|most|further|additional|previous|earlier|recent|new|newer|separate)\b|(?:a|an|one)\s+(?:\w+\s+){0,3}?(?:study|trial|review|analysis|survey|meta-analysis)\b"
    r"|in\s+(?:19|20)\d\d,\s+(?!(?:the|these|those|their|they|it|its|he|she|his|her|all|both)\b))",
    re.IGNORECASE,
)

_SHARE = r"(?:\d[\d.,]{0,12}\s?(?:%|percent|per\s+cent)|\d{1,6}|(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|half|a?\s?third|a?\s?quarter)\b)"
STATISTICS = lazily(
    r"\bp\s?[<=]\s?0?\.\d+|\b95\s?%\s?(?:CI|confidence)\b|\b(?:OR|RR|HR|SMD)\s?[=:]?\s?\d+\.\d+", re.IGNORECASE
)
"""Figures that only a study has: "(p < 0.01)"."""
OF_THEM = lazily(
    rf"\W*(?:[^,.;:]{{3,40}},\s+)?(?:(?:about|around|nearly|almost|over|only|just|more\s+than|at\s+least)\s+)?(?:{_SHARE}|most|all|none|many|few|two\s+thirds|three\s+quarters)"
    r"\s+of\s+(?:them|these|those|the\s+(?:participants|patients|volunteers|subjects|group))\b",
    re.IGNORECASE,
)
"""A share of those who were spoken of: "After a year, 60% of them were free of tablets."."""
_COUNTED = lazily(
    r"(?<![\w.,-])\d[\d,]{0,12}\s+(?:[a-z-]{3,20}\s+){0,2}?(?P<who>[a-z]{4,20}s|men|women|children|people)\b(?!\s+(?:of|later|ago))"
)
_UNITS = frozenset(
    "years months weeks days hours minutes seconds times studies trials countries grams points cases doses pounds steps"
    " calories kilos litres miles sessions percent units cups reviews papers hospitals states cities".split()
)
COUNTS_MORE = lazily(
    rf"\W*(?:(?:and|but|while),?\s+)?(?:an?\s+(?:additional|further|extra|other)|another|the\s+(?:remaining|other))\s+(?:approximately\s+|nearly\s+|about\s+|almost\s+)?{_SHARE}",
    re.IGNORECASE,
)
"""The next share of those who were counted: "Another 27% of patients were able to …"."""
HANDS_OVER = lazily(
    r"\W*(?:(?:and|so|but),?\s+)?(?:to\s+quote(?:\s+(?:them|it|her|him|from\s+it|the\s+\w+))?|(?:i\s+)?quote|and\s+i\s+quote|quoting(?:\s+(?:them|it|the\s+\w+))?|in\s+(?:its|their|his|her|the\s+authors['’])\s+(?:own\s+)?words"
    r"|from\s+(?:the|its|their)\s+(?:abstract|paper|study|article|conclusions?|discussion|review|summary|text|book|post|guideline)|(?:the|its|their)\s+(?:abstract|conclusion|summary|key\s+(?:points|findings))(?:\s+(?:says?|reads?|states?|is|was))?"
    r"|here(?:['’]s|\s+is|\s+are)\s+(?:the|an?|some|what)\s+(?:[\w'’-]+\s+){0,3}?(?:abstract|quotes?|excerpts?|passages?|summary|conclusions?|it\s+says|they\s+(?:say|found|wrote))(?:\s+from\s+(?:it|the\s+\w+))?)[\s*_]{0,3}:[\s*_]{0,3}",
    re.IGNORECASE,
)
"""A line that lets the source of the sentence before it speak: "To quote:", "From the abstract:"."""

TAKEAWAYS = lazily(
    r"\W*(?:here\s+are\s+)?(?:(?:the|its|their|some(?:\s+of\s+(?:the|its|their))?)\s+)?(?:(?:key|main|chief|principal|central|top|most\s+important)\s+){1,2}"
    r"(?:take-?aways?|findings|points|results|conclusions|messages|lessons|insights)"
    r"(?:\s+(?:include|includes|included|are|were|from\s+(?:it|there)|here))?[\s*_]{0,3}:[\s*_]{0,3}",
    re.IGNORECASE,
)
"""A line that announces what the study spoken of last comes to: "Key takeaways include:", "The main findings were:"."""

_THESE = Cue(
    r"\b(?:the|these|those|its|their)\s+(?:same\s+|study\s+)?(?:researchers|scientists|experts)\b"
    r"|\bthe (?:evidence|research)(?=\s+(?:showed|suggested|indicated|found|concluded|revealed)\b)",
)

QUOTED_TO_THE_END = lazily(
    r"[”»\"][*_.,)]{0,3}\s?(?:\[[^\[\]]{1,80}\](?:\([^()\s]{0,500}\))?|<sup\b.{1,200}|[\d¹²³⁴-⁹,]{1,12})?\W{0,3}$"
)
COUNTS_UP = lazily(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|several|these|many|both|the\s+following)\s+(?:[\w-]+\s+){0,2}?[\w-]{3,}s\b[^.]{0,80}\.?\W*$"
    r"|\b(?:as\s+follows|the\s+following|below|in\s+short|reviewed)\W*$",
    re.IGNORECASE,
)
"""What a list goes on from: "found three effects of ginger." before its items."""
BELOW = lazily(
    r"[^\S\n]*(?:\[[^\[\]\n]{1,80}\])?[^\S\n]*\r?\n(?:[ \t]*\r?\n){0,2}[ \t]{0,3}(?:>|(?:[-*+•]|\d{1,3}[.)])[ \t]+\S)"
)


STUDIES = lazily(r"\b(?:studies|trials|experiments|papers|reviews|meta-analyses)\b", re.IGNORECASE)
THESE_STUDIES = lazily(
    r"\W*(?:(?:specifically|overall|together|in\s+all|across|in|of),?\s+){0,2}(?:these|those|both|the)\s+(?:(?:two|three|four|five|same|rodent|animal|human|mouse)\s+)?"
    r"(?:studies|trials|experiments|papers|reviews|meta-analyses)\b(?!\s+(?:of|on|by|from|that|which|i|we|you)\b)",
    re.IGNORECASE,
)
"""Several studies spoken of before: "These studies found", "In both trials"."""
PEOPLE_OF = lazily(
    r"\W*the\s+(?!patients|participants|volunteers|subjects|women|men|children|people|adults|rest|others|controls)"
    r"(?P<who>[a-z]{3,20}s)\s+(?:of|at|from)\s+(?:the|our|my|this|that)\b",
    re.IGNORECASE,
)
"""People by where they belong, of whom the study may not have told: "the doctors of the town"."""


def counted(text: str) -> tuple[str, ...]:
    """Whom a sentence counts, by the last word: "nurses" of "90 registered nurses"."""
    return tuple(match["who"] for match in _COUNTED.finditer(text) if match["who"] not in _UNITS)


def speaks_of_others(text: str) -> bool:
    """Whether a sentence speaks of further studies or of research at large; "the researchers" are those of the study."""
    if study_cues.OTHER_STUDY.search(text):
        return COMPARES.match(text) is None
    return study_cues.PLURAL_RESEARCH.search(_THESE.sub("they", text)) is not None
