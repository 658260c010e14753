"""Where sentences end in scripts with stops of their own: Chinese and Japanese, without a space behind them, Hindi,
Urdu, Arabic, Amharic."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence

from evidence.language.patterns import lazily

_ANY = lazily(r"[。！？．｡।॥۔؟።፧]|(?<=[\u3040-\u30ff\u3400-\u9fff])[!?]{1,6}(?=[\u3040-\u30ff\u3400-\u9fff])")
_STOP = lazily(
    r"(?:[。！？｡।॥۔؟።፧]|．(?![\d０-９])|(?<=[\u3040-\u30ff\u3400-\u9fff])[!?]{1,6}(?=[\u3040-\u30ff\u3400-\u9fff「『（“\[]))"
    r"[。！？．｡।॥۔؟።፧!?…]{0,20}"
    r"(?P<close>[」』”’）】》〉)\]]{0,6})"
    # an aside that speaks of what stands before it: a table, a source, a year
    r"(?:[（(](?:(?:参见|參見|参照|见|見|图|圖|図|表|来源|來源|出典|资料|資料|注|参考|參考)[^（）()。！？]{0,60}"
    r"|[^（）()。！？\d]{1,40}(?:19|20)\d\d[a-z年]?)[）)])?"
    # markers: raised numbers, notes and keys
    r"(?:[ \t\u3000]?(?:\[\^?[^\[\]\n]{1,80}\](?!\()|<sup\b[^<>]{0,100}>[^<]{0,80}</sup>"
    r"|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,8}(?:[,，–⁻-]\s?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,8}){0,6})){0,6}"
)
_GOES_ON = lazily(r"[\s\u3000]{0,3}(?:[，、。！？：；,.!?;:)）」』”’]|と(?!て)|って|という|との|などと|的)")
"""What goes on with the sentence behind a quotation."""
_PAIRS = {"「": "」", "『": "』", "（": "）", "(": ")", "《": "》", "【": "】"}
_ASIDE = "（("
"""Behind these the sentence goes on, whatever stands in them."""
_BRACKET = lazily(r"[「」『』（）()《》【】]")
_SAME_BOTH_WAYS = ('"', "**", "*", "_")
_LONGEST_BRACKET = 300
_LONGEST_QUOTE = 60
"""Characters of a quotation or bracket that hold a sentence together [house]; a longer one has sentences of its own."""


def parted(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, cut behind each such full stop."""
    if text.isascii() or not _ANY.search(text):
        return list(spans)
    return [part for start, end in spans for part in _within(text, start, end)]


def _within(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    held = _held(text, start, end)
    opens = [opened for opened, _ in held]
    begin = start
    for match in _STOP.finditer(text, start, end):
        opened, closed = held[place] if (place := bisect(opens, match.start()) - 1) >= 0 else (-1, -1)
        if opened > begin and (match.end("close") <= closed or (match.start() < closed and text[opened] in _ASIDE)):
            continue  # within a quotation or an aside of this sentence
        after = _with_marks(text, match.end(), begin)
        if after >= end or not any(sign.isalnum() for sign in text[begin : min(after, begin + 200)]):
            continue
        if match["close"] and _GOES_ON.match(text, after):
            continue
        yield begin, after
        begin = after
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        yield begin, end


def _with_marks(text: str, after: int, begin: int) -> int:
    """Behind the marks that close what was opened in the sentence: quotation marks and emphasis."""
    for mark in _SAME_BOTH_WAYS:
        if text.startswith(mark, after) and text.count(mark, begin, after) % 2:
            after += len(mark)
    return after


def _held(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Short brackets and quotations in their order, each from its opening to its closing sign."""
    pairs: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(text, start, end):
        sign = match[0]
        if sign in _PAIRS:
            stack.append((sign, match.start()))
        elif stack and _PAIRS[stack[-1][0]] == sign:
            opening, place = stack.pop()
            longest = _LONGEST_QUOTE if opening in "「『" else _LONGEST_BRACKET
            if not stack and match.start() - place <= longest:
                pairs.append((place, match.start()))
    return pairs
