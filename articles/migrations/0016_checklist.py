"""What a reviewer is asked before approving, with questions to begin with; answers stay with the revision.

Indexes for the first page of the newsroom: what fell back, and what is to be reviewed again.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import migrations, models

FIRST = (
    (
        "Does every number stand in the source it is tied to?",
        "Doses, percentages, numbers of people, years: looked up, not remembered.",
    ),
    (
        "Does no claim promise more than its sources found?",
        "Who was studied, how many, against what, and for how long.",
    ),
    (
        "Are harms named, and for whom it is not?",
        "Side effects, interactions, pregnancy, children, illnesses that speak against it.",
    ),
    (
        "Would a reader know when to see a doctor?",
        "Signs that cannot wait, and treatments that nobody should stop on their own.",
    ),
    (
        "Are authors, interests and products stated as they are today?",
        "Who pays whom, who sells what, and that it stands where readers see it first.",
    ),
)
"""Questions to begin with; editors change them in the newsroom. After JAMA's benchmarks and the HONcode's principles."""


def begin(apps: Any, editor: Any) -> None:
    question = apps.get_model("articles", "ChecklistQuestion")
    for order, (text, help_text) in enumerate(FIRST, 1):
        question.objects.create(text=text, help=help_text, order=order)


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0015_stored_pages"),
        ("citations", "0015_sought_words"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ChecklistQuestion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "text",
                    models.CharField(
                        help_text="So that “yes” is the good answer: Does every number stand in its source?",
                        max_length=300,
                        verbose_name="question",
                    ),
                ),
                ("help", models.TextField(blank=True, max_length=600, verbose_name="what to look at")),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("active", models.BooleanField(default=True, verbose_name="asked")),
            ],
            options={
                "ordering": ["order", "pk"],
            },
        ),
        migrations.AddField(
            model_name="revision",
            name="checklist",
            field=models.JSONField(
                blank=True,
                db_default=[],
                default=list,
                help_text="What the approver was asked, and answered: {question, help, answer, note}.",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("live_revision__isnull", False)), fields=["next_review"], name="article_next_review"
            ),
        ),
        migrations.AddIndex(
            model_name="logentry",
            index=models.Index(
                condition=models.Q(("action__in", ("approval-ended", "schedule-refused", "ended-by-saving"))),
                fields=["-id"],
                name="log_fell_back",
            ),
        ),
        migrations.AddConstraint(
            model_name="checklistquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="question_has_words"
            ),
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
