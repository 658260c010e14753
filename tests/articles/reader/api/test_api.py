"""The API says what the pages say, to anybody, and answers as its OpenAPI document promises."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import schemathesis
from django.core import signals
from django.core.cache import caches
from django.db import close_old_connections, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, Phase, given, settings

from articles import services
from articles.models import Article
from articles.reader.api.answers import RATE, Rate
from citations.models import Citation
from config.wsgi import application
from tests.articles.factories import make_citation, make_user
from tests.articles.published import claim, publish, snapshot, take_off, work
from tests.articles.reader.test_public_record import renew

pytestmark = pytest.mark.django_db
API = "/api/v1"


@pytest.fixture(autouse=True)
def unlimited() -> None:
    caches["api"].clear()


def got(client: Client, path: str, status: int = 200) -> Any:
    response = client.get(f"{API}{path}")
    assert response.status_code == status, response.content
    return response.json()


def cited(slug: str = "magnesium", **more: Any) -> Article:
    """An article with two claims that stand on a work of the library."""
    held = make_citation(doi=f"10.1000/{slug}")
    text = "Magnesium helps with sleep. It may ease cramps."
    source = {"sources": [{"key": "key1", "number": 1, "how": "marker"}]}
    claims = [claim(0, "Magnesium helps with sleep.", **source), claim(1, "It may ease cramps.", **source)]
    content = snapshot(text, claims, citations=[work(1, work=held.pk, used_in=[0, 1])], **more)
    return publish(content, slug=slug)


# --- What is refused ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/articles?cursor=soon",
        "/articles?cursor=99999999999999999.1",
        "/articles?limit=0",
        "/articles?limit=101",
        "/articles?topic=%00",
        "/claims?cursor=1",
        "/works?cursor=-1",
        "/corrections?kind=gossip",
        f"/corrections?cursor={10**30}",
        "/works/0",
    ],
)
def test_a_question_that_means_nothing_is_told_why(client: Client, path: str) -> None:
    assert got(client, path, 422)["detail"]


def test_drafts_and_works_of_drafts_are_not_there(client: Client) -> None:
    Article.objects.create(title="Only a draft", slug="draft")
    held = make_citation()
    assert got(client, "/articles")["results"] == []
    assert got(client, "/works")["results"] == []
    for path in ("/articles/draft", "/articles/draft/references", f"/works/{held.pk}", "/works/99999"):
        assert got(client, path, 404)["detail"]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client: Client, method: str) -> None:
    cited()
    for path in ("/articles", "/articles/magnesium", "/claims", "/works", "/corrections"):
        assert getattr(client, method)(f"{API}{path}").status_code == 405


def test_who_asks_too_often_is_told_when_to_go_on(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(RATE, "num_requests", 3)
    for _ in range(3):
        got(client, "/articles")
    response = client.get(f"{API}/articles")
    assert response.status_code == 429
    assert int(response["Retry-After"]) >= 1
    assert client.get(f"{API}/articles", headers={"X-Forwarded-For": "10.1.1.1"}).status_code == 429


def test_a_withdrawn_article_says_why_and_since_when(client: Client) -> None:
    article = cited()
    editor = make_user("Editors")
    services.withdraw(article=article, by=editor, reason="x", kind="retraction", told="The trial was made up.")
    for path in ("/articles/magnesium", "/articles/magnesium/references"):
        told = got(client, path, 410)
        assert told["detail"] == "The trial was made up."
        assert told["since"]
    assert got(client, "/articles")["results"] == got(client, "/works")["results"] == []


# --- What it says ------------------------------------------------------------------------------------------


def test_an_article_says_what_its_page_says(client: Client) -> None:
    article = cited()
    editor = make_user("Editors")
    services.record_amendment(article=article, by=editor, kind="correction", wrong="It said 80.", right="It was 30.")
    told = got(client, "/articles/magnesium")
    assert told["title"] == "Does magnesium help you sleep?"
    assert [one["text"] for one in told["claims"]] == ["Magnesium helps with sleep.", "It may ease cramps."]
    assert told["claims"][0]["url"].endswith("/articles/magnesium/#claim-0")
    assert told["claims"][0]["sources"][0]["work"] == told["references"][0]["work"]
    assert [one["wrong"] for one in told["corrections"]] == ["It said 80."]
    assert got(client, "/corrections")["results"][0]["right"] == "It was 30."
    assert got(client, "/articles/magnesium/references")[0]["type"]


def test_a_work_names_the_articles_and_claims_that_stand_on_it(client: Client) -> None:
    cited()
    listed = got(client, "/works")["results"]
    told = got(client, f"/works/{listed[0]['id']}")
    assert [(use["article"], use["claims"]) for use in told["uses"]] == [("magnesium", 2)]
    assert told["csl"]["DOI"] == "10.1000/magnesium"


def test_a_work_says_how_it_stands_now(client: Client) -> None:
    cited()
    Citation.objects.update(status="retracted", status_checked=date(2026, 11, 1), status_sources="Crossref")
    assert got(client, "/works")["results"][0]["status"] == "retracted"


@pytest.mark.parametrize("path", ["/articles", "/claims", "/works", "/corrections"])
def test_pages_hold_each_row_once_and_in_constant_queries(
    client: Client, path: str, django_assert_max_num_queries: Any
) -> None:
    for number in range(5):
        article = cited(f"magnesium-{number}")
        renew(
            article,
            snapshot(f"Words {number}.", [claim(0, f"Words {number}.")])
            | {
                "citations": article.live_revision.citations  # type: ignore[union-attr]
            },
            right=f"Change {number}.",
        )
    whole = got(client, f"{path}?limit=100")["results"]
    assert len(whole) == 5
    found, address = [], f"{path}?limit=2"
    while address:
        with django_assert_max_num_queries(2):
            page = got(client, address)
        found += page["results"]
        address = (page["next"] or "").partition(API)[2]
    assert found == whole


def test_a_topic_and_a_work_are_found_by_their_index_and_not_in_the_articles(client: Client) -> None:
    for number in range(5):
        topics = [{"name": "Sleep", "slug": "sleep"}] if number % 2 == 0 else []
        content = snapshot(f"Words {number}.", topics=topics, citations=[work(1, used_in=[])])
        publish(content, slug=f"words-{number}", after_days=number)
    found, address = [], "/articles?topic=sleep&limit=2"
    with CaptureQueriesContext(connection) as asked:
        while address:
            page = got(client, address)
            found += [row["slug"] for row in page["results"]]
            address = (page["next"] or "").partition(API)[2]
        got(client, "/works")
        got(client, "/articles?topic=nothing-of-ours")
    assert found == ["words-4", "words-2", "words-0"]
    assert [query["sql"] for query in asked if "@>" in query["sql"]] == []


def test_what_has_not_changed_is_not_sent_again_and_any_page_may_ask(client: Client) -> None:
    cited()
    first = client.get(f"{API}/articles/magnesium")
    assert first["Access-Control-Allow-Origin"] == "*"
    assert not first.cookies
    again = client.get(f"{API}/articles/magnesium", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    take_off(Article.objects.get())
    assert client.get(f"{API}/articles/magnesium", headers={"If-None-Match": first["ETag"]}).status_code == 410


# --- The document ------------------------------------------------------------------------------------------


def test_answers_are_those_that_the_document_promises(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """Schemathesis asks every address with what the document allows and what it does not (`make prove` asks more)."""
    walked(monkeypatch, examples=8)


def walked(monkeypatch: pytest.MonkeyPatch, *, examples: int) -> None:
    monkeypatch.setattr(Rate, "allow_request", lambda *_: True)
    # As Django's own client does: the test's connection is not closed between requests.
    for signal in (signals.request_started, signals.request_finished):
        signal.disconnect(close_old_connections)
    renew(cited(), snapshot("New."), kind="correction", wrong="x", right="Words were wrong.")
    cited("valerian")
    schema = schemathesis.openapi.from_wsgi(f"{API}/openapi.json", application)
    asked = 0
    for found in schema.get_all_operations():
        operation = found.ok()

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            derandomize=True,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def asks(case: Any) -> None:
            case.call_and_validate()

        asks()
        asked += 1
    assert asked >= 7
    for signal in (signals.request_started, signals.request_finished):
        signal.connect(close_old_connections)
