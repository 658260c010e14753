"""Servers and people for the tests.

PostgreSQL is started on the first test that asks for the database, in a folder of its own, and removed at the
end; with DATABASE_URL set that server is used instead. Several runs may go on side by side.
"""

from __future__ import annotations

import gc
import os
import shutil
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from config.local_servers import postgres_url, valkey_url
from tests import drawing, servers, side_by_side, tables
from tests.migrating import one_model_at_a_time

if TYPE_CHECKING:
    from django.contrib.auth.models import User

SERVERS = os.environ.get("CITEWELL_TEST_SERVERS", "")
OWN_POSTGRES = bool(SERVERS) and os.environ["DATABASE_URL"] == postgres_url(Path(SERVERS) / "pg")
SIDE_BY_SIDE = "PYTEST_XDIST_WORKER" in os.environ
HELD = pytest.StashKey[object]()


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        drawing.settle(config.args)
    if SERVERS and not hasattr(config, "workerinput"):
        config.stash[HELD] = servers.hold(Path(SERVERS))


def pytest_unconfigure(config: pytest.Config) -> None:
    # Where a server runs, its keeper removes the folder as soon as this process has ended.
    if SERVERS and not hasattr(config, "workerinput") and not list(Path(SERVERS).glob("*.keeper")):
        shutil.rmtree(SERVERS, ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    gc.disable()  # nothing that is collected ends before the run does
    if SERVERS and SIDE_BY_SIDE:
        side_by_side.compile_between_us(session.config, Path(SERVERS))


def pytest_report_header() -> str:
    return f"rows of long tables: {os.environ['DRAWN']} (DRAWN=all takes all)"


@pytest.hookimpl(tryfirst=True)
def pytest_pycollect_makeitem(collector: pytest.Collector, name: str, obj: object) -> pytest.Item | None:
    """A long table without fixtures is one test where whole folders run side by side."""
    if not SIDE_BY_SIDE or not isinstance(collector, pytest.Module) or hasattr(collector.obj, "pytestmark"):
        return None
    if not collector.istestfunction(obj, name) or not drawing.are_folders(collector.config.args):
        return None
    rows = tables.joined(obj)
    return rows and pytest.Function.from_parent(collector, name=name, callobj=rows)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What waits for a browser or for a worker comes first, and what is short last.

    Processes side by side take tests from each other's ends: so one drives the browser while the others have the
    processors, and all end within seconds of each other. pytest-django would put what empties the tables last. Tests
    with workers of their own stand together, so that the common one is stopped for them once.
    """
    if left := set(drawing.undrawn(items)):
        config.hook.pytest_deselected(items=list(left))
        items[:] = [item for item in items if item not in left]
    if SERVERS and SIDE_BY_SIDE:
        side_by_side.read_constants_once(Path(SERVERS))
    items.sort(key=lambda item: (not _waits(item), "no_other_worker" in getattr(item, "fixturenames", ())))


def _waits(item: pytest.Item) -> bool:
    return any(item.get_closest_marker(name) for name in ("browser", "worker"))


def pytest_collection_finish() -> None:
    gc.enable()
    gc.freeze()  # else every round of the collector looks through ten thousand tests
    gc.set_threshold(50_000, 20, 50)  # a request makes more than 700 objects, and hardly one in a circle


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    if OWN_POSTGRES:
        servers.ensure(Path(SERVERS), "postgres")


@pytest.fixture(scope="session")
def broker() -> str:
    """The address of a running broker."""
    if SERVERS and os.environ["CELERY_BROKER_URL"].startswith(valkey_url(Path(SERVERS))):
        servers.ensure(Path(SERVERS), "valkey")
    return os.environ["CELERY_BROKER_URL"]


# The names of models and rights, which no test changes. Emptied, they would be made anew at the same moment by the test
# that ends and by a worker that asks for one of them; and the numbers that a worker remembers would be those of others.
MADE_BY_MIGRATIONS = {"django_content_type", "auth_permission"}

# A table without a row is left alone: emptying a hundred of them takes longer than most tests.
EMPTY = """
DO $$
DECLARE
    each text;
    filled boolean;
BEGIN
    FOREACH each IN ARRAY ARRAY[{tables}] LOOP
        EXECUTE 'SELECT EXISTS (SELECT 1 FROM ' || quote_ident(each) || ')' INTO filled;
        IF filled THEN EXECUTE 'DELETE FROM ' || quote_ident(each); END IF;
    END LOOP;
END $$
"""


@pytest.fixture(autouse=True, scope="session")
def _flush_passes_the_guards() -> Iterator[None]:
    """Tests with real transactions empty all tables when they end; the guards of the log refuse that to others."""
    from django.db import OperationalError, transaction
    from django.db.backends.postgresql.operations import DatabaseOperations

    def deletions(self: Any, style: Any, tables: list[str], **kwargs: Any) -> list[str]:
        emptied = [table for table in tables if table not in MADE_BY_MIGRATIONS]
        if not emptied:
            return []
        # Who writes meanwhile waits and finds nothing: else a row would be left of what it hung on.
        locks = f"LOCK TABLE {', '.join(map(self.quote_name, emptied))} IN EXCLUSIVE MODE"
        return [locks, EMPTY.format(tables=", ".join(f"'{table}'" for table in emptied))]

    def flush(self: Any, sql_list: list[str]) -> None:
        for last in (False, False, True):
            try:
                return emptied(self, sql_list)
            except OperationalError:  # what is still under way held a table, and waited for another
                if last:
                    raise
        return None

    def emptied(self: Any, sql_list: list[str]) -> None:
        with transaction.atomic(using=self.connection.alias), self.connection.cursor() as cursor:
            # Neither the guards nor the keys between the tables ask: all of them are emptied.
            cursor.execute("SET LOCAL session_replication_role = replica")
            # A question of a worker that a test has ended goes on at the server, and holds the rows it changes.
            cursor.execute(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"
            )
            for sql in sql_list:
                cursor.execute(sql)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "sql_flush", deletions)
        patch.setattr(DatabaseOperations, "execute_sql_flush", flush)
        yield


if OWN_POSTGRES and SIDE_BY_SIDE:

    @pytest.fixture(scope="session")
    def django_db_setup(
        django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: Any
    ) -> None:
        """Runs side by side migrate one database between them: migrations take longer than any test."""
        with django_db_blocker.unblock():
            side_by_side.migrated_once(Path(SERVERS), without_checklist)

else:

    @pytest.fixture(scope="session")
    def _migrated_in_short() -> Iterator[ExitStack]:
        with ExitStack() as until_migrated:
            until_migrated.enter_context(one_model_at_a_time())
            yield until_migrated

    @pytest.fixture(scope="session")
    def django_db_setup(_migrated_in_short: ExitStack, django_db_setup: None, django_db_blocker: Any) -> None:
        _migrated_in_short.close()
        with django_db_blocker.unblock():
            without_checklist()


def without_checklist() -> None:
    """Tests begin without a checklist; those about it write their own."""
    from articles.models import ChecklistQuestion

    ChecklistQuestion.objects.all().delete()


@pytest.fixture(scope="session")
def _roles(django_db_setup: None, django_db_blocker: Any) -> None:
    """The roles of the database, as `manage.py database_roles` makes them."""
    from articles.management.database_roles import Roles, make_roles

    with django_db_blocker.unblock():
        make_roles(Roles())


@pytest.fixture
def as_application(db: None, _roles: None) -> Iterator[None]:
    """The rest of the test, what its fixtures make included, runs as the application's role does."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET ROLE citewell_app")
    yield
    if not connection.needs_rollback:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")


@pytest.fixture(scope="session")
def _standing_worker(
    broker: str, django_db_setup: None, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[servers.StandingWorker]:
    """One Celery worker of its own process on the tests' database, for all tests that ask for a worker."""
    standing = servers.StandingWorker(tmp_path_factory.mktemp("celery") / "worker.log")
    yield standing
    standing.stop()


@pytest.fixture
def worker(transactional_db: None, _standing_worker: servers.StandingWorker) -> Path:
    """For tests whose tasks run in the worker; rows are committed so that it sees them. The log it writes."""
    return _standing_worker.run()


@pytest.fixture
def no_other_worker(transactional_db: None, broker: str, _standing_worker: servers.StandingWorker) -> Iterator[None]:
    """For tests that start workers of their own: no other takes their tasks, and what they leave is thrown away."""
    _standing_worker.stop()
    servers.empty_broker()
    yield
    servers.empty_broker()


@pytest.fixture(autouse=True)
def _loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may reach beyond this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in (
            "127.0.0.1",
            "::1",
            "localhost",
        ):
            raise AssertionError(f"A test tried to connect to {address[0]}.")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture
def make_user(db: None) -> Callable[..., User]:
    """make_user("login", "Authors", ...) gives a member of staff in these groups, with password "password"; `name`
    is the one that readers are told."""
    from django.contrib.auth.models import Group, User

    def make(username: str, *groups: str, staff: bool = True, name: str = "") -> User:
        first, _, last = name.partition(" ")
        named = {"is_staff": staff, "first_name": first, "last_name": last}
        user = User.objects.create_user(username, f"{username}@example.org", "password", **named)
        user.groups.set(Group.objects.filter(name__in=groups))
        return user

    return make


@pytest.fixture
def author(make_user: Callable[..., User]) -> User:
    return make_user("author", "Authors")


@pytest.fixture
def editor(make_user: Callable[..., User]) -> User:
    return make_user("editor", "Editors")


@pytest.fixture
def reviewer(make_user: Callable[..., User]) -> User:
    return make_user("reviewer", "Medical reviewers")


@pytest.fixture
def stranger(make_user: Callable[..., User]) -> User:
    """Signed up, with no part in the newsroom."""
    return make_user("stranger", staff=False)


@pytest.fixture
def superuser(db: None) -> User:
    from django.contrib.auth.models import User

    return User.objects.create_superuser("admin", "admin@example.org", "password")


# The address bar is a page of its own in each window, and costs more than most pages that are tested. Chromium takes
# the last list of features alone, so those that Playwright turns off stand here too.
UNUSED = [
    *("WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup"),
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay"),
    *("HttpsFirstBalancedModeAutoEnable", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning"),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled"),
    "PreconnectToSearch",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium, the one without windows where it is installed; CHROMIUM names another than Debian's."""
    from playwright.sync_api import sync_playwright

    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), "")
    if not Path(path).is_file():
        pytest.fail("No Chromium here. Install Debian's chromium-headless-shell, or set CHROMIUM to a program's path.")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps an event loop in this thread.
    quiet = [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
    ]
    # A process that has seen a page opens the next in half the time.
    quiet += [
        "--renderer-process-limit=1",
        "--disable-component-update",
        "--disable-sync",
        f"--disable-features={','.join(UNUSED)}",
    ]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, headless=True, args=quiet)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def _window(django_db_setup: None, chromium: Any, live_server: Any) -> Iterator[Any]:
    """The window of `browser_page`: what scripts and styles it has read and compiled, the next test need not.

    Its first page stays open and empty, and with it the process that all pages of the window share (see `chromium`).
    """
    window = chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900})
    window.set_default_timeout(30_000)
    window.new_page()
    yield window
    window.close()


KEPT_BY_PAGES = "cookies,local_storage,session_storage,indexeddb,cache_storage,service_workers"


@pytest.fixture
def browser_page(_window: Any, live_server: Any, broker: str) -> Iterator[Any]:
    """A fresh page; relative addresses go to the live server. Add `worker` where saved articles are to be read."""
    page = _window.new_page()
    devtools = _window.new_cdp_session(page)
    devtools.send("Storage.clearDataForOrigin", {"origin": live_server.url, "storageTypes": KEPT_BY_PAGES})
    devtools.detach()
    yield page
    _window.set_offline(False)
    for opened in _window.pages[1:]:
        opened.close()
    _window.clear_cookies()
