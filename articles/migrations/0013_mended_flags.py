"""A flag that people mended ends as mended, with the words before and after; the gate, the guards and the log know it.

Endings are rows of their own that nothing alters: a flag may be raised again and end again. What a flag was raised on
stays with it, and on whom it waits. Indexes let the review desk page in reading order through a million flags.
"""

from __future__ import annotations

from importlib import import_module

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
from django.db import migrations, models

sql = import_module("articles.migrations._guarded_gate")
before = import_module("articles.migrations.0009_guarded_flags")
filled, run = before.filled, before.run

FLAG = sql.FLAG.partition("CREATE TRIGGER articles_flag_guard")[0]
FLAG = FLAG.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION").replace(
    "NEW.state IN ('fixed', 'void')", "NEW.state IN ('mended', 'fixed', 'void')"
)
GATE = sql.GATE.replace("'accepted', 'fixed', 'void'", "'accepted', 'mended', 'fixed', 'void'")
ENDING = """
CREATE FUNCTION {s}.articles_flagending_made() RETURNS trigger {fixed} AS $$
BEGIN
    NEW.ended_at := clock_timestamp();
    IF NOT EXISTS (
        SELECT 1 FROM {s}.articles_logentry AS e JOIN {s}.articles_flag AS f ON f.article_id = e.article_id
        WHERE f.id = NEW.flag_id AND e.action = 'flags-closed' AND e.at >= transaction_timestamp()
            AND e.data->NEW.state @> to_jsonb(NEW.flag_id)
    ) THEN
        RAISE EXCEPTION 'INSERT refused: flag % ends as “%” by a reading on the log alone.', NEW.flag_id, NEW.state
            USING ERRCODE = 'CW001';
    END IF;
    RETURN NEW;
END
$$;
CREATE FUNCTION {s}.articles_flagending_kept() RETURNS trigger {fixed} AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM {s}.articles_flag WHERE id = OLD.flag_id) THEN
        RAISE EXCEPTION 'DELETE refused: how flag % ended goes with its article alone.', OLD.flag_id
            USING ERRCODE = 'CW001';
    END IF;
    RETURN NULL;
END
$$;
"""
ENDING_TRIGGERS = """
CREATE TRIGGER articles_flagending_made BEFORE INSERT ON {s}.articles_flagending
    FOR EACH ROW EXECUTE FUNCTION {s}.articles_flagending_made();
CREATE TRIGGER articles_flagending_final BEFORE UPDATE ON {s}.articles_flagending
    FOR EACH ROW EXECUTE FUNCTION {s}.articles_refuse();
CREATE CONSTRAINT TRIGGER articles_flagending_kept AFTER DELETE ON {s}.articles_flagending
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION {s}.articles_flagending_kept();
CREATE TRIGGER articles_flagending_not_emptied BEFORE TRUNCATE ON {s}.articles_flagending
    FOR EACH STATEMENT EXECUTE FUNCTION {s}.articles_refuse();
"""
UNDO_ENDING = """
DROP TRIGGER articles_flagending_not_emptied ON {s}.articles_flagending;
DROP TRIGGER articles_flagending_kept ON {s}.articles_flagending;
DROP TRIGGER articles_flagending_final ON {s}.articles_flagending;
DROP TRIGGER articles_flagending_made ON {s}.articles_flagending;
DROP FUNCTION {s}.articles_flagending_kept();
DROP FUNCTION {s}.articles_flagending_made();
"""
FUNCTIONS = (FLAG, GATE, ENDING)
WORDS = """
UPDATE articles_flag AS f SET words = c.text FROM articles_claim AS c WHERE c.id = f.claim_id AND f.words = ''
"""


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0012_how_sure"),
    ]

    operations = [
        migrations.CreateModel(
            name="FlagEnding",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[("mended", "Mended"), ("fixed", "No longer raised"), ("void", "Void")], max_length=10
                    ),
                ),
                (
                    "changed",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("words", "the words"),
                                ("sources", "the sources"),
                                ("gone", "the sentence was taken out"),
                                ("page", "the page around it"),
                                ("facts", "what is known of its sources"),
                                ("rules", "the rules of the engine"),
                            ],
                            max_length=10,
                        ),
                        default=list,
                        size=None,
                    ),
                ),
                ("before", models.TextField(blank=True)),
                ("after", models.TextField(blank=True)),
                ("version", models.PositiveIntegerField()),
                ("ended_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["flag", "ended_at", "pk"],
            },
        ),
        migrations.RemoveIndex(
            model_name="flag",
            name="flag_by_code",
        ),
        migrations.AddField(
            model_name="flag",
            name="asked",
            field=models.CharField(blank=True, db_default="", default="", max_length=20),
        ),
        migrations.AddField(
            model_name="flag",
            name="words",
            field=models.TextField(blank=True, db_default="", default=""),
        ),
        migrations.AlterField(
            model_name="decision",
            name="verdict",
            field=models.CharField(
                choices=[
                    ("accept", "Accept with a reason"),
                    ("not-a-claim", "Not a claim"),
                    ("ask-source", "Ask for a source"),
                    ("ask-wording", "Ask for other words"),
                    ("note", "Write to the author"),
                    ("refer", "Ask a medical reviewer"),
                    ("reopen", "Open again"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="flag",
            name="state",
            field=models.CharField(
                choices=[
                    ("open", "Open"),
                    ("accepted", "Accepted"),
                    ("mended", "Mended"),
                    ("fixed", "No longer raised"),
                    ("void", "Void"),
                ],
                default="open",
                max_length=10,
            ),
        ),
        migrations.AddIndex(
            model_name="flag",
            index=models.Index(fields=["state", "-article", "place", "severity_rank", "id"], name="flag_reading"),
        ),
        migrations.AddIndex(
            model_name="flag",
            index=models.Index(fields=["state", "severity_rank", "-article", "place", "id"], name="flag_reading_grave"),
        ),
        migrations.AddIndex(
            model_name="flag",
            index=models.Index(
                fields=["code", "state", "-article", "place", "severity_rank", "id"], name="flag_by_kind"
            ),
        ),
        migrations.AddIndex(
            model_name="flag",
            index=models.Index(
                condition=models.Q(("state", "open"), models.Q(("asked", ""), _negated=True)),
                fields=["asked", "-article", "place", "severity_rank", "id"],
                name="flag_asked",
            ),
        ),
        migrations.AddIndex(
            model_name="flag",
            index=models.Index(fields=["state", "first_raised"], name="flag_by_age"),
        ),
        migrations.AddIndex(
            model_name="flag",
            index=django.contrib.postgres.indexes.GinIndex(
                django.contrib.postgres.search.SearchVector("words", config="english"), name="flag_words"
            ),
        ),
        migrations.AddField(
            model_name="flagending",
            name="flag",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="endings", to="articles.flag"
            ),
        ),
        migrations.RunPython(
            run(FLAG, GATE),
            run(
                sql.FLAG.partition("CREATE TRIGGER")[0].replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"),
                sql.GATE,
            ),
        ),
        migrations.RunPython(run(ENDING, ENDING_TRIGGERS), run(UNDO_ENDING)),
        migrations.RunSQL(WORDS, migrations.RunSQL.noop),
    ]
