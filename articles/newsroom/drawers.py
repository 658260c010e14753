"""Everything about an article that is not its text, as drawers: each with a line that sums it up, and its errors.

The rows of a drawer are fetched when one is opened first; a form that comes back without them leaves them as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.urls import reverse
from django.utils.safestring import SafeString

from articles.models import Article
from articles.newsroom.desk_fields import NOTHING, Row, draw, management, rows_of
from articles.newsroom.drawer_lines import LINES, Summed, address_line, dates_line, summed


@dataclass(frozen=True, slots=True)
class Problem:
    """An error of the form: where it is, in words, and the id of the field to go to, "" where there is none."""

    label: str
    text: str
    field: str


@dataclass(slots=True)
class Drawer:
    """A part of the form. It holds a `fieldset` of the admin or an `inline` of rows; `line` sums it up. `fields`, or
    `management` and `rows`, are what is shown of it. Without any its rows are still to be fetched.

    `new_page` is where somebody or something that is not on record yet is entered, in a tab of its own.
    """

    name: str
    title: str
    line: str
    fieldset: Any = None
    inline: Any = None
    problems: list[Problem] = field(default_factory=list)
    new_page: str = ""
    new_words: str = ""
    fields: SafeString = NOTHING
    management: SafeString = NOTHING
    rows: list[Row] = field(default_factory=list)


def drawers(
    article: Article | None, fieldsets: Sequence[Any], inlines: Sequence[Any], kinds: Iterable[str] = ()
) -> list[Drawer]:
    """The drawers of the desk: those fieldsets that hold no text, then the rows. One query for the lines.

    `kinds` are the rows to be fetched later, by the name they have at the article, in place of `inlines`.
    """
    address, dates = [*fieldsets, None, None][1:3]
    found = [
        Drawer("address", "Address and topics", address_line(article, address), fieldset=address),
        Drawer("dates", "Evidence and review", dates_line(article), fieldset=dates),
    ]
    of_rows = summed(article)
    found += [_of_rows(of_rows, inline.formset.prefix, inline) for inline in inlines]
    found += [_of_rows(of_rows, kind) for kind in kinds]
    for drawer in found:
        drawer.problems = list(_problems_of(drawer))
        if drawer.fieldset is not None:
            drawer.fields = draw(drawer.fieldset)
        if drawer.inline is not None:
            drawer.management, drawer.rows = management(drawer.inline.formset), list(rows_of(drawer.inline))
    return found


def _of_rows(found: Summed, kind: str, inline: Any = None) -> Drawer:
    title, line = LINES[kind]
    view, words = _NEW[kind]
    return Drawer(kind, title, line(found), inline=inline, new_page=reverse(view), new_words=words)


def problems(form: forms.BaseForm, found: Iterable[Drawer]) -> list[Problem]:
    """All errors of the page in the order of its fields: those of the text first."""
    in_drawers = [problem for drawer in found for problem in drawer.problems]
    taken = {(problem.field, problem.text) for problem in in_drawers}
    own = [problem for problem in _of_form(form) if (problem.field, problem.text) not in taken]
    return [*own, *in_drawers]


# --- Errors ------------------------------------------------------------------------------------------------


def _problems_of(drawer: Drawer) -> Iterator[Problem]:
    if drawer.fieldset is not None:
        for line in drawer.fieldset:
            for one in line:
                if not one.is_readonly:
                    yield from _of_field(one.field)
    if drawer.inline is not None:
        formset = drawer.inline.formset
        if formset.is_bound:
            for text in formset.non_form_errors():
                yield Problem(drawer.title, str(text), f"drawer-{drawer.name}")
            for number, form in enumerate(formset.forms, 1):
                named = str(form.instance) if form.instance.pk else f"row {number}"
                for problem in _of_form(form):
                    yield Problem(f"{drawer.title}, {named}: {problem.label}".rstrip(": "), problem.text, problem.field)


def _of_form(form: forms.BaseForm) -> Iterator[Problem]:
    if not form.is_bound:
        return
    for text in form.errors.get(NON_FIELD_ERRORS, ()):
        yield Problem("", str(text), "")
    for bound in form:
        yield from _of_field(bound)


def _of_field(bound: Any) -> Iterator[Problem]:
    for text in bound.errors:
        yield Problem(str(bound.label), str(text), "" if bound.is_hidden else bound.id_for_label)


_NEW = {
    "credits": ("admin:articles_contributor_add", "Enter somebody new"),
    "article_citations": ("admin:citations_citation_add_works", "Add works to the library"),
    "disclosures": ("admin:products_product_add", "Enter a new product"),
}
