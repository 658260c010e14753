"""One act on many works: chosen within the database, worked off in pieces, refusals named work by work."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import Group, User
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from citations.models import Batch, BatchWork, Citation, Lookup, RecordedFact
from citations.services import batch_worker, batches, bulk_acts, editor_facts, metadata_completion
from citations.services.bulk_insert import insert
from citations.services.editor_facts import Refusal

pytestmark = pytest.mark.django_db
TRIALS = {"name": "design", "value": "rct", "reason": "All read in full"}


@pytest.fixture(autouse=True)
def sent() -> Iterator[Any]:
    with patch("celery.app.base.Celery.send_task") as send:
        yield send


def make_works(number: int) -> list[int]:
    return insert(
        [Citation(title=f"A study of walking {n}", fingerprint=str(n), doi=f"10.5555/{n}") for n in range(number)]
    )


def chosen(by: User, act: str = "set-fact", **conditions: Any) -> Batch:
    return bulk_acts.choose(act=act, works=Citation.objects.filter(**conditions), by=by)


def test_who_may_not_change_works_chooses_nothing(reviewer: User) -> None:
    make_works(2)
    with pytest.raises(PermissionDenied):
        chosen(reviewer)
    assert not Batch.objects.exists()


def test_nothing_chosen_is_refused(editor: User) -> None:
    with pytest.raises(Refusal, match="No work"):
        chosen(editor)
    assert not Batch.objects.exists()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({**TRIALS, "reason": "  "}, "Say why"),
        ({**TRIALS, "value": "guess"}, "not a valid choice"),
        ({**TRIALS, "name": "fingerprint"}, "not a fact"),
        ({}, "not a fact"),
    ],
)
def test_what_would_be_refused_for_every_work_is_refused_before(asked: Any, words: str, editor: User) -> None:
    make_works(2)
    batch = chosen(editor)
    with pytest.raises(Refusal, match=words):
        bulk_acts.start(batch=batch, by=editor, asked=asked)
    batch.refresh_from_db()
    assert batch.state == "chosen"


def test_nobody_starts_what_somebody_else_chose_or_starts_it_twice(editor: User, superuser: User) -> None:
    make_works(2)
    batch = chosen(editor)
    with pytest.raises(PermissionDenied):
        bulk_acts.start(batch=batch, by=superuser, asked=TRIALS)
    bulk_acts.start(batch=batch, by=editor, asked=TRIALS)
    with pytest.raises(Refusal, match="already"):
        bulk_acts.start(batch=batch, by=editor, asked=TRIALS)


def test_services_are_not_asked_where_look_ups_are_off(editor: User) -> None:
    make_works(1)
    with pytest.raises(Refusal, match="LOOKUPS"):
        chosen(editor, "ask-again")


def test_thousands_of_works_are_chosen_in_as_many_queries_as_one(editor: User) -> None:
    def questions() -> tuple[int, int]:
        with CaptureQueriesContext(connection) as asked:
            batch = bulk_acts.choose(act="set-fact", works=Citation.objects.all(), by=User.objects.get(pk=editor.pk))
        assert not any("SELECT" in q["sql"][:6] and "citations_citation" in q["sql"] for q in asked.captured_queries)
        return len(asked), batch.size

    make_works(1)
    one, _ = questions()
    columns = ", ".join(f'"{field.column}"' for field in Citation._meta.concrete_fields if not field.generated)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO citations_citation ({columns}) SELECT {columns} FROM (SELECT (json_populate_record(c,"
            " json_build_object('id', 1000000 + n, 'doi', NULL, 'fingerprint', n::text))).* "
            "FROM citations_citation c, generate_series(1, 2999) n) AS made"
        )
    assert questions() == (one, 3_000)


def test_a_fact_is_set_for_all_with_the_reason_and_the_name(editor: User) -> None:
    make_works(120)
    Citation.objects.filter(doi="10.5555/7").update(design="cohort")
    batch = bulk_acts.start(batch=chosen(editor), by=editor, asked=TRIALS)
    batch_worker.work_off(batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.changed, batch.refused, batch.percent) == ("done", 120, 0, 100)
    assert Citation.objects.filter(design="rct").count() == 120
    said = RecordedFact.objects.filter(origin="editor", name="design", by=editor, reason="All read in full")
    assert said.count() == 120
    assert not BatchWork.objects.exists()


def test_refusals_name_the_work_and_the_others_are_done(editor: User) -> None:
    ids = make_works(120)
    batch = bulk_acts.start(batch=chosen(editor), by=editor, asked=TRIALS)
    Citation.objects.filter(pk=ids[60]).delete()
    real = editor_facts.set_fact

    def picky(*, citation: Citation, **rest: Any) -> Citation:
        if citation.pk == ids[3]:
            raise Refusal("Not this one.")
        return real(citation=citation, **rest)

    with patch("citations.services.editor_facts.set_fact", picky):
        batch_worker.work_off(batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.changed, batch.refused) == ("done", 118, 2)
    assert [(row.work_id, row.reason) for row in batch.faults.all()] == [
        (ids[3], "Not this one."),
        (None, bulk_acts.GONE),
    ]


def test_a_killed_worker_leaves_nothing_out_and_counts_nothing_twice(editor: User) -> None:
    make_works(120)
    batch = bulk_acts.start(batch=chosen(editor), by=editor, asked=TRIALS)
    real, done = bulk_acts._act_on, []

    def killed_in_the_second(*args: Any, **kwargs: Any) -> None:
        real(*args, **kwargs)
        done.append(1)
        if len(done) == 2:
            raise KeyboardInterrupt

    with patch("citations.services.bulk_acts._act_on", killed_in_the_second), pytest.raises(KeyboardInterrupt):
        batch_worker.work_off(batch_id=batch.pk)
    assert RecordedFact.objects.count() == 50
    Batch.objects.update(moved_at=timezone.now() - batches.LEASE - timedelta(seconds=1))
    batch_worker.work_off(batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.changed, batch.passed) == ("done", 120, 120)
    assert RecordedFact.objects.count() == 120


def test_it_stops_when_the_person_may_no_longer_change_works(editor: User) -> None:
    make_works(2)
    batch = bulk_acts.start(batch=chosen(editor), by=editor, asked=TRIALS)
    editor.groups.set(Group.objects.none())
    batch_worker.work_off(batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.changed) == ("failed", 0)
    assert not RecordedFact.objects.exists()


def test_services_are_asked_again_about_all_that_they_may_know(editor: User, settings: Any) -> None:
    settings.LOOKUPS = True
    make_works(60)
    nothing = Citation.objects.create(title="x", fingerprint="x")
    old = Lookup.objects.create(
        citation=Citation.objects.get(doi="10.5555/1"), service="crossref", state="failed", attempts=14
    )
    batch = chosen(editor, "ask-again")
    bulk_acts.start(batch=batch, by=editor)
    batch_worker.work_off(batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.changed, batch.refused) == ("done", 60, 1)
    assert batch.faults.get().work == nothing
    old.refresh_from_db()
    assert (old.state, old.attempts) == ("waiting", 0)
    assert Lookup.objects.filter(state="waiting").values("citation").distinct().count() == 60
    assert metadata_completion.send_due(now=timezone.now(), most=300) == 60


def test_a_further_act_is_one_entry(editor: User) -> None:
    ids = make_works(3)
    seen: list[int] = []

    def check(works: Any, by: User, asked: Any) -> Iterator[tuple[Citation, str]]:
        seen.extend(work.pk for work in works)
        yield works[1], "No address."

    bulk_acts.register(bulk_acts.Act("check-links", "Check the addresses", "citations.change_citation", check))
    try:
        batch = bulk_acts.start(batch=chosen(editor, "check-links"), by=editor)
        batch_worker.work_off(batch_id=batch.pk)
    finally:
        del bulk_acts.ACTS["check-links"]
    batch.refresh_from_db()
    assert (seen, batch.title, batch.changed, batch.refused) == (ids, "Check the addresses", 2, 1)


def test_an_act_that_this_release_does_not_know_is_stopped_in_words(editor: User) -> None:
    batch = Batch.objects.create(kind="later", title="Later", by=editor)
    batch_worker.work_off(batch_id=batch.pk)
    batch.refresh_from_db()
    assert (batch.state, batch.message) == ("failed", "This release does not know how to do this.")
