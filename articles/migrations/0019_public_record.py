"""The public record: entries that stand on the log, never change, and without which no live page changes or goes.

`{s}` is the schema, as in `_sealed_log`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

FIXED = import_module("articles.migrations._sealed_log").FIXED

# The entry of the log is sealed, so that a statement alone cannot make one; it was made in this very transaction.
MADE = """
CREATE FUNCTION {s}.articles_amendment_made() RETURNS trigger {fixed} AS $$
DECLARE
    entry {s}.articles_logentry%ROWTYPE;
BEGIN
    SELECT * INTO entry FROM {s}.articles_logentry AS e
    WHERE e.id = NEW.entry AND e.action = 'amended' AND e.article_id = NEW.article_id
        AND e.at >= transaction_timestamp() AND e.actor_id IS NOT DISTINCT FROM NEW.by_id
        AND e.data - 'follows' = jsonb_build_object(
            'kind', NEW.kind, 'wrong', NEW.wrong, 'right', NEW."right", 'by_name', NEW.by_name,
            'before', NEW.before_id, 'after', NEW.after_id, 'replacement', NEW.replacement_id
        );
    IF NOT FOUND THEN
        RAISE EXCEPTION 'INSERT refused: an entry of the public record stands on the log with the same words.'
            USING ERRCODE = 'CW002';
    END IF;
    NEW.at := entry.at;
    RETURN NEW;
END
$$;
CREATE TRIGGER articles_amendment_made BEFORE INSERT ON {s}.articles_amendment
    FOR EACH ROW EXECUTE FUNCTION {s}.articles_amendment_made();
CREATE TRIGGER articles_amendment_kept BEFORE UPDATE OR DELETE ON {s}.articles_amendment
    FOR EACH ROW EXECUTE FUNCTION {s}.articles_refuse();
CREATE TRIGGER articles_amendment_not_emptied BEFORE TRUNCATE ON {s}.articles_amendment
    FOR EACH STATEMENT EXECUTE FUNCTION {s}.articles_refuse();
"""
UNDO_MADE = """
DROP TRIGGER articles_amendment_not_emptied ON {s}.articles_amendment;
DROP TRIGGER articles_amendment_kept ON {s}.articles_amendment;
DROP TRIGGER articles_amendment_made ON {s}.articles_amendment;
DROP FUNCTION {s}.articles_amendment_made();
"""

TOLD = """
CREATE FUNCTION {s}.articles_change_told() RETURNS trigger {fixed} AS $$
BEGIN
    IF OLD.live_revision_id IS NOT NULL AND NEW.live_revision_id IS DISTINCT FROM OLD.live_revision_id
        AND NOT EXISTS (
            SELECT 1 FROM {s}.articles_amendment AS a
            WHERE a.article_id = NEW.id AND a.at >= transaction_timestamp()
                AND a.before_id = OLD.live_revision_id AND a.after_id IS NOT DISTINCT FROM NEW.live_revision_id
        )
    THEN
        RAISE EXCEPTION 'UPDATE refused: readers are told nothing of what changes in article %.', NEW.id
            USING ERRCODE = 'CW001', HINT = 'Each change of a live page has an entry of the public record.';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER articles_change_told AFTER UPDATE OF live_revision_id ON {s}.articles_article
    FOR EACH ROW EXECUTE FUNCTION {s}.articles_change_told();
"""
UNDO_TOLD = """
DROP TRIGGER articles_change_told ON {s}.articles_article;
DROP FUNCTION {s}.articles_change_told();
"""

FUNCTIONS = (MADE, TOLD)


def filled(text: str, schema: str) -> str:
    return text.format(s=schema, fixed=FIXED)


def run(*texts: str) -> Callable[[Any, Any], None]:
    def execute(apps: Any, editor: Any) -> None:
        with editor.connection.cursor() as cursor:
            cursor.execute("SELECT quote_ident(current_schema())")
            (schema,) = cursor.fetchone()
        for text in texts:
            editor.execute(filled(text, schema), params=None)

    return execute


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0018_working_copies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Amendment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("correction", "Correction"),
                            ("update", "Update"),
                            ("retraction", "Retraction"),
                            ("withdrawal", "Withdrawal"),
                            ("return", "Put back"),
                            ("source", "Change in a source"),
                            ("out-of-date", "Marked for an update"),
                        ],
                        max_length=12,
                    ),
                ),
                ("wrong", models.TextField(blank=True, verbose_name="what was wrong")),
                ("right", models.TextField(verbose_name="what is right now, or what changed")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("by_name", models.CharField(blank=True, max_length=200, verbose_name="name that readers see")),
                ("entry", models.BigIntegerField(editable=False, help_text="Its entry of the log.", unique=True)),
                (
                    "after",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="amendments", to="articles.article"
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="articles.revision"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "replacement",
                    models.ForeignKey(
                        help_text="What to read instead.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "verbose_name": "entry of the public record",
                "verbose_name_plural": "public record",
                "ordering": ["-entry"],
                "indexes": [
                    models.Index(fields=["article", "-entry"], name="amendments_of_article"),
                    models.Index(fields=["kind", "-entry"], name="amendments_of_kind"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("right", ""), _negated=True), name="amendment_says_something"
                    )
                ],
            },
        ),
        migrations.RunPython(run(MADE), run(UNDO_MADE)),
        migrations.RunPython(run(TOLD), run(UNDO_TOLD)),
    ]
