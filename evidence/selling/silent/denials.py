"""The seller says what the product is not for, or that it does not do it (21 CFR 101.93(c): the statement itself is no claim)."""

from __future__ import annotations

from evidence.language.patterns import any_of
from evidence.selling.passage import PRODUCT

_NOT = r"(?:\s+not|n['’]t)"
_ACTS = (
    r"(?:claim\w*|treat|cures?|prevent|diagnose|heal|help|replace|protect|relieve|remove|ease|stop|change|reduce|lower"
    r"|work|fix|reverse|shorten|say|said|tell\s+you\s+whether|test\s+for|be\s+a|make\s+any)"
)
_REMEDY = (
    r"(?:treatments?|cures?|remed(?:y|ies)|medicines?|medications?|drugs?|medical\s+(?:devices?|advice)|substitutes?|replacements?"
    r"|alternatives?|therap(?:y|ies)|diagnostic\s+(?:tool|test)s?|diagnos[ei]s|painkillers?|such\s+thing)"
)
_NO_ONE = r"(?:not|no|never|nor|neither)"
_GOOD_NOTS = (
    r"(?:just|only|merely|simply|let|allow|permit|give|leave|tolerat\w*|need|stop|wait|disappoint|fail|harm|hurt|irritat\w*|upset|interfer\w*|interact|cause|rais\w*|thin|clash|react|break\s+(?:me|you|him|her|us|them|anyone)\s+out|itch|strip|mess|disagree|affect|bother|burn|sting|make|contain|mean|miss|rest|hesitat\w*"
    r"|cost|require|mind|get|put|even|keep|be\s+(?:overdos\w*|overused|overdone|misused|beaten|matched|a\s+strain)|a\s+strain|known\s+to\s+(?:cause|interact)|impair|strain|weigh|dry|clog|block|disturb|damage|addict\w*|habit\w*|harmful|dangerous|risky|toxic|greasy|sticky|sedat\w*|overload|tire|wear)\b"
)
"""What a product does not do without denying any effect: it does no harm, it lets no cold in."""
_DENIES = any_of(
    rf"(?:is|are|was|were|being){_NOT}\s+(?:\w+\s+){{0,2}}?(?:intended|meant|designed|approved|licensed|sold|made|supposed|registered)\s+(?:to|for|as)",
    r"not\s+(?:intended|meant|designed|approved|licensed)\s+(?:to|for|as)",
    rf"(?<!that )(?<!which )(?<!who )(?:does|do|did|will|can|could|would|ca|wo){_NOT}\s+(?!just\b|only\b|merely\b|simply\b)(?:\w+\s+){{0,1}}?{_ACTS}",
    rf"no\s+\w+(?:\s+\w+){{0,2}},?\s+(?:not\s+even|including|least\s+of\s+all|and\s+certainly\s+not)\s+{PRODUCT}",
    rf"(?:neither|nor)\s+{PRODUCT}\s+(?:nor\s+(?:\w+\s+){{1,4}}?)?(?:can|will|does|is|has|could)",
    rf"(?<!you )(?<!i )(?<!we )cannot\s+(?!just\b|only\b|merely\b|simply\b)(?:\w+\s+){{0,1}}?{_ACTS}",
    r"(?:not|hardly|n['’]t|scarcely)\s+true\s+(?:that|of)|(?:false|wrong|nonsense|untrue|misleading|an?\s+(?:lie|error|mistake))\s+(?:that\b|to\s+(?:say|claim|think|believe|hope|expect))",
    r"never\s+(?:said|claimed|promised)|(?:do|does|would|will|can|could|must|may)(?:\s+not|n['’]t|\s+never)\s+(?:sell|market|call|recommend|advertise|promote|offer|describe|present|claim|confirm)\b",
    r"(?:does|do)\s+not\s+contain\s+any\s+(?:\w+\s+)?(?:medicine|drug|remedy)",
    r"(?:cannot|can\s+not|can['’]t)\s+(?:tell|say|promise)\b",
    rf"unlike\s+{PRODUCT},?\s+(?:have|has|are|is|were|was|do|does|can)\b|(?<!nothing )(?<!find )(?:a|an|some|other|has|have|are|is)\s+(?:\w+\s+)?(?:better|safer|other|wiser)\s+(?:\w+\s+)?than\s+{PRODUCT}",
    r"not\s+(?:evidence|proof)",
    rf"(?:is|are|was|were)(?:{_NOT}|\s+no)\s+(?:a\s+|an\s+|the\s+|any\s+)?(?:\w+\s+){{0,2}}?{_REMEDY}",
    r"no\s+(?:substitutes?|replacements?|treatments?|cures?|remed(?:y|ies))\s+for",
    r"there\s+is\s+no\s+cure",
    r"makes?\s+no\s+(?:\w+\s+){0,2}?(?:claims?|promises?)",
    r"ha(?:s|ve)\s+not\s+been\s+evaluated",
    r"for\s+scent\s+only",
    r"no\s+(?:\w+,?\s+){1,3}?included",
    rf"not\s+(?:(?:of|in|for|on|by)\s+)?{PRODUCT}",
    r"none\s+of\s+(?:the|these|those|our|them|us)\b[^.!?]{0,50}\b(?:can|will|could|would|is\s+able\s+to)\s+\w+|(?:not|un)\s?able\s+to\s+(?:answer|say|tell|advise|comment)|(?:cannot|can['’]t)\s+(?:answer|advise|comment)",
    r"nothing\s+on\s+this\s+page|no,?\s+(?:no|not)\s+(?:supplement|product|tea|cream|device|app|food|pill|herb|honey|oil|lamp|programme|diet|vitamin)s?\b|not\s+to\s+(?:say|make|claim|mention)\s+(?:\w+\s+)?(?:medical|health|therapeutic)",
    r"claims?\s+(?:that|of)\b.{3,90}\b(?:false|wrong|untrue|unproven|misleading|nonsense|mice|rats|unfounded|not\s+true)",
    rf"{PRODUCT}\s+is\s+not(?=\s*[.;,!])",
    rf"{PRODUCT}\s+(?:\w+\s+)?(?:is|was|will|does|did|can|could|would|has|had|wo|ca)(?:\s+not|n['’]t|not)\s+(?!{_GOOD_NOTS})\w+",
    rf"(?:{PRODUCT}|it|they|we)\s+(?:does|do|did|will|can|could|would|wo|ca)?(?:\s+not|n['’]t|not)\s+(?:\w+\s+)?(?:find|detect|spot|see)\b",
    r"(?:nobody|no\s+one|none\s+of\s+us|not\s+one\s+of\s+us)\b.{0,40}\b(?:claim|say|promise|pretend|believe|suggest|maintain|argue)(?:s|d|ed)?\b",
    r"(?:is|are)\s+an?\s+\w+(?:\s+\w+)?,\s+not\s+an?\s+(?:\w+\s+)?(?:drug|medicine|medication|remedy|cure|treatment|doctor|therapy)",
    r"(?:is|are|was|were|be)\s+(?:of\s+)?no\s+(?:\w+\s+)?(?:help|use|good|answer|guarantee|medicine|miracle|way\s+to|aid|solution)\b",
    r"(?:anybody|anyone|whoever|everybody|those)\s+who\s+(?:\w+\s+)?(?:says?|claims?|promises?|tells?)\b.{0,60}\b(?:l(?:ying|ies?)|wrong|fool\w*|dishonest|mistaken|nonsense|cheat\w*|distrust|suspicious)",
    r"(?:do\s+not|don['’]t|would\s+not|wouldn['’]t|never)\s+(?:believe|trust|fall\s+for)\b",
)
_DENIES_BEHIND = any_of(
    rf"(?:and|but|,)\s+{_NO_ONE}\s+(?:a\s+|an\s+|any\s+|the\s+)?(?:\w+\s+)?{_REMEDY}",
    rf"(?:and|,)\s+{PRODUCT}\s+will\s+not\s+change",
    rf"(?:^|[;:,.–—]\s*|\band\s+)(?:it|they|this|that)\s+(?:will|does|do|did|can|could|would|wo|ca)(?:\s+not|n['’]t|not)\s+(?!{_GOOD_NOTS})\w+",
    r"(?:,|and|but)\s+not\s+(?:for|against)\s+(?:your|my|the|any|an?)?\s*\w+",
)
"""The same behind a comma or another sign, apart from those that begin with a word: these are found by it at once."""


def denies(text: str) -> bool:
    """Whether the sentence denies an effect of the product, or says what it is not."""
    denied = _DENIES.search(text) or _DENIES_BEHIND.search(text)
    return denied is not None and not _TWICE.search(text)


_TWICE = any_of(
    rf"(?:hardly|scarcely|barely|not\s+(?:an?|one|a\s+single)|no)\s+(?:an?\s+)?(?:\w+\s+){{1,4}}?(?:that\s+|which\s+)?{PRODUCT}\s+(?:\w+\s+)?(?:has|have|can|could|will|does|did|would)(?:\s+not|n['’]t|not)\b",
    r"not\s+(?:\w+\s+){1,3}?anything\s+(?:that\s+)?(?:i|we)\s+would\s+not",
)
"""Two denials make a claim: "there is hardly a cold that it has not beaten"."""
