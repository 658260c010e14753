"""Rows that are fetched when a drawer is opened first: nothing of them is lost, and none is taken back unseen."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article
from products.models import ProductDisclosure
from tests.articles import factories
from tests.articles.admin.test_saving import address, asked, form_of

pytestmark = pytest.mark.django_db
ROWS = ("credits-", "article_citations-", "disclosures-")


@pytest.fixture
def article(author: User) -> Article:
    article = factories.make_article(by=author)
    factories.make_disclosure(article=article, product=factories.make_product(name="Kneewell"))
    return article


def shut(client: Client, who: User, article: Article) -> dict[str, Any]:
    """The form of a page whose drawers nobody opened."""
    client.force_login(who)
    data = form_of(client, address(article))
    return {name: value for name, value in data.items() if not name.startswith(ROWS)}


def fetch(client: Client, article: Article) -> dict[str, Any]:
    """What a script puts into the form when the first drawer is opened."""
    answer = client.get(address(article), {"rows": "fetched"})
    data: dict[str, Any] = {"rows_began_with": answer.context["began_with"]}
    for drawer in answer.context["drawers"]:
        formset = drawer.inline.formset
        for form in (formset.management_form, *formset.initial_forms):
            values = {field.html_name: field.value() for field in form}
            data |= {name: value for name, value in values.items() if value is not None and value is not False}
    return data


def rows_of(article: Article) -> list[list[int]]:
    return [
        list(getattr(article, kind).values_list("pk", flat=True))
        for kind in ("credits", "article_citations", "disclosures")
    ]


def test_who_may_see_no_articles_fetches_no_rows(client: Client, stranger: User, article: Article) -> None:
    for _ in range(2):
        answer = client.get(address(article), {"rows": "fetched"})
        assert answer.status_code == 302
        assert b"Kneewell" not in answer.content
        client.force_login(stranger)


def test_who_may_only_read_fetches_rows_without_fields(client: Client, reviewer: User, article: Article) -> None:
    client.force_login(reviewer)
    answer = client.get(address(article), {"rows": "fetched"}).content
    assert b"Kneewell" in answer
    assert b"rows_began_with" not in answer
    assert b"disclosures-0-wording" not in answer


def test_the_page_holds_no_rows_and_says_how_many_there_are(client: Client, author: User, article: Article) -> None:
    client.force_login(author)
    page = client.get(address(article)).content.decode()
    assert "TOTAL_FORMS" not in page
    assert "1 work, 0 cited" in page
    assert "1 product, " in page
    assert 'href="?rows=open#drawer-disclosures"' in page
    assert "TOTAL_FORMS" in client.get(address(article), {"rows": "open"}).content.decode()


def test_a_save_without_rows_leaves_them_as_they_are(client: Client, author: User, article: Article) -> None:
    before = rows_of(article)
    data = shut(client, author, article) | {"title": "Mine"}
    assert client.post(address(article), data).status_code == 302
    article.refresh_from_db()
    assert (article.title, rows_of(article)) == ("Mine", before)


def test_a_save_without_rows_takes_back_nothing_that_a_colleague_did_to_them(
    client: Client, author: User, editor: User, article: Article
) -> None:
    mine, other = shut(client, author, article), Client()
    other.force_login(editor)
    theirs = form_of(other, address(article)) | {"disclosures-0-wording": "Theirs.", "article_citations-0-DELETE": "on"}
    assert other.post(address(article), theirs).status_code == 302
    assert client.post(address(article), mine | {"title": "Mine"}).status_code == 302
    article.refresh_from_db()
    assert (article.title, ProductDisclosure.objects.get().wording) == ("Mine", "Theirs.")
    assert not article.article_citations.exists()


def test_a_wrong_field_shows_the_rows_that_were_not_opened(client: Client, author: User, article: Article) -> None:
    data = shut(client, author, article) | {"slug": "not an address"}
    page = client.post(address(article), data).content.decode()
    assert 'name="disclosures-0-wording"' in page
    assert "1 thing to put right" in page


def test_rows_that_were_fetched_are_saved(client: Client, author: User, article: Article) -> None:
    data = shut(client, author, article) | fetch(client, article)
    assert client.post(address(article), data | {"disclosures-0-wording": "Mine."}).status_code == 302
    assert ProductDisclosure.objects.get().wording == "Mine."


def test_rows_that_were_fetched_late_take_back_nothing_that_was_undone_since(
    client: Client, author: User, editor: User, article: Article
) -> None:
    mine, other = shut(client, author, article), Client()
    other.force_login(editor)

    def write(words: str) -> None:
        theirs = form_of(other, address(article)) | {"disclosures-0-wording": words}
        assert other.post(address(article), theirs).status_code == 302

    write("Words that were a mistake.")
    mine |= fetch(client, article)
    write("")
    assert client.post(address(article), mine | {"title": "Mine"}).status_code == 302
    article.refresh_from_db()
    assert (article.title, ProductDisclosure.objects.get().wording) == ("Mine", "")


def test_rows_that_were_fetched_and_changed_by_both_are_asked(
    client: Client, author: User, editor: User, article: Article
) -> None:
    mine, other = shut(client, author, article), Client()
    other.force_login(editor)
    mine |= fetch(client, article)
    theirs = form_of(other, address(article)) | {"disclosures-0-wording": "Theirs."}
    assert other.post(address(article), theirs).status_code == 302
    met = client.post(address(article), mine | {"disclosures-0-wording": "Mine."})
    assert len(asked(met)) == 1
    assert ProductDisclosure.objects.get().wording == "Theirs."
