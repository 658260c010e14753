"""The list of articles pages by when they were changed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0019_public_record")]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(fields=["-modified_at", "-id"], name="article_by_change"),
        ),
    ]
