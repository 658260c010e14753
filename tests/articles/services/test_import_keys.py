"""Keys, titles and topics of posts from elsewhere: what is imported can be saved again."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.models import Article, Topic
from articles.services import ImportRefused, import_article, save_draft
from articles.services.import_keys import kept_keys
from articles.services.recognising import UnreadablePost

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)
KEPT = (
    *("müller2019", "nordström1992", "HFH+:WEKA:09", "_smith2019", "Díaz-León2015", "a/b2019", "10.1000/abc"),
    *("smith#1", "smith&co2019", "Smith_Jones:2019-a", "2019smith", "x~y", "a?b", "k" * 80),
)
MENDED = {
    "smith 2019": "smith-2019",
    "é2019": "e2019",
    "Łoś 2020": "Los-2020",
    "Østergård 2019": "Ostergard-2019",
    "Großmann 2018": "Grossmann-2018",
    "Þórðarson 2017": "Thordarson-2017",
    "Đỗ 2016": "Do-2016",
    "smith2019.": "smith2019",
    "@smith2019": "smith2019",
    "o'neil2019": "o-neil2019",
    "smith{x}": "smith-x",
    "smith;2019": "smith-2019",
    "-smith": "smith",
    "李2019": "work1",
    "a(b)c": "a-b-c",
    "[smith]": "smith",
    "k" * 81: "k" * 80,
    "k" * 500: "k" * 80,
}


def post(key: str, **more: Any) -> str:
    row = {"id": key, "title": "Zinc for colds in adults", "issued": 2019, **more}
    return f"---\ntitle: Zinc\nreferences:\n- {json.dumps(row)}\n---\n\nZinc shortens colds [@{key}].\n"


@pytest.mark.parametrize("key", KEPT)
def test_keys_as_tools_write_them_stay_and_the_draft_is_saved(author: User, key: str) -> None:
    article = import_article(text=post(key), by=author, today=TODAY)
    row = article.article_citations.get()
    assert (row.key, article.body) == (key, f"Zinc shortens colds [@{key}].\n")
    row.full_clean()


@pytest.mark.parametrize(("key", "instead"), MENDED.items())
def test_other_keys_are_changed_in_the_list_and_in_the_text(author: User, key: str, instead: str) -> None:
    article = import_article(text=post(key), by=author, today=TODAY)
    row = article.article_citations.get()
    assert (row.key, article.body) == (instead, f"Zinc shortens colds [@{instead}].\n")
    row.full_clean()
    save_draft(article=article, by=author, expected_version=1)


def test_keys_that_become_the_same_stay_apart() -> None:
    assert kept_keys(["smith 2019", "smith-2019", "smith;2019", "李", "王"]) == [
        *("smith-2019-2", "smith-2019", "smith-2019-3", "work4", "work5"),
    ]


def test_a_key_that_begins_another_is_not_taken_for_it(author: User) -> None:
    rows = [{"id": key, "title": f"A work on {key}", "issued": 2019} for key in ("smith 2019", "smith 2019 b")]
    text = f"---\ntitle: Zinc\nreferences: {json.dumps(rows)}\n---\n\nZinc works [@smith 2019; @smith 2019 b].\n"
    article = import_article(text=text, by=author, today=TODAY)
    assert article.body == "Zinc works [@smith-2019; @smith-2019-b].\n"


@pytest.mark.parametrize("escape", [r"Nul \0 work", r"Nul \x00", r"Nul \u0000", r"Half \ud800 sign", r"Half \uDFFF"])
def test_what_no_database_keeps_is_refused_with_its_line(author: User, escape: str) -> None:
    text = f'---\ntitle: Zinc\nreferences:\n- {{id: a, title: "{escape}"}}\n---\n\nZinc works [@a].\n'
    with pytest.raises(UnreadablePost, match=r"line 4: it holds a NUL, or half of a sign"):
        import_article(text=text, by=author, today=TODAY)
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("meta", "name"),
    [("title: '" + "a" * 251 + "'", "Title"), (f"standfirst: {'a' * 601}", "Standfirst"), ("market: XX", "Market")],
)
def test_what_is_too_long_is_refused_with_the_name_of_its_field(author: User, meta: str, name: str) -> None:
    head = meta if meta.startswith("title") else f"title: Zinc\n{meta}"
    with pytest.raises(ImportRefused, match=f"^{name}: "):
        import_article(text=f"---\n{head}\n---\n\nZinc works.\n", by=author, today=TODAY)


def test_a_topic_known_under_another_address_is_found_by_its_name(author: User) -> None:
    known = Topic.objects.create(name="Sleep", slug="sleep-health")
    article = import_article(
        text="---\ntitle: Zinc\ntopics: [SLEEP, 睡眠]\n---\n\nZinc works.\n", by=author, today=TODAY
    )
    assert list(article.topics.order_by("pk")) == [known, Topic.objects.get(name="睡眠")]
    assert Topic.objects.get(name="睡眠").slug == "topic"
