"""What one record may not do to the others of its file, and what two people at once may not do to the library."""

from __future__ import annotations

import io
import json
from threading import Barrier, Thread
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction

from citations.models import Citation, RecordedFact
from citations.services import adding, duplicates
from citations.services.adding import Added, Entry, Fault
from citations.services.bulk_insert import insert


def entry(line: int, **csl: Any) -> Entry:
    return Entry(line, str(csl.get("title", "")), "record", {"type": "article-journal", **csl})


@pytest.mark.django_db
@pytest.mark.parametrize(
    "spoilt",
    [
        {"title": "A sign\0 of nothing"},
        {"title": "Half a \ud800 pair"},
        {"title": "Sound", "abstract": "half \udfff"},
        {"title": "Sound", "note": "\0"},
        {"title": "Sound", "issued": {"date-parts": [[float("nan")]]}},
    ],
)
def test_a_record_that_cannot_be_stored_is_a_fault_and_the_rest_comes_in(spoilt: dict[str, Any], editor: User) -> None:
    entries = [
        entry(1, title="One of two", DOI="10.5555/1"),
        entry(7, **spoilt),
        entry(9, title="Two", DOI="10.5555/2"),
    ]
    rows = list(adding.add(entries=entries, by=editor, origin="a.json"))
    faults = [row for row in rows if isinstance(row, Fault)]
    assert [(fault.line, fault.reason) for fault in faults] == [(7, adding.NOT_STORED)]
    "".join(fault.text for fault in faults).encode()  # can be shown
    assert "\0" not in faults[0].text
    assert set(Citation.objects.values_list("doi", flat=True)) == {"10.5555/1", "10.5555/2"}
    assert RecordedFact.objects.count() == 2


@pytest.mark.django_db
def test_a_spoilt_record_in_a_file_is_named_with_its_line(editor: User) -> None:
    text = '[{"title": "One of two"},\n{"title": "Half \\ud800"},\n{"title": "Two of two"}]'
    entries = [row for row in adding.read_file("a.json", io.BytesIO(text.encode())) if isinstance(row, Entry)]
    rows = list(adding.add(entries=entries, by=editor, origin="a.json"))
    assert [row.line for row in rows if isinstance(row, Fault)] == [2]
    assert Citation.objects.count() == 2


@pytest.mark.django_db
def test_a_work_that_somebody_else_added_in_the_same_moment_is_there_already(editor: User) -> None:
    other: list[int] = []
    real = adding.add_works

    def late(*, works: Any, **kw: Any) -> Any:
        if not other:
            other.append(1)
            raise IntegrityError("somebody took the identifier")
        return real(works=works, **kw)

    with patch("citations.services.adding.add_works", late):
        rows = adding.add_batch(entries=[entry(1, title="One", DOI="10.5555/1")], origin="a.json")
    assert [row.new for row in rows if isinstance(row, Added)] == [True]


@pytest.mark.django_db(transaction=True)
def test_two_who_bring_the_same_works_at_once_bring_each_once(editor: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without identifiers, so that no constraint of the table helps. No worker is sent after rows that will be gone."""
    monkeypatch.setattr(duplicates, "enqueue", lambda: None)
    entries = [entry(n, title=f"A study of walking, part {n}", issued={"date-parts": [[2001]]}) for n in range(1, 60)]
    ready, new = Barrier(2), []

    def bring() -> None:
        try:
            ready.wait()
            new.extend(row.new for row in adding.add_batch(entries=entries, origin="a.ris") if isinstance(row, Added))
        finally:
            connection.close()

    threads = [Thread(target=bring) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (Citation.objects.count(), sum(new), len(new)) == (59, 59, 118)


@pytest.mark.django_db
def test_rows_inserted_at_once_are_those_that_were_given(editor: User) -> None:
    made = [
        Citation(
            title=f"“Ü” {number} \\ ' \"",
            fingerprint=str(number),
            csl={"a": [1, {"b": "\n"}], "n": None},
            families=["O'Neil", 'De "x"', "{,}"],
            year=1999 + number,
            peer_reviewed=[None, True, False][number],
        )
        for number in range(3)
    ]
    keys = insert(made)
    held = list(Citation.objects.order_by("pk"))
    assert [work.pk for work in held] == keys
    for work, given in zip(held, made, strict=True):
        for field in Citation._meta.concrete_fields:
            if not (field.primary_key or field.generated):
                assert getattr(work, field.attname) == getattr(given, field.attname), field.name
    assert json.loads(json.dumps(held[0].csl)) == made[0].csl


@pytest.mark.django_db
def test_a_row_that_is_turned_away_leaves_the_others(editor: User) -> None:
    work = Citation.objects.create(title="x", fingerprint="x")
    assert len(insert([work.lookups.model(citation=work, service="pubmed")], on_conflict="DO NOTHING")) == 1
    rows = [work.lookups.model(citation=work, service=name) for name in ("pubmed", "crossref")]
    assert len(insert(rows, on_conflict="DO NOTHING")) == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        insert([work.lookups.model(citation=work, service="pubmed")])
