"""How sure flags are, and that only what is sure stops publication (standards.md A3.5a)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence import pipeline
from evidence.claims.certainty import Curve, Scale, shipped
from evidence.claims.decision import RULES
from evidence.context import Design, Status
from evidence.flags.catalogue import FLAGS
from evidence.reading import documents
from evidence.values import Assessment, Band, Flag, Severity
from tests.evidence.judging import TODAY, TRIAL

PROMISE = "Ginger tea cures the flu."
_ALL_SURE = {"untied": 1.0, "tie": 1.0, "study": 1.0}


def _scale(**figures: float) -> Scale:
    named = {name.replace("_", " "): value for name, value in figures.items()}
    return Scale(Curve(), {**_ALL_SURE, **named}, sure=0.8, likely=0.65)


def _rules(chance: float) -> dict[str, float]:
    return {f"rule {rule}": chance for rule in RULES}


def _judged(text: str, scale: Scale, sources: tuple = ()) -> Assessment:
    return pipeline.assess(documents.read(text, "markdown"), list(sources), today=TODAY, scale=scale)


def _flag(code: str, text: str, scale: Scale, sources: tuple = ()) -> Flag:
    return next(flag for flag in _judged(text, scale, sources).flags if flag.code == code)


@pytest.mark.parametrize(
    ("chance", "severity", "band"),
    [
        (0.95, Severity.BLOCKER, Band.SURE),
        (0.7, Severity.WARNING, Band.LIKELY),
        (0.63, Severity.NOTE, Band.QUERY),
    ],
)
def test_a_blocker_is_as_severe_as_it_is_sure(chance: float, severity: Severity, band: Band) -> None:
    scale = _scale(**_rules(chance))
    flag = _flag("missing-citation", PROMISE, scale)
    assert (flag.severity, flag.certainty.band) == (severity, band)


@pytest.mark.parametrize(("claim", "untied"), [(0.575, 0.999), (0.1, 0.999), (0.7, 0.7)])
def test_what_is_hardly_likelier_a_claim_without_a_source_raises_no_flag(claim: float, untied: float) -> None:
    scale = _scale(**_rules(claim), **{"untied_no source on the page": untied})
    assert "missing-citation" not in {flag.code for flag in _judged(PROMISE, scale).flags}


def test_a_site_that_takes_less_for_likely_gets_the_flag() -> None:
    scale = _scale(**_rules(0.4)).with_cuts(None, 0.3)
    assert _flag("missing-citation", PROMISE, scale).certainty.band is Band.LIKELY


def test_a_query_asks_the_editor_and_shows_readers_nothing() -> None:
    flag = _flag("missing-citation", PROMISE, _scale(**_rules(0.63)))
    assert flag.message == "Is this a claim? If it is: " + FLAGS["missing-citation"].advice
    assert flag.reader == ""


def test_a_query_asks_about_what_is_least_certain() -> None:
    scale = _scale(**_rules(0.9), **{"untied_no source on the page": 0.68})
    assert _flag("missing-citation", PROMISE, scale).message.startswith("Does no source stand behind this?")


def test_chances_of_judgements_made_apart_are_multiplied() -> None:
    scale = _scale(**_rules(0.9), **{"untied_no source on the page": 0.9})
    assert _flag("missing-citation", PROMISE, scale).certainty.chance == pytest.approx(0.81)


NOWHERE = "Zinc lozenges shorten a cold by two days in adults [@nobody]."
IN_WORDS = "One study gave two groups of nurses zinc through the winter and found fewer colds."


def test_a_marker_that_leads_nowhere_is_sure_whatever_else_is_doubted() -> None:
    flag = _flag("unresolved-mention", NOWHERE, _scale(rule=0.1, study=0.1))
    assert (flag.severity, flag.certainty.chance) == (Severity.BLOCKER, 1.0)


@pytest.mark.parametrize(
    ("claim", "study", "chance"), [(0.1, 0.7, 0.7), (0.65, 0.7, 0.7), (0.9, 0.7, 0.9), (0.7, 0.85, 0.85)]
)
def test_a_study_told_of_in_words_is_as_sure_as_such_words_or_as_that_its_claim_lacks_a_source(
    claim: float, study: float, chance: float
) -> None:
    figures = {"study in words alone": study, "untied no source on the page": 1.0}
    flag = _flag("unresolved-mention", IN_WORDS, _scale(**_rules(claim), **figures))
    assert flag.certainty.chance == pytest.approx(chance)
    assert flag.severity is (Severity.BLOCKER if chance >= 0.8 else Severity.WARNING)


def test_a_study_told_of_in_words_beside_a_source_is_no_surer_for_being_a_claim() -> None:
    scale = _scale(**_rules(0.95), **{"study in words beside a source": 0.7})
    comment = replace(TRIAL, design=Design.OPINION)
    document = documents.read(IN_WORDS, "markdown")
    found = pipeline.assess(document, [comment], today=TODAY, scale=scale, confirmed={0: [comment.key]}).flags
    flag = next(flag for flag in found if flag.code == "unresolved-mention")
    assert (flag.severity, flag.certainty.chance) == (Severity.WARNING, 0.7)


def test_a_retracted_work_is_sure_whatever_else_is_doubted() -> None:
    doubts = Scale(Curve(), dict.fromkeys(("rule", "tie", "untied"), 0.1), sure=0.9, likely=0.8)
    sources = (replace(TRIAL, status=Status.RETRACTED),)
    flags = [flag for flag in _judged(f"{PROMISE[:-1]} [1].", doubts, sources).flags if flag.code == "retracted-source"]
    assert flags
    assert {flag.severity for flag in flags} == {Severity.BLOCKER}


def test_a_sentence_says_how_likely_it_is_a_claim_and_what_is_none_has_no_band() -> None:
    scale = _scale(**_rules(0.7))
    claim, question = _judged(f"{PROMISE} Is that so?", scale).sentences
    assert (claim.chance, claim.band) == (0.7, Band.LIKELY)
    assert (question.chance, question.band) == (None, None)


BARE = "Ginger tea reduced nausea in 240 patients with asthma by half."


@pytest.mark.parametrize(
    ("page", "less"),
    [
        (f"{BARE}\n", f"{BARE}\n\nMint is a herb. Salt is a mineral.\n\nZinc shortened colds in adults [1].\n"),
        (
            f"{BARE}\n\nMint is a herb. Salt is a mineral.\n\nZinc shortened colds in adults [1].\n",
            f"{BARE}\n\nZinc shortened colds in adults [1].\n",
        ),
        (
            f"{BARE}\n\nZinc shortened colds in adults [1].\n",
            f"Zinc shortened colds in adults [1]. Mint is a herb. {BARE}\n",
        ),
    ],
)
def test_the_nearer_a_source_stands_the_less_sure_it_is_that_none_is_meant(page: str, less: str) -> None:
    far, near = (_of_bare(_judged(text, shipped(), (TRIAL,) if "[1]" in text else ())) for text in (page, less))
    assert far > near


def _of_bare(assessment: Assessment) -> float:
    row = next(row for row in assessment.sentences if row.sentence.text == BARE)
    return next(flag.certainty.chance for flag in row.flags if flag.code == "missing-citation")


def test_every_flag_of_the_catalogue_says_how_sure_it_is() -> None:
    from evidence.flags.catalogue import how_sure

    assert how_sure(FLAGS["retracted-source"]) == "certain by form"
    assert how_sure(FLAGS["missing-citation"]).startswith("depends on whether the sentence is a claim")


PAGE_CODES = {
    *("missing-credentials", "missing-reviewer", "missing-date", "missing-advice-notice"),
    *(
        "conflict-undisclosed",
        "readability-high",
        "uncited-reference",
        "incomplete-reference",
        "nonpeer-source",
        "outdated-source",
    ),
}
_STORY = "We ran along the river with Ann and waited for the others at the bridge. " * 40
_LISTED = "\n\n## References\n\n1. Moor A. Legal guide for small firms. Harbour Books; 2012. https://books.example.org/guide\n"


@pytest.mark.parametrize(
    "aside",
    [
        "",
        "My knee hurt after mile 18.",
        "Ibuprofen relieves pain.",
        "Coffee raises blood pressure. Green tea lowers cholesterol.",
    ],
)
def test_a_page_on_something_else_is_asked_for_nothing(aside: str) -> None:
    flags = pipeline.assess(documents.read(f"{_STORY}\n\n{aside}{_LISTED}", "markdown"), today=TODAY).flags
    assert not PAGE_CODES & {flag.code for flag in flags}


_CONSOLE = (
    "The [Zed Box](https://shop.example.com/zed-box) is our best console yet, and it costs $499. Buy our Zed Box now. "
    "Our Zed Box is a joy for all hands.\n\n"
)


@pytest.mark.parametrize("aside", ["Ibuprofen relieves pain in the hands.", "My eyes hurt after a week of it."])
def test_goods_for_something_else_on_a_long_page_are_none_of_ours(aside: str) -> None:
    text = f"# Zed Box\n\n{_CONSOLE}{_STORY}\n\n{aside}"
    codes = {flag.code for flag in pipeline.assess(documents.read(text, "markdown"), today=TODAY).flags}
    assert not codes & {
        *("undisclosed-product", "product-claim-unsupported", "safety-claim-unsupported", "conflict-undisclosed"),
    }


def test_goods_for_health_on_a_long_page_are_ours() -> None:
    calm = (
        _CONSOLE.replace("Zed Box", "Calm Tea").replace("console", "herbal tea").replace("a joy for all hands", "good")
    )
    codes = {flag.code for flag in pipeline.assess(documents.read(f"{calm}{_STORY}", "markdown"), today=TODAY).flags}
    assert "undisclosed-product" in codes


@pytest.mark.parametrize(
    "page",
    [
        "Ibuprofen relieves migraine.",
        "We ran along the river. Ibuprofen relieves migraine in adults. Zinc shortens a cold by two days.",
        f"{_STORY}\n\nIbuprofen relieves migraine in adults. Zinc shortens a cold by two days in adults. "
        "Magnesium relieves cramps in adults. Ginger reduces nausea in pregnancy. Honey relieves cough in children.",
    ],
)
def test_a_page_that_tells_of_health_is_asked_however_short_or_long(page: str) -> None:
    codes = {flag.code for flag in pipeline.assess(documents.read(page, "markdown"), today=TODAY).flags}
    assert {"missing-reviewer", "missing-advice-notice"} <= codes


def test_a_work_is_asked_for_more_the_surer_a_claim_stands_on_it() -> None:
    text = f"{PROMISE[:-1]} [1]."
    sources = (replace(TRIAL, kind="book", design=None, year=2001),)
    for code in ("nonpeer-source", "outdated-source"):
        assert code in {flag.code for flag in _judged(text, _scale(**_rules(0.9)), sources).flags}
        assert code not in {flag.code for flag in _judged(text, _scale(**_rules(0.5)), sources).flags}
