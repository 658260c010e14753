"""What articles were told of the standing of their works."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0004_gate_asks_the_flags"),
        ("citations", "0006_lists_of_notices"),
    ]

    operations = [
        migrations.CreateModel(
            name="StandingNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("retracted", "Retracted"),
                            ("concern", "Expression of concern"),
                            ("lifted", "No longer retracted or under concern"),
                        ],
                        max_length=10,
                    ),
                ),
                ("told_at", models.DateTimeField()),
                ("mailed_at", models.DateTimeField(null=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="standing_notices",
                        to="articles.article",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="standing_notices",
                        to="citations.citation",
                    ),
                ),
            ],
            options={
                "ordering": ["-told_at", "-pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("mailed_at__isnull", True)), fields=["article"], name="standing_not_mailed"
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("article", "citation"), name="standing_told_once")],
            },
        ),
    ]
