"""Recent imports and bulk work: their list, the page of each with its progress, and the acts on the list of works."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from unfold.admin import ModelAdmin
from unfold.decorators import display

from citations.models import Batch, Citation
from citations.services import batches, bulk_acts, editor_facts

SLOW_TO_START = 60
"""Seconds of waiting after which the page says that a worker may be missing."""
YES_NO = (("True", "Yes"), ("False", "No"))
ONE_OF = ("design", "species", "outcome", "peer_reviewed", "preprint", "seller_funded")
"""Facts that many works can have in common; the others are told by each work alone."""
STATE_COLOURS = {
    "done": "success",
    "at work": "info",
    "stopped by a fault": "danger",
    "cancelled": "warning",
}


def fact_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Each fact with its answers, as one choice "name=value", so that the form needs no script."""
    groups = []
    for name in ONE_OF:
        field = Citation._meta.get_field(name)
        answers = [(str(value), str(label)) for value, label in getattr(field, "choices", None) or YES_NO if value]
        if name not in ("preprint", "seller_funded"):
            answers.append(("", "Not recorded"))
        heading = str(getattr(field, "verbose_name", name)).capitalize()
        groups.append((heading, [(f"{name}={value}", f"{heading}: {label}") for value, label in answers]))
    return groups


def _title(batch: Batch) -> str:
    if batch.is_import:
        return f"Import of {batch.title}"
    return f"{batch.title}: {batch.asked['label']}" if batch.asked.get("label") else batch.title


def _batch(request: HttpRequest, pk: int) -> Batch:
    """The job, where this person may see it. Raises Http404 and PermissionDenied."""
    if not request.user.has_perm("citations.view_citation"):
        raise PermissionDenied
    batch: Batch | None = Batch.objects.select_related("by").filter(pk=pk).first()
    if batch is None or not batch.may_be_seen_by(request.user):  # type: ignore[arg-type]
        raise Http404("There is no such import or bulk work, or it is somebody else's.")
    return batch


def _state(request: HttpRequest, batch: Batch) -> dict[str, Any]:
    """What the page shows and the script asks for. Three queries at most."""
    user: Any = request.user
    waits = batch.state == Batch.State.WAITING and not batch.started_at
    faults = list(batch.faults.select_related("work")[: batches.FAULTS_KEPT])
    new = Citation.objects.filter(pk__in=batch.works.values("work")).order_by("pk") if batch.is_import else ()
    return {
        "batch": batch,
        "busy": batch.state in Batch.UNDER_WAY,
        "faults": faults,
        "new": list(new),
        "slow": waits and (timezone.now() - batch.created_at).total_seconds() > SLOW_TO_START,
        "may_stop": batch.is_open and batch.may_be_stopped_by(user),
    }


@never_cache
@require_GET
def progress_view(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a job is and what came of it."""
    batch = _batch(request, pk)
    if batch.state == Batch.State.CHOSEN and batch.by_id == request.user.pk:
        return redirect("admin:citations_batch_begin", pk)
    context = {**admin.site.each_context(request), "title": _title(batch), **_state(request, batch)}
    return render(request, "newsroom/batch.html", context)


@never_cache
@require_GET
def state_view(request: HttpRequest, pk: int) -> HttpResponse:
    """The same as a fragment for scripts."""
    state = _state(request, _batch(request, pk))
    html = render_to_string("newsroom/batch_state.html", state, request=request)
    return JsonResponse({"busy": state["busy"], "html": html})


@require_POST
def cancel_view(request: HttpRequest, pk: int) -> HttpResponse:
    batch = _batch(request, pk)
    if batches.cancel(batch=batch, by=request.user):  # type: ignore[arg-type]
        messages.success(request, "Cancelled. What was done before stays.")
    else:
        messages.warning(request, "It had ended already.")
    if batch.state == Batch.State.CHOSEN:
        return redirect("admin:citations_citation_changelist")
    return redirect("admin:citations_batch_progress", pk)


@never_cache
def begin_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks what a chosen act needs to know, and begins it."""
    batch = _batch(request, pk)
    if batch.state != Batch.State.CHOSEN:
        return redirect("admin:citations_batch_progress", pk)
    problem, choices = "", fact_choices()
    if request.method == "POST":
        name, _, value = request.POST.get("fact", "").partition("=")
        label = dict(answer for _, answers in choices for answer in answers).get(request.POST.get("fact", ""), "")
        asked = {"name": name, "value": value, "reason": request.POST.get("reason", ""), "label": label}
        try:
            if name not in ONE_OF:
                raise editor_facts.Refusal("Choose a fact and its answer.")
            bulk_acts.start(batch=batch, by=request.user, asked=asked)  # type: ignore[arg-type]
            return redirect("admin:citations_batch_progress", pk)
        except editor_facts.Refusal as refusal:
            problem = str(refusal)
    context = {
        **admin.site.each_context(request),
        "title": batch.title,
        "batch": batch,
        "choices": choices,
        "fact": request.POST.get("fact", ""),
        "reason": request.POST.get("reason", ""),
        "problem": problem,
        "first": Citation.objects.filter(pk__in=batch.works.values("work")).order_by("pk")[:5],
    }
    return render(request, "newsroom/batch_begin.html", context, status=400 if problem else 200)


Action = Callable[[Any, HttpRequest, QuerySet[Citation]], HttpResponse | None]


def _action(act: bulk_acts.Act) -> Action:
    def run(modeladmin: Any, request: HttpRequest, queryset: QuerySet[Citation]) -> HttpResponse | None:
        user: Any = request.user
        try:
            batch = bulk_acts.choose(act=act.name, works=queryset, by=user)
            if not act.asks:
                bulk_acts.start(batch=batch, by=user)
        except editor_facts.Refusal as refusal:
            messages.error(request, f"Nothing was begun. {refusal}")
            return None
        return redirect("admin:citations_batch_progress", batch.pk)

    return run


class BulkAdmin:
    """Offers the registered acts beside whatever other actions a list has."""

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions: dict[str, Any] = super().get_actions(request)  # type: ignore[misc]
        for act in bulk_acts.ACTS.values():
            if request.user.has_perm(act.permission):
                name = act.name.replace("-", "_")
                actions[name] = (_action(act), name, act.label)
        return actions


@admin.register(Batch)
class BatchAdmin(ModelAdmin):
    """The list; a job has a page of its own, and nothing is changed here."""

    list_display = ("what", "state_label", "result", "person", "created_at")
    list_display_links = None
    list_filter = ("state",)
    ordering = ("-created_at", "-pk")
    list_per_page = 50
    list_select_related = ("by",)
    show_full_result_count = False
    actions = None

    class Media:
        css = {"all": ["newsroom/newsroom.css"]}

    @display(description="started by", ordering="by__last_name")
    def person(self, batch: Batch) -> str:
        return (batch.by.get_full_name() or batch.by.get_username()) if batch.by else "somebody who is gone"

    def get_urls(self) -> list[URLPattern]:
        staff = admin.site.admin_view
        own = [
            path("<int:pk>/", staff(progress_view), name="citations_batch_progress"),
            path("<int:pk>/state/", staff(state_view), name="citations_batch_state"),
            path("<int:pk>/cancel/", staff(cancel_view), name="citations_batch_cancel"),
            path("<int:pk>/begin/", staff(begin_view), name="citations_batch_begin"),
        ]
        rest: list[URLPattern] = super().get_urls()
        return own + rest

    def get_queryset(self, request: HttpRequest) -> QuerySet[Batch]:
        rows: Any = super().get_queryset(request)
        seen: QuerySet[Batch] = rows.visible_to(request.user)
        return seen

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Batch | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Batch | None = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Batch | None = None) -> bool:
        return bool(request.user.has_perm("citations.view_citation"))

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("admin:citations_batch_progress", args=[int(object_id)]))

    @display(description="what")
    def what(self, batch: Batch) -> str:
        address = reverse("admin:citations_batch_progress", args=[batch.pk])
        return format_html('<span class="desk-row"><a href="{}">{}</a></span>', address, _title(batch))

    @display(description="state", label=STATE_COLOURS)
    def state_label(self, batch: Batch) -> str:
        return Batch.State(batch.state).label.lower()

    @display(description="so far")
    def result(self, batch: Batch) -> str:
        words = ("new", "already there", "not understood") if batch.is_import else ("done", "", "refused")
        numbers = (batch.changed, batch.there, batch.refused)
        parts = [f"{number:,} {word}" for number, word in zip(numbers, words, strict=True) if word]
        share = [] if batch.state == Batch.State.DONE else [f"{batch.percent} %"]
        return ", ".join(share + parts)
