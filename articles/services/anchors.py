"""Keeps the end of the log where whoever owns its database does not reach: a mail, a file, another database.

An anchor is a line: the time, how many entries there were, the hash of the last. `verify_log --holds` reads those of
the file and the database, and finds a log that was rewritten or cut short since.
"""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from articles.models import LogHead

logger = logging.getLogger(__name__)

TABLE = """
CREATE TABLE IF NOT EXISTS citewell_anchor (
    at timestamptz NOT NULL, entries bigint NOT NULL, hash text NOT NULL, site text NOT NULL
)
"""
SECONDS = 10
"""How long the other database may take to answer."""
LINE = re.compile(r"\S+ \d+ ([0-9a-f]{64})")


class NoAnchors(Exception):
    """There is nothing to hold the log against; the message says what to do."""


def write() -> dict[str, str]:
    """Writes the end of the log to every place that is set; by place "" or what went wrong.

    One place that fails stops no other, and is in the log of the worker.
    """
    head = LogHead.objects.first()
    if head is None:
        return {}
    line = f"{timezone.now().isoformat(timespec='seconds')} {head.entries} {head.hash}"
    said = {}
    for name, put in _places(head, line):
        try:
            put()
            said[name] = ""
        except Exception as error:  # mail servers, disks and databases fail in many ways
            logger.exception("The end of the log could not be written to the %s", name)
            said[name] = f"{type(error).__name__}: {error}"
    return said


def _places(head: LogHead, line: str) -> Iterator[tuple[str, Callable[[], object]]]:
    if settings.LOG_ANCHOR_FILE:
        yield "file", lambda: _to_file(Path(settings.LOG_ANCHOR_FILE), line)
    if settings.LOG_ANCHOR_DATABASE_URL:
        yield "database", lambda: _to_database(head)
    if settings.LOG_ANCHOR_MAIL:
        subject = f"{settings.SITE_NAME}: the log has {head.entries} entries"
        text = f"{line}\n\nKeep this mail. `manage.py verify_log --holds {head.hash}` finds a log rewritten since.\n"
        yield "mail", EmailMessage(subject, text, to=settings.LOG_ANCHOR_MAIL).send


def _to_file(path: Path, line: str) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
        file.flush()
        os.fsync(file.fileno())


def _to_database(head: LogHead) -> None:
    with psycopg.connect(settings.LOG_ANCHOR_DATABASE_URL, connect_timeout=SECONDS) as other:
        other.execute(TABLE)
        row = (timezone.now(), head.entries, head.hash, settings.SITE_URL)
        other.execute("INSERT INTO citewell_anchor (at, entries, hash, site) VALUES (%s, %s, %s, %s)", row)


def read() -> set[str]:
    """The hashes of all anchors in the file and the other database. Raises NoAnchors."""
    found: set[str] = set()
    if settings.LOG_ANCHOR_FILE:
        try:
            text = Path(settings.LOG_ANCHOR_FILE).read_text(encoding="utf-8")
        except OSError as error:
            raise NoAnchors(f"The anchors in {settings.LOG_ANCHOR_FILE} cannot be read: {error.strerror}.") from None
        found |= {match[1] for match in map(LINE.fullmatch, text.splitlines()) if match}
    if settings.LOG_ANCHOR_DATABASE_URL:
        try:
            with psycopg.connect(settings.LOG_ANCHOR_DATABASE_URL, connect_timeout=SECONDS) as other:
                rows = other.execute("SELECT hash FROM citewell_anchor WHERE site = %s", [settings.SITE_URL])
                found |= {str(row[0]) for row in rows}
        except psycopg.Error as error:
            raise NoAnchors(f"The anchors in the other database cannot be read: {error}") from None
    if not found:
        raise NoAnchors(
            "No anchor is kept yet. Set LOG_ANCHOR_FILE or LOG_ANCHOR_DATABASE_URL, or give a hash: --holds HASH."
        )
    return found
