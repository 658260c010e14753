"""What readers are told of a page: forms for taking it off, and for its public record."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from articles.models import Article
from articles.models.amendment import AFTERWARDS, TAKEN_OFF, AmendmentKind
from articles.newsroom.forms import ReasonForm


class WithdrawForm(ReasonForm):
    """Takes an article off, with a reason for the newsroom and words for the readers of its address."""

    kind = forms.ChoiceField(
        choices=(
            (AmendmentKind.WITHDRAWAL, "Withdrawal, for another reason"),
            (AmendmentKind.RETRACTION, "Retraction: do not rely on it"),
        ),
        widget=UnfoldAdminSelectWidget,
    )
    told = forms.CharField(
        min_length=10,
        max_length=2000,
        label="What readers are told",
        widget=UnfoldAdminTextareaWidget({"rows": 3}),
        help_text="Shown for ever at the article's address, in the list of corrections and in the feed.",
        error_messages={"required": "Tell readers why it is gone.", "min_length": "Tell readers why, in a few words."},
    )
    instead = forms.SlugField(
        required=False,
        max_length=120,
        label="Address of an article to read instead",
        widget=UnfoldAdminTextInputWidget,
        help_text="The last part of its address. May be left empty.",
    )
    field_order = ("kind", "told", "instead", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].label = "Reason for the newsroom"
        self.fields["reason"].help_text = "Readers do not see it."

    def clean_instead(self) -> Article | None:
        slug = self.cleaned_data["instead"]
        found = Article.objects.published().filter(slug=slug).first() if slug else None
        if slug and found is None:
            raise forms.ValidationError("There is no article on the site with this address.")
        return found


class AmendmentForm(forms.Form):
    """An entry of the public record without new words of the article."""

    kind = forms.ChoiceField(widget=UnfoldAdminSelectWidget)
    wrong = forms.CharField(
        required=False,
        max_length=2000,
        label="What was wrong",
        widget=UnfoldAdminTextareaWidget({"rows": 2}),
        help_text="Of a correction readers see this beside what is right now.",
    )
    right = forms.CharField(
        min_length=10,
        max_length=2000,
        label="What is right now, or what changed",
        widget=UnfoldAdminTextareaWidget({"rows": 3}),
        error_messages={"required": "Say what readers should know.", "min_length": "Say it in a few words."},
    )
    may_not_change = forms.BooleanField(
        label="I have read this again. It is shown at once and can never be changed or taken back.",
        error_messages={"required": "Read it again, then say so: it can never be changed or taken back."},
    )

    def __init__(self, *args: Any, public: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = AFTERWARDS if public else TAKEN_OFF
        cast("forms.ChoiceField", self.fields["kind"]).choices = [(kind, kind.label) for kind in kinds]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("kind") == AmendmentKind.CORRECTION and not said.get("wrong", "").strip():
            self.add_error("wrong", "Say what was wrong. Of a correction readers see both.")
        return said
