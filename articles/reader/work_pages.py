"""What the page of a work shows: the work as it stands now, and the claims that stand on it; and people's names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypeVar

from django.conf import settings
from django.http import Http404
from django.utils.safestring import mark_safe

from articles.finding.lists import Counted
from articles.models import Article, Contributor, Revision, Topic
from articles.reader.pages import Snapshot, live
from articles.reader.work_facts import ALARMS, faults_of, status_in_words
from articles.rendering.body import ICONS, WORDS, said_of
from articles.rendering.markdown import to_html
from articles.rendering.words import plain
from citations.models import Citation, Merge
from citations.services import exporting, merging
from citations.services.retraction_watch import status_of, watched_on
from citations.styles import reference

Named = TypeVar("Named", Topic, Contributor)
MOST_CLAIMS = 12
"""Claims of one article that are listed under a work."""


def work_and_numbers(pk: int) -> tuple[Citation | None, list[int]]:
    """The work that has this number now or had it before a merge, and all numbers that revisions may know it by."""
    found = merging.followed([pk], Citation.objects.all()).get(pk)
    if found is None:
        return None, []
    numbers, new = [found.pk], [found.pk]
    while new:
        rows = Merge.objects.filter(kept_id__in=new, undone_at__isnull=True).values_list("gone_id", flat=True)
        new = [number for number in rows if number not in numbers]
        numbers += new
    return found, numbers


def shown(work: Citation) -> dict[str, Any]:
    status, checked, sources = status_of(work, watched_on())
    size = f"{work.sample_size:,} {'animals' if work.species == 'animal' else 'people'}" if work.sample_size else ""
    facts = [
        ("Kind of study", work.get_design_display() if work.design else ""),
        ("Studied", size),
        ("Who", work.population),
        ("Paid for by", work.funding),
    ]
    return {
        "work": work,
        # `reference` gives nothing but escaped text with <i>, <sub>, <sup> and links to the web.
        "reference": mark_safe(reference(exporting.for_readers(work), settings.REFERENCE_STYLE, links=True)),  # noqa: S308
        "facts": [(name, value or "not recorded") for name, value in facts],
        "status": status_in_words(status, checked, sources),
        "alarm": status in ALARMS,
        "seller": work.seller_funded,
    }


def uses(rows: Iterable[Article], numbers: Collection[int]) -> list[dict[str, Any]]:
    """Each article with its claims that stand on the work, by the mark that the page gives them."""
    found = Revision.objects.in_bulk([row.live_revision_id for row in rows if row.live_revision_id])
    return [_use(row, found[row.live_revision_id], numbers) for row in rows if row.live_revision_id in found]


def _use(row: Article, revision: Revision, numbers: Collection[int]) -> dict[str, Any]:
    snapshot = Snapshot(revision)
    mine = {work.get("number") for work in snapshot.rows("citations") if work.get("work") in numbers}
    claims = [
        claim
        for claim in snapshot.rows("claims")
        if claim.get("is_claim") and any(source.get("number") in mine for source in claim.get("sources") or ())
    ]
    return {
        "url": row.get_absolute_url(),
        "title": live(row).title,
        "published": row.published_at,
        "claims": [_claim(claim) for claim in claims[:MOST_CLAIMS]],
        "more": max(0, len(claims) - MOST_CLAIMS),
    }


def _claim(claim: Any) -> dict[str, Any]:
    support = claim.get("support") if claim.get("support") in WORDS else "none"
    faults = faults_of(claim.get("flags") or ())
    words, level = said_of(support, str(claim.get("level")), faults[0].label if faults else "")
    return {
        "index": claim["index"],
        "text": plain(str(claim.get("text") or "")),
        "support": support,
        "icon": ICONS[support],
        "words": words,
        "level": level,
    }


# --- Topics and people -------------------------------------------------------------------------------------


def topic(slug: str, rows: Iterable[Article]) -> dict[str, Any]:
    """A topic, and its text as HTML. Raises Http404.

    Where its row was deleted or has another address by now, around the services, pages that link to it go on to do so:
    it is then what `rows`, the articles on it, say of it.
    """
    found = Topic.objects.filter(slug=slug).first() or _as_published(Topic, "topics", slug, rows)
    # `to_html` sanitises.
    return {"topic": found, "text": mark_safe(to_html(found.text, {})) if found.text else ""}  # noqa: S308


def person(slug: str, rows: Iterable[Article]) -> Contributor:
    """A person, or where the row is gone what is said of them in `rows`, as for a topic. Raises Http404."""
    people = Contributor.objects.filter(slug=slug)
    return people.first() or _as_published(Contributor, "contributors", slug, rows)


def _as_published(model: type[Named], field: str, slug: str, rows: Iterable[Article]) -> Named:
    """The name and address that live revisions have, in a row that is never saved. Raises Http404."""
    for row in rows:
        for said in getattr(live(row), field):
            if said.get("slug") == slug:
                return model(name=str(said.get("name") or ""), slug=slug)
    raise Http404


def people_with_pages(counted: Sequence[Counted]) -> list[dict[str, Any]]:
    """Those who have a page, with what readers judge them by."""
    held = {row.slug: row for row in Contributor.objects.filter(slug__in=[one.key for one in counted])}
    return [{"one": one, "person": held[one.key]} for one in counted if one.key in held]
