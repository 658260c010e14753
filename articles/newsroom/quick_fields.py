"""Fields drawn without a template for each: a desk has some sixty, and its forms were an eighth of its time."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

BASE = "django/forms/widgets/"
INPUTS = frozenset(f"{BASE}{name}.html" for name in ("checkbox", "date", "datetime", "hidden", "number", "text"))
TEXTAREA, SELECT = f"{BASE}textarea.html", f"{BASE}select.html"


def quickly(widget: forms.Widget) -> None:
    """Lets the widget draw itself as Django's template of that name would. One that draws itself otherwise stays."""
    own: Any = widget
    its_class, theirs = (getattr(kind, "_render", None) for kind in (type(widget), forms.Widget))
    if its_class is theirs and own.template_name in (*INPUTS, TEXTAREA, SELECT):
        own._render = _draw


def _draw(template_name: str, context: Mapping[str, Any], renderer: object = None) -> SafeString:
    widget = context["widget"]
    if template_name == SELECT:
        return _select(widget)
    if template_name == TEXTAREA:
        value = widget["value"] or ""
        return format_html('<textarea name="{}"{}>\n{}</textarea>', widget["name"], _attributes(widget), value)
    value = widget["value"]
    told = "" if value is None else format_html(' value="{}"', value)
    return format_html('<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], told, _attributes(widget))


def _select(widget: Mapping[str, Any]) -> SafeString:
    drawn = []
    for group, options, _ in widget["optgroups"]:
        rows = ((row["value"], _attributes(row), row["label"]) for row in options)
        listed = format_html_join("", '<option value="{}"{}>{}</option>', rows)
        drawn.append(format_html('<optgroup label="{}">{}</optgroup>', group, listed) if group else listed)
    inside = format_html_join("", "{}", ((part,) for part in drawn))
    return format_html('<select name="{}"{}>{}</select>', widget["name"], _attributes(widget), inside)


def _attributes(widget: Mapping[str, Any]) -> SafeString:
    """As django/forms/widgets/attrs.html has them: True is the name alone, False nothing."""
    given = [(name, value) for name, value in widget["attrs"].items() if value is not False]
    return format_html_join(
        "", "{}", ((format_html(" {}" if value is True else ' {}="{}"', name, value),) for name, value in given)
    )
