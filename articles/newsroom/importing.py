"""The import: a post goes in, the screen shows what was recognised, and only then is anything saved."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

import apart
from articles.models import Contributor
from articles.newsroom import import_again, recognised
from articles.newsroom.import_forms import ChoicesForm, PostForm
from articles.newsroom.retracted_works import warn_of_retracted
from articles.newsroom.review_desk import assess_after_commit
from articles.services import ImportRefused, import_article, posts_in_hand, word_pictures
from articles.services.recognising import Recognised, UnreadablePost, recognise
from evidence.deadline import TooIntricateError
from evidence.flags.catalogue import FLAGS

REFUSED = "import_refused"
"""Where the session keeps answers that were refused, until the post is saved."""
UNKEPT = ("csrfmiddlewaretoken", "text")
LARGEST_ANSWERS = 200_000
"""Characters of answers that are kept so [house]: titles and names, never the post itself."""


@never_cache
@require_http_methods(["GET", "POST"])
def import_post(request: HttpRequest) -> HttpResponse:
    """First screen: the post. It leads to the second, at an address of its own, whose form comes back here."""
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    if request.method == "GET":
        return _ask(request, *import_again.post_again(request))
    form = PostForm(request.POST, request.FILES)
    if not form.is_valid():
        return redirect(import_again.keep_post(request, form))
    if "save" not in request.POST:
        import_again.forget(request, "newsroom:import")
        kept = _with_pictures(request, form)
        for words in kept.missing[:10] if kept else ():
            messages.warning(request, f"A picture was not taken in. {words}")
        post = posts_in_hand.take(text=kept.text if kept else form.post, name=form.name, by=request.user)  # type: ignore[arg-type]
        return redirect("newsroom:import-read", post.pk)
    found = _recognised(form)
    if found is None:
        return _ask(request, form, status=400)
    choices = ChoicesForm(request.POST, recognised=found)
    if not choices.is_valid():
        return _refused(request, form, found, choices)
    return _save(request, form, found, choices)


@never_cache
@require_GET
def recognised_post(request: HttpRequest, pk: int) -> HttpResponse:
    """Second screen: what was recognised. Loaded again it is read again, and no browser asks whether to send a form."""
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    post = posts_in_hand.held(pk=pk, by=request.user)  # type: ignore[arg-type]
    if post is None:
        messages.info(
            request, "That post is saved already, or was left for more than a day. If so, bring it once more."
        )
        return redirect("newsroom:import")
    form = PostForm({"text": post.text, "filename": post.name})
    found = _recognised(form) if form.is_valid() else None
    if found is None:
        return _ask(request, form, status=400)
    return _show(request, form, found, _answered_before(request, found, pk), hand=pk)


def _with_pictures(request: HttpRequest, form: PostForm) -> word_pictures.Kept | None:
    """The text with the pictures that came in a document or archive; None where none came."""
    if form.document:
        return word_pictures.keep(text=form.post, document=form.document, by=request.user)  # type: ignore[arg-type]
    if form.beside:
        pictures = [(picture.name, picture.data) for picture in form.beside]
        return word_pictures.keep_beside(text=form.post, name=form.name, pictures=pictures, by=request.user)  # type: ignore[arg-type]
    return None


def _refused(
    request: HttpRequest, form: PostForm, found: Recognised, choices: ChoicesForm, refusal: str = ""
) -> HttpResponse:
    """Back to the address of the second screen, with what was typed and why, so that no browser asks whether to send it
    again. A post that is in hand no more is answered where it came."""
    hand = _hand(request)
    sent = {name: request.POST.getlist(name) for name in request.POST if name not in UNKEPT}
    post = posts_in_hand.held(pk=hand, by=request.user) if hand else None  # type: ignore[arg-type]
    if post is None or post.text != form.post or len(json.dumps(sent)) > LARGEST_ANSWERS:
        return _show(request, form, found, choices, status=400)
    request.session[REFUSED] = {"hand": hand, "sent": sent, "refusal": refusal}
    return redirect("newsroom:import-read", hand)


def _answered_before(request: HttpRequest, found: Recognised, pk: int) -> ChoicesForm:
    """The answers that were refused for this post, with the reasons; where there are none, what was recognised."""
    before = request.session.get(REFUSED, {})
    if before.get("hand") != pk:
        return ChoicesForm(recognised=found)
    sent = QueryDict(mutable=True)
    for name, values in before["sent"].items():
        sent.setlist(name, values)
    choices = ChoicesForm(sent, recognised=found)
    if choices.is_valid() and before["refusal"]:
        choices.add_error(None, before["refusal"])
    return choices


def _recognised(form: PostForm) -> Recognised | None:
    """What the engine reads in it; None where it cannot, which the form then says."""
    try:
        read = apart.SENT.run(recognise, seconds=settings.IMPORT_SECONDS, wait=settings.IMPORT_SECONDS)
        return read(form.post, form.name, today=timezone.localdate())
    except (UnreadablePost, TooIntricateError, apart.Busy) as problem:
        form.add_error(None, str(problem))
        return None


def _save(request: HttpRequest, form: PostForm, found: Recognised, choices: ChoicesForm) -> HttpResponse:
    try:
        article = import_article(
            text=form.post,
            filename=form.name,
            by=request.user,  # type: ignore[arg-type]
            choices=choices.choices(),
        )
    except ImportRefused as refusal:
        choices.add_error(None, str(refusal))
        return _refused(request, form, found, choices, str(refusal))
    request.session.pop(REFUSED, None)
    if hand := _hand(request):
        posts_in_hand.let_go(pk=hand, by=request.user)  # type: ignore[arg-type]
    assess_after_commit(article.pk)
    messages.success(request, f"The draft “{article.title}” is saved. The engine is reading it now.")
    warn_of_retracted(request, article)
    return redirect("admin:articles_article_change", article.pk)


def _hand(request: HttpRequest) -> int:
    given = request.POST.get("hand", "")
    return int(given) if given.isdecimal() and len(given) < 18 else 0


def _ask(request: HttpRequest, form: PostForm, file: str = "", *, status: int = 200) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": "Import an article", "form": form, "file": file}
    return render(request, "newsroom/import.html", context, status=status)


def _show(
    request: HttpRequest, form: PostForm, found: Recognised, choices: ChoicesForm, *, status: int = 200, hand: int = 0
) -> HttpResponse:
    kept = set(choices["references"].value() or ())
    named = set(choices["products"].value() or ())
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Import: what was recognised",
        "post": form.post,
        "filename": form.name,
        "found": found,
        "form": choices,
        "hand": hand or _hand(request),
        "already": recognised.already(form.post, found),
        "known_author": _known(str(choices["author_name"].value() or "")),
        "references": recognised.references(found, kept),
        "lost": recognised.lost(found),
        "pictures": recognised.pictures(found, [choices[f"alt-{index}"] for index in range(len(choices.pictures))]),
        "products": recognised.products(found, choices, named),
        "left_out": recognised.left_out(found),
        "flags": _worst(found),
        "counts": found.flag_counts.items(),
    }
    return render(request, "newsroom/import_review.html", context, status=status)


def _known(name: str) -> Contributor | None:
    return Contributor.objects.filter(name__iexact=name.strip()).first() if name.strip() else None


def _worst(found: Recognised) -> list[dict[str, Any]]:
    """How often each flag was raised, blockers first."""
    tally: dict[tuple[str, str], int] = {}
    for flag in found.assessment.flags if found.assessment else ():
        key = (flag.severity.value, flag.code)
        tally[key] = tally.get(key, 0) + 1
    order = ("blocker", "warning", "note")
    return [
        {"severity": severity, "title": FLAGS[code].title, "number": number}
        for (severity, code), number in sorted(tally.items(), key=lambda row: (order.index(row[0][0]), -row[1]))
    ]
