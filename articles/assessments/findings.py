"""What the engine found, saved: a constant number of queries whatever the number of claims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.utils import timezone

from articles import models
from articles.assessments import endings
from articles.assessments.claim_rows import Followed, followed, rename
from articles.assessments.endings import Saved
from articles.assessments.engine import engine_version
from articles.assessments.fingerprints import of_flag
from articles.assessments.following import Named, follow
from articles.assessments.rows import Rows
from articles.assessments.ties import to_confirm
from articles.models import Article, ArticleCitation, ClaimLink, Decision
from articles.models.claim import State
from evidence import Assessed, Assessment, Flag, How

REFERENCE_PLACE = 1_000_000
PAGE_PLACE = 2_000_000
CONTEXT = 40
"""Characters kept before and after a sentence, to find its place again."""

Closing = Callable[[Saved], object]
"""Puts on the log which flags close, before they do: the database lets no flag close without it."""


@dataclass(slots=True)
class Found:
    """The rows to be, before they are written."""

    article: Article
    works: dict[str, ArticleCitation]
    first: bool
    """Whether this is the article's first reading."""
    claims: list[models.Claim] = field(default_factory=list)
    links: list[ClaimLink] = field(default_factory=list)
    flags: list[models.Flag] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)


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
    found.claims = _save_claims(found, assessment, rows)
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


def _save_claims(found: Found, assessment: Assessment, given: Rows) -> list[models.Claim]:
    article = found.article
    texts = [row.sentence.text for row in assessment.sentences]
    sentences = Followed(follow([], texts, []), {}, frozenset()) if found.first else followed(article, texts)
    edited = to_confirm(given.ties, texts, sentences.named)
    rename(article, sentences)
    rows = claims_of(article, assessment, sentences.named, edited)
    unique = ("article", "fingerprint", "occurrence")
    kept = [
        name.name for name in models.Claim._meta.concrete_fields if name.name not in unique and not name.primary_key
    ]
    rows = models.Claim.objects.bulk_create(rows, update_conflicts=True, unique_fields=list(unique), update_fields=kept)
    if not found.first:
        gone = models.Claim.objects.filter(article=article, current=True).exclude(pk__in=[row.pk for row in rows])
        gone.update(current=False)
    return rows


def claims_of(
    article: Article, assessment: Assessment, named: Sequence[Named], edited: Mapping[int, Sequence[str]]
) -> list[models.Claim]:
    """The sentences as rows, unsaved. `edited` are works to offer first, by the place of the sentence."""
    text = assessment.document.text
    return [
        models.Claim(
            article_id=article.pk,
            fingerprint=name.fingerprint,
            occurrence=name.occurrence,
            current=True,
            index=row.sentence.index,
            paragraph=row.sentence.paragraph,
            start=row.sentence.start,
            end=row.sentence.end,
            text=row.sentence.text,
            prefix=text[max(0, row.sentence.start - CONTEXT) : row.sentence.start],
            suffix=text[row.sentence.end : row.sentence.end + CONTEXT],
            is_claim=row.claim.claim,
            band=row.band.value if row.band else models.claim.Band.SURE,
            chance=row.chance,
            kinds=[kind.value for kind in row.claim.kinds],
            wording=row.claim.wording.value,
            level=row.grade.level.value,
            reasons=list(row.grade.reasons),
            suggested=_suggested(row, edited.get(number, [])),
        )
        for number, (row, name) in enumerate(zip(assessment.sentences, named, strict=True))
    ]


def _suggested(row: Assessed, edited: Sequence[str]) -> list[str]:
    """Works to offer for a sentence: first those tied to it by hand before it was edited, then the engine's."""
    linked = {link.key for link in row.links}
    return list(dict.fromkeys(key for key in (*edited, *row.suggested) if key not in linked))


def _save_links(found: Found, assessment: Assessment) -> None:
    """The engine's ties are made anew each time; those made by hand stay."""
    if not found.first:
        ClaimLink.objects.filter(claim__article=found.article).exclude(how=How.EDITOR.value).delete()
    found.links = links_of(found.claims, found.works, assessment)
    ClaimLink.objects.bulk_create(found.links, ignore_conflicts=True)


def links_of(
    claims: Sequence[models.Claim], works: Mapping[str, ArticleCitation], assessment: Assessment
) -> list[ClaimLink]:
    """The engine's ties of saved sentences to works, unsaved."""
    return [
        ClaimLink(
            claim_id=claim.pk, article_citation_id=works[link.key].pk, how=link.how.value, mention=link.mention[:200]
        )
        for claim, row in zip(claims, assessment.sentences, strict=True)
        for link in row.links
        if link.key in works and link.how is not How.EDITOR
    ]


# --- Flags -------------------------------------------------------------------------------------------------


def _save_flags(found: Found, assessment: Assessment, closing: Closing, before: Sequence[tuple[str, str]]) -> Saved:
    found.flags = list(flags_of(found, assessment))
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
    models.Flag.objects.bulk_create(
        found.flags,
        update_conflicts=True,
        unique_fields=["article", "fingerprint"],
        update_fields=[
            *("claim", "article_citation", "place", "message", "reader", "standard", "facts", "band", "chance"),
            # These never differ, since the fingerprint covers them; where somebody altered them, the database refuses.
            *("code", "severity"),
            *("state", "closed_at", "words"),
        ],
    )
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
    rows = zip(found.claims, assessment.sentences, strict=True)
    sentences = [(claim, _works_of(row, found.works)) for claim, row in rows]
    return endings.Now(found.article, sentences, found.works, found.flags)


def _works_of(row: Assessed, works: dict[str, ArticleCitation]) -> list[str]:
    """The works behind a sentence, each by key and by the work it stands for: exchanging the work counts too."""
    return [_work(link.key, works) for link in row.links]


def _work(key: str, works: dict[str, ArticleCitation]) -> str:
    return f"{key}={works[key].citation_id}" if key in works else f"{key}="


def flags_of(found: Found, assessment: Assessment) -> Iterator[models.Flag]:
    """The flags as rows, unsaved, on sentences that are saved."""
    for claim, row in zip(found.claims, assessment.sentences, strict=True):
        subject = ("sentence", claim.fingerprint, str(claim.occurrence))
        for flag in row.flags:
            yield _row(found, flag, subject, _works_of(row, found.works), claim.index, claim=claim)
    numbers = {source.key: source.number for source in assessment.sources}
    for flag in assessment.source_flags:
        key = flag.reference or ""
        place = REFERENCE_PLACE + numbers.get(key, 0)
        yield _row(found, flag, ("reference",), [_work(key, found.works)], place, work=found.works.get(key))
    for flag in assessment.page_flags:
        yield _row(found, flag, _page_subject(flag), [], PAGE_PLACE)


def _page_subject(flag: Flag) -> Sequence[str]:
    """A flag of the page is about the page, or about the products it names."""
    facts = dict(flag.facts)
    return ("page", *(facts.get(name, "") for name in ("product", "names", "place", "sentence")))


def _row(
    found: Found,
    flag: Flag,
    subject: Sequence[str],
    works: Sequence[str],
    place: int,
    *,
    claim: models.Claim | None = None,
    work: ArticleCitation | None = None,
) -> models.Flag:
    first = of_flag(flag.code, flag.severity.value, subject, works)
    fingerprint = next(
        islice(endings.numbered(flag.code, flag.severity.value, subject, works), found.seen[first], None)
    )
    found.seen[first] += 1
    facts = dict(flag.facts)
    if flag.reference:
        facts["reference"] = flag.reference
    return models.Flag(
        article_id=found.article.pk,
        claim=claim,
        article_citation=work,
        fingerprint=fingerprint,
        code=flag.code,
        severity=flag.severity.value,
        band=flag.certainty.band.value,
        chance=flag.certainty.chance,
        state=State.OPEN,
        place=place,
        words=claim.text if claim else str(work.citation)[:500] if work else "",
        message=flag.message,
        reader=flag.reader[:120],
        standard=flag.standard[:200],
        facts=facts,
    )
