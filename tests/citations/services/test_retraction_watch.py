"""A sweep brings works up to the notices held, takes nothing back by itself and leaves the rest alone."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from citations.models import Citation, Notice, NoticeList, RecordedFact
from citations.services import retraction_watch

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def work(doi: str | None = "10.1000/a", **known: Any) -> Citation:
    return Citation.objects.create(title=f"On {doi}", doi=doi, fingerprint=str(doi), **known)


def a_list(folder: Path, *rows: str) -> Path:
    file = folder / "list.csv"
    file.write_text("\n".join(["doi,notices", *rows]) + "\n", "utf-8")
    return file


def imported(folder: Path, *rows: str, whole: bool | None = None) -> retraction_watch.Import:
    return retraction_watch.import_notices(path=a_list(folder, *rows), as_of=TODAY, whole=whole)


def notice(kind: str, day: date | None = None, **more: Any) -> Notice:
    known = {"doi": "10.1000/a", "source": "retraction-watch", "record": f"{kind}{day}", **more}
    return Notice.objects.create(kind=kind, published_on=day, **known)


def status_of(citation: Citation) -> str:
    citation.refresh_from_db()
    return str(citation.status)


def test_a_list_cut_short_is_refused_as_the_whole_one(tmp_path: Path) -> None:
    imported(tmp_path, *(f"10.1000/{number},Retraction" for number in range(20)), whole=True)
    with pytest.raises(retraction_watch.Incomplete, match="cut short"):
        imported(tmp_path, "10.1000/1,Retraction", whole=True)
    assert NoticeList.objects.count() == 1


def test_the_command_names_the_fault_of_a_file_that_is_no_list(tmp_path: Path) -> None:
    (tmp_path / "no.csv").write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(CommandError, match="columns"):
        call_command("import_retractions", tmp_path / "no.csv")
    with pytest.raises(CommandError, match="could not be read"):
        call_command("import_retractions", tmp_path / "away.csv")


def test_a_part_of_the_list_does_not_count_as_having_looked(tmp_path: Path) -> None:
    citation = work()
    imported(tmp_path, "10.1000/z,Retraction")
    assert retraction_watch.watched_on() is None
    assert retraction_watch.status_of(citation, retraction_watch.watched_on())[0] == "not-checked"


def test_a_work_without_identifier_was_not_looked_for(tmp_path: Path) -> None:
    imported(tmp_path, "10.1000/z,Retraction", whole=True)
    assert retraction_watch.status_of(work(None), retraction_watch.watched_on())[0] == "not-checked"


def test_none_found_is_said_with_day_and_list(tmp_path: Path) -> None:
    imported(tmp_path, "10.1000/z,Retraction", whole=True)
    assert retraction_watch.status_of(work(), retraction_watch.watched_on()) == (
        "none-found",
        TODAY,
        "Retraction Watch",
    )
    asked = work("10.1000/b", status="none-found", status_checked=date(2026, 1, 1), status_sources="Crossref")
    assert retraction_watch.status_of(asked, TODAY) == (
        "none-found",
        TODAY,
        "Retraction Watch, 1 January 2026 in Crossref",
    )


@pytest.mark.parametrize(
    ("checked", "sources", "day", "told"),
    [
        (date(2026, 11, 22), "Crossref", TODAY, "Retraction Watch, 22 November 2026 in Crossref"),
        (TODAY, "Crossref, PubMed", TODAY, "Retraction Watch, Crossref, PubMed"),
        (date(2026, 11, 25), "Crossref", date(2026, 11, 25), "Crossref, 23 November 2026 in Retraction Watch"),
        (date(2026, 11, 22), "", TODAY, "Retraction Watch"),
        (date(2026, 11, 25), "", date(2026, 11, 25), ""),
        (date(2026, 11, 22), "Retraction Watch", TODAY, "Retraction Watch"),
    ],
)
def test_nobody_is_said_to_have_looked_on_a_day_that_another_did(
    checked: date, sources: str, day: date, told: str
) -> None:
    asked = work(status="none-found", status_checked=checked, status_sources=sources)
    assert retraction_watch.status_of(asked, TODAY) == ("none-found", day, told)


def test_importing_twice_changes_nothing(tmp_path: Path) -> None:
    first = imported(tmp_path, "10.1000/a,Retraction;Correction", "10.1000/b,Retraction", "10.1000/b,Retraction")
    again = imported(tmp_path, "10.1000/a,Retraction;Correction", "10.1000/b,Retraction")
    assert (first.new, again.new, again.changed) == (3, 0, 0)
    assert Notice.objects.count() == 3


@pytest.mark.parametrize(
    ("notices", "status"),
    [
        ("Retraction", "retracted"),
        ("Expression of concern", "concern"),
        ("Correction", "corrected"),
        ("Correction;Retraction;Expression of concern", "retracted"),
    ],
)
def test_the_gravest_notice_decides(tmp_path: Path, notices: str, status: str) -> None:
    citation, other = work(), work("10.1000/b")
    imported(tmp_path, f"10.1000/A,{notices}")
    assert retraction_watch.sweep(today=TODAY) == [retraction_watch.Change(citation.pk, "not-checked", status)]
    assert (status_of(citation), citation.status_checked) == (status, TODAY)
    assert citation.status_sources == "Retraction Watch"
    assert status_of(other) == "not-checked"
    assert retraction_watch.sweep(today=TODAY) == []


def test_a_notice_finds_a_work_by_its_pmid() -> None:
    citation = work(None, pmid="123")
    notice("retraction", doi="", pmid="123", source="pubmed")
    assert [change.citation_id for change in retraction_watch.sweep(today=TODAY)] == [citation.pk]
    assert status_of(citation) == "retracted"
    assert citation.status_sources == "PubMed"


def test_a_sweep_of_some_works_leaves_the_others() -> None:
    one, other = work(), work("10.1000/b")
    notice("retraction")
    notice("retraction", doi="10.1000/b", record="b")
    retraction_watch.sweep(today=TODAY, only=[one.pk])
    assert (status_of(one), status_of(other)) == ("retracted", "not-checked")


def test_a_graver_status_is_not_taken_back_by_a_lighter_notice() -> None:
    citation = work(status="retracted", status_checked=TODAY)
    notice("correction")
    assert retraction_watch.sweep(today=TODAY) == []
    assert status_of(citation) == "retracted"


def test_a_reinstatement_lifts_the_retraction_before_it_but_not_one_after_it() -> None:
    citation = work(status="retracted", status_checked=TODAY)
    notice("retraction", date(2020, 1, 1))
    notice("reinstatement", date(2021, 1, 1))
    assert retraction_watch.sweep(today=TODAY) == [retraction_watch.Change(citation.pk, "retracted", "corrected")]
    notice("retraction", date(2022, 1, 1))
    assert retraction_watch.sweep(today=TODAY) == [retraction_watch.Change(citation.pk, "corrected", "retracted")]


def test_an_editors_decision_stands_until_a_notice_it_could_not_know() -> None:
    citation = work(status="corrected", status_checked=TODAY)
    notice("retraction", date(2020, 1, 1))
    now = timezone.now() + timedelta(minutes=1)
    RecordedFact.objects.create(
        citation=citation, name="status", origin="editor", value="corrected", reason="Replaced.", recorded_at=now
    )
    assert retraction_watch.sweep(today=TODAY) == []
    later = notice("retraction", date(2026, 11, 1))
    Notice.objects.filter(pk=later.pk).update(added_at=now + timedelta(minutes=1))
    retraction_watch.sweep(today=TODAY)
    assert status_of(citation) == "retracted"


def test_the_full_record_takes_the_place_of_the_short_one(tmp_path: Path) -> None:
    imported(tmp_path, "10.1000/a,Retraction")
    file = tmp_path / "export.csv"
    file.write_text(
        "Record ID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,RetractionDate\n"
        "9,10.1000/a,0,Retraction,1/2/2020 0:00\n",
        "utf-8",
    )
    retraction_watch.import_notices(path=file, as_of=TODAY)
    assert list(Notice.objects.values_list("record", "published_on")) == [("9", date(2020, 1, 2))]


EXPORT = "Record ID,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,RetractionDate\n"


def exported(folder: Path, *rows: str) -> retraction_watch.Import:
    file = folder / "export.csv"
    file.write_text(EXPORT + "".join(f"{row}\n" for row in rows), "utf-8")
    return retraction_watch.import_notices(path=file, as_of=TODAY)


def test_a_notice_known_by_another_list_before_reopens_no_decision(tmp_path: Path) -> None:
    citation = work(status="corrected", status_checked=TODAY)
    imported(tmp_path, "10.1000/a,Retraction")
    Notice.objects.update(added_at=timezone.now() - timedelta(days=2))
    RecordedFact.objects.create(
        citation=citation,
        name="status",
        origin="editor",
        value="corrected",
        reason="Replaced.",
        recorded_at=timezone.now() - timedelta(days=1),
    )
    for _ in range(2):
        exported(tmp_path, "9,10.1000/a,0,Retraction,1/2/2020 0:00")
        imported(tmp_path, "10.1000/a,Retraction")
        assert retraction_watch.sweep(today=TODAY) == []
    exported(tmp_path, "9,10.1000/a,0,Retraction,1/2/2020 0:00", "10,10.1000/a,0,Retraction,1/2/2026 0:00")
    retraction_watch.sweep(today=TODAY)
    assert status_of(citation) == "retracted"


def test_a_record_that_stands_twice_loses_no_work(tmp_path: Path) -> None:
    one, other = work(), work("10.1000/b")
    rows = (
        "9,10.1000/a,0,Retraction,1/2/2020 0:00",
        "9,10.1000/a,0,Retraction,1/2/2020 0:00",
        "9,10.1000/b,0,Retraction,1/2/2020 0:00",
    )
    first, again = exported(tmp_path, *rows), exported(tmp_path, *rows)
    assert (first.read, first.new, again.new, again.changed) == (3, 2, 0, 0)
    retraction_watch.sweep(today=TODAY)
    assert (status_of(one), status_of(other)) == ("retracted", "retracted")


def test_a_retracted_preprint_is_found_whatever_its_version(tmp_path: Path) -> None:
    preprint = work("10.1101/2020.05.16.100107")
    imported(tmp_path, "10.1101/2020.05.16.100107v1,Retraction")
    retraction_watch.sweep(today=TODAY)
    assert status_of(preprint) == "retracted"
