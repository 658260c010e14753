"""What readers are told of changes: entries of the public record as pages, feeds and machines show them. No query."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from articles.models.amendment import AmendmentKind

THE_EDITORS = "the editors"
FOUND_BY = {
    AmendmentKind.SOURCE: "our daily check of the sources",
    AmendmentKind.OUT_OF_DATE: "our daily check of the sources",
    AmendmentKind.LINK: "our check of addresses",
    AmendmentKind.REVIEW_DUE: "the calendar",
}
"""Who is named where nobody wrote an entry."""
CORRECTING = (AmendmentKind.CORRECTION, AmendmentKind.RETRACTION, AmendmentKind.WITHDRAWAL)
"""Kinds that say of something readers were told that it did not hold."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the public record of an article. `number` is its own, and its anchor; for ever the same.

    `before` and `after` are numbers of revisions; `compared` says that both are and differ.
    """

    number: int
    kind: str
    label: str
    at: datetime
    wrong: str
    right: str
    who: str
    before: int | None
    after: int | None

    @property
    def anchor(self) -> str:
        return f"change-{self.number}"

    @property
    def compared(self) -> bool:
        return self.before is not None and self.after is not None and self.before != self.after

    @property
    def text(self) -> str:
        """Both halves as one line of plain text, for machines."""
        return f"Was wrong: {self.wrong} Is right: {self.right}" if self.wrong else self.right


def entries_of(rows: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """Rows of `Amendment.objects.values(*SHOWN)` or of `beside_articles`, in their order."""
    return tuple(entry_of(row) for row in rows)


def entry_of(row: Mapping[str, Any]) -> Entry:
    kind, at = AmendmentKind(row["kind"]), row["at"]
    return Entry(
        number=int(row["entry"]),
        kind=str(kind),
        label=str(kind.label),
        at=at if isinstance(at, datetime) else datetime.fromisoformat(str(at)),
        wrong=str(row["wrong"] or ""),
        right=str(row["right"]),
        who=str(row["by_name"] or "") or FOUND_BY.get(kind, THE_EDITORS),
        before=row["before__number"],
        after=row["after__number"],
    )
