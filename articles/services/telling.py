"""Tells editors, and the people credited on an article, what happened to it without them: one mail, once it stands."""

from __future__ import annotations

import logging
from functools import partial

from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from articles.models import Article
from articles.rendering.addresses import absolute
from articles.services.work_status_mail import recipients

logger = logging.getLogger(__name__)


def about(article: Article, subject: str, text: str) -> None:
    """Leaves a mail to be sent when the transaction stands. What happened is on the log whether it leaves or not."""
    desk = absolute(reverse("admin:articles_article_change", args=[article.pk]))
    mail = EmailMessage(" ".join(subject.split())[:200], f"{text}\n\n{desk}\n", to=recipients(article))
    if mail.to:
        transaction.on_commit(partial(_send, mail, article.pk), robust=True)


def _send(mail: EmailMessage, article_id: int) -> None:
    try:
        mail.send()
    except Exception:  # a mail server fails in many ways
        logger.exception("The mail about article %s did not leave", article_id)
