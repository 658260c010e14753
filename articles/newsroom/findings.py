"""What the engine found in a draft, as the panel on the article's page shows it, and as that page asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin
from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from articles.models import Article, Decision, Flag
from articles.services.own_drafts import seen_by
from evidence.flags.catalogue import FLAGS


@dataclass(frozen=True, slots=True)
class Finding:
    """One flag with the words that people read about it."""

    flag: Flag
    title: str
    sentence: str
    decision: Decision | None

    @property
    def is_open(self) -> bool:
        return self.flag.state == Flag.State.OPEN


def findings_of(article: Article) -> list[Finding]:
    """The open and accepted flags of the draft, open ones first, worst first; three queries."""
    flags = (
        article.flags.filter(state__in=(Flag.State.OPEN, Flag.State.ACCEPTED))
        .select_related("claim", "article_citation__citation")
        .prefetch_related(Prefetch("decisions", Decision.objects.select_related("person")))
        .worst_first()
    )
    found = [
        Finding(
            flag=flag,
            title=title_of(flag.code),
            sentence=sentence_of(flag),
            decision=next(reversed(flag.decisions.all()), None),
        )
        for flag in flags
    ]
    return sorted(found, key=lambda row: not row.is_open)


def title_of(code: str) -> str:
    return FLAGS[code].title if code in FLAGS else code


def sentence_of(flag: Flag) -> str:
    """What the flag is about: a sentence, a work on the list, or the whole page."""
    if flag.claim is not None:
        return flag.claim.text
    if flag.article_citation is not None:
        return f"Reference {flag.article_citation.order}: {flag.article_citation.citation}"
    return "The page as a whole"


def panel(article: Article, user: Any) -> dict[str, Any]:
    """The context of `newsroom/findings.html`."""
    found = findings_of(article)
    counts = dict.fromkeys(Flag.Severity.values, 0)
    for row in found:
        if row.is_open:
            counts[row.flag.severity] += 1
    return {
        "article": article,
        "findings": found,
        "counts": [(Flag.Severity(name), number) for name, number in counts.items()],
        "open_count": sum(counts.values()),
        "bands": sorted({row.flag.band for row in found}),
        "state": state_of(article),
        "may_decide": user.has_perm("articles.decide_flag"),
        "status_url": reverse("newsroom:assessment-status", args=[article.pk]),
    }


def state_of(article: Article) -> str:
    """ "read", "failed" or "reading"."""
    if article.is_assessed:
        return "read"
    return "failed" if article.assessment_error else "reading"


@require_GET
@never_cache
def assessment_status(request: HttpRequest, pk: int) -> HttpResponse:
    """Whether the engine has read the saved words, and the panel once it has."""
    if not admin.site.has_permission(request) or not request.user.has_perm("articles.view_article"):
        return JsonResponse({"error": "You are signed out, or may not see articles."}, status=403)
    article = get_object_or_404(seen_by(request.user), pk=pk)
    state = state_of(article)
    answer: dict[str, Any] = {"state": state, "version": article.version}
    if state != "reading":
        answer["html"] = render_to_string("newsroom/findings.html", panel(article, request.user), request)
    return JsonResponse(answer)
