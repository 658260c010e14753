""" "Report an error on this page": a form without an account, which arrives as a thread in the newsroom."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.text import Truncator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods
from ninja.throttling import AnonRateThrottle

from articles.models import Article
from articles.reader.pages import live
from articles.reader.public_record import Gone, gone, public_article
from articles.reader.responses import public
from articles.rendering.words import plain
from articles.services.conversation import report
from articles.services.conversation.remarks import LONGEST, SHORTEST
from articles.services.errors import ServiceError


class Rate(AnonRateThrottle):
    """By address, counted by all web processes together."""

    scope = "reports"


RATE = Rate("5/h")
"""Reports that are taken from one address [house]: more than one reader has to say, and too few to bury a newsroom."""


class ReportForm(forms.Form):
    """What is wrong, and with which claim. Name and address are not asked for, only taken."""

    claim = forms.ChoiceField(
        required=False,
        label="Which sentence is it about?",
        error_messages={"invalid_choice": "That sentence is no longer on the page. Choose another, or the whole page."},
    )
    text = forms.CharField(
        label="What is wrong?",
        min_length=SHORTEST,
        max_length=LONGEST,
        widget=forms.Textarea({"rows": 6}),
        error_messages={
            "required": "Say what is wrong.",
            "min_length": f"Say in a few words what is wrong ({SHORTEST} characters or more).",
        },
    )
    name = forms.CharField(
        required=False,
        max_length=120,
        label="Your name (may be left empty)",
        widget=forms.TextInput({"autocomplete": "name"}),
    )
    mail = forms.EmailField(
        required=False,
        max_length=200,
        label="Your mail address (may be left empty)",
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={"invalid": "That is no mail address. Mend it, or leave it out."},
    )
    website = forms.CharField(required=False)
    """Seen by machines alone: who fills it in is none of our readers."""

    def __init__(self, *args: Any, claims: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "report-%s", **kwargs})
        field = self.fields["claim"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  it is declared above
        field.choices = [("", "The page as a whole"), *claims]
        for name, bound in self.fields.items():
            if name in self.errors:
                bound.widget.attrs |= {"aria-invalid": "true", "aria-describedby": f"report-{name}-error"}


@csrf_exempt  # nobody is known here, so nobody's name can be misused; and readers get no cookie
@require_http_methods(["GET", "HEAD", "POST"])
def report_error(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        article = public_article(slug)
    except Gone as answer:
        return gone(request, answer.article)
    sentences = {str(row["index"]): str(row.get("text") or "") for row in live(article).claims if row.get("is_claim")}
    claims = [(index, Truncator(plain(text)).chars(110)) for index, text in sentences.items()]
    if request.method != "POST":
        asked = request.GET.get("claim", "")
        form = ReportForm(claims=claims, initial={"claim": asked if asked in sentences else ""})
        return _page(request, article, form=form, sent="sent" in request.GET)
    if request.headers.get("Sec-Fetch-Site") == "cross-site":
        return _page(request, article, form=ReportForm(claims=claims), status=403)
    form = ReportForm(request.POST, claims=claims)
    if not form.is_valid():
        return _page(request, article, form=form, status=400)
    if not RATE.allow_request(request):
        return _page(request, article, form=form, status=429, too_many=True)
    said = form.cleaned_data
    if not said["website"]:
        try:
            sentence = sentences.get(said["claim"], "")
            report(article=article, text=said["text"], name=said["name"], mail=said["mail"], sentence=sentence)
        except ServiceError as refusal:
            form.add_error(None, str(refusal))
            return _page(request, article, form=form, status=409)
    return HttpResponseRedirect(f"{request.path}?sent")


def _page(request: HttpRequest, article: Article, *, status: int = 200, **context: Any) -> HttpResponse:
    shown = {"article": article, "title": live(article).title, **context}
    response = public(render(request, "articles/report.html", shown, status=status), "no-store")
    response["X-Robots-Tag"] = "noindex"
    return response
