"""Ends an approval when something it rests on changed, and says what: one mechanism for whatever that is.

An approval keeps the hash of each of its inputs (`Revision.basis`). They are made again after every reading and before
anything goes live, so it makes no difference by which path a work, a person, a product, a topic or the engine changed.
"""

from __future__ import annotations

from django.db import transaction

from articles.models import Article
from articles.models.article import Status
from articles.services import log, telling
from articles.services.drafts import AFTER_A_CHANGE
from articles.services.gate import changed_since, in_words

AWAITED = (Status.APPROVED, Status.SCHEDULED)


@transaction.atomic
def end_if_changed(*, article_id: int) -> list[str]:
    """Takes the approval away where it rests on something that is otherwise now; the names of what changed."""
    article = Article.objects.select_for_update(no_key=True, of=("self",)).filter(pk=article_id).first()
    if article is None or article.status not in AWAITED:
        return []
    revision = article.review_revision
    changed = changed_since(article, revision) if revision else []
    if not revision or not changed:
        return []
    Article.objects.filter(pk=article_id).update(status=AFTER_A_CHANGE, review_revision=None, scheduled_for=None)
    data = {"number": revision.number, "changed": changed, "reason": f"Changed since: {in_words(changed)}."}
    log.record(action="approval-ended", by=None, article=article, revision=revision, data=data)
    telling.about(
        article,
        f"No longer approved: {article.title}",
        f"Since revision {revision.number} was approved, this changed: {in_words(changed)}. The draft is being read "
        "again. Submit it for review once more.",
    )
    return changed


def end_changed_approvals() -> list[int]:
    """Looks at every approval that waits; the articles whose approval ended."""
    ids = Article.objects.filter(status__in=AWAITED).order_by("pk").values_list("pk", flat=True)
    return [pk for pk in list(ids) if end_if_changed(article_id=pk)]
