"""What the editor asks for when somebody cites."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles import services
from articles.models import Article, LogEntry
from citations.models import Citation
from tests.articles import factories
from tests.articles.admin.test_saving import address, form_of
from tests.articles.newsroom.test_add_references import ONE, TWO

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def enqueued() -> Iterator[list[int]]:
    sent: list[int] = []
    with patch("articles.newsroom.review_desk.assess_article.delay", lambda article_id: sent.append(article_id)):
        yield sent


def cite(article: Article) -> str:
    return reverse("newsroom:cite-work", args=[article.pk])


def search(client: Client, words: str, **asked: Any) -> Any:
    return client.get(reverse("newsroom:search-works"), {"q": words, **asked})


# --- Searching --------------------------------------------------------------------------------------------------


def test_strangers_and_readers_find_nothing(client: Client, stranger: User) -> None:
    factories.make_citation(families=["Rautava"])
    assert search(client, "rautava").status_code == 403
    client.force_login(stranger)
    answer = search(client, "rautava")
    assert answer.status_code == 403
    assert "works" not in answer.json()


def test_a_draft_that_is_not_theirs_is_not_told_of(client: Client, author: User, editor: User, settings: Any) -> None:
    settings.AUTHORS_SEE_OWN_ONLY = True
    article = factories.make_article(by=editor)
    client.force_login(author)
    assert search(client, "doe", article=article.pk).status_code == 404
    assert client.post(cite(article), {"text": ONE}).status_code == 404


@pytest.mark.parametrize("number", ["x", "0", "9" * 30, "-1"])
def test_an_article_that_is_none_is_not_found(number: str, client: Client, author: User) -> None:
    client.force_login(author)
    assert search(client, "doe", article=number).status_code == 404


def test_before_anything_is_typed_come_the_works_of_the_list(client: Client, author: User) -> None:
    one, two = factories.make_citation(families=["Roe"]), factories.make_citation(families=["Doe"])
    factories.make_citation(families=["Poe"])
    article = factories.make_article(by=author, citations={"roe": one, "doe": two})
    client.force_login(author)
    works = search(client, " ", article=article.pk).json()["works"]
    assert [(work["key"], work["cited"], work["label"]) for work in works] == [
        *(("roe", True, str(one)), ("doe", True, str(two))),
    ]
    assert search(client, " ").json()["works"] == []


def test_works_come_with_the_key_they_have_or_would_get(client: Client, author: User) -> None:
    cited = factories.make_citation(families=["Rautava"], year=2012)
    other = factories.make_citation(families=["Rautava", "Salminen", "Roe", "Doe", "Poe"], year=2012, title="Eczema")
    article = factories.make_article(by=author, citations={"rautava2012": cited})
    client.force_login(author)
    works = search(client, "rautava 2012", article=article.pk).json()["works"]
    assert {row["id"]: (row["key"], row["cited"]) for row in works} == {
        cited.pk: ("rautava2012", True),
        other.pk: ("rautava2012b", False),
    }
    (told,) = [row for row in works if row["id"] == other.pk]
    assert told | {"title": "Eczema", "year": 2012, "authors": "Rautava, Salminen, Roe and 2 others"} == told
    assert told["label"] == str(other)


def test_a_retracted_work_is_told_as_such(client: Client, author: User) -> None:
    factories.make_citation(families=["Rautava"], status="retracted", status_checked="2026-11-01")
    client.force_login(author)
    (told,) = search(client, "rautava").json()["works"]
    assert (told["status"], told["status_label"]) == ("retracted", "Retracted")


# --- Citing -----------------------------------------------------------------------------------------------------


def test_who_may_not_write_adds_nothing(client: Client, reviewer: User, stranger: User) -> None:
    article = factories.make_article()
    for person in (None, stranger, reviewer):
        if person:
            client.force_login(person)
        answer = client.post(cite(article), {"text": ONE})
        assert answer.status_code == 403
        assert answer.json()["error"]
    assert article.article_citations.count() == 1


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, "paste its DOI"),
        ({"text": "  \r\n "}, "paste its DOI"),
        ({"text": "hello there"}, "No identifier and no reference"),
        ({"text": "22467948"}, "write PMID before it"),
        ({"work": "999999"}, "no longer in the library"),
        ({"work": "x"}, "Search for the work again"),
        ({"text": "x" * 5000}, "larger than"),
    ],
)
def test_what_names_no_work_is_refused_in_words(
    asked: dict[str, str], words: str, client: Client, author: User, settings: Any
) -> None:
    settings.IMPORT_MAX_KB = 4
    article = factories.make_article(by=author)
    client.force_login(author)
    answer = client.post(cite(article), asked)
    assert answer.status_code == 422
    assert words in answer.json()["error"]
    assert article.article_citations.count() == 1
    assert Citation.objects.count() == 1


@pytest.mark.parametrize(
    ("text", "key", "field", "value"),
    [
        ("10.1086/524115", "doi-10.1086-524115", "doi", "10.1086/524115"),
        ("https://doi.org/10.1086/524115", "doi-10.1086-524115", "doi", "10.1086/524115"),
        ("PMID: 22467948", "pmid22467948", "pmid", "22467948"),
        ("PMC3482961", "PMC3482961", "pmcid", "PMC3482961"),
        ("https://www.example.org/colds", "example.org", "url", "https://www.example.org/colds"),
        ("arXiv:2101.00001", "doi-10.48550-arxiv.2101.00001", "arxiv", "2101.00001"),
        (ONE, "haghayegh2019", "doi", "10.1016/j.smrv.2019.04.008"),
    ],
)
def test_one_gesture_adds_a_work_and_gives_its_key(
    text: str, key: str, field: str, value: str, client: Client, author: User, enqueued: list[int]
) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    answer = client.post(cite(article), {"text": text}).json()
    row = article.article_citations.get(key=key)
    assert (answer["key"], answer["work"], answer["added"]) == (key, row.citation_id, True)
    assert getattr(row.citation, field) == value or field == "arxiv"
    assert row.order == 2


def test_a_work_of_the_library_is_cited_once(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    work = factories.make_citation(families=["Rautava"], year=2012)
    client.force_login(author)
    first = client.post(cite(article), {"work": work.pk}).json()
    again = client.post(cite(article), {"work": work.pk}).json()
    assert (first["key"], first["added"]) == ("rautava2012", True)
    assert (again["key"], again["added"]) == ("rautava2012", False)
    assert article.article_citations.count() == 2


def test_several_references_come_with_what_was_not_understood(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    answer = client.post(cite(article), {"text": f"{ONE}\nnothing at all\n{TWO}"}).json()
    assert [row["key"] for row in answer["works"]] == ["haghayegh2019", "rautava2012"]
    assert answer["key"] == "haghayegh2019"
    assert [row["line"] for row in answer["faults"]] == [2]


def test_a_review_does_not_end_unasked(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    services.submit_for_review(article=article, by=author)
    client.force_login(author)
    answer = client.post(cite(article), {"text": ONE})
    article.refresh_from_db()
    assert (answer.status_code, answer.json()["ends"], article.status) == (409, "in-review", "in-review")
    assert "ends its review" in answer.json()["error"]
    assert Citation.objects.count() == 1
    answer = client.post(cite(article), {"text": ONE, "end": "1"})
    article.refresh_from_db()
    assert (answer.status_code, article.status) == (200, "draft")
    data = LogEntry.objects.get(action="citations-added").data
    assert (data["keys"], data["ended"]) == (["haghayegh2019"], "in-review")


def test_who_has_the_article_open_saves_without_a_conflict(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    form = form_of(client, address(article))
    key = client.post(cite(article), {"text": ONE}).json()["key"]
    form["body"] += f" Baths help [@{key}]."
    saved = client.post(address(article), form)
    article.refresh_from_db()
    assert saved.status_code == 302
    assert f"[@{key}]" in article.body
    assert set(article.article_citations.values_list("key", flat=True)) == {"doe2019", key}
