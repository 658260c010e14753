"""The statements by which the database fills the tables that are searched, whenever what is live changes.

They run in the transaction of the change and as the tables' owner, so that no path publishes past the search and the
site's own account cannot write what readers find. `stored.triggers` puts them in place after each migration.
"""

from __future__ import annotations

FIXED = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp"

FOLD = """
CREATE OR REPLACE FUNCTION {s}.articles_folded(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT translate(regexp_replace(normalize(lower(coalesce(words, '')), NFKD), '[\\u0300-\\u036f\\u00ad\\u200b]', '', 'g'),
        '-‐‑–—/_*’', '        ''')
$$;
"""
# Marks of Markdown that are no words: keys of works, addresses behind links, footnotes.
PROSE = """
CREATE OR REPLACE FUNCTION {s}.articles_prose(body text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT regexp_replace(left(coalesce(body, ''), 300000), '\\[[^\\[\\]]*@[^\\[\\]]*\\]|\\[\\^[^\\]]*\\]|\\]\\([^)]*\\)|https?://\\S+',
        ' ', 'g')
$$;
"""
FIND = """
CREATE OR REPLACE FUNCTION {s}.articles_find(article bigint, live bigint, published timestamptz) RETURNS void {fixed} AS $$
#variable_conflict use_column
DECLARE
    v {s}.articles_revision%ROWTYPE;
    heading tsvector;
    top tsvector;
    said text;
BEGIN
    DELETE FROM {s}.articles_foundarticle AS f WHERE f.article_id = article;
    DELETE FROM {s}.articles_foundclaim AS f WHERE f.article_id = article;
    DELETE FROM {s}.articles_listed AS f WHERE f.article_id = article;
    SELECT * INTO v FROM {s}.articles_revision AS r WHERE r.id = live;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    published := coalesce(published, v.published_at, v.created_at);
    INSERT INTO {s}.articles_listed (article_id, kind, key, name, published_at)
        SELECT DISTINCT ON (k, s) article, k, s, left(coalesce(n, ''), 250), published FROM (
            SELECT 'topic' AS k, t->>'slug' AS s, t->>'name' AS n
                FROM jsonb_array_elements(CASE jsonb_typeof(v.topics) WHEN 'array' THEN v.topics ELSE '[]' END) AS t
            UNION ALL SELECT 'person', p->>'slug', p->>'name' FROM
                jsonb_array_elements(CASE jsonb_typeof(v.contributors) WHEN 'array' THEN v.contributors ELSE '[]' END) AS p
            UNION ALL SELECT 'work', w->>'work', '' FROM
                jsonb_array_elements(CASE jsonb_typeof(v.citations) WHEN 'array' THEN v.citations ELSE '[]' END) AS w
        ) AS things WHERE length(s) BETWEEN 1 AND 120 ORDER BY k, s, n;
    heading := to_tsvector('english', {s}.articles_folded(v.title));
    top := setweight(heading, 'A')
        || setweight(to_tsvector('english', {s}.articles_folded(v.standfirst)), 'B')
        || setweight(to_tsvector('english', {s}.articles_folded((
            SELECT string_agg(l.name, ' . ') FROM {s}.articles_listed AS l WHERE l.article_id = article AND l.kind = 'topic'
        ))), 'B')
        || setweight(to_tsvector('english', {s}.articles_folded((
            SELECT string_agg(l.name, ' . ') FROM {s}.articles_listed AS l WHERE l.article_id = article AND l.kind = 'person'
        ))), 'C');
    said := {s}.articles_folded({s}.articles_prose(v.body));
    INSERT INTO {s}.articles_foundarticle (article_id, published_at, reviewed_on, next_review, levels, head, words)
        VALUES (article, published, CASE
            WHEN v.contributors @> '[{{"role": "reviewer"}}]' THEN left(coalesce(v.dates->>'reviewed_on', ''), 10) ELSE ''
        END, left(coalesce(v.dates->>'next_review', ''), 10), coalesce((
            SELECT array_agg(DISTINCT left(c->>'level', 12))
            FROM jsonb_array_elements(CASE jsonb_typeof(v.claims) WHEN 'array' THEN v.claims ELSE '[]' END) AS c
            WHERE c->'is_claim' = 'true' AND c->>'level' IS NOT NULL
        ), '{{}}'), top, top || setweight(to_tsvector('english', said), 'D'));
    INSERT INTO {s}.articles_foundclaim (article_id, index, text, support, level, published_at, words)
        SELECT article, (c->>'index')::int, c->>'text', left(coalesce(c->>'support', 'none'), 12),
            left(coalesce(c->>'level', 'none'), 12), published,
            setweight(to_tsvector('english', {s}.articles_folded({s}.articles_prose(c->>'text'))), 'A')
                || setweight(heading, 'D')
        FROM jsonb_array_elements(CASE jsonb_typeof(v.claims) WHEN 'array' THEN v.claims ELSE '[]' END) AS c
        WHERE c->'is_claim' = 'true' AND c->>'text' IS NOT NULL ORDER BY (c->>'index')::int;
    -- In the order of the alphabet, so that two who publish at once wait for each other and never in a circle.
    INSERT INTO {s}.articles_foundword (word, stem)
        SELECT lexeme, coalesce((tsvector_to_array(to_tsvector('english', lexeme)))[1], '') FROM unnest(
            to_tsvector('simple', {s}.articles_folded(concat_ws(' ', v.title, v.standfirst)) || ' ' || said)
        ) WHERE lexeme ~ '^[a-z]{{3,30}}$' ORDER BY lexeme
        ON CONFLICT DO NOTHING;
END
$$;
"""
ROW = """
CREATE OR REPLACE FUNCTION {s}.articles_found() RETURNS trigger {fixed} AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        PERFORM {s}.articles_find(OLD.id, NULL, NULL);
        RETURN OLD;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF (NEW.live_revision_id, NEW.published_at) IS NOT DISTINCT FROM (OLD.live_revision_id, OLD.published_at) THEN
            RETURN NEW;
        END IF;
    END IF;
    IF NEW.live_revision_id IS NOT NULL OR TG_OP = 'UPDATE' THEN
        PERFORM {s}.articles_find(NEW.id, NEW.live_revision_id, NEW.published_at);
    END IF;
    RETURN NEW;
END
$$;
"""
TRIGGERS = {
    "articles_article.articles_found": (
        "CREATE OR REPLACE TRIGGER articles_found AFTER INSERT OR UPDATE ON {s}.articles_article "
        "FOR EACH ROW EXECUTE FUNCTION {s}.articles_found()"
    ),
    "articles_article.articles_found_no_more": (
        "CREATE OR REPLACE TRIGGER articles_found_no_more BEFORE DELETE ON {s}.articles_article "
        "FOR EACH ROW EXECUTE FUNCTION {s}.articles_found()"
    ),
}
AGAIN = """
SELECT {s}.articles_find(id, live_revision_id, published_at) FROM {s}.articles_article WHERE live_revision_id IS NOT NULL
"""
"""Fills the tables anew, where a release fills them in another way."""

TABLES = ("articles_foundarticle", "articles_foundclaim", "articles_foundword", "articles_listed")

MADE = {"articles_folded": FOLD, "articles_prose": PROSE, "articles_find": FIND, "articles_found": ROW}


def functions(schema: str) -> dict[str, str]:
    return {name: text.format(s=schema, fixed=FIXED) for name, text in MADE.items()}


def triggers(schema: str) -> dict[str, str]:
    return {name: text.format(s=schema) for name, text in TRIGGERS.items()}
