"""What the engine found in drafts that it has read for the first time, saved for several of them at once.

Such a draft has no sentence, tie or flag to go on from, and nobody has decided anything about it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone

from articles.assessments import row_values
from articles.assessments.engine import engine_version
from articles.assessments.following import follow
from articles.assessments.row_values import Values
from articles.assessments.rows import Rows
from articles.models import Article, Claim, ClaimLink, Flag
from citations.services.bulk_insert import insert_values
from evidence import Assessment


@dataclass(frozen=True, slots=True)
class FirstReading:
    """One draft, what it was read with and what was found. `basis` is the hash of all that was read, `seal` the site's
    word that it was."""

    rows: Rows
    found: Assessment
    basis: str
    seal: str

    @property
    def article(self) -> Article:
        return self.rows.article


@transaction.atomic
def save_first(readings: Sequence[FirstReading], *, at: datetime) -> None:
    """Saves claims, links and flags in a number of queries that does not grow with the drafts. `at` is when the rows
    were read. The caller has made the drafts in this very transaction: nobody else sees them.
    """
    rows = [_sentences(reading) for reading in readings]
    numbers = iter(insert_values(Claim, [row for article in rows for row in article]))
    ties: list[Values] = []
    flags: list[Values] = []
    now = timezone.now()
    for reading, values in zip(readings, rows, strict=True):
        sentences = row_values.saved(values, numbers)
        works = {row.key: row for row in reading.rows.cited}
        ties += row_values.of_ties(sentences, works, reading.found)
        flags += row_values.of_flags(reading.article.pk, sentences, works, reading.found)
    insert_values(ClaimLink, ties, on_conflict="DO NOTHING")
    insert_values(Flag, [flag | {"asked": "", "first_raised": now, "closed_at": None} for flag in flags])
    _tick_off(readings, at)


def _sentences(reading: FirstReading) -> list[Values]:
    named = follow([], [row.sentence.text for row in reading.found.sentences], [])
    return row_values.of_sentences(reading.article.pk, reading.found, named, {})


def _tick_off(readings: Sequence[FirstReading], at: datetime) -> None:
    said = [{"id": one.article.pk, "assessed_basis": one.basis, "assessment_seal": one.seal} for one in readings]
    with connection.cursor() as cursor:
        # Django would build a case for each draft and each column.
        cursor.execute(
            "UPDATE articles_article AS draft SET assessed_version = draft.version, assessed_engine = %s,"
            " assessed_at = %s, assessment_error = '', assessment_failures = 0, assessed_basis = read.assessed_basis,"
            " assessment_seal = read.assessment_seal"
            " FROM json_populate_recordset(NULL::articles_article, %s::json) AS read WHERE draft.id = read.id",
            [engine_version(), at, json.dumps(said)],
        )
