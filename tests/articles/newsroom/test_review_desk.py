"""The review desk: what is refused, what a decision does, and that its list asks a constant number of questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, ClaimLink, Decision, Flag
from tests.articles import factories

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/flag/"


@pytest.fixture
def enqueued() -> Iterator[list[int]]:
    sent: list[int] = []
    with patch("articles.newsroom.review_desk.assess_article.delay", lambda article_id: sent.append(article_id)):
        yield sent


@pytest.fixture
def article() -> Article:
    body = "Zinc cures colds.\nZinc prevents flu."
    article = factories.make_article(body=body, citations={"doe2019": factories.make_citation()})
    return factories.assess_as(article, flags={0: [factories.flag()], 1: [factories.flag("overstated", "warning")]})


def page_of(flag: Flag) -> str:
    return reverse("admin:articles_flag_change", args=[flag.pk])


def decide(client: Client, flag: Flag, **data: Any) -> Any:
    return client.post(reverse("newsroom:decide", args=[flag.pk]), data)


def test_a_decision_without_a_reason_is_refused(client: Client, editor: User, article: Article) -> None:
    flag = Flag.objects.blockers().get()
    client.force_login(editor)
    for reason in ("", "  ", "short"):
        response = decide(client, flag, verdict="accept", reason=reason)
        assert response.status_code in (400, 409)
        assert "reason" in response.content.decode()
    assert not Decision.objects.exists()


def test_an_unknown_decision_is_refused(client: Client, editor: User, article: Article) -> None:
    flag = Flag.objects.blockers().get()
    client.force_login(editor)
    assert decide(client, flag, verdict="delete", reason="A long enough reason").status_code == 400


def test_a_medical_reviewer_does_not_override_a_blocker(client: Client, reviewer: User, article: Article) -> None:
    flag = Flag.objects.blockers().get()
    client.force_login(reviewer)
    response = decide(client, flag, verdict="accept", reason="A long enough reason")
    assert response.status_code == 403
    assert "You may not accept a blocker" in response.content.decode()
    assert not Decision.objects.exists()


def test_an_author_who_edits_does_not_override_their_own_blocker(
    client: Client, editor: User, article: Article
) -> None:
    article.credits.update(contributor=factories.make_contributor(user=editor))
    client.force_login(editor)
    response = decide(client, Flag.objects.blockers().get(), verdict="accept", reason="A long enough reason")
    assert response.status_code == 403


def test_a_work_of_another_article_is_not_linked(
    client: Client, editor: User, article: Article, enqueued: list[int]
) -> None:
    flag = Flag.objects.blockers().get()
    other = factories.make_article().article_citations.get()
    client.force_login(editor)
    response = client.post(reverse("newsroom:link", args=[flag.pk]), {"article_citation": other.pk})
    assert response.status_code == 400
    assert not ClaimLink.objects.exists()
    assert enqueued == []


def test_a_flag_that_is_not_there_is_not_found(client: Client, editor: User) -> None:
    client.force_login(editor)
    for pk in ("999999", "x", "9" * 30):
        assert client.get(f"{LIST}{pk}/change/").status_code == 404


def test_an_editor_accepts_a_blocker_with_a_reason(client: Client, editor: User, article: Article) -> None:
    flag = Flag.objects.blockers().get()
    client.force_login(editor)
    response = decide(client, flag, verdict="accept", reason="Common knowledge in this field.")
    assert response["Location"] == page_of(flag)
    flag.refresh_from_db()
    assert flag.state == Flag.State.ACCEPTED
    assert flag.decisions.get().person == editor
    assert "Common knowledge in this field." in client.get(page_of(flag)).content.decode()


def test_a_claim_is_tied_to_a_citation_and_read_again(
    client: Client,
    editor: User,
    article: Article,
    enqueued: list[int],
    django_capture_on_commit_callbacks: Any,
) -> None:
    flag = Flag.objects.blockers().get()
    client.force_login(editor)
    data = {"article_citation": article.article_citations.get().pk}
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("newsroom:link", args=[flag.pk]), data)
    assert response["Location"] == reverse("admin:articles_article_change", args=[article.pk])
    link = ClaimLink.objects.get()
    assert (link.how, link.made_by, link.claim) == ("editor", editor, flag.claim)
    assert enqueued == [article.pk]


def test_suggested_citations_come_first(client: Client, editor: User) -> None:
    works = {"alpha": factories.make_citation(), "beta": factories.make_citation()}
    article = factories.make_article(body="Zinc cures colds.", citations=works)
    factories.assess_as(article, flags={0: [factories.flag()]})
    flag = Flag.objects.get()
    assert flag.claim is not None
    flag.claim.suggested = ["beta"]
    flag.claim.save()
    client.force_login(editor)
    form = client.get(page_of(flag)).context["link_form"]
    first = next(iter(form.fields["article_citation"].choices))[0]
    assert first == article.article_citations.get(key="beta").pk


def test_the_page_shows_the_sentence_in_its_paragraph_and_runs_nothing(client: Client, editor: User) -> None:
    article = factories.make_article(body="Zinc <script>alert(1)</script> cures colds.")
    factories.assess_as(article, flags={0: [factories.flag()]})
    client.force_login(editor)
    page = client.get(page_of(Flag.objects.get())).content.decode()
    assert "<mark>Zinc &lt;script&gt;" in page
    assert "<script>alert(1)" not in page


def test_open_flags_come_first_and_worst_first(client: Client, editor: User, article: Article) -> None:
    client.force_login(editor)
    rows = list(client.get(LIST).context["cl"].result_list)
    assert [row.severity for row in rows] == ["blocker", "warning"]
    decide(client, rows[0], verdict="accept", reason="Common knowledge in this field.")
    assert [row.severity for row in client.get(LIST).context["cl"].result_list] == ["warning"]
    assert len(client.get(f"{LIST}?state=accepted").context["cl"].result_list) == 1
    assert len(client.get(f"{LIST}?state=all").context["cl"].result_list) == 2


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("severity__exact=blocker", 1),
        ("code=overstated", 1),
        ("code=retracted-source", 0),
        ("q=flu", 1),
        ("q=nothing+of+the+kind", 0),
        ("q=%00", 2),
    ],
)
def test_the_desk_filters_and_finds(query: str, found: int, client: Client, editor: User, article: Article) -> None:
    client.force_login(editor)
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 200
    assert len(response.context["cl"].result_list) == found


def questions(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_desk_asks_as_many_questions_for_forty_flags_as_for_two(
    client: Client, editor: User, article: Article
) -> None:
    client.force_login(editor)
    few = questions(client, LIST)
    body = "\n".join(f"Zinc cures cold number {number}." for number in range(20))
    for _ in range(2):
        more = factories.make_article(body=body)
        links = {index: ["doe2019"] for index in range(20)}
        factories.assess_as(more, flags={index: [factories.flag()] for index in range(20)}, links=links)
    assert len(client.get(LIST).context["cl"].result_list) == 42
    assert questions(client, LIST) == few


def test_an_article_page_asks_as_many_questions_for_forty_flags_as_for_two(
    client: Client, editor: User, article: Article
) -> None:
    client.force_login(editor)
    few = questions(client, reverse("admin:articles_article_change", args=[article.pk]))
    body = "\n".join(f"Zinc cures cold number {number}." for number in range(40))
    more = factories.make_article(body=body)
    factories.assess_as(more, flags={index: [factories.flag()] for index in range(40)})
    assert questions(client, reverse("admin:articles_article_change", args=[more.pk])) == few


def test_a_flag_page_asks_as_many_questions_for_a_long_paragraph(
    client: Client, editor: User, article: Article
) -> None:
    client.force_login(editor)
    few = questions(client, page_of(Flag.objects.blockers().get()))
    works = {f"work{number}": factories.make_citation() for number in range(15)}
    more = factories.make_article(body="Zinc cures.", citations=works)
    flags = [factories.flag(), factories.flag("overstated", "warning")]
    factories.assess_as(more, flags={0: flags}, links={0: list(works)[:10]})
    assert questions(client, page_of(Flag.objects.blockers().get(article=more))) == few
