"""Tells editors, and the people credited on an article, what happened to it without them: one mail, once it stands."""

from __future__ import annotations

import logging
from datetime import timedelta
from functools import partial

from django.contrib.auth.models import User
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, LogEntry
from articles.rendering.addresses import absolute
from articles.services.work_status_mail import recipients

LATELY = timedelta(hours=1)
"""Changes by one person within it are told once [house]."""

logger = logging.getLogger(__name__)


def about(article: Article, subject: str, text: str) -> None:
    """Leaves a mail to be sent when the transaction stands. What happened is on the log whether it leaves or not."""
    desk = absolute(reverse("admin:articles_article_change", args=[article.pk]))
    mail = EmailMessage(" ".join(subject.split())[:200], f"{text}\n\n{desk}\n", to=recipients(article))
    if mail.to:
        transaction.on_commit(partial(_send, mail, article.pk), robust=True)


def changed_by_another(article: Article, by: User) -> None:
    """Tells whoever began the draft, and the authors it names, that somebody else saved it: once in an hour of changes.

    Called before this save is on the log, where the earlier ones are.
    """
    concerned = Q(articles_begun=article) | Q(
        contributor__credits__article=article, contributor__credits__role="author"
    )
    people = User.objects.filter(concerned, is_active=True).exclude(pk=by.pk).exclude(email="")
    to = sorted(set(people.values_list("email", flat=True)))
    lately = LogEntry.objects.filter(
        article_id=article.pk, actor=by, action="draft-saved", at__gt=timezone.now() - LATELY
    )
    if not to or lately.exists():
        return
    who = by.get_full_name() or by.get_username()
    desk = absolute(reverse("admin:articles_article_change", args=[article.pk]))
    subject = " ".join(f"{who} changed your draft: {article.title}".split())[:200]
    text = f"{who} saved “{article.title}” as version {article.version}. The log has each change.\n\n{desk}\n"
    transaction.on_commit(partial(_send, EmailMessage(subject, text, to=to), article.pk), robust=True)


def _send(mail: EmailMessage, article_id: int) -> None:
    try:
        mail.send()
    except Exception:  # a mail server fails in many ways
        logger.exception("The mail about article %s did not leave", article_id)
