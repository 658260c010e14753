"""The rules hold on our own sentences of the brands they were made on: a floor against breaking them, no measure."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from evidence.language.sentences import split
from evidence.selling.statements import statement

FILE = Path(__file__).parents[3] / "scripts" / "benchmark" / "product_sentences.jsonl"


def counted() -> Counter[tuple[str, bool, bool]]:
    """How often each label was called a disease claim, and any claim."""
    counts: Counter[tuple[str, bool, bool]] = Counter()
    for line in FILE.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["split"] != "dev" or row.get("first"):
            continue
        text, before, said = row["text"].replace("{B}", row["brand"]), "", []
        for start, end in split(text, 0):
            said.append(statement(text[start:end], (row["brand"],), before))
            before = text[start:end]
        counts[row["label"], any(one.disease for one in said), any(one.claims for one in said)] += 1
    return counts


def test_disease_claims_are_found_and_nothing_else_is_called_one() -> None:
    counts = counted()
    found = sum(count for (label, disease, _), count in counts.items() if disease and label == "disease")
    wrong = sum(count for (label, disease, _), count in counts.items() if disease and label != "disease")
    every = sum(count for (label, _, _), count in counts.items() if label == "disease")
    assert found / every > 0.97
    assert wrong / (found + wrong) < 0.02
    harmless = {label: [0, 0] for label in ("plain", "trap")}
    for (label, _, claims), count in counts.items():
        if label in harmless:
            harmless[label][claims] += count
    assert all(flagged / (silent + flagged) < 0.01 for silent, flagged in harmless.values())
