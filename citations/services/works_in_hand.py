"""Holds what was pasted under "Add works" between its screens, so that each can be loaded again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from citations.models import WorksInHand

KEPT = timedelta(days=1)
"""After so long it goes [house]: what was added is in the library."""
FEW = 5
"""Lists that one person may have in hand; the oldest goes [house]."""


@transaction.atomic
def take(*, text: str, name: str, by: User, said: Mapping[str, list[str]] | None = None) -> WorksInHand:
    """The caller has bounded the text and looked at the permission. What lies here for too long goes."""
    row = WorksInHand.objects.create(person=by, text=text.replace("\0", ""), name=name[-250:], said=dict(said or {}))
    WorksInHand.objects.filter(read_at__lt=timezone.now() - KEPT).delete()
    old = list(WorksInHand.objects.filter(person=by).values_list("pk", flat=True)[FEW:])
    WorksInHand.objects.filter(pk__in=old).delete()
    return row


def held(*, number: str, by: User) -> WorksInHand | None:
    """Nobody sees the lists of others."""
    if not number.isdecimal() or len(number) > 18:
        return None
    return WorksInHand.objects.filter(pk=number, person=by).first()


def came_in(*, row: WorksInHand, told: Mapping[str, Any]) -> None:
    """It is saved; what was pasted is needed no more."""
    row.text, row.said, row.added = "", {}, dict(told)
    row.save(update_fields=["text", "said", "added"])
