"""The statements that let the database mark pages stale, made of `watched` after each migration by the tables' owner.

Functions name tables with their schema, fix their search path and run as their owner, as those of the gate do
(docs/decisions/0003). Triggers are of statements, so that a sweep over a thousand works costs three statements.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from django.db import DatabaseError, connections, transaction

from articles.finding import feeding
from articles.stored.watched import LOCK, WATCHED, Watched

FIXED = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp"
MANY = f"{FIXED} SET enable_nestloop = off"
"""For functions that compare rows before and after. A session keeps the plan it made at their first call, mostly for a
single row; one that looks at every pair of rows then takes minutes for the thousands that an import changes."""
BY_INDEX = f"{FIXED} SET enable_nestloop = on SET enable_seqscan = off SET enable_indexscan = off"
"""For the look at pages: a plan of when that table was empty would look at every page for every key later. What is
left is the bitmap of the index on what pages depend on."""
EVENTS = {
    "insert": "REFERENCING NEW TABLE AS new_rows",
    "update": "REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "delete": "REFERENCING OLD TABLE AS old_rows",
}

CHANGED = """
CREATE OR REPLACE FUNCTION {s}.articles_pages_changed(keys text[]) RETURNS void {by_index} AS $$
DECLARE
    found text[];
BEGIN
    keys := array_remove(keys, NULL);
    IF coalesce(cardinality(keys), 0) = 0 THEN
        RETURN;
    END IF;
    -- Whoever renders a page to keep it holds this lock alone: no page is made of what was there before and kept after.
    PERFORM pg_advisory_xact_lock_shared({lock});
    IF '*' = ANY (keys) THEN
        INSERT INTO {s}.articles_pageepoch AS e (id, epoch, purge) VALUES (1, 1, true)
            ON CONFLICT (id) DO UPDATE SET epoch = e.epoch + 1, purge = true;
    END IF;
    -- Key by key, each a step in the index: one overlap with thousands of keys compares all of them page by page.
    found := ARRAY(SELECT DISTINCT p.address FROM unnest(keys) AS k, LATERAL (
        SELECT q.address FROM {s}.articles_storedpage AS q WHERE q.depends @> ARRAY[k] AND NOT q.stale OFFSET 0) AS p);
    -- In the order of addresses, so that two who change much wait for each other and never in a circle.
    PERFORM 1 FROM {s}.articles_storedpage AS p WHERE p.address = ANY (found) ORDER BY p.address FOR UPDATE;
    UPDATE {s}.articles_storedpage SET stale = true, purge = true WHERE address = ANY (found) AND NOT stale;
END
$$;
"""

# What an article on the site is part of. A draft is part of nothing; its address is (it may be withdrawn).
KEYS = """
CREATE OR REPLACE FUNCTION {s}.articles_page_keys(article bigint, slug text, live bigint) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'article:' || slug
    UNION ALL SELECT 'lists' WHERE live IS NOT NULL
    UNION ALL SELECT 'in:topic:' || (t->>'slug') FROM {s}.articles_revision AS v, jsonb_array_elements(v.topics) AS t
        WHERE v.id = live AND jsonb_typeof(v.topics) = 'array'
    UNION ALL SELECT 'in:person:' || (p->>'slug') FROM {s}.articles_revision AS v,
        jsonb_array_elements(v.contributors) AS p WHERE v.id = live AND jsonb_typeof(v.contributors) = 'array'
    UNION ALL SELECT 'in:work:' || (w->>'work') FROM {s}.articles_revision AS v, jsonb_array_elements(v.citations) AS w
        WHERE v.id = live AND jsonb_typeof(v.citations) = 'array'
$$;
"""

# Pages of one article are made of the revision that is live now, and of no other, whoever writes the row.
GUARD = """
CREATE OR REPLACE FUNCTION {s}.articles_storedpage_guard() RETURNS trigger {fixed} AS $$
BEGIN
    IF NEW.revision_id IS NOT NULL AND NOT NEW.stale AND NOT EXISTS (
        SELECT 1 FROM {s}.articles_article AS a WHERE a.live_revision_id = NEW.revision_id
            AND left(NEW.address, length(a.slug) + 11) = '/articles/' || a.slug || '/'
    ) THEN
        RAISE EXCEPTION 'Page % cannot be kept: revision % is not what readers see there.', NEW.address, NEW.revision_id
            USING ERRCODE = 'CW001';
    END IF;
    RETURN NEW;
END
$$;
"""

ROWS = """
CREATE OR REPLACE FUNCTION {s}.articles_pages_of_{table}() RETURNS trigger {many} AS $$
DECLARE
    keys text[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT array_agg(DISTINCT k.k) INTO keys FROM new_rows AS r, LATERAL (SELECT {keys}) AS k(k);
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(DISTINCT k.k) INTO keys FROM old_rows AS r, LATERAL (SELECT {keys}) AS k(k);
    ELSE
        SELECT array_agg(DISTINCT k.k) INTO keys FROM (
            SELECT o.* FROM old_rows AS o JOIN new_rows AS n ON n.{primary} = o.{primary} WHERE {another}
            UNION ALL
            SELECT n.* FROM old_rows AS o JOIN new_rows AS n ON n.{primary} = o.{primary} WHERE {another}
        ) AS r, LATERAL (SELECT {keys}) AS k(k);
    END IF;
    PERFORM {s}.articles_pages_changed(keys);
    RETURN NULL;
END
$$;
"""
TRIGGER = """
CREATE OR REPLACE TRIGGER articles_pages_{event} AFTER {event} ON {s}.{table} {rows}
    FOR EACH STATEMENT EXECUTE FUNCTION {s}.articles_pages_of_{table}();
"""
GUARDED = """
CREATE OR REPLACE TRIGGER articles_storedpage_guard BEFORE INSERT OR UPDATE ON {s}.articles_storedpage
    FOR EACH ROW EXECUTE FUNCTION {s}.articles_storedpage_guard();
"""
HELD = """
SELECT p.proname, p.prosrc, obj_description(p.oid, 'pg_proc') FROM pg_proc AS p JOIN pg_namespace AS n
    ON n.oid = p.pronamespace WHERE n.nspname = current_schema() AND p.proname = ANY (%s)
"""
TRIGGERS = """
SELECT c.relname || '.' || t.tgname FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_namespace AS n
    ON n.oid = c.relnamespace
WHERE n.nspname = current_schema() AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
"""


def functions(schema: str) -> dict[str, str]:
    """Each function by its name."""
    filling = {"s": schema, "fixed": FIXED, "many": MANY, "by_index": BY_INDEX, "lock": LOCK}
    made = {
        "articles_pages_changed": CHANGED.format(**filling),
        "articles_page_keys": KEYS.format(**filling),
        "articles_storedpage_guard": GUARD.format(**filling),
    }
    for table, watched in WATCHED.items():
        keys = watched.keys.format(s=schema)
        own = {"table": table, "keys": keys, "primary": watched.primary, "another": _another(watched)}
        made[f"articles_pages_of_{table}"] = ROWS.format(**filling, **own)
    return made | feeding.functions(schema)


def _another(watched: Watched) -> str:
    """Whether the rows `o` and `n` differ in what readers see."""
    if watched.only:
        return " OR ".join(f"o.{name} IS DISTINCT FROM n.{name}" for name in watched.only)
    names = ", ".join(f"'{name}'" for name in watched.ignored)
    left_out = f" - ARRAY[{names}]::text[]" if names else ""
    return f"to_jsonb(o){left_out} IS DISTINCT FROM to_jsonb(n){left_out}"


def triggers(schema: str) -> dict[str, str]:
    """Each trigger by its table and name."""
    made = {"articles_storedpage.articles_storedpage_guard": GUARDED.format(s=schema)}
    for table in WATCHED:
        for event, rows in EVENTS.items():
            made[f"{table}.articles_pages_{event}"] = TRIGGER.format(s=schema, table=table, event=event, rows=rows)
    return made | feeding.triggers(schema)


def install(using: str = "default", **_: Any) -> None:
    """Makes what is missing or otherwise. After a migration, by the owner; others may not and need not."""
    try:
        with transaction.atomic(using=using), connections[using].cursor() as cursor:
            # Both apps migrate before this, but a migration to an earlier state may leave tables out.
            cursor.execute("SELECT bool_and(to_regclass(t) IS NOT NULL) FROM unnest(%s::text[]) AS t", [_tables()])
            if not cursor.fetchone()[0]:
                return
            cursor.execute("SELECT quote_ident(current_schema())")
            (schema,) = cursor.fetchone()
            for statement in _lacking(cursor, schema):
                cursor.execute(statement)
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") != "42501":  # insufficient privilege
            raise


def _tables() -> list[str]:
    return [*WATCHED, *feeding.TABLES, "articles_storedpage", "articles_pageepoch"]


def _lacking(cursor: Any, schema: str) -> Iterator[str]:
    made = functions(schema)
    cursor.execute(HELD, [list(made)])
    held = {name: said for name, _, said in cursor.fetchall()}
    for name, statement in made.items():
        if held.get(name) != _mark(statement):
            yield statement
            yield f"COMMENT ON FUNCTION {schema}.{name} IS '{_mark(statement)}'"
    cursor.execute(TRIGGERS)
    there = {name for (name,) in cursor.fetchall()}
    wanted = triggers(schema)
    yield from (statement for name, statement in wanted.items() if name not in there)
    # What an earlier release watched and this one does not.
    for table, _, trigger in (name.partition(".") for name in there if name not in wanted):
        if re.fullmatch(r"articles_pages_(insert|update|delete)", trigger):
            yield f'DROP TRIGGER {trigger} ON {schema}."{table}"'
    if any(
        held.get(name) != hashlib.sha256(text.encode()).hexdigest()[:16]
        for name, text in made.items()
        if name in feeding.MADE
    ):
        yield feeding.AGAIN.format(s=schema)


def _mark(statement: str) -> str:
    return hashlib.sha256(statement.encode()).hexdigest()[:16]


def faults(using: str = "default") -> Iterator[str]:
    """What is missing in the database, or otherwise than here, in words."""
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        (schema,) = cursor.fetchone()
        made = functions(schema)
        cursor.execute(HELD, [list(made)])
        held = {name: source for name, source, _ in cursor.fetchall()}
        cursor.execute(TRIGGERS)
        there = {name for (name,) in cursor.fetchall()}
    for name, statement in made.items():
        if name not in held:
            yield f"The function {name} is missing in the database: pages would stay as they were."
        elif held[name].strip() != statement.partition("AS $$")[2].rpartition("$$;")[0].strip():
            yield f"The function {name} in the database is not the one that this release makes."
    yield from (
        f"The trigger {name} is missing or turned off in the database: pages would stay as they were."
        for name in triggers(schema)
        if name not in there
    )
