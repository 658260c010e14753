from __future__ import annotations

from datetime import date

import pytest

from evidence.reading.documents import read
from evidence.reading.listed_references import from_front_matter, make_keys, year_of

ONE = "Bell, A. (2012). Sleep in children. Journal of Sleep, 3(1), 4-9."
TWO = "Coe, D., & Day, E. (2015). Milk in children. Journal of Milk, 5(2), 14-19."
THREE = "Fox G, Hill I. Play in children. J Play. 2018;7(3):24-29."


def raws(text):
    return [reference.raw for reference in read(text).references]


@pytest.mark.parametrize(
    "text",
    [
        "Sleep helps (Bell, 2012). Milk does not (Coe, 2015).",
        "Sleep helps.\n\n## Notes\n\nWe wrote this at home and nobody paid us for it.",
        "Sleep helps.\n\n## Sources of vitamin D\n\n- Oily fish and eggs\n- Mushrooms",
        "Bell (2012) wrote of sleep.\n\nCoe (2015) wrote of milk; 12 of 30 agreed.",
    ],
)
def test_it_takes_no_list_from(text):
    assert read(text).references == ()


HEADINGS = [
    "## References",
    "References",
    "**Sources**",
    "Works Cited:",
    "Bibliography\n============",
    "### 7. Further reading",
    "REFERENCES",
]


@pytest.mark.parametrize("heading", HEADINGS)
def test_it_finds_the_list_under(heading):
    document = read(f"Sleep helps children.\n\n{heading}\n\n{ONE}\n\n{TWO}\n")
    assert [reference.raw for reference in document.references] == [ONE, TWO]
    assert len(document.sentences) == 1
    assert [block.kind for block in document.not_prose][:2] == ["heading", "reference-list"]


@pytest.mark.parametrize(
    "marks",
    [
        ("1. ", "2. ", "3. "),
        ("1) ", "2) ", "3) "),
        ("[1] ", "[2] ", "[3] "),
        ("- ", "- ", "- "),
        ("* ", "* ", "* "),
        ("", "", ""),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_it_parts_the_items_marked_with(marks, between):
    items = between.join(mark + raw for mark, raw in zip(marks, (ONE, TWO, THREE), strict=True))
    document = read(f"Sleep helps children.\n\n## References\n\n{items}\n")
    assert [reference.raw for reference in document.references] == [ONE, TWO, THREE]
    assert [reference.number for reference in document.references] == [1, 2, 3]
    assert [reference.key for reference in document.references] == ["bell2012", "coe2015", "fox2018"]


def test_an_untitled_list_at_the_end_is_found():
    foot = "Ada Thumbnail\n\nBy Dr. Ada Byron, DPT\nBack to blog"
    text = f"Sleep helps children.\n\n\n{ONE}\n\n{TWO}\n\n{THREE}\n\n\n{foot}"
    document = read(text)
    assert [reference.raw for reference in document.references] == [ONE, TWO, THREE]
    assert [block.kind for block in document.not_prose] == ["reference-list", "thumbnail", "byline", "nav"]


def test_an_item_may_run_over_several_lines():
    text = f"Sleep helps.\n\n## References\n\n1. {ONE[:40]}\n   {ONE[40:]}\n2. {TWO}\n"
    assert [raw.split() for raw in raws(text)] == [(ONE[:40] + " " + ONE[40:]).split(), TWO.split()]


def test_the_written_number_counts():
    text = f"Sleep helps.\n\n## References\n\n4. {ONE}\n7. {TWO}\n"
    assert [reference.number for reference in read(text).references] == [4, 7]


def test_a_key_written_in_front_is_the_key():
    text = f"Sleep helps.\n\n## References\n\n[Sleep2012] {ONE}\n[Milk2015] {TWO}\n"
    assert [reference.key for reference in read(text).references] == ["Sleep2012", "Milk2015"]


def test_the_next_heading_ends_the_list():
    document = read(f"Sleep helps.\n\n## References\n\n- {ONE}\n- {TWO}\n\n## About us\n\nWe sell beds.")
    assert len(document.references) == 2
    assert document.sentences[-1].text == "We sell beds."


def test_a_list_of_bare_numbers_holds_no_reference_and_no_prose():
    document = read("Sleep helps.[1] Milk too.[2]\n\nReferences\n[1]\n[2]")
    assert document.references == ()
    assert len(document.sentences) == 2


def test_keys_that_collide_get_letters():
    item = {"author": [{"family": "Bell"}], "issued": {"date-parts": [[2012]]}}
    assert make_keys([item] * 3) == ["bell2012", "bell2012b", "bell2012c"]
    assert make_keys([item], taken=["bell2012"]) == ["bell2012b"]
    assert len(set(make_keys([item] * 60))) == 60


@pytest.mark.parametrize(
    ("item", "key"),
    [
        ({"author": [{"family": "Dominguez-Bello"}], "issued": {"date-parts": [[2015]]}}, "dominguezbello2015"),
        ({"author": [{"family": "Storrø"}], "year": 2015}, "storro2015"),
        ({"author": [{"literal": "World Health Organization"}], "issued": {"date-parts": [[2015]]}}, "world2015"),
        ({"editor": [{"family": "Bell"}], "issued": {"date-parts": [[2013]]}}, "bell2013"),
        ({"title": "The sleep of children"}, "sleepnd"),
        ({}, "ref1"),
    ],
)
def test_the_key_comes_from_name_and_year(item, key):
    assert make_keys([item]) == [key]


@pytest.mark.parametrize(
    ("csl", "year"),
    [
        ({}, None),
        ({"issued": {}}, None),
        ({"issued": {"date-parts": [[]]}}, None),
        ({"issued": {"date-parts": [["2012", 5]]}}, 2012),
        ({"issued": {"raw": "May 2012"}}, 2012),
        ({"issued": date(2012, 5, 1)}, 2012),
        ({"issued": "2012-05"}, 2012),
        ({"year": 2012}, 2012),
        ({"year": "soon"}, None),
    ],
)
def test_the_year_is_read_from(csl, year):
    assert year_of(csl) == year


def test_front_matter_declares_references():
    items = ["{id: sleep, title: Sleep, year: 2012, facts: {sample_size: 12}}", "{title: Milk}", "nonsense"]
    text = "---\nreferences:\n" + "".join(f"  - {item}\n" for item in items) + "---\nIt helps [@sleep]."
    document = read(text)
    assert [reference.key for reference in document.references] == ["sleep", "milknd"]
    assert document.references[0].csl["issued"] == {"date-parts": [[2012]]}
    assert "facts" not in document.references[0].csl


@pytest.mark.parametrize("mark", ["[RETRACTED]", "[Retracted]", "[Withdrawn]"])
def test_a_mark_of_retraction_in_brackets_is_no_key(mark):
    text = f"Zinc helps.\n\n## References\n\n{mark} Miller A. Zinc and colds in adults. J Foo. 2015;8(1):1-7.\n"
    (reference,) = read(text).references
    assert (reference.key, reference.csl["status"]) == ("miller2015", "retracted")
    assert text[reference.start : reference.end] == reference.raw


@pytest.mark.parametrize(
    "meta",
    [
        {},
        {"sources": "a book"},
        {"sources": ["a book", 3, None]},
        {"sources": [{"title": "Oats and gout"}]},
        {"sources": [{"url": "https://journals.example.org/oats"}]},
        {"sources": [{"title": 7, "url": "https://journals.example.org/oats"}]},
        {"further": [{"title": "Oats and gout", "url": "https://journals.example.org/oats"}]},
    ],
)
def test_front_matter_without_a_list_of_works_holds_none(meta):
    assert from_front_matter(meta, 0) == ()


@pytest.mark.parametrize("name", ["sources", "citations", "studies"])
@pytest.mark.parametrize(
    ("row", "csl"),
    [
        ({"title": "Oats and gout", "url": "https://a.example/o"}, {"URL": "https://a.example/o"}),
        ({"Title": "Oats and gout", "Link": "https://a.example/o"}, {"URL": "https://a.example/o"}),
        ({"name": "Oats and gout", "doi": "10.1000/oats"}, {"DOI": "10.1000/oats"}),
        ({"title": "Oats and gout", "pmid": 31234567}, {"PMID": "31234567"}),
    ],
)
def test_a_list_that_a_template_prints_holds_works(name, row, csl):
    (found,) = from_front_matter({name: [row]}, 0)
    assert found.csl == {"title": "Oats and gout", **csl}


def test_references_win_over_a_list_that_a_template_prints():
    works = [{"title": "Oats and gout", "url": "https://a.example/o", "date": "12 May 2019"}]
    (found,) = from_front_matter({"sources": works}, 0)
    assert year_of(found.csl) == 2019
    assert from_front_matter({"references": [], "sources": works}, 0) == ()
