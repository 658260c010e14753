"""Whether the address of a work still answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urldefrag, urlsplit

from django.db import models

from citations.links import outcomes
from citations.models.citation import Citation


class LinkCheck(models.Model):
    """The last look at a work's address, and since when it fails. What counts is said by `Citation.link_dead`."""

    class Outcome(models.TextChoices):
        """As `citations.links.outcomes.Outcome`, in words."""

        ANSWERS = outcomes.Outcome.ANSWERS.value, "Answers"
        FAILS = outcomes.Outcome.FAILS.value, "Does not answer"
        UNCLEAR = outcomes.Outcome.UNCLEAR.value, "Cannot be told"

    citation = models.OneToOneField(Citation, models.CASCADE, related_name="link_check", verbose_name="work")
    url = models.URLField("address asked", max_length=1000)
    asked_at = models.DateTimeField("sent to be asked", null=True, blank=True)
    checked_at = models.DateTimeField("last looked at", null=True, blank=True)
    next_at = models.DateTimeField("ask again at", null=True, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    status_code = models.PositiveSmallIntegerField("answer", null=True, blank=True)
    final_url = models.URLField("address it leads to", max_length=2000, blank=True)
    redirects = models.JSONField(
        default=list, blank=True, help_text='Each address on the way with its answer: {"url": "…", "status": 301}.'
    )
    message = models.CharField(max_length=300, blank=True, help_text="The answer in words, or why there was none.")
    answered_at = models.DateTimeField("last answered", null=True, blank=True)
    failing_since = models.DateTimeField(null=True, blank=True)
    dead_since = models.DateTimeField("found dead by two looks", null=True, blank=True)
    former = models.JSONField(
        "former addresses", default=list, blank=True, help_text="Addresses of the work that were found dead."
    )

    class Meta:
        verbose_name, verbose_name_plural = "look at an address", "looks at addresses"
        ordering = ["citation"]
        indexes = [models.Index(fields=["next_at", "id"], name="link_check_due")]

    def __str__(self) -> str:
        return f"{self.url}: {self.status_code or self.message or 'not asked yet'}"

    @property
    def way(self) -> list[Mapping[str, Any]]:
        """Each redirect with where it led: `{url, status, to, permanent, downgrade}`."""
        hops = list(self.redirects)
        ends = [*(hop["url"] for hop in hops), self.final_url][1:]
        return [
            {
                **hop,
                "to": to,
                "permanent": hop["status"] in outcomes.PERMANENT,
                "downgrade": _scheme(hop["url"]) == "https" and _scheme(to) == "http",
            }
            for hop, to in zip(hops, ends, strict=True)
        ]

    @property
    def moved_to(self) -> str:
        """Where the address has moved for good: as far as permanent redirects lead without a gap; "" if nowhere.

        A site that sends every old address to its front page has not moved the page, and a step from HTTPS down to
        HTTP is taken over from nobody.
        """
        if self.outcome != self.Outcome.ANSWERS:
            return ""
        target = ""
        for hop in self.way:
            if not hop["permanent"] or hop["downgrade"]:
                break
            target = str(hop["to"])
        if not target or target == self.url or self.ends_at_front_page or len(target) > 1000:
            return ""
        fragment = urldefrag(self.url).fragment
        return f"{target}#{fragment}" if fragment and "#" not in target else target

    @property
    def ends_at_front_page(self) -> bool:
        """Whether a page's address leads to the front page of a site, as it does where the page itself is gone."""
        return bool(self.redirects) and _is_page(self.url) and not _is_page(self.final_url)


def _scheme(url: str) -> str:
    return url.partition(":")[0].lower()


def _is_page(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    return bool(parts.path.strip("/") or parts.query)
