"""The library in the newsroom: the list of works, the page of each, adding and bulk work.

In: requests of signed-in staff. Out: pages of the Django admin; each act is one call of a service.
May not import: `tasks` or `management`.
"""

from __future__ import annotations

from citations.admin.batches import BatchAdmin
from citations.admin.citations import CitationAdmin

__all__ = ["BatchAdmin", "CitationAdmin"]
