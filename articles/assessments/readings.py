"""Rows as the engine's values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from articles.assessments import cuts, ties
from articles.assessments.page_texts import NAMING, texts_beside
from articles.assessments.rows import Rows
from articles.models import Article, ArticleCitation, Role
from citations.models import Citation
from citations.services.retraction_watch import status_of
from evidence import Assessment, Disclosure, Document, Flag, Page, Source, context, pipeline, read
from evidence.deadline import Deadline, within
from evidence.flags.catalogue import FLAGS
from evidence.reading.documents import read_short_text
from evidence.selling import discovery
from evidence.sources.from_csl import sources_of
from products.models import Product, ProductDisclosure


def assess(article: Article, *, today: date, deadline: Deadline, rows: Rows | None = None) -> Assessment:
    """Has the engine read the draft with its works, products, people and answers (`rows`). Nothing is saved.

    Works that an editor tied to a sentence by hand are given along. What stands beside the body is read too
    (`page_texts`), for what it claims and says about products; that comes back as flags of the page.
    Raises TooIntricateError (a ValueError) where all of it takes longer than the deadline allows.
    """
    with within(deadline):
        return _assess(article, today, rows or Rows(article))


def _assess(article: Article, today: date, rows: Rows) -> Assessment:
    document = read(article.body, "markdown", html=False)
    sources = with_listed(own_sources(rows), document)
    given = Given(sources, products_told(rows.products, sources), today, page_of(rows, today))
    confirmed = confirmed_in(rows, document, {source.key for source in sources})
    assessment = given.run(document, confirmed)
    beside = [
        flag
        for place, text, product in texts_beside(rows)
        for flag in (*_of_products(given, place, text, product), *_of_claims(given, place, text))
    ]
    return replace(assessment, page_flags=(*assessment.page_flags, *beside))


@dataclass(frozen=True, slots=True)
class Given:
    """What the engine is told besides a text; the same for every text of one page."""

    sources: tuple[Source, ...]
    products: tuple[context.Product, ...]
    today: date
    page: Page

    def run(
        self, document: Document, confirmed: Mapping[int, Sequence[str]] | None = None, advertised: str = ""
    ) -> Assessment:
        return pipeline.assess(
            document,
            sources=self.sources,
            products=self.products,
            today=self.today,
            page=self.page,
            confirmed=confirmed or {},
            advertised=advertised,
            scale=cuts.scale(),
        )


def _of_products(given: Given, place: str, text: str, product: str) -> list[Flag]:
    """What is wrong with a text as a product statement, as flags of the page that say where it stands.

    Every sentence of an advertisement speaks of its `product`, whether it names it or not.
    """
    if len(text.split()) < _FEWEST_WORDS or place.startswith(NAMING):
        return []
    document = _read_short(text, bool(product)) if len(text) <= _KEPT else _read_beside(text, bool(product))
    seen = document.as_seen or document
    if not seen.links and not discovery.mentions(seen, given.products, product):
        return []  # each such flag is about a product or a link, and most names and titles hold neither
    return [flag for flag in _placed(place, given.run(document, advertised=product)) if _is_of_product(flag)]


_KEPT = 1000
"""Letters of a text beside the body that is kept as it was read: who wrote a thousand articles has one biography."""


@lru_cache(maxsize=256)
def _read_short(text: str, advertisement: bool) -> Document:
    return _read_beside(text, advertisement)


def _read_beside(text: str, advertisement: bool) -> Document:
    return read(text, "markdown", html=False, advertisement=advertisement)


def _of_claims(given: Given, place: str, text: str) -> list[Flag]:
    """What is wrong with what a text outside the body claims, as flags of the page that say where it stands."""
    document = read_short_text(text, "title")
    if not document.sentences:
        return []
    found = given.run(document)
    return [
        replace(flag, message=f"{flag.message} No source can stand there: {_INSTEAD.get(place, _LEFT_OUT)}")
        for flag in _placed(place, found)
        if place.startswith(NAMING) or not _is_of_product(flag)
    ]


_FEWEST_WORDS = 3
"""Below that a text is a name, which says nothing of a product."""
_INSTEAD = dict.fromkeys(("the title", "the standfirst"), "name the topic, or ask a question.")
_LEFT_OUT = "leave it out, or say it in the text with its source."


def _placed(place: str, found: Assessment) -> Iterator[Flag]:
    """The flags of sentences as flags of the page."""
    for row in found.sentences:
        facts = (("place", place), ("sentence", row.sentence.text))
        for flag in row.flags:
            yield replace(flag, sentence=None, message=f"In {place}: {flag.message}", facts=(*flag.facts, *facts))


def _is_of_product(flag: Flag) -> bool:
    return flag.code in FLAGS and FLAGS[flag.code].group == "product"


# --- Works -------------------------------------------------------------------------------------------------


def source_of(row: ArticleCitation, number: int, watched: date | None = None) -> Source:
    """A work of the article as the engine knows works.

    `number` is its place in the reference list, from 1; `watched` the day of the last whole list of notices.
    """
    work: Citation = row.citation
    status, checked, _ = status_of(work, watched)
    return Source(
        key=row.key,
        number=number,
        title=work.title,
        families=tuple(work.families),
        year=work.year,
        container=work.container,
        kind=work.kind,
        design=context.Design(work.design) if work.design else None,
        design_from=str((work.facts_from or {}).get("design", "")),
        sample_size=work.sample_size,
        species=context.Species(work.species) if work.species else None,
        population=work.population,
        outcome=work.outcome,
        funding=work.funding,
        conflicts=work.conflicts,
        seller_funded=work.seller_funded,
        peer_reviewed=work.peer_reviewed,
        preprint=work.preprint,
        status=context.Status(status),
        status_checked=checked,
        risk_of_bias=work.risk_of_bias,
        disputed_by=work.disputed_by,
        link_dead=work.out_of_reach,
        doi=work.doi or "",
        pmid=work.pmid or "",
        pmcid=work.pmcid or "",
        isbn=work.isbn or "",
        url=work.url,
        volume=str((work.csl or {}).get("volume") or ""),
        abstract=work.abstract,
        raw=work.raw,
        verification=work.verification.told() if hasattr(work, "verification") else None,
    )


def own_sources(rows: Rows) -> tuple[Source, ...]:
    """The works on the article's list."""
    return tuple(source_of(row, number, rows.watched) for number, row in enumerate(rows.cited, 1))


def with_listed(own: Sequence[Source], document: Document) -> tuple[Source, ...]:
    """These works, then those of a reference list that still stands in the body and are not among them."""
    known = {name for source in own for name in _names(source)}
    keys = {source.key for source in own}
    listed = [source for source in sources_of(document) if source.key not in keys and not known & _names(source)]
    return (*own, *(replace(source, number=number) for number, source in enumerate(listed, len(own) + 1)))


def _names(source: Source) -> set[str]:
    """What tells that two records are one work."""
    names = {f"{name}:{getattr(source, name).lower()}" for name in ("doi", "pmid", "pmcid") if getattr(source, name)}
    title = re.sub(r"\W+", " ", source.title.casefold()).strip()
    return names | ({f"title:{title}:{source.year}"} if title else set())


def confirmed_in(rows: Rows, document: Document, keys: set[str]) -> dict[int, tuple[str, ...]]:
    """The works that editors tied to sentences by hand, by the index the sentences have now."""
    tied = ties.holding(rows.article, [sentence.text for sentence in document.sentences], rows.ties)
    return {index: tuple(key for key in given if key in keys) for index, given in tied.items()}


# --- Products ----------------------------------------------------------------------------------------------


def product_of(product: Product, sources: Iterable[Source] = ()) -> context.Product:
    """A product as the engine knows products; its trials are those among `sources`, by DOI, PMID or key."""
    wanted = {trial.strip().lower() for trial in product.trials}
    return context.Product(
        key=str(product.pk),
        name=product.name,
        names=tuple(product.names),
        classes=tuple(product.classes),
        maker=product.maker,
        seller=product.seller,
        sold_by_publisher=product.sold_by_publisher,
        supplement=product.supplement,
        licensed=product.licensed,
        trials=tuple(
            source.key
            for source in sources
            if wanted & {name.lower() for name in (source.key, source.doi, source.pmid) if name}
        ),
        urls=(product.url,) if product.url else (),
    )


def products_told(products: Iterable[Product], sources: Sequence[Source]) -> tuple[context.Product, ...]:
    return tuple(product_of(product, sources) for product in products)


# --- The page ----------------------------------------------------------------------------------------------


def page_of(rows: Rows, today: date) -> Page:
    """What our own page will say: it always carries its date, and shows an answered disclosure before the text."""
    article, credited = rows.article, rows.credits
    authors = [credit.contributor for credit in credited if credit.role == Role.AUTHOR]
    people = [credit.contributor for credit in credited]
    return Page(
        credentials=bool(authors) and all(person.credentials.strip() for person in authors),
        # A name alone is no review: the page says one took place only where its day is recorded.
        reviewer=article.reviewed_on is not None and any(credit.role == Role.REVIEWER for credit in credited),
        dated=True,
        advice_notice=article.advice_notice,
        harms_covered=article.harms_covered,
        interests_answered=bool(people) and all(person.interests for person in people),
        has_form=True,
        disclosures=tuple(_disclosure(row, today) for row in rows.disclosures),
        market=article.market,
    )


def _disclosure(row: ProductDisclosure, today: date) -> Disclosure:
    started = row.valid_from is None or row.valid_from <= today
    ended = row.valid_until is not None and row.valid_until < today
    answered = row.is_answered and started and not ended
    return Disclosure(
        product=str(row.product_id),
        answered=answered,
        wording=row.statement if answered else "",
        placed_before=answered,
        disclaimer=row.disclaimer,
    )
