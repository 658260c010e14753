"""Adding works by anything: what is recognised, what is not and why."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied

from citations.models import Citation, RecordedFact
from citations.services import adding
from citations.services.adding import Added, Fault, read_pasted

VANCOUVER = "Müller A, Okafor C. A trial of walking for sore knees. J Walk. 2019;4(2):101-9."
APA = "Doe, J. (2021). Sleep and the immune system of nurses. Journal of Sleep, 12(3), 45–51."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("23083673", "write PMID"),
        ("9780309265851", "check digit"),
        ("ISSN 1234-5679", "names a journal"),
        ("hello", "No identifier"),
        ("10.12/short", "No identifier"),
        ("see my notes", "No identifier"),
    ],
)
def test_what_is_not_understood_says_why_and_where(line: str, reason: str) -> None:
    entries, faults = read_pasted(f"10.5555/good\n\n{line}\n")
    assert [entry.csl for entry in entries] == [{"DOI": "10.5555/good"}]
    assert [(fault.line, fault.text) for fault in faults] == [(3, line)]
    assert reason in faults[0].reason


@pytest.mark.django_db
def test_somebody_who_may_not_add_works_adds_none(stranger: User) -> None:
    entries, _ = read_pasted("10.5555/x")
    with pytest.raises(PermissionDenied):
        list(adding.add(entries=entries, by=stranger, origin="pasted"))
    assert not Citation.objects.exists()


@pytest.mark.parametrize(
    ("text", "csl"),
    [
        ("10.5555/AbC.", {"DOI": "10.5555/abc"}),
        ("https://doi.org/10.5555/abc", {"DOI": "10.5555/abc"}),
        ("PMID: 23083673", {"PMID": "23083673"}),
        ("https://pubmed.ncbi.nlm.nih.gov/23083673/", {"PMID": "23083673"}),
        ("PMC3456789", {"PMCID": "PMC3456789"}),
        ("978-0-309-26585-0", {"ISBN": "9780309265850", "type": "book"}),
        (
            "NCT01234567",
            {"NCT": "NCT01234567", "URL": "https://clinicaltrials.gov/study/NCT01234567"},
        ),
        ("https://example.org/sleep", {"URL": "https://example.org/sleep", "type": "webpage"}),
    ],
)
def test_an_identifier_is_read(text: str, csl: dict[str, str]) -> None:
    (entry,), faults = read_pasted(text)
    assert entry.csl == csl
    assert not faults


def test_two_kinds_of_identifier_on_a_line_are_of_one_work() -> None:
    (entry,), _ = read_pasted("doi:10.5555/abc PMID: 23083673")
    assert entry.csl == {"DOI": "10.5555/abc", "PMID": "23083673"}


def test_an_arxiv_number_gets_the_doi_that_arxiv_gives() -> None:
    (entry,), _ = read_pasted("arXiv:2101.00001v2")
    assert (entry.csl["DOI"], entry.csl["arXiv"]) == ("10.48550/arxiv.2101.00001", "2101.00001")


@pytest.mark.parametrize("text", ["10.5555/a 10.5555/b", "10.5555/a; 10.5555/b", "10.5555/a, 10.5555/b"])
def test_a_row_of_identifiers_is_as_many_works(text: str) -> None:
    entries, faults = read_pasted(text)
    assert [entry.csl["DOI"] for entry in entries] == ["10.5555/a", "10.5555/b"]
    assert not faults


def test_labels_stay_with_their_numbers() -> None:
    entries, _ = read_pasted("PMID 111111, PMID 222222")
    assert [entry.csl["PMID"] for entry in entries] == ["111111", "222222"]


def test_a_reference_is_taken_apart() -> None:
    (entry,), faults = read_pasted(VANCOUVER)
    assert not faults
    assert entry.csl["title"] == "A trial of walking for sore knees"
    assert entry.raw == VANCOUVER


def test_a_list_of_all_kinds_keeps_its_order_and_lines() -> None:
    text = f"1. {VANCOUVER}\n2. 10.5555/a\n\n3. {APA}\n- PMID 111111\nnothing here\n"
    entries, faults = read_pasted(text)
    assert [(entry.line, entry.how) for entry in entries] == [
        (1, "reference"),
        (2, "doi"),
        (4, "reference"),
        (5, "pmid"),
    ]
    assert [fault.line for fault in faults] == [6]


@pytest.mark.django_db
def test_what_is_there_already_is_not_added_twice(editor: User) -> None:
    entries, _ = read_pasted("10.5555/a\n10.5555/A\nhttps://doi.org/10.5555/a\n10.5555/b")
    rows = list(adding.add(entries=entries, by=editor, origin="pasted"))
    assert [row.new for row in rows if isinstance(row, Added)] == [True, False, False, True]
    assert Citation.objects.count() == 2


@pytest.mark.django_db
def test_two_works_that_share_a_number_stay_two_and_nothing_breaks(editor: User) -> None:
    for csl in ({"DOI": "10.5555/a"}, {"PMID": "7"}):
        list(adding.add(entries=[adding.Entry(1, "", "record", csl)], by=editor, origin="pasted"))
    both = adding.Entry(1, "", "record", {"DOI": "10.5555/a", "PMID": "7", "title": "Sleep"})
    (row,) = adding.add(entries=[both], by=editor, origin="pasted")
    assert isinstance(row, Added)
    assert Citation.objects.count() == 2


@pytest.mark.django_db
def test_a_record_with_an_impossible_fact_is_reported_and_the_rest_comes_in(editor: User) -> None:
    bad = adding.Entry(3, "x", "record", {"title": "One"}, facts={"design": "guess"})
    good = adding.Entry(4, "y", "record", {"title": "Two"})
    rows = list(adding.add(entries=[bad, good], by=editor, origin="a.json"))
    assert [type(row) for row in rows] == [Fault, Added]
    assert rows[0].line == 3  # type: ignore[union-attr]


@pytest.mark.django_db
def test_trial_and_arxiv_numbers_have_their_fields(editor: User) -> None:
    entries, _ = read_pasted("NCT01234567\narXiv:2101.00001")
    list(adding.add(entries=entries, by=editor, origin="pasted"))
    assert Citation.objects.filter(nct="NCT01234567").count() == 1
    assert Citation.objects.get(arxiv="2101.00001").doi == "10.48550/arxiv.2101.00001"


@pytest.mark.django_db
def test_what_a_reference_said_is_kept(editor: User) -> None:
    entries, _ = read_pasted(VANCOUVER)
    list(adding.add(entries=entries, by=editor, origin="pasted"))
    row = RecordedFact.objects.get(name="csl", origin="pasted")
    assert row.value["title"] == "A trial of walking for sore knees"
    list(adding.add(entries=entries, by=editor, origin="pasted"))
    assert RecordedFact.objects.count() == 1
