"""What is kept while somebody types: for one version, for some seconds, and never for what is saved."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test.utils import CaptureQueriesContext

from articles.assessments import assess, deadlines, kept_facts
from articles.assessments.kept_facts import facts_of
from articles.assessments.passages import assess_words
from articles.models import Article
from tests.articles import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 29)


def correct(article: Article) -> None:
    """Somebody writes down elsewhere that the work of the article is no trial."""
    work = article.article_citations.get().citation
    work.design = "cohort"
    work.save()


def design(article: Article, today: date = TODAY) -> str:
    return str(facts_of(article, today).works[0].design)


def test_they_are_asked_again_after_some_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    article = factories.make_article()
    assert design(article) == "rct"
    correct(article)
    assert design(article) == "rct"
    monkeypatch.setattr(kept_facts, "SECONDS", 0)
    assert design(article) == "cohort"


def test_they_are_asked_again_for_another_version_or_day() -> None:
    article = factories.make_article()
    facts_of(article, TODAY)
    correct(article)
    assert design(article, TODAY + timedelta(days=1)) == "cohort"
    article.version += 1
    assert design(article) == "cohort"


def test_what_is_saved_is_read_with_the_rows_as_they_stand() -> None:
    article = factories.make_article()
    facts_of(article, TODAY)
    correct(article)
    found = assess(article, today=TODAY, deadline=deadlines.for_assessment())
    assert [str(source.design) for source in found.sources] == ["cohort"]


def test_no_more_are_kept_than_so_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_facts, "MOST", 2)
    for _ in range(3):
        facts_of(factories.make_article(), TODAY)
    assert len(kept_facts._kept) == 2


def test_the_second_time_asks_nothing(django_assert_num_queries: CaptureQueriesContext) -> None:
    article = factories.make_article()
    facts_of(article, TODAY)
    with django_assert_num_queries(0):  # type: ignore[operator]
        facts_of(article, TODAY)


def test_a_product_is_known_as_soon_as_it_is_typed() -> None:
    article = factories.make_article(body="The weather was fine.")
    product = factories.make_product()
    text = f"{product.name} cures knee pain."
    found, *_ = assess_words(article, text, today=TODAY, deadline=deadlines.for_assessment())
    assert "undisclosed-product" in {flag.code for flag in (*found.page_flags, *found.sentences[0].flags)}
    assert article.body == "The weather was fine."
