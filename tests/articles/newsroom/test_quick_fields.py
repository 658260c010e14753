"""Fields of the desk are drawn as Django's own templates draw them."""

from __future__ import annotations

from typing import Any

import pytest
from django import forms
from django.test.html import parse_html

from articles.newsroom.quick_fields import quickly

CHOICES = [("", "Choose"), ("a", 'A "quoted" & <b>'), ("Group", [("b", "B"), ("c", "C")])]
NASTY = "<script>\"x\" & 'y'"


@pytest.mark.parametrize(
    ("widget", "value"),
    [
        (forms.TextInput({"class": "desk-input", "required": True, "disabled": False}), NASTY),
        (forms.TextInput({"title": NASTY}), None),
        (forms.NumberInput({"min": 0}), 0),
        (forms.HiddenInput(), "12"),
        (forms.DateInput({"type": "date"}), "2026-11-29"),
        (forms.CheckboxInput(), True),
        (forms.CheckboxInput(), False),
        (forms.Textarea({"rows": 1}), f"\n{NASTY}\n"),
        (forms.Textarea(), None),
        (forms.Select({"class": "wide"}, choices=CHOICES), "a"),
        (forms.Select(choices=CHOICES), NASTY),
        (forms.SelectMultiple(choices=CHOICES), ["b", "c"]),
    ],
)
def test_a_field_is_drawn_as_by_its_template(widget: forms.Widget, value: Any) -> None:
    given = ("name-1", value, {"id": "id_name"})
    before = widget.render(*given)
    quickly(widget)
    assert "_render" in vars(widget)
    assert parse_html(widget.render(*given)) == parse_html(before)


def test_a_text_that_begins_with_an_empty_line_keeps_it() -> None:
    widget = forms.Textarea()
    quickly(widget)
    assert ">\n\nWords</textarea>" in widget.render("body", "\nWords")


def test_a_field_that_draws_itself_is_left_alone() -> None:
    for widget in (forms.RadioSelect(choices=CHOICES), forms.ClearableFileInput(), forms.SelectDateWidget()):
        quickly(widget)
        assert "_render" not in vars(widget)
