"""The web process's side: one process for each kind of work, started when it is needed and ended when it is late."""

from __future__ import annotations

import logging
import os
import pickle
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, ParamSpec, TypeVar

from django.conf import settings

from evidence.deadline import Deadline, TooIntricateError, within

Given = ParamSpec("Given")
Answer = TypeVar("Answer")

START_SECONDS = 30
"""For a process to start and load Django: about two seconds on a quiet machine [house]."""
GRACE_SECONDS = 1.0
"""Behind the deadline, for a step that asks for no time: then the kernel ends the process [house]."""
LATE_SECONDS = 2.0
"""And behind that, for the kernel: then the web process does it [house]."""
IN_HAND = 3
"""Threads of a web process that may be at it or wait for it [house]: the others have pages to serve."""
SIZE = struct.Struct("!Q")
BUSY = "Other texts are being read. Send this one again in a moment."

logger = logging.getLogger(__name__)


class Busy(Exception):
    """The process reads something else all the while that one would wait, others wait already, or it does not start."""


class Reader:
    """One process that runs one function after another. Threads of a web process share it; each waits for its turn."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.turn = threading.Lock()
        self.in_hand = 0
        self._counting = threading.Lock()
        self._child: _Child | None = None

    def run(self, function: Callable[Given, Answer], *, seconds: float, wait: float) -> Callable[Given, Answer]:
        """`function`, to be called as ever: it runs in the process, within `seconds`, once others are through.

        The call raises what the function raises; Busy where its turn does not come within `wait` seconds, and at once
        where enough wait already; and TooIntricateError where the time is over, or the memory. Function, arguments
        and answer have to be picklable. With READ_APART off it runs here.
        """

        def called(*args: Given.args, **named: Given.kwargs) -> Answer:
            with self._my_turn(wait):
                if not settings.READ_APART:
                    with within(Deadline.after(seconds, time.monotonic)):
                        return function(*args, **named)
                return self._ask((function, args, named, seconds), seconds)  # type: ignore[no-any-return]

        return called

    @contextmanager
    def _my_turn(self, wait: float) -> Iterator[None]:
        self._enter()
        try:
            if not self.turn.acquire(timeout=wait):
                raise Busy(BUSY)
            try:
                yield
            finally:
                self.turn.release()
        finally:
            with self._counting:
                self.in_hand -= 1

    def _enter(self) -> None:
        with self._counting:
            if self.in_hand >= IN_HAND:
                raise Busy(BUSY)
            self.in_hand += 1

    def prepare(self) -> None:
        """Starts the process beside the caller where there is none: somebody is about to need it."""
        if settings.READ_APART and not self.running and not self.turn.locked():
            threading.Thread(target=self._begin, daemon=True).start()

    def _begin(self) -> None:
        with self.turn, suppress(Busy, OSError):  # whoever needs it is told so
            self._there()

    @property
    def running(self) -> bool:
        """Whether a process of this one waits for work."""
        return self._child is not None and self._child.ended_already() is None

    def end(self) -> None:
        """Ends the process, if there is one; the next call starts another."""
        child, self._child = self._child, None
        if child is not None:
            child.end()

    def _ask(self, job: tuple[Any, ...], seconds: float) -> Any:
        packed = pickle.dumps(job, pickle.HIGHEST_PROTOCOL)
        try:
            packed_answer = self._answered(packed, seconds)
        except (OSError, EOFError) as problem:
            how = self._child.ended() if self._child else None
            self.end()
            logger.warning("The process that reads what is %s was ended: %r, %s", self.name, problem, how)
            raise TooIntricateError(seconds) from None
        raised, answer = pickle.loads(packed_answer)  # noqa: S301  from our own process, over a socket without a name
        if raised:
            raise answer
        return answer

    def _answered(self, packed: bytes, seconds: float) -> bytes:
        """Asks once more, of a new process, where the old one may have ended before this text came: for want of work,
        or killed by somebody. One that ends by its alarm had its time.
        """
        child, is_new = self._there()
        try:
            return child.ask(packed, seconds)
        except TimeoutError:
            raise
        except (OSError, EOFError):
            if is_new or child.ended() == -signal.SIGALRM:
                raise
        self.end()
        return self._there()[0].ask(packed, seconds)

    def _there(self) -> tuple[_Child, bool]:
        """The process, and whether it was started for this. One made before a fork belongs to the parent."""
        if self._child is not None and self._child.owner == os.getpid() and self._child.ended_already() is None:
            return self._child, False
        self.end()
        child = _Child()
        try:
            child.expect_start()
        except (OSError, EOFError) as problem:
            child.end()
            logger.exception("The process that reads what is %s did not start", self.name)
            raise Busy(BUSY) from problem
        self._child = child
        return child, True


class _Child:
    def __init__(self) -> None:
        self.owner = os.getpid()
        ours, theirs = socket.socketpair()
        self._socket = ours
        with theirs:
            code = f"from apart.child import serve; serve({theirs.fileno()})"
            self._process = subprocess.Popen(  # noqa: S603  the same interpreter, and a number of our own
                [sys.executable, "-c", code],
                cwd=settings.BASE_DIR,
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )

    def expect_start(self) -> None:
        self._socket.settimeout(START_SECONDS)
        receive(self._socket)

    def ask(self, packed: bytes, seconds: float) -> bytes:
        self._socket.settimeout(seconds + GRACE_SECONDS + LATE_SECONDS)
        send(self._socket, packed)
        return receive(self._socket)

    def ended_already(self) -> int | None:
        return self._process.poll()

    def ended(self) -> int | None:
        """How it ended, asked behind a broken connection: such a process is about to, if it has not."""
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(0.5)
        return None

    def end(self) -> None:
        self._socket.close()
        if self.owner == os.getpid():
            self._process.kill()
            self._process.wait()


def send(to: socket.socket, packed: bytes) -> None:
    to.sendall(SIZE.pack(len(packed)))
    to.sendall(packed)


def receive(of: socket.socket) -> bytes:
    """Raises EOFError where the other side is gone, OSError (TimeoutError) where nothing comes in time."""
    (size,) = SIZE.unpack(_exactly(of, SIZE.size))
    return _exactly(of, size)


def _exactly(of: socket.socket, size: int) -> bytes:
    parts = []
    while size:
        part = of.recv(min(size, 1 << 20))
        if not part:
            raise EOFError("The other side is gone.")
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
