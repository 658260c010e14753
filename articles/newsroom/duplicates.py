"""Pairs of records that may be one work: which to keep, or that they are two; and merges to be undone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from articles.models import ArticleCitation
from articles.services.merging import merge_works, undo_merge
from citations.models import Citation, DuplicatePair, Merge
from citations.services.duplicates import require_merging, set_apart
from citations.services.merging import CannotMerge, why_apart
from evidence.references.identifiers import recognise

PER_PAGE, MERGES, NAMES = 20, 20, 6


@require_GET
def duplicates(request: HttpRequest) -> HttpResponse:
    """Pairs that nobody has decided, the most alike first, and the last merges. Constant queries."""
    require_merging(request.user)  # type: ignore[arg-type]
    pairs = DuplicatePair.objects.filter(state=DuplicatePair.State.OPEN).select_related("first", "second")
    counted = pairs.annotate(first_used=_used("first"), second_used=_used("second")).order_by("-similarity", "pk")
    page = Paginator(counted, PER_PAGE).get_page(request.GET.get("page"))
    rows: Iterable[Any] = page.object_list
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": "Duplicates",
        "page": page,
        "pairs": [_pair(row.first, row.first_used, row.second, row.second_used, row) for row in rows],
        "merges": Merge.objects.select_related("kept", "by", "undone_by").order_by("-at", "-pk")[:MERGES],
    }
    return render(request, "newsroom/duplicates.html", context)


def _used(name: str) -> Coalesce:
    rows = ArticleCitation.objects.filter(citation=OuterRef(name)).order_by().values("citation")
    return Coalesce(Subquery(rows.annotate(number=Count("pk")).values("number")), 0)


def _pair(first: Citation, one: int, second: Citation, other: int, pair: DuplicatePair | None = None) -> dict[str, Any]:
    """Both records beside each other; each says which one would go, and the better one to keep is marked."""
    sides = ((first, one, second), (second, other, first))
    better = first if _weight(first, one) >= _weight(second, other) else second
    return {
        "pair": pair,
        "hindrance": why_apart(first, second),
        "sides": [
            {"work": work, "used": used, "gone": gone, "names": _names(work), "better": work is better}
            for work, used, gone in sides
        ],
    }


def _weight(work: Citation, used: int) -> tuple[int, int, int]:
    """The record that is identified, used by more articles and fuller is the one to keep."""
    identifiers = sum(bool(value) for value in (work.doi, work.pmid, work.pmcid, work.isbn))
    return identifiers, used, len(work.csl or {})


def _names(work: Citation) -> str:
    """The first authors with their given names, by which records of one family differ."""
    people = [row for row in (work.csl or {}).get("author") or () if isinstance(row, dict)]
    parts = ("non-dropping-particle", "family", "given", "literal")
    names = [" ".join(str(row[part]) for part in parts if row.get(part)) for row in people[:NAMES]]
    if not any(names):
        return work.byline
    return ", ".join(filter(None, names)) + (f" and {len(people) - NAMES} more" if len(people) > NAMES else "")


@require_GET
def compare(request: HttpRequest) -> HttpResponse:
    """Any two works beside each other, named by number, DOI, PMID or PMCID."""
    require_merging(request.user)  # type: ignore[arg-type]
    named = [request.GET.get(name, "").strip() for name in ("one", "other")]
    works = [_work(text) for text in named]
    problems = [
        f"No work of the library has “{text}”. Give its number, DOI, PMID or PMCID."
        for text, work in zip(named, works, strict=True)
        if work is None
    ]
    context: dict[str, Any] = {**admin.site.each_context(request), "title": "Compare two works", "named": named}
    if problems or works[0] == works[1]:
        context["problems"] = problems or ["Both are the same record. Name two."]
        return render(request, "newsroom/duplicates_compare.html", context, status=404 if problems else 409)
    first, second = (work for work in works if work)
    pair = DuplicatePair.objects.filter(first__in=(first, second), second__in=(first, second)).first()
    counts: QuerySet[Any] = ArticleCitation.objects.filter(citation__in=(first, second)).order_by().values("citation")
    used = dict(counts.annotate(number=Count("pk")).values_list("citation", "number"))
    context["row"] = _pair(first, used.get(first.pk, 0), second, used.get(second.pk, 0), pair)
    return render(request, "newsroom/duplicates_compare.html", context)


def _work(text: str) -> Citation | None:
    """By its number in the library where it is a short one, else by what identifies it everywhere."""
    if held := _numbered(text):
        return held
    found = recognise(text, number_is_pmid=True) if text else None
    if found is None or found.kind not in ("doi", "pmid", "pmcid", "isbn", "arxiv"):
        return None
    return Citation.objects.filter(**{found.kind: found.value}).first()


def _numbered(text: str) -> Citation | None:
    known = text.isascii() and text.isdigit() and len(text) < 10
    return Citation.objects.filter(pk=text).first() if known else None


@require_POST
def merge(request: HttpRequest) -> HttpResponse:
    """Makes `gone` part of `kept`."""
    require_merging(request.user)  # type: ignore[arg-type]
    kept, gone = (_numbered(request.POST.get(name, "")) for name in ("kept", "gone"))
    try:
        if kept is None or gone is None:
            raise CannotMerge("One of the two is no longer in the library. Look at the list again.")
        merge_works(kept=kept, gone=gone, by=request.user)  # type: ignore[arg-type]
    except CannotMerge as refusal:
        messages.error(request, f"Nothing was merged. {refusal}")
    else:
        messages.success(request, f"Made one: “{kept.title[:110]}”. Articles that used either are read again.")
    return redirect("newsroom:duplicates")


@require_POST
def apart(request: HttpRequest, pk: int) -> HttpResponse:
    """Records that a pair is two works."""
    pair = get_object_or_404(DuplicatePair, pk=pk)
    set_apart(pair=pair, by=request.user)  # type: ignore[arg-type]
    messages.success(request, "Noted as two works. They are not offered again.")
    return redirect("newsroom:duplicates")


@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a merge apart again."""
    merged = get_object_or_404(Merge, pk=pk)
    try:
        undone = undo_merge(merged=merged, by=request.user)  # type: ignore[arg-type]
    except CannotMerge as refusal:
        messages.error(request, f"Nothing was undone. {refusal}")
        return redirect("newsroom:duplicates")
    messages.success(request, f"Undone: “{undone.work.title[:110]}” is in the library again.")
    for article in undone.left:
        messages.warning(request, f"“{article.title}” was changed since and keeps the one work.")
    return redirect("newsroom:duplicates")
