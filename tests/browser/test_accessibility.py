"""axe-core finds nothing to mend on any public page, in light and in dark (WCAG 2.2 A and AA)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import User
from django.test import Client

from articles.services.policies import write_policy
from articles.services.public_record import amend
from tests.articles.published import PERSON, REVIEWER, claim, flag, publish, snapshot, work
from tests.browser.serving import ADDRESS, Serving
from tests.browser.test_public_article import CONTRAST
from tests.drawing import some

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    "resultTypes": ["violations"],
}
PAGES = [
    "/",
    "/articles/magnesium/",
    "/topics/sleep/",
    "/people/ada-lind/",
    "/topics/",
    "/people/",
    "/archive/",
    "/archive/2026/3/",
    "/search/",
    "/search/?q=magnesium&level=best",
    "/search/?q=xylophone",
    "/claims/?q=magnesium",
    "/how-we-grade-evidence/",
    "/how-we-work/",
    "/how-we-work/contact/",
    "/how-we-work/contact/versions/2/",
    "/how-we-work/figures/",
    "/corrections/",
    "/articles/magnesium/versions/",
    "/articles/magnesium/versions/1/",
    "/articles/magnesium/changes/",
    "/articles/magnesium/report/",
    "/nothing-here/",
]
WORDS = "Magnesium improved sleep in a trial in 46 older adults [@key1]. Magnesium also prevents anxiety."


@pytest.fixture
def published_article(db: None) -> None:
    claims = [
        claim(1, WORDS.partition("]. ")[0] + "].", "weak", [flag("single-study-generalisation")]),
        claim(2, "Magnesium also prevents anxiety.", "none", [flag("missing-citation")]),
    ]
    disclosure = {
        "product": "Still Night",
        "seller": "Us",
        "tie": "own",
        "statement": "We sell it.",
        "advertisement": "Still Night is a capsule.",
        "disclaimer": True,
    }
    article = publish(
        snapshot(
            f"{WORDS}\n\n## Part two\n\nText.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
            claims,
            citations=[work(1, used_in=[1]), work(2)],
            contributors=[PERSON, REVIEWER],
            topics=[{"name": "Sleep", "slug": "sleep"}],
            disclosures=[disclosure],
        )
    )
    chief, live = User.objects.create_superuser("chief"), article.live_revision
    amend(article=article, by=chief, kind="correction", wrong="64 adults.", right="46.", before=live, after=live)
    write_policy(page="contact", text="Ring twice.", said="Shorter.", by=chief, seen=1)


@pytest.fixture(params=[("light", 1280), ("dark", 390)], ids=lambda given: f"{given[0]}-{given[1]}")
def page(request: pytest.FixtureRequest, chromium: Any, client: Client, published_article: None) -> Iterator[Any]:
    """Two of four, one each day; tests/prove/prove_reading.py has all."""
    scheme, width = request.param
    context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
    Serving(client, policy=False).attach(context)
    page = context.new_page()
    yield page
    context.close()


def faults(page: Any) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{fault['id']}: {node['html'][:120]}" for fault in found for node in fault["nodes"]]


@pytest.mark.drawn(2)
def test_axe_sees_a_fault_where_there_is_one(page: Any) -> None:
    page.goto(f"{ADDRESS}/")
    page.evaluate("document.querySelector('h1').innerHTML = '<img src=x>'")
    assert any(fault.startswith("image-alt") for fault in faults(page))


@pytest.mark.drawn(2)
def test_every_public_page_passes(page: Any, request: pytest.FixtureRequest) -> None:
    """Each in one of the two, half of them a day; the article's own always."""
    odd = "light" in request.node.callspec.id
    found = {}
    for path in {"/articles/magnesium/", *some(PAGES[odd::2], 2)}:
        page.goto(f"{ADDRESS}{path}")
        if wrong := faults(page):
            found[path] = wrong
    assert found == {}


@pytest.mark.drawn(2)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_public_page_scrolls_sideways_at_320_pixels_or_hides_words_in_high_contrast(
    chromium: Any, client: Client, published_article: None, scheme: str
) -> None:
    viewport = {"width": 320, "height": 800}
    context = chromium.new_context(forced_colors="active", color_scheme=scheme, viewport=viewport)
    Serving(client).attach(context)
    page, found = context.new_page(), {}
    for path in PAGES:
        page.goto(f"{ADDRESS}{path}")
        if path == "/articles/magnesium/":  # the sentence whose note is open is lit
            page.locator(".tag[popovertarget]").first.click()
            page.locator(".claim.lit").first.wait_for()
        wide, lost = page.evaluate("document.documentElement.scrollWidth"), page.evaluate(CONTRAST)
        if wide > 320 or lost:
            found[path] = (wide, lost)
    context.close()
    assert found == {}


@pytest.mark.drawn(2)
def test_an_open_claim_card_passes(page: Any) -> None:
    page.emulate_media(reduced_motion="reduce")  # colours are judged once a card stands
    page.goto(f"{ADDRESS}/articles/magnesium/")
    page.locator(".tag[popovertarget]").first.click()
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.locator(".cite a").first.click()
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert faults(page) == []
