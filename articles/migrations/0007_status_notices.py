"""Calls notices on the status of works what they are, also in what merges kept of them for the way back."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

TABLE = "ALTER TABLE articles_statusnotice RENAME CONSTRAINT {} TO {}"
KEPT = """
UPDATE citations_merge
SET lost = replace(lost::text, '"articles.{0}"', '"articles.{1}"')::jsonb,
    moved = replace(moved::text, '"articles.{0}.', '"articles.{1}.')::jsonb
WHERE lost::text LIKE '%%"articles.{0}"%%' OR moved::text LIKE '%%"articles.{0}.%%'
"""
OLD, NEW = "standing_told_once", "status_told_once"


def _told_once(name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(fields=("article", "citation"), name=name)


class Migration(migrations.Migration):
    dependencies = [("articles", "0006_revision_works"), ("citations", "0012_similarity")]

    operations = [
        migrations.RenameModel(old_name="StandingNotice", new_name="StatusNotice"),
        migrations.RenameIndex(model_name="statusnotice", new_name="status_not_mailed", old_name="standing_not_mailed"),
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(TABLE.format(OLD, NEW), TABLE.format(NEW, OLD))],
            state_operations=[
                migrations.RemoveConstraint(model_name="statusnotice", name=OLD),
                migrations.AddConstraint(model_name="statusnotice", constraint=_told_once(NEW)),
            ],
        ),
        migrations.AlterField(
            model_name="statusnotice",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="status_notices", to="articles.article"
            ),
        ),
        migrations.AlterField(
            model_name="statusnotice",
            name="citation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="status_notices", to="citations.citation"
            ),
        ),
        migrations.RunSQL(KEPT.format("standingnotice", "statusnotice"), KEPT.format("statusnotice", "standingnotice")),
    ]
