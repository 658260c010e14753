"""The index by which the revisions that list a work are found."""

from __future__ import annotations

import django.contrib.postgres.indexes
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0005_standing_notices"),
        ("citations", "0006_lists_of_notices"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="revision",
            index=django.contrib.postgres.indexes.GinIndex(
                fastupdate=False, fields=["citations"], name="revision_works", opclasses=["jsonb_path_ops"]
            ),
        ),
    ]
