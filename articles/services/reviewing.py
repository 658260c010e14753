"""Records that the medical reviewer named on the page has reviewed it: a name alone is no review."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from articles.models import Article, Role
from articles.models.claim import State
from articles.services import log
from articles.services.drafts import sources_changed
from articles.services.errors import WrongStatus, require

MISSING_REVIEWER = "missing-reviewer"


@transaction.atomic
def record_review(*, article: Article, by: User, on: date) -> Article:
    """Keeps the day of a review that took place elsewhere. The article is to be assessed and approved anew.

    Raises NotAllowed, and WrongStatus where no reviewer is named or the day is still to come.
    """
    require(by, "review_article", "record medical reviews")
    locked = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    if not locked.credits.filter(role=Role.REVIEWER).exists():
        raise WrongStatus("No medical reviewer is named. Name one among the people of the page first.")
    if on > timezone.localdate():
        raise WrongStatus("That day is still to come. Record a review once it has taken place.")
    Article.objects.filter(pk=locked.pk).update(reviewed_on=on, version=F("version") + 1)
    article.refresh_from_db(fields=["reviewed_on", "version"])
    sources_changed(article)
    data = {"reviewed_on": on.isoformat(), "version": article.version}
    log.record(action="review-recorded", by=by, article=article, data=data)
    return article


def reviewers_of(article: Article) -> set[int]:
    """The contributors named as medical reviewers of the article."""
    return set(article.credits.filter(role=Role.REVIEWER).values_list("contributor_id", flat=True))


@transaction.atomic
def reviewers_changed(*, article: Article, by: User, before: set[int]) -> bool:
    """Forgets the day of review where other people are named than those who reviewed then; whether it did.

    A day stands for the reviewers named when it was recorded: beside another name it would be untrue.
    """
    require(by, "change_article", "change articles")
    if article.reviewed_on is None or reviewers_of(article) <= before:
        return False
    Article.objects.filter(pk=article.pk).update(reviewed_on=None)
    article.reviewed_on = None
    log.record(action="review-forgotten", by=by, article=article, data={"version": article.version})
    return True


def review_by_approving(locked: Article, by: User) -> bool:
    """Where the approver is the reviewer named on the page, the approval is the review, and today its day.

    What the engine said of a missing review is mended by it. The caller holds the article's lock.
    """
    if not locked.credits.filter(role=Role.REVIEWER, contributor__user=by).exists():
        return False
    locked.reviewed_on = timezone.localdate()
    locked.save(update_fields=["reviewed_on"])
    unsettled = locked.flags.filter(code=MISSING_REVIEWER, state__in=(State.OPEN, State.ACCEPTED))
    unsettled.update(state=State.FIXED, closed_at=timezone.now())
    return True
