"""The owner's article, judged as submitted (stage A) and after an editor has linked sources (stage B).

Reads the article and its gold annotation beside the project; nothing of them is kept here.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evidence import pipeline
from evidence.context import Design, Source, Species
from evidence.reading import documents
from evidence.sources import from_csl
from evidence.values import Assessment

_FOLDER = Path(__file__).resolve().parents[3] / "shared" / "acceptance"
_TODAY = date(2026, 11, 22)

pytestmark = pytest.mark.skipif(
    not (_FOLDER / "seed-gold.json").exists(), reason="the owner's article is not beside the project"
)

# What an editor would record for each reference after reading its abstract.
_FACTS: Mapping[str, Mapping[str, Any]] = {
    "amir2016": {"design": Design.OPINION},
    "dotterud2015": {
        "design": Design.RCT,
        "outcome": "surrogate",
        "species": Species.HUMAN,
        "population": "pregnant women and their infants",
    },
    "hunt2011": {
        "design": Design.OBSERVATIONAL,
        "sample_size": 16,
        "species": Species.HUMAN,
        "abstract": "Milk of 16 women was sampled at three time-points over four weeks. "
        "Nine genera were present in every sample.",
    },
    "mcguire2015": {
        "design": Design.NARRATIVE_REVIEW,
        "abstract": "Human milk contains bacteria. Their effect on infant health is likely but has hardly been tested.",
    },
    "mueller2015": {
        "design": Design.NARRATIVE_REVIEW,
        "abstract": "Modern practices around birth are linked to increased risks of immune and metabolic diseases.",
    },
    "pannaraj2017": {
        "design": Design.OBSERVATIONAL,
        "sample_size": 107,
        "species": Species.HUMAN,
        "population": "breastfed infants in the first month",
        "abstract": "Of 107 pairs, infants breastfed during the first 30 days of life received a mean of 27.7 % of "
        "their bacteria from breast milk and 10.3 % from areolar skin.",
    },
    "rautava2012": {
        "design": Design.RCT,
        "sample_size": 241,
        "species": Species.HUMAN,
        "population": "infants of mothers with allergic disease",
        "outcome": "patient",
        "abstract": "241 mothers with allergic disease took probiotics or placebo from 2 months before to 2 months "
        "after birth. The odds ratio of eczema was 0.17 and 0.16. The probiotics had no effect on atopic "
        "sensitization. Supplementation reduced the risk of eczema in the infants.",
    },
    "tomayko2013": {"design": Design.BOOK},
    "yamada2017": {"design": Design.IN_VITRO, "species": Species.CELLS},
}


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((_FOLDER / "seed-gold.json").read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def text() -> str:
    return (_FOLDER / "seed-article.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def submitted(text: str) -> Assessment:
    return pipeline.assess(documents.read(text), today=_TODAY)


def _by_start(assessment: Assessment) -> dict[int, Any]:
    return {row.sentence.start: row for row in assessment.sentences}


def _codes(row: Any) -> set[str]:
    return {flag.code for flag in row.flags}


def test_it_reads_the_same_sentences(submitted: Assessment, gold: dict[str, Any]) -> None:
    read = [(row.sentence.start, row.sentence.end) for row in submitted.sentences]
    assert read == [(row["start"], row["end"]) for row in gold["sentences"]]


def test_it_raises_every_expected_flag_and_no_forbidden_one(submitted: Assessment, gold: dict[str, Any]) -> None:
    rows, misses, others = _by_start(submitted), [], []
    for want in gold["sentences"]:
        row = rows[want["start"]]
        raised = _codes(row)
        expected, forbidden = set(want["expected_flags"]), set(want["forbidden_flags"])
        if expected - raised:
            misses.append(f"{want['id']} lacks {sorted(expected - raised)}")
        if raised & forbidden:
            misses.append(f"{want['id']} must not have {sorted(raised & forbidden)}")
        beyond = raised - expected - set(want["acceptable_flags"]) - forbidden
        others += [f"{want['id']} {code}" for code in sorted(beyond)]
    if len(others) > 3:
        misses.append(f"too many other flags: {others}")
    assert not misses, "\n".join(misses)


def test_it_links_as_annotated(submitted: Assessment, gold: dict[str, Any]) -> None:
    rows, misses = _by_start(submitted), []
    for want in gold["sentences"]:
        links = {link.key for link in rows[want["start"]].links}
        if links != set(want["link"]["refs"]):
            misses.append(f"{want['id']} links {sorted(links)}, not {want['link']['refs']}")
    how = {link.sentence + 1: link.how.value for row in submitted.sentences for link in row.links}
    assert not misses, "\n".join(misses)
    assert sorted(how.values()) == ["inherited", "named"]


def test_it_weighs_missing_citations_as_annotated(submitted: Assessment, gold: dict[str, Any]) -> None:
    rows, misses = _by_start(submitted), []
    for want in gold["sentences"]:
        severity = want.get("missing_citation_severity")
        for flag in rows[want["start"]].flags:
            if flag.code == "missing-citation" and severity and flag.severity.value != severity:
                kinds = rows[want["start"]].claim.kinds
                misses.append(f"{want['id']} is {flag.severity.value}, not {severity} {kinds}")
    assert not misses, "\n".join(misses)


def test_it_tells_claims_from_other_sentences(submitted: Assessment, gold: dict[str, Any]) -> None:
    rows = _by_start(submitted)
    wrong = [
        f"{want['id']} {rows[want['start']].claim.kinds}"
        for want in gold["sentences"]
        if rows[want["start"]].claim.claim is not want["is_claim"]
    ]
    assert not wrong, "\n".join(wrong)


def test_it_flags_references_as_annotated(submitted: Assessment, gold: dict[str, Any]) -> None:
    raised: dict[str, set[str]] = {}
    for flag in submitted.source_flags:
        raised.setdefault(str(flag.reference), set()).add(flag.code)
    misses = []
    for want in gold["references"]:
        codes = raised.get(want["key"], set())
        if not set(want["expected_flags"]) <= codes:
            misses.append(f"{want['key']} lacks {set(want['expected_flags']) - codes}")
        if codes - set(want["expected_flags"]) - {"outdated-source"}:
            misses.append(f"{want['key']} has {codes - set(want['expected_flags'])} besides")
    assert not misses, "\n".join(misses)


def test_it_flags_the_page_as_annotated(submitted: Assessment, gold: dict[str, Any]) -> None:
    raised = {flag.code: flag.severity.value for flag in submitted.page_flags}
    expected = {flag["code"]: flag["severity"] for flag in gold["page_flags"]}
    misses = [f"lacks {code}" for code in expected if raised.get(code) != expected[code]]
    misses += [f"has {code}" for code in raised if code not in {*expected, *gold["page_acceptable"]}]
    assert not misses, "\n".join(misses)


# --- Stage B: after an editor has linked ------------------------------------------------------------------


def _informed(text: str) -> list[Source]:
    known = from_csl.sources_of(documents.read(text))
    return [dataclasses.replace(source, **_FACTS[source.key]) for source in known]


def _linked(text: str, gold: dict[str, Any]) -> list[tuple[str, str, Mapping[str, Any], Any]]:
    """Every row of the gold that says what a link brings: sentence, key, what is wanted, what was found."""
    document, known = documents.read(text), _informed(text)
    rows = []
    for index, want in enumerate(gold["sentences"]):
        for key, after in want["if_linked"].items():
            found = pipeline.assess(document, known, today=_TODAY, confirmed={index: [key]})
            rows.append((want["id"], key, after, found.sentences[index]))
    return rows


def test_linking_clears_missing_citation_and_brings_what_is_annotated(text: str, gold: dict[str, Any]) -> None:
    rows, misses = _linked(text, gold), []
    for name, key, after, found in rows:
        lacking = set(after["flags"]) - _codes(found)
        if "missing-citation" in _codes(found) or lacking:
            misses.append(f"{name} {key}: lacks {sorted(lacking)}, has {sorted(_codes(found))}")
    assert len(misses) <= len(rows) // 10, "\n".join(misses)


def test_linking_gives_the_annotated_level(text: str, gold: dict[str, Any]) -> None:
    rows, misses = _linked(text, gold), []
    for name, key, after, found in rows:
        wanted = after["level"].replace(" ", "-")
        if found.grade.level.value != wanted:
            misses.append(f"{name} {key}: {found.grade.level.value}, not {wanted}: {found.grade.reasons}")
    assert len(misses) <= len(rows) // 10, "\n".join(misses)
