"""Where an article came from, and batches of posts that are brought in together."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar, Self

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Count, Q
from django.utils import timezone

from articles.models.article import Article


class ArticleOrigin(models.Model):
    """What is known of an imported article from before: its file, its old address, and when it was first published."""

    article = models.OneToOneField(Article, models.CASCADE, related_name="origin")
    file = models.CharField(max_length=300, blank=True)
    sha256 = models.CharField(max_length=64, db_index=True, help_text="Of the text as it was read.")
    address = models.CharField("old address", max_length=500, blank=True)
    published = models.DateTimeField("first published", null=True, blank=True)
    updated = models.DateTimeField("last changed there", null=True, blank=True)
    imported_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "file or post that was imported", "files and posts that were imported"
        indexes = [models.Index(fields=["address"], name="origin_address", condition=~Q(address=""))]

    def __str__(self) -> str:
        return self.file or self.sha256[:12]


class PostInHand(models.Model):
    """A post that somebody reads on the import's second screen and has not saved: the screen can be loaded again."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="posts_in_hand")
    text = models.TextField()
    name = models.CharField(max_length=250, blank=True, help_text="Of the file, where one was chosen.")
    read_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name, verbose_name_plural = "post in hand", "posts in hand"
        ordering = ["-read_at", "-pk"]
        indexes = [models.Index(fields=["read_at"], name="post_in_hand_by_age")]

    def __str__(self) -> str:
        return self.name or f"a pasted post of {self.person_id}"


class PostBatchQuerySet(models.QuerySet["PostBatch"]):
    def visible_to(self, user: User) -> Self:
        """People see what they started themselves; who may see all sees all."""
        return self if user.has_perm("articles.view_postbatch") else self.filter(by=user)

    def left_lying(self, before: datetime) -> Self:
        """What should be under way and has not moved since: its message was lost, or its workers died."""
        return self.filter(state="running", moved_at__lt=before)


class PostBatch(models.Model):
    """Posts that somebody brings in together. Each post is a row of its own, so that several workers share a batch and
    a killed one loses nothing."""

    class State(models.TextChoices):
        RUNNING = "running", "At work"
        DONE = "done", "Done"
        CANCELLED = "cancelled", "Cancelled"

    title = models.CharField(max_length=200, help_text="The name of the file or folder.")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="started by"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.RUNNING)
    old_addresses = models.CharField(
        max_length=200, blank=True, help_text="How addresses were made, such as /blog/{year}/{month}/{slug}/."
    )
    names_are_titles = models.BooleanField(default=False)
    size = models.PositiveIntegerField(default=0, help_text="Posts.")
    created_at = models.DateTimeField("added", auto_now_add=True)
    moved_at = models.DateTimeField("last moved", default=timezone.now)
    ended_at = models.DateTimeField("ended", null=True, blank=True)

    objects: ClassVar[Any] = PostBatchQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = "import of posts"
        verbose_name_plural = "imports of posts"
        indexes = [
            models.Index(fields=["-created_at", "-id"], name="post_batch_recent"),
            models.Index(fields=["moved_at"], name="post_batch_open", condition=Q(state="running")),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state == self.State.RUNNING

    def counts(self) -> dict[str, int]:
        """How many posts stand where, by state; one query."""
        rows = self.posts.order_by().values_list("state").annotate(number=Count("pk"))
        return dict.fromkeys(PostInBatch.State.values, 0) | dict(rows)

    def may_be_seen_by(self, user: User) -> bool:
        return self.by_id == user.pk or user.has_perm("articles.view_postbatch")


class PictureInBatch(models.Model):
    """A picture that came with posts. `data` is gone once it is among the uploads, where `address` is."""

    batch = models.ForeignKey(PostBatch, models.CASCADE, related_name="pictures")
    name = models.CharField(max_length=300, help_text="Where it stood in what was brought.")
    data = models.BinaryField(null=True, blank=True)
    address = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=300, blank=True, help_text="Why it cannot be shown.")

    class Meta:
        verbose_name, verbose_name_plural = "picture of an import", "pictures of imports"
        constraints = [models.UniqueConstraint(fields=["batch", "name"], name="picture_once_in_batch")]

    def __str__(self) -> str:
        return self.name


class PostInBatchQuerySet(models.QuerySet["PostInBatch"]):
    def that_can_be_tried_again(self) -> Self:
        """Not brought in, and the post itself is still there."""
        return self.filter(state="refused", data__isnull=False)


class PostInBatch(models.Model):
    """One post of a batch and what became of it. `data` is gone once it is a draft, or was here already."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        DRAFT = "draft", "New draft"
        THERE = "there", "Here already"
        REFUSED = "refused", "Not brought in"

    batch = models.ForeignKey(PostBatch, models.CASCADE, related_name="posts")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=300)
    meta = models.JSONField(default=dict, blank=True)
    data = models.BinaryField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    article = models.ForeignKey(Article, models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    told = models.JSONField("what was recognised", default=dict, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    taken_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = PostInBatchQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "post of an import", "posts of imports"
        ordering = ["batch", "number"]
        constraints = [models.UniqueConstraint(fields=["batch", "number"], name="post_once_in_batch")]
        indexes = [
            models.Index(fields=["batch", "number"], name="post_waiting", condition=Q(state="waiting")),
            models.Index(fields=["batch", "state"], name="post_by_state"),
        ]

    def __str__(self) -> str:
        return self.shown_name

    @property
    def first_published(self) -> date | None:
        """When the post was published elsewhere, as the report has it."""
        said = str(self.told.get("published") or "")
        return date.fromisoformat(said[:10]) if said else None

    @property
    def shown_name(self) -> str:
        """The name for people: posts of an export end in .html for those alone who read them."""
        export = ".xml: " in self.name or ".json: " in self.name
        return self.name.removesuffix(".html") if export else self.name
