"""Settings, addresses, Celery, and the servers that `make demo` and the tests start.

In: environment variables. Out: a running site and worker.
May not hold rules of the field.
"""

from __future__ import annotations

from config.celery import app as celery_app

__all__ = ["celery_app"]
