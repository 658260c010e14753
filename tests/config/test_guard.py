"""The guard, with a launcher that is killed for real."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from config import guard

ROOT = Path(__file__).resolve().parents[2]
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)"
LAUNCHER = f"""
import subprocess, sys, time
from config.guard import Guard
guard = Guard()
child = subprocess.Popen([sys.executable, "-c", {STUBBORN!r}], stdout=subprocess.PIPE, start_new_session=True)
child.stdout.read(1)
guard.watch(child.pid)
print(child.pid, guard._process.pid, flush=True)
"""


def launch(then: str) -> tuple[subprocess.Popen[str], Path, Path]:
    """A launcher that goes on as told, and its stubborn child and its guard, as folders of /proc."""
    process = subprocess.Popen([sys.executable, "-c", LAUNCHER + then], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    child, watching = process.stdout.readline().split()
    return process, Path("/proc", child), Path("/proc", watching)


def gone(folder: Path) -> bool:
    """Whether the process has ended; a zombie that nobody has collected has."""
    try:
        return (folder / "stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except OSError:
        return True


pytestmark = pytest.mark.skipif(not Path("/proc").exists(), reason="reads /proc to find processes")


def test_what_a_launcher_ended_itself_is_left_alone() -> None:
    process, child, watching = launch("guard.end(); child.terminate(); print(child.poll())")
    try:
        assert process.wait(30) == 0
        assert process.stdout is not None
        assert process.stdout.read().strip() == "None"
        assert gone(watching)
        assert not gone(child)
    finally:
        subprocess.run(["kill", "-KILL", child.name], check=True)


def test_a_child_that_does_not_end_is_killed_where_its_launcher_was() -> None:
    process, child, watching = launch("time.sleep(60)")
    assert not gone(child)
    process.kill()
    process.wait()
    give_up = time.monotonic() + guard.GRACE_SECONDS + 30
    while not (gone(child) and gone(watching)):
        assert time.monotonic() < give_up, "The child is still there."
        time.sleep(0.05)


def test_a_guard_that_was_killed_stops_nobody() -> None:
    process, child, _ = launch(
        "guard._process.kill(); guard._process.wait(); guard.watch(child.pid); guard.end()\nchild.kill()"
    )
    assert process.wait(30) == 0
    assert gone(child)
