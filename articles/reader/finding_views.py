"""Pages on which readers find things: search, claims, works, topics, people and the archive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.finding import changes, lists, search
from articles.finding.places import NoPlace
from articles.models import Article, Topic
from articles.reader import structured_data, work_pages
from articles.reader.found_claims import found_claims
from articles.reader.highlighting import marked
from articles.reader.pages import live
from articles.reader.questions import Question, question_of
from articles.reader.responses import ASK_AGAIN, policy
from articles.reader.teasers import teasers
from articles.reader.views import list_page
from articles.rendering.addresses import absolute
from articles.rendering.body import LEVEL_WORDS

View = Callable[..., HttpResponseBase]


def for_readers(view: View) -> View:
    """A page for everybody; a place in a list that there is not is not found."""

    @require_safe
    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = view(request, *args, **kwargs)
        except NoPlace as error:
            raise Http404 from error
        response.headers.setdefault("Cache-Control", ASK_AGAIN)
        response["Content-Security-Policy"] = policy()
        return response

    return shown


# --- Search ------------------------------------------------------------------------------------------------


@for_readers
def find_articles(request: HttpRequest) -> HttpResponse:
    """Articles that a question leads to, with the words that were found."""
    question = question_of(request)
    found = search.articles(question.words, question.filters, after=question.after)
    held = lists.by_number(found.numbers)
    texts = search.passages(found) if held else {}
    rows = teasers(held[pk] for pk in found.numbers if pk in held)
    titles = search.highlighted(found, {row["pk"]: row["title"] for row in rows}) if rows else {}
    for row in rows:
        row["words"] = marked(titles.get(row["pk"], row["title"]))
        row["passage"] = marked(texts.get(row["pk"], ""))
    return _results(request, "articles/search.html", question, found, rows)


@for_readers
def find_claims(request: HttpRequest) -> HttpResponse:
    """What this publication says about a thing, sentence by sentence, and how well each is supported."""
    question = question_of(request)
    found = search.claims(question.words, question.filters, after=question.after)
    return _results(request, "articles/claims.html", question, found, found_claims(found))


def _results(
    request: HttpRequest, template: str, question: Question, found: search.Found, rows: list[dict[str, Any]]
) -> HttpResponse:
    context = {
        "question": question,
        "found": found,
        "rows": rows,
        "levels": LEVEL_WORDS.items(),
        "choices": {kind: lists.names(kind) for kind in ("topic", "person")},
        "older": question.address(after=found.older) if found.older else "",
        "first": question.address(),
        "others": question.given["q"] and question.address(),
        "without": question.address(topic="", person="", level="", **{"from": "", "to": ""}),
        "asked": bool(request.GET),
        "canonical": absolute(request.path),
    }
    response = render(request, template, context)
    if request.GET:
        response["X-Robots-Tag"] = "noindex, follow"
    return response


# --- Lists -------------------------------------------------------------------------------------------------


@for_readers
def topics(request: HttpRequest) -> HttpResponse:
    """All topics that articles on the site have."""
    found = lists.counted("topic")
    said = dict(Topic.objects.filter(slug__in=[one.key for one in found]).values_list("slug", "description"))
    rows = [{"one": one, "said": said[one.key]} for one in found if one.key in said]
    context = {"rows": rows, "canonical": absolute(request.path)}
    return render(request, "articles/topics.html", context)


@for_readers
def people(request: HttpRequest) -> HttpResponse:
    """Everybody whom articles on the site name."""
    context = {"rows": work_pages.people_with_pages(lists.counted("person")), "canonical": absolute(request.path)}
    return render(request, "articles/people.html", context)


@for_readers
def archive(request: HttpRequest) -> HttpResponse:
    """Years and months with the number of their articles."""
    years = [
        (year, sum(number for _, number in rows), [(date(year, month, 1), number) for month, number in rows])
        for year, rows in lists.months()
    ]
    return render(request, "articles/archive.html", {"years": years, "canonical": absolute(request.path)})


@for_readers
def period(request: HttpRequest, year: int, month: int | None = None) -> HttpResponse:
    """The articles of a year or a month."""
    try:
        since, until = lists.span(year, month)
    except (ValueError, OverflowError) as error:
        raise Http404 from error
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    part = lists.between(since, until, length=settings.ARTICLES_PER_PAGE, after=after, before=before)
    if not part.rows:
        raise Http404
    context = {"year": year, "month": since if month else None}
    return list_page(request, part, "articles/period.html", context)


@for_readers
def work(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A work and the claims of articles on the site that stand on it."""
    if pk >= 2**63:
        raise Http404
    found, numbers = work_pages.work_and_numbers(pk)
    if found is None:
        raise Http404
    if found.pk != pk:
        return HttpResponsePermanentRedirect(reverse("articles:work", args=[found.pk]))
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    keys = [str(number) for number in numbers]
    part = lists.with_key("work", keys, length=settings.ARTICLES_PER_PAGE, after=after, before=before)
    if not part.rows:
        raise Http404
    context = work_pages.shown(found) | {"uses": work_pages.uses(part.rows, set(numbers))}
    return list_page(request, part, "articles/work.html", context)


@for_readers
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """The articles whose live revision names the topic; one that only drafts name does not exist here."""
    return _of_key(request, "topic", slug, "articles/topic.html", lambda rows: work_pages.topic(slug, rows))


def _of_key(
    request: HttpRequest, kind: str, key: str, template: str, context: Callable[[Sequence[Article]], dict[str, Any]]
) -> HttpResponse:
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    part = lists.with_key(kind, [key], length=settings.ARTICLES_PER_PAGE, after=after, before=before)
    found = context(part.rows)
    first = not after and not before
    gone = changes.taken_off(kind, key) if first else []
    if not part.rows and not gone:
        raise Http404
    if first:
        found["structured_data"] = structured_data.as_script(_as_data(found, part.rows, absolute(request.path)))
    return list_page(request, part, template, {**found, "gone": gone})


def _as_data(found: dict[str, Any], rows: Sequence[Article], url: str) -> dict[str, Any]:
    if topic := found.get("topic"):
        titles = [(live(row).title, absolute(row.get_absolute_url())) for row in rows]
        return structured_data.topic(topic.name, topic.description, url, titles)
    person = found["person"]
    facts = {name: getattr(person, name) for name in ("name", "slug", "credentials", "field", "employer")}
    return structured_data.profile(facts, url)


@for_readers
def contributor(request: HttpRequest, slug: str) -> HttpResponse:
    """A person and their published articles; somebody without any has no page."""
    return _of_key(
        request, "person", slug, "articles/contributor.html", lambda rows: {"person": work_pages.person(slug, rows)}
    )
