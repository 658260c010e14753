"""The example articles: what their README promises of each, and that together they show the whole catalogue."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from evidence import pipeline
from evidence.flags import catalogue
from evidence.reading import documents, metadata
from evidence.values import Assessment, How, Severity

_FOLDER = Path(__file__).resolve().parents[2] / "examples"
_TODAY = date(2026, 11, 23)
_FILES = sorted(path.name for path in _FOLDER.glob("*.md") if path.name != "README.md")

_EXCELLENT = "walking-and-low-back-pain.md"
_DONE_RIGHT = "cranberry-and-bladder-infections.md"
_HARD_SELL = "cranberry-capsules-hard-sell.md"
_RETRACTED = "vitamins-and-hip-fractures.md"
_READERS_WARNED = "head-lice-comb-or-lotion.md"
_UNCITED = "beat-winter-colds.md"

_LINKED_BY = {
    "walking-and-low-back-pain.md": {How.MARKER},
    "cranberry-and-bladder-infections.md": {How.LINK},
    "cranberry-capsules-hard-sell.md": {How.MARKER},
    "vitamins-and-hip-fractures.md": {How.MARKER, How.NAMED},
    "eating-window-and-heart.md": {How.NOTE},
    "st-johns-wort-and-mood.md": {How.MARKER},
    "head-lice-comb-or-lotion.md": {How.MARKER},
    "beat-winter-colds.md": set(),
}

# Openings of sentences that no careful editor would flag, by article: framing, advice to see a doctor, plain method.
_HARMLESS = {
    "walking-and-low-back-pain.md": [
        "You wake up",
        "Half were put",
        "If your legs feel weak",
        "What would I tell",
    ],
    "cranberry-and-bladder-infections.md": [
        "Some people get",
        "It put together",
        "Over 24 weeks",
        "Ask your doctor",
        "If it burns",
        "Cranberry is not a treatment",
    ],
    "cranberry-capsules-hard-sell.md": [
        "If you have ever",
        "The burning",
        "Women have turned",
        "Our grandmothers",
    ],
    "vitamins-and-hip-fractures.md": [
        "A broken hip",
        "Let us look",
        "Ask your doctor first",
        "Start with the floor",
        "Then talk about",
        "The catch is",
    ],
    "eating-window-and-heart.md": [
        "You take all your meals",
        "Film stars",
        "One warning",
        "Pick a window",
    ],
    "st-johns-wort-and-mood.md": [
        "The plant blooms",
        "Woelk and colleagues",
        "A large trial",
        "That is good news",
        "And if you think",
    ],
    "head-lice-comb-or-lotion.md": [
        "Take a breath",
        "A school nurse",
        "Burgess and colleagues",
        "And if the skin is sore",
    ],
    "beat-winter-colds.md": [
        "Winter has arrived",
        "My grandmother",
        "I think that she",
        "Should you do",
        "None of them",
    ],
}
_FAULTS_BORNE = 3
"""How many of them may carry a flag all the same in one article."""


@cache
def _promised() -> dict[str, set[str]]:
    """The flags that the README's table names for each file."""
    rows = re.findall(
        r"^\| `([\w-]+\.md)` \|[^|]*\|[^|]*\| ([^|]*) \|$", (_FOLDER / "README.md").read_text("utf-8"), re.MULTILINE
    )
    return {name: set(flags.split(", ")) - {"none"} for name, flags in rows}


@cache
def _assessed(name: str) -> Assessment:
    document = documents.read((_FOLDER / name).read_text("utf-8"), "markdown")
    products = metadata.products_of(document.meta)
    return pipeline.assess(document, None, products, today=_TODAY, page=metadata.page_of(document.meta))


def _codes(name: str) -> set[str]:
    return {flag.code for flag in _assessed(name).flags}


def test_the_table_has_a_row_for_every_file():
    assert sorted(_promised()) == _FILES
    assert len(_FILES) == 8


@pytest.mark.parametrize("name", _FILES)
def test_an_article_shows_the_flags_that_the_table_promises(name):
    assert _promised()[name] <= _codes(name)


def test_the_articles_show_every_flag_of_the_catalogue():
    shown = {code for name in _FILES for code in _codes(name)}
    assert set(catalogue.FLAGS) - shown == set()


def test_the_table_names_every_flag_of_the_catalogue():
    assert set(catalogue.FLAGS) == set().union(*_promised().values())


def test_the_excellent_article_has_nothing_to_flag():
    assert [(flag.code, flag.sentence, flag.reference) for flag in _assessed(_EXCELLENT).flags] == []


def test_the_excellent_article_makes_claims_and_all_of_them_stand_on_a_source():
    rows = [row for row in _assessed(_EXCELLENT).sentences if row.claim.claim]
    assert len(rows) >= 5
    assert all(row.links for row in rows)


@pytest.mark.parametrize("name", [_DONE_RIGHT, _READERS_WARNED])
def test_an_article_that_may_be_published_has_no_blocker(name):
    flags = _assessed(name).flags
    assert [flag.code for flag in flags if flag.severity is Severity.BLOCKER] == []


def test_readers_are_warned_on_an_article_that_may_be_published():
    flags = [flag for row in _assessed(_READERS_WARNED).sentences for flag in row.flags]
    assert any(flag.severity is Severity.WARNING and flag.reader for flag in flags)


def test_the_same_product_without_its_disclosure_is_blocked():
    document = documents.read((_FOLDER / _DONE_RIGHT).read_text("utf-8"), "markdown")
    products = metadata.products_of(document.meta)
    answer = pipeline.assess(document, None, products, today=_TODAY)
    assert "conflict-undisclosed" in {flag.code for flag in answer.page_flags}


def test_the_product_sold_badly_is_blocked_for_what_it_promises():
    blockers = {flag.code for flag in _assessed(_HARD_SELL).flags if flag.severity is Severity.BLOCKER}
    assert {"undisclosed-product", "disease-claim-for-supplement", "safety-claim-unsupported"} <= blockers


def test_the_article_on_a_retracted_trial_is_blocked_for_it():
    flags = [flag for flag in _assessed(_RETRACTED).flags if flag.code == "retracted-source"]
    assert {flag.severity for flag in flags} == {Severity.BLOCKER}
    assert {flag.reference for flag in flags if flag.reference} == {"sato2005"}


def test_the_article_without_sources_has_none():
    answer = _assessed(_UNCITED)
    assert answer.sources == ()
    assert all(not row.links for row in answer.sentences)


@pytest.mark.parametrize("name", _FILES)
def test_an_article_cites_in_the_way_it_is_meant_to_show(name):
    found = {link.how for row in _assessed(name).sentences for link in row.links}
    assert found - {How.INHERITED} >= _LINKED_BY[name]
    assert not found or _LINKED_BY[name]


@pytest.mark.parametrize("name", _FILES)
def test_an_article_is_as_long_as_a_post(name):
    words = sum(len(sentence.text.split()) for sentence in _assessed(name).document.sentences)
    assert 300 <= words <= 900


@pytest.mark.parametrize("name", _FILES)
def test_an_article_has_few_flags_that_nobody_would_defend(name):
    rows = _assessed(name).sentences
    for opening in _HARMLESS[name]:
        assert any(row.sentence.text.startswith(opening) for row in rows), opening
    flagged = [row.sentence.text for row in rows if row.flags and row.sentence.text.startswith(tuple(_HARMLESS[name]))]
    assert len(flagged) <= _FAULTS_BORNE, flagged
