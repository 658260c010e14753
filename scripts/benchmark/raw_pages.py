"""Measures of claims and their sources on real files as they stand in their repositories: what users have.

The labels name sentences by the place of their words in the visible words of the file, so markup in either does not
matter. Pages of a site that weights were learned from are judged by the weights that leave this site out.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from benchmark import settled_labels
from benchmark.certainty_folds import scale_without
from benchmark.claim_folds import weights_without
from benchmark.figures import Counts, Figure, f1, figure, precision, recall, told
from benchmark.wording_folds import site_of
from evidence import open_document, pipeline
from evidence.claims.certainty import Scale
from evidence.reading import metadata
from evidence.values import Assessed, Assessment, Band, Severity

NEEDED = frozenset(
    {
        *("missing-citation", "unresolved-mention", "vague-attribution"),
        *("product-claim-unsupported", "safety-claim-unsupported"),
    }
)
"""The flags that say that a source is missing."""
_WORD = re.compile(r"[^\W_]+")


class _Text(HTMLParser):
    """The words of a file without tags, scripts and styles."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self._hidden += tag in ("script", "style", "noscript")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "noscript") and self._hidden:
            self._hidden -= 1

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled sentence and the sentences of the engine that hold at least half of its words.

    `settled` is whether it is a claim by the written rules of docs/labelling.md.
    """

    claim: bool
    settled: bool
    cited: bool
    found: tuple[Assessed, ...]

    @property
    def needs_source(self) -> bool:
        return self.claim and not self.cited

    @property
    def is_told(self) -> bool:
        """Whether a missing source is flagged as sure or likely, which is what readers see and editors must settle."""
        return any(
            flag.code in NEEDED and flag.certainty.band is not Band.QUERY for one in self.found for flag in one.flags
        )

    @property
    def is_blocked(self) -> bool:
        return any(
            flag.code in NEEDED and flag.severity is Severity.BLOCKER for one in self.found for flag in one.flags
        )


def raw_pages(data: Path, today: date) -> list[Figure]:
    """Claims, claims without a source, claims with one, and the blockers among them, on the raw files of lay2."""
    pages = [rows_of(path, data / "lay2", today) for path in sorted((data / "lay2" / "raw-gold").glob("*.json"))]
    rows = f"{sum(map(len, pages)):,} sentences of {len(pages)} files"
    blocked = [Counter(told(row.needs_source, row.is_blocked) for row in page) for page in pages]
    shown = [Counter(told(row.needs_source, row.is_told) for row in page) for page in pages]
    return [
        figure("Raw files: claim or not, F1", rows, _counted(pages, "claim"), f1, floor="0.87"),
        figure("Raw files: claim without a source flagged, F1", rows, _counted(pages, "needs"), f1, floor="0.84"),
        figure(
            "Raw files: claim or not by settled labels, F1", rows, _counted(pages, "settled claim"), f1, floor="0.87"
        ),
        figure(
            "Raw files: claim without a source flagged by settled labels, F1",
            rows,
            _counted(pages, "settled needs"),
            f1,
            floor="0.84",
        ),
        figure("Raw files: claim tied to a source, F1", rows, _counted(pages, "cited"), f1, floor="0.85"),
        figure(
            "Raw files: claim tied to a source by settled labels, F1",
            rows,
            _counted(pages, "settled cited"),
            f1,
            floor="0.85",
        ),
        figure("Raw files: blockers of claims, precision", rows, blocked, precision, floor="0.92"),
        figure("Raw files: claims without a source that a blocker stops", rows, blocked, recall, floor="0.50"),
        figure("Raw files: missing sources flagged as sure or likely, precision", rows, shown, precision),
        figure("Raw files: claims without a source flagged as sure or likely", rows, shown, recall),
    ]


def _counted(pages: list[list[Row]], what: str) -> list[Counts]:
    return [Counter(told(*_pair(row, what)) for row in page) for page in pages]


def _pair(row: Row, what: str) -> tuple[bool, bool]:
    """What the label says and what the engine says."""
    if what.endswith("claim"):
        return row.settled if what == "settled claim" else row.claim, any(one.claim.claim for one in row.found)
    if what.endswith("needs"):
        needs = row.settled and not row.cited if what == "settled needs" else row.needs_source
        return needs, any(flag.code in NEEDED for one in row.found for flag in one.flags)
    claim = row.settled if what == "settled cited" else row.claim
    return claim and row.cited, any(one.links for one in row.found)


def rows_of(gold: Path, folder: Path, today: date) -> list[Row]:
    """The labelled sentences of a file, judged by weights and certainties that never saw its site."""
    return judged(gold, folder, today, scale_without(site_of(gold.name)))[1]


def judged(gold: Path, folder: Path, today: date, scale: Scale | None = None) -> tuple[Assessment, list[Row]]:
    """A file as the engine judges it, by weights that never saw its site, and its labelled sentences beside it."""
    labels = json.loads(gold.read_text("utf-8"))
    path = folder / "raw" / labels["file"]
    document = open_document(path.name, path.read_bytes()).document
    assessment = pipeline.assess(
        document,
        None,
        metadata.products_of(document.meta),
        today=today,
        page=metadata.page_of(document.meta),
        weights=weights_without(site_of(gold.name)),
        scale=scale,
    )
    return assessment, list(aligned(labels["sentences"], words_of(visible_text(path)), assessment))


def aligned(labels: Sequence[dict[str, Any]], file_words: list[str], assessment: Assessment) -> Iterator[Row]:
    """Each label with the sentences whose words stand where its own do."""
    sequence: list[str] = []
    owners: list[int] = []
    for number, one in enumerate(assessment.sentences):
        words = words_of(_without_tags(one.sentence.text))
        sequence += words
        owners += [number] * len(words)
    owner: list[int | None] = [None] * len(file_words)
    for block in SequenceMatcher(None, sequence, file_words, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            owner[block.b + step] = owners[block.a + step]
    size = Counter(one for one in owner if one is not None)
    for label in labels:
        here = Counter(one for one in owner[label["word"] : label["word"] + label["words"]] if one is not None)
        held = [number for number, count in sorted(here.items()) if count >= 0.5 * min(label["words"], size[number])]
        key = settled_labels.key_of_words(file_words[label["word"] : label["word"] + label["words"]])
        claim = bool(label["claim"])
        settled = settled_labels.settled(key, claim)
        yield Row(claim, settled, bool(label["cited"]), tuple(assessment.sentences[number] for number in held))


def words_of(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def visible_text(path: Path) -> str:
    raw = path.read_text("utf-8", errors="replace")
    if path.suffix == ".html" or ("<p" in raw[:20000] and path.suffix != ".md"):
        return _parsed(raw)
    return _without_tags(raw)


def _without_tags(text: str) -> str:
    return _parsed(re.sub(r"\]\([^)]*\)", "] ", text))


def _parsed(text: str) -> str:
    parser = _Text()
    parser.feed(text)
    return " ".join(parser.parts)
