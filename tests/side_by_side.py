"""What the processes of one run (pytest -n) do once between them.

Compiling the tests, reading what Hypothesis draws from, and migrating the database.
"""

from __future__ import annotations

import contextlib
import fcntl
import importlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.migrating import one_model_at_a_time

SECONDS = 60


def compile_between_us(config: pytest.Config, folder: Path) -> None:
    """Imports every n-th module of tests before the collection, in each of n processes others.

    pytest rewrites the assertions of a module when it compiles it, which takes longer than all else of a collection;
    all processes collect in the same order and would each do it for themselves. Without files of bytecode they have
    to, and nothing happens here.
    """
    given: dict[str, object] = config.workerinput  # type: ignore[attr-defined]
    number, count = int(str(given["workerid"]).removeprefix("gw")), int(str(given["workercount"]))
    if sys.dont_write_bytecode or count < 2:
        return
    for name in _modules(config)[number::count]:
        # What fails fails again at its own collection, and is reported there.
        with contextlib.suppress(Exception, pytest.skip.Exception):
            importlib.import_module(name)
    (folder / f"compiled.{number}").touch()
    give_up = time.monotonic() + SECONDS
    while len(list(folder.glob("compiled.*"))) < count and time.monotonic() < give_up:
        time.sleep(0.05)


def read_constants_once(folder: Path) -> None:
    """Hypothesis draws from the numbers and words in our code, too: the first that reads it all writes them down."""
    if "hypothesis" not in sys.modules:
        return
    from hypothesis.internal.conjecture.providers import _get_local_constants

    with (folder / "constants.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _get_local_constants()


def _modules(config: pytest.Config) -> list[str]:
    asked = [config.rootpath / argument for argument in config.args]
    files = {file for path in asked if path.is_dir() for file in path.rglob("test_*.py")}
    return [".".join(file.relative_to(config.rootpath).with_suffix("").parts) for file in sorted(files)]


def migrated_once(folder: Path, finish: Callable[[], None]) -> None:
    """Gives this process its own test database: the first of the run migrates it, all others take a copy of that.

    `finish` is called once, in the database that is copied.
    """
    from django.conf import settings
    from django.db import connection

    name = connection.settings_dict["TEST"]["NAME"]
    with (folder / "migrated.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if (folder / "migrated.ready").exists():
            _copy_database("migrated", name)
        else:
            with one_model_at_a_time():
                connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
            finish()
            connection.close()  # what somebody is connected to cannot be copied
            _copy_database(name, "migrated")
            (folder / "migrated.ready").touch()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def _copy_database(source: str, target: str) -> None:
    from django.db import connection

    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{target}" TEMPLATE "{source}"')
