"""The log takes no approval and no medical review of whoever declared an interest in a product or maker of the article.

Until here the services alone asked. `articles_interest` answers as `services.interests.interest_in` does; a test
compares the two. Names are compared by their words, without accents, marks and forms of companies, as there.
"""

from __future__ import annotations

from importlib import import_module

from django.db import migrations

sql = import_module("articles.migrations._sealed_log")
sealed = import_module("articles.migrations.0008_sealed_log")
filled, run = sealed.filled, sealed.run

PLAIN = r"""
CREATE OR REPLACE FUNCTION {s}.articles_plain(said text) RETURNS text
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT btrim(regexp_replace(replace(regexp_replace(regexp_replace(
        replace(lower(regexp_replace(normalize(said, NFKD), '[\u0300-\u036f]', '', 'g')), 'ß', 'ss'),
        '\m(\w)\.(?=\w\M)', '\1', 'g'), '[''’]s\M', '', 'g'), '&', ' and '), '\W+', ' ', 'g'))
$$;
"""
STANDS_IN = r"""
CREATE OR REPLACE FUNCTION {s}.articles_stands_in(named text, said text) RETURNS boolean
    LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT length(replace(words, ' ', '')) >= 3 AND strpos(' ' || said || ' ', ' ' || words || ' ') > 0
    FROM (SELECT regexp_replace({s}.articles_plain(named), '(?: (?:inc|incorporated|llc|ltd|limited|plc|corp|'
        'corporation|co|company|gmbh|ag|kg|sa|sas|srl|spa|nv|bv|ab|oy|as|aps|pty|group|holding|holdings))+$', ''
    )) AS name (words)
$$;
"""
INTEREST = """
CREATE OR REPLACE FUNCTION {s}.articles_interest(wanted bigint, person bigint) RETURNS text {fixed} AS $$
DECLARE
    declared text;
    words text;
BEGIN
    SELECT {s}.articles_plain(c.interests_text) INTO declared FROM {s}.articles_contributor AS c
        WHERE c.user_id = person AND c.interests = 'declared';
    IF NOT FOUND THEN
        RETURN '';
    END IF;
    SELECT {s}.articles_plain(concat_ws(' ', a.title, a.standfirst, a.body)) INTO words
        FROM {s}.articles_article AS a WHERE a.id = wanted;
    RETURN coalesce((
        SELECT p.name FROM {s}.products_product AS p
        WHERE EXISTS (
            SELECT 1 FROM unnest(p.names || ARRAY[p.name, p.maker, p.seller]) AS barred (name)
            WHERE {s}.articles_stands_in(barred.name, declared)
        ) AND (
            EXISTS (
                SELECT 1 FROM {s}.products_productdisclosure AS d WHERE d.article_id = wanted AND d.product_id = p.id
            ) OR EXISTS (
                SELECT 1 FROM unnest(p.names || ARRAY[p.name]) AS known (name)
                WHERE {s}.articles_stands_in(known.name, words)
            )
        )
        ORDER BY p.id LIMIT 1
    ), '');
END
$$;
"""
_CHAIN = sql.LOG.partition("CREATE OR REPLACE FUNCTION {s}.articles_log_head_guard()")[0]
_BEFORE = "    IF NEW.action IN ('approved', 'published') THEN\n"
CHAIN = _CHAIN.replace(
    _BEFORE,
    """    IF NEW.action IN ('approved', 'medically-reviewed') AND {s}.articles_interest(NEW.article_id, NEW.actor_id) <> ''
    THEN
        RAISE EXCEPTION 'The entry “%” is refused: account % declared an interest in %, which article % is about.',
            NEW.action, NEW.actor_id, {s}.articles_interest(NEW.article_id, NEW.actor_id), NEW.article_id
            USING ERRCODE = 'CW001';
    END IF;
"""
    + _BEFORE,
)
FUNCTIONS = (PLAIN, STANDS_IN, INTEREST, CHAIN)
DROP = """
DROP FUNCTION {s}.articles_interest(bigint, bigint);
DROP FUNCTION {s}.articles_stands_in(text, text);
DROP FUNCTION {s}.articles_plain(text);
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0022_policies"), ("products", "0002_licensed")]

    operations = [migrations.RunPython(run(*FUNCTIONS), run(_CHAIN, DROP))]
