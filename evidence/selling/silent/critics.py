"""Others speak against the goods or against such claims: critics, courts, rules; and those who answer with no.

A seller who reports what may not be said says nothing for the product. The groups are [house].
"""

from __future__ import annotations

import re

from evidence.language.patterns import Cue, any_of, lazily
from evidence.selling.lexicon import ILL, PROFESSION, terms
from evidence.selling.passage import PRODUCT

_SAYS = r"(?:say|says|saying|claim|claims|claiming|promise|promises|promising|state|stating|advertise|advertising|mention|mentioning|suggest|suggesting|tell|print|write|call|speak|talk|make\s+(?:any\s+)?(?:health\s+|medical\s+)?claims?)"
_SCORN = any_of(
    r"snake\s+oil|quack(?:s|ery)?|scams?|rip-?offs?|hoax(?:es)?|false\s+(?:hopes?|promises?|claims?|advertising)|wishful\s+thinking|pseudo-?\s?science|gimmicks?|hype|unscientific|debunk\w*|(?:is|are|was|were)\s+lying|far-fetched|irresponsible\s+(?:claims?|promises?|to)|too\s+good\s+to\s+be\s+true|charlatans?|gullible"
)
_NO_SCORN = lazily(r"\b(?:no|not|isn['’]t|without|never|unlike|beyond)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_RULED = any_of(
    rf"(?:laws?|rules|regulations?|regulators?|legislation|authorit(?:y|ies)|lawyers?|code|agency|court|commission|eu|fda|ftc|asa|efsa|mhra|us|uk|british|european|american)\b.{{0,40}}\b(?:not|n['’]t|never|forbids?|forbade|prohibits?|bans?|banned|bars?|stops?|prevents?|rightly|only)\b.{{0,40}}\b{_SAYS}\b",
    r"(?:we|sellers?|makers?|shops?|brands?|companies|nobody|no\s+one|i)\s+(?:are|is|am|may|can|must|do|does|will|would|could)(?:\s+not|n['’]t|not|\s+never)\s+(?:\w+\s+)?(?:allowed\s+to\s+|permitted\s+to\s+|free\s+to\s+|legally\s+)?(?:say|claim|promise|state|advertise|mention|suggest|make\s+(?:\w+\s+)?claims?)\b(?!\s+enough)",
    r"(?:adverts?|ads?|advertisements?|claims?|posters?|commercials?|labels?|slogans?)\b[^.!?]{0,40}\b(?:was|were|been|is|are)\s+(?:\w+\s+)?(?:banned|withdrawn|pulled|removed|censured|criticised|criticized|ruled|forbidden|unlawful|illegal)\b|told\s+off\b",
    r"(?:took|take|taken|remove[sd]?|delete[sd]?|deleting|cross(?:ed)?|struck|strike|cut)\s+(?:\w+\s+){0,3}?(?:word|words|claim|claims|sentence|line|phrase|reviews?|comments?|testimonials?)\b",
    r"(?:reviews?|comments?|letters|posts|testimonials?|stories)\b.{0,60}\b(?:are|is|were|was|get|will\s+be)\s+(?:not\s+(?:published|shown|printed|posted|evidence|proof)|removed|deleted|taken\s+down|left\s+out|never\s+\w+)",
    r"(?:anyone|anybody|whoever|everybody|those|people|websites?|sites?|sellers?|influencers?)\s+(?:who\s+)?(?:promising|claiming|saying|telling|selling|promises?|claims?|says?|tells?)\b.{0,60}\b(?:l(?:ying|ies?)|wrong|fool\w*|dishonest|mistaken|nonsense|cheat\w*|distrust|suspicious|wary|careful|misleading)",
)
_NO = Cue(
    r"\bno,?\s+(?:it|they|we|this|you|thisproduct)\s+(?:does|do|did|will|wo|ca|can|is|are|would|could)(?:\s*n['’]?t|\s+not|not)\b|\b(?:the\s+(?:honest\s+|short\s+|simple\s+)?answer\s+is|we\s+(?:have\s+to\s+)?say|the\s+reply\s+is)\s+(?:always\s+)?[\"“']?no\b",
)
_THERE_IS_NONE = Cue(
    r"\b(?:there\s+(?:is|are|has\s+never\s+been)\s+no|no|not\s+one|no\s+such\s+thing\s+as\s+an?)\s+(?:single\s+|known\s+|\w+\s+)?(?:teas?|drinks?|foods?|herbs?|supplements?|pills?|oils?|creams?|diets?|vitamins?|powders?|capsules?|honeys?|apps?|devices?|lamps?|remed(?:y|ies)|products?|programmes?|things?|potions?|superfoods?|miracles?|cures?)\s+(?:that|which|can|could|will|has\s+ever|cures?|prevents?|treats?|replaces?|for|in\s+the\s+world)\b",
)
_UNLAWFUL = Cue(
    r"\bno\s+(?:dietary\s+|food\s+|herbal\s+)?(?:supplements?|products?|foods?|teas?|creams?|remed(?:y|ies)|devices?|apps?|oils?|herbs?)\s+(?:may|can|must|should)\s+(?:lawfully\s+|legally\s+|ever\s+)?(?:be\s+)?(?:sold|marketed|advertised|called|labell?ed|claim\w*|promise|promoted)\b"
    r"|\bno\s+(?:\w+\s+){1,2}?(?:has|have)\s+(?:ever\s+)?been\s+(?:shown|proven|proved|found|demonstrated)\s+to\b",
)
_ONLY = any_of(
    rf"like\s+{PRODUCT}|except|but\s+(?:for\s+)?{PRODUCT}|until|better|faster|as\s+\w+\s+as|comes?\s+close|without"
)
_MUST = Cue(
    r"(?<!nobody )(?<!no one )(?<!not )(?<!n['’]t )(?<!who )(?<!why )\b(?:need|needs|have|has|ought)\s+to\s+(?!try|take|use|get|buy|have|start|know|be\s+\w+ing|order|drink|eat|hear|tell\s+you|say|admit|share|thank|suffer|accept|put\s+up|endure|be\s+(?:like|that|this)|see\s+(?:this|thisproduct)|worry|give|live)\w+|\b(?:must|should)\s+(?:count|check|watch|monitor|ask|consult|avoid|limit|seek|read|talk|speak|wait|be\s+(?:treated|checked|looked|seen|examined|careful|aware|cautious|monitored))\b",
)
_CALLS_FOR = any_of(
    rf"(?:needs?|requires?|calls?\s+for|belongs?\s+(?:in|with)|is\s+a\s+(?:matter|case|job|question)\s+for|are\s+(?:matters|cases)\s+for|should\s+(?:always\s+)?be\s+(?:treated|looked\s+at|seen|checked|examined))\b.{{0,25}}\b(?:{PROFESSION}|medical|emergency|treatment|hospital|prescription|professional|antibiotics)\b",
    rf"(?:ring|phone|call|contact|visit|see|(?:word|chat)\s+with|ask|tell|consult|talk\s+(?:it\s+over\s+)?(?:to|with)|speak\s+(?:to|with)|go\s+(?:straight\s+)?to|turn\s+to|check\s+with|get\s+advice\s+from)\s+(?:[\w'’]+\s+){{0,3}}?{PROFESSION}\b(?!\s+(?:again|any\s*more|anymore|less|for\s+years)\b)",
    rf"(?:your|a|the|any)\s+(?:local\s+)?{PROFESSION}\s+(?:can|will|may)\s+(?:tell\s+you\s+more|advise|answer|explain|help\s+you\s+(?:decide|choose)|say\s+whether)\b",
    r"(?:medical|an)\s+emergency\b|(?:crisis|emergency)\s+(?:line|number|services?)|(?:get|have|had)\s+(?:it|them|this|that|these|your\s+\w+)\s+(?:looked\s+at|checked|seen\s+to|examined)|(?:a|your)\s+(?:gp|doctor)\s+is\s+(?:a|the)\s+(?:good|best|right)",
)
_NOT_CALLED = any_of(
    r"(?:who|nobody|no\s+one|why)\s+(?:\w+\s+)?needs?\b|(?:no|never|without|stop|stopped|instead\s+of|rather\s+than|before|not|n['’]t|skip|forget|why|who\s+needs)\s+(?:\w+\s+){0,4}?(?:ring|phone|call|calling|contact|visit|see|seeing|ask|asking|consult|going|go|need|needed|needs)\b|(?:lets?|allows?|helps?|enables?|so\s+(?:that\s+)?you\s+can|ready\s+to|easy\s+to|easier\s+to)\s+(?:\w+\s+){0,3}?(?:contact|call|see|talk|speak|tell|visit|ask|consult)\b|(?:asks?|asked|amazed|stunned)\b|(?:tells?|shows?|alerts?|warns?|lets?|knows?)\s+(?:you|me|us)?\s*(?:know\s+)?(?:when|if|whether|how)\b"
)
_GAVE = Cue(
    r"(?:\b(?:it|they|this|these|which|capsules|thisproduct)\s+(?:\w+ly\s+|only\s+|just\s+)?)(?:gave|gives|give|giving|left|got)\s+(?:me|him|her|us|you|my\s+\w+|some\s+people|people|them)\s+(?:with\s+)?(?:an?|the|these|such|some|awful|terrible|bad|horrible|nasty|constant|worse|\s)*",
)
_QUIT = Cue(
    rf"\b(?:stopped|quit|gave\s+up|returned|sent\s+back|threw\s+out|binned|regret\w*|refunded)\b[^.!?]{{0,40}}{PRODUCT}\b[^.!?]{{0,30}}\b(?:because|after|when|since|as)\b|{PRODUCT}[^.!?]{{0,40}}\b(?:refund(?:ed)?|money\s+back\s+please)\b",
)
_ANOTHER = Cue(
    r"\b(?:trials?|stud(?:y|ies|ied)|research\w*|test(?:s|ed)|experiments?|scientists?)\b[^.!?]{0,60}\b(?:another|a\s+different|someone\s+else['’]s|somebody\s+else['’]s|an?\s+\w+\s+like\s+(?:ours|thisproduct)|other\s+(?:brands?|makers?|products?))\b"
    r"|\b(?:another|a\s+different|someone\s+else['’]s|somebody\s+else['’]s)\s+(?:\w+\s+){0,3}?(?:trials?|stud(?:y|ies)|was\s+recalled|was\s+tested|were\s+tested)\b|\bsold\s+by\s+(?:someone|somebody)\s+else\b|\bnobody\s+(?:would|should|ought\s+to|could)\s+(?:rely|recommend|think|believe|use|prescribe|swallow)\b",
)


def speaks_against(text: str) -> bool:
    """Whether critics, rules or a plain no take back what the words seem to claim."""
    scorn = _SCORN.search(text)
    if scorn and not _NO_SCORN.search(text[: scorn.start()]):
        return True
    if _RULED.search(text) or _NO.search(text) or _ANOTHER.search(text):
        return True
    if _UNLAWFUL.search(text) and not _ONLY.search(text):
        return True
    return _THERE_IS_NONE.search(text) is not None and not _ONLY.search(text)


def sends_to_help(text: str) -> bool:
    """Whether readers are sent to a doctor or told what they must heed; a product is no such thing."""
    if _CALLS_FOR.search(text) and not _NOT_CALLED.search(text):
        return True
    return _MUST.search(text) is not None and bool([term for term in terms(text) if term.kind in ILL])


def complains(text: str) -> bool:
    """Whether somebody tells of an ill that the goods brought."""
    if _QUIT.search(text) or _BEGINS_BADLY.match(text) or _NO_BETTER.search(text):
        return True
    worse = _WORSENED.search(text)
    if worse and not _NEVER.search(text[: worse.start()]):
        return True
    return any(_is_ill(text, gave.end()) for gave in _GAVE.finditer(text))


_WORSENED = Cue(
    rf"\b(?:flared?(?:\s+up)?|broke\s+out|breaks\s+out|got\s+worse|reacted\s+badly|(?:came|come)\s+(?:up|out)\s+in|felt\s+(?:sick|ill|dizzy|faint)|had\s+a\s+reaction|was\s+sick)\b[^.!?]{{0,40}}\b(?:after|from|with|on|to)\b[^.!?]{{0,25}}{PRODUCT}",
)
_NO_BETTER = Cue(
    r"\b(?:as\s+bad\s+as\s+(?:ever|before)|(?:exactly|just|every\s+bit)\s+as\s+(?:much|bad|sore|itchy|painful|tired|often)(?:\s+as\s+(?:ever|before))|(?:did|has|have|had)(?:\s+not|n['’]?t)\s+(?:\w+\s+)?(?:get|got|gotten|become)\s+any\s+better|(?:no|not\s+(?:any|a\s+bit))\s+better(?:\s+(?:than|at\s+all)|\s*[.,;!])|slept\s+no\s+better|(?:actually|even)\s+(?:went|gone|goes)\s+(?:up|down)|made\s+(?:no|zero|not\s+a\s+bit\s+of)\s+difference|asked\s+for\s+(?:a|my)\s+(?:refund|money)|(?:want|demand\w*)\s+my\s+money\s+back|kept\s+(?:coming|happening)\s+(?:back\s+)?(?:regardless|anyway|all\s+the\s+same)|(?:did|does|do|has|have)(?:\s+not|n['’]?t)\s+(?:help|work|shift|touch|do\s+a\s+thing|make\s+(?:a|any)\s+difference)(?:ed)?\b(?!\s+(?:until|like|as\s+\w+\s+as|for\s+(?:a|the)\s+first)))"
    r"|\bstill\s+(?:caught|came\s+down|went\s+down|ended\s+up|got\s+(?:a|the|two|my)|have\s+(?:the|my|it)|suffer|woke|wake|itch\w*|hurts?)\b(?=.{0,80}\b(?:thisproduct|it|these|this|while|despite|after|every\s+single\s+day)\b)",
)
"""It made nothing better: a complaint, unless it is of what came before the goods."""
_NEVER = lazily(r"\b(?:never|not|nobody|no\s+one|none|no|n['’]t|without)\b", re.IGNORECASE)
_BEGINS_BADLY = lazily(
    r"^\W*(?:cons?|drawbacks?|downsides?|what\s+we\s+(?:do\s+not|did\s+not|don['’]t|didn['’]t)\s+(?:like|love)|not\s+so\s+good|minus(?:es)?|the\s+bad)\b[^:.]{0,30}:|^\W*(?:one|two|[12](?:\s*/\s*5)?)\s+stars?\b|^\W*(?:gave\s+me|made\s+me\s+(?:sick|ill))\b|^\W*(?:terrible|horrible|awful|useless|rubbish|disappoint\w*|waste\b)",
    re.IGNORECASE,
)


def _is_ill(text: str, place: int) -> bool:
    return any(term.kind in ILL and term.start - place in (0, 1) for term in terms(text))
