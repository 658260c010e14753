"""Wordings by which a sentence shows that it needs no source: questions, worries, opinions, stories, plans.

Source: standards.md A3.1 and E, after Redi and others 2019. Every pattern is used with `search` on one sentence.
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, lazily
from evidence.language.patterns import any_of as _any

WONDER = _any(
    r"(?:may|might|could|can|often|probably|will)\s+(?:\w+\s+)?(?:wonder|ask(?:\s+yourself)?)\b",
    r"wondering\s+(?:if|whether|how|what|why)",
    r"(?:the|a|another)\s+(?:\w+\s+)?question\s+(?:is|here|then|remains)",
    r"have\s+you\s+ever",
)
QUOTED_QUESTION = lazily(r"\s*[\"“][^\"“”]{8,300}\?[\"”]\.\s*$")
"""A question in quotation marks with a stop behind them, and nothing beside it."""
ASKS_WHETHER = lazily(
    r"\W*(?:whether|if)\s[^,;:.!?]{8,160}$"
    r"|\W*(?:they|we|i|she|he|it|(?:the|this|his|her|their|our|these|a)\s+(?:[\w-]+\s+){0,3}?(?:team|researchers?|authors?|scientists|investigators|study|trial|review|paper|doctors|goal|aim|purpose|objective|question))\s+"
    r"(?:(?:then|also|first|really|only|simply)\s+)?(?:(?:wanted|hoped|set\s+out|tried|aimed|sought|was\s+designed|were\s+designed|was\s+meant|was|intended|planned|went\s+on)\s+(?:to\s+(?:know|find\s+out|see|learn|test|check|determine|understand|examine|establish|explore|investigate|assess)\s+)?|asked|wondered|tested|looked\s+at|looked\s+into|examined|investigated|explored)\s*"
    r"(?:whether|(?<!\bwas\s)if)\s[^,;:.!?—–]{8,160}\W*$",
    re.IGNORECASE,
)
"""What somebody looked into and nothing of what came of it: "Whether massage helps against headaches", "They wanted to
know if zinc shortens colds"."""
TO_DO = lazily(r"\W*(?:TODO|FIXME|TBD|TK)\b[\s:]")
"""What an author still means to write."""
RESEARCH_NEED = _any(
    r"(?:more|further|additional|future|larger|better|new)\s+(?:\w+\s+){0,3}?(?:research|stud(?:y|ies)|trials?|work|data|evidence)"
    r"\s+(?:(?:is|are|will\s+be|would\s+be)\s+)?(?:still\s+)?(?:also\s+)?(?:needed|required|warranted|necessary|should|must|could|need|would\s+help)",
    r"(?:more|further|additional|future)\s+(?:\w+\s+){0,3}?(?:research|stud(?:y|ies)|trials?)\b[^.;]{0,120}?\b(?:is|are)\s+(?:still\s+)?(?:needed|required|warranted|necessary)",
    r"(?:continued|ongoing|future|further|more|additional)\s+(?:research|studies|work|efforts?|investigations?)\b[^.;]{0,100}?\b(?:is|are|remains?|will\s+be)\s+(?:also\s+|still\s+|therefore\s+)?(?:essential|crucial|vital|critical|important|key|imperative)",
    r"(?:future|further|continued)\s+(?:efforts?|work|programmes|programs|campaigns)\s+(?:should|must|could|need\s+to|ought\s+to)\s+(?:\w+ly\s+|also\s+)?(?:focus|concentrate|aim|address|look|examine|investigate|explore|be\s+directed)",
    r"(?:merits?|deserves?|warrants?)\s+(?:further|more|closer)\s+(?:[\w-]+\s+)?(?:research|study|studies|trials?|investigation)",
    r"(?:needs?|remains?)\s+to\s+be\s+(?:seen|studied|determined|investigated|established|explored|confirmed)",
    r"(?:need|call)s?\s+for\s+(?:(?:conducting|doing|carrying\s+out)\s+)?(?:more|further|additional|larger|better)\s+(?:\w+\s+){0,2}(?:research|stud(?:y|ies)|trials?)",
)
WORRY = _any(
    r"(?:may|might|can|could|often|are|is|be|feel|get)\s+(?:\w+\s+)?(?:concerned|worried|afraid|anxious|hesitant|nervous|curious|reluctant)\s+(?:about|to|that|of)",
    r"(?:many|some)\s+(?:\w+\s+)?(?:people|parents|women|men|moms|mothers|patients|readers)\s+(?:\w+\s+)?(?:worry|fear|wonder|ask|want|hope|prefer|struggle|choose)",
    r"you(?:'|’)?(?:\s+ha)?ve\s+(?:\w+\s+)?(?:heard|read|seen|noticed|been\s+told|come\s+across)",
)
BELIEF = _any(
    r"(?:many|most|some|lots\s+of|more\s+and\s+more)\s+(?:people|parents|women|men|of\s+us|folks|trainers|consumers|dieters)\s+(?:\w+\s+)?(?:think|believe|assume|say|claim|argue|have\s+heard|see|consider)",
    r"(?:critics|proponents|advocates|supporters|fans|opponents|believers|skeptics|anti-vaxxers|people)\s+(?:\w+\s+)?(?:claim|say|argue|insist|think|believe)",
    r"we(?:'|’)?(?:\s+ha)?ve\s+all\W+(?:heard|been\s+told)",
    r"we\s+(?:are|were)\s+(?:also\s+|often\s+)?told",
    r"(?:often|commonly|widely|generally)\s+(?:dismissed|seen|regarded|viewed|perceived|portrayed|touted)\s+as",
    r"(?:popular|common|widespread)\s+(?:belief|myth|misconception)",
    r"get\s+(?:a\s+lot\s+of\s+)?mixed\s+messages",
    r"shows?\s+promise|there(?:'|’)s\s+no\s+guarantee|does\s+not\s+guarantee",
)
_GROUP = r"(?:half|groups?|third|quarter|arm|rest|others|participants|volunteers|subjects|students|patients|walkers|runners|controls|nurses|teams)"
METHOD = _any(
    r"(?:were|was)\s+(?:\w+\s+)?(?:told|asked|given|shown|connected|recruited|randomi[sz]ed|randomly|divided|split|assigned|instructed|invited|interviewed|enrolled|led\s+to\s+believe|chosen|selected|kept|rated|allocated|phoned|weighed|measured|monitored|tested\s+(?:before|after|at|one|again|on|every))",
    r"confidence\s+intervals?",
    r"(?:participants|students|subjects|volunteers)\s+(?:\w+\s+)?(?:expected|completed|filled|wore|watched|answered)",
    r"(?:stud(?:y|ies)|trials?)\s+(?:design\s+)?(?:looked\s+at|included|enrolled|recruited)",
    r"tested\s+(?:if|whether)",
    r"investigated\s+(?:if|whether)",
    rf"(?:the|one|another|each|all|both|every)\s+(?:(?:other|first|second|third|control|remaining|placebo|same)\s+)?{_GROUP}\s+(?:got|took|ate|drank|wore|received|did\s+(?:nothing|not\s+get)|kept|went|walked|watched|slept|saw|met|filled|answered|swallowed|had\s+(?:no|to))",
    r"(?:saw|met|visited|phoned)\s+(?:a|an|the|their)\s+(?:[\w-]+\s+){0,2}?(?:therapist|physiotherapist|coach|nurse|doctor|trainer|dietitian|clinic|lab)\s+(?:\w+\s+)?(?:times|once|twice|every|weekly|monthly)",
    r"(?:neither|both)\s+(?:the\s+)?(?:\w+\s+)?(?:nor|and)\s+(?:[\w-]+\s+){0,5}?knew",
)
"""How a study was done."""

STORY = _any(
    r"(?:he|she)\s+(?:\w+\s+)?(?:was|had|did|said|says|told|tells|explains?|tries|tried|learned|started|decided|came|went|wrote|gave|began|felt|wanted|knew|asked|found\s+out|competed|followed|stated|got|took|made)",
    r"according\s+to\s+(?:dr\.?\s+)?(?-i:[A-Z]\w+\s+[A-Z]\w+)",
    r"says?\s+(?:dr\.?|doctor|professor)",
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|few|some|many|several)\s+(?:days?|weeks?|months?|years?)\s+later",
    r"(?:year|month|week|day)[-\s]old\s+(?:\w+\s+)?(?:woman|man|boy|girl|patient|student)",
)
REFERRAL = _any(
    r"(?:ask|talk\s+(?:to|with)|speak\s+(?:to|with)|see|contact|consult|call|visit|check\s+with|tell)\s+(?:with\s+)?(?:your|a|the|our|an?)\s+(?:\w+\s+){0,2}?(?:doctor|gp|nurse|pharmacist|dietitian|provider|physician|midwife|team|specialist|professional)",
    r"(?:asking|talking\s+(?:to|with)|speaking\s+(?:to|with)|seeing|contacting|consulting|calling|visiting)\s+(?:your|a|the|an)\s+(?:\w+\s+){0,2}?"
    r"(?:doctor|gp|nurse|pharmacist|dietitian|provider|physician|midwife|specialist|professional)",
    r"(?:talk|speak)\s+about\s+(?:your|whether|what|how|any)\b",
    r"discuss\s+(?:\w+\s+){1,6}?with\s+(?:your|a|an|the)\s+(?:\w+\s+){0,2}?(?:doctor|gp|nurse|pharmacist|dietitian|provider|physician|midwife|team|specialist|professional)",
    r"(?:do\s+not|don['’]t|never)\s+(?:use|take|let)\s+(?:\w+\s+){1,6}?to\s+(?:postpone|delay|put\s+off|replace|avoid)\s+(?:seeing|visiting|calling|consulting|talking\s+to)\b",
    r"(?:ask|discuss|decide|talk|find\s+out|consider)\b[^.;]{0,60}?\b(?:whether|if)\s+(?:\w+\W+){1,10}?makes?\s+sense",
    r"(?:your|the)\s+(?:\w+\s+){0,3}?(?:doctor|gp|nurse|pharmacist|dietitian|provider|physician|midwife|teams?|specialist)\s+(?:\w+\s+){0,4}?(?:will|can|may|should)",
)
STUDYING = _any(
    r"(?:researchers?|scientists?|investigators?|teams?|groups?|stud(?:y|ies)|trials?|work)\s+(?:is|are|have\s+been|has\s+been)\s+(?:\w+\s+)?"
    r"(?:studying|investigating|examining|exploring|looking\s+(?:at|into)|testing|trying|working|under\s*way|ongoing|racing)",
)
OUTLOOK = _any(
    r"the\s+more\s+(?:we|you|scientists|researchers)\s+(?:\w+\s+)?(?:learn|know|understand|discover|study)",
    r"(?:we|i)\s+(?:hope|look\s+forward|can't\s+wait|cannot\s+wait)",
    r"only\s+time\s+will\s+tell",
    r"stay\s+tuned",
    r"the\s+future\s+(?:of|is|looks|holds)",
    r"exciting\s+(?:times?|news|new|area|field)",
)
OPINION = _any(
    r"i\s+(?:\w+\s+)?(?:think|believe|feel|recommend|suggest|love|like|prefer|hope|guess|suspect|agree|disagree|doubt|wish|wonder|consider|find|want|admit|mean|enjoy|know)",
    r"in\s+my\s+(?:\w+\s+)?(?:opinion|view|experience|practice)",
    r"my\s+(?:\w+\s+)?(?:favou?rite|opinion|view|advice|take|guess|recommendation|goal|hope|belief)",
    r"i(?:'|’)m\s+(?:\w+\s+)?(?:a\s+fan|convinced|sure|glad|happy|not|going)",
    r"to\s+be\s+honest",
    r"honestly",
    r"personally",
    r"unfortunately\s+for\s+(?:me|us)",
)
LEADS_IN_OPENLY = Cue(
    r"\b(?:can|may|might|could|should|will|are|is|include|includes|notice|noticing|experience|following)\s*:[\s*_]*$"
    r"|\bthere\s+(?:are|is|were|was)\s+(?:[\w-]+\s+){0,3}?(?:stud(?:y|ies)|trials?|reviews?|papers?|reports?)\b[^.;,]{0,60}:[\s*_]*$"
    r"|\bthe\s+following\s+(?:\w+\s+){0,2}(?:stud(?:y|ies)|trials?|reviews?|papers?|reports?)\b[^.;,]{0,40}:[\s*_]*$",
)
"""A lead-in that says nothing whole before its colon ("Lying on your back can:"), or only that studies come."""
SMALL_I = (
    r"i(?=\s+(?:am|was|had|have|did|do|don['’]t|didn['’]t|can|could|will|would|should|think|thought|feel|felt|eat|ate|drink|drank|take|took|use|used|try|tried"
    r"|start|started|stop|stopped|get|got|go|went|sleep|slept|know|knew|love|like|hate|need|want|notice|noticed|found|read|made|saw|see|believe|guess|never"
    r"|always|still|also|just|usually|ever|only|once|then)\b)|i['’](?:m|ve|d|ll)"
)
"""An "I" as comments and notes have it, in small letters, known by the verb behind it."""
FIRST_PERSON = Cue(rf"\b(?:I|I['’](?:m|ve|d|ll)|{SMALL_I}|[Mm]y|[Mm]ine|me|myself)\b", re.NOFLAG)
ANECDOTE = _any(
    r"my\s+(?:\w+\s+)?(?:wife|husband|partner|son|daughter|kids?|child(?:ren)?|baby|mother|father|mom|dad|friends?|family|neighbou?rs?|doctor|clients?|patients?|students?|story|journey|body)",
    r"one\s+of\s+(?:my|our)\s+(?:clients?|patients?|readers|friends)",
    r"(?:last|this)\s+(?:week|month|summer|winter|year|night|morning),?\s+(?:i|we|my)",
    r"when\s+i\s+(?:was|first|started|got|had)",
)
ANNOUNCE = _any(
    r"in\s+this\s+(?:\w+\s+)?(?:article|post|guide|blog|section|chapter|piece|page|series|video|episode|review)",
    r"(?:this|the\s+following)\s+(?:\w+\s+)?(?:article|post|guide|blog|section|chapter|page|list|table|figure|review)\s+(?:is|will|covers|explains|looks|describes|shows|provides|discusses|was|has)",
    r"let(?:(?:'|’)?s|\s+us)\s+(?:\w+\s+)?(?:look|take|start|begin|dive|talk|explore|break|go|see|get|turn|move|discuss|consider|say|imagine|examine|face|be)",
    r"read\s+(?:on|more|the|about|our|my|below)",
    r"(?:click|see|find|learn|check\s+out|visit|contact|subscribe|download|follow|call|email|share|sign\s+up|shop|order|schedule|book)\s+(?:here|below|above|more|us|our|the\s+(?:link|full|article|table|figure)|your|an?\s+appointment|this|out)",
    r"(?:here|below|above|following)\s+(?:is|are)\s+(?:\w+\s+){0,3}(?:list|some|the|a|my|our|ways|tips|reasons|things|examples)",
    r"(?:for\s+)?more\s+information",
    r"as\s+(?:mentioned|discussed|noted|explained|described|we\s+saw)\s+(?:above|earlier|before|previously)",
    r"(?:first|last|lastly|finally|next),?\s+(?:let|we(?:'ll|\s+will)|i(?:'ll|\s+will))",
    r"imagine",
    r"thank\s+you",
    r"all\s+rights\s+reserved",
    r"disclaimer",
    r"table\s+of\s+contents",
)
TIME_FRAME = _any(
    r"the\s+(?:last|past)\s+(?:few|several|couple\s+of|two|three|five|ten|many)?\s*(?:years?|decades?|months?)",
    r"in\s+recent\s+(?:years|decades|months)",
    r"(?:new|amazing|exciting|fascinating)\s+(?:\w+\s+)?(?:insights?|discover(?:y|ies)|developments?)",
    r"throughout\s+history",
    r"for\s+(?:centuries|thousands\s+of\s+years|generations)",
)
TO_READER = _any(
    r"if\s+you(?:['’]ve|\s+have)?\s+ever\b[^,]{1,120},",
    r"you(?:['’]ll|\s+will)?\s+know\s+(?:the\s+(?:drill|feeling|score|story|rest)|how\s+(?:it|that|bad|hard|\w+)\s+(?:it\s+)?(?:feels?|is|can\s+be))",
    r"(?:that|this|which|it)(?:\s+is|\s+was|['’]s)\s+(?:\w+\s+)?(?:news|a\s+relief|a\s+shame|a\s+pity|no\s+surprise)\b",
    r"(?:good|bad|great|the\s+best)\s+news\s+(?:is|for|if)",
    r"(?:(?:can|may|could|will|does|did|might)\s+)?chang(?:e|es|ed|ing)\s+(?:(?:a|your|my|our|their|his|her|the|one's|people['’]s|someone['’]s)\s+)?(?:life|lives|everything|world|minds?|story|subject)",
    r"(?:whether|if)\s+(?:it|they|this|that|these)\s+(?:\w+\s+)?(?:help(?:s|ed)?|work(?:s|ed)?|makes?\s+a\s+difference)",
    r"turn(?:s|ed)?\s+(?:\w+\s+){1,3}upside\s+down",
    r"in\s+(?:one|a\s+single|a)\s+(?:second|moment|heartbeat|instant)",
)
"""Words to the reader, and figures of speech, that assert nothing about health; the rest of the sentence may."""

PRACTICE = _any(
    r"(?:my|our)\s+(?:\w+\s+)?(?:patients|clients|customers)\s+(?:(?:\w+ly|often|always|all|typically|can|will|also|now|no\s+longer)\s+){0,2}"
    r"(?:lose|gain|recover|heal|improve|feel|sleep|cut|reduce|lower|shed|respond|reverse|benefit|(?:see|get|report|notice|experience)\s+(?:\w+\s+)?(?:better|results?|relief|improvements?|less|fewer|more|benefits?|rid))\b",
)
"""What somebody says of all those whom they treat: a claim of effect, not a story of one."""

DEFINES = _any(
    r"(?:is|are|was|were|be|been|being)\s+(?:\w+\s+)?(?:called|termed|named|known\s+as|referred\s+to\s+as|defined\s+as)",
    r"(?:refers?|referring)\s+to",
    r"stands?\s+for",
    r"(?:is|are)\s+(?:a|an|the|one)\s+(?:\w+[\s,-]+){0,5}?(?:type|kind|form|group|class|family|name|term|word|process|practice|member|part|set|species|genus|branch|measure|method|way|pattern|style|regimen|programme|program|philosophy|condition|disorder|disease|substance|plant|organ|hormone|enzyme|chemical|compound|technique|system|bacteri\w+|microorganisms?|drink|beverage|approach|supplement|category|protein|molecule|collection|combination)",
    r"means?\s+that",
    r"in\s+other\s+words",
    r"collectively",
    r"consists?\s+of",
    r"comes?\s+from\s+the\s+(?:greek|latin)",
)

ASIDE = lazily(
    r"\s*(?:,\s*(?:\w+\s+){0,3}?(?:called|named|termed|known\s+as|referred\s+to\s+as)\b[^,]{1,80},|\s[-–—]\s[^-–—]{1,120}\s[-–—]\s|\([^)]{1,80}\))"
)
"""A definition on the way ("..., known as X, ..."); what is left of the sentence may still be a claim."""
MEANT_FOR_NONE = lazily(
    r"(?:\bnot|\bnever|n['’]t)\s+(?:\w+\s+)?(?:meant|intended|designed|supposed)\s+(?:to|for)\b"
    r"(?:(?!\b(?:but|it|they|this|these|which|while|whereas|instead|yet|cures|heals|prevents|treats|reverses|fights|kills|will|can)\b)[^.;:!?]){0,200}[.!]?[^\w;:]{0,3}$",
    re.IGNORECASE,
)
"""What something is not there for, up to the end: "It is not meant to cure any illness"."""
OF_A_WORK = lazily(
    r"\W*(?:an?|the|this|his|her)\s+(?:[\w-]+\s+){0,3}?(?:look|guide|introduction|overview|exploration|examination|account|tour|history"
    r"|portrait|investigation|memoir|novel)\s+(?:at|to|of|into|on|about|for)\b(?![^.;:]{0,40}\b(?:shows|found|finds|says)\b)",
    re.IGNORECASE,
)
"""What a book or a talk is: "A fresh look at the therapy of cancer"."""
