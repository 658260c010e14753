"""A form that remembers what it was opened with, field by field, and the admin that goes with it.

Django's own `show_hidden_initial` sends what a field began with along with the form. A field that its editor left alone
keeps what stands in the database by now; one that somebody else changed too is shown again with both contents.
"""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.contrib import messages
from django.db import connection
from django.db.models import Manager, Model, QuerySet
from django.forms.boundfield import BoundField
from django.http import HttpRequest
from django.utils.functional import cached_property

SHOWN = 300
"""Letters of another's words that are told beside the field."""


class OpenedForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form of one row. `kept` names the fields, by label, in which another's change stays.

    What is sent without what it began with, as by a program, is taken as it is.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kept: list[str] = []
        if self.instance.pk and (not self.is_bound or any(str(key).startswith("initial-") for key in self.data)):
            for field in self.fields.values():
                field.show_hidden_initial = not field.disabled

    @cached_property
    def changed_data(self) -> list[str]:
        """Fields that whoever sends the form changed since it was opened. No upload leaves a file as it is."""
        return [name for name in super().changed_data if not self._is_left_alone(self[name])]

    def _is_left_alone(self, bound: BoundField) -> bool:
        """Whether no file was chosen, or browsers alone have changed the ends of lines."""
        if isinstance(bound.field, forms.FileField):
            return bound.data is None
        held = _began_with(bound) if bound.field.show_hidden_initial else bound.initial
        return isinstance(held, str) and isinstance(bound.data, str) and _plain(held) == _plain(bound.data)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for name, field in self.fields.items():
            if field.show_hidden_initial and hasattr(self.instance, name):
                self._settle(name, self[name])
        return cleaned

    def _settle(self, name: str, bound: BoundField) -> None:
        began = _began_with(bound)
        theirs = began is not None and _differs(bound.field, bound.initial, began)
        if name not in self.changed_data:
            value = getattr(self.instance, name)
            self.cleaned_data[name] = value.all() if isinstance(value, Manager) else value
            self.errors.pop(name, None)
            self.kept += [str(bound.label)] if theirs else []
        elif not theirs:
            return
        elif not isinstance(bound.field, forms.FileField) and not _differs(bound.field, bound.initial, bound.data):
            self.changed_data.remove(name)  # both wrote the same
        else:
            self.add_error(
                name,
                f"Somebody else changed this while the page was open. It now says: {_told(bound)}. "
                "Save again to put in its place what stands in the field.",
            )
            self._begin_anew(bound)

    def _begin_anew(self, bound: BoundField) -> None:
        """Who has read what another wrote may save over it."""
        sent: Any = self.data
        hidden, data = bound.field.hidden_widget(), sent.copy()
        value = bound.field.prepare_value(bound.initial)
        if isinstance(hidden, forms.MultiWidget):
            for number, part in enumerate(hidden.decompress(value) or ()):
                data[f"{bound.html_initial_name}_{number}"] = "" if part is None else str(part)
        elif isinstance(hidden, forms.MultipleHiddenInput):
            data.setlist(bound.html_initial_name, [str(one) for one in value or ()])
        else:
            data[bound.html_initial_name] = "" if value is None else str(value)
        self.data = data


def _began_with(bound: BoundField) -> Any:
    """What a field held when the form was opened, as it was sent; None where that was not sent."""
    hidden = bound.field.hidden_widget()
    sent = hidden.value_from_datadict(bound.form.data, bound.form.files, bound.html_initial_name)
    return [] if sent is None and isinstance(hidden, forms.MultipleHiddenInput) else sent


def _differs(field: forms.Field, stored: Any, sent: Any) -> bool:
    """Whether what stands in the database is something else than what was sent, line ends and outer spaces aside."""
    if isinstance(field, forms.FileField):
        return str(stored or "") != str(sent or "")
    if isinstance(stored, str) and isinstance(sent, str):
        return _plain(stored) != _plain(sent)
    return field.has_changed(stored, sent)


def _plain(words: str) -> str:
    return words.replace("\r\n", "\n").replace("\r", "\n").strip()


def _told(bound: BoundField) -> str:
    """What stands in the database, in words."""
    value = getattr(bound.form.instance, bound.name)  # type: ignore[attr-defined]
    shown = getattr(bound.form.instance, f"get_{bound.name}_display", None)  # type: ignore[attr-defined]
    if shown is not None:
        value = shown()
    elif isinstance(value, Manager):
        value = ", ".join(str(one) for one in value.all())
    elif isinstance(value, list):
        value = ", ".join(str(one) for one in value)
    elif isinstance(value, dict):
        value = json.dumps(value, ensure_ascii=False)
    elif isinstance(value, bool):
        value = "yes" if value else "no"
    words = " ".join(str("" if value is None else value).split())
    if not words:
        return "nothing"
    return f"“{words}”" if len(words) <= SHOWN else f"“{words[:SHOWN].rstrip()}…”"


class OpenedAdmin:
    """Mixed into an admin, before ModelAdmin: its row is held while it is saved, and what was put together is told."""

    form: Any = OpenedForm

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """Who saves at the same moment waits, and then meets what was saved."""
        admin: Any = super()
        found: Model | None = admin.get_object(request, object_id, from_field)
        if found is None or request.method != "POST" or not connection.in_atomic_block:
            return found
        rows: QuerySet[Any] = type(found)._default_manager.select_for_update(of=("self",))
        return admin.get_object(request, object_id, from_field) if rows.filter(pk=found.pk).first() else None

    def save_form(self, request: HttpRequest, form: Any, change: bool) -> Any:
        kept = getattr(form, "kept", ())
        if kept:
            fields = ", ".join(f"“{label}”" for label in kept)
            messages.info(request, f"Somebody else changed {fields} while the page was open. That was kept.")
        admin: Any = super()
        return admin.save_form(request, form, change)
