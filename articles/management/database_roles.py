"""The three accounts of the database: the owner for migrations, the site's own without a say in tables, triggers and
functions, and one that reads.

What the application's role may not do: make or change tables, triggers, functions or temporary tables; change or remove
entries of the log, its end, decisions and what revisions say; see or set the key of the seals (docs/decisions/0003).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import IntegrityError, ProgrammingError, connection, transaction
from psycopg import sql

ALL = "SELECT, INSERT, UPDATE, DELETE"
NARROWED: Mapping[str, str] = {
    "articles_logentry": "SELECT, INSERT",
    "articles_loghead": "SELECT",
    "articles_revision": "SELECT, INSERT, UPDATE (approved_by_id, approved_at, published_at)",
    "articles_decision": "SELECT, INSERT",
    "articles_flagending": "SELECT, INSERT",
    "articles_threadentry": "SELECT, INSERT",
    "articles_amendment": "SELECT, INSERT",
    "articles_policy": "SELECT, INSERT",
    "articles_sealkey": "",
    "articles_pageepoch": "SELECT",
    "articles_foundarticle": "SELECT",
    "articles_foundclaim": "SELECT",
    "articles_foundword": "SELECT",
    "articles_listed": "SELECT",
    "auth_permission": "SELECT",
    "django_content_type": "SELECT",
    "django_migrations": "SELECT",
}
"""What the application's role may do with tables where it may not do everything with rows."""

READ = ("articles_", "citations_", "products_", "auth_group", "auth_permission", "auth_user_", "django_content_type")
READ_WHOLE = ("django_migrations", "django_admin_log")
HIDDEN = ("articles_sealkey",)
OF_ACCOUNTS = "id, username, first_name, last_name, email, is_active, is_staff, is_superuser, last_login, date_joined"
"""What the auditor sees of accounts: no hash of a password, no session, no second factor."""

MAINTAIN = 17_00_00
"""From this version of PostgreSQL the right to gather figures on a table is given by itself."""


class RolesRefused(Exception):
    """The roles could not be made; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Roles:
    """The names. An empty `owner` leaves everything to whoever owns it now."""

    application: str = "citewell_app"
    auditor: str = "citewell_auditor"
    owner: str = ""


def make_roles(roles: Roles, *, passwords: Mapping[str, str] | None = None) -> list[str]:
    """Makes the roles that are missing and gives them what they need and no more; what was done, in sentences.

    Run it as the owner of the tables or as a superuser, and again after every `migrate`. Doing it twice changes
    nothing. Before the first `migrate` it makes the roles alone. Raises RolesRefused.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        _need_rights(cursor, roles)
        said = [_make(cursor, name, (passwords or {}).get(name, "")) for name in _names(roles)]
        if roles.owner:
            _hand_over(cursor, roles.owner)
        _database(cursor, roles)
        tables = _tables(cursor)
        _application(cursor, roles, tables)
        _auditor(cursor, roles, tables)
    return [*said, f"{len(tables)} tables: {roles.application} works with rows, {roles.auditor} reads."]


def _names(roles: Roles) -> list[str]:
    return [name for name in (roles.owner, roles.application, roles.auditor) if name]


def _run(cursor: Any, text: str, **names: Any) -> None:
    parts = {key: value if isinstance(value, sql.Composable) else sql.Identifier(value) for key, value in names.items()}
    cursor.execute(sql.SQL(text).format(**parts))


def _need_rights(cursor: Any, roles: Roles) -> None:
    cursor.execute("SELECT current_user")
    (me,) = cursor.fetchone()
    if me in (roles.application, roles.auditor):
        raise RolesRefused(f"This is {me} itself. Set DATABASE_URL to the account that owns the tables, and try again.")
    if len(set(_names(roles))) < len(_names(roles)):
        raise RolesRefused("The roles need names of their own each.")


def _make(cursor: Any, name: str, password: str) -> str:
    cursor.execute("SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user")
    (may_make,) = cursor.fetchone()
    cursor.execute("SELECT rolsuper OR rolcreaterole OR rolcreatedb FROM pg_roles WHERE rolname = %s", [name])
    found = cursor.fetchone()
    if found and found[0]:
        raise RolesRefused(f"{name} may make roles or databases, or is a superuser. Choose another name.")
    if not found and not may_make:
        raise RolesRefused(f"There is no role {name}, and this account may not make roles. Have a superuser make it.")
    if not found:
        _create(cursor, name)
    if password:
        _run(cursor, "ALTER ROLE {name} PASSWORD {password}", name=name, password=sql.Literal(password))
    return f"{name} is there." if found else f"{name} was made{'' if password else ', without a password'}."


def _create(cursor: Any, name: str) -> None:
    try:
        with transaction.atomic():
            _run(cursor, "CREATE ROLE {name} LOGIN NOINHERIT NOCREATEDB NOCREATEROLE NOSUPERUSER", name=name)
    except (ProgrammingError, IntegrityError) as error:
        # Somebody made it at the same moment, for another database of the same server.
        if getattr(error.__cause__, "sqlstate", "") not in ("42710", "23505"):
            raise


def _database(cursor: Any, roles: Roles) -> None:
    cursor.execute("SELECT current_database(), current_schema()")
    database, schema = cursor.fetchone()
    _run(cursor, "REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM PUBLIC", database=database)
    _run(cursor, "REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC", schema=schema)
    for name in (roles.application, roles.auditor):
        _run(cursor, "GRANT CONNECT ON DATABASE {database} TO {name}", database=database, name=name)
        _run(cursor, "REVOKE CREATE, TEMPORARY ON DATABASE {database} FROM {name}", database=database, name=name)
        _run(cursor, "GRANT USAGE ON SCHEMA {schema} TO {name}", schema=schema, name=name)
        _run(cursor, "REVOKE CREATE ON SCHEMA {schema} FROM {name}", schema=schema, name=name)
    _run(cursor, "ALTER ROLE {name} SET default_transaction_read_only = on", name=roles.auditor)
    for kind, rights in (("TABLES", ALL), ("SEQUENCES", "USAGE, SELECT")):
        for maker in [roles.owner] if roles.owner else ["CURRENT_USER"]:
            who = sql.SQL("CURRENT_USER") if maker == "CURRENT_USER" else sql.Identifier(maker)
            text = (
                f"ALTER DEFAULT PRIVILEGES FOR ROLE {{who}} IN SCHEMA {{schema}} GRANT {rights} ON {kind} TO {{name}}"
            )
            _run(cursor, text, who=who, schema=schema, name=roles.application)


def _tables(cursor: Any) -> list[str]:
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename")
    return [name for (name,) in cursor.fetchall()]


def _application(cursor: Any, roles: Roles, tables: Iterable[str]) -> None:
    for table in tables:
        _run(cursor, "REVOKE ALL ON {table} FROM {name}, PUBLIC", table=table, name=roles.application)
        if rights := NARROWED.get(table, ALL):
            _run(cursor, f"GRANT {rights} ON {{table}} TO {{name}}", table=table, name=roles.application)
    cursor.execute("SELECT sequencename FROM pg_sequences WHERE schemaname = current_schema()")
    for (sequence,) in cursor.fetchall():
        _run(cursor, "GRANT USAGE, SELECT ON SEQUENCE {sequence} TO {name}", sequence=sequence, name=roles.application)
    cursor.execute("SELECT current_setting('server_version_num')::int")
    if cursor.fetchone()[0] >= MAINTAIN and "citations_notice" in tables:
        _run(cursor, "GRANT MAINTAIN ON citations_notice TO {name}", name=roles.application)


def _auditor(cursor: Any, roles: Roles, tables: Iterable[str]) -> None:
    for table in tables:
        _run(cursor, "REVOKE ALL ON {table} FROM {name}", table=table, name=roles.auditor)
        if table == "auth_user":
            _run(cursor, f"GRANT SELECT ({OF_ACCOUNTS}) ON auth_user TO {{name}}", name=roles.auditor)
        elif table in READ_WHOLE or (table.startswith(READ) and table not in HIDDEN):
            _run(cursor, "GRANT SELECT ON {table} TO {name}", table=table, name=roles.auditor)


def _hand_over(cursor: Any, owner: str) -> None:
    """Makes `owner` the owner of the database and of everything of ours in it, extensions left alone."""
    cursor.execute("SELECT current_database(), current_schema()")
    database, schema = cursor.fetchone()
    _run(cursor, "ALTER DATABASE {database} OWNER TO {owner}", database=database, owner=owner)
    _run(cursor, "ALTER SCHEMA {schema} OWNER TO {owner}", schema=schema, owner=owner)
    cursor.execute(
        "SELECT c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace "
        "WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p') "
        "AND NOT EXISTS (SELECT 1 FROM pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'e')"
    )
    for (table,) in cursor.fetchall():  # sequences of columns go with their tables
        _run(cursor, "ALTER TABLE {table} OWNER TO {owner}", table=table, owner=owner)
    cursor.execute(
        "SELECT p.oid::regprocedure::text FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace "
        "WHERE n.nspname = current_schema() "
        "AND NOT EXISTS (SELECT 1 FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e')"
    )
    for (function,) in cursor.fetchall():
        _run(cursor, "ALTER FUNCTION {function} OWNER TO {owner}", function=sql.SQL(function), owner=owner)
