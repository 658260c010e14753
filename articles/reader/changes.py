"""What is otherwise between two versions that readers have seen: sentences, marks of claims, sources, people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from articles.comparison import Comparison, Piece, SentenceChange, Snapshot, compare
from articles.models import Amendment, Revision
from articles.models.amendment import SHOWN
from articles.reader.amendments import entries_of
from articles.reader.pages import Snapshot as Kept
from articles.reader.public_record import Gone, gone, public_article, public_revisions
from articles.reader.responses import ASK_AGAIN, public
from articles.reader.work_status import current_status
from articles.rendering.addresses import absolute
from articles.rendering.body import LEVEL_WORDS, WORDS
from articles.rendering.words import plain, words_of
from citations.models import Status

KINDS = {"added": "Added", "gone": "Taken out", "reworded": "Reworded", "moved": "Moved"}
_OF_MARKS = {"support": ("Mark", WORDS), "level": ("Level of evidence", LEVEL_WORDS)}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence that changed, in pieces; `before` and `after` are empty where it was added or is gone."""

    label: str
    kind: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@require_safe
def changes(request: HttpRequest, slug: str) -> HttpResponse:
    """`?from=2&to=3`; without numbers, what is on the site against what was there before."""
    try:
        article = public_article(slug)
    except Gone as answer:
        return gone(request, answer.article)
    rows = list(public_revisions(article).only("number", "title", "published_at"))
    to = _number(request, "to", rows[0].number if rows else 0)
    later = next((place for place, row in enumerate(rows) if row.number == to), None)
    if later is None:
        raise Http404
    earlier = rows[later + 1] if later + 1 < len(rows) else rows[later]
    begin = _number(request, "from", earlier.number)
    if begin not in {row.number for row in rows}:
        raise Http404
    whole = {row.number: row for row in public_revisions(article).filter(number__in=[begin, to])}
    before, after = sorted((whole[begin], whole[to]), key=lambda row: (row.published_at, row.pk))
    entries = entries_of(Amendment.objects.filter(article=article, after=after).newest_first().values(*SHOWN))
    context = {
        "article": article,
        "title": article.live_revision.title if article.live_revision else after.title,
        "before": before,
        "after": after,
        "rows": rows,
        "told": [entry for entry in entries if entry.compared],
        **_shown(before, after),
        "canonical": absolute(request.path),
    }
    response = public(render(request, "articles/changes.html", context), ASK_AGAIN)
    response["X-Robots-Tag"] = "noindex"
    return response


def _number(request: HttpRequest, name: str, otherwise: int) -> int:
    given = request.GET.get(name, "")
    if not given:
        return otherwise
    if not (given.isascii() and given.isdigit() and len(given) < 10):
        raise Http404
    return int(given)


def _shown(before: Revision, after: Revision) -> dict[str, object]:
    earlier, later = _readable(before), _readable(after)
    found = compare(earlier, later, standing=_standing(after))
    return {
        "sentences": sentences_of(found.sentences),
        "claims": _remarked(found, _names(earlier, later)),
        "sources": found.sources,
        "people": found.people,
        "disclosures": found.disclosures,
        "words": found.words,
        "counts": {KINDS[kind].lower(): number for kind, number in found.counts.items() if kind in KINDS},
        "same": not (found.sentences or found.words or found.claims or found.sources or found.people),
    }


def _readable(revision: Revision) -> Snapshot:
    """The revision with its text as readers saw it: marks of citations and links are told among claims and sources."""
    return replace(Snapshot.of(revision), body=words_of(revision.html), flags=(), decisions=())


def _standing(revision: Revision) -> dict[int, tuple[str, str]]:
    """How the works of the later version stand today, by their number in the library."""
    rows = Kept(revision).rows("citations")
    now = current_status(rows)
    return {
        int(row["work"]): (one.status, Status(one.status).label)
        for row in rows
        if row.get("work") and (one := now.get(int(row.get("number") or 0))) and one.status != row.get("status")
    }


def sentences_of(changes: Iterable[SentenceChange]) -> list[Sentence]:
    """The sentences that differ, with the words of readers for how."""
    return [
        Sentence(KINDS[one.kind], one.kind, one.before, one.after if one.kind != "moved" else ())
        for one in changes
        if one.kind in KINDS
    ]


def _remarked(found: Comparison, names: Mapping[str, str]) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Claims that stand in both versions and are marked otherwise, each with what readers see of it before and now."""
    rows = []
    for claim in found.claims:
        changed = {change.name: change for change in claim.changes}
        told = [
            (label, words.get(changed[name].before, "not marked"), words.get(changed[name].after, "not marked"))
            for name, (label, words) in _OF_MARKS.items()
            if name in changed
        ]
        if "labels" in changed:
            told.append(("Label", changed["labels"].before or "none", changed["labels"].after or "none"))
        if "sources" in changed and claim.before and claim.after:
            told.append(("Sources", _cited(claim.before, names), _cited(claim.after, names)))
        if told:
            rows.append((plain(claim.text), told))
    return rows


def _cited(claim: Mapping[str, Any], names: Mapping[str, str]) -> str:
    keys = [str(source.get("key")) for source in claim.get("sources") or ()]
    return "; ".join(names.get(key, key) for key in keys) or "none"


def _names(*states: Snapshot) -> dict[str, str]:
    """What readers call a work, by its key."""
    return {
        str(row.get("key")): f"{row.get('byline') or row.get('title')} {row.get('year') or ''}".strip()
        for state in states
        for row in state.citations
    }
