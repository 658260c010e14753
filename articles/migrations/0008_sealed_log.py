"""The log takes entries that bear the seal of the site alone, and approvals are held against who had a share.

Until here whoever could write rows could write an entry in another person's name, and a table or function of the
caller's own could stand in for ours within a trigger (the functions had no fixed search path). Statements stand in
`_sealed_log`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import django.db.models.functions.datetime
from django.db import migrations, models

sql = import_module("articles.migrations._sealed_log")
guards = import_module("articles.migrations.0003_guards")
flags = import_module("articles.migrations.0004_gate_asks_the_flags")
FIXED = sql.FIXED

SHARES = (
    *("created", "imported", "draft-saved", "citations-added", "claim-linked", "claim-unlinked"),
    *("work-changed", "product-changed", "person-changed", "topic-changed", "works-merged", "merge-undone"),
)
COLUMNS = (
    *("id", "article_id", "number", "draft_version", "title", "standfirst", "body", "html", "contributors", "topics"),
    *("citations", "disclosures", "claims", "flags", "decisions", "summary", "dates", "advice_notice", "market"),
    *("engine_version", "content_hash", "change_note", "basis", "created_by_id", "approved_by_id"),
)
TIMES = ("created_at", "approved_at")


def filled(text: str, schema: str) -> str:
    columns = [f"r.{name}" for name in COLUMNS]
    columns += [f"to_char(r.{name} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')" for name in TIMES]
    quoted = ", ".join(f"'{action}'" for action in SHARES)
    return text.format(s=schema, fixed=FIXED, shares=quoted, columns=", ".join(columns))


FUNCTIONS = (sql.REFUSE, sql.APPROVAL, sql.LOG, sql.MAY, sql.SHARE, sql.ROW)


def run(*texts: str) -> Callable[[Any, Any], None]:
    """Executes statements for the schema that the tables are in."""

    def execute(apps: Any, editor: Any) -> None:
        with editor.connection.cursor() as cursor:
            cursor.execute("SELECT quote_ident(current_schema())")
            (schema,) = cursor.fetchone()
        for text in texts:
            editor.execute(filled(text, schema), params=None)

    return execute


def as_before(apps: Any, editor: Any) -> None:
    """The functions of earlier migrations; their triggers stay."""
    head = guards.LOG.partition("CREATE FUNCTION articles_log_head_guard()")[2].partition("CREATE TRIGGER")[0]
    for text in (
        guards.REFUSE.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"),
        flags.LOG,
        f"CREATE OR REPLACE FUNCTION articles_log_head_guard(){head}",
    ):
        editor.execute(text, params=None)
    # A replaced function keeps what the new text does not say.
    for name in ("articles_refuse", "articles_log_chain", "articles_log_head_guard"):
        editor.execute(f"ALTER FUNCTION {name}() SECURITY INVOKER RESET ALL", params=None)


class Migration(migrations.Migration):
    dependencies = [("articles", "0007_status_notices"), ("auth", "0012_alter_user_first_name_max_length")]

    operations = [
        migrations.AddField(
            model_name="revision",
            name="basis",
            field=models.JSONField(
                blank=True, default=dict, help_text="SHA-256 of each thing that the approval rests on, by name."
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="assessed_basis",
            field=models.CharField(blank=True, db_default="", default="", editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="article",
            name="assessment_seal",
            field=models.CharField(blank=True, db_default="", default="", editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="logentry",
            name="seal",
            field=models.CharField(db_default="", default="", editable=False, max_length=160),
        ),
        migrations.AlterField(
            model_name="logentry",
            name="at",
            field=models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
        ),
        migrations.AddConstraint(
            model_name="logentry",
            constraint=models.UniqueConstraint(
                fields=("seal",), condition=~models.Q(seal=""), name="log_seal_used_once"
            ),
        ),
        migrations.AddIndex(
            model_name="logentry",
            index=models.Index(condition=models.Q(("action", "account-linked")), fields=["id"], name="log_of_accounts"),
        ),
        migrations.RunPython(run(sql.KEY), run(sql.UNDO_KEY)),
        migrations.RunPython(run(sql.MAY, sql.SHARE, sql.ROW, sql.APPROVAL), run(sql.DROP)),
        migrations.RunPython(run(sql.REFUSE, sql.LOG), as_before),
    ]
