"""The lists of the newsroom: they find things, and their number of questions does not grow with the rows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import services
from articles.models import Article, Topic
from tests.articles import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/article/"


def questions(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def make_flagged(title: str = "Zinc") -> None:
    article = factories.make_article(title=title, authors=[factories.make_contributor() for _ in range(3)])
    factories.assess_as(article, flags={0: [factories.flag(), factories.flag("overstated", "warning")]})


def test_lists_ask_as_many_questions_for_ten_articles_as_for_one(client: Client, editor: User) -> None:
    client.force_login(editor)
    make_flagged()
    one = {address: questions(client, address) for address in (LIST, "/admin/")}
    for number in range(9):
        make_flagged(f"Zinc {number}")
    assert {address: questions(client, address) for address in one} == one


def test_open_blockers_and_warnings_are_counted_once_each(client: Client, editor: User) -> None:
    topics = [Topic.objects.create(name=name, slug=name) for name in ("one", "two")]
    article = factories.make_article(topics=topics, authors=[factories.make_contributor() for _ in range(3)])
    factories.assess_as(article, flags={0: [factories.flag(), factories.flag("overstated", "warning")]})
    client.force_login(editor)
    (row,) = client.get(f"{LIST}?q=walking&topics__id__exact={topics[0].pk}").context["rows"]
    assert (row.blockers, row.warnings) == (1, 1)
    assert client.get(f"{LIST}?q=person").context["rows"][0].blockers == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        *(("", 2), ("q=zinc", 1), ("status__exact=draft", 2), ("blocked=yes", 1), ("blocked=no", 1), ("q=%25", 0)),
        *(("status=nonsense&topic=x&after=y", 2), ("market=UK", 0), ("topic=999999", 0), ("status=published", 0)),
        ("after=2099-01-01T00:00:00%2B00:00~1", 2),
        ("after=2001-01-01T00:00:00%2B00:00~1", 0),
    ],
)
def test_the_list_filters_and_finds(query: str, found: int, client: Client, editor: User) -> None:
    make_flagged()
    factories.make_article(title="Walking")
    client.force_login(editor)
    assert len(client.get(f"{LIST}?{query}").context["rows"]) == found


def test_pages_of_the_list_leave_nothing_out_and_lead_back(client: Client, editor: User) -> None:
    for number in range(90):
        factories.make_article(title=f"Zinc {number}", citations={}, authors=[])
    client.force_login(editor)
    pages, query = [], ""
    while query is not None and len(pages) < 9:
        page = client.get(f"{LIST}{query}").context
        pages.append([row.article.pk for row in page["rows"]])
        query, back = page["later"] or None, page["earlier"]
    every = list(Article.objects.order_by("-modified_at", "-pk").values_list("pk", flat=True))
    assert [pk for page in pages for pk in page] == every
    assert [row.article.pk for row in client.get(f"{LIST}{back}").context["rows"]] == pages[1]


def test_a_full_page_of_the_list_is_light(client: Client, editor: User) -> None:
    for number in range(45):
        make_flagged(f"What a long title about zinc and the common cold looks like {number}")
    client.force_login(editor)
    assert len(client.get(LIST).content) < 60_000


def test_what_waits_long_to_be_judged_is_marked(client: Client, author: User, editor: User) -> None:
    waiting, draft = factories.make_article(by=author), factories.make_article(by=author)
    services.submit_for_review(article=waiting, by=author)
    Article.objects.update(modified_at=timezone.now() - timedelta(days=9))
    client.force_login(editor)
    rows = {row.article.pk: row for row in client.get(LIST).context["rows"]}
    assert (rows[waiting.pk].long, rows[draft.pk].long) == (True, False)
    assert rows[waiting.pk].waits.startswith("review")


def test_the_import_stands_beside_the_list(client: Client, author: User, reviewer: User) -> None:
    client.force_login(author)
    assert reverse("newsroom:import") in client.get(LIST).content.decode()
    client.force_login(reviewer)
    assert reverse("newsroom:import") not in client.get(LIST).content.decode()


def test_the_first_page_shows_what_waits_for_its_reader(client: Client, author: User, editor: User) -> None:
    mine = factories.make_article(by=author, title="My own draft")
    factories.make_article(title="Somebody else's draft")
    approved = factories.make_approved_article(title="Approved and waiting")
    factories.assess_as(mine, flags={0: [factories.flag()]})
    client.force_login(author)
    page = client.get("/admin/")
    assert [(row.title, row.blockers) for row in page.context["mine"]] == [("My own draft", 1)]
    assert page.context["approved"] is None
    client.force_login(editor)
    assert list(client.get("/admin/").context["approved"]) == [approved]


def test_the_first_page_greets_somebody_without_any_permission(client: Client) -> None:
    client.force_login(factories.make_user())
    assert client.get("/admin/").status_code == 200


def test_view_on_site_is_offered_only_for_what_readers_can_open(client: Client, editor: User) -> None:
    draft, live = factories.make_article(), factories.make_published_article()
    client.force_login(editor)
    for article, offered in ((draft, False), (live, True)):
        page = client.get(reverse("admin:articles_article_change", args=[article.pk]))
        assert page.context["has_absolute_url"] is offered


@pytest.mark.parametrize("model", ["articles_contributor", "articles_topic", "auth_user", "auth_group"])
def test_every_other_form_opens(model: str, client: Client, superuser: User) -> None:
    client.force_login(superuser)
    assert client.get(reverse(f"admin:{model}_changelist")).status_code == 200
    assert client.get(reverse(f"admin:{model}_add")).status_code == 200
