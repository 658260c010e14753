"""A work's authors, title and year as plain words, so that it is found by any of them while somebody types.

The function calls none but PostgreSQL's own: a dump is restored with an empty search path.
"""

from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models

from citations.models.citation import sought_words

FUNCTION = r"""
CREATE FUNCTION citations_sought(families varchar[], title text, year integer) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $body$
SELECT ' ' || pg_catalog.btrim(pg_catalog.regexp_replace(
    pg_catalog.regexp_replace(
        pg_catalog.replace(pg_catalog.replace(pg_catalog.replace(pg_catalog.translate(
            pg_catalog.lower(normalize(
                pg_catalog.concat_ws(' ', pg_catalog.array_to_string(families, ' '), title, year), NFKD
            )),
            'øłđðıħ', 'olddih'
        ), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'),
        '[\u0300-\u036f''\u2018\u2019\u02bc]', '', 'g'
    ),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u00d7\u00f7\u2000-\u206f\u3000-\u303f]+', ' ', 'g'
))
$body$
"""


class Migration(migrations.Migration):
    dependencies = [("citations", "0014_verdicts_on_works")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION citations_sought(varchar[], text, integer)"),
        migrations.AddField(
            model_name="citation",
            name="sought",
            field=models.GeneratedField(expression=sought_words(), output_field=models.TextField(), db_persist=True),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=GinIndex(fields=["sought"], name="citation_sought_trgm", opclasses=["gin_trgm_ops"]),
        ),
    ]
