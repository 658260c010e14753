"""The live page tells readers how its works stand now, though its revision never changes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from articles.models import Article
from citations.models import Citation, Notice, NoticeList
from tests.articles.published import publish, snapshot, work
from tests.articles.reader.test_public_articles import text_of

pytestmark = pytest.mark.django_db

URL = "/articles/magnesium/"
DAY = date(2026, 11, 20)


def held(number: int = 1, **known: Any) -> Citation:
    """The record in the library of a work on the page, as `work(number)` names it."""
    given = {"title": f"Part {number}", "doi": f"10.1000/part.{number}", "fingerprint": str(number)}
    if known.get("status"):
        given |= {"status_checked": DAY, "status_sources": "Retraction Watch"}
    return Citation.objects.create(**given | known)


def shown(client: Client) -> str:
    response = client.get(URL)
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def live(db: None) -> Article:
    return publish(snapshot(citations=[work(1, used_in=[0]), work(2, used_in=[0])]))


@pytest.mark.parametrize("status", ["not-checked", "none-found", "corrected"])
def test_it_raises_no_alarm_over_works_without_a_notice(client: Client, live: Article, status: str) -> None:
    held(status=status)
    page = shown(client)
    assert 'class="notice alert"' not in page
    assert "has been retracted" not in page


def test_it_raises_no_alarm_over_a_retraction_that_the_page_was_approved_with(client: Client) -> None:
    publish(snapshot(citations=[work(1, used_in=[0], status="retracted", status_checked="2026-01-01")]))
    held(status="retracted")
    page = shown(client)
    assert "has been retracted" not in page
    assert "Retracted Abbasi B" in text_of(page)
    assert "checked 20 November 2026 in Retraction Watch" in text_of(page)


def test_that_nobody_asked_of_late_does_not_undo_what_was_found(client: Client, live: Article) -> None:
    held(status="not-checked")
    assert "No retraction notice found for all 2 works, checked 20 February 2026 in Crossref" in text_of(shown(client))


def test_it_says_above_the_text_and_in_the_list_that_a_source_was_retracted(client: Client, live: Article) -> None:
    held(status="retracted")
    Notice.objects.create(
        kind="retraction", doi="10.1000/part.1", source="retraction-watch", record="1", published_on=date(2026, 11, 2)
    )
    page = text_of(shown(client))
    assert "A source of this article has been retracted." in page
    assert "A trial of something, part 1. Retracted on 2 November 2026." in page
    assert "checked 20 November 2026 in Retraction Watch" in page
    assert page.index("has been retracted") < page.index("References")


def test_without_the_day_of_the_notice_it_names_the_day_it_was_found(client: Client, live: Article) -> None:
    held(status="retracted")
    assert "Retracted, found on 20 November 2026." in text_of(shown(client))


def test_several_works_are_one_notice_and_a_concern_is_another(client: Client) -> None:
    publish(snapshot(citations=[work(number, used_in=[0]) for number in (1, 2, 3)]))
    held(1, status="retracted")
    held(2, status="retracted")
    held(3, status="concern")
    page = shown(client)
    assert page.count('class="notice alert"') == 2
    assert "Sources of this article have been retracted." in page
    assert "has expressed concern about it." in page


def test_it_finds_a_work_by_the_number_the_revision_kept(client: Client) -> None:
    record = held(9, doi=None, status="retracted")
    publish(snapshot(citations=[work(1, used_in=[0], doi="", work=record.pk)]))
    assert "A source of this article has been retracted." in shown(client)


def test_a_whole_list_of_notices_renews_the_day_of_none_found(client: Client, live: Article) -> None:
    held(status="none-found", status_checked=date(2026, 2, 20), status_sources="Crossref")
    NoticeList.objects.create(source="retraction-watch", name="a", sha256="a", rows=1, as_of=DAY, complete=True)
    assert "No retraction notice found for all 2 works, checked 20 February 2026 to 20 November 2026" in text_of(
        shown(client)
    )


def test_caches_fetch_the_page_anew(client: Client, live: Article) -> None:
    record = held()
    first = client.get(URL)
    again = {"HTTP_IF_NONE_MATCH": first["ETag"], "HTTP_IF_MODIFIED_SINCE": first["Last-Modified"]}
    assert client.get(URL, **again).status_code == 304
    Citation.objects.filter(pk=record.pk).update(status="retracted", status_checked=DAY)
    assert client.get(URL, **again).status_code == 200
    assert client.get(URL, HTTP_IF_MODIFIED_SINCE=first["Last-Modified"]).status_code == 200
    told = client.get(URL)
    assert client.get(URL, HTTP_IF_NONE_MATCH=told["ETag"]).status_code == 304


@pytest.mark.parametrize("number", [1, 60])
def test_it_takes_at_most_three_queries(client: Client, django_assert_max_num_queries: Any, number: int) -> None:
    publish(snapshot(citations=[work(index + 1, used_in=[0]) for index in range(number)]))
    for index in range(number):
        held(index + 1, status="retracted", pmid=str(index + 1))
    client.get("/")  # what is loaded once per process
    with django_assert_max_num_queries(3):
        assert "been retracted" in shown(client)
