"""Who may correct works, and who is told of it: an answer given by hand counts before all others.

Authors add works and finish their records as long as no article stands on them. What a work is worth (design, size,
peer review, status, …) and whatever readers see of a work in use is said by those who may correct works, since a word
of theirs can clear a blocker, or a notice of retraction on a live page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.dispatch import Signal

from citations.models import Citation

CORRECT = "citations.correct_citation"

corrected = Signal()
"""Sent with `citation`, `by`, `changes` (name: [before, after]) and `reason` when a person changed a work by hand,
within the transaction of the change."""

USES: list[Callable[[Citation], bool]] = []
"""Further questions whether a work is in use; other apps put theirs in."""


def is_used(citation: Citation) -> bool:
    """Whether an article stands on the work, or readers see it."""
    return citation.article_citations.exists() or any(ask(citation) for ask in USES)


def may_correct(by: Any) -> bool:
    return bool(by.has_perm(CORRECT))


def may_change(citation: Citation, by: Any) -> bool:
    """Whether somebody may finish the record of this work. Facts and status are left to those who may correct."""
    return bool(by.has_perm("citations.change_citation")) and (may_correct(by) or not is_used(citation))


def require(by: User) -> None:
    """Raises PermissionDenied."""
    if not may_correct(by):
        raise PermissionDenied("You may not correct works of the library. Ask an editor.")


def tell(citation: Citation, *, by: User, changes: Mapping[str, Any], reason: str = "") -> None:
    """Lets whoever keeps a log know. Values are made fit for JSON and shortened."""
    said = {name: [_plain(before), _plain(after)] for name, (before, after) in changes.items() if before != after}
    if said:
        corrected.send(sender=Citation, citation=citation, by=by, changes=said, reason=reason[:500])


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int):
        return value
    return str(value)[:500]
