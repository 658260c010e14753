"""What the list of works is filtered by goes into its index, and the works that lack a fact have one each."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("citations", "0009_batches"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="citation",
            name="citation_recent",
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                fields=["-updated_at", "-id"],
                include=(
                    "created_at",
                    "year",
                    "design",
                    "sample_size",
                    "species",
                    "preprint",
                    "seller_funded",
                    "link_dead",
                ),
                name="citation_recent",
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("abstract", "")), fields=["-updated_at", "-id"], name="citation_lacks_abstract"
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("funding", "")), fields=["-updated_at", "-id"], name="citation_lacks_funding"
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("families", [])), fields=["-updated_at", "-id"], name="citation_lacks_authors"
            ),
        ),
    ]
