from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models
from django.db.models.functions import Length

from articles.models.naming import WordsOfDraft


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0025_denser_pages"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=GinIndex(WordsOfDraft(), name="article_words_of_draft"),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(Length("body"), name="article_length"),
        ),
    ]
