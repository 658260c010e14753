"""What the review desk shows: filters that combine, each in the address, and pages by key in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import timedelta
from typing import Any, Self
from urllib.parse import urlencode

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL
from django.utils import timezone

from articles.models import Article, ArticleContributor, Flag, Role
from articles.models.article import Status
from articles.models.claim import Band, FlagQuerySet, Severity, State, Verdict
from articles.services.own_drafts import seen_by, sees_own_only
from products.models import ProductDisclosure

ALL = "all"
AGES = {"day": "Since yesterday", "week": "1 to 7 days", "month": "8 to 30 days", "older": "Older than 30 days"}
WAITING = {"me": "Me", "author": "Authors", "editor": "Editors", "reviewer": "Medical reviewers"}
ASKED_OF_AUTHORS = (Verdict.ASK_SOURCE, Verdict.ASK_WORDING, Verdict.NOTE)
BEING_WRITTEN = (Status.DRAFT, Status.CHANGES_REQUESTED, Status.NEEDS_UPDATE)
BEING_JUDGED = (Status.IN_REVIEW, Status.APPROVED, Status.SCHEDULED)
TITLES = 200
"""Articles whose titles hold the words sought that are looked through [house]."""
FOUND = 1_001
"""Flags of one state that a search for words brings at most [house]: one more than are counted, and who finds so many
adds a word. Where there are more, half of them are of articles with the words in their titles."""
LOOKED_THROUGH = 5_000
"""Flags with the words, of whatever state, that one look brings; commoner words are sought state by state."""
YOUNG = ("day", "week")
"""Ages that few flags have: on the way through the list the next of them may be the last."""
FEW = 10_000
"""Flags of a young age that are looked up by it [house]: where there are more, the way through the list meets them."""
_EARLIER = {"severity__exact": "severity", "code": "kind", "band__exact": "band", "article__id__exact": "article"}
"""Names that older links have for the same filters."""
_CODE = re.compile(r"[a-z][a-z0-9-]{1,39}")
"""Any code: flags of rules that there are no longer can be looked for too."""


@dataclass(frozen=True, slots=True)
class Filters:
    """The filters that are on; "" and 0 where one is off. `state` is "open" unless asked otherwise."""

    state: str = State.OPEN.value
    severity: str = ""
    kind: str = ""
    band: str = ""
    article: int = 0
    author: int = 0
    product: int = 0
    age: str = ""
    waiting: str = ""
    q: str = ""
    sought: dict[tuple[str, str], list[int]] = field(default_factory=dict, compare=False, repr=False)
    """What a search for the words found, by words and state: made once, whatever is counted of it. So for ages."""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Self:
        """From an address; what nobody knows is left out."""
        said = {_EARLIER.get(name, name): str(value).replace("\0", "").strip() for name, value in query.items()}
        known = {
            "state": (*State.values, ALL),
            "severity": Severity.values,
            "band": Band.values,
            "age": AGES,
            "waiting": WAITING,
        }
        found: dict[str, Any] = {name: said[name] for name, values in known.items() if said.get(name) in values}
        if _CODE.fullmatch(said.get("kind", "")):
            found["kind"] = said["kind"]
        for name in ("article", "author", "product"):
            if said.get(name, "").isdecimal() and len(said[name]) < 18:
                found[name] = int(said[name])
        return cls(**found, q=said.get("q", "")[:200])

    def address(self, **changes: Any) -> str:
        """The query of an address with these filters and `changes`: "?state=accepted&kind=…"."""
        return f"?{self.query(**changes)}"

    def query(self, **changes: Any) -> str:
        said = {row.name: changes.get(row.name, getattr(self, row.name)) for row in fields(self) if row.compare}
        plain = {row.name: row.default for row in fields(self)}
        return urlencode({name: value for name, value in said.items() if value != plain[name]})

    @property
    def narrowed(self) -> bool:
        return self != Filters()


def flags(filters: Filters, by: Any) -> FlagQuerySet:
    """The flags that `by` sees and that fit, in reading order."""
    rows: FlagQuerySet = Flag.objects.in_reading_order()
    if sees_own_only(by):
        rows = rows.filter(article__in=seen_by(by).values("pk"))
    if filters.state != ALL:
        rows = rows.filter(state=filters.state)
    if filters.article:
        rows = rows.filter(article=filters.article)
    if filters.author:
        named = ArticleContributor.objects.filter(contributor=filters.author, role=Role.AUTHOR)
        rows = rows.filter(article__in=named.values("article"))
    if filters.product:
        rows = rows.filter(article__in=ProductDisclosure.objects.filter(product=filters.product).values("article"))
    if filters.q:
        rows = rows.filter(pk__in=among(_with_words(filters)))
    return narrowed(rows, filters, by)


def narrowed(rows: FlagQuerySet, filters: Filters, by: Any) -> FlagQuerySet:
    """Of these flags those of the severity, kind and age that are asked for, and that wait on whom."""
    if filters.severity:
        rows = rows.filter(severity_rank=list(Severity.values).index(filters.severity))
    if filters.kind:
        rows = rows.filter(code=filters.kind)
    if filters.band:
        rows = rows.filter(band=filters.band)
    if filters.age:
        rows = rows.filter(of_age(filters.age))
        if filters.age in YOUNG and filters.state != ALL and len(young := _young(filters)) <= FEW:
            rows = rows.filter(pk__in=among(young))
    return rows.filter(waits_on(filters.waiting, by)) if filters.waiting else rows


def of_age(age: str) -> Q:
    """Flags first raised as long ago as one of `AGES` says."""
    now = timezone.now()
    since = {"day": 1, "week": 7, "month": 30}
    asked = Q()
    if age in since:
        asked &= Q(first_raised__gte=now - timedelta(days=since[age]))
    before = {"week": 1, "month": 7, "older": 30}
    if age in before:
        asked &= Q(first_raised__lt=now - timedelta(days=before[age]))
    return asked


def _young(filters: Filters) -> list[int]:
    """The flags of the state and of a young age, by id, up to one more than `FEW`. One look by index in a request.

    PostgreSQL takes ages for spread over all articles, and would read every flag where today's are few or none.
    """
    asked = (f"\0{filters.age}", filters.state)  # no words sought hold a NUL
    if asked not in filters.sought:
        found = Flag.objects.filter(of_age(filters.age), state=filters.state).order_by("first_raised")
        filters.sought[asked] = list(found.values_list("pk", flat=True)[: FEW + 1])
    return filters.sought[asked]


def waits_on(whom: str, by: Any) -> Q:
    """Open flags that wait on authors, editors or medical reviewers, or on this person in any of those parts."""
    if whom == "author":
        asked = Q(asked__in=ASKED_OF_AUTHORS) | Q(asked="", article__status__in=BEING_WRITTEN)
        return Q(state=State.OPEN) & asked
    if whom == "editor":
        return Q(state=State.OPEN, asked="", article__status__in=BEING_JUDGED)
    if whom == "reviewer":
        return Q(state=State.OPEN, asked=Verdict.REFER)
    mine = Q(pk__in=())
    for part in parts_of(by):
        found = waits_on(part, by)
        mine |= found & Q(article__in=own(by)) if part == "author" else found
    return mine


def parts_of(by: Any) -> list[str]:
    """On behalf of whom something waits on this person."""
    rights = {"author": "submit_article", "editor": "override_blocker", "reviewer": "review_medically"}
    return [part for part, right in rights.items() if by.has_perm(f"articles.{right}")]


def own(by: Any) -> QuerySet[Article, int]:
    """The articles that somebody writes, by id: two looks by index. Asked in one, every article is read."""
    credited = Article.objects.filter(credits__role=Role.AUTHOR, credits__contributor__user=by).order_by()
    began = Article.objects.filter(created_by=by).order_by()
    return began.values_list("pk", flat=True).union(credited.values_list("pk", flat=True))


def whom(asked: str, status: str, state: str) -> str:
    """On whom a flag waits, as `waits_on` has it; "" on nobody."""
    if state != State.OPEN:
        return ""
    if asked:
        return "reviewer" if asked == Verdict.REFER else "author"
    return "author" if status in BEING_WRITTEN else "editor" if status in BEING_JUDGED else ""


def among(ids: Iterable[int]) -> RawSQL:
    """These ids for a condition, as one value: thousands of them make neither a long statement nor a slow one."""
    return RawSQL("SELECT unnest(%s::bigint[])", (list(ids),))


# The words alone lead into the index: beside a state, PostgreSQL would take that for the better way and read the words
# of each flag anew. What is materialised is planned for all of it and read only as far as is asked.
_SAID = """
WITH said AS MATERIALIZED (
    SELECT id, state FROM articles_flag
    WHERE to_tsvector('english'::regconfig, coalesce(words, '')) @@ websearch_to_tsquery('english', %s)
)
"""
# Numbers in one value for each state: thousands of rows are read for longer than they are looked for.
_OF_EVERY_STATE = (
    _SAID  # noqa: S608  our own statement
    + "SELECT state, string_agg(id::text, ' ') FROM (SELECT id, state FROM said LIMIT %s) AS found GROUP BY state"
)
_OF_ONE_STATE = (
    _SAID  # noqa: S608  our own statement
    + "SELECT state, string_agg(id::text, ' ') FROM (SELECT id, state FROM said WHERE state = %s LIMIT %s) AS found "
    "GROUP BY state"
)
_TITLED = """
SELECT f.id, f.state FROM (
    SELECT id FROM articles_article WHERE upper(title::text) LIKE upper(%s) ORDER BY id DESC LIMIT %s
) AS a JOIN articles_flag AS f ON f.article_id = a.id
"""


def _with_words(filters: Filters) -> list[int]:
    """Flags whose sentence holds the words, or whose article has them in its title, by id: up to `FOUND` of a state."""
    states = seek(filters)
    return [pk for state in states for pk in filters.sought[filters.q, state]]


def seek(filters: Filters) -> list[str]:
    """Looks for the words in the state that is asked for, unless that was done: the states that it stands for."""
    states = list(State.values) if filters.state == ALL else [filters.state]
    if any((filters.q, state) not in filters.sought for state in states):
        _seek(filters, filters.q, states)
    return states


def _seek(filters: Filters, words: str, states: Iterable[str]) -> None:
    pattern = re.sub(r"([\\%_])", r"\\\1", words)
    with connection.cursor() as cursor:
        cursor.execute(_OF_EVERY_STATE, [words, LOOKED_THROUGH + 1])
        said = _by_state(cursor.fetchall())
        whole = sum(map(len, said.values())) <= LOOKED_THROUGH
        # Of words so common the look itself brings enough flags of most states; rarer states are asked for by name.
        for state in () if whole else [state for state in states if len(said.get(state, ())) < FOUND]:
            cursor.execute(_OF_ONE_STATE, [words, state, FOUND])
            said |= _by_state(cursor.fetchall())
        cursor.execute(_TITLED, [f"%{pattern}%", TITLES])
        titled = cursor.fetchall()
    for state in State.values if whole else states:
        by_title, by_words = [pk for pk, its in titled if its == state], said.get(state, [])
        found = dict.fromkeys((*by_title[: FOUND // 2], *by_words, *by_title[FOUND // 2 :]))
        filters.sought[words, state] = list(found)[:FOUND]


def _by_state(rows: Iterable[tuple[str, str]]) -> dict[str, list[int]]:
    return {state: [int(pk) for pk in ids.split()] for state, ids in rows}


# --- Pages by key ------------------------------------------------------------------------------------------

Key = tuple[int, int, int, int]
"""A flag's place in reading order: article, place, rank of severity, id."""


def key_of(flag: Flag) -> Key:
    return flag.article_id, flag.place, flag.severity_rank, flag.pk


def read_key(text: str) -> Key | None:
    parts = text.split("-")
    if len(parts) != 4 or not all(part.isdecimal() and len(part) < 18 for part in parts):
        return None
    article, place, rank, pk = map(int, parts)
    return article, place, rank, pk


def write_key(flag: Flag) -> str:
    return "-".join(map(str, key_of(flag)))


def after(rows: QuerySet[Flag], key: Key) -> QuerySet[Flag]:
    """What follows the flag of this place; its own row may have left the list."""
    article, place, rank, pk = key
    later = Q(place__gt=place) | Q(place=place, severity_rank__gt=rank) | Q(place=place, severity_rank=rank, pk__gt=pk)
    return rows.filter(Q(article__lte=article) & (Q(article__lt=article) | later))


def before(rows: QuerySet[Flag], key: Key) -> QuerySet[Flag]:
    """What stands before it, the nearest first."""
    article, place, rank, pk = key
    sooner = Q(place__lt=place) | Q(place=place, severity_rank__lt=rank) | Q(place=place, severity_rank=rank, pk__lt=pk)
    found = rows.filter(Q(article__gte=article) & (Q(article__gt=article) | sooner))
    return found.order_by("article_id", "-place", "-severity_rank", "-pk")
