"""Saving a draft in the newsroom: through the service, assessed after it, and never over somebody else's words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from unittest.mock import patch

import psycopg
import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.urls import reverse

from articles import services
from articles.models import Article, LogEntry, WorkingCopy
from articles.services import log
from tests.articles import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def enqueued() -> Iterator[list[int]]:
    """The articles sent to the worker."""
    sent: list[int] = []
    with patch("articles.newsroom.review_desk.assess_article.delay", lambda article_id: sent.append(article_id)):
        yield sent


def address(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])


def form_of(client: Client, url: str) -> dict[str, Any]:
    """The page's form as the browser would send it back, its drawers opened."""
    context = client.get(url, {"rows": "open"}).context
    data: dict[str, Any] = {}
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.initial_forms]
    for form in forms:
        for field in form:
            value = field.value()
            if value is not None and value is not False:
                data[field.html_name] = value
    return data | {"began_with": context["kept"]["began_with"]}


def asked(response: Any) -> list[Any]:
    """The places that the page between asks about."""
    return list(response.context["questions"])


def words(pieces: Any) -> str:
    return "".join(piece.text for piece in pieces)


def held(response: Any) -> dict[str, Any]:
    """The form of a page between, as the browser would send it back."""
    data: dict[str, Any] = {}
    for name, value in response.context["held"]:
        data.setdefault(name, []).append(value)
    return data


def test_a_place_that_both_changed_is_asked_and_loses_nothing(
    client: Client, author: User, editor: User, enqueued: list[int]
) -> None:
    article = factories.make_article(by=author, body="First line.\n\nSecond line.")
    client.force_login(author)
    mine = form_of(client, address(article)) | {"title": "Mine", "body": "First line.\r\n\r\nMy own second line."}
    factories.edit(article, by=editor, body="First line.\n\nTheir second line.")

    response = client.post(address(article), mine)

    page = response.content.decode()
    assert response.status_code == 200
    article.refresh_from_db()
    assert article.body == "First line.\n\nTheir second line."
    assert "editor saved this article while you were writing" in page
    (question,) = asked(response)
    assert (words(question.mine), words(question.theirs)) == ("My own second line.", "Their second line.")
    assert "<ins>My own</ins>" in page
    assert "<del>Their</del>" in page
    assert enqueued == []
    kept = WorkingCopy.objects.get(article=article, person=author)
    assert (kept.form["title"], kept.form["body"]) == (["Mine"], ["First line.\r\n\r\nMy own second line."])


@pytest.mark.parametrize(
    ("choice", "saved"),
    [
        ("mine", "One. Mine. Three, theirs."),
        ("theirs", "One. Theirs. Three, theirs."),
        ("both", "One. Theirs. Mine. Three, theirs."),
        ("own", "One. Quite other words. Three, theirs."),
    ],
)
def test_what_is_chosen_is_saved_and_what_did_not_touch_comes_in_by_itself(
    client: Client, author: User, editor: User, choice: str, saved: str
) -> None:
    article = factories.make_article(by=author, body="One. Two. Three. Four.")
    client.force_login(author)
    mine = form_of(client, address(article)) | {"body": "One. Mine. Three. Four.", "title": "Mine"}
    factories.edit(article, by=editor, body="One. Theirs. Three. Four, theirs.")
    met = client.post(address(article), mine)
    (question,) = asked(met)
    chosen = {f"choice-{question.name}": choice, f"own-{question.name}": "Quite other words."}
    assert client.post(address(article), held(met) | chosen).status_code == 302
    article.refresh_from_db()
    assert article.body == saved.replace("Three, theirs.", "Three. Four, theirs.")
    assert (article.title, article.version) == ("Mine", 3)
    assert not WorkingCopy.objects.unsaved().exists()


def test_nothing_is_asked_where_two_edits_do_not_touch(client: Client, author: User, editor: User) -> None:
    article = factories.make_article(by=author, body="One. Two. Three.\n\nFour.")
    client.force_login(author)
    mine = form_of(client, address(article)) | {"body": "One, mine. Two. Three.\r\n\r\nFour."}
    factories.edit(article, by=editor, body="One. Two, theirs. Three.\n\nFour.", title="Theirs")
    done = client.post(address(article), mine, follow=True)
    article.refresh_from_db()
    assert (article.title, article.body) == ("Theirs", "One, mine. Two, theirs. Three.\n\nFour.")
    assert "theirs came into the title, the text" in done.content.decode()


def test_a_third_save_in_between_is_asked_again(client: Client, author: User, editor: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    mine = form_of(client, address(article)) | {"body": "My words."}
    factories.edit(article, by=editor, body="Their words.")
    met = client.post(address(article), mine)
    chosen = held(met) | {f"choice-{question.name}": "mine" for question in asked(met)}
    factories.edit(article, by=editor, body="Their newer words.")
    response = client.post(address(article), chosen)
    assert response.status_code == 200
    assert "".join(words(question.theirs) for question in asked(response)) == "Their newer words."
    article.refresh_from_db()
    assert article.body == "Their newer words."


@pytest.mark.django_db(transaction=True)
def test_nobody_can_save_between_the_look_at_the_version_and_the_write(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    mine = form_of(client, address(article)) | {"body": "My words."}
    real, held_back = services.save_draft, []

    def late(**given: Any) -> Article:
        with connect() as other, other.cursor() as cursor:
            cursor.execute("SET lock_timeout = '200ms'")
            with pytest.raises(psycopg.errors.LockNotAvailable):
                cursor.execute("UPDATE articles_article SET title = 'Theirs' WHERE id = %s", [article.pk])
            held_back.append(True)
        return real(**given)

    with patch.object(services, "save_draft", late):
        assert client.post(address(article), mine).status_code == 302
    article.refresh_from_db()
    assert (held_back, article.body) == ([True], "My words.")


def connect() -> psycopg.Connection[Any]:
    place = connection.settings_dict
    return psycopg.connect(
        host=place["HOST"],
        user=place["USER"],
        password=place["PASSWORD"],
        dbname=place["NAME"],
        port=place["PORT"] or None,
    )


def test_a_save_that_changes_nothing_makes_no_version(client: Client, author: User) -> None:
    article = factories.make_article(
        by=author, standfirst=" Spaced. ", harms_covered=False, next_review=date(2027, 1, 2)
    )
    factories.make_disclosure(article=article)
    entries = LogEntry.objects.count()
    client.force_login(author)
    done = client.post(address(article), form_of(client, address(article)), follow=True)
    article.refresh_from_db()
    assert (article.version, LogEntry.objects.count()) == (1, entries)
    assert "Nothing had changed" in done.content.decode()


@pytest.mark.parametrize("row", ["credits", "article_citations", "disclosures"])
def test_a_row_that_is_taken_off_is_a_change(client: Client, author: User, row: str) -> None:
    article = factories.make_article(by=author)
    factories.make_disclosure(article=article)
    client.force_login(author)
    assert (
        client.post(address(article), form_of(client, address(article)) | {f"{row}-0-DELETE": "on"}).status_code == 302
    )
    article.refresh_from_db()
    assert (article.version, getattr(article, row).count()) == (2, 0)


def test_a_save_without_a_version_is_not_made(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    mine = form_of(client, address(article)) | {"body": "My words."}
    del mine["expected_version"], mine["began_with"]
    assert client.post(address(article), mine).status_code == 200
    article.refresh_from_db()
    assert article.body == factories.BODY


def test_a_save_goes_through_the_service_and_to_the_worker(
    client: Client, author: User, enqueued: list[int], django_capture_on_commit_callbacks: Any
) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    mine = form_of(client, address(article)) | {"body": "One.\r\n\r\nTwo."}
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(address(article), mine)
    assert response.status_code == 302
    assert response["Location"] == address(article)
    article.refresh_from_db()
    assert article.body == "One.\n\nTwo."
    assert article.version == 2
    assert article.modified_by == author
    assert enqueued == [article.pk]
    assert LogEntry.objects.filter(article_id=article.pk, action="draft-saved", actor=author).exists()


def test_a_broker_that_is_down_does_not_lose_a_save(
    client: Client, author: User, django_capture_on_commit_callbacks: Any
) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    mine = form_of(client, address(article)) | {"body": "New words."}

    def down(**_: Any) -> None:
        raise ConnectionError("no broker")

    broken = patch("articles.newsroom.review_desk.assess_article.delay", down)
    with broken, django_capture_on_commit_callbacks(execute=True):
        assert client.post(address(article), mine).status_code == 302
    article.refresh_from_db()
    assert article.body == "New words."


def test_a_new_article_is_saved_as_its_writers_own(
    client: Client, author: User, enqueued: list[int], django_capture_on_commit_callbacks: Any
) -> None:
    client.force_login(author)
    url = reverse("admin:articles_article_add")
    data = form_of(client, url) | {"title": "Sleep", "slug": "sleep", "body": "Words.", "market": "US"}
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(url, data)
    article = Article.objects.get()
    assert response["Location"] == address(article)
    assert (article.created_by, article.status, article.version) == (author, "draft", 1)
    assert enqueued == [article.pk]


def test_an_address_that_is_taken_is_refused_beside_its_field(client: Client, author: User) -> None:
    factories.make_article(by=author, slug="sleep")
    client.force_login(author)
    url = reverse("admin:articles_article_add")
    response = client.post(url, form_of(client, url) | {"title": "Sleep", "slug": "sleep", "market": "US"})
    assert response.status_code == 200
    assert "slug" in response.context["adminform"].form.errors


def test_an_answered_disclosure_says_who_answered_it(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    factories.make_disclosure(article=article, tie="", author_tie="")
    client.force_login(author)
    mine = form_of(client, address(article)) | {"disclosures-0-tie": "own", "disclosures-0-author_tie": "None"}
    assert client.post(address(article), mine).status_code == 302
    disclosure = article.disclosures.get()
    assert disclosure.is_answered
    assert disclosure.answered_by == author
    assert disclosure.answered_at is not None


def test_a_day_of_review_does_not_pass_to_another_reviewer(client: Client, author: User, editor: User) -> None:
    reviewed = factories.make_contributor()
    article = factories.make_article(by=author, reviewer=reviewed)
    Article.objects.update(reviewed_on=date(2026, 11, 2))
    log.record(action="medically-reviewed", by=editor, article=article, data={"reviewed_on": "2026-11-02"})
    client.force_login(author)
    mine = form_of(client, address(article))
    [field] = [name for name, value in mine.items() if name.endswith("-contributor") and value == reviewed.pk]
    assert client.post(address(article), mine).status_code == 302
    article.refresh_from_db()
    assert article.reviewed_on == date(2026, 11, 2)
    mine = form_of(client, address(article)) | {field: factories.make_contributor().pk}
    assert client.post(address(article), mine).status_code == 302
    article.refresh_from_db()
    assert article.reviewed_on is None
    assert LogEntry.objects.filter(action="review-forgotten", article_id=article.pk).exists()


def test_a_reviewer_reads_the_page_and_saves_nothing(client: Client, reviewer: User) -> None:
    article = factories.make_article(body="Zinc cures colds.\n\n<script>alert(1)</script>")
    client.force_login(reviewer)
    page = client.get(address(article)).content.decode()
    assert '<mark class="claim claim-none' in page
    assert "<script>alert" not in page
    assert client.post(address(article), {"title": "Other"}).status_code == 403


def test_the_panel_says_reading_until_the_saved_version_is_read(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    status = reverse("newsroom:assessment-status", args=[article.pk])
    assert client.get(status).json() == {"state": "reading", "version": 1}
    assert "Reading version 1" in client.get(address(article)).content.decode()
    factories.assess_as(article, flags={0: [factories.flag()]}, links={0: ["doe2019"]})
    answer = client.get(status).json()
    assert answer["state"] == "read"
    assert "Claim without a source" in answer["html"]
    assert "<b>1</b> blocker" in answer["html"]
    assert answer["lines"]["article_citations"] == "1 work, 1 cited"


def test_the_panel_says_when_the_text_could_not_be_read(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    Article.objects.filter(pk=article.pk).update(assessment_error="ValueError: <b>odd</b>")
    client.force_login(author)
    answer = client.get(reverse("newsroom:assessment-status", args=[article.pk])).json()
    assert answer["state"] == "failed"
    assert "could not be read" in answer["html"]
    assert "<b>odd</b>" not in answer["html"]


def test_the_address_of_a_published_article_stays_whatever_is_posted(
    client: Client, author: User, enqueued: list[int]
) -> None:
    article = factories.make_published_article()
    client.force_login(author)
    kept = article.slug
    client.post(address(article), form_of(client, address(article)) | {"slug": "elsewhere", "title": "New title"})
    article.refresh_from_db()
    assert (article.slug, article.title) == (kept, "New title")
