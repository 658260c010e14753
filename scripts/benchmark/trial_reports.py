"""Measures on trial reports: whether a sentence that carried a marker is known as one that needs a citation."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmark.figures import REPORTED_BUCKETS, Counts, Figure, beside, bucket, f1, figure, told
from evidence.claims import citation_need
from evidence.claims.citation_need_words import MASKED, without_authors
from evidence.claims.detection import detect
from evidence.values import Document, Sentence


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
    """Whether a sentence that carried a marker is known by the learned scorer, which decides on papers.

    The scorer itself hides authors' names and what markers left behind; its threshold comes with its weights.
    """
    clusters: list[Counts] = []
    least = citation_need.threshold()
    for rows in _articles(data):
        paragraphs = [[str(row["sentence"]) for row in paragraph] for paragraph in _paragraphs(rows)]
        chances = [chance for paragraph in citation_need.of_document(paragraphs) for chance in paragraph]
        clusters.append(_counts(rows, [chance >= least for chance in chances]))
    return _figure("Needs a citation, F1, authors' names masked (trial reports)", clusters, "0.72")


def claims_in_papers(data: Path) -> Figure:
    """The same sentences by the decision for readers' pages, which asks what a reader should be able to check."""
    clusters: list[Counts] = []
    for rows in _articles(data):
        sentences = [(row["index"] == 0, without_authors(row["sentence"]).replace(MASKED, "they")) for row in rows]
        clusters.append(_counts(rows, [claim.claim for claim in detect(_document(sentences))]))
    return _figure("The same by the decision on claims of readers' pages, F1", clusters, "")


def _articles(data: Path) -> Iterator[list[dict[str, Any]]]:
    for _, rows in groupby(trial_reports(data), key=lambda row: row["pmcid"]):
        yield list(rows)


def _paragraphs(rows: Iterable[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    found: list[list[dict[str, Any]]] = []
    for row in rows:
        if row["index"] == 0 or not found:
            found.append([])
        found[-1].append(row)
    return found


def _counts(rows: Iterable[dict[str, Any]], needs: Iterable[bool]) -> Counts:
    return Counter(told(bool(row["cited"]), need) for row, need in zip(rows, needs, strict=True))


def _figure(measure: str, clusters: list[Counts], floor: str) -> Figure:
    count = sum(sum(counts.values()) for counts in clusters)
    rows = f"{count:,} sentences of {len(clusters)} articles"
    return figure(measure, rows, clusters, f1, floor=floor, baseline=beside(clusters, "0.69 bag of words"))


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
