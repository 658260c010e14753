"""Measures of works: which reference an author's name means, the parts of a reference, the design of a study."""

from __future__ import annotations

import gzip
import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any

from measure_references import FIELDS, found, wanted

from benchmark.figures import (
    REPORTED_BUCKETS,
    Counts,
    Figure,
    added,
    all_yes_f1,
    bucket,
    f1,
    figure,
    precision,
    recall,
    right,
    told,
)
from evidence import markers, matching, sentences
from evidence.abstract_design import design_from_abstract
from evidence.reference_parsing import parse
from evidence.study_design import design_of
from evidence.values import Claim, Design, Document, How, Sentence, Source, Wording


def mention_linking(data: Path) -> list[Figure]:
    """Whether "Lee and colleagues" is tied to the reference that its authors meant, by the shipped matching."""
    clusters = [_linked(article) for article in articles(data)]
    floors = (("precision", precision, "0.95", "0.87 surname rules"), ("recall", recall, "0.90", "0.81 surname rules"))
    count = sum(int(counts["asked"]) for counts in clusters)
    return [
        figure(
            f"Mention linked, {name}", f"{count:,} mentions of {len(clusters)} articles", clusters, score,
            floor=floor, baseline=plain,
        )
        for name, score, floor, plain in floors
    ]  # fmt: skip


def articles(data: Path, buckets: frozenset[int] = REPORTED_BUCKETS) -> Iterator[dict[str, Any]]:
    """The articles with their reference lists and mentions that fall in the buckets."""
    path = data / "mention-linking" / "articles.jsonl.gz"
    if path.exists():
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article = json.loads(line)
                if bucket(article["pmcid"]) in buckets:
                    yield article


def _linked(article: dict[str, Any]) -> Counts:
    sources = [source_of(reference) for reference in article["references"]]
    counts: Counter[Hashable] = Counter()
    for mention in article["mentions"]:
        keys = linked_keys(mention, sources)
        correct = bool(set(keys) & set(mention["gold"]))
        counts["asked"] += 1
        counts["hit"] += correct
        counts["false"] += bool(keys) and not correct
        counts["miss"] += not correct
    return counts


def source_of(reference: dict[str, Any]) -> Source:
    year = re.search(r"\d{4}", reference["year"] or "")
    return Source(
        key=reference["id"],
        families=tuple(reference["surnames"]),
        year=int(year.group()) if year else None,
        title=reference["title"] or "",
        container=reference["container"] or "",
    )


def linked_keys(mention: dict[str, Any], sources: list[Source]) -> list[str]:
    """The keys that the engine ties to a mention, in the sentence where it stands."""
    text = mention["before"] + mention["after"]
    spans = sentences.split(text)
    made = tuple(Sentence(index, start, end, text[start:end], 0) for index, (start, end) in enumerate(spans))
    found_markers, _ = markers.find(text, [(0, len(text))], made)
    document = Document(text, "text", "", "", made, found_markers)
    claims = [Claim(sentence.index, False, (), Wording.NONE) for sentence in made]
    place = len(mention["before"]) - len(mention["mention"])
    here = max((sentence.index for sentence in made if sentence.start <= place), default=0)
    name = _first_name(mention["mention"]).split()[-1]  # the data cut some mentions within a word before the name
    links = matching.match(document, claims, sources)
    return [
        link.key
        for link in links
        if link.sentence == here and link.how is not How.INHERITED and name in _first_name(link.mention)
    ]


def _first_name(mention: str) -> str:
    """A mention up to what says that there are others: "Lee", "van Loon", "Lee and Okoro"."""
    return re.split(r"\s*,?\s+(?:et\b|and\s+[a-z]|&\s+[a-z])|['’]s\b|\s*[\[(]", mention.strip())[0]


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


def study_designs(data: Path) -> list[Figure]:
    """Trials, and studies of animals or cells only, told from title and abstract; the publication types stay hidden."""
    path = data / "study-design" / "medline-1000.nbib"
    records = list(_medline(path.read_text("utf-8"))) if path.exists() else []
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
            "Randomised trial or not, F1 (publication types hidden)", rows, trials, f1,
            floor="0.95", baseline="0.94 one expression on title and abstract",
        ),
        figure(
            "Animals or cells only, F1 (publication types hidden)", few, animals, f1,
            floor="0.85", baseline=f"{all_yes_f1(added(animals)):.2f} every record",
        ),
    ]  # fmt: skip


def _design(title: str, abstract: str) -> Design | None:
    return design_of((), title) or design_from_abstract(title, abstract)


def record_is(cells: list[Counts]) -> Iterator[int]:
    return (int(cell.get("hit", 0) + cell.get("miss", 0)) for cell in cells)


def _medline(text: str) -> Iterator[dict[str, list[str]]]:
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
