"""Fields drawn without a template for each: a desk has some sixty, and its forms were an eighth of its time."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from django import forms
from django.utils.safestring import SafeString, mark_safe

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
        drawn = _select(widget)
    elif template_name == TEXTAREA:
        drawn = (
            f"<textarea name={_quoted(widget['name'])}{_attributes(widget)}>\n{_said(widget['value'] or '')}</textarea>"
        )
    else:
        told = "" if widget["value"] is None else f" value={_quoted(widget['value'])}"
        drawn = f"<input type={_quoted(widget['type'])} name={_quoted(widget['name'])}{told}{_attributes(widget)}>"
    return mark_safe(drawn)  # noqa: S308  each value went through _said


def _select(widget: Mapping[str, Any]) -> str:
    drawn = []
    for group, options, _ in widget["optgroups"]:
        listed = "".join(
            f"<option value={_quoted(row['value'])}{_attributes(row)}>{_said(row['label'])}</option>" for row in options
        )
        drawn.append(f"<optgroup label={_quoted(group)}>{listed}</optgroup>" if group else listed)
    return f"<select name={_quoted(widget['name'])}{_attributes(widget)}>{''.join(drawn)}</select>"


def _attributes(widget: Mapping[str, Any]) -> str:
    """As django/forms/widgets/attrs.html has them: True is the name alone, False nothing."""
    given = [(name, value) for name, value in widget["attrs"].items() if value is not False]
    return "".join(f" {_said(name)}" if value is True else f" {_said(name)}={_quoted(value)}" for name, value in given)


def _quoted(value: object) -> str:
    return f'"{_said(value)}"'


def _said(value: object) -> str:
    """Escaped, unless it is markup already, as in a template."""
    return str(value) if hasattr(value, "__html__") else escape(str(value))
