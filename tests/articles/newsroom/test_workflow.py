"""The buttons of an article's page: what stands in the way is said, and each act is one service call."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import NoReverseMatch, reverse

from articles import services
from articles.models import Article, Flag
from articles.newsroom.hindrances import hindrances
from articles.newsroom.workflow import buttons
from tests.articles import factories

pytestmark = pytest.mark.django_db


def act(client: Client, article: Article, verb: str, **data: Any) -> Any:
    return client.post(reverse("newsroom:act", args=[article.pk, verb]), data)


def status_of(article: Article) -> str:
    article.refresh_from_db()
    return article.status


def verbs(article: Article, user: User) -> set[str]:
    article.refresh_from_db()
    return {button.act.verb for button in buttons(article, user)}


def test_publishing_is_refused_with_every_obstacle(client: Client, editor: User) -> None:
    article = factories.make_article(authors=[], body="Zinc cures colds.\nZinc prevents flu.")
    article = factories.assess_as(article, flags={0: [factories.flag()], 1: [factories.flag("overstated")]})
    client.force_login(editor)
    response = act(client, article, "publish")
    assert response.status_code == 409
    page = response.content.decode()
    assert [row["code"] for row in response.context["obstacles"]] == [
        "no-author",
        "missing-citation",
        "overstated",
        "not-approved",
    ]
    assert "Zinc cures colds." in page
    assert page.count('class="obstacle"') == 4
    for flag in Flag.objects.filter(article=article):
        assert reverse("admin:articles_flag_change", args=[flag.pk]) in page
    assert status_of(article) == "draft"


def test_nobody_approves_their_own_work(client: Client, editor: User) -> None:
    article = factories.make_article(by=editor)
    factories.assess_as(article, links={0: ["doe2019"]})
    client.force_login(editor)
    assert act(client, article, "submit", note="").status_code == 302
    response = act(client, article, "approve", version=article.version)
    assert response.status_code == 403
    assert "A second person has to" in response.content.decode()
    assert status_of(article) == "in-review"


def test_a_version_that_moved_on_is_not_approved(client: Client, author: User, reviewer: User) -> None:
    article = factories.make_article(by=author)
    factories.assess_as(article, links={0: ["doe2019"]})
    client.force_login(author)
    act(client, article, "submit")
    client.force_login(reviewer)
    response = act(client, article, "approve", version=article.version + 1)
    assert response.status_code == 409
    assert "was changed after you opened it" in response.content.decode()


@pytest.mark.parametrize("reason", ["", "   ", "short"])
def test_a_withdrawal_needs_a_reason(reason: str, client: Client, editor: User) -> None:
    article = factories.make_published_article()
    client.force_login(editor)
    response = act(client, article, "withdraw", reason=reason)
    assert response.status_code == 400
    assert "Give the reason" in response.content.decode()
    assert status_of(article) == "published"


@pytest.mark.parametrize("at", ["", "soon", "2001-01-01T10:00"])
def test_a_schedule_needs_a_time_to_come(at: str, client: Client, editor: User) -> None:
    article = factories.make_approved_article()
    client.force_login(editor)
    assert act(client, article, "schedule", at=at).status_code == 400
    assert status_of(article) == "approved"


def test_an_unknown_act_or_article_is_not_found(client: Client, editor: User) -> None:
    client.force_login(editor)
    assert client.post("/admin/articles/article/999999/publish/").status_code == 404
    with pytest.raises(NoReverseMatch):
        reverse("newsroom:act", args=[1, "delete"])


def test_author_submits_reviewer_approves_editor_publishes(
    client: Client, author: User, reviewer: User, editor: User
) -> None:
    article = factories.make_article(by=author)
    factories.assess_as(article, links={0: ["doe2019"]})
    client.force_login(author)
    assert act(client, article, "submit", note="Ready").status_code == 302
    client.force_login(reviewer)
    assert act(client, article, "approve", version=article.version).status_code == 302
    client.force_login(editor)
    response = client.post(reverse("newsroom:act", args=[article.pk, "publish"]), follow=True)
    assert "Published. Readers see it now." in response.content.decode()
    assert status_of(article) == "published"
    assert article.live_revision is not None
    assert article.live_revision.approved_by == reviewer
    assert client.get(article.get_absolute_url()).status_code == 200


def test_an_approved_article_is_scheduled_and_taken_off_again(client: Client, editor: User) -> None:
    article = factories.make_approved_article()
    client.force_login(editor)
    assert act(client, article, "schedule", at="2099-05-01T09:30").status_code == 302
    assert status_of(article) == "scheduled"
    assert article.scheduled_for is not None
    assert (article.scheduled_for.year, article.scheduled_for.hour) == (2099, 9)
    assert act(client, article, "unschedule").status_code == 302
    assert status_of(article) == "approved"


def test_changes_are_requested_and_an_article_is_withdrawn_with_a_reason(
    client: Client, reviewer: User, editor: User
) -> None:
    article = factories.make_approved_article()
    client.force_login(reviewer)
    assert act(client, article, "request-changes", reason="The dose is missing.").status_code == 302
    assert status_of(article) == "changes-requested"
    live = factories.make_published_article()
    client.force_login(editor)
    assert act(client, live, "needs-update", reason="A new trial is out.").status_code == 302
    assert status_of(live) == "needs-update"
    said = {"kind": "retraction", "told": "The trial it rests on was retracted.", "reason": "See the mail of Monday."}
    assert act(client, live, "withdraw", **{**said, "told": ""}).status_code == 400
    assert status_of(live) == "needs-update"
    assert act(client, live, "withdraw", **said).status_code == 302
    assert status_of(live) == "withdrawn"


def test_each_person_sees_the_buttons_that_fit(author: User, reviewer: User, editor: User) -> None:
    article = factories.make_article(by=author)
    assert verbs(article, author) == {"submit"}
    assert verbs(article, reviewer) == set()
    assert verbs(article, editor) == {"submit"}
    approved = factories.make_approved_article()
    assert verbs(approved, reviewer) == {"request-changes"}
    assert verbs(approved, editor) == {"request-changes", "publish", "schedule"}
    live = factories.make_published_article()
    assert verbs(live, editor) == {"submit", "needs-update", "withdraw", "amend"}


def test_publication_is_not_offered_where_it_would_be_refused(client: Client, author: User, editor: User) -> None:
    approved = factories.make_approved_article(by=author)
    assert "publish" in verbs(approved, editor)
    approved.credits.all().delete()
    assert "publish" not in verbs(approved, editor)
    assert "no-author" in {one.code for one in hindrances(approved, editor)}


def test_what_stands_in_the_way_is_fetched_when_it_is_asked(client: Client, author: User, editor: User) -> None:
    article = factories.make_article(by=author, body="Zinc cures colds.")
    address = reverse("newsroom:hindrances", args=[article.pk])
    client.force_login(author)
    assert client.get(address).status_code == 403
    assert address not in client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    client.force_login(editor)
    assert address in client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    part, whole = client.get(address, headers={"X-Requested-With": "fetch"}), client.get(address)
    for page in (part, whole):
        assert 'data-code="not-assessed"' in page.content.decode()
    assert ("<html" in part.content.decode(), "<html" in whole.content.decode()) == (False, True)


def test_what_stands_in_the_way_is_said_in_short_to_whoever_publishes(author: User, editor: User) -> None:
    article = factories.make_article(by=author, body="Zinc cures colds.\nZinc prevents flu.")
    article = factories.assess_as(article, flags={0: [factories.flag()], 1: [factories.flag()]})
    assert hindrances(article, author) == []
    found = {one.code: one for one in hindrances(article, editor)}
    assert found["missing-citation"].number == 2
    assert found["missing-citation"].text == "Claim without a source"
    assert "Submit it for review first" in found["not-approved"].text
    assert hindrances(factories.make_approved_article(), editor) == []
    live = factories.make_published_article(by=author)
    assert hindrances(live, editor) == []
    factories.edit(live, by=author, body="Other words.")
    live.refresh_from_db()
    assert {one.code for one in hindrances(live, editor)} >= {"not-approved", "not-assessed"}


def test_an_editor_adds_to_the_public_record_after_reading_it_again(client: Client, editor: User) -> None:
    live = factories.make_published_article()
    client.force_login(editor)
    said = {"kind": "correction", "wrong": "It said 300 mg.", "right": "The dose is 30 mg."}
    for lacking in ({}, {"may_not_change": "on", "wrong": ""}, {"may_not_change": "on", "right": ""}):
        assert act(client, live, "amend", **said | lacking).status_code == 400
    assert act(client, live, "amend", **said, may_not_change="on").status_code == 302
    assert "The dose is 30 mg." in client.get(live.get_absolute_url()).content.decode()


def test_a_correction_is_submitted_with_both_halves(client: Client, author: User) -> None:
    live = factories.make_published_article(by=author)
    client.force_login(author)
    assert act(client, live, "submit", change_kind="correction", change_note="It is 30 mg.").status_code == 400
    said = {"change_kind": "correction", "change_note": "It is 30 mg.", "was_wrong": "It said 300 mg."}
    assert act(client, live, "submit", **said).status_code == 302


def test_a_button_acts_on_the_version_that_was_shown(client: Client, author: User, reviewer: User) -> None:
    article = factories.make_article(by=author)
    factories.assess_as(article, links={0: ["doe2019"]})
    client.force_login(author)
    act(client, article, "submit")
    client.force_login(reviewer)
    page = client.get(reverse("newsroom:approving", args=[article.pk])).content.decode()
    assert f'name="version" value="{article.version}"' in page


def test_approving_is_not_offered_to_whoever_may_not_and_the_menu_leads_to_why(client: Client, author: User) -> None:
    author.groups.add(Group.objects.get(name="Editors"))
    article = factories.make_article(by=author)
    factories.assess_as(article)
    services.submit_for_review(article=article, by=author)
    client.force_login(author)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    why = reverse("newsroom:approving", args=[article.pk])
    assert "approve" not in verbs(article, author)
    assert f'<a href="{why}">What would be approved' in page
    assert "you submitted it" in client.get(why).content.decode()


def test_what_is_seldom_done_stands_in_the_menu_alone(client: Client, editor: User) -> None:
    article = factories.make_published_article()
    client.force_login(editor)
    page = client.get(reverse("admin:articles_article_change", args=[article.pk])).content.decode()
    menu = page[page.index("act-more") : page.index("act-links")]
    assert "Mark as out of date" in menu
    assert "Mark as out of date" not in page.replace(menu, "")
