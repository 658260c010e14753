"""A newsroom of many articles and flags, made in SQL: ten flags for each article, on sentences of their own.

Each row is worked out from its number alone, without a join, and indexes that bind nothing are built when all rows are
there: a million flags with their articles and sentences take two minutes instead of a quarter of an hour.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from tests.articles import factories

EACH = 10
PEOPLE = """
INSERT INTO articles_contributor (id, name, slug, credentials, field, employer, bio, photo, interests, interests_text)
SELECT %(person)s + n, 'Person ' || n, 'many-' || n, 'MD', '', '', '', '', 'none', ''
FROM generate_series(1, %(people)s) AS n
"""
ARTICLES = """
INSERT INTO articles_article (id, title, slug, standfirst, body, status, market, advice_notice, version,
    assessed_version, assessed_engine, assessment_error, created_by_id, modified_by_id, created_at, modified_at)
SELECT %(article)s + n, (ARRAY['Sleep', 'Zinc', 'Knees', 'Ginger', 'Salt'])[1 + n %% 5] || ' and health, part ' || n,
    'many-' || n, '', 'A text.',
    (ARRAY['draft', 'draft', 'in-review', 'changes-requested', 'draft', 'approved', 'draft', 'draft', 'draft',
        'in-review'])[1 + n %% 10],
    'US', true, 1, 1, 'test-1', '', %(maker)s, %(maker)s, now() - n * interval '1 minute',
    now() - n * interval '1 minute'
FROM generate_series(1, %(articles)s) AS n
"""
CREDITS = """
INSERT INTO articles_articlecontributor (article_id, contributor_id, role, "order")
SELECT %(article)s + n, %(person)s + 1 + n %% %(people)s, 'author', 0 FROM generate_series(1, %(articles)s) AS n
"""
DISCLOSURES = """
INSERT INTO products_productdisclosure (article_id, product_id, tie, author_tie, wording, market, disclaimer,
    advertisement)
SELECT %(article)s + n, %(product)s, 'own', 'None', '', 'US', true, '' FROM generate_series(1, %(articles)s) AS n
WHERE n %% 97 = 0
"""
# The i-th sentence of the a-th article, and what both are called.
SENTENCES = """
FROM generate_series(0, %(articles)s * %(each)s - 1) AS s
CROSS JOIN LATERAL (SELECT 1 + s / %(each)s AS a, s %% %(each)s AS i, s + 1 AS c) AS at
CROSS JOIN LATERAL (SELECT 'Sentence ' || i || ' of article ' || a || ' says that ' ||
    (ARRAY['zinc', 'sleep', 'ginger', 'salt', 'milk'])[1 + (a * 7 + i) %% 5] || ' prevents ' ||
    (ARRAY['colds', 'pain', 'flu', 'eczema', 'migraine', 'gout'])[1 + (a + i * 5) %% 6] || ' in most people.' AS words
) AS says
"""
CLAIMS = f"""
INSERT INTO articles_claim (id, article_id, index, paragraph, start, "end", text, prefix, suffix, is_claim, kinds,
    wording, level, reasons, suggested, current, fingerprint, occurrence, band)
SELECT %(claim)s + c, %(article)s + a, i, i / 4, i * 90, i * 90 + 80, words, '', '', true, '{{efficacy}}', 'causal',
    'none', '[]', '{{}}', true, md5(a || '-' || i), 0, 'sure'
{SENTENCES}
"""
# Of ten flags four are open; severities and kinds as a newsroom has them, one kind rare.
FLAGS = f"""
INSERT INTO articles_flag (article_id, claim_id, fingerprint, code, severity, state, place, words, asked, message,
    reader, standard, facts, first_raised, closed_at, band)
SELECT %(article)s + a, %(claim)s + c, md5('f' || c),
    CASE WHEN c %% 50021 = 0 THEN 'retracted-source' ELSE (ARRAY['missing-citation', 'overstated', 'weak-evidence',
        'outdated-source', 'missing-citation', 'vague-attribution', 'relative-effect-only'])[1 + c %% 7] END,
    (ARRAY['blocker', 'warning', 'warning', 'note', 'warning', 'note', 'note'])[1 + c %% 7],
    (ARRAY['open', 'mended', 'open', 'accepted', 'void', 'open', 'mended', 'fixed', 'open', 'mended'])[1 + i %% 10],
    i, words,
    CASE WHEN i = 2 AND a %% 9 = 0 THEN 'refer' WHEN i = 0 AND a %% 5 = 0 THEN 'ask-source' ELSE '' END,
    'Say where this comes from.', 'No source given', 'JAMA attribution', '{{}}',
    now() - (c %% 200) * interval '1 day',
    CASE WHEN i %% 10 IN (0, 2, 5, 8) THEN NULL ELSE now() - LEAST(c %% 200, c %% 190) * interval '1 day' END,
    'sure'
{SENTENCES}
"""
TABLES = ("articles_article", "articles_articlecontributor", "articles_claim", "articles_contributor", "articles_flag",
          "products_productdisclosure")  # fmt: skip


# Those that no constraint stands on; the others refuse rows and stay.
INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = ANY(%s::regclass[]) AND NOT indisunique ORDER BY 1
"""
NUMBERED = {"person": "articles_contributor", "article": "articles_article", "claim": "articles_claim"}


def fill(flags: int) -> dict[str, Any]:
    """So many flags, in a tenth as many articles; some ids to ask for. Nobody raised them, so guards look away."""
    given = {
        "articles": flags // EACH,
        "people": max(10, flags // 1000),
        "each": EACH,
        "maker": factories.make_user().pk,
        "product": factories.make_product().pk,
    }
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        for name, table in NUMBERED.items():
            cursor.execute(f"SELECT COALESCE(max(id), 0) FROM {table}")
            given[name] = cursor.fetchone()[0]
        with _indexes_after(cursor):
            for statement in (PEOPLE, ARTICLES, CREDITS, DISCLOSURES, CLAIMS, FLAGS):
                cursor.execute(statement, given)
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
        for table in NUMBERED.values():
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
        for table in TABLES:
            cursor.execute(f"ANALYZE {table}")
        cursor.execute("SELECT min(contributor_id), max(article_id) FROM articles_articlecontributor")
        given["author"], given["newest"] = cursor.fetchone()
    return given


@contextmanager
def _indexes_after(cursor: CursorWrapper) -> Iterator[None]:
    """Builds the indexes of the tables at the end, as each was: row by row it takes five times as long."""
    cursor.execute(INDEXES, [list(TABLES)])
    indexes = cursor.fetchall()
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    yield
    for _, definition in indexes:
        cursor.execute(definition)
