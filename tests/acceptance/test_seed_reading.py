from __future__ import annotations

import json
from pathlib import Path

import pytest

from evidence.reading.documents import read

FOLDER = Path(__file__).parents[2].parent / "shared" / "acceptance"

pytestmark = pytest.mark.skipif(
    not (FOLDER / "seed-article.txt").is_file(),
    reason="the owner's article is kept outside the project (shared/acceptance)",
)


@pytest.fixture(scope="module")
def text():
    return (FOLDER / "seed-article.txt").read_bytes().decode()


@pytest.fixture(scope="module")
def gold():
    return json.loads((FOLDER / "seed-gold.json").read_text())


@pytest.fixture(scope="module")
def document(text):
    return read(text)


def test_no_line_of_the_page_is_taken_for_a_sentence(document, gold):
    for row in gold["non_sentences"]:
        assert not [s for s in document.sentences if s.start < row["end"] and row["start"] < s.end], row["kind"]
        assert [b.kind for b in document.not_prose if b.start < row["end"] and row["start"] < b.end] == [row["kind"]]


def test_it_finds_the_sentences_of_the_gold_and_no_others(document, gold):
    wanted = [(row["start"], row["end"], row["text"]) for row in gold["sentences"]]
    assert [(s.start, s.end, s.text) for s in document.sentences] == wanted


def test_it_counts_the_paragraphs_as_the_gold_does(document, gold):
    assert [s.paragraph + 1 for s in document.sentences] == [row["paragraph"] for row in gold["sentences"]]


def test_it_finds_the_references_where_they_stand(document, gold):
    wanted = [(row["key"], row["start"], row["end"], row["raw"]) for row in gold["references"]]
    assert [(r.key, r.start, r.end, r.raw) for r in document.references] == wanted
    assert [r.number for r in document.references] == list(range(1, 10))


def test_it_takes_no_title_from_the_first_sentence_and_names_the_author(document, gold):
    assert document.title == ""
    line = next(row["text"] for row in gold["non_sentences"] if row["kind"] == "byline")
    assert document.byline == line.removeprefix("By ")


@pytest.mark.parametrize(
    ("key", "container", "volume", "issue", "page"),
    [
        ("amir2016", "International breastfeeding journal", "11", "1", "19"),
        ("dotterud2015", "Journal of pediatric gastroenterology and nutrition", "61", "2", "200-207"),
        ("hunt2011", "PloS one", "6", "6", "e21313"),
        ("mcguire2015", "Advances in Nutrition: An International Review Journal", "6", "1", "112-123"),
        ("mueller2015", "Trends in molecular medicine", "21", "2", "109-117"),
        ("pannaraj2017", "JAMA pediatrics", None, None, None),
        ("rautava2012", "Journal of Allergy and Clinical Immunology", "130", "6", "1355-1360"),
        ("yamada2017", "Cell Chemical Biology", "24", "4", "515-524"),
    ],
)
def test_it_takes_the_glued_journals_apart(document, key, container, volume, issue, page):
    csl = {r.key: r.csl for r in document.references}[key]
    assert csl["container-title"] == container
    assert (csl.get("volume"), csl.get("issue"), csl.get("page")) == (volume, issue, page)
    assert csl["type"] == "article-journal"
    assert csl["issued"] == {"date-parts": [[int(key[-4:])]]}


def test_it_knows_authors_and_editors(document):
    csl = {r.key: r.csl for r in document.references}
    assert [name["family"] for name in csl["dotterud2015"]["author"]] == [
        "Dotterud", "Avershina", "Sekelja", "Simpson", "Rudi", "Storrø", "Øien",
    ]  # fmt: skip
    assert csl["mueller2015"]["author"][-1] == {"family": "Dominguez-Bello", "given": "M. G."}
    book = csl["tomayko2013"]
    assert [name["family"] for name in book["editor"]] == ["Tomayko", "Pillsbury", "Pray"]
    assert (book["type"], book["publisher"]) == ("book", "National Academies Press")
    assert book["title"] == "The human microbiome, diet, and health: workshop summary"


def test_it_keeps_titles_whole(document, gold):
    for reference in document.references:
        assert reference.csl["title"] in reference.raw
        after = reference.raw.partition(reference.csl["title"])[2]
        assert after.lstrip(".")[:1].isspace()
