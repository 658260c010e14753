"""Questions asked of many articles, revisions and flags at once. `published()` is defined here and only here."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

if TYPE_CHECKING:
    from articles.models import Article, Flag  # noqa: F401 - they stand in the bases below


class ArticleQuerySet(models.QuerySet["Article"]):
    def published(self) -> Self:
        """What the public may see: a live revision stands. Withdrawing takes it away; the database sees to it."""
        return self.filter(live_revision__isnull=False)

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def due(self, now: datetime) -> Self:
        """Scheduled articles whose time has come."""
        return self.filter(status="scheduled", scheduled_for__lte=now)

    def needing_assessment(self, engine_version: str) -> Self:
        """Drafts that changed since the engine last read them, whose works did, or that another version read."""
        return self.filter(
            Q(assessed_version__isnull=True)
            | ~Q(assessed_version=F("version"))
            | ~Q(assessed_engine=engine_version)
            | Q(self._work_changed())
        )

    def _work_changed(self) -> Exists:
        """Whether a work on an article's list changed since the article was assessed."""
        same = self.model._default_manager.filter(pk=OuterRef("pk"))
        return Exists(same.filter(citations__updated_at__gt=OuterRef("assessed_at")))


class FlagQuerySet(models.QuerySet["Flag"]):
    def open(self) -> Self:
        return self.filter(state="open")

    def blockers(self) -> Self:
        return self.filter(severity="blocker")

    def worst_first(self) -> Self:
        return self.order_by("severity_rank", "article_id", "place", "pk")
