"""Two people at one article whose people, citations and disclosures differ: nothing is overwritten unseen."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, ArticleCitation
from products.models import ProductDisclosure
from tests.articles import factories
from tests.articles.admin.test_saving import address, form_of

NOTHING = ("None", "False")
pytestmark = pytest.mark.django_db


@pytest.fixture
def article(author: User) -> Article:
    article = factories.make_article(by=author)
    factories.make_disclosure(article=article, product=factories.make_product(name="Kneewell"))
    return article


def opened(client: Client, who: User, article: Article) -> dict[str, Any]:
    client.force_login(who)
    return form_of(client, address(article))


def prefix_of(data: dict[str, Any], field: str) -> str:
    return next(key for key in data if key.startswith("disclosures-") and key.endswith(f"-{field}"))


def test_an_answer_of_somebody_else_is_kept_when_an_older_form_is_saved_twice(
    client: Client, author: User, editor: User, article: Article
) -> None:
    mine = opened(client, author, article) | {"title": "Mine"}
    other = Client()
    theirs = opened(other, editor, article)
    field = prefix_of(theirs, "tie")
    theirs |= {field: "sponsored", field.replace("-tie", "-author_tie"): "Paid by the seller"}
    assert other.post(address(article), theirs).status_code == 302

    mine |= {field: "none", field.replace("-tie", "-author_tie"): "None"}
    met = client.post(address(article), mine)
    assert met.status_code == 200
    page = met.content.decode()
    assert "shown below as they are saved now" in page
    assert "Our tie to it: No tie" in page.replace("<ins>", "").replace("</ins>", "")
    again = {
        name: value
        for form in (met.context["adminform"].form,)
        for name, value in ((bound.html_name, bound.value()) for bound in form)
        if value is not None and value is not False
    }
    for inline in met.context["inline_admin_formsets"]:
        for form in (inline.formset.management_form, *inline.formset.initial_forms):
            again |= {bound.html_name: bound.value() for bound in form if str(bound.value()) not in NOTHING}
    done = client.post(address(article), again)
    assert done.status_code == 302, (done.context["errors"], done.context.get("conflict"), again)
    article.refresh_from_db()
    kept = ProductDisclosure.objects.get()
    assert (article.title, kept.tie, kept.author_tie) == ("Mine", "sponsored", "Paid by the seller")


@pytest.mark.parametrize("rows", ["article_citations", "disclosures"])
def test_a_row_that_is_no_longer_there_does_not_keep_a_colleague_from_saving(
    client: Client, author: User, article: Article, rows: str
) -> None:
    mine = opened(client, author, article) | {"title": "Mine"}
    getattr(article, rows).all().delete()  # as a merge of two works does, without a save of the article
    met = client.post(address(article), mine)
    assert met.status_code == 200
    assert "no longer there" in met.content.decode()
    again = {key: value for key, value in mine.items() if not key.startswith(f"{rows}-")}
    again |= {f"{rows}-TOTAL_FORMS": "0", f"{rows}-INITIAL_FORMS": "0", "expected_version": article.version}
    shown = {
        bound.html_name: bound.value()
        for inline in met.context["inline_admin_formsets"]
        for bound in inline.formset.management_form
    }
    assert shown[f"{rows}-TOTAL_FORMS"] == 0
    assert client.post(address(article), again).status_code == 302
    article.refresh_from_db()
    assert article.title == "Mine"


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [("market", "UK", "United Kingdom"), ("next_review", "2030-01-02", "2030-01-02"), ("harms_covered", "true", "yes")],
)
def test_every_field_that_differs_is_named(
    client: Client, author: User, editor: User, article: Article, field: str, value: str, told: str
) -> None:
    mine = opened(client, author, article)
    other = Client()
    theirs = opened(other, editor, article) | {field: value}
    assert other.post(address(article), theirs).status_code == 302
    met = client.post(address(article), mine)
    conflict = met.context["conflict"]
    assert told in [difference["theirs"] for difference in conflict["differences"]]


def test_a_row_that_somebody_new_added_is_named_where_both_did(
    client: Client, author: User, editor: User, article: Article
) -> None:
    mine = opened(client, author, article)
    work = factories.make_citation(title="A new work of mine")
    mine |= {
        "article_citations-TOTAL_FORMS": "2",
        "article_citations-1-citation": work.pk,
        "article_citations-1-key": "mine2020",
    }
    factories.edit(article, by=editor, body="Theirs.")
    met = client.post(address(article), mine)
    assert "mine2020" in met.content.decode()
    assert ArticleCitation.objects.filter(article=article).count() == 1
