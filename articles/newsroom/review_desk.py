"""One flag on the review desk: the sentence in its paragraph, its sources, and what can be decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from articles import services
from articles.models import ArticleCitation, Claim, Flag
from articles.models.claim import Verdict
from articles.newsroom import review_filters
from articles.newsroom.findings import sentence_of, title_of
from articles.newsroom.flag_history import history_of
from articles.newsroom.forms import DecisionForm, LinkForm
from articles.newsroom.review_filters import Filters
from articles.newsroom.review_list import row_of
from articles.newsroom.where_answered import where_answered
from articles.services.own_drafts import seen_by, sees_own_only
from articles.services.separation_of_duties import share_in
from articles.tasks import assess_article
from citations.services import questionable_journals
from evidence.flags.catalogue import FLAGS, how_sure


def assess_after_commit(article_id: int) -> None:
    """Sends the article to the worker once the change stands; without a broker the sweep takes it later."""
    transaction.on_commit(lambda: assess_article.delay(article_id=article_id), robust=True)


def _seen(request: HttpRequest) -> Any:
    """The flags of articles that this person sees."""
    rows = Flag.objects.all()
    return rows.filter(article__in=seen_by(request.user)) if sees_own_only(request.user) else rows


def flag_page(
    request: HttpRequest,
    pk: int,
    *,
    decision: DecisionForm | None = None,
    link: LinkForm | None = None,
    problem: str = "",
    status: int = 200,
    part: bool = False,
) -> HttpResponse:
    """The page of one flag, or the `part` of it that the desk shows beside its list. The caller has checked that the
    person may see flags."""
    rows = _seen(request).select_related("article", "claim", "article_citation__citation")
    flag = get_object_or_404(rows, pk=pk)
    filters = Filters.of(request.GET.dict())
    context: dict[str, Any] = {
        "flag": flag,
        "row": row_of(flag),
        "query": filters.query(),
        "spec": FLAGS.get(flag.code),
        "sure_of": "" if flag.code not in FLAGS or (flag.chance or 0) >= 1 else how_sure(FLAGS[flag.code]),
        "sentence": flag.words or sentence_of(flag),
        "history": history_of(flag),
        "answers": where_answered(flag),
        "place": place_in_list(flag, filters, request.user),
        "problem": problem,
        "is_open": flag.state in (Flag.State.OPEN, Flag.State.ACCEPTED),
        "may_decide": request.user.has_perm("articles.decide_flag"),
        "may_not_accept": _may_not_accept(flag, request.user),
        "decision_form": decision or DecisionForm(),
        "verdicts": VERDICTS,
    }
    if flag.claim is not None:
        flag.claim.article = flag.article
        context |= _claim_context(flag.claim, request, link)
    works = [row.article_citation.citation for row in context.get("links", ())]
    works += [flag.article_citation.citation] if flag.article_citation else []
    context["listed"] = questionable_journals.listed(citations={w.pk: w for w in works}.values(), to=request.user)
    if part:
        return render(request, "newsroom/flag_detail.html", context, status=status)
    context |= {**admin.site.each_context(request), "title": title_of(flag.code), "subtitle": flag.article.title}
    return render(request, "newsroom/flag.html", context, status=status)


VERDICTS = (
    (Verdict.ASK_SOURCE, "Ask for a source", "s"),
    (Verdict.ASK_WORDING, "Ask for other words", "w"),
    (Verdict.NOTE, "Write to the author", "e"),
    (Verdict.REFER, "Ask a medical reviewer", "r"),
    (Verdict.ACCEPT, "Accept with a reason", "a"),
    (Verdict.NOT_A_CLAIM, "Not a claim", "x"),
    (Verdict.REOPEN, "Open again", "o"),
)
"""What can be decided, in words, and the key for it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a flag stands among those of its article that fit the filters, and its neighbours in the whole list."""

    number: int
    of: int
    before: Flag | None
    after: Flag | None


def place_in_list(flag: Flag, filters: Filters, by: Any) -> Place:
    """The neighbours never circle: before the first and after the last there is none."""
    rows, key = review_filters.flags(filters, by), review_filters.key_of(flag)
    here = review_filters.before(rows, key).filter(article=flag.article_id).order_by().count()
    rest = review_filters.after(rows, key).filter(article=flag.article_id).order_by().count()
    return Place(
        here + 1, here + 1 + rest, review_filters.before(rows, key).first(), review_filters.after(rows, key).first()
    )


def _may_not_accept(flag: Flag, by: Any) -> str:
    """Why this person may not accept the flag, or ""."""
    if flag.severity != Flag.Severity.BLOCKER or not by.has_perm("articles.decide_flag"):
        return ""
    if not by.has_perm("articles.override_blocker"):
        return "Accepting a blocker takes an editor."
    share = share_in(flag.article, by)
    return f"Accepting this blocker takes a second editor, because {share}." if share else ""


def _claim_context(claim: Claim, request: HttpRequest, link: LinkForm | None) -> dict[str, Any]:
    choices = citations_for(claim)
    return {
        "claim": claim,
        "paragraph": claim.article.claims.filter(current=True, paragraph=claim.paragraph).order_by("index"),
        "links": claim.links.select_related("article_citation__citation", "made_by"),
        "suggested": [choice for choice in choices if choice.key in claim.suggested],
        "may_link": bool(choices) and request.user.has_perm("articles.change_article"),
        "link_form": link or LinkForm(choices=choices),
    }


def citations_for(claim: Claim) -> list[ArticleCitation]:
    """The works on the article's list that the claim is not tied to yet, those the engine suggests first."""
    linked = {link.article_citation_id for link in claim.links.all()}
    rows = [
        row
        for row in claim.article.article_citations.select_related("citation").order_by("order", "pk")
        if row.pk not in linked
    ]
    order: Sequence[str] = claim.suggested
    return sorted(rows, key=lambda row: order.index(row.key) if row.key in order else len(order))


def _asked_of(request: HttpRequest, permission: str) -> int:
    """The status of a form that lacks something: whoever may not do it at all is refused all the same."""
    return 400 if request.user.has_perm(f"articles.{permission}") else 403


@require_GET
def panel(request: HttpRequest, pk: int) -> HttpResponse:
    """What the desk shows of one flag beside its list."""
    _need_view(request)
    return flag_page(request, pk, part=True)


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Records one decision about a flag, and goes on to the next of the list."""
    _need_view(request)
    flag = get_object_or_404(_seen(request).select_related("article"), pk=pk)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        return flag_page(request, pk, decision=form, status=_asked_of(request, "decide_flag"))
    try:
        decision = services.decide_flag(flag=flag, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
    except services.ServiceError as refusal:
        return flag_page(request, pk, decision=form, problem=str(refusal), status=_status(refusal))
    messages.success(request, f"Recorded: {decision.get_verdict_display().lower()}.")
    filters = Filters.of(request.GET.dict())
    onward = place_in_list(flag, filters, request.user).after or flag
    address = reverse("admin:articles_flag_change", args=[onward.pk])
    return redirect(f"{address}{filters.address() if filters.narrowed else ''}")


@require_POST
def decide_many(request: HttpRequest) -> HttpResponse:
    """Records the same decision about the flags that are ticked: with words for a script, or back to the list."""
    _need_view(request)
    ids = [int(text) for text in request.POST.getlist("flag") if text.isdecimal() and len(text) < 18]
    flags = list(_seen(request).filter(pk__in=ids[: services.MOST_AT_ONCE + 1]).select_related("article"))
    form = DecisionForm(request.POST)
    answer: dict[str, Any]
    if not form.is_valid():
        problem = " ".join(str(error) for errors in form.errors.values() for error in errors)
        answer, status = {"problem": problem}, _asked_of(request, "decide_flag")
    else:
        answer, status = _decided(request, flags, len(ids), form)
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse(answer, status=status)
    (messages.error if "problem" in answer else messages.success)(
        request, str(answer.get("problem") or answer["message"])
    )
    return redirect(f"{reverse('admin:articles_flag_changelist')}{Filters.of(request.GET.dict()).address()}")


def _decided(request: HttpRequest, flags: list[Flag], asked: int, form: DecisionForm) -> tuple[dict[str, Any], int]:
    if len(flags) < asked:
        return {"problem": "Some of these flags are not there any more. Load the list anew and choose again."}, 409
    try:
        made = services.decide_flags(flags=flags, by=request.user, **form.cleaned_data)  # type: ignore[arg-type]
    except services.FlagsRefused as refusal:
        return {"problem": str(refusal), "refused": refusal.flags}, 403 if refusal.not_allowed else 409
    except services.ServiceError as refusal:
        return {"problem": str(refusal)}, _status(refusal)
    label = made[0].get_verdict_display()
    said = f"Recorded: {label.lower()}." if len(made) == 1 else f"Recorded for {len(made)} flags: {label.lower()}."
    rows = {flag.pk: {"state": flag.state, "label": flag.get_state_display(), "asked": flag.asked} for flag in flags}
    return {"message": said, "verdict": label, "flags": rows}, 200


@require_POST
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Ties the flag's sentence to a work by hand; the engine then reads the article again."""
    _need_view(request)
    flag = get_object_or_404(_seen(request).select_related("article", "claim"), pk=pk)
    if flag.claim is None:
        return flag_page(request, pk, problem="This flag is not about a sentence.", status=409)
    form = LinkForm(request.POST, choices=citations_for(flag.claim))
    if not form.is_valid():
        return flag_page(request, pk, link=form, status=_asked_of(request, "change_article"))
    try:
        services.link_claim(
            claim=flag.claim,
            article_citation=form.cleaned_data["article_citation"],
            by=request.user,  # type: ignore[arg-type]
        )
    except services.ServiceError as refusal:
        return flag_page(request, pk, problem=str(refusal), status=_status(refusal))
    assess_after_commit(flag.article_id)
    messages.success(
        request, "Tied to the work. The article is being read again; this flag closes if it holds no more."
    )
    return redirect("admin:articles_article_change", flag.article_id)


def _need_view(request: HttpRequest) -> None:
    """A refusal shows the flag's page, so only to those who may see flags."""
    if not request.user.has_perm("articles.view_flag"):
        raise PermissionDenied


def _status(refusal: services.ServiceError) -> int:
    return 403 if isinstance(refusal, services.NotAllowed) else 409
