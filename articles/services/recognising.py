"""Reads a finished post and says what was recognised in it, before anything is saved."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from django.utils import timezone

from articles.assessments import deadlines
from articles.exports import front_matter
from articles.exports.lead_picture import with_lead_picture
from articles.services.import_keys import kept_keys, with_keys_that_keep
from articles.services.post_body import LEFT_OUT, body_of
from articles.services.slugs import slug_of
from evidence import Assessment, Block, Document, Product, Source, assess, open_text, survey
from evidence.opening.file_formats import MARKDOWN, PAGES, WORD
from evidence.pipeline import Survey
from evidence.reading.declared_people import Named, people_of
from evidence.reading.metadata import page_of, products_of
from evidence.sources.from_csl import sources_of
from evidence.values import ProductMention

HONORIFIC = re.compile(r"^(?:by|written by|reviewed by|medically reviewed by)\s+|^(?:dr|prof|mr|mrs|ms)\.?\s+", re.I)


class UnreadablePost(ValueError):
    """The text cannot be imported; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Person:
    """A contributor as the post gives them. `interests` is "", "none" or what is declared."""

    name: str
    credentials: str = ""
    field: str = ""
    employer: str = ""
    interests: str = ""
    bio: str = ""


@dataclass(frozen=True, slots=True)
class RecognisedReference:
    """A reference of the post, with the fields that were recognised."""

    key: str
    number: int
    raw: str
    csl: Mapping[str, Any]
    source: Source
    doubtful: tuple[str, ...] = ()

    @property
    def to_check(self) -> tuple[str, ...]:
        """The fields read with little certainty, in words."""
        return in_words(self.doubtful)


_IN_WORDS = {"container-title": "journal or book", "issued": "year", "page": "pages", "publisher-place": "place"}


def in_words(fields: Sequence[str]) -> tuple[str, ...]:
    """Fields of CSL as editors call them."""
    return tuple(_IN_WORDS.get(name, name) for name in fields)


@dataclass(frozen=True, slots=True)
class RecognisedProduct:
    """A product that the post names, with the sentences that do. `facts` hold what its front matter says."""

    name: str
    seller: str
    sentences: tuple[str, ...]
    own: bool
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the post: its address and what stands for it where it is not seen, "" for nothing."""

    address: str
    alt: str


@dataclass(frozen=True, slots=True)
class Recognised:
    """A post taken apart. `title` is "" where none was found; a file's name is none. `published` and `updated` are
    when that was elsewhere, `addresses` where readers had it. `assessment` is None where only works were asked for."""

    title: str
    slug: str
    standfirst: str
    topics: tuple[str, ...]
    author: Person | None
    coauthors: tuple[Person, ...]
    reviewer: Person | None
    body: str
    references: tuple[RecognisedReference, ...]
    products: tuple[RecognisedProduct, ...]
    left_out: tuple[Block, ...]
    pictures: tuple[Picture, ...]
    document: Document
    assessment: Assessment | None
    meta: Mapping[str, Any]
    published: datetime | None = None
    updated: datetime | None = None
    addresses: tuple[str, ...] = ()

    @property
    def sentences(self) -> int:
        return len(self.document.sentences)

    @property
    def claims(self) -> int:
        return sum(row.claim.claim for row in self.assessment.sentences) if self.assessment else 0

    @property
    def flag_counts(self) -> dict[str, int]:
        """Number of flags by severity, those of references and the page included."""
        counts = {"blocker": 0, "warning": 0, "note": 0}
        for flag in self.assessment.flags if self.assessment else ():
            counts[flag.severity.value] += 1
        return counts


def recognise(text: str, filename: str = "", *, today: date, whole: bool = True) -> Recognised:
    """Takes a post apart: title, people, body, references, products and what the engine finds.

    Unless `whole` the engine says which works and products there are, and judges nothing: for posts that are read as
    drafts right after. Raises UnreadablePost where there is nothing to import.
    """
    if not text.strip():
        raise UnreadablePost("The text is empty. Paste the post, or choose a file that holds it.")
    if "\x00" in text:
        raise UnreadablePost("This is not text. Save the post as a plain text or Markdown file first.")
    deadline = deadlines.for_import()
    try:
        # Pages and Word documents have been turned into Markdown before they come here.
        kind = "markdown" if PurePath(filename).suffix.lower() in MARKDOWN | PAGES | WORD else "auto"
        document = open_text(text, kind, deadline=deadline)
        if (kept := with_keys_that_keep(text, document.meta)) != text:
            document = open_text(kept, kind, deadline=deadline)
        meta = document.meta
        products = products_of(meta)
        if whole:
            found: Assessment | Survey = assess(
                document, None, products, today=today, page=page_of(meta), deadline=deadline
            )
        else:
            found = survey(document, products, deadline=deadline)
    except ValueError as error:  # TooIntricateError among them
        raise UnreadablePost(str(error)) from error
    return _recognised(document, products, found)


def _recognised(document: Document, products: Sequence[Product], found: Assessment | Survey) -> Recognised:
    meta, now = document.meta, timezone.now()
    title = str(meta.get("title") or document.title).strip()
    byline = "" if document.byline == str(meta.get("author")) else document.byline  # nobody is called "True"
    authors = _people(meta, "author", "authors") or _people({"author": byline}, "author")
    body = with_lead_picture(body_of(document), meta)
    return Recognised(
        title=title,
        slug=slug_of(str(meta.get("slug") or title))[:120],
        standfirst=front_matter.standfirst_of(meta, longest=600),
        topics=front_matter.topics_in(meta),
        author=authors[0] if authors else None,
        coauthors=authors[1:],
        reviewer=next(iter(_people(meta, "reviewer")), None),
        body=body,
        references=(*_references(document, found.sources), *_linked_works(document, found.sources)),
        products=_products(meta, products, document, found.products),
        left_out=tuple(block for block in document.not_prose if block.kind in LEFT_OUT - {"front-matter", "title"}),
        pictures=pictures_in(body),
        document=document,
        assessment=found if isinstance(found, Assessment) else None,
        meta=meta,
        published=front_matter.published_on(meta, now=now),
        updated=front_matter.updated_on(meta, now=now),
        addresses=front_matter.addresses_of(meta),
    )


PICTURE = re.compile(r"!\[([^\[\]]{0,1000})\]\(\s*<?([^()\s<>]{1,2000})>?(?:\s+\"[^\"]{0,500}\")?\s*\)")


def pictures_in(body: str) -> tuple[Picture, ...]:
    """The pictures of a text, each once."""
    found = {match[2]: Picture(match[2], match[1].strip()) for match in reversed(list(PICTURE.finditer(body)))}
    return tuple(found.values())[::-1]


def with_addresses(body: str, addresses: Mapping[str, str]) -> str:
    """The text with its pictures at other addresses, by those that stand in it."""

    def placed(match: re.Match[str]) -> str:
        whole, begin = match[0], match.start()
        return f"{whole[: match.start(2) - begin]}{addresses.get(match[2], match[2])}{whole[match.end(2) - begin :]}"

    return PICTURE.sub(placed, body)


def with_alt_texts(body: str, alts: Mapping[str, str]) -> str:
    """The text with what people gave for its pictures, by their addresses; what stands there already stays."""

    def described(match: re.Match[str]) -> str:
        alt = " ".join(alts.get(match[2], "").split()).replace("[", "(").replace("]", ")")
        return f"![{alt}{match[0][2:]}" if alt and not match[1].strip() else match[0]

    return PICTURE.sub(described, body)


def title_from_name(filename: str) -> str:
    """The file's name as a title, for those who say that their files are named so."""
    words = re.sub(r"[-_]+", " ", PurePath(filename).stem).strip()
    return words[:1].upper() + words[1:]


def _people(meta: Mapping[str, Any], *fields: str) -> tuple[Person, ...]:
    """The people of the first of these fields that names any: "By Dr. Amina Roe, MD" is Amina Roe with "MD"."""
    return tuple(_person(named) for named in people_of(meta, *fields) if _bare(named.name))


def _person(named: Named) -> Person:
    said = named.said
    return Person(
        name=_bare(named.name),
        credentials=named.credentials,
        employer=named.employer,
        **{name: str(said.get(name) or "").strip() for name in ("field", "interests", "bio")},
    )


def _bare(name: str) -> str:
    while (bare := HONORIFIC.sub("", name)) != name:
        name = bare
    return name.strip()


def _references(document: Document, found: Sequence[Source]) -> tuple[RecognisedReference, ...]:
    listed = [source for source in found if source.on_list]
    # A text that hides something was judged as it looks: its references are taken as they are written.
    sources = listed if document.as_seen is None else sources_of(document)
    return tuple(
        RecognisedReference(
            reference.key, reference.number or place, reference.raw, reference.csl, source, reference.doubtful
        )
        for place, (reference, source) in enumerate(zip(document.references, sources, strict=True), start=1)
    )


def _is_name(words: str) -> bool:
    """Whether a promoted thing is called by a name, not by "our capsules"."""
    return words[:1].isupper() and not words.lower().startswith(("our ", "a ", "an ", "the "))


def _linked_works(document: Document, sources: Sequence[Source]) -> list[RecognisedReference]:
    """Works that the post cites by a link or a title alone: no more of them is known until somebody looks them up."""
    after = max((reference.number for reference in document.references), default=len(document.references))
    found = [source for source in sources if not source.on_list]
    return [
        RecognisedReference(
            key=kept_keys([re.sub(r"[^A-Za-z0-9_.-]+", "-", source.key).strip("-.")])[0],
            number=number,
            raw="",
            csl={
                name: value
                for name, value in (
                    ("title", source.title),
                    ("container-title", source.container),
                    ("DOI", source.doi),
                    ("PMID", source.pmid),
                    ("PMCID", source.pmcid),
                    ("URL", source.url),
                )
                if value
            },
            source=source,
        )
        for number, source in enumerate(found, start=after + 1)
    ]


def _products(
    meta: Mapping[str, Any], declared: Sequence[Product], document: Document, mentions: Sequence[ProductMention]
) -> tuple[RecognisedProduct, ...]:
    texts = [sentence.text for sentence in document.sentences]
    said = {
        str(entry.get("name", "")).strip(): entry for entry in meta.get("products") or () if isinstance(entry, Mapping)
    }
    found = {product.key: product for product in declared}
    result = []
    for mention in mentions:
        product = found.pop(mention.key, None)
        if product is None and not _is_name(mention.name):
            continue  # "our formula": the flag asks what is sold; there is nothing yet to put on record
        result.append(
            RecognisedProduct(
                name=product.name if product else mention.name,
                seller=mention.seller,
                sentences=tuple(texts[index] for index in mention.sentences),
                own=mention.own,
                facts=said.get(product.name, {}) if product else {},
            )
        )
    result += [
        RecognisedProduct(
            name=product.name,
            seller=product.seller,
            sentences=(),
            own=False,
            facts=said.get(product.name, {}),
        )
        for product in found.values()
    ]
    return tuple(result)
