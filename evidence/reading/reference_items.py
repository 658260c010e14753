"""The items of a reference list: where each begins and ends, its number, and items that were run together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evidence.deadline import paced
from evidence.language.patterns import lazily
from evidence.language.sentences import split
from evidence.reading import markdown_lines
from evidence.reading.markdown_lines import Line

NUMBER = lazily(
    r"[ \t]*(?:\[{1,2}(?P<a>\d{1,3})\]{1,2}(?:\((?:https?://[^()\s#]{1,300})?#[^()\s]{1,200}\))?[.:]?|\{(?P<e>\d{1,3})\}|\(?(?P<b>\d{1,3})\\?[.)]|(?P<c>\d{1,3})(?=[ \t]+[-–—:]?[ \t]*[A-Z“\"])"
    r"|#?(?P<d>\d{1,3}):(?=[ \t]+\S)|#(?P<f>\d{1,3})(?=[ \t]+\S)|<sup>(?P<g>\d{1,3})</sup>|(?P<h>[¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹]{0,2})(?=[ \t]*\S))"
    r"[ \t]*\\?[ \t]*(?:[-–—][ \t]+)?(?:<(?:small|span|p|i|em)\b[^<>]{0,200}\b(?:id|name)=[^<>]{1,200}>[ \t]*)?"
    # a number with the word for what it counts: "Ref. 1:", "**Reference 1** –", "[Source 1]"
    r"|[ \t]*(?:\*\*|__)?\[?(?:[Rr]ef(?:erence)?|REF(?:ERENCE)?|Source|Citation)\b\.?[ \t](?:[Nn]o\.[ \t]?)?#?(?P<j>\d{1,3})"
    r"(?:\*\*|__)?(?:[:.)\]](?:\*\*|__)?:?|(?=[ \t]+[-–—][ \t]))[ \t]*(?:[-–—][ \t]+)?(?=[A-Z“\"*_\[])"
    # a number that bears the name of the note, or stands first in the element that does: '<b id="f1">1</b>'
    r"|[ \t]*<(?P<tag>b|strong|em|i|sup|small|span|a)\b[^<>]{0,200}\b(?:id|name)=[^<>]{1,200}>[ \t]*[\[(]?(?P<i>\d{1,3})[\])]?[.:]?"
    r"[ \t]*(?:</(?P=tag)>[.:]?)?[ \t]*"
)
BARE_NUMBER = lazily(r"[ \t]*(?:\[\d{1,3}\]|\d{1,3}[.)])[ \t↑^]*$")
NAMED = lazily(r"[ \t]*\[@?(?P<key>[A-Za-z][\w:-]{2,60})\](?!\():?[ \t]+")
BULLET = lazily(
    r"[ \t]*(?:[-*+•‣◦▪·–][ \t]+(?=\S)|[-•–](?=[A-ZÀ-ÖØ-Þ][\w'’-]{1,40},\s(?:[A-ZÀ-ÖØ-Þ]\.|[A-ZÀ-ÖØ-Þ][a-zß-ÿ]+[\s,.]))|<li\b[^<>]{0,300}>[ \t]*)"
)
YEAR = lazily(r"(?:1(?<![\d-]1)9|2(?<![\d-]2)0)\d\d[a-z]?(?![\d-])")
AUTHOR = lazily(
    r"[“\"*_]{0,2}(?:(?:van|von|de|del|della|di|da|la|le|der)\s){0,2}[A-ZÀ-ÖØ-Þ][\w'’-]{1,40}"
    r"(?:\s[A-ZÀ-ÖØ-Þ][\w'’-]{1,40})?"
    r"(?:,\s?(?:[A-ZÀ-ÖØ-Þ]\.\s?-?){1,4}|\s[A-ZÀ-ÖØ-Þ]{1,4}(?=[,.;:\s(])|,\s[A-Z][a-z]+(?=[,.\s])|(?:\s\w+)?,?\set\sal\b)"
)
PLACE = lazily(
    r"\d{1,4}\s?\([^()\s]{1,15}\)|\b\d{1,4}\s?:\s?[eE]?\d{1,6}|\bpp?\.\s?\d|\bvol(?:ume)?\.?\s?\d|;\s?\d{1,4}",
    re.IGNORECASE,
)
IDENTIFIED = lazily(r"(?<!\d)10\.\d{4,9}/|\bPMID|\bPMC\d|pubmed|https?://|\bwww\.|\bdoi\b|\bISBN\b", re.IGNORECASE)
_JUMP = lazily(r"(?:[\^↑](?:[ \t]*(?:[a-z](?=[ \t])|\^|Jump up(?: to:?)?))*|Jump up to:?)[ \t]+", re.IGNORECASE)
_TAGS = lazily(
    r"(?:(?:</?(?:p|li|ol|ul|div|cite|span)\b[^<>]{0,300}>|<a\b(?![^<>]{0,300}\bhref)[^<>]{0,300}>(?:[ \t]*</a>)?|</a>)[ \t]*)+",
    re.IGNORECASE,
)
_NAME_AT_END = lazily(r"\s*\{#[^{}\s]{1,120}\}\Z")
_BROKEN = lazily(r"(?:\\|<br[ \t]*/?>)[ \t]*$", re.IGNORECASE)
_TAGS_AT_END = lazily(
    r"(?:\s*</?(?:p|li|ol|ul|div|cite|span|br)\b[^<>]{0,300}>"
    # what closes the box that a list stands in: an element, a fenced div, a shortcode, attributes of Kramdown
    r"|\s*</(?:details|section|article|aside|footer|main|nav|small|[A-Z][\w.]{0,60})>|\s*\n:{3,9}|\s*\n\{:[^{}\n]{0,200}\}"
    r"|\s*\n\{[{%][<%]?-?\s?(?:/|end)\s?[\w-]{1,40}\s?-?[>%]?[%}]\}|\s*\n\[/[\w-]{1,40}\])+\Z"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RUN_ON = lazily(
    r"(?P<stop>[.)\]/\d>”\"])[ \t]*(?:(?P<mark>\[(?P<a>\d{1,3})\]|(?<![\d:;(–-])(?P<b>\d{1,3})[.)])[ \t]*(?=[A-Z“\"*_])|(?<=[\d/][.)])[ \t]+(?=[A-Z]))"
)
_LINKED = lazily(
    r"\[[^\[\]]{0,300}\]\([^()\s]{0,1000}[^()]{0,200}\)|https?://\S{1,1000}|</?[a-z][^<>]{0,300}>", re.IGNORECASE
)
_SPEAKS = lazily(
    r"\b(?:i|you|we|my|your|our|i['’]m|you['’]re|is|are|was|were|has|have|had|would|could|should|can|will|said|says|does|did)\b",
    re.IGNORECASE,
)
_ADDRESSES = lazily(r"\b(?:you|we|my|your|our|us)\b|\bI(?:['’](?:m|ve|d|ll))?\s(?:[a-z]+ly\s)?[a-z]{2,}")
"""Who writes or reads, in small letters as no title has them; "I" with a verb behind it."""
_OF_ONESELF = lazily(r"[\s*_(]*(?:I(?:['’](?:m|ve|d))?|We(?:['’](?:ve|d))?|My|Our)\s[a-z]+\s[a-z]")
_CREDIT = lazily(
    r"[\s*_(]*(?:(?:opening|cover|header|featured?|title|lead|main|top)\s+)?(?:photo(?:s|graphs?)?|images?|pictures?|illustrations?)\s*(?:credits?\b|by\b|from\b|courtesy\b|via\b|:)",
    re.IGNORECASE,
)
"""Who took a picture."""
_RECOMMENDS = lazily(
    r"(?:an?|another|one|my|our)\s+(?:\w+\s+){0,2}?(?:helpful|great|good|recommended|useful|favou?rite|excellent|wonderful|fantastic|interesting)\s+"
    r"(?:podcast|book|article|resource|video|site|website|page|blog|read|talk|channel|documentary|episode)\b[^.:]{0,40}\s(?:is|are)\s",
    re.IGNORECASE,
)
_LEADS = 6
"""Words that a line which leads in others has at most [house]."""
_TELLS = 6
"""Words beside links that a remark has at least [house]."""
_SHORTEST = 5
_LONGEST = 800
"""So many letters of an item are looked at to tell where it ends [house]."""


class Item(NamedTuple):
    """One item: its span without its number or bullet, and the number or key written in front of it."""

    start: int
    end: int
    number: int
    key: str


def is_item(body: str) -> bool:
    """Whether a line has a mark of a reference: a year, an identifier or address, a place in a journal."""
    return bool(YEAR.search(body) or IDENTIFIED.search(body) or PLACE.search(body))


def starts_item(body: str) -> bool:
    """Whether a line opens with a number, a bullet or a key."""
    return bool(NUMBER.match(body) or BULLET.match(body) or NAMED.match(body))


def is_remark(body: str) -> bool:
    """Whether an item of a list of notes tells something rather than names a work."""
    if AUTHOR.match(body) or (YEAR.search(body) and not _tells_of_oneself(body)):
        return False
    words = _LINKED.sub(" ", body)
    if IDENTIFIED.search(body) is None and len(words.split()) >= _TELLS:
        return True
    return len(words.split()) >= _TELLS and (len(split(words)) > 1 or _SPEAKS.search(words) is not None)


def _tells_of_oneself(body: str) -> bool:
    """Whether a year stands in what an author tells of himself: "I have taken it since 2010. It helps me.\""""
    return _OF_ONESELF.match(body) is not None and PLACE.search(body) is None and IDENTIFIED.search(body) is None


def speaks(body: str) -> bool:
    """Whether a line is a sentence to readers or of the author, as no title of a work is: "Nothing here replaces your doctor.\""""
    words = _LINKED.sub(" ", body).strip().strip("*_").strip()
    if words[-1:] not in (".", "!") or is_item(body) or AUTHOR.match(body.strip()):
        return False
    plain = words.split()
    small = sum(word[:1].islower() for word in plain)
    return len(plain) >= _TELLS and small * 3 >= len(plain) * 2 and _ADDRESSES.search(words) is not None


def is_talk(body: str) -> bool:
    """Whether an item of a list of references speaks to its readers, in sentences, and leads to no work."""
    if is_beside(body):
        return True
    if not is_remark(body) or IDENTIFIED.search(body) or body.rstrip(" *_")[-1:] not in ".!?)":
        return False
    if _ADDRESSES.search(body):
        return True
    said = [body[start:end] for start, end in split(body)]
    return len(said) > 1 and any(_SPEAKS.search(one) and not one.rstrip().endswith("?") for one in said)


def is_beside(body: str) -> bool:
    """Whether an item of a list of references leads in others, says who took a picture or recommends something."""
    return _leads_on(body) or _CREDIT.match(_LINKED.sub(_label, body)) is not None or _recommends(body)


def _leads_on(body: str) -> bool:
    """Whether a line only leads in what follows: "Other source material:"."""
    text = body.rstrip(" *_")
    return text.endswith(":") and len(text.split()) <= _LEADS and not is_item(text) and not AUTHOR.match(text)


def _recommends(body: str) -> bool:
    """Whether a sentence only recommends something: "A really helpful podcast is ..."."""
    return not is_item(body) and not AUTHOR.match(body) and _RECOMMENDS.match(body) is not None


def _label(link: re.Match[str]) -> str:
    return link.group()[1:].partition("](")[0] if link.group().startswith("[") else " "


def items(lines: Sequence[Line], first: int, last: int, text: str) -> Iterator[Item]:
    """The items on the lines from `first` up to `last`."""
    marked = [place for place in paced(range(first, last)) if starts_item(lines[place].body)]
    if (
        marked
        and marked[0] > first + 1
        and len(marked) * 2 > sum(not lines[at].blank for at in range(marked[0], last)) > 2
    ):
        for group in _chunks(lines, first, marked[0]):  # a line or two before the items
            yield from _plain_items(lines, group, text)
        first = marked[0]
    if marked and marked[0] <= first + 1:
        for place, after in zip(marked, [*marked[1:], last], strict=True):
            if not (after < last and _heads_items(lines, place, after)):
                for first_line, behind in _unmarked(lines, place, after):
                    yield from _item(lines, first_line, behind, text)
        return
    for group in _chunks(lines, first, last):
        yield from _plain_items(lines, group, text)


_LINES_BACK = 40
"""Lines above, within an item, that are asked whether a whole work stands there already [house]."""


def _unmarked(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[int, int]]:
    """The lines of an item, cut where a whole work stands on a line below it that lost its bullet."""
    begin = first
    for place in paced(range(first + 1, last)):
        body = lines[place].body
        if _inset(body) > _inset(lines[first].body) or not (AUTHOR.match(body) and YEAR.search(body)):
            continue
        before = "\n".join(line.body for line in lines[max(begin, place - _LINES_BACK) : place])[-_LONGEST:]
        if _is_placed(body) and YEAR.search(before) and _is_placed(before):
            yield begin, place
            begin = place
    yield begin, last


def _is_placed(body: str) -> bool:
    return PLACE.search(body) is not None or IDENTIFIED.search(body) is not None


def _heads_items(lines: Sequence[Line], place: int, after: int) -> bool:
    """Whether an item only says what the items below it, which are set further in, are about."""
    if _inset(lines[after].body) <= _inset(lines[place].body) or is_item(lines[place].body):
        return False
    return all(lines[at].blank for at in range(place + 1, after))


def _inset(body: str) -> int:
    return len(body) - len(body.lstrip())


def apart(text: str, start: int, end: int, number: int = 0) -> Iterator[Item]:
    """An item taken apart where others were run on to it: at the next number, or behind a page where a name begins."""
    begin, pending = start, number
    for found in paced(_RUN_ON.finditer(text, start, end)):
        place = found.start() + 1
        written = int(found["a"] or found["b"] or 0)
        numbered = bool(found["mark"])
        if numbered and written != pending + 1:
            continue
        whole = is_item(text[max(begin, place - _LONGEST) : place])
        if not whole or not (numbered or _stands_alone(text, begin, place, found.end(), end)):
            continue
        if numbered and not AUTHOR.match(text, found.end(), end) and not is_item(_ahead(text, found.end(), end)):
            continue
        yield from trimmed(text, begin, place, pending)
        begin, pending = found.end(), written
    yield from trimmed(text, begin, end, pending)


def _stands_alone(text: str, begin: int, stop: int, then: int, end: int) -> bool:
    """Whether both sides of a break between unnumbered items are whole references."""
    left, right = text[max(begin, stop - _LONGEST) : stop], _ahead(text, then, end)
    whole = YEAR.search(left) and (PLACE.search(left) or IDENTIFIED.search(left))
    return bool(whole and AUTHOR.match(text, begin, stop) and AUTHOR.match(right) and YEAR.search(right))


def _ahead(text: str, start: int, end: int) -> str:
    return text[start : min(end, start + _LONGEST)]


def trimmed(text: str, start: int, end: int, number: int, key: str = "") -> Iterator[Item]:
    """The item between two places without the tags and white space around it; none where too little is left."""
    for mark in (_TAGS, _JUMP):
        if match := mark.match(text, start, end):
            start = match.end()
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start and text[end - 1] in ">:]}" and (closing := _TAGS_AT_END.search(text, max(start, end - 400), end)):
        end = closing.start()
    if end > start and text[end - 1] == "}" and (name := _NAME_AT_END.search(text, max(start, end - 130), end)):
        end = name.start()
    if end - start >= _SHORTEST:
        yield Item(start, end, number, key)


def _chunks(lines: Sequence[Line], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Runs of lines without a blank one between them."""
    begin = -1
    for place in range(first, last + 1):
        open_line = place < last and not lines[place].blank
        if open_line and begin < 0:
            begin = place
        elif not open_line and begin >= 0:
            yield begin, place
            begin = -1


def _plain_items(lines: Sequence[Line], group: tuple[int, int], text: str) -> Iterator[Item]:
    """Unnumbered items: a new one begins where a line looks like one and the line before has come to its end."""
    begin, last = group
    for place in range(begin + 1, last):
        body = lines[place].body
        before = _BROKEN.sub("", lines[place - 1].body).rstrip()
        address = body.lstrip().lower().startswith(("http", "www.", "doi:"))
        hangs = _inset(body) > _inset(lines[begin].body)
        begins = bool(AUTHOR.match(body.strip())) or (is_item(body) and not body[:1].islower() and not hangs)
        if address:
            begins = lines[begin].body.lstrip().lower().startswith(("http", "www.", "doi:"))
        ended = before[-1:] in ".)" or (before[-1:].isdigit() and bool(YEAR.search(before) and PLACE.search(before)))
        if begins and (ended or IDENTIFIED.search(before) or len(before) < 60):
            yield from _item(lines, begin, place, text)
            begin = place
    yield from _item(lines, begin, last, text)


def _item(lines: Sequence[Line], first: int, last: int, text: str) -> Iterator[Item]:
    while last > first and (lines[last - 1].blank or markdown_lines.heading_length(lines[last - 1].body)):
        last -= 1
    if last > first:
        yield from one(text, lines[first].content, lines[last - 1].end)


def one(text: str, start: int, end: int) -> Iterator[Item]:
    """The item between two places, without its bullet, number or key; several where they were run together."""
    number, key = 0, ""
    if bullet := BULLET.match(text, start, end) or _TAGS.match(text, start, end):
        start = bullet.end()
    if match := NUMBER.match(text, start, end):
        number = int((match["i"] or match.group(match.lastgroup or 0)).translate(_RAISED))
        start = match.end()
    elif named := NAMED.match(text, start, end):
        key = named["key"]
        start = named.end()
    if key:
        yield from trimmed(text, start, end, number, key)
    else:
        yield from apart(text, start, end, number)
