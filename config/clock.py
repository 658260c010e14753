"""The clock that sends what is due again and again: Celery's beat, sound when the machine's time goes back.

Celery puts down when it last sent each task and waits until an interval after that. Where the time was wrong and is
set right, "last" lies ahead: it would send nothing until then, and nothing scheduled would be published.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

from celery.beat import PersistentScheduler

logger = logging.getLogger(__name__)

AHEAD = timedelta(seconds=2)
"""What machines that keep their time may differ by while it is being set [house]."""


class Clock(PersistentScheduler):  # type: ignore[misc]  # Celery has no types
    """Takes a last time that is still to come for one that has just been."""

    def tick(self, *args: Any, **kwargs: Any) -> float:
        now = self.app.now()
        ahead = [entry for entry in self.schedule.values() if entry.last_run_at > now + AHEAD]
        if ahead:
            logger.warning("The machine's time went back: %d tasks are counted from now.", len(ahead))
            for entry in ahead:
                entry.last_run_at = now
            self._heap = None
        return float(super().tick(*args, **kwargs))
