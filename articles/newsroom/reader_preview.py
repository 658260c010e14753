"""The working draft as readers would see it, for those who work on it."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from articles import services
from articles.reader.responses import policy
from articles.reader.views import article_context
from articles.services.own_drafts import seen_by


@never_cache
@require_GET
def as_readers_see_it(request: HttpRequest, pk: int) -> HttpResponse:
    """The public page of the saved draft. The revision that an approval would make is made and thrown away.

    Words that the engine has not read yet are read here, so that no mark stands in the wrong place.
    """
    if not request.user.has_perm("articles.view_article"):
        raise PermissionDenied
    article = get_object_or_404(seen_by(request.user), pk=pk)
    with transaction.atomic():
        if not article.is_assessed:
            services.assess_article(article_id=article.pk)
            article.refresh_from_db()
        revision = services.snapshot(article=article, by=request.user)  # type: ignore[arg-type]
        transaction.set_rollback(True)
    response = render(request, "articles/article.html", article_context(revision))
    response["Content-Security-Policy"] = policy()
    return response
