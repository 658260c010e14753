"""Related articles and the record of the page itself: live revisions only, nothing of drafts."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

from articles.models import Article, Topic
from articles.reader.page_citation import csl_of
from tests.articles.factories import make_citation
from tests.articles.published import WHEN, publish, snapshot, take_off, work

pytestmark = pytest.mark.django_db

URL = "/articles/magnesium/"
SLEEP = [{"name": "Sleep", "slug": "sleep"}]


def related(client: Client) -> list[tuple[str, str]]:
    shown = client.get(URL).content.decode()
    return re.findall(r'<li><a href="([^"]+)">[^<]*</a> <span class="facts">([^<]*)</span></li>', shown)


def article(slug: str, works: list[int] | None = None, topics: Any = (), **kw: Any) -> Article:
    rows = [work(place, work=number) for place, number in enumerate(works or [], 1)]
    made = publish(snapshot(citations=rows, topics=list(topics), title=f"On {slug}"), slug=slug, **kw)
    for topic in topics:
        made.topics.add(Topic.objects.get_or_create(**topic)[0])
    return made


def test_an_article_that_shares_nothing_is_related_to_none(client: Client) -> None:
    article("magnesium", [1, 2], SLEEP)
    article("other", [3], [{"name": "Bones", "slug": "bones"}])
    assert related(client) == []


def test_no_draft_no_withdrawn_article_and_not_the_page_itself_is_related(client: Client) -> None:
    article("magnesium", [1], SLEEP)
    take_off(article("gone", [1], SLEEP))
    draft = Article.objects.create(title="Draft", slug="draft")
    draft.topics.add(Topic.objects.get(slug="sleep"))
    assert related(client) == []


def test_a_topic_that_only_the_draft_of_a_live_article_names_is_not_told(client: Client) -> None:
    article("magnesium", [1], SLEEP)
    article("other", [2]).topics.add(Topic.objects.get(slug="sleep"))
    assert related(client) == []


def test_articles_that_share_most_works_come_first_and_say_what_they_share(client: Client) -> None:
    article("magnesium", [1, 2, 3], SLEEP)
    article("topic", [9], SLEEP)
    article("one", [1], after_days=2)
    article("two", [1, 2], SLEEP)
    article("more", [], SLEEP, after_days=-3)
    assert related(client) == [
        ("/articles/two/", "rests on 2 works of this list; also on Sleep"),
        ("/articles/one/", "rests on a work of this list"),
        ("/articles/topic/", "also on Sleep"),
    ]


def test_a_cache_is_told_when_another_article_becomes_related(client: Client) -> None:
    article("magnesium", [1])
    first = client.get(URL)
    assert client.get(URL, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 304
    article("one", [1])
    assert client.get(URL, HTTP_IF_NONE_MATCH=first["ETag"]).status_code == 200


# --- The page as a work ------------------------------------------------------------------------------------


def test_a_draft_cannot_be_cited_and_a_withdrawn_article_says_that_it_is_gone(client: Client) -> None:
    Article.objects.create(title="Draft", slug="draft")
    assert client.get("/articles/draft/cite.bib").status_code == 404
    take_off(publish())
    assert client.get(URL + "cite.bib").status_code == 410


def test_the_page_is_cited_in_each_style_and_as_files(client: Client) -> None:
    publish()
    shown = client.get(URL).content.decode()
    assert "Lind, A. (2026, March 3)." in shown
    assert "/articles/magnesium/" in shown[shown.index("Cite this page") :]
    told = json.loads(client.get(URL + "cite.json").content)
    assert told[0]["author"] == [{"family": "Lind", "given": "Ada"}]
    assert told[0]["issued"] == {"date-parts": [[2026, 3, 3]]}
    assert "version" not in told[0]
    assert "@" in client.get(URL + "cite.bib").content.decode()
    assert "TY  -" in client.get(URL + "cite.ris").content.decode()


@pytest.mark.parametrize(
    ("name", "credentials", "person"),
    [
        ("Ada Lind", "RD", {"family": "Lind", "given": "Ada"}),
        ("Ludwig van Beethoven", "", {"family": "van Beethoven", "given": "Ludwig"}),
        ("Common Ground Health team", "", {"literal": "Common Ground Health team"}),
        ("Editors", "", {"literal": "Editors"}),
        ("Maria de la Cruz", "MD", {"family": "de la Cruz", "given": "Maria"}),
    ],
)
def test_people_are_cited_by_family_name_and_teams_as_they_are(name: str, credentials: str, person: Any) -> None:
    told = csl_of("T", [{"name": name, "credentials": credentials}], "https://a.example/", WHEN, 1)
    assert told["author"] == [person]


def test_it_takes_two_queries_where_no_work_is_alarming(client: Client, django_assert_num_queries: Any) -> None:
    held = [make_citation(status="none-found", status_checked=WHEN.date()).pk for _ in range(2)]
    article("magnesium", held, SLEEP)
    article("two", held, SLEEP)
    client.get("/")  # what is loaded once per process
    with django_assert_num_queries(2):
        client.get(URL)
