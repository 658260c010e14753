"""Reads a draft's rows into the lists and maps that a revision keeps."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from articles.assessments import Rows, source_of
from articles.models import Article, ArticleCitation, Claim, Flag
from articles.models.article import ArticleContributor
from articles.models.claim import Band, Severity, State, Verdict
from articles.rendering.body import support_of
from articles.services.gate import title_of
from citations.models import Citation
from citations.models import Status as WorkStatus
from citations.services.retraction_watch import status_of
from evidence import Claim as Sentence
from evidence import Kind, Wording
from evidence.context import Design
from evidence.grading.levels import grade_source
from evidence.sources.abstract_passages import passage_of
from products.models import ProductDisclosure, Tie

Json = dict[str, Any]

# A source's own level is its level for the plainest claim of effect, whatever the article uses it for.
PLAIN_EFFECT = Sentence(sentence=0, claim=True, kinds=(Kind.EFFICACY,), wording=Wording.HEDGED)


@dataclass(slots=True)
class Parts:
    """What a revision holds beside its words. `places` are offsets of the claims in the body, by index."""

    contributors: list[Json] = field(default_factory=list)
    topics: list[Json] = field(default_factory=list)
    citations: list[Json] = field(default_factory=list)
    disclosures: list[Json] = field(default_factory=list)
    claims: list[Json] = field(default_factory=list)
    flags: list[Json] = field(default_factory=list)
    decisions: list[Json] = field(default_factory=list)
    summary: Json = field(default_factory=dict)
    places: dict[int, tuple[int, int]] = field(default_factory=dict)
    commercial: tuple[str, ...] = ()


def read_parts(article: Article, rows: Rows | None = None) -> Parts:
    """Everything about the draft but its own columns; a constant number of queries. `rows` were read in this act."""
    rows = rows or Rows(article)
    cited, watched = rows.cited, rows.watched
    numbers = {row.pk: number for number, row in enumerate(cited, 1)}
    unsettled = article.flags.filter(state__in=(State.OPEN, State.ACCEPTED)).order_by("place", "severity_rank", "pk")
    flags = list(unsettled.select_related("claim", "article_citation").prefetch_related("decisions__person"))
    claims = list(article.claims.filter(current=True).order_by("index").prefetch_related("links__article_citation"))
    disclosures = list(article.disclosures.select_related("product").order_by("product__name", "pk"))

    of_claim: dict[int, list[Flag]] = defaultdict(list)
    of_work: dict[int, list[Flag]] = defaultdict(list)
    for flag in flags:
        if flag.claim_id:
            of_claim[flag.claim_id].append(flag)
        elif flag.article_citation_id:
            of_work[flag.article_citation_id].append(flag)

    people = [(credit.contributor.name, credit.contributor.employer) for credit in rows.credits]
    shown = [claim for claim in claims if _is_shown(claim, of_claim[claim.pk])]
    parts = Parts(
        contributors=[_person(credit) for credit in rows.credits],
        topics=[{"name": topic.name, "slug": topic.slug} for topic in rows.topics],
        citations=[_work(row, numbers[row.pk], claims, of_work[row.pk], watched) for row in cited],
        disclosures=[_disclosure(row, people) for row in disclosures],
        claims=[_claim(claim, of_claim[claim.pk], numbers) for claim in shown],
        flags=[_flag(flag) for flag in flags if flag.is_for_readers],
        decisions=[decision for flag in flags if flag.is_for_readers for decision in _decisions(flag)],
        places={claim.index: (claim.start, claim.end) for claim in shown},
        commercial=_commercial(disclosures),
    )
    parts.summary = _summary(parts)
    return parts


def _person(credit: ArticleContributor) -> Json:
    person = credit.contributor
    return {
        "name": person.name,
        "slug": person.slug,
        "role": credit.role,
        "credentials": person.credentials,
        "field": person.field,
        "employer": person.employer,
        "interests": person.interests_statement,
        "photo": person.photo.url if person.photo else "",
    }


def _work(row: ArticleCitation, number: int, claims: list[Claim], flags: list[Flag], watched: date | None) -> Json:
    work: Citation = row.citation
    status, checked, sources = status_of(work, watched)
    csl = work.csl or {}
    return {
        "work": work.pk,
        "key": row.key,
        "number": number,
        "authors": _authors(work),
        "byline": work.byline,
        "title": work.title,
        "year": work.year,
        "container": work.container,
        **{name: str(csl.get(csl_name) or "") for name, csl_name in CSL_NAMES.items()},
        "kind": work.kind,
        "doi": work.doi or "",
        "pmid": work.pmid or "",
        "pmcid": work.pmcid or "",
        "url": work.url,
        "archived_url": work.archived_url,
        "link_dead": work.link_dead,
        "design": work.design,
        "design_label": work.get_design_display() if work.design else "",
        "sample_size": work.sample_size,
        "species": work.species,
        "population": work.population,
        "outcome": work.outcome,
        "passage": passage_of(work.abstract, Design(work.design) if work.design else None, work.sample_size),
        "disputed_by": work.disputed_by,
        "language": str(csl.get("language") or "")[:20],
        "funding": work.funding,
        "seller_funded": work.seller_funded,
        "peer_reviewed": work.peer_reviewed,
        "preprint": work.preprint,
        "status": status,
        "status_label": WorkStatus(status).label,
        "status_checked": checked.isoformat() if checked else None,
        "status_sources": sources,
        "verified": _verified(work),
        "used_in": [
            claim.index for claim in claims if any(link.article_citation_id == row.pk for link in claim.links.all())
        ],
        "level": grade_source(source_of(row, number, watched), PLAIN_EFFECT).level.value,
        "flags": [
            {"code": flag.code, "severity": flag.severity, "state": flag.state, "reader": flag.reader}
            for flag in flags
            if flag.is_for_readers
        ],
    }


def _verified(work: Citation) -> Json | None:
    """Who found the work to exist, and when, for the line below the list; None where nobody did."""
    told = getattr(work, "verification", None)
    if told is None or told.verdict not in ("agrees", "differs") or not told.day:
        return None
    return {"services": told.services, "day": told.day.isoformat()}


CSL_NAMES = {"volume": "volume", "issue": "issue", "pages": "page", "publisher": "publisher"}


def _authors(work: Citation) -> list[str]:
    """ "Family G" for each author of the record; the family names alone where the record has no more."""
    people = (work.csl or {}).get("author")
    names = []
    for person in people if isinstance(people, list) else ():
        if not isinstance(person, dict):
            continue
        family = str(person.get("family") or person.get("literal") or person.get("name") or "").strip()
        particle = str(person.get("non-dropping-particle") or "").strip()
        given = str(person.get("given") or "").replace("-", " ").replace(".", " ")
        initials = "".join(part[0] for part in given.split())
        names.append(" ".join(part for part in (particle, family, initials) if part))
    return [name for name in names if name] or list(work.families)


def _disclosure(row: ProductDisclosure, people: Sequence[tuple[str, str]]) -> Json:
    title, statement = row.told(people)
    return {
        "product": row.product.name,
        "seller": row.product.seller,
        "maker": row.product.maker,
        "tie": row.tie,
        "title": title,
        "statement": statement,
        "advertisement": row.advertisement,
        "disclaimer": row.disclaimer and row.product.supplement,
        "url": row.product.url,
    }


def _commercial(rows: list[ProductDisclosure]) -> tuple[str, ...]:
    """Hosts of shops whose links earn the publisher something, so that the page marks them (rel=sponsored)."""
    paid = [row.product.url for row in rows if row.product.url and row.tie != Tie.NONE]
    return tuple(dict.fromkeys(host for host in (urlsplit(url).hostname for url in paid) if host))


def _is_shown(claim: Claim, flags: list[Flag]) -> bool:
    """Whether a sentence is marked: a claim, or one with a flag that tells readers something.

    A note to the editor alone leaves no mark: it would be told as a claim with support that nobody counts.
    """
    return _is_claim(claim, flags) or any(_is_visible(flag) and _tells_readers(flag) for flag in flags)


def _tells_readers(flag: Flag) -> bool:
    return bool(flag.reader) or flag.severity != Severity.NOTE


def _is_claim(claim: Claim, flags: list[Flag]) -> bool:
    """Whether readers are told that it is a claim: not what the engine is unsure of, nor that its source is missing."""
    if claim.band == Band.QUERY or any(_dismissed(flag) for flag in flags):
        return False
    doubted = any(flag.code == "missing-citation" and not flag.is_for_readers for flag in flags)
    return claim.is_claim and not (doubted and not claim.links.all())


def _is_visible(flag: Flag) -> bool:
    return flag.is_for_readers and not _dismissed(flag)


def _dismissed(flag: Flag) -> bool:
    """Whether an editor said that the sentence is no claim: readers are then not shown the flag beside it."""
    last = _last_decision(flag)
    return flag.state == State.ACCEPTED and last is not None and last["verdict"] == Verdict.NOT_A_CLAIM


def _claim(claim: Claim, flags: list[Flag], numbers: dict[int, int]) -> Json:
    visible = [flag for flag in flags if _is_visible(flag)]
    return {
        "index": claim.index,
        "text": claim.text,
        "is_claim": _is_claim(claim, flags),
        "kinds": claim.kinds,
        "wording": claim.wording,
        "level": claim.level,
        "reasons": claim.reasons,
        "support": support_of(
            claim.level,
            [(flag.code, flag.severity, flag.state) for flag in visible],
            sourced=bool(claim.links.all()),
        ),
        "sources": [
            {"key": link.article_citation.key, "number": numbers[link.article_citation_id], "how": link.how}
            for link in sorted(claim.links.all(), key=lambda link: numbers[link.article_citation_id])
        ],
        "flags": [
            {name: value for name, value in _flag(flag).items() if name not in ("sentence", "reference")}
            for flag in visible
        ],
    }


def _flag(flag: Flag) -> Json:
    return {
        "code": flag.code,
        "title": title_of(flag.code),
        "severity": flag.severity,
        "band": flag.band,
        "state": flag.state,
        "sentence": flag.claim.index if flag.claim else None,
        "reference": flag.article_citation.key if flag.article_citation else flag.facts.get("reference"),
        "message": flag.message,
        "reader": flag.reader,
        "standard": flag.standard,
        "decision": _last_decision(flag),
    }


def _last_decision(flag: Flag) -> Json | None:
    """The decision that holds. One that settled the flag before it was raised anew no longer does."""
    made = _decisions(flag)
    if made and flag.state == State.OPEN and made[-1]["verdict"] in (Verdict.ACCEPT, Verdict.NOT_A_CLAIM):
        return None
    return {name: made[-1][name] for name in ("verdict", "person", "role", "reason", "date")} if made else None


def _decisions(flag: Flag) -> list[Json]:
    ordered = sorted(flag.decisions.all(), key=lambda decision: (decision.decided_at, decision.pk))
    return [
        {
            "code": flag.code,
            "sentence": flag.claim.index if flag.claim else None,
            "verdict": decision.verdict,
            "person": decision.public_name,
            "role": decision.role,
            "reason": decision.reason,
            "date": decision.decided_at.date().isoformat(),
        }
        for decision in ordered
    ]


def _summary(parts: Parts) -> Json:
    claims = [claim for claim in parts.claims if claim["is_claim"]]
    support = {name: sum(claim["support"] == name for claim in claims) for name in ("supported", "weak", "none")}
    severities = {
        name: sum(flag["severity"] == name and flag["state"] == State.OPEN for flag in parts.flags)
        for name in ("blocker", "warning", "note")
    }
    return {"claims": len(claims), **support, "flags": severities}
