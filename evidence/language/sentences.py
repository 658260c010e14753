"""Where sentences begin and end, by rules for health prose.

Rules rather than weights: abbreviations, initials, units and citation markers decide most cases, and a rule can be
read when it is wrong. Every scan is linear: runs are matched once and never given back.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence

from evidence import deadline
from evidence.language.abbreviations import abbreviates
from evidence.language.inline_lists import items_in
from evidence.language.patterns import lazily
from evidence.language.remembered import remembered
from evidence.language.wide_stops import parted

_CARET = (
    r"(?:\\?\^(?:\d{1,3}(?:[,;–-]\s?\d{1,3}){0,20}(?![\d^])|[({]\d{1,3}(?:[,;–-]\s?\d{1,3}){0,20}[)}]"
    r"|\\?\[\d{1,3}(?:[,;–-]\s?\d{1,3}){0,20}\\?\])|\$\^\{?\d{1,3}(?:[,;–-]\s?\d{1,3}){0,20}\}?\$)"
)
"""A raised number behind a caret that none closes: "sleep.^3", "sleep.^(3)", "sleep.$^{3}$"."""
_MARKER = (
    r"<sup\b[^<>]{0,100}>[^<]{0,80}(?:<(?!/sup)[^<>]{0,300}>[^<]{0,40}){0,8}</sup>"
    r"|\[\^?[^\[\]\n]{1,80}\](?:\([^()\s]{1,300}\))?"
    # numbers with the addresses that they had on the page they were copied from: "colds.[[1]](…)[[2]](…) Honey"
    r"|\[\\?\[[^\[\]\n]{1,60}\\?\]\]\([^()\s]{1,1000}\)|[,;–-]\s?(?=\[\[?\d{1,3}\]?\]\()"
    r"|(?<=[\]>)])[,;–-]\s?(?=\[\^?\d{1,3}\]|\[\^[^\[\]\s]{1,60}\]|\[\\?\[\d|<sup\b)"
    r"|(?:\(|\\?\[)(?:\[\d{1,3}\]\([^()\s]{1,1000}\)\s?[,;–-]?\s?){1,10}(?:\)|\\?\])"
    r"|\^[\d,;–-]{1,20}\^"
    rf"|{_CARET}"
    r"|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]{1,8}(?:[,–-][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}){0,6}"
    r"|\(\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}\)"
    # a raised number that lost its formatting: 'unexpected."16 In'
    r"|(?:(?<=[a-z)][.!?])|(?<=[”\"]))\d{1,3}(?:[,–-]\d{1,3}){0,8}(?=\s+[A-Z“\"(]|\s*$)"
)
_LINK = r"\[[^\[\]\n]{1,120}\]\([^()\s]{1,2000}\)"
_NUMBERS = r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3}){0,20}"
_TARGET = r"\([^()\s]{1,300}\)"
_SET_MARKER = (
    rf"\[\\?\[{_NUMBERS}\\?\]\]{_TARGET}|\\\[\[\d{{1,3}}\]{_TARGET}(?:[,;–-]\s?\[\d{{1,3}}\]{_TARGET}){{0,10}}\\\]"
    rf"|\[[¹²³⁴⁵⁶⁷⁸⁹⁰]{{1,6}}\]{_TARGET}|\[{_NUMBERS}(?:,?\s(?:pp?|ch)\.\s?[\d–-]{{1,9}})?\](?!\()"
    r"|\[?<a\b[^<>]{1,300}>\[?\d{1,3}\]?</a>\]?"
    rf"|\^\[{_NUMBERS}\]\^|【{_NUMBERS}】|\*{{1,2}}\[{_NUMBERS}\]\*{{1,2}}|\((?:[Ss]ee|[Cc]f\.?)\s\[{_NUMBERS}\]\)"
    r"|\[\[?[^\[\]\n]{2,60}\b(?:19|20)\d\d[a-z]?\]?\]\([^()\s]{1,200}\)"
    rf"|\\\[{_NUMBERS}\\\]|\((?:\d{{1,3}}\s?[,;–-]\s?){{1,20}}\d{{1,3}}\)|\[(?:[Rr]ef|[Ss]ource|[Cc]itation)\.?\s?\d{{0,3}}\]"
    r"|\[(?!(?:In|By|Since|From|Until|After|Before|During|Of|On|Updated?|Note"
    r"|Added)\b)[A-Z][\w’'.&, -]{1,50}\b(?:19|20)\d\d[a-z]?\]|⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,4}⁾"
)
"""A number in brackets, linked or set off, or a name and year that lead to an entry of the page."""
_GAP = "[ \\t\u00a0\u2009\u202f]{1,16}"
"""Spaces of any kind, and the blanks that stand for one that is spelt ("&nbsp;")."""
_SPACED_MARKER = (
    rf"{_GAP}(?=[\[\\(<^【*⁽])(?:{_SET_MARKER})(?:[ \t]?[,;–-]?[ \t]?(?:{_SET_MARKER})){{0,10}}"
    r"(?=[.,;]?(?:\s+[A-Z“\"(*_\[]|\s*$))"
    rf"|{_GAP}"
    r"\[(?:\^[^\[\]\s]{1,60}|@[^\[\]\n]{1,200}|\d{1,3}(?:\s?[,;+–-]\s?\d{1,3}){0,20})\](?!\()"
    rf"|{_GAP}"
    r"<sup>[^<]{1,40}</sup>"
    rf"|{_GAP}{_CARET}(?=\s|$)"
    # a raised link to a note that bears a name: 'calm. <sup id="fn1a">[[1]](#fn1)</sup> Tea'
    rf"|{_GAP}(?:<a\b[^<>]{{1,300}}>)?<sup\b[^<>]{{0,100}}>(?:<a\b[^<>]{{1,300}}>)?\\?\[{{0,2}}{_NUMBERS}\\?\]{{0,2}}"
    r"(?:\([^()\s<>]{0,100}\))?(?:</a>)?</sup>(?:</a>)?(?=\s|$)"
    rf"|{_GAP}"
    r"\([A-Z][^()\n]{2,120}\b(?:19|20)\d\d[a-z]?\)(?=\.?(?:\s|$))"
    rf"|{_GAP}"
    r"[(\[](?:[Ss]ee\s|[Cc]f\.?\s)?(?:(?:[Ff]oot|[Ee]nd)?[Nn]otes?|[Rr]efs?\.?|[Rr]eferences?)"
    r"\s?\d[\d,;\s–-]{0,20}[)\]](?=\.?(?:\s|$))"
    # the links of a source behind the stop: "calm. ([Lee 2019](address)) Tea", "calm. [source](address) Tea"
    rf"|{_GAP}[(\[](?:(?:[Ss]ources?|[Ss]ee|[Vv]ia|[Rr]efs?):?\s)?(?:{_LINK}|https?://[^\s()\[\]]{{4,1000}})"
    rf"(?:[\s,;&]{{1,3}}(?:and\s)?{_LINK}){{0,8}}[)\]](?=\.?(?:\s|$))"
    rf"|{_GAP}"
    # not "[Studies](address) show that", which is the subject of a sentence of its own
    r"(?:\[\(?(?:[Ss]ources?|[Ss]tud(?:y|ies)|[Rr]ef(?:erence)?s?|[Pp]aper|[Tt]rial)(?:\s\d{1,2})?\)?\]\([^()\s]{1,2000}\)"
    r"(?=\.?(?:\s|$))(?!\s[*_]{0,2}\[?[a-z])"
    r"|\[\(?\d{1,3}(?:\s\d{1,2})?\)?\]\([^()\s]{1,2000}\)(?=\.?(?:\s|$)))"
)
_STOP = lazily(
    r"(?<![.!?…])(?P<stop>[.!?…]++)"
    # No "*+" inside the group: Python 3.11.2, which Debian 12 has, raises SystemError on that.
    r"(?>(?P<close>(?:[\"'”’»)\]*_†‡①-⑳]|</(?:b|i|em|strong|a|q|span|u)>|" + _MARKER + "|" + _SPACED_MARKER + r")*))"
    r"(?P<after>\.?)(?=\s|$|(?<=[\]>⁰¹²³⁴⁵⁶⁷⁸⁹)])(?=[A-Z])"
    # a lost space: "milk.Babies", "in 2012.The"
    r"|(?:(?<=[a-z]{3}[.!?])|(?<=[\d%][.!?]))(?!(?:Com|Org|Net|Gov|Edu|Io|Js)\b)(?=(?:[A-Z][a-z]+|[AI])[\s,.])"
    # a lost line of a list: "preserved foods.- Iron is found in"
    r"|(?<=[a-z]{3}[.!?])(?=[-–—]\s+[A-Z][a-z]+\s))"
)
_SIGN = lazily("[.!?…]")
_NEXT = lazily(r"\s*(?P<open>[\"'“‘«(\[*_>–—•-]{0,6})(?P<word>[^\s]{0,40})")
_ELLIPSIS = lazily(r"(?<=\s)\.\s\.\s\.")
_QUOTE = lazily(r"(?<!\S)(“[^“”]{1,300}”|\"[^\"\n]{1,300}\")(?=[,;]?\s+[a-z])")
_BLANK = lazily(
    r"(?:&(?:nbsp|ensp|emsp|thinsp|hairsp|numsp|zwnj|zwj|zerowidthspace|shy|#0{0,4}(?:160|173|819\d|820[0-5]|65279)"
    r"|#x0{0,4}(?:a0|ad|200[0-9a-d]|feff));|<br\s*/?>|\s)++$",
    re.IGNORECASE,
)
"""Spaces spelt as characters of HTML: nothing that a reader sees."""
_PROTECTED = lazily(r"\]\((?:[^()\s]|\([^()\s]{0,200}\)){1,2000}(?:\s+\"[^\"\n]{0,300}\")?\)|`[^`\n]{1,500}`")


def split(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Spans of the sentences of one paragraph, shifted by `start`, without surrounding white space.

    `text` is a single paragraph; its line breaks count as spaces. Offsets are code points.
    """
    deadline.check()
    return [(begin + start, end + start) for begin, end in _spans(text)]


@remembered(512, longest=5000)
def _spans(text: str) -> Sequence[tuple[int, int]]:
    safe = _protect(text)
    bracketed = _bracket_ends(safe)
    spans: list[tuple[int, int]] = []
    begin = 0
    items = deque(items_in(safe))
    small = _is_in_small_letters(safe)
    for match in _stops(safe):
        deadline.check()
        end = match.end()
        while items and items[0] < end:
            if begin < items[0]:
                _add(spans, safe, begin, items[0])
                begin = items[0]
            items.popleft()
        last_stop = end if match["after"] or match["close"] == ")" else match.start()
        if _inside(bracketed, last_stop, begin) or not _is_boundary(safe, match, begin, small=small):
            continue
        _add(spans, safe, begin, end)
        begin = end
    for place in [*items, len(safe)]:
        if begin < place:
            _add(spans, safe, begin, place)
            begin = place
    return parted(text, spans)


def _stops(text: str) -> Iterator[re.Match[str]]:
    """What `_STOP` finds, looked for only at and behind the signs that end a sentence."""
    place = 0
    for sign in _SIGN.finditer(text):
        for start in (sign.start(), sign.end()):
            if start >= place and (found := _STOP.match(text, start)):
                place = found.end()
                yield found
                break


def _add(spans: list[tuple[int, int]], text: str, begin: int, end: int) -> None:
    while begin < end and text[begin].isspace():
        begin += 1
    while end > begin and text[end - 1].isspace():
        end -= 1
    if begin == end or (text[begin] in "&<" and _BLANK.match(text[begin:end])):
        return
    if spans and not any(char.isalnum() for char in text[begin:end][:200]):
        spans[-1] = (spans[-1][0], end)  # stray punctuation stays with what it followed
        return
    spans.append((begin, end))


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
    quoted = '"' in text or "“" in text
    quotes = [(match.start(1), match.end() - 1) for match in _QUOTE.finditer(text)] if quoted else []
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


_SMALL_STOP = lazily(
    r"(?:(?<=[a-z]{3})|(?<=[\w]\))|(?<=\s(?:it|me|us|up|so|do|in|on)))"
    r"(?<!\betc)(?<!\bapprox)(?<!\bincl)(?<!\bresp)(?<!\besp)(?<!\bmax)(?<!\bmin)(?<!\bavg)(?<!\bfig)[.!?…]+[)\"'”’]{0,2}\s+[a-z]"
)
_GREAT_STOP = lazily(r"[a-z]{2}[.!?…]+[)\"'”’]{0,2}\s+[A-Z]")
_BEGINS_SMALL = lazily(r"[\W_]*[a-z]")
_SMALL_I = lazily(r"(?<![\w.(])i(?:['’](?:m|ve|d|ll))?\s")
_FEWEST_STOPS = 2


def _is_in_small_letters(text: str) -> bool:
    """Whether a paragraph is written without capitals: no sentence begins with one, and it has some stops [house]."""
    if _BEGINS_SMALL.match(text) is None or _GREAT_STOP.search(text):
        return False
    stops = sum(1 for _ in _SMALL_STOP.finditer(text))
    return stops >= _FEWEST_STOPS or (stops > 0 and _SMALL_I.search(text) is not None)


def _is_boundary(text: str, match: re.Match[str], begin: int, *, small: bool = False) -> bool:
    stop = match["stop"]
    following = _NEXT.match(text, match.end())
    word = following["word"] if following else ""
    opened = following["open"] if following else ""
    if not word:
        return True
    if small and word[0].islower():
        return _SMALL_STOP.match(text, match.start()) is not None and not abbreviates(
            text, match.start(), begin, word, opened
        )
    if word[0].islower() and not re.match(r"[a-z]{1,3}[A-Z\d]", word):
        return "-" in opened.lstrip("\"'“‘(") and not match["close"] and stop in "!?" and "\n" in opened
    if match["after"]:
        return True
    if stop in ("...", "…") and match["close"] == ")" and not any(map(str.isalnum, text[begin : match.start()])):
        return False  # what a quotation leaves out at its head: "(...) Sleep mends."
    if stop != ".":
        return not (match["close"].startswith("]") and stop in ("...", "…"))
    if match["close"].strip("*_"):
        return not (match["close"] == ")" and abbreviates(text, match.start(), begin, word, opened))
    return not abbreviates(text, match.start(), begin, word, opened)
