"""Works are found by their address, in the form in which it is compared."""

from __future__ import annotations

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("citations", "0010_filters_of_works"),
    ]

    operations = [
        migrations.AddField(
            model_name="citation",
            name="address_key",
            field=models.GeneratedField(
                db_persist=True,
                expression=django.db.models.functions.text.Left(
                    models.Func(
                        django.db.models.functions.text.Lower(
                            models.Func(
                                models.F("url"),
                                models.Value("^[a-z]+://(www\\.)?(m\\.)?|[?#].*$"),
                                models.Value(""),
                                models.Value("gi"),
                                function="regexp_replace",
                            )
                        ),
                        models.Value("[^a-z0-9]+"),
                        models.Value(""),
                        models.Value("g"),
                        function="regexp_replace",
                    ),
                    80,
                ),
                output_field=models.TextField(),
            ),
        ),
        migrations.AddIndex(
            model_name="citation",
            index=models.Index(
                condition=models.Q(("url", ""), _negated=True), fields=["address_key"], name="citation_address_key"
            ),
        ),
    ]
