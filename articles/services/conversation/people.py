"""Who is concerned by an article, and who may read it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from articles.models import Article, LogEntry, Role
from articles.services.groups import EDITORS
from articles.services.own_drafts import seen_by
from articles.services.separation_of_duties import accounts_of, last_submission

BACKEND = "django.contrib.auth.backends.ModelBackend"
MOST = 50
"""Accounts that a question to everybody with a right is mailed to [house]: it stands at home for all of them."""


def name_of(person: Any) -> str:
    """As the newsroom calls a person."""
    return str(person.get_full_name() or person.get_username())


def holders(permission: str) -> QuerySet[User]:
    """Active staff with a permission of the articles, superusers included."""
    rows: QuerySet[User] = User.objects.with_perm(f"articles.{permission}", backend=BACKEND)
    return rows.filter(is_active=True, is_staff=True)


def authors_of(article: Article) -> list[User]:
    """Whose words they are: the accounts of its authors, of who began the draft, and of who submitted it last."""
    submission = last_submission(article)
    began = {article.created_by_id, submission.actor_id if submission else None}
    mine = Q(contributor__credits__article=article, contributor__credits__role=Role.AUTHOR)
    rows = User.objects.filter(mine | Q(pk__in=[pk for pk in began if pk]), is_active=True)
    return list(rows.distinct().order_by("pk"))


def judges_of(article: Article) -> list[User]:
    """Who approved or scheduled it last."""
    acts = LogEntry.objects.filter(article_id=article.pk, action__in=("approved", "scheduled")).order_by("-pk")[:5]
    rows = User.objects.filter(pk__in=[entry.actor_id for entry in acts if entry.actor_id], is_active=True)
    return list(rows.order_by("pk"))


def reviewers_named(article: Article) -> list[User]:
    """The accounts of the medical reviewers whom the page names."""
    named = Q(contributor__credits__article=article, contributor__credits__role=Role.REVIEWER)
    return list(User.objects.filter(named, is_active=True).distinct().order_by("pk"))


def independent(article: Article, permission: str) -> list[User]:
    """Who may do it and is not among those whose work it is."""
    own = {*accounts_of(article), article.created_by_id}
    return list(holders(permission).exclude(pk__in=[pk for pk in own if pk]).order_by("pk")[:MOST])


def concerned(article: Article) -> list[User]:
    """Editors, and everybody credited on the article."""
    rows = User.objects.filter(Q(groups__name=EDITORS) | Q(contributor__credits__article=article), is_active=True)
    return list(rows.distinct().order_by("pk"))


def editors() -> list[User]:
    """Who looks after what readers report."""
    return list(holders("review_article").filter(groups__name=EDITORS).distinct().order_by("pk")[:MOST])


def may_read(person: User, article: Article) -> bool:
    return bool(person.is_active and person.is_staff and readable(person, [article.pk]))


def readable(person: User, articles: Iterable[int]) -> set[int]:
    """Which of these articles the person may read in the newsroom."""
    if not (person.is_active and person.is_staff and person.has_perm("articles.view_article")):
        return set()
    return set(seen_by(person).filter(pk__in=list(articles)).values_list("pk", flat=True))
