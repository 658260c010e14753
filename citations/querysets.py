"""Questions asked of many works of the library at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from citations.models import Citation  # noqa: F401 - it stands in the base below


class CitationQuerySet(models.QuerySet["Citation"]):
    def retracted(self) -> Self:
        return self.filter(status="retracted")

    def lacking_identifier(self) -> Self:
        """Works that no service can look up: no DOI, PMID, PMCID or address is known."""
        return self.filter(doi=None, pmid=None, pmcid=None, url="")
