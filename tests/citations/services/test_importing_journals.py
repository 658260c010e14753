"""Lists of questionable journals are taken in whole, and what cannot be read of them is named by its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.db.models import QuerySet

from citations.models import QuestionableJournal

pytestmark = pytest.mark.django_db
LISTS = Path(__file__).resolve().parents[3] / "../shared/data/journals"
DAY = date(2018, 1, 1)
ROWS = 'url,name,abbr\nhttp://a.example/,"Journal of Tests, The",JT\nb.example,Annals & Notes [alt],\n'
Make = Callable[..., Path]


@pytest.fixture
def make_list(tmp_path: Path) -> Make:
    def make(text: str | bytes = ROWS, name: str = "old-list.csv") -> Path:
        file = tmp_path / name
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    return make


def run(file: Path, *more: str, day: str = "2018-01-01") -> str:
    out = StringIO()
    call_command("import_journals", str(file), "--listed-on", day, *more, stdout=out)
    return out.getvalue()


def test_it_refuses_what_is_no_list_and_says_why(make_list: Make, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="line 1 names no column name"):
        run(make_list("url;name;abbr\nx;Journal;J\n"))
    with pytest.raises(CommandError, match="line 1 names no column name"):
        run(make_list(""))
    with pytest.raises(CommandError, match="Line 3 is no line of a CSV file"):
        run(make_list('name\nOne journal\n"' + "x" * 200_000))
    with pytest.raises(CommandError, match="Line 1 is no line of a CSV file"):
        run(make_list('"' + "x" * 200_000))
    with pytest.raises(CommandError, match="could not be read"):
        run(tmp_path / "absent.csv")


def test_it_refuses_a_day_to_come_and_a_name_without_end(make_list: Make) -> None:
    with pytest.raises(CommandError, match="day to come"):
        run(make_list(), day=str(date.today() + timedelta(days=2)))
    with pytest.raises(CommandError, match="200 characters"):
        run(make_list(), "--name", "x" * 201)
    with pytest.raises(CommandError, match="200 characters"):
        run(make_list(), "--name", "  ")
    assert not QuestionableJournal.objects.exists()


def test_a_list_that_cannot_be_read_leaves_what_was_held(make_list: Make) -> None:
    run(make_list())
    for text in ("name\n", "name\n ,\n[alt]\n", 'name\nNew journal\n"' + "x" * 200_000):
        with pytest.raises(CommandError):
            run(make_list(text))
    assert set(QuestionableJournal.objects.values_list("folded", flat=True)) == {
        "journal of tests the",
        "annals and notes",
    }


def test_an_import_that_breaks_off_leaves_what_was_held(make_list: Make) -> None:
    run(make_list("name\nOne\n"))
    with patch.object(QuerySet, "bulk_create", side_effect=RuntimeError), pytest.raises(RuntimeError):
        run(make_list("name\nTwo\n"))
    assert QuestionableJournal.objects.get().name == "One"


def test_rows_that_cannot_be_used_are_named_by_their_line_and_the_rest_comes_in(make_list: Make) -> None:
    said = run(make_list(f'url,name\n,One\n,\n,"Two\nlines"\n,{"x" * 401}\n,---\n,Last\n'))
    assert "line 3: It names no journal" in said
    assert "line 6: The name is longer than 400" in said
    assert "line 7: It names no journal" in said
    assert "3 journals on “old list” of 2018-01-01: 3 new, 0 gone; 0 repeated rows, 3 not usable." in said
    assert set(QuestionableJournal.objects.values_list("name", flat=True)) == {"One", "Two lines", "Last"}


def test_many_unusable_rows_are_counted_and_not_all_told(make_list: Make) -> None:
    said = run(make_list("name\nOne\n" + ",\n" * 30))
    assert said.count("  line ") == 20
    assert "  and 10 more" in said


def test_names_are_kept_as_listed_with_the_list_and_its_day(make_list: Make) -> None:
    assert "until QUESTIONABLE_JOURNALS is on" in run(make_list(), "--name", "Old  list")
    first, second = QuestionableJournal.objects.order_by("pk")
    assert (first.name, first.url, first.kind) == ("Journal of Tests, The", "http://a.example/", "journal")
    assert (first.list_name, first.list_date) == ("Old list", DAY)
    assert (second.name, second.folded, second.url) == ("Annals & Notes [alt]", "annals and notes", "")


def test_a_second_import_changes_nothing(make_list: Make) -> None:
    run(make_list())
    before = list(QuestionableJournal.objects.order_by("pk").values())
    assert "0 new, 0 gone" in run(make_list())
    assert list(QuestionableJournal.objects.order_by("pk").values()) == before


def test_a_newer_list_of_the_name_takes_the_place_of_the_older(make_list: Make) -> None:
    run(make_list("name\nOne\nTwo\n"))
    assert "2 journals" in run(make_list("name\nThe TWO\nThree\nthree\n"), day="2019-05-06")
    rows = QuestionableJournal.objects.order_by("pk").values_list("name", "list_date")
    assert list(rows) == [("The TWO", date(2019, 5, 6)), ("Three", date(2019, 5, 6))]


def test_other_lists_and_the_publishers_stay(make_list: Make) -> None:
    run(make_list("name\nOne\n"))
    run(make_list("name\nOne\n"), "--kind", "publishers")
    run(make_list("name\nOne\n"), "--name", "Another")
    run(make_list("name\nTwo\n"))
    assert set(QuestionableJournal.objects.values_list("kind", "name", "list_name")) == {
        ("journal", "Two", "old list"),
        ("publisher", "One", "old list"),
        ("journal", "One", "Another"),
    }


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_a_file_of_another_encoding_is_read(make_list: Make, encoding: str) -> None:
    run(make_list("Name\r\nRevue Européenne\r\n".encode(encoding)))
    assert QuestionableJournal.objects.get().folded == "revue europeenne"


def test_the_lists_of_2018_come_in() -> None:
    if not LISTS.exists():
        pytest.skip("the lists are not beside the project")
    said = run(LISTS / "questionable-journals-2018.csv")
    assert "1,302 journals on “questionable journals 2018” of 2018-01-01: 1,302 new, 0 gone; 15 repeated" in said
    said = run(LISTS / "questionable-publishers-2018.csv", "--kind", "publishers")
    assert "1,149 publishers" in said
    assert "line 1097: It names no journal or publisher." in said
