"""Where works of the library are used: in drafts, claims, open flags and revisions. Each answer is one query."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from articles.models import Article
from articles.newsroom.work_uses_sql import USES, cited_by
from articles.rendering.body import LEVEL_WORDS
from citations.models import Citation, Status
from citations.services.retraction_watch import status_of
from evidence.flags.catalogue import FLAGS

PER_PAGE = 20
"""Articles on one page [house]."""
EACH = 10
"""Sentences, flags and revisions of one article that are listed beside other articles [house]."""
WORKS_PER_PAGE = 50
"""Works on one page of the list of all that are used [house]."""
EACH_ALONE = 2000
"""The same where one article is asked for alone; more than any article has sentences [house]."""
HOW = {
    "marker": "cited there",
    "named": "named there",
    "inherited": "named in the sentence before",
    "covered": "cited at the end of the passage",
    "link": "linked there",
    "note": "cited in a note",
    "editor": "tied by hand",
}
"""How a sentence was tied to a work, in words for editors."""


@dataclass(frozen=True, slots=True)
class WorkStatus:
    """How a work stands, as people may be told it."""

    status: str
    label: str
    checked: date | None
    sources: str


@dataclass(frozen=True, slots=True)
class OpenFlag:
    pk: int
    title: str
    severity: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A current sentence of the draft that stands on the work."""

    text: str
    is_claim: bool
    level: str
    how: str
    flags: tuple[OpenFlag, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A revision that lists the work; `live` is the one that readers see."""

    pk: int
    number: int
    live: bool
    published: date | None


@dataclass(frozen=True, slots=True)
class Use:
    """One article that uses the work. `key` and `number` are those of the draft; "" and None where it dropped it."""

    pk: int
    title: str
    slug: str
    status: str
    status_label: str
    key: str
    number: int | None
    public: bool
    on_page: bool
    live_number: int | None
    sentences: tuple[Sentence, ...]
    more_sentences: int
    flags: tuple[OpenFlag, ...]
    more_flags: int
    revisions: tuple[Listing, ...]
    more_revisions: int

    @property
    def has_more(self) -> bool:
        return bool(self.more_sentences or self.more_flags or self.more_revisions)


@dataclass(frozen=True, slots=True)
class Uses:
    """A work, how often it is used in all, and one page of the articles that use it."""

    work: Citation
    status: WorkStatus
    totals: Mapping[str, int]
    articles: tuple[Use, ...]


def uses_of(work_id: int, *, page: int = 1, article_id: int | None = None) -> Uses | None:
    """Where a work is used, live pages first, or its use in one article whole; None where there is no such work.

    Revisions that list a record merged into the work count as its own. One query.
    """
    alone = article_id is not None
    asked = {
        "work": work_id,
        "article": article_id,
        "articles": PER_PAGE,
        "before": 0 if alone else (page - 1) * PER_PAGE,
        "each": EACH_ALONE if alone else EACH,
    }
    work: Any = next(iter(Citation.objects.raw(USES, asked)), None)
    if work is None:
        return None
    return Uses(work, status_in_words(work), json.loads(work.totals), tuple(_uses(json.loads(work.uses or "[]"))))


@dataclass(frozen=True, slots=True)
class Cited:
    """One work that articles stand on, with its counts: articles in all, drafts, live pages, claims, open flags."""

    work: Any
    status: WorkStatus


def cited_works(
    *, order: str = "articles", page: int = 1, live: bool = False, status: str = "", design: str = ""
) -> tuple[int, list[Cited]]:
    """How many works drafts and live pages list in all, and one page of them, most used first; one query.

    `status` is as people are told it, `design` as recorded ("none" for works without); raises KeyError for an
    order not in ORDERS. Beyond the last page the number is 0.
    """
    asked = {
        "live": live,
        "design": {"": None, "none": ""}.get(design, design),
        "status": status or None,
        "rows": WORKS_PER_PAGE,
        "before": (page - 1) * WORKS_PER_PAGE,
    }
    rows: list[Any] = list(Citation.objects.raw(cited_by(order), asked))
    return (rows[0].found if rows else 0), [Cited(row, status_in_words(row)) for row in rows]


def status_in_words(work: Any) -> WorkStatus:
    """Of a work that came with `watched`, the day of the last whole list of notices."""
    status, checked, sources = status_of(work, work.watched)
    return WorkStatus(status, Status(status).label, checked, sources)


def _uses(rows: list[Mapping[str, Any]]) -> Iterator[Use]:
    for row in rows:
        yield Use(
            pk=row["pk"],
            title=row["title"],
            slug=row["slug"],
            status=row["status"],
            status_label=Article.Status(row["status"]).label,
            key=row["key"] or "",
            number=row["number"],
            public=row["public"],
            on_page=row["on_page"],
            live_number=row["live_number"],
            sentences=tuple(_sentence(one) for one in row["sentences"]),
            more_sentences=row["sentence_count"] - len(row["sentences"]),
            flags=tuple(_flag(one) for one in row["flags"]),
            more_flags=row["flag_count"] - len(row["flags"]),
            revisions=tuple(_listing(one) for one in row["revisions"]),
            more_revisions=row["revision_count"] - len(row["revisions"]),
        )


def _sentence(row: Mapping[str, Any]) -> Sentence:
    return Sentence(
        text=row["text"],
        is_claim=row["is_claim"],
        level=LEVEL_WORDS.get(row["level"], "") if row["is_claim"] and row["level"] != "none" else "",
        how=HOW.get(row["how"], row["how"]),
        flags=tuple(_flag(one) for one in row["flags"]),
    )


def _flag(row: Mapping[str, Any]) -> OpenFlag:
    code = row["code"]
    title = FLAGS[code].title if code in FLAGS else code
    return OpenFlag(row["pk"], title, row["severity"], row.get("message") or "")


def _listing(row: Mapping[str, Any]) -> Listing:
    published = datetime.fromisoformat(row["published"]).date() if row["published"] else None
    return Listing(row["pk"], row["number"], row["live"], published)
