"""Labelled parts of a reference, set right where what stands in them shows that the labels cut them wrongly."""

from __future__ import annotations

import re
from collections.abc import Mapping

from evidence.language.patterns import lazily
from evidence.references.author_names import parse_names
from evidence.references.publication_details import YEAR

_BOOK_AND_EDITORS = lazily(
    r"(?P<book>In:?\s+[^\s].{3,250}?)[.,]\s+(?:[Ee]dited\s+by|[Ee]ds?\.|[Hh](?:rs)?g\.(?:\s+von)?|[Éé]ds?\.)\s+(?P<names>.{3,200})$"
)
""""In Sturm und Drang: eine Auswahl. Edited by Erich Löwenthal."."""
_EDITED = lazily(
    r"(?<=[.?!]\s)In:?\s(?P<names>[^:;]{3,400}?),?\s\(?(?:[Ee]ds?|[Ee]ditors?)\b\.?\)?[.,:]?\s"
    rf"(?P<book>[A-ZÀ-Þ][^;]{{3,250}}?)(?<!\s[A-Z])(?<!\bSt)(?<!\bvs)\.\s(?=[A-Z\d][^;]{{1,120}};\s?{YEAR})"
)
"""A chapter as AMA prints it: "In: Ferrant KJ, ed. Harbor Medicine. New York, NY: Quay Press; 2014:211-230."."""
_IN = lazily(r"In:?\s+[A-ZÀ-Þ]")
_OF_EDITORS = lazily(r"\b(?:[Ee]ds?|[Ee]dit(?:ors?|ed)|[Hh]rsg|[Hh]g|[Éé]ds?)\b|\b[A-ZÀ-Þ]\.")
_MONTH = lazily(
    r"\s*(?:Jan|Feb|M[aä]r|Apr|May|Mai|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])[a-z]{0,7}\.?\s+" + YEAR, re.IGNORECASE
)
_DAY = re.compile(r"\W*(?:[12]?\d|3[01])\W*")
_PAGE_AND_YEAR = re.compile(rf"\W*(?P<page>\d{{4}}),\s+(?P<year>{YEAR})\W*")
_HALF_PAGES = re.compile(r"[\s,;]+(?P<first>[Pp]{1,2}\.\s?\d{1,5}\s?[-–])\s*$")


def mended(text: str, spans: Mapping[str, tuple[int, int]]) -> dict[str, str]:
    """The parts of a line by label, with their words where these belong; `spans` are where the labels put them."""
    found = {name: text[start:end] for name, (start, end) in spans.items()}
    _split_book(found)
    _name_book(text, found)
    volume, date = found.get("volume", ""), found.get("date", "")
    if volume and _DAY.fullmatch(volume) and _MONTH.match(text, spans["volume"][1]):
        del found["volume"]  # "5 June 2015": the day of a newspaper
    elif volume and "pages" not in found and (both := _PAGE_AND_YEAR.fullmatch(date)):
        found |= {"pages": both["page"], "date": both["year"]}  # "174(5):1559, 1968"
    if "pages" in found and (half := _HALF_PAGES.search(volume)):
        found |= {"volume": volume[: half.start()], "pages": f"{half['first']} {found['pages']}"}
    return found


def _name_book(text: str, parts: dict[str, str]) -> None:
    """The book of a chapter and its editors, where the sign of the editors stands between them."""
    match = _EDITED.search(text)
    if match is None or not (names := parse_names(match["names"])) or not all("given" in name for name in names):
        return
    parts |= {"editor": match["names"], "container": match["book"]}
    if parts.get("publisher", "").startswith(match["book"]):
        parts["publisher"] = parts["publisher"][len(match["book"]) :].lstrip(" .,")


def _split_book(parts: dict[str, str]) -> None:
    """A book that was taken for its editors, or for a part of them."""
    editor = parts.get("editor", "")
    if "container" in parts or not _IN.match(editor):
        return
    if both := _BOOK_AND_EDITORS.match(editor):
        parts |= {"container": both["book"], "editor": both["names"]}
    elif not _OF_EDITORS.search(editor):
        parts["container"] = parts.pop("editor")
