"""Kinds of entries for what happens to live pages by itself, and what readers were told of addresses."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0033_desk_figures"),
        ("citations", "0019_works_in_hand"),
    ]

    operations = [
        migrations.AlterField(
            model_name="amendment",
            name="kind",
            field=models.CharField(
                choices=[
                    ("correction", "Correction"),
                    ("update", "Update"),
                    ("retraction", "Retraction"),
                    ("withdrawal", "Withdrawal"),
                    ("return", "Put back"),
                    ("source", "Change in a source"),
                    ("out-of-date", "Marked for an update"),
                    ("moved", "New address"),
                    ("link", "Address of a source"),
                    ("review-due", "Due for review"),
                ],
                max_length=12,
            ),
        ),
        migrations.CreateModel(
            name="LinkNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("url", models.TextField(verbose_name="address on the page")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("answers", "Answers"),
                            ("dead", "No longer answers"),
                            ("moved", "Was replaced by another"),
                        ],
                        max_length=10,
                    ),
                ),
                ("told_at", models.DateTimeField()),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="link_notices", to="articles.article"
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="link_notices",
                        to="citations.citation",
                    ),
                ),
            ],
            options={
                "verbose_name": "notice about a work's address",
                "verbose_name_plural": "notices about works' addresses",
                "ordering": ["-told_at", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("state", "answers"), _negated=True),
                        fields=["citation"],
                        name="link_told_otherwise",
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("article", "citation"), name="link_told_once")],
            },
        ),
    ]
