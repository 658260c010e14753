"""The one bridge between rows and the engine: an article's rows in, its claims, links and flags out and saved."""

from __future__ import annotations

from articles.assessments.findings import save
from articles.assessments.readings import assess, product_of, source_of

__all__ = ["assess", "product_of", "save", "source_of"]
