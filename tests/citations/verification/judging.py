"""What `citewell` would say of a printed reference, with services on this machine and no waiting."""

from __future__ import annotations

import random
from typing import Any

from citations.lookups.session import Session
from citations.verification.verifying import verify
from evidence.context import Verdict, Verification
from evidence.references.parsing import parse_with_doubts
from evidence.verifying.works import Work


class NoWaiting:
    """Limits that let everything through at once."""

    def slot(self, host: str, interval: float, longest: float) -> float:
        return 0.0

    def hold(self, host: str, seconds: float) -> None: ...

    def closed_for(self, host: str) -> float:
        return 0.0

    def fault(self, host: str) -> None: ...

    def fine(self, host: str) -> None: ...


def asking() -> Session:
    return Session(pace=NoWaiting(), sleep=lambda _: None)


def judged(text: str, session: Session) -> Verification:
    csl, doubtful = parse_with_doubts(text)
    return verify(Work(csl, text, doubtful), session).verification


def explained(noise: str, verdict: Verification) -> bool:
    """Whether a true reference agrees, or differs in the very field that the noise touched."""
    touched = (
        {"authors", "first author"}
        if "author" in noise or noise == "accents"
        else {"title"}
        if "title" in noise
        else set()
    )
    fields = {name for name, _, _ in verdict.fields}
    return verdict.verdict is Verdict.AGREES or (verdict.verdict is Verdict.DIFFERS and fields <= touched)


def _preprints(number: int) -> list[dict[str, Any]]:
    """Made-up preprints, each followed by its article in a journal."""
    rng = random.Random(7)
    rows = []
    for place in range(number):
        topic = ("sleep", "walking", "oat bran", "breathing", "garden work", "cold air", "singing", "reading")[
            place % 8
        ]
        shared = {
            "title": f"How {topic} changes the week of shift workers in town {place}",
            "author": [{"family": "Okonjo", "given": "B"}, {"family": "Sandvik", "given": "T"}],
        }
        year = rng.randint(2020, 2024)
        early = {
            "type": "article",
            "genre": "preprint",
            "publisher": "medRxiv",
            "DOI": f"10.1101/{year}.01.{place:02}.1",
        }
        late = {
            "type": "article-journal",
            "container-title": "Journal of Shift Work",
            "container-title-short": "J Shift Work",
            "volume": str(place + 3),
            "issue": "2",
            "page": f"{100 + place * 11}-{108 + place * 11}",
            "DOI": f"10.5555/shift.{year}.{place}",
        }
        dates = ({"issued": {"date-parts": [[one]]}} for one in (year, year + 1))
        rows += [{**shared, **early, **next(dates)}, {**shared, **late, **next(dates)}]
    return rows


PREPRINTS = _preprints(28)
