"""Finds records of the library that may be one work, for a person to decide.

A record is compared when it is new and whenever its title, year, first author or identifiers change: `compared` then
no longer equals its fingerprint, so that no message can be lost. Candidates come from three indexes: works of the same
first author and about the same year, works whose title begins the same, and, where author or year is missing, works
with many of the same trigrams in their titles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from celery import current_app
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from citations.models import Citation, DuplicatePair
from citations.services.similarity import Similarity, same_work

TASK = "citations.tasks.compare_works"
BATCH = 200
"""Works compared in one transaction."""
FIRST_LOOK = 0.45
"""Similarity of trigrams below which titles of one author are not looked at more closely [house]. The beginnings are
compared: a subtitle is often left out."""
BY_TITLE_ALONE = 0.75
"""The same for works without author or year, which only the index of words can find [house]."""
MOST_ALIKE = 20

# An author's name and year narrow the library to some hundreds of works at most; the rest is arithmetic. Where the
# author is written otherwise the title has to begin the same. The index of words is asked last, since in a library of
# a million works it takes half a second for a title.
CANDIDATES = """
WITH due AS MATERIALIZED (
    SELECT id, title, year, family_key, title_key FROM citations_citation WHERE id = ANY(%(ids)s)
)
SELECT d.id, c.id FROM due d JOIN citations_citation c
    ON c.family_key = d.family_key AND c.year BETWEEN d.year - 1 AND d.year + 1 AND c.id <> d.id
WHERE d.family_key <> '' AND similarity(left(c.title, 45), left(d.title, 45)) >= %(first_look)s
UNION
SELECT d.id, c.id FROM due d JOIN citations_citation c ON c.title_key = d.title_key AND c.id <> d.id
WHERE length(d.title_key) >= 15
UNION
SELECT d.id, c.id FROM due d CROSS JOIN LATERAL (
    SELECT id FROM citations_citation WHERE title %% d.title AND id <> d.id
    ORDER BY similarity(title, d.title) DESC LIMIT %(most)s
) c
WHERE coalesce(d.family_key, '') = '' OR d.year IS NULL
"""


def compare_due(*, most: int) -> int:
    """Compares up to `most` works that are new or have changed; how many there were. Safe to run side by side."""
    done = 0
    while done < most and (number := _compare_batch(min(BATCH, most - done))):
        done += number
    return done


@transaction.atomic
def _compare_batch(most: int) -> int:
    due = Citation.objects.exclude(compared=F("fingerprint")).select_for_update(skip_locked=True, no_key=True)
    works = {work.pk: work for work in due.order_by("pk")[:most]}
    if not works:
        return 0
    found = _pairs(works)
    _take_back(works, set(found))
    _put_down(found)
    Citation.objects.filter(pk__in=works).update(compared=F("fingerprint"))
    return len(works)


def _pairs(works: dict[int, Citation]) -> dict[tuple[int, int], Similarity]:
    """Pairs of numbers, the lower one first, with what speaks for them."""
    candidates = _candidates(list(works))
    others = Citation.objects.in_bulk({pk for pair in candidates for pk in pair} - set(works))
    held = {**others, **works}
    found = {}
    for pair in {(min(pair), max(pair)) for pair in candidates}:
        if pair[0] in held and pair[1] in held and (alike := same_work(held[pair[0]], held[pair[1]])):
            found[pair] = alike
    return found


def _candidates(ids: Sequence[int]) -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pg_trgm.similarity_threshold', %s, true)", [str(BY_TITLE_ALONE)])
        cursor.execute(CANDIDATES, {"ids": list(ids), "first_look": FIRST_LOOK, "most": MOST_ALIKE})
        return [(int(one), int(other)) for one, other in cursor.fetchall()]


def _take_back(works: Iterable[int], found: set[tuple[int, int]]) -> None:
    """Pairs that nobody has decided and that no longer look alike go."""
    ids = list(works)
    of_these = DuplicatePair.objects.filter(state=DuplicatePair.State.OPEN, told=False)
    rows = (of_these.filter(first__in=ids) | of_these.filter(second__in=ids)).values_list("pk", "first_id", "second_id")
    gone = [pk for pk, first, second in rows if (first, second) not in found]
    DuplicatePair.objects.filter(pk__in=gone).delete()


def _put_down(found: dict[tuple[int, int], Similarity]) -> None:
    """What a person or a service said of a pair stands: only the similarity is brought up to date."""
    told = DuplicatePair.objects.filter(told=True, first__in=[first for first, _ in found])
    said = set(told.values_list("first_id", "second_id"))
    DuplicatePair.objects.bulk_create(
        [
            DuplicatePair(first_id=first, second_id=second, similarity=alike.score, reasons=list(alike.reasons))
            for (first, second), alike in sorted(found.items())
            if (first, second) not in said
        ],
        update_conflicts=True,
        unique_fields=["first", "second"],
        update_fields=["similarity", "reasons"],
        batch_size=500,
    )


def note_shared(*, citation: Citation, other: Citation, name: str, value: str, teller: str = "a service") -> None:
    """Somebody says that two records have one identifier: probably one work, whatever their titles say."""
    first, second = sorted((citation.pk, other.pk))
    reason = f"{name.upper()} {value} is that of both, as {teller} says."
    pair, _ = DuplicatePair.objects.get_or_create(first_id=first, second_id=second, defaults={"similarity": 1.0})
    if pair.state == DuplicatePair.State.OPEN and reason not in pair.reasons:
        DuplicatePair.objects.filter(pk=pair.pk).update(similarity=1.0, told=True, reasons=[reason, *pair.reasons])


@transaction.atomic
def set_apart(*, pair: DuplicatePair, by: User, at: datetime | None = None) -> DuplicatePair:
    """A person says that the two are two works; they are not offered again. Raises PermissionDenied."""
    require_merging(by)
    DuplicatePair.objects.filter(pk=pair.pk).update(
        state=DuplicatePair.State.APART, decided_by=by, decided_at=at or timezone.now()
    )
    pair.refresh_from_db()
    return pair


def may_merge(user: User) -> bool:
    return user.has_perms(("citations.change_citation", "citations.delete_citation"))


def require_merging(by: User) -> None:
    """Whoever merges takes a record away. Raises PermissionDenied."""
    if not may_merge(by):
        raise PermissionDenied("You may not merge works of the library. Ask an editor.")


def enqueue() -> None:
    """Has the worker compare what is new, once this transaction is through."""
    transaction.on_commit(_send, robust=True)


def _send() -> None:
    current_app.send_task(TASK)
