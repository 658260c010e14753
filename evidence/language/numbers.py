"""Numbers in prose: shares, multiples, amounts and counts, in digits or words, as values that can be compared.

Amounts of time, mass, volume and energy are turned into one unit each, so that "8 weeks" can be told as "two months".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# ruff: noqa: E501 (patterns, laid out to be read)
from evidence.language.number_words import SPELLED, value_of
from evidence.language.patterns import lazily, lowered

_PARTS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_FOLDS = {"twice": 2.0, "thrice": 3.0, "doubl": 2.0, "tripl": 3.0, "quadrupl": 4.0}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_UNITS: dict[str, tuple[str, float]] = {
    "minute": ("time", 1 / 1440), "min": ("time", 1 / 1440), "hour": ("time", 1 / 24), "h": ("time", 1 / 24), "day": ("time", 1), "week": ("time", 7),
    "wk": ("time", 7), "month": ("time", 30.4), "mo": ("time", 30.4), "year": ("time", 365), "yr": ("time", 365), "decade": ("time", 3650),
    "kg": ("mass", 1e6), "g": ("mass", 1e3), "gram": ("mass", 1e3), "mg": ("mass", 1), "milligram": ("mass", 1), "mcg": ("mass", 1e-3), "µg": ("mass", 1e-3),
    "ug": ("mass", 1e-3), "microgram": ("mass", 1e-3), "kilo": ("mass", 1e6), "kilogram": ("mass", 1e6), "pound": ("mass", 453592.0), "lb": ("mass", 453592.0),
    "ml": ("volume", 1), "millilitre": ("volume", 1), "milliliter": ("volume", 1), "l": ("volume", 1e3), "litre": ("volume", 1e3), "liter": ("volume", 1e3),
    "kcal": ("energy", 1), "calorie": ("energy", 1), "iu": ("iu", 1), "cfu": ("cfu", 1), "mmhg": ("mmhg", 1), "mm hg": ("mmhg", 1), "mmol": ("mmol", 1), "bpm": ("bpm", 1),
    "point": ("points", 1), "cup": ("cups", 1), "serving": ("servings", 1), "cm": ("length", 1), "mm": ("length", 0.1),
}  # fmt: skip
_OF_GROUP = 10
_LONGEST = 24
"""Letters from which a row of digits is no number that anybody tells."""

_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_DIGITS = r"\d{1,3}(?:[,\u2009\u202f]\d{3})+(?:\.\d+)?(?!\d)|\d+(?:[.,·]\d+)?"
_ANY = rf"(?:{_DIGITS}|{SPELLED})"
_AROUND = r"(?:an?\s+|about\s+|every\s+)*"
_NUMBER = lazily(
    rf"(?P<part>\b(?P<upper>an?|one|two|three|four|five|six|seven|eight|nine)[\s-](?P<lower>{'|'.join(_PARTS)})s?\b(?!\s+(?:of\s+(?:an?\s+)?)?(?:hour|year|time|place|day|generation|trimester|group|arm|person|century)|\s+an?\s))"
    r"|(?P<half>\b(?<!other\s)(?<!second\s)(?<!first\s)half\s+(?:of|the|as|our|all|those|these)\b|\bhalv(?:e|es|ed|ing)\b|\bin\s+half\b|\bby\s+half\b|\b(?:nearly|about|almost|over|than|around|roughly)\s+half\b(?!\s+an?\b))"
    r"|(?P<fold>\b(?:twice|thrice)\b(?!\s+(?:an?|per|daily|weekly|monthly|each|every|in|that)\b|[- ](?:daily|weekly))|\b(?:two|three|four|five|six|ten)fold\b|\b(?:doubl|tripl|quadrupl)(?:e|es|ed|ing)\b(?![\s-]+(?:blind|mask|dumm|check|dose|strength|chin)))"
    rf"|(?P<ratio>\b(?:relative\s+risk|risk\s+ratio|odds\s+ratio|hazard\s+ratio|rate\s+ratio|rr|or|hr|aor|ahr|arr|irr)\b[\s,:=(\[]*(?:of\s+|was\s+|\w{{2,3}}\]?\)?[\s,:=]*)?(?P<ratio_value>\d+[.·]\d+))"
    rf"|(?<![\w.,·])(?<![A-Za-z]-)(?P<count>{_ANY})(?P<rest>\s*(?:%|per\s?cent\b|percentage\s+points?\b)(?P<points>\s+points?\b)?"
    rf"|\s+(?:in|out\s+of|of)\s+(?:every\s+|the\s+|all\s+)?(?P<base>{_ANY})\b(?!\s*(?:%|per\s?cent|{_UNIT})s?\b)|\s*/\s*(?P<slash>\d+)\b(?!\d*\s*(?:%|mm))"
    rf"|[\s-]+(?P<times>fold|times)\b(?!\s+(?:an?|per|daily|weekly|each|every)\b)|\s+(?P<scale>thousand|million|billion|trillion)\b"
    rf"|[\s-]*(?P<unit>{_UNIT})s?\b(?!-))?",
    re.IGNORECASE,
)
_IDENTIFIER = lazily(
    r"(?:PMID|PMC|DOI|NCT|ISBN|no\.|covid|vitamin|type|stage|grade|phase|chapter|page|pp\.|table|figure|podcast|episode|season|volume)[\s:-]*$",
    re.IGNORECASE,
)
_IN_A_NAME = lazily(r"(?<=\d)[A-Z]{1,4}\b")
"""What makes a number that it is stuck to a part of a name: 25OHD, 16S."""
_CONFIDENCE = lazily(
    r"\b(?:9[059](?:\.\d)?)\s*(?:%|per\s?cent)[\s-]*(?:ci\b|cis\b|confidence|credible|cl\b|uncertainty)|\bp(?:[\s-]*values?)?\s*(?:[<>=≤≥]|less\s+than|of|was)+\s*0?[.·]\d+|\b(?:19|20)\d\d\s*[-–]\s*(?:(?:19|20)?\d\d)\b",
    re.IGNORECASE,
)
"""Numbers that tell of the reckoning, not of what was found."""
_MONTH = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
_DATE = lazily(rf"\b{_MONTH}\.?\s+{_DAY}(?!\s*(?:%|per\s?cent))|\b{_DAY}\s+(?:of\s+)?{_MONTH}\b")
_MAY_DATE = lazily(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_ORDINAL = lazily(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
"""What makes a number one of a row: the 21st century, the 95th percentile."""

_RANGE = lazily(rf"(?P<low>{_ANY})\s*(?:-|–|to|and)\s*$", re.IGNORECASE)
_ABOVE = lazily(
    r"\b(?:more\s+than|over|at\s+least|greater\s+than|above|exceed(?:s|ed|ing)?|upwards?\s+of)\s+(?:an?\s+)?$|[>≥]\s*$",
    re.IGNORECASE,
)
_BELOW = lazily(
    r"\b(?:less\s+than|fewer\s+than|under|below)\s+(?:an?\s+)?$|[<≤]\s*$",
    re.IGNORECASE,
)


class Number(NamedTuple):
    """A number as written, its value, and what it counts.

    `of` is "share" (in percent), "times", "points" (of percent or of a scale), a dimension ("time" in days, "mass" in
    mg, "volume" in ml, "energy" in kcal, ...) or "" for a plain count. `bound` is 1 for "more than", -1 for "less than",
    0 otherwise; `low` is where a range begins, None without one. `start` is the place in the text.
    """

    text: str
    value: float
    of: str
    bound: int = 0
    low: float | None = None
    start: int = 0


def numbers(text: str) -> Iterator[Number]:
    """Every number of a text but years ("2015"), dates, places in a row ("21st"), confidence levels, p values and single
    digits without a unit."""
    left_out = [match.span() for match in _CONFIDENCE.finditer(text)]
    if _MAY_DATE.search(text):
        left_out += [match.span() for match in _DATE.finditer(text)]
    covered = {place for start, end in left_out for place in range(start, end)}
    for match in _NUMBER.finditer(text):
        if match.start() in covered:
            continue
        ahead = text[max(0, match.start() - 28) : match.start()]
        if _IDENTIFIER.search(ahead) or _IN_A_NAME.match(text, match.end()) or _ORDINAL.match(text, match.end()):
            continue
        number = _read(match, ahead)
        if number is not None:
            yield number


def _read(match: re.Match[str], ahead: str) -> Number | None:
    written, start = match.group().strip(), match.start()
    bound = 1 if _ABOVE.search(ahead) else -1 if _BELOW.search(ahead) else 0
    if match["part"]:
        upper = 1 if match["upper"].lower() in ("a", "an") else value_of(match["upper"]) or 1
        return Number(written, 100.0 * upper / _PARTS[_small(match["lower"])], "share", bound, start=start)
    if match["half"]:
        return Number(written, 50.0, "share", bound, start=start)
    if match["fold"]:
        return Number(written, _fold(_small(written)), "times", bound, start=start)
    if match["ratio"]:
        return Number(written, _value(match["ratio_value"]) or 0.0, "times", start=start)
    return _counted(match, written, ahead, bound)


def _fold(written: str) -> float:
    if written.endswith("fold"):
        return float(value_of(written.removesuffix("fold")) or 1)
    return next(value for word, value in _FOLDS.items() if written.startswith(word))


def _counted(match: re.Match[str], written: str, ahead: str, bound: int) -> Number | None:
    value = _value(match["count"])
    if value is None:
        return None
    below = _RANGE.search(ahead)
    of, factor = _measure(match)
    low = _value(below["low"]) if below else None
    if match["base"] or match["slash"]:
        base = _value(match["base"] or match["slash"])
        if base and base < _OF_GROUP and re.search(r"\bof\s", match["rest"]) and "out" not in match["rest"]:
            return None  # "one of three groups"
        return (
            Number(written, 100.0 * value / base, "share", bound, start=match.start())
            if base and base >= value
            else None
        )
    if not of and not match["scale"]:
        is_year = 1900 <= value <= 2100 and match["count"].isdecimal()
        if is_year or value < 10 or value != int(value):
            return None
    low = low * factor if low is not None and low < value else None
    return Number(written, value * factor, of, bound, low, match.start())


def _measure(match: re.Match[str]) -> tuple[str, float]:
    """What is counted, and by what the number is multiplied."""
    rest = (match["rest"] or "").strip().lower()
    if match["points"] or "point" in rest:
        return "points", 1.0
    if rest.startswith(("%", "per")):
        return "share", 1.0
    if match["times"]:
        return "times", 1.0
    if match["scale"]:
        return "", _SCALES[_small(match["scale"])]
    if match["unit"]:
        return _UNITS[_small(match["unit"])]
    return "", 1.0


def _small(word: str) -> str:
    """A word in small letters, those among them that patterns take for others without regard to case put right."""
    return lowered(word).replace("\u03bc", "\u00b5")  # the Greek letter for the sign of "micro", as keyboards have it


def _value(written: str) -> float | None:
    if not written[0].isdecimal():
        spelled = value_of(written)
        return None if spelled is None else float(spelled)
    if len(written) > _LONGEST:
        return None
    plain = re.sub(r"[\u2009\u202f]", "", written).replace("·", ".")
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        return float(plain.replace(",", ""))
    return float(plain.replace(",", "."))
