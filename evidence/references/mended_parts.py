"""Labelled parts of a reference, set right where what stands in them shows that the labels cut them wrongly."""

from __future__ import annotations

import re
from collections.abc import Mapping

from evidence.references.publication_details import YEAR

_BOOK_AND_EDITORS = re.compile(
    r"(?P<book>In:?\s+[^\s].{3,250}?)[.,]\s+(?:[Ee]dited\s+by|[Ee]ds?\.|[Hh](?:rs)?g\.(?:\s+von)?|[Éé]ds?\.)\s+(?P<names>.{3,200})$"
)
""""In Sturm und Drang: eine Auswahl. Edited by Erich Löwenthal."."""
_IN = re.compile(r"In:?\s+[A-ZÀ-Þ]")
_OF_EDITORS = re.compile(r"\b(?:[Ee]ds?|[Ee]dit(?:ors?|ed)|[Hh]rsg|[Hh]g|[Éé]ds?)\b|\b[A-ZÀ-Þ]\.")
_MONTH = re.compile(
    r"\s*(?:Jan|Feb|M[aä]r|Apr|May|Mai|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])[a-z]{0,7}\.?\s+" + YEAR, re.IGNORECASE
)
_DAY = re.compile(r"\W*(?:[12]?\d|3[01])\W*")
_PAGE_AND_YEAR = re.compile(rf"\W*(?P<page>\d{{4}}),\s+(?P<year>{YEAR})\W*")
_NAMES_FIRST = re.compile(
    r"\W{0,2}(?:(?:(?:[A-ZÀ-Þ][\w.’'-]*\s){1,3}[A-ZÀ-Þ][\w’'-]+,?\s)*(?:and|&)\s(?:[A-ZÀ-Þ][\w.’'-]*\s){1,3}[A-ZÀ-Þ][\w’'-]+|(?:and\s)?others)"
    r"\.\s+(?=[\"“‘]?[A-ZÀ-Þ])"
)
"""The last of the authors, taken for the beginning of the title: "Ann Poe, and Bo Coe. On sleep"."""
_EDITION = re.compile(r",\s\d{1,2}(?:st|nd|rd|th)\sedn?\b\.?\s*$")
_OPEN = re.compile(r"\([^()]*$")
_HALF_PAGES = re.compile(r"[\s,;]+(?P<first>[Pp]{1,2}\.\s?\d{1,5}\s?[-–])\s*$")


def mended(text: str, spans: Mapping[str, tuple[int, int]]) -> dict[str, str]:
    """The parts of a line by label, with their words where these belong; `spans` are where the labels put them."""
    found = {name: text[start:end] for name, (start, end) in spans.items()}
    _split_book(found)
    _give_back_names(found)
    _close_bracket(found, text, spans)
    volume, date = found.get("volume", ""), found.get("date", "")
    if volume and _DAY.fullmatch(volume) and _MONTH.match(text, spans["volume"][1]):
        del found["volume"]  # "5 June 2015": the day of a newspaper
    elif volume and "pages" not in found and (both := _PAGE_AND_YEAR.fullmatch(date)):
        found |= {"pages": both["page"], "date": both["year"]}  # "174(5):1559, 1968"
    if "pages" in found and (half := _HALF_PAGES.search(volume)):
        found |= {"volume": volume[: half.start()], "pages": f"{half['first']} {found['pages']}"}
    return found


def _split_book(parts: dict[str, str]) -> None:
    """A book that was taken for its editors, or for a part of them."""
    editor = parts.get("editor", "")
    if "container" in parts or not _IN.match(editor):
        return
    if both := _BOOK_AND_EDITORS.match(editor):
        parts |= {"container": both["book"], "editor": both["names"]}
    elif not _OF_EDITORS.search(editor):
        parts["container"] = parts.pop("editor")


def _give_back_names(parts: dict[str, str]) -> None:
    """Authors and an edition that were taken for a part of the title."""
    title = parts.get("title", "")
    if parts.get("author") and (names := _NAMES_FIRST.match(title)) and names.end() < len(title):
        parts |= {"author": f"{parts['author']} {names.group().strip()}", "title": title[names.end() :]}
    if edition := _EDITION.search(parts.get("title", "")):
        parts["title"] = parts["title"][: edition.start()]


def _close_bracket(parts: dict[str, str], text: str, spans: Mapping[str, tuple[int, int]]) -> None:
    """The end of a bracket in the name of a meeting, taken for a volume: "Symposium (IV)", "(KDD 06)"."""
    if "volume" not in parts or not {"volume", "container"} <= spans.keys():
        return
    if spans["volume"][0] < spans["container"][1]:
        return
    start, end = spans["container"]
    between = text[start : spans["volume"][0]]
    if _SHORT_NAME.fullmatch(parts["volume"]) and not between[end - start :].strip() and _MEETING.search(between):
        parts["container"] = text[start : spans["volume"][1]].rstrip(" ,.;:")
        del parts["volume"]
        return
    opened = _OPEN.search(between)
    if opened and not between[end - start :].strip() and _MEETING.search(between):
        closes = text.find(")", spans["volume"][0])
        parts["container"] = text[
            start : closes + 1 if 0 <= closes - spans["volume"][0] < _LONGEST else spans["volume"][1]
        ]
        del parts["volume"]


_MEETING = re.compile(r"\b(?:[Pp]roceedings|[Ss]ymposium|[Cc]onference|[Mm]eeting|[Ww]orkshop|[Cc]ongress)\b")
_SHORT_NAME = re.compile(r"\s*\((?:[IVX]{1,5}|[A-Z]{2,10}[ -]?\d{0,4})\)[\s,.;:]*")
"""What a meeting is called for short: "Symposium (IV)"."""
_LONGEST = 12
"""Letters within which a bracket closes behind what was taken for a volume [house]."""
