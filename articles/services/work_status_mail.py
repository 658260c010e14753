"""Mails to the people who look after an article whose works were retracted or came under concern: one an article."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, StatusNotice
from articles.rendering.addresses import absolute
from articles.services.conversation.people import may_read
from articles.services.groups import EDITORS

logger = logging.getLogger(__name__)
State = StatusNotice.State


def send_waiting() -> int:
    """Sends what was not sent yet; the number of mails that left. What fails is logged and stays for the next run."""
    waiting = StatusNotice.objects.filter(mailed_at__isnull=True).order_by("article_id")
    ids = list(waiting.values_list("article_id", flat=True).distinct())
    return sum(_send(article_id) for article_id in ids)


@transaction.atomic
def _send(article_id: int) -> bool:
    """One mail for all works of the article. The rows are held while it leaves, so that no other worker sends it too.

    Should the process die between the mail and the note of it, the mail is sent twice: better than not at all.
    """
    rows = StatusNotice.objects.select_for_update(skip_locked=True, of=("self",))
    notices = list(
        rows.filter(article_id=article_id, mailed_at__isnull=True).select_related("citation", "article").order_by("pk")
    )
    if not notices:
        return False
    article = notices[0].article
    to = recipients(article)
    if not to:
        logger.warning("Nobody can be mailed about the sources of article %s: no editor has an address", article.pk)
        return False
    try:
        EmailMessage(subject_of(article, notices), body_of(article, notices), to=to).send()
    except Exception:  # a mail server fails in many ways, and none may stop the others
        logger.exception("The mail about the sources of article %s did not leave", article.pk)
        return False
    StatusNotice.objects.filter(pk__in=[notice.pk for notice in notices]).update(mailed_at=timezone.now())
    return True


def recipients(article: Article) -> list[str]:
    """The addresses of editors, and of the people credited on the article: of a draft, those who may read it."""
    concerned = Q(groups__name=EDITORS) | Q(contributor__credits__article=article)
    people = User.objects.filter(concerned, is_active=True).exclude(email="").distinct()
    return sorted({person.email for person in people if article.is_public or may_read(person, article)})


def subject_of(article: Article, notices: Sequence[StatusNotice]) -> str:
    """The gravest news, and the article. A title cannot break the line."""
    states = {notice.state for notice in notices}
    if State.RETRACTED in states:
        news = "Source retracted"
    elif State.CONCERN in states:
        news = "Concern about a source"
    else:
        news = "Source no longer retracted"
    return f"{news}: {' '.join(article.title.split())}"[:200]


def body_of(article: Article, notices: Sequence[StatusNotice]) -> str:
    context = {
        "article": article,
        "notices": notices,
        "page": absolute(article.get_absolute_url()) if article.is_public else "",
        "desk": absolute(reverse("admin:articles_article_change", args=[article.pk])),
    }
    return render_to_string("articles/work_status_mail.txt", context)
