"""`make bench`: how fast files of references are read, and how much memory that takes. Figures are printed only."""

from __future__ import annotations

import io
import time
import tracemalloc
from pathlib import Path

import pytest

from citations import formats
from citations.formats import Record
from tests.bench.bench_speed import say

MEDLINE = Path("../shared/data/study-design/medline-1000.nbib")


@pytest.mark.parametrize("ending", ["nbib", "ris", "bib", "json"])
def test_reading(ending: str) -> None:
    if not MEDLINE.exists():
        pytest.skip("the MEDLINE records are not beside the project")
    works = [row.csl for row in formats.read(MEDLINE.name, io.BytesIO(MEDLINE.read_bytes())) if isinstance(row, Record)]
    text = "".join(formats.write(ending, works)).encode()
    began = time.process_time()
    number = sum(1 for _ in formats.read(f"works.{ending}", io.BytesIO(text)))
    taken = time.process_time() - began
    say(f"reading .{ending}, {number} records", f"{number / taken:.0f} records/s")
    stream = io.BytesIO(text)
    tracemalloc.start()
    for _ in formats.read(f"works.{ending}", stream):
        pass
    say(f"reading .{ending}, most memory at a time", f"{tracemalloc.get_traced_memory()[1] / 1024:.0f} KB")
    tracemalloc.stop()
