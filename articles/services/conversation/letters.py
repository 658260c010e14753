"""Sends what people are to be told as mails: at once or once a day, as each of them wants it.

A mail holds no more of a draft than its receiver may read when it is sent; what else waits is only counted.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from articles.models import MailPreference, Notice
from articles.models.thread import Letters
from articles.rendering.addresses import absolute
from articles.services.conversation.people import readable
from articles.services.conversation.told import put_together
from articles.services.errors import ServiceError

MOST = 100
"""Notices in one mail; what is left goes with the next."""
TRIED_FOR = timedelta(days=3)
"""How long a mail server may be away before what it should have sent is left to the first page alone [house]."""
KEPT_FOR = timedelta(days=90)
"""How long notices stay after they were sent."""
LEFT_BEHIND = timedelta(minutes=2)
"""After so long somebody else sends what a lost message of the queue should have."""

logger = logging.getLogger(__name__)


@transaction.atomic
def send_to(*, person_id: int, daily: bool = False) -> int:
    """Sends one mail with everything that waits for the person; how many notices it held.

    Nothing where they want them otherwise (`daily` for the daily round), or another worker is at it. Should the process
    die between the mail and the note of it, the mail is sent twice: better than not at all.
    """
    person = User.objects.select_related("mail_preference").filter(pk=person_id).first()
    if person is None:
        return 0
    wish = getattr(getattr(person, "mail_preference", None), "letters", Letters.AT_ONCE)
    if wish == Letters.DAILY and not daily:
        return 0
    waiting = Notice.objects.select_for_update(skip_locked=True, of=("self",)).select_related("article")
    rows = list(waiting.filter(person=person, sent_at__isnull=True).order_by("pk")[:MOST])
    wanted = wish != Letters.NEVER and person.is_active and person.email
    if not rows or (wanted and not _leaves(person, rows)):
        return 0
    Notice.objects.filter(pk__in=[row.pk for row in rows]).update(sent_at=timezone.now())
    return len(rows) if wanted else 0


def _leaves(person: User, rows: Sequence[Notice]) -> bool:
    seen = readable(person, {row.article_id for row in rows})
    shown = [row for row in rows if row.article_id in seen]
    hidden = len(rows) - len(shown)
    told = put_together(shown)
    if len(told) == 1 and not hidden:
        subject = told[0].subject
    elif told:
        subject = f"{len(told) + hidden} things at {settings.SITE_NAME}: {told[0].subject}"
    else:
        subject = f"Something waits for you at {settings.SITE_NAME}"
    context = {
        "notices": told,
        "hidden": hidden,
        "home": absolute(reverse("admin:index")),
        "site": settings.SITE_NAME,
    }
    text = render_to_string("articles/notices_mail.txt", context)
    try:
        EmailMessage(subject[:200], text, to=[person.email]).send()
    except Exception:  # a mail server fails in many ways
        logger.exception("The mail to account %s did not leave", person.pk)
        return False
    return True


def _waiting(wish: Q) -> list[int]:
    since = timezone.now() - TRIED_FOR
    rows = Notice.objects.filter(wish, sent_at__isnull=True, made_at__gt=since)
    return list(rows.order_by("person_id").values_list("person_id", flat=True).distinct())


def send_left_behind() -> int:
    """Sends what nobody sent: the message was lost, or the mail server was away. How many people got a mail."""
    old = Q(made_at__lt=timezone.now() - LEFT_BEHIND)
    people = _waiting(old & ~Q(person__mail_preference__letters=Letters.DAILY))
    return sum(send_to(person_id=pk) > 0 for pk in people)


def send_daily() -> int:
    """The daily round; how many people got a mail. Notices that were sent long ago go."""
    people = _waiting(Q(person__mail_preference__letters=Letters.DAILY))
    Notice.objects.filter(made_at__lt=timezone.now() - KEPT_FOR).delete()
    return sum(send_to(person_id=pk, daily=True) > 0 for pk in people)


def choose_letters(*, by: User, letters: str) -> MailPreference:
    """Sets how the person is told by mail. Their own choice alone, and nothing that the log of articles is about."""
    if letters not in Letters.values:
        raise ServiceError("Choose one of the ways on the list.")
    row, _made = MailPreference.objects.update_or_create(user=by, defaults={"letters": letters})
    return row
