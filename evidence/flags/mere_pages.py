"""Sources of which no more is known than their form: a page of the web or a book whose words nobody holds.

Standard: standards.md A1 lets such a work start at very weak for a claim of effect, harm or cause; what it stands on
itself is not known, so nothing is said of how it words its findings.
"""

from __future__ import annotations

from evidence.context import Design, Source

_FORMS = frozenset({Design.WEBSITE, Design.BOOK})


def is_mere_page(source: Source) -> bool:
    """Whether a source is a page or a book by its form alone, with no abstract held and no design on record."""
    return source.design in _FORMS and source.design_from == "type" and not source.abstract
