"""What somebody altered past the guards is found by `verify_log`, or decision 3 says that it is not and why.

A superuser turns triggers off and writes what they like; everybody else is refused before (`test_database_roles`).
"""

from __future__ import annotations

import hashlib
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from articles import services
from articles.management.database_roles import Roles, make_roles
from articles.models import Article, Flag, LogEntry
from articles.services import anchors, log, people
from articles.services.log_verification import ENTRIES, verify
from tests.articles.factories import (
    assess_as,
    flag,
    make_approved_article,
    make_article,
    make_contributor,
    make_published_article,
    make_user,
)

pytestmark = pytest.mark.django_db

CHANGES = {
    "the words of a live page": "UPDATE articles_revision SET html = '<p>Ginger cures cancer.</p>' WHERE id = {live}",
    "its body": "UPDATE articles_revision SET body = 'x' WHERE id = {live}",
    "its title": "UPDATE articles_revision SET title = 'x' WHERE id = {live}",
    "its sources": "UPDATE articles_revision SET citations = '[]' WHERE id = {live}",
    "its flags": "UPDATE articles_revision SET flags = '[]', summary = '{{}}' WHERE id = {live}",
    "its decisions": "UPDATE articles_revision SET decisions = '[{{}}]' WHERE id = {live}",
    "its people": "UPDATE articles_revision SET contributors = '[]' WHERE id = {live}",
    "its dates": 'UPDATE articles_revision SET dates = \'{{"reviewed_on": "2026-01-01"}}\' WHERE id = {live}',
    "its disclosures": "UPDATE articles_revision SET disclosures = '[{{}}]' WHERE id = {live}",
    "who approved it": "UPDATE articles_revision SET approved_by_id = {third} WHERE id = {live}",
    "when it was approved": "UPDATE articles_revision SET approved_at = now() - interval '1 year' WHERE id = {live}",
    "who made it": "UPDATE articles_revision SET created_by_id = {third} WHERE id = {live}",
    "words and hash": "UPDATE articles_revision SET html = 'x', content_hash = repeat('0', 64) WHERE id = {live}",
    "a revision that waits": "UPDATE articles_revision SET html = 'x' WHERE id = {waiting}",
    "which revision is live": "UPDATE articles_article SET live_revision_id = {older} WHERE id = {article}",
    "what is live, without a word": "UPDATE articles_article SET live_revision_id = {waiting}, "
    "published_at = now(), status = 'published' WHERE id = {approved}",
    "a page taken off in silence": "UPDATE articles_article SET live_revision_id = NULL, status = 'draft' "
    "WHERE id = {article}",
    "a decision's reason": "UPDATE articles_decision SET reason = 'Of course.'",
    "a decision's person": "UPDATE articles_decision SET person_id = {other}",
    "a decision gone": "DELETE FROM articles_decision",
    "a decision that nobody made": "INSERT INTO articles_decision "
    "(flag_id, verdict, person_id, role, reason, decided_at) "
    "VALUES ({open}, 'accept', {other}, '', 'It is well known.', now())",
    "a blocker accepted": "UPDATE articles_flag SET state = 'accepted' WHERE id = {open}",
    "a blocker fixed": "UPDATE articles_flag SET state = 'fixed', closed_at = now() WHERE id = {open}",
    "a blocker mended": "UPDATE articles_flag SET state = 'mended', closed_at = now() WHERE id = {open}",
    "a blocker void": "UPDATE articles_flag SET state = 'void' WHERE id = {open}",
    "a decided blocker's severity": "UPDATE articles_flag SET severity = 'note' WHERE id = {decided}",
    "an account": "UPDATE articles_contributor SET user_id = {other} WHERE id = {linked}",
    "an account taken off": "UPDATE articles_contributor SET user_id = NULL WHERE id = {linked}",
    "a correction's words": "UPDATE articles_amendment SET \"right\" = 'Nothing.'",
    "a correction gone": "DELETE FROM articles_amendment",
    "a correction that nobody made": 'INSERT INTO articles_amendment (article_id, kind, wrong, "right", by_name, '
    "entry, at) VALUES ({article}, 'update', '', 'It is better now.', '', 99000, now())",
    "a guard dropped": "DROP TRIGGER articles_gate ON articles_article",
    "a guard turned off": "ALTER TABLE articles_flag DISABLE TRIGGER articles_flag_guard",
    "a guard's function": "CREATE OR REPLACE FUNCTION articles_gate() RETURNS trigger LANGUAGE plpgsql "
    "SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN NEW; END'",
    "the path of a guard": "ALTER FUNCTION articles_gate() RESET search_path",
    "an entry's words": "UPDATE articles_logentry SET data = '{{}}' WHERE action = 'published'",
    "an entry's person": "UPDATE articles_logentry SET actor_id = {other} WHERE action = 'approved'",
    "an entry gone": "DELETE FROM articles_logentry WHERE id = (SELECT min(id) + 3 FROM articles_logentry)",
    "the last entry gone": "DELETE FROM articles_logentry WHERE id = (SELECT max(id) FROM articles_logentry)",
    "all entries gone": "DELETE FROM articles_logentry",
}


@pytest.fixture
def places(author: User, editor: User, superuser: User) -> dict[str, int]:
    """A small newsroom: a page in its second revision, an approval that waits, a blocked draft, a linked account."""
    article = make_published_article(by=author, publisher=editor)
    older = article.live_revision_id
    services.submit_for_review(article=assess_as(article, links={0: ["doe2019"]}), by=author)
    services.approve(article=article, by=make_user("Medical reviewers"), version=article.version)
    services.publish(article=article, by=editor)
    approved = make_approved_article(by=author)
    blocked = assess_as(make_article(by=author), flags={0: [flag(), flag("unresolved-mention")]})
    first, second = Flag.objects.filter(article=blocked).order_by("pk")
    services.decide_flag(flag=first, by=editor, verdict="accept", reason="The form came in by post.")
    linked = make_contributor()
    people.link_account(contributor=linked, user=editor, by=superuser)
    article.refresh_from_db()
    return {
        "article": article.pk,
        "older": older,
        "live": article.live_revision_id,
        "approved": approved.pk,
        "waiting": approved.review_revision_id,
        "decided": first.pk,
        "open": second.pk,
        "linked": linked.pk,
        "other": author.pk,
        "third": make_user("Editors").pk,
    }


def verified() -> str:
    out = StringIO()
    call_command("verify_log", stdout=out)
    return out.getvalue()


def as_superuser(*statements: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET session_replication_role = replica")
        for statement in statements:
            cursor.execute(statement)
        cursor.execute("SET session_replication_role = DEFAULT")


def test_all_is_well_before(places: dict[str, int]) -> None:
    assert "entries are sound" in verified()


def found(statement: str, role: str = "") -> str:
    """What `verify_log` says after the statement, "" for nothing, or that it was refused. Leaves no trace."""
    said = ""
    if role:
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s::regrole", [role])  # one that there is not would refuse everything
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if role:
                cursor.execute(f"SET LOCAL ROLE {role}")
                cursor.execute(statement)
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                cursor.execute("RESET ROLE")
            else:
                as_superuser(statement)
            try:
                verified()
            except CommandError as error:
                said = str(error)
            transaction.set_rollback(True)
    except DatabaseError:
        return "refused"
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET ROLE")
            cursor.execute("SET session_replication_role = DEFAULT")
    return said


def test_what_a_superuser_alters_is_found(places: dict[str, int]) -> None:
    unseen = [name for name, statement in CHANGES.items() if found(statement.format(**places)) in ("", "refused")]
    assert unseen == []
    assert "entries are sound" in verified()


@pytest.mark.usefixtures("_roles")
@pytest.mark.parametrize("role", ["citewell_owner", "citewell_app", "citewell_auditor"])
def test_the_other_roles_are_refused_or_found_out(role: str, places: dict[str, int]) -> None:
    if role == "citewell_owner":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # no table changes hands while a check of it waits
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
        make_roles(Roles(owner=role))
    said = {name: found(statement.format(**places), role) for name, statement in CHANGES.items()}
    assert [name for name, text in said.items() if not text] == []
    passed = {name for name, text in said.items() if text != "refused"}
    # Rows that the site itself writes are not refused by rights alone.
    accounts = {"an account", "an account taken off"}
    assert role == "citewell_owner" or passed <= (accounts if role == "citewell_app" else set())
    assert len(said) >= 20


def test_a_chain_written_anew_from_an_altered_entry_on_is_found_by_its_seals(places: dict[str, int]) -> None:
    as_superuser("UPDATE articles_logentry SET data = data || '{\"reason\": \"x\"}' WHERE action = 'flag-decided'")
    _rewrite()
    with pytest.raises(CommandError, match="bears no seal of this site"):
        verified()


def test_an_entry_that_a_superuser_puts_in_is_found_by_its_missing_seal(places: dict[str, int]) -> None:
    as_superuser(
        "INSERT INTO articles_logentry (id, at, actor_id, actor_name, action, article_id, data, previous, hash, seal) "
        f"SELECT max(id) + 1, now(), {places['other']}, 'author', 'withdrawn', {places['article']}, '{{}}', '', '', '' "
        "FROM articles_logentry"
    )
    _rewrite()
    with pytest.raises(CommandError, match="bears no seal of this site"):
        verified()


def _rewrite() -> None:
    """As somebody would who knows how the chain is made."""
    previous, count = "", 0
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SELECT id FROM articles_logentry ORDER BY id")
        for (pk,) in cursor.fetchall():
            cursor.execute("UPDATE articles_logentry SET previous = %s WHERE id = %s", [previous, pk])
            cursor.execute(ENTRIES.replace("ORDER BY id", f"WHERE id = {pk}"))
            previous = hashlib.sha256(cursor.fetchone()[3].encode()).hexdigest()
            cursor.execute("UPDATE articles_logentry SET hash = %s WHERE id = %s", [previous, pk])
            count += 1
        cursor.execute("UPDATE articles_loghead SET hash = %s, entries = %s", [previous, count])
        cursor.execute("SET session_replication_role = DEFAULT")


# --- What only an anchor shows -----------------------------------------------------------------------------


def _cut_short() -> None:
    last = LogEntry.objects.order_by("-pk")[1]
    as_superuser(
        f"DELETE FROM articles_logentry WHERE id > {last.pk}",
        f"UPDATE articles_loghead SET entries = entries - 1, last_id = {last.pk}, hash = '{last.hash}'",
    )


@pytest.mark.parametrize("place", ["file", "database"])
def test_a_log_cut_short_with_its_end_is_found_by_an_anchor(
    place: str, tmp_path: Path, settings: Any, author: User
) -> None:
    if place == "file":
        settings.LOG_ANCHOR_FILE = str(tmp_path / "anchors")
    else:
        place_of = connection.settings_dict
        host = quote(place_of["HOST"], safe="")
        settings.LOG_ANCHOR_DATABASE_URL = f"postgresql://{place_of['USER']}@{host}/{place_of['NAME']}"
    for number in range(3):
        log.record(action=f"act-{number}", by=author)
    assert anchors.write() == {place: ""}
    call_command("verify_log", "--holds", stdout=StringIO())
    _cut_short()
    assert verify().broken is None
    with pytest.raises(CommandError, match="rewritten or cut short"):
        call_command("verify_log", "--holds")


def test_anchors_are_mailed(settings: Any, author: User) -> None:
    settings.LOG_ANCHOR_MAIL = ["auditor@example.org"]
    log.record(action="act", by=author)
    anchors.write()
    [sent] = mail.outbox
    assert LogEntry.objects.latest("pk").hash in sent.body


def test_without_anchors_it_says_what_to_do(settings: Any, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="No anchor is kept yet"):
        call_command("verify_log", "--holds")
    settings.LOG_ANCHOR_FILE = str(tmp_path / "missing")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("verify_log", "--holds")


def test_a_place_that_fails_stops_no_other(settings: Any, tmp_path: Path, author: User) -> None:
    settings.LOG_ANCHOR_FILE = str(tmp_path / "no folder" / "anchors")
    settings.LOG_ANCHOR_MAIL = ["auditor@example.org"]
    log.record(action="act", by=author)
    said = anchors.write()
    assert said["file"].startswith("FileNotFoundError")
    assert (said["mail"], len(mail.outbox)) == ("", 1)


# --- Listed in decision 3 as not to be found ---------------------------------------------------------------


def test_the_severity_of_a_flag_that_nobody_decided_stops_the_next_reading(places: dict[str, int]) -> None:
    """`verify_log` cannot know it, but nothing comes of it: the reading fails, and with it any approval."""
    as_superuser(f"UPDATE articles_flag SET severity = 'note' WHERE id = {places['open']}")
    assert "entries are sound" in verified()
    article = Article.objects.get(flags=places["open"])
    assess_as(article, flags={0: [flag(), flag("unresolved-mention")]})
    article.refresh_from_db()
    assert "do not change" in article.assessment_error
