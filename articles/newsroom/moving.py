"""Gives an article another address; the one that readers have leads on to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from unfold.widgets import UnfoldAdminTextInputWidget

from articles.models import OldAddress
from articles.rendering.addresses import absolute
from articles.services import ServiceError, old_addresses
from articles.services.own_drafts import seen_by


class AddressForm(forms.Form):
    slug = forms.SlugField(
        label="New address",
        max_length=120,
        widget=UnfoldAdminTextInputWidget(),
        help_text="The last part of the address: letters from a to z, digits and hyphens.",
        error_messages={"required": "Write the last part of the new address, such as zinc-and-colds."},
    )


@never_cache
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """The form, then the article stands at its new address."""
    user: Any = request.user
    if not (user.has_perm("articles.publish_article") and user.has_perm("articles.view_article")):
        raise PermissionDenied
    article = get_object_or_404(seen_by(user), pk=pk)
    form = AddressForm(request.POST or None, initial={"slug": article.slug})
    status = 200 if request.method == "GET" else 400
    if request.method == "POST" and form.is_valid():
        try:
            old_addresses.move_article(article=article, slug=form.cleaned_data["slug"], by=user)
        except ServiceError as refusal:
            form.add_error("slug", str(refusal))
        else:
            kept = " Its old address leads there." if article.published_at else ""
            messages.success(request, f"The article stands at {article.get_absolute_url()} now.{kept}")
            return redirect("admin:articles_article_change", article.pk)
    context = {
        **admin.site.each_context(request),
        "title": "Change the address",
        "subtitle": article.title,
        "article": article,
        "form": form,
        "address": absolute(article.get_absolute_url()),
        "old": OldAddress.objects.filter(article=article).order_by("old"),
    }
    return render(request, "newsroom/moving.html", context, status=status)
