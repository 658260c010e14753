"""DOIs broken by spaces, and PMC numbers that programs wrote twice or filled up."""

from __future__ import annotations

import pytest

from evidence.references.broken_dois import rejoined
from evidence.references.identifiers import identify, normalise_pmcid, recognise

PLOS = "10.1371/journal.pone.0200721"


@pytest.mark.parametrize(
    "text",
    [
        "10. 2015/16 was a good season",
        "10. 2015/spring",
        "see 10.1000/abc (2015) for more",
        "doi:10.1000/abc. 2015 Mar;3(2):1-4",
        "doi:10.1000/abc. Available from the press",
        "doi:10.1000/abc. 30052644",
        "doi:10.1000/xyz123 - the key trial",
        "10.1000/abc .Epub 2015",
        "10.1000/abc /10.1000/def",
        "10.1000/abc and 10.1000/def",
        "The dose was 10 /12 hours. See 10.5 /ml",
        "Of 10. 1200/1500 people answered",
    ],
)
def test_what_may_be_two_words_stays_two(text: str) -> None:
    assert rejoined(text) == text


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("doi: 10 .1371 /journal .pone.0200721", PLOS),
        ("10.1371 /journal.pone.0200721", PLOS),
        ("10.1371/ journal.pone.0200721", PLOS),
        ("doi: 10.1371/journal. pone.0200721", PLOS),
        ("doi: 10. 1371/journal. pone. 0200721", PLOS),
        ("10. 1371/journal.pone.0200721", PLOS),
        ("10 . 1371 / journal . pone . 0200721", PLOS),
        ("https://doi. org/10. 1371/journal. pone. 0200721", PLOS),
        ("https://doi.org/10 .1371/journal.pone.0200721", PLOS),
        ("doi:10.1371/\njournal.pone.0200721", PLOS),
        ("https://doi .org /10 .1016 /j .jpeds .2015 .01 .001", "10.1016/j.jpeds.2015.01.001"),
        ("doi: 10.1016/j.jpeds. 2015.01.001.", "10.1016/j.jpeds.2015.01.001"),
        ("10.1016/ S0140-6736(02)07808-6", "10.1016/s0140-6736(02)07808-6"),
        ("10 .1002/14651858 .CD001364 .pub4", "10.1002/14651858.cd001364.pub4"),
        ("doi:10.1186/s12889 -018 -5678 -1", "10.1186/s12889-018-5678-1"),
        ("doi:10.1093/ajcn/ nqy123", "10.1093/ajcn/nqy123"),
        ("doi: 10.1001/jama. 2015.1234", "10.1001/jama.2015.1234"),
        ("doi:10.1136/bmj .k1234", "10.1136/bmj.k1234"),
    ],
)
def test_a_broken_doi_is_read(written: str, doi: str) -> None:
    assert identify(written) == {"DOI": doi}
    found = recognise(written)
    assert (found.kind, found.value) == ("doi", doi) if found else False
    around = f"Miller A. Zinc and colds. PLoS One. 2018;13(7):1-9. {written} PMID: 30052644"
    assert identify(around) == {"DOI": doi, "PMID": "30052644"}


def test_two_broken_dois_are_two() -> None:
    assert rejoined("10 .1371 /journal .pone.0200721, 10 .1371 /journal .pone.0200722") == f"{PLOS}, {PLOS[:-1]}2"


@pytest.mark.parametrize("text", ["PMC", "PMC 12", "XPMC6063408", "PMC1234567890", "PMC000"])
def test_no_number_of_pmc_is_read_in(text: str) -> None:
    assert normalise_pmcid(text) == ""


@pytest.mark.parametrize(
    "written",
    [
        "PMC6063408", "PMCID: PMC6063408", "PMCID: PMCPMC6063408.", "PMCPMC6063408", "PMC PMC6063408", "PMC06063408",
        "PMCID:PMC006063408", "PMC ID: PMC6063408", "PMC: PMC6063408", "PMCID: 6063408", "PMC-6063408", "PMC6063408.1",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMCPMC6063408/", "https://pmc.ncbi.nlm.nih.gov/articles/PMC6063408",
    ],
)  # fmt: skip
def test_a_number_of_pmc_has_one_form(written: str) -> None:
    assert normalise_pmcid(written) == "PMC6063408"
    assert identify(f"PubMed PMID: PMID: 30052644; {written}")["PMCID"] == "PMC6063408"
    found = recognise(written)
    assert (found.kind, found.value) == ("pmcid", "PMC6063408") if found else False


def test_long_texts_are_read_in_little_time() -> None:
    for unit in ("10 .1371 /a .", "10. 1371/a. ", "10 . ", "doi . org / ", "PMC PMC ", "PMID "):
        identify(unit * 20_000)
