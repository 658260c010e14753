"""Fields and rows of the desk's drawers, drawn without a template for each: eighty of them took a quarter of its time.

In: fieldsets and inlines of the admin. Out: markup for `newsroom/desk_drawer.html` and `newsroom/desk_rows.html`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst

from articles.newsroom.quick_fields import quickly

NOTHING = SafeString("")


@dataclass(frozen=True, slots=True)
class Part:
    """Fields of a row that belong together; with a name they are folded, unless something in the row is wrong."""

    name: str
    description: str
    is_open: bool
    fields: SafeString


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a drawer, on record or the one that new rows are copied from. `remove` is its box to tick."""

    on_record: bool
    errors: SafeString
    parts: tuple[Part, ...]
    key: SafeString
    remove: SafeString


def draw(fieldset: Iterable[Iterable[Any]]) -> SafeString:
    """All fields of a fieldset, line by line, each with its label, its errors and its help."""
    return mark_safe("".join(_field(field) for line in fieldset for field in line))  # noqa: S308  escaped below


def rows_of(inline: Any) -> Iterator[Row]:
    """The rows of an inline as they are shown, the empty one last where rows may be added."""
    may_remove = inline.formset.can_delete and inline.has_delete_permission
    for row in inline:
        yield Row(
            on_record=bool(row.original),
            errors=_errors(row.form.non_field_errors()),
            parts=tuple(
                Part(fieldset.name or "", fieldset.description or "", bool(row.form.errors), draw(fieldset))
                for fieldset in row
            ),
            key=_bare(row.pk_field().field) if row.needs_explicit_pk_field() else NOTHING,
            remove=_bare(row.deletion_field().field) if may_remove and row.original else NOTHING,
        )


def management(formset: Any) -> SafeString:
    """What Django asks of a formset that comes back, and what was wrong with all rows together."""
    fields = "".join(_bare(bound) for bound in formset.management_form)
    wrong = _errors(formset.non_form_errors()) if formset.is_bound else NOTHING
    return mark_safe(fields + wrong)  # noqa: S308  drawn by widgets


def _field(field: Any) -> str:
    bound = field.field
    if field.is_readonly:
        said = conditional_escape(field.contents())
        return (
            f'<div class="field field-{bound["name"]}"><span class="field-label">{_label(bound["label"])}</span>'
            f'<div class="field-said">{said}</div></div>'
        )
    if bound.is_hidden:
        return str(bound)
    label = format_html('<label for="{}">{}</label>', bound.id_for_label, _label(bound.label))
    # Help is our own markup, as Django's admin takes it.
    told = f'<p class="field-help" id="{bound.auto_id}_helptext">{bound.help_text}</p>' if bound.help_text else ""
    wrong = _errors(bound.errors)
    if field.is_checkbox:
        return f'<div class="field field-tick field-{bound.name}">{bound}{label}{wrong}{told}</div>'
    marked = " field-wrong" if wrong else ""
    return f'<div class="field field-{bound.name}{marked}">{label}{bound}{wrong}{told}</div>'


def _label(label: Any) -> str:
    return conditional_escape(capfirst(label))  # the other way round it is escaped once more by who takes it


def _errors(errors: Any) -> SafeString:
    """Django draws a list of no errors through two templates."""
    return SafeString(errors) if errors else NOTHING


def _bare(bound: Any) -> SafeString:
    """A field that Django added to the form, hidden or a box to tick, without its label."""
    quickly(bound.field.widget)
    return SafeString(bound)
