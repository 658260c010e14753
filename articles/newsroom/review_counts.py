"""How many flags each choice of a filter would show: one look at the flags in question, folded by every filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection
from django.db.models import Case, Q, QuerySet, Value, When

from articles.models import Article, ArticleContributor, Flag, Role
from articles.models.claim import Band, Severity, State
from articles.newsroom import review_filters
from articles.newsroom.findings import title_of
from articles.newsroom.review_filters import AGES, ALL, WAITING, Filters
from products.models import ProductDisclosure

LOOKED_AT = 5_000
"""Flags, from the newest article on, that counts are taken of [house]: a page may not wait for a million."""
COUNTED = 1_000
"""Up to where flags that fit are counted: above the list, and by article, author and product. Beyond it stands "+"."""
CHOICES = 12
"""Articles, authors and products that a filter offers: those with the most flags."""


@dataclass(frozen=True, slots=True)
class Choice:
    label: str
    number: str
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter with its choices. `chosen` is the label of the one that is on, or ""."""

    name: str
    title: str
    choices: tuple[Choice, ...]
    chosen: str
    on: bool
    """Whether it narrows what a newcomer sees."""
    off: str
    """The address without this filter."""


@dataclass(frozen=True, slots=True)
class Counts:
    facets: tuple[Facet, ...]
    of_the_newest: int
    """How many flags were looked at, where there are more; otherwise 0."""
    number: int
    """How many flags fit, counted up to `COUNTED` + 1."""


@dataclass(frozen=True, slots=True)
class _Lot:
    """Flags that are alike in all that is counted, and how many they are."""

    number: int
    values: dict[str, str]


def up_to(number: int) -> str:
    """A number as it is shown: "1,000+" where it was not counted to the end."""
    return f"{COUNTED:,}+" if number > COUNTED else f"{number:,}"


def total(filters: Filters, by: Any) -> int:
    """How many flags fit, counted up to `COUNTED` + 1."""
    if filters.waiting and filters.state not in (State.OPEN, ALL):
        return 0  # what is not open waits on nobody
    # Kept in order: an index leads there, where a look at the table might pass most of it before it found enough.
    return review_filters.flags(filters, by)[: COUNTED + 1].count()


def of(filters: Filters, by: Any) -> Counts:
    """The facets; a dozen queries, whatever the number of flags."""
    looked = review_filters.flags(replace(filters, severity="", kind="", band="", age="", waiting=""), by)
    lots = list(_lots(looked, by))
    fit = review_filters.narrowed(looked, filters, by).values_list("article_id")
    articles = Counter(dict[int, int](_counted(fit[: COUNTED + 1], 1)))
    number = articles.total()
    others = [state for state in _counted_states(filters) if state != filters.state]
    states = {state: total(replace(filters, state=state), by) for state in others} | {filters.state: number}
    facets = (
        _states(filters, states),
        _listed("severity", "Severity", filters, lots, dict(Severity.choices)),
        _listed("kind", "Kind", filters, lots, _titles(lots, filters)),
        _listed("waiting", "Waiting on", filters, lots, WAITING),
        _listed("band", "How sure", filters, lots, dict(Band.choices)),
        _listed("age", "Age", filters, lots, AGES),
        _named("article", filters, number, articles, _articles(articles, filters)),
        _named("author", filters, number, *_folded(AUTHORS, articles, filters.author)),
        _named("product", filters, number, *_folded(PRODUCTS, articles, filters.product)),
    )
    return Counts(facets, LOOKED_AT if sum(lot.number for lot in lots) >= LOOKED_AT else 0, number)


def _lots(looked: QuerySet[Flag], by: Any) -> Iterator[_Lot]:
    """The first flags in order, counted by all that facets fold over, in one query."""
    parts = review_filters.parts_of(by)
    mine = Q(article__in=review_filters.own(by)) if "author" in parts else Q(pk__in=())
    ages = [When(review_filters.of_age(age), then=Value(age)) for age in AGES]
    whose = Case(When(mine, then=Value(True)), default=Value(False))
    alike = looked.annotate(age=Case(*ages, default=Value("day")), mine=whose).values_list(
        "severity", "code", "band", "asked", "article__status", "state", "age", "mine"
    )
    for severity, code, band, asked, status, state, age, is_mine, number in _counted(alike[:LOOKED_AT], 8):
        whom = review_filters.whom(asked, status, state)
        me = "me" if whom in parts and (whom != "author" or is_mine) else ""
        values = {"severity": severity, "kind": code, "band": band, "age": age, "waiting": whom, "me": me}
        yield _Lot(number, values)


def _counted(rows: Any, columns: int) -> list[tuple[Any, ...]]:
    """Rows of a query that ends after some, counted where they are alike. Django would look the same rows up once more,
    and PostgreSQL read the whole table for it."""
    statement, values = rows.query.sql_with_params()
    names = ", ".join(f"c{number}" for number in range(columns))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {names}, count(*) FROM ({statement}) AS looked ({names}) GROUP BY {names}", values)  # noqa: S608  our own statement
        found: list[tuple[Any, ...]] = cursor.fetchall()
    return found


def _fits(lot: _Lot, filters: Filters, apart_from: str) -> bool:
    """Whether flags fit all filters but one."""
    for name in ("severity", "kind", "band", "age"):
        if name != apart_from and (asked := getattr(filters, name)) and lot.values[name] != asked:
            return False
    if apart_from == "waiting" or not filters.waiting:
        return True
    return filters.waiting in (lot.values["waiting"], lot.values["me"])


def _listed(name: str, title: str, filters: Filters, lots: list[_Lot], labels: dict[str, str]) -> Facet:
    numbers: Counter[str] = Counter()
    for lot in lots:
        if _fits(lot, filters, name):
            numbers[lot.values[name]] += lot.number
            if name == "waiting" and lot.values["me"]:
                numbers["me"] += lot.number
    return _facet(name, title, filters, [(value, label, f"{numbers[value]:,}") for value, label in labels.items()])


def _titles(lots: list[_Lot], filters: Filters) -> dict[str, str]:
    """Kinds that are there, the most frequent first."""
    numbers: Counter[str] = Counter()
    for lot in lots:
        if _fits(lot, filters, "kind"):
            numbers[lot.values["kind"]] += lot.number
    codes = [code for code, _ in numbers.most_common()]
    if filters.kind and filters.kind not in codes:
        codes.append(filters.kind)
    return {code: title_of(code) for code in codes}


def _counted_states(filters: Filters) -> list[str]:
    """The states whose flags are counted. Words that very many flags hold are sought in the state that is shown."""
    if not filters.q or filters.state == ALL:
        return list(State.values)
    review_filters.seek(filters)
    return [state for state in State.values if (filters.q, state) in filters.sought]


def _states(filters: Filters, numbers: Mapping[str, int]) -> Facet:
    rows = [(value, label, up_to(numbers[value]) if value in numbers else "") for value, label in State.choices]
    return _facet("state", "State", filters, [*rows, (ALL, "All", "")])


def _facet(name: str, title: str, filters: Filters, rows: Iterable[tuple[Any, str, str]]) -> Facet:
    now = getattr(filters, name)
    choices = tuple(
        Choice(label, number, filters.address(**{name: value}), value == now)
        for value, label, number in rows
        if number != "0" or value == now
    )
    chosen = next((choice.label for choice in choices if choice.chosen), "") if now else ""
    plain = getattr(Filters(), name)
    return Facet(name, title, choices, chosen, now != plain, filters.address(**{name: plain}))


def _named(name: str, filters: Filters, number: int, numbers: Counter[int], labels: dict[int, str]) -> Facet:
    """Choices of what has names; each has at least so many flags where not all were counted."""
    more = "+" if number > COUNTED else ""
    rows = [(pk, labels[pk], f"{its:,}{more}") for pk, its in numbers.most_common(CHOICES) if pk in labels]
    now = getattr(filters, name)
    if now and now not in dict.fromkeys(pk for pk, _, _ in rows):
        rows.append((now, labels.get(now, "No longer there"), f"{numbers[now]:,}{more}"))
    return _facet(name, name.capitalize(), filters, rows)


def _articles(numbers: Counter[int], filters: Filters) -> dict[int, str]:
    shown = [pk for pk, _ in numbers.most_common(CHOICES)]
    return dict(Article.objects.filter(pk__in=[*shown, filters.article]).values_list("pk", "title"))


# The names behind articles, with how many flags each has there; the one that is chosen first, then those with the most.
# OFFSET 0 keeps each article's own look into the index: PostgreSQL would rather read everybody's.
_NAMED = """
SELECT m.id, m.name, most.number FROM (
    SELECT t.id, sum(x.number)::int AS number FROM unnest(%s::bigint[], %s::int[]) AS x(article, number)
    CROSS JOIN LATERAL (SELECT {column} AS id FROM {table} WHERE article_id = x.article{which} OFFSET 0) AS t
    GROUP BY t.id ORDER BY t.id = %s DESC, 2 DESC, t.id LIMIT %s
) AS most JOIN {names} AS m ON m.id = most.id
"""
AUTHORS = _NAMED.format(
    table=ArticleContributor._meta.db_table, which=f" AND role = '{Role.AUTHOR.value}'",
    names="articles_contributor", column="contributor_id",
)  # fmt: skip
PRODUCTS = _NAMED.format(
    table=ProductDisclosure._meta.db_table, which="", names="products_product", column="product_id"
)


def _folded(statement: str, articles: Counter[int], chosen: int) -> tuple[Counter[int], dict[int, str]]:
    """Flags and names by person or product, from the flags of the articles that name them."""
    with connection.cursor() as cursor:
        cursor.execute(statement, [list(articles), list(articles.values()), chosen, CHOICES + 1])
        rows = cursor.fetchall()
    return Counter({pk: number for pk, _, number in rows}), {pk: name for pk, name, _ in rows}


def headline(by: Any) -> str:
    """Open blockers and in how many articles, counted up to `COUNTED`."""
    rows = review_filters.flags(Filters(severity=Severity.BLOCKER.value), by)
    articles = list(rows.values_list("article", flat=True)[: COUNTED + 1])
    if not articles:
        return "No open blocker"
    many = "" if len(articles) == 1 else "s"
    where = "many articles" if len(articles) > COUNTED else _articles_in_words(len(set(articles)))
    return f"{up_to(len(articles))} open blocker{many} in {where}"


def _articles_in_words(number: int) -> str:
    return f"{number:,} article{'' if number == 1 else 's'}"
