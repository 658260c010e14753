"""Where sentences begin and end, by rules for health prose.

Rules rather than weights: abbreviations, initials, units and citation markers decide most cases, and a rule can be
read when it is wrong. Every scan is linear: runs are matched once and never given back.
"""

from __future__ import annotations

import re
from collections import deque

from evidence.language.inline_lists import items_in
from evidence.language.patterns import lazily

_MARKER = (
    r"<sup\b[^<>]{0,100}>[^<]{0,80}(?:<(?!/sup)[^<>]{0,300}>[^<]{0,40}){0,8}</sup>"
    r"|\[\^?[^\[\]\n]{1,80}\](?:\([^()\s]{1,300}\))?"
    r"|\^[\d,;–-]{1,20}\^"
    r"|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]{1,8}(?:[,–-][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}){0,6}"
    r"|\(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}\)"
    # a raised number that lost its formatting: 'unexpected."16 In'
    r"|(?:(?<=[a-z)][.!?])|(?<=[”\"]))\d{1,3}(?:[,–-]\d{1,3}){0,8}(?=\s+[A-Z“\"(]|\s*$)"
)
_SPACED_MARKER = (
    r"[ \t]\[(?:\^[^\[\]\s]{1,60}|@[^\[\]\n]{1,200}|\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20})\](?!\()"
    r"|[ \t]<sup>[^<]{1,40}</sup>"
    r"|[ \t]\([A-Z][^()\n]{2,120}\b(?:19|20)\d\d[a-z]?\)(?=\.?(?:\s|$))"
)
_STOP = lazily(
    r"(?<![.!?…])(?P<stop>[.!?…]++)"
    r"(?P<close>(?:[\"'”’»)\]*_]|</(?:b|i|em|strong|a|q|span|u)>|" + _MARKER + "|" + _SPACED_MARKER + r")*+)"
    r"(?P<after>\.?)(?=\s|$|(?<=[\]>⁰¹²³⁴⁵⁶⁷⁸⁹)])(?=[A-Z])"
    # a lost space: "milk.Babies", "in 2012.The"
    r"|(?:(?<=[a-z]{3}[.!?])|(?<=[\d%][.!?]))(?!(?:Com|Org|Net|Gov|Edu|Io|Js)\b)(?=(?:[A-Z][a-z]+|[AI])[\s,.]))"
)
_NEXT = lazily(r"\s*(?P<open>[\"'“‘«(\[*_>–—•-]{0,6})(?P<word>[^\s]{0,40})")
_ELLIPSIS = lazily(r"(?<=\s)\.\s\.\s\.")
_HOUR = lazily(r"\s*(?:At|By|Around|Before|After|Until|Since|From)\s+(?:about\s+)?\d{1,2}(?:[:.]\d\d)?\s?[aApP]$")
"""The beginning of a sentence that goes on after its hour: "At 5 a.m. Mr. Bell"."""

_TOKEN = lazily(r"[^\s(\[“\"'‘*_/–—•⁃‣]{1,40}$")
_WORD_BEFORE = lazily(r"([A-Za-z-]{1,30})\s+$")
_QUOTE = lazily(r"(?<!\S)(“[^“”]{1,300}”|\"[^\"\n]{1,300}\")(?=[,;]?\s+[a-z])")
_PROTECTED = lazily(r"\]\((?:[^()\s]|\([^()\s]{0,200}\)){1,2000}(?:\s+\"[^\"\n]{0,300}\")?\)|`[^`\n]{1,500}`")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NEVER = _words(
    "dr drs mr mrs ms prof messrs mme st mt gen col sgt capt lt rev hon gov sen e.g i.e eg ie vs v cf viz approx "
    "ca resp incl esp al-fig a.k.a n.b spp sp subsp var dept est tel"
)
_BEFORE_NUMBER = _words(
    "no nos n° nº vol vols p pp fig figs eq eqs ch chap sec sect ref refs tab app art ed eds para pt nr "
    "jan feb mar apr jun jul aug sep sept oct nov dec"
)
_NAMED_UNITS = _words("fig figs eq eqs vol pp")
_MAY_END = _words(
    "u.s u.k u.s.a e.u u.n inc ltd co corp llc jr sr ph.d m.d b.a m.a b.sc m.sc d.o r.d r.n d.c n.d p.t bros "
    "dist gov't ph d.p.t m.p.h"
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


def split(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Spans of the sentences of one paragraph, shifted by `start`, without surrounding white space.

    `text` is a single paragraph; its line breaks count as spaces. Offsets are code points.
    """
    safe = _protect(text)
    bracketed = _bracket_ends(safe)
    spans: list[tuple[int, int]] = []
    begin = 0
    items = deque(items_in(safe))
    for match in _STOP.finditer(safe):
        end = match.end()
        while items and items[0] < end:
            if begin < items[0]:
                _add(spans, safe, begin, items[0], start)
                begin = items[0]
            items.popleft()
        last_stop = end if match["after"] or match["close"] == ")" else match.start()
        if _inside(bracketed, last_stop, begin) or not _is_boundary(safe, match, begin):
            continue
        _add(spans, safe, begin, end, start)
        begin = end
    for place in [*items, len(safe)]:
        if begin < place:
            _add(spans, safe, begin, place, start)
            begin = place
    return spans


def _add(spans: list[tuple[int, int]], text: str, begin: int, end: int, shift: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin == end:
        return
    if spans and not any(char.isalnum() for char in text[begin:end][:200]):
        spans[-1] = (spans[-1][0], end + shift)  # stray punctuation stays with what it followed
        return
    spans.append((begin + shift, end + shift))


def _protect(text: str) -> str:
    """The text with link targets, code and spaced ellipses blanked out letter by letter: nothing in them is an end."""

    def blank(match: re.Match[str]) -> str:
        found = match.group()
        return found[0] + re.sub(r"[^\s()\]`]", "x", found[1:-1]) + found[-1]

    if ". ." in text:
        text = _ELLIPSIS.sub(lambda found: found.group().replace(".", "·"), text)
    return _PROTECTED.sub(blank, text) if "](" in text or "`" in text else text


def _bracket_ends(text: str) -> list[tuple[int, int]]:
    """Pairs that hold a sentence together, in order and apart from each other.

    Round brackets no longer than 300 characters, and quotations after which the sentence goes on in lower case.
    """
    pairs: list[tuple[int, int]] = []
    stack: list[int] = []
    for match in re.finditer(r"[()]", text):
        if match.group() == "(":
            stack.append(match.start())
        elif stack:
            opened = stack.pop()
            if match.start() - opened <= 300:
                while pairs and pairs[-1][0] > opened:
                    pairs.pop()
                pairs.append((opened, match.start()))
    quotes = [(match.start(1), match.end() - 1) for match in _QUOTE.finditer(text)]
    if not quotes:
        return pairs
    merged: list[tuple[int, int]] = []
    for pair in sorted(pairs + quotes):
        if merged and pair[0] <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], pair[1]))
        else:
            merged.append(pair)
    return merged


def _inside(pairs: list[tuple[int, int]], place: int, begin: int) -> bool:
    """Whether `place` stands in a bracket that opened after the sentence had begun. Drops pairs left behind."""
    low, high = 0, len(pairs)
    while low < high:
        middle = (low + high) // 2
        if pairs[middle][1] < place:
            low = middle + 1
        else:
            high = middle
    return low < len(pairs) and begin + 1 < pairs[low][0] < place


def _is_boundary(text: str, match: re.Match[str], begin: int) -> bool:
    stop = match["stop"]
    following = _NEXT.match(text, match.end())
    word = following["word"] if following else ""
    opened = following["open"] if following else ""
    if not word:
        return True
    if word[0].islower() and not re.match(r"[a-z]{1,3}[A-Z\d]", word):
        return "-" in opened.lstrip("\"'“‘(") and not match["close"] and stop in "!?" and "\n" in opened
    if match["after"]:
        return True
    if stop != ".":
        return not (match["close"].startswith("]") and stop in ("...", "…"))
    if match["close"].strip("*_"):
        return not (match["close"] == ")" and _abbreviates(text, match, begin, word, opened))
    return not _abbreviates(text, match, begin, word, opened)


def _abbreviates(text: str, match: re.Match[str], begin: int, word: str, opened: str) -> bool:
    """Whether the full stop belongs to an abbreviation, an initial or a list number rather than to a sentence."""
    found = _TOKEN.search(text, max(begin, match.start() - 41), match.start())
    token = found.group() if found else ""
    lower = token.lower().rstrip(",;")
    bare = word.strip(",.;:!?\"'”’)]*_")
    starts = bare.lower() in _STARTERS
    if not token:
        return False
    if (token.isdigit() or (len(token) == 1 and token.islower())) and not text[
        begin : match.start() - len(token)
    ].strip(' \t*_([“"•⁃‣▪●◦'):
        return True  # "1." in front of an item
    if lower in _NEVER and not (len(token) > 1 and token.isalpha() and token.isupper()):
        return True
    if lower in _BEFORE_NUMBER:
        return word[0].isdigit() or (lower in _NAMED_UNITS and not starts)
    if lower == "al":
        return bool(opened) or word[0].isdigit()
    if len(token) > 1 and lower in _TITLES and token[0].isupper():
        return word.rstrip(",;").endswith(".") and bare.lower() in _TITLES
    if lower in ("vit", "wk", "yr", "hr"):
        return word[0].isdigit() or len(bare) == 1
    if lower in _MAY_END:
        return not starts
    if lower in ("a.m", "p.m"):
        return _HOUR.match(text, begin, match.start() - 2) is not None
    if lower in ("etc", "am", "pm"):
        return False
    if len(token) == 1 and token.isalpha() and token.isupper():
        return not _letter_ends(text, match.start() - 1, begin, starts)
    if re.fullmatch(r"(?:[A-Z]\.){1,4}[A-Z]", token):
        return not starts
    return False


def _letter_ends(text: str, place: int, begin: int, starts: bool) -> bool:
    """Whether a single capital before a stop ends a sentence ("vitamin D.") rather than being an initial."""
    before = _WORD_BEFORE.search(text, max(begin, place - 40), place)
    if before is None:
        return starts and place > begin
    return before.group(1).lower() in _LETTERED or starts
