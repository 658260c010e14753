"""What every page may show of the publication."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def publication(request: HttpRequest) -> dict[str, str]:
    return {
        "site_name": settings.SITE_NAME,
        "site_tagline": settings.SITE_TAGLINE,
        "publisher_name": settings.PUBLISHER_NAME,
    }
