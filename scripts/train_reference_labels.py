"""Rebuilds evidence/references/labels.json from labelled references.

    python scripts/train_reference_labels.py DATA
    python scripts/train_reference_labels.py DATA --development

DATA is the folder of labelled data, with references/core.xml and mention-linking/articles.jsonl.gz in it. The first is
XML of <sequence> elements whose children are the labelled parts (the format of AnyStyle's data). Of the second only
the articles that may be learned from are read. Other XML of the kind in references/more/ is learned from as it stands,
without what gold_unseen.xml holds too. With --development two fifths of core.xml are left out, the weights are
not written, and the share of the references left out that come out right is printed.
Needs python-crfsuite, which the application itself does not use. Takes some five minutes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from random import Random
from typing import Any

import pycrfsuite

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parent)]

from measure_references import measured  # noqa: E402
from training_strings import Parts, set_anew, set_records  # noqa: E402

from evidence.references import labels  # noqa: E402
from evidence.references.printed import printed  # noqa: E402
from evidence.references.tokens import Token, features_of, tokens_of  # noqa: E402

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
JOURNALS = ("journal", "container-title")
TAG = re.compile(r"</?[a-z]{1,12}>")
YEAR_OF_VOLUME = re.compile(r"(?:1[5-9]|20)\d\d\b[^;]{0,12};\s*(?=\S)")
SEED = 1
STYLES = 4
"""In so many other styles each labelled reference is set."""
REPEATS = 3
"""So often each counts as it stands: strings that people wrote weigh more than those that are made."""
RECORDS = 2500
SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 200, "feature.possible_transitions": True}
LEARNED_BUCKETS = range(7)

Example = tuple[list[Token], list[str]]


def examples(
    sequences: Iterable[ElementTree.Element], repeats: int = REPEATS, styles: int = STYLES
) -> Iterator[Example]:
    """Tokens and labels of every reference as it stands, with its volume glued to the journal, and in other styles."""
    chance = Random(SEED)  # noqa: S311 (the same strings each time, no secret)
    for sequence in sequences:
        row = [piece for part in sequence for piece in dated(part.tag, cleaned(part.text or ""))]
        spaced = [(name, f"{text} ") for name, text in row]
        for _ in range(repeats):
            yield from labelled(spaced)
        glued = [
            (name, text.rstrip(",. ") if name in JOURNALS and follows(row, place) else text)
            for place, (name, text) in enumerate(spaced)
        ]
        if glued != spaced:
            yield from labelled(glued)
        kinds = [("container" if name == "container-title" else name, text) for name, text in row]
        for parts in set_anew(kinds, chance, styles):
            yield from labelled(parts)


def from_records(path: Path) -> Iterator[Example]:
    """Tokens and labels of references of the mention-linking articles that may be learned from, in many styles."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines]
    records = [
        record for article in articles if article["bucket"] in LEARNED_BUCKETS for record in article["references"]
    ]
    for parts in set_records(records, Random(SEED), RECORDS):  # noqa: S311 (as above)
        yield from labelled(parts)


def others(folder: Path, known: Iterable[ElementTree.Element]) -> Iterator[ElementTree.Element]:
    """The references of references/more/ that are none of the `known` ones, and no work that is measured on."""
    kept_apart = folder / "gold_unseen.xml"
    measured_on = list(ElementTree.parse(kept_apart).getroot()) if kept_apart.exists() else []  # noqa: S314 (our own)
    seen = {_letters(sequence) for sequence in (*known, *measured_on)}
    titles = {_title(sequence) for sequence in measured_on} - {""}
    for path in sorted((folder / "more").glob("*.xml")):
        for sequence in ElementTree.parse(path).getroot():  # noqa: S314 (as above)
            if _letters(sequence) not in seen and _title(sequence) not in titles:
                seen.add(_letters(sequence))
                yield sequence


def _letters(sequence: ElementTree.Element) -> str:
    return re.sub(r"[\W_]+", "", "".join(part.text or "" for part in sequence).lower())


def _title(sequence: ElementTree.Element) -> str:
    title = "".join(part.text or "" for part in sequence if part.tag == "title")
    return re.sub(r"[\W_]+", "", title.lower())[:60]


def cleaned(text: str) -> str:
    """Without markup that was left inside a label."""
    return TAG.sub("", text).strip()


def dated(name: str, text: str) -> Parts:
    """A part; of a volume that is labelled with the year before it ("2012;30(15):") both parts."""
    year = YEAR_OF_VOLUME.match(text) if name == "volume" else None
    return [("date", year.group().strip()), (name, text[year.end() :])] if year else [(name, text)]


def follows(parts: Parts, place: int) -> bool:
    """Whether a bare volume comes right after this part."""
    return place + 1 < len(parts) and parts[place + 1][0] == "volume" and parts[place + 1][1][:1].isdigit()


def labelled(parts: Parts) -> Iterator[Example]:
    """Tokens of the line that the parts make, as `printed` leaves it, each with the label of the part it stands in."""
    raw = "".join(text for _, text in parts)
    names = [MERGED.get(name, name) for name, text in parts for _ in text]
    line = printed(raw).text
    of_line = [""] * len(line)
    for block in SequenceMatcher(None, raw, line, autojunk=False).get_matching_blocks():
        of_line[block.b : block.b + block.size] = names[block.a : block.a + block.size]
    tokens = tokens_of(line)
    counted = [Counter(filter(None, of_line[token.start : token.end])) for token in tokens]
    if tokens and all(counted):
        yield tokens, [names.most_common(1)[0][0] for names in counted]


def train(rows: Iterable[Example]) -> dict[str, Any]:
    """Labels, weights of features and of steps, in hundredths; weights that round to nothing are left out."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for tokens, names in rows:
        trainer.append(features_of(tokens), names)
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


def is_left_out(sequence: ElementTree.Element) -> bool:
    """Whether a reference is of the two fifths on which features and styles were chosen (by a hash of its words)."""
    raw = " ".join((part.text or "").strip() for part in sequence)
    return int(hashlib.sha1(raw.encode(), usedforsecurity=False).hexdigest(), 16) % 5 in (3, 4)


def main(source: str, option: str = "") -> None:
    data = Path(source)
    sequences = list(ElementTree.parse(data / "references" / "core.xml").getroot())  # noqa: S314 (of our own choosing)
    learned = [sequence for sequence in sequences if not option or not is_left_out(sequence)]
    found = others(data / "references", sequences)
    as_they_stand = examples([one for one in found if not option or not is_left_out(one)], 1, 0)
    more = from_records(data / "mention-linking" / "articles.jsonl.gz")
    text = written(train([*examples(learned), *as_they_stand, *more]))
    if not option:
        TARGET.write_text(text, encoding="utf-8")
        return
    with labels.instead(text):
        print(measured([sequence for sequence in sequences if is_left_out(sequence)]))  # noqa: T201


if __name__ == "__main__":
    if sys.argv[2:] not in ([], ["--development"]) or len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:3])
