"""The gate believes no revision about its own flags alone, and the log counts its entries without gaps.

What a revision says of its flags was written with it, so a row put in by hand can say anything. Three things change.

1.  In the revision's own list, whatever is not a warning or a note (in any letter case) counts as a blocker, and
    stays open unless its state says that it was settled. A severity nobody knows cannot pass.

2.  A revision that goes live is also held against the open blockers of the draft (`articles_flag`), where it is of
    the draft's present version. This cannot refuse what the newsroom may publish, because `obstacles()` already
    refuses any open blocker of the draft:

    -   A blocker accepted after the approval is settled in the table and passes; one raised or opened again after
        the approval refuses here as it does there.
    -   A draft that moved on has a higher version, so what is open in its new words hinders no revision of older
        words. The newsroom takes such an article off its schedule; whoever publishes an older revision by hand is
        held to that revision's list alone.
    -   A status that falls back to "published" when a draft is edited leaves the live revision as it is. The table
        is asked only when another revision goes live, so no edit of a published article is refused.
    -   Version 0 is a revision that does not say of which draft it is, and a version above the draft's cannot be
        true. Both are held against the table.

    It does not stop somebody who may also write to the table of flags; it stops a revision that merely claims to be
    clean.

3.  The revision in review or on schedule must be the article's own.

Entries of the log were numbered twice, once by the column's default and once under the lock, so every other number
was missing. The number now follows the end of the chain.
"""

from __future__ import annotations

from importlib import import_module

from django.db import migrations

guards = import_module("articles.migrations.0003_guards")

GATE = """
CREATE OR REPLACE FUNCTION articles_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    live articles_revision%ROWTYPE;
    owner bigint;
    open_blockers integer;
    another boolean := true;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        another := NEW.live_revision_id IS DISTINCT FROM OLD.live_revision_id OR NEW.id <> OLD.id;
    END IF;

    IF NEW.review_revision_id IS NOT NULL THEN
        SELECT article_id INTO owner FROM articles_revision WHERE id = NEW.review_revision_id;
        IF TG_OP = 'INSERT' OR NEW.status = 'scheduled'
            OR NEW.review_revision_id IS DISTINCT FROM OLD.review_revision_id
        THEN
            IF owner IS DISTINCT FROM NEW.id THEN
                RAISE EXCEPTION 'Article % cannot await revision %: it belongs to another article or to none.',
                    NEW.id, NEW.review_revision_id
                    USING ERRCODE = 'CW001';
            END IF;
        END IF;
    END IF;

    IF NEW.live_revision_id IS NULL THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NOT another AND NOT (NEW.status = 'published' AND OLD.status <> 'published') THEN
            RETURN NEW;
        END IF;
    END IF;
    SELECT * INTO live FROM articles_revision WHERE id = NEW.live_revision_id;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Article % cannot be published: revision % does not exist.', NEW.id, NEW.live_revision_id
            USING ERRCODE = 'CW001';
    END IF;
    IF live.article_id <> NEW.id THEN
        RAISE EXCEPTION 'Article % cannot be published: revision % belongs to another article.', NEW.id, live.id
            USING ERRCODE = 'CW001';
    END IF;
    IF live.approved_by_id IS NULL OR live.approved_at IS NULL THEN
        RAISE EXCEPTION 'Article % cannot be published: nobody has approved revision %.', NEW.id, live.number
            USING ERRCODE = 'CW001';
    END IF;
    IF coalesce(live.engine_version, '') = '' THEN
        RAISE EXCEPTION 'Article % cannot be published: revision % was never assessed.', NEW.id, live.number
            USING ERRCODE = 'CW001';
    END IF;
    IF jsonb_typeof(live.flags) <> 'array' THEN
        RAISE EXCEPTION 'Article % cannot be published: the flags of revision % cannot be read.', NEW.id, live.number
            USING ERRCODE = 'CW001';
    END IF;
    SELECT count(*) INTO open_blockers
        FROM jsonb_array_elements(live.flags) AS flag
        WHERE lower(coalesce(flag->>'severity', '')) NOT IN ('warning', 'note')
            AND coalesce(flag->>'state', 'open') NOT IN ('accepted', 'fixed', 'void');
    IF open_blockers > 0 THEN
        RAISE EXCEPTION 'Article % cannot be published: revision % has % open blocker(s).',
            NEW.id, live.number, open_blockers
            USING ERRCODE = 'CW001', HINT = 'Mend each blocker, or let a second editor accept it with a reason.';
    END IF;
    IF another AND NOT (live.draft_version >= 1 AND live.draft_version < NEW.version) THEN
        SELECT count(*) INTO open_blockers
            FROM articles_flag AS flag
            WHERE flag.article_id = NEW.id
                AND lower(flag.severity) NOT IN ('warning', 'note')
                AND flag.state NOT IN ('accepted', 'fixed', 'void');
        IF open_blockers > 0 THEN
            RAISE EXCEPTION 'Article % cannot be published: its draft has % open blocker(s) that revision % leaves out.',
                NEW.id, open_blockers, live.number
                USING ERRCODE = 'CW001', HINT = 'Mend each blocker, or let a second editor accept it with a reason.';
        END IF;
    END IF;
    RETURN NEW;
END
$$;
"""

# The canonical text is the one that `verify_log` recomputes; change both or neither.
LOG = """
CREATE OR REPLACE FUNCTION articles_log_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    head articles_loghead%ROWTYPE;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('articles_logentry'));
    SELECT * INTO head FROM articles_loghead WHERE id = 1 FOR UPDATE;
    NEW.id := greatest(coalesce(head.last_id, 0), (SELECT coalesce(max(id), 0) FROM articles_logentry)) + 1;
    NEW.previous := coalesce(head.hash, '');
    NEW.hash := encode(sha256(convert_to(jsonb_build_array(
        NEW.id,
        to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        NEW.actor_id,
        NEW.actor_name,
        NEW.action,
        NEW.article_id,
        NEW.revision_id,
        NEW.data,
        NEW.previous
    )::text, 'UTF8')), 'hex');
    INSERT INTO articles_loghead (id, entries, last_id, hash) VALUES (1, 1, NEW.id, NEW.hash)
        ON CONFLICT (id) DO UPDATE SET
            entries = articles_loghead.entries + 1, last_id = EXCLUDED.last_id, hash = EXCLUDED.hash;
    RETURN NEW;
END
$$;
"""


def before(sql: str) -> str:
    """The function as an earlier migration made it, without its trigger, which stays."""
    return sql.partition("CREATE TRIGGER")[0].replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")


class Migration(migrations.Migration):
    dependencies = [("articles", "0003_guards")]

    operations = [
        migrations.RunSQL(GATE, before(guards.GATE)),
        migrations.RunSQL(LOG, before(guards.LOG)),
    ]
