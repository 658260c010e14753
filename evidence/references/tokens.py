"""A reference string as tokens with the features by which their labels are learned and found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from evidence.language.patterns import lazily

_WORD = lazily(r"\S+")
_BREAKS = lazily(
    r"(?<=[^\W\d_]{2}[a-zß-ÿ)])(?=\d)"
    r"|(?<=[;,])(?=[^\s;,.)\]”\"’'])|(?<=[\w)\]”\"’]:)(?=[\w(\[“\"‘])"
    r"|(?<=\w)(?=[(\[]\w)|(?<=[)\]])(?=\w)"
    r"|(?<=[a-zß-ÿ]{2}[.?!])(?=[A-ZÀ-Þ])|(?<=[^\W\d_]\.)(?=\d)|(?<=[^\W\d_]\.)(?=[^\W\d_][a-zß-ÿ])|(?<=\d\.)(?=[^\W\d_]{2})"
    r"|(?<=[.,?!][”\"’])(?=\w)"
)
"""Where a word of the string is two: "2012;14(3):155-60", "colds.J", "A.B.Smith", "journal11", "pp.12"."""
_WHOLE = lazily(r"://|www\.|^\W*10\.\d{4}|@", re.IGNORECASE)
"""Addresses and DOIs stay in one piece."""
_YEAR = lazily(r"(?:1[5-9]|20)\d\d[a-z]?$")
_SHAPES = ((lazily(r"[A-ZÀ-ÖØ-Þ]"), "A"), (lazily(r"[^\W\d_A-ZÀ-ÖØ-Þ]"), "a"), (lazily(r"\d"), "9"))
_REPEATED = lazily(r"(.)\1+")
_EDGES = lazily(r"(?P<begin>\W*)(?P<bare>.*?)(?P<end>\W*)$", re.DOTALL)
_INITIALS = lazily(r"(?:[A-ZÀ-ÖØ-Þ]\.?-?){1,4}$")
_ROMAN = lazily(r"(?=[IVXLC]{2,})M{0,3}(?:C[DM]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$")
_RANGE = lazily(r"[A-Za-z]{0,2}\d+[-–—−]+[A-Za-z]{0,2}\d+$")
_WORDS = {
    "month": "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august "
    "september october november december janvier février mars avril mai juin juillet août septembre octobre "
    "novembre décembre januar februar märz juni juli oktober dezember enero febrero marzo abril mayo junio julio "
    "agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre "
    "dicembre spring summer fall autumn winter",
    "editor": "ed eds editor editors hrsg hg edited herausgegeben éd éds éditeur éditeurs dir coord coords org orgs "
    "compilador compiladores curatore herausgeber",
    "volume": "vol vols volume volumes no nr n° nº number issue iss bd band tome tomo jg jahrgang art suppl "
    "supplement heft fasc num núm issn",
    "pages": "p pp page pages pag pág págs s seiten seite",
    "press": "press publishers publisher publishing publications publication verlag springer elsevier wiley "
    "university universität université universidad books academies routledge penguin macmillan sons inc ltd "
    "éditions edizioni ediciones editorial presses blackwell saunders mosby lippincott",
    "journal": "journal j proceedings proc transactions trans annals ann archives arch bulletin bull review reviews "
    "rev letters lett international int acta american am british br european eur res med sci zeitschrift revue "
    "revista rivista jama lancet nature science plos bmc",
    "thesis": "thesis dissertation report technical phd unpublished preprint tech thèse tesis diss",
    "in": "in",
    "and": "and & und et y e",
    "others": "al",
    "edition": "edition edn 2nd 3rd 4th 1st 5th aufl auflage ausgabe",
    "place": "london york paris berlin cambridge oxford washington boston chicago amsterdam philadelphia geneva "
    "genève basel münchen munich frankfurt hamburg leipzig stuttgart wien vienna zürich bern köln roma rome milano "
    "milan madrid barcelona lisboa paulo janeiro aires méxico toronto montréal montreal ottawa sydney melbourne "
    "brisbane tokyo beijing delhi edinburgh dublin harmondsworth basingstoke francisco angeles berkeley stanford "
    "princeton baltimore bethesda rockville atlanta thousand oaks hoboken englewood cliffs haven ithaca dordrecht "
    "leiden rotterdam heidelberg cham copenhagen stockholm uppsala oslo helsinki moscow warszawa prague praha "
    "budapest bruxelles brussels torino bologna d.c n.y n.j u.k u.s.a mass calif conn",
    "online": "available retrieved accessed internet online cited http url doi pmid pmcid",
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}


class Token(NamedTuple):
    """A piece of a reference with its punctuation, and where it stands; `glued` where no space stands before it."""

    text: str
    start: int
    end: int
    glued: bool


def tokens_of(text: str) -> list[Token]:
    """The words of a reference with their punctuation; what is written without a space between is taken apart."""
    tokens: list[Token] = []
    for word in _WORD.finditer(text):
        start = at = word.start()
        if not _WHOLE.search(word.group()):
            for cut in _BREAKS.finditer(text, at, word.end()):
                if cut.start() > at:
                    tokens.append(Token(text[at : cut.start()], at, cut.start(), at > start))
                    at = cut.start()
        tokens.append(Token(text[at : word.end()], at, word.end(), at > start))
    return tokens


class Features(NamedTuple):
    """The features of one token: groups that come again with other tokens, and what only stands together here."""

    groups: list[tuple[str, ...]]
    together: list[str]


def features_of(tokens: Sequence[Token]) -> list[list[str]]:
    """One list of features a token: its own, its neighbours', and what stands before and behind it in the string."""
    return [[*chain(*found.groups), *found.together] for found in grouped_features(tokens)]


def grouped_features(tokens: Sequence[Token]) -> list[Features]:
    """The same in groups, so that what a group weighs is added up once for all references."""
    texts = [token.text for token in tokens]
    own = [_own(text) for text in texts]
    count = len(tokens)
    signs = list(zip((token.glued for token in tokens), *_inside(tokens), strict=True))
    ahead = _ahead(own)
    opening = "".join(features[_END][4:5] for features in own[:2])
    is_small = [features[_SHAPE][6:7] == "a" for features in own] + [False] * 3
    before, behind = _seen(own, "had"), _seen(own[::-1], "will")[::-1]
    stops = 0
    rows = []
    for place in range(count):
        at, left, small = min(9, place * 10 // count), min(count - 1 - place, 4), sum(is_small[place + 1 : place + 4])
        groups = [own[place], _placed(at, min(place, 4), left, min(stops, 5), opening)]
        groups += (_signed(*signs[place], small, *ahead[place]), before[place], behind[place])
        for step in (-3, -2, -1, 1, 2, 3):
            other = place + step
            if 0 <= other < count:
                groups.append(_near(texts[other], step))
            elif abs(step) < 3:
                groups.append(_NO_NEIGHBOUR[step])
        rows.append(Features(groups, _together(own, place)))
        stops += _ends_part(own[place])
    return rows


@lru_cache(maxsize=8192)
def _placed(at: int, from_start: int, from_end: int, stops: int, opening: str) -> tuple[str, ...]:
    """Where a token stands in the string: `at` in tenths of it."""
    return (
        *("bias", f"at={at}", f"from-start={from_start}", f"from-end={from_end}", f"stops={stops}"),
        f"opening={opening}|{min(stops, 3)}",
    )


@lru_cache(maxsize=8192)
def _signed(
    glued: bool, quoted: bool, bracketed: bool, was_quoted: bool, small: int, stops: int, figure: int, capitals: bool
) -> tuple[str, ...]:
    """What stands around a token, and how far the next one with a figure is."""
    signs = {"glued": glued, "quoted": quoted, "bracketed": bracketed, "was-quoted": was_quoted}
    held = [name for name, holds in signs.items() if holds] + (["capitals-to-figure"] if capitals else [])
    return (*held, f"small={small}", f"stops-to-figure={stops}", f"to-figure={figure}")


@lru_cache(maxsize=8192)
def _near(token: str, step: int) -> tuple[str, ...]:
    """The features of a token for one that stands so many steps before or behind it."""
    return tuple(f"{step}:{name}" for name in _own(token)[: _NEAR[abs(step)]])


_NO_NEIGHBOUR = {step: (f"{step}:none",) for step in (-2, -1, 1, 2)}
_NEAR = {1: 5, 2: 3, 3: 3}
"""How many of the features of a neighbour count, by its distance."""
_SHAPE, _END, _KIND, _LOWER = range(4)
"""Places of these features in what `_own` gives."""
_TELLING = frozenset(
    f"kind={name}"
    for name in (
        "year",
        "range",
        "editor",
        "press",
        "journal",
        "volume",
        "in",
        "pages",
        "thesis",
        "online",
        "edition",
        "others",
    )
) | {"kind=initials"}
_NOTHING = ("none",) * 4


def _seen(own: list[tuple[str, ...]], name: str) -> list[tuple[str, ...]]:
    """For each token the telling kinds of the tokens before it, in order of their names, as features of this name."""
    seen: set[str] = set()
    rows = []
    known: tuple[str, ...] = ()
    for features in own:
        rows.append(known)
        if features[_KIND] in _TELLING and features[_KIND] not in seen:
            seen.add(features[_KIND])
            known = tuple(f"{name}:{kind}" for kind in sorted(seen))
    return rows


def _ahead(own: list[tuple[str, ...]]) -> list[tuple[int, int, bool]]:
    """For each token, up to the next one with a figure: the ends of parts, the tokens, and whether all are capital."""
    rows: list[tuple[int, int, bool]] = []
    stops = count = 9
    capital = False
    for features in reversed(own):
        shape = features[_SHAPE]
        if "9" in shape:
            stops = count = 0
            capital = True
        else:
            stops += _ends_part(features)
            count += 1
            capital = capital and (shape[6:7] != "a" or features[_LOWER] in _SMALL)
        rows.append((min(stops, 3), min(count, 6), capital))
    return rows[::-1]


_SMALL = frozenset(
    f"word={word}"
    for word in (
        "of",
        "and",
        "the",
        "in",
        "for",
        "et",
        "de",
        "des",
        "der",
        "la",
        "le",
        "du",
        "und",
        "di",
        "e",
        "on",
        "to",
    )
)


def _ends_part(features: tuple[str, ...]) -> bool:
    """Whether a token ends like a part of a reference does; initials end with a stop of their own."""
    return features[_END][4:5] in (".", "?", "!") and features[_KIND] != "kind=initials"


def _together(own: list[tuple[str, ...]], place: int) -> list[str]:
    """Features of neighbours that tell something only together."""
    count = len(own)
    here = own[place]
    before = own[place - 1] if place else _NOTHING
    second = own[place - 2] if place > 1 else _NOTHING
    behind = own[place + 1] if place + 1 < count else _NOTHING
    return [
        f"words:{before[_LOWER]}|{here[_LOWER]}",
        f"words+:{here[_LOWER]}|{behind[_LOWER]}",
        f"end|shape:{before[_END]}|{here[_SHAPE]}",
        f"end|kinds:{before[_END]}|{here[_KIND]}|{behind[_KIND]}",
        f"kinds:{second[_KIND]}|{before[_KIND]}|{here[_KIND]}",
        f"shapes:{before[_SHAPE]}|{here[_SHAPE]}|{behind[_SHAPE]}",
    ]


@lru_cache(maxsize=4096)
def _own(token: str) -> tuple[str, ...]:
    edges = _EDGES.match(token)
    begin, bare, end = edges.groups() if edges else ("", token, "")
    lower = bare.lower()
    shape = bare[:12]
    for pattern, mark in _SHAPES:
        shape = pattern.sub(mark, shape)
    short = _REPEATED.sub(r"\1\1", shape)
    return (
        f"shape={short}",
        f"end={end[:3]}",
        f"kind={_kind(lower, bare, begin)}",
        f"word={lower[:20]}",
        f"begin={begin[-2:]}",
        f"suffix={lower[-3:]}",
        f"prefix={lower[:3]}",
        f"length={min(len(bare), 8)}",
    )


def _kind(lower: str, bare: str, begin: str) -> str:
    if lower in _KINDS and (len(bare) > 1 or bare in "&jJpsey"):
        return _KINDS[lower]
    if _YEAR.match(bare):
        return "year"
    if _ROMAN.match(bare):
        return "roman"
    if _INITIALS.match(bare):
        return "initials"
    if _RANGE.match(bare):
        return "range"
    if bare.isdigit():
        return "issue" if begin.endswith("(") else "number"
    return "digits" if any(char.isdigit() for char in bare) else "other"


def _inside(tokens: Sequence[Token]) -> tuple[list[bool], list[bool], list[bool]]:
    """For each token whether it stands between quotation marks, between brackets, and behind a closing mark."""
    quoted, bracketed, behind = [], [], []
    inside = closed = False
    depth = 0
    for token in tokens:
        text = token.text
        inside = inside or text.startswith(('"', "“", "``", "'", "‘", "«"))
        depth = max(0, depth + text.count("(") + text.count("["))
        quoted.append(inside)
        behind.append(closed)
        bracketed.append(depth > 0)
        depth = max(0, depth - text.count(")") - text.count("]"))
        if re.search(r"[\"”»’']\W{0,2}$|''\W{0,2}$", text):
            closed = closed or inside
            inside = False
    return quoted, bracketed, behind
