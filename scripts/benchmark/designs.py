"""Measures of study designs told from title and abstract."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from benchmark.figures import (
    Counts,
    Figure,
    added,
    all_yes_f1,
    f1,
    figure,
    told,
)
from evidence.context import Design
from evidence.sources.abstract_design import design_from_words


def study_designs(data: Path) -> list[Figure]:
    """Trials, and studies of animals or cells only, told from title and abstract; the publication types stay hidden.

    Of all records, and of the half that nobody looked at while the rules were made (by a hash of the PMID).
    """
    path = data / "study-design" / "medline-1000.nbib"
    records = list(medline(path.read_text("utf-8"))) if path.exists() else []
    rest = [record for record in records if left_alone(record["PMID"][0])]
    return [
        *_figures(records, ""),
        *_figures(rest, ", the half not looked at"),
    ]


def left_alone(pmid: str) -> bool:
    """Whether a record is of the half that nobody looked at while rules were made."""
    return hashlib.sha1(pmid.encode(), usedforsecurity=False).digest()[0] % 2 == 1


def _figures(records: list[dict[str, list[str]]], which: str) -> list[Figure]:
    found_designs = [_design(" ".join(record.get("TI", ())), " ".join(record.get("AB", ()))) for record in records]
    trials: list[Counts] = []
    animals: list[Counts] = []
    for record, design in zip(records, found_designs, strict=True):
        trials.append({told("Randomized Controlled Trial" in record.get("PT", ()), design is Design.RCT): 1})
        headings = {heading.split("/")[0].lstrip("*") for heading in record.get("MH", ())}
        # Cells kept in culture and no person among the subjects count as in vitro.
        only = "Humans" not in headings and bool({"Animals", "Cells, Cultured", "In Vitro Techniques"} & headings)
        animals.append({told(only, design in (Design.ANIMAL, Design.IN_VITRO)): 1})
    rows = f"{len(records):,} records, {sum(record_is(trials)):,} of them trials"
    few = f"{len(records):,} records, {sum(record_is(animals)):,} of them so"
    return [
        figure(
            f"Randomised trial or not, F1 (publication types hidden{which})", rows, trials, f1,
            floor="0.95", baseline="0.94 one expression on title and abstract",
        ),
        figure(
            f"Animals or cells only, F1 (publication types hidden{which})", few, animals, f1,
            floor="0.85", baseline=f"{all_yes_f1(added(animals)):.2f} every record",
        ),
    ]  # fmt: skip


def _design(title: str, abstract: str) -> Design | None:
    return design_from_words(title, abstract)[0]


def record_is(cells: list[Counts]) -> Iterator[int]:
    return (int(cell.get("hit", 0) + cell.get("miss", 0)) for cell in cells)


def medline(text: str) -> Iterator[dict[str, list[str]]]:
    """The records of a MEDLINE file: values by tag, lines that go on joined."""
    for block in re.split(r"\n\s*\n", text):
        record: dict[str, list[str]] = {}
        last: list[str] = []
        for line in block.splitlines():
            if line[4:6] == "- ":
                last = record.setdefault(line[:4].strip(), [])
                last.append(line[6:].strip())
            elif last:
                last[-1] += f" {line.strip()}"
        if "PMID" in record:
            yield record
