"""What people say to each other about an article, whom they ask, and what they are told by mail.

What was said never changes; statements stand in `_conversation`.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

sql = import_module("articles.migrations._conversation")
FIXED = import_module("articles.migrations._sealed_log").FIXED
FUNCTIONS = (sql.ENTRY,)


def filled(text: str, schema: str) -> str:
    return str(text.format(s=schema, fixed=FIXED))


def run(*texts: str) -> Callable[[Any, Any], None]:
    def execute(apps: Any, editor: Any) -> None:
        with editor.connection.cursor() as cursor:
            cursor.execute("SELECT quote_ident(current_schema())")
            (schema,) = cursor.fetchone()
        for text in texts:
            editor.execute(filled(text, schema), params=None)

    return execute


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0013_mended_flags"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MailPreference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "letters",
                    models.CharField(
                        choices=[("at-once", "At once"), ("daily", "Once a day"), ("never", "Never")],
                        default="at-once",
                        max_length=8,
                        verbose_name="mails",
                    ),
                ),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="mail_preference",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=60)),
                ("day", models.DateField()),
                ("made_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("key", "day"), name="reminded_once")],
            },
        ),
        migrations.CreateModel(
            name="Thread",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[("article", "The article"), ("claim", "A sentence"), ("reader", "A reader's report")],
                        default="article",
                        max_length=8,
                    ),
                ),
                ("about", models.TextField(blank=True)),
                ("opened_at", models.DateTimeField(auto_now_add=True)),
                ("last_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
                ("reader_name", models.CharField(blank=True, max_length=120)),
                ("reader_mail", models.EmailField(blank=True, max_length=254)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="threads", to="articles.article"
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="threads",
                        to="articles.claim",
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["article", "kind", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subject", models.CharField(max_length=300)),
                ("text", models.TextField(blank=True)),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("sent_at", models.DateTimeField(null=True)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notices", to="articles.article"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notices", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "thread",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="articles.thread",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="ThreadEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("note", "Note"),
                            ("question", "Question"),
                            ("answer", "Answer"),
                            ("submission", "Submitted for review"),
                            ("changes", "Changes requested"),
                            ("decision", "Decision"),
                            ("remark", "Report by a reader"),
                            ("resolved", "Resolved"),
                            ("reopened", "Opened again"),
                        ],
                        default="note",
                        max_length=10,
                    ),
                ),
                ("name", models.CharField(help_text="The person's name at that time.", max_length=200)),
                ("text", models.TextField(blank=True)),
                (
                    "version",
                    models.PositiveIntegerField(default=0, help_text="The draft's version that it was said about."),
                ),
                ("verdict", models.CharField(blank=True, max_length=20)),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "flag",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="thread_entries",
                        to="articles.flag",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "thread",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="articles.thread"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "thread entries",
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Ask",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("answer", "asks you"),
                            ("approve", "wants it reviewed"),
                            ("changes", "asks for changes"),
                            ("source", "asks for a source"),
                            ("wording", "asks for other words"),
                            ("refer", "asks a medical reviewer"),
                        ],
                        default="answer",
                        max_length=8,
                    ),
                ),
                ("part", models.CharField(blank=True, max_length=40)),
                ("asked_at", models.DateTimeField(auto_now_add=True)),
                ("due", models.DateField(blank=True, null=True)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="asks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "thread",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="asks", to="articles.thread"
                    ),
                ),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="asks", to="articles.threadentry"
                    ),
                ),
            ],
            options={
                "ordering": ["due", "pk"],
            },
        ),
        migrations.AddIndex(
            model_name="thread",
            index=models.Index(fields=["article", "kind", "id"], name="thread_of_article"),
        ),
        migrations.AddIndex(
            model_name="thread",
            index=models.Index(
                condition=models.Q(("kind", "reader"), ("resolved_at__isnull", True)),
                fields=["-last_at"],
                name="thread_open_reports",
            ),
        ),
        migrations.AddConstraint(
            model_name="thread",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "article")), fields=("article",), name="thread_once_per_article"
            ),
        ),
        migrations.AddConstraint(
            model_name="thread",
            constraint=models.UniqueConstraint(
                condition=models.Q(("claim__isnull", False), ("kind", "claim")),
                fields=("claim",),
                name="thread_once_per_claim",
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(
                condition=models.Q(("sent_at__isnull", True)), fields=["person", "id"], name="notice_waiting"
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["made_at"], name="notice_made"),
        ),
        migrations.AddIndex(
            model_name="threadentry",
            index=models.Index(fields=["thread", "id"], name="entry_of_thread"),
        ),
        migrations.AddIndex(
            model_name="ask",
            index=models.Index(
                condition=models.Q(("done_at__isnull", True)), fields=["person", "id"], name="ask_of_person"
            ),
        ),
        migrations.AddIndex(
            model_name="ask",
            index=models.Index(
                condition=models.Q(("done_at__isnull", True)), fields=["part", "id"], name="ask_of_part"
            ),
        ),
        migrations.AddIndex(
            model_name="ask",
            index=models.Index(
                condition=models.Q(("done_at__isnull", True), ("due__isnull", False)), fields=["due"], name="ask_due"
            ),
        ),
        migrations.AddConstraint(
            model_name="ask",
            constraint=models.CheckConstraint(
                condition=models.Q(("person__isnull", True), ("part", ""), _connector="XOR"),
                name="ask_goes_to_a_person_or_to_a_part",
            ),
        ),
        migrations.RunPython(run(sql.ENTRY), run(sql.UNDO_ENTRY)),
    ]
