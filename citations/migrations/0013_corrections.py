"""Who may correct works, and the table in which a list of notices is read (it was a temporary one)."""

from __future__ import annotations

from django.db import migrations

STAGE = """
CREATE UNLOGGED TABLE citations_notice_stage (
    record text, kind text, doi text, pmid text, title text, notice_doi text, notice_pmid text, url text,
    published_on date, reasons varchar(200)[]
)
"""


class Migration(migrations.Migration):
    dependencies = [("citations", "0012_similarity")]

    operations = [
        migrations.AlterModelOptions(
            name="citation",
            options={
                "ordering": ["title", "pk"],
                "permissions": [("correct_citation", "Can correct works in use and record facts of works")],
            },
        ),
        migrations.RunSQL(STAGE, "DROP TABLE citations_notice_stage"),
    ]
