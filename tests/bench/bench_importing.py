"""`make bench`: how fast files of references come into the database, first and again, and how much memory that takes.

From the file to committed rows: works, what each record said, and the list of services to be asked. Figures are
printed, nothing is asserted about speed. With WORKS=20000 set, files of that length are made out of the records.
"""

from __future__ import annotations

import os
import re
import time
import tracemalloc
from collections.abc import Iterator, Mapping
from itertools import count, islice
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User

from citations import formats
from citations.formats import Record
from citations.models import Citation, Lookup, RecordedFact
from citations.services import adding
from tests.bench.bench_speed import say

MEDLINE = Path("../shared/data/study-design/medline-1000.nbib")
MANY = int(os.environ.get("WORKS", "20000"))
ENDINGS = ("nbib", "ris", "bib", "json")
pytestmark = pytest.mark.django_db(transaction=True)


def records() -> Iterator[Mapping[str, Any]]:
    with MEDLINE.open("rb") as stream:
        yield from (row.csl for row in formats.read(MEDLINE.name, stream) if isinstance(row, Record))


def many_records() -> Iterator[Mapping[str, Any]]:
    """The records over and over, each time as other works: other identifiers, another title."""
    for time_over in count():
        for csl in records():
            other = dict(csl) | {"title": f"{csl.get('title', '')} {time_over}"}
            if "DOI" in csl:
                other["DOI"] = f"{csl['DOI']}.{time_over}"
            if "PMID" in csl:
                other["PMID"] = str(int(csl["PMID"]) + 1000 * time_over * 37_000)[-9:].lstrip("0") or "1"
            if "PMCID" in csl:
                other["PMCID"] = f"PMC{time_over}{re.sub('[^0-9]', '', csl['PMCID'])}"
            other.pop("ISBN", None)
            yield other


def written(folder: Path, ending: str, number: int) -> Path:
    """A file of so many records; the thousand of PubMed as PubMed wrote them."""
    if ending == "nbib" and number == 1000:
        return MEDLINE
    file = folder / f"works-{number}.{ending}"
    works = records() if number == 1000 else islice(many_records(), number)
    with file.open("w", encoding="utf-8") as out:
        out.writelines(formats.write(ending, works))
    return file


def bring_in(file: Path, by: User) -> dict[str, int]:
    counts = {"new": 0, "there": 0, "fault": 0}
    with file.open("rb") as stream:
        faults: list[adding.Fault] = []

        def entries() -> Iterator[adding.Entry]:
            for row in adding.read_file(file.name, stream):
                if isinstance(row, adding.Entry):
                    yield row
                else:
                    faults.append(row)

        for row in adding.add(entries=entries(), by=by, origin=file.name):
            kind = "fault" if isinstance(row, adding.Fault) else "new" if row.new else "there"
            counts[kind] += 1
    counts["fault"] += len(faults)
    return counts


def most_memory() -> int:
    """Kilobytes that the process has held at most since `forget_memory`."""
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])  # type: ignore[index]


def forget_memory() -> None:
    Path("/proc/self/clear_refs").write_text("5")


@pytest.fixture
def chief(settings: Any) -> Iterator[User]:
    if not MEDLINE.exists():
        pytest.skip("the MEDLINE records are not beside the project")
    settings.LOOKUPS = True  # rows for the services are part of it; nobody is there to ask them
    with patch("citations.services.metadata_completion.current_app.send_task"):
        yield User.objects.create_superuser("chief")


@pytest.mark.parametrize("number", [1000, MANY])
@pytest.mark.parametrize("ending", ENDINGS)
def test_speed(ending: str, number: int, chief: User, tmp_path: Path) -> None:
    file = written(tmp_path, ending, number)
    for what in ("first", "again"):
        forget_memory()
        before, began, worked = most_memory(), time.perf_counter(), time.process_time()
        counts = bring_in(file, chief)
        taken, own = time.perf_counter() - began, time.process_time() - worked
        read = sum(counts.values())
        say(f".{ending}, {read:,} records, {what}: {counts}", f"{read / taken:,.0f} records/s")
        say("  of its time in Python; memory gained at the peak", f"{own / taken:.0%}, {most_memory() - before:,} KB")
    say("  rows", f"{Citation.objects.count()} {RecordedFact.objects.count()} {Lookup.objects.count()}")


@pytest.mark.parametrize("number", [1000, MANY])
@pytest.mark.parametrize("ending", ENDINGS)
def test_memory(ending: str, number: int, chief: User, tmp_path: Path) -> None:
    """By Python's own count, which slows the work down: that is why the speed is measured apart."""
    file = written(tmp_path, ending, number)
    tracemalloc.start()
    counts = bring_in(file, chief)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    say(f".{ending}, {sum(counts.values()):,} records, most memory at a time", f"{peak / 1024:,.0f} KB")
