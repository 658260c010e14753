"""Rebuilds evidence/references/labels.json from labelled references.

    python scripts/train_reference_labels.py DATA
    python scripts/train_reference_labels.py FOLDER/core.xml OTHER.json

DATA is the folder of labelled data, with references/core.xml in it.
The file is XML of <sequence> elements whose children are the labelled parts (the format of AnyStyle's data).
Needs python-crfsuite, which the application itself does not use.
"""

from __future__ import annotations

import json
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pycrfsuite

sys.path.insert(0, str(Path(__file__).parents[1]))

from evidence.references.tokens import features_of, tokens_of

TARGET = Path(__file__).parents[1] / "evidence" / "references" / "labels.json"
MERGED = {
    "journal": "container",
    "container-title": "container",
    "collection-title": "note",
    "translator": "editor",
    "director": "author",
    "producer": "author",
    "source": "note",
    "genre": "note",
    "medium": "note",
    "doi": "url",
    "isbn": "note",
}
SETTINGS = {"c1": 0.2, "c2": 0.02, "max_iterations": 150, "feature.possible_transitions": True}


def examples(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Tokens and labels of every reference, and once more with the volume glued to its journal where it can be."""
    for sequence in ElementTree.parse(path).getroot():  # noqa: S314 (a local file of our own choosing)
        parts = [(MERGED.get(part.tag, part.tag), (part.text or "").strip()) for part in sequence]
        yield labelled(parts)
        glued = [
            (name, text.rstrip(",. ") if name == "container" and follows(parts, place) else text)
            for place, (name, text) in enumerate(parts)
        ]
        if glued != parts:
            yield labelled(glued)


def follows(parts: list[tuple[str, str]], place: int) -> bool:
    """Whether a bare volume comes right after this part."""
    return place + 1 < len(parts) and parts[place + 1][0] == "volume" and parts[place + 1][1][:1].isdigit()


def labelled(parts: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
    tokens: list[str] = []
    labels: list[str] = []
    for name, text in parts:
        found = tokens_of(text)
        tokens += found
        labels += [name] * len(found)
    return tokens, labels


def train(rows: list[tuple[list[str], list[str]]]) -> dict[str, Any]:
    """Labels, weights of features and of steps, in hundredths; weights that round to nothing are left out."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for tokens, labels in rows:
        trainer.append(features_of(tokens), labels)
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "model")
        trainer.train(model)
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        info = tagger.info()
    names = sorted(info.labels)
    number = {name: place for place, name in enumerate(names)}
    features: dict[str, list[tuple[int, int]]] = {}
    for (feature, name), weight in sorted(info.state_features.items()):
        if round(weight * 100):
            features.setdefault(feature, []).append((number[name], round(weight * 100)))
    steps = [[round(info.transitions.get((a, b), 0.0) * 100) for b in names] for a in names]
    return {"labels": names, "features": features, "steps": steps}


def written(weights: dict[str, Any]) -> str:
    """JSON with a line for each feature, so that a change of the weights can be read."""

    def compact(value: object) -> str:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"))

    rows = ",\n".join(f"{compact(name)}:{compact(pairs)}" for name, pairs in weights["features"].items())
    head = f'{{"labels":{compact(weights["labels"])},\n"steps":{compact(weights["steps"])}'
    return f'{head},\n"features":{{\n{rows}\n}}}}\n'


def main(source: str, target: str = str(TARGET)) -> None:
    if Path(source).is_dir():
        source = str(Path(source) / "references" / "core.xml")
    Path(target).write_text(written(train(list(examples(Path(source))))), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:3])
