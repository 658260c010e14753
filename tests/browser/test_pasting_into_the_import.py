"""Rich text pasted into the import comes in as Markdown."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User

from tests.browser.signing_in import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASTE = """(field, [html, plain]) => {
  const data = new DataTransfer();
  data.setData("text/html", html); data.setData("text/plain", plain);
  field.focus();
  field.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


def test_headings_links_and_lists_are_kept(browser_page: Any, author: User) -> None:
    page = browser_page
    sign_in(page, author)
    page.goto("/admin/articles/article/import/")
    html = '<h2>Zinc</h2><p>It helped in <a href="https://doi.org/10.1000/a">a trial</a>.</p><ul><li>one</li></ul>'
    page.eval_on_selector("[name=text]", PASTE, [html, "Zinc"])
    page.wait_for_function("document.querySelector('[name=text]').value.length > 0")
    text = page.input_value("[name=text]")
    assert "## Zinc" in text
    assert "[a trial](https://doi.org/10.1000/a)" in text
    assert "- one" in text or "* one" in text
