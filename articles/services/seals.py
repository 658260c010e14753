"""Seals of the log: what only a process of this site can put on an entry, and the database asks for.

The key is made of `SECRET_KEY`. The database holds what it needs to check the first half of a seal in a table that
the application's role cannot read, so that a password of that role, or a statement smuggled in, makes no entry. The
second half is made with another key that the database never holds: `verify_log` checks it, so that even who owns the
database cannot write an entry that passes. Both are HMAC-SHA-256 (RFC 2104).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connections, transaction
from django.utils.encoding import force_bytes

BLOCK = 64
"""Bytes in a block of SHA-256, to which HMAC fills up its key."""

TEXT = "SELECT jsonb_build_array(%s::text, %s::bigint, %s::text, %s::text, %s::bigint, %s::bigint, %s::jsonb)::text"
"""What is sealed, in the database's own writing: nonce, who, their name, what, article, revision, data."""


def _key(purpose: str, secret: str | bytes) -> bytes:
    return hmac.new(force_bytes(secret), f"citewell {purpose}".encode(), hashlib.sha256).digest()


def _pads() -> tuple[bytes, bytes]:
    """The two blocks with which SHA-256 makes an HMAC: the database then needs no extension for it."""
    key = _key("log", settings.SECRET_KEY).ljust(BLOCK, b"\0")
    return bytes(byte ^ 0x36 for byte in key), bytes(byte ^ 0x5C for byte in key)


def new_nonce() -> str:
    return secrets.token_hex(8)


def seal(nonce: str, text: str) -> str:
    """The seal of an entry: nonce, half for the database, half for `verify_log`."""
    halves = (hmac.new(_key(name, settings.SECRET_KEY), text.encode(), hashlib.sha256) for name in ("log", "witness"))
    return ".".join([nonce, *(half.hexdigest() for half in halves)])


def is_ours(given: str, text: str) -> bool:
    """Whether the second half was made by this site, with its key of today or an earlier one it still names."""
    witness = given.rpartition(".")[2]
    return any(hmac.compare_digest(witness, expected) for expected in _witnesses(text))


def _witnesses(text: str) -> Iterator[str]:
    for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS):
        yield hmac.new(_key("witness", secret), text.encode(), hashlib.sha256).hexdigest()


def of_assessment(article_id: int, version: int, engine: str, basis: str) -> str:
    """Says that this site's engine has read this version of this draft on this basis."""
    text = "\x1f".join(["assessed", str(article_id), str(version), engine, basis])
    return hmac.new(_key("assessment", settings.SECRET_KEY), text.encode(), hashlib.sha256).hexdigest()


def install_key(using: str = "default", **_: Any) -> None:
    """Gives the database what it checks seals with. After a migration, by the owner; others may not and need not."""
    inner, outer = _pads()
    try:
        with transaction.atomic(using=using), connections[using].cursor() as cursor:
            cursor.execute("SELECT to_regclass('articles_sealkey') IS NOT NULL")
            if cursor.fetchone()[0]:
                cursor.execute(
                    "INSERT INTO articles_sealkey (id, inner_pad, outer_pad) VALUES (1, %s, %s) ON CONFLICT (id) "
                    "DO UPDATE SET inner_pad = EXCLUDED.inner_pad, outer_pad = EXCLUDED.outer_pad",
                    [inner, outer],
                )
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", "") != "42501":  # insufficient privilege
            raise
