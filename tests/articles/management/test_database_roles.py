"""The site's own account of the database can do its work and nothing that would go around the guards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from articles import services
from articles.management.database_roles import Roles, RolesRefused, make_roles
from tests.articles.factories import assess_as, live, make_article, make_published_article, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def roles(_roles: None, db: None) -> Iterator[Roles]:
    yield Roles()
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


def become(name: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET ROLE {name}")


def refused(statement: str) -> str:
    with pytest.raises(DatabaseError) as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    return str(caught.value.__cause__.sqlstate)


def test_it_refuses_to_work_as_one_of_them_and_to_take_a_superuser(roles: Roles) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE a_superuser SUPERUSER")
    with pytest.raises(RolesRefused, match="is a superuser"):
        make_roles(Roles(application="a_superuser"))
    with pytest.raises(RolesRefused, match="names of their own"):
        make_roles(Roles(application="one", auditor="one"))
    become(roles.application)
    with pytest.raises(CommandError, match="This is citewell_app itself"):
        call_command("database_roles")


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TEMP TABLE articles_flag (LIKE public.articles_flag)",
        "CREATE TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql AS 'SELECT $1'",
        "CREATE EXTENSION hstore",
        "ALTER TABLE articles_article DISABLE TRIGGER articles_gate",
        "ALTER TABLE articles_article DISABLE TRIGGER ALL",
        "DROP TRIGGER articles_gate ON articles_article",
        "DROP FUNCTION articles_gate() CASCADE",
        "ALTER TABLE articles_flag OWNER TO citewell_app",
        "SET session_replication_role = replica",
        "UPDATE articles_logentry SET action = 'x'",
        "DELETE FROM articles_logentry",
        "TRUNCATE articles_flag",
        "UPDATE articles_loghead SET hash = ''",
        "INSERT INTO articles_loghead (id, entries, last_id, hash) VALUES (2, 1, 1, '')",
        "UPDATE articles_revision SET body = 'x'",
        "DELETE FROM articles_revision",
        "UPDATE articles_decision SET reason = 'x'",
        "SELECT * FROM articles_sealkey",
        "UPDATE articles_sealkey SET inner_pad = ''",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('x', 'y', now())",
        "CREATE ROLE another",
        "GRANT citewell_owner TO citewell_app",
    ],
)
def test_the_site_may_not(roles: Roles, statement: str) -> None:
    become(roles.application)
    assert refused(statement)[:2] in ("42", "55", "0L"), statement


def test_the_site_does_its_work(roles: Roles, author: User, editor: User) -> None:
    reviewer = make_user("Medical reviewers")
    become(roles.application)
    article = make_published_article(by=author, approver=reviewer, publisher=editor)
    assert live(article).approved_by == reviewer
    draft = assess_as(make_article(by=author))
    services.submit_for_review(article=draft, by=author)
    services.withdraw(article=article, by=editor, reason="A reader found a mistake.")


def test_an_auditor_reads_what_is_needed_and_changes_nothing(roles: Roles) -> None:
    make_published_article()
    become(roles.auditor)
    call_command("verify_log", stdout=__import__("io").StringIO())
    for table in ("articles_sealkey", "django_session", "mfa_authenticator"):
        assert refused(f"SELECT * FROM {table}") == "42501"
    assert refused("SELECT password FROM auth_user") == "42501"
    assert refused("UPDATE articles_article SET title = 'x'") == "42501"
    with connection.cursor() as cursor:
        cursor.execute("SELECT username, is_superuser FROM auth_user")
        assert cursor.fetchall()


def test_an_owner_of_its_own_gets_everything_and_the_guards_go_on(roles: Roles) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        (me,) = cursor.fetchone()
    owned = Roles(owner="citewell_owner")
    assert any("citewell_owner" in line for line in make_roles(owned))
    assert make_roles(owned) == make_roles(owned)
    become("citewell_app")
    assert live(make_published_article())
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")
        cursor.execute("SELECT tableowner FROM pg_tables WHERE tablename = 'articles_logentry'")
        assert cursor.fetchone() == ("citewell_owner",)
    assert me != "citewell_owner"


def test_the_command_says_what_it_did(capsys: Any) -> None:
    call_command("database_roles")
    assert "works with rows" in capsys.readouterr().out
