"""The words of all works in a table of their own, kept by triggers, so that a mistyped one is looked up among words
and not in every title. The function keeps the search path it was made with: a dump is restored with an empty one."""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

# Each word is looked up through the index alone: the plan is kept for a connection, and one that was made while the table
# was empty would read all of it for every work of a large import.
KEPT = r"""
CREATE FUNCTION citations_keep_words() RETURNS trigger LANGUAGE plpgsql
SET search_path FROM CURRENT SET enable_seqscan = off SET enable_bitmapscan = off AS $body$
DECLARE
    one text;
BEGIN
    FOR one IN SELECT DISTINCT "left"(part, 40) FROM string_to_table(NEW.sought, ' ') AS part WHERE part <> '' LOOP
        IF NOT EXISTS (SELECT FROM citations_soughtword WHERE word = one) THEN
            INSERT INTO citations_soughtword (word) VALUES (one);
        END IF;
    END LOOP;
    RETURN NULL;
END
$body$;
CREATE TRIGGER citations_keep_words_of_new AFTER INSERT ON citations_citation
    FOR EACH ROW EXECUTE FUNCTION citations_keep_words();
CREATE TRIGGER citations_keep_words_of_changed AFTER UPDATE ON citations_citation
    FOR EACH ROW WHEN (OLD.sought IS DISTINCT FROM NEW.sought) EXECUTE FUNCTION citations_keep_words();
INSERT INTO citations_soughtword (word)
    SELECT DISTINCT left(one, 40) FROM citations_citation, string_to_table(sought, ' ') AS one WHERE one <> '';
"""
LEFT = """
DROP TRIGGER citations_keep_words_of_changed ON citations_citation;
DROP TRIGGER citations_keep_words_of_new ON citations_citation;
DROP FUNCTION citations_keep_words();
"""


class Migration(migrations.Migration):
    dependencies = [("citations", "0015_sought_words")]

    operations = [
        migrations.CreateModel(
            name="SoughtWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.CharField(max_length=40)),
            ],
            options={
                "indexes": [
                    GinIndex(fields=["word"], name="sought_word_trgm", opclasses=["gin_trgm_ops"]),
                    models.Index(fields=["word"], name="sought_word_begins", opclasses=["text_pattern_ops"]),
                ],
            },
        ),
        migrations.RunSQL(KEPT, LEFT),
    ]
