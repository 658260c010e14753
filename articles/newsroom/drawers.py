"""Everything about an article that is not its text, as drawers: each with a line that sums it up, and its errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString

from articles.models import Article, ClaimLink, Role
from articles.models.article import Interests
from articles.newsroom.desk_fields import NOTHING, Row, draw, management, rows_of
from citations.models import Status


@dataclass(frozen=True, slots=True)
class Problem:
    """An error of the form: where it is, in words, and the id of the field to go to, "" where there is none."""

    label: str
    text: str
    field: str


@dataclass(slots=True)
class Drawer:
    """A part of the form. It holds a `fieldset` of the admin or an `inline` of rows; `line` sums it up. `fields`, or
    `management` and `rows`, are what is shown of it.

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


def drawers(article: Article | None, fieldsets: Sequence[Any], inlines: Sequence[Any]) -> list[Drawer]:
    """The drawers of the desk: those fieldsets that hold no text, then the rows. One query."""
    address, dates = [*fieldsets, None, None][1:3]
    found = [
        Drawer("address", "Address and topics", _address(article, address), fieldset=address),
        Drawer("dates", "Evidence and review", _dates(article), fieldset=dates),
    ]
    for inline in inlines:
        prefix = inline.formset.prefix
        title, line = _OF_ROWS.get(prefix, (str(inline.opts.verbose_name_plural).capitalize(), _count))
        drawer = Drawer(prefix, title, line(article, _rows(inline)), inline=inline)
        if prefix in _NEW:
            view, drawer.new_words = _NEW[prefix]
            drawer.new_page = reverse(view)
        found.append(drawer)
    for drawer in found:
        drawer.problems = list(_problems_of(drawer))
        if drawer.fieldset is not None:
            drawer.fields = draw(drawer.fieldset)
        if drawer.inline is not None:
            drawer.management, drawer.rows = management(drawer.inline.formset), list(rows_of(drawer.inline))
    return found


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


# --- Lines -------------------------------------------------------------------------------------------------


def _rows(inline: Any) -> list[Any]:
    return [form.instance for form in inline.formset.initial_forms]


def _counted(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"


def _address(article: Article | None, fieldset: Any) -> str:
    form = fieldset.form if fieldset is not None else {}
    if "topics" in getattr(form, "fields", ()):
        slug, market, topics = (form[name].value() for name in ("slug", "market", "topics"))
    elif article is not None and article.pk:  # somebody who may only read: the form has no fields
        slug, market, topics = article.slug, article.market, article.topics.values_list("pk", flat=True)
    else:
        return "No address yet"
    named = _counted(len(topics), "topic") if topics else "no topic yet"
    return f"{slug or 'No address yet'}, {named}, {market}"


def _dates(article: Article | None) -> str:
    if article is None or article.pk is None:
        return "No dates yet"
    parts = [
        f"evidence to {date_format(article.evidence_to, 'j M Y')}" if article.evidence_to else "evidence undated",
        f"reviewed {date_format(article.reviewed_on, 'j M Y')}" if article.reviewed_on else "not medically reviewed",
    ]
    if article.next_review:
        parts.append(f"next review {date_format(article.next_review, 'j M Y')}")
    line = ", ".join(parts)
    return line[0].upper() + line[1:]


def _people(article: Article | None, rows: list[Any]) -> str:
    if not rows:
        return "Nobody named yet"
    authors = [row for row in rows if row.role == Role.AUTHOR]
    reviewers = sum(row.role == Role.REVIEWER for row in rows)
    silent = {row.contributor_id for row in rows if row.contributor.interests == Interests.UNANSWERED}
    parts = [_counted(len(authors), "author"), _counted(reviewers, "reviewer") if reviewers else "no reviewer"]
    if silent:
        parts.append(f"interests of {len(silent)} not stated")
    return ", ".join(parts)


def _works(article: Article | None, rows: list[Any]) -> str:
    if not rows or article is None:
        return "No works yet"
    links = ClaimLink.objects.filter(claim__article=article, claim__current=True)
    cited = links.order_by().values_list("article_citation_id").distinct().count()
    parts = [f"{_counted(len(rows), 'work')}, {cited} cited"]
    retracted = sum(row.citation.status in (Status.RETRACTED, Status.CONCERN) for row in rows)
    if retracted:
        parts.append(f"{retracted} retracted or under concern")
    return ", ".join(parts)


def _products(article: Article | None, rows: list[Any]) -> str:
    if not rows:
        return "No product named"
    unanswered = sum(not row.is_answered for row in rows)
    answer = f"{unanswered if len(rows) > 1 else ''} unanswered".strip() if unanswered else "all answered"
    return f"{_counted(len(rows), 'product')}, {answer if len(rows) > 1 or unanswered else 'answered'}"


def _count(article: Article | None, rows: list[Any]) -> str:
    return _counted(len(rows), "row")


_NEW = {
    "credits": ("admin:articles_contributor_add", "Enter somebody new"),
    "article_citations": ("admin:citations_citation_add_works", "Add works to the library"),
    "disclosures": ("admin:products_product_add", "Enter a new product"),
}
_OF_ROWS = {
    "credits": ("People", _people),
    "article_citations": ("Works", _works),
    "disclosures": ("Products", _products),
}
