"""Where the site says so, authors see and change their own drafts alone; whose draft is changed by another is told."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles import services
from articles.models import Article, Flag
from articles.services import conversation
from tests.articles import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def theirs(settings: Any, editor: User) -> Article:
    """Somebody else's draft with a flag, on a site where authors see their own."""
    settings.AUTHORS_SEE_OWN_ONLY = True
    return factories.assess_as(factories.make_article(by=editor), flags={0: [factories.flag()]})


def addresses(article: Article) -> dict[str, str]:
    flag = Flag.objects.filter(article=article).latest("pk")
    return {
        f"/admin/articles/article/{article.pk}/citations/": "get",
        f"/admin/articles/article/{article.pk}/reading/": "get",
        f"/admin/articles/article/{article.pk}/assessment/": "get",
        f"/admin/articles/article/{article.pk}/submit/": "post",
        f"/admin/articles/flag/{flag.pk}/decide/": "post",
        f"/admin/articles/flag/{flag.pk}/link/": "post",
    }


def test_an_author_reaches_no_draft_of_somebody_else(client: Client, author: User, theirs: Article) -> None:
    client.force_login(author)
    for address, method in addresses(theirs).items():
        assert getattr(client, method)(address).status_code == 404, address
    assert client.get(f"/admin/articles/article/{theirs.pk}/change/").status_code == 302
    for name in ("", "articles/article/", "articles/flag/?state=all", "articles/logentry/", "articles/revision/"):
        page = client.get(f"/admin/{name}")
        assert page.status_code == 200
        assert theirs.title not in page.content.decode(), name
    with pytest.raises(services.NotAllowed, match="somebody else's draft"):
        services.save_draft(article=theirs, by=author, expected_version=None)


def test_who_is_named_on_a_draft_reaches_it(client: Client, author: User, theirs: Article) -> None:
    person = factories.make_contributor(user=author)
    theirs.credits.create(contributor=person)
    client.force_login(author)
    assert client.get(f"/admin/articles/article/{theirs.pk}/change/").status_code == 200
    services.save_draft(article=theirs, by=author, expected_version=None)


def test_editors_and_reviewers_see_all(client: Client, reviewer: User, theirs: Article) -> None:
    client.force_login(reviewer)
    assert client.get(f"/admin/articles/article/{theirs.pk}/change/").status_code == 200


def test_without_the_setting_authors_see_all(client: Client, settings: Any, author: User, theirs: Article) -> None:
    settings.AUTHORS_SEE_OWN_ONLY = False
    client.force_login(author)
    assert client.get(f"/admin/articles/article/{theirs.pk}/change/").status_code == 200


def test_whose_draft_is_changed_by_another_is_told_once(author: User, editor: User, mailoutbox: Any) -> None:
    article = factories.make_article(by=author)
    factories.edit(article, by=author, body="Mine.")
    conversation.send_to(person_id=author.pk)
    assert [mail.to for mail in mailoutbox if "changed your draft" in mail.subject] == []
    for words in ("Theirs.", "Theirs again."):
        factories.edit(article, by=editor, body=words)
        conversation.send_to(person_id=author.pk)
    (mail,) = [mail for mail in mailoutbox if "changed your draft" in mail.subject]
    assert mail.to == [author.email]
    assert mail.subject == f"editor changed your draft: {article.title}"
