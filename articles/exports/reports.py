"""The report of an import as a table: a line for each post, what became of it and what to look at."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import Any

HEAD = (
    *("number", "post", "state", "article", "title", "references", "to check", "pictures without text"),
    *("pictures not found", "reason"),
)


def line(row: Any) -> Sequence[Any]:
    """The cells of one post of a batch."""
    told, title = row.told, row.article.title if row.article else ""
    found = (told.get("references", ""), told.get("to_check", ""), told.get("no_alt", ""))
    missing = "; ".join(told.get("missing", ()))
    return (
        row.number,
        row.shown_name,
        row.get_state_display(),
        row.article_id or "",
        title,
        *found,
        missing,
        row.reason,
    )


def write(out: Any, lines: Iterable[Sequence[Any]]) -> None:
    """Writes CSV. A cell that begins like a formula is none in a spreadsheet either."""
    writer = csv.writer(out)
    writer.writerow(HEAD)
    for cells in lines:
        writer.writerow(
            f"'{cell}" if isinstance(cell, str) and cell[:1] in tuple("=+-@\t\r") else cell for cell in cells
        )
