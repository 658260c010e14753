"""The statements of migration 0009: flags change by the engine's word or a decision, and only what is approved on the
chain goes live. `{s}` is the schema, as in `_sealed_log`."""

from __future__ import annotations

DECISION = """
CREATE FUNCTION {s}.articles_decision_made() RETURNS trigger {fixed} AS $$
DECLARE
    flag {s}.articles_flag%ROWTYPE;
BEGIN
    NEW.decided_at := clock_timestamp();
    SELECT * INTO flag FROM {s}.articles_flag WHERE id = NEW.flag_id;
    IF NOT {s}.articles_may(NEW.person_id, 'decide_flag') THEN
        RAISE EXCEPTION 'Decision refused: account % may not decide flags.', NEW.person_id USING ERRCODE = 'CW001';
    END IF;
    IF NEW.verdict IN ('accept', 'not-a-claim') AND lower(coalesce(flag.severity, '')) NOT IN ('warning', 'note') THEN
        IF NOT {s}.articles_may(NEW.person_id, 'override_blocker')
            OR {s}.articles_has_share(flag.article_id, NEW.person_id)
        THEN
            RAISE EXCEPTION 'Decision refused: account % may not accept this blocker.', NEW.person_id
                USING ERRCODE = 'CW001';
        END IF;
        IF length(btrim(NEW.reason)) < 10 THEN
            RAISE EXCEPTION 'Decision refused: a blocker is accepted with a reason of 10 characters or more.'
                USING ERRCODE = 'CW001';
        END IF;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER articles_decision_made BEFORE INSERT ON {s}.articles_decision
    FOR EACH ROW EXECUTE FUNCTION {s}.articles_decision_made();
"""
UNDO_DECISION = """
DROP TRIGGER articles_decision_made ON {s}.articles_decision;
DROP FUNCTION {s}.articles_decision_made();
"""

# An entry on the chain in the same transaction is what lets a flag out of "open"; entries are sealed, so a statement
# alone cannot make one.
FLAG = """
CREATE FUNCTION {s}.articles_flag_guard() RETURNS trigger {fixed} AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'open' AND NOT EXISTS (
            SELECT 1 FROM {s}.articles_flag AS f
            WHERE f.article_id = NEW.article_id AND f.fingerprint = NEW.fingerprint AND f.state = NEW.state
        ) THEN
            RAISE EXCEPTION 'INSERT refused: a new flag is open.' USING ERRCODE = 'CW001';
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.id, NEW.article_id, NEW.fingerprint, NEW.code, NEW.severity, NEW.first_raised)
        IS DISTINCT FROM (OLD.id, OLD.article_id, OLD.fingerprint, OLD.code, OLD.severity, OLD.first_raised)
    THEN
        RAISE EXCEPTION 'UPDATE refused: what flag % is about and how grave it is do not change.', OLD.id
            USING ERRCODE = 'CW001';
    END IF;
    IF NEW.state = OLD.state OR NEW.state = 'open' THEN
        RETURN NEW;
    END IF;
    IF NEW.state = 'accepted' AND EXISTS (
        SELECT 1 FROM {s}.articles_logentry AS e JOIN {s}.articles_decision AS d ON d.flag_id = OLD.id
        WHERE e.article_id = OLD.article_id AND e.action = 'flag-decided' AND e.at >= transaction_timestamp()
            AND e.data->'flag' = to_jsonb(OLD.id) AND e.data->>'verdict' IN ('accept', 'not-a-claim')
            AND d.person_id = e.actor_id AND d.verdict = e.data->>'verdict' AND d.decided_at >= transaction_timestamp()
    ) THEN
        RETURN NEW;
    END IF;
    IF NEW.state IN ('fixed', 'void') AND EXISTS (
        SELECT 1 FROM {s}.articles_logentry AS e
        WHERE e.article_id = OLD.article_id AND e.action = 'flags-closed' AND e.at >= transaction_timestamp()
            AND e.data->NEW.state @> to_jsonb(OLD.id)
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'UPDATE refused: flag % becomes “%” by a decision or a reading on the log alone.', OLD.id, NEW.state
        USING ERRCODE = 'CW001';
END
$$;
CREATE TRIGGER articles_flag_guard BEFORE INSERT OR UPDATE ON {s}.articles_flag
    FOR EACH ROW EXECUTE FUNCTION {s}.articles_flag_guard();

CREATE FUNCTION {s}.articles_flag_kept() RETURNS trigger {fixed} AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM {s}.articles_article WHERE id = OLD.article_id) THEN
        RAISE EXCEPTION 'DELETE refused: flag % goes with its article alone.', OLD.id USING ERRCODE = 'CW001';
    END IF;
    RETURN NULL;
END
$$;
-- Deferred: where a whole draft is deleted, its flags go first.
CREATE CONSTRAINT TRIGGER articles_flag_kept AFTER DELETE ON {s}.articles_flag
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {s}.articles_flag_kept();
CREATE TRIGGER articles_flag_not_emptied BEFORE TRUNCATE ON {s}.articles_flag
    FOR EACH STATEMENT EXECUTE FUNCTION {s}.articles_refuse();
"""
UNDO_FLAG = """
DROP TRIGGER articles_flag_not_emptied ON {s}.articles_flag;
DROP TRIGGER articles_flag_kept ON {s}.articles_flag;
DROP FUNCTION {s}.articles_flag_kept();
DROP TRIGGER articles_flag_guard ON {s}.articles_flag;
DROP FUNCTION {s}.articles_flag_guard();
"""

REVISION = """
CREATE OR REPLACE FUNCTION {s}.articles_revision_guard() RETURNS trigger {fixed} AS $$
DECLARE
    allowed text[] := '{{}}';
BEGIN
    IF OLD.approved_by_id IS NULL AND OLD.approved_at IS NULL THEN
        allowed := allowed || '{{approved_by_id,approved_at}}'::text[];
    END IF;
    IF OLD.published_at IS NULL THEN
        allowed := allowed || '{{published_at}}'::text[];
    END IF;
    IF to_jsonb(NEW) - allowed IS DISTINCT FROM to_jsonb(OLD) - allowed THEN
        RAISE EXCEPTION 'UPDATE refused: revision % of article % is final; only its approval and its first'
            ' publication may be added, each once.', OLD.number, OLD.article_id
            USING ERRCODE = 'CW002';
    END IF;
    RETURN NEW;
END
$$;
"""

GATE = """
CREATE OR REPLACE FUNCTION {s}.articles_gate() RETURNS trigger {fixed} AS $$
DECLARE
    live {s}.articles_revision%ROWTYPE;
    owner bigint;
    open_blockers integer;
    approval bigint;
    ended text;
    another boolean := true;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        another := NEW.live_revision_id IS DISTINCT FROM OLD.live_revision_id OR NEW.id <> OLD.id;
    END IF;

    IF NEW.review_revision_id IS NOT NULL THEN
        SELECT article_id INTO owner FROM {s}.articles_revision WHERE id = NEW.review_revision_id;
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
        IF TG_OP = 'UPDATE' AND another AND NOT EXISTS (
            SELECT 1 FROM {s}.articles_logentry AS e
            WHERE e.action = 'withdrawn' AND e.at >= transaction_timestamp() AND e.id = (
                SELECT max(id) FROM {s}.articles_logentry
                WHERE article_id = OLD.id AND action IN ('published', 'withdrawn')
            )
        ) THEN
            RAISE EXCEPTION 'Article % cannot be taken off: the log does not say that it is withdrawn.', OLD.id
                USING ERRCODE = 'CW001';
        END IF;
        RETURN NEW;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NOT another AND NOT (NEW.status = 'published' AND OLD.status <> 'published') THEN
            RETURN NEW;
        END IF;
    END IF;
    SELECT * INTO live FROM {s}.articles_revision WHERE id = NEW.live_revision_id;
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
    IF NOT another THEN
        RETURN NEW;
    END IF;
    SELECT count(*) INTO open_blockers
        FROM {s}.articles_flag AS flag
        WHERE flag.article_id = NEW.id
            AND lower(flag.severity) NOT IN ('warning', 'note')
            AND flag.state NOT IN ('accepted', 'fixed', 'void');
    IF open_blockers > 0 THEN
        RAISE EXCEPTION 'Article % cannot be published: its draft has % open blocker(s) that revision % leaves out.',
            NEW.id, open_blockers, live.number
            USING ERRCODE = 'CW001', HINT = 'Mend each blocker, or let a second editor accept it with a reason.';
    END IF;
    SELECT max(e.id) INTO approval
        FROM {s}.articles_logentry AS e
        WHERE e.article_id = NEW.id AND e.revision_id = live.id AND e.action = 'approved'
            AND e.actor_id = live.approved_by_id AND e.data->>'content_hash' = live.content_hash;
    IF approval IS NULL THEN
        RAISE EXCEPTION 'Article % cannot be published: the log has no approval of revision %.', NEW.id, live.number
            USING ERRCODE = 'CW001';
    END IF;
    SELECT e.action INTO ended FROM {s}.articles_logentry AS e
        WHERE e.article_id = NEW.id AND e.id > approval AND e.action = ANY (ARRAY[{endings}]) LIMIT 1;
    IF ended IS NOT NULL THEN
        RAISE EXCEPTION 'Article % cannot be published: the approval of revision % ended (%).',
            NEW.id, live.number, ended
            USING ERRCODE = 'CW001', HINT = 'Submit the draft for review again.';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM {s}.articles_logentry AS e
        WHERE e.action = 'published' AND e.revision_id = live.id AND e.at >= transaction_timestamp()
            AND e.id = (
                SELECT max(id) FROM {s}.articles_logentry
                WHERE article_id = NEW.id AND action IN ('published', 'withdrawn')
            )
    ) THEN
        RAISE EXCEPTION 'Article % cannot be published: the log does not say that revision % is.', NEW.id, live.number
            USING ERRCODE = 'CW001';
    END IF;
    RETURN NEW;
END
$$;
"""
