"""Two versions of a text side by side, so that nobody's words are lost when two people save."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django import forms

from articles.models import Article

CONTEXT = 1
ROWS = (("credits", "credits"), ("article_citations", "article_citations"), ("disclosures", "disclosures"))
"""The rows that are edited with an article: the prefix of their form and their name at the article."""
# Word by word comparison is quadratic; beyond this many words a paragraph is shown as changed whole.
MAX_WORDS = 1500


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of both texts; `kind` is same, changed or skipped (with the number of lines left out)."""

    kind: str
    left: tuple[Piece, ...] = ()
    right: tuple[Piece, ...] = ()
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that two people filled differently."""

    label: str
    mine: str
    theirs: str


def has_moved_on(article: Article, data: Any, version_field: str = "expected_version") -> bool:
    """Whether the article was saved since the form `data` was opened, or one of its rows is no longer there.

    Rows also go without a save: two records of one work are merged, a citation is taken off the list.
    """
    if data.get(version_field) != str(article.version):
        return True
    return any(
        {pk for key, pk in data.items() if re.fullmatch(rf"{prefix}-\d+-id", key) and pk}
        - {str(pk) for pk in getattr(article, name).values_list("pk", flat=True)}
        for prefix, name in ROWS
    )


def moved_on_once(article: Article, data: Any, version_field: str = "expected_version") -> bool:
    """The same, asked once for an article that was loaded once: the form and its rows go by one answer.

    With two answers a save in between would end in a page that saves nothing and says nothing.
    """
    if not hasattr(article, "_moved_on"):
        article._moved_on = has_moved_on(article, data, version_field)  # type: ignore[attr-defined]
    return bool(article._moved_on)  # type: ignore[attr-defined]


def in_plain_words(field: forms.Field, value: Any) -> str:
    """A value as people read it, the same for what was sent and for what is stored."""
    try:
        value = field.clean(value) if field.to_python(value) not in field.empty_values else None
    except forms.ValidationError:
        return str(value)
    if isinstance(field, forms.ModelMultipleChoiceField):
        return ", ".join(sorted(map(str, value or ())))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        return str(dict(cast("Any", field.choices)).get(value, value if value is not None else ""))
    return "" if value is None else str(value).replace("\r\n", "\n")


def rows_that_differ(formset: Any) -> list[Difference]:
    """What somebody had in the rows below an article, where it is not what stands there now."""
    found = []
    for form in formset.forms:
        gone = form.instance.pk is None and bool(form[formset.model._meta.pk.name].data)
        if not form.has_changed() and not gone:
            continue
        mine, theirs = [], []
        for name, field in form.fields.items():
            if name in (formset.model._meta.pk.name, formset.fk.name):
                continue
            sent = in_plain_words(field, form[name].data)
            kept = "" if gone else in_plain_words(field, form.initial.get(name))
            if sent or kept:
                label = str(field.label or name).capitalize()
                mine += [f"{label}: {sent}"]
                theirs += [] if gone else [f"{label}: {kept}"]
        title = str(formset.model._meta.verbose_name)
        about = str(form.instance) if form.instance.pk else ""
        label = f"{title} {about}".strip() if about else f"{title}, new or no longer there"
        found.append(Difference(label, "\n".join(mine), "\n".join(theirs)))
    return found


def compare(left: str, right: str) -> list[Row]:
    """Rows of two texts by line, changed lines compared word by word; long equal stretches are left out."""
    before, after = left.splitlines(), right.splitlines()
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    rows: list[Row] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            rows += _same(before[a:b])
        else:
            rows += _changed(before[a:b], after[c:d])
    return rows


def _same(lines: Sequence[str]) -> list[Row]:
    def row(line: str) -> Row:
        return Row("same", (Piece(line),), (Piece(line),))

    if len(lines) <= 2 * CONTEXT + 1:
        return [row(line) for line in lines]
    skipped = Row("skipped", lines=len(lines) - 2 * CONTEXT)
    return [*map(row, lines[:CONTEXT]), skipped, *map(row, lines[-CONTEXT:])]


def _changed(before: Sequence[str], after: Sequence[str]) -> Iterator[Row]:
    for index in range(max(len(before), len(after))):
        left = before[index] if index < len(before) else None
        right = after[index] if index < len(after) else None
        if left is None or right is None:
            yield Row("changed", _whole(left), _whole(right))
        else:
            yield Row("changed", *_by_word(left, right))


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
