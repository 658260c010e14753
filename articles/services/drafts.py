"""Saves working drafts, so that two people at one article never overwrite each other."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Case, F, Value, When
from django.utils import timezone

from articles.models import Article
from articles.models.article import Status
from articles.services import log
from articles.services.ended_reviews import ON_THE_WAY, Ended, ended_by_saving, what_would_end
from articles.services.errors import NotAllowed, ServiceError, require
from articles.services.own_drafts import require_seen
from articles.services.review_record import is_on_record
from articles.services.telling import changed_by_another

WORDS = (
    "title",
    "slug",
    "standfirst",
    "body",
    "market",
    "advice_notice",
    "harms_covered",
    "evidence_to",
    "next_review",
    "reviewed_on",
)
"""The fields of an article that people edit."""

READ = ("title", "standfirst", "body")
"""What a medical reviewer has read."""

AFTER_A_CHANGE = Case(
    When(status__in=ON_THE_WAY, live_revision__isnull=False, then=Value(Status.PUBLISHED)),
    When(status__in=ON_THE_WAY, then=Value(Status.DRAFT)),
    default=F("status"),
)


class EditConflict(ServiceError):
    """Somebody saved the article meanwhile. `current` is what stands now, `attempted` what could not be saved.

    Nothing is lost: `attempted` still holds every word of the one who came second.
    """

    def __init__(self, *, current: Article, attempted: Article) -> None:
        person = current.modified_by
        who = (person.get_full_name() or person.get_username()) if person else "Somebody else"
        super().__init__(
            f"{who} saved this article after you opened it. Your text was not saved and is still here: compare the "
            "two, then save again."
        )
        self.current = current
        self.attempted = attempted


class WouldEnd(ServiceError):
    """Saving would end a review, an approval or a schedule, and whoever saves was not told so. Nothing was saved."""

    def __init__(self, article: Article) -> None:
        super().__init__("Saving would end what the article waits for. Say that it may end, then save again.")
        self.article = article


class ArticleGone(ServiceError):
    """The article is no longer there."""


@transaction.atomic
def save_draft(
    *, article: Article, by: User, expected_version: int | None, ends: Collection[str] = ON_THE_WAY
) -> Article:
    """Saves a new or changed draft and counts its version up.

    `expected_version` is the version the person began with; None saves over whatever stands. An approval, a
    schedule and a place in review end, since they were about other words; a live revision stays live. `ends` are
    the statuses that may end so; that one of them did is on the log by itself, and told to the people concerned.
    Raises NotAllowed, EditConflict, WouldEnd, ArticleGone and ValidationError.
    """
    new = article.pk is None
    require(by, "add_article" if new else "change_article", "write articles" if new else "change articles")
    require_seen(article, by)
    # Browsers send \r\n, PostgreSQL refuses NUL, and the engine's offsets must be those of the text as kept.
    article.body = article.body.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    forgotten = _keep_review(article)
    ended = _may_end(article, ends)
    article.full_clean(
        exclude=["live_revision", "review_revision", "created_by", "modified_by"], validate_constraints=False
    )
    _keep_address(article)
    if new:
        article.created_by = article.modified_by = by
        article.save()
    else:
        _update(article, by, expected_version)
        changed_by_another(article, by)
        if ended:
            ended_by_saving(article, by, ended)
    if forgotten:
        log.record(action="review-forgotten", by=by, article=article, data={"version": article.version})
    log.record(action="created" if new else "draft-saved", by=by, article=article, data={"version": article.version})
    return article


def _may_end(article: Article, ends: Collection[str]) -> Ended | None:
    """What a save ends, looked up before it does. The row is held, so that it cannot be submitted meanwhile."""
    stored = Article.objects.select_for_update(no_key=True).filter(pk=article.pk).first()
    if stored is None or stored.status not in ON_THE_WAY:
        return None
    if stored.status not in ends:
        raise WouldEnd(stored)
    return what_would_end(stored)


def _keep_review(article: Article) -> bool:
    """The day of the medical review is set by the reviewer alone, and goes when the words do; whether it went.

    What was reviewed were other words then. A day that nobody recorded goes with the next save, whatever changed.
    """
    stored = Article.objects.filter(pk=article.pk).first()
    day = stored.reviewed_on if stored else None
    if article.reviewed_on not in (day, None):
        raise NotAllowed("You may not record a medical review. The reviewer whom the page names does.")
    if stored is None or day is None:
        return False
    same = all(getattr(stored, name) == getattr(article, name) for name in READ)
    article.reviewed_on = day if same and is_on_record(stored) else None
    return article.reviewed_on is None


def _keep_address(article: Article) -> None:
    """A draft may not move what readers have links to."""
    if Article.objects.filter(pk=article.pk, published_at__isnull=False).exclude(slug=article.slug).exists():
        raise ValidationError(
            {
                "slug": "Readers know the article by its address, so it stays as it is here. A publisher can change it "
                "under “Change the address”: the old one then leads to the new one."
            }
        )


def _update(article: Article, by: User, expected_version: int | None) -> None:
    """One UPDATE that asks for the version and sets the next, so nobody can come between."""
    rows = Article.objects.filter(pk=article.pk)
    if expected_version is not None:
        rows = rows.filter(version=expected_version)
    changed = rows.update(
        **{name: getattr(article, name) for name in WORDS},
        status=AFTER_A_CHANGE,
        review_revision=None,
        scheduled_for=None,
        version=F("version") + 1,
        modified_by=by,
        modified_at=timezone.now(),
    )
    if not changed:
        current = Article.objects.select_related("modified_by").filter(pk=article.pk).first()
        if current is None:
            raise ArticleGone("This article is no longer there. Copy your text and start a new one.")
        raise EditConflict(current=current, attempted=article)
    article.refresh_from_db(
        fields=["status", "review_revision", "scheduled_for", "version", "modified_by", "modified_at"]
    )


def sources_changed(article: Article) -> None:
    """After a change that leaves the words alone but not what they stand on: assess and approve anew."""
    Article.objects.filter(pk=article.pk).update(
        status=AFTER_A_CHANGE, review_revision=None, scheduled_for=None, assessed_version=None
    )
    article.refresh_from_db(fields=["status", "review_revision", "scheduled_for", "assessed_version"])
