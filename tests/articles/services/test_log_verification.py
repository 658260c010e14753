"""The log is written once: the database refuses to change it, and what a superuser changes all the same is found."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from articles.models import LogEntry, LogHead
from articles.services import log
from tests.articles.factories import make_approved_article

pytestmark = pytest.mark.django_db


@contextmanager
def triggers_off() -> Iterator[None]:
    """What a superuser of the database can do."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        try:
            yield
        finally:
            cursor.execute("SET session_replication_role = DEFAULT")


def run(*arguments: str) -> str:
    out = StringIO()
    call_command("verify_log", *arguments, stdout=out)
    return out.getvalue()


@pytest.fixture
def entries(author) -> list[LogEntry]:
    made = [
        log.record(action=f"act-{number}", by=author, data={"n": number, "words": "Müller’s “knees”", "part": 1.50})
        for number in range(5)
    ]
    return list(LogEntry.objects.filter(pk__in=[entry.pk for entry in made]).order_by("pk"))


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE articles_logentry SET action = 'other'",
        "DELETE FROM articles_logentry",
        "TRUNCATE articles_logentry",
        "UPDATE articles_loghead SET hash = ''",
        "DELETE FROM articles_loghead",
        "TRUNCATE articles_loghead",
        "INSERT INTO articles_loghead (id, entries, last_id, hash) VALUES (2, 0, 0, '')",
    ],
)
def test_the_database_refuses_to_rewrite_it(entries, sql: str) -> None:
    with pytest.raises(DatabaseError, match="refused") as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    assert caught.value.__cause__.sqlstate == "CW002"
    assert LogEntry.objects.count() == 5


def test_given_hashes_and_numbers_are_not_taken(entries) -> None:
    create = LogEntry.objects.bulk_create

    def given(rows) -> list[LogEntry]:
        rows = list(rows)
        for row in rows:
            row.pk, row.previous, row.hash = 1_000_000, "f" * 64, "f" * 64
        return create(rows)

    with patch.object(LogEntry.objects, "bulk_create", given):
        log.record(action="x", by=None)
    last = LogEntry.objects.latest("pk")
    assert last.pk < 1_000_000
    assert (last.previous, last.hash != "f" * 64) == (entries[-1].hash, True)
    assert "6 entries" in run()


def test_it_proves_a_sound_log(entries) -> None:
    text = run()
    assert "All 5 entries are sound" in text
    assert entries[-1].hash in text
    assert [entry.previous for entry in entries] == ["", *(entry.hash for entry in entries[:-1])]
    assert LogHead.objects.get().hash == entries[-1].hash


def test_an_empty_log_is_sound(db) -> None:
    assert "empty" in run()


@pytest.mark.parametrize(
    "change",
    [
        {"action": "other"},
        {"data": {"n": 3}},
        {"actor_name": "Somebody else"},
        {"actor_id": None},
        {"article_id": 1},
        {"revision_id": 1},
        {"hash": "0" * 64},
        {"previous": "0" * 64},
    ],
)
def test_it_finds_an_entry_altered_by_a_superuser(entries, change) -> None:
    with triggers_off():
        LogEntry.objects.filter(pk=entries[2].pk).update(**change)
    with pytest.raises(CommandError, match=rf"Entry {entries[2].pk} was altered.* 2 entries before it are sound"):
        run()


def test_it_finds_a_time_moved_by_a_microsecond(entries) -> None:
    with triggers_off(), connection.cursor() as cursor:
        cursor.execute("UPDATE articles_logentry SET at = at + interval '1 microsecond' WHERE id = %s", [entries[0].pk])
    with pytest.raises(CommandError, match=f"Entry {entries[0].pk} was altered"):
        run()


def test_it_finds_an_entry_taken_out_of_the_middle(entries) -> None:
    with triggers_off():
        LogEntry.objects.filter(pk=entries[1].pk).delete()
    with pytest.raises(CommandError, match=rf"Entry {entries[2].pk} does not follow entry {entries[0].pk}"):
        run()


def test_it_finds_the_first_entry_gone(entries) -> None:
    with triggers_off():
        LogEntry.objects.filter(pk=entries[0].pk).delete()
    with pytest.raises(CommandError, match=f"Entry {entries[1].pk} does not follow the beginning"):
        run()


def test_it_finds_entries_that_changed_places(entries) -> None:
    first, second = entries[1].pk, entries[2].pk
    with triggers_off():
        for old, new in ((first, 10**9), (second, first), (10**9, second)):
            LogEntry.objects.filter(pk=old).update(id=new)
    with pytest.raises(CommandError, match=f"Entry {first} was altered"):
        run()


def test_it_finds_the_end_cut_off(entries) -> None:
    with triggers_off():
        LogEntry.objects.filter(pk__gte=entries[3].pk).delete()
    with pytest.raises(CommandError, match=r"5 entries were made.*3 are there"):
        run()


def test_it_finds_a_log_emptied_whole(entries) -> None:
    with triggers_off():
        LogEntry.objects.all().delete()
    with pytest.raises(CommandError, match="5 entries were made"):
        run()


def test_it_finds_a_log_emptied_with_its_end_while_revisions_stand() -> None:
    make_approved_article()
    with triggers_off():
        LogEntry.objects.all().delete()
        LogHead.objects.all().delete()
    with pytest.raises(CommandError, match="The log is empty and there are revisions"):
        run()


def test_entries_are_numbered_without_gaps(entries, author) -> None:
    with transaction.atomic():
        log.record(action="rolled-back", by=author)
        transaction.set_rollback(True)
    after = log.record(action="after", by=author)
    first = entries[0].pk
    assert [entry.pk for entry in (*entries, after)] == list(range(first, first + 6))
    assert "All 6 entries are sound" in run()


def test_a_hash_noted_earlier_shows_a_log_rewritten_whole(entries) -> None:
    noted = entries[-1].hash
    assert "sound" in run("--holds", noted)
    with triggers_off():
        LogEntry.objects.all().delete()
        LogHead.objects.all().delete()
    log.record(action="as if nothing had been", by=None)
    assert "sound" in run()
    with pytest.raises(CommandError, match="was rewritten or cut short since"):
        run("--holds", noted)


@pytest.mark.django_db(transaction=True)
def test_many_writers_at_once_make_one_chain() -> None:
    start = threading.Barrier(6)

    def write() -> None:
        start.wait(timeout=10)
        try:
            for number in range(10):
                log.record(action=f"act-{number}", by=None)
        finally:
            connection.close()

    writers = [threading.Thread(target=write) for _ in range(6)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(timeout=30)
    assert "All 60 entries are sound" in run()
