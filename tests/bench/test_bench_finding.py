"""The bench of finding asks for pages that are there: over few rows, so that one sees it before a night was spent."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from tests.bench import bench_finding


@pytest.mark.django_db(transaction=True)
def test_every_page_that_is_timed_is_there(
    client: Client, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[Any]
) -> None:
    for name, number in (("SEARCHED", 60), ("LISTED", 400), ("TIMES", 2), ("READS", 2)):
        monkeypatch.setattr(bench_finding, name, number)
    bench_finding.test_finding(client)
    said = capsys.readouterr().out
    assert "answered in the first three" in said
    assert "page 1,000: search" in said
