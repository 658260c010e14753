"""One sentence that speaks of a product, as the criteria see it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from evidence.language.patterns import any_of, lazily
from evidence.selling.lexicon import ILL, MEDICAL, Term, terms
from evidence.selling.syndromes import syndrome

PRODUCT = "thisproduct"
"""What stands for the product's name in a sentence that is judged."""
_EASY = any_of(
    r"occasional(?:ly)?",
    r"every\s?day",
    r"mild",
    r"ordinary",
    r"normal",
    r"after\s+a\s+(?:long\s+)?(?:day|walk|run|swim|hike)\s+(?:in|on|at|by)\b",
    r"after\s+(?:(?:a\s+)?(?:heavy|hard|long|big)\s+\w+|exercise|the\s+gym|workouts?|training|sport|screen\s+work|work|running|meals?|eating)",
    r"in\s+the\s+morning",
    r"monthly",
    r"now\s+and\s+then",
    r"screen\s+time",
    r"temporary",
    r"post[\s-]workout",
)
_AT_DAWN = any_of(r"in\s+the\s+mornings?")
"""Morning stiffness is mild, swollen or burning joints in the morning are not."""
_OF_A_TRADE = lazily(
    r"['’]?s?\s+(?:wards?|units?|nurses?|clinics?|hospices?|charit(?:y|ies)|foundations?|associations?|societ(?:y|ies)|trust|research(?:ers?)?|awareness|ribbons?|fundraisers?|marathons?|walks?|scientists?|departments?|conferences?|campaigners?|survivors?)\b",
    re.I,
)
"""After the name of an ill these tell of those who deal with it: "a nurse on a cancer ward"."""
_SEVERE = any_of(
    r"severe(?:ly)?",
    r"crippling",
    r"chronic",
    r"so\s+bad\b.{0,30}",
    r"drench\w*",
    r"abnormal",
    r"uncontrollabl[ey]",
    r"debilitating",
    r"unbearable",
    r"clinical",
    r"extreme",
    r"repeated",
    r"for\s+months",
    r"cannot\s+keep",
)
_ONLY_MILD = frozenset(
    {
        "pain", "cramp", "headache", "heartburn", "constipation", "itch", "itching", "redness", "soreness", "nausea", "muscle pain",
        "muscle spasm", "brain fog", "swelling", "back pain", "sore throat", "dizziness", "stomach ache", "tummy ache", "backache",
        "sleepless night", "irregular period", "period pain", "menstrual pain", "insomnia", "cough", "sickness", "leg cramp", "stiff joint",
        "congestion", "blocked nose", "stuffy nose", "memory loss", "acne", "anxiety", "anxious",
    }
)  # fmt: skip
"""Signs that are also part of a day without illness, where a word says so (65 FR 1000: occasional heartburn or constipation)."""


_IN_PLAIN_WORDS = (
    ("disease", any_of(
        r"(?:with|have|has|had|having|got|gets?|getting|caught|catch|stop\w*|cur\w+|treat\w*|end(?:s|ed)?|for|from|of|against|clear\w*(?:\s+up)?|settl\w+|sort\w*(?:\s+out)?|beat\w*|no\s+more|(?:good-?bye|bye|farewell|ta-?\s?ta|so\s+long)\s+to|help\w*(?:\s+with)?|eas\w+|shift\w*|bring\w*\s+down|brought\s+down)\s+(?:\w+\s+)?(?:the|my|his|her|your|our)\s+(?:runs|trots|squits|squitters|squirts|clap|sugar|shakes|lurgy|dts|pox|sniffles|collywobbles|willies|vapours)(?=\s*(?:[.,;!?]|$)|\s+(?:in\s+(?:a|two|three|one|\d+)\s+(?:day|week|night|hour)s?|away|within|overnight|fast|for\s+good|since|after|with|and\s+the)\b)",
        r"(?:with|have|has|had|having|got|gets?|getting|caught|catch|stop\w*|cur\w+|treat\w*|end(?:s|ed)?|for|from|of|against|clear\w*(?:\s+up)?|settl\w+|sort\w*(?:\s+out)?|beat\w*|no\s+more|help\w*(?:\s+with)?|eas\w+|shift\w*|bring\w*\s+down|brought\s+down)\s+(?:trots|squits|squitters|piles|crabs|sniffles)(?=\s*(?:[.,;!?]|$)|\s+(?:in\s+(?:a|two|three|one|\d+)\s+(?:day|week|night|hour)s?|away|within|overnight|fast|for\s+good|since|after|with|and\s+the)\b)",
        r"boils\s+(?:were|are|was|went|have|had|on|that|came|never|vanish\w*|clear\w*|heal\w*|disappear\w*|dri\w+)\b(?!\s+(?:the|a|over|dry|water|down|in\s+(?:a|the)\s+(?:pan|pot|kettle)))|(?:crushing|squeezing|tight|heavy|burning|stabbing)\s+(?:pressure|pain|weight|feeling|band)\s+(?:in|on|across|around)\s+(?:the|your|my|his|her)\s+chest",
        r"(?:dicky|dickie|dickey|dodgy|gammy|bum|bust(?:ed)?|crook|knackered|wonky|iffy|bad|weak|failing|trick)\s+(?:old\s+)?(?:ticker|heart|back|knees?|hips?|shoulders?|legs?|tummy|tum|stomach|gut|chest|waterworks|bladder|kidneys?|liver|thyroid|joints?|eyes?|ears?|gallbladder|prostate|neck|elbow|wrist|ankle)\b",
        r"(?:trouble|problems?|bother|issues?|difficult(?:y|ies))\s+(?:with|in|down)\s+(?:your|my|his|her|the|their|our)\s+(?:\w+\s+)?(?:waterworks|ticker|heart|liver|kidneys?|bladder|prostate|thyroid|chest|lungs|bowels?|joints?|back|knees?|hips?|womb|ovaries|gallbladder|pancreas)\b|(?:heart|liver|kidney|bladder|prostate|thyroid|bowel|waterworks|ticker)\s+(?:trouble|problems?|bother|complaints?)\b",
        r"the\s+(?:big\s+c|c[\s-]word)\b|(?:a|the|that|every|nasty|winter|horrid|latest|any)\s+(?:\w+\s+)?bugs?\s+(?:going\s+(?:a?round|about)|at\s+(?:school|nursery|work|the\s+office)|from\s+(?:school|nursery|work)|the\s+(?:kids|children)\s+bring)",
        r"(?<!in )(?<!into )(?<!from )(?:a|the|your|every|first\s+sign\s+of\s+a|my|his|her|that)\s+(?:\w+\s+)?cold(?=\s*(?:[.,;:!?]|$)|\s+(?:and|or|in|by|from|before|faster|if|when|away|off|out|stops?|gone|is|dead|virus|symptoms?)\b)",
        r"(?:cold|flu)\s+symptoms?|(?:a|the|your|my|his|her|that|every)\s+colds?\s+(?:never|will|won['’]t|does|did|doesn['’]t|didn['’]t|has|had|passes|goes|went|leaves|lasts?|lasted|cleared|vanish\w*|comes|came|that|away)\b|colds\s+(?:away|off|out|at\s+bay)",
        r"(?:blood\s+|their\s+|your\s+|my\s+|his\s+|her\s+)sugars?\s+(?:\w+\s+)?(?:falls?|fell|drops?|dropped|sinks?|sank|comes?\s+down|came\s+down|plummet\w*|levels?\s+out|normali\w+|behaves?|settles?)\b",
        r"(?:arter(?:y|ies)|(?:blood\s+)?vessels|veins|airways|sinuses)\s+(?:\w+\s+)?(?:opens?|opened|clears?|cleared|unclog\w*|unblock\w*|widens?|are\s+clean|come\s+clean)\b",
        r"(?:brittle|breaking|thinning|crumbling|porous)(?:,?\s+\w+)?\s+(?:bones?|spines?|hips?)|arter(?:y|ies)\b.{0,40}\b(?:scrub|clean|clear|flush|unclog|unblock|sweep|rins|scour)\w*",
        r"(?:jaundiced|asthmatic|arthritic|rheumatic|an(?:a)?emic|epileptic|hypertensive|diabetic|eczematous|psoriatic|migrainous|gouty|cancerous|tubercular|malarial|feverish|wheezy|colicky|croupy|autistic|alcoholic|anorexic|bulimic|obese|leukaemic|scoliotic|varicose|herniated|prolapsed|ulcerated)\s+(?:bab(?:y|ies)|child(?:ren)?|kids?|skin|joints?|hands?|knees?|hips?|lungs?|veins|discs?|patients?|people|legs?|toes?|cough|chest|stomach|bowel|infants?)",
        r"(?:my|her|his|had|have|has|with|for|your|their)\s+(?-i:RA|MS|PD|COPD|OA|GERD|TMJ|DVT|CFS|ME|PMDD|SAD|OCD|PTSD|CKD)(?=\s*[.,;!?)]|\s+(?:for|since|and|in|is|was|has|after|flares?|years|so|but)\b)",
        r"\d{3}\s*(?:over|/)\s*\d{2,3}\b.{0,50}?\b\d{2,3}\s*(?:over|/)\s*\d{2,3}",
        r"(?:my|her|his|your|dad['’]s|mom['’]s|mum['’]s)\s+(?:\w+\s+)?(?:numbers|labs|levels|blood\s?work|bloods|counts?|panel|scans?|mri|biopsy|markers)\s+(?:\w+\s+){0,4}?(?:normal|perfect|clear|clean|improved|down|dropped|plummeted|better|in\s+range|best|turned\s+around|halved)",
        r"(?:could|can|did)(?:\s+not|n['’]t|not)\s+(?:find|see|detect)\s+(?:the|a|any|my|her|his)\s+(?:\w+\s+)?(?:tumou?r|melanoma|cancer|cyst|lump|stones?|nodule|polyps?|growth|shadow)|(?:cancer|tumou?r|virus|disease|infection|symptom|pain)[\s-]free\b",
        r"(?:control|reliev|eas|reduc|resol|manag|treat|free\s+of|free\s+from|improv|end|clear|lessen|calm|sooth)\w*\s+(?:\w+\s+){0,3}?(?:your|their|my|her|his|all|these|the)\s+symptoms",
        r"(?:get|got|gets|stay|stayed|keeps?|kept|finally|become|became)\s+(?:me\s+|him\s+|her\s+|finally\s+)?(?:clean\s+and\s+)?sober\b|(?:quit|stop|give\s+up|gave\s+up|off)\s+(?:drinking|smoking|alcohol|cigarettes|opioids|heroin|booze)\b|cravings?\s+for\s+(?:alcohol|nicotine|drink)\b",
        r"(?:was|am|been)\s+an\s+(?:\w+\s+)?(?:alcoholic|addict)\b|(?<!to )(?<!at )(?:a|the|that|my|his|her)\s+boils?(?=\s+(?:that|on\s+(?:my|his|her|the))\b)",
        r"stage\s+(?:[1-4]|one|two|three|four|i{1,3}v?)\b",
        r"(?:thyroid|liver|kidney|iron|hormone|blood|lab)\s+(?:numbers|values|results|counts?|tests?)\b.{0,40}\b(?:normal|down|improved?|better)",
        r"(?:abnormal|cancerous|mutated|diseased|malignant|rogue)\s+cells?|(?:tumou?r|cancer)s?\s+growth",
        r"(?:liver|kidneys?|heart|brain|nerves?|lungs?|eyes?|arter(?:y|ies)|stomach|gut|joints?|cartilage)\b.{0,40}\bdamage|damage\s+(?:to|of|in)\s+(?:the\s+|your\s+)?(?:liver|kidneys?|heart|brain|nerves?|lungs?|eyes?|arter(?:y|ies)|stomach|joints?)",
        r"(?:clean|clear|unclog|unblock|re-?open|narrow|widen|open|scrub|scour|flush|clog|block|harden|fur)\w*\s+(?:\w+\s+){0,3}?(?:arter(?:y|ies)|(?:blood\s+)?vessels|veins|tubes)",
        r"(?:fat|stones?)\s+(?:out\s+of|from|in)\s+(?:the\s+|your\s+)?(?:liver|kidneys?|gall\s?bladder)",
        r"(?-i:BV|TIA|POTS|EBV|EDS|RSI)(?=\s|[.,;!?)]|$)|(?:(?:cur|treat|revers|fix|beat|end)\w*|with|for|from|my|his|of)\s+(?:\w+\s+)?(?-i:ED)(?=\s*[.,;!?]|\s+(?:in|after|for|without|drugs|pills|and|or)\b|$)|low\s+(?-i:T)(?=\W|$)",
        r"(?:heal|sooth|treat|eas|cur|clear|dry|draw|shrink|remov|lift|get\s+rid\s+of|for|against)\w*\s+(?:out\s+|up\s+)?(?:\w+\s+){0,2}?(?:burns|boils|corns|moles|scalds)(?=\s*(?:[.,;!]|$)|\s+(?:and|or|in|overnight|fast|within)\b)",
        r"(?:get|got|had|have|having|with|stop\w*|giv\w+\s+\w+|and|against|for|the\s+thrush\s+and)\s+the\s+(?:runs|trots|squits)(?=\W|$)",
        r"(?-i:MS|RA|PD)(?!\s+[A-Z])(?=\s*[.,;!]|\s+(?:relapses?|progress\w*|patients?|symptoms?|flares?))|(?-i:AIDS)|(?-i:AMD)(?=.{0,60}\b(?:eyes?|sight|vision|macula\w*|shield|support|capsules?|supplement))",
    )),
    ("symptom", any_of(
        r"(?:burning|stinging|pain|blood|smarting)\s+(?:when|while|on|as|in)\s+(?:(?:you|i|she|he|passing|your|my|the)\s+)*(?:pass\w*\s+(?:water|urine)|pee\w*|urinat\w+|urine|water\s+passes|stools?|swallow\w*|stools|going\s+to\s+the\s+(?:toilet|loo|bathroom))",
        r"(?:knees?|ankles?|joints?|fingers?|feet|legs?|hands?|face|glands?|toes?|gums?|ears?|lungs?|sinuses|back|hips?|shoulders?|neck|head|belly|bladder)\s+(?:\w+\s+){0,3}?(?:swell(?:s|ed)?|swollen|throb(?:s|bed)?|bled|bleeds?|seiz(?:e|es|ed)\s+up|gave\s+(?:out|way)|gives?\s+(?:out|way)|lock(?:s|ed)\s+up|went\s+numb|goes?\s+numb|on\s+fire|in\s+agony|filled\s+with\s+\w+|like\s+(?:balloons|knives|fire|sandpaper|glass))",
        r"(?:cartilage|nerves?|liver|bones?|discs?|pancreas|retina|ligaments?|tendons?|heart\s+muscle|brain\s+cells?|hearing|sight|eyesight|kidneys?)\b.{0,30}?\b(?:grow(?:s|ing)?\s+back|grew\s+back|grown\s+back|came\s+back|comes?\s+back|regrow\w*|regrew|regenerat\w+|restored|knits?|knit\s+together)|(?:regrow|regenerat|rebuild|rebuilt)\w*\s+(?:\w+\s+){0,3}?(?:cartilage|nerves?|liver|bones?|discs?|pancreas|retina|ligaments?|tendons?|heart\s+muscle|brain\s+cells?|kidneys?)",
        r"(?:leave|left|out\s+of|without|free\s+of|away\s+from|rise|rose|get|got|stand|stood|up)\s+(?:\w+\s+){0,3}?(?:sick\s?bed|death\s?bed)|(?:walk|walked|walking|run|running)\s+again",
        r"(?:weeping|oozing|crust(?:ed|y)|scaly|bleeding|inflamed|angry|raw)(?:,?\s+(?:and\s+)?\w+){0,2}?\s+(?:patches|sores?|plaques?|spots|areas)",
        r"(?:the|two|fewer|more|bad|my|her|his|your|no|those|these)\s+attacks(?=\s*[.,;!]|\s+(?:a|were|are|stop\w*|became|become|ended|came|each|per)\b)",
        r"attacks\s+(?:a|per|each)\s+(?:year|month|week)",
        r"(?:knows?|knew|remembers?|remembered|recogni[sz]e[sd]?)\s+(?:\w+\s+){0,3}?(?:names?|faces?|us|me|who\s+\w+\s+(?:is|are|am))\s+again",
        r"(?:no\s+longer|not|cannot|forget\w*)\b.{0,25}\b(?:recogni[sz]e\s+faces|find\s+words|children['’]s\s+names|the\s+way\s+home)",
        r"(?:failing|fading|slipping|worsening)\s+(?:\w+\s+)?(?:memory|eyesight|sight|vision|hearing|kidneys?|heart|liver|minds?)|(?:mouth|throat|skin|gums?|tongue|nipples?)\s+(?:was|were|is|got)\s+(?:\w+\s+)?(?:raw|on\s+fire|bleeding|cracked\s+open|infected)",
        r"(?:frequent|constant|endless|nightly|night-?time|repeated|many|five|six|ten|several)\s+trips\s+to\s+the\s+(?:loo|toilet|bathroom)",
        r"skin\s+burnt|ringing\s+in\s+(?:your|the|my|both)\s+ears?|walk\w*\s+without\s+(?:sticks?|a\s+cane|crutches)",
        r"(?:swollen|burning|painful|throbbing|numb|inflamed|weeping|crusted|oozing|septic|ulcerated|festering|arthritic|seized|deformed|bleeding|bloody|infected|blocked|runny|stuffy|scratchy|aching|stabbing|blistered|infected|itching|creaking|raw)(?:,?\s+(?:and\s+)?\w+){0,2}?\s+(?:noses?|prostates?|mouths?|glands?|tonsils?|sinuses|joints?|knees?|feet|toes?|fingers?|hands?|gums?|skin|eyes?|throat|ears?|back|hips?|legs?|head|scalp|chest|stomach|ankles?|shoulders?)",
    )),
)  # fmt: skip
_SIGNS = any_of(
    r"thirst(?:y)?|cold\s+(?:hands|feet)|constant\s+cold|weight\s+(?:gain|loss)|dry\s+(?:skin|mouth)|low\s+mood|hair\s+loss|weak(?:ness)?|pale|trips\s+to\s+the\s+(?:toilet|bathroom|loo)|sweat(?:s|ing)|sugar\s+crashes"
    r"|irritab\w+|shak(?:y|ing)|sense\s+of\s+doom|bald\s+patches|brittle\s+nails|dribbling|missing\s+periods|facial\s+hair|puffy\s+\w+|clammy|lightheaded\w*|aches?|waking\s+at"
)
"""Signs that tell of a disease only in company."""


@dataclass(frozen=True, eq=False, repr=False)
class Passage:
    """`text` has the name replaced (see `PRODUCT`); `before` are names of ills a question right before it raised.

    `name` is the product's own; `goods` the kind of goods where it is known.
    """

    text: str
    name: str = ""
    before: tuple[Term, ...] = ()
    skin: bool = False

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return terms(self.text)

    @cached_property
    def severe(self) -> str:
        found = _SEVERE.search(self.text)
        return found.group() if found else ""

    @cached_property
    def mild(self) -> bool:
        return _EASY.search(self.text) is not None and not self.severe

    @cached_property
    def ills(self) -> tuple[Term, ...]:
        """Diseases and signs of one, less those that the sentence calls mild and those that are part of normal life."""
        kept = [
            term
            for term in self.terms
            if term.kind in ILL
            and not (self.mild and term.term in _ONLY_MILD)
            and not _OF_A_TRADE.match(self.text, term.end)
        ]
        asked = (term for term in self.before if term.kind not in MEDICAL)
        return (*asked, *kept, *self._plain_ills())

    def _plain_ills(self) -> list[Term]:
        """Ills told in words that mean something else elsewhere: a cold, blocked arteries, attacks, a list of signs."""
        found = [
            Term(kind, match.group().lower(), match.start(), match.end())
            for kind, pattern in _IN_PLAIN_WORDS
            if kind == "disease" or not self.mild or _AT_DAWN.search(self.text)
            for match in pattern.finditer(self.text)
        ]
        signs = {term.term for term in self.terms if term.kind in ("natural", "symptom")}
        signs |= {match.group().lower() for match in _SIGNS.finditer(self.text)}
        if len(signs) > 2 and "," in self.text and not self.mild:
            found.append(Term("symptom", ", ".join(sorted(signs)[:3]), 0, 0))
        together = "" if self.mild else syndrome(self.text)
        if together:
            found.append(Term("symptom", together, 0, 0))
        return found

    @cached_property
    def medical(self) -> tuple[Term, ...]:
        return tuple(term for term in (*self.before, *self.terms) if term.kind in MEDICAL)

    def of_kind(self, *kinds: str) -> tuple[Term, ...]:
        return tuple(term for term in self.terms if term.kind in kinds)


def said(*parts: str | Term | None) -> str:
    """Words of a finding, for the facts of a flag: "kills ... virus"."""
    return " ... ".join((part.text or part.term) if isinstance(part, Term) else part for part in parts if part)


def nearest(found: Sequence[Term], place: int) -> Term | None:
    """The name that stands nearest to a place."""
    return min(found, key=lambda term: min(abs(term.start - place), abs(term.end - place)), default=None)
