"""Renders a public address as nobody in particular: the view that answers it is given a request without a person."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.db import connection
from django.http import Http404, HttpResponse
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import timezone

from articles.models import Article
from articles.stored.addresses import BY_THE_DAY, KINDS, OF_ONE_ARTICLE, linked_keys
from articles.stored.rows import Rendered
from articles.stored.watched import SETTLED, WATCHED
from citations.models import Citation
from citations.services import merging

LONGEST = timedelta(days=1)
"""A page is rendered anew after so long whatever happens [house]: what depends on the day alone is never older."""

_DROPPED = frozenset(("etag", "last-modified", "content-length", "vary", "content-encoding"))
_TABLE = re.compile(r'\b(?:FROM|JOIN)\s+"?(\w+)"?', re.IGNORECASE)


def match_of(address: str) -> ResolverMatch | None:
    """The view behind an address, if its pages are kept."""
    try:
        match = resolve(address)
    except Resolver404:
        return None
    return match if match.app_names == ["articles"] and match.url_name in KINDS else None


def render(address: str) -> Rendered | None:
    """The page as a reader would get it now; None where there is none that everybody may have."""
    match = match_of(address)
    if match is None or match.url_name is None:
        return None
    tables: set[str] = set()
    with _noting(tables):
        response = _answer(match, _request(address, match))
        if response is None or not _for_everybody(response):
            return None
        keys = {*KINDS[match.url_name](match.kwargs), *linked_keys(response.content.decode(errors="replace"))}
        until = timezone.now() + LONGEST
        if match.url_name in BY_THE_DAY:
            until = datetime.combine(timezone.now().date() + timedelta(days=1), time(), UTC)
        revision = None
        if match.url_name in OF_ONE_ARTICLE:
            revision, own, until = _of_article(str(match.kwargs["slug"]), until)
            keys |= own
    return Rendered(
        address=address,
        kind=match.url_name,
        headers=tuple((name, value) for name, value in response.items() if name.lower() not in _DROPPED),
        content=response.content,
        depends=frozenset(keys),
        until=until,
        revision=revision,
        unwatched=frozenset(tables & _all_tables() - WATCHED.keys() - SETTLED),
    )


def _request(address: str, match: ResolverMatch) -> WSGIRequest:
    """A GET of the address at the site's own name, with no cookie, no language and nobody behind it."""
    site = urlsplit(settings.SITE_URL)
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/",
        "SCRIPT_NAME": "",
        "QUERY_STRING": "",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "SERVER_NAME": site.hostname or "localhost",
        "SERVER_PORT": str(site.port or (443 if site.scheme == "https" else 80)),
        "HTTP_HOST": site.netloc,
        "wsgi.url_scheme": site.scheme or "http",
        "wsgi.input": BytesIO(),
        "wsgi.errors": BytesIO(),
    }
    request = WSGIRequest(environ)
    request.path = request.path_info = address
    request.resolver_match = match
    return request


def _answer(match: ResolverMatch, request: WSGIRequest) -> HttpResponse | None:
    try:
        response = match.func(request, *match.args, **match.kwargs)
    except Http404:
        return None
    if hasattr(response, "render") and not response.is_rendered:
        response = response.render()
    return response if isinstance(response, HttpResponse) else None


def _for_everybody(response: HttpResponse) -> bool:
    """Whether the answer is whole, and says of itself that anybody may have it."""
    caching = response.get("Cache-Control", "")
    private = "no-store" in caching or "private" in caching or "cookie" in response.get("Vary", "").lower()
    return response.status_code == 200 and not response.cookies and not private


def _of_article(slug: str, until: datetime) -> tuple[int | None, set[str], datetime]:
    """The live revision, the keys of its works, and the moment from which its review is overdue."""
    fields = ("live_revision_id", "live_revision__citations", "live_revision__topics", "live_revision__dates")
    row = Article.objects.published().filter(slug=slug).values_list(*fields).first()
    if row is None:
        return None, set(), until
    revision, citations, topics, dates = row
    # Other articles of the same topics and works are named on the page.
    keys = {f"in:topic:{topic['slug']}" for topic in topics if topic.get("slug")}
    for work in citations:
        keys |= {f"{name}:{work[name]}" for name in ("work", "doi", "pmid") if work.get(name)}
        keys |= {f"in:work:{work['work']}"} if work.get("work") else set()
    listed = [work["work"] for work in citations if isinstance(work.get("work"), int)]
    for held in merging.followed(listed, Citation.objects.all()).values():
        keys |= {f"work:{held.pk}", f"doi:{held.doi}", f"pmid:{held.pmid}"}
    review = str((dates or {}).get("next_review") or "")
    try:
        overdue = datetime.combine(date.fromisoformat(review[:10]) + timedelta(days=1), time(), UTC)
    except ValueError:
        return revision, keys, until
    return revision, keys, min(until, overdue) if overdue > timezone.now() else until


@contextmanager
def _noting(tables: set[str]) -> Iterator[None]:
    """Notes which tables are asked while the page is made."""

    def note(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
        tables.update(_TABLE.findall(str(sql)))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield


def _all_tables() -> frozenset[str]:
    return frozenset(model._meta.db_table for model in apps.get_models(include_auto_created=True))
