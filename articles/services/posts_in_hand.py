"""Holds the post of an import between its two screens, so that the second can be loaded again. Nothing is on record."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from articles.models import PostInHand
from articles.services.errors import require

KEPT = timedelta(days=1)
"""After so long a post that was never saved goes [house]: whoever brought it still has it."""
FEW = 5
"""Posts that one person may have in hand; the oldest goes [house]."""


@transaction.atomic
def take(*, text: str, name: str, by: User) -> PostInHand:
    """Raises NotAllowed. The caller has bounded the text. PostgreSQL keeps no NUL, and no article may hold one."""
    require(by, "add_article", "write articles")
    row = PostInHand.objects.create(person=by, text=text.replace("\0", ""), name=name)
    old = list(PostInHand.objects.filter(person=by).values_list("pk", flat=True)[FEW:])
    PostInHand.objects.filter(pk__in=old).delete()
    return row


def held(*, pk: int, by: User) -> PostInHand | None:
    """Nobody sees the posts of others."""
    return PostInHand.objects.filter(pk=pk, person=by).first()


def let_go(*, pk: int, by: User) -> None:
    """It is saved."""
    PostInHand.objects.filter(pk=pk, person=by).delete()


def sweep(*, now: datetime) -> int:
    """How many went."""
    return PostInHand.objects.filter(read_at__lt=now - KEPT).delete()[0]
