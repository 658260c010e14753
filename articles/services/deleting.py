"""Deletes a draft that nobody has judged yet; whatever was approved or decided stays on record."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from articles.models import Article, Decision, Revision
from articles.services import log
from articles.services.errors import NotAllowed, require


def kept_because(article: Article) -> str:
    """Why this article stays, in words; "" where it may go. What the engine found goes with its draft."""
    if Revision.objects.filter(article=article).exists():
        return "This article cannot be deleted: revisions of it are on record. Withdraw it instead."
    if Decision.objects.filter(flag__article=article).exists():
        return (
            "This draft cannot be deleted: somebody decided on a flag of it, and decisions stay on record. Leave it as "
            "a draft; nobody outside the newsroom sees it."
        )
    return ""


@transaction.atomic
def delete_draft(*, article: Article, by: User) -> None:
    """Raises NotAllowed for who may not, and for what stays on record."""
    require(by, "delete_article", "delete drafts")
    locked = Article.objects.select_for_update().get(pk=article.pk)
    if words := kept_because(locked):
        raise NotAllowed(words)
    log.record(
        action="draft-deleted", by=by, article=locked, data={"title": locked.title[:250], "version": locked.version}
    )
    locked.delete()
