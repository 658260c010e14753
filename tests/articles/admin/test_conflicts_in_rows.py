"""Two people at one article whose people, citations and disclosures differ: nothing is overwritten unseen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article, ArticleCitation, Topic
from articles.services.draft_states import FIELDS, ROWS
from products.models import ProductDisclosure
from tests.articles import factories
from tests.articles.admin.test_saving import address, asked, form_of, held, words

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


def two(client: Client, author: User, editor: User, article: Article) -> tuple[dict[str, Any], Client, dict[str, Any]]:
    other = Client()
    return opened(client, author, article), other, opened(other, editor, article)


def test_an_answer_that_both_gave_is_asked_and_neither_is_overwritten(
    client: Client, author: User, editor: User, article: Article
) -> None:
    mine, other, theirs = two(client, author, editor, article)
    field = prefix_of(theirs, "tie")
    theirs |= {field: "sponsored", field.replace("-tie", "-author_tie"): "Paid by the seller"}
    assert other.post(address(article), theirs).status_code == 302
    mine |= {"title": "Mine", field: "none", field.replace("-tie", "-wording"): "My wording."}
    met = client.post(address(article), mine)
    (question,) = asked(met)
    assert (words(question.mine), words(question.theirs)) == ("No tie", "The seller paid for this article")
    assert client.post(address(article), held(met) | {f"choice-{question.name}": "theirs"}).status_code == 302
    article.refresh_from_db()
    kept = ProductDisclosure.objects.get()
    assert (article.title, kept.tie, kept.author_tie, kept.wording) == (
        *("Mine", "sponsored", "Paid by the seller", "My wording."),
    )


@pytest.mark.parametrize("rows", ["article_citations", "disclosures", "credits"])
def test_a_row_that_a_colleague_took_off_is_told_and_keeps_nobody_from_saving(
    client: Client, author: User, article: Article, rows: str
) -> None:
    mine = opened(client, author, article) | {"title": "Mine"}
    getattr(article, rows).all().delete()  # as a merge of two works does, without a save of the article
    done = client.post(address(article), mine, follow=True)
    assert "was taken off this article by somebody else" in done.content.decode()
    article.refresh_from_db()
    assert (article.title, getattr(article, rows).count()) == ("Mine", 0)


def test_a_row_that_one_took_off_and_the_other_changed_is_asked(
    client: Client, author: User, editor: User, article: Article
) -> None:
    mine, other, theirs = two(client, author, editor, article)
    assert other.post(address(article), theirs | {"disclosures-0-DELETE": "on"}).status_code == 302
    met = client.post(address(article), mine | {"disclosures-0-wording": "My wording."})
    (question,) = asked(met)
    assert words(question.theirs) == "Taken off the article"
    assert not any(piece.changed for piece in (*question.mine, *question.theirs))  # no word stands against another
    assert question.label.startswith("The product Kneewell")
    assert client.post(address(article), held(met) | {f"choice-{question.name}": "mine"}).status_code == 302
    assert ProductDisclosure.objects.get().wording == "My wording."


@pytest.mark.parametrize(
    ("field", "value", "stored"),
    [
        ("market", "UK", "UK"),
        ("next_review", "2030-01-02", date(2030, 1, 2)),
        ("harms_covered", "true", True),
        ("advice_notice", "", False),
        ("standfirst", "Theirs.", "Theirs."),
    ],
)
def test_what_one_alone_changed_comes_in(
    client: Client, author: User, editor: User, article: Article, field: str, value: str, stored: Any
) -> None:
    mine, other, theirs = two(client, author, editor, article)
    assert other.post(address(article), theirs | {field: value}).status_code == 302
    assert client.post(address(article), mine | {"title": "Mine"}).status_code == 302
    article.refresh_from_db()
    assert (article.title, getattr(article, field)) == ("Mine", stored)


@pytest.mark.parametrize(
    ("field", "mine_", "theirs_"), [("market", "EU", "UK"), ("evidence_to", "01/02/2026", "02/02/2026")]
)
def test_what_both_changed_is_asked_in_words(
    client: Client, author: User, editor: User, article: Article, field: str, mine_: str, theirs_: str
) -> None:
    mine, other, theirs = two(client, author, editor, article)
    assert other.post(address(article), theirs | {field: theirs_}).status_code == 302
    (question,) = asked(client.post(address(article), mine | {field: mine_}))
    shown = {
        "EU": "European Union",
        "UK": "United Kingdom",
        "01/02/2026": "1 February 2026",
        "02/02/2026": "2 February 2026",
    }
    assert (words(question.mine), words(question.theirs)) == (shown[mine_], shown[theirs_])


def test_the_same_work_put_in_by_both_is_one_row(client: Client, author: User, editor: User, article: Article) -> None:
    work, new = factories.make_citation(title="A new work"), factories.make_citation(title="Another")
    mine, other, theirs = two(client, author, editor, article)
    row = {"article_citations-TOTAL_FORMS": "2", "article_citations-1-citation": work.pk}
    assert other.post(address(article), theirs | row | {"article_citations-1-key": "new2020"}).status_code == 302
    mine |= row | {"article_citations-TOTAL_FORMS": "3", "article_citations-2-citation": new.pk}
    assert client.post(address(article), mine).status_code == 302
    rows = ArticleCitation.objects.filter(article=article)
    assert rows.get(citation=work).key == "new2020"
    assert rows.filter(citation=new).exists()
    assert rows.count() == 3


def test_a_work_that_was_cited_while_the_form_was_open_stays(client: Client, author: User, article: Article) -> None:
    mine = opened(client, author, article) | {"title": "Mine"}
    ArticleCitation.objects.create(article=article, citation=factories.make_citation(), key="cited", order=2)
    assert client.post(address(article), mine).status_code == 302
    article.refresh_from_db()
    assert (article.title, article.article_citations.count()) == ("Mine", 2)


def test_topics_of_both_are_in(client: Client, author: User, editor: User, article: Article) -> None:
    sleep, food, gut = (Topic.objects.create(name=name, slug=name) for name in ("sleep", "food", "gut"))
    article.topics.set([gut])
    mine, other, theirs = two(client, author, editor, article)
    assert other.post(address(article), theirs | {"topics": [gut.pk, food.pk]}).status_code == 302
    assert client.post(address(article), mine | {"topics": [sleep.pk]}).status_code == 302
    assert set(article.topics.all()) == {sleep, food}


def test_every_field_of_the_form_is_put_together(client: Client, author: User, article: Article) -> None:
    """A field that was left out would be overwritten unseen by whoever saves second."""
    client.force_login(author)
    context = client.get(address(article)).context
    known = {*FIELDS, "topics", "expected_version"}
    assert set(context["adminform"].form.fields) <= known
    for inline in context["inline_admin_formsets"]:
        kind = inline.formset.prefix
        assert set(inline.formset.empty_form.fields) - {"id", "article", "DELETE"} == set(ROWS[kind]), kind
