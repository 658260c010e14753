"""Works added in a browser: seen before they are saved, completed while one looks on, and one fact set by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User

from citations.lookups.session import Session
from citations.models import Citation
from citations.services import metadata_completion
from tests.browser.signing_in import sign_in
from tests.browser.test_accessibility import RULES
from tests.citations import samples
from tests.citations.conftest import asking, clock, services  # noqa: F401 - fixtures
from tests.citations.services_server import Reply, Services
from tests.drawing import some

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _no_broker() -> Iterator[None]:
    """The worker has tests of its own; here the test itself plays the worker."""
    with patch("citations.services.metadata_completion.current_app.send_task"):
        yield


COLOURS = RULES | {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}


def faults(page: Any) -> list[str]:
    """What axe finds in our own part of the page; the frame around it is unfold's. One day light, one day dark."""
    seen = []
    for scheme, rules in some((("light", RULES), ("dark", COLOURS)), 2):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, context=".newsroom", options=rules).response["violations"]
        seen += [f"{scheme}, {fault['id']}: {node['html'][:120]}" for fault in found for node in fault["nodes"]]
    return seen


@pytest.mark.drawn(1)
def test_a_work_is_added_completed_and_corrected(
    browser_page: Any,
    editor: User,
    services: Services,  # noqa: F811
    asking: Session,  # noqa: F811
) -> None:
    page = browser_page
    services.answers |= {
        f"/crossref/works/{samples.DOI}": samples.crossref_work(),
        "/eutils/esearch.fcgi": samples.esearch(samples.PMID),
        "/eutils/efetch.fcgi": samples.pubmed_set(samples.pubmed_article()),
        f"/openalex/works/doi:{samples.DOI}": Reply(b"", 503),
    }
    sign_in(page, editor)
    page.goto("/admin/citations/citation/")
    page.click("text=Add works >> nth=0")
    assert faults(page) == []
    page.fill("[name=text]", f"https://doi.org/{samples.DOI}\nhello there")
    page.click("text=Read it")
    assert page.locator("[data-testid=recognised]").count() == 1
    assert "Line 2" in page.locator("[data-testid=faults]").inner_text()
    assert faults(page) == []
    assert not Citation.objects.exists()

    page.click("text=Add to the library")
    row = page.locator("[data-testid=added]")
    assert "title not yet known" in row.inner_text()
    assert faults(page) == []
    work = Citation.objects.get()
    metadata_completion.complete_work(citation_id=work.pk, using=asking)
    page.wait_for_selector("text=The services have been asked.")
    assert "Walking for sore knees" in row.inner_text()
    assert "no answer yet" in row.inner_text()

    row.locator("a").first.click()
    page.locator("[data-fact=design] summary").click()
    assert faults(page) == []
    page.select_option("[data-fact=design] [name=value]", "cohort")
    page.fill("[data-fact=design] [name=reason]", "Methods: no random groups")
    page.click("[data-fact=design] button >> text=Set it")
    page.wait_for_selector("[data-fact=design].fact-differs")
    assert "Methods: no random groups" in page.locator("[data-fact=design]").inner_text()
    work.refresh_from_db()
    assert work.design == "cohort"


def test_the_panel_fits_a_phone(browser_page: Any, editor: User, services: Services, asking: Session) -> None:  # noqa: F811
    services.answers[f"/crossref/works/{samples.DOI}"] = samples.crossref_work()
    work = Citation.objects.create(title="Walking for sore knees", fingerprint="x", doi=samples.DOI)
    metadata_completion.complete_work(citation_id=work.pk, using=asking)
    page = browser_page
    page.set_viewport_size({"width": 390, "height": 800})
    sign_in(page, editor)
    for path in (f"{work.pk}/change/", "add-works/"):
        page.goto(f"/admin/citations/citation/{path}")
        too_wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(too_wide) <= 0, path
