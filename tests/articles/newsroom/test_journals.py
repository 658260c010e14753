"""The note on questionable journals: on the page of a work and the review desk, for editors, where it is wanted."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Flag
from citations.models import Citation, QuestionableJournal
from citations.services.questionable_journals import folded_name
from tests.articles import factories

pytestmark = pytest.mark.django_db
NOTE = 'data-testid="listed-journals"'


@pytest.fixture
def wanted(settings: Any) -> None:
    settings.QUESTIONABLE_JOURNALS = True


@pytest.fixture
def work() -> Citation:
    QuestionableJournal.objects.create(
        kind="journal",
        name="Journal of Tests",
        folded=folded_name("Journal of Tests"),
        url="http://a.example/",
        list_name="Old <i>list</i>",
        list_date=date(2018, 1, 1),
    )
    return factories.make_citation()


@pytest.fixture
def flag(work: Citation) -> Flag:
    article = factories.make_article(body="Zinc cures colds.", citations={"doe2019": work})
    factories.assess_as(article, flags={0: [factories.flag()]})
    flag = Flag.objects.get()
    flag.claim.links.create(article_citation=article.article_citations.get(), how="marker")
    return flag


def addresses(work: Citation, flag: Flag) -> list[str]:
    return [work.get_absolute_url(), reverse("admin:articles_flag_change", args=[flag.pk])]


def test_they_say_nothing_where_it_is_off(client: Client, editor: User, work: Citation, flag: Flag) -> None:
    client.force_login(editor)
    for address in addresses(work, flag):
        with CaptureQueriesContext(connection) as asked:
            shown = client.get(address)
        assert shown.status_code == 200
        assert NOTE not in shown.content.decode()
        assert not any("questionablejournal" in query["sql"] for query in asked if "SELECT" in query["sql"])


def test_authors_and_readers_see_nothing(wanted: None, client: Client, author: User, flag: Flag) -> None:
    work = flag.article.article_citations.get().citation
    published = factories.make_published_article(citations={"doe2019": work})
    for address in (f"/articles/{published.slug}/", f"/articles/{published.slug}/references/"):
        assert b"Old " not in client.get(address).content
    client.force_login(author)
    for address in addresses(work, flag):
        assert NOTE not in client.get(address).content.decode()


def test_editors_see_the_list_its_day_and_that_it_proves_nothing(
    wanted: None, client: Client, editor: User, work: Citation, flag: Flag
) -> None:
    client.force_login(editor)
    for address in addresses(work, flag):
        shown = client.get(address).content.decode()
        note = shown.split(NOTE)[1].split("</div>")[0]
        for words in ("“Journal of Tests”", "Old &lt;i&gt;list&lt;/i&gt;", "1 January 2018", "old and contested"):
            assert words in note
        assert "respected journal or publisher may have the same name" in note
        assert "<a " not in note


def test_the_list_of_works_asks_nothing_of_it(wanted: None, client: Client, editor: User, work: Citation) -> None:
    client.force_login(editor)
    with CaptureQueriesContext(connection) as asked:
        client.get("/admin/citations/citation/")
    assert not any("citations_questionablejournal" in query["sql"] for query in asked)


def test_the_review_desk_asks_once_whatever_the_number_of_sources(
    wanted: None, client: Client, editor: User, flag: Flag
) -> None:
    for number in range(4):
        other = flag.article.article_citations.create(citation=factories.make_citation(), key=f"own{number}", order=9)
        flag.claim.links.create(article_citation=other, how="marker")
    client.force_login(editor)
    with CaptureQueriesContext(connection) as asked:
        shown = client.get(reverse("admin:articles_flag_change", args=[flag.pk]))
    assert shown.content.count(b"which stands on the list") == 5
    assert sum('FROM "citations_questionablejournal"' in query["sql"] for query in asked) == 1
