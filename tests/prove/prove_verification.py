"""Written works meet the verdict they deserve: true ones in eight styles with noise, changed ones, invented ones, and
those that services lack; over 1,000 records of MEDLINE, with services on this machine.

Figures are printed. Rules were made on draws with other seeds than these.
"""

from __future__ import annotations

import os
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from citations.formats import Record, read
from evidence.context import Verdict
from tests.citations.registers import Registers, registers
from tests.citations.verification import printed
from tests.citations.verification.judging import PREPRINTS, asking, explained, judged

DATA = Path(os.environ.get("CITEWELL_DATA", Path(__file__).parents[3] / "shared" / "data"))
RECORDS = DATA / "study-design" / "medline-1000.nbib"
SEED, NUMBER = 20261129, 200

pytestmark = pytest.mark.skipif(not RECORDS.exists(), reason="MEDLINE's records are not here")


@pytest.fixture(scope="module")
def works() -> list[printed.Csl]:
    with RECORDS.open("rb") as stream:
        return [row.csl for row in read(RECORDS.name, stream) if isinstance(row, Record)]


@pytest.fixture(scope="module")
def world(works: list[printed.Csl]) -> Iterator[Registers]:
    with registers([*works, *PREPRINTS]) as played:
        yield played


def say(line: str) -> None:
    sys.stdout.write(f"\n{line}")


def test_true_references_are_called_nothing_worse_than_what_was_changed(
    world: Registers, works: list[printed.Csl]
) -> None:
    rng = random.Random(SEED)
    right = worse = 0
    for place, row in enumerate(rng.sample(printed.usable(works), NUMBER)):
        noise = list(printed.NOISE)[place % len(printed.NOISE)]
        style = list(printed.STYLES)[(place // len(printed.NOISE)) % 8]
        verdict = judged(printed.STYLES[style](printed.NOISE[noise](row, rng)), asking())
        right += explained(noise, verdict)
        worse += verdict.verdict not in (Verdict.AGREES, Verdict.DIFFERS)
    say(f"true references: right {right} of {NUMBER}, called worse {worse}")
    assert right >= 0.98 * NUMBER
    assert worse <= 0.005 * NUMBER


def test_what_was_changed_is_named_and_the_right_identifier_proposed(
    world: Registers, works: list[printed.Csl]
) -> None:
    rng = random.Random(SEED)
    cases = printed.changed(works, NUMBER - len(PREPRINTS) // 2, rng) + printed.of_preprints(PREPRINTS)
    right: Counter[str] = Counter()
    proposed = wanted = 0
    for case in cases:
        verdict = judged(case.text, asking())
        named = not case.field or case.field in {name for name, _, _ in verdict.fields}
        right[case.kind] += verdict.verdict == case.verdict and named
        wanted += bool(case.proposal)
        proposed += bool(case.proposal) and verdict.proposal == case.proposal
    kinds = Counter(case.kind for case in cases)
    say("changed references: " + ", ".join(f"{kind} {right[kind]} of {number}" for kind, number in kinds.items()))
    say(f"the right identifier proposed: {proposed} of {wanted}")
    assert right.total() >= 0.97 * len(cases)
    assert proposed >= 0.95 * wanted


def test_no_invented_reference_passes_as_existing(world: Registers, works: list[printed.Csl]) -> None:
    rng = random.Random(SEED)
    journals = sorted(
        {(str(row["container-title"]), str(row["container-title-short"])) for row in printed.usable(works)}
    )
    told = Counter(judged(text, asking()).verdict for text in printed.invented(journals, 100, rng))
    say(f"invented references: {', '.join(f'{verdict} {number}' for verdict, number in told.items())}")
    assert told[Verdict.AGREES] + told[Verdict.DIFFERS] + told[Verdict.OTHER_WORK] <= 2


def test_works_that_services_lack_are_not_called_missing(world: Registers) -> None:
    told = Counter(judged(text, asking()).verdict for text in printed.seldom_indexed(100))
    say(f"works of kinds that services lack: {', '.join(f'{verdict} {number}' for verdict, number in told.items())}")
    assert told[Verdict.NOT_FOUND] == told[Verdict.UNREGISTERED] == told[Verdict.OTHER_WORK] == 0
