"""Claims follow their sentence through random edits of the examples, and decisions stand while the words do.

EDITS=2000 edits by a seed (SEED=1), each with what is to come of it as tests/prove/edits.py wrote it down.
Kept: a sentence that is the same claim has the row of before; its decisions stand where its words do. Void: what is new
or another claim has no row of before; where the words changed, no decision stands.
"""

from __future__ import annotations

import os
import sys
from collections import Counter

from articles.assessments.fingerprints import of_sentences
from articles.assessments.following import Known, follow
from tests.prove.edits import edits

EDITS, SEED = int(os.environ.get("EDITS", "2000")), int(os.environ.get("SEED", "1"))


def measure(number: int, seed: int) -> tuple[dict[str, Counter[str]], list[str]]:
    """By kind of expectation, how often it was met; and some that were not."""
    found: dict[str, Counter[str]] = {name: Counter() for name in ("kept", "edited", "void", "stands", "falls")}
    faults: list[str] = []
    for before, draft in edits(number, seed):
        texts = [text for row in before for text in row]
        known = [
            Known(pk, fingerprint, occurrence, text)
            for pk, ((fingerprint, occurrence), text) in enumerate(zip(of_sentences(texts), texts, strict=True))
        ]
        names = {row.pk: (row.fingerprint, row.occurrence) for row in known}
        for unit, named in zip(draft.units(), follow(known, [unit.text for unit in draft.units()]), strict=True):
            whole = unit.claim is not None
            right = named.pk == unit.claim
            found["kept" if whole else "void"]["met" if right else "missed"] += 1
            if whole and not unit.same:
                found["edited"]["met" if right else "missed"] += 1
            if not right and len(faults) < 40:
                was = known[named.pk].text if named.pk is not None else None
                faults.append(f"{'+'.join(draft.done)}: {unit.text!r} wanted {unit.claim} got {named.pk} ({was!r})")
            if whole:
                stands = named.pk is not None and (named.fingerprint, named.occurrence) == names[unit.claim or 0]
                found["stands" if unit.same else "falls"]["met" if stands is unit.same else "missed"] += 1
    return found, faults


def share(count: Counter[str]) -> float:
    return count["met"] / max(1, count.total())


def test_claims_follow_their_sentence() -> None:
    found, faults = measure(EDITS, SEED)
    words = {
        "kept": "the same claim has its row",
        "edited": "of those whose words changed",
        "void": "another or a new one has none of before",
        "stands": "decisions stand where words do",
        "falls": "decisions fall where words changed",
    }
    sys.stdout.write(f"\n{EDITS} edits, seed {SEED}\n")
    for name, count in found.items():
        sys.stdout.write(f"{words[name]:45} {100 * share(count):6.2f} % of {count.total()}\n")
    sys.stdout.write("".join(f"  {fault}\n" for fault in faults[:20]))
    assert all(share(count) >= 0.98 for count in found.values())
