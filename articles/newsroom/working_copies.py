"""What the writing page's script asks: keep this, who else is here, am I still logged in."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from articles.models import Article
from articles.newsroom.markdown_editor import guarded
from articles.services import errors, working_copies
from articles.services.own_drafts import seen_by

OVERHEAD = 64 * 1024
NAMES = 2000
"""Fields of one form; the articles with most rows have a few hundred."""


def _refuse(message: str, status: int) -> HttpResponse:
    return JsonResponse({"error": message}, status=status)


@guarded(lambda: 4 * settings.IMPORT_MAX_KB * 1024 + OVERHEAD, _refuse)
def keep(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """Keeps what the page holds and answers who else is there.

    In, as JSON: `tab`, `serial`, `version`, and `form` (names with lists of values) or null for a mere beat; `left`
    where the page is being closed. Out: when it was kept, who else is here, and what the article has become since.
    """
    article = seen_by(request.user).filter(pk=pk).select_related("modified_by").first() if pk else None
    if pk and article is None:
        raise Http404
    said = _read(request.body)
    if said is None:
        return _refuse("This could not be read.", 400)
    by: Any = request.user
    try:
        if said["left"] and said["form"] is None:
            working_copies.require_writing(by, article)
            working_copies.leave(article=article, by=by, tab=said["tab"])
            return JsonResponse({"left": True})
        given = {name: said[name] for name in ("tab", "serial", "version", "form")}
        copy = working_copies.keep(article=article, by=by, open_page=not said["left"], **given)
    except errors.NotAllowed as refusal:
        return _refuse(str(refusal), 403)
    except working_copies.ArticleGone as refusal:
        return _refuse(str(refusal), 404)
    except errors.ServiceError as refusal:
        return _refuse(str(refusal), 413)
    answer: dict[str, Any] = {
        "serial": copy.serial,
        "kept": copy.form is not None and copy.serial == said["serial"],
        "at": f"{timezone.localtime(copy.kept_at):%H:%M}" if copy.kept_at else "",
    }
    if article is not None:
        answer |= _news(article, by, said["tab"], said["version"])
    return JsonResponse(answer)


def _news(article: Article, by: Any, tab: str, version: int) -> dict[str, Any]:
    present = working_copies.present(article, by, tab)
    news: dict[str, Any] = {
        "status": article.status,
        "present": render_to_string("newsroom/present.html", {"present": present}).strip(),
    }
    if article.version != version:
        person = article.modified_by
        who = (person.get_full_name() or person.get_username()) if person else "Somebody"
        news["saved"] = f"{who} saved version {article.version} at {timezone.localtime(article.modified_at):%H:%M}."
    return news


def _read(body: bytes) -> dict[str, Any] | None:
    """The message in the shape it should have, or None."""
    try:
        said = json.loads(body)
    except ValueError:
        return None
    if not isinstance(said, dict):
        return None
    tab, serial, version, form = (said.get(name) for name in ("tab", "serial", "version", "form"))
    if not isinstance(tab, str) or not 8 <= len(tab) <= 40 or not all(_is_number(one) for one in (serial, version)):
        return None
    if form is not None and not _is_form(form):
        return None
    return {"tab": tab, "serial": serial, "version": version, "form": form, "left": bool(said.get("left"))}


def _is_number(given: Any) -> bool:
    return isinstance(given, int) and not isinstance(given, bool) and 0 <= given < 2**53


def _is_form(given: Any) -> bool:
    """Names with lists of texts. Neither PostgreSQL nor a form holds NUL."""
    return (
        isinstance(given, dict)
        and len(given) <= NAMES
        and all(
            isinstance(values, list) and all(isinstance(one, str) and "\0" not in one for one in values)
            for values in given.values()
        )
    )


@never_cache
@require_GET
def session(request: HttpRequest) -> HttpResponse:
    """Who is logged in, and the token that forms carry now."""
    user = request.user
    if not user.is_authenticated or not user.is_staff:
        return JsonResponse({"person": None})
    return JsonResponse({"person": user.pk, "name": user.get_username(), "token": get_token(request)})


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Throws the person's own copy away."""
    working_copies.discard(pk=pk, by=request.user)  # type: ignore[arg-type]
    return HttpResponse(status=204)
