"""Measures of reference strings, as people wrote them and as styles set them: whether every field comes out right."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Hashable
from pathlib import Path

from measure_references import FIELDS, found, plain, wanted

from benchmark import reference_styles
from benchmark.designs import left_alone
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
        *_in_eight_styles(data),
        figure(
            "Reference strings, all fields right", f"{len(plain):,} references", plain, right,
            floor="0.95", baseline="0.85 AnyStyle",
        ),
        figure(
            'Reference strings glued ("journal11(1)"), all fields right', f"{len(glued):,} references", glued, right,
            floor="0.90", baseline="0.00 AnyStyle",
        ),
    ]  # fmt: skip


def _in_eight_styles(data: Path) -> list[Figure]:
    """Articles of MEDLINE set in eight styles: all, and those of the half that nobody looked at (by the PMID)."""
    path = data / "study-design" / "medline-1000.nbib"
    articles = list(reference_styles.records(path)) if path.exists() else []
    rows = [(left_alone(article.pmid), _set(article)) for article in articles]
    rest = [counts for is_rest, counts in rows if is_rest]
    return [
        figure(
            f"MEDLINE records set in eight styles, all fields right{which}", f"{len(counted):,} records × 8", counted,
            right, floor="0.95",
        )
        for which, counted in (("", [counts for _, counts in rows]), (", the half not looked at", rest))
    ]  # fmt: skip


def _set(article: reference_styles.Article) -> Counts:
    counts = Counter[Hashable]()
    for style in reference_styles.STYLES.values():
        text = style(article)
        want = {name: plain(value) for name, value in reference_styles.wanted(article, text).items()}
        counts["right" if found(parse(text)) == want else "wrong"] += 1
    return counts


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
