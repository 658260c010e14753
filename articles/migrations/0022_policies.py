"""How the publication works, in its own words: versions that stand on the log and never change.

`{s}` is the schema, as in `_sealed_log`.
"""

from __future__ import annotations

from importlib import import_module

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

_record = import_module("articles.migrations.0019_public_record")
run, filled = _record.run, _record.filled

# As for entries of the public record. The first version of a page comes with the software and has no entry.
MADE = """
CREATE FUNCTION {s}.articles_policy_made() RETURNS trigger {fixed} AS $$
DECLARE
    said timestamptz;
BEGIN
    IF NEW.number <> 1 + coalesce((SELECT max(p.number) FROM {s}.articles_policy AS p WHERE p.page = NEW.page), 0) THEN
        RAISE EXCEPTION 'INSERT refused: version % of % is not the next.', NEW.number, NEW.page USING ERRCODE = 'CW002';
    END IF;
    IF NEW.number = 1 AND NEW.entry IS NULL AND NEW.by_id IS NULL THEN
        NEW.at := transaction_timestamp();
        RETURN NEW;
    END IF;
    SELECT e.at INTO said FROM {s}.articles_logentry AS e
    WHERE e.id = NEW.entry AND e.action = 'policy-written' AND e.at >= transaction_timestamp()
        AND e.actor_id = NEW.by_id AND e.data = jsonb_build_object(
            'page', NEW.page, 'number', NEW.number, 'said', NEW.said, 'by_name', NEW.by_name,
            'sha256', encode(sha256(convert_to(NEW.text, 'UTF8')), 'hex')
        );
    IF NOT FOUND THEN
        RAISE EXCEPTION 'INSERT refused: a policy stands on the log with the same words.' USING ERRCODE = 'CW002';
    END IF;
    NEW.at := said;
    RETURN NEW;
END
$$;
CREATE TRIGGER articles_policy_made BEFORE INSERT ON {s}.articles_policy
    FOR EACH ROW EXECUTE FUNCTION {s}.articles_policy_made();
CREATE TRIGGER articles_policy_kept BEFORE UPDATE OR DELETE ON {s}.articles_policy
    FOR EACH ROW EXECUTE FUNCTION {s}.articles_refuse();
CREATE TRIGGER articles_policy_not_emptied BEFORE TRUNCATE ON {s}.articles_policy
    FOR EACH STATEMENT EXECUTE FUNCTION {s}.articles_refuse();
"""
UNDO_MADE = """
DROP TRIGGER articles_policy_not_emptied ON {s}.articles_policy;
DROP TRIGGER articles_policy_kept ON {s}.articles_policy;
DROP TRIGGER articles_policy_made ON {s}.articles_policy;
DROP FUNCTION {s}.articles_policy_made();
"""
FUNCTIONS = (MADE,)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0021_finding"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Policy",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "page",
                    models.CharField(
                        choices=[
                            ("editorial-policy", "Editorial and review policy"),
                            ("corrections-policy", "Corrections policy"),
                            ("advertising-and-ownership", "Advertising and ownership"),
                            ("contact", "Contact"),
                        ],
                        max_length=30,
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("text", models.TextField(help_text="Markdown.")),
                ("said", models.CharField(max_length=300, verbose_name="what changed")),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("by_name", models.CharField(blank=True, max_length=200, verbose_name="name that readers see")),
                (
                    "entry",
                    models.BigIntegerField(editable=False, help_text="Its entry of the log.", null=True, unique=True),
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
            ],
            options={
                "verbose_name": "page about us",
                "verbose_name_plural": "pages about us",
                "ordering": ["page", "-number"],
                "constraints": [
                    models.UniqueConstraint(fields=("page", "number"), name="policy_version_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True), models.Q(("said", ""), _negated=True)
                        ),
                        name="policy_says_something",
                    ),
                ],
            },
        ),
        migrations.AddIndex(
            model_name="foundclaim",
            index=models.Index(fields=["support", "level"], name="foundclaim_figures"),
        ),
        migrations.RunPython(run(MADE), run(UNDO_MADE)),
    ]
