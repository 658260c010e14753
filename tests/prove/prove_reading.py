"""No fault by axe-core on any public page: light and dark, desk and phone, and with whatever opens open.

The articles are those of the pictures (scripts/pictures): all of `examples/`, one that is hard to set, one withdrawn.
The short version is tests/browser/test_accessibility.py.
"""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from scripts.pictures.addresses import PUBLIC
from scripts.pictures.filling import fill
from tests.browser.serving import ADDRESS, Serving

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
}
MORE = ("/topics/exercise/", "/articles/walking-and-low-back-pain/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing_on_any_public_page(chromium: Any, db: None, scheme: str, width: int) -> None:
    rows = fill()
    context = chromium.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, reduced_motion="reduce"
    )
    Serving(Client(), policy=False).attach(context)
    page, found, looked = context.new_page(), {}, 0
    for name, path, press in [(one.name, one.path, one.press) for one in PUBLIC] + [
        (more, more, None) for more in MORE
    ]:
        page.goto(ADDRESS + path.format(**rows))
        if press:
            press(page)
        faults = Axe().run(page, options=RULES).response["violations"]
        looked += 1
        if faults:
            found[name] = [f"{fault['id']}: {node['html'][:120]}" for fault in faults for node in fault["nodes"]]
    context.close()
    print(f"{scheme}, {width}: {looked} pages, {sum(map(len, found.values()))} faults")  # noqa: T201  what it looked at
    assert found == {}
