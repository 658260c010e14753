"""Checking many files at the same time, with the outcomes in the order of the files.

Processes, because reading prose is work for a core and not waiting. What comes out does not depend on their
number. A process that dies (out of memory, a fault in a library) costs the one file that kills it again when
it is checked alone.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from evidence.command.checking import Outcome, Task, check
from evidence.language import kept_expressions
from evidence.opening.files import STDIN

SOME_FILES = 8
"""Up to this many files one process is nearly as fast as several: each reads its first files slowly, since patterns and
weights are loaded when a text asks for them."""

_MOST = 61
"""More processes than this are not allowed everywhere (concurrent.futures, on Windows)."""

GRACE = 0.5
"""Seconds that a process may take to end by itself after an interruption."""

_task: Task | None = None


def outcomes(paths: Sequence[str], task: Task, jobs: int | None = None) -> Iterator[Outcome]:
    """The outcome for each path, in order. `jobs` None takes every core, for more than SOME_FILES files."""
    wanted = jobs or (_cores() if len(paths) > SOME_FILES else 1)
    processes = min(wanted, len(paths), _MOST)
    if processes < 2:
        return (check(path, task) for path in paths)
    return _spread(paths, task, processes)


def _spread(paths: Sequence[str], task: Task, processes: int) -> Iterator[Outcome]:
    try:
        pool = _pool(processes, task)
    except (ImportError, NotImplementedError, OSError):  # no semaphores here, as in some sandboxes
        yield from (check(path, task) for path in paths)
        return
    with _closing(pool):
        futures = {path: _submitted(pool, path) for path in paths if path != STDIN}
        for path in paths:
            # Standard input belongs to this process.
            yield check(path, task) if path == STDIN else _answer(path, futures[path], task)


def _submitted(pool: ProcessPoolExecutor, path: str) -> Future[Outcome] | None:
    try:
        return pool.submit(_work, path)
    except (BrokenProcessPool, OSError):  # it broke over an earlier file, or no more processes may be started
        return None


def _answer(path: str, future: Future[Outcome] | None, task: Task) -> Outcome:
    try:
        return future.result() if future else _alone(path, task)
    except BrokenProcessPool:
        return _alone(path, task)


def _alone(path: str, task: Task) -> Outcome:
    """Check a file whose process died, perhaps over another file, in a process of its own."""
    try:
        pool = _pool(1, task)
        with _closing(pool):
            return pool.submit(_work, path).result()
    except BrokenProcessPool:
        return Outcome(problem=f"{path}: the check ended without an answer, perhaps for lack of memory.")
    except OSError as error:
        return Outcome(problem=f"{path}: it could not be checked ({error.strerror}); try again with --jobs 1.")


def _pool(processes: int, task: Task) -> ProcessPoolExecutor:
    # Where forking is safe, a process starts with the engine already loaded.
    method = "fork" if sys.platform == "linux" else None
    return ProcessPoolExecutor(processes, multiprocessing.get_context(method), _prepare, (task,))


@contextmanager
def _closing(pool: ProcessPoolExecutor) -> Iterator[None]:
    others = set(multiprocessing.active_children())
    try:
        yield
    except BaseException:  # above all Ctrl-C: nobody waits for answers that nobody will read
        pool.shutdown(wait=False, cancel_futures=True)
        for child in set(multiprocessing.active_children()) - others:
            child.join(GRACE)  # most are about to end; killed while it answers, a process can leave its reader waiting
            child.terminate()
            child.join(GRACE)
            child.kill()
            child.join()
        raise
    pool.shutdown()


def _prepare(task: Task) -> None:
    global _task  # handed over once for each process, not with each file: a library can be large
    _task = task
    kept_expressions.remember()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is answered by the process that the person started


def _work(path: str) -> Outcome:
    assert _task is not None, "the process was not prepared"  # noqa: S101
    outcome = check(path, _task)
    kept_expressions.keep()
    return outcome


def _cores() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
