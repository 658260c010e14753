"""The page on which people talk about an article: its own thread, those of its sentences, and what readers reported."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from articles import services
from articles.models import Article, Ask, Claim, Thread
from articles.models.thread import Letters, ThreadKind
from articles.newsroom.conversation_forms import DueForm, SayForm, WordForm
from articles.newsroom.talks import Talk, talks
from articles.services import conversation
from articles.services.own_drafts import seen_by

CHOICES = 200


def _need_view(request: HttpRequest) -> None:
    """Before anything is looked up: a refusal tells nobody what there is."""
    if not request.user.has_perms(["articles.view_article", "articles.view_thread"]):
        raise PermissionDenied


def _article(request: HttpRequest, pk: int) -> Article:
    _need_view(request)
    found: Article = get_object_or_404(seen_by(request.user).select_related("live_revision"), pk=pk)
    return found


def talk(request: HttpRequest, pk: int) -> HttpResponse:
    """Shows the threads; a POST says something in one of them, or begins one."""
    article = _article(request, pk)
    if request.method == "POST":
        return _say(request, article)
    return _page(request, article)


def _others(request: HttpRequest) -> list[User]:
    """Whom this person can ask: a list to choose from; more are called by name."""
    return list(conversation.people_to_ask().exclude(pk=request.user.pk or 0)[:CHOICES])


def _page(
    request: HttpRequest, article: Article, *, bound: SayForm | None = None, problem: str = "", status: int = 200
) -> HttpResponse:
    text = request.GET.get("before", "")
    rows, earlier = talks(article, request.user, before=int(text) if text.isdecimal() and len(text) < 19 else 0)
    people = _others(request)
    claim = _claim(article, request.GET.get("claim", ""))
    _give_forms(rows, people, bound)
    own = next((row for row in rows if row.thread.kind == ThreadKind.ARTICLE), None)
    answered = bound is not None and any(row.form is bound for row in rows)
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": f"Conversation: {article.title}",
        "article": article,
        "own": own,
        "open": [row for row in rows if row is not own and row.thread.is_open],
        "resolved": [row for row in rows if row is not own and not row.thread.is_open],
        "earlier": min((row.said[0].entry.pk for row in rows if row.said), default=0) if earlier else 0,
        "new": bound if bound is not None and not answered else SayForm(people=people, prefix="new"),
        "claim": claim if claim and not any(row.thread.claim_id == claim.pk for row in rows) else None,
        "people": people,
        "may_say": request.user.has_perm("articles.add_threadentry"),
        "may_forget": request.user.has_perm("articles.review_article"),
        "problem": problem,
    }
    return render(request, "newsroom/talk.html", context, status=status)


def _give_forms(rows: Iterable[Talk], people: list[Any], bound: SayForm | None) -> None:
    for row in rows:
        prefix = f"t{row.thread.pk}"
        row.form = bound if bound is not None and bound.prefix == prefix else SayForm(people=people, prefix=prefix)


def _claim(article: Article, text: str) -> Claim | None:
    if not (text.isdecimal() and len(text) < 19):
        return None
    found: Claim | None = article.claims.filter(pk=int(text)).first()
    return found


def _say(request: HttpRequest, article: Article) -> HttpResponse:
    number = request.POST.get("thread", "")
    thread = (
        Thread.objects.filter(article=article, pk=int(number)).first()
        if number.isdecimal() and len(number) < 19
        else None
    )
    claim = _claim(article, request.POST.get("claim", ""))
    people = _others(request)
    form = SayForm(request.POST, people=people, prefix=f"t{thread.pk}" if thread else "new")
    if not form.is_valid():
        allowed = request.user.has_perm("articles.add_threadentry")
        return _page(request, article, bound=form, status=400 if allowed else 403)
    try:
        entry = conversation.say(
            article=article,
            by=request.user,  # type: ignore[arg-type]
            text=form.cleaned_data["text"],
            thread=thread,
            claim=claim,
            asked=form.cleaned_data["asked"],
            due=form.cleaned_data["due"],
        )
    except services.ServiceError as refusal:
        return _page(request, article, bound=form, problem=str(refusal), status=_status(refusal))
    return redirect(f"{reverse('newsroom:talk', args=[article.pk])}#thread-{entry.thread_id}")


def _status(refusal: services.ServiceError) -> int:
    return 403 if isinstance(refusal, services.NotAllowed) else 409


# --- Acts on a thread or a question ------------------------------------------------------------------------


def _resolve(thread: Thread, by: Any, said: Mapping[str, Any]) -> str:
    conversation.resolve(thread=thread, by=by, note=said["note"])
    return "Resolved. Whatever is said there opens it again."


def _reopen(thread: Thread, by: Any, said: Mapping[str, Any]) -> str:
    conversation.reopen(thread=thread, by=by, note=said["note"])
    return "Open again."


def _forget(thread: Thread, by: Any, said: Mapping[str, Any]) -> str:
    conversation.forget_reader(thread=thread, by=by)
    return "The reader's name and address are taken out. What they wrote stays."


THREAD_ACTS = {"resolve": _resolve, "reopen": _reopen, "forget-reader": _forget}


@require_POST
def thread_act(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Resolves a thread, opens it again, or takes out who reported."""
    _need_view(request)
    thread = get_object_or_404(Thread.objects.select_related("article"), pk=pk)
    article = _article(request, thread.article_id)
    form = WordForm(request.POST)
    if not form.is_valid():
        return _page(request, article, problem="That note is too long.", status=400)
    place = f"{reverse('newsroom:talk', args=[article.pk])}#thread-{thread.pk}"
    return _done(request, article, lambda: THREAD_ACTS[act](thread, request.user, form.cleaned_data), place)


@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Says that a question is done."""
    ask, article = _ask(request, pk)

    def act() -> str:
        conversation.settle(ask=ask, by=request.user)  # type: ignore[arg-type]
        return "Done. It waits on nobody any more."

    return _done(request, article, act, _back(request, article))


@require_POST
def due(request: HttpRequest, pk: int) -> HttpResponse:
    """Sets the day on which an answer is due."""
    ask, article = _ask(request, pk)
    form = DueForm(request.POST)
    if not form.is_valid():
        return _page(request, article, problem="Give the day as 2026-12-24, or leave it empty.", status=400)

    def act() -> str:
        conversation.set_due(ask=ask, by=request.user, due=form.cleaned_data["due"])  # type: ignore[arg-type]
        return "The day is set." if form.cleaned_data["due"] else "No day is set any more."

    return _done(request, article, act, _back(request, article))


def _ask(request: HttpRequest, pk: int) -> tuple[Ask, Article]:
    _need_view(request)
    ask = get_object_or_404(Ask.objects.select_related("thread__article"), pk=pk)
    return ask, _article(request, ask.thread.article_id)


def _done(request: HttpRequest, article: Article, act: Callable[[], str], place: str) -> HttpResponse:
    """Does it, says so and leads on; a refusal stands on the page, and nothing was changed."""
    try:
        done = act()
    except services.ServiceError as refusal:
        return _page(request, article, problem=str(refusal), status=_status(refusal))
    messages.success(request, done)
    return redirect(place)


def _back(request: HttpRequest, article: Article) -> str:
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return reverse("newsroom:talk", args=[article.pk])


@require_POST
def letters(request: HttpRequest) -> HttpResponse:
    """How the person is told by mail: their own choice."""
    try:
        row = conversation.choose_letters(by=request.user, letters=request.POST.get("letters", ""))  # type: ignore[arg-type]
    except services.ServiceError as refusal:
        messages.error(request, str(refusal))
    else:
        told = {Letters.AT_ONCE: "at once", Letters.DAILY: "once a day", Letters.NEVER: "never"}[Letters(row.letters)]
        messages.success(request, f"You are told by mail {told}. All of it stands here either way.")
    return redirect("admin:index")
