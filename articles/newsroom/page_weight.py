"""Keeps the desk light: it is opened, and opened again, all day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import HttpResponse

from articles.newsroom.quick_fields import quickly

SCRIPTED = ("v", "admin-autocomplete", "unfold-admin-autocomplete", "datetimeshortcuts", "markdownx-editor")
"""Beginnings of the classes by which scripts of the admin know their fields; the others are looks."""
_BETWEEN = re.compile(rb">[ \t\r]*\n[ \t\r\n]*<(?!/textarea)")
_INDENTED = re.compile(rb"[ \t\r]*\n[ \t\r\n]*")


def plain_fields(fields: Iterable[forms.Field]) -> None:
    """Fields as Django draws them, without the theme's frames, menus and classes: a kilobyte for each.

    desk.css knows them by `desk-input`.
    """
    for field in fields:
        field.widget = getattr(field.widget, "widget", field.widget)  # the frame with add, change and view
        widget: Any = field.widget
        plain: Any = next((kind for kind in type(widget).__mro__ if kind.__module__.startswith("django.forms")), None)
        if plain is not None and widget.template_name.startswith("unfold/"):
            widget.template_name = plain.template_name
        quickly(widget)
        if "class" in widget.attrs:
            kept = [name for name in widget.attrs["class"].split() if name.startswith(SCRIPTED)]
            widget.attrs["class"] = " ".join([*kept, "desk-input"])


def tighten(response: HttpResponse) -> None:
    """Takes the indentation out of a rendered page, a seventh of its weight.

    Within <main> stand texts that people wrote: there only what lies between tags goes.
    """
    before, main, rest = response.content.partition(b"<main")
    within, end, after = rest.partition(b"</main>")
    frame, foot = (_INDENTED.sub(b"\n", part) for part in (before, after))
    response.content = b"".join((frame, main, _BETWEEN.sub(b">\n<", within), end, foot))
