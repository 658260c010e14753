"""Records that may be of one work, and records that were made into one."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from citations.models.citation import Citation


class DuplicatePair(models.Model):
    """Two records that look like one work, and what a person said of them. `first` has the lower number."""

    class State(models.TextChoices):
        OPEN = "open", "Not decided"
        APART = "apart", "Two works"

    first = models.ForeignKey(Citation, models.CASCADE, related_name="+")
    second = models.ForeignKey(Citation, models.CASCADE, related_name="+")
    similarity = models.FloatField(help_text="From 0 to 1: how alike the titles are.")
    reasons = models.JSONField(default=list, help_text="What speaks for one work, in words.")
    told = models.BooleanField(default=False, help_text="A service says that both have one identifier.")
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    found_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name, verbose_name_plural = "possible duplicate", "possible duplicates"
        ordering = ["-similarity", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="duplicate_pair_once"),
            models.CheckConstraint(condition=models.Q(first__lt=models.F("second")), name="duplicate_pair_in_order"),
        ]
        indexes = [
            models.Index(fields=["-similarity", "id"], name="duplicate_open", condition=models.Q(state="open")),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}"


class Merge(models.Model):
    """What was merged into what, with all that is needed to undo it."""

    kept = models.ForeignKey(Citation, models.CASCADE, related_name="merges", verbose_name="work kept")
    gone_id = models.BigIntegerField("number of the record that went")
    gone = models.JSONField(encoder=DjangoJSONEncoder, help_text="The record that went, field by field.")
    before = models.JSONField(
        default=dict, encoder=DjangoJSONEncoder, help_text="Fields of the work kept that changed."
    )
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder, help_text="The same fields after the merge.")
    moved = models.JSONField(default=dict, encoder=DjangoJSONEncoder, help_text="Rows that pointed at the record.")
    lost = models.JSONField(default=list, encoder=DjangoJSONEncoder, help_text="Rows that went with the record.")
    texts = models.JSONField(default=list, encoder=DjangoJSONEncoder, help_text="What changed in drafts that had both.")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["gone_id"], name="merge_gone", condition=models.Q(undone_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.gone.get('title', 'A record')} into {self.kept}"
