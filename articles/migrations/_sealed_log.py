"""The statements of migration 0008: the log takes sealed entries alone, and says which row was approved.

`{s}` is the schema. Every function names its tables with it and fixes its search path, so that a table or a function
of the caller's own cannot take their place; what the application's role may not write is written by the function's
owner (SECURITY DEFINER).
"""

from __future__ import annotations

FIXED = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp"

KEY = """
CREATE TABLE {s}.articles_sealkey (
    id smallint PRIMARY KEY CHECK (id = 1), inner_pad bytea NOT NULL, outer_pad bytea NOT NULL
);
REVOKE ALL ON {s}.articles_sealkey FROM PUBLIC;
"""
UNDO_KEY = "DROP TABLE {s}.articles_sealkey;"

REFUSE = """
CREATE OR REPLACE FUNCTION {s}.articles_refuse() RETURNS trigger {fixed} AS $$
BEGIN
    RAISE EXCEPTION '% refused: rows of % are never changed or removed.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'CW002';
END
$$;
"""

# Whether a person has a permission of the articles, as Django's own backend answers.
MAY = """
CREATE FUNCTION {s}.articles_may(person bigint, wanted text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT 1 FROM {s}.auth_user AS u
        WHERE u.id = person AND u.is_active AND (u.is_superuser OR EXISTS (
            SELECT 1 FROM {s}.auth_permission AS p JOIN {s}.django_content_type AS t ON t.id = p.content_type_id
            WHERE t.app_label = 'articles' AND p.codename = wanted AND (
                p.id IN (SELECT permission_id FROM {s}.auth_user_user_permissions WHERE user_id = u.id)
                OR p.id IN (
                    SELECT g.permission_id FROM {s}.auth_group_permissions AS g
                    JOIN {s}.auth_user_groups AS m ON m.group_id = g.group_id WHERE m.user_id = u.id
                )
            )
        ))
    )
$$;
"""

# As `separation_of_duties.share_in` answers; tests compare the two.
SHARE = """
CREATE FUNCTION {s}.articles_has_share(article bigint, person bigint) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT 1 FROM {s}.articles_articlecontributor AS c JOIN {s}.articles_contributor AS p ON p.id = c.contributor_id
        WHERE c.article_id = article AND c.role <> 'reviewer' AND p.user_id = person
    ) OR EXISTS (
        SELECT 1 FROM {s}.articles_logentry AS e
        WHERE e.article_id = article AND e.actor_id = person AND e.action = ANY (ARRAY[{shares}])
            AND e.id > coalesce((
                SELECT max(id) FROM {s}.articles_logentry WHERE article_id = article AND action = 'published'
            ), 0)
    ) OR EXISTS (
        SELECT 1 FROM {s}.articles_logentry AS e
        WHERE e.id = (
            SELECT max(id) FROM {s}.articles_logentry WHERE article_id = article AND action = 'submitted'
        ) AND (e.actor_id = person OR e.data->'accounts' @> to_jsonb(person))
    ) OR EXISTS (
        SELECT 1 FROM {s}.articles_logentry AS e
        WHERE e.action = 'account-linked' AND e.data->'accounts' @> to_jsonb(person)
            AND e.data->'contributor' IN (
                SELECT to_jsonb(c.contributor_id) FROM {s}.articles_articlecontributor AS c
                WHERE c.article_id = article AND c.role <> 'reviewer'
            )
    )
$$;
"""

# What was approved, so that a row altered by a superuser is found. `verify_log` puts the same text together.
ROW = """
CREATE FUNCTION {s}.articles_revision_hash(wanted bigint) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT encode(sha256(convert_to(jsonb_build_array({columns})::text, 'UTF8')), 'hex')
    FROM {s}.articles_revision AS r WHERE r.id = wanted
$$;
"""

APPROVAL = """
CREATE FUNCTION {s}.articles_check_approval(
    approver bigint, article bigint, revision bigint, said text
) RETURNS void {fixed} AS $$
DECLARE
    row {s}.articles_revision%ROWTYPE;
BEGIN
    SELECT * INTO row FROM {s}.articles_revision WHERE id = revision;
    IF NOT FOUND OR row.article_id IS DISTINCT FROM article OR row.approved_by_id IS DISTINCT FROM approver
        OR row.content_hash IS DISTINCT FROM said OR coalesce(said, '') = ''
    THEN
        RAISE EXCEPTION 'Approval refused: it does not name a revision of article % as it is on record.', article
            USING ERRCODE = 'CW001';
    END IF;
    IF NOT {s}.articles_may(approver, 'approve_article') THEN
        RAISE EXCEPTION 'Approval refused: account % may not approve articles.', approver USING ERRCODE = 'CW001';
    END IF;
    IF row.created_by_id = approver OR {s}.articles_has_share(article, approver) THEN
        RAISE EXCEPTION 'Approval refused: account % has a share in article %.', approver, article
            USING ERRCODE = 'CW001';
    END IF;
    IF row.dates->>'reviewed_on' IS NOT NULL AND row.contributors @> '[{{"role": "reviewer"}}]' AND NOT EXISTS (
        SELECT 1 FROM {s}.articles_logentry AS e
        WHERE e.article_id = article AND (
            e.action IN ('medically-reviewed', 'review-recorded')
                AND e.data->>'reviewed_on' = row.dates->>'reviewed_on'
            OR e.action = 'approved' AND e.data->'reviewed' = 'true'
        )
    ) THEN
        RAISE EXCEPTION 'Approval refused: the log has no medical review of article % on %.',
            article, row.dates->>'reviewed_on'
            USING ERRCODE = 'CW001';
    END IF;
END
$$;
"""

# The text of the hash is the one that `verify_log` recomputes, and that of the seal the one `seals` makes; change
# both or neither.
LOG = """
CREATE OR REPLACE FUNCTION {s}.articles_log_chain() RETURNS trigger {fixed} AS $$
DECLARE
    head {s}.articles_loghead%ROWTYPE;
    key {s}.articles_sealkey%ROWTYPE;
    words bytea;
    nonce text := split_part(NEW.seal, '.', 1);
BEGIN
    SELECT * INTO key FROM {s}.articles_sealkey WHERE id = 1;
    words := convert_to(jsonb_build_array(
        nonce, NEW.actor_id, NEW.actor_name, NEW.action, NEW.article_id, NEW.revision_id, NEW.data
    )::text, 'UTF8');
    IF key.id IS NULL OR length(nonce) < 16
        OR split_part(NEW.seal, '.', 2) IS DISTINCT FROM
            encode(sha256(key.outer_pad || sha256(key.inner_pad || words)), 'hex')
    THEN
        RAISE EXCEPTION 'The entry “%” bears no seal of this site.', NEW.action USING ERRCODE = 'CW003',
            HINT = 'Where SECRET_KEY was changed, run `manage.py migrate` with the new one as the owner.';
    END IF;
    IF NEW.at IS NOT NULL AND abs(extract(epoch FROM NEW.at - clock_timestamp())) > 600 THEN
        RAISE EXCEPTION 'The entry “%” is dated %, which is not now.', NEW.action, NEW.at USING ERRCODE = 'CW002';
    END IF;
    IF NEW.action = 'approved' THEN
        PERFORM {s}.articles_check_approval(
            NEW.actor_id, NEW.article_id, NEW.revision_id, NEW.data->>'content_hash'
        );
    END IF;
    IF NEW.action IN ('approved', 'published') THEN
        NEW.data := NEW.data || jsonb_build_object('row_hash', {s}.articles_revision_hash(NEW.revision_id));
    END IF;

    PERFORM pg_advisory_xact_lock(hashtext('articles_logentry'));
    NEW.at := clock_timestamp();
    SELECT * INTO head FROM {s}.articles_loghead WHERE id = 1 FOR UPDATE;
    NEW.id := greatest(coalesce(head.last_id, 0), (SELECT coalesce(max(id), 0) FROM {s}.articles_logentry)) + 1;
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
    INSERT INTO {s}.articles_loghead (id, entries, last_id, hash) VALUES (1, 1, NEW.id, NEW.hash)
        ON CONFLICT (id) DO UPDATE SET
            entries = {s}.articles_loghead.entries + 1, last_id = EXCLUDED.last_id, hash = EXCLUDED.hash;
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION {s}.articles_log_head_guard() RETURNS trigger
    LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- The chain's own function runs as the owner of the table, within a trigger; nobody else may write here.
    IF TG_OP IN ('INSERT', 'UPDATE') AND pg_trigger_depth() > 1 AND current_user = (
        SELECT pg_get_userbyid(c.relowner) FROM pg_class AS c WHERE c.oid = TG_RELID
    ) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% refused: only a new log entry moves the end of the log.', TG_OP USING ERRCODE = 'CW002';
END
$$;
"""

DROP = """
DROP FUNCTION {s}.articles_check_approval(bigint, bigint, bigint, text);
DROP FUNCTION {s}.articles_revision_hash(bigint);
DROP FUNCTION {s}.articles_has_share(bigint, bigint);
DROP FUNCTION {s}.articles_may(bigint, text);
"""
