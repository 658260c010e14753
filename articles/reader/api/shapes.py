"""The shapes of what the API answers. Fields are added, never renamed, as long as the address says v1."""

from __future__ import annotations

from datetime import date, datetime

from ninja import Schema


class Problem(Schema):
    """Why there is no answer, and what to do."""

    detail: str


class Gone(Problem):
    since: datetime | None = None
    title: str = ""


class Person(Schema):
    name: str
    role: str
    credentials: str = ""
    field: str = ""
    employer: str = ""
    interests: str = ""
    url: str = ""


class Topic(Schema):
    name: str
    slug: str


class Counts(Schema):
    """Claims by their mark."""

    claims: int
    supported: int
    weak: int
    none: int


class ArticleInList(Schema):
    slug: str
    url: str
    title: str
    standfirst: str
    version: int
    published: datetime
    updated: datetime
    reviewed: date | None
    evidence_to: date | None
    authors: list[str]
    topics: list[Topic]
    counts: Counts


class Source(Schema):
    """What a claim stands on. `number` is that of the article's reference list, `work` that of `/works/`."""

    number: int
    work: int | None
    how: str


class Claim(Schema):
    """A sentence that claims something. `support` is supported, weak or none; `labels` what readers see beside it."""

    id: str
    text: str
    article: str
    url: str
    support: str
    level: str
    kinds: list[str]
    reasons: list[str]
    labels: list[str]
    sources: list[Source]


class Reference(Schema):
    number: int
    work: int | None
    title: str
    authors: list[str]
    year: int | None
    container: str
    doi: str
    pmid: str
    url: str
    design: str
    sample_size: int | None
    level: str
    status: str
    status_checked: date | None


class Disclosure(Schema):
    product: str
    tie: str
    statement: str


class Correction(Schema):
    """An entry of the public record. `wrong` is empty of what is no correction."""

    id: int
    kind: str
    at: datetime
    wrong: str
    right: str
    by: str
    article: str
    title: str
    url: str
    version_before: int | None
    version_after: int | None


class Article(ArticleInList):
    html: str
    next_review: date | None
    people: list[Person]
    claims: list[Claim]
    references: list[Reference]
    disclosures: list[Disclosure]
    corrections: list[Correction]


class Use(Schema):
    """An article that lists a work, and how many of its claims stand on it."""

    article: str
    url: str
    title: str
    claims: int


class WorkInList(Schema):
    id: int
    title: str
    year: int | None
    container: str
    doi: str
    pmid: str
    design: str
    sample_size: int | None
    status: str
    status_checked: date | None
    csl: dict[str, object]


class Work(WorkInList):
    uses: list[Use]


class Articles(Schema):
    """`next` is the address of the page after this one, null on the last."""

    results: list[ArticleInList]
    next: str | None


class Claims(Schema):
    results: list[Claim]
    next: str | None


class Works(Schema):
    results: list[WorkInList]
    next: str | None


class Corrections(Schema):
    results: list[Correction]
    next: str | None
