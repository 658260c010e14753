"""Measures of the facts read in abstracts: sample size and population, against labels of our own by PMID.

`abstract_labels.json` holds for each PMID the sizes that are right (null where none is given), the words that the
population has to hold ("" for none, null where it is not judged) and the species. The rules were made on one half of
the labelled records (by a hash of the PMID); the other half is reported.
"""

from __future__ import annotations

import json
from pathlib import Path

from benchmark.designs import left_alone, medline
from benchmark.figures import Counts, Figure, figure, precision, recall
from evidence.sources.abstract_design import design_from_words
from evidence.sources.abstract_facts import facts_from_abstract


def abstract_facts(data: Path) -> list[Figure]:
    """Precision and recall of sample size and population on the half of the labelled abstracts that was left alone."""
    path = data / "study-design" / "medline-1000.nbib"
    labels = json.loads(Path(__file__).with_name("abstract_labels.json").read_text("utf-8"))
    records = {record["PMID"][0]: record for record in medline(path.read_text("utf-8"))} if path.exists() else {}
    sizes: list[Counts] = []
    populations: list[Counts] = []
    for pmid, (right_sizes, words, _) in labels.items():
        if pmid not in records or not left_alone(pmid):
            continue
        title, abstract = (" ".join(records[pmid].get(field, ())) for field in ("TI", "AB"))
        facts = facts_from_abstract(title, abstract, design_from_words(title, abstract)[0])
        sizes.append(_told(facts.sample_size is not None, facts.sample_size in right_sizes, None not in right_sizes))
        if words is not None:
            right = bool(words) and all(word in facts.population.lower() for word in words.split())
            populations.append(_told(bool(facts.population), right, bool(words)))
    return [
        figure(f"{name} read in the abstract, {score.__name__}", f"{len(rows)} abstracts", rows, score)
        for name, rows in (("Sample size", sizes), ("Population", populations))
        for score in (precision, recall)
    ]


def _told(found: bool, right: bool, wanted: bool) -> Counts:
    """A wrong answer is a false one, and a miss where there was a right one."""
    if found and right:
        return {"hit": 1}
    return {"false": int(found), "miss": int(wanted)}
