"""Rich text that is pasted: who pastes waits for no preview, and is told what to do where nothing can be read."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

import apart

pytestmark = pytest.mark.django_db
RICH = {"html": "<h2>Zinc</h2><p>It <b>cures</b> colds.</p>"}


def test_what_cannot_be_read_now_is_to_be_pasted_again(client: Client, author: User, settings: Any) -> None:
    settings.IMPORT_SECONDS = 0.01
    client.force_login(author)
    with apart.SENT.turn:
        answer = client.post(reverse("newsroom:rich-text"), RICH)
    assert answer.status_code == 503
    assert "pasted as plain text. Undo, and paste it again" in answer.json()["error"]


def test_a_paste_does_not_wait_for_a_preview_that_is_made(client: Client, author: User) -> None:
    client.force_login(author)
    with apart.TYPED.turn:
        answer = client.post(reverse("newsroom:rich-text"), RICH)
    assert answer.json()["markdown"] == "## Zinc\n\nIt **cures** colds."
