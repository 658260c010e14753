"""Readers report errors without an account, and the newsroom gets them as threads."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache
from django.test import Client

from articles.models import Article, Thread, ThreadEntry
from tests.articles.published import claim, publish, snapshot, take_off

pytestmark = pytest.mark.django_db
URL = "/articles/magnesium/report/"
SAID = {"text": "The trial had 30 people, not 80.", "claim": "0"}


@pytest.fixture(autouse=True)
def unlimited() -> None:
    cache.clear()


@pytest.fixture
def article() -> Article:
    return publish(snapshot("Magnesium helps with sleep.", [claim(0, "Magnesium helps with sleep.")]))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"text": ""}, "Say what is wrong."),
        ({"text": "No."}, "Say in a few words what is wrong"),
        ({"mail": "me"}, "That is no mail address."),
        ({"claim": "99"}, "That sentence is no longer on the page."),
    ],
)
def test_what_cannot_be_taken_is_told_and_nothing_typed_is_lost(
    client: Client, article: Article, said: dict[str, str], words: str
) -> None:
    response = client.post(URL, {**SAID, "name": "Ada", **said})
    assert response.status_code == 400
    shown = response.content.decode()
    assert words in shown
    assert 'value="Ada"' in shown
    assert not Thread.objects.exists()


def test_drafts_take_no_report_and_withdrawn_articles_say_so(client: Client, article: Article) -> None:
    Article.objects.create(title="Only a draft", slug="draft")
    assert client.get("/articles/draft/report/").status_code == 404
    assert client.post("/articles/draft/report/", SAID).status_code == 404
    take_off(article)
    assert client.post(URL, SAID).status_code == 410
    assert not Thread.objects.exists()


def test_another_site_cannot_make_its_visitors_report(client: Client, article: Article) -> None:
    assert client.post(URL, SAID, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert not Thread.objects.exists()


def test_a_machine_that_fills_in_everything_is_thanked_and_not_heard(client: Client, article: Article) -> None:
    assert client.post(URL, {**SAID, "website": "https://spam.example"}).status_code == 302
    assert not Thread.objects.exists()


def test_the_sixth_report_within_an_hour_waits_and_keeps_its_words(client: Client, article: Article) -> None:
    for _ in range(5):
        assert client.post(URL, SAID).status_code == 302
    response = client.post(URL, SAID)
    assert response.status_code == 429
    assert SAID["text"] in response.content.decode()
    assert Thread.objects.count() == 5


def test_a_report_arrives_as_a_thread_on_the_claim_it_names(client: Client, article: Article) -> None:
    shown = client.get(f"{URL}?claim=0").content.decode()
    assert '<option value="0" selected>Magnesium helps with sleep.</option>' in shown
    response = client.post(URL, {**SAID, "name": "Ada", "mail": "ada@example.org"})
    assert response["Location"] == f"{URL}?sent"
    assert not response.cookies
    thread = Thread.objects.get()
    assert (thread.article, thread.about, thread.reader_name) == (article, "Magnesium helps with sleep.", "Ada")
    assert ThreadEntry.objects.get(thread=thread).text == SAID["text"]
    assert "Thank you" in client.get(response["Location"]).content.decode()


def test_what_is_asked_is_named_and_what_is_wrong_stands_at_its_field(client: Client, article: Article) -> None:
    """WCAG 1.3.5, 3.3.1 and 3.3.2."""
    shown = client.post(URL, {"text": "", "mail": "me", "claim": "99"}).content.decode()
    fields = {
        found["name"]: found[0]
        for found in re.finditer(r'<(?:input|textarea|select)[^>]*name="(?P<name>\w+)"[^>]*>', shown)
    }
    assert 'autocomplete="name"' in fields["name"]
    assert 'autocomplete="email"' in fields["mail"]
    for name in ("text", "mail", "claim"):
        assert f'<label for="report-{name}">' in shown
        assert f'aria-describedby="report-{name}-error"' in fields[name]
        assert 'aria-invalid="true"' in fields[name]
        assert re.search(rf'id="report-{name}-error">[^<]+<', shown)


def test_the_page_leads_to_the_form(client: Client, article: Article) -> None:
    assert f'href="{URL}"' in client.get(article.get_absolute_url()).content.decode()
