"""The medical review: an act of its own, by the person whom the page names, of the page as it will be published.

A name alone is no review, nor is an approval, nor an editor's word that there was one.
"""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.models import Article, Role
from articles.models.article import Status
from articles.services import log
from articles.services.errors import NotAllowed, WrongStatus, require
from articles.services.interests import need_no_interest
from articles.services.separation_of_duties import is_author


def named_as_reviewer(article: Article, person: User) -> bool:
    """Whether the page names the person behind this account as its medical reviewer."""
    return article.credits.filter(role=Role.REVIEWER, contributor__user=person).exists()


@transaction.atomic
def record_review(*, article: Article, by: User, version: int, on: date | None = None) -> Article:
    """Records that `by` has reviewed the page as it stands at `version`, today or on an earlier day.

    The draft stays in review and is read again, since readers are told of the review. Raises NotAllowed for anybody
    but the reviewer named, and WrongStatus where the draft is not in review, moved on, or was not read yet.
    """
    require(by, "review_medically", "record medical reviews")
    locked = Article.objects.select_for_update(no_key=True).get(pk=article.pk)
    if not named_as_reviewer(locked, by):
        raise NotAllowed(
            "The page does not name you as its medical reviewer. Only the person named records the review; an "
            "administrator says whose account that person has."
        )
    if is_author(locked, by):
        raise NotAllowed("You are one of the authors, and nobody reviews their own work.")
    need_no_interest(locked, by, "record a medical review of this page")
    if locked.status != Status.IN_REVIEW:
        raise WrongStatus("A review is recorded while the article is in review, once its words are settled.")
    if locked.version != version:
        raise WrongStatus("The draft was changed after you opened it. Read the page again, then record your review.")
    if not locked.is_assessed:
        raise WrongStatus("The engine is still reading this version. Wait a moment, then look at the page again.")
    day = on or timezone.localdate()
    if day > timezone.localdate():
        raise WrongStatus("That day is still to come. Record a review once it has taken place.")
    # No other words, so no other version: whoever approves may go on reading. The page says something more, though.
    Article.objects.filter(pk=locked.pk).update(reviewed_on=day, assessed_version=None)
    article.refresh_from_db(fields=["reviewed_on", "assessed_version", "status"])
    data = {"reviewed_on": day.isoformat(), "version": version}
    log.record(action="medically-reviewed", by=by, article=article, data=data)
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
