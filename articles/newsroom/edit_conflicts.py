"""What two people did to the same place of an article, side by side, for one of them to choose."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import Any

from django.forms import DateField
from django.utils.formats import date_format
from django.utils.text import Truncator, capfirst

from articles.models import Article, ArticleCitation, ArticleContributor, Contributor
from articles.reconciling import Conflict, Row
from citations.models import Citation
from products.models import Product, ProductDisclosure

# Word by word comparison is quadratic; beyond this many words a paragraph is shown as changed whole.
MAX_WORDS = 1500
NAMED = 80
"""Letters of a person, work or product by which a row is called."""
KINDS: dict[str, tuple[type[Any], str]] = {
    "credits": (ArticleContributor, "the people"),
    "article_citations": (ArticleCitation, "the works"),
    "disclosures": (ProductDisclosure, "the products"),
}
"""The rows beside an article: their model, and what their list is called in a sentence."""
SUBJECTS: dict[str, tuple[str, type[Any], str]] = {
    "credits": ("contributor", Contributor, "person"),
    "article_citations": ("citation", Citation, "work"),
    "disclosures": ("product", Product, "product"),
}
"""What a row is about: its field, the record, and the word for it."""


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A place to choose for. `was` is what both began with; `mine` and `theirs` word for word against each other."""

    name: str
    label: str
    before: str
    was: str
    mine: tuple[Piece, ...]
    theirs: tuple[Piece, ...]
    own: str
    is_text: bool


def question(conflict: Conflict) -> Question:
    """A conflict as people read it."""
    mine, theirs = (_in_words(conflict, value) for value in (conflict.mine, conflict.theirs))
    # That one kept a row and the other took it off are two acts: there is no word of one in the other.
    whole = bool(conflict.kind) and not conflict.field
    left, right = ((Piece(mine),), (Piece(theirs),)) if whole else _by_word(mine, theirs)
    return Question(
        conflict.name,
        _label(conflict),
        conflict.before,
        _in_words(conflict, conflict.base),
        left,
        right,
        mine if conflict.is_text else "",
        conflict.is_text,
    )


def _label(conflict: Conflict) -> str:
    if not conflict.kind:
        return capfirst(shown_field(conflict.field).removeprefix("the "))
    about = described(conflict.kind, conflict.row) if conflict.row else KINDS[conflict.kind][1]
    if not conflict.field:
        return capfirst(about)
    model = KINDS[conflict.kind][0]
    return capfirst(f"{about}: {model._meta.get_field(conflict.field).verbose_name}")


def shown_field(name: str) -> str:
    """A field of the article, or a list beside it, in a sentence: "the text", "the works"."""
    if name in KINDS:
        return KINDS[name][1]
    names = {"body": "text", "slug": "address"}
    return f"the {names.get(name) or Article._meta.get_field(name).verbose_name}"  # type: ignore[union-attr]


def described(kind: str, row: Row) -> str:
    """A row in a sentence: "the work [@doe2019] A trial of …"."""
    name, model, word = SUBJECTS[kind]
    pk = row.values.get(name, "")
    record = model.objects.filter(pk=pk).first() if pk.isdecimal() else None
    key = f" [@{row.values['key']}]" if row.values.get("key") else ""
    return f"the {word}{key} {Truncator(str(record or 'not chosen yet')).chars(NAMED)}"


def named(person: Any) -> str:
    """Who it was, as people call them."""
    return (person.get_full_name() or person.get_username()) if person else "Somebody else"


def _in_words(conflict: Conflict, value: str) -> str:
    """A value as people read it."""
    if conflict.is_text:
        return value
    if conflict.kind and not conflict.field:
        return "Changed, and kept" if value else "Taken off the article"
    model = KINDS[conflict.kind][0] if conflict.kind else Article
    field: Any = model._meta.get_field(conflict.field)
    if value == "":
        return "(empty)"
    if field.remote_field:
        record = field.related_model.objects.filter(pk=value).first() if value.isdecimal() else None
        return str(record or value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if value in ("true", "false"):
        return "yes" if value == "true" else "no"
    if field.get_internal_type() == "DateField" and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date_format(DateField().clean(value))
    return value


def _whole(line: str | None) -> tuple[Piece, ...]:
    return (Piece(line, changed=True),) if line is not None else ()


def _by_word(left: str, right: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    before, after = re.findall(r"\s+|\S+", left), re.findall(r"\s+|\S+", right)
    if max(len(before), len(after)) > MAX_WORDS:
        return _whole(left), _whole(right)
    ours: list[Piece] = []
    theirs: list[Piece] = []
    for tag, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if b > a:
            ours.append(Piece("".join(before[a:b]), tag != "equal"))
        if d > c:
            theirs.append(Piece("".join(after[c:d]), tag != "equal"))
    return tuple(ours), tuple(theirs)
