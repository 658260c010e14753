"""Measures evidence.references.parsing on labelled references.

    python scripts/measure_references.py FOLDER/gold_unseen.xml [FOLDER/good.xml FOLDER/bad.xml ...]

Each file is XML of <sequence> elements whose children are the labelled parts. A field counts as right when it equals
the label, letters and digits alone compared; an author when the first family name stands in the labelled list.
What stands at the volume's place ("13(4):155-160") is taken apart by the same function on both sides.
"""

from __future__ import annotations

import re
import sys
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from evidence.reading.listed_references import year_of
from evidence.references.fields import split_volume
from evidence.references.parsing import parse

FIELDS = ("author", "year", "title", "container", "volume", "issue", "page")


def plain(value: object) -> str:
    return re.sub(r"[\W_]+", "", str(value or "").lower())


def container(value: object) -> str:
    """The name of a journal or book without the "In" before it, which some labels hold and some strings write."""
    return plain(re.sub(r"^(?:\s*In:?\s+)+", "", str(value or ""), flags=re.IGNORECASE))


def wanted(sequence: ElementTree.Element) -> dict[str, str]:
    parts: dict[str, str] = defaultdict(str)
    for part in sequence:
        parts[part.tag] += f" {part.text or ''}"
    # "2012;14(3):" is labelled as a volume throughout, "3 vols." counts volumes and "518 p." pages
    # rather than naming one.
    dated = re.match(r"\s*((?:1[5-9]|20)\d\d)\b[^;]{0,12};\s*", parts["volume"])
    volume = parts["volume"][dated.end() :] if dated else parts["volume"]
    volume = "" if re.fullmatch(r"\W*\d+\s+vols?\W*", volume) else volume
    pages = "" if re.fullmatch(r"\W*\d+\s*(?:pp?|pages|S|Seiten)\W*", parts["pages"]) else parts["pages"]
    year = re.search(r"(?:1[5-9]|20)\d\d", parts["date"] or (dated[1] if dated else ""))
    place = split_volume(volume) or {"volume": volume}
    return {
        "author": plain(parts["author"]),
        "year": year.group() if year else "",
        "title": plain(parts["title"]),
        "container": container(parts["journal"] or parts["container-title"]),
        "volume": plain(place.get("volume")),
        "issue": plain(place.get("issue")),
        "page": plain(
            re.sub(r"^\W*(?:pages?|pp?\.?|S\.)\s*", "", pages.strip(), flags=re.IGNORECASE) or place.get("page")
        ),
    }


def found(csl: Mapping[str, Any]) -> dict[str, str]:
    people = csl.get("author") or [{}]
    return {
        "author": plain(people[0].get("family") or people[0].get("literal")),
        "year": str(year_of(csl) or ""),
        "title": plain(csl.get("title")),
        "container": container(csl.get("container-title")),
        "volume": plain(csl.get("volume")),
        "issue": plain(csl.get("issue")),
        "page": plain(csl.get("page")),
    }


def measured(sequences: Iterable[ElementTree.Element]) -> str:
    """How many of the labelled references come out right, by field, and how long one takes."""
    right: Counter[str] = Counter()
    count, seconds = 0, 0.0
    for sequence in sequences:
        raw = " ".join((part.text or "").strip() for part in sequence)
        begin = time.process_time()
        got = found(parse(raw))
        seconds += time.process_time() - begin
        want = wanted(sequence)
        marks = {name: got[name] == want[name] for name in FIELDS}
        marks["author"] = got["author"] in want["author"] if got["author"] else not want["author"]
        right.update(name for name, mark in marks.items() if mark)
        right["all"] += all(marks.values())
        count += 1
    if not count:
        return "No references."
    shares = ", ".join(f"{name} {right[name] / count:.3f}" for name in ("all", *FIELDS))
    return f"{count} references, {1000 * seconds / count:.1f} ms each: {shares}"


def main(*sources: str) -> None:
    for source in sources:
        sequences = ElementTree.parse(source).getroot()  # noqa: S314 (a local file of our own choosing)
        print(f"{Path(source).name}: {measured(sequences)}")  # noqa: T201


if __name__ == "__main__":
    if not sys.argv[1:]:
        sys.exit(__doc__)
    main(*sys.argv[1:])
