"""`make bench`: what an article page weighs, part by part: one of 60 claims and 60 works, and the examples.

Counted as browsers load them: the page, its style sheet and its script, each compressed by itself. Fonts and pictures
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
from articles.stored.rows import DENSER
from config.static_files import minified
from scripts.pictures.filling import fill
from tests.articles.finding.texts import TEXTS
from tests.articles.published import claim, flag, publish, snapshot, work

ASKED = (60_000, 15_000)
"""Bytes before pictures, plain and compressed."""
FAULTS = (None, "single-study-generalisation", "missing-citation", "overgeneralisation", None, "causal-overstatement")
SEEN = ("css/site.css", "js/article.js", "js/notes.js")
"""What a page loads to be seen and used."""
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


def packed(data: bytes) -> tuple[int, int, int]:
    return len(data), len(gzip.compress(data, 9)), len(brotli.compress(data, quality=DENSER))


def told(name: str, sizes: tuple[int, ...], more: str = "") -> None:
    print(f"  {name:<44}{sizes[0]:>9,}{sizes[1]:>9,}{sizes[2]:>9,}  {more}")  # noqa: T201


def weigh(name: str, html: bytes, asked: str = "") -> None:
    """The page with what it needs to be seen, then its parts, each compressed by itself."""
    files = [settings.BASE_DIR / "static" / place for place in SEEN]
    whole = [packed(html), *(packed(minified(file.read_text(), file.suffix[1:]).encode()) for file in files)]
    told(name, tuple(map(sum, zip(*whole, strict=True))), asked)
    for part, sizes in zip(("its HTML", "style sheet", "script", "script of the notes"), whole, strict=True):
        told(f"  {part}", sizes)
    paper = settings.BASE_DIR / "static/css/print.css"
    told("  besides, last and for paper: style sheet", packed(minified(paper.read_text(), "css").encode()))
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
        told(article.slug, packed(client.get(address(article.slug)).content), "HTML alone")
