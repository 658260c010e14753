from __future__ import annotations

from django.core.validators import RegexValidator
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("articles", "0009_guarded_flags")]

    operations = [
        migrations.AlterField(
            model_name="articlecitation",
            name="key",
            field=models.CharField(
                help_text="Cite it in the text as [@key].",
                max_length=80,
                validators=[
                    RegexValidator(
                        "^[A-Za-z0-9_][\\w.:+/#$%&?~-]*\\Z",
                        "A key begins with a letter from A to Z, a digit or _ and holds letters, digits and "
                        "_ . : + / # $ %% & ? ~ - only, such as rautava2012.",
                    )
                ],
            ),
        ),
    ]
