"""The statements of migration 0014: what was said is dated by the database, and stays. `{s}` is the schema."""

from __future__ import annotations

ENTRY = """
CREATE FUNCTION {s}.articles_entry_made() RETURNS trigger {fixed} AS $$
BEGIN
    NEW.at := clock_timestamp();
    RETURN NEW;
END
$$;
CREATE TRIGGER articles_entry_made BEFORE INSERT ON {s}.articles_threadentry
    FOR EACH ROW EXECUTE FUNCTION {s}.articles_entry_made();
CREATE TRIGGER articles_entry_unchanged BEFORE UPDATE ON {s}.articles_threadentry
    FOR EACH ROW EXECUTE FUNCTION {s}.articles_refuse();
CREATE TRIGGER articles_entry_not_emptied BEFORE TRUNCATE ON {s}.articles_threadentry
    FOR EACH STATEMENT EXECUTE FUNCTION {s}.articles_refuse();

CREATE FUNCTION {s}.articles_entry_kept() RETURNS trigger {fixed} AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM {s}.articles_thread WHERE id = OLD.thread_id) THEN
        RAISE EXCEPTION 'DELETE refused: what was said goes with its article alone.' USING ERRCODE = 'CW002';
    END IF;
    RETURN NULL;
END
$$;
-- Deferred: where a whole draft is deleted, what was said about it goes first.
CREATE CONSTRAINT TRIGGER articles_entry_kept AFTER DELETE ON {s}.articles_threadentry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {s}.articles_entry_kept();

CREATE FUNCTION {s}.articles_thread_kept() RETURNS trigger {fixed} AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM {s}.articles_article WHERE id = OLD.article_id) THEN
        RAISE EXCEPTION 'DELETE refused: a thread goes with its article alone.' USING ERRCODE = 'CW002';
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER articles_thread_kept AFTER DELETE ON {s}.articles_thread
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {s}.articles_thread_kept();
"""
UNDO_ENTRY = """
DROP TRIGGER articles_thread_kept ON {s}.articles_thread;
DROP FUNCTION {s}.articles_thread_kept();
DROP TRIGGER articles_entry_kept ON {s}.articles_threadentry;
DROP FUNCTION {s}.articles_entry_kept();
DROP TRIGGER articles_entry_not_emptied ON {s}.articles_threadentry;
DROP TRIGGER articles_entry_unchanged ON {s}.articles_threadentry;
DROP TRIGGER articles_entry_made ON {s}.articles_threadentry;
DROP FUNCTION {s}.articles_entry_made();
"""
