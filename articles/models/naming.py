"""Which drafts hold the words of a name, found through an index however many drafts there are.

The index holds whole words; whoever asks looks in what it gives for the name itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db.models import Func, Q

INDEXED = 250_000
"""Characters of a draft that are indexed: of more, with no word twice, PostgreSQL would refuse the vector (1 MB)."""
_BETWEEN = r"[\s!-/:-@\[-`{-~\u2010-\u201f]+"
"""Between words: blanks, the punctuation of ASCII, dashes and quotation marks; alike here and in PostgreSQL, whatever
locale the database has."""


class WordsOfDraft(Func):
    """The words of title, standfirst and body as a tsvector, in no language: names have none."""

    template = (
        f"to_tsvector('simple'::regconfig, regexp_replace(left(%(expressions)s, {INDEXED}), '{_BETWEEN}', ' ', 'g'))"
    )
    arg_joiner = " || ' ' || "
    output_field = SearchVectorField()

    def __init__(self, *columns: Any, **extra: Any) -> None:
        super().__init__(*(columns or ("title", "standfirst", "body")), **extra)


def query_of(name: str) -> SearchQuery | None:
    """Asks for every word of the name, each of which may go on ("Bloom" in "Blooms"); None for a name without words."""
    words = [word for word in re.split(_BETWEEN, name) if any(letter.isalnum() for letter in word)]
    if not words:
        return None
    return SearchQuery(" & ".join(f"'{word}':*" for word in words), config="simple", search_type="raw")


def holds(name: str) -> Q:
    """Whether the name stands in title, standfirst or body as it is written, in capitals or not."""
    return Q(body__icontains=name) | Q(title__icontains=name) | Q(standfirst__icontains=name)


def named_in(names: Iterable[str]) -> list[str]:
    """The names to look for: each once, without those that are nothing."""
    return sorted({name.strip() for name in names} - {""})
