"""What people say to each other about an article, whom they ask, and what each of them is told."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now


class ThreadKind(models.TextChoices):
    ARTICLE = "article", "The article"
    CLAIM = "claim", "A sentence"
    READER = "reader", "A reader's report"


class ThreadQuerySet(models.QuerySet["Thread"]):
    def open(self) -> Self:
        return self.filter(resolved_at__isnull=True)

    def in_reading_order(self) -> Self:
        """The article's own thread, then sentences as they stand in the text, then what readers reported."""
        return self.order_by("kind", "claim__index", "pk")


class Thread(models.Model):
    """The one thread of an article, the one of a sentence in it, or a report that a reader sent in.

    `about` keeps the sentence's words of when the thread began. A reader's name and address stand here and not in the
    entries, so that they can be taken out.
    """

    Kind = ThreadKind

    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="threads")
    kind = models.CharField(max_length=8, choices=ThreadKind.choices, default=ThreadKind.ARTICLE)
    # A sentence that leaves the text keeps its row, and so its thread.
    claim = models.ForeignKey(
        "articles.Claim", on_delete=models.SET_NULL, null=True, blank=True, related_name="threads"
    )
    about = models.TextField(blank=True)
    opened_at = models.DateTimeField(auto_now_add=True)
    last_at = models.DateTimeField(db_default=Now())
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reader_name = models.CharField(max_length=120, blank=True)
    reader_mail = models.EmailField(blank=True)

    objects: ClassVar[Any] = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "conversation", "conversations"
        ordering = ["article", "kind", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article"], condition=Q(kind="article"), name="thread_once_per_article"),
            models.UniqueConstraint(
                fields=["claim"], condition=Q(kind="claim", claim__isnull=False), name="thread_once_per_claim"
            ),
        ]
        indexes = [
            models.Index(fields=["article", "kind", "id"], name="thread_of_article"),
            models.Index(
                fields=["-last_at"], name="thread_open_reports", condition=Q(kind="reader", resolved_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.about[:60]}" if self.about else self.get_kind_display()

    @property
    def is_open(self) -> bool:
        return self.resolved_at is None


class EntryKind(models.TextChoices):
    NOTE = "note", "Note"
    QUESTION = "question", "Question"
    ANSWER = "answer", "Answer"
    SUBMISSION = "submission", "Submitted for review"
    CHANGES = "changes", "Changes requested"
    DECISION = "decision", "Decision"
    REMARK = "remark", "Report by a reader"
    RESOLVED = "resolved", "Resolved"
    REOPENED = "reopened", "Opened again"


class ThreadEntry(models.Model):
    """One thing that was said: never changed, only followed by another. The database dates it and sees to that."""

    Kind = EntryKind

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=10, choices=EntryKind.choices, default=EntryKind.NOTE)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200, help_text="The person's name at that time.")
    text = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=0, help_text="The draft's version that it was said about.")
    # By number and without a tie in the database, so that an entry outlives what it names.
    flag = models.ForeignKey(
        "articles.Flag", on_delete=models.DO_NOTHING, null=True, db_constraint=False, related_name="thread_entries"
    )
    verdict = models.CharField(max_length=20, blank=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name, verbose_name_plural = "note in a conversation", "notes in conversations"
        ordering = ["pk"]
        indexes = [models.Index(fields=["thread", "id"], name="entry_of_thread")]

    def __str__(self) -> str:
        return f"{self.name}: {self.text[:60]}"


class AskKind(models.TextChoices):
    ANSWER = "answer", "asks you"
    APPROVE = "approve", "wants it reviewed"
    CHANGES = "changes", "asks for changes"
    SOURCE = "source", "asks for a source"
    WORDING = "wording", "asks for other words"
    REFER = "refer", "asks a medical reviewer"


class AskQuerySet(models.QuerySet["Ask"]):
    def open(self) -> Self:
        return self.filter(done_at__isnull=True)


class Ask(models.Model):
    """A question that waits on a person, or on anybody with a right (`part`, a permission of the articles)."""

    Kind = AskKind

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="asks")
    entry = models.ForeignKey(ThreadEntry, on_delete=models.CASCADE, related_name="asks")
    kind = models.CharField(max_length=8, choices=AskKind.choices, default=AskKind.ANSWER)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="asks")
    part = models.CharField(max_length=40, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    due = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects: ClassVar[Any] = AskQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "question to somebody", "questions to people"
        ordering = ["due", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(person__isnull=True) ^ Q(part=""), name="ask_goes_to_a_person_or_to_a_part"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "id"], name="ask_of_person", condition=Q(done_at__isnull=True)),
            models.Index(fields=["part", "id"], name="ask_of_part", condition=Q(done_at__isnull=True)),
            models.Index(fields=["due"], name="ask_due", condition=Q(done_at__isnull=True, due__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.person or self.part})"

    def is_late(self, today: date) -> bool:
        return self.due is not None and self.due < today


class Letters(models.TextChoices):
    AT_ONCE = "at-once", "At once"
    DAILY = "daily", "Once a day"
    NEVER = "never", "Never"


class MailPreference(models.Model):
    """How somebody is told by mail of what waits on them. Without a row: at once."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mail_preference")
    letters = models.CharField("mails", max_length=8, choices=Letters.choices, default=Letters.AT_ONCE)

    def __str__(self) -> str:
        return f"{self.user}: {self.get_letters_display()}"


class Notice(models.Model):
    """Something to tell a person by mail. A worker sends what waits, several to one person together.

    `subject` and `text` may quote a draft: whoever sends it asks first whether its receiver may read that.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices")
    article = models.ForeignKey("articles.Article", on_delete=models.CASCADE, related_name="notices")
    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, null=True, related_name="notices")
    subject = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name, verbose_name_plural = "message to somebody", "messages to people"
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["person", "id"], name="notice_waiting", condition=Q(sent_at__isnull=True)),
            models.Index(fields=["made_at"], name="notice_made"),
        ]

    def __str__(self) -> str:
        return self.subject


class Reminder(models.Model):
    """That somebody was reminded of a day, once: `key` names what ends then."""

    key = models.CharField(max_length=60)
    day = models.DateField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["key", "day"], name="reminded_once")]

    def __str__(self) -> str:
        return f"{self.key} on {self.day}"
