"""What `make demo` and `make run` start: the servers, the site and the worker, all in one terminal until Ctrl-C.

`python -m config.demo [--reload] [--article FILE]`. Everything it keeps lies under var/ (CITEWELL_VAR). With
DATABASE_URL or CELERY_BROKER_URL set, those servers are used and none of its own is started.
"""

from __future__ import annotations

import argparse
import http.client
import io
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from config.children import ServerError, spawn, stop, tail
from config.demo_checks import CannotStart, article_file, free_port, hold
from config.guard import Guard
from config.local_servers import (
    make_database,
    postgres_url,
    postgres_url_of,
    start_postgres,
    start_valkey,
    valkey_url,
)

BASE_DIR = Path(__file__).resolve().parent.parent
WEB_SECONDS = 60
APPLICATION = "citewell_app"


class Stopped(BaseException):
    """Somebody asked for the end: Ctrl-C, a closed terminal, SIGTERM. What catches faults of articles lets it pass."""


@dataclass
class Running:
    """A program that the demo started, the signal that ends it at once and the file that holds its output."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    how: signal.Signals = signal.SIGTERM


@dataclass
class Demo:
    var: Path
    port: int
    reload: bool
    own_database: bool = False
    running: list[Running] = field(default_factory=list)
    guard: Guard = field(default_factory=Guard)

    def start_servers(self) -> None:
        if "DATABASE_URL" not in os.environ:
            with step("Starting PostgreSQL"):
                process = start_postgres(self.var / "postgres")
                self._keep(Running("PostgreSQL", process, self.var / "postgres.log", signal.SIGINT))
                os.environ["DATABASE_URL"] = postgres_url(self.var / "postgres")
                make_database(self.var / "postgres")
                self.own_database = True
        if "CELERY_BROKER_URL" not in os.environ:
            with step("Starting Valkey"):
                self._keep(Running("Valkey", start_valkey(self.var), self.var / "valkey.log"))
                os.environ["CELERY_BROKER_URL"] = valkey_url(self.var)

    def start_site(self) -> None:
        with step("Starting the worker"):
            celery = ["celery", "-A", "config"]
            worker = [*celery, "worker", "--loglevel", "INFO", "--concurrency"]
            self._start("the worker", [*worker, "2", "-Q", "celery,lookups,assessments", "-n", "worker@%h"])
            # What is due goes out on time, however long the drafts are that the other one reads.
            self._start("the worker for publication", [*worker, "1", "-Q", "publication", "-n", "publication@%h"])
            # By itself: a worker that is told to end as it starts would leave a clock of its own behind.
            self._start("the clock", [*celery, "beat", "--pidfile", "", "--loglevel", "INFO"])
        with step("Starting the web server"):
            where = f"127.0.0.1:{self.port}"
            if self.reload:
                web = self._start("the web server", [str(BASE_DIR / "manage.py"), "runserver", where], module=False)
            else:
                options = f"--bind {where} --workers 2 --graceful-timeout 5".split()
                web = self._start(
                    "the web server", ["gunicorn", "-c", "python:config.web_server", "config.wsgi", *options]
                )
            self._wait_for(web)

    def _start(self, name: str, command: list[str], *, module: bool = True) -> Running:
        log = self.var / f"{name.removeprefix('the ').replace(' ', '-')}.log"
        process = spawn([sys.executable, *(["-m"] if module else []), *command], log, folder=BASE_DIR)
        return self._keep(Running(name, process, log))

    def _keep(self, one: Running) -> Running:
        self.running.append(one)
        self.guard.watch(one.process.pid)
        return one

    def _wait_for(self, web: Running) -> None:
        give_up = time.monotonic() + WEB_SECONDS
        while not answers(self.port):
            self.check()
            if time.monotonic() > give_up:
                raise CannotStart(f"The web server did not answer within {WEB_SECONDS} seconds. See {web.log}.")
            time.sleep(0.1)

    def check(self) -> None:
        """Raises CannotStart where one of the programs has ended by itself."""
        for one in self.running:
            if one.process.poll() is not None:
                name = one.name[0].upper() + one.name[1:]
                raise CannotStart(f"{name} stopped by itself. The last lines of {one.log}:\n{tail(one.log)}")

    def stop(self) -> None:
        """Ends what was started last first; the worker may finish the task it is at."""
        for one in reversed(self.running):
            stop(one.process, one.how)
        self.guard.end()


@contextmanager
def step(words: str) -> Iterator[None]:
    """One line of progress."""
    print(f"  {words} … ", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print(flush=True)
        raise
    print(f"done ({time.monotonic() - began:.1f} s)", flush=True)


def answers(port: int) -> bool:
    """Whether a web server on this machine serves its log-in page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", "/admin/login/", headers={"Host": "localhost"})
        return connection.getresponse().status < http.HTTPStatus.INTERNAL_SERVER_ERROR
    except OSError:
        return False
    finally:
        connection.close()


def set_environment(demo: Demo) -> None:
    """Settings of a site for one person on one machine; what is already set in the environment stays."""
    secret = demo.var / "secret-key"
    if not secret.exists():
        with open(os.open(secret, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    (demo.var / "static").mkdir(exist_ok=True)
    defaults = {
        "SECRET_KEY": secret.read_text().strip(),
        "ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
        "HTTPS": "false",
        "SECOND_FACTOR_REQUIRED": "false",
        "SERVE_FILES": "true",
        "SITE_URL": f"http://localhost:{demo.port}",
        "EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend",
        "CITEWELL_VAR": str(demo.var),
        "STATIC_ROOT": str(demo.var / "static"),
        "DJANGO_SETTINGS_MODULE": "config.settings",
    }
    if demo.reload:
        defaults["DEBUG"] = "true"
    for name, value in defaults.items():
        os.environ.setdefault(name, value)


def check_broker() -> None:
    """Raises CannotStart unless the broker answers; the worker by itself would go on trying in silence."""
    from kombu.exceptions import OperationalError

    from config.celery import app

    try:
        with app.connection_for_write() as connection:
            connection.ensure_connection(max_retries=1, timeout=5)
    except (OperationalError, OSError, KeyError, ImportError, ValueError) as error:
        raise CannotStart(f"The broker at CELERY_BROKER_URL cannot be used: {error}") from None


def work_without_ownership() -> None:
    """From here on as the application's role, as a site for readers should: it can neither change the guards nor the
    log. Migrating is for the superuser of the embedded server, who hands everything to an owner.
    """
    from django.core.management import call_command
    from django.db import connection

    call_command("database_roles", owner="citewell_owner", verbosity=0, stdout=io.StringIO())
    connection.close()
    connection.settings_dict["USER"] = APPLICATION
    os.environ["DATABASE_URL"] = postgres_url_of(os.environ["DATABASE_URL"], APPLICATION)


def fill_database(demo: Demo, article: Path | None) -> list[str]:
    """Migrates, makes the people, imports the examples; the lines to print at the end."""
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import CommandError, call_command
    from django.db import OperationalError, connections

    notes: list[str] = []
    try:
        with step("Preparing the database"):
            django.setup()
            check_broker()  # before anything is filled in: what the examples bring goes to it
            call_command("migrate", interactive=False, verbosity=0)
            if demo.own_database:
                work_without_ownership()
        with step("Creating people"):
            from config.demo_people import lines, make_people

            notes += lines(make_people(demo.var / "demo-passwords.txt"))
        with step("Importing the examples"):
            examples = sorted(path for path in (BASE_DIR / "examples").glob("*.md") if path.name != "README.md")
            call_command("load_examples", *examples, author="author", editor="editor", verbosity=0)
        if article is not None:
            with step(f"Importing {article.name}"):
                call_command("load_examples", article, author="author", editor="editor", verbosity=0)
    except OperationalError as error:
        raise CannotStart(f"The database at DATABASE_URL cannot be used: {str(error).splitlines()[0]}") from None
    except (CommandError, ImproperlyConfigured) as error:
        raise CannotStart(str(error)) from None
    connections.close_all()
    return notes


def run(demo: Demo, article: Path | None) -> None:
    demo.start_servers()
    set_environment(demo)
    notes = fill_database(demo, article)
    demo.start_site()
    address = f"http://localhost:{demo.port}/"
    print(f"\nCitewell is running.\n\n  For readers   {address}\n  Newsroom      {address}admin/\n")
    print("\n".join(notes))
    print(f"\nLogs and data are in {demo.var}. Ctrl-C stops everything; the next start keeps the data.", flush=True)
    while True:
        demo.check()
        time.sleep(1)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="make demo", description=__doc__)
    parser.add_argument(
        "--reload", action="store_true", help="development: reload on changes, error pages with details"
    )
    parser.add_argument("--article", default="", help="a text or Markdown file to import as well")
    options = parser.parse_args(argv)
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _stop_asked)
    demo = None
    try:
        article = article_file(options.article)
        port = free_port(os.environ.get("PORT") or "8000")
        var = Path(os.environ.get("CITEWELL_VAR") or BASE_DIR / "var").expanduser().resolve()
        lock = hold(var)
        demo = Demo(var, port, options.reload)
        run(demo, article)
    except Stopped:
        print("\nStopping …", flush=True)
        return 0
    except (CannotStart, ServerError) as error:
        print(f"\n{error}", file=sys.stderr, flush=True)
        return 1
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        if demo is not None:
            demo.stop()
            del lock
    return 0


def _stop_asked(number: int, frame: FrameType | None) -> None:
    raise Stopped


if __name__ == "__main__":
    sys.exit(main())
