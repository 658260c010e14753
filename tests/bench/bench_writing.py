"""`make bench`: the writing desk's page, its answer while somebody types, and the time from the last key to a card."""

from __future__ import annotations

import time
from statistics import median, quantiles
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles import services
from articles.models import Article
from articles.newsroom.cards import cards_of
from articles.newsroom.drawn_cards import forget
from tests.articles import factories
from tests.bench.bench_speed import best_of, say, thousand_words
from tests.bench.spent import as_served, spent
from tests.browser.signing_in import sign_in
from tests.browser.test_newsroom_writing import open_article

WORKS = 9
TYPED = "Vitamin {} prevents the flu in most people who take it."


def article_of(body: str, by: User) -> Article:
    works = {f"doe{1990 + number}": factories.make_citation(year=1990 + number) for number in range(WORKS)}
    article = factories.make_article(by=by, body=body, citations=works)
    factories.make_disclosure(article=article, tie="", author_tie="")
    services.assess_article(article_id=article.pk)
    return article


@pytest.mark.django_db
def test_the_page(client: Client, superuser: User) -> None:
    client.force_login(superuser)
    for times in (1, 10):
        article = article_of("\n\n".join([thousand_words()] * times), superuser)
        address = reverse("admin:articles_article_change", args=[article.pk])
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            page = client.get(address)
        asked = len(queries)
        with as_served():
            forget()
            before = spent()
            client.get(address)
            first = spent()[0] - before[0]
            before = spent()
            seconds = best_of(lambda address=address: client.get(address))
            here, there = ((now - then) / 8 for now, then in zip(spent(), before, strict=True))
            before = spent()
            best_of(lambda address=address: client.get(address, {"rows": "open"}))
            whole = (spent()[0] - before[0]) / 8
        what = f"editor, {len(article.body.split()):,} words, {len(cards_of(article).findings)} flags"
        say(what, f"{seconds * 1000:.0f} ms")
        say("  its queries, its bytes", f"{asked}, {len(page.content):,}")
        say("  its processor, opened again", f"{here:.0f} ms here, {there:.0f} ms in the database")
        say("  with the rows of all its drawers, as it was once", f"{whole:.0f} ms here")
        say("  opened by nobody before", f"{first:.0f} ms here")


@pytest.mark.django_db
def test_the_answer_while_somebody_types(client: Client, superuser: User) -> None:
    client.force_login(superuser)
    for times in (1, 10):
        article = article_of("\n\n".join([thousand_words()] * times), superuser)
        address = reverse("newsroom:as-typed", args=[article.pk])
        have = ",".join(card.key for card in cards_of(article).sentences)
        middle = article.body.index("\n\n", len(article.body) // 2) + 2
        taken = []
        for number in range(30):
            sentence = TYPED.format(number)
            text = article.body[:middle] + sentence + "\n\n" + article.body[middle:]
            began = time.perf_counter()
            sent = {"text": text, "from": middle, "to": middle + len(sentence), "have": have}
            answer = client.post(address, sent)
            taken.append(time.perf_counter() - began)
            assert answer.status_code == 200, answer.content
        what = f"a changed paragraph of {len(article.body.split()):,} words, median and p95"
        say(what, f"{median(taken) * 1000:.0f}, {quantiles(taken, n=20)[-1] * 1000:.0f} ms")


@pytest.mark.django_db(transaction=True)
def test_from_the_last_key_to_the_card(browser_page: Any, superuser: User) -> None:
    page = browser_page
    article = article_of(thousand_words(), superuser)
    sign_in(page, superuser)
    open_article(page, article)
    page.wait_for_selector(".desk[data-typed=read]")
    page.click(".cm-content")
    page.keyboard.press("Control+End")
    taken = []
    for number in range(20):
        sentence = TYPED.format("ABCDEFGHIJKLMNOPQRST"[number])
        page.evaluate(WATCH, sentence)
        page.keyboard.type(f"\n\n{sentence}")
        page.wait_for_function("window.seen > 0")
        taken.append(page.evaluate("seen - typed"))
    say("from the last key to the card, median and p95", f"{median(taken):.0f}, {quantiles(taken, n=20)[-1]:.0f} ms")


WATCH = """(words) => {
    [window.seen, window.typed] = [0, 0];
    document.querySelector('.cm-content').addEventListener('keydown', () => (window.typed = performance.now()));
    const watch = new MutationObserver(() => {
        const shown = [...document.querySelectorAll('.cards .card-words')].some((one) => one.textContent === words);
        if (shown && !window.seen) { window.seen = performance.now(); watch.disconnect(); }
    });
    watch.observe(document.querySelector('.cards'), {childList: true, subtree: true});
}"""
"""Notes when the last key went down, and when a card with exactly these words stood in the margin."""
