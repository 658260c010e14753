"""Makes revisions: everything readers see of a draft, in one row that never changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from articles import assessments
from articles.models import Article, Revision
from articles.rendering.body import Mark, labels_of, render_body
from articles.services.revision_parts import Parts, read_parts

HASHED = (
    "title",
    "standfirst",
    "body",
    "html",
    "contributors",
    "topics",
    "citations",
    "disclosures",
    "claims",
    "flags",
    "decisions",
    "summary",
    "dates",
    "advice_notice",
    "market",
    "engine_version",
    "change_note",
)


@transaction.atomic
def snapshot(
    *,
    article: Article,
    by: User,
    approved_by: User | None = None,
    change_note: str = "",
    checklist: Sequence[Mapping[str, Any]] = (),
    rows: assessments.Rows | None = None,
) -> Revision:
    """A revision of the draft as it stands, with its flags in their present state.

    `by` made the draft (whoever submitted it); `approved_by` read it. The caller holds the article's lock; `rows` are
    those by which the gate let it pass in this very act.
    """
    rows = rows or assessments.Rows(article)
    parts = read_parts(article, rows)
    last = article.revisions.aggregate(last=Max("number"))["last"] or 0
    now = timezone.now()
    revision = Revision(
        article=article,
        number=last + 1,
        draft_version=article.version,
        title=article.title,
        standfirst=article.standfirst,
        body=article.body,
        html=_html(article, parts),
        contributors=parts.contributors,
        topics=parts.topics,
        citations=parts.citations,
        disclosures=parts.disclosures,
        claims=parts.claims,
        flags=parts.flags,
        decisions=parts.decisions,
        summary=parts.summary,
        dates={name: _iso(getattr(article, name)) for name in ("evidence_to", "next_review", "reviewed_on")},
        advice_notice=article.advice_notice,
        market=article.market,
        engine_version=article.assessed_engine,
        change_note=change_note,
        basis=assessments.basis_of(article, today=timezone.localdate(), rows=rows),
        checklist=list(checklist),
        created_by=by,
        approved_by=approved_by,
        approved_at=now if approved_by else None,
    )
    revision.content_hash = content_hash(revision)
    revision.save(force_insert=True)
    return revision


def content_hash(revision: Revision) -> str:
    """SHA-256 of what readers see, as canonical JSON; equal hashes are equal pages."""
    content = {name: getattr(revision, name) for name in HASHED}
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _html(article: Article, parts: Parts) -> str:
    marks = []
    for claim in parts.claims:
        start, end = parts.places[claim["index"]]
        triples = [(flag["code"], flag["severity"], flag["state"]) for flag in claim["flags"]]
        problem = any(severity in ("blocker", "warning") for _, severity, _ in triples)
        sources = tuple(source["number"] for source in claim["sources"])
        labels = labels_of(triples, level=claim["level"], support=claim["support"])
        marks.append(Mark(claim["index"], start, end, claim["support"], labels, problem, sources))
    numbers = {citation["key"]: citation["number"] for citation in parts.citations}
    return render_body(article.body, marks, numbers, commercial=parts.commercial)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
