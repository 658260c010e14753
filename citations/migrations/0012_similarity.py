"""Says "similarity" where it said "likeness", also in what merges kept of pairs for the way back."""

from __future__ import annotations

from django.db import migrations, models

KEPT = "UPDATE citations_merge SET lost = replace(lost::text, '\"{}\":', '\"{}\":')::jsonb WHERE lost::text LIKE '%%\"{}\":%%'"


class Migration(migrations.Migration):
    dependencies = [("citations", "0011_addresses")]

    operations = [
        migrations.RemoveIndex(model_name="duplicatepair", name="duplicate_open"),
        migrations.RenameField(model_name="duplicatepair", old_name="likeness", new_name="similarity"),
        migrations.AlterModelOptions(name="duplicatepair", options={"ordering": ["-similarity", "pk"]}),
        migrations.AddIndex(
            model_name="duplicatepair",
            index=models.Index(
                condition=models.Q(("state", "open")), fields=["-similarity", "id"], name="duplicate_open"
            ),
        ),
        migrations.RunSQL(
            KEPT.format("likeness", "similarity", "likeness"), KEPT.format("similarity", "likeness", "similarity")
        ),
    ]
