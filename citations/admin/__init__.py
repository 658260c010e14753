"""The library in the newsroom."""

from __future__ import annotations

from citations.admin.batches import BatchAdmin
from citations.admin.citations import CitationAdmin

__all__ = ["BatchAdmin", "CitationAdmin"]
