"""How the publication works, in its own words: the page each text stands on, and the form that writes a new version."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html
from unfold.admin import ModelAdmin
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from articles.models import Policy
from articles.services import ServiceError
from articles.services.policies import LONGEST, write_policy


class PolicyForm(forms.ModelForm):  # type: ignore[type-arg]
    """The text that readers see now, and what is to be told of the change. `seen` is the version it began with."""

    text = forms.CharField(
        max_length=LONGEST,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 28}),
        help_text="Markdown: ## for headings, - for lists, [words](/address/) for links. Readers see it as soon as "
        "it is saved, and every version before it stays to be read.",
        error_messages={"required": "The page needs a text. To take something back, write what is true instead."},
    )
    said = forms.CharField(
        label="What changed",
        max_length=300,
        widget=UnfoldAdminTextInputWidget(),
        help_text="One sentence for readers, such as: We say who owns us.",
        error_messages={"required": "Say in a sentence what changed: readers see it beside the version."},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput())

    class Meta:
        model = Policy
        fields = ("text", "said")

    def __init__(self, *args: Any, by: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.initial["said"], self.initial["seen"] = "", self.instance.number

    def clean(self) -> dict[str, Any]:
        """Writes the version here, so that a refusal is told in the form and nothing typed is lost."""
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors:
            words = {name: cleaned[name] for name in ("text", "said", "seen")}
            try:
                self.written = write_policy(page=self.instance.page, by=self.by, **words)
            except ServiceError as refusal:
                # Who has read the refusal may save over what it tells of.
                self.data = {**dict(self.data.items()), "seen": self.instance.number}
                raise forms.ValidationError(str(refusal)) from refusal
        return cleaned

    def _post_clean(self) -> None:
        """Rows never change: what was typed is not put into the one it began with."""

    def save(self, commit: bool = True) -> Policy:
        return self.written

    def save_m2m(self) -> None:
        """There is nothing besides the row."""


@admin.register(Policy)
class PolicyAdmin(ModelAdmin):
    form = PolicyForm
    list_display = ("name", "number", "at", "who", "said", "readers")
    list_per_page = 20
    show_full_result_count = False
    actions = None

    class Media:
        css = {"all": ("newsroom/newsroom.css",)}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Policy]:
        rows: QuerySet[Policy] = Policy.objects.in_force()
        return rows

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Policy | None:
        """The newest version of the page, though a colleague wrote one since the form was opened."""
        row = Policy.objects.filter(pk=object_id).first() if object_id.isdecimal() and len(object_id) < 19 else None
        return row and Policy.objects.filter(page=row.page).order_by("-number").first()

    def get_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return ("text", "said", "seen") if self.has_change_permission(request, obj) else ("text", "said")

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change, **kwargs)
        return type(form.__name__, (form,), {"__init__": _with(form, request.user)})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @display(description="page", ordering="page")
    def name(self, row: Policy) -> str:
        return row.get_page_display()

    @display(description="by")
    def who(self, row: Policy) -> str:
        return row.by_name or (str(row.by) if row.by else "Came with Citewell")

    @display(description="readers see")
    def readers(self, row: Policy) -> str:
        return format_html('<a href="{}">The page and its versions</a>', _address(row))

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """The service wrote it while the form was checked."""

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        words = "Readers see version {} of “{}” now. <a href='{}'>Look at it</a>"
        messages.success(request, format_html(words, obj.number, obj.get_page_display(), _address(obj)))
        response: HttpResponse = self.response_post_save_change(request, obj)
        return response

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> None:
        """The newsroom keeps its own log, which nobody can rewrite."""


def _with(form: type[PolicyForm], by: Any) -> Any:
    def begin(self: PolicyForm, *args: Any, **kwargs: Any) -> None:
        form.__init__(self, *args, by=by, **kwargs)

    return begin


def _address(row: Policy) -> str:
    return reverse("articles:policy", args=[row.page])
