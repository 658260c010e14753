"""A finished post on its way to a draft: what was recognised, and what whoever imports it answered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from articles.services.errors import ServiceError
from articles.services.recognising import Recognised


class ImportRefused(ServiceError):
    """The post cannot become a draft; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the person at the import screen answered. None keeps what was recognised.

    `references` and `products` are the keys and names to keep; `sold` answers "do we sell it?" by name, `ties` and
    `author_ties` what we and the authors gain. `author_interests` is "", "none" or what the first author declares.
    `alts` are texts for pictures that have none, by address.
    """

    title: str | None = None
    slug: str | None = None
    standfirst: str | None = None
    author_name: str | None = None
    author_credentials: str | None = None
    references: Sequence[str] | None = None
    products: Sequence[str] | None = None
    sold: Mapping[str, bool | None] = field(default_factory=dict)
    ties: Mapping[str, str] = field(default_factory=dict)
    author_ties: Mapping[str, str] = field(default_factory=dict)
    author_interests: str = ""
    alts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Finished:
    """One post. `text` is what was read, `filename` where it stood; `addresses` are those at which readers had it,
    besides the ones that the post names itself."""

    found: Recognised
    text: str
    filename: str = ""
    choices: ImportChoices = ImportChoices()
    addresses: Sequence[str] = ()

    @property
    def all_addresses(self) -> list[str]:
        return [*self.addresses, *self.found.addresses]


def sha256(text: str) -> str:
    """By which a post is known when it comes again."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
