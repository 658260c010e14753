from __future__ import annotations

import sys
from pathlib import Path
from random import Random

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import training_strings
from training_books import BOOKS, CHAPTERS
from training_styles import ARTICLES

ARTICLE = [
    ("citation-number", "[4]"),
    ("author", "Bell, A., & Coe, D."),
    ("date", "(2004)."),
    ("title", "“Zinc for colds,”"),
    ("journal", "Journal of Sleep,"),
    ("volume", "12(3),"),
    ("pages", "pp. 155-160."),
]
BOOK = [
    ("author", "Bell, Ada."),
    ("title", "The Sleep of Owls."),
    ("location", "London:"),
    ("publisher", "Hill Press,"),
    ("date", "1998."),
]
CHAPTER = [
    ("author", "Bell, Ada."),
    ("title", "Owls."),
    ("editor", "In D. Coe (Ed.),"),
    ("container", "In: Birds of the Night"),
    ("pages", "(pp. 3-9)."),
    ("publisher", "Hill Press,"),
    ("date", "1998."),
]


@pytest.mark.parametrize(
    "row",
    [
        [part for part in ARTICLE if part[0] != "date"],
        [part for part in ARTICLE if part[0] != "title"],
        [*ARTICLE, ("date", "2005")],
        [part for part in BOOK if part[0] != "publisher"],
    ],
)
def test_a_row_that_lacks_a_part_or_has_one_twice_is_not_set_anew(row):
    assert list(training_strings.set_anew(row, Random(1), 3)) == []


@pytest.mark.parametrize(("row", "styles"), [(ARTICLE, ARTICLES), (BOOK, BOOKS), (CHAPTER, CHAPTERS)])
def test_every_style_keeps_the_facts_of_the_work(row, styles):
    made = list(training_strings.set_anew(row, Random(1), len(styles)))
    assert len(made) == len(styles)
    for parts in made:
        told = dict(parts)
        assert "Bell" in told["author"]
        assert any(year in told["date"] for year in ("2004", "1998"))
        assert "(" not in told.get("title", "")
        assert all(text for _, text in parts)


def test_marks_of_the_old_style_do_not_come_along():
    for parts in training_strings.set_anew(ARTICLE, Random(2), len(ARTICLES)):
        text = "".join(part for _, part in parts)
        assert text.count("Zinc for colds") <= 1
        assert "colds,”." not in text
        assert "[4]" not in text


def test_the_same_seed_gives_the_same_strings():
    assert list(training_strings.set_anew(ARTICLE, Random(3), 4)) == list(
        training_strings.set_anew(ARTICLE, Random(3), 4)
    )


def test_records_get_what_they_do_not_know():
    record = {"surnames": ["Bell", "Coe"], "title": "Zinc.", "container": "J Sleep", "year": "2004"}
    lacking = {**record, "title": ""}
    made = list(training_strings.set_records([record] * 30 + [lacking] * 30, Random(4), 60))
    assert len(made) == 30
    assert all({"author", "date", "journal", "volume", "pages"} <= {name for name, _ in parts} for parts in made)
