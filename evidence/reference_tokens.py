"""A reference string as tokens with the features by which their labels are learned and found."""

from __future__ import annotations

import re

_GLUED = re.compile(r"(?<=[A-Za-zà-ÿ]{2}[a-zà-ÿ)])(?=\d)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SHAPES = ((re.compile(r"[A-ZÀ-ÖØ-Þ]"), "A"), (re.compile(r"[^\W\d_A-ZÀ-ÖØ-Þ]"), "a"), (re.compile(r"\d"), "9"))
_WORDS = {
    "month": "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august "
    "september october november december",
    "editor": "ed eds editor editors hrsg edited herausgegeben",
    "volume": "vol vols volume no nr number issue iss bd band art suppl",
    "pages": "p pp page pages s seiten",
    "press": "press publishers publishing publications verlag springer elsevier wiley university books academies "
    "routledge penguin macmillan sons inc ltd",
    "journal": "journal j proceedings proc transactions trans annals archives bulletin review reviews letters "
    "international acta american british european res med sci",
    "thesis": "thesis dissertation report technical phd unpublished preprint tech",
    "in": "in",
    "and": "and & und et al",
    "edition": "edition edn 2nd 3rd 4th 1st",
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}


def tokens_of(text: str) -> list[str]:
    """The words of a reference with their punctuation; a number glued to a word is a word of its own."""
    return [part for word in text.split() for part in _GLUED.split(word)]


def features_of(tokens: list[str]) -> list[list[str]]:
    """One list of features a token, neighbours' included."""
    own = [_own(token) for token in tokens]
    count = len(tokens)
    quoted = _quoted(tokens)
    rows = []
    for place in range(count):
        row = ["bias", f"at={min(9, place * 10 // count)}", *own[place]]
        row.append(f"from-start={min(place, 4)}")
        row.append(f"from-end={min(count - 1 - place, 4)}")
        if quoted[place]:
            row.append("quoted")
        for step in (-2, -1, 1, 2):
            other = place + step
            if 0 <= other < count:
                row.extend(f"{step}:{name}" for name in own[other][: 5 if abs(step) == 1 else 3])
            else:
                row.append(f"{step}:none")
        rows.append(row)
    return rows


def _own(token: str) -> list[str]:
    bare = re.sub(r"^\W+|\W+$", "", token)
    lower = bare.lower()
    shape = bare[:12]
    for pattern, mark in _SHAPES:
        shape = pattern.sub(mark, shape)
    short = re.sub(r"(.)\1+", r"\1\1", shape)
    end = re.search(r"\W+$", token)
    begin = re.match(r"\W+", token)
    row = [f"shape={short}", f"end={end.group()[:3] if end else ''}", f"kind={_kind(lower, bare)}"]
    row += [f"word={lower[:20]}", f"begin={begin.group()[:2] if begin else ''}"]
    row += [f"suffix={lower[-3:]}", f"prefix={lower[:3]}", f"length={min(len(bare), 8)}"]
    return row


def _kind(lower: str, bare: str) -> str:
    if lower in _KINDS:
        return _KINDS[lower]
    if _YEAR.fullmatch(bare[:4]) and len(bare) <= 5:
        return "year"
    if re.fullmatch(r"(?:[A-Z]\.?-?){1,4}", bare):
        return "initials"
    if re.fullmatch(r"\d+[-–]+\d+", bare):
        return "range"
    if re.fullmatch(r"\d+\(.{1,9}", bare):
        return "volume-issue"
    return "number" if bare.isdigit() else "digits" if re.search(r"\d", bare) else "other"


def _quoted(tokens: list[str]) -> list[bool]:
    inside = False
    rows = []
    for token in tokens:
        opens = token.startswith(('"', "“", "``", "'", "‘", "«"))
        inside = inside or opens
        rows.append(inside)
        if re.search(r"[\"”»’']\W{0,2}$|''\W{0,2}$", token):
            inside = False
    return rows
