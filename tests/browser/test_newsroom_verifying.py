"""Invented and mistaken references in a browser: seen, mended by a click, decided, and no way to publish before."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import yaml
from django.contrib.auth.models import User
from pytest_django import Settings

from articles import services
from articles.models import Article, Contributor
from citations.models import Citation, Verification
from citations.services import foreseen_verdicts, verifying
from evidence.references.csl_dates import with_parts
from tests.browser.signing_in import sign_in
from tests.citations.registers import Registers, registers
from tests.citations.verification.judging import asking

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "walking-and-low-back-pain.md"
BRIDGE = {
    "type": "article-journal",
    "title": "On the swaying of bridges under marching troops",
    "author": [{"family": "Pell", "given": "J"}],
    "container-title": "Bridge Letters",
    "issued": {"date-parts": [[1998]]},
    "volume": "2",
    "page": "1-9",
    "DOI": "10.5555/bridge.1",
}
INVENTED = {
    "type": "article-journal",
    "title": "Walking shoes and the backs of bricklayers: a randomised trial",
    "author": [{"family": "Quillfeather", "given": "P"}],
    "year": 2022,
    "container-title": "Bridge Letters",
    "volume": "5",
    "page": "130-138",
}


@pytest.fixture(autouse=True)
def _no_broker() -> Iterator[None]:
    """The worker has tests of its own; here the test itself plays the worker."""
    with (
        patch("citations.services.verifying.current_app.send_task"),
        patch("citations.services.metadata_completion.current_app.send_task"),
    ):
        yield


def references() -> tuple[dict[str, Any], str]:
    _, front, body = EXAMPLE.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(front), body


@pytest.fixture
def world(settings: Settings) -> Iterator[Registers]:
    settings.LOOKUPS = True
    meta, _ = references()
    real = [with_parts({name: value for name, value in item.items() if name != "facts"}) for item in meta["references"]]
    held = [{**item, "DOI": str(item["DOI"]).lower()} for item in real if item.get("DOI")]
    with registers([*held, BRIDGE]) as played:
        yield played


def post() -> tuple[str, str]:
    """The example with two invented works on its list and the DOI of a bridge on one that exists; and its own DOI."""
    meta, body = references()
    mistaken = next(item for item in meta["references"] if item.get("DOI"))
    right, mistaken["DOI"] = str(mistaken["DOI"]).lower(), BRIDGE["DOI"]
    mistaken.pop("PMID", None)
    other = {
        **copy.deepcopy(INVENTED),
        "title": "Bricks and the walking of their layers: a cohort study",
        "DOI": "10.5555/made.up",
    }
    meta["references"] += [{"id": "invented", **INVENTED}, {"id": "made-up", **other}]
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n{body}", right


def play_worker(article: Article) -> None:
    for row in Verification.objects.all():
        verifying.verify_work(citation_id=row.citation_id, using=asking())
    services.assess_article(article_id=article.pk)


def refusals(page: Any, article: Article) -> set[str]:
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.click("summary:has-text('More')")
    page.click("summary:has-text('Before publication')")
    page.wait_for_selector("[data-testid=obstacle]")
    return {row.get_attribute("data-code") for row in page.locator("[data-testid=obstacle]").all()}


def test_no_invented_reference_gets_past(
    browser_page: Any, world: Registers, author: User, editor: User, reviewer: User, make_user: Callable[..., User]
) -> None:
    page = browser_page
    text, right = post()
    sign_in(page, author)
    page.goto("/admin/articles/article/import/")
    page.fill("[name=text]", text)
    page.click("text=Read it")
    page.wait_for_selector("[data-testid=recognised]")
    for key in {slot.get_attribute("data-verdict") for slot in page.locator(".verdict-slot").all()}:
        foreseen_verdicts.verify_written(key=str(key), using=asking())
    page.wait_for_selector(".verdict-slot >> text=Identifier leads to another work")
    page.wait_for_selector(".verdict-slot >> text=Identifier never given out")
    assert page.locator(".verdict-slot >> text=Identifier never given out").count() == 1
    page.click("text=Save as a draft")
    page.wait_for_url("**/change/")
    article = Article.objects.get()
    Contributor.objects.update(interests="none")
    play_worker(article)

    sign_in(page, editor)
    assert {"identifier-unregistered", "identifier-mismatch"} <= refusals(page, article)
    page.goto(f"/admin/articles/article/{article.pk}/change/#drawer-article_citations")
    page.locator('a.pill:has-text("Known to no service")').wait_for()

    mistaken = Citation.objects.get(doi=BRIDGE["DOI"])
    page.goto(f"/admin/citations/citation/{mistaken.pk}/change/")
    assert "On the swaying of bridges" in page.locator("#verdict").inner_text()
    page.click("#verdict >> text=Use this DOI instead")
    page.wait_for_selector(f"text=doi:{right} now")
    play_worker(article)
    assert "identifier-mismatch" not in refusals(page, article)

    second = make_user("second", "Editors")  # whoever mended a work has a share in the draft
    User.objects.filter(pk=second.pk).update(first_name="Ines", last_name="Roth")  # readers are told who accepted
    sign_in(page, second)
    flag = article.flags.open().get(code="identifier-unregistered")
    page.goto(f"/admin/articles/flag/{flag.pk}/change/")
    page.check("[name=verdict][value=accept]")
    page.fill("[name=reason]", "Seen by me in print; I hold a photo of its title page.")
    page.click("text=Record the decision")

    services.submit_for_review(article=article, by=author)
    article.refresh_from_db()
    services.approve(article=article, by=reviewer, version=article.version)
    page.goto(f"/admin/articles/article/{article.pk}/change/")
    page.click(".workflow-acts >> text=Publish")
    page.wait_for_selector(".status-published")
    page.goto(f"/articles/{article.slug}/")
    assert "works checked against Crossref" in page.inner_text("body")
