"""What the database itself refuses: publishing past the gate, and rewriting revisions, decisions or the log."""

from __future__ import annotations

from django.db import migrations

# SQLSTATE class CW is ours: CW001 the gate, CW002 an immutable record.

GATE = """
CREATE FUNCTION articles_gate() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    live articles_revision%ROWTYPE;
    open_blockers integer;
BEGIN
    IF NEW.live_revision_id IS NULL THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NEW.live_revision_id IS NOT DISTINCT FROM OLD.live_revision_id
            AND NEW.id = OLD.id
            AND NOT (NEW.status = 'published' AND OLD.status <> 'published')
        THEN
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
    -- A blocker counts as open unless its state says that it was settled, so a state that is missing cannot pass.
    SELECT count(*) INTO open_blockers
        FROM jsonb_array_elements(live.flags) AS flag
        WHERE flag->>'severity' = 'blocker'
            AND coalesce(flag->>'state', 'open') NOT IN ('accepted', 'fixed', 'void');
    IF open_blockers > 0 THEN
        RAISE EXCEPTION 'Article % cannot be published: revision % has % open blocker(s).',
            NEW.id, live.number, open_blockers
            USING ERRCODE = 'CW001', HINT = 'Mend each blocker, or let a second editor accept it with a reason.';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER articles_gate BEFORE INSERT OR UPDATE ON articles_article
    FOR EACH ROW EXECUTE FUNCTION articles_gate();
"""

UNDO_GATE = """
DROP TRIGGER articles_gate ON articles_article;
DROP FUNCTION articles_gate();
"""

REFUSE = """
CREATE FUNCTION articles_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% refused: rows of % are never changed or removed.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'CW002';
END
$$;
"""

REVISION = """
CREATE FUNCTION articles_revision_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    allowed text[] := '{}';
BEGIN
    IF OLD.approved_by_id IS NULL AND OLD.approved_at IS NULL THEN
        allowed := allowed || '{approved_by_id,approved_at}'::text[];
    END IF;
    IF OLD.published_at IS NULL THEN
        allowed := allowed || '{published_at}'::text[];
    END IF;
    IF to_jsonb(NEW) - allowed IS DISTINCT FROM to_jsonb(OLD) - allowed THEN
        RAISE EXCEPTION 'UPDATE refused: revision % of article % is final; only its approval and its first'
            ' publication may be added, each once.', OLD.number, OLD.article_id
            USING ERRCODE = 'CW002';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER articles_revision_guard BEFORE UPDATE ON articles_revision
    FOR EACH ROW EXECUTE FUNCTION articles_revision_guard();
CREATE TRIGGER articles_revision_kept BEFORE DELETE ON articles_revision
    FOR EACH ROW EXECUTE FUNCTION articles_refuse();
CREATE TRIGGER articles_revision_not_emptied BEFORE TRUNCATE ON articles_revision
    FOR EACH STATEMENT EXECUTE FUNCTION articles_refuse();
"""

UNDO_REVISION = """
DROP TRIGGER articles_revision_not_emptied ON articles_revision;
DROP TRIGGER articles_revision_kept ON articles_revision;
DROP TRIGGER articles_revision_guard ON articles_revision;
DROP FUNCTION articles_revision_guard();
"""

DECISION = """
CREATE TRIGGER articles_decision_kept BEFORE UPDATE OR DELETE ON articles_decision
    FOR EACH ROW EXECUTE FUNCTION articles_refuse();
CREATE TRIGGER articles_decision_not_emptied BEFORE TRUNCATE ON articles_decision
    FOR EACH STATEMENT EXECUTE FUNCTION articles_refuse();
"""

UNDO_DECISION = """
DROP TRIGGER articles_decision_not_emptied ON articles_decision;
DROP TRIGGER articles_decision_kept ON articles_decision;
"""

# The entry's number is drawn under the lock, not when the INSERT is planned, so that numbers follow the chain. The
# canonical text is the one that `verify_log` recomputes; change both or neither.
LOG = """
CREATE FUNCTION articles_log_chain() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    head articles_loghead%ROWTYPE;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('articles_logentry'));
    SELECT * INTO head FROM articles_loghead WHERE id = 1 FOR UPDATE;
    NEW.id := nextval(pg_get_serial_sequence('articles_logentry', 'id'));
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
CREATE TRIGGER articles_log_chain BEFORE INSERT ON articles_logentry
    FOR EACH ROW EXECUTE FUNCTION articles_log_chain();
CREATE TRIGGER articles_log_kept BEFORE UPDATE OR DELETE ON articles_logentry
    FOR EACH ROW EXECUTE FUNCTION articles_refuse();
CREATE TRIGGER articles_log_not_emptied BEFORE TRUNCATE ON articles_logentry
    FOR EACH STATEMENT EXECUTE FUNCTION articles_refuse();

CREATE FUNCTION articles_log_head_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP IN ('INSERT', 'UPDATE') AND pg_trigger_depth() > 1 THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% refused: only a new log entry moves the end of the log.', TG_OP USING ERRCODE = 'CW002';
END
$$;
CREATE TRIGGER articles_log_head_guard BEFORE INSERT OR UPDATE OR DELETE ON articles_loghead
    FOR EACH ROW EXECUTE FUNCTION articles_log_head_guard();
CREATE TRIGGER articles_log_head_not_emptied BEFORE TRUNCATE ON articles_loghead
    FOR EACH STATEMENT EXECUTE FUNCTION articles_refuse();
"""

UNDO_LOG = """
DROP TRIGGER articles_log_head_not_emptied ON articles_loghead;
DROP TRIGGER articles_log_head_guard ON articles_loghead;
DROP FUNCTION articles_log_head_guard();
DROP TRIGGER articles_log_not_emptied ON articles_logentry;
DROP TRIGGER articles_log_kept ON articles_logentry;
DROP TRIGGER articles_log_chain ON articles_logentry;
DROP FUNCTION articles_log_chain();
"""


class Migration(migrations.Migration):
    dependencies = [("articles", "0002_log_head_and_draft_version")]

    operations = [
        migrations.RunSQL(REFUSE, "DROP FUNCTION articles_refuse();"),
        migrations.RunSQL(GATE, UNDO_GATE),
        migrations.RunSQL(REVISION, UNDO_REVISION),
        migrations.RunSQL(DECISION, UNDO_DECISION),
        migrations.RunSQL(LOG, UNDO_LOG),
    ]
