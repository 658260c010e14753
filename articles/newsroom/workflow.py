"""The buttons of an article's page: each is one call of a service, and a refusal says what stands in the way."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from articles import services
from articles.models import Article
from articles.models.article import Status
from articles.newsroom import approving
from articles.newsroom.amendment_forms import AmendmentForm, WithdrawForm
from articles.newsroom.approve_form import ApproveForm
from articles.newsroom.forms import ChangesForm, EmptyForm, NoteForm, ReasonForm, ReviewForm, ScheduleForm
from articles.newsroom.page_weight import plain_fields
from articles.newsroom.review_desk import assess_after_commit
from articles.services.own_drafts import seen_by
from articles.services.workflow import may_take_back

NEW_WORDS = (Status.DRAFT, Status.CHANGES_REQUESTED, Status.PUBLISHED, Status.NEEDS_UPDATE, Status.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Act:
    """One editorial verb. Its button stands in `statuses`, and with `live` while readers see the article.

    The service has the last word.
    """

    verb: str
    label: str
    permission: str
    statuses: tuple[str, ...]
    run: Callable[[Article, User, dict[str, Any]], object]
    done: str
    form: type[forms.Form] = EmptyForm
    style: str = ""
    explain: str = ""
    live: bool = False
    offered: Callable[[Article, Any], bool] = lambda article, user: True
    page: str = ""
    """The address on which it is done, where there is more to read than a button."""
    seldom: tuple[str, ...] = ()
    """Where it stands behind "More…", so that the bar of the desk is one line."""


def _submit(article: Article, by: User, said: dict[str, Any]) -> None:
    names = ("note", "change_note", "change_kind", "was_wrong", "due")
    said_of = {name: said[name] for name in names}
    services.submit_for_review(article=article, by=by, wanted=list(said["wanted"]), **said_of)
    if not article.is_assessed:
        assess_after_commit(article.pk)


def _withdraw(article: Article, by: User, said: dict[str, Any]) -> None:
    services.withdraw(
        article=article, by=by, reason=said["reason"], kind=said["kind"], told=said["told"], replacement=said["instead"]
    )


def _amend(article: Article, by: User, said: dict[str, Any]) -> None:
    services.record_amendment(article=article, by=by, kind=said["kind"], wrong=said["wrong"], right=said["right"])


def _record_review(article: Article, by: User, said: dict[str, Any]) -> None:
    services.record_review(article=article, by=by, version=said["version"])
    assess_after_commit(article.pk)


ACTS: Mapping[str, Act] = {
    act.verb: act
    for act in (
        Act(
            "submit",
            "Submit for review",
            "submit_article",
            NEW_WORDS,
            _submit,
            "Submitted for review. Somebody other than you approves it.",
            NoteForm,
            "main",
        ),
        Act(
            "take-back",
            "Take back from review",
            "submit_article",
            (Status.IN_REVIEW,),
            lambda article, by, said: services.take_back(article=article, by=by),
            "Taken back from review. It stands where it stood before, and the editors are told.",
            offered=may_take_back,
        ),
        Act(
            "approve",
            "Approve this version",
            "approve_article",
            (Status.IN_REVIEW,),
            lambda article, by, said: services.approve(
                article=article, by=by, version=said["version"], answers=said["answers"]
            ),
            "Approved, exactly as it stands now. It can be published.",
            ApproveForm,
            "main",
            offered=lambda article, user: not approving.barred(article, user),
            page="newsroom:approving",
        ),
        Act(
            "review-medically",
            "Record my medical review",
            "review_medically",
            (Status.IN_REVIEW,),
            _record_review,
            "Recorded. Readers will be told that you reviewed this page today.",
            ReviewForm,
            explain="“As readers will see it” shows the page that will be published under your name. Read it first.",
            offered=services.named_as_reviewer,
        ),
        Act(
            "request-changes",
            "Request changes",
            "review_article",
            (Status.IN_REVIEW, Status.APPROVED, Status.SCHEDULED),
            lambda article, by, said: services.request_changes(
                article=article, by=by, reason=said["reason"], due=said["due"]
            ),
            "Sent back to its authors with your reason. It stands in the conversation and on their first page.",
            ChangesForm,
            seldom=(Status.APPROVED, Status.SCHEDULED),
        ),
        Act(
            "publish",
            "Publish",
            "publish_article",
            (Status.APPROVED, Status.SCHEDULED),
            lambda article, by, said: services.publish(article=article, by=by),
            "Published. Readers see it now.",
            EmptyForm,
            "main",
            offered=lambda article, user: not services.obstacles(article),
        ),
        Act(
            "schedule",
            "Schedule",
            "publish_article",
            (Status.APPROVED, Status.SCHEDULED),
            lambda article, by, said: services.schedule(article=article, by=by, at=said["at"]),
            "Scheduled. It is published at that time unless something new stands in the way.",
            ScheduleForm,
            explain=f"The time is that of {settings.TIME_ZONE}.",
            seldom=(Status.SCHEDULED,),
        ),
        Act(
            "unschedule",
            "Take off the schedule",
            "publish_article",
            (Status.SCHEDULED,),
            lambda article, by, said: services.unschedule(article=article, by=by),
            "Taken off the schedule. It is still approved.",
        ),
        Act(
            "needs-update",
            "Mark as out of date",
            "review_article",
            (Status.PUBLISHED,),
            lambda article, by, said: services.mark_needs_update(article=article, by=by, reason=said["reason"]),
            "Marked as out of date. Readers still see it.",
            ReasonForm,
            seldom=(Status.PUBLISHED,),
        ),
        Act(
            "withdraw",
            "Withdraw",
            "publish_article",
            tuple(Status.values),
            _withdraw,
            "Taken off the site. Its address tells readers why.",
            WithdrawForm,
            "danger",
            "Takes the article off the site. Its history is kept, and its address says why and since when.",
            live=True,
            seldom=tuple(Status.values),
        ),
        Act(
            "amend",
            "Add to the public record",
            "publish_article",
            tuple(Status.values),
            _amend,
            "Added to the public record. Readers see it now.",
            AmendmentForm,
            explain="For what readers should know of a page they see, without new words of the article itself.",
            offered=lambda article, user: article.published_at is not None,
            seldom=tuple(Status.values),
        ),
    )
}


NOT_YOURS = "Your part in the newsroom does not include this. Ask an editor, or whoever looks after the accounts."


@dataclass(frozen=True, slots=True)
class Button:
    act: Act
    form: forms.Form
    aside: bool = False

    @property
    def style(self) -> str:
        return self.act.style

    @property
    def asks(self) -> bool:
        """Whether the person has something to fill in before the button does anything."""
        return any(not field.field.widget.is_hidden for field in self.form)


def buttons(article: Article, user: Any) -> list[Button]:
    """What this person may do with the article where it stands."""
    shown = [
        act
        for act in ACTS.values()
        if article.status in act.statuses
        and (article.live_revision_id or not act.live)
        and user.has_perm(f"articles.{act.permission}")
        and act.offered(article, user)
    ]
    return [Button(act, _light(act, article), article.status in act.seldom) for act in shown]


def _light(act: Act, article: Article) -> forms.Form:
    """The form as it stands behind a button of the desk, which many never open."""
    form = EmptyForm() if act.page else _form(act, article)
    plain_fields(form.fields.values())
    return form


def _form(act: Act, article: Article, data: Any = None) -> forms.Form:
    given: dict[str, Any] = {"initial": {"version": article.version}, "auto_id": f"id_{act.verb}_%s"}
    if issubclass(act.form, AmendmentForm):
        given["public"] = article.is_public
    return act.form(data, **given)


@require_POST
def act(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Does one act and goes back to the article; a refusal is a page that lists what stands in the way."""
    if not request.user.has_perm("articles.view_article"):
        raise PermissionDenied
    article = get_object_or_404(seen_by(request.user).select_related("review_revision", "live_revision"), pk=pk)
    chosen = ACTS[verb]
    form = _form(chosen, article, request.POST)
    if not form.is_valid():
        if chosen.page and request.user.has_perm(f"articles.{chosen.permission}"):
            return approving.page(request, article, form, status=400)  # type: ignore[arg-type]
        if not request.user.has_perm(f"articles.{chosen.permission}"):
            return _refused(request, article, chosen, message=NOT_YOURS, status=403)
        return _refused(request, article, chosen, form=form, status=400)
    try:
        chosen.run(article, request.user, form.cleaned_data)  # type: ignore[arg-type]
    except services.ChecklistUnanswered as refusal:
        return approving.page(request, article, form, problem=str(refusal), status=409)  # type: ignore[arg-type]
    except services.PublicationRefused as refusal:
        return _refused(request, article, chosen, obstacles=_explained(article, refusal), status=409)
    except services.NotAllowed as refusal:
        return _refused(request, article, chosen, message=str(refusal), status=403)
    except services.ServiceError as refusal:
        return _refused(request, article, chosen, message=str(refusal), status=409)
    messages.success(request, chosen.done)
    return redirect("admin:articles_article_change", article.pk)


def _explained(article: Article, refusal: services.PublicationRefused) -> list[dict[str, Any]]:
    """The obstacles, each with the flag to open where a flag is in the way."""
    places: dict[tuple[str, int | None], list[int]] = {}
    for flag in article.flags.open().blockers().worst_first().select_related("claim"):
        places.setdefault((flag.code, flag.claim.index if flag.claim else None), []).append(flag.pk)
    explained = []
    for obstacle in refusal.obstacles:
        known = places.get((obstacle.code, obstacle.sentence), [])
        explained.append({"code": obstacle.code, "text": obstacle.text, "flag": known.pop(0) if known else None})
    return explained


def _refused(request: HttpRequest, article: Article, act: Act, *, status: int, **context: Any) -> HttpResponse:
    return render(
        request,
        "newsroom/refused.html",
        {
            **admin.site.each_context(request),
            "title": f"{act.label}: {article.title}",
            "article": article,
            "act": act,
            **context,
        },
        status=status,
    )
