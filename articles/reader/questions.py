"""What readers ask of a search, out of the address: words and filters. What cannot be read is told, and left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.conf import settings
from django.http import HttpRequest

from articles.finding.search import Filters
from articles.models.found import Listed
from articles.rendering.body import LEVEL_WORDS

LONGEST = 200
KEPT = ("q", "topic", "person", "level", "from", "to")


@dataclass(frozen=True, slots=True)
class Question:
    """`words` as typed; `names` of the topic and person that it is narrowed to; `troubles` what could not be read."""

    words: str
    filters: Filters
    given: dict[str, str]
    names: dict[str, str] = field(default_factory=dict)
    troubles: tuple[str, ...] = ()
    after: str = ""

    @property
    def narrowed(self) -> bool:
        return self.filters != Filters()

    def address(self, **changes: str) -> str:
        """The same question as a query, with these parts otherwise ("" takes one away)."""
        parts = {**self.given, **changes}
        return urlencode({name: parts[name] for name in (*KEPT, "after") if parts.get(name)})


def question_of(request: HttpRequest) -> Question:
    """Asks the database once, for the names of a topic and a person."""
    given = {name: request.GET.get(name, "").replace("\0", "").strip()[:LONGEST] for name in KEPT}
    troubles: list[str] = []
    names = _names(given, troubles)
    since = _day(given, "from", troubles)
    until = _day(given, "to", troubles)
    if since and until and until < since:
        troubles.append("The last day comes before the first one, so nothing lies between them. Both were left out.")
        since = until = None
        given["from"] = given["to"] = ""
    if given["level"] and given["level"] not in LEVEL_WORDS:
        troubles.append(f"“{given['level']}” is no level of evidence. It was left out.")
        given["level"] = ""
    filters = Filters(
        topic=given["topic"],
        person=given["person"],
        level=given["level"],
        since=_moment(since),
        until=_moment(until, 1),
    )
    after = request.GET.get("after", "")[:60]
    return Question(given["q"], filters, given, names, tuple(troubles), after)


def _names(given: dict[str, str], troubles: list[str]) -> dict[str, str]:
    asked = {kind: given[kind] for kind in ("topic", "person") if given[kind]}
    found: dict[str, str] = {}
    if asked:
        rows = Listed.objects.filter(kind__in=asked, key__in=asked.values()).values_list("kind", "key", "name")
        held: dict[Any, str] = {(kind, key): name for kind, key, name in rows}
        for kind, key in asked.items():
            if (kind, key) in held:
                found[kind] = held[kind, key]
            else:
                troubles.append(f"No article on this site has the {kind} “{key}”. It was left out.")
                given[kind] = ""
    return found


def _day(given: dict[str, str], name: str, troubles: list[str]) -> date | None:
    if not given[name]:
        return None
    try:
        return date.fromisoformat(given[name])
    except ValueError:
        troubles.append(f"“{given[name]}” is no day. Write it as year, month and day: 2026-11-29. It was left out.")
        given[name] = ""
        return None


def _moment(day: date | None, later: int = 0) -> datetime | None:
    if day is None:
        return None
    try:
        return datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(settings.TIME_ZONE)) + timedelta(days=later)
    except OverflowError:
        return datetime.max.replace(tzinfo=UTC)
