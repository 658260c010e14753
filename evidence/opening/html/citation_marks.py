"""The marks of citations on a page: raised numbers, links to a list of references or to notes, `<ref>` elements."""

from __future__ import annotations

import re
from itertools import islice

from evidence.language.patterns import lazily
from evidence.opening.html.anchors import Notes
from evidence.opening.html.tree import Node
from evidence.reading import template_keys
from evidence.reading.marker_forms import DASHES

_NUMBERS = lazily(rf"\s*[\[(]?\s*\d{{1,3}}(?:\s*[,;{DASHES[1:]}-]\s*\d{{1,3}}){{0,60}}\s*[\])]?\s*")
_UNFINISHED = lazily(rf"[,;]?\s*\d{{1,3}}(?:\s*[,;{DASHES[1:]}-]\s*\d{{1,3}}){{0,60}}\s*[,;{DASHES[1:]}-]?")
"""Raised numbers that go on in the next element: "3," before "1"."""

_POWER = lazily(r"(?:(?<!\d)10|[×x]\s?\d+)$")
_RAISED = str.maketrans("0123456789-–−+", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻⁻⁺")
_SEPARATED = rf"\s*(?:[,;]\s*(?:and|&)?|[{DASHES[1:]}-]|and(?=\s)|to(?=\s)|&)\s*"
_BEGUN = lazily(rf"[\[(]\s*\d{{1,3}}(?:{_SEPARATED}\d{{1,3}}){{0,60}}{_SEPARATED}$")


def is_footnote(mark: str) -> bool:
    """Whether a mark leads to a footnote ("^fn1") rather than to an item of a numbered list ("3")."""
    return mark[0] == "^"


def is_begun(words: str) -> bool:
    """Whether words end within the brackets of a citation: "[1, " or "(2; "."""
    return _BEGUN.search(words) is not None


_PARTS = 1_000
"""Elements and texts of a raised element that are looked through for links; a mark has few, and marks may be nested."""


def as_shown(mark: str, label: str) -> str:
    """What to write for a link to `mark` that shows `label`: "1–3" leads to its first item and stays as it is."""
    numbers = _NUMBERS.fullmatch(label) is not None
    if not is_footnote(mark) and numbers and re.search(r"\D", label.strip("[]() \n")):
        return label.strip("[]() \n")
    return mark


def raised(node: Node, notes: Notes, before: str) -> str | None:
    """What to write for a `<sup>` element that follows on the words `before`; None where it is as any other words."""
    parts = islice(node.walk(), _PARTS)
    links = [inner for inner in parts if inner.name == "a" and inner.get("href").startswith("#")]
    marks = [notes.mark(link.get("href"), link.plain(20)) for link in links]
    words = node.plain(200)
    if not notes.listed and _leads_out(node):
        return None
    if links and all(marks):
        footnotes = [mark for mark in marks if is_footnote(mark)]
        if footnotes:
            return "".join(f"[{mark}]" for mark in dict.fromkeys(footnotes))
        return f"[{_joined(marks, words)}]"
    if _POWER.search(before) and re.fullmatch(r"[-–−+]?\d{1,2}", words):
        return words.translate(_RAISED)
    if _NUMBERS.fullmatch(words):
        return f"<sup>{words.strip('[]() ')}</sup>"
    if _UNFINISHED.fullmatch(words) and _is_raised(node):
        return f"<sup>{words}</sup>"
    return None


def _leads_out(node: Node) -> bool:
    """Whether a raised element holds a link to another page: it is that link, whatever number it shows."""
    return any(inner.name == "a" and inner.get("href").startswith("http") for inner in islice(node.walk(), _PARTS))


def _is_raised(node: Node) -> bool:
    """Whether another raised number stands right before or behind an element."""
    siblings = [one for one in (node.parent.children if node.parent else [])[:200] if one.text.strip() or one.name]
    place = next((place for place, one in enumerate(siblings) if one is node), -1)
    beside = siblings[max(0, place - 1) : place] + siblings[place + 1 : place + 2] if place >= 0 else []
    return any(one.name == "sup" for one in beside)


def keyed(node: Node) -> str:
    """The mark of an element that cites by keys of a library (Distill's `<d-cite key="bell2012">`); "" for another."""
    if node.name not in ("d-cite", "citation"):
        return ""
    keys = template_keys.keys_of("key", node.get("key") or node.get("bibtex-key") or node.get("id"))
    return f"[{'; '.join(f'@{key}' for key in keys)}]" if keys else ""


def name_of_ref(node: Node, number: int) -> str:
    """The name of the footnote that a `<ref>` element becomes; `number` names one that has no name."""
    name = re.sub(r"[^\w:.-]+", "-", node.get("name"))[:50].strip("-") or f"{number}"
    return f"ref-{name}"


def _joined(marks: list[str], words: str) -> str:
    """The numbers that marks lead to in the form of what the page shows: "1, 3–5"."""
    shown = words.strip("[]() \n")
    ends = re.findall(r"\d+", shown)
    if _NUMBERS.fullmatch(words) and (ends == marks or (len(marks) == 1 and marks[0] == ends[0])):
        return shown
    return ", ".join(dict.fromkeys(marks))
