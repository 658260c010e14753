"""Evidence is said to be missing, to be on something else, or an authority objected."""

from __future__ import annotations

from evidence.language.patterns import any_of
from evidence.selling.passage import PRODUCT

_UNPROVEN = any_of(
    r"no\s+(?:(?:good|real|hard|solid|clinical|convincing|strong|sound|scientific|reliable|published)\s+)?(?:evidence|proof|research|trials?|stud(?:y|ies))(?!\s+(?:of|for)\s+(?:harm|side|risk|any\s+harm))",
    r"(?:little|scant|thin|weak|poor|limited|insufficient|early)\s+(?:\w+\s+)?(?:evidence|effect|reason|research|proof)",
    r"(?:evidence|proof|research)\b.{0,70}\b(?:is|are|remains)\s+(?:still\s+)?(?:lacking|thin|weak|missing|mixed|scarce|limited|unclear|absent|poor)",
    r"(?:has|have|had|was|were)(?:\s+not|n['’]t|\s+never)\s+(?:yet\s+)?(?:been\s+)?(?:\w+\s+)?(?:shown|proven|proved|tested|studied|cleared|approved|licensed|authori[sz]ed|registered|reviewed|compared|evaluated|examined|established|demonstrated|investigated|well\s+studied|part|among)",
    r"(?:has|have|was|were)\s+not\s+been(?=\s*[.;])",
    rf"(?<!disease )(?<!illness )(?<!cold )(?<!ailment ){PRODUCT}\s+(?:has|was|were|had)\s+not\b",
    r"(?:did|do)(?:\s+not|n['’]t)\s+(?:\w+\s+)?(?:relieve|ease|prevent|lead|improve|beat|help|use|test|include|reduce|do\s+better|outperform|lower)",
    r"(?:research|evidence|stud(?:y|ies)|data)\s+(?:\w+\s+)?(?:on|into)\s+whether",
    rf"(?:used|tested|tried)\s+other\s+\w+\s+than|other\s+(?:\w+\s+){{1,3}}?than\s+{PRODUCT}",
    r"at\s+an\s+early\s+stage|(?:far\s+)?too\s+early\s+to\s+(?:say|tell)",
    rf"(?:was|is|were|are)\s+not\s+(?:about|on|of|with)\s+{PRODUCT}|(?:was|were|been)\s+fined|fined\s+for|no\s+(?:proven|known|measurable|detectable|clear)\s+(?:effect|benefit)s?",
    r"reports?\s+of\s+(?:\w+\s+){0,3}?(?:damage|injury|harm|reactions?|side\s+effects)",
    r"did\s+nothing\s+for|none\s+of\s+them\s+(?:with|on|of|used|tested)|weak\s+studies|no\s+evidence|are\s+no\s+(?:proof|evidence)|no\s+trials?\s+to\s+show|(?-i:ASA|FDA|FTC|MHRA|EFSA)\b.{0,60}\b(?:ruled|warned|banned|told|found|fined|made\s+(?:\w+\s+){1,4}?(?:stop|drop|withdraw|remove)|objected|complained)|(?:authority|authorities|regulators?|watchdog|court|judges?|agency|commission|ministry|inspectors?|ombudsman)\b.{0,70}\b(?:ruled|warned|banned|told|fined|ordered|forbade|stopped|forced|asked)\b|(?:told|ordered|forced|made)\s+(?:\w+\s+){0,6}?to\s+(?:stop|withdraw|remove|take\s+down|delete|pull|drop)\s+(?:saying|claiming|advertising|the\s+(?:ad|advert|claim)|an?\s+(?:ad|advert|claim)|its|such)|(?:ruled|warned|banned)\s+(?:that|by)|must\s+not\s+(?:mention|claim|say)",
    r"jury\s+is\s+(?:still\s+)?out|no\s+(?:significant\s+)?difference\s+between|warned\s+companies",
    r"(?:a\s+|an\s+old\s+)?(?:myth|rumour|rumor|legend|fairy\s+tale|misconception|tall\s+story|hoax)s?\s+(?:that|about)\b",
    r"nobody\s+has\s+(?:yet\s+|ever\s+)?(?:shown|tested|studied|proven|proved|tried|looked|checked|measured)",
    r"(?:nobody|no\s+one)\s+(?:yet\s+)?(?:knows|can\s+(?:yet\s+)?(?:say|tell))|(?:do|does|did)(?:\s+not|n['’]t)\s+(?:yet\s+)?know\s+(?:yet\s+)?(?:whether|if|how)|not\s+(?:yet\s+)?(?:sure|certain|known|clear)\s+(?:whether|if)|cannot\s+(?:yet\s+)?(?:say|tell|know)\s+(?:whether|if)",
    r"whether\s+(?:or\s+not\s+)?(?!you\b|your\b|or\b|i\b|we\b|it\s+is\b|that\b|morning\b|young\b|at\b|in\b|on\b|for\b|a\b|from\b|old\b)|(?:know|say|tell|see|find\s+out|test|tested|study|studied|ask|asked|learn|discover|check)\s+(?:\w+\s+)?if\s+(?:thisproduct|it)\b",
    rf"(?:stud(?:y|ies)|trials?|reviews?|research(?:ers)?|papers?|meta-?analys[ei]s|experts?|scientists?)\b.{{0,90}}\b(?:not|never|none|nor|without|other\s+than|rather\s+than|instead\s+of|n['’]t)\b.{{0,30}}{PRODUCT}",
    r"what\s+(?:little\s+)?(?:is\s+known|we\s+know|science\s+knows|researchers\s+know)\s+(?:about|of|on)|(?:came\s+out|was|were|proved|turned\s+out|came\s+back)\s+(?:negative|empty|inconclusive|disappointing|null)|(?:found|showed|shows?|saw|brought|had)\s+(?:no|nothing|little|hardly\s+any)\s+(?:effect|benefit|difference|change|improvement|advantage|help|more\s+than)|fail(?:s|ed)\s+to\s+(?:show|find|prove)",
    r"(?:too\s+(?:soon|early)|impossible|hard|not\s+possible)\s+to\s+(?:say|tell|know)\b|remains\s+to\s+be\s+(?:seen|shown)|(?:open|unanswered)\s+question|has\s+yet\s+to\s+be",
    rf"(?:trials?|stud(?:y|ies)|research(?:ers)?|experiments?)\b.{{0,90}}\b(?:used|tested|gave|tried|took|looked\s+at)\b.{{0,60}}\b(?:as\s+\w+\s+as|than|unlike|not|but\s+not)\s+(?:that\s+of\s+|those\s+(?:in|of)\s+|the\s+\w+\s+(?:in|of)\s+)?{PRODUCT}",
    r"(?:has|have|had)\s+(?:had\s+)?(?:no|little|zero)\s+(?:\w+\s+)?(?:effect|influence|impact|bearing)\s+on\b(?!\s+(?:other|your|any|the|prescription|heart)?\s*(?:medicines?|medication|pills|tablets|drugs|milk|alertness|driving|baby|liver|kidneys))",
    rf"(?:trials?|stud(?:y|ies)|research(?:ers)?|doses?|amounts?)\b.{{0,60}}\b(?:times|more\s+than|higher\s+than|far\s+above)\b.{{0,30}}\b(?:amount|dose|quantity|strength|level|content|that)\b.{{0,25}}{PRODUCT}",
    r"no\s+better\s+than|no\s+more\s+than\s+(?:a\s+)?placebo",
    r"with\s+(?:mixed|modest|little|poor|disappointing|no)\s+(?:results?|effects?|success|benefit)|without\s+(?:any\s+)?(?:success|effect|benefit)",
    r"(?:none|neither)\s+(?:of\s+\w+\s+)?(?:\w+\s+)?(?:tested|used)",
    rf"none\s+(?:of\s+\w+\s+\w+\s+)?(?:tested|used)\s+{PRODUCT}",
    r"(?:is|are|remains?)\s+(?:unclear|unknown|unproven|untested|not\s+known|far\s+from\s+clear)",
    r"whether\b.{0,80}\b(?:unclear|unknown|not\s+been|yet\s+to)",
    r"(?:in|used|was|were|is|tested|with|on)\s+(?:an?other|a\s+different)\s+(?:product|extract|syrup|one|form|brand|capsule|preparation|cream|oil|tea|device)",
    r"(?:could|can)\s+(?:not\s+)?find\s+(?:no|any)\s+(?:trial|stud)",
    r"(?:that|the)\s+extract\s+is\s+not",
    r"(?:folk|old\s+wives|grandmother[’']s)\s+(?:medicine|remed(?:y|ies)|tales?)|too\s+small\s+to|(?:trials|studies)\s+are\s+small",
    r"under\s+(?:medical\s+)?supervision",
    r"in\s+(?:one|a)\s+(?:small\s+)?(?:trial|study)\s+that\s+used",
    r"a\s+prescription\s+drug,",
    r"as\s+trials\s+of",
    r"is\s+approved\s+for",
)


def is_unproven(text: str) -> bool:
    """Whether the sentence says that nothing shows the effect."""
    return _UNPROVEN.search(text) is not None
