"""A worker in a process of its own, over a real broker, finds that a work came in twice; nobody sends it there."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from citations.models import Citation, DuplicatePair
from citations.services.intake import Work, add_works

pytestmark = pytest.mark.worker
SECONDS = 60
TITLE = "Walking for sore knees in adults over fifty: a randomised trial"


def added(title: str, **csl: str) -> Citation:
    record = {"type": "article-journal", "title": title, "author": [{"family": "Doe"}], **csl}
    return add_works(works=[Work.of({**record, "issued": {"date-parts": [[2020]]}})])[0][0]


def test_a_work_that_comes_in_twice_is_put_before_editors(worker: Path) -> None:
    one = added(TITLE, DOI="10.5555/knees")
    two = added(TITLE.replace("fifty", "fitfy"))
    assert one.pk != two.pk
    give_up = time.monotonic() + SECONDS
    while not DuplicatePair.objects.exists():
        assert time.monotonic() < give_up, "No pair was found."
        time.sleep(0.02)
    pair = DuplicatePair.objects.get()
    assert (pair.first, pair.second, pair.state) == (one, two, "open")
    assert f"The first author is {one.families[0]}." in pair.reasons
