"""The process's side: loads Django, then runs what it is given, one after another, behind all web processes."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import socket
import time
import traceback
from contextlib import suppress

from apart.readers import GRACE_SECONDS, receive, send
from evidence.deadline import Deadline, TooIntricateError, within

NICE = 5
"""How far it stands behind the processes that serve pages, in steps of nice(2) [house]: with a third of their share."""
IDLE_SECONDS = 15 * 60
"""Without work for so long it ends [house]; the next one takes two seconds to start."""


def serve(number: int) -> None:
    """Answers over the socket of this number until the other side is gone, or nothing comes for a while."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who started it, whose end is the end of this one
    import django

    django.setup()
    gc.freeze()
    os.nice(NICE)
    from django.conf import settings
    from django.db import close_old_connections

    _bound_memory(settings.READ_APART_MEMORY_MB)
    with socket.socket(fileno=number) as asked:
        send(asked, b"")
        while True:
            asked.settimeout(IDLE_SECONDS)
            try:
                packed = receive(asked)
            except (TimeoutError, EOFError, ConnectionError):
                return
            asked.settimeout(None)
            close_old_connections()
            answer = _answer(packed)
            with suppress(ConnectionError):
                send(asked, answer)


def _bound_memory(megabytes: int) -> None:
    import resource

    with suppress(ValueError, OSError):  # a system that knows no such bound
        resource.setrlimit(resource.RLIMIT_AS, (megabytes << 20, megabytes << 20))


def _answer(packed: bytes) -> bytes:
    """Whether it raised, and the answer or the exception, packed.

    The kernel's alarm ends the process where a single step, such as one search of a pattern, goes on behind the
    deadline: no signal handler of Python's would run before that step is done.
    """
    try:
        function, args, named, seconds = pickle.loads(packed)  # noqa: S301  from the web process that started this one
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds + GRACE_SECONDS)
        with within(Deadline.after(seconds, time.monotonic)):
            answer = function(*args, **named)
        return pickle.dumps((False, answer), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps((True, TooIntricateError(seconds)))
    except Exception as problem:  # noqa: BLE001  it is raised again where it was asked
        return _packed(problem)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _packed(problem: Exception) -> bytes:
    """The exception, with where it came from; as RuntimeError where it cannot be packed."""
    where = "".join(traceback.format_exception(problem))
    problem.add_note(f"In the process that reads apart:\n{where}")
    with suppress(Exception):
        packed = pickle.dumps((True, problem))
        pickle.loads(packed)  # noqa: S301  what was just packed: some can be packed and not be made again
        return packed
    return pickle.dumps((True, RuntimeError(where)))
