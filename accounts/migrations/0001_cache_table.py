from __future__ import annotations

from typing import Any

from django.core.management import call_command
from django.db import migrations

TABLE = "accounts_attempts"


def make_table(apps: Any, schema_editor: Any) -> None:
    call_command("createcachetable", TABLE, database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = []

    operations = [
        migrations.RunPython(make_table, migrations.RunPython.noop),
    ]
