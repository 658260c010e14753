"""How long the engine may take over a text, by what waits for it: a reader of a preview, an import, or nobody."""

from __future__ import annotations

import time

from django.conf import settings

from evidence.deadline import Deadline


def for_preview() -> Deadline:
    """Somebody types and waits: `PREVIEW_SECONDS` from now."""
    return Deadline.after(settings.PREVIEW_SECONDS, time.monotonic)


def for_import() -> Deadline:
    """Somebody has sent a form and waits: `IMPORT_SECONDS` from now."""
    return Deadline.after(settings.IMPORT_SECONDS, time.monotonic)


def for_assessment() -> Deadline:
    """Nobody waits but other drafts: `ASSESSMENT_SECONDS` from now."""
    return Deadline.after(settings.ASSESSMENT_SECONDS, time.monotonic)


AMONG_OTHERS = 5.0
"""Seconds for one of several drafts that are read in one transaction [house]: one that takes longer is read alone."""


def among_others() -> Deadline:
    """Others wait for it to be done, and somebody may wait for all of them."""
    return Deadline.after(min(AMONG_OTHERS, settings.ASSESSMENT_SECONDS), time.monotonic)
