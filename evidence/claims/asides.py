"""Lines in which a page talks around its subject: openers, ways over to the next point, fashions, jokes, verse.

Such a line needs no source (standards.md A3.1; docs/labelling.md: `opinion`, `history`, `belief`, `tip`, `lead-in`, "figures of
speech, jokes, questions, words that point back"). Each kind names a whole turn of phrase, and gives way where the
sentence also asserts a benefit, a harm or a dose, sets something against a disease, or goes on to a reason: "Enough
about fashion, garlic cures cancer" is more than an aside. Used by `empty_lines`.
"""

from __future__ import annotations

# ruff: noqa: E501 (patterns, laid out to be read)
import re
from collections.abc import Callable, Mapping

from evidence.claims.asserting_words import ASSERTS, BENEFIT
from evidence.language.diseases import disease_words
from evidence.language.patterns import Cue, Cues, lazily

_GOES_ON = lazily(
    r"\b(?:because(?!\s+of\b)|since|but|;\s*however|however,?\s+(?:it|this|that|they|these|the)|although|though|so\s+that|thanks\s+to|due\s+to|as\s+it|works?\s+(?:better|best|well|wonders|against|for|by)|(?:is|are|was|were)\s+(?:\w+\s+)?(?:good|bad|safe|unsafe|dangerous|harmful|toxic|healthy|unhealthy|vital|essential)\b"
    r"|thins?|calms?|soothes?|burns?|melts?|detox\w*|cleans(?:es|e)|fights?|poisons?|ruins?|destroys?|shrinks?|strengthens?|weakens?|cures?|helped|healed|cured|take\s+\d|twice|daily|per\s+day)\b",
    re.IGNORECASE,
)
"""What tells something after all: a reason, a turn, or that something is good or bad."""

_ASKS_ON = Cue(
    r"\b(?:it\s+is|it['’]s|seems?|is)\s+(?:also\s+|well\s+|only\s+|certainly\s+|then\s+)?(?:worth|fair|natural|reasonable|tempting)\s+(?:asking|wondering|pondering|to\s+(?:ask|wonder))\s+(?:wh\w+|how|if|about)\b"
    r"|\bthe\s+question\s+(?:of\s+(?:how|why|what|where|when|which)\b[^.;:]{3,70}?\s)?(?:(?:may|might|will|still|naturally|then|inevitably|now)\s+){0,3}(?:lingers?|arises?|presents\s+itself|comes\s+up|looms)\b"
    r"|\b(?:raises|begs|brings\s+up|prompts|leaves\s+us\s+with|leads\s+us\s+to|brings\s+us\s+to)\s+(?:the|an?|another|one)\s+(?:[\w-]+\s+){0,2}question\b"
    r"|^\W*(?:(?:so|now|okay|quick\s+quiz|pop\s+quiz|go\s+ahead)\W+)?(?:can\s+you\s+)?(?:take\s+a\s+)?guess\s+(?:which|what|who|where|how|why|when|whether)\b"
    r"|^\W*(?:the\s+)?(?:[\w-]+\s+)?(?:obvious|next|natural|logical|big|real|burning)\s+question\s+(?:is|becomes|then|would\s+be|here|that)\b",
)
"""Asks on: "the question of how this comes about may still linger", "guess which one the body takes up"."""

_LEADS_OVER = Cue(
    r"\bthere(?:['’]s|\s+is)\s+(?:(?:much|a\s+lot|so\s+much|far|a\s+little)\s+)?more\s+to\s+(?:it|this|that|the\s+(?:story|picture)|say|tell|come|unpack|discuss|cover)\b"
    r"|\b(?:that|this|which)\s+is\s+only\s+(?:half|part|one\s+side)\s+(?:of\s+)?the\s+(?:story|picture)\b|\b(?:but|and)\s+(?:it|the\s+story)\s+does(?:\s+not|n['’]t)\s+(?:stop|end)\s+there\W*$"
    r"|^\W*(?:(?:and|but|so|now),?\s+)?(?:this|that|here)(?:['’]s|\s+is)\s+(?:exactly\s+)?where\s+[\w\s-]{2,40}?\s(?:comes?|steps?|fits?|enters?)\s+in(?:to\s+(?:play|the\s+picture))?\W*$"
    r"|^\W*(?:but\s+|so\s+|and\s+)?(?:first|before\s+(?:we|I)\s[^,]{3,60}),\s+(?:a\s+(?:quick\s+|brief\s+|short\s+)?(?:word|note|primer|refresher|detour|disclaimer|recap)|some\s+(?:background|basics|context))\b"
    r"|\b(?:studies|trials|projects|researchers|teams|scientists)\s+(?:have|has)\s+(?:\w+ly\s+|also\s+)?(?:investigated|examined|looked\s+(?:at|into)|explored|studied|asked)\b[^.;:]{3,90}?,?\s+(?:including|such\s+as|among\s+them|namely)\s*$"
    r"|\b(?:a\s+lot|so\s+much|plenty|too\s+much)\s+to\s+(?:unpack|digest|take\s+in|cover)(?:\s+here)?\W*$"
    r"|^\W*(?:with|having)\s+(?:that|this|all\s+(?:that|this))\s+(?:said|in\s+mind|out\s+of\s+the\s+way|covered|behind\s+us)\W+(?:let|we\s+can|it\s+is\s+time|it['’]s\s+time|on\s+to|here)\b",
)
"""Leads over to what comes next, and says nothing of it."""

_FASHION = Cue(
    r"\bhaving\s+(?:an?|its|their|his|her)\s+(?:[\w-]+\s+)?moment\b|\b(?:is|are|was|were|become|becomes|became)\s+(?:suddenly\s+|once\s+|currently\s+|once\s+again\s+|back\s+)?(?:all\s+the\s+rage|in\s+vogue|in\s+fashion|en\s+vogue|the\s+talk\s+of\s+the\s+town"
    r"|on\s+every(?:one|body)['’]s\s+(?:lips|radar)|(?:the|an?)\s+(?:[\w-]+\s+){0,3}?(?:buzz\s?words?|craze|fad|flavou?r\s+of\s+the\s+(?:month|day)|household\s+name|hot\s+topic|talking\s+point))\b"
    r"|\b(?:has|have|had)\s+taken\s+(?:the\s+)?[\w\s-]{2,40}?\s?by\s+storm\b|\b(?:rightful|deserved|well-deserved|proper)\s+(?:place|spot|seat)\s+(?:among|amongst|beside|next\s+to|alongside|at)\b"
    r"|\b(?:stepped|moved|came|come|stepping|moving|coming)\s+(?:back\s+)?into\s+(?:the\s+)?(?:spotlight|limelight|vogue|fashion)\b"
    r"|\b(?:received|gotten|got|drawn|attracted|garnered|grabbed|stolen)\s+(?:\w+\s+){0,4}?(?:attention|press|coverage|buzz|hype|headlines|limelight)\b"
    r"|\b(?:growing|rising|soaring|increasing|exploded|surged|soared)\s+(?:\w+ly\s+)?in\s+popularity\b|\b(?:all\s+over|flooding|filling)\s+(?:your|my|our|everyone['’]s|the)\s+(?:\w+\s+)?(?:feeds?|timelines?|instagram|tiktok|social\s+media)\b",
)
"""How a subject comes and goes in talk: "sleep is having a moment"."""
_FOR_WHAT = lazily(
    r"\b(?:for\s+(?:its|their|being|the|how|treating|helping|reducing)|backed\s+by|by\s+(?:research|science)|benefits?|properties|powers?|ability|remedy|miracle)\b",
    re.IGNORECASE,
)
"""What it is in fashion for is told with it."""

_VERSE = Cue(
    r"[“”\"‘’].{3,400}\b(?:Act\s+(?:[IVX]{1,4}|\d|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)\b|Scene\s+(?:[IVX]{1,4}|\d)\b|Sonnet\s+(?:[IVXLC]{1,7}|\d+)|Canto\s+(?:[IVXLC]{1,7}|\d+)|Book\s+[IVX]{1,4}\b|Stanza\s+\d+)"
    r"|[“”\"‘’]\W{0,4}[—–-]{1,3}\s*[^“”\"]{0,80}\b(?:[Nn]ovel|[Pp]oem|[Pp]oet|[Ss]ong|[Ll]yrics?|[Ff]able|[Nn]ursery\s+rhyme|[Pp]laywright|[Pp]roverb|[Ss]aying|[Ff]olk\s?song|[Ss]creenplay|[Hh]aiku|[Ss]hort\s+story)\b",
    re.NOFLAG,  # the parts of a play are numbered in capitals
)
"""A line of a play, a poem or a novel with whose it is: "“…” Macbeth, Act II Scene 2"."""

_FOR_TASTES = Cue(
    r"\b(?:good|great|ideal|perfect|suitable|well[- ]suited|(?:good|great|natural|easy|excellent)\s+(?:fit|choice|option|pick|match))\s+(?:option\s+)?for\s+(?:people|those|any(?:one|body)|folks|every(?:one|body)|you|some(?:one|body)|cooks|families|eaters)\s+(?:who|if\s+you)\s+"
    r"(?:\w+ly\s+|already\s+|just\s+|simply\s+|don['’]t\s+|do\s+not\s+)?(?:enjoy|like|love|prefer|hate|dislike|cook|travel|live|work|entertain|own|follow)\w*\b",
)
"""Whose taste or habits something suits: "good for people who enjoy spicy food"."""

_JOKES = Cue(
    r"\bcoming\s+from\s+(?:some(?:one|body)|a\s+(?:man|woman|person|guy|girl))\s+who\b|\b(?:read|heard|seen)\s+(?:\w+\s+){0,2}that\b.{3,120}[,;]\s+(?:please\s+)?(?:unread|unhear|unsee|forget)\s+(?:it|that)\b"
    r"|\(?\b(?:no\s+)?pun\s+intended\b|\bjust\s+kidding\b|\bspoiler\s+alert\b\W*$|\bask\s+me\s+how\s+I\s+know\b",
)
"""A joke on the author or the reader."""

_ONE_DAY = Cue(
    r"\bholy\s+grail\s+(?:here\s+|of\s+[\w\s-]{3,40}\s)?would\s+be\b|\bthe\s+(?:dream|ideal\s+world|ultimate\s+goal|hope|end\s+game)\s+(?:here\s+)?(?:is|would\s+be)\s+(?:(?:that\s+)?(?:one|some)\s?day\b|a\s+(?:world|future)\b|devices?\b|machines?\b)"
    r"|\bwould\s+(?:\w+\s+)?(?:become|be)\s+a\s+thing\s+of\s+the\s+past\b",
)
"""What may be one day."""

_NAMES_IT = Cue(
    r"^\W*(?:this|these|that|those|such)\s+(?:(?!which\b|that\b|who\b)[\w’'()/-]{1,60}\s+){0,16}?(?:(?:is|are)\s+(?:\w+ly\s+|also\s+|often\s+|what\s+(?:is|we)\s+)?(?:called|termed|named|dubbed|known\s+as|referred\s+to\s+as)|(?:bears?|goes\s+by|carr(?:y|ies))\s+the\s+name(?:\s+of)?)"
    r"\s+(?:an?\s+|the\s+)?[^\s,;:.!?]+(?:\s+[^\s,;:.!?]+){0,4}[.!]?\W*$",
)
"""Only gives what was told of before its name: "This lack of red cells is called anaemia"."""

_MANY_KINDS = Cue(
    r"^\W*(?:(?:[^\s,;:]+\s+){1,10}?(?:has|have|can\s+have|comes?\s+in)\s+|there\s+(?:are|can\s+be)\s+)(?:(?:very|quite|so)\s+)?(?:many|several|various|a\s+(?:wide\s+)?(?:number|variety|range|host|handful)\s+of|lots\s+of|multiple|(?:two|three|four|five|six)(?:\s+(?:main|major|basic))?|different|numerous|plenty\s+of|all\s+(?:sorts|kinds)\s+of)\s+"
    r"(?P<what>)(?:(?:possible|potential|different|common|known|underlying|other|distinct)\s+){0,2}(?:causes|reasons|explanations|forms|types|kinds|names|meanings|flavou?rs|varieties|sizes|shapes)(?:\s+(?:of|for|why)(?:\s+[^\s,;:]+){1,8})?\W*$",
)
"""That something has many causes or kinds, and none of them: "Cramp at night has many possible causes"."""

_OTHER_PEOPLE = Cue(
    r"\b(?:most|many|few|too\s+many|a\s+lot\s+of|so\s+many)\s+(?:people|of\s+us|folks|men|women|parents|patients|adults)\s+(?:(?:simply|just|still|sadly|often)\s+)?"
    r"(?:(?:are|is)\s+(?:unwilling|reluctant|too\s+(?:busy|lazy|proud|tired|impatient)|not\s+willing|quick|happy|content)\s+to\b|would\s+(?:much\s+)?rather\b|can(?:['’]t|not)\s+be\s+bothered\b|take\s+(?:it|this|that|their|our)\b[^.]{0,30}\bfor\s+granted\b)",
)
"""How the author finds that people are: "most people would rather not change a thing"."""

_FEELS_ODD = Cue(
    r"\b(?:may|might|can|will|could)\s+(?:at\s+first\s+)?(?:feel|seem|look|sound)\s+(?:(?:a\s+)?(?:bit|little|rather|quite|somewhat|very)\s+)?[“\"'‘*_]{0,2}(?:off|odd|weird|strange|awkward|unusual|unfamiliar|silly|unnatural|funny|daunting|overwhelming|counter-?intuitive|like\s+a\s+chore)\b",
)
"""How something may feel to the reader: "it may feel odd at first"."""
_OF_THE_BODY = lazily(
    r"\b(?:your|the|his|her|their|my)\s+(?:heart|chest|head|stomach|skin|legs?|arms?|hands?|face|mouth|tongue|throat|vision|eyes?|muscles?|joints?|breath\w*|belly)\s+(?:may|might|can|will|could)\b|\b(?:symptoms?|side\s+effects?|dose|overdose|withdrawal|after\s+taking)\b",
    re.IGNORECASE,
)
"""A feeling in the body is a symptom."""
_LONGEST_FEELING = 16

_IN_THE_NEWS = Cue(
    r"^\W*(?:(?-i:[A-Z])[\w’'.-]+\s+){1,3}(?:(?:de|van|von|der|den|la|di|du)\s+){0,2}(?-i:[A-Z])[\w’'-]+,\s+(?:aged\s+|now\s+|then\s+)?(?:\d{1,3}|an?\s+\d{1,3}-year-old[\w\s-]{2,40}),\s+(?:was|were|had|went|became|fell|collapsed|lives|lost|has|told|said|says|from|of|who|woke|noticed|began|started|took|checked)\b",
)
"""What happened to one person, as news tell it: "Ada Poe, 34, was taken to hospital"."""
_OF_A_CAUSE = lazily(
    r"\b(?:died\s+(?:of|from)|killed|cured|healed|reversed|thanks\s+to|due\s+to|because|caused|blamed?|credits?|credited|from\s+the\s+(?:jab|vaccine|drug)|lost\s+\d+|recovered|better|no\s+longer|free\s+of|gone)\b",
    re.IGNORECASE,
)
"""What did it is told with it: that is put forward as proof."""

_WHERE_TO_BUY = Cue(
    r"\b(?:can\s+(?:\w+\s+)?be\s+(?:found|bought|had|purchased)|is\s+sold|are\s+sold|you(?:['’]ll|\s+will|\s+can)\s+(?:\w+\s+)?(?:find|buy|get)\s+(?:it|them|these|this|one))\s+(?:\w+\s+){0,2}?(?:in|at|from)\s+(?:an?|the|any|your|most|many|some|almost\s+any|every)\s+(?:[\w-]+\s+){0,3}?(?:grocer\w*|supermarkets?|markets?|butchers?|stores?|shops?|deli|bakery|bakeries)\b"
    r"|^\W*(?:cook|simmer|boil|bake|roast|fry|steam|grill|blend|chill|marinate|brew|stir)\b[^.;:]{0,30}?\bfor\s+(?:about\s+|another\s+|at\s+least\s+)?\d+(?:\s?[-–]\s?\d+)?\s?(?:h|hrs?|hours?|mins?|minutes?|seconds?|secs?)\b",
)
"""Where something is bought, and how long it is cooked."""
_WHAT_TO_BUY = Cue(
    r"\b(?:look\s+for|choose|find|buy|pick|opt\s+for|shop\s+for|select|go\s+for)\s+(?:an?|the|one|brands?|products?|those|something|supplements?|oils?|honeys?)\b[^.;:]{0,60}?\b(?:third[- ]party\s+test\w*|lab[- ]tested|reputable|certified\s+by|verified|GMP|USP|trusted\s+(?:brand|seller|source)|(?:good|high)[- ]quality)\b",
)
"""How to tell good goods: "find one that has been lab-tested"."""


_RECORDS = Cue(
    r"^\W*(?:(?:most\s+importantly|also|in\s+addition|then|and|best\s+of\s+all),?\s+)?(?:it|this|they|the\s+(?:[\w-]+\s+){0,4}?(?:device|watch|band|bracelet|tracker|app|monitor|ring|sensor|strap|scale|data))\s+(?:(?:also|simply|then|automatically|continuously|even|can|will)\s+){0,2}"
    r"(?:records?|tracks?|captures?|logs?|displays?|counts?|stores?|syncs?|vibrates?|beeps?|charges?|plots?|draws?|(?:generates?|produces?|makes?)\s+(?:\w+\s+){0,2}?(?:graphs?|charts?|reports?|logs?))\b",
)
_OF_A_FINDING = lazily(
    r"\b(?:detect\w*|diagnos\w*|predict\w*|warns?|early|accura\w+|precis\w+|better|worse|risk|abnormal\w*|irregular\w*|fibrillation|arrh?ythmia|apn(?:o?e)a|disease|illness|infection|safe\w*|proven|clinical\w*|attacks?|strokes?|seizures?|(?:which|so|and)\s+(?:it\s+)?(?:helps?|keeps?|saves?)|saves?\s+lives)\b",
    re.IGNORECASE,
)
"""What is found, warned of or promised by it is more than a feature."""


def _only_records(text: str) -> bool:
    """What a device records or shows: "It tracks your steps and your sleep"."""
    return _alone(_RECORDS, text) and _OF_A_FINDING.search(text) is None


def is_aside(text: str) -> bool:
    """Whether a sentence is one of these lines and asserts nothing beside."""
    return _turns_aside(text) and not disease_words(text)


def _turns_aside(text: str) -> bool:
    if (found := _MANY_KINDS.search(text)) is not None:
        return ASSERTS.search(text[: found.start("what")]) is None
    if (found := _ASKS_ON.search(text)) is not None:
        return _only_asks(f"{text[: found.start()]} {text[found.end() :]}")
    told = any(_READ[name](text) if name in _READ else _alone(cue, text) for name, cue in _TURNS.likely(text))
    return told and ASSERTS.search(text) is None


def _alone(cue: Cue | re.Pattern[str], text: str) -> bool:
    """Whether a turn of phrase stands there and what stands around it tells nothing more."""
    found = cue.search(text)
    return found is not None and _tells_nothing(f"{text[: found.start()]} {text[found.end() :]}")


def _tells_nothing(text: str) -> bool:
    """Whether words give no reason, take no turn, name no benefit and call nothing good or bad."""
    return _GOES_ON.search(text) is None and BENEFIT.search(text) is None


def _only_asks(rest: str) -> bool:
    """A question may take a benefit for granted by its name: "because of the boost, it is worth asking what is lost"."""
    return ASSERTS.search(rest) is None and _GOES_ON.search(rest) is None


def _is_in_fashion(text: str) -> bool:
    return _alone(_FASHION, text) and _FOR_WHAT.search(text) is None


def _feels_odd(text: str) -> bool:
    return _alone(_FEELS_ODD, text) and len(text.split()) <= _LONGEST_FEELING and _OF_THE_BODY.search(text) is None


def _is_in_the_news(text: str) -> bool:
    return _IN_THE_NEWS.search(text) is not None and _OF_A_CAUSE.search(text) is None


_TURNS = Cues(
    {
        "in fashion": _FASHION,
        "feels odd": _FEELS_ODD,
        "in the news": _IN_THE_NEWS,
        "records": _RECORDS,
        "verse": _VERSE,
        "leads over": _LEADS_OVER,
        "for tastes": _FOR_TASTES,
        "other people": _OTHER_PEOPLE,
        "jokes": _JOKES,
        "one day": _ONE_DAY,
        "names it": _NAMES_IT,
        "where to buy": _WHERE_TO_BUY,
        "what to buy": _WHAT_TO_BUY,
    }
)
"""Turns of phrase of which each lets a sentence pass where it stands alone."""
_READ: Mapping[str, Callable[[str], bool]] = {
    "in fashion": _is_in_fashion,
    "feels odd": _feels_odd,
    "in the news": _is_in_the_news,
    "records": _only_records,
    "verse": lambda text: _VERSE.search(text) is not None,
}
"""Those of them of which more is asked, or less."""
