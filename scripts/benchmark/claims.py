"""Measures of claims and of their wording: sentences of trial reports, lay pages, conclusions of abstracts."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmark.figures import REPORTED_BUCKETS, Counts, Figure, added, all_yes_f1, bucket, f1, figure, told
from evidence import documents, pipeline
from evidence.claims import detect
from evidence.values import Assessed, Assessment, Document, Sentence, Wording
from evidence.wording import wording

_NAMES = re.compile(
    r"\b[^\W\d_a-z][\w'’-]+(?:\s*(?:,|and|&)\s*[^\W\d_a-z][\w'’-]+)*,?\s+"
    r"(?:et\s+al\b\.?|(?:and|&)\s+(?:colleagues|co-?workers|co-?authors|associates|collaborators|others))"
    r"(?:\s*\(?(?:19|20)\d\d[a-z]?\)?)?"
)
_LABELS = {"0": Wording.NONE, "1": Wording.CAUSAL, "2": Wording.HEDGED, "3": Wording.ASSOCIATION}
_UNSOURCED = frozenset({"missing-citation", "product-claim-unsupported", "unresolved-mention"})


def trial_reports(data: Path) -> Iterator[dict[str, Any]]:
    """The rows of the sentences of trial reports that are reported on."""
    path = data / "needs-citation" / "sentences.jsonl.gz"
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                if bucket(row["pmcid"]) in REPORTED_BUCKETS:
                    yield row


def needs_citation(data: Path) -> Figure:
    """Whether a sentence that carried a marker is taken for a claim; the names of authors say "they"."""
    clusters: list[Counts] = []
    count = 0
    for _, grouped in groupby(trial_reports(data), key=lambda row: row["pmcid"]):
        rows = list(grouped)
        count += len(rows)
        claims = detect(_document([(row["index"] == 0, _NAMES.sub("they", row["sentence"])) for row in rows]))
        clusters.append(Counter(told(bool(row["cited"]), claim.claim) for row, claim in zip(rows, claims, strict=True)))
    return figure(
        "Needs a citation, F1, authors' names masked (trial reports)",
        f"{count:,} sentences of {len(clusters)} articles",
        clusters,
        f1,
        floor="0.72",
        baseline=_beside(clusters, "0.69 bag of words"),
    )


def _document(sentences: Iterable[tuple[bool, str]]) -> Document:
    """A document of ready-made sentences; the first of each pair says that a paragraph begins."""
    made: list[Sentence] = []
    texts: list[str] = []
    paragraph, place = -1, 0
    for index, (begins, text) in enumerate(sentences):
        paragraph += begins or not made
        made.append(Sentence(index, place, place + len(text), text, paragraph))
        texts.append(text)
        place += len(text) + 1
    return Document("\n".join(texts), "text", "", "", tuple(made))


def lay_pages(data: Path, today: date) -> list[Figure]:
    """Claims, claims without a source and claims with one, on the labelled lay pages, read and judged whole."""
    of_claim: list[Counts] = []
    of_bare: list[Counts] = []
    of_sourced: list[Counts] = []
    for path in sorted((data / "lay").glob("*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_text("utf-8")
        rows = [
            (row, found, left_out(path.name, row))
            for row, found in matched(pipeline.assess(documents.read(text), today=today), path)
        ]
        of_claim.append(Counter(told(row["claim"], _is_claim(found)) for row, found, _ in rows))
        kept = [(row, found) for row, found, out in rows if not out]
        of_bare.append(Counter(told(row["claim"] and not row["cited"], _is_flagged(found)) for row, found in kept))
        of_sourced.append(
            Counter(told(row["claim"] and row["cited"], _is_claim(found) and _is_tied(found)) for row, found in kept)
        )
    every, kept_rows = (f"{sum(added(of).values()):,} sentences of {len(of_claim)} pages" for of in (of_claim, of_bare))
    return [
        figure(
            "Claim or not, F1 (lay pages; a development score: the rules were made on these pages)",
            every, of_claim, f1, floor="0.82", baseline=_beside(of_claim, "0.74 bag of words with cues"),
        ),
        figure(
            "Claim without a source flagged, F1 (lay pages; development score)",
            kept_rows, of_bare, f1, floor="0.72", baseline=_beside(of_bare),
        ),
        figure(
            "Claim tied to a source, F1 (lay pages; development score)",
            kept_rows, of_sourced, f1, floor="0.85", baseline=_beside(of_sourced),
        ),
    ]  # fmt: skip


def matched(assessment: Assessment, gold: Path) -> Iterator[tuple[dict[str, Any], Assessed | None]]:
    """Each labelled sentence with the sentence read that covers more than half of it, or None."""
    for row in json.loads(gold.read_text("utf-8")):
        best = max(assessment.sentences, key=lambda found: _shared(found, row), default=None)
        yield row, best if best and _shared(best, row) > (row["end"] - row["start"]) / 2 else None


def _shared(found: Assessed, row: dict[str, Any]) -> int:
    return int(min(found.sentence.end, row["end"]) - max(found.sentence.start, row["start"]))


def left_out(name: str, row: dict[str, Any]) -> bool:
    """Rows whose source the text does not show, as the README of the pages names them."""
    note = row["note"]
    return ("[dangling]" in note and name.startswith(("26", "27", "45", "A6"))) or (
        "[link-only]" in note and name.startswith(("10", "43"))
    )


def _is_claim(found: Assessed | None) -> bool:
    return found is not None and found.claim.claim


def _is_tied(found: Assessed | None) -> bool:
    return found is not None and bool(found.links)


def _is_flagged(found: Assessed | None) -> bool:
    return found is not None and not found.links and any(flag.code in _UNSOURCED for flag in found.flags)


def wording_strength(data: Path) -> Figure:
    """Macro-F1 over none, association, hedged and causal on conclusions of abstracts."""
    path = data / "claim-strength" / "pubmed_causal_language_use.csv"
    clusters: list[Counts] = []
    if path.exists():
        with path.open(encoding="utf-8", newline="") as lines:
            rows = [row for row in csv.DictReader(lines) if _unseen(row["sentence"])]
        clusters = [{(_LABELS[row["label"]], wording(row["sentence"])): 1} for row in rows]
    return figure(
        "Wording strength, macro-F1 (conclusions of abstracts)",
        f"{len(clusters):,} sentences",
        clusters,
        _macro_f1,
        floor="0.78",
        baseline="0.74 bag of words, trained",
    )


def _unseen(sentence: str) -> bool:
    """Whether a sentence is of the half that was not looked at while the rules on wording were made."""
    return hashlib.sha1(sentence.encode(), usedforsecurity=False).digest()[0] % 2 == 1


def _macro_f1(counts: Counts) -> float:
    return sum(f1(_one_against_all(counts, label)) for label in _LABELS.values()) / len(_LABELS)


def _one_against_all(counts: Counts, label: Wording) -> Counts:
    cells: Counter[Hashable] = Counter()
    for pair, count in counts.items():
        wanted, found = pair  # type: ignore[misc]
        cells[told(wanted is label, found is label)] += count
    return cells


def _beside(clusters: list[Counts], more: str = "") -> str:
    if not clusters:
        return ""
    plain = f"{all_yes_f1(added(clusters)):.2f} every sentence"
    return f"{plain}; {more}" if more else plain
