"""The first page says what waits on whom, and the article's page what was said."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from articles import services
from articles.models import Article
from articles.services import conversation
from citations.models import Citation
from tests.articles import factories

pytestmark = pytest.mark.django_db
HOME = reverse("admin:index")


def home(client: Client, person: User) -> Any:
    client.force_login(person)
    return client.get(HOME)


def sent_back(author: User, editor: User) -> Article:
    article = factories.make_article(by=author)
    services.submit_for_review(article=article, by=author, note="Mice named.")
    services.request_changes(article=article, by=editor, reason="Two blockers are not settled.")
    return article


def test_somebody_without_a_part_sees_no_list(client: Client, stranger: User) -> None:
    assert b"Waiting on you" not in home(client, stranger).content


def test_the_reason_for_changes_stands_on_the_authors_first_page_and_on_the_articles(
    client: Client, author: User, editor: User
) -> None:
    article = sent_back(author, editor)
    page = home(client, author).content.decode()
    assert "editor asks for changes" in page
    assert "Two blockers are not settled." in page
    shown = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    assert "Two blockers are not settled." in shown
    assert "Two blockers are not settled." not in home(client, editor).content.decode()


def test_a_submission_leads_whoever_may_approve_to_the_page_for_it(client: Client, author: User, editor: User) -> None:
    article = factories.make_article(by=author)
    day = timezone.localdate() + timedelta(days=2)
    services.submit_for_review(article=article, by=author, note="Mice named.", due=day)
    page = home(client, editor)
    (row,) = page.context["waiting"]
    assert row.address == reverse("newsroom:approving", args=[article.pk])
    assert f'datetime="{day.isoformat()}"' in page.content.decode()


def test_what_is_scheduled_fell_back_or_is_overdue_stands_there(client: Client, author: User, editor: User) -> None:
    late = factories.make_published_article(by=author, next_review=timezone.localdate() - timedelta(days=1))
    timed = factories.make_approved_article(by=author)
    services.schedule(article=timed, by=editor, at=timezone.now() + timedelta(days=1))
    fell = factories.make_approved_article(by=author)
    Citation.objects.filter(articles=fell).update(design="animal")
    services.end_changed_approvals()
    context = home(client, editor).context
    assert [row.pk for row in context["overdue"]] == [late.pk]
    assert [row.pk for row in context["scheduled"]] == [timed.pk]
    assert [row.article.pk for row in context["fallen"]] == [fell.pk]
    services.submit_for_review(article=fell, by=author)
    assert home(client, editor).context["fallen"] == []


def test_the_number_of_queries_does_not_grow(client: Client, author: User, editor: User) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as found:
            home_again = client.get(HOME)
        assert home_again.status_code == 200
        return len(found)

    sent_back(author, editor)
    home(client, author)
    few = queries()
    for _ in range(12):
        article = sent_back(author, editor)
        conversation.say(article=article, by=editor, text=f"@{author.username}?")
    assert queries() == few


def test_the_conversation_takes_as_many_queries_for_many_threads(client: Client, author: User, editor: User) -> None:
    body = "\n".join(f"Sentence {number} is a claim." for number in range(12))
    article = factories.assess_as(factories.make_article(by=author, body=body))
    claims = list(article.claims.order_by("index"))
    address = reverse("newsroom:talk", args=[article.pk])
    client.force_login(author)

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            assert client.get(address).status_code == 200
        return len(found)

    for claim in claims[:2]:
        conversation.say(article=article, by=editor, text=f"@{author.username}?", claim=claim)
    client.get(address)
    few = queries()
    for claim in claims[2:]:
        conversation.say(article=article, by=editor, text=f"@{author.username}?", claim=claim)
    assert queries() == few


def test_how_one_is_told_is_chosen_there(client: Client, author: User) -> None:
    client.force_login(author)
    client.post(reverse("newsroom:letters"), {"letters": "daily"})
    assert home(client, author).context["letters"] == "daily"


def test_a_published_article_that_moved_on_says_so_in_list_and_page(client: Client, author: User) -> None:
    live = factories.make_published_article(by=author)
    client.force_login(author)
    addresses = (reverse("admin:articles_article_changelist"), reverse("admin:articles_article_change", args=[live.pk]))
    for address in addresses:
        assert "changed since" not in client.get(address).content.decode().lower()
    factories.edit(live, by=author, body="Other words.")
    for address in addresses:
        assert "published, changed since" in client.get(address).content.decode().lower()


# --- Talking -----------------------------------------------------------------------------------------------


def say(client: Client, article: Article, text: str, prefix: str = "new", **data: Any) -> Any:
    sent = {f"{prefix}-text": text, **{f"{prefix}-{name}": value for name, value in data.items() if name != "thread"}}
    sent |= {"thread": data["thread"]} if "thread" in data else {}
    return client.post(reverse("newsroom:talk", args=[article.pk]), sent)


def test_what_could_not_be_said_is_still_in_the_form(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    refused = say(client, article, "@nobody, is this so?")
    assert refused.status_code == 409
    assert "Nobody in the newsroom is called" in refused.content.decode()
    assert "@nobody, is this so?" in refused.content.decode()
    assert say(client, article, "").status_code == 400


def test_something_said_stands_in_its_thread_and_tags_stay_words(client: Client, author: User, editor: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    assert say(client, article, "<b>Zinc</b> https://a.example @editor", asked=[editor.pk]).status_code == 302
    page = client.get(reverse("newsroom:talk", args=[article.pk])).content.decode()
    assert "&lt;b&gt;Zinc&lt;/b&gt;" in page
    assert '<b class="called">@editor</b>' in page
    assert 'href="https://a.example"' in page
    assert "Waits for an answer from <strong>editor</strong>" in page


def test_threads_and_questions_are_settled_from_the_page(client: Client, author: User, editor: User) -> None:
    article = factories.make_article(by=author)
    entry = conversation.say(article=article, by=author, text="Why?", asked=[editor])
    client.force_login(editor)
    ask = entry.asks.get()
    day = timezone.localdate() + timedelta(days=3)
    client.post(reverse("newsroom:due", args=[ask.pk]), {"due": day.isoformat()})
    ask.refresh_from_db()
    assert ask.due == day
    assert client.post(reverse("newsroom:due", args=[ask.pk]), {"due": "soon"}).status_code == 400
    client.post(reverse("newsroom:settle", args=[ask.pk]), {"next": "https://evil.example/"})
    client.post(reverse("newsroom:resolve", args=[entry.thread_id]))
    entry.thread.refresh_from_db()
    assert not entry.thread.is_open
