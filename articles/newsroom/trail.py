"""The way to a newsroom page, for its head and its title. Places are called what the menu calls them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django import template

register = template.Library()

HOME = "Newsroom"


class Place(NamedTuple):
    """A step of the way; `link` is "" where one stands, and where this person may not go."""

    name: str
    link: str


def way(context: Mapping[str, Any]) -> list[Place]:
    """From the place of the menu to the page itself, last. `context` is that of a page of the admin or of ours."""
    found = [_place(item) for item in _items(context) if item["active"]][:1]
    names = [str(context.get(name) or "").strip() for name in ("subtitle", "title")]
    if context.get("cl") is not None and found:  # a list is its place; Django calls it "Select … to change"
        names = []
    elif _is_row(context.get("original")):  # a row is called by its name; Django says "Change …" before it
        names = [names[0] or str(context["original"])]
    found += [Place(name, "") for name in names if name and name not in (place.name for place in found)]
    return [*found[:-1], Place(found[-1].name, "")] if found else [Place(HOME, "")]


def _items(context: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [item for group in context.get("sidebar_navigation") or () for item in group["items"]]


def _place(item: Mapping[str, Any]) -> Place:
    return Place(str(item["title"]), str(item["link"]) if item.get("has_permission") else "")


def _is_row(original: object) -> bool:
    return original is not None and not isinstance(original, str)


@register.simple_tag(takes_context=True)
def trail(context: Mapping[str, Any]) -> list[Place]:
    return way(context)


@register.simple_tag(takes_context=True)
def page_title(context: Mapping[str, Any]) -> str:
    """For the browser's title: the page itself first, as tabs show little more."""
    return " | ".join([*(place.name for place in reversed(way(context))), str(context.get("site_title") or "Citewell")])
