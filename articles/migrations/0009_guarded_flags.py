"""Flags leave "open" by what stands on the log alone, and nothing goes live without its approval there.

What a revision says of its draft's version no longer excuses anything: open blockers of the draft refuse every
revision. Statements stand in `_guarded_gate`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.db import migrations

sql = import_module("articles.migrations._guarded_gate")
guards = import_module("articles.migrations.0003_guards")
flags = import_module("articles.migrations.0004_gate_asks_the_flags")
FIXED = import_module("articles.migrations._sealed_log").FIXED

ENDINGS = (
    *("draft-saved", "changes-requested", "citations-added", "claim-linked", "claim-unlinked", "medically-reviewed"),
    *("review-recorded", "approval-ended", "withdrawn"),
)


FUNCTIONS = (sql.DECISION, sql.FLAG, sql.REVISION, sql.GATE)


def filled(text: str, schema: str) -> str:
    endings = ", ".join(f"'{action}'" for action in ENDINGS)
    return str(text.format(s=schema, fixed=FIXED, endings=endings))


def run(*texts: str) -> Callable[[Any, Any], None]:
    def execute(apps: Any, editor: Any) -> None:
        with editor.connection.cursor() as cursor:
            cursor.execute("SELECT quote_ident(current_schema())")
            (schema,) = cursor.fetchone()
        for text in texts:
            editor.execute(filled(text, schema), params=None)

    return execute


def as_before(apps: Any, editor: Any) -> None:
    revision = guards.REVISION.partition("CREATE TRIGGER")[0]
    editor.execute(revision.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"), params=None)
    editor.execute(flags.GATE, params=None)
    for name in ("articles_revision_guard", "articles_gate"):
        editor.execute(f"ALTER FUNCTION {name}() SECURITY INVOKER RESET ALL", params=None)


class Migration(migrations.Migration):
    dependencies = [("articles", "0008_sealed_log")]

    operations = [
        migrations.AlterModelOptions(
            name="article",
            options={
                "ordering": ["-modified_at", "-pk"],
                "permissions": [
                    ("submit_article", "Can submit articles for review"),
                    ("review_article", "Can ask for changes in articles"),
                    ("approve_article", "Can approve articles"),
                    ("publish_article", "Can publish, schedule and withdraw articles"),
                    ("decide_flag", "Can decide flags"),
                    ("override_blocker", "Can accept a blocker with a reason"),
                    ("review_medically", "Can record a medical review as the reviewer named"),
                    ("link_account", "Can say whose account a person has"),
                ],
            },
        ),
        migrations.RunPython(run(sql.DECISION), run(sql.UNDO_DECISION)),
        migrations.RunPython(run(sql.FLAG), run(sql.UNDO_FLAG)),
        migrations.RunPython(run(sql.REVISION, sql.GATE), as_before),
    ]
