"""What readers see of people and topics is changed by those who may; accounts are linked by administrators alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles import services
from articles.models import Article, ArticleContributor, Contributor, LogEntry, Topic
from articles.services import people
from tests.articles.factories import (
    assess_as,
    make_approved_article,
    make_article,
    make_contributor,
    make_published_article,
    make_user,
)

pytestmark = pytest.mark.django_db


def in_review(author: User, **kw: Any) -> Any:
    article = assess_as(make_article(by=author, **kw), links={0: ["doe2019"]})
    services.submit_for_review(article=article, by=author)
    return article


# --- Accounts ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("group", ["Authors", "Editors", "Medical reviewers", ""])
def test_nobody_but_an_administrator_links_an_account(group: str) -> None:
    person = make_contributor()
    with pytest.raises(services.NotAllowed, match="Only an administrator"):
        people.link_account(contributor=person, user=make_user(), by=make_user(group))


def test_an_administrator_does_not_link_or_unlink_their_own(superuser: User) -> None:
    with pytest.raises(services.NotAllowed, match="your own account"):
        people.link_account(contributor=make_contributor(), user=superuser, by=superuser)
    with pytest.raises(services.NotAllowed, match="your own account"):
        people.link_account(contributor=make_contributor(user=superuser), user=None, by=superuser)


def test_links_are_on_the_log(superuser: User, editor: User) -> None:
    person = make_contributor()
    people.link_account(contributor=person, user=editor, by=superuser)
    entry = LogEntry.objects.get(action="account-linked")
    assert (entry.actor, entry.data["accounts"], entry.data["after"]) == (superuser, [editor.pk], editor.pk)


@pytest.mark.parametrize("group", ["Authors", "Editors"])
def test_no_form_changes_an_account(group: str, client: Client, editor: User) -> None:
    person = make_contributor(user=editor)
    client.force_login(make_user(group))
    data = {"name": person.name, "slug": person.slug, "interests": "none", "user": ""}
    client.post(f"/admin/articles/contributor/{person.pk}/change/", data)
    person.refresh_from_db()
    assert person.user == editor
    doctor = {"name": "Dr. Famous", "slug": "dr-famous", "interests": "none", "user": make_user("Editors").pk}
    assert client.post("/admin/articles/contributor/add/", doctor).status_code == 302
    assert Contributor.objects.get(slug="dr-famous").user is None


def test_unlinking_an_account_makes_nobody_independent(author: User, editor: User, superuser: User) -> None:
    me = make_contributor(user=editor)
    people.link_account(contributor=me, user=None, by=superuser)
    article = in_review(author, authors=[me])
    with pytest.raises(services.NotAllowed, match="one of its authors"):
        services.approve(article=article, by=editor, version=article.version)


def test_who_was_credited_on_submission_stays_an_author_though_the_link_goes_by_hand(
    author: User, editor: User
) -> None:
    me = make_contributor(user=editor)
    article = in_review(author, authors=[me])
    Contributor.objects.filter(pk=me.pk).update(user=None)
    with pytest.raises(services.NotAllowed, match="one of its authors"):
        services.approve(article=article, by=editor, version=article.version)


# --- People and topics -------------------------------------------------------------------------------------


def test_an_author_does_not_rewrite_a_topic_that_readers_see(client: Client, author: User, editor: User) -> None:
    topic = Topic.objects.create(name="Sleep", slug="sleep")
    make_published_article(topics=[topic])
    url, words = f"/admin/articles/topic/{topic.pk}/change/", {"name": "Turmeric cures cancer", "slug": "sleep"}
    client.force_login(author)
    assert client.post(url, words).status_code == 403
    with pytest.raises(services.NotAllowed, match="an editor changes it"):
        people.save_record(record=topic, by=author, changed=["name"])
    client.force_login(editor)
    assert client.post(url, words | {"name": "Sleep and rest"}).status_code == 302
    topic.refresh_from_db()
    assert topic.name == "Sleep and rest"
    entry = LogEntry.objects.get(action="topic-changed")
    assert (entry.actor, entry.data["before"]["name"], entry.data["after"]["name"]) == (editor, "Sleep", topic.name)


@pytest.mark.parametrize("kind", ["topic", "contributor"])
def test_what_readers_see_keeps_its_address_and_stays(kind: str, client: Client, superuser: User) -> None:
    topic, person = Topic.objects.create(name="Sleep", slug="sleep"), make_contributor(slug="sleep")
    article = make_published_article(topics=[topic], authors=[person])
    article.topics.clear()
    article.credits.all().delete()
    record: Any = topic if kind == "topic" else person
    client.force_login(superuser)
    url = f"/admin/articles/{kind}/{record.pk}"
    client.post(f"{url}/change/", {"name": record.name, "slug": "waking", "interests": "none"})
    record.refresh_from_db()
    assert record.slug == "sleep"
    assert client.post(f"{url}/delete/", {"post": "yes"}).status_code == 403


AROUND: dict[str, Callable[[Topic, Contributor], Any]] = {
    "a topic deleted": lambda topic, person: topic.delete(),
    "all topics deleted": lambda topic, person: Topic.objects.all().delete(),
    "a topic with another address": lambda topic, person: Topic.objects.update(slug="waking"),
    "a person deleted": lambda topic, person: (ArticleContributor.objects.all().delete(), person.delete()),
    "a person with another address": lambda topic, person: Contributor.objects.update(slug="somebody"),
    "a topic moved twice": lambda topic, person: (
        Topic.objects.update(slug="waking"),
        Topic.objects.update(slug="rest"),
    ),
    "a topic moved and then deleted": lambda topic, person: (Topic.objects.update(slug="waking"), topic.delete()),
    "a person moved and then deleted": lambda topic, person: (
        Contributor.objects.update(slug="somebody"),
        ArticleContributor.objects.all().delete(),
        person.delete(),
    ),
    "a topic and a person deleted": lambda topic, person: (
        topic.delete(),
        ArticleContributor.objects.all().delete(),
        person.delete(),
    ),
    "a topic taken off the draft": lambda topic, person: Article.topics.through.objects.all().delete(),
    "a person taken off the draft": lambda topic, person: ArticleContributor.objects.all().delete(),
    "both with another address": lambda topic, person: (
        Topic.objects.update(slug="waking"),
        Contributor.objects.update(slug="somebody"),
    ),
}


@pytest.mark.parametrize("change", AROUND.values(), ids=AROUND)
def test_links_of_live_pages_lead_on_whatever_became_of_the_rows(change: Any, client: Client) -> None:
    topic, person = Topic.objects.create(name="Sleep", slug="sleep"), make_contributor(name="Ann Poe", slug="ann-poe")
    article = make_published_article(topics=[topic], authors=[person])
    change(topic, person)
    page = client.get(article.get_absolute_url()).content.decode()
    for link, name in (("/topics/sleep/", "Sleep"), ("/people/ann-poe/", "Ann Poe")):
        assert f'href="{link}"' in page
        shown = client.get(link)
        assert shown.status_code == 200
        assert f"<h1>{name}" in shown.content.decode()
        assert article.title in shown.content.decode()
    assert client.get("/topics/nothing/").status_code == client.get("/people/nobody/").status_code == 404


def test_an_author_changes_a_topic_that_nobody_sees_yet(client: Client, author: User) -> None:
    topic = Topic.objects.create(name="Slepe", slug="sleep")
    client.force_login(author)
    response = client.post(f"/admin/articles/topic/{topic.pk}/change/", {"name": "Sleep", "slug": "sleep"})
    assert response.status_code == 302
    topic.refresh_from_db()
    assert topic.name == "Sleep"


@pytest.mark.parametrize("kind", ["topic", "person"])
def test_an_approval_ends_when_a_topic_or_a_person_changes(kind: str, author: User, editor: User) -> None:
    topic, person = Topic.objects.create(name="Sleep", slug="sleep"), make_contributor()
    article = make_approved_article(by=author, topics=[topic], authors=[person])
    record: Any = topic if kind == "topic" else person
    record.name = "Another name"
    people.save_record(record=record, by=editor, changed=["name"])
    with pytest.raises(services.PublicationRefused, match="Its approval has ended"):
        services.publish(article=article, by=editor)
    article.refresh_from_db()
    assert (article.status, article.review_revision) == ("draft", None)


@pytest.mark.parametrize("kind", ["topic", "person"])
def test_whoever_changed_it_has_a_share_in_the_draft(kind: str, author: User, editor: User) -> None:
    topic, person = Topic.objects.create(name="Sleep", slug="sleep"), make_contributor()
    article = make_article(by=author, topics=[topic], authors=[person])
    record: Any = topic if kind == "topic" else person
    record.name = "Another name"
    people.save_record(record=record, by=editor, changed=["name"])
    assess_as(article, links={0: ["doe2019"]})
    services.submit_for_review(article=article, by=author)
    with pytest.raises(services.NotAllowed, match="you changed something it rests on"):
        services.approve(article=article, by=editor, version=article.version)
