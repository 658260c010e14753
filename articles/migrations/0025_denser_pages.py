"""Pages in Brotli beside gzip, and which state of a feed the hub of WebSub was told of last."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0024_found_by_words")]

    operations = [
        migrations.AddField(
            model_name="storedpage",
            name="denser",
            field=models.BinaryField(help_text="Compressed with Brotli, for who takes that.", null=True),
        ),
        migrations.AddField(
            model_name="storedpage",
            name="seal_denser",
            field=models.CharField(db_default="", default="", max_length=64),
        ),
        migrations.AddField(
            model_name="storedpage",
            name="told",
            field=models.CharField(
                db_default="",
                default="",
                help_text="Of a feed: the `etag` that the hub was told of last.",
                max_length=32,
            ),
        ),
    ]
