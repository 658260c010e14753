"""Notes of a long article on a page of their own, `/articles/<slug>/claims/`, so that the article itself stays light.

The marks of such an article are links to the notes there. Script fetches that page once the article stands, and puts
its notes into the article; without script, and before they came, each mark leads to its note.
"""

from __future__ import annotations

import re
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.reader.pages import Page, Snapshot, live, page_of
from articles.reader.public_record import Gone, gone, public_article
from articles.reader.responses import ASK_AGAIN, public
from articles.reader.work_status import current_status
from articles.rendering.addresses import absolute

MOST = 20
"""Notes that stand in the article itself [house]: with more of them they would weigh more than the text."""
PLACE = "claims/"
"""The page of notes, as seen from the article."""

_BUTTON = re.compile(
    r'<button(?: type="button")?( class="tag\b[^"]*") popovertarget="(claim-\d+-why)"(.*?)</button>', re.DOTALL
)


@require_safe
def claim_notes(request: HttpRequest, slug: str) -> HttpResponse:
    """The claims of an article by level, and the note on each: read here, or fetched by the script of the article."""
    try:
        article = public_article(slug)
    except Gone as answer:
        return gone(request, answer.article)
    revision = live(article)
    page = page_of(revision, timezone.now().date(), current_status(Snapshot(revision).rows("citations")))
    context = {
        "article": article,
        "page": page,
        "revision_number": revision.number,
        "above": "../",
        "canonical": absolute(request.path),
    }
    response = public(render(request, "articles/notes.html", context), ASK_AGAIN)
    response["X-Robots-Tag"] = "noindex"
    return response


def lightened(page: Page) -> Page:
    """The page as its article shows it: as it is where it has few notes, else with links in place of its buttons."""
    if len(page.cards) <= MOST:
        return page
    return replace(page, html=_BUTTON.sub(_link, page.html), notes=PLACE)


def _link(found: re.Match[str]) -> str:
    return f'<a{found[1]} href="{PLACE}#{found[2]}"{found[3]}</a>'
