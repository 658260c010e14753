"""Revisions, works and entries of the public record as the maps that the API answers. No query."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse

from articles.models import Article, Revision
from articles.reader.amendments import entry_of
from articles.reader.pages import Snapshot, was_reviewed
from articles.reader.work_facts import as_date
from articles.reader.work_status import WorkStatus, brought_up
from articles.rendering.addresses import absolute
from articles.rendering.words import plain
from citations.models import Citation
from citations.services import exporting

Map = dict[str, Any]


def address(slug: str) -> str:
    return absolute(reverse("articles:article", args=[slug]))


def in_list(article: Article, revision: Revision) -> Map:
    dates, counts = revision.dates or {}, revision.summary or {}
    return {
        "slug": article.slug,
        "url": address(article.slug),
        "title": revision.title,
        "standfirst": revision.standfirst,
        "version": revision.number,
        "published": article.published_at,
        "updated": article.updated_at or article.published_at,
        "reviewed": as_date(dates.get("reviewed_on")) if was_reviewed(revision.contributors, dates) else None,
        "evidence_to": as_date(dates.get("evidence_to")),
        "authors": [str(row.get("name")) for row in revision.contributors if row.get("role") == "author"],
        "topics": [{"name": str(row.get("name")), "slug": str(row.get("slug"))} for row in revision.topics],
        "counts": {name: int(counts.get(name) or 0) for name in ("claims", "supported", "weak", "none")},
    }


def whole(article: Article, revision: Revision, now: Mapping[int, WorkStatus], record: Sequence[Map]) -> Map:
    snapshot = Snapshot(revision)
    works = {int(row.get("number") or 0): row.get("work") for row in snapshot.rows("citations")}
    return in_list(article, revision) | {
        "html": revision.html,
        "next_review": as_date((revision.dates or {}).get("next_review")),
        "people": [_person(row) for row in snapshot.rows("contributors")],
        "claims": [claim(row, article.slug, works) for row in snapshot.rows("claims") if row.get("is_claim")],
        "references": [_reference(row) for row in brought_up(snapshot.rows("citations"), now)],
        "disclosures": [
            {name: str(row.get(name) or "") for name in ("product", "tie", "statement")}
            for row in snapshot.rows("disclosures")
        ],
        "corrections": [correction(row, article.slug, revision.title) for row in record],
    }


def _person(row: Mapping[str, Any]) -> Map:
    slug = str(row.get("slug") or "")
    told = {
        name: str(row.get(name) or "") for name in ("name", "role", "credentials", "field", "employer", "interests")
    }
    return told | {"url": absolute(reverse("articles:contributor", args=[slug])) if slug else ""}


def claim(row: Mapping[str, Any], slug: str, works: Mapping[int, Any]) -> Map:
    index = int(row["index"])
    flags = [flag for flag in row.get("flags") or () if flag.get("state") in ("open", "accepted")]
    return {
        "id": f"{slug}#claim-{index}",
        "text": plain(str(row.get("text") or "")),
        "article": slug,
        "url": f"{address(slug)}#claim-{index}",
        "support": str(row.get("support") or "none"),
        "level": str(row.get("level") or "none"),
        "kinds": [str(kind) for kind in row.get("kinds") or ()],
        "reasons": [str(reason) for reason in row.get("reasons") or ()],
        "labels": [str(flag.get("reader")) for flag in flags if flag.get("reader")],
        "sources": [
            {
                "number": int(source["number"]),
                "work": works.get(int(source["number"])),
                "how": str(source.get("how") or ""),
            }
            for source in row.get("sources") or ()
            if source.get("number")
        ],
    }


def _reference(row: Mapping[str, Any]) -> Map:
    texts = ("title", "container", "doi", "pmid", "url", "design", "level")
    return {name: str(row.get(name) or "") for name in texts} | {
        "number": int(row.get("number") or 0),
        "work": row.get("work"),
        "authors": [str(name) for name in row.get("authors") or ()],
        "year": row.get("year") or None,
        "sample_size": row.get("sample_size"),
        "status": str(row.get("status") or "not-checked"),
        "status_checked": as_date(row.get("status_checked")),
    }


def work(one: Citation, status: str, checked: Any) -> Map:
    return {
        "id": one.pk,
        "title": one.title,
        "year": one.year,
        "container": one.container,
        "doi": one.doi or "",
        "pmid": one.pmid or "",
        "design": one.design,
        "sample_size": one.sample_size,
        "status": status,
        "status_checked": checked,
        "csl": exporting.for_readers(one),
    }


def correction(row: Mapping[str, Any], slug: str, title: str) -> Map:
    entry = entry_of(row)
    return {
        "id": entry.number,
        "kind": entry.kind,
        "at": entry.at,
        "wrong": entry.wrong,
        "right": entry.right,
        "by": entry.who,
        "article": slug,
        "title": title,
        "url": f"{address(slug)}#{entry.anchor}",
        "version_before": entry.before,
        "version_after": entry.after,
    }
