"""Readers are told to take care: who should not use the product, what it must not be used with, whom to ask."""

from __future__ import annotations

from evidence.language.patterns import Cue, any_of
from evidence.selling.passage import PRODUCT

_CLAUSE = r"(?:^|[,;:.!–—(]\s*|\band\s+|\bor\s+|\bplease\s+|\bbut\s+)"
_FORBIDS = Cue(
    rf"{_CLAUSE}(?:please\s+)?(?:do\s+not|don['’]t|never)\s+(?:ever\s+)?(?:take|use|give|put|drink|eat|swallow|drive|combine|change|stop|start|wear|rely|exceed|mix|look|stare|point|aim|shine|touch|heat|boil|cook|freeze|chew|crush|share|store|spray|massage|pour|expect|attempt|join|train|exercise|sit|lie|stand|plug|charge|immerse|wash|hold|reuse|lend|hand|double|continue|keep\s+(?:taking|using|on)"
    r"|apply|ignore|delay|rub|leave|inhale|ingest|follow|operate|skip|replace|do|feed|let|place|light|burn|smoke|inject|soak|bathe|fly|bend|insert|cover|substitute|quit|self-medicate|spread|add|serve|sleep|wrap|open|try|buy)\b(?!.*\bagain\b)",
)
_ADVISER = (
    r"(?:doctor|physician|gp|pharmacist|midwife|dentist|surgeon|physiotherapist|p(?:a)?ediatrician|\w+ologist|\w+iatrist|optician|"
    r"doctors|nurse|therapist|counsellor|vet|health\s?care\s+\w+|specialist|medical\s+\w+)"
)
_WARNS = any_of(
    rf"(?:ask|talk\s+to|speak\s+(?:to|with)|consult|see|tell|check\s+with|inform|without)\s+(?:asking\s+)?(?:your|a|an|the)\s+(?:\w+\s+)?{_ADVISER}",
    rf"(?:needs?|unless|with|get|have)\s+(?:a|an|your|their|his|her)\s+{_ADVISER}(?:['’]s\s+(?:consent|permission|advice|approval|agreement|okay|go-ahead|leave|note))",
    rf"(?<!who )(?:needs?|unless)\s+(?:a|your)\s+{_ADVISER}",
    r"(?:should|must|ought\s+to|had\s+better)\s+(?:leave|stay\s+away|keep\s+away|keep\s+off|steer\s+clear|do\s+without|refrain|skip|avoid|give\s+up|check|wait)\b",
    r"(?:may|can|could|might|will)\s+(?:\w+\s+)?(?:burn|sting|irritate|damage|stain|redden|hurt|inflame|blister)\s+(?:the\s+|your\s+)?(?:skin|eyes|mouth|throat|lips|tongue|fingers|hands|clothes|mucous|stomach)|(?:bad|not\s+good|no\s+good|dangerous|harmful|risky|poisonous|toxic)\s+(?:for|to|if)\b",
    r"medical\s+(?:advice|care|supervision)",
    r"call\s+(?:an\s+ambulance|911|999|112|your\s+local\s+emergency\w*)",
    r"(?:seek|get)\s+(?:medical\s+)?(?:help|advice|care)(?=\s*(?:$|[.,;!]|at\s+once|if|immediately))",
    r"(?:should|must|may|can)\s+(?:not|never)\s+(?:be\s+|rely\s+on\s+|have\s+)?(?:take|taken|use|used|give|given|worn|wear|drink|drunk|eat|eaten|do|put|swallow|swallowed|start|combined|rely)",
    rf"(?:should\s+)?avoid\s+(?:{PRODUCT}|it|this)",
    rf"(?:leave|remove|stop|discontinue)\s+(?:\w+ing\s+)?{PRODUCT}\s+(?:alone|at\s+once|if|two\s+weeks|and)",
    r"(?:stop|discontinue)\s+(?:use|using|taking)\b.{0,40}\bif",
    r"(?:not|isn['’]t)\s+(?:suitable|recommended|advised|advisable|fit|meant)\s*(?:for|in|during|to|if|when)?",
    r"not\s+(?:to\s+be\s+|be\s+)?(?:used|taken|given)",
    r"(?:is|are)(?:\s+not|n['’]t)\s+for\b",
    r"not\s+for\s+(?:use|people|children|women|men|anyone|those|internal|babies)",
    r"not\s+safe\s+(?:for|in|during|to|with)",
    r"unsuitable",
    r"keep\s+(?:\w+\s+){0,3}?(?:out\s+of\s+(?:the\s+)?reach|away\s+from\s+(?:\w+\s+)?(?:children|pets|people|anyone|cats|dogs))",
    r"(?:may|can|could|might|will)\s+(?:\w+\s+)?(?:set\s+off|push\s+up|bring\s+on|provoke|spark|aggravate|(?:lead\s+to|result\s+in)(?!\s+(?:\w+\s+)?(?:improv|better|more|less|fewer|signif|relief|heal|reduc|lower|great|high|increas|weight\s+loss|calm|deep))\w*|drive\s+up|put\s+up|bring\s+out|give\s+(?:you|some\s+people|people|them)\s+(?:an?\s+)?(?:upset|sore|bad|loose|runny|rash|headaches?|heartburn|diarrh\w+|the\s+runs|hives|cramps|wind|nightmares|palpitations)\b|make\s+\w+(?:\s+\w+)?\s+worse|cause|trigger|lower\s+(?:\w+\s+){1,2}too|interact|make\s+you|disturb|harm|worsen|be\s+harmful|appear|occur|wear\s+teeth|upset|bleed|fall\s+ill|raise\s+the\s+risk|increase\s+the\s+risk)",
    r"(?:some|a\s+few|certain|sensitive)\s+(?:people|users|customers|women|men)\s+(?:get|have|feel|report|experience|notice|develop)\b",
    r"contains?\s+\w+,?\s+which\s+(?:can|may)|can\s+make\s+\w+(?:\s+\w+)?\s+worse",
    r"if\s+(?:your\s+)?symptoms\s+(?:persist|worsen|get\s+worse|continue)",
    r"(?:please\s+)?seek\s+professional",
    r"(?:a\s+)?(?:warning|caution)s?\b",
    r"have\s+been\s+reported|(?:it|that)\s+poisons|who\s+may\s+choke",
    r"test\s+\w+\s+on\s+a\s+(?:small\s+)?patch|should\s+count\s+the",
    r"need\s+to\s+avoid|keep\s+(?:using|taking)\s+your|see\s+your\s+dentist|have\s+your\s+\w+\s+checked",
    r"would\s+(?:not|never)\s+(?:give|use|take|recommend|tell|advise|suggest)",
    r"allergic\s+to|allergy\s+to\s+\w+(?:\s+\w+)?\s+is\s+common",
    r"(?:made|makes|leaves?|left|turned)\s+(?:my|me|it|his|her|things|the|our|their|him)\s+(?:[\w-]+\s+){0,3}?(?:worse|sicker|ill|sick|sore|break\s+out|itch|flare)\b|(?:gave|gives)\s+(?:me|him|her|my\s+\w+)\s+(?:an?\s+|awful\s+|terrible\s+|bad\s+|the\s+)+(?:\w+\s+)?(?:rash|headache|hives|diarrh\w+|reaction|migraines?|breakout|stomach\s+ache|runs)|(?:returning|returned|sent)\s+(?:it|this|mine|them)(?:\s+back)?(?=\W|$)|waste\s+of\s+money|(?:did|does|do)(?:\s+not|n['’]?t)\s+(?:work|help|do)\s+(?:for\s+(?:me|us|him|her)|a\s+(?:thing|bit)|at\s+all|anything)|because\s+of\s+the\s+(?:risk|danger)\s+of",
    r"best\s+(?:avoided|left|skipped)|(?:to\s+be|should\s+be|must\s+be|is|are)\s+(?:\w+\s+)?avoided\b|(?:may|can|could|might)\s+(?:\w+\s+)?(?:sting|itch|scald|smart|stain|bleach|redden|tingle|choke|throw\s+out)\b|keep\s+(?:\w+\s+)?(?:children|kids|pets|babies|people|anyone|toddlers|dogs|cats|it|them|thisproduct)\b.{0,40}\baway\b|(?:which|that)\s+(?:some|certain)\s+(?:people|women|men)\s+(?:should|must|need\s+to|have\s+to)",
    r"exceed\s+the|too\s+much\s+\w+\s+can|in\s+(?:large|high|big)\s+(?:amounts|doses|quantities)\b.{0,40}\b(?:can|may|raises?|causes?|harm\w*)|(?:can|may|could|might|will)\s+(?:\w+\s+)?(?:raise|increase|push\s+up|elevate)\s+(?:your\s+|the\s+)?(?:blood\s+pressure|blood\s+sugar|cholesterol|heart\s+rate|potassium)",
)
_NO_HARM = any_of(
    r"(?:nothing|nobody|never|no\s+one|cannot|nothing\s+in\s+\w+)\b.{0,30}\b(?:can|could|may|that|upset|harm|hurt)",
    r"without\s+(?:\w+\s+)?(?:danger|harm|risk|worry)",
    r"no\s+(?:good\s+)?reasons?\s+(?:why|for|not)",
)

_TELLS = any_of(
    r"(?:shows?|tells?|alerts?|informs?|signals?|used\s+as)\b.{0,80}\b(?:when|how\s+well|early[\s-]warning|whether)\b",
)
"""A device that is said to know when a doctor is needed does not warn: it claims to tell an illness."""


_BEFORE_HARM = Cue(r"\bbefore\s+(?:it|they|the\s+\w+|these)\s+(?:can|could|even|ever|do|does|has|have)\b[^.!?,;]*")
"""What the goods forestall is no warning: "flushes stones out before they can do harm"."""


def warns(text: str) -> bool:
    """Whether the sentence warns or forbids, rather than saying that nothing can go wrong."""
    text = _BEFORE_HARM.sub(" ", text)
    cautions = _WARNS.search(text) is not None and not _NO_HARM.search(text) and not _TELLS.search(text)
    return cautions or _FORBIDS.search(text) is not None
