"""The broker, the queues and the clock: which tasks run where and when. Part of config/settings.py."""

from __future__ import annotations

from celery.schedules import crontab
from django.core.exceptions import ImproperlyConfigured

from config.environment import env_int, env_str
from config.local_servers import valkey_url
from config.places import VAR_DIR

CELERY_BROKER_URL = env_str("CELERY_BROKER_URL", valkey_url(VAR_DIR))
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_TIME_LIMIT = env_int("CELERY_TASK_TIME_LIMIT", 300, at_least=10)
CELERY_TASK_SOFT_TIME_LIMIT = max(5, CELERY_TASK_TIME_LIMIT - 30)
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
# A worker without -Q takes from all in turn. With one of its own for `publication`, what is due goes out on time,
# however many drafts are long to read and however many works wait for slow services.
_QUEUES = {
    "publication": (
        "articles.tasks.publish_due",
        "articles.tasks.watch_retractions",
        "articles.tasks.refresh_pages",
        "articles.tasks.tell_hub",
    ),
    "celery": (),
    "lookups": tuple(
        f"citations.tasks.{name}" for name in ("complete_work", "check_link", "verify_work", "verify_written")
    ),
    "assessments": ("articles.tasks.assess_article", "articles.tasks.assess_stale"),
}
CELERY_TASK_QUEUES = {name: {"exchange": name, "routing_key": name} for name in _QUEUES}
CELERY_TASK_ROUTES = {task: {"queue": name, "routing_key": name} for name, tasks in _QUEUES.items() for task in tasks}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 3600, "socket_connect_timeout": 3, "socket_timeout": 10}
# A message that is not taken is dropped soon: the next sweep finds the row that asks for it (config/hand_over.py).
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 1, "interval_start": 0, "interval_step": 0.2, "interval_max": 0.2}
CELERY_TIMEZONE = "UTC"
CELERY_BEAT_SCHEDULER = "config.clock:Clock"
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "celerybeat-schedule")
SCHEDULE_SWEEP_SECONDS = env_int("SCHEDULE_SWEEP_SECONDS", 15, at_least=1)
RETRACTION_SWEEP_MINUTES = env_int("RETRACTION_SWEEP_MINUTES", 60, at_least=1)
# What several people say within it goes in one mail; the day's mail leaves at this hour of UTC.
NOTICE_DELAY_SECONDS = env_int("NOTICE_DELAY_SECONDS", 60)
DAILY_MAIL_HOUR = env_int("DAILY_MAIL_HOUR", 6)
if DAILY_MAIL_HOUR > 23:
    raise ImproperlyConfigured("DAILY_MAIL_HOUR is an hour of the day, from 0 to 23.")
CELERY_BEAT_SCHEDULE = {
    "publish-what-is-due": {"task": "articles.tasks.publish_due", "schedule": float(SCHEDULE_SWEEP_SECONDS)},
    "assess-what-is-stale": {
        "task": "articles.tasks.assess_stale",
        "schedule": crontab(minute="*/5"),
        "options": {"expires": 240},  # the next one does the same: they never pile up
    },
    "watch-retractions": {
        "task": "articles.tasks.watch_retractions",
        "schedule": 60.0 * RETRACTION_SWEEP_MINUTES,
    },
    "tell-readers": {"task": "articles.tasks.tell_readers", "schedule": crontab(minute="25")},
    "refresh-pages": {
        "task": "articles.tasks.refresh_pages",
        "schedule": 60.0,
        "options": {"expires": 50},
    },
    "tell-the-hub": {"task": "articles.tasks.tell_hub", "schedule": 60.0, "options": {"expires": 50}},
    "sweep-pages": {"task": "articles.tasks.sweep_pages", "schedule": crontab(hour="4", minute="11")},
    "draw-pictures": {"task": "articles.tasks.draw_pictures", "schedule": crontab(hour="2", minute="23")},
    "sweep-imports-of-posts": {"task": "articles.tasks.sweep_post_batches", "schedule": 60.0},
    "complete-what-waits": {"task": "citations.tasks.complete_waiting", "schedule": crontab(minute="*/2")},
    "verify-works": {"task": "citations.tasks.verify_waiting", "schedule": crontab(minute="*/3")},
    "compare-works": {"task": "citations.tasks.compare_works", "schedule": crontab(minute="*/5")},
    "check-addresses": {"task": "citations.tasks.check_links", "schedule": crontab(minute="*/10")},
    "send-what-was-left": {"task": "articles.tasks.send_notices_left", "schedule": crontab(minute="*/5")},
    "send-daily-mails": {
        "task": "articles.tasks.send_daily",
        "schedule": crontab(hour=str(DAILY_MAIL_HOUR), minute="5"),
    },
    "remind": {"task": "articles.tasks.remind", "schedule": crontab(minute="35")},
    "sweep-working-copies": {"task": "articles.tasks.sweep_working_copies", "schedule": crontab(hour="3", minute="41")},
    "count-the-desk": {
        "task": "articles.tasks.count_desk",
        "schedule": crontab(minute="*/5"),
        "options": {"expires": 240},
    },
    "anchor-the-log": {"task": "articles.tasks.anchor_log", "schedule": crontab(hour="3", minute="17")},
    "go-on-with-batches": {"task": "citations.tasks.sweep_batches", "schedule": 60.0},
}
