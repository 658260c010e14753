"""How often judgements are right that other sets measure than the labelled pages: wording, designs, names, numbers."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from benchmark import mentions
from benchmark.designs import left_alone, medline
from benchmark.statements import raised_on
from benchmark.wording_folds import site_of, unseen_weights
from evidence.claims.wording import CEILINGS, strength
from evidence.claims.wording_features import features
from evidence.context import Design
from evidence.sources.abstract_design import design_from_words
from evidence.values import Level, Wording

_LEARNED_FROM = frozenset(range(7))
"""Tenths of the trial reports that figures may be taken from; 7 and 8 are reported on."""
_LABORATORY = frozenset({Design.ANIMAL, Design.IN_VITRO})


def constants(data: Path) -> dict[str, float]:
    """The figures that the folder has data for, by the names under which the scale knows them."""
    return {**_wording(data), **_designs(data), **_names(data), **_numbers()}


def _wording(data: Path) -> dict[str, float]:
    """How often a claim asserts cause or effect where both ways of telling say so, by weights that never saw its site.

    That is what the flags on overstatement ask: the rules' code is above "may", and the learned wording is not "none".
    """
    told: Counter[Wording] = Counter()
    right: Counter[Wording] = Counter()
    for path in sorted([*(data / "lay").glob("*.gold.json"), *(data / "lay2").glob("*.gold.json")]):
        for row in json.loads(path.read_text("utf-8")):
            if row["claim"] and strength(row["text"]) > CEILINGS[Level.WEAK]:
                found = unseen_weights(row["text"], "page", site_of(path.name)).best(features(row["text"]))
                told[found] += 1
                right[found] += Wording(row["wording"]) is Wording.CAUSAL
    return {f"wording {found.value}": right[found] / count for found, count in told.items()}


def _designs(data: Path) -> dict[str, float]:
    """How often a trial or a laboratory study is one, told from the title or the abstract; types stay hidden."""
    path = data / "study-design" / "medline-1000.nbib"
    told: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for record in medline(path.read_text("utf-8")) if path.exists() else ():
        design, origin = design_from_words(" ".join(record.get("TI", ())), " ".join(record.get("AB", ())))
        if not left_alone(record["PMID"][0]) or design not in _LABORATORY | {Design.RCT}:
            continue
        headings = {heading.split("/")[0].lstrip("*") for heading in record.get("MH", ())}
        trial = "Randomized Controlled Trial" in record.get("PT", ())
        told[origin] += 1
        right[origin] += trial if design is Design.RCT else "Humans" not in headings
    return {f"design by {origin}": right[origin] / count for origin, count in told.items()}


def _names(data: Path) -> dict[str, float]:
    """How often a name is tied to the work that was meant."""
    told = right = 0
    for article in mentions.articles(data, _LEARNED_FROM):
        sources = [mentions.source_of(reference) for reference in article["references"]]
        linked = mentions.linked_in_article(article, sources)
        for mention, keys in zip(article["mentions"], linked, strict=True):
            told += bool(keys)
            right += bool(set(keys) & set(mention["gold"]))
    return {"tie named": right / told} if told else {}


def _numbers() -> dict[str, float]:
    """How often a flag on numbers or directions is right, on the pairs that no rule was made on."""
    pairs = json.loads(Path(__file__).with_name("claims_and_abstracts.json").read_text("utf-8"))
    told = right = 0
    for pair in pairs:
        if pair["kept"]:
            found = raised_on(pair)
            told += len(found)
            right += len(found & set(pair["expected"]))
    return {"numbers and directions": right / told} if told else {}
