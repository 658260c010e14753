"""Texts in which one letter of one word is disguised, and whether they are judged like the plain ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from evidence import assess, open_text, read

TODAY = date(2026, 11, 29)
_BENEFITS = ("Zinc cures", "Honey prevents", "Ginger relieves", "Sleep lowers", "Garlic reduces", "Turmeric heals")
_HARMS = ("common colds", "heart disease", "chronic pain", "high blood pressure", "sore throats", "stomach ulcers")
_OTHERS = (
    "Our capsules treat anxiety.",
    "Zinc is safe in pregnancy.",
    "Aspirin causes bleeding in one in ten adults.",
    "Everyone should take vitamin D every day.",
    "Experts agree that walking protects the heart.",
    "Stop taking your tablets for a week.",
    "Probiotics restore the balance of the gut.",
    "Caffeine raises the risk of miscarriage.",
    "Half of all adults lack magnesium.",
    "Studies show that naps improve memory.",
)
SENTENCES = (
    *(f"{benefit} {harm} in most adults." for benefit in _BENEFITS for harm in _HARMS),
    *_OTHERS,
    *(f"Doctors know that {other[0].lower()}{other[1:]}" for other in _OTHERS),
)
HIDDEN = (
    *"\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e",
    *"\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff\ufff9\ufffc\U00013430\U000e0100\U0001bca0\U0001d173\U000e0061",
    *("&shy;", "&#173;", "&#xAD;", "&zwnj;", "&zwj;", "&lrm;", "&rlm;", "&ZeroWidthSpace;", "<wbr>", "<!-- x -->"),
    *("&#x0000200B;", "&NoBreak;", "<span></span>", '<a id="x"></a>', "<b></b>"),
)
LOOK_ALIKE = {
    **dict(zip("acehijopsxyABCEHKMOPTX", "асеһіјорѕхуАВСЕНКМОРТХ", strict=True)),
    **{letter: chr(0xFF21 + ord(letter) - 65) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
}
_BOLD = 0x1D41A

Case = tuple[str, int, int, str]
"""A sentence, the place of the sign in it, how many of its letters the sign takes the place of, and the sign."""


def cases(sentence: str) -> Iterator[Case]:
    """Each sign before and behind each letter, and each letter in each other form."""
    for place, letter in enumerate(sentence):
        if not letter.isalpha():
            continue
        for sign in HIDDEN:
            if sentence[place - 1 : place].isalpha() or not sign.startswith("<"):
                yield sentence, place, 0, sign
        forms = {LOOK_ALIKE.get(letter, ""), f"&#{ord(letter)};", f"&#x{ord(letter):x};"}
        if letter.islower():
            forms |= {chr(_BOLD + ord(letter) - 97), chr(0xFF41 + ord(letter) - 97), f"**{letter}**"}
        for form in sorted(forms - {""}):
            lone = not (sentence[place - 1 : place].isalpha() or sentence[place + 1 : place + 2].isalpha())
            if not (lone and form.startswith("**")):
                yield sentence, place, 1, form


CASES = [case for sentence in SENTENCES for case in cases(sentence)]


def _page(sentence: str) -> str:
    return f"# Health\n\nThis page is about health and medicine.\n\n{sentence}\n\nSee your doctor.\n"


def _judged(text: str) -> tuple[list[object], list[str]]:
    assessment = assess(read(text, "markdown"), today=TODAY)
    found: list[object] = []
    for row in assessment.sentences:
        assert text[row.sentence.start : row.sentence.end] == row.sentence.text
        flags = sorted((flag.code, flag.severity) for flag in row.flags)
        found.append((row.claim.claim, row.claim.kinds, row.claim.wording, flags))
    return found, [row.sentence.text for row in assessment.sentences]


@cache
def _plain(sentence: str) -> tuple[list[object], list[str]]:
    return _judged(_page(sentence))


def as_without(sentence: str, place: int, taken: int, sign: str) -> bool:
    """Whether the disguised text is judged as the plain one, sentence by sentence, and its places are exact."""
    disguised = sentence[:place] + sign + sentence[place + taken :]
    found, texts = _judged(_page(disguised))
    known, plain = _plain(sentence)
    expected = [disguised if text == sentence else text for text in plain]
    bare = [text.removeprefix(sign) if place == 0 and taken == 0 else text for text in expected]
    return found == known and texts in (expected, bare)


MARKS = (
    *("[{}2]", "[2{}]", "[{0}2{0}]", "[1{},2]", "[1,{}2]", "[1{}-2]", "<sup>{}2</sup>"),
    *("(Brown{}, 2014)", "(Br{}own, 2014)", "(Brown, 20{}14)", "[@brown{}2014]"),
)
"""Marks of citations of the second work of a list, with a place for a sign."""

_LIST = "\n\n## References\n\n1. Lee A. Ginger. J Herbs. 2020;12(1):1-9.\n2. Brown C. Mint. Gut. 2014;8(1):10-12.\n"


def leads_to_its_work(mark: str, sign: str) -> bool:
    """Whether a mark with a sign in it ties its sentence to the work all the same."""
    text = f"Mint eases colic in infants {mark.format(sign)}.{_LIST}"
    links = assess(read(text, "markdown"), today=TODAY).sentences[0].links
    return "brown2014" in {link.key for link in links}


def stops(sign: str, form: str) -> bool:
    """Whether the claim with a sign inside its verb has the same blocker as without, in a file of that form."""
    text = f"Zinc cu{sign}res colds in adults."
    page = f"<html><body><h1>Health</h1><p>{text}</p></body></html>" if form == "html" else f"Health\n\n{text}"
    return any(flag.code == "missing-citation" for flag in assess(open_text(page, form), today=TODAY).flags)
