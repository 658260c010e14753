"""Adding works by anything: what is recognised, what is not and why."""

from __future__ import annotations

from textwrap import wrap

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
        ("Hi Tom, here are the sources for the piece.", "No identifier"),
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


@pytest.mark.parametrize(
    ("text", "works"),
    [
        ("10.5555/a and 10.5555/b", ["10.5555/a", "10.5555/b"]),
        ("DOIs: 10.5555/a, 10.5555/b; also 10.5555/c", ["10.5555/a", "10.5555/b", "10.5555/c"]),
        ("PMIDs: 111111, 222222 and 333333", ["111111", "222222", "333333"]),
        ("PMID 111111; 222222", ["111111", "222222"]),
        ("10.5555/a PMID 111111, 10.5555/b PMID 222222", ["10.5555/a", "10.5555/b"]),
        ("PMID 111111 (2020)", ["111111"]),
        ("10.5555/a (Smith 2020)", ["10.5555/a"]),
        ("Smith 2020: 10.5555/a", ["10.5555/a"]),
        ('<a href="https://doi.org/10.5555/a">One</a>', ["10.5555/a"]),
        ("10.1002/(SICI)1097-0258(19980815)17:1<1::AID-SIM1>3.0.CO;2-2 10.5555/b",
         ["10.1002/(sici)1097-0258(19980815)17:1<1::aid-sim1>3.0.co;2-2", "10.5555/b"]),
    ],
)  # fmt: skip
def test_no_identifier_is_lost_among_words(text: str, works: list[str]) -> None:
    entries, faults = read_pasted(text)
    assert [entry.csl.get("DOI") or entry.csl.get("PMID") for entry in entries] == works
    assert not faults


def test_numbers_that_stand_by_each_other_stay_with_their_work() -> None:
    entries, _ = read_pasted("10.5555/a PMID 111111, 10.5555/b PMID 222222")
    assert [entry.csl for entry in entries] == [
        {"DOI": "10.5555/a", "PMID": "111111"},
        {"DOI": "10.5555/b", "PMID": "222222"},
    ]


LIST = (
    APA,
    VANCOUVER,
    "Müller K, Schäfer H: Vitamin D bei Depressionen. Dtsch Arztebl 2015; 112(4): 51–58.",
    "Smith, John A., and Mary-Ann Jones. 2018. “Coffee and the Heart: A Cohort Study.” European Heart Journal 39 (12): "
    "1021–30. https://doi.org/10.5555/coffee",
    "Gibson RS. Principles of Nutritional Assessment. 2nd ed. New York: Oxford University Press; 2005.",
)


def broken(mark: str, width: int) -> str:
    """The list as a PDF or an e-mail has it, each work from a line of its own on."""
    return "\n".join("\n".join(wrap(f"{mark.format(n)}{one}", width)) for n, one in enumerate(LIST, 1))


@pytest.mark.parametrize("width", [50, 64, 90])
@pytest.mark.parametrize("mark", ["{}. ", "[{}] ", "- ", "• ", ""])
def test_references_with_broken_lines_are_as_many_works_as_there_are(mark: str, width: int) -> None:
    entries, faults = read_pasted(broken(mark, width))
    assert [entry.csl.get("title") for entry in entries] == [
        "Sleep and the immune system of nurses",
        "A trial of walking for sore knees",
        "Vitamin D bei Depressionen",
        "Coffee and the Heart: A Cohort Study",
        "Principles of Nutritional Assessment",
    ]
    assert entries[3].csl["DOI"] == "10.5555/coffee"
    assert not faults


def test_lines_that_are_works_by_themselves_stay_apart() -> None:
    entries, faults = read_pasted(f"{APA}\nhello there all of you\n{VANCOUVER}\n10.5555/a\nPMID 111111")
    assert [(entry.line, entry.how) for entry in entries] == [
        (1, "reference"),
        (3, "reference"),
        (4, "doi"),
        (5, "pmid"),
    ]
    assert [fault.line for fault in faults] == [2]


def test_a_number_on_a_line_of_its_own_belongs_to_what_follows() -> None:
    entries, faults = read_pasted(f"1.\n{VANCOUVER}\n2.\n10.5555/a")
    assert [(entry.line, entry.how) for entry in entries] == [(1, "reference"), (3, "doi")]
    assert not faults


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
