"""The servers of a test run: `python tests/servers.py FOLDER postgres|valkey`, started by the first test in need.

Each keeps its server as long as the run holds the lock on FOLDER/alive, which the kernel releases however the run
ends; then it stops the server and removes the folder.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

SECONDS = 90


def hold(folder: Path) -> object:
    """Takes the lock that keeps the servers of this run; keep the answer."""
    lock = (folder / "alive").open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def ensure(folder: Path, name: str) -> None:
    """Starts the keeper of a server once, whichever process of the run comes first, and waits until it is ready."""
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (folder / f"{name}.ready").exists():
            return
        with (folder / f"{name}.keeper").open("wb") as output:
            keeper = subprocess.Popen(
                [sys.executable, __file__, str(folder), name],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                start_new_session=True,
            )
        give_up = time.monotonic() + SECONDS
        while not (folder / f"{name}.ready").exists():
            if keeper.poll() is not None or time.monotonic() > give_up:
                raise RuntimeError((folder / f"{name}.keeper").read_text())
            time.sleep(0.02)


@contextmanager
def celery(*arguments: str, log: Path, ready: str, **environment: str) -> Iterator[None]:
    """A Celery process on the database that Django is connected to, from the moment its log says `ready`."""
    from django.db import connection

    from config.children import spawn, stop

    place = connection.settings_dict
    address = f"postgresql://{quote(place['USER'])}:{quote(place['PASSWORD'])}@{quote(place['HOST'], safe='')}"
    database = f"{address}{':' + str(place['PORT']) if place['PORT'] else ''}/{place['NAME']}"
    process = spawn(
        [sys.executable, "-m", "celery", "-A", "config", *arguments, "--loglevel", "INFO"],
        log,
        folder=Path(__file__).resolve().parent.parent,
        env=os.environ | {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.settings"} | environment,
    )
    try:
        give_up = time.monotonic() + SECONDS
        while ready not in log.read_text(errors="replace"):
            if process.poll() is not None or time.monotonic() > give_up:
                raise RuntimeError(log.read_text(errors="replace"))
            time.sleep(0.05)
        yield
    finally:
        stop(process, signal.SIGKILL)  # no test waits for what a worker has still in hand


class StandingWorker:
    """A worker that runs from the first test that asks for it, except while tests have workers of their own."""

    def __init__(self, log: Path) -> None:
        self.log = log
        self._running = ExitStack()
        self._runs = False

    def run(self) -> Path:
        if not self._runs:
            empty_broker()  # of what tests without a worker sent
            self.log.write_text("")
            self._running.enter_context(celery("worker", "--concurrency", "1", log=self.log, ready=" ready."))
            self._runs = True
        return self.log

    def stop(self) -> None:
        self._running.close()
        self._runs = False


def empty_broker() -> None:
    """Throws away every message that waits for workers of this run."""
    from celery import current_app

    with current_app.connection_for_write() as connection:
        connection.default_channel.client.flushdb()


def keep(folder: Path, name: str) -> None:
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from config.children import stop
    from config.local_servers import start_postgres, start_valkey

    server = start_postgres(folder / "pg", durable=False) if name == "postgres" else start_valkey(folder)
    (folder / f"{name}.ready").touch()
    with (folder / "alive").open("a") as alive:
        fcntl.flock(alive, fcntl.LOCK_SH)
    stop(server, signal.SIGQUIT if name == "postgres" else signal.SIGKILL)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    os.environ.setdefault("SECRET_KEY", "only-for-tests")
    keep(Path(sys.argv[1]), sys.argv[2])
