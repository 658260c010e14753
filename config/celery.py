"""The Celery application; workers start with `celery -A config worker`."""

from __future__ import annotations

import os
from typing import Any

from celery import Celery, current_task
from celery.result import AsyncResult
from kombu.utils.uuid import uuid

from config import broken_messages, lost_acks
from config.hand_over import HandOver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

hand_over = HandOver()
broken_messages.install()
lost_acks.install()


class Application(Celery):  # type: ignore[misc]  # Celery has no types
    """Requests and commands hand their messages over; tasks and the clock send theirs themselves."""

    def send_task(self, name: str, args: Any = None, kwargs: Any = None, **options: Any) -> AsyncResult:
        """Sends a message, or puts it down to be sent at once by a thread of its own. The answer says nothing."""
        if current_task or options.get("producer") or options.get("connection"):
            return super().send_task(name, args, kwargs, **options)
        task_id = options.pop("task_id", None) or uuid()
        send = super().send_task
        what = (name, repr(args), repr(kwargs), repr(options.get("countdown")))
        hand_over.put(what, lambda: send(name, args, kwargs, task_id=task_id, **options))
        return self.AsyncResult(task_id)


app = Application("citewell")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
