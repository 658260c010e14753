"""Measures of the flags that hold a claim against the abstract of its source, on pairs written for this purpose.

`claims_and_abstracts.json` holds 80 pairs of our own: a claim, the abstract of the work it cites, and the flags among
`CODES` that an editor would raise. Rules were made on 40 of them; the 40 that were kept aside are reported.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

from benchmark.designs import left_alone, medline
from benchmark.figures import Counts, Figure, figure, precision, recall
from evidence import pipeline
from evidence.claims.wording import wording
from evidence.grading.contradictions import contradiction
from evidence.grading.number_agreement import agrees, held_in, stated
from evidence.reading import documents
from evidence.sources.from_csl import source_from_csl
from evidence.values import Wording

CODES = frozenset({"numeric-mismatch", "numeric-unverified", "contradicted-by-source"})


def statements(data: Path) -> list[Figure]:
    """How the flags do on the pairs kept aside, and how often an abstract is taken to contradict itself."""
    return [*_on_pairs(data), _on_abstracts(data)]


def _on_pairs(data: Path) -> list[Figure]:
    """Precision and recall of the flags on numbers and directions, whole claims read by the whole engine."""
    pairs = json.loads(Path(__file__).with_name("claims_and_abstracts.json").read_text("utf-8"))
    kept = [pair for pair in pairs if pair["kept"] and any(data.iterdir())]
    clusters: list[Counts] = []
    for pair in kept:
        wanted, found = set(pair["expected"]), raised_on(pair)
        clusters.append({"hit": len(wanted & found), "false": len(found - wanted), "miss": len(wanted - found)})
    return [
        figure(
            f"Numbers and directions that differ from the abstract flagged, {score.__name__}",
            f"{len(kept)} pairs of claim and abstract", clusters, score,
        )
        for score in (precision, recall)
    ]  # fmt: skip


def _on_abstracts(data: Path) -> Figure:
    """Sentences of abstracts, told as claims, that their own abstract is taken to contradict: each is a false flag."""
    path = data / "study-design" / "medline-1000.nbib"
    records = medline(path.read_text("utf-8")) if path.exists() else iter(())
    told = wrong = 0
    for record in records:
        abstract = " ".join(record.get("AB", ()))
        if not abstract or not left_alone(record["PMID"][0]):
            continue
        for sentence in re.split(r"(?<=[.;])\s+(?=[A-Z])", abstract):
            told += 1
            held = held_in(abstract)
            loose = (n for n in stated(sentence) if not any(agrees(n, other.number) for other in held))
            asserts = wording(sentence) not in (Wording.HEDGED, Wording.NONE)
            wrong += any(loose) or (asserts and bool(contradiction(sentence, abstract)))
    if not told:
        return Figure("Sentences of abstracts flagged against their own abstract", "not measured here")
    return Figure("Sentences of abstracts flagged against their own abstract", f"{told:,} sentences", wrong, floor="0")


def raised_on(pair: dict[str, Any]) -> set[str]:
    """The flags among `CODES` that the engine raises on a pair."""
    csl = {"type": "article-journal", "title": "A study", "abstract": pair["abstract"], "author": [{"family": "Lee"}]}
    source = source_from_csl("lee", csl, number=1)
    document = documents.read(f"Health and treatment of patients.\n\n{pair['claim']} [@lee].\n", "markdown")
    assessment = pipeline.assess(document, [source], today=date(2026, 11, 22))
    return {flag.code for flag in assessment.flags} & CODES
