"""Addresses of this site as the rest of the world writes them."""

from __future__ import annotations

from django.conf import settings


def absolute(path: str) -> str:
    """The full address of a path on this site."""
    return path if path.startswith(("http://", "https://")) else f"{settings.SITE_URL}{path}"
