"""XML whose names carry prefixes of the sender's choice ("dc:title"): found by the name behind the prefix."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from citations.lookups import markup


def name_of(element: Element) -> str:
    return str(element.tag).rpartition(":")[2]


def all_of(element: Element, name: str) -> Iterator[Element]:
    """Every element of that name below this one, in order."""
    return (one for one in element.iter() if name_of(one) == name)


def text_of(element: Element, name: str) -> str:
    """The text of the first child of that name, in one line; "" where there is none."""
    return next((markup.plain(child.text or "") for child in element if name_of(child) == name), "")
