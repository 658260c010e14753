# ruff: noqa: E501  statements are read whole
"""Ways past the gate as statements of the application's role.

`{a}` is a draft with open blockers, `{c}` an approved one without, `{p}` a page that readers see whose draft is
blocked, `{f}` a flag, `{e}` an editor, `{w}` the author.
"""

from __future__ import annotations

FORGE = (
    "INSERT INTO articles_revision (article_id, number, draft_version, title, standfirst, body, html, contributors, topics, "
    "citations, disclosures, claims, flags, decisions, summary, dates, advice_notice, market, engine_version, content_hash, "
    "change_note, basis, created_by_id, created_at, approved_by_id, approved_at) SELECT id, 90, {version}, title, '', body, "
    "body, '[]', '[]', '[]', '[]', '[]', '{flags}', '[]', '{{{{}}}}', '{{{{}}}}', true, 'US', '1', repeat('0', 64), '', '{{{{}}}}', "
    "{by}, now(), {approver}, {at} FROM articles_article WHERE id = {{a}}"
)


def forged(
    version: str = "version", flags: str = "[]", by: str = "{w}", approver: str = "{e}", at: str = "now()"
) -> str:
    return FORGE.format(version=version, flags=flags, by=by, approver=approver, at=at)


LAST = "(SELECT max(id) FROM articles_revision WHERE article_id = {a})"
GO = f"UPDATE articles_article SET status = 'published', published_at = now(), live_revision_id = {LAST} WHERE id = {{a}}"
ENTRY = (
    "INSERT INTO articles_logentry (at, actor_id, actor_name, action, article_id, revision_id, data, previous, hash, seal) "
    "SELECT {at}, {{e}}, 'editor', '{action}', {{a}}, r.id, jsonb_build_object('content_hash', r.content_hash), '', '', "
    "{seal} FROM articles_revision AS r WHERE r.id = " + LAST.replace("{a}", "{{a}}")
)


def entry(action: str, seal: str = "''", at: str = "now()") -> str:
    return ENTRY.format(action=action, seal=seal, at=at)


BOTH = [entry("approved"), entry("published")]
ACCEPTED = "UPDATE articles_flag SET state = 'accepted', closed_at = now() WHERE article_id = {a}"


def decided(by: str, reason: str = "It is well known.", verdict: str = "accept") -> str:
    return (
        "INSERT INTO articles_decision (flag_id, verdict, person_id, role, reason, decided_at) "
        f"SELECT id, '{verdict}', {by}, 'Editors', '{reason}', now() FROM articles_flag WHERE article_id = {{a}}"
    )


OLD_SEAL = "(SELECT seal FROM articles_logentry WHERE action = 'approved' AND article_id = {c} LIMIT 1)"

WAYS: dict[str, list[str]] = {
    # --- a revision of one's own
    "a forged revision of this version": [forged(), GO],
    "of version 0": [forged("0"), GO],
    "of an earlier version": [forged("version - 1"), GO],
    "of a version to come": [forged("version + 1"), GO],
    "with the draft's version raised in the same statement": [
        forged(),
        f"UPDATE articles_article SET status = 'published', published_at = now(), version = version + 1, "
        f"live_revision_id = {LAST} WHERE id = {{a}}",
    ],
    "with the draft's version raised before": [
        forged(),
        "UPDATE articles_article SET version = version + 1 WHERE id = {a}",
        GO,
    ],
    "with flags of other words": [forged(flags='[{{"severity": "info", "state": "closed"}}]'), GO],
    "approved by nobody, then by an update": [
        forged(approver="NULL", at="NULL"),
        f"UPDATE articles_revision SET approved_by_id = {{e}}, approved_at = now() WHERE id = {LAST}",
        GO,
    ],
    "approved by its own maker": [forged(by="{e}"), GO],
    "with an entry of the log without a seal": [forged(), *BOTH, GO],
    "with an entry that bears the seal of another": [forged(), entry("approved", OLD_SEAL), GO],
    "with a seal made up": [forged(), entry("approved", "repeat('a', 16) || '.' || repeat('0', 64)"), GO],
    "with an entry dated back": [forged(), entry("approved", at="now() - interval '1 year'"), GO],
    "without the column of the seal": [
        forged(),
        BOTH[0].replace(", seal)", ")").replace(", '', '', ''", ", '', ''"),
        GO,
    ],
    "in one statement with its entry": [
        forged(),
        f"WITH e AS ({entry('approved')} RETURNING 1) {GO.replace('WHERE', ' WHERE (SELECT count(*) FROM e) = 1 AND')}",
    ],
    "put in review and scheduled": [
        forged(),
        f"UPDATE articles_article SET status = 'scheduled', scheduled_for = now(), review_revision_id = {LAST} WHERE id = {{a}}",
        GO,
    ],
    # --- revisions of others
    "the revision of another article": [
        "UPDATE articles_article SET status = 'published', published_at = now(), live_revision_id = "
        "(SELECT max(id) FROM articles_revision WHERE article_id = {c}) WHERE id = {a}",
    ],
    "a revision moved to this article": [
        "UPDATE articles_revision SET article_id = {a} WHERE article_id = {c}",
        GO,
    ],
    "an approved revision with other words": [
        "UPDATE articles_revision SET body = 'Ginger cures cancer.', html = 'Ginger cures cancer.' WHERE article_id = {c}",
        GO.replace("{a}", "{c}"),
    ],
    "an approved revision without a word on the log": [GO.replace("{a}", "{c}")],
    "an earlier revision of a page": [
        "UPDATE articles_article SET live_revision_id = (SELECT min(id) FROM articles_revision WHERE article_id = {p}) "
        "WHERE id = {p}",
    ],
    "a forged revision on a page": [
        forged().replace("{a}", "{p}"),
        GO.replace("{a}", "{p}"),
    ],
    "the numbers of two articles exchanged": [
        "UPDATE articles_article SET id = 900000 WHERE id = {c}",
        "UPDATE articles_article SET id = {c} WHERE id = {a}",
    ],
    "a new article that begins published": [
        "INSERT INTO articles_article (title, slug, standfirst, body, status, market, advice_notice, version, assessed_engine, "
        "assessment_error, created_at, modified_at, published_at, live_revision_id) SELECT 'Ginger', 'ginger-cures', '', 'x', "
        "'published', 'US', true, 1, '1', '', now(), now(), now(), max(id) FROM articles_revision WHERE article_id = {c}",
    ],
    "a page set aside and put back with other words": [
        "UPDATE articles_article SET live_revision_id = NULL, status = 'draft' WHERE id = {p}",
        GO.replace("{a}", "{p}"),
    ],
    # --- the flags
    "flags accepted without a decision": [ACCEPTED, forged(), GO],
    "flags fixed": ["UPDATE articles_flag SET state = 'fixed', closed_at = now() WHERE article_id = {a}", forged(), GO],
    "flags mended": ["UPDATE articles_flag SET state = 'mended' WHERE article_id = {a}", forged(), GO],
    "flags void": ["UPDATE articles_flag SET state = 'void' WHERE article_id = {a}", forged(), GO],
    "flags in a state nobody knows": [
        "UPDATE articles_flag SET state = 'settled' WHERE article_id = {a}",
        forged(),
        GO,
    ],
    "flags in capital letters": ["UPDATE articles_flag SET state = 'ACCEPTED' WHERE article_id = {a}", forged(), GO],
    "flags of less severity": ["UPDATE articles_flag SET severity = 'warning' WHERE article_id = {a}", forged(), GO],
    "flags that are notes": ["UPDATE articles_flag SET severity = 'note' WHERE article_id = {a}", forged(), GO],
    "flags of another code": [
        "UPDATE articles_flag SET code = 'readability-high' WHERE article_id = {a}",
        forged(),
        GO,
    ],
    "flags of another article": ["UPDATE articles_flag SET article_id = {c} WHERE article_id = {a}", forged(), GO],
    "flags of another fingerprint": [
        "UPDATE articles_flag SET fingerprint = md5(fingerprint) WHERE article_id = {a}",
        ACCEPTED,
        forged(),
        GO,
    ],
    "flags deleted": ["DELETE FROM articles_flag WHERE article_id = {a}", forged(), GO],
    "flags deleted behind a page": ["DELETE FROM articles_flag WHERE article_id = {p}", GO.replace("{a}", "{p}")],
    "flags emptied": ["TRUNCATE articles_flag CASCADE", forged(), GO],
    "claims deleted": ["DELETE FROM articles_claim WHERE article_id = {a}", forged(), GO],
    "flags put in anew as accepted": [
        "INSERT INTO articles_flag (article_id, fingerprint, code, severity, state, place, message, reader, standard, facts, "
        "first_raised) SELECT article_id, fingerprint, code, severity, 'accepted', place, message, '', '', '{{}}', now() "
        "FROM articles_flag WHERE article_id = {a} ON CONFLICT (article_id, fingerprint) DO UPDATE SET state = 'accepted'",
        forged(),
        GO,
    ],
    "flags merged as fixed": [
        "MERGE INTO articles_flag AS f USING (SELECT {a} AS id) AS x ON f.article_id = x.id "
        "WHEN MATCHED THEN UPDATE SET state = 'fixed'",
        forged(),
        GO,
    ],
    "a flag's number exchanged with an accepted one": [
        "UPDATE articles_flag SET id = id + 100000 WHERE article_id = {a}",
        forged(),
        GO,
    ],
    # --- decisions
    "a decision in the author's name": [decided("{w}"), ACCEPTED, forged(), GO],
    "a decision in an editor's name": [decided("{e}"), ACCEPTED, forged(), GO],
    "a decision that it is no claim": [decided("{e}", verdict="not-a-claim"), ACCEPTED, forged(), GO],
    "a decision with an entry without a seal": [
        decided("{e}"),
        entry("flag-decided"),
        ACCEPTED,
        forged(),
        GO,
    ],
    "a decision with two words": [decided("{e}", reason="OK"), ACCEPTED, forged(), GO],
    "a decision with an empty reason": [decided("{e}", reason="          "), ACCEPTED, forged(), GO],
    "an old decision used again": ["UPDATE articles_decision SET flag_id = {f}", ACCEPTED, forged(), GO],
    # --- other tables in the place of ours
    "a temporary table of flags": [
        "CREATE TEMP TABLE articles_flag (LIKE public.articles_flag INCLUDING ALL)",
        forged(),
        GO,
    ],
    "a temporary table of revisions": [
        "CREATE TEMP TABLE articles_revision (LIKE public.articles_revision INCLUDING ALL)",
        forged(),
        GO,
    ],
    "a temporary table of the log": [
        "CREATE TEMP TABLE articles_logentry (LIKE public.articles_logentry INCLUDING ALL)",
        forged(),
        GO,
    ],
    "a temporary view of flags": [
        "CREATE TEMP VIEW articles_flag AS SELECT * FROM public.articles_flag WHERE false",
        forged(),
        GO,
    ],
    "another search path": ["SET LOCAL search_path = pg_temp, public", forged(), GO],
    "no search path": ["SET LOCAL search_path = ''", GO.replace("articles_", "public.articles_")],
    "a function of one's own": [
        "CREATE FUNCTION public.lower(varchar) RETURNS text LANGUAGE sql AS $x$ SELECT 'note' $x$",
        forged(),
        GO,
    ],
    "an operator of one's own": [
        "CREATE OPERATOR public.= (LEFTARG = bigint, RIGHTARG = bigint, FUNCTION = int8ne)",
        forged(),
        GO,
    ],
    "a temporary table with a trigger that moves the log's end": [
        "CREATE TEMP TABLE x (a int)",
        "CREATE TRIGGER t BEFORE INSERT ON x FOR EACH ROW EXECUTE FUNCTION articles_log_chain()",
    ],
    "a rule in the way": ["CREATE RULE r AS ON UPDATE TO articles_article DO INSTEAD NOTHING", forged(), GO],
    # --- the guards themselves
    "triggers turned off": ["ALTER TABLE articles_article DISABLE TRIGGER ALL", forged(), GO],
    "the gate dropped": ["DROP TRIGGER articles_gate ON articles_article", forged(), GO],
    "the gate exchanged": [
        "CREATE OR REPLACE FUNCTION articles_gate() RETURNS trigger LANGUAGE plpgsql AS $x$ BEGIN RETURN NEW; END $x$",
        forged(),
        GO,
    ],
    "the gate's path taken away": ["ALTER FUNCTION articles_gate() RESET search_path", forged(), GO],
    "triggers as on a replica": ["SET LOCAL session_replication_role = replica", forged(), GO],
    "the catalogue": ["UPDATE pg_trigger SET tgenabled = 'D' WHERE tgname = 'articles_gate'", forged(), GO],
    "the owner's role": ["SET LOCAL ROLE postgres", forged(), GO],
    "rights given to oneself": ["GRANT ALL ON articles_logentry TO citewell_app", forged(), GO],
    "more rights for the role": ["ALTER ROLE citewell_app SUPERUSER", forged(), GO],
    "the key of the seals": ["SELECT inner_pad FROM articles_sealkey", forged(), GO],
    "a key of one's own": ["UPDATE articles_sealkey SET inner_pad = '\\x00', outer_pad = '\\x00'", forged(), GO],
    "a block of code": [
        forged(),
        "DO $x$ BEGIN PERFORM set_config('search_path', 'pg_temp', true); "
        + GO
        + "; EXCEPTION WHEN OTHERS THEN "
        + GO
        + "; END $x$",
    ],
    "a program of the server": ["COPY articles_article TO PROGRAM 'true'", forged(), GO],
    "a file of the server": ["COPY articles_logentry FROM '/etc/hostname'", forged(), GO],
    "constraints put off": [
        "SET CONSTRAINTS ALL DEFERRED",
        "DELETE FROM articles_flag WHERE article_id = {a}",
        forged(),
        GO,
    ],
    "a savepoint in between": [
        "SAVEPOINT s",
        "DELETE FROM articles_flag WHERE article_id = {a}",
        "RELEASE s",
        forged(),
        GO,
    ],
    # --- the log
    "the log's end moved": ["UPDATE articles_loghead SET hash = repeat('0', 64)", forged(), *BOTH, GO],
    "an entry renamed": [
        forged(),
        f"UPDATE articles_logentry SET action = 'approved', revision_id = {LAST} WHERE article_id = {{a}}",
        GO,
    ],
    "endings taken out of the log": [
        "DELETE FROM articles_logentry WHERE action = 'draft-saved' AND article_id = {p}",
        GO.replace("{a}", "{p}"),
    ],
}
