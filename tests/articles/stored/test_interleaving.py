"""Reads and edits at once: no draft, no stale page, nobody else's page. `make prove` has 10,000 of them."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from django.db import connection, transaction

from articles.models import Article, StoredPage
from articles.stored import keeping, rendering
from tests.articles.published import publish, snapshot
from tests.articles.stored import interleaving

pytestmark = pytest.mark.django_db(transaction=True)

URL = "/articles/magnesium/"


def in_another_connection(work: Any) -> None:
    def and_close() -> None:
        work()
        connection.close()

    thread = threading.Thread(target=and_close)
    thread.start()
    thread.join()


def test_a_page_rendered_while_a_change_is_under_way_is_not_kept() -> None:
    with transaction.atomic():
        article = publish(snapshot("Helps."))
    with transaction.atomic():
        Article.objects.filter(pk=article.pk).update(status="needs-update")
        in_another_connection(lambda: keeping.keep(URL))
    assert not StoredPage.objects.exists()
    keeping.keep(URL)
    assert StoredPage.objects.get().address == URL


def test_a_change_that_begins_while_a_page_is_rendered_waits_and_ends_the_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with transaction.atomic():
        article = publish(snapshot("Helps."))
    rendered, changing = threading.Event(), threading.Event()
    true = rendering.render

    def slowly(address: str) -> Any:
        page = true(address)
        rendered.set()
        changing.wait(10)
        return page

    monkeypatch.setattr(keeping, "render", slowly)
    reader = threading.Thread(target=lambda: (keeping.keep(URL), connection.close()))
    reader.start()
    rendered.wait(10)
    threading.Timer(0.3, changing.set).start()
    Article.objects.filter(pk=article.pk).update(status="needs-update")
    assert changing.is_set(), "the change did not wait for the page that is being kept"
    reader.join()
    assert StoredPage.objects.get().stale


def test_readers_see_what_is_true_while_editors_work(settings: Any, make_user: Any) -> None:
    make_user("eve-the-editor", "Editors")
    tally = interleaving.run(reads=120, edits=20, user="eve-the-editor")
    assert tally.faults == []
    assert tally.reads >= 120
    assert tally.edits >= 20
    assert tally.compared > 12
