"""A promise whose only source is the writer's own word or somebody's home page stops publication."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import pipeline
from evidence.context import Design, Source
from evidence.flags.no_work_named import names_no_work
from evidence.reading import documents


def stops(body: str) -> bool:
    assessment = pipeline.assess(documents.read(f"# Herbs\n\n{body}\n"), today=date(2026, 11, 30))
    flags = [flag for row in assessment.sentences for flag in row.flags if flag.code == "weak-evidence"]
    return any(flag.severity.value == "blocker" for flag in flags)


@pytest.mark.parametrize(
    "source",
    [
        Source("a", raw="My blog: thyme and asthma. 2019."),
        Source("a", raw="Our research group at the university of thyme."),
        Source("a", raw="CDC. Asthma. https://www.cdc.gov/asthma", url="https://www.cdc.gov/asthma"),
        Source("a", raw="CDC. https://www.cdc.gov/", url="https://www.cdc.gov/", title="Asthma in numbers"),
        Source("a", raw="Bell. https://bell.example", url="https://bell.example", families=("Bell",)),
        Source("a", raw="My blog", design=Design.RCT),
        Source("a", raw="My blog", doi="10.1000/x"),
    ],
)
def test_what_can_be_looked_up_is_a_work(source: Source) -> None:
    assert not names_no_work(source)


@pytest.mark.parametrize(
    "raw", ["My blog", "Source: our own website.", "Google", "Wikipedia.", "Various books", "Personal experience"]
)
def test_ones_own_word_and_the_whole_web_are_none(raw: str) -> None:
    assert names_no_work(Source("a", raw=raw))


@pytest.mark.parametrize("url", ["https://www.who.int", "https://www.who.int/"])
def test_a_home_page_is_none(url: str) -> None:
    assert names_no_work(Source("a", raw=f"World Health Organization. {url}", url=url))
    assert not names_no_work(Source("a", raw=f"WHO. {url}", url=f"{url.rstrip('/')}/asthma"))


@pytest.mark.parametrize(
    "body",
    [
        "Thyme is green. [1]\n\n## References\n\n1. My blog.",
        "Thyme cures asthma ([a trial](https://herbs.example.com/trials/thyme)).",
        "Thyme cures asthma. [1]\n\n## References\n\n1. CDC. Asthma. https://www.cdc.gov/asthma/thyme",
    ],
)
def test_what_promises_nothing_or_names_a_page_is_judged_as_before(body: str) -> None:
    assert not stops(body)


@pytest.mark.parametrize(
    "body",
    [
        "Thyme cures asthma. [1]\n\n## References\n\n1. My blog.",
        "Thyme cures asthma. [1]\n\n## References\n\n1. CDC. https://www.cdc.gov/",
        "Thyme cures asthma ([my blog](https://herbs.example.com/blog/thyme)).",
        "Thyme cures asthma.\n\nSource: [NIH](https://www.nih.gov/)",
    ],
)
def test_a_promise_on_no_work_stops_publication(body: str) -> None:
    assert stops(body)
