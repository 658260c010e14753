"""How sure the engine is goes with every flag: into the desk, the gate and the page (standards.md A3.5a)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from articles import assessments, services
from articles.assessments import cuts, deadlines, engine_version
from articles.models import Article, Claim, Flag
from articles.services.gate import draft_obstacles
from articles.services.snapshots import snapshot
from evidence.values import Band, Certainty
from tests.articles import factories
from tests.articles.factories import flag

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 28)
BODY = "Walking cures the flu.\n\nSwimming eases pain.\n\nRowing helps a little."
QUERY = Certainty(0.4, Band.QUERY)


@pytest.fixture
def article() -> Article:
    made = factories.make_article(body=BODY)
    return factories.assess_as(made, flags=_three())


def _three(likely: float = 0.75) -> dict[int, list[Any]]:
    return {
        0: [flag()],
        1: [flag("missing-citation", "warning", certainty=Certainty(likely, Band.LIKELY))],
        2: [flag("missing-citation", "note", certainty=QUERY, reader="")],
    }


def test_the_database_refuses_a_blocker_that_is_not_sure(article: Article) -> None:
    with pytest.raises(IntegrityError, match="flag_blocker_is_sure"), transaction.atomic():
        Flag.objects.blockers().update(band="likely")


def test_the_database_refuses_a_query_that_readers_would_see(article: Article) -> None:
    with pytest.raises(IntegrityError, match="flag_query_is_a_note"), transaction.atomic():
        Flag.objects.filter(severity="warning").update(band="query")


def test_each_flag_keeps_its_chance_and_its_band(article: Article) -> None:
    rows = article.flags.order_by("place").values_list("severity", "band", "chance")
    assert list(rows) == [("blocker", "sure", 1.0), ("warning", "likely", 0.75), ("note", "query", 0.4)]


def test_only_what_is_sure_stops_publication(article: Article) -> None:
    assert [row.sentence for row in draft_obstacles(article) if row.code == "missing-citation"] == [0]


def test_a_decision_stands_while_certainty_moves_within_its_band(article: Article) -> None:
    row = article.flags.get(severity="warning")
    editor = factories.make_user("Editors")
    services.decide_flag(flag=row, by=editor, verdict="accept", reason="Common knowledge among readers.")
    factories.assess_as(article, flags=_three(likely=0.79))
    row.refresh_from_db()
    assert (row.state, row.chance) == ("accepted", 0.79)
    assert row.decisions.count() == 1


def test_readers_get_no_query_and_no_mark_of_a_claim_that_is_one(article: Article) -> None:
    revision = snapshot(article=article, by=factories.make_user())
    assert [row["severity"] for row in revision.flags] == ["blocker", "warning"]
    assert [claim["index"] for claim in revision.claims] == [0, 1]
    assert 'id="claim-2"' not in revision.html
    assert revision.summary["claims"] == 2


def test_a_claim_that_may_be_none_is_not_shown_either(article: Article) -> None:
    Claim.objects.filter(article=article, index=1).update(band="query")
    revision = snapshot(article=article, by=factories.make_user())
    assert not next(claim for claim in revision.claims if claim["index"] == 1)["is_claim"]


def test_a_note_to_the_editor_marks_no_sentence_that_may_be_no_claim(article: Article) -> None:
    notes = {1: [flag("numeric-unverified", "note", reader="")], 2: [flag("unread-passage", "note", reader="Not read")]}
    factories.assess_as(article, flags=notes)
    Claim.objects.filter(article=article, current=True).update(band="query")
    revision = snapshot(article=article, by=factories.make_user())
    assert [claim["index"] for claim in revision.claims] == [2]
    assert 'id="claim-1"' not in revision.html


def test_a_revision_says_nothing_of_chances_so_that_they_end_no_approval(article: Article) -> None:
    revision = snapshot(article=article, by=factories.make_user())
    assert all("chance" not in row and row["band"] in ("sure", "likely") for row in revision.flags)


# --- Desk and editor ---------------------------------------------------------------------------------------


def test_the_desk_shows_and_filters_by_how_sure_a_flag_is(client: Client, editor: User, article: Article) -> None:
    client.force_login(editor)
    page = client.get("/admin/articles/flag/").content.decode()
    assert 'title="Likely: 75 of 100 such flags are right"' in page
    groups = client.get("/admin/articles/flag/?band__exact=query").context["groups"]
    assert [row.flag.band for group in groups for part in group.sentences for row in part.rows] == ["query"]


def test_the_page_of_a_flag_says_how_sure_it_is_and_of_what(client: Client, editor: User, article: Article) -> None:
    client.force_login(editor)
    row = article.flags.get(band="likely")
    page = client.get(reverse("admin:articles_flag_change", args=[row.pk])).content.decode()
    assert "Likely: 75 of 100 such flags are right" in page
    assert "Depends on whether the sentence is a claim" in page


def test_the_editor_may_hide_what_is_less_sure(client: Client, editor: User, article: Article) -> None:
    client.force_login(editor)
    page = client.get(reverse("newsroom:assessment-status", args=[article.pk])).json()["html"]
    assert page.count('name="findings-band"') == 3
    assert {f'data-band="{band}"' in page for band in ("sure", "likely", "query")} == {True}


def test_where_all_is_sure_there_is_nothing_to_choose(client: Client, editor: User) -> None:
    made = factories.assess_as(factories.make_article(body=BODY), flags={0: [flag()]})
    client.force_login(editor)
    page = client.get(reverse("newsroom:assessment-status", args=[made.pk])).json()["html"]
    assert "findings-band" not in page


# --- The cuts of the site ----------------------------------------------------------------------------------


def test_cuts_out_of_order_are_refused_when_the_site_starts(settings: Any) -> None:
    settings.CERTAINTY_SURE, settings.CERTAINTY_LIKELY = 40, 60
    with pytest.raises(ImproperlyConfigured, match="CERTAINTY_LIKELY must not be above CERTAINTY_SURE"):
        cuts.scale()
    assert [problem.id for problem in cuts.cuts_are_in_order()] == ["articles.E001"]


def test_a_site_may_ask_for_more_before_a_flag_stops_publication(settings: Any) -> None:
    made = factories.make_article(body="Ginger tea cures the flu.")
    before = _severities(made)
    settings.CERTAINTY_SURE = 99
    assert (before, _severities(made)) == ({"blocker"}, {"warning"})


def _severities(article: Article) -> set[str]:
    found = assessments.assess(article, today=TODAY, deadline=deadlines.for_assessment())
    return {str(row.severity) for row in found.flags if row.code == "missing-citation"}


def test_other_cuts_are_another_engine_so_that_drafts_are_read_again(settings: Any) -> None:
    own = engine_version()
    settings.CERTAINTY_SURE = 99
    assert engine_version() != own
    assert len(engine_version()) <= 20
