"""Text that Word hides (w:vanish, ECMA-376 part 1, 17.3.2.41): an editor's private note is no part of the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = frozenset(("0", "false", "off", "none"))
CHAIN = 20
"""Styles that may be based on each other; Word itself stops at eleven."""


@dataclass(frozen=True, slots=True)
class Styles:
    """What each style says of hiding (None: nothing), and which style it is based on.

    `usual` is the style of paragraphs that name none; `all_hidden` says that the defaults of the document hide.
    """

    says: Mapping[str, bool | None]
    based_on: Mapping[str, str]
    usual: str = ""
    all_hidden: bool = False

    def hides(self, name: str) -> bool:
        """Whether text in this style is hidden, as the nearest style in its line says."""
        for _ in range(CHAIN):
            if (said := self.says.get(name)) is not None:
                return said
            if not (name := self.based_on.get(name, "")):
                return False
        return False


def styles_of(tree: Element | None) -> Styles:
    """The styles of a document, by their part `word/styles.xml`."""
    says: dict[str, bool | None] = {}
    based_on: dict[str, str] = {}
    usual = ""
    for style in tree.iter(f"{W}style") if tree is not None else ():
        name = style.get(f"{W}styleId", "")
        says[name] = _said(style.find(f"{W}rPr"))
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default", "0").lower() not in OFF:
            usual = name
        base = style.find(f"{W}basedOn")
        if base is not None:
            based_on[name] = base.get(f"{W}val", "")
    defaults = tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr") if tree is not None else None
    return Styles(says, based_on, usual, _said(defaults) is True)


def leave_out_hidden(tree: Element, styles: Styles) -> list[str]:
    """Takes the text of hidden runs out of a part, and leaves its fields and marks; what it took, by paragraph."""
    taken: list[str] = []
    rows, tables = _hidden_rows(tree), _in_hiding_tables(tree, styles)
    for paragraph in tree.iter(f"{W}p"):
        words = ""
        named = _style(paragraph.find(f"{W}pPr"), "pStyle") or styles.usual
        of_paragraph = styles.hides(named) != (id(paragraph) in tables)
        for run in paragraph.iter(f"{W}r"):
            if id(paragraph) in rows or _is_hidden(run, of_paragraph, styles):
                for child in list(run):
                    if child.tag in (f"{W}t", f"{W}tab", f"{W}br", f"{W}sym", f"{W}noBreakHyphen"):
                        words += child.text or " "
                        run.remove(child)
        if words:
            taken.append(words)
    return taken


def _hidden_rows(tree: Element) -> set[int]:
    """The paragraphs of rows that are hidden as a whole (17.4.20), by their identity."""
    marks = ((row, row.find(f"{W}trPr/{W}hidden")) for row in tree.iter(f"{W}tr"))
    rows = (row for row, mark in marks if mark is not None and mark.get(f"{W}val", "1").lower() not in OFF)
    return {id(paragraph) for row in rows for paragraph in row.iter(f"{W}p")}


def _in_hiding_tables(tree: Element, styles: Styles) -> set[int]:
    """The paragraphs of tables whose style hides their text, by their identity."""
    tables = (one for one in tree.iter(f"{W}tbl") if styles.hides(_style(one.find(f"{W}tblPr"), "tblStyle")))
    return {id(paragraph) for table in tables for paragraph in table.iter(f"{W}p")}


def _is_hidden(run: Element, of_paragraph: bool, styles: Styles) -> bool:
    """What stands at the run itself counts first; the two styles hide it where one of them does (17.7.3)."""
    properties = run.find(f"{W}rPr")
    direct = _said(properties)
    if direct is not None:
        return direct
    return styles.all_hidden or of_paragraph != styles.hides(_style(properties, "rStyle"))


def _said(properties: Element | None) -> bool | None:
    vanish = properties.find(f"{W}vanish") if properties is not None else None
    return None if vanish is None else vanish.get(f"{W}val", "1").lower() not in OFF


def _style(properties: Element | None, name: str) -> str:
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found.get(f"{W}val", "") if found is not None else ""
