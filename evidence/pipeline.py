"""Runs the whole engine over one document: detect, match, grade, flag. Deterministic, offline, linear in length."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from evidence import VERSION
from evidence.claims import certainty
from evidence.claims.certainty import Scale
from evidence.claims.detection import detect
from evidence.claims.weights import Weights
from evidence.context import Page, Product, Source, Verification
from evidence.cycles import unsearched
from evidence.deadline import Deadline, check, paced, within
from evidence.flags.certainty import weighed
from evidence.flags.findings import Findings
from evidence.flags.rules import RULES
from evidence.grading.levels import grade
from evidence.language.unread_passages import Unread, unread
from evidence.matching import linking, lost_mentions
from evidence.matching.hyperlinked_works import linked_works, used
from evidence.matching.mismatches import mismatches
from evidence.matching.section_sources import without_names
from evidence.matching.suggestions import suggest
from evidence.matching.titled_works import titled_works
from evidence.matching.web_addresses import hosts
from evidence.matching.work_lists import without_titles
from evidence.selling import discovery, judgement
from evidence.selling.statements import Statement
from evidence.sources.from_csl import sources_of
from evidence.values import Assessed, Assessment, Band, Claim, Document, Flag, Link, ProductMention


def assess(
    document: Document,
    sources: Sequence[Source] | None = None,
    products: Sequence[Product] = (),
    *,
    today: date,
    page: Page | None = None,
    confirmed: Mapping[int, Sequence[str]] | None = None,
    weights: Weights | None = None,
    verified: Mapping[str, Verification] | None = None,
    advertised: str = "",
    scale: Scale | None = None,
    deadline: Deadline | None = None,
) -> Assessment:
    """The engine's answer for one document.

    `sources` defaults to the works that the document itself lists or links to; `confirmed` maps the index of a
    sentence to the keys of sources that an editor tied to it. Keys that are not among the sources are passed over.
    `verified` holds what services said of works, by their keys, where nothing is recorded of it otherwise.
    `weights` are those of the package by which claims are told, unless others are to be measured. `advertised` is the
    key of the product that the whole document advertises, where it is the text of an advertisement. `scale` says how
    sure all judgements are, with the cuts of the bands: that of the package, unless a site sets its own.
    Raises FactError (a ValueError) where the document's front matter records a fact that is not allowed, and
    TooIntricateError (another) where the answer is not there by the deadline: half an answer is none.
    """
    seen = document.as_seen or document
    with within(deadline), unsearched():
        answer = _answer(
            seen, sources, products, today, page, confirmed, weights, verified, advertised, scale or certainty.shipped()
        )
    return answer if seen is document else _as_written(answer, document)


class Survey(NamedTuple):
    """The works and products of a document, as `assess` names them, without a judgement on any sentence."""

    sources: tuple[Source, ...]
    products: tuple[ProductMention, ...]


def survey(document: Document, products: Sequence[Product] = (), *, deadline: Deadline | None = None) -> Survey:
    """Which works a document stands on and which products it names: what `assess` answers, for a part of its time.

    Claims are told only where the document links to mere pages, since of these only those are works that a claim
    stands on. Raises as `assess` does.
    """
    seen = document.as_seen or document
    with within(deadline), unsearched():
        known, left = _own_sources(seen, products), unread(seen)
        mentions = _read_mentions(discovery.mentions(seen, products), left)
        if any(not source.on_list and source.kind for source in known):
            said = judgement.statements(seen, mentions, products)
            known = used(known, *_told(seen, known, products, mentions, left, said))
    return Survey(tuple(known), tuple(mentions))


def _told(
    document: Document,
    known: Sequence[Source],
    products: Sequence[Product],
    mentions: Sequence[ProductMention],
    left: Unread,
    said: Mapping[int, Statement],
    weights: Weights | None = None,
    confirmed: Mapping[int, Sequence[str]] | None = None,
) -> tuple[tuple[Claim, ...], tuple[Link, ...]]:
    """The claims of a document, and which works each stands on."""
    titles = [source.title for source in known if source.on_list]
    claims = without_names(document, detect(document, products, mentions, titles, weights, left.sentences, said))
    claims = without_titles(document, claims)
    return claims, linking.match(document, claims, known, confirmed)


def _answer(
    document: Document,
    sources: Sequence[Source] | None,
    products: Sequence[Product],
    today: date,
    page: Page | None,
    confirmed: Mapping[int, Sequence[str]] | None,
    weights: Weights | None,
    verified: Mapping[str, Verification] | None,
    advertised: str,
    scale: Scale,
) -> Assessment:
    known = _own_sources(document, products) if sources is None else _unique(sources)
    if verified:
        known = tuple(replace(one, verification=one.verification or verified.get(one.key)) for one in known)
    check()
    left = unread(document)
    mentions = _read_mentions(discovery.mentions(document, products, advertised), left)
    said = judgement.statements(document, mentions, products)
    claims, links = _told(document, known, products, mentions, left, said, weights, confirmed)
    if sources is None:
        known = used(known, claims, links)
        kept = {source.key for source in known}
        links = tuple(link for link in links if link.key in kept)
    by_key = {source.key: source for source in known}
    tied: dict[int, list[Source]] = {}
    for link in links:
        tied.setdefault(link.sentence, []).append(by_key[link.key])
    findings = Findings(
        document=document,
        claims=claims,
        sources=known,
        links=links,
        grades=tuple(grade(claim, tied.get(claim.sentence, ())) for claim in paced(claims)),
        lost=lost_mentions.unresolved(document, claims, known, links),
        absent=lost_mentions.absent(document, known),
        mismatched=mismatches(document, known),
        mentions=mentions,
        said=said,
        products=tuple(products),
        page=page or Page(),
        today=today,
        unread=left,
        advertised=advertised,
    )
    return _assessment(findings, scale)


def _band(claim: Claim, chance: float | None, scale: Scale) -> Band | None:
    return scale.band(1.0 if chance is None else chance) if claim.claim else None


def _own_sources(document: Document, products: Sequence[Product]) -> tuple[Source, ...]:
    """The works that the document itself lists or links to; where it lists none, also those it names by their title."""
    known = _unique(sources_of(document))
    known += linked_works(document, known, hosts(document.meta, (url for product in products for url in product.urls)))
    return known if any(source.on_list for source in known) else known + titled_works(document)


def _read_mentions(mentions: Sequence[ProductMention], left: Unread) -> tuple[ProductMention, ...]:
    """The products as far as sentences that are read name them; one on record is known by its name in any language."""
    kept = (
        mention
        if mention.key
        else replace(mention, sentences=tuple(index for index in mention.sentences if index not in left.sentences))
        for mention in mentions
    )
    return tuple(mention for mention in kept if mention.sentences)


def _as_written(answer: Assessment, document: Document) -> Assessment:
    """The answer on a text as it looks, with the places of the text as it is written."""
    rows = zip(answer.sentences, document.sentences, strict=True)
    return replace(
        answer, document=document, sentences=tuple(replace(row, sentence=sentence) for row, sentence in rows)
    )


def _unique(sources: Sequence[Source]) -> tuple[Source, ...]:
    return tuple({source.key: source for source in reversed(sources)}.values())[::-1]


def _assessment(findings: Findings, scale: Scale) -> Assessment:
    raised = (flag for rule in paced(RULES) for flag in paced(rule(findings)) if findings.stands(flag))
    flags = tuple(filter(None, (weighed(findings, flag, scale) for flag in raised)))
    of_sentence: dict[int, list[Flag]] = {}
    for flag in flags:
        if flag.sentence is not None:
            of_sentence.setdefault(flag.sentence, []).append(flag)
    suggested = suggest(findings.document, findings.claims, findings.sources, findings.links)
    chances = [scale.of_claim(claim) for claim in findings.claims]
    rows = tuple(
        Assessed(
            sentence=sentence,
            claim=findings.claims[sentence.index],
            links=tuple(findings.links_of(sentence.index)),
            suggested=tuple(suggested.get(sentence.index, ())),
            grade=findings.grades[sentence.index],
            flags=tuple(of_sentence.get(sentence.index, ())),
            read=sentence.index not in findings.unread.sentences,
            chance=chances[sentence.index],
            band=_band(findings.claims[sentence.index], chances[sentence.index], scale),
        )
        for sentence in paced(findings.document.sentences)
    )
    return Assessment(
        version=VERSION,
        document=findings.document,
        sources=tuple(findings.sources),
        sentences=rows,
        products=tuple(findings.mentions),
        source_flags=tuple(flag for flag in flags if flag.reference is not None),
        page_flags=tuple(flag for flag in flags if flag.sentence is None and flag.reference is None),
    )
