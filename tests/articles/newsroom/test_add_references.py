"""Adding works to an article's list: from pasted references, and by choosing them on its page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles import services
from articles.models import Article, ArticleCitation, LogEntry
from articles.newsroom.pasted_references import references_in
from citations.models import Citation
from citations.services import Work
from tests.articles import factories
from tests.articles.admin.test_saving import address, form_of

pytestmark = pytest.mark.django_db
ONE = (
    "Haghayegh, S., Khoshnevis, S., & Smolensky, M. H. (2019). Before-bedtime passive body heating by warm shower or "
    "bath to improve sleep. Sleep Medicine Reviews, 46, 124-135. https://doi.org/10.1016/j.smrv.2019.04.008"
)
TWO = (
    "Rautava, S., Kainonen, E., Salminen, S., & Isolauri, E. (2012). Maternal probiotic supplementation during "
    "pregnancy and breast-feeding reduces the risk of eczema in the infant. Journal of Allergy and Clinical "
    "Immunology, 130(6), 1355-1360."
)


@pytest.fixture
def enqueued() -> Iterator[list[int]]:
    sent: list[int] = []
    with patch("articles.newsroom.review_desk.assess_article.delay", lambda article_id: sent.append(article_id)):
        yield sent


def cite(article: Article) -> str:
    return reverse("newsroom:cite", args=[article.pk])


def test_readers_and_strangers_add_nothing(client: Client, reviewer: User, stranger: User) -> None:
    article = factories.make_article()
    data = {"text": ONE, "references": ["haghayegh2019"], "save": "1"}
    assert client.post(cite(article), data).status_code == 403
    client.force_login(stranger)
    assert client.post(cite(article), data).status_code == 302
    client.force_login(reviewer)
    assert client.post(cite(article), data).status_code == 403
    assert article.article_citations.count() == 1


def test_the_service_asks_for_permission_itself(reviewer: User) -> None:
    article = factories.make_article()
    with pytest.raises(services.NotAllowed):
        services.cite_works(article=article, by=reviewer, works=[Work.of({"title": "A work"})])


@pytest.mark.parametrize("text", ["", "   ", "hello there", "x" * 3000])
def test_what_is_no_reference_is_refused_in_words(text: str, client: Client, author: User, settings: Any) -> None:
    settings.IMPORT_MAX_KB = 2
    article = factories.make_article(by=author)
    client.force_login(author)
    response = client.post(cite(article), {"text": text})
    assert response.status_code == 400
    assert response.context["form"].errors["text"]


def test_references_are_shown_before_anything_is_saved(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    page = client.post(cite(article), {"text": f"{ONE}\r\n{TWO}"})
    assert page.status_code == 200
    assert [row["item"].key for row in page.context["references"]] == ["haghayegh2019", "rautava2012"]
    assert Citation.objects.count() == 1


def test_fields_read_with_little_certainty_are_named_for_checking(client: Client, author: User) -> None:
    client.force_login(author)
    article = factories.make_article(by=author)
    doubted = "Sleep 2001 and the ward nurse Hill, letters 4 notes Mayfair"
    page = client.post(cite(article), {"text": f"1. {doubted}\r\n2. {ONE}"}).content.decode()
    assert page.count('data-testid="to-check"') == 1
    assert re.search(r"Please check: (?:author|title|year|volume|journal or book|place)[a-z, ]*\.", page)


def test_ticked_references_are_added_with_keys_and_numbers(
    client: Client, author: User, enqueued: list[int], django_capture_on_commit_callbacks: Any
) -> None:
    article = factories.make_article(by=author)
    factories.assess_as(article)
    client.force_login(author)
    data = {"text": f"{ONE}\n{TWO}", "references": ["rautava2012"], "save": "1"}
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(cite(article), data, follow=True)
    assert "Added: [@rautava2012]." in response.content.decode()
    rows = list(article.article_citations.order_by("order").values_list("key", "order"))
    assert rows == [("doe2019", 1), ("rautava2012", 2)]
    article.refresh_from_db()
    assert not article.is_assessed
    assert enqueued == [article.pk]
    assert LogEntry.objects.filter(article_id=article.pk, action="citations-added").exists()


def test_a_work_on_the_list_is_not_added_twice_and_one_in_the_library_is_not_made_twice(
    client: Client, author: User, enqueued: list[int]
) -> None:
    work = factories.make_citation(doi="10.1016/j.smrv.2019.04.008")
    article = factories.make_article(by=author)
    client.force_login(author)
    data = {"text": ONE, "references": ["haghayegh2019"], "save": "1"}
    client.post(cite(article), data)
    client.post(cite(article), data)
    assert article.article_citations.get(key="haghayegh2019").citation == work
    assert article.article_citations.count() == 2


def test_an_approval_ends_when_a_work_is_added(author: User) -> None:
    article = factories.make_approved_article(by=author)
    services.cite_works(article=article, by=author, works=[Work.of({"title": "A work", "year": 2020})])
    article.refresh_from_db()
    assert article.status == Article.Status.DRAFT
    assert article.review_revision is None


def test_numbered_and_single_references_are_read() -> None:
    assert [item.key for item in references_in(f"1. {ONE}\n2. {TWO}")[0]] == ["haghayegh2019", "rautava2012"]
    assert [item.key for item in references_in(TWO)[0]] == ["rautava2012"]


def test_a_work_that_is_chosen_without_a_key_gets_one(client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    more = [factories.make_citation(families=["Doe"], year=2019) for _ in range(2)]
    client.force_login(author)
    data = form_of(client, address(article))
    data["article_citations-TOTAL_FORMS"] = "3"
    for number, work in enumerate(more, 1):
        data |= {f"article_citations-{number}-citation": work.pk, f"article_citations-{number}-key": ""}
        data |= {f"article_citations-{number}-order": "", f"article_citations-{number}-article": article.pk}
    assert client.post(address(article), data).status_code == 302
    rows = list(ArticleCitation.objects.filter(article=article).order_by("order").values_list("key", "order"))
    assert rows == [("doe2019", 1), ("doe2019b", 2), ("doe2019c", 3)]


@pytest.mark.parametrize("key", ["a b", "@x", "doe2019"])
def test_a_key_that_cannot_be_cited_or_is_taken_is_refused(key: str, client: Client, author: User) -> None:
    article = factories.make_article(by=author)
    work = factories.make_citation()
    client.force_login(author)
    data = form_of(client, address(article)) | {"article_citations-TOTAL_FORMS": "2"}
    data |= {"article_citations-1-citation": work.pk, "article_citations-1-key": key}
    data |= {"article_citations-1-order": "2", "article_citations-1-article": article.pk}
    assert client.post(address(article), data).status_code == 200
    assert article.article_citations.count() == 1


@pytest.mark.parametrize(
    ("pasted", "doi"),
    [
        ("10.1086/524115", "10.1086/524115"),
        ("doi:10.1086/524115", "10.1086/524115"),
        ("https://doi.org/10.1086/524115", "10.1086/524115"),
        ("1. 10.1086/524115", "10.1086/524115"),
        ("- 10.1016/j.smrv.2019.04.008", "10.1016/j.smrv.2019.04.008"),
        ("[12] 10.1000/182", "10.1000/182"),
        ("<https://dx.doi.org/10.1002/(SICI)1096-8644(199601)>", "10.1002/(sici)1096-8644(199601)"),
    ],
)
def test_an_identifier_is_read_as_in_the_library(client: Client, author: User, pasted: str, doi: str) -> None:
    article = factories.make_article(by=author)
    client.force_login(author)
    shown = client.post(cite(article), {"text": pasted})
    (row,) = shown.context["references"]
    assert row["item"].source.doi == doi
    client.post(cite(article), {"text": pasted, "references": [row["item"].key], "save": "1"})
    added = article.article_citations.order_by("pk").last()
    assert (added.citation.doi, added.citation.title == "1086/524115") == (doi, False)


@pytest.mark.parametrize(
    ("pasted", "field", "value"),
    [
        ("PMID 22467948", "pmid", "22467948"),
        ("PMC3531190", "pmcid", "PMC3531190"),
        ("arXiv:2003.01234", "doi", "10.48550/arxiv.2003.01234"),
        ("NCT01234567", "nct", "NCT01234567"),
        ("https://pubmed.ncbi.nlm.nih.gov/22467948/", "pmid", "22467948"),
    ],
)
def test_every_kind_of_identifier_is_read(client: Client, author: User, pasted: str, field: str, value: str) -> None:
    client.force_login(author)
    shown = client.post(cite(factories.make_article(by=author)), {"text": pasted})
    (row,) = shown.context["references"]
    assert getattr(row["item"].source, field, None) == value or row["item"].csl.get(field.upper()) == value


def test_what_is_not_understood_is_named_beside_what_is(client: Client, author: User) -> None:
    client.force_login(author)
    article = factories.make_article(by=author)
    shown = client.post(cite(article), {"text": "10.1086/524115\n22467948"}).content.decode()
    assert "A number alone may be anything" in shown
    refused = client.post(cite(article), {"text": "22467948"})
    assert refused.status_code == 400
    assert "If it is PubMed" in refused.content.decode()
