"""What search engines and reference managers are told, only where it is true of the published revision."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles.reader.amendments import CORRECTING, Entry
from articles.reader.pages import Page
from articles.reader.work_facts import Work
from articles.rendering.addresses import absolute

_ESCAPES = {
    ord("<"): "\\u003C",
    ord(">"): "\\u003E",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def as_script(data: Mapping[str, Any]) -> SafeString:
    """A JSON-LD element; nothing in it can end the element or begin another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308


def medical_web_page(
    page: Page, url: str, published: str, updated: str, *, record: Sequence[Entry] = (), version: int = 1
) -> dict[str, Any]:
    """schema.org MedicalWebPage. `reviewedBy` and `lastReviewed` stand only together: a person and a day."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "MedicalWebPage",
        "headline": page.title,
        "name": page.title,
        "description": page.standfirst,
        "url": url,
        "mainEntityOfPage": url,
        "inLanguage": "en",
        "isAccessibleForFree": True,
        "datePublished": published,
        "dateModified": updated or published,
        "author": [_person(row) for row in page.authors],
        "publisher": {"@type": "Organization", "name": settings.PUBLISHER_NAME, "url": settings.SITE_URL},
        "publishingPrinciples": absolute(reverse("articles:grading")),
        "about": [{"@type": "Thing", "name": row.get("name", "")} for row in page.topics],
        "citation": [_work(work) for work in page.references],
        "version": version,
        "correction": [_correction(entry, url) for entry in record if entry.kind in CORRECTING],
    }
    if page.reviewed and page.dates.reviewed_on:
        data["reviewedBy"] = [_person(row) for row in page.reviewers]
        data["lastReviewed"] = page.dates.reviewed_on.isoformat()
    return {name: value for name, value in data.items() if value not in ("", [], None)}


def _correction(entry: Entry, url: str) -> dict[str, Any]:
    """schema.org CorrectionComment."""
    return {
        "@type": "CorrectionComment",
        "text": entry.text,
        "datePublished": entry.at.isoformat(),
        "url": f"{url}#{entry.anchor}",
    }


def _person(row: Mapping[str, Any]) -> dict[str, Any]:
    person = {
        "@type": "Person",
        "name": row.get("name", ""),
        "honorificSuffix": row.get("credentials", ""),
        "knowsAbout": row.get("field", ""),
        "url": absolute(reverse("articles:contributor", args=[row["slug"]])) if row.get("slug") else "",
    }
    if row.get("employer"):
        person["affiliation"] = {"@type": "Organization", "name": row["employer"]}
    return {name: value for name, value in person.items() if value}


def _work(work: Work) -> dict[str, Any]:
    data = {
        "@type": "CreativeWork",
        "name": work.title,
        "author": [{"@type": "Person", "name": name} for name in work.authors],
        "datePublished": work.year if work.year.isdigit() else "",
        "url": work.url,
        "identifier": _identifier(work),
        "creativeWorkStatus": work.status_words if work.alarm else "",
    }
    return {name: value for name, value in data.items() if value}


def _identifier(work: Work) -> Any:
    """The DOI as schema.org wants identifiers of a register: with the name of the register."""
    doi = next((url.removeprefix("https://doi.org/") for name, url in work.links if name == "DOI"), "")
    return {"@type": "PropertyValue", "propertyID": "DOI", "value": doi} if doi else ""
