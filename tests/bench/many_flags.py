"""A newsroom of many articles and flags, made in SQL: ten flags for each article, on sentences of their own."""

from __future__ import annotations

from typing import Any

from django.db import connection

from tests.articles import factories

EACH = 10
PEOPLE = """
INSERT INTO articles_contributor (name, slug, credentials, field, employer, bio, photo, interests, interests_text)
SELECT 'Person ' || n, 'many-' || n, 'MD', '', '', '', '', 'none', '' FROM generate_series(1, %(people)s) AS n
"""
ARTICLES = """
INSERT INTO articles_article (title, slug, standfirst, body, status, market, advice_notice, version, assessed_version,
    assessed_engine, assessment_error, created_by_id, modified_by_id, created_at, modified_at)
SELECT (ARRAY['Sleep', 'Zinc', 'Knees', 'Ginger', 'Salt'])[1 + n %% 5] || ' and health, part ' || n, 'many-' || n, '',
    'A text.',
    (ARRAY['draft', 'draft', 'in-review', 'changes-requested', 'draft', 'approved', 'draft', 'draft', 'draft',
        'in-review'])[1 + n %% 10],
    'US', true, 1, 1, 'test-1', '', %(maker)s, %(maker)s, now() - n * interval '1 minute',
    now() - n * interval '1 minute'
FROM generate_series(1, %(articles)s) AS n
"""
CREDITS = """
INSERT INTO articles_articlecontributor (article_id, contributor_id, role, "order")
SELECT a.id, (SELECT min(id) FROM articles_contributor WHERE slug = 'many-1') + a.id %% %(people)s, 'author', 0
FROM articles_article a WHERE a.slug LIKE 'many-%%'
"""
DISCLOSURES = """
INSERT INTO products_productdisclosure (article_id, product_id, tie, author_tie, wording, market, disclaimer,
    advertisement)
SELECT a.id, %(product)s, 'own', 'None', '', 'US', true, '' FROM articles_article a
WHERE a.slug LIKE 'many-%%' AND a.id %% 97 = 0
"""
CLAIMS = """
INSERT INTO articles_claim (article_id, index, paragraph, start, "end", text, prefix, suffix, is_claim, kinds, wording,
    level, reasons, suggested, current, fingerprint, occurrence, band)
SELECT a.id, i, i / 4, i * 90, i * 90 + 80, 'Sentence ' || i || ' of article ' || a.id || ' says that ' ||
    (ARRAY['zinc', 'sleep', 'ginger', 'salt', 'milk'])[1 + (a.id * 7 + i) %% 5] || ' prevents ' ||
    (ARRAY['colds', 'pain', 'flu', 'eczema', 'migraine', 'gout'])[1 + (a.id + i * 5) %% 6] || ' in most people.',
    '', '', true, '{efficacy}', 'causal', 'none', '[]', '{}', true, md5(a.id || '-' || i), 0, 'sure'
FROM articles_article a CROSS JOIN generate_series(0, %(each)s - 1) AS i WHERE a.slug LIKE 'many-%%'
"""
# Of ten flags four are open; severities and kinds as a newsroom has them, one kind rare.
FLAGS = """
INSERT INTO articles_flag (article_id, claim_id, fingerprint, code, severity, state, place, words, asked, message,
    reader, standard, facts, first_raised, closed_at, band)
SELECT c.article_id, c.id, md5('f' || c.id),
    CASE WHEN c.id %% 50021 = 0 THEN 'retracted-source' ELSE (ARRAY['missing-citation', 'overstated', 'weak-evidence',
        'outdated-source', 'missing-citation', 'vague-attribution', 'relative-effect-only'])[1 + c.id %% 7] END,
    (ARRAY['blocker', 'warning', 'warning', 'note', 'warning', 'note', 'note'])[1 + c.id %% 7],
    (ARRAY['open', 'mended', 'open', 'accepted', 'void', 'open', 'mended', 'fixed', 'open',
        'mended'])[1 + c.index %% 10],
    c.index, c.text,
    CASE WHEN c.index = 2 AND c.article_id %% 9 = 0 THEN 'refer' WHEN c.index = 0 AND c.article_id %% 5 = 0
        THEN 'ask-source' ELSE '' END,
    'Say where this comes from.', 'No source given', 'JAMA attribution', '{}',
    now() - (c.id %% 200) * interval '1 day',
    CASE WHEN c.index %% 10 IN (0, 2, 5, 8) THEN NULL ELSE now() - (c.id %% 190) * interval '1 day' END, 'sure'
FROM articles_claim c JOIN articles_article a ON a.id = c.article_id WHERE a.slug LIKE 'many-%%'
"""
TABLES = ("articles_article", "articles_articlecontributor", "articles_claim", "articles_contributor", "articles_flag",
          "products_productdisclosure")  # fmt: skip


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
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
        for statement in (PEOPLE, ARTICLES, CREDITS, DISCLOSURES, CLAIMS, FLAGS):
            cursor.execute(statement, given)
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
        for table in TABLES:
            cursor.execute(f"ANALYZE {table}")
        cursor.execute("SELECT min(contributor_id), max(article_id) FROM articles_articlecontributor")
        given["author"], given["newest"] = cursor.fetchone()
    return given
