"""One flag on the review desk: the sentence in its paragraph, its sources, and what can be decided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from articles import services
from articles.models import ArticleCitation, Claim, Flag
from articles.newsroom.findings import sentence_of, title_of
from articles.newsroom.forms import DecisionForm, LinkForm
from articles.services.own_drafts import seen_by, sees_own_only
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
) -> HttpResponse:
    """The page of one flag. The caller has checked that the person may see flags."""
    flag = get_object_or_404(_seen(request).select_related("article", "claim", "article_citation__citation"), pk=pk)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": title_of(flag.code),
        "subtitle": flag.article.title,
        "flag": flag,
        "spec": FLAGS.get(flag.code),
        "sure_of": how_sure(FLAGS[flag.code]) if flag.code in FLAGS else "",
        "sentence": sentence_of(flag),
        "decisions": flag.decisions.select_related("person"),
        "next": _next_open(flag),
        "problem": problem,
        "is_open": flag.state in (Flag.State.OPEN, Flag.State.ACCEPTED),
        "may_decide": request.user.has_perm("articles.decide_flag"),
        "decision_form": decision or DecisionForm(),
    }
    if flag.claim is not None:
        context |= _claim_context(flag.claim, request, link)
    rows = [*context.get("links", ()), *([flag] if flag.article_citation else [])]
    works = {row.article_citation.citation_id: row.article_citation.citation for row in rows}
    context["listed"] = questionable_journals.listed(citations=works.values(), to=request.user)
    return render(request, "newsroom/flag.html", context, status=status)


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


def _next_open(flag: Flag) -> Flag | None:
    rows = Flag.objects.open().worst_first().exclude(pk=flag.pk)
    return rows.filter(article=flag.article_id).first() or rows.first()


def _asked_of(request: HttpRequest, permission: str) -> int:
    """The status of a form that lacks something: whoever may not do it at all is refused all the same."""
    return 400 if request.user.has_perm(f"articles.{permission}") else 403


@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Records one decision about a flag."""
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
    return redirect("admin:articles_flag_change", flag.pk)


@require_POST
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """Ties the flag's sentence to a citation by hand; the engine then reads the article again."""
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
        request, "Tied to the citation. The article is being read again; this flag closes if it holds no more."
    )
    return redirect("admin:articles_article_change", flag.article_id)


def _need_view(request: HttpRequest) -> None:
    """A refusal shows the flag's page, so only to those who may see flags."""
    if not request.user.has_perm("articles.view_flag"):
        raise PermissionDenied


def _status(refusal: services.ServiceError) -> int:
    return 403 if isinstance(refusal, services.NotAllowed) else 409
