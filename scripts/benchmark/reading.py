"""Whether sentences end where readers end them: golden cases, and prose of trial reports put together again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from benchmark.figures import Counts, Figure, f1, figure, right
from benchmark.trial_reports import trial_reports
from evidence.language.sentences import split

_CASES = Path(__file__).parents[2] / "tests" / "evidence" / "language" / "golden_sentences.txt"
_FEW = 200


def sentence_boundaries(data: Path) -> list[Figure]:
    """Golden cases got wholly right, and boundaries found in paragraphs made of sentences joined by a space."""
    reports = list(_paragraphs(data))
    first: list[Counts] = []
    left = _FEW
    for paragraphs in reports:
        if left > 0:
            first.append(_boundaries(paragraphs))
            left -= sum(map(len, paragraphs))
    sentences = sum(len(paragraph) for paragraphs in reports for paragraph in paragraphs)
    cases = golden() if reports else []
    of_all = [_boundaries(one) for one in reports]
    return [
        figure("Sentences: golden cases wholly right", f"{len(cases)} in our own words", cases, right, floor="0.97"),
        figure("Sentence boundaries, F1 (trial reports)", f"first {_FEW - left} sentences", first, f1, floor="0.97"),
        figure("Sentence boundaries, F1 (trial reports)", f"{sentences:,} sentences", of_all, f1, floor="0.97"),
    ]


def golden() -> list[Counts]:
    """Each golden case, right or wrong."""
    rows: list[Counts] = []
    for line in _CASES.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text = line.replace("⏎", "\n")
            plain = text.replace("|", "")
            found = [plain[start:end] for start, end in split(plain)]
            rows.append(Counter(["right" if found == [part.strip() for part in text.split("|")] else "wrong"]))
    return rows


def _boundaries(paragraphs: list[list[str]]) -> Counts:
    """Ends of sentences within the paragraphs of an article; the end of a paragraph is no achievement."""
    count: Counter[str] = Counter()
    for sentences in paragraphs:
        text = " ".join(sentences)
        wanted, place = set(), -1
        for sentence in sentences[:-1]:
            place += len(sentence) + 1
            wanted.add(place)
        found = {end for _, end in split(text)} - {len(text)}
        count.update(hit=len(found & wanted), false=len(found - wanted), miss=len(wanted - found))
    return count


def _paragraphs(data: Path) -> Iterator[list[list[str]]]:
    """The paragraphs of each article, sentence by sentence."""
    for _, rows in groupby(trial_reports(data), key=lambda row: row["pmcid"]):
        found: list[list[str]] = []
        last = -2
        for row in rows:
            if row["index"] != last + 1 or not found:
                found.append([])
            found[-1].append(row["sentence"].strip())
            last = row["index"]
        yield found
