"""The owner's article, imported through the screen in a browser: it cannot be published, and says why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User

from articles import services
from articles.models import Article
from tests.browser.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SEED = Path(__file__).resolve().parents[3] / "shared" / "acceptance" / "seed-article.txt"
needs_seed = pytest.mark.skipif(
    not SEED.exists(), reason="../shared with the owner's article is not beside the project"
)


@pytest.fixture(autouse=True)
def _no_broker() -> Iterator[None]:
    """The worker has tests of its own; here the test itself plays the worker."""
    with patch("articles.newsroom.review_desk.assess_article.delay"):
        yield


@needs_seed
def test_the_owners_article_is_imported_and_refused_with_its_blockers(
    browser_page: Any, author: User, editor: User
) -> None:
    page = browser_page
    sign_in(page, author)
    page.goto("/admin/articles/article/")
    page.click("text=Import an article >> nth=-1")
    page.set_input_files("[name=file]", str(SEED))
    page.click("text=Read it")
    page.wait_for_selector("[data-testid=recognised]")

    assert page.locator("[data-testid=title-missing]").is_visible()
    assert page.locator("[data-testid=reference]").count() == 9
    assert "Flora Bloom" in page.locator("[data-testid=product]").inner_text()
    assert not Article.objects.exists()

    page.fill("[name=title]", "The gut of a newborn")
    page.select_option("[name=tie-0]", "own")
    page.click("text=Save as a draft")
    page.wait_for_url("**/change/")
    article = Article.objects.get()
    panel = page.locator(".findings")
    assert panel.get_attribute("data-state") == "reading"

    services.assess_article(article_id=article.pk)
    page.wait_for_selector(".findings[data-state=read] .finding-blocker")

    sign_in(page, editor)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    assert page.locator(".workflow-acts button:has-text('Publish')").count() == 0
    page.click("summary:has-text('More')")
    page.click("summary:has-text('Before publication')")
    page.wait_for_selector("[data-testid=obstacle]")
    said = {row.get_attribute("data-code") for row in page.locator("[data-testid=obstacle]:visible").all()}
    blockers = set(article.flags.open().blockers().values_list("code", flat=True))
    assert blockers
    assert said >= blockers | {"not-approved"}
    article.refresh_from_db()
    assert article.status == Article.Status.DRAFT
    assert article.live_revision is None
