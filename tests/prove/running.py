"""The parts of a site as docs/operations.md starts them, each of which can be killed, frozen and started anew."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch
from urllib.parse import quote

from django.db import connection, connections

from config.children import spawn, stop
from config.local_servers import start_postgres, start_valkey, valkey_url

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 60
STARTS_WITHIN = 300
"""Seconds for the parts to start, which is no part of what is proved: a machine with other work takes long."""
DAY = 86_400
COMPILER = shutil.which("cc")


def until(true: Callable[[], bool], what: str, seconds: float = SECONDS) -> float:
    """Waits; the seconds it took. Raises where it does not become true."""
    began = time.monotonic()
    while not true():
        if time.monotonic() - began > seconds:
            raise AssertionError(f"Not within {seconds:.0f} seconds: {what}")
        time.sleep(0.1)
    return time.monotonic() - began


class Site:
    """gunicorn, a worker for publication, a worker for the rest and the clock, on a broker of their own."""

    def __init__(self, folder: Path, movable_time: bool = False) -> None:
        self.folder = folder
        place = connection.settings_dict
        self.moved = Path(place["HOST"]).parent / "moved"
        self.faked = self._movable_time() if movable_time else {}
        self.move_clock(0)
        host = quote(place["HOST"], safe="")
        self.postgres = Path(place["HOST"])
        database = f"postgresql://{quote(place['USER'])}:{quote(place['PASSWORD'])}@{host}/{place['NAME']}"
        self.broker = start_valkey(folder / "broker")
        changes = {"DATABASE_URL": database, "CELERY_BROKER_URL": valkey_url(folder / "broker")}
        changes |= {"DJANGO_SETTINGS_MODULE": "tests.settings", "SCHEDULE_SWEEP_SECONDS": "1"}
        self.environment = os.environ | changes | self.faked | {"PYTHONPATH": str(ROOT), "LOG_LEVEL": "INFO"}
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        worker = "celery -A config worker --loglevel INFO --concurrency 1"
        self.commands = {
            "web": f"gunicorn -c python:config.web_server --workers 2 --bind 127.0.0.1:{self.port} config.wsgi",
            "publication": f"{worker} -Q publication -n publication@%h",
            "worker": f"{worker} -Q celery,lookups,assessments -n worker@%h",
            "beat": f"celery -A config beat --pidfile= --loglevel INFO --schedule {folder / 'schedule'}",
        }
        self.environment["MEDIA_ROOT"] = str(folder / "media")
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.new_postgres: subprocess.Popen[bytes] | None = None

    def _movable_time(self) -> dict[str, str]:
        """What makes a process look at `moved` for its time. The server of the database has to read both files."""
        assert COMPILER
        library = self.moved.with_name("moved_time.so")
        source = Path(__file__).with_name("moved_time.c")
        subprocess.run([COMPILER, "-shared", "-fPIC", "-O2", "-o", library, source], check=True)
        return {"LD_PRELOAD": str(library), "MOVED_TIME": str(self.moved)}

    def move_clock(self, seconds: int) -> None:
        """How far the parts take the time to be from what it is, from a tenth of a second later on."""
        self.moved.write_text(str(seconds))
        self.moved.chmod(0o644)

    def log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(errors="replace")

    def start(self, name: str) -> None:
        command = [sys.executable, "-m", *self.commands[name].split()]
        self.running[name] = spawn(command, self.folder / f"{name}.log", folder=ROOT, env=self.environment)

    def start_all(self) -> None:
        self.start_postgres()
        for name in self.commands:
            self.start(name)
        until(self.answers, "the web server answers", STARTS_WITHIN)
        for name in ("publication", "worker"):
            until(lambda name=name: " ready." in self.log(name), f"{name} is ready", STARTS_WITHIN)

    def answers(self) -> bool:
        with socket.socket() as asked:
            asked.settimeout(1)
            return asked.connect_ex(("127.0.0.1", self.port)) == 0

    def kill(self, name: str) -> None:
        """kill -9 of the process with its children, as when the machine takes their memory."""
        process = self.running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def children(self, name: str) -> list[int]:
        pid = self.running[name].pid
        told = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        return [int(child) for child in told.split()]

    def kill_child(self, name: str) -> None:
        os.kill(self.children(name)[0], signal.SIGKILL)

    def start_broker(self) -> None:
        self.broker = start_valkey(self.folder / "broker")

    def crash_postgres(self) -> None:
        """All its processes end at once, without a word to anybody, and it is not started."""
        connections.close_all()
        pid = int((self.postgres / "postmaster.pid").read_text().split()[0])
        os.kill(pid, signal.SIGQUIT)
        until(lambda: not (self.postgres / "postmaster.pid").exists(), "PostgreSQL is gone")
        if self.new_postgres:
            self.new_postgres.wait()

    def postgres_runs(self) -> bool:
        return self.new_postgres is not None and self.new_postgres.poll() is None

    def start_postgres(self) -> None:
        """As a site has it. The tests' own is quicker and may forget the last commits when it crashes."""
        connections.close_all()
        with patch.dict(os.environ, self.faked):
            self.new_postgres = start_postgres(self.postgres)

    def stop(self) -> None:
        self.broker.send_signal(signal.SIGCONT)
        for process in reversed(self.running.values()):
            stop(process)
        stop(self.broker, signal.SIGKILL)
