"""Finding works while somebody types."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from citations.models import Citation, SoughtWord
from citations.services import searching
from citations.services.searching import MOST, search
from tests.articles.factories import make_citation

pytestmark = pytest.mark.django_db


@pytest.fixture
def shelf() -> dict[str, Citation]:
    rows: dict[str, dict[str, Any]] = {
        "rautava": {"families": ["Rautava", "Kainonen"], "title": "Maternal probiotic supplementation", "year": 2012},
        "sorensen": {"families": ["Sørensen", "Müller"], "title": "Zinc lozenges for colds", "year": 2015},
        "obrien": {"families": ["O’Brien"], "title": "Blood-pressure and salt: β-blockers", "year": 2019},
        "smith": {"families": ["Smith"], "title": "Vitamin D in winter", "year": 2020, "pmid": "22467948"},
        "smithers": {"families": ["Smithers"], "title": "Vitamin K in summer", "year": 2021},
        "undated": {"families": [], "title": "100% of adults sleep_well", "year": None},
    }
    return {name: make_citation(**row) for name, row in rows.items()}


@pytest.mark.parametrize("words", ["", "   ", "%", "_", "\\", "🙂", "\0", "?!", "zzyzx", "rautava 1950", "xinc oxide"])
def test_words_that_name_no_work_find_none(words: str, shelf: dict[str, Citation]) -> None:
    assert search(words=words) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("rautava 2012", "rautava"),
        ("2012 probiotic RAUTAVA", "rautava"),
        ("rau prob 201", "rautava"),
        ("kainonen", "rautava"),
        ("sorensen", "sorensen"),
        ("SØRENSEN zinc", "sorensen"),
        ("muller", "sorensen"),
        ("O'Brien", "obrien"),
        ("obrien salt", "obrien"),
        ("blood pressure", "obrien"),
        ("100% of adults", "undated"),
        ("sleep_well", "undated"),
        ("PMID 22467948", "smith"),
    ],
)
def test_a_work_is_found_by_the_beginnings_of_its_words_in_any_order(
    words: str, name: str, shelf: dict[str, Citation]
) -> None:
    assert search(words=words)[0] == shelf[name]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("ratuava", "rautava"),
        ("rauttava", "rautava"),
        ("rautva 2012", "rautava"),
        ("rautaba probiotic", "rautava"),
        ("smiht vitamin", "smith"),
        ("zinc lozegnes", "sorensen"),
        ("smith vitmain", "smith"),
        ("rautva maternal 2012", "rautava"),
        ("rautava 2013", "rautava"),
    ],
)
def test_typing_errors_are_forgiven(words: str, name: str, shelf: dict[str, Citation]) -> None:
    assert search(words=words)[0] == shelf[name]


def test_a_doi_finds_its_work_alone(shelf: dict[str, Citation]) -> None:
    assert search(words=f"https://doi.org/{shelf['obrien'].doi}") == [shelf["obrien"]]


def test_whole_words_come_before_beginnings(shelf: dict[str, Citation]) -> None:
    assert search(words="smith") == [shelf["smith"], shelf["smithers"]]


def test_first_authors_come_before_words_of_titles(shelf: dict[str, Citation]) -> None:
    winter = make_citation(families=["Winter"], title="Something else", year=1990)
    assert search(words="winter") == [winter, shelf["smith"]]


def test_no_more_than_ten_are_found() -> None:
    for number in range(MOST + 2):
        make_citation(title=f"Walking, part {number}")
    assert len(search(words="walk")) == MOST


def test_a_changed_work_is_found_by_its_new_words(shelf: dict[str, Citation]) -> None:
    Citation.objects.filter(pk=shelf["smith"].pk).update(families=["Fernández"])
    assert search(words="fernandez") == [shelf["smith"]]
    assert shelf["smith"] not in search(words="smith")


@pytest.mark.parametrize("words", ["rautava 2012", "ma", "smiht vitamin", "rautava vitamin"])
def test_no_search_reads_the_whole_table(words: str, shelf: dict[str, Citation]) -> None:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        search(words=words)
    statements = [row["sql"] for row in asked if "FROM citations_citation WHERE" in row["sql"]]
    words_asked = [row["sql"] for row in asked if "FROM citations_soughtword " in row["sql"]]
    assert statements
    assert len(words_asked) == 1 + (words in ("smiht vitamin", "rautava vitamin"))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        for statement in statements:
            cursor.execute(f"EXPLAIN {statement}")
            plan = "\n".join(line for (line,) in cursor.fetchall())
            assert "Seq Scan" not in plan
            assert "citation_sought_trgm" in plan or "citation_family_year" in plan
        for statement in words_asked:
            cursor.execute(f"EXPLAIN {statement}")
            plan = "\n".join(line for (line,) in cursor.fetchall())
            assert "Seq Scan" not in plan
            assert "sought_word_" in plan


def test_a_mistyped_first_author_is_looked_for_among_names_alone(shelf: dict[str, Citation]) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert search(words="smiht vitamin")[0] == shelf["smith"]
    statements = [row["sql"] for row in asked if "FROM citations_citation WHERE" in row["sql"]]
    assert len(statements) == 1
    assert "family_key >= first" in statements[0]


def test_a_word_of_works_is_kept_once_whatever_wrote_it(shelf: dict[str, Citation]) -> None:
    Citation.objects.filter(pk=shelf["smith"].pk).update(families=["Fernández"])
    kept = list(SoughtWord.objects.values_list("word", flat=True))
    assert {"vitamin", "rautava", "fernandez", "obrien", "blockers", "2012"} <= set(kept)
    assert len(kept) == len(set(kept))
    assert search(words="fernadez") == [shelf["smith"]]


def test_a_word_longer_than_any_is_found_by_its_beginning_also_mistyped(shelf: dict[str, Citation]) -> None:
    long = make_citation(title="Methylprednisolone" * 5)
    assert search(words="methylprednisolone" * 5) == [long]
    assert search(words="methlyprednisolone" + "methylprednisolone" * 4) == [long]


def test_a_word_that_has_lost_its_works_leads_nowhere(shelf: dict[str, Citation]) -> None:
    shelf["rautava"].delete()
    assert search(words="rautva") == search(words="rautava") == []


def test_looking_for_mistyped_words_ends_in_time_and_leaves_the_transaction_whole(
    shelf: dict[str, Citation], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "FORGIVING_MS", 60)
    slow = ("SELECT id FROM citations_citation, pg_sleep(5) LIMIT %s", [10])
    monkeypatch.setattr(searching, "forgiving", lambda cursor, asked, known, most: iter([slow]))
    assert search(words="rautva") == []
    with connection.cursor() as cursor:
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)
    assert search(words="rautava") == [shelf["rautava"]]
