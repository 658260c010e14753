"""The live page does not send readers into nothing: a dead address is named as such, and its archived copy linked."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from articles.models import Article
from citations.models import Citation, LinkCheck
from tests.articles.published import flag, publish, snapshot, work
from tests.articles.reader.test_public_articles import text_of

pytestmark = pytest.mark.django_db

URL = "/articles/magnesium/"
PAGE, COPY, NEW = "https://example.org/page", "https://web.archive.org/web/2020/x", "https://example.org/new"
DEAD = "Its address no longer answers"


def website(number: int = 1, **facts: Any) -> dict[str, Any]:
    return work(number, **{"doi": "", "url": PAGE, "used_in": [0]} | facts)


def held(**known: Any) -> Citation:
    """The record in the library of the website on the page."""
    given = {"title": "A page", "url": PAGE, "fingerprint": "1", "status": "none-found"}
    return Citation.objects.create(
        **given | {"status_checked": "2026-02-20", "status_sources": "Crossref"} | known,
    )


def live(record: Citation, **facts: Any) -> Article:
    return publish(snapshot(citations=[website(work=record.pk, **facts)]))


def shown(client: Client) -> str:
    response = client.get(URL)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("known", [{}, {"archived_url": COPY}])
def test_an_address_that_answers_is_linked_and_nothing_said(known: dict[str, Any], client: Client) -> None:
    live(held(**known))
    page = shown(client)
    assert f'<a href="{PAGE}">' in page
    assert DEAD not in page
    assert COPY not in page


@pytest.mark.parametrize("identifier", [{"doi": "10.1000/x"}, {"pmid": "123"}, {"pmcid": "PMC123"}])
def test_a_work_with_an_identifier_is_found_by_it(identifier: dict[str, str], client: Client) -> None:
    live(held(link_dead=True, archived_url=COPY), **identifier)
    page = shown(client)
    assert DEAD not in page
    assert PAGE not in page


def test_a_dead_address_is_named_and_not_linked(client: Client) -> None:
    live(held(link_dead=True))
    page = shown(client)
    assert DEAD in text_of(page)
    assert f'href="{PAGE}"' not in page


def test_the_archived_copy_of_a_dead_address_is_linked(client: Client) -> None:
    live(held(link_dead=True, archived_url=COPY))
    page = shown(client)
    assert DEAD in text_of(page)
    assert f'<a href="{COPY}">Archived copy</a>' in page
    assert f'href="{PAGE}"' not in page


def test_a_copy_that_is_no_web_address_is_not_linked(client: Client) -> None:
    live(held(link_dead=True, archived_url="javascript:alert(1)"))
    assert "javascript" not in shown(client)


def test_an_address_that_answers_again_is_linked_again(client: Client) -> None:
    live(held(), link_dead=True, flags=[flag("dead-link")])
    page = shown(client)
    assert f'<a href="{PAGE}">' in page
    assert DEAD not in page
    assert "Link unavailable" not in page


def test_a_dead_address_that_was_replaced_leads_to_the_new_one(client: Client) -> None:
    record = held(url=NEW)
    LinkCheck.objects.create(citation=record, url=NEW, former=[PAGE])
    live(record)
    page = shown(client)
    assert DEAD in text_of(page)
    assert f'<a href="{NEW}">New address</a>' in page


def test_an_address_that_was_replaced_without_being_dead_stays_as_it_was_approved(client: Client) -> None:
    record = held(url=NEW)
    LinkCheck.objects.create(citation=record, url=NEW)
    live(record)
    page = shown(client)
    assert f'<a href="{PAGE}">' in page
    assert NEW not in page


def test_an_old_revision_without_the_record_goes_by_its_flag(client: Client) -> None:
    publish(snapshot(citations=[website(flags=[flag("dead-link")]), website(2)]))
    page = shown(client)
    assert page.count(DEAD) == 1
    assert page.count(f'href="{PAGE}"') == 1


def test_that_a_link_is_dead_raises_no_alarm_over_the_work(client: Client) -> None:
    live(held(link_dead=True))
    page = text_of(shown(client))
    assert "has been retracted" not in page
    assert "No retraction notice found, checked 20 February 2026 in Crossref" in page


def test_a_work_that_was_retracted_and_whose_address_is_dead_says_both(client: Client) -> None:
    live(held(link_dead=True, status="retracted", status_checked="2026-11-20"))
    page = text_of(shown(client))
    assert "A source of this article has been retracted." in page
    assert DEAD in page


def test_caches_fetch_the_page_anew(client: Client) -> None:
    record = held()
    live(record)
    first = client.get(URL)
    again = {"HTTP_IF_NONE_MATCH": first["ETag"], "HTTP_IF_MODIFIED_SINCE": first["Last-Modified"]}
    assert client.get(URL, **again).status_code == 304
    Citation.objects.filter(pk=record.pk).update(archived_url=COPY)
    assert client.get(URL, **again).status_code == 304
    Citation.objects.filter(pk=record.pk).update(link_dead=True)
    assert client.get(URL, **again).status_code == 200


@pytest.mark.parametrize("number", [1, 40])
def test_it_takes_at_most_two_queries(number: int, client: Client, django_assert_max_num_queries: Any) -> None:
    rows = []
    for place in range(1, number + 1):
        record = held(link_dead=True, archived_url=COPY, fingerprint=str(place))
        LinkCheck.objects.create(citation=record, url=PAGE)
        rows.append(website(place, work=record.pk, key=f"key{place}"))
    publish(snapshot(citations=rows))
    client.get("/")  # what is loaded once per process
    with django_assert_max_num_queries(2):
        assert shown(client).count(DEAD) == number


@pytest.mark.parametrize("style", ["apa", "ama", "nlm", "chicago"])
def test_lists_in_other_styles_link_the_copy_or_nothing(style: str, client: Client) -> None:
    record = held(link_dead=True, kind="webpage", csl={"type": "webpage", "title": "A page", "URL": PAGE})
    live(record)
    page = client.get(f"{URL}references/?style={style}").content.decode()
    assert "The address given here no longer answers" in page
    assert f'href="{PAGE}"' not in page
    Citation.objects.filter(pk=record.pk).update(archived_url=COPY)
    page = client.get(f"{URL}references/?style={style}").content.decode()
    assert "This is an archived copy" in page
    assert f'<a href="{COPY}">' in page
    Citation.objects.filter(pk=record.pk).update(link_dead=False)
    page = client.get(f"{URL}references/?style={style}").content.decode()
    assert DEAD not in page
    assert f'<a href="{PAGE}">' in page
