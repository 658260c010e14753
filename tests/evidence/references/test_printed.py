from __future__ import annotations

from time import process_time

import pytest

from evidence.references.parsing import parse
from evidence.references.printed import printed


def year(csl):
    return csl.get("issued", {"date-parts": [[None]]})["date-parts"][0][0]


@pytest.mark.parametrize(
    "text",
    [
        "Miller A. Zinc and colds in adults. J Foo. 2015;8(1):1-7.",
        "Miller A. The arXiv as an archive of physics. J Foo. 2015;8(1):1-7.",
        "Miller A. Article 45 of the treaty. J Foo. 2015;8(1):1-7.",
        "Miller A. Preprints in medicine: a survey. J Foo. 2015;8(1):1-7.",
    ],
)
def test_a_line_without_markup_stays_as_it_is(text):
    assert printed(text).text == text
    assert (printed(text).server, printed(text).year) == ("", None)


CHAPTERS = [
    "In: Alsabti AW, Murdin P, eds. Handbook of Sleep. 2nd ed. Cham: Springer; 2016:1-18.",
    "In: Alsabti AW, Murdin P, eds. Handbook of Sleep. Cham: Springer; 2016:1-18.",
    "In: Alsabti AW, Murdin P, eds. Handbook of Sleep. Vol 2. Cham: Springer; 2016:1-18.",
    "In: Alsabti AW, Murdin P, eds. Handbook of Sleep. Springer; 2016:1–18. Accessed May 5, 2020. https://a.example",
    "In: Alsabti AW, Murdin P, editors. Handbook of Sleep. Cham: Springer; 2016. p. 1-18.",
    "In: Alsabti AW, Murdin P, Hrsg. Handbook of Sleep. Cham: Springer; 2016. S. 1-18.",
    "In: Alsabti AW, Murdin P, Hrsg. Handbook of Sleep. 2. Aufl. Cham: Springer; 2016. S. 1-18.",
    "In: Alsabti AW, Murdin P (Hrsg.). Handbook of Sleep. Cham: Springer; 2016. S. 1-18.",
    "En: Alsabti AW, Murdin P, editores. Handbook of Sleep. 2ª ed. Cham: Springer; 2016. p. 1-18.",
    "Dans: Alsabti AW, Murdin P, éditeurs. Handbook of Sleep. Cham: Springer; 2016. p. 1-18.",
    "In: Alsabti AW, Murdin P, a cura di. Handbook of Sleep. Cham: Springer; 2016. p. 1-18.",
    "Em: Alsabti AW, Murdin P, organizadores. Handbook of Sleep. Cham: Springer; 2016. p. 1-18.",
]


@pytest.mark.parametrize("book", CHAPTERS)
def test_a_chapter_has_its_editors_book_year_and_pages(book):
    csl = parse(f"O'Connor E. The core of sleep. {book}")
    assert (csl["title"], csl["container-title"], csl["publisher"]) == (
        "The core of sleep",
        "Handbook of Sleep",
        "Springer",
    )
    assert [name["family"] for name in csl["editor"]] == ["Alsabti", "Murdin"]
    assert (year(csl), csl["page"]) == (2016, "1-18")
    assert csl.get("volume") == ("2" if "Vol 2" in book else None)


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("Nutrients. 2010;2(5):Article 45.", ("2", "5", "45")),
        ("Nutrients. 2010;2(5):article 45.", ("2", "5", "45")),
        ("Nutrients. 2010;2(5):Article No. 45.", ("2", "5", "45")),
        ("Nutrients. 2010;2(5):Art 45.", ("2", "5", "45")),
        ("Nutrients. 2010;2(5):Art. No.: e45.", ("2", "5", "e45")),
        ("Nutrients. 2010;2:Article e0123.", ("2", None, "e0123")),
        ("Nutrients. 2010 May 3;2(5):Article ID 45.", ("2", "5", "45")),
        ("Nutrients 2010, 2, Article 45.", ("2", None, "45")),
        ("Nutrients. 2010; Bd. 2(5): S. 45.", ("2", "5", "45")),
        ("Nutrients. 2010;2(5):ID 45.", ("2", "5", "45")),
        ("Nutrients. 2010;vol. 2(5):pp. 45.", ("2", "5", "45")),
    ],
)
def test_the_number_of_an_article_stands_for_its_pages(place, wanted):
    csl = parse(f"Meyer G. Garlic and colds in adults. {place}")
    assert (csl["title"], csl["container-title"], year(csl)) == ("Garlic and colds in adults", "Nutrients", 2010)
    assert (csl["volume"], csl.get("issue"), csl["page"]) == wanted


def test_the_author_of_a_page_with_the_day_of_its_renewal_is_a_body():
    raw = "Centers for Disease Control and Prevention. Garlic and you. Updated March 3, 2019. Accessed May 2, 2020. https://a.ex"
    csl = parse(raw)
    assert csl["author"] == [{"literal": "Centers for Disease Control and Prevention"}]
    assert (csl["title"], csl["type"], year(csl)) == ("Garlic and you", "webpage", 2019)
    assert "container-title" not in csl


ARXIV = [
    "arXiv:2003.01234 [q-bio.PE]. 2020.",
    "arXiv preprint arXiv:2003.01234. 2020.",
    "arXiv:2003.01234v2. 2020.",
    "arXiv:2003.01234.",
    "arXiv 2003.01234 (2020).",
    "arXiv e-prints, arXiv:2003.01234, 2020.",
    "[arXiv:2003.01234]. 2020.",
    "arXiv [Preprint]. 2020 [cited 2025 Jan 2]. Available from: https://arxiv.org/abs/2003.01234",
    "arXiv. Preprint posted online March 22, 2020. arXiv:2003.01234",
    "arXiv [q-bio.PE]. 2020. http://arxiv.org/abs/2003.01234",
    "Preprint at https://arxiv.org/abs/2003.01234 (2020).",
    "2020. arXiv:2003.01234.",
    "ArXiv [Preprint]. 2020 Apr 12:arXiv:2003.01234v1.",
    "E-print, arXiv:2003.01234. 2020.",
    "Submitted to arXiv, 2020. arXiv:2003.01234.",
    "arXiv. Published March 3, 2020. https://arxiv.org/abs/2003.01234",
]


@pytest.mark.parametrize("place", ARXIV)
def test_a_work_on_arxiv_is_a_preprint_with_its_number(place):
    csl = parse(f"Hernandez W, Park Q. Zinc and SARS in adults. {place}")
    assert (csl["title"], csl["publisher"], csl["number"]) == ("Zinc and SARS in adults", "arXiv", "arXiv:2003.01234")
    assert (csl["type"], csl["genre"], year(csl)) == ("article", "preprint", 2020)


@pytest.mark.parametrize(
    "place",
    ["Phys Rev D. 2015;8(1):1-7. arXiv:1501.01234.", "Phys Rev D. 2015;8(1):1-7. [arXiv:1501.01234 [hep-th]]"],
)
def test_a_paper_that_names_its_preprint_too_is_none(place):
    csl = parse(f"Hernandez W. Zinc and SARS in adults. {place}")
    assert (csl["container-title"], csl["volume"], csl["type"]) == ("Phys Rev D", "8", "article-journal")
    assert "genre" not in csl


@pytest.mark.parametrize(
    ("place", "server"),
    [
        ("bioRxiv 2020.03.22.002386; doi: 10.1101/2020.03.22.002386", "bioRxiv"),
        ("bioRxiv [Preprint]. 2020.03.22.002386.", "bioRxiv"),
        ("bioRxiv 2020.03.22.002386v2.", "bioRxiv"),
        ("medRxiv 2020.03.22.20041079. doi: 10.1101/2020.03.22.20041079", "medRxiv"),
        ("bioRxiv 029983. 2020.", "bioRxiv"),
        ("bioRxiv. Preprint posted online March 22, 2020. doi:10.1101/2020.03.22.002386", "bioRxiv"),
        ("Preprint. medRxiv. 2020.", "medRxiv"),
        ("medRxiv [Preprint]. 2020 Mar 22.", "medRxiv"),
    ],
)
def test_a_number_of_a_preprint_server_tells_the_year(place, server):
    csl = parse(f"Hernandez W, Park Q. Zinc and SARS in adults. {place}")
    assert (csl["title"], csl["container-title"], year(csl)) == ("Zinc and SARS in adults", server, 2020)


@pytest.mark.parametrize(
    "text", ["↩" * 3900, " " * 3900 + "retracted", "; " * 1900, "[cited 2025 " * 300, "(retracted " * 350]
)
def test_a_line_of_one_sign_is_read_quickly(text):
    begin = process_time()
    printed(text)
    assert process_time() - begin < 1


@pytest.mark.parametrize(
    "place", ["Preprint, arXiv.", "Preprint, medRxiv.", "ArXiv200301234 Q-Bio.", "arXiv e-prints 2020:2003.01234."]
)
def test_a_server_without_a_number_makes_a_preprint(place):
    csl = parse(f"Osei, B., & Dahl, E. (2020). Sleep of sailors in harbors. {place}")
    assert (csl["title"], csl["genre"], year(csl)) == ("Sleep of sailors in harbors", "preprint", 2020)
