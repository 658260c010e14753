"""Many posts are chosen and brought in, as people do it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from articles.models import PostBatch
from tests.articles.exports import samples

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_chosen_files_come_in_and_write_into_no_other_field(browser_page: Any, author: User, tmp_path: Path) -> None:
    archive = tmp_path / "blog.zip"
    archive.write_bytes(samples.archive({"a.md": "# Zinc\n\nZinc helped 80 adults.", "old.doc": "x"}))
    page = browser_page
    page.goto("/admin/login/")
    page.fill("[name=login], [name=username]", author.username)
    page.fill("[name=password]", "password")
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    page.goto(reverse("newsroom:import-many"))
    page.set_input_files("input[type=file]", str(archive))
    assert page.input_value("[name=old_addresses]") == ""
    page.get_by_role("button", name="Bring them in").click()
    page.get_by_text("1 of 2 done").wait_for()
    assert PostBatch.objects.get().old_addresses == ""
