"""A revision holds everything its page needs, and nothing of the draft after it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles import services
from articles.models import Topic
from articles.services.snapshots import content_hash
from tests.articles.factories import (
    assess_as,
    edit,
    flag,
    make_article,
    make_citation,
    make_contributor,
    make_disclosure,
    make_product,
    make_user,
)

pytestmark = pytest.mark.django_db

BODY = "Walking eased knee pain [@doe2019].\n\nSwimming cures it.\n\nMore is said elsewhere."


@pytest.fixture
def article():
    citation = make_citation(
        title="Walking for sore knees",
        csl={
            "author": [{"family": "Doe", "given": "Ann B."}, {"literal": "The Knee Group"}],
            "volume": 12,
            "issue": "3",
            "page": "1-9",
        },
        status="none-found",
        status_checked=date(2026, 11, 1),
        status_sources="Retraction Watch",
    )
    made = make_article(
        body=BODY,
        standfirst="What one trial found.",
        citations={"doe2019": citation, "roe2020": make_citation(families=[], csl={}, design="", doi=None)},
        authors=[make_contributor(name="Amina Roe", slug="amina-roe", employer="Common Ground")],
        reviewer=make_contributor(name="Bo Lind", interests="declared", interests_text="Paid by a shoe maker."),
        topics=[Topic.objects.create(name="Joints", slug="joints")],
        evidence_to=date(2026, 9, 1),
    )
    make_disclosure(
        article=made,
        product=make_product(name="Kneewell", url="https://shop.example.org/kneewell", supplement=False),
        advertisement="Kneewell is a brace.",
    )
    return assess_as(
        made,
        links={0: ["doe2019"]},
        flags={1: [flag(severity="warning"), flag("vague-attribution", "warning", reader="Source not named")]},
        source_flags=[flag("uncited-reference", "warning", reference="roe2020", reader="Further reading")],
        page_flags=[flag("missing-harms", "warning", reader="Harms not covered")],
    )


@pytest.fixture
def revision(article):
    return services.snapshot(article=article, by=article.created_by)


def test_it_names_the_people_in_the_roles_they_had(revision) -> None:
    amina, bo = revision.contributors
    assert (amina["name"], amina["slug"], amina["role"], amina["employer"], amina["photo"]) == (
        *("Amina Roe", "amina-roe", "author", "Common Ground", ""),
    )
    assert (bo["role"], bo["interests"]) == ("reviewer", "Competing interests: Paid by a shoe maker.")
    assert revision.topics == [{"name": "Joints", "slug": "joints"}]


def test_it_keeps_the_works_numbered_with_their_facts(revision) -> None:
    doe, roe = revision.citations
    assert (doe["key"], doe["number"], doe["authors"]) == ("doe2019", 1, ["Doe AB", "The Knee Group"])
    assert (doe["volume"], doe["issue"], doe["pages"], doe["level"]) == ("12", "3", "1-9", "moderate")
    assert (doe["design_label"], doe["status_label"]) == ("Randomised trial", "No notice found")
    assert (doe["status_checked"], doe["used_in"], doe["flags"]) == ("2026-11-01", [0], [])
    assert (roe["authors"], roe["byline"], roe["design_label"]) == ([], "No author recorded", "")
    assert (roe["doi"], roe["level"], roe["used_in"]) == ("", "none", [])
    assert roe["flags"] == [
        {"code": "uncited-reference", "severity": "warning", "state": "open", "reader": "Further reading"}
    ]


def test_it_keeps_claims_with_support_sources_and_flags(revision) -> None:
    walking, swimming, more = revision.claims
    assert (walking["support"], walking["sources"]) == (
        "supported",
        [{"key": "doe2019", "number": 1, "how": "marker"}],
    )
    assert (swimming["support"], [row["code"] for row in swimming["flags"]]) == (
        "none",
        ["missing-citation", "vague-attribution"],
    )
    assert swimming["flags"][0]["title"] == "Claim without a source"
    assert swimming["flags"][0]["decision"] is None
    assert more["flags"] == []


def test_it_lists_every_flag_where_it_stands(revision) -> None:
    places = [(row["code"], row["sentence"], row["reference"]) for row in revision.flags]
    assert places == [
        ("missing-citation", 1, None),
        ("vague-attribution", 1, None),
        ("uncited-reference", None, "roe2020"),
        ("missing-harms", None, None),
    ]
    assert revision.summary == {
        **{"claims": 3, "supported": 1, "weak": 0, "none": 2},
        "flags": {"blocker": 0, "warning": 4, "note": 0},
    }


def test_its_page_marks_the_claims_and_numbers_the_works(revision) -> None:
    assert 'id="claim-1"' in revision.html
    assert "No source given" in revision.html
    assert 'href="#ref-1"' in revision.html


def test_it_keeps_what_is_disclosed_and_the_dates(revision) -> None:
    [row] = revision.disclosures
    assert (row["product"], row["tie"], row["disclaimer"]) == ("Kneewell", "own", False)
    assert row["statement"].startswith("Common Ground Health publishes this page, and sells Kneewell.")
    assert (row["advertisement"], row["url"]) == ("Kneewell is a brace.", "https://shop.example.org/kneewell")
    assert revision.dates == {"evidence_to": "2026-09-01", "next_review": None, "reviewed_on": None}


def test_fixed_flags_are_not_kept(article) -> None:
    assess_as(article, links={0: ["doe2019"]})
    assert services.snapshot(article=article, by=article.created_by).flags == []


def test_it_stays_as_it_is_when_the_draft_and_the_library_move_on(article, revision) -> None:
    before = content_hash(revision)
    article.article_citations.all().delete()
    edit(article, body="Gone.", title="Other title")
    revision.refresh_from_db()
    assert (revision.title, revision.body) != (article.title, article.body)
    assert content_hash(revision) == revision.content_hash == before


def test_the_hash_tells_pages_apart(article, revision) -> None:
    same = services.snapshot(article=article, by=article.created_by)
    assert (same.number, same.content_hash) == (2, revision.content_hash)
    edit(article, standfirst="Other words.")
    assert services.snapshot(article=article, by=article.created_by).content_hash != revision.content_hash


def test_the_number_of_queries_does_not_grow(article) -> None:
    counts = []
    for size in (2, 60):
        big = make_article(
            body="\n\n".join(f"Sentence {number}." for number in range(size)),
            citations={f"k{number}": make_citation() for number in range(size)},
        )
        assess_as(
            big,
            flags={number: [flag(severity="warning")] for number in range(size)},
            links={number: [f"k{number}"] for number in range(size)},
        )
        editor = make_user("Editors")
        for row in big.flags.all():
            services.decide_flag(flag=row, by=editor, verdict="accept", reason="Well known.")
        with CaptureQueriesContext(connection) as queries:
            services.snapshot(article=big, by=big.created_by)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 23
