"""What is typed is kept before it is saved: by whom it may be, the newest of two, and back in the form."""

from __future__ import annotations

import json
import time
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.idle_sessions import SEEN
from articles.models import Article, LogEntry, ShownDraft, WorkingCopy
from articles.services import working_copies
from tests.articles import factories
from tests.articles.admin.test_saving import address, asked, form_of

pytestmark = pytest.mark.django_db
TAB = "tab-of-this-test"


@pytest.fixture
def article(author: User) -> Article:
    return factories.make_article(by=author, body="One. Two. Three.")


def send(client: Client, article: Article | None, beat: bool = False, **given: Any) -> Any:
    said = {"tab": TAB, "serial": 1, "version": 1, "form": {"body": ["Typed."]}} | given
    url = reverse("newsroom:keep", args=[article.pk]) if article else reverse("newsroom:keep-new")
    headers = {"X-Beat": "1"} if beat else {}
    return client.post(url, json.dumps(said), content_type="application/json", headers=headers)


def left(client: Client, article: Article, **changes: Any) -> None:
    """Types into the form as it is, and closes the tab."""
    form = {name: [str(value)] for name, value in form_of(client, address(article)).items() if name != "topics"}
    form |= {name: [value] for name, value in changes.items()}
    assert send(client, article, form=form, left=True).json()["kept"]


def test_it_refuses_whoever_may_not_write(client: Client, article: Article, reviewer: User, stranger: User) -> None:
    for person in (reviewer, stranger):
        client.force_login(person)
        for where in (article, None):
            assert send(client, where).status_code == 403
    client.logout()
    answer = send(client, article)
    assert (answer.status_code, "signed out" in answer.json()["error"]) == (403, True)
    assert not WorkingCopy.objects.exists()


@pytest.mark.parametrize(
    "given",
    [
        {"form": ["body"]},
        {"form": {"body": "Typed."}},
        {"form": {"body": ["a\0b"]}},
        {"serial": -1},
        {"serial": "1"},
        {"version": 2**70},
        {"tab": "short"},
        {"tab": None},
    ],
)
def test_it_refuses_what_is_no_message(client: Client, article: Article, author: User, given: dict[str, Any]) -> None:
    client.force_login(author)
    assert send(client, article, **given).status_code == 400
    assert not WorkingCopy.objects.exists()


def test_it_refuses_more_than_a_draft_may_hold(client: Client, article: Article, author: User, settings: Any) -> None:
    settings.IMPORT_MAX_KB = 1
    client.force_login(author)
    assert send(client, article, form={"body": ["x" * 5000]}).status_code == 413


def test_of_two_messages_the_newer_is_kept_whichever_comes_last(client: Client, article: Article, author: User) -> None:
    client.force_login(author)
    assert send(client, article, serial=9, form={"body": ["Newer."]}).json()["kept"]
    assert not send(client, article, serial=5, form={"body": ["Older."]}).json()["kept"]
    assert WorkingCopy.objects.get().form == {"body": ["Newer."]}


def test_keeping_is_no_version_and_nothing_on_the_log(client: Client, article: Article, author: User) -> None:
    entries = LogEntry.objects.count()
    client.force_login(author)
    send(client, article)
    article.refresh_from_db()
    assert (article.version, article.body, LogEntry.objects.count()) == (1, "One. Two. Three.", entries)


def test_what_was_on_its_way_when_the_form_was_saved_changes_nothing(
    client: Client, article: Article, author: User
) -> None:
    client.force_login(author)
    mine = form_of(client, address(article)) | {"body": "Saved.", "working_tab": TAB, "working_serial": "20"}
    send(client, article, serial=10)
    assert client.post(address(article), mine).status_code == 302
    send(client, article, serial=15, form={"body": ["Late."]})
    assert not WorkingCopy.objects.unsaved().exists()


def test_nobody_gets_the_words_of_somebody_else(client: Client, article: Article, author: User, editor: User) -> None:
    client.force_login(author)
    left(client, article, body="Mine alone.")
    copy = WorkingCopy.objects.get()
    client.force_login(editor)
    for query in ("", f"?copy={copy.pk}"):
        assert "Mine alone." not in client.get(address(article) + query).content.decode()
    client.post(reverse("newsroom:discard-copy", args=[copy.pk]))
    assert WorkingCopy.objects.filter(pk=copy.pk).exists()


def test_words_come_back_with_what_a_colleague_saved_meanwhile(
    client: Client, article: Article, author: User, editor: User
) -> None:
    client.force_login(author)
    left(client, article, body="One, mine. Two. Three.")
    factories.edit(article, by=editor, body="One. Two. Three, theirs.")
    page = client.get(address(article))
    assert page.context["adminform"].form["body"].value() == "One, mine. Two. Three, theirs."
    assert "does not touch is put together" in page.content.decode()
    assert not page.context["adminform"].form.errors
    assert client.post(address(article), form_of(client, address(article))).status_code == 302
    article.refresh_from_db()
    assert article.body == "One, mine. Two. Three, theirs."


def test_where_a_colleague_changed_the_same_saving_what_came_back_asks(
    client: Client, article: Article, author: User, editor: User
) -> None:
    client.force_login(author)
    left(client, article, body="One, mine. Two. Three.")
    factories.edit(article, by=editor, body="One, theirs. Two. Three.")
    back = form_of(client, address(article))
    assert back["body"] == "One, mine. Two. Three."
    assert len(asked(client.post(address(article), back))) == 1


def test_words_that_are_what_stands_are_no_longer_waiting(client: Client, article: Article, author: User) -> None:
    client.force_login(author)
    left(client, article)
    assert "are back" not in client.get(address(article)).content.decode()
    assert not WorkingCopy.objects.unsaved().exists()


def test_an_article_that_was_never_saved_comes_back(client: Client, author: User) -> None:
    client.force_login(author)
    add = reverse("admin:articles_article_add")
    form = {name: [str(value)] for name, value in form_of(client, add).items() if name != "topics"}
    assert send(client, None, version=0, form=form | {"title": ["A new one"], "body": ["Words."]}, left=True).json()[
        "kept"
    ]
    page = client.get(add)
    assert page.context["adminform"].form["title"].value() == "A new one"
    data = form_of(client, add) | {"slug": "a-new-one", "working_tab": TAB, "working_serial": "30"}
    assert client.post(add, data).status_code == 302
    assert Article.objects.get().body == "Words."
    assert not WorkingCopy.objects.unsaved().exists()


def test_who_is_here_is_told_and_who_left_is_not(client: Client, article: Article, author: User, editor: User) -> None:
    copies = [
        WorkingCopy.objects.create(article=article, person=editor, tab="open-page-1"),
        WorkingCopy.objects.create(article=article, person=author, tab="closed-page", left=True),
    ]
    client.force_login(author)
    assert "editor is here" in send(client, article, form=None).json()["present"]
    WorkingCopy.objects.filter(pk=copies[0].pk).update(seen_at=timezone.now() - timedelta(minutes=2))
    assert send(client, article, form=None).json()["present"] == ""


def test_a_page_that_beats_by_itself_keeps_no_session_alive(client: Client, article: Article, author: User) -> None:
    client.force_login(author)
    session = client.session
    session[SEEN] = before = time.time() - 600
    session["session_begun"] = before
    session.save()
    send(client, article, beat=True, form=None)
    assert client.session[SEEN] == before
    send(client, article)
    assert client.session[SEEN] > before


def test_who_is_logged_in_and_the_token_are_told(client: Client, author: User) -> None:
    url = reverse("newsroom:session")
    assert client.get(url).json() == {"person": None}
    client.force_login(author)
    answer = client.get(url).json()
    assert (answer["person"], bool(answer["token"])) == (author.pk, True)


def test_old_copies_go_and_new_ones_stay(article: Article, author: User) -> None:
    now = timezone.now()
    for number, (days, form) in enumerate([(91, {"body": ["x"]}), (2, None), (80, {"body": ["y"]}), (0, None)]):
        seen = now - timedelta(days=days)
        WorkingCopy.objects.create(article=article, person=author, tab=f"page-{number}", form=form, seen_at=seen)
    ShownDraft.objects.create(article=article, digest="old", state={}, shown_at=now - timedelta(days=91))
    assert working_copies.sweep(now=now) == 3
    assert sorted(WorkingCopy.objects.values_list("tab", flat=True)) == ["page-2", "page-3"]


def test_one_person_has_few_pages_of_one_article(article: Article, author: User) -> None:
    for number in range(working_copies.PAGES + 3):
        working_copies.keep(article=article, by=author, tab=f"page-{number:02}", serial=1, form={"body": ["x"]})
    assert WorkingCopy.objects.count() == working_copies.PAGES
    assert not WorkingCopy.objects.filter(tab="page-00").exists()


@pytest.mark.django_db(transaction=True)
def test_an_article_that_is_deleted_in_the_same_moment_is_told_to_be_gone(
    client: Client, author: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = factories.make_article(by=author)

    def meanwhile(*given: Any) -> None:
        Article.objects.filter(pk=article.pk).delete()

    monkeypatch.setattr(working_copies, "require_writing", meanwhile)
    client.force_login(author)
    answer = send(client, article)
    assert answer.status_code == 404
    assert "deleted meanwhile" in answer.json()["error"]
    assert not WorkingCopy.objects.exists()
