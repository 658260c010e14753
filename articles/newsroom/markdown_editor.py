"""What the Markdown editor asks for while somebody types: the preview and the upload of pictures."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

import apart
from articles.newsroom.previewing import preview_of, preview_of_text
from articles.services.own_drafts import seen_by
from articles.services.uploads import ImageRefused, store_image

View = Callable[..., HttpResponse]
# What a form wraps around a file: boundaries, headers and the token.
FORM_OVERHEAD = 64 * 1024
SIGNED_OUT = "You are signed out, or may not edit articles. Copy your text, then sign in again in another tab."
BUSY = "Other previews are being made. This one comes as soon as you type on."


def may_write(request: HttpRequest) -> bool:
    user = request.user
    return (
        user.is_active
        and user.is_staff
        and (user.has_perm("articles.change_article") or user.has_perm("articles.add_article"))
    )


def guarded(limit: Callable[[], int], refuse: Callable[[str, int], HttpResponse]) -> Callable[[View], View]:
    """POST by people who may write, at most `limit()` bytes, token checked. The body is read only after that.

    The token check of the middleware would read the whole body first, so it is put off until the size is known.
    """

    def decorate(view: View) -> View:
        protected = csrf_protect(view)

        @csrf_exempt
        @never_cache
        @require_POST
        @wraps(view)
        def guard(request: HttpRequest, **given: Any) -> HttpResponse:
            if not may_write(request):
                return refuse(SIGNED_OUT, 403)
            length = request.META.get("CONTENT_LENGTH") or ""
            if not length.isdigit():
                return refuse("The request does not say how long it is.", 411)
            if int(length) > limit():
                return refuse("This is too large.", 413)
            return protected(request, **given)

        return guard

    return decorate


def _refuse_preview(message: str, status: int) -> HttpResponse:
    return HttpResponse(format_html('<p class="preview-problem" role="alert">{}</p>', message), status=status)


def _refuse_upload(message: str, status: int) -> HttpResponse:
    if status == 413:
        message = f"The picture is larger than {settings.IMAGE_MAX_MB} MB. Save it smaller and try again."
    return JsonResponse({"error": message}, status=status)


@guarded(lambda: 4 * settings.IMPORT_MAX_KB * 1024, _refuse_preview)
def preview(request: HttpRequest) -> HttpResponse:
    """The text as HTML with its claims underlined and their flags in words, by the citations saved so far."""
    content = request.POST.get("content", request.POST.get("body", ""))
    if len(content) > settings.IMPORT_MAX_KB * 1024:
        return _refuse_preview("The text is too long to be previewed. It can still be saved.", 413)
    try:
        html = _preview_html(request, content)
    except apart.Busy:
        return _refuse_preview(BUSY, 503)
    if "page" in request.POST:  # asked for by a form without a script, in a tab of its own
        return render(request, "newsroom/preview_page.html", {"html": html})
    return HttpResponse(html)


def _preview_html(request: HttpRequest, content: str) -> str:
    number = request.GET.get("article", "")
    article = seen_by(request.user).filter(pk=int(number)).first() if number.isdecimal() and len(number) < 18 else None
    if article is None:
        return preview_of_text(content)
    article.body = content.replace("\r\n", "\n").replace("\r", "\n")
    return preview_of(article)


@guarded(lambda: settings.IMAGE_MAX_MB * 1024 * 1024 + FORM_OVERHEAD, _refuse_upload)
def upload(request: HttpRequest) -> HttpResponse:
    """Keeps one picture and answers with the Markdown that shows it, or with why it was refused.

    `alt` says what it shows to those who do not see it (WCAG 2.2, 1.1.1), `credit` who made it or owns it: the title.
    """
    picture = request.FILES.get("image")
    if picture is None:
        return _refuse_upload("No picture came in. Choose one and try again.", 400)
    alt, credit = (_in_brackets(request.POST.get(name, "")) for name in ("alt", "credit"))
    if not alt:
        return _refuse_upload("Say what the picture shows, for those who cannot see it.", 400)
    if not credit:
        return _refuse_upload("Say who made the picture or whose it is.", 400)
    try:
        address = store_image(picture)
    except ImageRefused as refusal:
        return _refuse_upload(str(refusal), 400)
    return JsonResponse({"image_code": f'![{alt}]({address} "{credit}")'})


WORDS_OF_PICTURE = 300
"""Letters that what a picture shows, or whose it is, may take [house]; longer than that is for the text."""


def _in_brackets(words: str) -> str:
    """Words as they may stand in the brackets and quotes of a picture: on one line, with none of these signs."""
    plain = words.translate({ord(sign): " " for sign in '[]<>"\\`'})
    return " ".join(plain.split())[:WORDS_OF_PICTURE].strip()
