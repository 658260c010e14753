"""Lists of what is on the site, newest first: all of it, or by topic, person, work or month. Two questions at most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.validators import slug_re
from django.db import connection

from articles.finding.places import Part, Place, cut
from articles.models import Article

SHOWN = (
    *("slug", "published_at", "updated_at", "status", "live_revision__title", "live_revision__standfirst"),
    *("live_revision__topics", "live_revision__contributors", "live_revision__summary", "live_revision__dates"),
)
"""Columns that a teaser is made of."""


def newest(*, length: int, after: str = "", before: str = "") -> Part[Article]:
    """All articles. Raises NoPlace."""
    return _part("articles_foundarticle", "true", [], length, after, before)


def with_key(kind: str, keys: Sequence[str], *, length: int, after: str = "", before: str = "") -> Part[Article]:
    """Those with a topic or person (a slug) or a work (its number, and those of records merged into it)."""
    if len(keys) == 1:
        return _part("articles_listed", "kind = %s AND key = %s", [kind, keys[0]], length, after, before)
    table = (
        "(SELECT DISTINCT article_id, published_at FROM articles_listed WHERE kind = %s AND key = ANY (%s)) AS several"
    )
    return _part(table, "true", [kind, list(keys)], length, after, before)


def between(since: datetime, until: datetime, *, length: int, after: str = "", before: str = "") -> Part[Article]:
    """Those published from `since` to before `until`."""
    where = "published_at >= %s AND published_at < %s"
    return _part("articles_foundarticle", where, [since, until], length, after, before)


def _part(table: str, where: str, given: list[Any], length: int, after: str, before: str) -> Part[Article]:
    order, row = "published_at DESC, article_id DESC", "(published_at, article_id)"
    if before:
        place = Place.read(before)
        where, order, given = (
            f"{where} AND {row} > (%s, %s)",
            "published_at, article_id",
            [*given, place.at, place.number],
        )
    elif after:
        place = Place.read(after)
        where, given = f"{where} AND {row} < (%s, %s)", [*given, place.at, place.number]
    with connection.cursor() as cursor:
        # Names of our own tables and columns alone; what readers gave is among the parameters.
        statement = f"SELECT article_id, published_at FROM {table} WHERE {where} ORDER BY {order} LIMIT %s"
        cursor.execute(statement, [*given, length + 1])
        found = cursor.fetchall()
    places = [str(Place(at, number)) for number, at in found]
    part = cut(found, length, places, after=after, before=before)
    held = by_number([number for number, _ in part.rows])
    return Part([held[number] for number, _ in part.rows if number in held], part.older, part.newer, part.begun)


def by_number(numbers: Sequence[int]) -> dict[int, Article]:
    """Articles on the site as lists show them."""
    rows = Article.objects.published().filter(pk__in=numbers).select_related("live_revision").only(*SHOWN)
    return {row.pk: row for row in rows}


# --- What there is -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Counted:
    """A topic or person with the number of their articles, and the day of the newest."""

    key: str
    name: str
    number: int
    newest: datetime


COUNTED = """
WITH RECURSIVE each AS (
    (SELECT key, name, published_at FROM articles_listed WHERE kind = %(kind)s
        ORDER BY key, published_at DESC, article_id DESC LIMIT 1)
    UNION ALL
    (SELECT n.key, n.name, n.published_at FROM each, LATERAL (
        SELECT key, name, published_at FROM articles_listed WHERE kind = %(kind)s AND key > each.key
        ORDER BY key, published_at DESC, article_id DESC LIMIT 1
    ) AS n)
) SELECT key, name, (
    SELECT count(*) FROM articles_listed AS l WHERE l.kind = %(kind)s AND l.key = each.key
) AS number, published_at AS newest FROM each ORDER BY lower(name), key
"""
# One step in the index for each, and counted in it: to group the rows would read those of the other kinds too.


def counted(kind: str) -> list[Counted]:
    """All topics or people that articles on the site name, by name. The newest article says how they are written."""
    with connection.cursor() as cursor:
        cursor.execute(COUNTED, {"kind": kind})
        return [Counted(*row) for row in cursor.fetchall() if _has_page(row[0])]


def _has_page(key: str) -> bool:
    """Whether an address can hold it. Revisions keep what they were approved with, whatever it was."""
    return slug_re.fullmatch(key) is not None


NAMES = """
WITH RECURSIVE each AS (
    (SELECT key, name FROM articles_listed WHERE kind = %s ORDER BY key, published_at DESC, article_id DESC LIMIT 1)
    UNION ALL
    (SELECT n.key, n.name FROM each, LATERAL (
        SELECT key, name FROM articles_listed WHERE kind = %s AND key > each.key
        ORDER BY key, published_at DESC, article_id DESC LIMIT 1
    ) AS n)
) SELECT key, name FROM each LIMIT %s
"""


def names(kind: str, most: int = 300) -> list[tuple[str, str]]:
    """Topics or people by name, with their keys: one step in the index for each, however many articles they have."""
    with connection.cursor() as cursor:
        cursor.execute(NAMES, [kind, kind, most])
        return sorted(
            filter(lambda row: _has_page(row[0]), cursor.fetchall()), key=lambda row: (str(row[1]).lower(), row[0])
        )


MONTHS = """
SELECT extract(year FROM month)::int, extract(month FROM month)::int, number FROM (
    SELECT min(published_at) AT TIME ZONE %(zone)s AS first, max(published_at) AT TIME ZONE %(zone)s AS last
    FROM articles_foundarticle
) AS ends, generate_series(date_trunc('month', first), date_trunc('month', last), interval '1 month') AS month, LATERAL (
    SELECT count(*) AS number FROM articles_foundarticle WHERE published_at >= month AT TIME ZONE %(zone)s
        AND published_at < (month + interval '1 month') AT TIME ZONE %(zone)s
) AS counted WHERE number > 0 ORDER BY month DESC
"""
# One range of the index for each month, read once: to ask each row for its month takes several times as long.


def months() -> list[tuple[int, list[tuple[int, int]]]]:
    """Years with their months and how many articles each has, newest first, in the site's own time."""
    with connection.cursor() as cursor:
        cursor.execute(MONTHS, {"zone": settings.TIME_ZONE})
        found: dict[int, list[tuple[int, int]]] = {}
        for year, month, number in cursor.fetchall():
            found.setdefault(year, []).append((month, number))
    return list(found.items())


def span(year: int, month: int | None = None) -> tuple[datetime, datetime]:
    """From the first moment of a year or month to that of the next. Raises ValueError beyond the calendar."""
    zone = ZoneInfo(settings.TIME_ZONE)
    if month is None:
        return datetime(year, 1, 1, tzinfo=zone), datetime(year + 1, 1, 1, tzinfo=zone)
    end = (year + 1, 1) if month == 12 else (year, month + 1)
    return datetime(year, month, 1, tzinfo=zone), datetime(*end, 1, tzinfo=zone)
