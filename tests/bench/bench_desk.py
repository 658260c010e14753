"""`make bench`: the review desk and the list of articles, 1,000,000 flags (BENCH_FLAGS) in a tenth as many articles.
Figures are printed, nothing is asserted; a small version among the tests looks at the plans and counts the queries."""

from __future__ import annotations

import os
import time
from statistics import quantiles

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import Flag
from tests.bench.bench_speed import say
from tests.bench.many_flags import fill
from tests.bench.spent import as_served, spent

FLAGS = int(os.environ.get("BENCH_FLAGS", "1000000"))
TIMES = 12
DESK, LIST = "/admin/articles/flag/", "/admin/articles/article/"
QUERIES = (
    *("", "severity=blocker", "kind=overstated", "kind=retracted-source", "state=mended", "state=all"),
    *("waiting=author", "waiting=editor", "waiting=reviewer", "waiting=me", "age=older", "age=day"),
    *("author={author}", "product={product}", "article={newest}", "q=migraine", "q=migraine+%2212345%22"),
    *("severity=note&waiting=editor&age=older", "kind=overstated&author={author}&q=zinc", "after={half}"),
)
ARTICLES = ("", "q=part+777", "status__exact=draft", "blocked=yes", "blocked=no", "p=2")


def measure(client: Client, address: str) -> None:
    first = client.get(address)
    assert first.status_code == 200, address
    with as_served():
        taken, before = [], spent()
        for _ in range(TIMES):
            began = time.perf_counter()
            client.get(address)
            taken.append(1000 * (time.perf_counter() - began))
        here, there = ((now - then) / TIMES for now, then in zip(spent(), before, strict=True))
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    p95 = quantiles(taken, n=20, method="inclusive")[18]
    words = address.replace("/admin/articles", "")
    say(words[:58], f"{sorted(taken)[TIMES // 2]:.0f}, p95 {p95:.0f} ms")
    say("", f"{len(asked)} queries, {len(first.content) / 1000:.0f} kB")
    say("", f"processor a request: {here:.0f} ms here, {there:.0f} ms in the database")


@pytest.mark.django_db
def test_the_desk(client: Client) -> None:
    began = time.perf_counter()
    given = fill(FLAGS)
    say(f"{FLAGS:,} flags in {given['articles']:,} articles, made in", f"{time.perf_counter() - began:.0f} s")
    given["half"] = f"{given['newest'] - given['articles'] // 2}-4-1-5"
    client.force_login(User.objects.create_superuser("chief", password="password"))
    for query in QUERIES:
        measure(client, f"{DESK}?{query.format(**given)}")
    flag = Flag.objects.open().filter(article=given["newest"]).in_reading_order().first()
    measure(client, f"{DESK}{flag.pk}/change/")
    measure(client, f"{DESK}{flag.pk}/panel/")
    measure(client, f"{DESK}figures/")
    measure(client, f"{LIST}{given['newest']}/change/")
    for query in ARTICLES:
        measure(client, f"{LIST}?{query}")
