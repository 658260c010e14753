"""Lists, people, topics, feeds and the pages about us."""

from __future__ import annotations

import html
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Article, Contributor, Topic
from articles.reader import grading_page
from articles.services.public_record import amend
from citations.models import Citation
from evidence.flags.catalogue import FLAGS
from evidence.grading.levels import _SMALL, _SMALL_OTHERWISE, NAMES
from tests.articles.published import PERSON, claim, publish, snapshot, take_off, work

pytestmark = pytest.mark.django_db


def publish_many(number: int) -> None:
    for index in range(number):
        publish(snapshot("A b.", [claim(0, "A b.")], title=f"Title {index}"), slug=f"a{index}", after_days=index)


def test_an_empty_site_says_so(client: Client) -> None:
    assert "No article has been published yet" in client.get("/").content.decode()


def test_the_list_leaves_out_drafts_and_what_was_withdrawn(client: Client) -> None:
    Article.objects.create(title="Only a draft", slug="draft")
    gone = publish(snapshot(title="Gone title"), slug="gone")
    take_off(gone)
    publish(snapshot(title="Here title"))
    shown = client.get("/").content.decode()
    assert "Here title" in shown
    assert "Only a draft" not in shown
    assert "Gone title" not in shown.partition("What changed")[0]
    assert "draft's own" not in shown


NOWHERE = ["0", "x", "-1", "1e3", "z-", "1-zzzzzzzzzzzzz", "9" * 40, "²-1"]


@pytest.mark.parametrize(("way", "beyond_all"), [("after", "0-0"), ("before", "zzzzzzzzzzzz-1")])
def test_a_place_that_is_not_in_the_list_is_not_found(client: Client, way: str, beyond_all: str) -> None:
    publish_many(11)
    for place in (*NOWHERE, beyond_all):
        assert client.get("/", {way: place}).status_code == 404, place


def test_pages_go_on_and_back(client: Client) -> None:
    publish_many(11)
    first = client.get("/").content.decode()
    (older,) = re.findall(r'rel="next" href="\?(after=[^"]+)"', first)
    second = client.get(f"/?{older}").content.decode()
    (newer,) = re.findall(r'rel="prev" href="\?(before=[^"]+)"', second)
    back = client.get(f"/?{newer}").content.decode()
    assert first.count('class="teaser"') == back.count('class="teaser"') == 10
    assert second.count('class="teaser"') == 1
    assert re.findall(r"Title \d+", first.replace(" · ", "")) == re.findall(r"Title \d+", back.replace(" · ", ""))
    assert 'rel="prev"' not in back
    assert f'<link rel="canonical" href="http://localhost:8000/?{older}">' in second
    assert first.index("Title 10") < first.index("Title 9")


@pytest.mark.parametrize("page", ["1", "7", "x"])
def test_pages_by_number_lead_to_the_list_as_it_stands(client: Client, page: str) -> None:
    publish()
    assert client.get("/", {"page": page})["Location"] == "/"


@pytest.mark.parametrize("url", ["/", "/topics/sleep/", "/people/ada-lind/", "/feed/", "/feed/atom/", "/sitemap.xml"])
def test_the_number_of_queries_does_not_grow(client: Client, django_assert_num_queries: Any, url: str) -> None:
    Topic.objects.create(name="Sleep", slug="sleep")
    Contributor.objects.create(name="Ada Lind", slug="ada-lind")
    publish_many(2)
    client.get(url)
    with django_assert_num_queries(QUERIES[url]):
        client.get(url)
    for index in range(2, 10):
        publish(slug=f"a{index}")
    with django_assert_num_queries(QUERIES[url]):
        assert client.get(url).status_code == 200


PAGES = (
    *(
        "/topics/",
        "/people/",
        "/archive/",
        "/archive/2026/",
        "/archive/2026/3/",
        "/corrections/",
        "/how-we-work/figures/",
    ),
    *("/search/?q=zinc", "/search/?q=zink", "/search/?q=zinc&topic=topic-0", "/claims/?q=zinc", "/claims/"),
    *("/feed/json/", "/sitemap-pages.xml", "/articles/a0/", "/articles/a0/claims/"),
    *("/api/v1/articles", "/api/v1/articles/a0", "/api/v1/claims?q=zinc", "/api/v1/corrections"),
)


def test_no_page_asks_more_where_more_was_published_by_others_on_other_topics(client: Client) -> None:
    publish_apart(0, 2)
    few = {url: questions(client, url) for url in PAGES}
    publish_apart(2, 12)
    assert {url: questions(client, url) for url in PAGES} == few


def publish_apart(first: int, end: int) -> None:
    """Articles each with a topic, a person and a work of its own, and half of them corrected."""
    for at in range(first, end):
        topic = Topic.objects.create(name=f"Topic {at}", slug=f"topic-{at}")
        person = Contributor.objects.create(name=f"Ada Lind {at}", slug=f"ada-{at}")
        held = Citation.objects.create(title=f"A trial of zinc, part {at}", fingerprint=f"{at}")
        text = f"Zinc shortened colds in trial {at}."
        content = snapshot(
            text,
            [claim(0, text, sources=[{"number": 1, "how": "marker"}])],
            title=f"Zinc {at}",
            contributors=[{**PERSON, "name": person.name, "slug": person.slug}],
            topics=[{"name": topic.name, "slug": topic.slug}],
            citations=[work(1, used_in=[0], work=held.pk)],
        )
        article = publish(content, slug=f"a{at}", after_days=at)
        if at % 2 == 0:
            live = article.live_revision
            amend(article=article, by=None, kind="correction", wrong="Two.", right="Three.", before=live, after=live)


def questions(client: Client, url: str) -> int:
    """Queries of the second time, when what is remembered of the site is there."""
    assert client.get(url).status_code == 200
    with CaptureQueriesContext(connection) as asked:
        client.get(url)
    return len(asked)


QUERIES = {"/": 4, "/topics/sleep/": 4, "/people/ada-lind/": 4, "/feed/": 2, "/feed/atom/": 2, "/sitemap.xml": 1}


def test_a_topic_or_person_known_to_drafts_alone_has_no_page(client: Client) -> None:
    Topic.objects.create(name="Secret", slug="secret")
    Contributor.objects.create(name="Somebody", slug="somebody")
    publish()
    assert client.get("/topics/secret/").status_code == 404
    assert client.get("/people/somebody/").status_code == 404


def test_a_person_has_a_page_with_interests_credentials_and_articles(client: Client) -> None:
    Contributor.objects.create(
        name="Ada Lind",
        slug="ada-lind",
        credentials="RD",
        field="dietetics",
        interests="declared",
        interests_text="Paid by Acme.",
    )
    publish(snapshot(title="By Ada"))
    shown = client.get("/people/ada-lind/").content.decode()
    for words in ("RD", "dietetics", "Paid by Acme.", "By Ada"):
        assert words in shown


@pytest.mark.parametrize("url", ["/feed/", "/feed/atom/"])
def test_feeds_are_well_formed_whatever_the_title_holds(client: Client, settings: Any, url: str) -> None:
    publish(snapshot(title="A <b> & a \x0b control", standfirst="]]> &"))
    response = client.get(url)
    root = ElementTree.fromstring(response.content)  # noqa: S314 - our own feed
    assert "A <b> & a  control" in ElementTree.tostring(root, "unicode", "text")
    again = client.get(url, headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304
    assert (again["ETag"], again["Cache-Control"]) == (response["ETag"], "public, max-age=300")
    settings.SITE_NAME = "Another Name"
    renamed = client.get(url, headers={"If-None-Match": response["ETag"]})
    assert (renamed.status_code, b"Another Name" in renamed.content) == (200, True)


def test_robots_stay_out_of_the_newsroom(client: Client) -> None:
    shown = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in shown
    assert "/sitemap.xml" in shown


def test_every_label_is_explained(client: Client) -> None:
    shown = client.get("/how-we-grade-evidence/").content.decode()
    for spec in FLAGS.values():
        assert f'id="{spec.code}"' in shown
        assert (spec.reader or spec.title).replace("'", "&#x27;") in shown


def test_how_we_grade_is_told_by_the_engine_itself_with_a_worked_example(client: Client) -> None:
    shown = re.sub(r"<[^>]*>", "|", html.unescape(client.get("/how-we-grade-evidence/").content.decode()))
    for name in NAMES.values():
        assert name.lower() in shown.lower()
    for limit in (*_SMALL.values(), _SMALL_OTHERWISE):
        assert f"fewer than {limit}" in shown
    cases = {step.behind: step for step in grading_page.example()}
    assert [step.level for step in cases.values()] == [
        *("No evidence", "Very weak evidence", "Weak evidence", "Moderate evidence", "No evidence", "Strong evidence")
    ]
    for step in cases.values():
        assert f"|{step.behind}||{step.level}||{' '.join(step.reasons)}|" in shown


def test_a_page_that_is_not_there_says_so_in_our_design(client: Client) -> None:
    response = client.get("/nothing/here/")
    assert response.status_code == 404
    assert "There is no page here" in response.content.decode()


def test_a_failure_is_told_without_the_database(client: Client, rf: Any, django_assert_num_queries: Any) -> None:
    from config.problem_pages import server_error

    with django_assert_num_queries(0):
        response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "Something went wrong on our side" in response.content.decode()


@pytest.mark.parametrize("url", ["/feed/", "/feed/atom/"])
def test_what_is_text_is_text_in_a_feed(client: Client, url: str) -> None:
    publish(snapshot("A.", [], standfirst="When p <a and <angle> stand in words & signs"))
    root = ElementTree.fromstring(client.get(url).content)  # noqa: S314 - our own feed
    named = [one for one in root.iter() if one.tag.endswith("}summary") or one.tag == "description"]
    (told,) = [one for one in named if "angle" in str(one.text)]
    if url == "/feed/":
        assert html.unescape(str(told.text)) == "When p <a and <angle> stand in words & signs"
        assert "&lt;angle&gt;" in str(told.text)
    else:
        assert told.get("type") == "text"
        assert told.text == "When p <a and <angle> stand in words & signs"


def test_the_icon_that_browsers_ask_for_is_there(client: Client) -> None:
    assert client.get("/favicon.ico")["Location"].endswith(".ico")
