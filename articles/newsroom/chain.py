"""One article's entries of the log as a file, to be verified elsewhere (docs/log.md)."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from articles.services.log_export import chain_of
from articles.services.own_drafts import seen_by


@never_cache
@require_GET
def chain(request: HttpRequest, pk: int) -> HttpResponse:
    """Sends the file. The characters stand as they were hashed, not as escapes."""
    if not request.user.has_perms(["articles.view_article", "articles.view_logentry"]):
        raise PermissionDenied
    article = get_object_or_404(seen_by(request.user), pk=pk)
    found = chain_of(article=article, by=request.user)  # type: ignore[arg-type]
    response = JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Disposition"] = f'attachment; filename="log-of-article-{article.pk}.json"'
    return response
