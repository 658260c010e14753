"""Bare numbers, and several addresses, as people paste them."""

from __future__ import annotations

import pytest

from citations.services.adding import read_pasted

PUBMED = "https://pubmed.ncbi.nlm.nih.gov/30052644/"
DOI = "https://doi.org/10.1000/xyz1"


@pytest.mark.parametrize(
    "text",
    [
        "22467948, 30052644,31214700", "22467948 30052644 31214700", "22467948;30052644;31214700", "22467948\t30052644",
        "22467948, 30052644 and 31214700.", "[22467948, 30052644]", "22467948 | 30052644", "- 22467948, 30052644",
        '"22467948","30052644"', "2245678, 3005264, 312147", "(22467948; 30052644)", "22467948 & 30052644",
    ],
)  # fmt: skip
def test_numbers_alone_are_refused_with_one_sentence_that_says_pmid_is_missing(text: str) -> None:
    entries, (fault,) = read_pasted(text)
    assert entries == []
    assert "write PMID before the first" in fault.reason


@pytest.mark.parametrize("text", ["22467948,", "30052644.", "(31214700)", "22467948"])
def test_a_number_alone_is_refused_with_its_punctuation(text: str) -> None:
    entries, (fault,) = read_pasted(text)
    assert entries == []
    assert "write PMID before it" in fault.reason


@pytest.mark.parametrize("label", ["PMID: ", "PMIDs ", "PMID ", "PubMed: "])
def test_numbers_behind_the_word_are_so_many_works(label: str) -> None:
    entries, faults = read_pasted(f"{label}22467948, 30052644,31214700")
    assert [entry.csl for entry in entries] == [{"PMID": "22467948"}, {"PMID": "30052644"}, {"PMID": "31214700"}]
    assert faults == []


@pytest.mark.parametrize("between", [" / ", " + ", " & ", " – ", " · "])
def test_signs_between_numbers_part_them(between: str) -> None:
    entries, faults = read_pasted(f"PMID 22467948{between}30052644")
    assert [entry.csl for entry in entries] == [{"PMID": "22467948"}, {"PMID": "30052644"}]
    assert faults == []


@pytest.mark.parametrize(
    "text",
    [
        f"{PUBMED} {DOI}", f"{PUBMED}, {DOI}", f"{PUBMED};{DOI}", f"{PUBMED}|{DOI}", f"{PUBMED} and {DOI}",
        f"see {PUBMED} and then {DOI}.", f"[a]({PUBMED}) [b]({DOI})", f"1. {PUBMED} {DOI}", f"<{PUBMED}> <{DOI}>",
        "pubmed.ncbi.nlm.nih.gov/30052644 doi.org/10.1000/xyz1", f"{PUBMED}\t{DOI}",
        f"www.ncbi.nlm.nih.gov/pubmed/30052644 {DOI}", f"{PUBMED} https://www.press.example/doi/full/10.1000/xyz1",
    ],
)  # fmt: skip
def test_two_addresses_on_a_line_are_two_works(text: str) -> None:
    entries, faults = read_pasted(text)
    assert [entry.csl for entry in entries] == [{"PMID": "30052644"}, {"DOI": "10.1000/xyz1"}]
    assert faults == []


@pytest.mark.parametrize(
    "text",
    [
        "doi:10.1000/xyz1 PMID: 30052644",
        f"{DOI} PMID: 30052644",
        f"doi:10.1000/xyz1 {PUBMED}",
        f"Miller A. Zinc and colds in adults. PLoS One. 2018;13(7):1-9. {PUBMED} {DOI}",
    ],
)
def test_numbers_of_different_kinds_stay_those_of_one_work(text: str) -> None:
    (entry,), faults = read_pasted(text)
    assert (entry.csl["DOI"], entry.csl["PMID"], faults) == ("10.1000/xyz1", "30052644", [])


def test_broken_dois_on_a_line_are_so_many_works() -> None:
    entries, _ = read_pasted("10 .1371 /journal .pone.0200721, 10 .1371 /journal .pone.0200722")
    assert [entry.csl["DOI"][-2:] for entry in entries] == ["21", "22"]


def test_numbers_of_pmc_have_one_form() -> None:
    entries, _ = read_pasted("PubMed PMID: 30052644; PubMed Central PMCID: PMCPMC6063408.\n\nPMC03531190")
    assert [entry.csl["PMCID"] for entry in entries] == ["PMC6063408", "PMC3531190"]
