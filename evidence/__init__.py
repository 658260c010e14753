"""Reads health prose and says what each claim in it stands on.

In: text or a file, facts about works and products, the day. Out: an Assessment. Values are frozen, functions pure.
May not import: a framework, a database driver, anything that opens a socket. Only `command` reads files and the clock.

What other programs need is here: `read` a text or `open_document` a file, then `assess` it. Each name is loaded when
it is first asked for, so that `import evidence` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from evidence.context import Design, Disclosure, Page, Product, Source, Species, Status
    from evidence.deadline import Deadline, TooIntricateError
    from evidence.opening.file_formats import Opened, open_document, open_text
    from evidence.pipeline import Survey, assess, survey
    from evidence.reading.documents import read
    from evidence.values import (
        Assessed,
        Assessment,
        Block,
        Claim,
        Document,
        Flag,
        Grade,
        How,
        Hyperlink,
        Kind,
        Level,
        Link,
        Marker,
        ProductMention,
        Reference,
        Sentence,
        Severity,
        Wording,
    )

VERSION = "0.2.0"

_MODULES = {
    "evidence.context": ("Design", "Disclosure", "Page", "Product", "Source", "Species", "Status"),
    "evidence.deadline": ("Deadline", "TooIntricateError"),
    "evidence.opening.file_formats": ("Opened", "open_document", "open_text"),
    "evidence.pipeline": ("Survey", "assess", "survey"),
    "evidence.reading.documents": ("read",),
    "evidence.values": (
        *("Assessed", "Assessment", "Block", "Claim", "Document", "Flag", "Grade", "How", "Hyperlink", "Kind"),
        *("Level", "Link", "Marker", "ProductMention", "Reference", "Sentence", "Severity", "Wording"),
    ),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}

__all__ = [
    "VERSION",
    "Assessed",
    "Assessment",
    "Block",
    "Claim",
    "Deadline",
    "Design",
    "Disclosure",
    "Document",
    "Flag",
    "Grade",
    "How",
    "Hyperlink",
    "Kind",
    "Level",
    "Link",
    "Marker",
    "Opened",
    "Page",
    "Product",
    "ProductMention",
    "Reference",
    "Sentence",
    "Severity",
    "Source",
    "Species",
    "Status",
    "Survey",
    "TooIntricateError",
    "Wording",
    "assess",
    "open_document",
    "open_text",
    "read",
    "survey",
]


def __getattr__(name: str) -> Any:
    """The names of the public face, loaded when they are first asked for (PEP 562)."""
    module = _HOME.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(module), name)
    return value
