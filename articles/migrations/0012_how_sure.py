"""How sure the engine is of each claim and flag. What was read before is taken for sure, until it is read again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0011_assessment_failures"),
    ]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="band",
            field=models.CharField(
                choices=[("sure", "Sure"), ("likely", "Likely"), ("query", "Query")], default="sure", max_length=6
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="chance",
            field=models.FloatField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="flag",
            name="band",
            field=models.CharField(
                choices=[("sure", "Sure"), ("likely", "Likely"), ("query", "Query")],
                default="sure",
                max_length=6,
                verbose_name="how sure",
            ),
        ),
        migrations.AddField(
            model_name="flag",
            name="chance",
            field=models.FloatField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="flag",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("severity", "blocker"), _negated=True), ("band", "sure"), _connector="OR"),
                name="flag_blocker_is_sure",
            ),
        ),
        migrations.AddConstraint(
            model_name="flag",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("band", "query"), _negated=True), ("severity", "note"), _connector="OR"),
                name="flag_query_is_a_note",
            ),
        ),
    ]
