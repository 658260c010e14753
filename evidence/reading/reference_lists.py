"""Where the reference lists of a text stand and where each of their items begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from evidence.deadline import check, paced
from evidence.language.patterns import lazily
from evidence.reading import (
    boilerplate,
    cited_lists,
    counted_lists,
    labelled_studies,
    markdown_lines,
    marked_up_lists,
    number_cells,
)
from evidence.reading import links_in_a_row as link_rows
from evidence.reading.list_names import INLINE, LONGEST_NAME, may_hold_a_name, names_a_list, names_research
from evidence.reading.markdown_lines import Line
from evidence.reading.markup_lines import is_markup
from evidence.reading.note_pointers import is_short, points
from evidence.reading.reference_items import (
    AUTHOR,
    BARE_NUMBER,
    IDENTIFIED,
    NUMBER,
    Item,
    is_beside,
    is_item,
    is_remark,
    is_talk,
    items,
    speaks,
    starts_item,
)
from evidence.reading.reference_looks import is_sure, looks_like_prose, looks_like_reference
from evidence.reading.sold_items import offers, sells, whole

__all__ = ["Item", "ReferenceList", "find", "looks_like_reference", "names_a_list"]

_QUOTED_TITLE = lazily(
    r"[A-Z][^“”\"\n]{2,100}[:,.]\s{1,2}[“\"][^“”\"\n]{8,300}[”\"][.,;]?(?:\s{1,2}[A-Z(\d][^\n]{0,120})?"
)
"""A publisher and the title of a page in quotation marks, as medical sites list what they used: 'Clinic: “Sleep.”'."""

_REMARKS = lazily(r"\W*(?:\d{1,2}\.?\s+)?(?:notes?|footnotes|endnotes)\W*$", re.IGNORECASE)
_TALK = lazily(
    r"\b(?:we|you|our|your|us|is|are|was|were|has|have|can|will|this|please|click|call|if|may|should)\b", re.IGNORECASE
)
_BOLD_LABEL = lazily(r"[ \t]{0,3}(?:\*\*|__)[A-Z][\w’' -]{2,40}:?(?:\*\*|__):?[ \t]*$")
_ADDRESS = lazily(
    r"[ \t]*(?:(?:[-*•]|\[?\d{1,3}[\].)])[ \t]*)?(?:[A-Z][^\n]{3,250}?\(n\.\s?d\.\)\.?[ \t]{0,2})?<?(?:https?://|www\.|doi:\s?10\.)\S{4,2000}>?[ \t]*$",
    re.IGNORECASE,
)
"""An address, or a page without a date and its address: "Newly diagnosed. (n.d.). https://…"."""
_ONLY_MARKS = lazily(
    r"(?:\s|</?[A-Za-z][^<>]{0,500}>|:{3,40}.{0,300}$|:[ \t]+(?=\S).*$|\*\*|[\[(]?\d{1,3}[\])]?[.:]?(?=[\s<*]|$))+$"
)
"""A line of tags, a number on a line of its own, or the definition below one."""

_ONLY_TAGS = lazily(r"(?:\s*</?[A-Za-z][^<>]{0,300}>){1,9}\s*")
_NOTE_ELEMENT = lazily(
    r"[ \t]*<(?:sup|small|span|b|strong|a)\b[^<>]{0,200}\b(?:id|name)=[\"']?[A-Za-z_:-]{0,30}\d{1,3}[\"']?[^<>]{0,200}>"
    r"[ \t]*[\[(]?\d{1,3}[\]).:]?",
    re.IGNORECASE,
)
"""A note in an element that bears its name, as guides to Markdown without footnotes teach it."""

_ITEM_TAG = lazily(r"<(?:li|dd|tr)\b", re.IGNORECASE)
_LONGEST = 5000
"""Lines of a list of elements under a heading [house]."""
_TRIES = 20
"""So many openings of lists that come to nothing are looked at: each may take the rest of the text [house]."""


class ReferenceList(NamedTuple):
    """Indexes of the first line and of the line after the last, and of the heading (-1 for none).

    `remarks` are numbered notes of the same list that name no work, `sold` what stands among its items and sells goods.
    """

    first: int
    last: int
    heading: int
    items: tuple[Item, ...]
    remarks: tuple[Item, ...] = ()
    sold: tuple[Item, ...] = ()


def find(lines: Sequence[Line], text: str) -> tuple[ReferenceList, ...]:
    """The reference lists of a text: those under a heading and, where there is none, the untitled run of references."""
    found: list[ReferenceList] = []
    place = 0
    within = 0  # the level of a list's heading while only deeper headings have followed
    untold = _TRIES
    while place < len(lines):
        check()
        line = lines[place]
        named = len(line.text) < LONGEST_NAME and names_a_list(line.body)
        level = _level(line.body)
        if level and not named:
            within = within if 0 < within < level else 0
        if named or (level and within):
            within = level if named and level else within
            section = _section(lines, place, text)
        elif level and names_research(line.body):
            section = _of_works_alone(lines, place, text)
        elif _NOTE_ELEMENT.match(line.body):
            section = _of_note_elements(lines, place, text)
        elif untold and marked_up_lists.opens_works(line.body):
            section = _of_works(lines, place, text)
            untold -= section is None
        else:
            section = _inline(lines, place, text)
        if section:
            found.append(section)
            place = section.last
            continue
        place += 1
    if not found and (counted := counted_lists.find(lines, text)):
        return (ReferenceList(counted.first, counted.last, -1, counted.works, counted.remarks),)
    if not found:
        found += _untitled(lines, text)
    if not found and (cited := cited_lists.find(lines, text)):
        return (ReferenceList(cited.first, cited.last, -1, cited.works),)
    return tuple(found)


def _level(body: str) -> int:
    """The level of a heading by its marks, 0 for any other line."""
    return len(body[: markdown_lines.heading_length(body)].strip())


def _section(lines: Sequence[Line], heading: int, text: str) -> ReferenceList | None:
    """The list under a heading, up to the next heading or to what belongs to the page; None where it is no list."""
    first = heading + 1
    if first < len(lines) and markdown_lines.is_setext(lines[first].body):
        first += 1
    first, last = _extent(lines, first)
    found, sold = _apart(lines, first, last, text)
    remarks = _REMARKS.match(lines[heading].body) is not None
    tells = is_remark if remarks else is_talk
    bodies = {item: text[item.start : item.end] for item in paced(found) if item.number}
    full = _is_followed_by_a_list(lines, last)
    told = tuple(
        item for item, body in paced(bodies.items()) if points(body) or tells(body) or (full and is_short(body))
    )
    gone = frozenset(told)
    found = tuple(item for item in found if item not in gone and not is_beside(text[item.start : item.end]))
    found = _without_annotations(found, text)
    good = sum(
        is_item(text[item.start : item.end])
        or (item.number > 0 and not remarks)
        or _QUOTED_TITLE.fullmatch(text, item.start, item.end) is not None
        for item in paced(found)
    )
    if (told and full and not found) or (sold and not found):
        return ReferenceList(first, last, heading, (), told, sold)
    bare = all(line.blank or BARE_NUMBER.match(line.body) for line in lines[first:last])
    if not (found or (bare and last > first)) or good * 2 < len(found) or _tells(found, text):
        return None
    return ReferenceList(first, last, heading, found, told, sold)


def _without_annotations(found: Sequence[Item], text: str) -> tuple[Item, ...]:
    """The items without those that say something of the numbered one above: no number, no mark of a work."""
    numbered = sum(item.number > 0 for item in found)
    if numbered * 2 < len(found) or numbered == len(found):
        return tuple(found)
    return tuple(item for item in paced(found) if item.number or is_item(text[item.start : item.end]))


def _of_works_alone(lines: Sequence[Line], heading: int, text: str) -> ReferenceList | None:
    """The list under a heading of prose, such as "Key research", where two works or more stand there and nothing else."""
    found = _section(lines, heading, text)
    alone = found and all(labelled_studies.is_work_alone(text[item.start : item.end]) for item in paced(found.items))
    return found if found and alone and len(found.items) > 1 and not (found.remarks or found.sold) else None


def _tells(found: Sequence[Item], text: str) -> bool:
    """Whether two in three items without a number are prose: an article whose heading "Literature" or "Notes" opens it."""
    prose = sum(not item.number and looks_like_prose(text[item.start : item.end]) for item in paced(found))
    return prose > 1 and prose * 3 >= len(found) * 2


def _apart(lines: Sequence[Line], first: int, last: int, text: str) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """The items on some lines, and apart from them what sells goods among them."""
    selling = list(offers(lines, first, last))
    kept: list[Item] = []
    begin = first
    for offer, behind in (*selling, (last, last)):
        kept += _items(lines, begin, offer, text)
        begin = behind
    sold = [whole(lines, offer, behind) for offer, behind in selling]
    sold += [item for item in paced(kept) if sells(text[item.start : item.end])]
    return tuple(item for item in kept if item not in sold), tuple(sold)


def _is_followed_by_a_list(lines: Sequence[Line], last: int) -> bool:
    """Whether another reference list comes behind: notes in short form then point to it."""
    return any(names_a_list(line.text) for line in lines[last:])


def _extent(lines: Sequence[Line], first: int) -> tuple[int, int]:
    """The first line of what follows a heading and the line behind the list there."""
    begin = first
    while begin < len(lines) and lines[begin].blank:
        begin += 1
    following = begin + 1
    while following < len(lines) and following - begin < _LONGEST and not names_a_list(lines[following].text):
        following += 1
    if begin < len(lines) and (last := marked_up_lists.end_of(lines, begin, following - begin)):
        return begin, last
    return first, _end(lines, first)


def _items(lines: Sequence[Line], first: int, last: int, text: str) -> tuple[Item, ...]:
    """The items on some lines, whatever the form of the list."""
    if first >= last:
        return ()
    start, end = (
        next((line.content for line in lines[first:last] if not line.blank), lines[first].content),
        lines[last - 1].end,
    )
    marked = marked_up_lists.items_in(text, start, end) or number_cells.items_in(lines, first, last, text)
    found = marked or items(lines, first, last, text)
    named = tuple(item for item in paced(found) if not _names_nothing(text[item.start : item.end]))
    if len(named) > 1 and all(item.number == 1 for item in named):  # Markdown counts "1." "1." "1." on
        return tuple(item._replace(number=place) for place, item in enumerate(named, 1))
    return named


def _names_nothing(body: str) -> bool:
    """Whether an item is a picture or a line for the site's machinery."""
    return (
        is_markup(body)
        or _ONLY_TAGS.fullmatch(body) is not None
        or (body.startswith("![") and body.rstrip().endswith(")"))
    )


def _of_works(lines: Sequence[Line], place: int, text: str) -> ReferenceList | None:
    """The list that citeproc leaves without a heading, or None."""
    last = marked_up_lists.end_of(lines, place)
    found = _items(lines, place, last, text) if last else ()
    works = sum(is_item(text[item.start : item.end]) for item in found)
    return ReferenceList(place, last, -1, found) if works * 2 >= len(found) > 0 else None


def _of_note_elements(lines: Sequence[Line], place: int, text: str) -> ReferenceList | None:
    """Notes in elements that bear their names, without a heading: '<sup id="fn1">1. Bell A. …</sup>'; or None."""
    last = place
    for at in range(place, len(lines)):
        if _NOTE_ELEMENT.match(lines[at].body):
            last = at + 1
        elif not lines[at].blank:
            break
    found = tuple(paced(items(lines, place, last, text)))
    told = tuple(item for item in found if item.number and is_remark(text[item.start : item.end]))
    gone = frozenset(told)
    works = tuple(item for item in found if item not in gone)
    if not any(is_item(text[item.start : item.end]) for item in works):
        return None
    return ReferenceList(place, last, -1, works, told)


def _inline(lines: Sequence[Line], place: int, text: str) -> ReferenceList | None:
    """A list that begins on the line of its name ("Sources: 1. Bell A. ..."), or None."""
    body = lines[place].body
    named = INLINE.match(body) if len(body) < 20_000 and may_hold_a_name(body) else None
    if not named or ">" in lines[place].text[: -len(body)]:  # below a quotation it says where that comes from
        return None
    rest = body[named.end() :]
    last = _end(lines, place + 1) if place + 1 < len(lines) and not lines[place + 1].blank else place + 1
    head = " ".join((rest, *(line.body for line in lines[place + 1 : min(last, place + 3)])))
    if not is_item(head) or not (AUTHOR.match(rest) or NUMBER.match(rest) or IDENTIFIED.search(rest[:300])):
        return None
    start = lines[place].content + named.end()
    if row := link_rows.items_in(text, start, lines[place].end):
        return ReferenceList(place, place + 1, -1, row)
    behind = [Line(start, lines[place].end, start, rest, rest), *lines[place + 1 : last]]
    return ReferenceList(place, last, -1, tuple(items(behind, 0, len(behind), text)))


def _end(lines: Sequence[Line], first: int) -> int:
    """The line after the last one of a list that begins at `first`."""
    last = first
    marked = False
    for place in paced(range(first, len(lines))):
        line = lines[place]
        if line.blank:
            continue
        if _ends_list(line, lines, place, marked=marked):
            break
        marked = marked or starts_item(line.body)
        last = place + 1
    return last


def _ends_list(line: Line, lines: Sequence[Line], place: int, *, marked: bool) -> bool:
    body = line.body
    if markdown_lines.heading_length(body) or boilerplate.kind_of(body) in ("byline", "nav", "thumbnail", "tag-line"):
        return True
    if markdown_lines.note_length(body) or markdown_lines.is_rule(body) or names_a_list(body):
        return True
    if place + 1 < len(lines) and markdown_lines.is_setext(lines[place + 1].body) and not is_item(body):
        return True
    opened = lines[place - 1].blank
    if (opened and _opens_talk(lines, place)) or number_cells.is_caption(lines, place):
        return True
    below = lines[place + 1].body if place + 1 < len(lines) else ""
    if markdown_lines.is_table_rule(body) or ("|" in body and markdown_lines.is_table_rule(below)):
        return opened and marked  # behind items of another form a table holds other things
    if not opened or is_item(body) or starts_item(body) or AUTHOR.match(body.strip()) or _ONLY_MARKS.match(body):
        return False
    return markdown_lines.looks_like_heading(body) or _is_prose(body, marked=marked)


def _opens_talk(lines: Sequence[Line], place: int) -> bool:
    """Whether a line is a label in bold with prose right below it: the page goes on ("**Summary:**")."""
    if _BOLD_LABEL.match(lines[place].body) is None or place + 1 >= len(lines):
        return False
    below = lines[place + 1].body
    if is_item(below[:300]) or starts_item(below) or AUTHOR.match(below.strip()):
        return False
    words = below.split()
    small = sum(word[:1].islower() for word in words)
    return looks_like_prose(below) or (below.rstrip(" *_")[-1:] in (".", "!", "?") and small * 2 >= len(words))


def _is_prose(body: str, *, marked: bool) -> bool:
    """Whether a line after a blank one is talk that follows the list rather than an item or the rest of one."""
    if body[:1] in " \t" or len(body) < 30:
        return False
    talk = len(_TALK.findall(body[:600]))
    return talk >= (1 if marked else 2) or speaks(body[:600])


def _untitled(lines: Sequence[Line], text: str) -> Iterator[ReferenceList]:
    """Runs of at least two lines that look like references, with blank lines and their second lines between.

    One line is enough where it ends the text and bears every mark of a reference. Lists of elements count as well.
    """
    place = 0
    untold = _LONGEST * 4
    while place < len(lines):
        body = lines[place].body
        if untold > 0 and "<" in body[:8] and (last := marked_up_lists.extent(lines, place, _LONGEST)):
            if listed := _of_elements(lines, place, last, text):
                yield listed
                place = last
                continue
            untold -= last - place
        if not _may_stand_untitled(body):
            place += 1
            continue
        first, last, count = number_cells.with_number(lines, place), place + 1, 1
        for after in range(place + 1, len(lines)):
            line = lines[after]
            if line.blank:
                continue
            if _may_stand_untitled(line.body):
                count += 1
            elif _ONLY_MARKS.match(line.body):
                continue
            elif lines[after - 1].blank or boilerplate.kind_of(line.body) or len(line.body) > 200:
                break
            last = after + 1
        ends = last + 30 >= len(lines) and all(line.blank for line in lines[last:])
        works = any(looks_like_reference(number_cells.without_number(line.body)) for line in lines[first:last])
        sure = (count >= 2 and (works or ends)) or (ends and first > 0 and is_sure(lines[first].body))
        if sure and not _begins_within(lines, first):
            yield ReferenceList(first, last, -1, _items(lines, first, last, text))
        place = last


def _begins_within(lines: Sequence[Line], first: int) -> bool:
    """Whether the line is an item of a list of elements that began before: its number would not be its own."""
    before = next((line.body for line in reversed(lines[max(0, first - 3) : first]) if not line.blank), "")
    return _ITEM_TAG.search(lines[first].body[:200]) is not None and _ITEM_TAG.search(before[:400]) is not None


def _of_elements(lines: Sequence[Line], first: int, last: int, text: str) -> ReferenceList | None:
    """A list of elements without a heading: at least two, and most of them look like references."""
    found = marked_up_lists.items_in(text, lines[first].content, lines[last - 1].end)
    works = sum(looks_like_reference(text[item.start : item.end]) for item in found)
    return ReferenceList(first, last, -1, found) if len(found) > 1 and works * 4 >= len(found) * 3 else None


def _may_stand_untitled(body: str) -> bool:
    if labelled_studies.tells(body):
        return False
    return looks_like_reference(number_cells.without_number(body)) or _ADDRESS.match(body) is not None
