"""The demo as people start it: `python -m config.demo` in a folder of its own."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.drawing import some

pytestmark = pytest.mark.worker

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 180
POST = "# Warm milk and sleep\n\nWarm milk cures insomnia in older adults.\n"

Start = Callable[..., subprocess.Popen[str]]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def var() -> Iterator[Path]:
    """A folder that root's PostgreSQL, which runs as somebody else, may pass through; pytest's own are closed."""
    folder = Path(tempfile.mkdtemp(prefix="citewell-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def start(var: Path) -> Iterator[Start]:
    """Starts the demo with these arguments and variables; what it says goes to var/said."""
    started = []

    def start(*arguments: str, **variables: str) -> subprocess.Popen[str]:
        ours = ("DATABASE_URL", "CELERY_BROKER_URL", "CITEWELL_TEST_SERVERS", "DJANGO_SETTINGS_MODULE", "ALLOWED_HOSTS")
        clean = {name: value for name, value in os.environ.items() if name not in ours}
        with (var / "said").open("w") as said:
            process = subprocess.Popen(
                [sys.executable, "-m", "config.demo", *arguments],
                cwd=ROOT,
                env=clean | {"CITEWELL_VAR": str(var)} | variables,
                stdout=said,
                stderr=said,
                text=True,
            )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            process.terminate()
            process.wait(SECONDS)


def until(condition: Callable[[], object], what: str) -> None:
    give_up = time.monotonic() + SECONDS
    while not condition():
        if time.monotonic() > give_up:
            raise AssertionError(what)
        time.sleep(0.05)


def running(process: subprocess.Popen[str], var: Path) -> None:
    said = var / "said"
    until(lambda: "Ctrl-C" in said.read_text() or process.poll() is not None, "The demo did not start.")
    assert process.poll() is None, said.read_text()


def processes_of(var: Path) -> list[str]:
    """The command lines of everything that was started with this folder."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            environment = (folder / "environ").read_bytes()
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:
            continue
        if f"CITEWELL_VAR={var}".encode() in environment.split(b"\0") and command:
            found.append(command)
    return found


def left_of(var: Path) -> list[str]:
    """What still runs after the time that a killed demo leaves its programs, and then some."""
    give_up = time.monotonic() + SECONDS
    while (left := processes_of(var)) and time.monotonic() < give_up:
        time.sleep(0.05)
    return left


def read(port: int, path: str) -> str:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=30) as answer:
        return answer.read().decode()


def test_it_ends_in_one_sentence_without_a_database(start: Start, var: Path) -> None:
    process = start(PORT=str(free_port()), DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")
    assert process.wait(SECONDS) == 1
    said = (var / "said").read_text()
    assert "The database at DATABASE_URL cannot be used" in said
    assert "Traceback" not in said


def test_it_ends_in_one_sentence_when_a_setting_is_wrong(start: Start, var: Path) -> None:
    process = start(PORT=str(free_port()), DATABASE_URL="mysql://nobody@127.0.0.1:1/none")
    assert process.wait(SECONDS) == 1
    said = (var / "said").read_text()
    assert "DATABASE_URL must name a PostgreSQL database" in said
    assert "Traceback" not in said


def test_it_ends_in_one_sentence_without_its_broker(start: Start, var: Path) -> None:
    process = start(PORT=str(free_port()), CELERY_BROKER_URL="redis://127.0.0.1:1/0")
    assert process.wait(SECONDS) == 1
    said = (var / "said").read_text()
    assert "The broker at CELERY_BROKER_URL cannot be used" in said
    assert "Traceback" not in said
    assert processes_of(var) == []


def is_interrupted(process: subprocess.Popen[str], var: Path) -> None:
    process.send_signal(signal.SIGINT)
    assert process.wait(SECONDS) == 0
    assert processes_of(var) == []


def is_killed(process: subprocess.Popen[str], var: Path) -> None:
    """Nothing is left even where the demo had no time to stop what it started."""
    process.kill()
    process.wait()
    assert left_of(var) == []


def loses_its_worker(process: subprocess.Popen[str], var: Path) -> None:
    kill_worker_of(process)
    assert process.wait(SECONDS) == 1
    assert "The worker stopped by itself" in (var / "said").read_text()
    assert left_of(var) == []


ENDINGS = (is_interrupted, is_killed, loses_its_worker)


@pytest.mark.drawn(1)
@pytest.mark.skipif(not Path("/proc").exists(), reason="reads /proc to find processes")
def test_it_shows_the_site_keeps_the_data_and_leaves_no_process_however_it_ends(
    start: Start, var: Path, tmp_path: Path
) -> None:
    """It starts as often as it ends: in one of the three ways a day, in `make prove` in all, with the same data."""
    endings = some(ENDINGS, len(ENDINGS))
    post, port = tmp_path / "post.md", free_port()
    post.write_text(POST)
    logins = []
    for ending in endings:
        process = start("--article", str(post), PORT=str(port))
        running(process, var)
        assert "<html" in read(port, "/")
        assert 'name="password"' in read(port, "/admin/login/")
        said = (var / "said").read_text()
        logins.append(re.findall(r"^    (author|editor|reviewer|admin) +(\S{16})", said, re.MULTILINE))
        ending(process, var)
    assert len(logins) == len(endings) > 0
    assert [username for username, _ in logins[0]] == ["author", "editor", "reviewer", "admin"]
    assert all(one == logins[0] for one in logins)


def kill_worker_of(process: subprocess.Popen[str]) -> None:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
            is_worker = b"celery" in (folder / "cmdline").read_bytes()
        except OSError:
            continue
        if is_worker and parent == process.pid:
            os.kill(int(folder.name), signal.SIGKILL)
