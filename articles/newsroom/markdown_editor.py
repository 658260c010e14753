"""What the Markdown editor asks for while somebody types: the preview and the upload of pictures."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST

from articles.assessments import assess, deadlines
from articles.models import Article
from articles.newsroom.uploads import ImageRefused, store_image
from articles.rendering.body import preview_assessed, preview_html, render_body, unread
from evidence.deadline import Deadline, TooIntricateError, within

View = Callable[[HttpRequest], HttpResponse]
# What a form wraps around a file: boundaries, headers and the token.
FORM_OVERHEAD = 64 * 1024
SIGNED_OUT = "You are signed out, or may not edit articles. Copy your text, then sign in again in another tab."


BUSY = "Other previews are being made. This one comes as soon as you type on."
TURN_SECONDS = 1
"""What a preview waits for the one before it; then the page for readers, which shares the process, comes first."""
_TURN = threading.BoundedSemaphore(1)
"""One preview at a time in each web process: it computes all the while, and several would hold up all other answers."""


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
        def guard(request: HttpRequest) -> HttpResponse:
            if not may_write(request):
                return refuse(SIGNED_OUT, 403)
            length = request.META.get("CONTENT_LENGTH") or ""
            if not length.isdigit():
                return refuse("The request does not say how long it is.", 411)
            if int(length) > limit():
                return refuse("This is too large.", 413)
            return protected(request)

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
    content = request.POST.get("content", "")
    if len(content) > settings.IMPORT_MAX_KB * 1024:
        return _refuse_preview("The text is too long to be previewed. It can still be saved.", 413)
    if not _TURN.acquire(timeout=TURN_SECONDS):
        return _refuse_preview(BUSY, 503)
    try:
        return _shown(request, content)
    finally:
        _TURN.release()


def _shown(request: HttpRequest, content: str) -> HttpResponse:
    number = request.GET.get("article", "")
    article = Article.objects.filter(pk=int(number)).first() if number.isdecimal() and len(number) < 18 else None
    if article is None:
        return HttpResponse(preview_html(content, deadlines.for_preview()))
    article.body = content.replace("\r\n", "\n").replace("\r", "\n")
    return HttpResponse(preview_of(article))


def preview_of(article: Article) -> str:
    """The preview of words that are not saved yet, with the citations, products and people that are."""
    deadline = deadlines.for_preview()
    try:
        with within(deadline):
            return _preview_of(article, deadline)
    except TooIntricateError as problem:
        return unread(article.body, problem)


def _preview_of(article: Article, deadline: Deadline) -> str:
    try:
        assessment = assess(article, today=timezone.localdate(), deadline=deadline)
    except TooIntricateError:
        raise
    except ValueError as problem:
        return format_html('<p class="preview-error">{}</p>', str(problem)) + render_body(article.body, preview=True)
    numbers = {source.key: source.number for source in assessment.sources if source.number}
    return preview_assessed(article.body, assessment, numbers)


@guarded(lambda: settings.IMAGE_MAX_MB * 1024 * 1024 + FORM_OVERHEAD, _refuse_upload)
def upload(request: HttpRequest) -> HttpResponse:
    """Keeps one picture and answers with the Markdown that shows it, or with why it was refused."""
    picture = request.FILES.get("image")
    if picture is None:
        return _refuse_upload("No picture came in. Choose one and try again.", 400)
    try:
        address = store_image(picture)
    except ImageRefused as refusal:
        return _refuse_upload(str(refusal), 400)
    return JsonResponse({"image_code": f"![Describe the picture]({address})"})
