"""A text into a Document: its prose sentence by sentence, its references and markers, and what is not prose.

The text is kept as given: nothing is decoded, joined or normalised, so every offset is a code point of what came in.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from operator import attrgetter, itemgetter
from typing import Any

from evidence.cycles import unsearched
from evidence.deadline import Deadline, check, paced, within
from evidence.language.patterns import lazily
from evidence.language.sentences import split
from evidence.reading import footnotes, listed_references, markers, outside_prose, reference_lists
from evidence.reading.declared_people import people_of
from evidence.reading.front_matter import has_front_matter, split_front_matter
from evidence.reading.layout import Layout, lay_out
from evidence.reading.markdown_lines import lines_of
from evidence.reading.paragraphs import Paragraph
from evidence.reading.seen import read_as_seen
from evidence.reading.shown_lines import shown
from evidence.reading.unreadable import UnreadableDocumentError
from evidence.selling.offers import text_sells
from evidence.values import ADVERTISED, Block, Document, Reference, Sentence

_MARKDOWN = lazily(
    r"\]\([^()\s]{1,2000}\)|\[\^[^\]\s]{1,60}\]|\[[^\]@\n]{0,80}@[A-Za-z][^\]\n]{1,200}\]|\*\*[^*\n]{1,200}\*\*"
)
_MARKED_LINE = lazily(r"[ \t]{0,3}(?:#{1,6}[ \t]+\S|```|~~~|>[ \t]*\S|[-*+][ \t]+\S|!\[)")
_EOL = lazily(r"[\r\n\u2028\u2029]")
_BLANK_LINE = lazily(r"(?:\r?\n|\r)[ \t]*(?:\r?\n|\r)")
FORMATS = ("auto", "text", "markdown")

LONGEST = 10_000_000
"""Code points of a text that is read [house]: some 1,600,000 words; more is no article."""


class TooLongError(UnreadableDocumentError):
    """A text of more than LONGEST code points."""

    def __init__(self) -> None:
        super().__init__(f"it is longer than {LONGEST:,} characters. Cut it into parts and check each.")


def read(
    text: str,
    format: str = "auto",  # noqa: A002 (the public contract's word)
    *,
    html: bool = True,
    advertisement: bool = False,
    deadline: Deadline | None = None,
) -> Document:
    """Reads an article in Markdown or plain text. `format` is one of FORMATS; auto looks for Markdown's marks.

    `html` says that tags in it are followed, so that what they hide is left out. Where they are shown as they are
    written, as the newsroom does, nothing may hide behind them. `advertisement` says that the whole text advertises a
    product: its headings, tables and captions are then read for what they say of it, as on a page that sells.

    Web pages and Word documents are opened first: see `evidence.opening`.
    Raises ValueError for another format and for what cannot be read: front matter (FrontMatterError), a text that is
    too long (TooLongError), or one that is not read by the deadline (TooIntricateError).
    """
    refuse_unknown(format, FORMATS)
    refuse_too_long(text)
    with within(deadline), unsearched():
        if format == "auto" and (has_markdown(text) or has_front_matter(text)):
            return read_as_seen(text, partial(_read_guessing, html=html), markdown=True, html=html)
        plainly = partial(_read_plainly, format=format, html=html, advertisement=advertisement)
        return read_as_seen(text, plainly, markdown=format == "markdown", html=html)


def _read_plainly(text: str, format: str, html: bool, advertisement: bool) -> Document:  # noqa: A002
    if format == "markdown":
        return _document(text, *split_front_matter(text), format, guess=False, html=html, advertisement=advertisement)
    return _document(text, {}, 0, "text", guess=True, html=html, advertisement=advertisement)


def _read_guessing(text: str, html: bool) -> Document:
    """Reads what looks like Markdown and may hold headings without marks all the same."""
    meta, offset = split_front_matter(text)
    return _document(text, meta, offset, "markdown" if offset or has_markdown(text) else "text", guess=True, html=html)


def read_converted(text: str, meta: Mapping[str, Any], format: str) -> Document:  # noqa: A002
    """Reads Markdown that was made of a file of another `format`; `meta` is what the file says about itself."""
    refuse_too_long(text)
    return read_as_seen(
        text, lambda seen: replace(_document(seen, meta, 0, "markdown", guess=False), format=format), markdown=True
    )


def refuse_unknown(format: str, formats: Sequence[str]) -> None:  # noqa: A002
    """Raises ValueError for a format that is none of `formats`."""
    if format not in formats:
        raise ValueError(f"The format “{format}” is not known. Use one of: {', '.join(formats)}.")


def refuse_too_long(text: str) -> None:
    """Raises TooLongError for a text of more than LONGEST code points."""
    if len(text) > LONGEST:
        raise TooLongError


def has_markdown(text: str) -> bool:
    """Whether marks of Markdown stand in the text."""
    return _MARKDOWN.search(text) is not None or any(map(_MARKED_LINE.match, text.split("\n")))


def _document(
    text: str,
    meta: Mapping[str, Any],
    offset: int,
    format: str,  # noqa: A002
    *,
    guess: bool,
    html: bool = True,
    advertisement: bool = False,
) -> Document:
    lines = lines_of(text, offset)
    check()
    lists = reference_lists.find(shown(text, lines, html=html), text)
    check()
    layout = lay_out(text, lines, lists, format, guess=guess, html=html)
    check()
    known = _references(text, meta, offset, lists, layout)
    told = [item for found in lists for item in found.remarks]
    layout = layout._replace(paragraphs=_with_prose_of_notes(layout, known, told))
    layout = layout._replace(paragraphs=_with_offers(layout, lists))
    beside = list(_beside(layout, known, meta, offset, advertisement))
    sentences = _sentences(layout, beside)
    numbered = max((item.number for found in lists for item in (*found.items, *found.remarks)), default=0)
    spans = sorted([(paragraph.start, paragraph.end) for paragraph in layout.paragraphs] + _read_with(beside, text))
    found_markers, links = markers.find(text, spans, sentences, numbered)
    blocks = layout.blocks
    if offset:
        blocks = (Block("front-matter", 0, offset, text[:offset]), *blocks)
    title = str(meta.get("title") or "") or layout.title
    byline = layout.byline or _declared_author(meta)
    remarks = tuple((str(item.number), text[item.start : item.end]) for item in told)
    return Document(text, format, title, byline, sentences, found_markers, known, blocks, links, meta, remarks=remarks)


def read_short_text(text: str, place: str) -> Document:
    """A title or another short text that stands outside of the body: only what it claims is a sentence."""

    def as_it_looks(seen: str) -> Document:
        spans = enumerate(outside_prose.claims_of(seen))
        sentences = tuple(Sentence(index, start, end, seen[start:end], 0, place) for index, (start, end) in spans)
        return Document(seen, "text", "", "", sentences)

    return read_as_seen(text, as_it_looks, markdown=False)


def _declared_author(meta: Mapping[str, Any]) -> str:
    """ "Ada Byron, MD; Bo Coe" from the front matter, or ""."""
    people = people_of(meta, "author", "authors")
    return "; ".join(", ".join(filter(None, (person.name, person.credentials))) for person in people)


def _sentences(layout: Layout, beside: Sequence[tuple[int, int, str]]) -> tuple[Sentence, ...]:
    """Those of the prose and the claims `beside` it, in order of place."""
    found = [
        (start, end, number, "")
        for number, paragraph in enumerate(layout.paragraphs)
        for start, end in paced(split(paragraph.masked, paragraph.start))
    ]
    begins = [paragraph.start for paragraph in layout.paragraphs]
    found += [(start, end, bisect_left(begins, start), place) for start, end, place in beside]
    found.sort(key=itemgetter(0))
    return tuple(
        Sentence(index, start, end, layout.text[start:end], paragraph, place)
        for index, (start, end, paragraph, place) in enumerate(paced(found))
    )


def _with_prose_of_notes(
    layout: Layout, known: Sequence[Reference], remarks: Sequence[reference_lists.Item]
) -> tuple[Paragraph, ...]:
    """The paragraphs with those of notes that hold no work: what an author tells there is told to readers too."""
    works = {name for reference in known for name in listed_references.note_names(reference)}
    ends = {block.end for block in layout.blocks if block.kind == "note"}
    told = [
        Paragraph(start, end, layout.text[start:end])
        for name, start, end in layout.notes
        if name not in works and end in ends and footnotes.is_prose(layout.text[start:end])
    ]
    told += [
        Paragraph(item.start, item.end, layout.text[item.start : item.end])
        for item in remarks
        if footnotes.is_prose(layout.text[item.start : item.end])
    ]
    return tuple(sorted((*layout.paragraphs, *told), key=lambda paragraph: paragraph.start))


def _with_offers(layout: Layout, lists: Sequence[reference_lists.ReferenceList]) -> tuple[Paragraph, ...]:
    """The paragraphs with what sells goods among the items of a list: it is read like any other prose."""
    sold = [
        Paragraph(item.start, item.end, layout.text[item.start : item.end]) for found in lists for item in found.sold
    ]
    return (
        tuple(sorted((*layout.paragraphs, *sold), key=lambda paragraph: paragraph.start)) if sold else layout.paragraphs
    )


def _beside(
    layout: Layout, known: Sequence[Reference], meta: Mapping[str, Any], offset: int, advertisement: bool
) -> Iterator[tuple[int, int, str]]:
    """Start, end and place of each claim outside of the prose; on a page that sells, of what is said of goods too."""
    for place, start, end in outside_prose.declared(meta, layout.text, offset):
        yield start, end, place
    selling = advertisement or bool(meta.get("products")) or text_sells(layout.text)
    works = {name for reference in known for name in listed_references.note_names(reference)}
    told = {paragraph.end for paragraph in layout.paragraphs}
    for block in paced(layout.blocks):
        if block.kind == "note" and block.end in told:
            continue
        claimed = list(outside_prose.claims_in(block, works, _paragraph_behind(layout.text, block.end)))
        if block.kind == "reference-list":
            claimed = [(start, end) for start, end in claimed if not _is_prose(layout.paragraphs, start)]
        yield from ((start, end, block.kind) for start, end in claimed)
        for start, end in outside_prose.praise_in(block, works, advertisement) if selling else ():
            if not any(start < stop and begin < end for begin, stop in claimed):
                yield start, end, ADVERTISED


def _is_prose(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Whether a place lies in one of the paragraphs, which are in order: a remark in a list is read as one."""
    number = bisect_right(paragraphs, place, key=attrgetter("start")) - 1
    return number >= 0 and place < paragraphs[number].end


def _paragraph_behind(text: str, end: int) -> str:
    """The paragraph after a place, of which 500 signs tell enough."""
    return _BLANK_LINE.split(text[end : end + 500].lstrip(), maxsplit=1)[0]


def _read_with(beside: Sequence[tuple[int, int, str]], text: str) -> list[tuple[int, int]]:
    """Where markers of such a claim may stand: in it, and behind it on its line."""
    spans = []
    for number, (start, end, _) in enumerate(paced(beside)):
        following = beside[number + 1][0] if number + 1 < len(beside) else len(text)
        eol = _EOL.search(text, end, following)  # no further, or a line of many claims is searched once for each
        spans.append((start, max(end, eol.start() if eol else following)))
    return spans


def _references(
    text: str,
    meta: Mapping[str, Any],
    offset: int,
    lists: tuple[reference_lists.ReferenceList, ...],
    layout: Layout,
) -> tuple[Reference, ...]:
    """Those of the front matter first, then the lists, then footnotes that hold a work."""
    known = list(listed_references.from_front_matter(meta, offset))
    known += listed_references.from_lists(text, lists, taken=[reference.key for reference in known])
    return listed_references.with_notes(text, layout.notes, known)
