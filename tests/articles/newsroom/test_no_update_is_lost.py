"""The short version of tests/prove/prove_lost_updates.py, without kills."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest

from articles.services.groups import EDITORS
from tests.articles.factories import make_article, make_user
from tests.prove.lost_updates import Tally, Writer, lost, play


@pytest.mark.django_db(transaction=True)
def test_several_editors_at_one_article_lose_nothing(live_server: Any) -> None:
    tally, article = Tally(), make_article()
    with patch("articles.newsroom.review_desk.assess_article.delay"):
        writers = [Writer(make_user(EDITORS), live_server.thread.port, tally) for _ in range(3)]
        play(writers, [article], 4, seed=2)
    assert (lost(tally, [article]), tally.faults, tally.errors()) == ([], [], 0)
    assert len(tally.said_saved) == 2 + 3 + 3 + 3
