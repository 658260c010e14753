"""What other sites show of an article: the picture beside a link, and oEmbed (oembed.com, version 1.0)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import urlencode, urlsplit
from xml.sax.saxutils import escape as escape_xml

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.http import require_safe

from articles.models import Article, Revision
from articles.reader.pages import live
from articles.reader.share_card import HEIGHT, WIDTH, Told, drawn
from articles.reader.teasers import teaser
from articles.rendering.addresses import absolute

WIDEST, TALLEST = 600, 260
"""Pixels that a quotation of an article takes elsewhere [house]; its height is what three lines need."""
DAY = 86_400


def address_of_card(slug: str, number: int) -> str:
    return absolute(reverse("articles:card", args=[slug, number]))


def address_of_embedding(canonical: str) -> str:
    return absolute(f"{reverse('articles:oembed')}?{urlencode({'url': canonical})}")


@require_safe
def card(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """The picture of a live revision; the address of an earlier one leads to that of now."""
    article = _public(slug)
    revision = live(article)
    if number != revision.number:
        return redirect("articles:card", slug, revision.number)
    response = HttpResponse(drawn(_told(article, revision)), content_type="image/png")
    response["Cache-Control"] = f"public, max-age={DAY}"
    return response


def _told(article: Article, revision: Revision) -> Told:
    shown = teaser(article)
    return Told(
        title=revision.title,
        site=settings.SITE_NAME,
        support=shown["strip"] or "No claims found",
        byline=f"By {names}" if (names := _names(shown)) else "",
        bar=shown["bar"],
    )


def _names(shown: Mapping[str, Any]) -> str:
    return ", ".join(str(person.get("name") or "") for person in shown["authors"])


@require_safe
def oembed(request: HttpRequest) -> HttpResponse:
    """An article as a quotation: 400 without an address, 404 for one that is no article of ours, 501 for other forms
    than JSON and XML, as the standard asks."""
    wanted = request.GET.get("format", "json")
    if wanted not in ("json", "xml"):
        return _refused("This site answers in json and xml.", 501)
    url = request.GET.get("url", "")
    if not url:
        return _refused("Name the address of an article: ?url=…", 400)
    try:
        most = [int(request.GET.get(name) or 10**6) for name in ("maxwidth", "maxheight")]
    except ValueError:
        return _refused("maxwidth and maxheight are numbers of pixels.", 400)
    try:
        said = _embedded(_public(_slug_in(url)), *most)
    except Http404:
        return _refused("There is no article of ours at this address.", 404)
    return _open(_as_xml(said) if wanted == "xml" else JsonResponse(said))


def _slug_in(url: str) -> str:
    """Raises Http404 where the address is not that of an article, or of a version of one."""
    try:
        parts, own = urlsplit(url), urlsplit(settings.SITE_URL)
        match = resolve(parts.path)
    except (ValueError, Resolver404) as error:
        raise Http404 from error
    if parts.netloc != own.netloc or match.url_name not in ("article", "version"):
        raise Http404
    return str(match.kwargs["slug"])


def _embedded(article: Article, widest: int, tallest: int) -> dict[str, Any]:
    shown, url = teaser(article), absolute(article.get_absolute_url())
    title, standfirst, support = (escape(str(shown[name])) for name in ("title", "standfirst", "strip"))
    lines = [f'<p><a href="{escape(url)}">{title}</a></p>', f"<p>{standfirst}</p>"]
    if support:
        lines.append(f"<p>{support}. {escape(settings.SITE_NAME)}</p>")
    said: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": shown["title"],
        "author_name": _names(shown),
        "provider_name": settings.SITE_NAME,
        "provider_url": settings.SITE_URL,
        "cache_age": DAY,
        "html": f'<blockquote cite="{escape(url)}">{"".join(lines)}</blockquote>',
        "width": max(1, min(WIDEST, widest)),
        "height": max(1, min(TALLEST, tallest)),
    }
    if widest >= WIDTH and tallest >= HEIGHT:  # a picture may not be larger than was asked
        picture = address_of_card(article.slug, live(article).number)
        said |= {"thumbnail_url": picture, "thumbnail_width": WIDTH, "thumbnail_height": HEIGHT}
    return said


def _public(slug: str) -> Article:
    article = Article.objects.published().select_related("live_revision").filter(slug=slug).first()
    if article is None:
        raise Http404
    return article


_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _as_xml(said: dict[str, Any]) -> HttpResponse:
    lines = "".join(f"<{name}>{escape_xml(_NOT_XML.sub('', str(value)))}</{name}>" for name, value in said.items())
    body = f'<?xml version="1.0" encoding="utf-8" standalone="yes"?><oembed>{lines}</oembed>'
    return HttpResponse(body, content_type="text/xml; charset=utf-8")


def _refused(words: str, status: int) -> HttpResponse:
    return _open(HttpResponse(words, status=status, content_type="text/plain; charset=utf-8"))


def _open(response: HttpResponse) -> HttpResponse:
    """Any site may ask: the answer says nothing that the page does not."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Cache-Control"] = "public, max-age=300"
    return response
