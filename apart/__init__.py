"""Runs what computes for long beside the web process, so that no reader of a page waits for it.

In: a function of the project, its arguments and the seconds it may take. Out: what it returns or raises, or
TooIntricateError. May not import: any app of ours; it knows no model and no page.
"""

from __future__ import annotations

from apart.readers import BUSY, Busy, Reader

__all__ = ["BUSY", "SENT", "TYPED", "Busy", "Reader"]

TYPED = Reader("typed")
"""Reads what somebody is typing: short work, and one who types on asks again."""
SENT = Reader("sent")
"""Reads what somebody has sent with a form and waits for: an import, a list of works."""
