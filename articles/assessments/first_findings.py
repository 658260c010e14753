"""What the engine found in drafts that it has read for the first time, saved for several of them at once.

Such a draft has no sentence, tie or flag to go on from, and nobody has decided anything about it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction

from articles.assessments.engine import engine_version
from articles.assessments.findings import Found, claims_of, flags_of, links_of
from articles.assessments.following import follow
from articles.assessments.rows import Rows
from articles.models import Article, ClaimLink, Flag
from citations.services.bulk_insert import insert
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
    found = [_with_claims(reading) for reading in readings]
    claims = [claim for one in found for claim in one.claims]
    for claim, pk in zip(claims, insert(claims), strict=True):
        claim.pk, claim._state.adding = pk, False
    links: list[ClaimLink] = []
    flags: list[Flag] = []
    for one, reading in zip(found, readings, strict=True):
        links += links_of(one.claims, one.works, reading.found)
        flags += flags_of(one, reading.found)
    insert(links, on_conflict="DO NOTHING")
    insert(flags)
    _tick_off(readings, at)


def _with_claims(reading: FirstReading) -> Found:
    named = follow([], [row.sentence.text for row in reading.found.sentences], [])
    found = Found(reading.article, {row.key: row for row in reading.rows.cited}, first=True)
    found.claims = claims_of(reading.article, reading.found, named, {})
    return found


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
