"""Writes how the publication works: each save is a version of its own, on the log and before readers at once."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connections, transaction

from articles.models import Policy
from articles.models.policy import PolicyPage
from articles.services import log
from articles.services.errors import ReasonMissing, ServiceError, WrongStatus, require
from articles.services.first_policies import FIRST, SAID

LONGEST = 40_000
"""Characters of one page [house]."""


class PolicyRefused(ServiceError):
    """The text cannot be kept; the message says why."""


@transaction.atomic
def write_policy(*, page: str, text: str, said: str, by: User, seen: int) -> Policy:
    """Puts a new version before readers. `said` tells them what changed; `seen` is the version that was edited.

    Raises NotAllowed; WrongStatus where a colleague wrote another version meanwhile; ReasonMissing; PolicyRefused.
    """
    require(by, "change_policy", "write how this publication works")
    text, said = "\n".join(text.split("\r\n")).strip(), " ".join(said.split())[:300]
    if page not in PolicyPage.values or not text or len(text) > LONGEST:
        raise PolicyRefused(f"The page needs a text of at most {LONGEST:,} characters.")
    if not said:
        raise ReasonMissing("Say in a sentence what changed: readers see it beside the version.")
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('articles_policy'))")
    last = Policy.objects.filter(page=page).order_by("-number").first()
    number = last.number if last else 0
    if number != seen:
        raise WrongStatus(
            f"A colleague wrote version {number} while you were writing. Your text is still here: compare it with "
            "theirs, and save again."
        )
    if last and last.text == text:
        raise PolicyRefused("These are the words that stand there already, so there is no new version.")
    told: dict[str, Any] = {
        "page": page,
        "number": number + 1,
        "said": said,
        "by_name": by.get_full_name()[:200],
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    entry = log.record(action="policy-written", by=by, data=told)
    return Policy.objects.create(
        page=page, number=number + 1, text=text, said=said, by=by, by_name=told["by_name"], entry=entry.pk
    )


def begin(using: str = "default", **_: Any) -> None:
    """After a migration: the pages that nobody has written yet get the text that a publication begins with."""
    rows = Policy.objects.using(using)
    if Policy._meta.db_table not in connections[using].introspection.table_names():
        return  # the database is only partly migrated
    there = set(rows.values_list("page", flat=True))
    for page, first in FIRST.items():
        if page not in there:
            text = _whole_lines(first.format(publisher=settings.PUBLISHER_NAME))
            rows.create(page=page, number=1, text=text, said=SAID)


def _whole_lines(text: str) -> str:
    """Each paragraph and item on one line, as people write who edit it."""
    return re.sub(r"(?<!\n)\n(?=[^\n#-])", " ", text.strip())
