"""The state of a draft is what its rows say, value for value as a form sends them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.models import Article, Topic
from articles.services.draft_states import ROWS, state_of, written
from tests.articles import factories

pytestmark = pytest.mark.django_db


def row_by_row(article: Article, kind: str) -> list[tuple[str, dict[str, str]]]:
    rows = getattr(article, kind).order_by("pk")
    return [(str(row.pk), {name: told(row, name) for name in ROWS[kind]}) for row in rows]


def told(row: Any, name: str) -> str:
    column = row._meta.get_field(name).attname
    return written(getattr(row, column)).strip()


def test_a_draft_with_nothing_beside_it_has_no_rows() -> None:
    article = factories.make_article(citations={})
    article.credits.all().delete()
    state = state_of(article)
    assert (state.topics, set(state.rows.values())) == (frozenset(), {()})


def test_each_row_is_told_as_its_own_fields_say_in_one_query(author: User, django_assert_num_queries: Any) -> None:
    works = {f"key{number}": factories.make_citation() for number in range(3)}
    other = factories.make_article(by=author, citations={"other": factories.make_citation()})
    article = factories.make_article(by=author, citations=works)
    article.credits.create(contributor=factories.make_contributor(), role="reviewer", order=7)
    article.topics.set([Topic.objects.create(name=name, slug=name) for name in ("knees", "colds")])
    other.topics.set([Topic.objects.create(name="skin", slug="skin")])
    odd = '  “Two\r\nlines”, a \\ and a "quote" – 锌  '
    days = {"valid_from": date(2026, 1, 2), "valid_until": None}
    factories.make_disclosure(article=article, wording=odd, advertisement=True, **days)
    factories.make_disclosure(article=article, advertisement=False)
    factories.make_disclosure(article=other)
    with django_assert_num_queries(1):
        state = state_of(article)
    assert state.topics == {str(pk) for pk in article.topics.values_list("pk", flat=True)}
    for kind in ROWS:
        assert [(row.pk, dict(row.values)) for row in state.rows[kind]] == row_by_row(article, kind)
        assert state.rows[kind]
    assert "2026-01-02" in state.rows["disclosures"][0].values.values()
