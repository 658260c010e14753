"""Verdicts on works that nobody has saved yet, for the screens that show what was recognised.

What is written waits in the cache of answers under its key, a task asks about it, and the verdict takes its place for a
day. Works that come in afterwards find the answers of services in the same cache.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from celery import current_app
from django.conf import settings
from django.core.cache import caches
from django.db import transaction

from citations.lookups.session import Session, session
from citations.models import Verification
from citations.models.verifications import ACCUSED
from citations.verification.asking import in_words
from citations.verification.verifying import verify
from evidence.sources.verifications import as_kept, verification_of
from evidence.verifying.works import Work

TASK = "citations.tasks.verify_written"
MOST = 100
"""Works of one screen that are asked about; the others get their verdict in the library."""
KEPT = 24 * 3600


def ask(read: Iterable[tuple[Mapping[str, Any], str, Sequence[str]]]) -> list[str]:
    """The key of each work, in order; "" for those that are not asked about. A work is given as its CSL-JSON, the
    string it was read from, and the fields that were read with little certainty."""
    written = [Work(csl, raw, tuple(doubtful)) for csl, raw, doubtful in read]
    if not settings.LOOKUPS:
        return [""] * len(written)
    cache = caches["lookups"]
    keys = [work.key if work.title or work.identifiers() else "" for work in written[:MOST]]
    held = cache.get_many([_name(key) for key in keys if key])
    fresh = {}
    for key, work in zip(keys, written, strict=False):
        if key and _name(key) not in held:
            fresh[key] = {"csl": dict(work.csl), "raw": work.raw[:4000], "doubtful": list(work.doubtful)}
    if fresh:
        cache.set_many({_name(key): {"written": one} for key, one in fresh.items()}, KEPT)
        transaction.on_commit(lambda: _send(list(fresh)), robust=True)
    return keys + [""] * (len(written) - len(keys))


def verify_written(*, key: str, using: Session | None = None) -> None:
    """Asks about one work that waits; nothing where it has its verdict, or was forgotten."""
    held = caches["lookups"].get(_name(key))
    if not isinstance(held, dict) or "written" not in held:
        return
    one = held["written"]
    told = verify(Work(one["csl"], one["raw"], tuple(one["doubtful"])), using or session()).verification
    caches["lookups"].set(_name(key), {"told": as_kept(told)}, 600 if told.silent else KEPT)


def told_of(keys: Sequence[str]) -> dict[str, Mapping[str, Any]]:
    """What to show of each key: words, a tone and details; "busy" while services are being asked."""
    chosen = list(dict.fromkeys(key for key in keys if key))[:MOST]
    held = caches["lookups"].get_many([_name(key) for key in chosen])
    return {key: _shown(held.get(_name(key))) for key in chosen}


def _shown(held: Any) -> Mapping[str, Any]:
    if not isinstance(held, dict):
        return {"busy": False, "words": "", "tone": "", "details": []}
    told = verification_of(held.get("told"))
    if told is None:
        return {"busy": True, "words": "", "tone": "", "details": []}
    verdict = told.verdict.value
    tone = "blocker" if verdict in ACCUSED else {"differs": "warning", "agrees": "good"}.get(verdict, "plain")
    details = [f"{name}: written “{written}”, on record “{recorded}”" for name, written, recorded in told.fields]
    details += [f"{told.identifier}: {told.reason}" if told.identifier else told.reason] if told.reason else []
    details += [f"Fits what is written: {told.proposal}"] if told.proposal else []
    details += [f"Asked: {in_words(told.services)}"] if told.services else []
    return {"busy": False, "words": str(Verification.Verdict(verdict).label), "tone": tone, "details": details}


def _name(key: str) -> str:
    return f"foreseen:{key}"


def _send(keys: Sequence[str]) -> None:
    for key in keys:
        current_app.send_task(TASK, kwargs={"key": key})
