"""The forms of the conversation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.contrib.auth.models import User

from articles.newsroom.calling import NoteInput
from articles.services.conversation.people import name_of


class DateInput(forms.DateInput):
    """A day, in the form that every browser sends."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d", attrs={"class": "day"})


class SayForm(forms.Form):
    """Something to say, whom to ask, and until when."""

    text = forms.CharField(
        label="What to say",
        max_length=5000,
        widget=NoteInput(rows=3),
        help_text="@name asks that person.",
        error_messages={
            "required": "Write something first.",
            "max_length": "That is too long: keep it under 5,000 characters, or say it in two.",
        },
    )
    asked = forms.ModelMultipleChoiceField(
        User.objects.none(), required=False, label="Ask", widget=forms.CheckboxSelectMultiple
    )
    due = forms.DateField(
        required=False,
        label="Answer due",
        widget=DateInput,
        error_messages={"invalid": "Give the day as 2026-12-24, or leave it empty."},
    )

    def __init__(self, *args: Any, people: Sequence[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelMultipleChoiceField[User]", self.fields["asked"])
        field.queryset = User.objects.filter(pk__in=[person.pk for person in people])
        field.choices = [(person.pk, f"{name_of(person)} (@{person.username})") for person in people]


class WordForm(forms.Form):
    """A word with which a thread is resolved."""

    note = forms.CharField(required=False, max_length=1000)


class DueForm(forms.Form):
    due = forms.DateField(required=False)
