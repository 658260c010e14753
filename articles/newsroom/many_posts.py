"""Many posts at once: they go in as files, archives or exports, and a page tells what becomes of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from unfold.widgets import UnfoldAdminTextInputWidget, UnfoldBooleanWidget

from articles.exports import reports
from articles.exports.archives import READ, ArchiveRefused
from articles.exports.files import ExportRefused, posts_in
from articles.exports.posts import PictureFile, Post, Unread
from articles.models import PostBatch, PostInBatch
from articles.newsroom import import_again
from articles.services import ServiceError, post_batches

ROWS = 100
SLOW_TO_START = 60
"""Seconds without a move after which the page says that a worker may be missing."""
ACCEPTED = ",".join(sorted({*READ, ".zip"}))


class ManyFiles(forms.ClearableFileInput):
    """Unfold's script writes the name of a chosen file into the first field for text three elements further out: here
    that is one which nobody sees and nobody sends, or it would be how addresses were made."""

    allow_multiple_selected = True

    def render(self, *args: Any, **kwargs: Any) -> SafeString:
        chosen = super().render(*args, **kwargs)
        return format_html('<div><div><div>{}</div></div><input type="text" hidden disabled></div>', chosen)


class FilesField(forms.FileField):
    """One file or several; a list."""

    widget = ManyFiles

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        files = data if isinstance(data, list | tuple) else [data] if data else []
        if not files:
            raise forms.ValidationError(self.error_messages["required"])
        return [super(FilesField, self).clean(file, initial) for file in files]


class ManyPostsForm(forms.Form):
    posts = FilesField(
        label="Files",
        widget=ManyFiles(attrs={"accept": ACCEPTED, "class": "files"}),
        help_text="Posts as .md, .txt, .html or .docx, a zip archive of them with their pictures (a folder of Hugo, "
        "Jekyll, Astro, Quarto or Obsidian, or what Google Docs gives), or an export of WordPress (.xml) or of Ghost "
        "(.json).",
        error_messages={
            "required": "Choose one or more files.",
            "empty": "One of the files is empty. Choose it anew, or leave it out.",
        },
    )
    old_addresses = forms.CharField(
        required=False,
        max_length=200,
        label="How addresses were made",
        widget=UnfoldAdminTextInputWidget(attrs={"placeholder": "/blog/{year}/{month}/{slug}/"}),
        help_text="Only where the posts do not say it themselves. Readers are led from there once a post is published.",
    )
    names_are_titles = forms.BooleanField(
        required=False, label="Where a post has no title, take the name of its file", widget=UnfoldBooleanWidget()
    )

    def clean_posts(self) -> list[UploadedFile[Any]]:
        files: list[UploadedFile[Any]] = self.cleaned_data["posts"]
        if sum(file.size or 0 for file in files) > settings.IMPORT_FILE_MAX_MB * 1_000_000:
            raise forms.ValidationError(
                f"Together the files are larger than {settings.IMPORT_FILE_MAX_MB} MB. Send them in parts, or have "
                "them imported on the server (manage.py import_articles)."
            )
        return files


@never_cache
@require_http_methods(["GET", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """The form; then the posts wait, and the page of the batch shows what becomes of them."""
    if not request.user.has_perm("articles.add_article"):
        raise PermissionDenied
    if request.method == "GET":
        return _form(request)
    form = ManyPostsForm(request.POST, request.FILES)
    if not form.is_valid():
        return _refused(request, form)
    files = form.cleaned_data["posts"]
    try:
        batch = post_batches.start(
            title=", ".join(str(file.name) for file in files),
            posts=_posts(files),
            by=request.user,  # type: ignore[arg-type]
            old_addresses=form.cleaned_data["old_addresses"],
            names_are_titles=form.cleaned_data["names_are_titles"],
        )
    except (ServiceError, ArchiveRefused, ExportRefused) as problem:
        form.add_error(None, str(problem))
        return _refused(request, form)
    import_again.forget(request, "newsroom:import-many")
    return redirect("newsroom:batch-of-posts", batch.pk)


def _refused(request: HttpRequest, form: ManyPostsForm) -> HttpResponse:
    """Back to the form at an address of its own, with what was typed."""
    names = ("old_addresses", "names_are_titles")
    sent = {name: request.POST[name][: import_again.LONGEST] for name in names if name in request.POST}
    return redirect(import_again.keep(request, "newsroom:import-many", form, sent=sent))


def _posts(files: list[UploadedFile[Any]]) -> Iterator[Post | Unread | PictureFile]:
    for file in files:
        yield from posts_in(str(file.name), file.read())


def _form(request: HttpRequest) -> HttpResponse:
    user: Any = request.user
    before = import_again.kept(request, "newsroom:import-many")
    form = ManyPostsForm(before["sent"]) if before else ManyPostsForm()
    if before:
        import_again.say_again(form, before["said"])
    recent = PostBatch.objects.visible_to(user).select_related("by")[:8]
    context = {**admin.site.each_context(request), "title": "Import many posts", "form": form, "recent": recent}
    context["file"] = before["files"] if before else ""
    return render(request, "newsroom/many_posts.html", context)


def _batch(request: HttpRequest, pk: int) -> PostBatch:
    """The batch, where this person may see it. Raises Http404 and PermissionDenied."""
    if not request.user.has_perm("articles.view_article"):
        raise PermissionDenied
    batch: PostBatch | None = PostBatch.objects.select_related("by").filter(pk=pk).first()
    if batch is None or not batch.may_be_seen_by(request.user):  # type: ignore[arg-type]
        raise Http404("There is no such import, or it is somebody else's.")
    return batch


def _state(request: HttpRequest, batch: PostBatch) -> dict[str, Any]:
    """What the page shows and its script asks for. Five queries."""
    shown = request.GET.get("state", "")
    rows = batch.posts.select_related("article").defer("data", "meta").order_by("number")
    rows = rows.annotate(held=Q(data__isnull=False))
    if shown in PostInBatch.State.values:
        rows = rows.filter(state=shown)
    counts = batch.counts()
    done = batch.size - counts["waiting"]
    waits = (timezone.now() - batch.moved_at).total_seconds()
    return {
        "batch": batch,
        "counts": [(value, label, counts[value]) for value, label in PostInBatch.State.choices],
        "shown": shown,
        "page": Paginator(rows, ROWS).get_page(request.GET.get("page")),
        "done": done,
        "percent": 100 * done // batch.size if batch.size else 100,
        "slow": batch.is_open and waits > SLOW_TO_START,
        "may_stop": batch.is_open and batch.by_id == request.user.pk,
        "may_try_again": not batch.is_open and batch.by_id == request.user.pk,
        "again": batch.posts.that_can_be_tried_again().count(),
    }


@never_cache
@require_GET
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a batch is and what became of each post."""
    batch = _batch(request, pk)
    context = {**admin.site.each_context(request), "title": f"Import of {batch.title}", **_state(request, batch)}
    return render(request, "newsroom/many_posts_batch.html", context)


@never_cache
@require_GET
def state(request: HttpRequest, pk: int) -> HttpResponse:
    """The same as a fragment for scripts."""
    batch = _batch(request, pk)
    html = render_to_string("newsroom/many_posts_state.html", _state(request, batch), request=request)
    return JsonResponse({"busy": batch.is_open, "html": html})


@never_cache
@require_GET
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """A line for each post, as a file."""
    batch = _batch(request, pk)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{batch.pk}.csv"'
    rows = batch.posts.select_related("article").defer("data", "meta").order_by("number")
    reports.write(response, (reports.line(row) for row in rows))
    return response


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    batch = _batch(request, pk)
    if post_batches.cancel(batch=batch, by=request.user):  # type: ignore[arg-type]
        messages.success(request, "Cancelled. The drafts that were made stay.")
    else:
        messages.warning(request, "It had ended already.")
    return redirect("newsroom:batch-of-posts", pk)


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Has what was not brought in read once more: one post by its number, or all of them."""
    batch = _batch(request, pk)
    post = request.POST.get("post", "")
    try:
        number = post_batches.try_again(
            batch=batch,
            by=request.user,  # type: ignore[arg-type]
            post=int(post) if post.isdecimal() and len(post) < 9 else None,
            names_are_titles="names_are_titles" in request.POST,
        )
    except ServiceError as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"{number} post{'' if number == 1 else 's'} will be read again.")
    return redirect("newsroom:batch-of-posts", pk)
