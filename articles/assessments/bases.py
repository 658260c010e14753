"""What a reading, and an approval, of a draft rests on: each thing by a name for people, with the hash of all that the
engine reads and readers see of it.

Works, people, products and topics are shared and change in their own places, by whatever path. So nobody has to say
that something changed: the hashes are made again and compared.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.conf import settings

from articles.assessments.engine import engine_version
from articles.assessments.readings import product_of, source_of
from articles.assessments.rows import Rows
from articles.models import Article, ArticleCitation
from evidence import Source
from evidence.context import Verdict
from products.models import ProductDisclosure

WORDS = (
    *("title", "standfirst", "body", "market", "advice_notice", "harms_covered"),
    *("evidence_to", "next_review", "reviewed_on"),
)
PERSON = ("name", "slug", "credentials", "field", "employer", "bio", "interests", "interests_text")
_OF_SOURCE = tuple(field.name for field in dataclasses.fields(Source))
OF_WORK = ("csl", "archived_url", "link_dead", "species", "status_sources")


def basis_of(article: Article, *, today: date, rows: Rows | None = None) -> dict[str, str]:
    """SHA-256 of each thing, by name: "the text", "the work [@doe2019]", "the product Kneewell", … In seven queries,
    or of `rows` that were read already.

    `today` counts for the days from and until which a disclosure holds, and for nothing else. It is worked out once for
    the same rows.
    """
    rows = rows or Rows(article)
    if today not in rows.bases:
        rows.bases[today] = _worked_out(article, today, rows)
    return rows.bases[today]


def _worked_out(article: Article, today: date, rows: Rows) -> dict[str, str]:
    disclosures = rows.disclosures
    sources = [source_of(row, number) for number, row in enumerate(rows.cited, 1)]
    parts: dict[str, Any] = {
        "the text": [getattr(article, name) for name in WORDS],
        "the topics": [(topic.name, topic.slug, topic.description) for topic in rows.topics],
        "the ties of sentences to works": [(*row[:2], row[3]) for row in rows.ties],
        "the engine": engine_version(),
        "the note on what changed": rows.change_note,
        "the policies of the site": [settings.PUBLISHER_NAME],
    }
    for credit in rows.credits:
        person = credit.contributor
        facts = [credit.role, str(person.photo), *(getattr(person, name) for name in PERSON)]
        parts.setdefault(f"the person {person.name}", []).append(facts)
    for row, source in zip(rows.cited, sources, strict=True):
        parts[f"the work [@{row.key}]"] = _work(row, source)
    for product in rows.products:
        parts[f"the product {product.name}"] = [dataclasses.asdict(product_of(product)) | {"key": ""}, product.trials]
    for disclosure in disclosures:
        parts[f"the disclosure of {disclosure.product.name}"] = _disclosure(disclosure, today)
    return {name: _digest(value) for name, value in parts.items()}


def digest(basis: Mapping[str, str]) -> str:
    """One hash of all of them."""
    return _digest(basis)


def changed(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """The names of what came, went or changed, sorted."""
    return sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))


def _work(row: ArticleCitation, source: Any) -> list[Any]:
    # The day of the last look is news of no change, and the text a record was made of is for people of the library.
    verdict = source.verification
    if verdict:  # who said so, and when, is no news either; nor is a verdict that finds nothing wrong
        wrong = verdict.verdict in (Verdict.DIFFERS, Verdict.OTHER_WORK, Verdict.UNREGISTERED, Verdict.NOT_FOUND)
        kept = dataclasses.replace(verdict, services=(), silent=(), day=None, reason="")
        verdict = kept if wrong else None
    # By name and one level deep: all but the verdict is plain, and to copy it all would take longer than to read it.
    seen = {name: getattr(source, name) for name in _OF_SOURCE}
    seen |= {"status_checked": None, "raw": "", "verification": dataclasses.asdict(verdict) if verdict else None}
    return [seen, *(getattr(row.citation, name) for name in OF_WORK)]


def _disclosure(row: ProductDisclosure, today: date) -> list[Any]:
    holds = (row.valid_from is None or row.valid_from <= today) and (
        row.valid_until is None or today <= row.valid_until
    )
    return [row.tie, row.author_tie, row.statement, row.advertisement, row.disclaimer, row.product.url, holds]


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
