"""`make bench`: what an article page weighs, part by part: one of 60 claims and 60 works, and the examples.

Counted as browsers load them: the page, its style sheets and scripts, each compressed by itself. Fonts and pictures
are counted apart. Works and sentences all differ, as in life: what repeats itself compresses to nothing.
"""

from __future__ import annotations

import gzip
import random
import re
from typing import Any

import brotli
import pytest
from django.conf import settings
from django.test import Client

from articles.models import Article
from articles.stored.rows import density
from config.static_files import minified
from scripts.pictures.filling import fill
from tests.articles.finding.texts import TEXTS
from tests.articles.published import claim, flag, publish, snapshot, work

ASKED = (60_000, 15_000)
"""Bytes before pictures, plain and compressed."""
FAULTS = (None, "single-study-generalisation", "missing-citation", "overgeneralisation", None, "causal-overstatement")
FIRST = ("css/site.css", "js/first.js")
"""What a page loads to be seen, and to answer the first press."""
LATER = ("css/notes.css", "js/notes.js", "js/article.js")
"""What comes when it is at rest, or with that press."""
PARTS = {
    "for machines": r'<script type="application/ld\+json">.*?</script>|<meta\b[^>]*>|<link\b[^>]*>',
    "text with its marks": r'<div class="text">.*?(?=<p class="advice">|<section class="references">)',
    "references": r'<section class="references">.*?</section>',
    "notes": r'<section class="cards".*?</section>',
    "support at a glance": r'<aside class="side".*?</aside>',
    "head and foot": r'<header class="site">.*?</header>|<footer.*?</footer>',
}


def long_article(number: int = 60) -> dict[str, Any]:
    """Sentences of the texts for the search, each with a work of its own; a third of them flagged."""
    chance = random.Random(1)
    said = list(dict.fromkeys(sentence for text in TEXTS for sentence in text[4]))
    words = sorted({word.lower() for sentence in said for word in re.findall(r"[a-z]{4,}", sentence)})
    names = [f"{word[:7].title()} {letter}" for word, letter in zip(words[::3], "ABCDEFGHJKLM" * 60, strict=False)]
    works, claims, lines = [], [], []
    for at in range(number):
        sentence = f"{said[at % len(said)].removesuffix('.')}{'' if at < len(said) else f' ({at})'} [@key{at + 1}]."
        code = FAULTS[at % len(FAULTS)]
        level = ("strong", "moderate", "weak", "very-weak")[at % 4]
        sources = [{"number": at + 1, "how": "marker"}]
        claims.append(claim(at, sentence, level, [flag(code)] if code else [], sources=sources))
        lines.append(sentence)
        works.append(
            work(
                at + 1,
                used_in=[at],
                authors=chance.sample(names, chance.choice((2, 3, 5))),
                title=" ".join(chance.sample(words, chance.choice((8, 11, 14)))).capitalize(),
                container=" ".join(chance.sample(words, 3)).title(),
                doi=f"10.{chance.randrange(1000, 9999)}/{chance.randrange(10**9):x}",
                pmid=str(chance.randrange(10**7, 4 * 10**7)),
                year=chance.randrange(1995, 2026),
                volume=str(chance.randrange(1, 90)),
                sample_size=chance.randrange(20, 9000),
            )
        )
    body = "\n\n".join(" ".join(lines[start : start + 4]) for start in range(0, number, 4))
    return snapshot(body, claims, citations=works)


def packed(data: bytes, quality: int = 11) -> tuple[int, int, int]:
    """Plain, by gzip, by Brotli: files as `collectstatic` compresses them, pages as they are kept."""
    return len(data), len(gzip.compress(data, 9)), len(brotli.compress(data, quality=quality))


def small(place: str) -> bytes:
    file = settings.BASE_DIR / "static" / place
    return minified(file.read_text(), file.suffix[1:]).encode()


def added(*sizes: tuple[int, int, int]) -> tuple[int, ...]:
    return tuple(map(sum, zip(*sizes, strict=True)))


def told(name: str, sizes: tuple[int, ...], more: str = "") -> None:
    print(f"  {name:<44}{sizes[0]:>9,}{sizes[1]:>9,}{sizes[2]:>9,}  {more}")  # noqa: T201


def weigh(name: str, html: bytes, asked: str = "") -> None:
    """The page with what it needs at first and in the end, then its parts, each compressed by itself."""
    files = {place: packed(small(place)) for place in (*FIRST, *LATER)}
    page = packed(html, density("article", html))
    told(f"{name}, all", added(page, *files.values()))
    told("  of it before it is used", added(page, *(files[place] for place in FIRST)), asked)
    told("  its HTML", page)
    for place, sizes in files.items():
        told(f"  {place}", sizes)
    told("  besides, last and for paper: style sheet", packed(small("css/print.css")))
    text = html.decode()
    for part, pattern in PARTS.items():
        told(f"    {part}", packed("".join(re.findall(pattern, text, re.DOTALL)).encode()))


@pytest.mark.django_db
def test_weight_of_article_pages(client: Client) -> None:
    print(f"\n  {'bytes of':<44}{'plain':>9}{'gzip':>9}{'Brotli':>9}")  # noqa: T201
    fill()
    publish(long_article(), slug="sixty")
    address = "/articles/{}/".format
    weigh("60 claims and 60 works", client.get(address("sixty")).content, "asked: {:,} and {:,}".format(*ASKED))
    for article in Article.objects.published().exclude(slug="sixty").order_by("slug"):
        html = client.get(address(article.slug)).content
        told(article.slug, packed(html, density("article", html)), "HTML alone")
