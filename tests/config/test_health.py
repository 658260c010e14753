from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from django.db import OperationalError, connection
from django.test import Client

pytestmark = pytest.mark.django_db


def test_it_says_so_when_the_database_does_not_answer(client: Client) -> None:
    with patch.object(connection, "cursor", side_effect=OperationalError("gone")):
        response = client.get("/healthz")
    assert response.status_code == 503
    assert b"gone" not in response.content


HOSTS = (
    *(
        "10.0.0.5",
        "10.0.0.5:8000",
        "[fd00::5]",
        "[fd00::5]:8000",
        "[::ffff:10.0.0.5]",
        "evil.example",
        "a b",
        "a" * 300,
    ),
    *(
        "127.0.0.1.evil.example",
        "localhost.evil",
        "xn--mnchen-3ya.example",
        "10.0.0.5,10.0.0.6",
        "user@10.0.0.5",
        "-",
        "",
    ),
)


@pytest.mark.parametrize("host", HOSTS)
def test_it_answers_by_whatever_address_it_is_asked(client: Client, host: str) -> None:
    assert client.get("/healthz", headers={"host": host}).status_code == 200
    assert client.head("/healthz", headers={"host": host}).status_code == 200
    assert client.get("/", headers={"host": host}).status_code == 400


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_it_takes_nothing(client: Client, method: str) -> None:
    assert client.generic(method, "/healthz").status_code == 405


def test_it_answers_without_a_redirect_to_https(client: Client, settings: Any) -> None:
    settings.SECURE_SSL_REDIRECT = True
    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.content == b"ok\n"
    assert "no-store" in response["Cache-Control"]
