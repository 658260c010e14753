"""The working draft as readers would see it, for those who work on it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

import apart
from articles import services
from articles.models import Article, Revision
from articles.reader.responses import policy
from articles.reader.views import article_context
from articles.services.own_drafts import seen_by
from evidence.deadline import TooIntricateError


@never_cache
@require_GET
def as_readers_see_it(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page of the saved draft. The revision that an approval would make is made and thrown away.

    Words that the engine has not read yet are read first, apart, so that no mark stands in the wrong place.
    """
    if not request.user.has_perm("articles.view_article"):
        raise PermissionDenied
    article = get_object_or_404(seen_by(request.user), pk=pk)
    by: Any = request.user
    revision_of = _revision_of
    if not article.is_assessed:
        revision_of = apart.SENT.run(_revision_of, seconds=settings.IMPORT_SECONDS, wait=settings.IMPORT_SECONDS)
    try:
        revision = revision_of(article, by)
    except (TooIntricateError, apart.Busy) as problem:
        messages.error(request, str(problem))
        return redirect("admin:articles_article_change", pk)
    response = render(request, "articles/article.html", article_context(revision))
    response["Content-Security-Policy"] = policy()
    return response


def _revision_of(article: Article, by: User) -> Revision:
    with transaction.atomic():
        if not article.is_assessed:
            services.assess_article(article_id=article.pk)
            article.refresh_from_db()
        revision = services.snapshot(article=article, by=by)
        transaction.set_rollback(True)
    return revision
