"""Ends what a launcher started, where the launcher was killed and had no time for it.

The kernel tells the children of a killed launcher to end (config.children), but one that waits for a server which
is gone as well may not come to it, and the children of those children are told nothing. This process hears on its
standard input, one line each, which groups there are; "done" says that the launcher ended them itself.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

GRACE_SECONDS = 10
DONE = "done"


class Guard:
    """The launcher's side: name each group as it starts, say at the end that all of them have ended."""

    def __init__(self) -> None:
        heard, told = os.pipe()
        own_file = str(Path(__file__).resolve())
        self._process = subprocess.Popen([sys.executable, own_file], stdin=heard, start_new_session=True)
        os.close(heard)
        self._told = told

    def watch(self, group: int) -> None:
        self._say(str(group))

    def end(self) -> None:
        self._say(DONE)
        os.close(self._told)
        self._process.wait()

    def _say(self, line: str) -> None:
        with suppress(BrokenPipeError):  # A guard that somebody killed is no reason to stop.
            os.write(self._told, f"{line}\n".encode())


def listen(lines: Iterable[str]) -> None:
    """Returns at "done"; where the lines stop without it, kills after some seconds what is left of the groups."""
    groups = []
    for line in lines:
        if line.strip() == DONE:
            return
        groups.append(int(line))
    give_up = time.monotonic() + GRACE_SECONDS
    while any(map(_is_there, groups)) and time.monotonic() < give_up:
        time.sleep(0.1)
    for group in groups:
        with suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)


def _is_there(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


if __name__ == "__main__":
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # The launcher decides; its end is what ends this process.
    listen(sys.stdin)
