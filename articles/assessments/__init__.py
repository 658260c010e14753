"""The one bridge between rows and the engine: an article's rows in, its claims, links and flags out and saved.

In: an article with its works, products and people. Out: an Assessment, and rows that hold it.
May not import: `services`, `rendering` or any room above.
"""

from __future__ import annotations

from articles.assessments.bases import basis_of, changed, digest
from articles.assessments.endings import Saved
from articles.assessments.engine import engine_version
from articles.assessments.findings import save
from articles.assessments.first_findings import FirstReading, save_first
from articles.assessments.readings import assess, product_of, source_of
from articles.assessments.rows import Rows, rows_of_new

__all__ = [
    "FirstReading",
    "Rows",
    "Saved",
    "assess",
    "basis_of",
    "changed",
    "digest",
    "engine_version",
    "product_of",
    "rows_of_new",
    "save",
    "save_first",
    "source_of",
]
