"""Rich text that somebody pastes into the editor, as Markdown."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse

import apart
from articles.newsroom.markdown_editor import guarded
from evidence.deadline import TooIntricateError
from evidence.opening.html.clipboard import read_fragment

OF_MARKUP = 8
"""Bytes of HTML that stand for one of text [house]: Word writes a style sheet before a single sentence."""
NAMES = 2_000
AGAIN = " Undo, and paste it again in a moment to keep its headings, lists, tables and notes."


def _refuse(message: str, status: int, hint: str = "") -> HttpResponse:
    return JsonResponse({"error": f"{message} It was pasted as plain text.{hint}"}, status=status)


@guarded(lambda: OF_MARKUP * settings.IMPORT_MAX_KB * 1024, _refuse)
def rich_text(request: HttpRequest) -> HttpResponse:
    """The Markdown of `html`; `notes` are the names of footnotes that the text has, so that none is given twice."""
    taken = [name for name in request.POST.get("notes", "").split(" ")[:NAMES] if name]
    # Who pastes does so once and waits for it: it has the time of what is sent, and no turn behind previews.
    read = apart.SENT.run(read_fragment, seconds=settings.IMPORT_SECONDS, wait=settings.IMPORT_SECONDS)
    try:
        return JsonResponse({"markdown": read(request.POST.get("html", ""), taken)})
    except apart.Busy:
        return _refuse("Other texts are being read.", 503, AGAIN)
    except TooIntricateError as problem:
        return _refuse(str(problem), 422)
    except ValueError as problem:  # more elements than are read
        words = str(problem)
        return _refuse(f"{words[:1].upper()}{words[1:]}", 422)
