"""What stands on a drawer that is shut is true of the rows in it."""

from __future__ import annotations

import pytest

from articles.models import Role
from articles.newsroom.drawer_lines import LINES, Summed, summed
from tests.articles import factories

pytestmark = pytest.mark.django_db


def lines(found: Summed) -> list[str]:
    return [line(found) for _, line in LINES.values()]


def test_an_article_that_was_never_saved_has_nothing_and_asks_for_nothing(
    django_assert_num_queries: object,
) -> None:
    with django_assert_num_queries(0):  # type: ignore[operator]
        found = summed(None)
    assert lines(found) == ["Nobody named yet", "No works yet", "No product named"]


def test_rows_of_other_articles_and_sentences_that_left_the_text_are_not_counted() -> None:
    other = factories.make_article(body="Walking helps [@doe2019].")
    factories.make_disclosure(article=other)
    article = factories.make_article(body="Walking helps.", citations={})
    article.credits.all().delete()
    assert lines(summed(article)) == ["Nobody named yet", "No works yet", "No product named"]


def test_people_works_and_products_are_counted_in_one_query(django_assert_num_queries: object) -> None:
    works = {
        "roe2001": factories.make_citation(status="retracted", status_checked="2026-11-01"),
        "doe2019": factories.make_citation(),
    }
    article = factories.make_article(body="Walking eases knee pain [@roe2001].", citations=works)
    article.credits.all().delete()
    for role in (Role.AUTHOR, Role.AUTHOR, Role.REVIEWER):
        article.credits.create(contributor=factories.make_contributor(interests=""), role=role)
    factories.make_disclosure(article=article, tie="", author_tie="")
    claim = factories.assess_as(article).claims.get()
    claim.links.create(article_citation=article.article_citations.get(key="roe2001"), how="marker")
    with django_assert_num_queries(1):  # type: ignore[operator]
        found = summed(article)
    assert lines(found) == [
        "2 authors, 1 reviewer, interests of 3 not stated",
        "2 works, 1 cited, 1 retracted or under concern",
        "1 product, unanswered",
    ]
    article.claims.update(current=False)
    assert lines(summed(article))[1].startswith("2 works, 0 cited")
