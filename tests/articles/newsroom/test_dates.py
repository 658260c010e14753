"""Days and times have one form in the newsroom: 29 November 2026, 14:05."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.utils.formats import date_format, localize

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
FORMS = {"DATE_FORMAT", "DATETIME_FORMAT", "j F Y", "H:i", "H:i:s", "c", "Y-m-d"}
"""The form, its halves, and what machines read in attributes."""


@pytest.mark.parametrize("folder", ["newsroom", "admin"])
def test_no_page_of_the_newsroom_writes_days_in_another_form(folder: str) -> None:
    for file in sorted((TEMPLATES / folder).rglob("*.html")):
        used = set(re.findall(r"\|date:[\"']([^\"']*)[\"']", file.read_text(encoding="utf-8")))
        assert used <= FORMS, file.name


def test_what_django_writes_by_itself_has_that_form_too() -> None:
    at = datetime(2026, 11, 29, 14, 5, tzinfo=UTC)
    assert localize(at) == "29 November 2026, 14:05"
    assert date_format(at, "SHORT_DATETIME_FORMAT") == "29 Nov 2026, 14:05"
    assert localize(date(2026, 11, 29)) == "29 November 2026"
    assert date_format(at, "TIME_FORMAT") == "14:05"
