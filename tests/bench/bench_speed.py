"""`make bench`: how fast the engine reads and how fast a page is served. Figures are printed, nothing is asserted."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable
from datetime import date
from itertools import cycle
from pathlib import Path
from statistics import median

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles import services
from evidence.language.remembered import forget
from evidence.pipeline import assess
from evidence.reading.documents import read
from tests.articles.factories import approve_as_it_stands, make_article, make_citation

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TODAY = date(2026, 11, 23)
PARAGRAPH = (
    "Walking eased knee pain in one randomised trial of 180 adults [@doe2019]. "
    "Whether it helps people under 40 was not studied. Ask your doctor if a knee swells.\n\n"
)


def best_of(work: Callable[[], object], times: int = 7) -> float:
    """Median seconds of one call, after one that does not count."""
    work()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return median(taken)


def say(what: str, figure: str) -> None:
    print(f"  {what:<58}{figure:>16}")  # noqa: T201


def thousand_words() -> str:
    """Bodies of the examples, paragraph by paragraph, up to 1,000 words, with all their references at the end."""
    posts = [read(path.read_text(), "markdown") for path in sorted(EXAMPLES.glob("*-*.md"))]
    words: list[str] = []
    paragraphs = cycle(paragraph for post in posts for paragraph in post.text.split("\n\n") if len(paragraph) > 200)
    body: list[str] = []
    while len(words) < 1000:
        paragraph = next(paragraphs)
        words += paragraph.split()
        body.append(paragraph)
    return "\n\n".join(body)


def test_engine() -> None:
    say("machine", f"{os.cpu_count()} cores, Python {platform.python_version()}")
    texts = [path.read_text() for path in sorted(EXAMPLES.glob("*-*.md"))]
    sentences = sum(len(read(text, "markdown").sentences) for text in texts)

    def all_examples() -> None:
        forget()
        for text in texts:
            assess(read(text, "markdown"), None, (), today=TODAY)

    say(
        f"engine, {len(texts)} examples, {sentences} sentences", f"{sentences / best_of(all_examples):,.0f} sentences/s"
    )
    article = thousand_words()

    def one_article() -> None:
        forget()
        assess(read(article, "markdown"), None, (), today=TODAY)

    seconds = best_of(one_article)
    say(f"engine, an article of {len(article.split()):,} words", f"{seconds * 1000:.0f} ms")


@pytest.mark.django_db
def test_pages(client: Client) -> None:
    works = {"doe2019": make_citation(), **{f"doe{year}": make_citation(year=year) for year in range(1980, 2009)}}
    body = PARAGRAPH * (1000 // len(PARAGRAPH.split()) + 1)
    article = make_article(body=body, citations=works)
    seconds = best_of(lambda: services.assess_article(article_id=article.pk))
    say(f"assessing a draft of {len(body.split()):,} words, to the database and back", f"{seconds * 1000:.0f} ms")
    approve_as_it_stands(article)
    services.publish(article=article, by=User.objects.create_superuser("chief", password="password"))
    address = article.get_absolute_url()
    assert client.get(address).status_code == 200
    seconds = best_of(lambda: client.get(address), 15)
    say(f"its public page, {len(works)} references", f"{seconds * 1000:.1f} ms")
    seconds = best_of(lambda: client.get("/"), 15)
    say("the list of articles", f"{seconds * 1000:.1f} ms")
