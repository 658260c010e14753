"""The fields of a Word document: what a citation field cites takes the place of the words it shows.

A field runs from its `begin` to its `end` over runs and paragraphs; its code comes first, behind `separate` what it
shows (ECMA-376-1, 17.16). The words of a citation become a mark such as "[@rautava2012, p. 4]". A printed list of the
same works is taken out, for its items are known better than they could be read from print.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from evidence.language.patterns import lazily
from evidence.opening.word.citations import (
    Cited,
    Csl,
    Sources,
    cited_by_endnote,
    cited_by_json,
    cited_by_word,
    endnote_data,
    mendeley_tag,
)
from evidence.reading.listed_references import make_keys
from evidence.reading.reference_lists import names_a_list

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SHOWN = frozenset({f"{W}t", f"{W}tab", f"{W}br", f"{W}noBreakHyphen", f"{W}softHyphen"})
_LISTS = lazily(r"ZOTERO_BIBL|EN\.REFLIST|CSL_BIBLIOGRAPHY|Mendeley Bibliography|^\s*BIBLIOGRAPHY\b")
_TITLE = 12
"""Letters of a title that tell it from others."""


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    shows: bool = False
    words: list[Element] = field(default_factory=list)
    paragraphs: list[Element] = field(default_factory=list)


@dataclass(slots=True)
class Fields:
    """Reads the fields of the parts of a document, one after the other, then sets the marks."""

    sources: Sources
    parse: Callable[[str], Element | None]
    """Reads XML that stood in a field; None where it is no sound XML."""

    _works: dict[str, Csl] = field(default_factory=dict)
    _places: list[tuple[list[Element], tuple[Cited, ...]]] = field(default_factory=list)
    _printed: list[list[Element]] = field(default_factory=list)
    _before: dict[int, Element] = field(default_factory=dict)

    def read(self, part: Element) -> None:
        """Collects the citations and printed lists of one part."""
        open_fields: list[_Field] = []
        paragraph: Element | None = None
        for element in part.iter():
            tag = element.tag
            if tag == f"{W}p":
                if paragraph is not None:
                    self._before[id(element)] = paragraph
                paragraph = element
            elif tag == f"{W}fldChar":
                self._turn(element.get(f"{W}fldCharType", ""), open_fields)
            elif tag == f"{W}fldSimple":
                self._finish(_Field([element.get(f"{W}instr", "")], words=list(element.iter(f"{W}t"))))
                element.tag = f"{W}ins"  # mammoth passes simple fields over, words and all
            elif tag == f"{W}sdt":
                self._control(element)
            elif tag == f"{W}fldData" and open_fields:
                open_fields[-1].data.append(element.text or "")
            elif tag == f"{W}instrText" and open_fields:
                open_fields[-1].code.append(element.text or "")
            elif tag in _SHOWN and open_fields and paragraph is not None:
                shown = next((one for one in open_fields if one.shows), None)
                if shown is not None:
                    shown.words.append(element)
                    if not shown.paragraphs or shown.paragraphs[-1] is not paragraph:
                        shown.paragraphs.append(paragraph)

    def settle(self) -> list[Csl]:
        """Sets the marks and takes out the printed lists. Returns the works with their keys as `id`."""
        works = list(self._works.values())
        keys = dict(zip(self._works, make_keys(works), strict=True))
        for words, cited in self._places:
            marks = [
                f"{'-' if one.silent else ''}@{keys[one.name]}{f', {_plain(one.locator)}' if one.locator else ''}"
                for one in cited
            ]
            _show(words, f"[{'; '.join(marks)}]")
        for paragraphs in self._printed:
            self._take_out(paragraphs, works)
        return [{**csl, "id": keys[name]} for name, csl in self._works.items()]

    def _turn(self, kind: str, open_fields: list[_Field]) -> None:
        if kind == "begin":
            open_fields.append(_Field())
        elif kind == "separate" and open_fields:
            open_fields[-1].shows = True
        elif kind == "end" and open_fields:
            ended = open_fields.pop()
            if open_fields and not open_fields[-1].shows:
                open_fields[-1].data += ended.data  # EndNote keeps its data in a field within the code
            self._finish(ended)

    def _finish(self, ended: _Field) -> None:
        code = "".join(ended.code)
        if _LISTS.search(code):
            self._printed.append(ended.paragraphs)
            return
        cited: tuple[Cited, ...] = ()
        if "CSL_CITATION" in code:
            cited = cited_by_json(code)
        elif "EN.CITE" in code and ended.words:
            inline = code[code.find("<EndNote") :] if "<EndNote" in code else ""
            # The field and the one within its code hold the same; long data may be spread over both.
            data = next(filter(None, map(endnote_data, ended.data)), "") or endnote_data("".join(ended.data))
            root = self.parse(inline or data)
            cited = cited_by_endnote(root) if root is not None else ()
        elif code.split()[:1] == ["CITATION"]:
            cited = cited_by_word(code, self.sources)
        self._cite(ended.words, cited)

    def _control(self, element: Element) -> None:
        """Mendeley Cite keeps a citation in the tag of a content control."""
        tag = element.find(f"{W}sdtPr/{W}tag")
        value = tag.get(f"{W}val", "") if tag is not None else ""
        if value.startswith("MENDELEY_CITATION"):
            self._cite(list(element.iter(f"{W}t")), cited_by_json(mendeley_tag(value)))
        elif value.startswith("MENDELEY_BIBLIOGRAPHY"):
            self._printed.append(list(element.iter(f"{W}p")))

    def _cite(self, words: list[Element], cited: tuple[Cited, ...]) -> None:
        if cited and any(word.tag == f"{W}t" for word in words):
            for one in cited:
                self._works.setdefault(one.name, one.csl)
            self._places.append((words, cited))

    def _take_out(self, paragraphs: Sequence[Element], works: Sequence[Csl]) -> None:
        titles = [_letters(str(csl.get("title", ""))) for csl in works]
        known = [title[:200] for title in titles if len(title) >= _TITLE]
        left = 0
        for paragraph in paragraphs:
            printed = _letters("".join(word.text or "" for word in paragraph.iter(f"{W}t")))
            if not printed or any(title in printed for title in known):
                _show(list(paragraph.iter(f"{W}t")), "")
            else:
                left += 1
        heading = self._before.get(id(paragraphs[0])) if paragraphs and not left else None
        if heading is not None:
            words = list(heading.iter(f"{W}t"))
            if names_a_list("".join(word.text or "" for word in words)):
                _show(words, "")


def _show(words: Sequence[Element], text: str) -> None:
    """Puts a text in the place of words that a document shows."""
    for word in words:
        if word.tag == f"{W}t":
            word.text, text = text, ""
        else:
            word.tag = f"{W}lastRenderedPageBreak"  # an element that shows nothing


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _plain(locator: str) -> str:
    return re.sub(r"[\[\];@]", " ", locator)[:60].strip()
