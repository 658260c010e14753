"""Published articles for the tests of public pages, made as a snapshot is, without the newsroom's workflow."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth.models import Group, User

from articles.models import Article, Revision
from articles.rendering.body import Mark, labels_of, render_body, support_of
from articles.services import log
from articles.services.public_record import amend
from evidence.flags.catalogue import FLAGS

WHEN = datetime(2026, 3, 3, 9, 0, tzinfo=UTC)

PERSON = {
    "name": "Ada Lind",
    "slug": "ada-lind",
    "role": "author",
    "credentials": "RD",
    "field": "dietetics",
    "employer": "City Clinic",
    "interests": "Competing interests: none declared.",
    "photo": "",
}
REVIEWER = {**PERSON, "name": "Ben Okafor", "slug": "ben-okafor", "role": "reviewer", "credentials": "MD"}


def work(number: int, **facts: Any) -> dict[str, Any]:
    """A row of a revision's citations."""
    return {
        "key": f"key{number}",
        "number": number,
        "authors": ["Abbasi B", "Kimiagar M"],
        "byline": "Abbasi and others",
        "title": f"A trial of something, part {number}",
        "year": 2012,
        "container": "Journal of Trials",
        "volume": "17",
        "issue": "12",
        "pages": "1161-9",
        "publisher": "",
        "doi": f"10.1000/part.{number}",
        "pmid": "",
        "pmcid": "",
        "url": "",
        "design": "rct",
        "design_label": "Randomised trial",
        "sample_size": 46,
        "species": "human",
        "funding": "",
        "status": "none-found",
        "status_checked": "2026-02-20",
        "status_sources": "Crossref",
        "used_in": [],
        "level": "moderate",
        "flags": [],
        **facts,
    }


def flag(code: str, state: str = "open", **facts: Any) -> dict[str, Any]:
    """A row of a revision's flags, with the words of the catalogue."""
    spec = FLAGS[code]
    return {
        "code": code,
        "title": spec.title,
        "severity": str(spec.severity),
        "state": state,
        "message": spec.advice,
        "reader": spec.reader,
        "standard": spec.standard,
        "decision": None,
        **facts,
    }


def claim(
    index: int, text: str, level: str = "moderate", flags: list[dict[str, Any]] | None = None, **facts: Any
) -> Any:
    """A row of a revision's claims."""
    flags = flags or []
    triples = [(row["code"], row["severity"], row["state"]) for row in flags]
    return {
        "index": index,
        "text": text,
        "is_claim": True,
        "kinds": ["efficacy"],
        "wording": "hedged",
        "level": level,
        "reasons": ["A randomised trial is a good design.", "46 people leave much room for chance."],
        "support": support_of(level, triples),
        "sources": [],
        "flags": flags,
        **facts,
    }


def snapshot(body: str = "", claims: list[Any] | None = None, **fields: Any) -> dict[str, Any]:
    """Everything of a revision but the people who made it; claims are found in the body by their text."""
    claims = claims or []
    citations = fields.get("citations", [])
    numbers = {row["key"]: row["number"] for row in citations}
    counts = {name: sum(row["support"] == name for row in claims) for name in ("supported", "weak", "none")}
    content = {
        "title": "Does magnesium help you sleep?",
        "standfirst": "Small trials point the same way.",
        "body": body,
        "html": render_body(body, marks(body, claims), numbers, commercial=fields.pop("commercial", ())),
        "contributors": [PERSON],
        "topics": [{"name": "Sleep", "slug": "sleep"}],
        "citations": citations,
        "disclosures": [],
        "claims": claims,
        "flags": [{**row, "sentence": one["index"], "reference": None} for one in claims for row in one["flags"]],
        "decisions": [],
        "summary": {"claims": len(claims), **counts, "flags": {"blocker": 0, "warning": 0, "note": 0}},
        "dates": {"evidence_to": "2026-01-15", "next_review": "2028-03-01", "reviewed_on": None},
        "advice_notice": True,
        "market": "US",
        "engine_version": "test",
        **fields,
    }
    text = json.dumps({name: content[name] for name in sorted(content)}, sort_keys=True)
    return {**content, "content_hash": hashlib.sha256(text.encode()).hexdigest()}


def marks(body: str, claims: list[Any]) -> list[Mark]:
    found, reach = [], 0
    for row in claims:
        start = body.find(row["text"], reach)
        if start >= 0:
            reach = start + len(row["text"])
            triples = [(one["code"], one["severity"], one["state"]) for one in row["flags"]]
            labels = labels_of(triples)
            found.append(Mark(row["index"], start, reach, row["support"], labels, bool(labels)))
    return found


def people() -> tuple[User, User]:
    """Somebody who writes and somebody else who approves."""
    writer, _ = User.objects.get_or_create(username="writer")
    approver, _ = User.objects.get_or_create(username="approver")
    approver.groups.set(Group.objects.filter(name="Medical reviewers"))
    return writer, approver


def approve(revision: Revision) -> None:
    """Puts the approval on the log, and the medical review: the database lets nothing go live without them."""
    by, article = revision.approved_by, revision.article
    if day := revision.dates.get("reviewed_on"):
        log.record(action="medically-reviewed", by=by, article=article, data={"reviewed_on": day})
    data = {"content_hash": revision.content_hash}
    for action in ("approved", "published"):
        log.record(action=action, by=by, article=article, revision=revision, data=data)


def take_off(article: Article, **values: Any) -> None:
    """Takes an article off the site as withdrawing does, with other columns where a test wants them."""
    log.record(action="withdrawn", by=None, article=article)
    live = article.live_revision
    amend(article=article, by=None, kind="withdrawal", before=live, after=None)
    Article.objects.filter(pk=article.pk).update(**{"status": "withdrawn", "live_revision": None} | values)


def publish(
    content: Mapping[str, Any] | None = None, *, slug: str = "magnesium", after_days: int = 0, **draft: Any
) -> Article:
    """An article whose live revision holds `content`; `draft` are columns of the working draft."""
    content = dict(content or snapshot())
    writer, approver = people()
    when = WHEN + timedelta(days=after_days)
    article = Article.objects.create(
        slug=slug, **{"title": "The draft's own title", "body": "The draft's own words.", **draft}
    )
    revision = Revision.objects.create(
        article=article,
        number=1,
        **content,
        created_by=writer,
        approved_by=approver,
        approved_at=when,
        published_at=when,
    )
    approve(revision)
    Article.objects.filter(pk=article.pk).update(
        live_revision=revision, status="published", published_at=when, updated_at=when
    )
    article.refresh_from_db()
    return article
