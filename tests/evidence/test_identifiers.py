from __future__ import annotations

import pytest

from evidence.identifiers import (
    Identifier,
    find_urls,
    identify,
    normalise_doi,
    normalise_isbn,
    normalise_issn,
    recognise,
    work_key,
)

NOTHING = [
    "", " ", ".", "10", "2012", "23083673", "10.5 mg", "10.5/7 kg", "10.1000/", "10.1000", "10.123/x", "110.1000/x",
    "2.10.1000/x", "10.0123/x", "version 10.1234", "doi:", "doi: none", "DOI: n/a", "10.1038", "1012345/678",
    "PMID", "PMID:", "PMID: none", "PMID: 123456789", "PMID 0", "PMID: 12.5 mg", "PMCX123456", "PMC", "PMC12",
    "PMC-ID", "XPMC123456", "ISBN", "ISBN 978-0-306-40615-8", "ISBN 0-306-40615-3", "978-0-306-40615-8",
    "0-306-40615-3", "977-0-306-40615-7", "9770306406157", "0000000000", "020 7946 0958", "+44 20 7946 0958",
    "ISSN 1932-6204", "1932-6204", "2012-2015", "1998-2003", "2049-363x1", "arXiv", "arXiv:1234.56789",
    "arXiv:2113.01234", "2113.01234", "1234.5678", "3.14159", "hep-th/9913001", "NCT0123456", "NCT012345678",
    "NCT", "ANCT01234567", "12/05/2020", "2020-01-05", "IL-10/IL-12", "vitamin B12", "COVID-19", "H1N1", "n/a",
    "192.168.10.1234/24 hosts", "javascript:alert(10)", "file.pdf", "example.com", "ftp://files.example/a",
    "http://", "https://.", "www", "mailto:bell@sleep.example", "p < 0.05", "1:10.000",
    "Bell A. Sleep in children. J Sleep. 2012;13(4):155-160. doi:10.1000/x1",
    "see the study at https://doi.org/10.1000/x1", "Bell (2012)",
]  # fmt: skip

NAMED = [
    # DOI: labels, addresses, punctuation around it
    ("10.1016/j.jaci.2012.09.003", "doi", "10.1016/j.jaci.2012.09.003"),
    ("10.1016/J.JACI.2012.09.003", "doi", "10.1016/j.jaci.2012.09.003"),
    ("10.1016/j.jaci.2012.09.003.", "doi", "10.1016/j.jaci.2012.09.003"),
    ("(10.1016/j.jaci.2012.09.003).", "doi", "10.1016/j.jaci.2012.09.003"),
    ("[10.1016/j.jaci.2012.09.003],", "doi", "10.1016/j.jaci.2012.09.003"),
    ("“10.1016/j.jaci.2012.09.003”", "doi", "10.1016/j.jaci.2012.09.003"),
    ("10.1016/j.jaci.2012.09.003\u200b", "doi", "10.1016/j.jaci.2012.09.003"),
    ("  10.1016/j.jaci.2012.09.003\n", "doi", "10.1016/j.jaci.2012.09.003"),
    ("doi:10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("DOI: 10.1371/journal.pone.0021313;", "doi", "10.1371/journal.pone.0021313"),
    ("doi 10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("info:doi/10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("Available from: doi:10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("https://doi.org/10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("http://dx.doi.org/10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("doi.org/10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("<https://doi.org/10.1371/journal.pone.0021313>", "doi", "10.1371/journal.pone.0021313"),
    ("https://doi.org/doi:10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("[Sleep](https://doi.org/10.1371/journal.pone.0021313)", "doi", "10.1371/journal.pone.0021313"),
    ("https://doi.org/10.1016%2Fj.jaci.2012.09.003", "doi", "10.1016/j.jaci.2012.09.003"),
    ("https://doi.org/10.1016/S0140-6736%2897%2911096-0", "doi", "10.1016/s0140-6736(97)11096-0"),
    ("10.1016/S0140-6736(97)11096-0", "doi", "10.1016/s0140-6736(97)11096-0"),
    ("(doi:10.1016/S0140-6736(97)11096-0)", "doi", "10.1016/s0140-6736(97)11096-0"),
    ("10.1000.10/123", "doi", "10.1000.10/123"),
    ("10.1002/14651858.CD000980.pub4", "doi", "10.1002/14651858.cd000980.pub4"),
    ("10.1007/978-3-030-12345-6_7", "doi", "10.1007/978-3-030-12345-6_7"),
    ("10.48550/arXiv.2101.01234", "doi", "10.48550/arxiv.2101.01234"),
    (
        "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        "doi",
        "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
    ),
    (
        "https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2",
        "doi",
        "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
    ),
    (
        "doi: 10.1002/1529-0131(200005)43:5<1001::AID-ANR7>3.0.CO;2-P.",
        "doi",
        "10.1002/1529-0131(200005)43:5<1001::aid-anr7>3.0.co;2-p",
    ),
    ("10.1186/s12916-019-1234-5PubMedGoogle Scholar", "doi", "10.1186/s12916-019-1234-5"),
    ("doi:10.1000/x1. PMID: 123456; PMCID: PMC98765.", "doi", "10.1000/x1"),
    # DOI: addresses of publishers
    ("https://www.nejm.org/doi/full/10.1056/NEJMra1905136?query=featured_home", "doi", "10.1056/nejmra1905136"),
    ("https://onlinelibrary.wiley.com/doi/10.1002/biof.7/full", "doi", "10.1002/biof.7"),
    ("https://onlinelibrary.wiley.com/doi/abs/10.1111/apt.14001", "doi", "10.1111/apt.14001"),
    ("https://www.tandfonline.com/doi/full/10.1080/1028415X.2019.1?src=recsys", "doi", "10.1080/1028415x.2019.1"),
    ("https://journals.sagepub.com/doi/pdf/10.1177/0148607114529597", "doi", "10.1177/0148607114529597"),
    ("https://link.springer.com/article/10.1007/s00394-019-01924-8", "doi", "10.1007/s00394-019-01924-8"),
    ("https://link.springer.com/content/pdf/10.1007/s00394-019-01924-8.pdf", "doi", "10.1007/s00394-019-01924-8"),
    (
        "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0021313",
        "doi",
        "10.1371/journal.pone.0021313",
    ),
    (
        "https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0021313&type=printable",
        "doi",
        "10.1371/journal.pone.0021313",
    ),
    ("https://www.frontiersin.org/articles/10.3389/fimmu.2020.01234/full", "doi", "10.3389/fimmu.2020.01234"),
    ("https://bmcmedicine.biomedcentral.com/articles/10.1186/s12916-019-1234-5", "doi", "10.1186/s12916-019-1234-5"),
    ("https://www.medrxiv.org/content/10.1101/2021.01.13.21249642v1", "doi", "10.1101/2021.01.13.21249642"),
    ("https://www.biorxiv.org/content/10.1101/123456v2.full.pdf+html", "doi", "10.1101/123456"),
    ("https://www.ahajournals.org/doi/10.1161/CIR.0000000000000678", "doi", "10.1161/cir.0000000000000678"),
    ("https://www.science.org/doi/10.1126/science.1240000#abstract", "doi", "10.1126/science.1240000"),
    ("https://academic.oup.com/nar/article/doi/10.1093/nar/gkz1031/5625540", "doi", "10.1093/nar/gkz1031"),
    (
        "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD000980.pub4/full",
        "doi",
        "10.1002/14651858.cd000980.pub4",
    ),
    ("https://www.nature.com/articles/s41586-020-2012-7", "doi", "10.1038/s41586-020-2012-7"),
    ("https://www.nature.com/articles/nature11053.pdf", "doi", "10.1038/nature11053"),
    ("https://www.bmj.com/content/345/bmj.e4260", "doi", "10.1136/bmj.e4260"),
    ("https://www.bmj.com/content/366/bmj.l4898.full", "doi", "10.1136/bmj.l4898"),
    (
        "https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(97)11096-0/fulltext",
        "doi",
        "10.1016/s0140-6736(97)11096-0",
    ),
    # PubMed and PMC
    ("PMID: 23083673", "pmid", "23083673"),
    ("PMID:23083673.", "pmid", "23083673"),
    ("PMID 23083673", "pmid", "23083673"),
    ("pmid23083673", "pmid", "23083673"),
    ("[PMID: 23083673]", "pmid", "23083673"),
    ("PubMed PMID: 23083673;", "pmid", "23083673"),
    ("PubMed ID 23083673", "pmid", "23083673"),
    ("PubMed: 23083673", "pmid", "23083673"),
    ("https://pubmed.ncbi.nlm.nih.gov/23083673/", "pmid", "23083673"),
    ("pubmed.ncbi.nlm.nih.gov/23083673", "pmid", "23083673"),
    ("https://pubmed.ncbi.nlm.nih.gov/23083673/?from_term=eczema", "pmid", "23083673"),
    ("http://www.ncbi.nlm.nih.gov/pubmed/23083673", "pmid", "23083673"),
    ("https://www.ncbi.nlm.nih.gov/m/pubmed/23083673/", "pmid", "23083673"),
    ("https://europepmc.org/article/MED/23083673", "pmid", "23083673"),
    ("https://pubmed.gov/23083673", "pmid", "23083673"),
    ("PMC3045678", "pmcid", "PMC3045678"),
    ("pmc3045678", "pmcid", "PMC3045678"),
    ("PMCID: PMC3045678.", "pmcid", "PMC3045678"),
    ("PMCID:3045678", "pmcid", "PMC3045678"),
    ("PMC10345678", "pmcid", "PMC10345678"),
    ("PMC3045678.2", "pmcid", "PMC3045678"),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3045678/", "pmcid", "PMC3045678"),
    ("https://pmc.ncbi.nlm.nih.gov/articles/PMC3045678/#sec2", "pmcid", "PMC3045678"),
    ("https://europepmc.org/articles/PMC3045678", "pmcid", "PMC3045678"),
    # Books and serials
    ("ISBN 978-0-306-40615-7", "isbn", "9780306406157"),
    ("ISBN-13: 978-0-306-40615-7.", "isbn", "9780306406157"),
    ("ISBN: 0-306-40615-2", "isbn", "9780306406157"),
    ("ISBN-10 0306406152", "isbn", "9780306406157"),
    ("ISBN 978–0–306–40615–7", "isbn", "9780306406157"),
    ("9780306406157", "isbn", "9780306406157"),
    ("0-8044-2957-X", "isbn", "9780804429573"),
    ("080442957x", "isbn", "9780804429573"),
    ("ISSN 1932-6203", "issn", "1932-6203"),
    ("eISSN: 1932-6203", "issn", "1932-6203"),
    ("1932-6203", "issn", "1932-6203"),
    ("2049-3630", "issn", "2049-3630"),
    # arXiv and ClinicalTrials.gov
    ("arXiv:2101.01234", "arxiv", "2101.01234"),
    ("arXiv:2101.01234v3", "arxiv", "2101.01234"),
    ("arxiv: 0704.0001", "arxiv", "0704.0001"),
    ("2101.01234v1", "arxiv", "2101.01234"),
    ("https://arxiv.org/abs/2101.01234v2", "arxiv", "2101.01234"),
    ("https://arxiv.org/pdf/2101.01234.pdf", "arxiv", "2101.01234"),
    ("arXiv:hep-th/9901001", "arxiv", "hep-th/9901001"),
    ("math.GT/0309136", "arxiv", "math.gt/0309136"),
    ("NCT01234567", "nct", "NCT01234567"),
    ("nct01234567.", "nct", "NCT01234567"),
    ("NCT 01234567", "nct", "NCT01234567"),
    ("ClinicalTrials.gov Identifier: NCT01234567", "nct", "NCT01234567"),
    ("ClinicalTrials.gov number, NCT01234567", "nct", "NCT01234567"),
    ("https://clinicaltrials.gov/study/NCT01234567", "nct", "NCT01234567"),
    ("https://clinicaltrials.gov/ct2/show/NCT01234567?term=sleep", "nct", "NCT01234567"),
    # Addresses that name no identifier
    ("https://www.who.int/health-topics/breastfeeding", "url", "https://www.who.int/health-topics/breastfeeding"),
    ("https://www.cdc.gov/sleep/about.html.", "url", "https://www.cdc.gov/sleep/about.html"),
    ("www.cdc.gov/sleep", "url", "https://www.cdc.gov/sleep"),
    (
        "https://www.sciencedirect.com/science/article/pii/S0091674912014170",
        "url",
        "https://www.sciencedirect.com/science/article/pii/S0091674912014170",
    ),
    ("https://en.wikipedia.org/wiki/Sleep_(biology)", "url", "https://en.wikipedia.org/wiki/Sleep_(biology)"),
    ("(https://www.mdpi.com/2072-6643/12/1/1)", "url", "https://www.mdpi.com/2072-6643/12/1/1"),
    ("https://pubmed.ncbi.nlm.nih.gov/?term=eczema", "url", "https://pubmed.ncbi.nlm.nih.gov/?term=eczema"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_it_recognises_nothing_in(text):
    assert recognise(text) is None


@pytest.mark.parametrize(("text", "kind", "value"), NAMED)
def test_it_recognises(text, kind, value):
    assert recognise(text) == Identifier(kind, value)


def test_a_bare_number_is_a_pubmed_number_only_where_one_is_asked_for():
    assert recognise("23083673", number_is_pmid=True) == Identifier("pmid", "23083673")
    assert recognise("023083673", number_is_pmid=True) is None


@pytest.mark.parametrize("text", ["", "1932-6204", "1932620", "X932-6203", "0000-0000"])
def test_it_refuses_an_issn_whose_check_digit_is_wrong(text):
    assert normalise_issn(text) == ""


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


@pytest.mark.parametrize("text", ["", "0-306-40615-3", "978-0-306-40615-8", "977-0-306-40615-7", "12345", "X234567890"])
def test_it_refuses_an_isbn_whose_check_digit_is_wrong(text):
    assert normalise_isbn(text) == ""


@pytest.mark.parametrize(
    ("text", "isbn"),
    [("0-306-40615-2", "9780306406157"), ("978-0-306-40615-7", "9780306406157"), ("0-8044-2957-X", "9780804429573")],
)
def test_it_writes_an_isbn_whose_check_digit_is_right_with_thirteen_digits(text, isbn):
    assert normalise_isbn(text) == isbn


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
