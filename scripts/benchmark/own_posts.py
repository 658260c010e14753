"""Measures of claims on pages of our own: posts on other subjects, and lay pages in many voices with their labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmark import own_pages
from benchmark.claim_folds import unseen_weights
from benchmark.figures import Counts, Figure, beside, f1, figure, told
from evidence.claims.detection import detect
from evidence.reading import documents
from evidence.values import Sentence


def own_posts() -> list[Figure]:
    """Claims found on posts that are not about health, and on our own pages that are."""
    return [
        *(
            _false_claims(f"False claims on {number} posts not about health{rest}", own_pages.pages(folder))
            for number, folder, rest in (
                ("ten", "not_health", " (share of sentences; development score)"),
                ("three more", "not_health_later", ", written when all was done (share of sentences)"),
                ("twenty", "strong_words", " in words like pain, virus and toxic (share of sentences; learned from)"),
                (
                    "another ten",
                    "strong_words_later",
                    " in such words, written for one measurement (share of sentences)",
                ),
            )
        ),
        _claims(
            "Claim or not, F1 (our own pages, each left out of what is learned)", own_pages.pages("health_learned")
        ),
        _claims("Claim or not, F1 (our own pages, held out)", own_pages.pages("health_held_out")),
    ]


def _false_claims(measure: str, paths: Sequence[Path]) -> Figure:
    clusters: list[Counts] = []
    for path in paths:
        claims = detect(documents.read(path.read_text("utf-8")))
        clusters.append(Counter(told(False, claim.claim) for claim in claims))
    rows = f"{sum(sum(counts.values()) for counts in clusters)} sentences of {len(clusters)} posts"
    return figure(measure, rows, clusters, _false_share, floor="at most 0.05", baseline="")


def _false_share(counts: Counts) -> float:
    return counts.get("false", 0) / max(1, sum(counts.values()))


def _claims(measure: str, paths: Sequence[Path]) -> Figure:
    clusters: list[Counts] = []
    for path in paths:
        text, rows = own_pages.labelled(path)
        document = documents.read(text)
        claims = detect(document, weights=unseen_weights(text))
        found = [(document.sentences[claim.sentence], claim.claim) for claim in claims]
        counts: Counter[str] = Counter()
        for row in rows:
            _, is_claim = max(found, key=lambda pair: _shared(pair[0], row))
            counts[told(row["claim"], is_claim)] += 1
        clusters.append(counts)
    rows_told = f"{sum(sum(counts.values()) for counts in clusters)} sentences of {len(clusters)} pages"
    return figure(measure, rows_told, clusters, f1, baseline=beside(clusters))


def _shared(sentence: Sentence, row: dict[str, Any]) -> int:
    return int(min(sentence.end, row["end"]) - max(sentence.start, row["start"]))
