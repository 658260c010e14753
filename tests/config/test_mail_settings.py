"""Mail leaves by a relay that asks for a log-in and for TLS, and by no other way than was asked for."""

from __future__ import annotations

import base64
import runpy
import socket
from collections.abc import Iterator
from smtplib import SMTPAuthenticationError, SMTPNotSupportedError
from threading import Thread
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, get_connection

NAMES = ("EMAIL_HOST", "EMAIL_PORT", "EMAIL_HOST_USER", "EMAIL_HOST_PASSWORD", "EMAIL_USE_TLS", "EMAIL_USE_SSL")
USER = {"EMAIL_HOST_USER": "relay", "EMAIL_HOST_PASSWORD": "s3cret: with\u00e4"}


def settings_of(monkeypatch: pytest.MonkeyPatch, given: dict[str, str]) -> dict[str, Any]:
    """The settings as a process would read them with these variables."""
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    read = runpy.run_module("config.settings")
    return {name: read[name] for name in NAMES}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"EMAIL_USE_TLS": "true", "EMAIL_USE_SSL": "true"}, "exclude each other"),
        ({"EMAIL_HOST_USER": "relay"}, "belong together"),
        ({"EMAIL_HOST_PASSWORD": "secret"}, "belong together"),
        ({"EMAIL_PORT": "0"}, "at least 1"),
        ({"EMAIL_PORT": "smtp"}, "whole number"),
        ({"EMAIL_USE_TLS": "starttls"}, "true or false"),
        ({"EMAIL_USE_SSL": "465"}, "true or false"),
    ],
)
def test_settings_that_cannot_be_meant_are_refused(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], words: str
) -> None:
    with pytest.raises(ImproperlyConfigured, match=words):
        settings_of(monkeypatch, given)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"EMAIL_HOST": "smtp.example", "EMAIL_PORT": "587", "EMAIL_USE_TLS": "true", **USER},
        {"EMAIL_HOST": "smtp.example", "EMAIL_PORT": "465", "EMAIL_USE_SSL": "yes", **USER},
        {"EMAIL_HOST": "10.0.0.5", "EMAIL_PORT": "2525"},
        {"EMAIL_USE_TLS": "1"},
        {"EMAIL_USE_TLS": "false", "EMAIL_USE_SSL": "true"},
    ],
)
def test_settings_of_a_relay_are_taken(monkeypatch: pytest.MonkeyPatch, given: dict[str, str]) -> None:
    read = settings_of(monkeypatch, given)
    assert read["EMAIL_PORT"] == int(given.get("EMAIL_PORT", "25"))
    assert read["EMAIL_USE_TLS"] is (given.get("EMAIL_USE_TLS") in ("true", "1"))
    assert read["EMAIL_USE_SSL"] is (given.get("EMAIL_USE_SSL") in ("true", "yes"))
    assert (read["EMAIL_HOST_USER"], read["EMAIL_HOST_PASSWORD"]) == (
        given.get("EMAIL_HOST_USER", ""),
        given.get("EMAIL_HOST_PASSWORD", ""),
    )


class Relay(Thread):
    """A mail server for one message that asks for a log-in and knows no TLS (RFC 5321, RFC 4954)."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self.socket.getsockname()[1])
        self.asked: list[str] = []
        self.letter = ""

    def run(self) -> None:
        client, _ = self.socket.accept()
        with client, client.makefile("rwb") as lines:
            self._say(lines, "220 relay.example")
            while line := lines.readline().decode().strip():
                self.asked.append(line)
                if line.upper() == "DATA":
                    self._say(lines, "354 go on")
                    while (part := lines.readline()) not in (b".\r\n", b""):
                        self.letter += part.decode()
                self._say(lines, self._answer(line))
                if line.upper() == "QUIT":
                    return

    def _answer(self, line: str) -> str:
        word = line.partition(" ")[0].upper()
        if word == "AUTH":
            given = base64.b64decode(line.split()[2]).decode().split("\0")[1:]
            return "235 ok" if given == ["relay", "secret"] else "535 no"
        return {"EHLO": "250-relay.example\r\n250 AUTH PLAIN", "QUIT": "221 bye"}.get(word, "250 ok")

    def _say(self, lines: Any, words: str) -> None:
        lines.write(f"{words}\r\n".encode())
        lines.flush()


@pytest.fixture
def relay() -> Iterator[Relay]:
    server = Relay()
    server.start()
    yield server
    server.socket.close()


def send(relay: Relay, **kw: Any) -> None:
    backend = "django.core.mail.backends.smtp.EmailBackend"
    connection = get_connection(backend, host="127.0.0.1", port=relay.port, **kw)
    EmailMessage("A flag", "Look at it.", "news@example.org", ["ann@example.org"], connection=connection).send()


def test_a_letter_leaves_by_a_relay_that_asks_who_sends(relay: Relay) -> None:
    send(relay, username="relay", password="secret")
    relay.join(5)
    assert "Subject: A flag" in relay.letter
    assert next(line for line in relay.asked if line.startswith("AUTH"))


def test_a_wrong_password_is_told_and_nothing_leaves(relay: Relay) -> None:
    with pytest.raises(SMTPAuthenticationError):
        send(relay, username="relay", password="wrong")
    assert relay.letter == ""


def test_where_tls_is_asked_for_nothing_leaves_without_it(relay: Relay) -> None:
    with pytest.raises(SMTPNotSupportedError):
        send(relay, username="relay", password="secret", use_tls=True)
    assert not [line for line in relay.asked if line.startswith(("AUTH", "MAIL"))]
