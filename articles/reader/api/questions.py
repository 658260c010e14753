"""The addresses of the API. Lists page by key: the last page costs what the first does."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from django.db import connection
from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Path, Query
from ninja.errors import HttpError, Throttled, ValidationError

from articles.models import Amendment, Article, Listed
from articles.models.amendment import SHOWN, TAKEN_OFF, AmendmentKind
from articles.reader.api import maps, shapes
from articles.reader.api.answers import MOST, RATE, answer, next_page
from articles.reader.pages import Snapshot, live
from articles.reader.work_status import current_status
from citations.models import Citation
from citations.services import exporting, merging
from citations.services.retraction_watch import status_of, watched_on

Slug = Annotated[str, Path(pattern=r"^[-a-zA-Z0-9_]{1,120}$")]
Wanted = Annotated[str | None, Query(pattern=r"^[-a-zA-Z0-9_]{1,120}$")]
Limit = Annotated[int, Query(ge=1, le=MOST)]
Number = Annotated[int, Path(ge=1, le=2**63 - 1)]
After = Annotated[int | None, Query(ge=0, le=2**63 - 1)]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WENT_WRONG = {422: shapes.Problem, 429: shapes.Problem}

api = NinjaAPI(
    title="Articles and what their claims stand on",
    version="1",
    urls_namespace="api-v1",
    docs_url=None,
    openapi_url="/openapi.json",
    throttle=[RATE],
    description="Read-only. Lists are paged: follow `next`. Send `If-None-Match` with the `ETag` you have.",
)


@api.get("/articles", response={200: shapes.Articles, **WENT_WRONG})
def articles(
    request: HttpRequest,
    topic: Wanted = None,
    cursor: Annotated[str | None, Query(pattern=r"^[0-9]{1,16}\.[0-9]{1,18}$")] = None,
    limit: Limit = 20,
) -> HttpResponse:
    """What is on the site, newest first."""
    rows = Article.objects.published().newest_first().select_related("live_revision").defer("body")
    listed = Listed.objects.of(Listed.Kind.TOPIC, topic or "").newest_first()
    if cursor:
        since, _, pk = cursor.partition(".")
        at = EPOCH + timedelta(microseconds=int(since))
        # The first condition is what an index begins at; the second leaves out what was sent of that moment.
        rows = rows.filter(published_at__lte=at).exclude(published_at=at, pk__gte=int(pk))
        listed = listed.filter(published_at__lte=at).exclude(published_at=at, article__gte=int(pk))
    if topic:
        rows = rows.filter(pk__in=list(listed.values_list("article", flat=True)[: limit + 1]))
    found = list(rows[: limit + 1])
    last = found[limit - 1] if len(found) > limit else None
    key = (
        f"{(last.published_at - EPOCH) // timedelta(microseconds=1)}.{last.pk}" if last and last.published_at else None
    )
    results = [maps.in_list(row, live(row)) for row in found[:limit]]
    return answer(request, {"results": results, "next": next_page(request, key)})


@api.get("/articles/{slug}", response={200: shapes.Article, 404: shapes.Problem, 410: shapes.Gone, **WENT_WRONG})
def article(request: HttpRequest, slug: Slug) -> HttpResponse:
    """One article: text, claims, references as they stand now, disclosures, and its public record."""
    found = _article(slug)
    if found.live_revision is None:
        return _gone(request, found)
    revision = live(found)
    now = current_status(Snapshot(revision).rows("citations"))
    record = list(Amendment.objects.filter(article=found).newest_first().values(*SHOWN))
    return answer(request, maps.whole(found, revision, now, record))


@api.get(
    "/articles/{slug}/references",
    response={200: list[dict[str, Any]], 404: shapes.Problem, 410: shapes.Gone, **WENT_WRONG},
)
def references(request: HttpRequest, slug: Slug) -> HttpResponse:
    """The references of an article as CSL-JSON."""
    found = _article(slug)
    if found.live_revision is None:
        return _gone(request, found)
    listed = [row["work"] for row in Snapshot(live(found)).rows("citations") if row.get("work")]
    held = merging.followed(listed, Citation.objects.all())
    works = dict.fromkeys(held[pk] for pk in listed if pk in held)
    return answer(request, [exporting.for_readers(work) for work in works])


CLAIMS = """
SELECT a.id, a.slug, c.claim, (
    SELECT jsonb_object_agg(w->>'number', w->'work') FROM jsonb_array_elements(r.citations) AS w
    WHERE w->>'number' IS NOT NULL
)
FROM articles_article AS a JOIN articles_revision AS r ON r.id = a.live_revision_id,
    jsonb_array_elements(r.claims) AS c(claim)
WHERE a.live_revision_id IS NOT NULL AND (%(slug)s::text IS NULL OR a.slug = %(slug)s) AND a.id >= %(article)s
    AND (a.id, (c.claim->>'index')::int) > (%(article)s, %(index)s) AND (c.claim->>'is_claim')::boolean
ORDER BY a.id, (c.claim->>'index')::int LIMIT %(limit)s
"""


@api.get("/claims", response={200: shapes.Claims, **WENT_WRONG})
def claims(
    request: HttpRequest,
    article: Wanted = None,
    cursor: Annotated[str | None, Query(pattern=r"^[0-9]{1,18}\.[0-9]{1,9}$")] = None,
    limit: Limit = 50,
) -> HttpResponse:
    """Every claim on the site, article by article."""
    pk, _, index = (cursor or "0.0").partition(".")
    asked = {"slug": article, "article": int(pk), "index": int(index) if cursor else -1, "limit": limit + 1}
    with connection.cursor() as database:
        database.execute(CLAIMS, asked)
        rows = database.fetchall()
    results = [maps.claim(claim, slug, _numbers(works)) for _, slug, claim, works in map(_decoded, rows[:limit])]
    last = _decoded(rows[limit - 1]) if len(rows) > limit else None
    return answer(
        request, {"results": results, "next": next_page(request, f"{last[0]}.{last[2]['index']}" if last else None)}
    )


@api.get("/works", response={200: shapes.Works, **WENT_WRONG})
def works(request: HttpRequest, cursor: After = None, limit: Limit = 20) -> HttpResponse:
    """Works that an article on the site lists, in the order of their numbers."""
    rows = list(_listed_works().filter(pk__gt=cursor or 0).order_by("pk")[: limit + 1])
    last = rows[limit - 1].pk if len(rows) > limit else None
    watched = watched_on()
    results = [maps.work(row, *status_of(row, watched)[:2]) for row in rows[:limit]]
    return answer(request, {"results": results, "next": next_page(request, str(last) if last else None)})


@api.get("/works/{number}", response={200: shapes.Work, 404: shapes.Problem, **WENT_WRONG})
def work(request: HttpRequest, number: Number) -> HttpResponse:
    """One work, with the articles that list it."""
    held = merging.followed([number], Citation.objects.all()).get(number)
    found = _listed_works().filter(pk=held.pk).first() if held else None
    if found is None:
        raise HttpError(404, "No article on the site lists a work with this number.")
    newest = Listed.objects.of(Listed.Kind.WORK, str(found.pk)).newest_first().values_list("article", flat=True)[:MOST]
    listing = Article.objects.published().filter(pk__in=list(newest))
    uses = [
        {
            "article": row.slug,
            "url": maps.address(row.slug),
            "title": live(row).title,
            "claims": sum(len(one.get("used_in") or ()) for one in live(row).citations if one.get("work") == found.pk),
        }
        for row in listing.newest_first().select_related("live_revision").defer("body")[:MOST]
    ]
    return answer(request, maps.work(found, *status_of(found, watched_on())[:2]) | {"uses": uses})


@api.get("/corrections", response={200: shapes.Corrections, **WENT_WRONG})
def corrections(
    request: HttpRequest,
    kind: AmendmentKind | None = None,
    article: Wanted = None,
    cursor: After = None,
    limit: Limit = 20,
) -> HttpResponse:
    """The public record of the publication, newest first."""
    rows = Amendment.objects.newest_first()
    rows = rows.filter(kind=kind) if kind else rows
    rows = rows.filter(article__slug=article) if article else rows
    rows = rows.filter(entry__lt=cursor) if cursor is not None else rows
    titles = ("article__slug", "article__live_revision__title", "after__title", "before__title")
    found = list(rows.values(*SHOWN, *titles)[: limit + 1])
    results = [
        maps.correction(row, row["article__slug"], next((str(row[name]) for name in titles[1:] if row[name]), ""))
        for row in found[:limit]
    ]
    last = str(found[limit - 1]["entry"]) if len(found) > limit else None
    return answer(request, {"results": results, "next": next_page(request, last)})


# --- What they share ---------------------------------------------------------------------------------------


def _article(slug: str) -> Article:
    """An article that is, or was, on the site."""
    found = Article.objects.filter(slug=slug).select_related("live_revision").defer("body").first()
    withdrawn = found is not None and found.status == Article.Status.WITHDRAWN and found.published_at is not None
    if found is None or not (found.is_public or withdrawn):
        raise HttpError(404, "No article on the site has this name.")
    return found


def _gone(request: HttpRequest, article: Article) -> HttpResponse:
    rows = Amendment.objects.filter(article=article, kind__in=TAKEN_OFF).newest_first().select_related("before")
    entry = rows.first()
    data = {
        "detail": entry.right if entry else "This article was withdrawn.",
        "since": entry.at if entry else article.updated_at,
        "title": entry.before.title if entry and entry.before else "",
    }
    return answer(request, data, status=410)


def _listed_works() -> Any:
    """Works of the library that an article on the site lists."""
    number = Cast(OuterRef("pk"), CharField())
    return Citation.objects.filter(Exists(Listed.objects.of(Listed.Kind.WORK, number)))


def _decoded(row: Sequence[Any]) -> tuple[int, str, Any, Any]:
    pk, slug, claim, works = row
    return pk, slug, _loaded(claim), _loaded(works)


def _loaded(value: Any) -> Any:
    """JSON of a bare cursor comes as text."""
    return json.loads(value) if isinstance(value, str) else value


def _numbers(works: Any) -> dict[int, Any]:
    return {int(number): work for number, work in (works or {}).items()}


@api.exception_handler(HttpError)
def _refused(request: HttpRequest, error: HttpError) -> HttpResponse:
    return answer(request, {"detail": str(error)}, status=error.status_code)


@api.exception_handler(ValidationError)
def _invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    told = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors)
    return answer(request, {"detail": told}, status=422)


@api.exception_handler(Throttled)
def _throttled(request: HttpRequest, error: Throttled) -> HttpResponse:
    response = answer(request, {"detail": "Too many questions. Wait, then go on."}, status=429)
    response["Retry-After"] = str(max(1, round(error.wait or 60)))
    return response
