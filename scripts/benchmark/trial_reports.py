"""Measures of claims in trial reports: whether a sentence that carried a marker is taken for one."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmark.figures import REPORTED_BUCKETS, Counts, Figure, beside, bucket, f1, figure, told
from evidence.claims import detect
from evidence.values import Document, Sentence

_NAMES = re.compile(
    r"\b[^\W\d_a-z][\w'’-]+(?:\s*(?:,|and|&)\s*[^\W\d_a-z][\w'’-]+)*,?\s+"
    r"(?:et\s+al\b\.?|(?:and|&)\s+(?:colleagues|co-?workers|co-?authors|associates|collaborators|others))"
    r"(?:\s*\(?(?:19|20)\d\d[a-z]?\)?)?"
)


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
        baseline=beside(clusters, "0.69 bag of words"),
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
