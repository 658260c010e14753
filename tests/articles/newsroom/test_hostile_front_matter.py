"""No field of a front matter brings the import down: it comes in, or it is refused in words that name it."""

from __future__ import annotations

from html import unescape

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles.models import Article
from tests.articles.newsroom.test_importing import IMPORT, choices_of

pytestmark = pytest.mark.django_db
LONG = "long " * 400
WORK = "references: [{{id: k, title: Milk, {}}}]"
FIELDS = {
    "a key of 81 letters": f"references: [{{id: {'k' * 81}, title: Milk}}]",
    "a key that is a number": "references: [{id: 7, title: Milk}]",
    "a key that is a list": "references: [{id: [a, b], title: Milk}]",
    "a key that is nothing": "references: [{id: null, title: Milk}]",
    "a title of 2,000 letters": f"references: [{{id: k, title: {LONG}}}]",
    "a title that is a map": "references: [{id: k, title: {a: b}}]",
    "a journal of 2,000 letters": WORK.format(f"container-title: {LONG}"),
    "a journal that is a list": WORK.format("container-title: [A, B]"),
    "a volume of 2,000 letters": WORK.format(f"volume: {LONG}"),
    "pages that are a date": WORK.format("page: 2020-01-02"),
    "a year of 20 digits": WORK.format("issued: {year: 99999999999999999999}"),
    "a year below nothing": WORK.format("issued: {year: -4}"),
    "a year that is a word": WORK.format("issued: soon"),
    "an issue that is true": WORK.format("issue: true"),
    "an identifier of 2,000 letters": WORK.format(f"DOI: 10.1000/{'x' * 2000}"),
    "an identifier that is a number": WORK.format("DOI: 10.1000"),
    "an identifier with half a sign": WORK.format('DOI: "10.1000/\\ud800"'),
    "a number of PubMed of 40 digits": WORK.format(f"PMID: {'9' * 40}"),
    "an address of 5,000 letters": WORK.format(f"URL: https://example.org/{'x' * 5000}"),
    "an address that is none": WORK.format("URL: 'javascript:alert(1)'"),
    "authors that are a word": WORK.format("author: Bell"),
    "authors that are numbers": WORK.format("author: [1, 2]"),
    "an author of 2,000 letters": WORK.format(f"author: [{{family: {LONG}}}]"),
    "an author without names": WORK.format("author: [{}]"),
    "works that are a word": "references: none",
    "works that are a map": "references: {k: {title: Milk}}",
    "works that are words": "references: [Milk, Bread]",
    "works within works": "references: [[{id: k, title: Milk}]]",
    "a NUL": 'references: [{id: k, title: "Nul \\0 work"}]',
    "topics that are a map": "topics: {a: 1}",
    "topics of 2,000 letters": f"topics: [{LONG}]",
    "topics that are numbers": "topics: [2024, true, null, 1.5]",
    "topics of other letters": "topics: [睡眠, Сон]",
    "an author that is a map of maps": "author: {name: {first: Ann}}",
    "an author of 2,000 letters beside the text": f"author: {LONG}",
    "a title that is a list": "title: [Milk, Bread]",
    "a title that is a number": "title: 2024",
    "a date that is none": "date: 2024-13-45",
    "a date far ahead": "date: 9999-12-31",
    "a slug of 300 letters": f"slug: {'s' * 300}",
    "a slug of other letters": "slug: 睡眠",
    "a market that is none": "market: [UK, XX]",
    "products that are a word": "products: Brandol",
    "products of 2,000 letters": f"products: [{{name: {LONG}}}]",
    "products that are maps of lists": "products: [{name: [a, b], seller: {c: d}}]",
    "a standfirst that is a map": "standfirst: {a: b}",
}


@pytest.mark.drawn(5)
@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_no_field_brings_the_import_down(client: Client, author: User, field: str) -> None:
    client.force_login(author)
    head = field if field.startswith("title:") else f"title: Milk and sleep\n{field}"
    first = client.post(IMPORT, {"text": f"---\n{head}\n---\nMilk cures insomnia [@k].\n", "read": "1"}, follow=True)
    assert first.status_code in (200, 400)
    if first.status_code == 400 or "form" not in first.context or "found" not in first.context:
        assert 'data-testid="problem"' in first.content.decode()
        return
    second = client.post(IMPORT, choices_of(first))
    assert second.status_code in (302, 400)
    if second.status_code == 400:
        told = [words for errors in second.context["form"].errors.values() for words in errors]
        assert told or 'data-testid="problem"' in second.content.decode()
        assert all(words in unescape(second.content.decode()) for words in told)
        assert "Milk cures insomnia" in second.content.decode()
        assert not Article.objects.exists()
    else:
        article = Article.objects.get()
        change = client.get(f"/admin/articles/article/{article.pk}/change/")
        assert change.status_code == 200
