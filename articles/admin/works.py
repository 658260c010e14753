"""What articles add to the list of works: whether they use them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import BooleanField, QuerySet
from django.db.models.expressions import RawSQL
from django.http import HttpRequest

from articles.newsroom.navigation import USES
from articles.newsroom.work_uses_sql import NOT_USED, USED, USED_ON_PAGE
from citations.admin import filters
from citations.models import Citation


class UsedFilter(filters.WorkFilter):
    """Counts drafts and what readers see, as the page "Cited by our articles" does."""

    title = "cited by our articles"
    parameter_name = "used"
    conditions = {"yes": USED, "page": USED_ON_PAGE, "no": NOT_USED}

    def offered(self) -> Mapping[str, str]:
        return {"yes": "Yes, in a draft or on a live page", "page": "Yes, on a live page", "no": "No"}

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        """Nothing for people who may not see articles; the filter is not there then."""
        return super().lookups(request, model_admin) if request.user.has_perms(USES) else []

    def narrowed(self, works: QuerySet[Citation], value: str) -> QuerySet[Citation]:
        # The statements are ours and take nothing from the request.
        return works.filter(RawSQL(self.conditions[value], (), output_field=BooleanField()))  # noqa: S611


filters.offer(UsedFilter, before=filters.AddedFilter)
