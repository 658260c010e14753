"""A work and a list name the same journal where the whole names are the same, and only who may know is told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, User
from pytest_django import DjangoAssertNumQueries

from citations.models import Citation, QuestionableJournal
from citations.services.questionable_journals import folded_name, listed
from tests.articles.factories import make_citation

pytestmark = pytest.mark.django_db


@pytest.fixture
def wanted(settings: Any) -> None:
    settings.QUESTIONABLE_JOURNALS = True


def entry(name: str, kind: str = "journal", **more: Any) -> QuestionableJournal:
    given = {"folded": folded_name(name), "list_name": "Old list", "list_date": date(2018, 1, 1)} | more
    return QuestionableJournal.objects.create(kind=kind, name=name, **given)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Annals", "Annals of Tests"),
        ("Journal of Test", "Journal of Tests"),
        ("Surgery", "Surgery (UK)"),
        ("Aging", "Aging (Milan, Italy)"),
        ("Medicine", "Medicine (Baltimore)"),
        ("American Journal of Tests", "A J T"),
        ("Journal of Tests A", "Journal of Tests B"),
    ],
)
def test_names_that_are_not_the_same_are_not_taken_for_it(one: str, other: str) -> None:
    assert folded_name(one) != folded_name(other)


@pytest.mark.parametrize("name", ["", "  ", "---", "[alt]", "&#8209;"])
def test_nothing_is_left_of_what_has_no_letters(name: str) -> None:
    assert folded_name(name) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Journal of Tests", "JOURNAL OF TESTS"),
        ("Revue Européenne d’Economie", "revue europeenne d'economie"),
        ("Arts & Science", "Arts and Science"),
        ("Arts &amp; Science", "Arts and Science"),
        ("Journal of Tests: An International Journal", "Journal of Tests - an international journal"),
        ("Journal of  Tests [alt]", "Journal of Tests"),
        ("Journal of Tests [Link dead; re-branded as", "Journal of Tests"),
        ("International Journal of Tests (IJT)", "International journal of tests"),
        ("Научные журналы", "НАУЧНЫЕ ЖУРНАЛЫ"),
    ],
)
def test_case_accents_marks_and_remarks_do_not_part_a_name(one: str, other: str) -> None:
    assert folded_name(one) == folded_name(other) != ""


def test_a_journal_that_is_called_the_keeps_its_name() -> None:
    assert folded_name("The") == "the"


def test_nobody_is_told_where_it_is_off_and_nothing_is_asked(
    editor: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    work = make_citation()
    entry("Journal of Tests")
    with django_assert_num_queries(0):
        assert listed(citations=[work], to=editor) == []


def test_authors_and_strangers_are_not_told(wanted: None, author: User, stranger: User) -> None:
    entry("Journal of Tests")
    for user in (author, stranger, AnonymousUser()):
        assert listed(citations=[make_citation()], to=user) == []


@pytest.mark.parametrize(
    "work",
    [
        {"container": "Journal of Tests and Trials"},
        {"kind": "chapter", "csl": {"container-title": "Journal of Tests"}},
        {"kind": "webpage", "container": "Journal of Tests"},
        {"kind": "book", "container": "Journal of Tests"},
        {"csl": {"container-title": "Another", "publisher": "Journal of Tests"}},
        {"container": "Journal of Tests", "csl": {"publisher": "Journal of Tests"}},
        {"container": "", "csl": {"container-title": ["Journal of Tests"]}},
        {"container": ""},
    ],
)
def test_another_name_or_a_name_of_another_thing_is_none_of_it(
    wanted: None, editor: User, work: dict[str, Any]
) -> None:
    entry("Journal of Tests")
    assert listed(citations=[make_citation(**work)], to=editor) == []


@pytest.mark.parametrize(
    "work",
    [
        {},
        {"container": "THE JOURNAL OF TESTS"},
        {"kind": "", "csl": {}},
        {"csl": {"container-title": "Journal of tests", "publisher": "A house"}, "container": "J Tests"},
    ],
)
def test_editors_and_reviewers_are_told_of_a_journal(
    wanted: None, editor: User, reviewer: User, work: dict[str, Any]
) -> None:
    row, citation = entry("Journal of Tests"), make_citation(**work)
    for user in (editor, reviewer):
        assert [(one.citation, one.entry) for one in listed(citations=[citation], to=user)] == [(citation, row)]


@pytest.mark.parametrize(
    "work",
    [
        {"csl": {"container-title": "Another", "publisher": "Some House, Inc."}},
        {"kind": "book", "container": "Some House Inc", "csl": {}},
        {"kind": "chapter", "csl": {"container-title": "A book", "publisher": "Some House Inc"}},
    ],
)
def test_publishers_are_compared_with_publishers(wanted: None, editor: User, work: dict[str, Any]) -> None:
    row = entry("Some House Inc", "publisher")
    entry("Some House Inc", "journal")
    assert [one.entry for one in listed(citations=[make_citation(**work)], to=editor)] == [row]


def test_the_journal_of_an_article_is_not_taken_for_its_publisher(wanted: None, editor: User) -> None:
    entry("Journal of Tests", "publisher")
    assert listed(citations=[make_citation(csl={})], to=editor) == []


def test_two_lists_are_both_told_the_older_first(wanted: None, editor: User) -> None:
    newer = entry("Journal of Tests", list_name="Newer", list_date=date(2020, 1, 1))
    older = entry("The journal of tests")
    assert [one.entry for one in listed(citations=[make_citation()], to=editor)] == [older, newer]


def test_it_asks_once_for_many_works_and_not_at_all_for_none(
    wanted: None, editor: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    entry("Journal of Tests")
    works = [make_citation() for _ in range(5)] + [make_citation(container="Another")]
    assert editor.has_perm("citations.view_citation")
    with django_assert_num_queries(1):
        assert len(listed(citations=works, to=editor)) == 5
    with django_assert_num_queries(0):
        assert listed(citations=[Citation(title="No journal")], to=editor) == []
