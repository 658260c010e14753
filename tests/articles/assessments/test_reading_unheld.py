"""The engine reads without holding the draft, and only what it found in the draft as it stands is kept."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection, transaction
from django.utils import timezone

from articles import assessments, services
from articles.models import Article
from articles.services.assessing import UNHELD
from articles.services.groups import EDITORS
from evidence import Assessment
from tests.articles.factories import edit, make_approved_article, make_article, make_citation, make_user

BARE = "Magnesium supplements improve sleep in older adults."
OTHER = "Zinc lozenges shorten colds in adults."


def read_while(act: Callable[[int], None], article: Article) -> int:
    """Has the draft read; `act` is called with the number of the reading while the engine reads. How often it read."""
    engine, readings = assessments.assess, []

    def reads(given: Article, **kw: Any) -> Assessment:
        readings.append(given)
        act(len(readings))
        return engine(given, **kw)

    with patch.object(assessments, "assess", reads):
        services.assess_article(article_id=article.pk)
    article.refresh_from_db()
    return len(readings)


@pytest.mark.django_db
def test_what_was_found_in_words_that_changed_meanwhile_is_not_kept() -> None:
    article = make_article(body=BARE)
    assert read_while(lambda number: number == 1 and edit(article, body=OTHER), article) == 2
    assert article.is_assessed
    assert list(article.claims.values_list("text", flat=True)) == [OTHER]


@pytest.mark.django_db
def test_a_work_that_changes_meanwhile_is_read_anew() -> None:
    work = make_citation()
    article = make_article(body=f"{BARE[:-1]} [@doe2019].", citations={"doe2019": work})

    def retracts(number: int) -> None:
        if number == 1:
            type(work).objects.filter(pk=work.pk).update(status="retracted", status_checked=timezone.localdate())

    assert read_while(retracts, article) == 2
    assert article.flags.open().filter(code="retracted-source").exists()


@pytest.mark.django_db
def test_a_page_that_goes_live_meanwhile_is_looked_at_too() -> None:
    article, publisher = make_approved_article(), make_user(EDITORS)
    services.assess_article(article_id=article.pk)

    def goes_live(number: int) -> None:
        if number == 1:
            services.publish(article=Article.objects.get(pk=article.pk), by=publisher)

    assert read_while(goes_live, article) == 2
    assert article.is_public


@pytest.mark.django_db
def test_a_draft_that_changes_at_every_reading_is_held_for_the_last() -> None:
    article = make_article(body=BARE)

    def changes(number: int) -> None:
        if number <= UNHELD:
            edit(article, body=f"{OTHER} {number}")

    assert read_while(changes, article) == UNHELD + 1
    assert article.is_assessed


@pytest.mark.django_db
def test_a_draft_that_is_deleted_meanwhile_is_passed_over() -> None:
    article = make_article(body=BARE)
    engine = assessments.assess

    def deletes(given: Article, **kw: Any) -> Assessment:
        found = engine(given, **kw)
        Article.objects.filter(pk=article.pk).delete()
        return found

    with patch.object(assessments, "assess", deletes):
        services.assess_article(article_id=article.pk)
    assert not Article.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_nobody_waits_for_the_engine() -> None:
    article, taken = make_article(body=BARE), []

    def take() -> None:
        with transaction.atomic():
            taken.append(Article.objects.select_for_update(nowait=True).get(pk=article.pk).pk)
        connection.close()

    def meanwhile(number: int) -> None:
        editor = Thread(target=take)
        editor.start()
        editor.join()

    assert read_while(meanwhile, article) == 1
    assert taken == [article.pk]
