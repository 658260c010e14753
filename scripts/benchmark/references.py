"""Measures of reference strings: whether every field comes out right."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

from measure_references import FIELDS, found, wanted

from benchmark.figures import (
    Counts,
    Figure,
    figure,
    right,
)
from evidence.references.parsing import parse


def reference_strings(data: Path) -> list[Figure]:
    """References all of whose fields come out right, as labelled and with the volume glued to the journal."""
    path = data / "references" / "gold_unseen.xml"
    plain: list[Counts] = []
    glued: list[Counts] = []
    for sequence in ElementTree.parse(path).getroot() if path.exists() else ():  # noqa: S314 (a file of our choosing)
        plain.append(_parsed(sequence, _joined(sequence)))
        stuck = _glued(sequence)
        if stuck:
            glued.append(_parsed(sequence, stuck))
    return [
        figure(
            "Reference strings, all fields right", f"{len(plain):,} references", plain, right,
            floor="0.95", baseline="0.85 AnyStyle",
        ),
        figure(
            'Reference strings glued ("journal11(1)"), all fields right', f"{len(glued):,} references", glued, right,
            floor="0.90", baseline="0.00 AnyStyle",
        ),
    ]  # fmt: skip


def _joined(sequence: ElementTree.Element) -> str:
    return " ".join((part.text or "").strip() for part in sequence)


def _glued(sequence: ElementTree.Element) -> str:
    """The reference with its volume stuck to the journal before it; "" where the one does not follow the other."""
    text, stuck, before = "", False, ""
    for part in sequence:
        written = (part.text or "").strip()
        if part.tag == "volume" and before == "journal" and written[:1].isdigit():
            text, stuck = text.rstrip(",. ") + written, True
        else:
            text = f"{text} {written}".strip()
        before = part.tag
    return text if stuck else ""


def _parsed(sequence: ElementTree.Element, raw: str) -> Counts:
    got, want = found(parse(raw)), wanted(sequence)
    marks = {name: got[name] == want[name] for name in FIELDS}
    marks["author"] = got["author"] in want["author"] if got["author"] else not want["author"]
    return {"right" if all(marks.values()) else "wrong": 1}
