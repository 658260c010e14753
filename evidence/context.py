"""What is known besides the text: the works it may stand on, the products it may name, the page around it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Design(StrEnum):
    """Study design, named as in standards.md A1. Absent (None) means not recorded, never guessed."""

    SYSTEMATIC_REVIEW = "systematic-review"
    SYSTEMATIC_REVIEW_OBSERVATIONAL = "systematic-review-observational"
    GUIDELINE = "guideline"
    RCT = "rct"
    NON_RANDOMISED_TRIAL = "non-randomised-trial"
    COHORT = "cohort"
    OBSERVATIONAL = "observational"
    NARRATIVE_REVIEW = "narrative-review"
    CASE_CONTROL = "case-control"
    CROSS_SECTIONAL = "cross-sectional"
    CASE_SERIES = "case-series"
    ANIMAL = "animal"
    IN_VITRO = "in-vitro"
    OPINION = "opinion"
    BOOK = "book"
    WEBSITE = "website"
    PROTOCOL = "protocol"


class Status(StrEnum):
    """What is known of a work's status. `NOT_CHECKED` must never read as "not retracted"."""

    NOT_CHECKED = "not-checked"
    NONE_FOUND = "none-found"
    RETRACTED = "retracted"
    CONCERN = "concern"
    CORRECTED = "corrected"


class Species(StrEnum):
    HUMAN = "human"
    ANIMAL = "animal"
    CELLS = "cells"


class Verdict(StrEnum):
    """What the services that index works say of a listed work. Silence of a service is never a verdict."""

    AGREES = "agrees"
    DIFFERS = "differs"
    OTHER_WORK = "other-work"
    UNREGISTERED = "unregistered"
    NOT_FOUND = "not-found"
    CANNOT_TELL = "cannot-tell"
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class Verification:
    """The verdict on a work as an article lists it, with what it rests on.

    `fields` names what differs, each with the value as written and as recorded. `identifier` is the one the verdict
    is about ("doi:10.1000/x"), `proposal` the one that fits what is written; "" where there is none. `services` are
    those that answered, `silent` those that were asked and did not. `day` is the day of the oldest answer used.
    """

    verdict: Verdict
    fields: tuple[tuple[str, str, str], ...] = ()
    identifier: str = ""
    proposal: str = ""
    services: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    day: date | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A work that the text may stand on, with the facts that grading needs. None or "" means not recorded.

    `families` are the authors' family names in order; `outcome` is "surrogate", "patient" or "" (not
    recorded); `population` is a short phrase ("infants of mothers with allergy"); `funding` and
    `conflicts` as stated in the work; `seller_funded` only when an editor or the record says so.
    `abstract` is the text held of the work, against which numbers are checked. `number` is the source's
    place in the article's list, from 1. `facts_from` names the facts that were read in the abstract and that nobody
    has confirmed, each with "abstract"; `design_from` says the same of the design. `on_list` is False for a work
    found through a link alone.
    """

    key: str
    number: int = 0
    title: str = ""
    families: tuple[str, ...] = ()
    year: int | None = None
    container: str = ""
    kind: str = ""
    design: Design | None = None
    design_from: str = ""
    sample_size: int | None = None
    species: Species | None = None
    population: str = ""
    outcome: str = ""
    funding: str = ""
    conflicts: str = ""
    seller_funded: bool = False
    peer_reviewed: bool | None = None
    preprint: bool = False
    status: Status = Status.NOT_CHECKED
    status_checked: date | None = None
    risk_of_bias: int = 0
    disputed_by: str = ""
    link_dead: bool = False
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    url: str = ""
    volume: str = ""
    abstract: str = ""
    raw: str = ""
    on_list: bool = True
    facts_from: tuple[tuple[str, str], ...] = ()
    verification: Verification | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """A product that the text may name.

    `names` are the ways the text may call it; `classes` are the classes it belongs to ("probiotic").
    `sold_by_publisher` is None while nobody has answered. `trials` are keys of sources on this very
    product (same strain, same dose). `supplement` says whether the US supplement rules apply, `licensed` that it is a
    licensed medicine or cleared device for what is said of it, which may name a disease.
    """

    key: str
    name: str
    names: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    maker: str = ""
    seller: str = ""
    sold_by_publisher: bool | None = None
    supplement: bool = True
    trials: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    licensed: bool = False


@dataclass(frozen=True, slots=True)
class Disclosure:
    """One answered product disclosure of the article (standards.md section C).

    `answered` is False while the form is open. `placed_before` says that the page shows it before the first
    paragraph and labels the product block; the site's own template does, a bare file does not.
    """

    product: str
    answered: bool = False
    wording: str = ""
    placed_before: bool = False
    disclaimer: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """What the page around the text says. None means that nobody has said; the rules then ask.

    `has_form` says that a newsroom asks its people for their interests: what is not answered there was asked.
    """

    credentials: bool | None = None
    reviewer: bool = False
    dated: bool = False
    advice_notice: bool = False
    harms_covered: bool | None = None
    interests_answered: bool = False
    has_form: bool = False
    disclosures: tuple[Disclosure, ...] = ()
    market: str = "US"
