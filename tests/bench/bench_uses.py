"""`make bench`: where works are used and how the library is filtered, in a library of 200,000 works
(BENCH_WORKS) and a newsroom of a hundredth as many articles, with 30 works each and three revisions. Figures are
printed, nothing is asserted."""

from __future__ import annotations

import os
import time
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from articles.models import ArticleCitation
from articles.newsroom.work_uses import cited_works, uses_of
from tests.articles.factories import make_citation, make_user
from tests.bench.bench_speed import best_of, say

WORKS = int(os.environ.get("BENCH_WORKS", "200000"))
ARTICLES, EACH, REVISIONS = max(20, WORKS // 100), 30, 3
LIST = "/admin/citations/citation/"
QUERIES = (
    *("", "q=number+777", "design=rct", "status=retracted", "age=older", "age=unknown", "added=30"),
    *("missing=abstract", "missing=size", "missing=funding", "missing=authors", "missing=identifier"),
    *("missing=abstract&missing=design&missing=year", "completion=unasked", "used=yes", "used=page", "used=no"),
    *("design=rct&missing=abstract&used=yes&q=777", "o=6"),
)
MADE_WORKS = """
INSERT INTO citations_citation (
    title, families, year, container, kind, fingerprint, doi, raw, csl, nct, url, archived_url, link_dead, design,
    sample_size, species, population, outcome, funding, conflicts, seller_funded, preprint, peer_reviewed,
    publication_types, mesh, registration, risk_of_bias, disputed_by, abstract, facts_from, status, status_checked,
    status_sources, created_at, updated_at
)
SELECT CASE WHEN n %% 997 = 0 THEN '10.5555/work.' || n || ' (title not yet known)' ELSE 'Work number ' || n END,
    CASE WHEN n %% 211 = 0 THEN '{}'::varchar[] ELSE ARRAY['Author' || n, 'Second'] END,
    CASE WHEN n %% 307 = 0 THEN NULL ELSE 1980 + n %% 47 END, 'Journal ' || n %% 5000, 'article-journal',
    md5(n::text), CASE WHEN n %% 20 = 0 THEN NULL ELSE '10.5555/work.' || n END, '',
    jsonb_build_object('type', 'article-journal', 'publisher', 'House ' || n %% 300, 'author',
        jsonb_build_array(jsonb_build_object('family', 'Author' || n, 'given', 'Ann'))), '',
    '', '', n %% 1501 = 0, CASE n %% 4 WHEN 0 THEN '' WHEN 1 THEN 'rct' WHEN 2 THEN 'cohort' ELSE 'opinion' END,
    CASE WHEN n %% 3 = 0 THEN NULL ELSE n %% 900 + 1 END, '', '', '', CASE WHEN n %% 2 = 0 THEN '' ELSE 'A fund' END,
    '', false, n %% 61 = 0, CASE WHEN n %% 5 = 0 THEN NULL ELSE true END, '{Journal Article}', '{Humans}', '', 0, '',
    CASE WHEN n %% 7 = 0 THEN '' ELSE repeat('An abstract says what was done and found. ' || md5(n::text), 18) END,
    '{}', CASE n %% 1000 WHEN 0 THEN 'retracted' WHEN 1 THEN 'concern' ELSE 'not-checked' END, now(), '', now(),
    now() - n * interval '1 minute'
FROM generate_series(1, %s) AS n
"""
MADE_ARTICLES = """
INSERT INTO articles_article (title, slug, standfirst, body, status, market, advice_notice, version, assessed_engine,
    assessment_error, created_at, modified_at, published_at)
SELECT 'Article ' || n, 'article-' || n, '', '', 'draft', 'US', true, 1, '', '', now(), now(), now()
FROM generate_series(1, %s) AS n
"""
# The first of its works is the same in all articles.
MADE_LISTS = """
INSERT INTO articles_articlecitation (article_id, citation_id, key, "order")
SELECT a.id, CASE WHEN i = 1 THEN %(shared)s ELSE %(shared)s + 1 + (a.id * 31 + i * 101) %% (%(works)s - 100) END,
    'k' || i, i
FROM articles_article a CROSS JOIN generate_series(1, %(each)s) AS i ON CONFLICT DO NOTHING
"""
MADE_CLAIMS = """
INSERT INTO articles_claim (article_id, index, paragraph, start, "end", text, prefix, suffix, is_claim, kinds, wording,
    level, reasons, suggested, current, fingerprint, occurrence, band)
SELECT a.id, i, i, i * 10, i * 10 + 9, 'A sentence of some length that claims something, number ' || i, '', '', true,
    '{efficacy}', 'causal', 'moderate', '[]', '{}', true, md5(i::text), 0, 'sure'
FROM articles_article a CROSS JOIN generate_series(1, %(each)s) AS i
"""
MADE_LINKS = """
INSERT INTO articles_claimlink (claim_id, article_citation_id, how, mention)
SELECT c.id, ac.id, 'marker', '' FROM articles_claim c
JOIN articles_articlecitation ac ON ac.article_id = c.article_id AND ac."order" = c.index
"""
MADE_FLAGS = """
INSERT INTO articles_flag (article_id, article_citation_id, fingerprint, code, severity, state, place, message, reader,
    standard, facts, first_raised, band)
SELECT article_id, id, md5(id::text), 'outdated-source', 'note', 'open', 0, 'Old.', '', '', '{}', now(), 'sure'
FROM articles_articlecitation WHERE "order" %% 3 = 0
"""
MADE_REVISIONS = """
INSERT INTO articles_revision (article_id, number, draft_version, title, standfirst, body, html, contributors, topics,
    citations, disclosures, claims, flags, decisions, summary, dates, advice_notice, market, engine_version,
    content_hash, change_note, basis, created_by_id, created_at, approved_by_id, approved_at, published_at)
SELECT a.id, v, 1, a.title, '', '', '', '[]', '[]', list.rows, '[]', '[]', '[]', '[]', '{}', '{}', true, 'US', 'test',
    '', '', '{}', %(maker)s, now(), %(approver)s, now(), now()
FROM articles_article a CROSS JOIN generate_series(1, %(revisions)s) AS v CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object(
        'work', CASE WHEN ac.id %% 50 > 0 THEN ac.citation_id END, 'key', ac.key, 'number', ac."order",
        'doi', coalesce(c.doi, ''), 'pmid', '',
        'title', 'Work number ' || ac.citation_id, 'authors', jsonb_build_array('Author A', 'Author B', 'Author C'),
        'byline', 'Author and others', 'container', 'Journal', 'year', 2019, 'design', 'rct', 'status', 'none-found',
        'funding', md5(ac.id::text) || md5(v::text), 'flags', '[]'::jsonb, 'used_in', jsonb_build_array(ac."order")
    ) ORDER BY ac."order") AS rows FROM articles_articlecitation ac
    JOIN citations_citation c ON c.id = ac.citation_id WHERE ac.article_id = a.id
) list
"""
MADE_LIVE = """
UPDATE articles_article a SET live_revision_id = r.id, status = 'published'
FROM articles_revision r WHERE r.article_id = a.id AND r.number = %(revisions)s
"""
TABLES = ("citations_citation", "articles_article", "articles_articlecitation", "articles_claim", "articles_claimlink",
          "articles_flag", "articles_revision")  # fmt: skip


def fill() -> int:
    """The rows; the number of the work that every article lists."""
    shared = make_citation(title="The work that all articles list").pk
    given: dict[str, Any] = {"shared": shared, "each": EACH, "works": WORKS, "revisions": REVISIONS}
    given |= {"maker": make_user().pk, "approver": make_user().pk}
    with connection.cursor() as cursor:
        cursor.execute(MADE_WORKS, [WORKS])
        cursor.execute(MADE_ARTICLES, [ARTICLES])
        for statement in (MADE_LISTS, MADE_CLAIMS, MADE_LINKS, MADE_FLAGS, MADE_REVISIONS):
            cursor.execute(statement, given)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        # Nobody approved these pages, which the gate would not let pass.
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(MADE_LIVE, given)
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
        for table in TABLES:
            cursor.execute(f"ANALYZE {table}")
    return int(shared)


@pytest.mark.django_db
def test_uses(client: Client, superuser: User) -> None:
    began = time.perf_counter()
    shared = fill()
    say(f"{WORKS:,} works, {ARTICLES:,} articles made", f"{time.perf_counter() - began:.0f} s")
    one = ArticleCitation.objects.exclude(citation=shared).order_by("pk").values_list("citation", flat=True)[7]
    say("a work in one article", f"{best_of(lambda: uses_of(one)) * 1000:.0f} ms")
    say(f"a work in {ARTICLES:,} articles", f"{best_of(lambda: uses_of(shared), 3) * 1000:.0f} ms")
    for order in ("articles", "claims", "title"):
        took = best_of(lambda order=order: cited_works(order=order), 3)  # type: ignore[misc]
        say(f"{cited_works(order=order)[0]:,} works cited, by {order}", f"{took * 1000:.0f} ms")
    client.force_login(superuser)
    for query in QUERIES:
        address = f"{LIST}?{query}"
        took = best_of(lambda address=address: client.get(address), 3)  # type: ignore[misc]
        with CaptureQueriesContext(connection) as asked:
            found = client.get(address).context["cl"].result_count
        say(f"{query or 'all works'}: {found:,}, {len(asked)} queries", f"{took * 1000:.0f} ms")
