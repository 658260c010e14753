"""What somebody is to be told leaves by the worker, once it stands and not before."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import transaction

from articles.models import Notice
from articles.services import conversation
from tests.articles.factories import make_article

pytestmark = pytest.mark.worker

SECONDS = 30


def sent(person: User) -> bool:
    give_up = time.monotonic() + SECONDS
    while time.monotonic() < give_up:
        if Notice.objects.filter(person=person, sent_at__isnull=False).exists():
            return True
        time.sleep(0.05)
    return False


def test_the_worker_sends_what_stands_and_nothing_of_what_was_taken_back(
    worker: Path, settings: Any, author: User, editor: User, reviewer: User
) -> None:
    settings.NOTICE_DELAY_SECONDS = 0
    article = make_article(by=author)
    with transaction.atomic():
        conversation.say(article=article, by=author, text="Why?", asked=[reviewer])
        transaction.set_rollback(True)
    conversation.say(article=article, by=author, text="Is it so?", asked=[editor])
    assert sent(editor)
    assert not Notice.objects.filter(person=reviewer).exists()
