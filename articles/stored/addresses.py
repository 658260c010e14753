"""Which public addresses are kept, and what each depends on besides what it links to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from urllib.parse import parse_qsl

from django.conf import settings

LONGEST = 300
"""Characters of an address that is kept; a longer one has no page."""

NEVER = ("/admin/", "/static/", "/media/", "/api/", "/healthz")
"""Where no page for readers lies, so that nobody looks for one."""

_CAMPAIGN = re.compile(r"utm_\w{1,20}|fbclid|gclid|msclkid|mc_[ce]id|ref")
"""What newsletters and networks put behind an address; it changes nothing of the page."""

Keys = Callable[[Mapping[str, str]], Iterable[str]]


def _lists(_: Mapping[str, str]) -> list[str]:
    return ["lists"]


def _nothing(_: Mapping[str, str]) -> list[str]:
    return []


def _part(name: str, argument: str = "slug") -> Keys:
    """Of a list of the articles that have this topic, person or work, and of what is said of it above."""
    return lambda found: [f"{name}:{found[argument]}", f"in:{name}:{found[argument]}"]


KINDS: Mapping[str, Keys] = {
    "article": lambda found: [f"article:{found['slug']}"],
    "notes": lambda found: [f"article:{found['slug']}"],
    "references": lambda found: [f"article:{found['slug']}"],
    "card": lambda found: [f"article:{found['slug']}"],
    "versions": lambda found: [f"article:{found['slug']}"],
    "corrections": lambda _: ["corrections"],
    "list": _lists,
    "topic": _part("topic"),
    "contributor": _part("person"),
    "work": _part("work", "pk"),
    "topics": _lists,
    "people": _lists,
    "archive": _lists,
    "year": _lists,
    "month": _lists,
    "grading": _nothing,
    "how": lambda _: ["policies"],
    "policy": lambda found: [f"policy:{found['page']}"],
    "policy_version": lambda found: [f"policy:{found['page']}"],
    "figures": lambda _: ["lists", "corrections"],
    "feed": _lists,
    "feed_atom": _lists,
    "feed_json": _lists,
    "sitemap": _lists,
    "sitemap_pages": _lists,
    "sitemap_articles": _lists,
}
"""By the name of the address. One that is not here is rendered each time."""

OF_ONE_ARTICLE = frozenset(("article", "notes", "references"))
"""Kinds that are made of one live revision and of the works it lists."""

BY_THE_DAY = frozenset(("figures",))
"""Kinds that show how long something is ago: rendered anew when the day ends."""

_LINK = re.compile(r"/(articles|topics|people|works)/([-\w]{1,120})/", re.ASCII)
_KEY = {"articles": "article", "topics": "topic", "people": "person", "works": "work"}


def address_of(path: str, query: str) -> str | None:
    """What a page is kept under; None where the query asks for something else than the page as it stands."""
    if len(path) > LONGEST or path.startswith(NEVER):
        return None
    if query:
        try:
            asked = parse_qsl(query, keep_blank_values=True, max_num_fields=20)
        except ValueError:
            return None
        if not all(_CAMPAIGN.fullmatch(name) for name, _ in asked):
            return None
    return path


def linked_keys(text: str) -> set[str]:
    """What a page links to on this site: should its name or address change, or should it go, the page changes too."""
    found = set()
    for quote in re.finditer(rf"(?:[\"'>]|{re.escape(settings.SITE_URL)})(?=/)", text):
        if link := _LINK.match(text, quote.end()):
            found.add(f"{_KEY[link[1]]}:{link[2]}")
    return found
