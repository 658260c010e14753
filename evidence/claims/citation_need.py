"""How likely the authors of a paper would cite a source for a sentence, learned from trial reports.

First the runs of words of each sentence are weighed alone; then once more with what stands around it
(`citation_need_context`). Names of authors and what markers leave behind are not seen (`citation_need_words`).

The weights are citation_need.json; scripts/train_citation_need.py rebuilds them, and citation_need.md says what they
were learned from and how well they do.
"""

from __future__ import annotations

import json
import math
import struct
from base64 import b64decode
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import getitem
from pathlib import Path

from evidence.claims.citation_need_context import Read, contexts
from evidence.claims.citation_need_words import START, short_forms_in, without_authors, words_in
from evidence.deadline import paced

_BYTES = 4
"""Bytes of one field of a packed sum."""

_FIELD = 1 << (8 * _BYTES)
_HALF = _FIELD // 2


_Branch = dict[str, tuple[int | None, "_Branch"]]
"""Weights by word; under each word, those of the runs that begin with it. None where a word only begins others."""

_NOTHING: _Branch = {}
_UNKNOWN: tuple[None, _Branch] = (None, _NOTHING)


@dataclass(frozen=True, slots=True)
class _Weights:
    """A run of words has one weight that it adds to the score of its own sentence and one for each unit of the second
    pass. The row of these weights is packed into one whole number, a field each, so that one addition adds them all;
    `middle` has half of what a field can hold in each, which keeps every sum above nought. `before` and `after` hold
    such rows for words of the sentences before and after, `bins` for the figures of the context, by the `edges` between
    which each lies."""

    grams: _Branch
    before: dict[str, int]
    after: dict[str, int]
    edges: tuple[tuple[float, ...], ...]
    bins: tuple[tuple[int, ...], ...]
    middle: int
    size: int
    layout: str
    own_scale: float
    own_bias: float
    units: tuple[tuple[float, float, float], ...]
    output_bias: float
    threshold: float


def probabilities(paragraph: Sequence[str]) -> tuple[float, ...]:
    """For each sentence of one paragraph, in order: the chance that the authors of a paper would cite a source."""
    return of_document([paragraph])[0]


def of_document(paragraphs: Sequence[Sequence[str]]) -> tuple[tuple[float, ...], ...]:
    """The same for every paragraph of a document, whose sentences tell of one another; linear in their number."""
    weights = _weights()
    read = [[_read(sentence, weights) for sentence in paced(paragraph)] for paragraph in paragraphs]
    around = contexts([[one for one, _ in paragraph] for paragraph in read])
    return tuple(_of_paragraph(paragraph, rows, weights) for paragraph, rows in zip(read, around, strict=True))


def threshold() -> float:
    """The chance from which a sentence of a paper is taken to need a source: best F1 on articles held out for it."""
    return _weights().threshold


def _read(sentence: str, weights: _Weights) -> tuple[Read, int]:
    """What a sentence says by itself, and the packed sum of the weights of its runs of words."""
    plain = without_authors(sentence)
    words = words_in(plain)
    runs, unknown = _runs(words, weights.grams)
    packed = sum(runs)
    score = ((packed + weights.middle) % _FIELD - _HALF) * weights.own_scale + weights.own_bias
    return Read(words, unknown, short_forms_in(plain), score, logistic(score)), packed


def _runs(words: Sequence[str], known: _Branch) -> tuple[set[int], int]:
    """The weights of the runs of words that are known, as `grams_of` names them, and how many words are not."""
    found: list[int | None] = []
    unknown = 0
    triples = _NOTHING
    pairs = known[START][1]
    for word in words:
        if triples and word in triples:
            found.append(triples[word][0])
        triples = _NOTHING
        if pairs and word in pairs:
            pair, triples = pairs[word]
            found.append(pair)
        own, pairs = known.get(word, _UNKNOWN)
        if own is None:
            unknown += 1
        else:
            found.append(own)
    return {weights for weights in found if weights is not None}, unknown


def _of_paragraph(
    paragraph: Sequence[tuple[Read, int]],
    rows: Sequence[Sequence[float]],
    weights: _Weights,
) -> tuple[float, ...]:
    words = [set(read.words) for read, _ in paragraph]
    lead = [_sum(row, weights.before) for row in [set[str](), *words[:-1]]][: len(words)]
    trail = [_sum(row, weights.after) for row in [*words[1:], set[str]()]][: len(words)]
    parts = zip(paragraph, rows, lead, trail, strict=True)
    return tuple(_chance(packed + first + last, figures, weights) for (_, packed), figures, first, last in parts)


def _sum(words: Collection[str], known: Mapping[str, int]) -> int:
    return sum(filter(None, map(known.get, words)))


def _chance(packed: int, figures: Sequence[float], weights: _Weights) -> float:
    packed += sum(map(getitem, weights.bins, map(bisect_right, weights.edges, figures)))
    fields = struct.unpack(weights.layout, (packed + weights.middle).to_bytes(weights.size, "little"))
    total = weights.output_bias
    # The first field is what the sentence says by itself; it is among the figures already.
    for field, (scale, bias, output) in zip(fields[1:], weights.units, strict=True):
        unit = field * scale + bias
        if unit > 0:
            total += unit * output
    return logistic(total)


def logistic(score: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@lru_cache(maxsize=1)
def _weights() -> _Weights:
    data = json.loads(Path(__file__).with_name("citation_need.json").read_text(encoding="utf-8"))
    width = len(data["scales"])
    around = data["around"].split("\n")
    scales = data["scales"]
    # A field holds its sum raised by half of what it can hold.
    raised = [bias - _HALF * scale for scale, bias in zip(scales[1:], data["biases"], strict=True)]
    units = tuple(zip(scales[1:], raised, data["outputs"], strict=True))
    rows = iter(_packed(data["bin_weights"], width))
    return _Weights(
        grams=_tree(data["grams"].split("\n"), _packed(data["gram_weights"], width)),
        before=dict(zip(around, _packed(data["before_weights"], width), strict=True)),
        after=dict(zip(around, _packed(data["after_weights"], width), strict=True)),
        edges=tuple(map(tuple, data["edges"])),
        bins=tuple([tuple(islice(rows, len(edges) + 1)) for edges in data["edges"]]),
        middle=_row([_HALF] * width),
        size=_BYTES * width,
        layout=f"<{width}I",
        own_scale=scales[0],
        own_bias=data["own_bias"],
        units=units,
        output_bias=data["output_bias"],
        threshold=data["threshold"],
    )


def _tree(names: Sequence[str], rows: Sequence[int]) -> _Branch:
    root: _Branch = {START: (None, {})}
    for name, row in zip(names, rows, strict=True):  # sorted, so that a run follows the words that it begins with
        *first, last = name.split(" ")
        branch = root
        for word in first:
            branch = branch.setdefault(word, (None, {}))[1]
        branch[last] = (row, branch[last][1] if last in branch else {})
    return root


_RAISED = bytes(byte ^ 128 for byte in range(256))
"""A signed byte raised by 128, by what stands for it without a sign."""


def _packed(text: str, width: int) -> list[int]:
    """Rows of `width` signed bytes, each packed into one number; sums of such numbers are sums of their fields."""
    weights = b64decode(text)
    raised = struct.pack(f"<{len(weights)}I", *weights.translate(_RAISED))
    size = _BYTES * width
    lowered = _row([128] * width)
    return [int.from_bytes(raised[start : start + size], "little") - lowered for start in range(0, len(raised), size)]


def _row(fields: Sequence[int]) -> int:
    return sum(field << (8 * _BYTES * place) for place, field in enumerate(fields))
