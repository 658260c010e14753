"""Reading .nbib, .ris, .bib and CSL-JSON: broken records are reported with their line, and the rest comes in."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator
from typing import Any

import pytest

from citations import formats
from citations.formats import Fault, Record, bibtex, csl_json, nbib, ris


def split(rows: Iterator[Record | Fault]) -> tuple[list[Record], list[Fault]]:
    held = list(rows)
    return [row for row in held if isinstance(row, Record)], [row for row in held if isinstance(row, Fault)]


def read(name: str, text: str | bytes) -> tuple[list[Record], list[Fault]]:
    return split(formats.read(name, io.BytesIO(text.encode() if isinstance(text, str) else text)))


def one(name: str, text: str) -> Any:
    (record,), faults = read(name, text)
    assert faults == []
    return record.csl


def test_it_refuses_an_ending_it_does_not_know() -> None:
    with pytest.raises(ValueError, match=r"\.nbib"):
        formats.read("works.docx", io.BytesIO())


BROKEN = {
    "a.nbib": (
        "PMID- 1\nTI  - One.\n\nOWN - NLM\nSTAT- MEDLINE\n\nPMID- 3\nTI  - Three.\nPMID- 4\nTI  - Four\n",
        ["One", "Three", "Four"],
        [(4, "title nor an identifier")],
    ),
    "a.ris": (
        "\ufeffTY  - JOUR\r\nTI  - One\r\nER  - \r\nTI  - Lost\r\nTY - JOUR\r\nTI - Two\r\n"
        "TY  - JOUR\r\nPY  - 2001\r\nER  - \r\nTY  - JOUR\r\nTI  - Four\r\n",
        ["One", "Two", "Four"],
        [(4, "outside a record"), (7, "title nor an identifier")],
    ),
    "a.bib": (
        "@book{a, title={One}}\n@article{b,\n title = {Never closed\n\n@book{c, title={Three}}\n"
        "@book{d title={Four}}\n@book{c, title={Five}}\n@book{e, year=2001}\n@book{f, title={Six}",
        ["One", "Three", "Five"],
        [(2, "never closed"), (6, "cannot be read"), (7, "second entry has the key c"), (8, "nor an identifier"),
         (9, "never closed")],
    ),
    "a.json": (
        '[{"id": "a", "title": "One"},\n{"id": "b", "title": "Two",\n{"id": "c", "title": "Three"},\n'
        '{"id": "d", "title": "Four",, "x": 1},\n{"id": "e"},\n{"id": "f", "title": "Six"}]',
        ["One", "Three", "Six"],
        [(2, "never closed"), (4, "line 4"), (5, "nor an identifier")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_broken_records_are_reported_with_their_line_and_the_rest_comes_in(name: str) -> None:
    text, titles, told = BROKEN[name]
    records, faults = read(name, text)
    assert [record.csl["title"] for record in records] == titles
    assert [(fault.line, words in fault.reason) for fault, (_, words) in zip(faults, told, strict=True)] == [
        (line, True) for line, _ in told
    ]


@pytest.mark.parametrize("name", ["a.nbib", "a.ris", "a.bib"])
@pytest.mark.parametrize("text", ["", "\n\n", "\ufeff"])
def test_an_empty_file_holds_nothing(name: str, text: str) -> None:
    assert read(name, text) == ([], [])


@pytest.mark.parametrize("text", ["", "[]", "nothing", "[1, 2]"])
def test_json_without_records_is_told(text: str) -> None:
    records, (fault,) = read("a.json", text)
    assert records == []
    assert "no records" in fault.reason


@pytest.mark.parametrize("name", ["a.nbib", "a.ris", "a.bib", "a.json"])
@pytest.mark.parametrize(
    "text", ["{" * 5000, "@a{" * 5000, "\x00" * 5000, "TY  - \n" * 500, '"' * 5000, '[{"a":' * 3000, "PMID- \n" * 500]
)
def test_hostile_text_ends_and_holds_no_work(name: str, text: str) -> None:
    assert read(name, text)[0] == []


def test_old_files_in_windows_1252_and_new_ones_in_utf_16_are_read() -> None:
    assert read("a.ris", "TY  - JOUR\nTI  - Caf\u00e9 \u2013 na\u00efve\nER  - \n".encode("cp1252"))[0][0].csl[
        "title"
    ] == ("Café – naïve")
    assert read("a.ris", "TY  - JOUR\r\nTI  - Ünder\r\nER  - \r\n".encode("utf-16"))[0][0].csl["title"] == "Ünder"


NBIB = """PMID- 23083673
LR  - 20201209
IS  - 1097-6825 (Electronic)
IS  - 0091-6749 (Print)
VI  - 130
IP  - 6
DP  - 2012 Dec 3
TI  - [Maternal probiotics and
      eczema].
PG  - 1355-60; discussion 1361-2
LID - 10.1016/J.JACI.2012.09.003 [doi]
AID - S0091-6749(12)01402-7 [pii]
AB  - BACKGROUND: Something
      wrapped.
FAU - van der Berg, Anne-Marie Jr
AU  - van der Berg AM Jr
FAU - Sukarno
AU  - Sukarno
CN  - VIGOR Study Group
LA  - fin
PT  - Journal Article
PT  - Retracted Publication
TA  - J Allergy
JT  - The Journal of allergy
PMC - PMC3517000
MH  - Dermatitis, Atopic/*prevention & control
MH  - Humans
OT  - eczema
SI  - ClinicalTrials.gov/NCT00167700
GR  - R01/Some Agency
COIS- None declared.
"""


def test_a_medline_record_becomes_csl() -> None:
    (record,), _ = read("a.nbib", NBIB)
    assert record.csl == {
        "type": "article-journal",
        "title": "Maternal probiotics and eczema",
        "author": [
            {"family": "van der Berg", "given": "Anne-Marie", "suffix": "Jr"},
            {"family": "Sukarno"},
            {"literal": "VIGOR Study Group"},
        ],
        "container-title": "The Journal of allergy",
        "container-title-short": "J Allergy",
        "issued": {"date-parts": [[2012, 12, 3]]},
        "volume": "130",
        "issue": "6",
        "page": "1355-1360; discussion 1361-1362",
        "ISSN": "0091-6749",
        "PMID": "23083673",
        "PMCID": "PMC3517000",
        "DOI": "10.1016/j.jaci.2012.09.003",
        "NCT": "NCT00167700",
        "language": "fin",
        "abstract": "BACKGROUND: Something wrapped.",
        "keyword": "eczema",
        "publication-types": ["Journal Article", "Retracted Publication"],
        "mesh": ["Dermatitis, Atopic", "Humans"],
    }
    assert record.facts == {
        "funding": "R01/Some Agency",
        "conflicts": "None declared.",
        "status": "retracted",
        "status_checked": "2020-12-09",
    }


@pytest.mark.parametrize(
    ("written", "full"),
    [("1355-60", "1355-1360"), ("iv73-5", "iv73-iv75"), ("19S-31S", "19S-31S"), ("S3-23", "S3-S23"), ("e14", "e14"),
     ("1385-7, A5-6", "1385-1387, A5-A6"), ("CD001144", "CD001144"), ("99-101", "99-101"), ("15S-2S", "15S-12S")],
)  # fmt: skip
def test_pages_are_written_out(written: str, full: str) -> None:
    assert one("a.nbib", f"PMID- 1\nTI  - T\nPG  - {written}\n")["page"] == full


@pytest.mark.parametrize(
    ("written", "date"), [("2000 Jul-Aug", [2000]), ("2000 Spring", [2000]), ("2000 Jun", [2000, 6])]
)
def test_dates_are_as_exact_as_they_are(written: str, date: list[int]) -> None:
    assert one("a.nbib", f"PMID- 1\nDP  - {written}\n")["issued"] == {"date-parts": [date]}


def test_a_book_chapter_in_ris_keeps_its_editors_and_numbers() -> None:
    csl = one(
        "a.ris",
        "TY  - CHAP\nAU  - van der Berg, Anne-Marie, Jr\nAU  - World Health Organization\nA2  - O'Neil, James\n"
        "TI  - The <i>L.</i> genus\nT2  - Handbook\nPY  - 2019/03/02/\nET  - 3rd\nSP  - 101\nEP  - 19\nPB  - Springer\n"
        "CY  - Berlin\nSN  - 978-3-16-148410-0\nAN  - 123\nDB  - PubMed\nC2  - PMC77\nUR  - javascript:alert(1)\n"
        "UR  - https://x.example/?a=1&b=2\nKW  - one\nKW  - two\nAB  - Wrapped\n abstract\nER  - \n",
    )
    assert csl["author"] == [
        {"family": "van der Berg", "given": "Anne-Marie", "suffix": "Jr"},
        {"literal": "World Health Organization"},
    ]
    assert csl["editor"] == [{"family": "O'Neil", "given": "James"}]
    assert (csl["type"], csl["container-title"], csl["page"]) == ("chapter", "Handbook", "101-119")
    assert (csl["ISBN"], csl["PMID"], csl["PMCID"]) == ("9783161484100", "123", "PMC77")
    assert (csl["issued"], csl["edition"]) == ({"date-parts": [[2019, 3, 2]]}, "3rd")
    assert (csl["URL"], csl["keyword"]) == ("https://x.example/?a=1&b=2", "one; two")
    assert csl["abstract"] == "Wrapped abstract"


def test_the_editor_of_a_whole_book_is_its_editor() -> None:
    assert one("a.ris", "TY  - BOOK\nED  - Pray, L.\nTI  - B\nER  - \n")["editor"] == [
        {"family": "Pray", "given": "L."}
    ]
    assert one("a.ris", "TY  - EDBOOK\nAU  - Pray, L.\nTI  - B\nER  - \n")["editor"][0]["family"] == "Pray"


def test_a_bibtex_entry_keeps_names_markup_and_addresses() -> None:
    csl = one(
        "a.bib",
        r"""@string{jh = "Journal of " # {Herbs}}
@article(k1,
  author = {{World Health Organization}}, editor = {van der Berg, Jr, J{\"u}rgen and Bell, Ann and others},
  title = {The \textit{Lactobacillus} genus: 50\% \& {DNA} na\"ive -- H\textsubscript{2}O},
  journal = jh, year = 2011, month = jun, day = 3, pages = "33--39", doi = {https://doi.org/10.1000/A_b},
  url = {https://x.example/?x=1&y=2--3}, keywords = {a, b}, pmid = 12)""",
    )
    assert csl["author"] == [{"literal": "World Health Organization"}]
    assert csl["editor"][0] == {
        "family": "Berg", "given": "Jürgen", "non-dropping-particle": "van der", "suffix": "Jr",
    }  # fmt: skip
    assert csl["title"] == "The <i>Lactobacillus</i> genus: 50% & DNA naïve – H<sub>2</sub>O"
    assert (csl["container-title"], csl["page"], csl["DOI"]) == ("Journal of Herbs", "33-39", "10.1000/a_b")
    assert csl["URL"] == "https://x.example/?x=1&y=2--3"
    assert (csl["issued"], csl["keyword"]) == ({"date-parts": [[2011, 6, 3]]}, "a, b")


def test_csl_json_in_a_wrapper_or_with_parts_of_other_forms_is_read() -> None:
    csl = one("a.json", '{"items": [{"title": ["x"], "DOI": "10.1000/X", "author": "Bell", "note": "PMID: 12"}]}')
    assert (csl["DOI"], csl["PMID"]) == ("10.1000/x", "12")
    assert (csl["title"], csl["author"]) == ("x", [{"literal": "Bell"}])


@pytest.mark.drawn(2)
@pytest.mark.parametrize(
    ("reader", "record"),
    [(nbib.read, "PMID- 1\nTI  - A title\nAB  - {}\n\n"), (ris.read, "TY  - JOUR\nTI  - A title\nAB  - {}\nER  - \n"),
     (bibtex.read, "@book{{k, title = {{A title}}, abstract = {{{}}}}}\n"),
     (csl_json.read, '{{"title": "A title", "abstract": "{}"}},\n')],
)  # fmt: skip
def test_memory_stays_the_same_however_long_the_file_is(reader: formats.Reader, record: str) -> None:
    one_record = record.format("word " * 400)

    def peak(number: int) -> int:
        tracemalloc.start()
        assert sum(1 for row in reader(one_record for _ in range(number)) if isinstance(row, Record)) == number
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(20)
    assert peak(400) < peak(80) * 1.5
