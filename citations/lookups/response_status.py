"""What a service's status line and headers mean for us."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import httpx

from citations.lookups import endpoints
from citations.lookups.endpoints import Endpoint
from citations.lookups.errors import Malformed, NotFound, RateLimited, Refused, Unreachable

LONGEST_RETRY_AFTER = 86_400.0


def raise_for(place: Endpoint, response: httpx.Response) -> None:
    """Nothing for 200. Raises NotFound, RateLimited, Unreachable, Refused or Malformed for all else."""
    code = response.status_code
    if code == httpx.codes.OK:
        return
    if code in (httpx.codes.NOT_FOUND, httpx.codes.GONE):
        raise NotFound(f"{place.name} does not know it.")
    wait = retry_after(response.headers.get("retry-after", ""), datetime.now(UTC))
    if code == httpx.codes.TOO_MANY_REQUESTS:
        raise RateLimited(f"{place.name} asks us to come back later.", wait=wait)
    if code >= httpx.codes.INTERNAL_SERVER_ERROR:
        raise Unreachable(f"{place.name} has a fault of its own ({code}).", wait=wait)
    if code in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        raise Refused(f"{place.name} turned us down ({code}). Check its key and CONTACT_EMAIL.")
    raise Malformed(f"{place.name} could not use the question ({code}).")


def retry_after(text: str, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, given as a number or as a date (RFC 9110, 10.2.3), a day at most."""
    text = text.strip()
    if text.isdecimal() and text.isascii():
        return min(float(text[:9]), LONGEST_RETRY_AFTER)
    try:
        then = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return min(max(0.0, (then - now).total_seconds()), LONGEST_RETRY_AFTER)


def safe_redirect(place: Endpoint, url: str, location: str) -> str:
    """Where a redirect leads, where that is one of the services' own hosts and no step down from HTTPS."""
    try:
        target = urljoin(url, location)
        parts = urlsplit(target)
    except ValueError:
        raise Malformed(f"{place.name} sends us to an address that is none.") from None
    if not location or parts.netloc.lower() not in endpoints.known_hosts() | {place.host}:
        raise Malformed(f"{place.name} sends us to another site ({parts.hostname or 'none'}).")
    if parts.scheme != urlsplit(url).scheme and parts.scheme != "https":
        raise Malformed(f"{place.name} sends us to an address without encryption.")
    return target
