"""Who may reach what in the newsroom: refusals, for everybody and every address."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client
from django.urls import NoReverseMatch, reverse

from articles import services
from articles.models import Article, Decision, Flag
from articles.newsroom.workflow import ACTS
from tests.articles import factories

pytestmark = pytest.mark.django_db

READ = (
    "admin:index",
    "admin:articles_article_changelist",
    "admin:articles_flag_changelist",
    "admin:articles_contributor_changelist",
    "admin:articles_topic_changelist",
    "admin:articles_revision_changelist",
    "admin:articles_logentry_changelist",
    "admin:citations_citation_changelist",
    "admin:products_product_changelist",
)


@pytest.fixture
def flagged() -> Article:
    return factories.assess_as(factories.make_article(), flags={0: [factories.flag()]})


def sign_in(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def acts(article: Article) -> list[tuple[str, dict[str, Any]]]:
    """Every address that changes something, with data that would do."""
    flag = Flag.objects.get(article=article)
    given = {"note": "", "reason": "A reason that is long enough", "version": article.version}
    given["at"] = "2099-01-01T10:00"
    citation = article.article_citations.get()
    return [
        *((reverse("newsroom:act", args=[article.pk, verb]), given) for verb in ACTS),
        (reverse("newsroom:decide", args=[flag.pk]), {"verdict": "accept", "reason": "A long enough reason"}),
        (reverse("newsroom:link", args=[flag.pk]), {"article_citation": citation.pk}),
        (reverse("newsroom:import"), {"text": "A title\n\nA text.", "title": "A title", "save": "1"}),
        (reverse("admin:articles_article_add"), {"title": "New"}),
        (reverse("admin:articles_article_change", args=[article.pk]), {"title": "New"}),
    ]


def everything() -> tuple[Any, ...]:
    return (
        list(Article.objects.order_by("pk").values_list("pk", "title", "status", "version")),
        list(Flag.objects.order_by("pk").values_list("pk", "state")),
        Decision.objects.count(),
    )


def test_strangers_change_nothing_and_are_sent_to_sign_in(client: Client, flagged: Article, stranger: User) -> None:
    before = everything()
    known = sign_in(Client(), stranger)
    for address, data in acts(flagged):
        response = client.post(address, data)
        assert response.status_code == 403, address
        assert "/admin/login/" in response.content.decode(), "what was typed is kept, and a log-in offered"
        response = known.post(address, data)
        assert response.status_code == 302, address
        assert response["Location"].startswith("/admin/login/"), address
    assert everything() == before


def test_staff_without_any_permission_change_nothing(client: Client, flagged: Article) -> None:
    before = everything()
    sign_in(client, factories.make_user())
    for address, data in acts(flagged):
        response = client.post(address, data)
        assert response.status_code == 403, address
        assert "Walking eased" not in response.content.decode(), "a refusal tells nothing of the draft"
        assert flagged.title not in response.content.decode()
    assert everything() == before


@pytest.mark.parametrize("name", READ)
def test_lists_are_for_staff_with_permission(name: str, client: Client, author: User, stranger: User) -> None:
    address = reverse(name)
    assert client.get(address).status_code == 302
    assert sign_in(Client(), stranger).get(address).status_code == 302
    assert sign_in(Client(), author).get(address).status_code == 200


def test_the_forms_of_others_are_not_even_shown(client: Client, flagged: Article, reviewer: User) -> None:
    sign_in(client, reviewer)
    for address in (
        reverse("newsroom:import"),
        reverse("newsroom:cite", args=[flagged.pk]),
        reverse("admin:articles_article_add"),
        reverse("admin:citations_citation_add"),
        reverse("admin:auth_user_changelist"),
        reverse("admin:auth_group_changelist"),
    ):
        assert client.get(address).status_code == 403, address


def test_authors_cannot_do_what_editors_do(client: Client, flagged: Article, author: User) -> None:
    sign_in(client, author)
    allowed = {"submit", "take-back"}
    for verb in set(ACTS) - allowed:
        data = {
            "reason": "A reason that is long enough",
            "version": flagged.version,
            "read": "on",
            "at": "2099-01-01T10:00",
        }
        response = client.post(reverse("newsroom:act", args=[flagged.pk, verb]), data)
        assert response.status_code == 403, verb
    flag = Flag.objects.get(article=flagged)
    data = {"verdict": "accept", "reason": "It is well known to everybody."}
    assert client.post(reverse("newsroom:decide", args=[flag.pk]), data).status_code == 403
    flag.refresh_from_db()
    assert flag.state == Flag.State.OPEN


def test_buttons_are_posted_and_never_followed(client: Client, flagged: Article, superuser: User) -> None:
    sign_in(client, superuser)
    for verb in ACTS:
        assert client.get(reverse("newsroom:act", args=[flagged.pk, verb])).status_code == 405
    flag = Flag.objects.get(article=flagged)
    assert client.get(reverse("newsroom:decide", args=[flag.pk])).status_code == 405
    assert client.get(reverse("newsroom:link", args=[flag.pk])).status_code == 405


def test_posts_without_the_form_token_are_refused(flagged: Article, superuser: User) -> None:
    before = everything()
    client = sign_in(Client(enforce_csrf_checks=True), superuser)
    for address, data in acts(flagged):
        assert client.post(address, data).status_code == 403, address
    assert everything() == before


def test_the_log_and_revisions_are_read_only_even_for_superusers(client: Client, superuser: User) -> None:
    article = factories.make_published_article()
    sign_in(client, superuser)
    for model, pk in (("revision", article.live_revision_id), ("logentry", None)):
        assert client.get(reverse(f"admin:articles_{model}_add")).status_code == 403
        if pk:
            change = reverse(f"admin:articles_{model}_change", args=[pk])
            assert client.get(change).status_code == 200
            assert client.post(change, {"title": "Other"}).status_code == 403
            assert client.post(reverse(f"admin:articles_{model}_delete", args=[pk])).status_code == 403


def test_flags_are_neither_added_nor_deleted_by_hand(client: Client, flagged: Article, superuser: User) -> None:
    flag = Flag.objects.get(article=flagged)
    sign_in(client, superuser)
    assert client.get(reverse("admin:articles_flag_add")).status_code == 403
    assert client.post(reverse("admin:articles_flag_delete", args=[flag.pk])).status_code == 403
    data = {"action": "delete_selected", "_selected_action": [flag.pk], "post": "yes"}
    client.post(reverse("admin:articles_flag_changelist"), data)
    assert Flag.objects.filter(pk=flag.pk).exists()


def test_an_article_with_revisions_is_not_deleted(client: Client, superuser: User) -> None:
    article = factories.make_published_article()
    sign_in(client, superuser)
    response = client.post(reverse("admin:articles_article_delete", args=[article.pk]), {"post": "yes"})
    assert response.status_code == 403
    assert Article.objects.filter(pk=article.pk).exists()


def test_a_draft_that_somebody_decided_on_is_kept_and_every_role_is_told_why(
    client: Client, flagged: Article, superuser: User, editor: User, author: User, reviewer: User
) -> None:
    services.decide_flag(flag=flagged.flags.get(), by=editor, verdict="ask-source", reason="Say where this is from.")
    address = reverse("admin:articles_article_delete", args=[flagged.pk])
    for person in (superuser, editor, author, reviewer):
        sign_in(client, person)
        for response in (client.get(address), client.post(address, {"post": "yes"})):
            assert response.status_code == 403
            assert "cannot be deleted" in response.content.decode(), person
        page = client.get(reverse("admin:articles_article_change", args=[flagged.pk])).content.decode()
        assert address not in page
    assert Article.objects.filter(pk=flagged.pk).exists()


def test_a_draft_that_only_the_engine_read_is_deleted_by_who_may(client: Client, superuser: User) -> None:
    article = factories.assess_as(factories.make_article(), flags={0: [factories.flag()]})
    sign_in(client, superuser)
    address = reverse("admin:articles_article_delete", args=[article.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, {"post": "yes"}).status_code == 302
    assert not Article.objects.filter(pk=article.pk).exists()
    call_command("verify_log", stdout=StringIO())


def test_the_addresses_of_markdownx_itself_are_mounted_nowhere(client: Client, superuser: User) -> None:
    sign_in(client, superuser)
    for name in ("markdownx_markdownify", "markdownx_upload"):
        with pytest.raises(NoReverseMatch):
            reverse(name)
    for address in ("/markdownx/markdownify/", "/markdownx/upload/", "/markdownx/"):
        assert client.post(address).status_code == 404


def test_a_draft_is_shown_as_readers_will_see_it_to_the_newsroom_alone(
    client: Client, flagged: Article, stranger: User, author: User
) -> None:
    address = reverse("newsroom:reading", args=[flagged.pk])
    assert client.get(address).status_code == 302
    assert sign_in(Client(), stranger).get(address).status_code == 302
    assert sign_in(Client(), factories.make_user()).get(address).status_code == 403
    response = sign_in(Client(), author).get(address)
    assert response.status_code == 200
    assert flagged.title in response.content.decode()
    assert not flagged.revisions.exists()


def test_a_draft_that_was_not_read_yet_is_shown_with_its_own_marks_and_stays_unread(
    client: Client, author: User
) -> None:
    article = factories.make_article(by=author, body="Zinc cures colds.")
    page = sign_in(client, author).get(reverse("newsroom:reading", args=[article.pk])).content.decode()
    assert '<mark class="claim claim-none' in page
    article.refresh_from_db()
    assert not article.is_assessed
    assert not article.flags.exists()


def test_whether_the_engine_has_read_is_told_to_the_newsroom_alone(
    client: Client, flagged: Article, stranger: User, author: User
) -> None:
    address = reverse("newsroom:assessment-status", args=[flagged.pk])
    assert client.get(address).status_code == 403
    assert sign_in(Client(), stranger).get(address).status_code == 403
    assert sign_in(Client(), factories.make_user()).get(address).status_code == 403
    assert sign_in(Client(), author).get(address).json()["state"] == "read"
