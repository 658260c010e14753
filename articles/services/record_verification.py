"""Holds the records against the log: what is live, what was approved, what was decided, and the guards themselves."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from django.db import connection

from articles.models import Revision
from articles.services.snapshots import content_hash

# Put together here anew, as for the entries: `articles_revision_hash` in the database could be exchanged.
COLUMNS = (
    *("id", "article_id", "number", "draft_version", "title", "standfirst", "body", "html", "contributors", "topics"),
    *("citations", "disclosures", "claims", "flags", "decisions", "summary", "dates", "advice_notice", "market"),
    *("engine_version", "content_hash", "change_note", "basis", "created_by_id", "approved_by_id"),
)
TIME = "to_char(r.{} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
ROW = ", ".join([*(f"r.{name}" for name in COLUMNS), TIME.format("created_at"), TIME.format("approved_at")])

APPROVED = f"""
SELECT e.id, e.action, e.revision_id, e.article_id, e.data->>'row_hash', e.data->>'content_hash',
    r.content_hash, CASE WHEN r.id IS NOT NULL THEN jsonb_build_array({ROW})::text END
FROM articles_logentry AS e LEFT JOIN articles_revision AS r ON r.id = e.revision_id
WHERE e.action IN ('approved', 'published') ORDER BY e.id
"""  # noqa: S608  names of our own columns alone

# The last word of the log on each article: on the site with which revision, or not.
LIVE = """
SELECT coalesce(a.id, w.article_id), a.live_revision_id, w.action, w.revision_id, a.id IS NULL
FROM articles_article AS a FULL JOIN (
    SELECT DISTINCT ON (article_id) article_id, action, revision_id FROM articles_logentry
    WHERE action IN ('published', 'withdrawn') ORDER BY article_id, id DESC
) AS w ON w.article_id = a.id
WHERE a.live_revision_id IS DISTINCT FROM CASE WHEN w.action = 'published' THEN w.revision_id END
ORDER BY 1
"""

DECIDED = """
SELECT d.id, d.flag_id FROM articles_decision AS d
WHERE NOT EXISTS (
    SELECT 1 FROM articles_logentry AS e WHERE e.action = 'flag-decided' AND e.data->'flag' = to_jsonb(d.flag_id)
        AND e.data->>'verdict' = d.verdict AND e.actor_id = d.person_id AND e.data->>'reason' = d.reason
) ORDER BY d.id
"""
UNDECIDED = """
SELECT e.id, e.data->>'flag' FROM articles_logentry AS e JOIN articles_article AS a ON a.id = e.article_id
WHERE e.action = 'flag-decided' AND e.data ? 'decision'
    AND NOT EXISTS (SELECT 1 FROM articles_decision AS d WHERE to_jsonb(d.id) = e.data->'decision')
ORDER BY e.id
"""
# A flag that is no longer open says so on the log, from the first sealed entry on.
CLOSED = """
WITH since AS (
    SELECT CASE WHEN (SELECT seal FROM articles_logentry ORDER BY id LIMIT 1) <> '' THEN '-infinity'
        ELSE (SELECT min(at) FROM articles_logentry WHERE seal <> '') END AS at
)
SELECT f.id, f.state, f.article_id FROM articles_flag AS f, since
WHERE (f.state = 'accepted' AND coalesce((
        SELECT d.verdict FROM articles_decision AS d WHERE d.flag_id = f.id
        ORDER BY d.decided_at DESC, d.id DESC LIMIT 1
    ), '') NOT IN ('accept', 'not-a-claim'))
    OR (f.state IN ('mended', 'fixed', 'void') AND coalesce(f.closed_at, 'infinity') >= since.at AND NOT EXISTS (
        SELECT 1 FROM articles_logentry AS e
        WHERE e.article_id = f.article_id AND e.action = 'flags-closed' AND e.data->f.state @> to_jsonb(f.id)
    ))
ORDER BY f.id
"""
# What was said, by its hash: the log has that for everything but what it quotes itself.
SAID = """
SELECT e.id, e.data->'entry', t.id IS NULL FROM articles_logentry AS e
LEFT JOIN articles_threadentry AS t ON to_jsonb(t.id) = e.data->'entry'
WHERE e.action = 'said' AND EXISTS (SELECT 1 FROM articles_article AS a WHERE a.id = e.article_id)
    AND e.data->>'sha256' IS DISTINCT FROM encode(sha256(convert_to(t.text, 'UTF8')), 'hex')
ORDER BY e.id
"""
GRAVER = """
SELECT DISTINCT f.id, f.article_id FROM articles_flag AS f JOIN articles_logentry AS e
    ON e.action = 'flag-decided' AND e.data->'flag' = to_jsonb(f.id)
WHERE e.data->>'severity' <> f.severity OR e.data->>'code' <> f.code ORDER BY f.id
"""
ACCOUNTS = """
SELECT c.id, c.name FROM articles_contributor AS c JOIN (
    SELECT DISTINCT ON (data->'contributor') data->'contributor' AS contributor, data->'after' AS after
    FROM articles_logentry WHERE action = 'account-linked' ORDER BY data->'contributor', id DESC
) AS l ON l.contributor = to_jsonb(c.id)
WHERE to_jsonb(c.user_id) IS DISTINCT FROM CASE WHEN l.after = 'null' THEN NULL ELSE l.after END ORDER BY c.id
"""
# Each entry of the public record is on the log with the same words, and none of the log is gone from the record.
AMENDED = """
SELECT a.id, a.article_id FROM articles_amendment AS a LEFT JOIN articles_logentry AS e
    ON e.id = a.entry AND e.action = 'amended' AND e.article_id = a.article_id AND e.at = a.at
    AND e.actor_id IS NOT DISTINCT FROM a.by_id AND e.data - 'follows' = jsonb_build_object(
        'kind', a.kind, 'wrong', a.wrong, 'right', a."right", 'by_name', a.by_name,
        'before', a.before_id, 'after', a.after_id, 'replacement', a.replacement_id
    )
WHERE e.id IS NULL ORDER BY a.id
"""
UNAMENDED = """
SELECT e.id, e.article_id FROM articles_logentry AS e
WHERE e.action = 'amended' AND NOT EXISTS (SELECT 1 FROM articles_amendment AS a WHERE a.entry = e.id) ORDER BY e.id
"""
POLICIES = """
SELECT p.page, p.number FROM articles_policy AS p LEFT JOIN articles_logentry AS e
    ON e.id = p.entry AND e.action = 'policy-written' AND e.at = p.at AND e.actor_id IS NOT DISTINCT FROM p.by_id
    AND e.data = jsonb_build_object(
        'page', p.page, 'number', p.number, 'said', p.said, 'by_name', p.by_name,
        'sha256', encode(sha256(convert_to(p.text, 'UTF8')), 'hex')
    )
WHERE e.id IS NULL AND NOT (p.number = 1 AND p.entry IS NULL AND p.by_id IS NULL) ORDER BY p.id
"""
UNWRITTEN = """
SELECT e.id, e.data->>'page', e.data->>'number' FROM articles_logentry AS e
WHERE e.action = 'policy-written' AND NOT EXISTS (SELECT 1 FROM articles_policy AS p WHERE p.entry = e.id) ORDER BY e.id
"""
TRIGGERS = """
SELECT t.tgname FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_namespace AS n
    ON n.oid = c.relnamespace
WHERE n.nspname = current_schema() AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A') AND t.tgname LIKE 'articles\\_%'
"""
FUNCTIONS = """
SELECT p.proname, p.prosrc, p.prosecdef, array_to_string(p.proconfig, ',') FROM pg_proc AS p JOIN pg_namespace AS n
    ON n.oid = p.pronamespace WHERE n.nspname = current_schema() AND p.proname LIKE 'articles\\_%'
"""
GUARDS = (
    *("articles_gate", "articles_revision_guard", "articles_revision_kept", "articles_revision_not_emptied"),
    *("articles_decision_made", "articles_decision_kept", "articles_decision_not_emptied", "articles_flag_guard"),
    *("articles_flag_kept", "articles_flag_not_emptied", "articles_log_chain", "articles_log_kept"),
    *("articles_flagending_made", "articles_flagending_final", "articles_flagending_kept"),
    "articles_flagending_not_emptied",
    *("articles_log_not_emptied", "articles_log_head_guard", "articles_log_head_not_emptied"),
    *("articles_entry_made", "articles_entry_unchanged", "articles_entry_kept", "articles_entry_not_emptied"),
    "articles_thread_kept",
    *("articles_amendment_made", "articles_amendment_kept", "articles_amendment_not_emptied", "articles_change_told"),
    *("articles_policy_made", "articles_policy_kept", "articles_policy_not_emptied"),
)


ALSO: list[Callable[[], Iterable[str]]] = []
"""What rooms above add: pages kept for readers are held against the records they were made of."""


def faults() -> list[str]:
    """Every record that is not as the log says, in words; none where all is well. The chain itself is known to hold."""
    own = [*_approved(), *_live(), *_decided(), *_flags(), *_said()]
    own += [*_amended(), *_policies(), *_accounts(), *_guards()]
    return own + [fault for look in ALSO for fault in look()]


def _rows(statement: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        rows: list[tuple[object, ...]] = cursor.fetchall()
        return rows


def _approved() -> Iterator[str]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(APPROVED)
        while rows := cursor.fetchmany(50):
            for row in rows:
                yield from _one_approved(*row)


def _one_approved(
    entry: int, action: str, revision: int, article: int, row_hash: str, said: str, held: str | None, row: str | None
) -> Iterator[str]:
    where = f"Revision {revision} of article {article}, {action} in entry {entry},"
    if row is None:
        yield f"{where} is gone."
    elif held != said:
        yield f"{where} has another hash of its content than the log."
    elif row_hash and hashlib.sha256(row.encode()).hexdigest() != row_hash:
        yield f"{where} was altered since."


def _live() -> Iterator[str]:
    for article, live, action, revision, gone in _rows(LIVE):
        if gone:
            yield f"Article {article} was published by the log and is gone."
        elif live is None:
            yield f"Article {article} is not on the site, and the log does not say that it was withdrawn."
        else:
            told = f"the log says revision {revision}" if action == "published" else "the log says that it is not"
            yield f"Article {article} is on the site with revision {live}; {told}."
    live_ones = Revision.objects.filter(pk__in=_live_ids()).iterator(chunk_size=50)
    for revision in live_ones:
        if content_hash(revision) != revision.content_hash:
            yield f"What readers see of article {revision.article_id} does not fit its hash: it was altered."


def _live_ids() -> list[int]:
    rows = _rows("SELECT live_revision_id FROM articles_article WHERE live_revision_id IS NOT NULL")
    return [int(str(pk)) for (pk,) in rows]


def _decided() -> Iterator[str]:
    for decision, flag in _rows(DECIDED):
        yield f"Decision {decision} about flag {flag} is not on the log, or is there with other words."
    for entry, flag in _rows(UNDECIDED):
        yield f"The decision of entry {entry} about flag {flag} is gone."


def _flags() -> Iterator[str]:
    for flag, state, article in _rows(CLOSED):
        yield f"Flag {flag} of article {article} is {state}, and nothing on the log made it so."
    for flag, article in _rows(GRAVER):
        yield f"Flag {flag} of article {article} has another severity or code than when it was decided."


def _said() -> Iterator[str]:
    for entry, said, gone in _rows(SAID):
        fate = "is gone" if gone else "was altered since"
        yield f"What was said in entry {entry} (number {said} of the threads) {fate}."


def _amended() -> Iterator[str]:
    for amendment, article in _rows(AMENDED):
        yield f"Entry {amendment} of the public record of article {article} is not on the log, or with other words."
    for entry, article in _rows(UNAMENDED):
        yield f"What entry {entry} of the log tells readers of article {article} is gone from the public record."


def _policies() -> Iterator[str]:
    for page, number in _rows(POLICIES):
        yield f"Version {number} of {page} is not on the log, or with other words."
    for entry, page, number in _rows(UNWRITTEN):
        yield f"Version {number} of {page}, written in entry {entry} of the log, is gone."


def _accounts() -> Iterator[str]:
    for person, name in _rows(ACCOUNTS):
        yield f"The account of {name} (person {person}) is another than the log says."


def _guards() -> Iterator[str]:
    there = {name for (name,) in _rows(TRIGGERS)}
    for name in GUARDS:
        if name not in there:
            yield f"The guard {name} is missing or turned off in the database."
    made = _as_migrated()
    held = {str(name): (source, secure, settings) for name, source, secure, settings in _rows(FUNCTIONS)}
    for name, source in made.items():
        if name not in held:
            yield f"The function {name} is missing in the database."
        elif held[name][0] != source or "search_path=pg_catalog, pg_temp" not in str(held[name][2]):
            yield f"The function {name} in the database is not the one that migrations made."


def _as_migrated() -> dict[str, str]:
    """The bodies of our functions as the last migrations that touched them made them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(current_schema())")
        (schema,) = cursor.fetchone()
    texts = []
    for name in (
        "0008_sealed_log",
        "0009_guarded_flags",
        "0013_mended_flags",
        "0014_conversation",
        "0019_public_record",
        "0022_policies",
        "0023_barred_interests",
    ):
        migration = import_module(f"articles.migrations.{name}")
        texts += [migration.filled(text, schema) for text in migration.FUNCTIONS]
    made = r"CREATE (?:OR REPLACE )?FUNCTION \w+\.(\w+)\(.*?AS \$\$(.*?)\$\$;"
    found = re.findall(made, "\n".join(texts), re.DOTALL)
    return dict(found)
