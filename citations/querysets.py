"""Questions asked of many works of the library at once."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.contrib.auth.models import User
from django.db import models

if TYPE_CHECKING:
    from citations.models import Batch, Citation  # noqa: F401 - they stand in the bases below


class CitationQuerySet(models.QuerySet["Citation"]):
    def retracted(self) -> Self:
        return self.filter(status="retracted")

    def told_as(self, status: str, *, watched: date | None) -> Self:
        """Works that people are told to have this status: `services.watching.standing_of` asked of many works."""
        looked_for = models.Q(doi__gt="") | models.Q(pmid__gt="")
        if watched and status == "not-checked":
            return self.filter(~looked_for, status=status)
        if watched and status == "none-found":
            return self.filter(models.Q(status=status) | looked_for & models.Q(status="not-checked"))
        return self.filter(status=status)


class BatchQuerySet(models.QuerySet["Batch"]):
    def visible_to(self, user: User) -> Self:
        """People see what they started themselves; who may see all sees all."""
        return self if user.has_perm("citations.view_batch") else self.filter(by=user)

    def left_lying(self, before: datetime) -> Self:
        """What should be under way and has not moved since: its message was lost, or its worker died."""
        return self.filter(state__in=["waiting", "running"], moved_at__lt=before)
