"""2,000 references are verified within the polite limits of the services, which answer in 300 ms, in under 12 minutes;
a run that is stopped goes on where it was."""

from __future__ import annotations

import os
import random
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from citations.formats import Record, read
from citations.lookups import endpoints
from citations.lookups.configuration import configure
from citations.lookups.rate_limits import LocalRateLimit
from citations.lookups.session import Session
from citations.verification.kept_answers import KeptAnswers
from citations.verification.verifying import verify_all
from evidence.context import Verdict
from evidence.verifying.works import Work
from tests.citations.registers import registers
from tests.citations.services_server import Reply
from tests.citations.verification import printed

DATA = Path(os.environ.get("CITEWELL_DATA", Path(__file__).parents[3] / "shared" / "data"))
RECORDS = DATA / "study-design" / "medline-1000.nbib"
NUMBER, SECONDS, ANSWER = 2000, 12 * 60, 0.3

pytestmark = pytest.mark.skipif(not RECORDS.exists(), reason="MEDLINE's records are not here")


def works() -> tuple[list[printed.Csl], list[Work]]:
    """Records, and 2,000 references to them: half as they are, half without identifiers and with another year."""
    with RECORDS.open("rb") as stream:
        rows = [row.csl for row in read(RECORDS.name, stream) if isinstance(row, Record)]
    bare = [{name: value for name, value in row.items() if name not in ("DOI", "PMID")} for row in rows]
    wanted = [*(Work(row) for row in rows), *(Work(printed.with_year(row, printed.year_of(row) + 1)) for row in bare)]
    random.Random(7).shuffle(wanted)
    return rows, wanted[:NUMBER]


def test_two_thousand_references_take_less_than_twelve_minutes(tmp_path: Path) -> None:
    rows, wanted = works()
    with registers(rows) as world:
        answered = world.reply_to

        def slowly(target: str) -> Reply:
            time.sleep(ANSWER)
            return answered(target)

        world.reply_to = slowly  # type: ignore[method-assign]
        kept = KeptAnswers(tmp_path)
        configure(world.configuration(cache=kept))
        limits = {"crossref": endpoints.crossref().per_second, "pubmed": endpoints.pubmed().per_second}
        began = time.monotonic()
        told = Counter(one.verification.verdict for one in verify_all(wanted, Session(pace=LocalRateLimit())))
        took = time.monotonic() - began
        asked = Counter(target.split("/")[1] for target in world.asked)
        sys.stdout.write(
            f"\n{len(wanted):,} references in {took / 60:.1f} minutes; verdicts: "
            f"{', '.join(f'{verdict} {number}' for verdict, number in told.items())}; asked: "
            f"{', '.join(f'{name} {number} ({number / took:.1f}/s)' for name, number in asked.items())}"
        )
        world.asked.clear()
        list(verify_all(wanted[:200], Session(pace=LocalRateLimit())))
        again = len(world.asked)
    assert took < SECONDS
    for name, limit in limits.items():
        assert asked[name] / took <= limit * 1.05
    assert told[Verdict.AGREES] + told[Verdict.DIFFERS] >= 0.98 * len(wanted)
    assert again <= 10
