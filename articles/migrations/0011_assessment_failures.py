"""How often the reading of a version failed, so that it is given up at last."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0010_keys_as_tools_write_them")]

    operations = [
        migrations.AddField(
            model_name="article",
            name="assessment_failures",
            field=models.PositiveSmallIntegerField(db_default=0, default=0, editable=False),
        ),
        migrations.AddField(
            model_name="article",
            name="failed_version",
            field=models.PositiveIntegerField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="article",
            name="failed_engine",
            field=models.CharField(blank=True, db_default="", default="", editable=False, max_length=20),
        ),
    ]
