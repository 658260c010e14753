"""Child processes that write to a log file, lead a group of their own and do not outlive who started them."""

from __future__ import annotations

import ctypes
import os
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

START_SECONDS = 60
STOP_SECONDS = 30


class ServerError(Exception):
    """A server did not start; the text says what happened and where to look, in a sentence or two."""


def spawn(
    command: Sequence[object],
    log: Path,
    *,
    user: str | None = None,
    folder: Path | str = "/",
    end: signal.Signals = signal.SIGTERM,
    env: dict[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Starts a child whose output is added to `log`, in a group of its own: Ctrl-C reaches the launcher alone.

    `user` is the account it runs as, where that is not ours; `end` is what it gets when we die.
    """
    with log.open("ab") as output:
        return subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            cwd=folder,
            env=env,
            start_new_session=True,
            preexec_fn=_end_with_parent(end),
            **running_as(user),
        )


def running_as(user: str | None) -> dict[str, Any]:
    """For Popen: that account with its own group and no other, as root's group may not enter what others may."""
    return {} if user is None else {"user": user, "group": pwd.getpwnam(user).pw_gid, "extra_groups": []}


def wait_until(ready: Callable[[], bool], process: subprocess.Popen[bytes], name: str, log: Path) -> None:
    give_up = time.monotonic() + START_SECONDS
    try:
        while not ready():
            if process.poll() is not None:
                raise ServerError(f"{name} stopped as it started. The last lines of {log}:\n{tail(log)}")
            if time.monotonic() > give_up:
                raise ServerError(f"{name} did not answer within {START_SECONDS} seconds. See {log}.")
            time.sleep(0.05)
    except BaseException:
        stop(process)
        raise


def stop(process: subprocess.Popen[bytes], how: signal.Signals = signal.SIGTERM) -> None:
    """Asks a process to end, waits, and kills it where it does not, with whatever of its children is left.

    The process leads a group of its own. PostgreSQL ends at once on SIGINT.
    """
    if process.poll() is None:
        process.send_signal(how)
        with suppress(subprocess.TimeoutExpired):
            process.wait(STOP_SECONDS)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def tail(log: Path, lines: int = 12) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])


def _end_with_parent(how: signal.Signals) -> Callable[[], None] | None:
    """For Popen's preexec_fn: the kernel sends the child this signal when its parent is gone (Linux, prctl(2))."""
    if sys.platform != "linux":
        return None
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    set_parent_death_signal = 1

    def ask_kernel() -> None:
        prctl(set_parent_death_signal, int(how))

    return ask_kernel
