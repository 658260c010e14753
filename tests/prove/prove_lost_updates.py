"""ROUNDS=500 rounds of two to five editors at one article over HTTP, with kills of the web process, ended sessions and
closed tabs among them: nothing of which somebody was told "saved" is lost, every conflict is shown, no server error."""

from __future__ import annotations

import os
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from articles.services.groups import EDITORS
from tests.articles.factories import make_article, make_user
from tests.prove.lost_updates import Tally, Writer, lost, play
from tests.prove.running import Site, until

ROUNDS, SEED = int(os.environ.get("ROUNDS", "500")), int(os.environ.get("SEED", "1"))


@pytest.mark.django_db(transaction=True)
def test_no_update_is_lost(tmp_path: Path) -> None:
    site, tally = Site(tmp_path), Tally()
    try:
        site.start_postgres()
        site.start("web")
        until(site.answers, "the web server answers")
        writers = [Writer(make_user(EDITORS), site.port, tally) for _ in range(5)]
        articles = [make_article() for _ in range(max(1, ROUNDS // 25))]
        play(writers, articles, ROUNDS, SEED, strike=lambda: site.kill_child("web"))
        gone = lost(tally, articles)
        sys.stdout.write(
            f"\n{ROUNDS} rounds, seed {SEED}: {len(tally.said_saved)} sentences saved, {len(gone)} lost; {tally.asked} "
            f"times asked, {tally.logged_in_again} log-ins again, {tally.brought_back} tabs closed and opened anew, "
            f"{tally.unanswered} requests without an answer, {tally.errors()} server errors\n"
        )
        call_command("verify_log", stdout=StringIO())
        assert (gone, tally.faults, tally.errors()) == ([], [], 0)
        assert min(tally.asked, tally.logged_in_again, tally.brought_back) > 0
    finally:
        site.stop()
