"""Nothing with an open blocker goes live, whichever way it is tried. The ways stand in tables beside this file."""

from __future__ import annotations

import copy
import json
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from articles import services
from articles.models import Article, Flag
from articles.services import drafts
from products.models import Product
from tests.articles.factories import (
    approve_as_it_stands,
    assess_as,
    edit,
    flag,
    make_approved_article,
    make_article,
    make_published_article,
    make_user,
)
from tests.articles.gate import code_ways, http_ways, sql_ways
from tests.articles.gate.code_ways import Places

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
REFUSALS = ("CW001", "CW002", "CW003", "42501", "23514")
"""The gate, what is final, the seal; a right that is lacking; a constraint. Anything else is a slip of the table."""


def newsroom() -> Places:
    """A blocked draft in review, an approved one without blockers, and a page whose draft is blocked by now."""
    at = Places()
    at.author, at.editor, at.reviewer = make_user("Authors"), make_user("Editors"), make_user("Medical reviewers")
    at.stranger = make_user()
    at.page = make_published_article(by=at.author, approver=at.reviewer, publisher=at.editor)
    edit(at.page, by=at.author, standfirst="The second revision.")
    approve_as_it_stands(at.page, by=at.author, approver=at.reviewer)
    services.publish(article=at.page, by=at.editor)
    edit(at.page, by=at.author, body="Ginger cures cancer.")
    assess_as(at.page, flags={0: [flag()]})
    at.blocked = assess_as(make_article(by=at.author), flags={0: [flag(), flag("unresolved-mention")]})
    services.submit_for_review(article=at.blocked, by=at.author)
    at.clean = make_approved_article(by=at.author, approver=at.reviewer)
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # as a commit would
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    return at


@pytest.fixture
def at() -> Places:
    return newsroom()


def gone_live(at: Places) -> list[str]:
    """What readers see now and should not."""
    found = []
    rows = {row.pk: row for row in Article.objects.all()}
    if at.blocked.pk in rows and rows[at.blocked.pk].is_public:
        found.append("the blocked draft")
    if rows[at.clean.pk].is_public:
        found.append("the clean draft, changed or without a word on the log")
    live = rows[at.page.pk].live_revision
    if live is not None and live.pk != at.page.live_revision_id:
        found.append("other words on the page")
    known = {at.blocked.pk, at.clean.pk, at.page.pk}
    return found + [f"article {pk}" for pk, row in rows.items() if pk not in known and row.is_public]


def numbers(at: Places) -> dict[str, int]:
    return {
        "a": at.blocked.pk,
        "c": at.clean.pk,
        "p": at.page.pk,
        "f": Flag.objects.filter(article=at.blocked).order_by("pk").values_list("pk", flat=True)[0],
        "e": at.editor.pk,
        "w": at.author.pk,
        "r": at.clean.review_revision_id or 0,
        "v": at.blocked.version,
    }


def attempt(at: Places, way: Callable[[], object], *, role: str = "") -> str:
    """What came of a way: what went live by it, or "". Leaves no trace."""
    said = ""
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                if role:
                    cursor.execute(f"SET LOCAL ROLE {role}")
            with suppress(services.ServiceError):
                way()
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("RESET ROLE")
            said = ", ".join(gone_live(at))
            transaction.set_rollback(True)
    except DatabaseError as error:
        state = getattr(error.__cause__, "sqlstate", "")
        if state not in REFUSALS:
            raise AssertionError(f"{state}: not refused, but wrongly tried: {error}") from error
        return ""
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
    return said


def execute(statements: list[str], places: dict[str, int]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.format(**places))


def test_the_tables_hold_what_they_promise() -> None:
    tables = (sql_ways.WAYS, http_ways.WAYS, code_ways.WAYS, FIXTURES, PAST_TIME, RACES)
    assert sum(map(len, tables)) >= 150


def test_these_tests_would_notice(at: Places) -> None:
    """With triggers off the first statement works, and is seen."""

    def way() -> None:
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET LOCAL session_replication_role = replica")
        execute(sql_ways.WAYS["a forged revision of this version"], numbers(at))

    assert attempt(at, way) == "the blocked draft"
    assert attempt(at, lambda: services.publish(article=at.clean, by=at.editor)) != ""


@pytest.mark.usefixtures("_roles")
def test_no_statement_of_the_sites_role_does_it(at: Places) -> None:
    places = numbers(at)
    worked = {
        name: came
        for name, statements in sql_ways.WAYS.items()
        if (came := attempt(at, lambda statements=statements: execute(statements, places), role="citewell_app"))
    }
    assert worked == {}


@pytest.mark.usefixtures("_roles")
def test_nor_of_the_owner_as_long_as_the_guards_stand(at: Places) -> None:
    guards = ("trigger", "ROLE", "replica", "articles_gate", "pg_trigger", "sealkey", "FUNCTION", "COPY")
    places = numbers(at)
    tried = {
        name: statements
        for name, statements in sql_ways.WAYS.items()
        if not any(word.lower() in " ".join(statements).lower() for word in guards)
    }
    assert len(tried) > 50
    worked = {
        name: came
        for name, statements in tried.items()
        if (came := attempt(at, lambda statements=statements: execute(statements, places)))
    }
    assert worked == {}


def worked(at: Places, ways: Mapping[str, Callable[[Places], object]]) -> dict[str, str]:
    """The ways that led past the gate, each tried from the same newsroom, and what went live by them."""
    found = {}
    for name, way in ways.items():
        here = copy.deepcopy(at)  # what a way writes on the rows it holds would outlive the transaction
        if came := attempt(here, lambda way=way, here=here: way(here)):
            found[name] = came
    return found


def test_no_code_does_it(at: Places) -> None:
    assert worked(at, code_ways.WAYS) == {}


# --- Requests ----------------------------------------------------------------------------------------------


@pytest.mark.drawn(3)
@pytest.mark.parametrize("role", ["nobody", "stranger", "author", "editor", "reviewer", "administrator"])
def test_no_request_of_any_role_does_it(role: str, at: Places, client: Client, superuser: User) -> None:
    client.raise_request_exception = False
    person = superuser if role == "administrator" else getattr(at, role, None)
    places = numbers(at)
    worked, failed = {}, []

    def way(address: str, data: dict[str, str]) -> Callable[[], object]:
        def send() -> None:
            if person is not None:
                client.force_login(person)
            response = client.post(address.format(**places), {key: text.format(**places) for key, text in data.items()})
            if response.status_code >= 500:
                failed.append(address)

        return send

    for name, (address, data) in http_ways.WAYS.items():
        if came := attempt(at, way(address, data)):
            worked[name] = came
    assert (worked, failed) == ({}, [])


# --- Fixtures of Django ------------------------------------------------------------------------------------

FIXTURES: dict[str, Callable[[Places], list[dict[str, Any]]]] = {
    "an article with a live revision": lambda at: [_article(at, live_revision=at.clean.review_revision_id)],
    "a forged revision": lambda at: [_revision(at), _article(at, live_revision=99_000)],
    "a forged revision first, the article in the same file": lambda at: [
        _article(at, live_revision=99_000),
        _revision(at),
    ],
    "flags accepted": lambda at: [*_flags(at, state="accepted"), _revision(at), _article(at, live_revision=99_000)],
    "flags fixed": lambda at: [*_flags(at, state="fixed"), _revision(at), _article(at, live_revision=99_000)],
    "flags that are notes": lambda at: [
        *_flags(at, severity="note"),
        _revision(at),
        _article(at, live_revision=99_000),
    ],
    "flags of another article": lambda at: [
        *_flags(at, article=at.clean.pk),
        _revision(at),
        _article(at, live_revision=99_000),
    ],
    "an entry of the log": lambda at: [_revision(at), _entry(at), _article(at, live_revision=99_000)],
    "an entry with a hash": lambda at: [
        _revision(at),
        _entry(at, hash="0" * 64, previous="0" * 64),
        _article(at, live_revision=99_000),
    ],
    "decisions": lambda at: [
        *_decisions(at),
        *_flags(at, state="accepted"),
        _revision(at),
        _article(at, live_revision=99_000),
    ],
    "the end of the log": lambda at: [
        {"model": "articles.loghead", "pk": 1, "fields": {"entries": 1, "last_id": 1, "hash": "0" * 64}}
    ],
}


def _row(record: Any, **changed: Any) -> dict[str, Any]:
    from django.core import serializers

    [row] = json.loads(serializers.serialize("json", [record]))
    for name, value in changed.items():
        row["fields"][name] = value
    return row  # type: ignore[no-any-return]


def _article(at: Places, **changed: Any) -> dict[str, Any]:
    row = _row(at.blocked, status="published", published_at="2026-01-01T00:00:00Z", **changed)
    return {**row, "fields": {key: value for key, value in row["fields"].items() if key != "topics"}}


def _revision(at: Places) -> dict[str, Any]:
    clean = at.clean.review_revision
    return {**_row(clean, article=at.blocked.pk, body="Ginger cures cancer."), "pk": 99_000}


def _flags(at: Places, **changed: Any) -> list[dict[str, Any]]:
    rows = [_row(row, **changed) for row in Flag.objects.filter(article=at.blocked)]
    return [{**row, "fields": {k: v for k, v in row["fields"].items() if k != "severity_rank"}} for row in rows]


def _entry(at: Places, **changed: Any) -> dict[str, Any]:
    hash_of = at.clean.review_revision.content_hash if at.clean.review_revision else ""
    fields = {
        "at": "2026-01-01T00:00:00Z",
        "actor": at.editor.pk,
        "actor_name": "editor",
        "action": "approved",
        "article_id": at.blocked.pk,
        "revision_id": 99_000,
        "data": {"content_hash": hash_of},
    }
    return {"model": "articles.logentry", "pk": 99_000, "fields": fields | changed}


def _decisions(at: Places) -> list[dict[str, Any]]:
    return [
        {
            "model": "articles.decision",
            "pk": 99_000 + row.pk,
            "fields": {
                "flag": row.pk,
                "verdict": "accept",
                "person": at.editor.pk,
                "reason": "It is well known to all.",
                "decided_at": "2026-01-01T00:00:00Z",
            },
        }
        for row in Flag.objects.filter(article=at.blocked)
    ]


def test_no_fixture_does_it(at: Places, tmp_path: Path) -> None:
    def loaded(rows: Callable[[Places], list[dict[str, Any]]]) -> Callable[[Places], object]:
        file = tmp_path / "rows.json"

        def way(here: Places) -> None:
            file.write_text(json.dumps(rows(here), default=str))
            call_command("loaddata", str(file), verbosity=0)

        return way

    assert worked(at, {name: loaded(rows) for name, rows in FIXTURES.items()}) == {}


# --- Time --------------------------------------------------------------------------------------------------


def _scheduled(at: Places, change: Callable[[], object]) -> None:
    services.schedule(article=at.clean, by=at.editor, at=timezone.now() + HOUR)
    change()
    services.publish_due(now=timezone.now() + 2 * HOUR)


PAST_TIME: dict[str, Callable[[Places], object]] = {
    "a blocker found between schedule and hour": lambda at: _scheduled(
        at, lambda: Flag.objects.create(article=at.clean, fingerprint="x", code="missing-citation", severity="blocker")
    ),
    "words saved between schedule and hour": lambda at: _scheduled(
        at, lambda: edit(at.clean, by=at.author, body="Ginger cures cancer.")
    ),
    "words changed in silence": lambda at: _scheduled(
        at, lambda: Article.objects.filter(pk=at.clean.pk).update(body="Ginger cures cancer.")
    ),
    "a work retracted": lambda at: _scheduled(
        at, lambda: at.clean.citations.update(status="retracted", status_checked="2026-11-01")
    ),
    "a product recorded": lambda at: _scheduled(
        at, lambda: Product.objects.create(name="Walking", sold_by_publisher=True)
    ),
    "handed back and still on schedule": lambda at: _scheduled(
        at,
        lambda: (
            services.request_changes(article=at.clean, by=at.reviewer, reason="Not yet."),
            Article.objects.filter(pk=at.clean.pk).update(
                status="scheduled", scheduled_for=timezone.now(), review_revision=at.clean.review_revision_id
            ),
        ),
    ),
    "a time that has passed": lambda at: services.schedule(article=at.blocked, by=at.editor, at=timezone.now() - HOUR),
    "a sweep with a clock ahead of time": lambda at: services.publish_due(now=timezone.now() + 10_000 * HOUR),
}


def test_no_hour_does_it(at: Places) -> None:
    assert worked(at, PAST_TIME) == {}


# --- At the same moment ------------------------------------------------------------------------------------


def _save(at: Places) -> None:
    article = Article.objects.get(pk=at.clean.pk)
    article.body = "Ginger cures cancer."
    drafts.save_draft(article=article, by=at.author, expected_version=None)


def _block(at: Places) -> None:
    Flag.objects.create(article=at.clean, fingerprint="y", code="missing-citation", severity="blocker")


def _retract(at: Places) -> None:
    at.clean.citations.update(status="retracted", status_checked="2026-11-01")


RACES: dict[str, Callable[[Places], None]] = {"a save": _save, "a blocker": _block, "a retraction": _retract}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("race", RACES)
def test_publishing_waits_for_what_happens_at_the_same_moment(race: str) -> None:
    """Whoever comes second sees what the first has done: no page is live with what it was not approved with."""
    at = newsroom()
    start, errors = threading.Barrier(2), []

    def run(act: Callable[[], object]) -> None:
        try:
            start.wait(timeout=20)
            act()
        except (services.ServiceError, DatabaseError) as error:
            errors.append(error)
        finally:
            connection.close()

    acts = (
        lambda: services.publish(article=Article.objects.get(pk=at.clean.pk), by=at.editor),
        lambda: RACES[race](at),
    )
    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    clean = Article.objects.select_related("live_revision").get(pk=at.clean.pk)
    assert clean.is_public or errors
    if clean.live_revision is not None:
        assert clean.live_revision.content_hash == at.clean.review_revision.content_hash
        assert "Ginger" not in clean.live_revision.body
