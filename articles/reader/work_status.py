"""How the works of a published page stand now. The revision never changes; what has become of its works since does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, Subquery

from articles.reader.work_facts import ALARMS, Work, as_date, is_dead
from citations.models import Citation, Notice, NoticeKind, NoticeList
from citations.services import merging
from citations.services.retraction_watch import status_of

_KINDS = {"retracted": NoticeKind.RETRACTION, "concern": NoticeKind.CONCERN}
_OF_LINKS = ("url", "archived_url", "link_dead", "link_check__former")
_TITLES = {
    "retracted": ("A source of this article has been retracted.", "Sources of this article have been retracted."),
    "concern": (
        "The publisher of a source of this article has expressed concern about it.",
        "The publishers of sources of this article have expressed concern about them.",
    ),
}


@dataclass(frozen=True, slots=True)
class WorkStatus:
    """How one work stands. `since` is the day of the notice itself, `fresh` says that the page was approved before.

    `link` is what has become of its address, where that is otherwise than the revision says.
    """

    status: str
    checked: date | None
    sources: str
    since: date | None = None
    fresh: bool = False
    link: Link | None = None

    @property
    def row(self) -> dict[str, Any]:
        """As the revision would have kept it."""
        checked = self.checked.isoformat() if self.checked else None
        row = {"status": self.status, "status_checked": checked, "status_sources": self.sources}
        return row | (self.link.row if self.link else {})


@dataclass(frozen=True, slots=True)
class Link:
    """Whether the address that a revision names is dead, the archived copy, and the address the work has instead."""

    dead: bool
    archived: str
    moved: str = ""

    @property
    def row(self) -> dict[str, Any]:
        return {"link_dead": self.dead, "archived_url": self.archived, "moved_url": self.moved}


@dataclass(frozen=True, slots=True)
class Alert:
    """What the page says above its text of works that were retracted or came under concern after it was approved."""

    title: str
    works: tuple[tuple[Work, date | None, date | None], ...]


def current_status(rows: Sequence[Mapping[str, Any]]) -> dict[int, WorkStatus]:
    """By number in the reference list, those works that stand otherwise than the revision says, or were asked since.

    Takes one query, and a second one only where a work was retracted or came under concern.
    """
    found = {}
    works = _Works(rows)
    for row in rows:
        work = works.of(row)
        if work is None:
            continue
        status, checked, sources = status_of(work, work.watched)
        before = str(row.get("status") or "not-checked")
        told = as_date(row.get("status_checked"))
        link = _link_now(row, work)
        # That nobody has asked of late does not undo what was found.
        if status == "not-checked" or (status, checked) == (before, told):
            if link is None:
                continue
            status, checked, sources = before, told, str(row.get("status_sources") or "")
        fresh = status in ALARMS and status != before
        since = works.since(work, status) if fresh else None
        found[int(row.get("number") or 0)] = WorkStatus(status, checked, sources, since, fresh, link)
    return found


def _link_now(row: Mapping[str, Any], work: Citation) -> Link | None:
    """What has become of the address that the revision names; None where that is what the revision says.

    An address that was given up because it was dead stays dead on this page, which then leads to the one that took
    its place.
    """
    url = str(row.get("url") or "")
    if not url:
        return None
    dead, moved = is_dead(row), ""
    if work.url == url:
        dead = work.link_dead
    elif hasattr(work, "link_check") and url in work.link_check.former:
        dead, moved = True, "" if work.link_dead else work.url
    before = Link(is_dead(row), str(row.get("archived_url") or ""))
    now = Link(dead, work.archived_url, moved)
    # A copy matters to readers of a dead address alone; pages are not fetched anew for what they do not show.
    return None if now == before or not (now.dead or before.dead) else now


class _Works:
    """The records behind the rows: by number, or by identifier where a record was merged or is older than numbers."""

    def __init__(self, rows: Sequence[Mapping[str, Any]]) -> None:
        ids, dois, pmids = ({row.get(name) for row in rows} - {None, ""} for name in ("work", "doi", "pmid"))
        ids = {value for value in ids if isinstance(value, int)}
        lists = NoticeList.objects.filter(complete=True)
        works = (
            Citation.objects.annotate(watched=Subquery(lists.values("as_of")[:1]))
            .select_related("link_check")
            .only("doi", "pmid", "status", "status_checked", "status_sources", *_OF_LINKS)
        )
        self._by: dict[tuple[str, Any], Any] = {}
        for work in works.filter(Q(pk__in=ids) | Q(doi__in=dois) | Q(pmid__in=pmids)) if rows else ():
            self._by |= {("work", work.pk): work}
            self._by |= {(name, getattr(work, name)): work for name in ("doi", "pmid") if getattr(work, name)}
        if gone := [row["work"] for row in rows if row.get("work") in ids and self.of(row) is None]:
            self._by |= {("work", pk): work for pk, work in merging.followed(gone, works).items()}
        self._days: dict[tuple[str, str, str], date] | None = None

    def of(self, row: Mapping[str, Any]) -> Any:
        keys = ((name, row.get(name)) for name in ("work", "doi", "pmid"))
        return next((self._by[key] for key in keys if key[1] and key in self._by), None)

    def since(self, work: Any, status: str) -> date | None:
        """The day of the first notice of this kind; None where no notice with a day is held."""
        if self._days is None:
            self._days = self._read_days()
        days = [self._days.get((name, getattr(work, name) or "", _KINDS[status])) for name in ("doi", "pmid")]
        return min(filter(None, days), default=None)

    def _read_days(self) -> dict[tuple[str, str, str], date]:
        grave = [work for work in self._by.values() if work.status in ALARMS]
        dois, pmids = ({getattr(work, name) for work in grave} - {None, ""} for name in ("doi", "pmid"))
        # Each half says what its partial index says, so that the index is used.
        about = (Q(doi__in=dois) & ~Q(doi="")) | (Q(pmid__in=pmids) & ~Q(pmid=""))
        days: dict[tuple[str, str, str], date] = {}
        notices = Notice.objects.filter(about, kind__in=_KINDS.values(), published_on__isnull=False)
        for notice in notices.order_by("-published_on").only("doi", "pmid", "kind", "published_on"):
            for name, value in (("doi", notice.doi), ("pmid", notice.pmid)):
                if value and notice.published_on:
                    days[name, value, notice.kind] = notice.published_on  # the first one comes last
        return days


def brought_up(rows: Iterable[Mapping[str, Any]], now: Mapping[int, WorkStatus]) -> list[Mapping[str, Any]]:
    """The rows of a revision's works, with how they stand now."""
    return [{**row, **now[number].row} if (number := int(row.get("number") or 0)) in now else row for row in rows]


def alerts_of(works: Sequence[Work], now: Mapping[int, WorkStatus]) -> tuple[Alert, ...]:
    """Retractions first, then concerns; each work with the day of the notice, or else the day it was found."""
    alerts = []
    for status, titles in _TITLES.items():
        affected = [work for work in works if (one := now.get(work.number)) and one.fresh and one.status == status]
        listed = tuple((work, now[work.number].since, now[work.number].checked) for work in affected)
        if listed:
            alerts.append(Alert(titles[len(listed) > 1], listed))
    return tuple(alerts)
