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
    """One list of features a token: its own, its neighbours', and what stands before and behind it in the string."""
    own = [_own(token) for token in tokens]
    count = len(tokens)
    quoted = _quoted(tokens)
    before, behind = _seen(own), _seen(own[::-1])[::-1]
    stops = 0
    rows = []
    for place in range(count):
        row = ["bias", f"at={min(9, place * 10 // count)}", *own[place]]
        row.append(f"from-start={min(place, 4)}")
        row.append(f"from-end={min(count - 1 - place, 4)}")
        row.append(f"stops={min(stops, 5)}")
        if quoted[place]:
            row.append("quoted")
        row.extend(f"had:{kind}" for kind in before[place])
        row.extend(f"will:{kind}" for kind in behind[place])
        for step in (-3, -2, -1, 1, 2, 3):
            other = place + step
            if 0 <= other < count:
                row.extend(f"{step}:{name}" for name in own[other][: _NEAR[abs(step)]])
            elif abs(step) < 3:
                row.append(f"{step}:none")
        row.extend(_together(own, place))
        rows.append(row)
        stops += _ends_part(own[place])
    return rows


_NEAR = {1: 5, 2: 3, 3: 3}
"""How many of the features of a neighbour count, by its distance."""
_SHAPE, _END, _KIND, _WORD = range(4)
"""Places of these features in what `_own` gives."""
_TELLING = frozenset(
    f"kind={name}"
    for name in ("year", "range", "editor", "press", "journal", "volume", "in", "pages", "volume-issue", "thesis")
) | {"kind=initials"}
_NOTHING = ("none",) * 4


def _seen(own: list[list[str]]) -> list[list[str]]:
    """For each token the telling kinds of the tokens before it, in order of their names."""
    seen: set[str] = set()
    rows = []
    known: list[str] = []
    for features in own:
        rows.append(known)
        if features[_KIND] in _TELLING and features[_KIND] not in seen:
            seen.add(features[_KIND])
            known = sorted(seen)
    return rows


def _ends_part(features: list[str]) -> bool:
    """Whether a token ends like a part of a reference does; initials end with a stop of their own."""
    return features[_END][4:5] in (".", "?", "!") and features[_KIND] != "kind=initials"


def _together(own: list[list[str]], place: int) -> list[str]:
    """Features of neighbours that tell something only together."""
    count = len(own)
    here = own[place]
    before = own[place - 1] if place else _NOTHING
    second = own[place - 2] if place > 1 else _NOTHING
    behind = own[place + 1] if place + 1 < count else _NOTHING
    return [
        f"words:{before[_WORD]}|{here[_WORD]}",
        f"words+:{here[_WORD]}|{behind[_WORD]}",
        f"end|shape:{before[_END]}|{here[_SHAPE]}",
        f"end|kinds:{before[_END]}|{here[_KIND]}|{behind[_KIND]}",
        f"kinds:{second[_KIND]}|{before[_KIND]}|{here[_KIND]}",
        f"shapes:{before[_SHAPE]}|{here[_SHAPE]}|{behind[_SHAPE]}",
    ]


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
