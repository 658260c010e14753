"""The embedded servers, started and stopped for real in folders of their own."""

from __future__ import annotations

import shutil
import signal
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from config.children import ServerError, stop
from config.local_servers import (
    LONGEST_FOLDER,
    make_database,
    postgres_url,
    socket_folder,
    start_postgres,
    start_valkey,
    valkey_url,
)


def connect(folder: Path) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(postgres_url(folder), connect_timeout=5, autocommit=True)


@pytest.fixture
def short() -> Iterator[Path]:
    """A folder that root's PostgreSQL, which runs as somebody else, may pass through; pytest's own are closed."""
    folder = Path(tempfile.mkdtemp(prefix="citewell-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def test_it_says_why_postgres_did_not_start(short: Path) -> None:
    folder = short / "postgres"
    folder.mkdir()
    (folder / "PG_VERSION").write_text("9.1\n")
    with pytest.raises(ServerError, match=r"(?s)PostgreSQL stopped as it started.*postgres\.log"):
        start_postgres(folder)


def test_it_refuses_a_folder_that_is_a_link(short: Path) -> None:
    (short / "elsewhere").mkdir(mode=0o755)
    (short / "postgres").symlink_to(short / "elsewhere")
    with pytest.raises(ServerError, match="belongs to somebody else"):
        start_postgres(short / "postgres")
    assert stat.S_IMODE((short / "elsewhere").stat().st_mode) == 0o755


def test_it_keeps_rows_over_a_stop_and_shuts_others_out(short: Path) -> None:
    folder = short / "postgres"
    process = start_postgres(folder)
    try:
        make_database(folder)
        make_database(folder)
        with connect(folder) as database:
            database.execute("create table kept as select 7 as number")
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    finally:
        stop(process, signal.SIGINT)
    process = start_postgres(folder)
    try:
        with connect(folder) as database:
            assert database.execute("select number from kept").fetchone() == (7,)
            assert database.execute("show listen_addresses").fetchone() == ("",)
    finally:
        stop(process, signal.SIGINT)


def test_it_takes_over_from_a_server_that_was_left_running(short: Path) -> None:
    folder = short / "postgres"
    left = start_postgres(folder, durable=False)
    process = start_postgres(folder, durable=False)
    try:
        assert left.wait(10) == 0
        assert process.poll() is None
    finally:
        stop(process, signal.SIGINT)


def test_it_keeps_waiting_tasks_over_a_stop(short: Path) -> None:
    import redis

    client = redis.Redis(unix_socket_path=valkey_url(short).removeprefix("redis+socket://"))
    process = start_valkey(short)
    client.rpush("celery", "task")
    stop(process)
    process = start_valkey(short)
    try:
        assert client.llen("celery") == 1
    finally:
        stop(process)


def test_a_long_path_gets_a_short_socket() -> None:
    folder = Path("/srv") / ("long" * 30)
    assert len(str(socket_folder(folder))) < LONGEST_FOLDER
    assert socket_folder(folder) == socket_folder(folder)
    assert socket_folder(folder) != socket_folder(folder / "other")
    assert socket_folder(Path("/srv/var")) == Path("/srv/var")
