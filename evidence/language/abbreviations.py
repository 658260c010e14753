"""Whether a full stop belongs to an abbreviation, an initial or a list number rather than to a sentence."""

from __future__ import annotations

import re

from evidence.language.patterns import lazily

_HOUR = lazily(r"\s*(?:At|By|Around|Before|After|Until|Since|From)\s+(?:about\s+)?\d{1,2}(?:[:.]\d\d)?\s?[aApP]$")
"""The beginning of a sentence that goes on after its hour: "At 5 a.m. Mr. Bell"."""

_TOKEN = lazily(r"[^\s(\[“\"'‘*_/–—•⁃‣]{1,40}$")
_WORD_BEFORE = lazily(r"([A-Za-z-]{1,30})\s+$")
_INTRODUCED = lazily(r"(?:[,;:(\[–—-]|^)\s*[\"“'‘*_]{0,3}$")
_AMOUNT = lazily(r"\d\s?$")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEVER = _words(
    "dr drs mr mrs ms prof messrs mme st mt gen col sgt capt lt rev hon gov sen vs v "
    "al-fig a.k.a n.b op.cit loc.cit spp sp subsp var dept est tel"
)
_LEADING = _words("e.g i.e eg ie cf viz approx ca resp incl esp")
"""These lead to what they speak of; only a word that begins sentences shows that one has ended."""
_BEFORE_NUMBER = _words(
    "no nos n° nº vol vols p pp fig figs eq eqs ch chap chs sec sect secs ref refs tab tabs tbl app art ed eds para "
    "paras pt nr pg pgs fn exs append appx ibid cit tbsp tsp oz suppl supp bk pl ser ext rm apt bldg cl ver "
    "nn ll jan feb febr mar apr jun jul aug sep sept oct nov dec"
)
_NAMED_UNITS = _words("fig figs eq eqs vol pp suppl")
_NUMBERED = _words(
    "vol vols fig figs eq eqs ch chap chs sec sect secs tab tabs tbl app art pt suppl supp append appx bk pl ser cl"
)
"""What may be counted in letters and Roman figures as well: "Ch. IV", "App. C", "Tab. S2"."""
_WORDS_TOO = _words("app art tab pt bk pl sec")
"""Abbreviations that are words, or nearly, in small letters."""
_ROMAN = lazily(r"(?:X{0,3}(?:IX|IV|V?I{1,3}|V)|X{1,3})[a-z]?(?:[.–-](?:[A-Z\d]|[IVX]{1,6})){0,2}")
_LETTER_NUMBER = lazily(r"[A-Z]{1,2}[.-]?\d{1,3}[A-Za-z]?|[A-Z]")
_ENDS_NUMBER = lazily(r"\s*\w(?:[.,;:)\]]|\s*$|\s+(?:and|or|to|of|shows?)\b)")
"""Of "I" and "A", which are words as well: "Ch. I, p. 3"."""
_SUPPLEMENTS = _words("suppl supp addl add ext")
_SUPPLEMENTED = _words(
    "figure figures table tables material materials appendix appendices file files data methods information note "
    "notes text movie video section results content mat mater meth inf"
)
_NUMBERED_NAMES = _words(
    "exp exps mater meth inf sched sch prop doc docs amend tit dir iss pub rep stat lem thm def obs circ bull "
    "ex exs reg diss "
    "suppls supps"
)
"""Some of these are words or names as well: only with a capital and amid a sentence do they lead to a number."""
_DAYS = _words("mon tue tues wed thu thur thurs fri sat sun")
_MONTHS = _words(
    "jan feb febr mar apr may jun jul aug sep sept oct nov dec january february march april june july august "
    "september october november december"
)
_LIMITS = _words("max min avg temp conc wt ht freq qty std excl")
_NUMBER_OF = _words("cat ref reg art lot pat acc ser id")
_CODE = lazily(r"[A-Z]{1,3}[-/]?\d")
_NUMBER_BEHIND = lazily(r"\s*No\.\s?\w{0,3}\d")
_MAY_END = _words(
    "u.s u.k u.s.a e.u u.n inc ltd co corp llc jr sr ph.d m.d b.a m.a b.sc m.sc d.o r.d r.n d.c n.d p.t bros "
    "dist gov't ph d.p.t m.p.h"
)
_COUNTRIES = _words("u.s u.k u.s.a e.u")
_IN_COUNTRY = lazily(r"\b(?:in|across|throughout|within|outside|into|around|from)\s+the\s+(?:[A-Z]\.){1,2}[A-Z]$")
_STATE = _words(
    "congress senate house army navy force forces air marine marines coast government constitution capitol president "
    "department treasury supreme court courts district centers census bureau customs service services postal patent "
    "office trade food national state states surgeon public health environmental preventive pharmacopeia olympics "
    "pharmacopoeia virgin veterans"
)
"""What goes by the name of the country before it: "in the U.S. Congress"."""
_TOLD_OF = lazily(
    r"\s*[\"“'‘*_]{0,2}[A-Z][a-z]{2,20}[*_]{0,2}\s+(?:is|are|was|were|can|may|might|has|have|had|does|do|did|that|who|which|with|from|in|made|sold|grown|bought|told"
    r"|(?:[a-z]{2,12}\s)?[a-z]{3,12}(?:ed|es))\b"
)
_TITLES = _words(
    "am j n engl br eur int acad sci med nat natl proc clin nutr biol chem soc assoc rev ann arch res rep exp pharmacol"
)
"""Words that journals are abbreviated by; several in a row are the name of one: "Am. J. Clin. Nutr."."""

_LETTERED = _words(
    "vitamin vitamins hepatitis group type influenza grade stage phase class category plan part appendix section "
    "figure table option schedule schedules strain arm immunoglobulin apolipoprotein complex factor blood "
    "cohort panel step medicare and or coenzyme bisphenol botulinum provitamin"
)
_STARTERS = _words(
    "a an the this that these those there it its he she they we you i his her their our your my in on at by for from "
    "if as and but or so when while although though because since after before with without however moreover also "
    "some many most more several few all each every one two three another other such what why how who where is are "
    "was were do does did can may might will would should could no not both according research researchers studies "
    "scientists women men people patients children here once then now instead"
)
_BEGINNERS = _STARTERS | _words(
    "four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundreds "
    "thousands nobody everybody everyone someone somebody nothing everything anyone none "
    "neither either yet still thus therefore hence otherwise next later finally first second third often sometimes "
    "usually never always only even perhaps maybe please yes today until unless during despite under over "
    "ask avoid add apply be begin bring buy call check choose consider continue cook cut discuss do don't drink eat "
    "follow get give go have keep leave let limit look make mix note place put read remember repeat rest rinse see "
    "seek serve skip sleep speak start stay stick stop store take talk tell think try turn use wait walk wash watch "
    "write compare contact count discover drop explore fill find finish hold learn listen lower measure move open pick "
    "pour practise practice press raise replace ring save send set sit stand stir stretch swallow switch visit weigh"
)
"""Words that begin sentences and that nothing is called by."""
_OBJECT = lazily(r"\s*\S{1,30}\s+(?:the|your|my|our|their|this|these|those|it|them)\s")
"""What follows a word that is asked of readers ("Rinse the rice") and seldom a name."""


def abbreviates(text: str, stop: int, begin: int, word: str, opened: str) -> bool:
    """Whether the full stop at `stop` is no end of the sentence that began at `begin`.

    `word` is the next word, `opened` the brackets and quotation marks before it.
    """
    found = _TOKEN.search(text, max(begin, stop - 41), stop)
    token = found.group() if found else ""
    if not token:
        return False
    lower = token.lower().rstrip(",;")
    bare = word.strip(",.;:!?\"'”’)]*_")
    starts = bare.lower() in _STARTERS
    place = stop - len(token)
    if (token.isdigit() or (len(token) == 1 and token.islower())) and not text[begin:place].strip(' \t*_([“"•⁃‣▪●◦'):
        return True  # "1." in front of an item
    if lower in _LEADING and not (len(token) > 1 and token.isalpha() and token.isupper()):
        return not _begins_sentence(text, place, begin, stop + 1, word)
    if lower in _NEVER and not (len(token) > 1 and token.isalpha() and token.isupper()):
        return True
    if _leads_to_number(text, stop, begin, token, word):
        return True
    if lower in _BEFORE_NUMBER:
        return word[0].isdigit() or (lower in _NAMED_UNITS and not starts)
    if lower == "al":
        return bool(opened) or word[0].isdigit()
    if len(token) > 1 and lower in _TITLES and token[0].isupper():
        return word.rstrip(",;").endswith(".") and bare.lower() in _TITLES
    if lower in ("vit", "wk", "yr", "hr"):
        return word[0].isdigit() or len(bare) == 1 or (lower == "vit" and _CODE.match(word) is not None)
    if lower in _MAY_END:
        return not (starts or (lower in _COUNTRIES and _ends_behind_country(text, stop, begin, bare)))
    if lower in ("a.m", "p.m"):
        return _HOUR.match(text, begin, stop - 2) is not None
    if lower in ("etc", "am", "pm"):
        return False
    if len(token) == 1 and token.isalpha() and token.isupper():
        return not _letter_ends(text, stop - 1, begin, starts)
    if re.fullmatch(r"(?:[A-Z]\.){1,4}[A-Z]", token):
        return not starts
    return False


def _ends_behind_country(text: str, stop: int, begin: int, bare: str) -> bool:
    """Whether a sentence ends with "in the U.S." and the next word, no part of the state, is told something of."""
    if _IN_COUNTRY.search(text, max(begin, stop - 40), stop) is None or bare.lower() in _STATE:
        return False
    return _TOLD_OF.match(text, stop + 1) is not None


def _begins_sentence(text: str, place: int, begin: int, after: int, word: str) -> bool:
    """Whether the word behind "e.g." is the first of a sentence. Behind a comma or a bracket "e.g." leads to it."""
    bare = word.strip(",.;:!?\"'”’)]*_").lower()
    if not word[0].isupper() or _INTRODUCED.search(text, max(begin, place - 10), place):
        return False
    return bare in _BEGINNERS or _OBJECT.match(text, after) is not None


def _leads_to_number(text: str, stop: int, begin: int, token: str, word: str) -> bool:
    """ "Suppl. Fig. 3", "Ch. IV", "max. 12 weeks", "Mon. Jan. 3", "Cat. No. 5"."""
    lower, bare = token.lower(), word.strip(",.;:!?\"'”’)]*_")
    next_abbreviates = word.rstrip(",;").endswith(".") and bare.lower() in _BEFORE_NUMBER
    if lower in _LIMITS:
        place = stop - len(token)
        named = token[0].isupper() and bool(text[begin:place].strip(' \t(*_"“'))
        counted = word[0].isdigit() or _CODE.match(word) is not None
        return counted and not named and not _AMOUNT.search(text, max(begin, place - 10), place)
    supplement = lower in _SUPPLEMENTS and (lower not in ("add", "ext") or token[0].isupper())
    if supplement and (next_abbreviates or bare.lower() in _SUPPLEMENTED):
        return True
    if lower in _DAYS and token[0].isupper():
        return word[0].isdigit() or bare.lower() in _MONTHS or (bare.lower() in _DAYS and word != bare)
    if lower in _NUMBERED_NAMES and token[0].isupper() and (word[0].isdigit() or _CODE.match(word)):
        return bool(text[begin : stop - len(token)].strip(' \t(*_"“'))
    if lower in _NUMBER_OF and _NUMBER_BEHIND.match(text, stop + 1):
        return True
    if lower == "no" and token[0].isupper() and _CODE.match(word):
        return bool(text[max(begin, stop - 20) : stop - 2].strip())  # not "No. B12 helps."
    return lower in _NUMBERED and _is_number(text, stop, begin, token, bare)


def _is_number(text: str, stop: int, begin: int, token: str, bare: str) -> bool:
    """Whether a chapter, figure or the like is counted by the next word: "IV", "B", "S2"."""
    if token.lower() in _WORDS_TOO and token.islower():
        place = stop - len(token)
        if len(bare) == 1 or _AMOUNT.search(text, max(begin, place - 10), place):
            return False  # "It takes 30 sec. I tried."
    if bare in ("I", "A"):
        return _ENDS_NUMBER.match(text, stop + 1) is not None
    return _ROMAN.fullmatch(bare) is not None or _LETTER_NUMBER.fullmatch(bare) is not None


def _letter_ends(text: str, place: int, begin: int, starts: bool) -> bool:
    """Whether a single capital before a stop ends a sentence ("vitamin D.") rather than being an initial."""
    before = _WORD_BEFORE.search(text, max(begin, place - 40), place)
    if before is None:
        return starts and place > begin
    return before.group(1).lower() in _LETTERED or starts
