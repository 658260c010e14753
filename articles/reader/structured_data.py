"""What search engines and reference managers are told, only where it is true of the published revision."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from articles.models.policy import PolicyPage
from articles.reader.amendments import CORRECTING, Entry
from articles.reader.pages import LONG_LIST, Page
from articles.reader.work_facts import Work
from articles.rendering.addresses import absolute

_ID = "/#publisher"
_ESCAPES = {
    ord("<"): "\\u003C",
    ord(">"): "\\u003E",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def as_script(data: Mapping[str, Any] | Sequence[Mapping[str, Any]]) -> SafeString:
    """A JSON-LD element; nothing in it can end the element or begin another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308


def medical_web_page(
    page: Page,
    url: str,
    published: str,
    updated: str,
    *,
    record: Sequence[Entry] = (),
    version: int = 1,
    image: str = "",
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
        "image": [page.lead.as_data(), image] if page.lead else image,
        "publisher": _publisher(),
        "publishingPrinciples": _policy(PolicyPage.EDITORIAL),
        "about": [{"@type": "Thing", "name": row.get("name", "")} for row in page.topics],
        "citation": _citations(page.references),
        "version": version,
        "correction": [_correction(entry, url) for entry in record if entry.kind in CORRECTING],
    }
    if page.reviewed and page.dates.reviewed_on:
        data["reviewedBy"] = [_person(row) for row in page.reviewers]
        data["lastReviewed"] = page.dates.reviewed_on.isoformat()
    return {name: value for name, value in data.items() if value not in ("", [], None)}


def front() -> list[dict[str, Any]]:
    """schema.org WebSite with its search, and the Organization that publishes it with what it says of itself."""
    found = f"{absolute(reverse('articles:search'))}?q={{words}}"
    site = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": settings.SITE_NAME,
        "url": absolute("/"),
        "description": settings.SITE_TAGLINE,
        "inLanguage": "en",
        "publisher": {"@id": absolute(_ID)},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": found},
            "query-input": "required name=words",
        },
    }
    return [site, {"@context": "https://schema.org", "@id": absolute(_ID), **_publisher(), **_principles()}]


def topic(name: str, description: str, url: str, titles: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """schema.org CollectionPage of articles, as pairs of title and address."""
    rows = [
        {"@type": "ListItem", "position": place, "name": title, "url": address}
        for place, (title, address) in enumerate(titles, 1)
    ]
    return _collection("CollectionPage", name, description, url) | {
        "about": {"@type": "Thing", "name": name},
        "mainEntity": {"@type": "ItemList", "itemListElement": rows},
    }


def profile(row: Mapping[str, Any], url: str) -> dict[str, Any]:
    """schema.org ProfilePage of a person, with the names that a revision has for what is known of them."""
    return _collection("ProfilePage", str(row["name"]), "", url) | {"mainEntity": _person(row)}


def _collection(kind: str, name: str, description: str, url: str) -> dict[str, Any]:
    data = {
        "@context": "https://schema.org",
        "@type": kind,
        "name": name,
        "description": description,
        "url": url,
        "inLanguage": "en",
        "isPartOf": {"@type": "WebSite", "name": settings.SITE_NAME, "url": absolute("/")},
    }
    return {key: value for key, value in data.items() if value}


def _publisher() -> dict[str, Any]:
    logo = absolute(static("img/touch-icon.png"))
    return {
        "@type": "Organization",
        "name": settings.PUBLISHER_NAME,
        "url": absolute("/"),
        "logo": {"@type": "ImageObject", "url": logo, "width": 180, "height": 180},
    }


def _principles() -> dict[str, str]:
    return {
        "publishingPrinciples": _policy(PolicyPage.EDITORIAL),
        "correctionsPolicy": _policy(PolicyPage.CORRECTIONS),
        "ownershipFundingInfo": _policy(PolicyPage.ADVERTISING),
    }


def _policy(page: str) -> str:
    return absolute(reverse("articles:policy", args=[page]))


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


def _citations(works: Sequence[Work]) -> list[dict[str, Any]]:
    """Each work; in a long list those with a DOI by it alone, as the register behind it has the rest: whole, 60 works
    would be a quarter of the page."""
    brief = len(works) > LONG_LIST
    return [_brief(work) if brief and work.doi else _work(work) for work in works]


def _brief(work: Work) -> dict[str, Any]:
    if not work.alarm:
        return {"@id": work.url}
    return {"@type": "CreativeWork", "@id": work.url, "name": work.title, "creativeWorkStatus": work.status_words}


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


def _identifier(work: Work) -> str:
    """The DOI with the name of its register before it: a third of the bytes of a PropertyValue, for 60 works 6 kB."""
    doi = next((url.removeprefix("https://doi.org/") for name, url in work.links if name == "DOI"), "")
    return f"doi:{doi}" if doi else ""
