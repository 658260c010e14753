"""What a sentence shows of its wording: its words, their stems, and the order of the words that carry wording.

Each word that carries wording has a tag ("may", "associated", "needed"; an effect by its form: "reduces",
"reduced", "reduction"). The tags in their order tell "may reduce" from "to reduce ... may". The weights of
`wording_weights` belong to these features: whoever changes a list or a rule here has to train again.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import combinations, pairwise
from typing import NamedTuple

from evidence.language.patterns import lazily

# ruff: noqa: E501, SIM905 (lists of words, laid out to be read)

_LISTS = {
    "may": "may might could",
    "can": "can able",
    "will": "will would",
    "should": "should must ought",
    "not": "not no without neither nor never cannot lack lacks failed fail fails none nothing unable absence",
    "need": "needed necessary required warranted needs warrant require requires warrants need requiring",
    "rec": "recommend recommended recommends considered consider advised encouraged advocate proposed recommendations guidelines guideline",
    "sug": "suggest suggests suggested suggesting indicate indicates indicated indicating imply implies hypothesize hypothesise",
    "seem": "seem seems appear appears appeared seemed likely probably possibly perhaps potentially probable presumably maybe unlikely",
    "thought": "thought believed think believe believes hypothesized hypothesised theorized known believe speculate suspected understood",
    "pot": "potential possible promising plausible possibility preliminary",
    "unclear": "unclear unknown uncertain inconclusive controversial unproven undetermined",
    "show": "show shows showed shown demonstrate demonstrates demonstrated found observed reveal revealed confirmed confirm confirms report reports reported provides provide evidence prove proven proved",
    "study": "study studies research trials trial investigation investigations findings results data analysis analyses evidence review researchers scientists authors",
    "more": "more further future additional",
    "assoc": "associated association associations correlated correlation correlations correlates correlate linked link links related relation relationship relationships relate connection connected tied",
    "pred": "predict predicts predicted predictor predictors predictive marker markers biomarker biomarkers indicator indicators independent independently prognostic index determinants determinant predicting prediction predictors",
    "risk": "risk risks odds likelihood incidence prevalence rates rate mortality prone chance chances",
    "cmp": "higher lower greater less fewer better worse larger smaller superior inferior noninferior shorter longer older younger faster slower stronger weaker earlier later",
    "diff": "difference differences differ differs differed similar similarly comparable equivalent varied vary varies different same",
    "than": "than compared versus vs among between relative",
    "sig": "significant significantly markedly substantially dramatically greatly",
    "good": "safe effective useful beneficial feasible helpful efficacious valuable efficient tolerated successful suitable reliable accurate adequate effectively safely harmful toxic dangerous healthy unhealthy ineffective acceptable good bad",
    "imp": "important essential crucial critical key vital",
    "be": "is are was were be been being",
    "have": "have has had having",
    "do": "do does did",
    "effn": "effect effects impact impacts influence influences benefit benefits role roles efficacy effectiveness consequence consequences contribution advantage advantages relief success harm harms",
    "to": "to",
    "by": "by via through",
    "due": "due because responsible thereby attributable attributed",
    "whether": "whether if how why determine investigate explore evaluate assess examine clarify understand investigated explored evaluated assessed examined tested determined",
    "we": "we our us",
    "you": "you your",
    "this": "this these those",
    "pop": "patients women men children participants people adults individuals subjects infants",
    "group": "group groups placebo control controls cohort arm treated",
    "got": "experienced got felt experience experiencing",
    "often": "common frequent frequently commonly often usually typically generally sometimes rare rarely",
    "trend": "tend tends tended trend trended trends",
    "that": "that which who",
    "and": "and or",
    "but": "but although however while though despite whereas",
    "when": "when after before during",
    "stat": "p ci hr or rr aor",
}
_TAGS = {word: tag for tag, words in _LISTS.items() for word in words.split()} | {"or": "and"}

_EITHER = frozenset({"increased", "decreased", "reduced", "elevated", "lowered", "improved"})
"""Compare before a noun ("a reduced risk"), and are effects elsewhere ("zinc reduced colds")."""

_EFFECTS = (
    "reduc decreas lower prevent diminish eliminat alleviat reliev suppress inhibit block treat kill revers slow halt delay protect attenuat "
    "ameliorat mitigat increas improv promot boost enhanc rais support strengthen stimulat accelerat restor regulat normaliz stabiliz optimiz "
    "aid help facilitat activat contribut worsen aggravat exacerbat damag harm affect influenc impact alter disrupt impair chang modulat provok "
    "elevat deplet shorten extend prolong doubl elicit favor favour achiev enabl allow act play offer exert mediat augment maintain preserv "
    "control manag limit minimiz minimis avoid yield confer upregulat downregulat respond normalis stabilis optimis cur heal eas sooth calm clear "
    "fight combat destroy weaken shrink curb detoxif flush lessen burn nourish keep make creat generat releas feed stop work halv cut ward deter "
    "balanc repair build fuel speed transform rejuvenat counteract neutraliz neutralis hinder interfer undermin compromis sav spread "
    "caus induc produc trigger result lead led provok strain inflam soften thin thicken"
)
_FORMS = {
    "ed": "ed", "d": "ed", "ied": "ed", "ing": "ing", "s": "s", "es": "s", "ies": "s",
    "ment": "n", "ments": "n", "ation": "n", "ion": "n", "ions": "n", "tion": "n",
}  # fmt: skip
_BARE = frozenset({"", "e", "y", "s", "es"})
_BEFORE_NOUN = frozenset("the a an of in any this with for and their its".split())
_BEFORE_EITHER = _BEFORE_NOUN | frozenset("had have has at to showed independently significantly associated".split())
_EFFECT = lazily(
    r"("
    + "|".join(sorted(_EFFECTS.split(), key=len, reverse=True))
    + r")(e|es|ed|ing|s|ies|ied|y|d|ment|ments|ation|ion|ions|tion)?"
)
_TOKEN = lazily(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|\d+(?:\.\d+)?%?|[;,:%]")
_ENDINGS = ("ations", "ation", "ingly", "ing", "edly", "ed", "es", "s", "ly")
_MARKS = frozenset(",;:")
_VERBS = frozenset(
    "may can will should assoc pred E-ed E-s E0 be do due seem sug show need rec have diff thought got trend".split()
)
_KINDS = {
    "hedge": "may seem thought pot unclear",
    "said": "sug show that",
    "effect": "E-ed E-s E0 E-ing E-n effn due good",
    "tie": "assoc pred risk diff cmp than trend",
    "ask": "need rec should more whether study imp",
    "not": "not",
    "can": "can will",
}
_KIND = {tag: kind for kind, tags in _KINDS.items() for tag in tags.split()}
_SHORTEST = 4
"""Letters that a stem has at least."""

_LONGEST = 1200
"""Letters of a sentence that are looked at; what comes later adds nothing but time."""


def features(text: str) -> set[str]:
    """Everything the weights may know of a sentence; empty for one without words."""
    seen = list(map(_word, _TOKEN.findall(text[:_LONGEST])))
    found = order(seen)
    spoken = [word for word in seen if word.tag not in _MARKS]
    plain, stems, _, _, marked = zip(*spoken, strict=True) if spoken else ((),) * len(Word._fields)
    found.update(plain, marked)
    found.update(map(" ".join, pairwise(["<", *plain, ">"])))
    found.update(map(" ".join, zip(["~", *marked], stems, strict=False)))
    found.update([f"^{word}" for word in plain[:3]])
    return found


def order(words: Sequence[Word]) -> set[str]:
    """The tags of the words, next to each other and one before the other; the first verbs apart."""
    marked = [word.tag for word in words]
    for place, noun in [(place, word.noun) for place, word in enumerate(words) if word.noun]:
        if place and words[place - 1].plain in (_BEFORE_EITHER if noun == "cmp" else _BEFORE_NOUN):
            marked[place] = noun
    found = _neighbours(marked)
    core = [tag for tag in marked if tag and tag not in _MARKS]
    fenced = ["<", *core, ">"]
    found.update([f"B:{one}|{other}" for one, other in pairwise(fenced)])
    found.update([f"C:{a}|{b}|{c}" for a, b, c in zip(fenced, fenced[1:], fenced[2:], strict=False)])
    found.update(_before("O", list(dict.fromkeys(core))))
    found |= _kinds(core)
    verbs = [tag for tag in core if tag in _VERBS][:3]
    found.update("M:" + "|".join(verbs[:count]) for count in range(1, len(verbs) + 1))
    if core:
        found.add("F:" + core[0])
    return found


def is_order(feature: str) -> bool:
    """Whether a feature is one of `order`."""
    return feature[1:2] == ":" and feature[0].isupper()


def _neighbours(marked: Sequence[str]) -> set[str]:
    found = set()
    after = [*marked, "", ""]
    for place, one in [(place, tag) for place, tag in enumerate(marked) if tag]:
        found.add(f"T:{one}")
        if gap := after[place + 1]:
            found.add(f"A:{one}|{gap}")
        elif other := after[place + 2]:
            found.add(f"G:{one}|{other}")
    return found


def _kinds(core: Sequence[str]) -> set[str]:
    kinds = list(dict.fromkeys([_KIND[tag] for tag in core if tag in _KIND]))
    found = {f"K:{kind}" if kind in kinds else f"K:no {kind}" for kind in _KINDS}
    found.add("K:" + "|".join(sorted(kinds)))
    found.update(_before("K", kinds))
    return found


def _before(name: str, once: Sequence[str]) -> list[str]:
    return [f"{name}:{one}<{other}" for one, other in combinations(once, 2)]


class Word(NamedTuple):
    """A word in small letters (any number is "0"), its stem and tag; `noun` is the tag where it stands as a noun, and
    `marked_stem` the feature that the stem is."""

    plain: str
    stem: str
    tag: str
    noun: str
    marked_stem: str


@lru_cache(maxsize=1 << 15)
def _word(written: str) -> Word:
    plain, stem, tag, noun = _read(written)
    return Word(plain, stem, tag, noun, f"~{stem}")


def _read(written: str) -> tuple[str, str, str, str]:
    if written in _MARKS:
        return (written, written, written, "")
    if written[0].isdigit():
        plain = "0%" if written.endswith("%") else "0"
        return (plain, plain, "", "")
    plain = written.lower()
    ending = next((e for e in _ENDINGS if plain.endswith(e) and len(plain) - len(e) >= _SHORTEST), "")
    stem = plain.removesuffix(ending)
    if plain in _TAGS:
        return (plain, stem, _TAGS[plain], "")
    match = _EFFECT.fullmatch(plain)
    if match is None:
        return (plain, stem, "", "")
    if plain in _EITHER:
        return (plain, stem, "E-ed", "cmp")
    form = match.group(2) or ""
    tag = "E-" + _FORMS[form] if form in _FORMS else "E0"
    return (plain, stem, tag, "E-n" if form in _BARE else "")
