"""What the engine found, saved: a constant number of queries whatever the number of claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from articles import models
from articles.assessments import endings, row_values
from articles.assessments.claim_rows import Followed, followed, rename
from articles.assessments.endings import Saved
from articles.assessments.engine import engine_version
from articles.assessments.following import Sentence, follow
from articles.assessments.rows import Rows
from articles.assessments.ties import to_confirm
from articles.models import Article, ArticleCitation, ClaimLink, Decision
from articles.models.claim import State
from citations.services.bulk_insert import insert, insert_values, updating
from evidence import Assessment, How

FOLLOWING = (
    *("claim_id", "article_citation_id", "place", "message", "reader", "standard", "facts", "band", "chance"),
    # These never differ, since the fingerprint covers them; where somebody altered them, the database refuses.
    *("code", "severity"),
    *("state", "closed_at", "words"),
)
"""Columns of a flag that are as the reading found them; the others belong to the flag, such as when it was raised."""

Closing = Callable[[Saved], object]
"""Puts on the log which flags close, before they do: the database lets no flag close without it."""


@dataclass(slots=True)
class Found:
    """The rows to be, before they are written."""

    article: Article
    works: dict[str, ArticleCitation]
    first: bool
    """Whether this is the article's first reading."""
    sentences: list[Sentence] = field(default_factory=list)
    flags: list[models.Flag] = field(default_factory=list)


@transaction.atomic
def save(
    article: Article,
    assessment: Assessment,
    *,
    closing: Closing,
    at: datetime | None = None,
    basis: str = "",
    seal: str = "",
    rows: Rows | None = None,
) -> Saved:
    """Saves claims, links and flags of the draft. The caller holds the article's lock. `at` is when the
    rows were read: a work changed after it asks for another assessment. `closing` is called where flags close.
    `basis` is the hash of all that was read, `seal` the site's word that it was; `rows` are those under the lock.

    Rows are found again by their fingerprints, so saving twice changes nothing. A flag that is no longer raised ends
    (`endings`) and keeps the decisions about it. An accepted flag stays accepted only while its fingerprint stays.
    """
    rows = rows or Rows(article)
    before = endings.sentences_of(article)
    # What was never read has no sentence, tie or flag to go on from, and nobody looks for one.
    found = Found(article, {row.key: row for row in rows.cited}, first=not before and article.assessed_at is None)
    found.sentences = _save_sentences(found, assessment, rows)
    _save_links(found, assessment)
    saved = _save_flags(found, assessment, closing, before)
    article.assessed_version = article.version
    article.assessed_engine = engine_version()
    article.assessed_at = at or timezone.now()
    article.assessment_error = ""
    article.assessment_failures = 0
    article.assessed_basis, article.assessment_seal = basis, seal
    article.save(
        update_fields=[
            *("assessed_version", "assessed_engine", "assessed_at", "assessment_error", "assessment_failures"),
            *("assessed_basis", "assessment_seal"),
        ]
    )
    return saved


def _save_sentences(found: Found, assessment: Assessment, given: Rows) -> list[Sentence]:
    article = found.article
    texts = [row.sentence.text for row in assessment.sentences]
    sentences = Followed(follow([], texts, []), {}, frozenset()) if found.first else followed(article, texts)
    edited = to_confirm(given.ties, texts, sentences.named)
    rename(article, sentences)
    rows = row_values.of_sentences(article.pk, assessment, sentences.named, edited)
    unique = ("article_id", "fingerprint", "occurrence")
    update = [name for name in rows[0] if name not in unique] if rows else []
    saved = row_values.saved(
        rows, insert_values(models.Claim, rows, on_conflict=updating(models.Claim, unique, update))
    )
    if not found.first:
        gone = models.Claim.objects.filter(article=article, current=True).exclude(pk__in=[row.pk for row in saved])
        gone.update(current=False)
    return saved


def _save_links(found: Found, assessment: Assessment) -> None:
    """The engine's ties are made anew each time; those made by hand stay."""
    if not found.first:
        ClaimLink.objects.filter(claim__article=found.article).exclude(how=How.EDITOR.value).delete()
    ties = row_values.of_ties(found.sentences, found.works, assessment)
    insert_values(ClaimLink, ties, on_conflict="DO NOTHING")


# --- Flags -------------------------------------------------------------------------------------------------


def _save_flags(found: Found, assessment: Assessment, closing: Closing, before: Sequence[tuple[str, str]]) -> Saved:
    values = row_values.of_flags(found.article.pk, found.sentences, found.works, assessment)
    found.flags = [models.Flag(**flag) for flag in values]
    rows = models.Flag.objects.filter(article=found.article).select_related("claim")
    known = {} if found.first else {flag.fingerprint: flag for flag in rows}
    raised, outdated = set(), []
    for flag in found.flags:
        raised.add(flag.fingerprint)
        earlier = known.get(flag.fingerprint)
        if earlier is not None and earlier.state == State.ACCEPTED:
            if endings.has_other_facts(earlier, flag):
                outdated.append(earlier)
                continue
            flag.state, flag.closed_at = earlier.state, earlier.closed_at
    # What is raised again as it was is not written anew: that is most of them, and a flag stands in a dozen indexes.
    insert(found.flags, on_conflict=updating(models.Flag, ("article_id", "fingerprint"), FOLLOWING, changed_only=True))
    ended = [
        flag for flag in known.values() if flag.fingerprint not in raised and flag.state in (State.OPEN, State.ACCEPTED)
    ]
    now = _now(found, assessment)
    decided = frozenset(Decision.objects.filter(flag__in=[*ended, *outdated]).values_list("flag_id", flat=True))
    saved = Saved((*endings.of(ended, now, before), *endings.outdated(outdated, now)), decided)
    if saved.endings:
        closing(saved)
        endings.write(saved, version=found.article.version, raised=raised)
    return saved


def _now(found: Found, assessment: Assessment) -> endings.Now:
    rows = zip(found.sentences, assessment.sentences, strict=True)
    sentences = [(sentence, row_values.works_of(row, found.works)) for sentence, row in rows]
    return endings.Now(found.article, sentences, found.works, found.flags)
