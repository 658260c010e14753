"""Imports whose first screen was refused: it stands again at an address of its own, with what was typed and why, and
loading it again sends nothing anew. Chosen files are named; no browser can be given them back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.urls import reverse

from articles.newsroom.import_forms import PostForm
from articles.newsroom.post_files import tidy
from articles.services import posts_in_hand

AGAIN = "again"
LONGEST = 250
"""Characters of the names of files and of what was typed beside them that are kept [house]."""


def keep_post(request: HttpRequest, form: PostForm) -> str:
    """The address at which the refused `form` stands again; its post is among those in hand. The size of a request
    bounds its text."""
    text = tidy(request.POST.get("text", ""))
    post = posts_in_hand.take(text=text, name="", by=request.user) if text.strip() else None  # type: ignore[arg-type]
    return keep(request, "newsroom:import", form, hand=post.pk if post else 0)


def post_again(request: HttpRequest) -> tuple[PostForm, str]:
    """The form with what was refused, and the name of the file to be chosen again; an empty form anywhere else."""
    before = kept(request, "newsroom:import")
    if not before:
        return PostForm(), ""
    post = posts_in_hand.held(pk=before["hand"], by=request.user) if before["hand"] else None  # type: ignore[arg-type]
    form = PostForm({"text": post.text if post else ""})
    say_again(form, before["said"])
    return form, before["files"]


def keep(request: HttpRequest, view: str, form: forms.Form, **more: Any) -> str:
    """Keeps in the session why the `form` of `view` was refused, the names of its files and `more`. The address at
    which it stands again."""
    names = [str(file.name) for files in dict(request.FILES.lists()).values() for file in files]
    said = {name: [str(text) for text in texts] for name, texts in form.errors.items()}
    request.session[_place(view)] = {**more, "said": said, "files": "”, “".join(names)[:LONGEST]}
    return f"{reverse(view)}?{AGAIN}=1"


def kept(request: HttpRequest, view: str) -> dict[str, Any] | None:
    """What was refused there before; None at the address that the menu leads to."""
    return request.session.get(_place(view)) if AGAIN in request.GET else None


def say_again(form: forms.Form, said: dict[str, list[str]]) -> None:
    """The reasons of then are what counts: the files are not here to be looked at."""
    form.errors.clear()
    for name, texts in said.items():
        form.add_error(None if name == "__all__" else name, texts)


def forget(request: HttpRequest, view: str) -> None:
    """Another was taken."""
    request.session.pop(_place(view), None)


def _place(view: str) -> str:
    return f"refused:{view}"
