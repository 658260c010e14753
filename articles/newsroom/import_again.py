"""The import's first screen where a post was refused: at an address of its own, with what was pasted and why, so that
loading it again sends nothing anew. A chosen file is named; no browser can be given it back."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from articles.newsroom.import_forms import PostForm, tidy
from articles.services import posts_in_hand

BEFORE = "import_asked_again"
"""Where the session keeps why the last post was refused; the post itself is among those in hand."""


def keep(request: HttpRequest, form: PostForm) -> str:
    """The address at which the refused `form` stands again. The size of a request bounds its text."""
    text = tidy(request.POST.get("text", ""))
    post = posts_in_hand.take(text=text, name="", by=request.user) if text.strip() else None  # type: ignore[arg-type]
    chosen = request.FILES.get("file")
    request.session[BEFORE] = {
        "hand": post.pk if post else 0,
        "said": {name: [str(text) for text in said] for name, said in form.errors.items()},
        "file": str(getattr(chosen, "name", "") or "")[-250:],
    }
    return f"{reverse('newsroom:import')}?again=1"


def form_again(request: HttpRequest) -> tuple[PostForm, str]:
    """The form with what was refused, and the name of the file to be chosen again; an empty form anywhere else."""
    before = request.session.get(BEFORE) if "again" in request.GET else None
    if not before:
        return PostForm(), ""
    post = posts_in_hand.held(pk=before["hand"], by=request.user) if before["hand"] else None  # type: ignore[arg-type]
    form = PostForm({"text": post.text if post else ""})
    form.errors.clear()  # why it was refused then is what counts: the file is not here to be looked at
    for name, said in before["said"].items():
        form.add_error(None if name == "__all__" else name, said)
    return form, before["file"]


def forget(request: HttpRequest) -> None:
    """Another post was taken."""
    request.session.pop(BEFORE, None)
