"""Forms that programs write and no description has: each is read as what it means."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from citations import formats
from citations.formats import Record
from tests.citations.formats.test_round_trip import back

BELL_AND_DAY = [{"family": "Bell", "given": "A."}, {"family": "Day", "given": "C."}]


def works(name: str, text: str) -> list[dict[str, Any]]:
    rows = list(formats.read(name, io.BytesIO(text.encode())))
    assert all(isinstance(row, Record) for row in rows), rows
    return [dict(row.csl) for row in rows]


def one(name: str, text: str) -> dict[str, Any]:
    (csl,) = works(name, text)
    return csl


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ('month = jan # "~5", year = 2020', "issued", {"date-parts": [[2020, 1, 5]]}),
        ("author = {Bell, A.; Day, C.}", "author", BELL_AND_DAY),
        ("author = {{Health; Safety and Care} and Bell, A.}", "author",
         [{"literal": "Health; Safety and Care"}, BELL_AND_DAY[0]]),
        ("eid = {e21313}", "number", "e21313"),
        ("eid = {e21313}, pages = {1--9}", "number", None),
        ("journal = {Food &amp; Function}", "container-title", "Food & Function"),
    ],
)  # fmt: skip
def test_a_bibtex_field_is_read(fields: str, name: str, value: object) -> None:
    assert one("a.bib", f"@article{{a, title = {{T}}, {fields}}}").get(name) == value


def test_figures_set_low_or_high_in_mathematics_stay_so() -> None:
    assert one("a.bib", "@article{a, title={H$_2$O, CO$_{2}$ and x$^2$}}")["title"] == (
        "H<sub>2</sub>O, CO<sub>2</sub> and x<sup>2</sup>"
    )


@pytest.mark.parametrize(
    ("entry", "genre"),
    [
        ("@thesis{a, title={T}, type={phdthesis}}", "Doctoral dissertation"),
        ("@thesis{a, title={T}, type={mathesis}}", "Master's thesis"),
        ("@mastersthesis{a, title={T}}", "Master's thesis"),
        ("@phdthesis{a, title={T}, type={Habilitation}}", "Habilitation"),
    ],
)
def test_a_thesis_says_which_it_is(entry: str, genre: str) -> None:
    assert one("a.bib", entry)["genre"] == genre


@pytest.mark.parametrize("parent_first", [False, True])
def test_an_entry_takes_over_from_the_one_that_its_crossref_names(parent_first: bool) -> None:
    child = "@inproceedings{a, title={Talk}, crossref={p}, pages={1--2}}\n"
    parent = "@proceedings{p, title={Talks of 2003}, year=2003, editor={Ed, One}, doi={10.5555/all}}\n"
    found = {csl["title"]: csl for csl in works("a.bib", "".join((parent, child) if parent_first else (child, parent)))}
    talk = found["Talk"]
    assert (talk["container-title"], talk["issued"]) == ("Talks of 2003", {"date-parts": [[2003]]})
    assert talk["editor"] == [{"family": "Ed", "given": "One"}]
    assert "DOI" not in talk


def test_an_entry_whose_crossref_is_not_in_the_file_comes_in_as_it_is() -> None:
    assert one("a.bib", "@inproceedings{a, title={Talk}, crossref={gone}}")["title"] == "Talk"


@pytest.mark.parametrize(
    "text",
    ["ty  - JOUR\nti  - A title\nau  - Bell, A.\ner  - \n", "TY  -JOUR\nTI  -A title\nAU  -Bell, A.\nER  -\n"],
)
def test_ris_with_small_tags_or_without_spaces_is_read(text: str) -> None:
    csl = one("a.ris", text)
    assert (csl["title"], csl["author"]) == ("A title", BELL_AND_DAY[:1])


def test_a_line_of_an_abstract_that_looks_like_a_small_tag_is_none() -> None:
    assert one("a.ris", "TY  - JOUR\nTI  - T\nAB  - as seen\nin - vitro\nER  - \n")["abstract"] == "as seen in - vitro"


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("[18F]FDG uptake in [rats].", "[18F]FDG uptake in [rats]"),
        ("[Vitamin D in [old] people].", "Vitamin D in [old] people"),
        ("[Vitamin D].", "Vitamin D"),
    ],
)
def test_only_brackets_round_all_of_a_title_say_that_it_was_translated(written: str, title: str) -> None:
    assert one("a.nbib", f"PMID- 1\nTI  - {written}\n")["title"] == title


@pytest.mark.parametrize(
    ("issued", "parts"),
    [
        ({"date-parts": [["2012", "03", "7"]]}, [[2012, 3, 7]]),
        ({"date-parts": [2012, 3]}, [[2012, 3]]),
        ({"date-parts": [[2012, 3], [2012, 4]]}, [[2012, 3], [2012, 4]]),
        ({"date-parts": [[-50]]}, [[-50]]),
        ({"raw": "2012-03-07"}, [[2012, 3, 7]]),
        ({"raw": "7 March 2012"}, [[2012, 3, 7]]),
        ({"literal": "Spring 2012"}, [[2012]]),
        ("2012-03", [[2012, 3]]),
        (2012, [[2012]]),
    ],
)
def test_a_csl_date_of_any_form_is_one_in_parts(issued: object, parts: list[list[int]]) -> None:
    assert one("a.json", json.dumps({"title": "T", "issued": issued}))["issued"]["date-parts"] == parts


@pytest.mark.parametrize("issued", [{"date-parts": [[None]]}, {"date-parts": []}, {"raw": "soon"}, [], "", {}])
def test_a_csl_date_without_a_year_is_none(issued: object) -> None:
    assert "issued" not in one("a.json", json.dumps({"title": "T", "issued": issued}))


def test_a_plain_year_is_a_date_and_a_season_stays() -> None:
    assert one("a.json", '{"title": "T", "year": "2012"}')["issued"] == {"date-parts": [[2012]]}
    season = {"date-parts": [[2012]], "season": "2"}
    assert one("a.json", json.dumps({"title": "T", "issued": season}))["issued"] == season


@pytest.mark.parametrize(
    ("author", "people"),
    [
        ("Bell, A.; Day, C.", BELL_AND_DAY),
        (["Bell, A.", "Health Board"], [BELL_AND_DAY[0], {"literal": "Health Board"}]),
        ({"family": "Bell", "given": "A."}, BELL_AND_DAY[:1]),
        ([{"name": "Health Board"}], [{"literal": "Health Board"}]),
        ("Bell, A., Day, C.", [{"literal": "Bell, A., Day, C."}]),
        ([None, 3, {}], None),
    ],
)
def test_csl_names_of_other_forms_are_not_lost(author: object, people: object) -> None:
    assert one("a.json", json.dumps({"title": "T", "author": author})).get("author") == people


def test_of_crossrefs_lists_the_first_counts() -> None:
    csl = one("a.json", '{"title": ["T", "U"], "container-title": ["J"], "ISSN": ["0140-6736", "1474-547X"]}')
    assert csl == {"title": "T", "container-title": "J", "ISSN": "0140-6736"}


@pytest.mark.parametrize(
    ("ending", "work"),
    [
        ("ris", {"type": "report", "title": "R", "number": "WHO/1/2"}),
        ("bib", {"type": "report", "title": "R", "number": "WHO/1/2"}),
        ("ris", {"type": "article-journal", "title": "A", "number": "104"}),
        ("bib", {"type": "article-journal", "title": "A", "number": "104"}),
        ("bib", {"type": "thesis", "title": "T", "genre": "Master's thesis"}),
        ("nbib", {"type": "book", "title": "B", "edition": "2nd", "publisher-place": "Leeds", "collection-title": "S",
                  "editor": [{"family": "Ed", "given": "One"}]}),
    ],
)  # fmt: skip
def test_numbers_editors_and_kinds_come_back(ending: str, work: dict[str, Any]) -> None:
    (returned,) = back(ending, [work])
    assert {name: returned.get(name) for name in work} == work
