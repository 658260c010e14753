"""`make bench`: search over 20,000 articles with 400,000 claims, and lists of 100,000 articles.

The rows are made by the database out of words of health, some of them common and most of them rare, past the guards of
the log (as a superuser, for the bench alone). Printed: the middle and the 95th percentile of each page as readers get
it, template included, in time that passes and in time of the processor (`spent`), and the first page of a list beside
its 1,000th.
No page is kept: each is rendered anew, as only the first reader after a change waits for it.
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from statistics import median, quantiles
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.finding import lists, search
from articles.finding.places import Place
from articles.finding.synonyms import GROUPS
from articles.models import Article, Contributor, FoundArticle, FoundClaim, Topic
from articles.reader.api.questions import EPOCH
from citations.models import Citation
from tests.articles.finding.filling import fill
from tests.articles.finding.last_questions import LAST
from tests.articles.finding.questions import QUESTIONS
from tests.articles.finding.texts import TEXTS
from tests.articles.finding.unseen_questions import UNSEEN
from tests.bench.spent import as_served, spent

SEARCHED, CLAIMS, LISTED = 20_000, 20, 100_000
SYLLABLES = [
    "ba",
    "ce",
    "di",
    "fo",
    "gu",
    "la",
    "me",
    "ni",
    "po",
    "ru",
    "sa",
    "te",
    "vi",
    "xo",
    "zy",
    "tri",
    "gen",
    "lor",
    "min",
    "ast",
    "ped",
    "car",
    "vas",
    "phe",
    "myo",
]
TIMES, READS = 60, 20
LANES, STEP = 3, 1_000
STREAM = 4_000
"""Words that texts are cut out of; common ones come often in it, as in any language."""


def words() -> list[str]:
    """3,000 words: those of the own texts and of other names first, which are common, then made-up ones."""
    chance = random.Random(1)
    names = [name.strip() for line in GROUPS.splitlines() for name in line.split(",")]
    texts = [" ".join((t[2], t[3], *t[4])) for t in TEXTS]
    real = re.findall(r"[a-z]{3,}", " ".join([*texts, *dict.fromkeys(names)]).lower())
    made = {"".join(chance.choices(SYLLABLES, k=chance.choice((3, 4)))) for _ in range(4000)}
    # The words of the questions are spread over the whole, so that answers have to be told from much that is alike.
    mixed = [*dict.fromkeys(real), *sorted(made)][:3000]
    chance.shuffle(mixed)
    return mixed


@contextmanager
def without_guards() -> Iterator[Any]:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SELECT setseed(0.5)")
        yield cursor
        cursor.execute("SET session_replication_role = DEFAULT")


FILLED = (
    "articles_article",
    "articles_revision",
    "articles_foundarticle",
    "articles_foundclaim",
    "articles_foundword",
    "articles_listed",
)
SAID = (
    "(SELECT array_to_string(w[o:o + {long} - 1], ' ') FROM (SELECT 1 + floor(random() * {of})::int + 0 * n AS o) AS x)"
)
# The function stands in FROM: `(function(…)).*` would call it anew for each column.
ARTICLES = """
INSERT INTO articles_article SELECT a.* FROM
    (SELECT x AS a FROM articles_article AS x WHERE live_revision_id IS NOT NULL ORDER BY id LIMIT 1) AS t,
    generate_series(%s, %s) AS n, jsonb_populate_record(t.a, jsonb_build_object('id', 1000000 + n,
        'slug', 'made-' || n, 'live_revision_id', 1000000 + n,
        'published_at', timestamptz '2001-01-01' + n * interval '2 hours',
        'updated_at', timestamptz '2001-01-01' + n * interval '2 hours')) AS a
"""
REVISIONS = """
INSERT INTO articles_revision SELECT r.* FROM
    (SELECT v AS r FROM articles_revision AS v JOIN articles_article AS a ON a.live_revision_id = v.id
        ORDER BY a.id LIMIT 1) AS t,
    (SELECT %s::text[] AS w) AS w, generate_series(%s, %s) AS n,
    jsonb_populate_record(t.r, jsonb_build_object('id', 1000000 + n,
        'article_id', 1000000 + n, 'title', {title}, 'standfirst', '', 'body', '', 'html', '',
        'topics', jsonb_build_array(jsonb_build_object('name', 'Made ' || n %% 50, 'slug', 'made-' || n %% 50),
            jsonb_build_object('name', 'All made', 'slug', 'made-all')),
        'contributors', jsonb_build_array(
            jsonb_build_object('name', 'P ' || n %% 90, 'slug', 'p-' || n %% 90, 'role', 'author'),
            jsonb_build_object('name', 'P of all', 'slug', 'p-all', 'role', 'reviewer')),
        'citations', jsonb_build_array(
            jsonb_build_object('work', {work}, 'number', 1, 'title', 'Made', 'used_in', '[]'::jsonb)),
        'claims', {claims})) AS r
"""
# All words are there before several connections come with them: none waits for another.
WORDS = """
INSERT INTO articles_foundword (word, stem)
    SELECT word, coalesce((tsvector_to_array(to_tsvector('english', word)))[1], '') FROM unnest(%s::text[]) AS word
    WHERE word ~ '^[a-z]{3,30}$' ON CONFLICT DO NOTHING
"""
FIND = """
SELECT count(articles_find(id, live_revision_id, published_at)) FROM articles_article WHERE id >= %s AND id < %s
"""
CLAIM = """(SELECT jsonb_agg(jsonb_build_object('index', i, 'is_claim', true, 'support', 'supported',
    'flags', '[]'::jsonb, 'sources', '[]'::jsonb,
    'level', (ARRAY['strong', 'moderate', 'weak', 'very-weak', 'none'])[1 + (n + i) % 5],
    'text', (SELECT array_to_string(w[o:o + 5] || w[p:p + 5], ' ') FROM (
        SELECT 1 + floor(random() * {of})::int + 0 * (n + i) AS o,
            1 + floor(random() * {of})::int + 0 * (n + i) AS p) AS x))) FROM generate_series(0, {most}) AS i)"""


@contextmanager
def indexes_built_after(cursor: Any, *tables: str) -> Iterator[None]:
    """Without the indexes of words while rows come in: built once over all rows they cost a fraction."""
    cursor.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename = ANY(%s) "
        "AND indexdef LIKE '%% USING gin %%'",
        [list(tables)],
    )
    indexes = cursor.fetchall()
    for name, _ in indexes:
        cursor.execute(f'DROP INDEX "{name}"')
    try:
        yield
    finally:
        cursor.execute("SET maintenance_work_mem = '256MB'")
        for _, definition in indexes:
            cursor.execute(definition)


def find(begin: int) -> None:
    """Feeds the search with some of the articles, as publishing each would, in a thread and connection of its own."""
    try:
        with without_guards() as cursor:
            cursor.execute(FIND, [1_000_000 + begin, min(1_000_000 + begin + STEP, 1_000_001 + LISTED)])
    finally:
        connection.close()


def make(list_of_words: list[str]) -> tuple[str, int]:
    """A word that many texts hold, and the work that all of them list."""
    for key in (*range(50), "all"):
        Topic.objects.create(slug=f"made-{key}", name=f"Made {key}", description="Made for the bench.")
    for key in (*range(90), "all"):
        Contributor.objects.create(slug=f"p-{key}", name=f"P {key}", credentials="RD")
    work = Citation.objects.create(title="Made", fingerprint="made for the bench").pk
    chance = random.Random(3)
    stream = [list_of_words[int(chance.random() ** 3.2 * len(list_of_words))] for _ in range(STREAM)]
    of = STREAM - 20
    title = SAID.format(of=of, long=6)
    claim = CLAIM.format(of=of, most=CLAIMS - 1).replace("%", "%%")
    with without_guards() as cursor, indexes_built_after(cursor, *FILLED):
        for begin, end, claims in ((1, SEARCHED, claim), (SEARCHED + 1, LISTED, "'[]'::jsonb")):
            cursor.execute(REVISIONS.format(title=title, claims=claims, work=work), [stream, begin, end])
            cursor.execute(ARTICLES, [begin, end])
        cursor.execute(WORDS, [list_of_words])
        with ThreadPoolExecutor(LANES) as lanes:
            list(lanes.map(find, range(1, LISTED + 1, STEP)))
    with connection.cursor() as cursor:
        for table in FILLED:
            cursor.execute(f"VACUUM ANALYZE {table}")
    return Counter(word for word in stream if len(word) > 5).most_common(1)[0][0], work


def timed(work: Callable[[int], object], times: int = 0) -> list[tuple[float, float]]:
    """Milliseconds that passed and those of processor, here and in the database, each time."""
    work(0)
    taken = []
    for number in range(times or TIMES):
        began, used = time.perf_counter(), sum(spent())
        work(number)
        taken.append(((time.perf_counter() - began) * 1000, sum(spent()) - used))
    return taken


def say(what: str, taken: list[tuple[float, float]], asked: str = "") -> None:
    told = [f"{median(one):>8.1f} {quantiles(one, n=20)[-1]:>8.1f}" for one in zip(*taken, strict=True)]
    print(f"  {what:<40}{told[0]}   processor {told[1]}   {asked}")  # noqa: T201


@pytest.mark.django_db(transaction=True)
def test_finding(client: Client) -> None:
    with transaction.atomic():
        fill()
    began = time.perf_counter()
    common, work = make(words())
    print(f"\n  made in {time.perf_counter() - began:.0f} s; milliseconds: median and at 95 %")  # noqa: T201
    with as_served():
        measure(client, common, work)


def measure(client: Client, common: str, work: int) -> None:
    print(f"  {FoundArticle.objects.count():,} articles, {FoundClaim.objects.count():,} claims")  # noqa: T201
    searches(client)
    quality()
    part = re.findall(r"/sitemap-articles-\d+\.xml", client.get("/sitemap.xml").content.decode())[-1]
    pages(
        client,
        "page",
        {
            **{"all": "/", "topic": "/topics/made-7/", "person": "/people/p-7/", "month": "/archive/2001/1/"},
            **{
                "topic of all": "/topics/made-all/",
                "person of all": "/people/p-all/",
                "work of all": f"/works/{work}/",
            },
            **{"archive": "/archive/", "topics": "/topics/", "people": "/people/", "corrections": "/corrections/"},
            **{"feed": "/feed/", "Atom": "/feed/atom/", "JSON feed": "/feed/json/"},
            **{"sitemap": "/sitemap.xml", "sitemap, part": part, "figures": "/how-we-work/figures/"},
            **{f"API, {name}": f"/api/v1/{name}" for name in ("articles", "claims", "works", "corrections")},
            f"search for {common}": f"/search/?q={common}",
        },
    )
    deep = place_of(10_000)  # articles, ten on a page
    pages(
        client,
        "page 1,000",
        {
            **{"all": f"/?after={deep}", "topic of all": f"/topics/made-all/?after={deep}"},
            **{"person of all": f"/people/p-all/?after={deep}", "work of all": f"/works/{work}/?after={deep}"},
            "last of a year": f"/archive/2001/?after={place_of(10_000, 2001)}",
            f"search for {common}": f"/search/?q={common}&after=e.{match_of(common, 10_000)}",
            "API, articles": f"/api/v1/articles?cursor={cursor_of(deep)}",
            "API, claims": f"/api/v1/claims?cursor={1_000_000 + SEARCHED // 2}.3",
        },
    )
    say("rows: all, page 1", timed(lambda _: lists.newest(length=10), 30))
    say("rows: all, page 1,000", timed(lambda _: lists.newest(length=10, after=deep), 30))


def searches(client: Client) -> None:
    chance = random.Random(2)
    asked = [" ".join(chance.sample(words(), chance.choice((1, 2, 2, 3)))) for _ in range(TIMES)]
    people = [question for question, _ in QUESTIONS][:TIMES]
    wanted = "asked: 20 and 60"
    say("search of articles, made-up questions", timed(lambda n: search.articles(asked[n])), wanted)
    say("search of articles, questions of people", timed(lambda n: search.articles(people[n])), wanted)
    say("search of claims, made-up questions", timed(lambda n: search.claims(asked[n])), wanted)
    say("search of claims, questions of people", timed(lambda n: search.claims(people[n])), wanted)
    say("page of a search of articles", timed(lambda n: client.get("/search/", {"q": people[n]})), "asked: 100")
    say("page of a search of claims", timed(lambda n: client.get("/claims/", {"q": people[n]})), "asked: 100")


def pages(client: Client, which: str, addresses: dict[str, str]) -> None:
    for name, address in addresses.items():
        with CaptureQueriesContext(connection) as asked:
            read(client, address)
        queries = len(asked)  # the next request empties the log
        taken = timed(lambda _, a=address: read(client, a), READS)
        say(f"{which}: {name}", taken, f"{queries} queries; asked: 100")


def read(client: Client, address: str) -> None:
    """A page that is not there would be fast."""
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)


def place_of(passed: int, year: int | None = None) -> str:
    """The place in the list of all, or of a year, behind so many articles."""
    rows = FoundArticle.objects.filter(published_at__year=year) if year else FoundArticle.objects.all()
    passed = min(passed, rows.count() - 20)  # a year has fewer than a thousand pages
    return str(Place(*rows.order_by("-published_at").values_list("published_at", "pk")[passed]))


def cursor_of(place: str) -> str:
    """The same place as the API writes it."""
    at = Place.read(place)
    return f"{(at.at - EPOCH) // timedelta(microseconds=1)}.{at.number}"


def match_of(word: str, passed: int) -> str:
    """The place of the match of a word behind so many newer ones, or the last that leaves a page."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT published_at, article_id FROM articles_foundarticle WHERE words @@ to_tsquery('english', %s) "
            "ORDER BY published_at DESC, article_id DESC LIMIT %s",
            [word, passed],
        )
        found = cursor.fetchall()
    print(f"  the word {word} has {len(found):,} matches or more")  # noqa: T201
    return str(Place(*found[-20]))


def quality() -> None:
    """The questions among all that was made up: half of the made-up words are those of the questions."""
    slugs = dict(Article.objects.exclude(slug__startswith="made-").values_list("pk", "slug"))
    for name, questions in (("questions of people", QUESTIONS), ("thirty others", UNSEEN), ("thirty last", LAST)):
        found = 0
        for question, answers in questions:
            first = [slugs.get(number) for number in search.articles(question).numbers[:3]]
            found += bool(set(first) & set(answers))
        print(f"  {name}, answered in the first three    {found} of {len(questions)}")  # noqa: T201
