"""Two verbs for tests of the engine: `check_flags` and `check_clean`, over short texts of our own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from evidence import pipeline
from evidence.context import Design, Page, Product, Source, Species
from evidence.reading import documents
from evidence.values import Assessment, Flag

TODAY = date(2026, 11, 22)

TRIAL = Source(
    key="lee2020",
    number=1,
    title="Ginger tea for nausea: a randomised trial",
    families=("Lee", "Okoro"),
    year=2020,
    kind="article-journal",
    design=Design.RCT,
    sample_size=240,
    species=Species.HUMAN,
    outcome="patient",
    doi="10.1000/lee2020",
    volume="12",
)
"""A sound trial; tests change what they are about with `dataclasses.replace`."""

TEA = Product(
    key="calm-tea",
    name="Calm Tea",
    classes=("ginger",),
    maker="Hill Farm",
    seller="Hill Farm",
    sold_by_publisher=True,
)


def judge(
    text: str,
    sources: Sequence[Source] = (),
    *,
    products: Sequence[Product] = (),
    page: Page | None = None,
    confirmed: Mapping[int, Sequence[str]] | None = None,
    advertised: str = "",
) -> Assessment:
    """The engine's answer for a Markdown text, on a fixed day."""
    document = documents.read(text, "markdown")
    return pipeline.assess(
        document, sources, products, today=TODAY, page=page, confirmed=confirmed, advertised=advertised
    )


def flags_of(code: str, text: str, sources: Sequence[Source] = (), **more: Any) -> list[Flag]:
    return [flag for flag in judge(text, sources, **more).flags if flag.code == code]


def check_flags(code: str, text: str, sources: Sequence[Source] = (), **more: Any) -> Flag:
    """The first flag with this code; fails where there is none."""
    assessment = judge(text, sources, **more)
    found = [flag for flag in assessment.flags if flag.code == code]
    assert found, f"no {code} in {[flag.code for flag in assessment.flags]} for {text!r}"
    return found[0]


def check_clean(code: str, text: str, sources: Sequence[Source] = (), **more: Any) -> None:
    """Fails where the code is raised."""
    found = flags_of(code, text, sources, **more)
    assert not found, f"{code} raised for {text!r}: {[flag.facts for flag in found]}"
