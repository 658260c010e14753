from __future__ import annotations

import pytest

from evidence.identifiers import find_urls, identify, normalise_doi, normalise_isbn, work_key


@pytest.mark.parametrize("text", ["", "10.5 mg", "10.1000/", "version 110.1000/x", "doi: none"])
def test_it_finds_no_doi_in(text):
    assert normalise_doi(text) == ""


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("https://doi.org/10.1000/ABC.1.", "10.1000/abc.1"),
        ("doi:10.1016/S0140-6736(97)11096-0).", "10.1016/s0140-6736(97)11096-0"),
        ("(10.1000/x1)", "10.1000/x1"),
        ("https://www.nejm.org/doi/full/10.1056/NEJMra1905136?query=1", "10.1056/nejmra1905136"),
        ("https://onlinelibrary.wiley.com/doi/10.1002/biof.7/full", "10.1002/biof.7"),
        ("https://www.medrxiv.org/content/10.1101/2021.01.13.21249642v1", "10.1101/2021.01.13.21249642"),
        ("[10.1000/x1](https://doi.org/10.1000/x1)", "10.1000/x1"),
    ],
)
def test_it_writes_a_doi_one_way(text, doi):
    assert normalise_doi(text) == doi


@pytest.mark.parametrize("text", ["", "0-306-40615-3", "978-0-306-40615-8", "12345", "X234567890"])
def test_it_refuses_an_isbn_whose_check_digit_is_wrong(text):
    assert normalise_isbn(text) == ""


@pytest.mark.parametrize("text", ["0-306-40615-2", "978-0-306-40615-7", "0-8044-2957-X"])
def test_it_takes_an_isbn_whose_check_digit_is_right(text):
    assert normalise_isbn(text) == text.replace("-", "")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("https://shop.example/x", ""),
        ("https://pmc.example/x", ""),
        ("https://pubmed.ncbi.nlm.nih.gov/123456/", "pmid:123456"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/123456", "pmid:123456"),
        ("PMID: 123456", "pmid:123456"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/", "pmcid:PMC123456"),
        ("https://dx.doi.org/10.1000/x1", "doi:10.1000/x1"),
    ],
)
def test_it_names_the_work_that_an_address_leads_to(text, key):
    assert work_key(text) == key


def test_it_collects_what_a_reference_gives():
    text = (
        "Bell A. Sleep. J Sl. 2012;1:2. doi:10.1000/x1. PMID: 0123456; PMCID: PMC98765. NCT01234567. "
        "arXiv:2101.01234. ISBN 978-0-306-40615-7. https://news.example/a."
    )
    assert identify(text) == {
        "DOI": "10.1000/x1",
        "PMID": "123456",
        "PMCID": "PMC98765",
        "NCT": "NCT01234567",
        "arXiv": "2101.01234",
        "ISBN": "9780306406157",
        "URL": "https://news.example/a",
    }


def test_an_address_keeps_the_brackets_it_opened():
    assert find_urls("(see https://a.example/b_(c), https://d.example/e).") == (
        "https://a.example/b_(c)",
        "https://d.example/e",
    )
