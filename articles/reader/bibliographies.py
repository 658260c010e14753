"""The works of a live article for readers to take along: a list in the style they choose, or a file."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from articles.models import Article
from articles.reader import page_citation
from articles.reader.pages import Snapshot, live
from articles.reader.public_record import Gone, gone, public_article
from articles.reader.responses import ASK_AGAIN, public
from articles.reader.work_facts import MARKS, status_in_words
from articles.rendering.addresses import absolute
from citations import formats
from citations.formats import coins
from citations.models import Citation
from citations.services import exporting, merging
from citations.services.retraction_watch import status_of, watched_on
from citations.styles import STYLES, reference
from citations.styles.work import Work


def _works(slug: str) -> tuple[Article, list[Citation]]:
    """A public article and the works of its live revision, in the order of the page. Raises Http404 and Gone."""
    article = public_article(slug)
    listed = [row["work"] for row in Snapshot(live(article)).rows("citations") if row.get("work")]
    held = merging.followed(listed, Citation.objects.all())
    works = list(dict.fromkeys(held[pk] for pk in listed if pk in held))
    if not works:
        raise Http404
    return article, works


@require_safe
def styled(request: HttpRequest, slug: str) -> HttpResponse:
    """The references in the style that the address names, else the site's own."""
    style = request.GET.get("style", settings.REFERENCE_STYLE)
    unknown = style if style not in STYLES else ""
    if unknown:  # somebody's guess or an old link: the site's own style, and the names of the others
        style = settings.REFERENCE_STYLE
    try:
        article, works = _works(slug)
    except Gone as answer:
        return _unlisted(gone(request, answer.article))
    if not STYLES[style].numbered:
        works.sort(key=lambda work: Work(exporting.for_readers(work)).sort_key)
    watched = watched_on()
    context = {
        "article": article,
        "title": live(article).title,
        "style": style,
        "unknown": unknown[:40],
        "styles": [(key, one.name) for key, one in STYLES.items()],
        "numbered": STYLES[style].numbered,
        "rows": [_row(work, style) | {"status": status_in_words(*status_of(work, watched))} for work in works],
        "files": exporting.NAMES.items(),
        "canonical": absolute(request.path),
    }
    return _public(render(request, "articles/references.html", context))


def _row(work: Citation, style: str) -> dict[str, Any]:
    csl = exporting.for_readers(work)
    lost = work.link_dead and not work.doi
    if lost and work.archived_url:
        csl["URL"] = work.archived_url
    # `reference` gives nothing but escaped text with <i>, <sub>, <sup> and links to the web.
    written = mark_safe(reference(csl, style, links=bool(work.archived_url) or not lost))  # noqa: S308
    return {
        "pk": work.pk,
        "text": written,
        "mark": MARKS.get(work.status, ""),
        "lost": lost,
        "copy": work.archived_url,
        # On this page alone: Zotero looks for COinS (priority 310) before it reads citation_* in the head (320), so
        # that spans on the page of the article would offer its sources in the place of the article itself.
        "coins": coins.context_object(csl),
    }


@require_safe
def file(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """The references as BibTeX, RIS or CSL-JSON."""
    if ending not in exporting.NAMES:
        raise Http404
    try:
        _, works = _works(slug)
    except Gone as answer:
        return _unlisted(gone(request, answer.article))
    text = "".join(exporting.file_for_readers(works, ending))
    response = HttpResponse(text, content_type=formats.MEDIA_TYPES[ending])
    response["Content-Disposition"] = f'attachment; filename="{slug}.{ending}"'
    return _public(response)


@require_safe
def cite_file(request: HttpRequest, slug: str, ending: str) -> HttpResponse:
    """The article itself as a record for reference managers."""
    if ending not in exporting.NAMES:
        raise Http404
    try:
        found = public_article(slug)
    except Gone as answer:
        return _unlisted(gone(request, answer.article))
    text = "".join(page_citation.file_of(page_citation.of(live(found), found), ending))
    response = HttpResponse(text, content_type=formats.MEDIA_TYPES[ending])
    response["Content-Disposition"] = f'attachment; filename="cite-{slug}.{ending}"'
    return _public(response)


def _public(response: HttpResponse) -> HttpResponse:
    return _unlisted(public(response, ASK_AGAIN))


def _unlisted(response: HttpResponse) -> HttpResponse:
    response["X-Robots-Tag"] = "noindex"
    return response
