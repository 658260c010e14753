"""The web application for a WSGI server: `gunicorn config.wsgi`."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

long_way = get_wsgi_application()

from articles.stored.short_way import ShortWay  # noqa: E402  models are known only now

application = ShortWay(long_way)
