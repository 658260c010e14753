"""The forms of the newsroom."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.contrib.auth.models import User
from django.template.loader import render_to_string
from django.utils import timezone
from markdownx.fields import MarkdownxFormField
from markdownx.widgets import MarkdownxWidget
from unfold.widgets import (
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from articles.models import Article, ArticleCitation, Contributor
from articles.models.amendment import AmendmentKind
from articles.models.claim import ASKING, Verdict
from articles.newsroom.calling import NoteInput
from articles.newsroom.page_weight import plain_fields
from articles.services.conversation.people import holders, name_of
from articles.services.uploads import ImageRefused, clean_image
from editing.opened_forms import OpenedForm

MOST_OFFERED = 30
"""People to choose from beside a button; anybody else is called by name."""


class MarkdownWidget(MarkdownxWidget):  # type: ignore[misc]
    """The django-markdownx textarea, over which the desk lays its editor; the preview knows the article's citations.

    Scripts of the desk do what markdownx's own did: it asked for a preview at every word, whether one was seen or not.
    """

    article_id: int | None = None

    class Media:
        extend = False

    def _render(self, template_name: str, context: dict[str, Any], renderer: Any = None) -> str:
        """Form templates of the project are not among those that Django's own form renderer finds."""
        area = super()._render("django/forms/widgets/textarea.html", context, renderer)
        return render_to_string("newsroom/markdown_widget.html", {**context, "textarea": area})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(name, value, attrs)
        given = context["widget"]["attrs"]
        given["class"] = "markdownx-editor"
        given["spellcheck"] = "true"
        if self.article_id:
            given["data-markdownx-urls-path"] += f"?article={self.article_id}"
        context["preview_url"] = given["data-markdownx-urls-path"]
        return context


class ArticleForm(forms.ModelForm):  # type: ignore[type-arg]
    """The draft. A save made on an older version is sent back with the person's own words still in it."""

    body = MarkdownxFormField(
        widget=MarkdownWidget,
        required=False,
        strip=False,
        label="Text",
        help_text="Markdown. Cite with [@key], [1] or a footnote; the keys stand among the works below.",
    )
    expected_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Article
        fields = "__all__"  # noqa: DJ007  the admin names the fields in its fieldsets

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["expected_version"].initial = self.instance.version
            if "body" in self.fields:
                self.fields["body"].widget.article_id = self.instance.pk
        if self.instance.published_at and "slug" in self.fields:
            self.fields["slug"].disabled = True
            self.fields["slug"].help_text = "Readers know the article by this address, so it stays as it is."
        if "standfirst" in self.fields:
            self.fields["standfirst"].widget.attrs |= {"rows": 1, "placeholder": "Standfirst: one or two sentences"}
        if "title" in self.fields:
            # A long title is read before it is written: it may take two lines on the screen, and stays one line.
            self.fields["title"].widget = forms.Textarea({"rows": 1, "placeholder": "Title", "maxlength": 250})
            self.fields["title"].widget.attrs |= {} if self.instance.pk else {"autofocus": True}
        plain_fields(self.fields.values())

    def clean_title(self) -> str:
        return " ".join(str(self.cleaned_data["title"]).split())

    def clean_body(self) -> str:
        """Browsers send CR LF; offsets of sentences count plain line ends."""
        return str(self.cleaned_data["body"]).replace("\r\n", "\n").replace("\r", "\n")

    def clean(self) -> dict[str, Any] | None:
        """What is brought back is shown, and never saved by that alone."""
        cleaned = super().clean()
        if self.data.get("restored"):
            self.add_error(None, "Not saved yet.")
        return cleaned


class ContributorForm(OpenedForm):
    class Meta:
        model = Contributor
        fields = "__all__"

    def clean_photo(self) -> Any:
        photo = self.cleaned_data.get("photo")
        if photo and "photo" in self.changed_data:
            try:
                return clean_image(photo).as_file()
            except ImageRefused as refusal:
                raise forms.ValidationError(str(refusal)) from None
        return photo


class DueDate(forms.DateField):
    """A day by which something is wanted; may be left empty."""

    def __init__(self, label: str) -> None:
        super().__init__(
            required=False,
            label=label,
            widget=UnfoldAdminTextInputWidget({"type": "date"}),
            error_messages={"invalid": "Give the day as 2026-12-24, or leave it empty."},
        )


class NoteForm(forms.Form):
    """For acts that may carry a note."""

    note = forms.CharField(
        required=False,
        max_length=2000,
        label="Note for the reviewer",
        widget=NoteInput(rows=2),
        help_text="What to look at. May be left empty; @name asks that person.",
    )
    wanted = forms.ModelMultipleChoiceField(
        User.objects.none(),
        required=False,
        label="Who should look at it",
        widget=forms.CheckboxSelectMultiple,
        help_text="Nobody chosen: whoever may approve it and had no part in it.",
    )
    due = DueDate("Wanted by")
    change_note = forms.CharField(
        required=False,
        max_length=300,
        label="What readers should know of this update",
        widget=UnfoldAdminTextareaWidget({"rows": 2}),
        help_text="Shown on the page for ever, under “Changes and corrections”. Not for a first publication.",
    )
    change_kind = forms.ChoiceField(
        required=False,
        label="This update",
        choices=(
            (AmendmentKind.UPDATE, "adds or renews something"),
            (AmendmentKind.CORRECTION, "corrects something that was wrong"),
        ),
        initial=AmendmentKind.UPDATE,
        widget=UnfoldAdminSelectWidget,
    )
    was_wrong = forms.CharField(
        required=False,
        max_length=300,
        label="What was wrong",
        widget=UnfoldAdminTextareaWidget({"rows": 2}),
        help_text="For a correction alone. Readers see it beside what is right now.",
    )

    def clean_change_kind(self) -> str:
        return self.cleaned_data["change_kind"] or AmendmentKind.UPDATE

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("was_wrong", "").strip():
            said["change_kind"] = AmendmentKind.CORRECTION
        if said.get("change_kind") == AmendmentKind.CORRECTION:
            for name, words in (("was_wrong", "Say what was wrong."), ("change_note", "Say what is right now.")):
                if name not in self.errors and not said.get(name, "").strip():
                    self.add_error(name, f"{words} Of a correction readers see both.")
        return said

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = list(holders("approve_article").order_by("first_name", "username")[:MOST_OFFERED])
        field = cast("forms.ModelMultipleChoiceField[User]", self.fields["wanted"])
        field.queryset = User.objects.filter(pk__in=[person.pk for person in people])
        field.choices = [(person.pk, name_of(person)) for person in people]


class ReasonForm(forms.Form):
    """For acts that need a reason."""

    reason = forms.CharField(
        min_length=10,
        max_length=2000,
        widget=UnfoldAdminTextareaWidget({"rows": 3}),
        error_messages={
            "required": "Give the reason.",
            "min_length": "Give the reason in a few words (10 characters or more).",
        },
    )


class ChangesForm(ReasonForm):
    """What has to change, and until when."""

    reason = forms.CharField(
        min_length=10,
        max_length=2000,
        widget=NoteInput(rows=3),
        help_text="@name asks that person too.",
        error_messages=ReasonForm.base_fields["reason"].error_messages,
    )
    due = DueDate("Wanted by")


class VersionForm(forms.Form):
    """For acts on exactly the words that the person has read."""

    version = forms.IntegerField(widget=forms.HiddenInput)


class ReviewForm(VersionForm):
    """The reviewer's own word, on exactly the version that was shown."""

    read = forms.BooleanField(
        label="I have reviewed this page as readers will see it, and they may be told so under my name.",
        error_messages={"required": "Read the page as readers will see it, then say that you have reviewed it."},
    )


class ScheduleForm(forms.Form):
    at = forms.DateTimeField(
        label="Publish at",
        widget=UnfoldAdminTextInputWidget({"type": "datetime-local"}),
        error_messages={"required": "Give the day and the time.", "invalid": "Give the day and the time."},
    )

    def clean_at(self) -> Any:
        at = self.cleaned_data["at"]
        if at <= timezone.now():
            raise forms.ValidationError("This time has passed. Give a later one, or publish now.")
        return at


class EmptyForm(forms.Form):
    """For acts that need nothing but the press of a button."""


class DecisionForm(forms.Form):
    """No verdict is chosen beforehand: a blocker is not accepted by a press of Enter."""

    verdict = forms.ChoiceField(
        label="Decision", choices=Verdict.choices, error_messages={"required": "Choose a decision."}
    )
    reason = forms.CharField(
        max_length=2000,
        label="Reason",
        widget=UnfoldAdminTextareaWidget({"rows": 3}),
        help_text="Shown with the flag. The decision is void when the words or their sources change.",
        error_messages={"required": "Give the reason for the decision."},
    )
    due = DueDate("Wanted by")

    def clean(self) -> dict[str, Any]:
        """A day that was set before another decision was chosen is for nobody."""
        said = super().clean() or {}
        if said.get("verdict") not in ASKING:
            said["due"] = None
        return said


class LinkForm(forms.Form):
    """Ties a claim to one of the article's works."""

    article_citation = forms.ModelChoiceField(
        ArticleCitation.objects.none(),
        label="Work",
        widget=UnfoldAdminSelectWidget,
        empty_label=None,
        error_messages={"required": "Choose a work.", "invalid_choice": "Choose a work of this article."},
    )

    def __init__(self, *args: Any, choices: list[ArticleCitation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast("forms.ModelChoiceField[ArticleCitation]", self.fields["article_citation"])
        field.queryset = ArticleCitation.objects.filter(pk__in=[choice.pk for choice in choices])
        field.choices = [
            (
                choice.pk,
                f"[{choice.order or '–'}] {choice.citation.byline} {choice.citation.year or 'n.d.'}: "
                f"{choice.citation.title[:90]}",
            )
            for choice in choices
        ]
