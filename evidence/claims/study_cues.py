"""How health prose speaks of studies: one described study, unnamed research, and talk that goes on about a study.

Source: standards.md A3.2, A3.3 and A3.9.
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, lazily

STUDY = (
    r"(?:stud(?:y|ies)|trials?|meta-?analys[ie]s|experiments?|surveys?|rct|cohort|investigations?|systematic\s+reviews?|"
    r"case\s+(?:report|series)|literature\s+reviews?|clinical\s+reviews?|research\s+papers?|papers?)"
)
_ONE = r"(?:study|trial|meta-?analysis|experiment|survey|rct|cohort|systematic\s+review|case\s+(?:report|series)|literature\s+review|paper|research\s+paper|research\s+study)"
_ADJECTIVES = r"(?:(?!(?:of|the|this|that|to|in|is|was|and|for|by|with|under|case)\b)[\w'’,-]+\s+){0,6}?"
_RESULT = (
    r"(?:follow|look|find|found|show|report|compar|examin|test|gave|conclud|conduct|publish|observ|demonstrat|reveal|track|enrol|recruit|"
    r"measur|assess|evaluat|investigat|suggest|indicat|randomi[sz]|split|divid|assign|ask|involv|includ|analy[sz]|stud(?:y|ied)|used|done|"
    r"perform|carried|by|from|in|of|on|with|at|titled|called|led|that|which|where)"
)

ONE_STUDY = Cue(rf"\b{_ONE}\b")
"""One of these words stands in all that the next two find: a quick look before the long ones."""

DESCRIBED = Cue(
    rf"\b(?:one|another|a|an|the\s+first|a\s+second|a\s+third)\s+{_ADJECTIVES}{_ONE}\b\s*(?:\([^)]*\)\s*)?,?\s*(?:\w+ly\s+|has\s+|had\s+|was\s+|also\s+|have\s+)?{_RESULT}\w*"
)
"""One specific study, described and not named: "one study followed", "a 2015 trial of"."""

OF_YEAR = Cue(
    rf"\b(?:a|an|the|one|this|another|that|in\s+(?:a|an|the))\s+{_ADJECTIVES}(?:19|20)\d\d\s+{_ADJECTIVES}{_ONE}\b|\b{_ONE}\s+(?:published|conducted|done|carried\s+out|released|performed)\s+(?:in|by|at|last|this)\b|"
    rf"\bin\s+(?:a|one|another)\s+{_ADJECTIVES}{_ONE}\b"
)
_MANY = r"(?:\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|dozens\s+of)"
OF_STUDIES = Cue(
    rf"\b(?:a|an|one|another)\s+(?:(?:19|20)\d\d\s+)?(?:[\w-]+\s+){{0,3}}?(?:review|evaluation|analysis|synthesis|overview)\s+(?:of|(?:that\s+)?(?:analy[sz]ed|examined|pooled|looked\s+at|combined|included|covered))\s+"
    rf"(?:(?:the\s+)?(?:results|findings|data)\s+(?:of|from)\s+)?{_MANY}\s+(?:[\w-]+\s+){{0,3}}?(?:studies|trials|rcts|experiments|cohorts|papers|articles)\b"
    r"|\bin\s+an?\s+(?:19|20)\d\d\s+(?:[\w-]+\s+){0,2}?(?:evaluation|review|analysis|assessment)\s+of\b"
    r"|\bguidelines?\s+(?:\([^()]{2,80}\)\s+)?(?:issued|published|released)\s+by\s+(?:[\w'’-]+\s+){1,8}?in\s+(?:19|20)\d\d\b",
)
"""One review, told by how many studies it holds or by its year, and guidelines by whom and when they were issued."""
INSTITUTE = Cue(
    r"\b(?i:researchers?|scientists?|investigators?|doctors|physicians|a\s+(?:team|group)(?:\s+of\s+\w+)?|the\s+team|professors?|experts)\s+(?:at|from)\s+(?:the\s+)?[A-Z][\w'’-]+(?:\s+(?:[A-Z][\w'’-]+|of|for|and|in|the)){0,6}",
    re.NOFLAG,
)
"""Researchers known by their institution: "researchers at the University of ..."."""

INSTITUTE_VERB = lazily(
    r"\b(?:found|showed|reported|discovered|published|concluded|studied|tested|observed|demonstrated|conducted|compared|examined|gave|recently|revealed|analy[sz]ed|identified|followed)\b",
    re.IGNORECASE,
)
SCIENTISTS = Cue(r"\b(?:researchers|scientists|investigators)\b", re.NOFLAG)
"""One of these words stands in everything that `GROUP` finds: a quick look before the long one."""
GROUP = lazily(
    r"\b(?P<whose>[A-Z][\w'’-]+)\s+(?:University\s+|Clinic\s+|School\s+)?(?:researchers|scientists|investigators)\s+"
    r"(?:(?:\w+ly|have|has|also|had|at)\s+)?(?:found|showed|shown|reported|discovered|published|concluded|studied|tested|observed|gave|compared|followed|recruited)\b",
)
"""Researchers known by their place: "Stanford researchers found". Words that open any sentence are no place."""

TITLED = Cue(
    r"\b[Tt]he\s+(?:[A-Z][\w'’-]+\s+){1,4}(?:[Ss]tudy|[Tt]rial)\s+(?:\w+\s+)?(?:of|in|that|which|found|showed|reported|followed|compared|looked|enrolled|tested|tracked|concluded|gave)\b",
    re.NOFLAG,
)
"""A study that goes by a name of its own: "the Framingham Heart Study found"."""

NEW_RESEARCH = Cue(
    r"\b(?i:new|recent|latest)\s+(?:research|study|findings)\s+(?:\w+\s+){0,4}?(?:by|from|led\s+by|at|published\s+in|in\s+the\s+journal)\b|\bled\s+by\s+(?:Dr\.?\s+|Prof(?:essor|\.)?\s+)?\[?[A-Z]\w+",
    re.NOFLAG,
)

VAGUE = Cue(
    r"\b(?<!\bof the )(?<!\bof these )(?<!\bof those )(?:"
    r"(?:(?:some|many|most|several|leading|other|top|health|medical|nutrition|multiple|numerous|various|recent|new|clinical|scientific|certain|current|preliminary|emerging|early|animal|human|countless|few)\s+){0,3}(?:and\s+)?"
    r"(?:researchers|scientists|experts|specialists|scholars|studies|study\s+after\s+study|research|trials|science|scientific\s+(?:evidence|literature)|evidence|data|surveys|physicians|doctors)\s+"
    r"(?:(?:into|on|of|in|about|from|regarding|with)\s+(?:[\w'’-]+\s+){1,6}?)?(?:(?:has|have|had|also|now|further|clearly|consistently|repeatedly|generally|increasingly|strongly|recently|already|even|does|do|that|currently|widely|all)\s+){0,3}"
    r"(?:think|believe|say|suspect|agree|argue|claim|recommend|suggest|suggests|suggested|show|shows|showed|shown|indicate|indicates|indicated|find|finds|found|demonstrate|demonstrates|demonstrated|prove|proves|proved|proven|confirm|confirms|confirmed|reveal|reveals|revealed|link|links|linked|support|supports|point|points|tell|tells|report|reported|discovered|connect|back|backs|estimate|established|theorize|note|proposed|observed|know)"
    r"|according\s+to\s+(?:(?:some|many|most|several|recent|new|the|scientific|medical|current|various|numerous)\s+)*(?:research(?:ers)?|stud(?:y|ies)|experts|science|scientists|evidence|literature|data)"
    r"|(?:it(?:\s+is|['’]s)|is|are)\s+(?:(?:widely|commonly|generally|often|also|now|well|long\s+been)\s+)?(?:believed|thought|said|reported|hypothesi[sz]ed|theori[sz]ed|proposed|claimed|touted)\s+(?:that|to|by)"
    r"|(?:has|have)\s+(?:also\s+|long\s+|clearly\s+|even\s+|now\s+|recently\s+|repeatedly\s+|consistently\s+)?been\s+(?:clinically\s+|scientifically\s+|repeatedly\s+|consistently\s+)?(?:shown|proven|demonstrated|found|linked|reported|associated|known|studied)"
    r"|research[\s-]backed|clinically\s+(?:proven|shown|studied|validated)|scientifically\s+(?:proven|backed|shown|validated)|backed\s+by\s+(?:science|research|a\s+growing)|studies?\s+have\b"
    r"|(?:we|scientists)\s+are\s+starting\s+to\s+(?:learn|understand|see)"
    r")\b"
)
"""Authority without a name: "researchers think", "research shows", "it is believed"."""

PLURAL_RESEARCH = Cue(
    r"\b(?:studies|trials|research|scientists|researchers|experts|the\s+(?:evidence|science|literature))\s+(?:(?:into|on|of|in|about)\s+(?:[\w'’-]+\s+){1,6}?)?(?:\w+\s+){0,2}?(?:show|suggest|indicate|find|found|demonstrate|prove|confirm|reveal|agree|support|link)\w*"
)

CONTINUES_STUDY = Cue(
    r"\b(?:the|this|that|these|those|both|its|their)\s+(?:\w+\s+){0,2}?(?:study|trial|researchers?|authors?|scientists|investigators|team|participants|patients|subjects|volunteers|results?|findings?|groups?|experiment|review|paper|meta-?analysis|cohort|sample|guidelines?|position\s+statement|analysis|placebo|intervention|effect|reduction|difference|benefit|women|men|children|babies|infants|mothers|survey)\b"
    r"|\b(?:placebo|control|treatment|intervention|treated|untreated|supplement\w*|experimental|comparison|probiotic)\s+(?:group|arm)s?\b"
    r"|\b(?:took|taking|received|given|versus|than|to)\s+(?:a\s+|the\s+)?placebo\b"
    r"|\b(?<!\w\s)(?<![,;:]\s)(?:(?:again|also|but|and|so|however|in\s+fact|in\s+the\s+end|in\s+addition|indeed|overall|instead|then|similarly|interestingly),?\s+)?(?:they|he|she)\s+(?:\w+\s+|did\s+not\s+)?(?:found|find|report|reported|showed|concluded|observed|noted|saw|also|measured|gave|followed|compared)\b"
    r"|\b(?:all|both)\s+(?:two|three|four|five|the)?\s*(?:groups|arms)\b"
    r"|\b(?:dyads|pairs|participants|subjects|volunteers)\s+(?:who|that|in|were|had|with|given|taking|receiving)\b",
)
"""Words that go on about the study of the sentence before; only ever read in its wake."""

OTHER_STUDY = Cue(
    r"\b(?:other|another|different|separate|more|additional|further|previous|earlier|later|subsequent|most|many|several|some)\s+(?:\w+\s+)?(?:stud(?:y|ies)|trials?|researchers|research|reviews?|meta-?analys[ie]s|scientists|experts|experiments?)\b"
    r"|\b(?:second|third|fourth)\s+(?:\w+\s+)?(?:study|trial|review|meta-analysis|experiment|paper)\b"
)

RESULT = Cue(
    r"\b(?:found|showed|reported|concluded|observed|demonstrated|revealed|discovered|fared|(?:slept|felt|did|performed|recovered|responded|lived)\s+(?:\w+\s+)?(?:better|worse|longer|less|more|faster)|experienced|significant(?:ly)?|had\s+(?:a\s+)?(?:lower|higher|fewer|less|more|better)|were\s+(?:more|less)\s+likely|compared\s+(?:to|with)|placebo|p\s*[<=]\s*0?\.\d+|led\s+to|resulted\s+in|confidence\s+interval|hazard\s+ratio|odds\s+ratio)\b"
)
PAST_STUDY = Cue(
    r"\b(?:was|were|had|found|showed|reported|received|took|reduced|decreased|increased|improved|lowered|prevented|fared|gave|given|followed|compared)\b"
)
