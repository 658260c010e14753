"""How gunicorn serves the site: `gunicorn -c python:config.web_server config.wsgi`. See docs/operations.md."""

from __future__ import annotations

import multiprocessing
import sys
from typing import Any

from config.environment import env_int, env_str

worker_class = "config.web_worker.PatientWorker"
bind = env_str("WEB_BIND", "127.0.0.1:8000")
workers = env_int("WEB_WORKERS", max(2, min(multiprocessing.cpu_count(), 8)), at_least=1)
threads = env_int("WEB_THREADS", 8, at_least=1)
preload_app = True
worker_connections = 1000
timeout = 60
graceful_timeout = 20
keepalive = 5
control_socket_disable = True


def post_fork(server: Any, worker: Any) -> None:
    """A thread that computes, such as a long preview, gives way after a millisecond to those that serve pages: each
    of their questions to the database would else wait for five."""
    sys.setswitchinterval(0.001)
