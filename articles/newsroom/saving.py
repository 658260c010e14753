"""Between the form and its saving: what came in meanwhile is put together, and what would end is said first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from articles import services
from articles.models import Article
from articles.newsroom import sent_drafts
from articles.newsroom.edit_conflicts import described, named, question, shown_field
from articles.newsroom.retracted_works import warn_of_retracted
from articles.newsroom.review_desk import assess_after_commit
from articles.reconciling import Reconciled, State, reconcile
from articles.services import draft_states, working_copies
from articles.services.ended_reviews import what_would_end
from articles.services.review_record import is_on_record

CHOICE, OWN = "choice-", "own-"
"""Before the name of a conflict: whose words hold, and other words for it."""
SUBMITS = "ends_and_submits"
"""The button that saves, ends what the save ends, and submits the new words in its place."""
OURS = ("csrfmiddlewaretoken", "ends", "beside", SUBMITS, "submit_note")
"""Fields of the pages between, which are made anew each time."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A form that was sent, and what it was held against."""

    data: QueryDict
    began: State | None
    standing: State
    digest: str
    mine: State
    result: Reconciled


def sent(article: Article, data: QueryDict) -> Sent:
    """Puts the form that was sent together with what stands now, by what it showed when it was opened."""
    standing = draft_states.state_of(article)
    digest = draft_states.digest_of(standing)
    began = _began(article, data, standing, digest)
    began = _with_fetched_rows(article, data, began, standing, digest)
    mine = sent_drafts.read(data, began or standing)
    chosen = {key.removeprefix(CHOICE): str(value) for key, value in data.items() if key.startswith(CHOICE)}
    own = {key.removeprefix(OWN): draft_states.written(value) for key, value in data.items() if key.startswith(OWN)}
    result = reconcile(began, mine, standing, chosen=chosen, own=own)
    return Sent(data, began, standing, digest, mine, result)


def _began(article: Article, data: QueryDict, standing: State, digest: str) -> State | None:
    """What the form showed. One that does not say so, but was opened on this very version, showed what stands."""
    given = data.get("began_with", "")
    if given == digest or (not given and data.get("expected_version") == str(article.version)):
        return standing
    return draft_states.shown(article, given) if given else None


def _with_fetched_rows(
    article: Article, data: QueryDict, began: State | None, standing: State, digest: str
) -> State | None:
    """Rows that were fetched after the page was opened began with what stood then."""
    given = data.get("rows_began_with", "")
    if began is None or not given or given == data.get("began_with"):
        return began
    then = standing if given == digest else draft_states.shown(article, given)
    return replace(began, rows=then.rows) if then else None


def settle(request: HttpRequest, article: Article) -> HttpResponse | None:
    """The page that has to come before this form can be saved, or None where it can be.

    The caller holds the article's row, so that what is seen here is what is saved over. `request.POST` becomes the
    form of both people's work where two saved.
    """
    read = sent(article, request.POST)
    if read.result.conflicts:
        _keep(request, article, read.data)
        return _ask(request, article, read)
    if read.result.state == read.standing and not _wants_a_save(article):
        return _nothing_changed(request, article)
    if SUBMITS in request.POST:
        request.POST = _as_ending(request.POST)  # type: ignore[assignment]
    if (ending := what_would_end(article)) and request.POST.get("ends") != article.status:
        _keep(request, article, read.data, beside=True)
        if "beside" in request.POST:
            messages.success(request, f"Kept for you beside version {article.version}, which stays as it is.")
            return redirect("admin:articles_article_change", article.pk)
        context = {"ending": ending, "may_submit": request.user.has_perm("articles.submit_article")}
        return _between(request, article, read.data, "newsroom/would_end.html", f"Before saving: {article}", **context)
    other_version = request.POST.get("expected_version") != str(article.version)
    if read.result.state != read.mine or other_version or sent_drafts.lacks_rows(read.data):
        version, digest = article.version, read.digest
        form = sent_drafts.as_form(read.data, read.result.state, read.standing, version=version, digest=digest)
        request.POST = form  # type: ignore[assignment]
        request.came_in = _came_in(article, read.result)  # type: ignore[attr-defined]
    request.ended = ending  # type: ignore[attr-defined]
    return None


def _as_ending(data: QueryDict) -> QueryDict:
    form = data.copy()
    form["ends"] = str(form[SUBMITS])
    return form


def _wants_a_save(article: Article) -> bool:
    """A day of review that nobody recorded goes with a save, though nothing else changed."""
    return article.reviewed_on is not None and not is_on_record(article)


def _nothing_changed(request: HttpRequest, article: Article) -> HttpResponse:
    empty_copy(request, article)
    if article.assessment_error or not article.is_assessed:
        assess_after_commit(article.pk)
    messages.info(request, f"Nothing had changed, so no new version was made: version {article.version} stands.")
    warn_of_retracted(request, article)
    return redirect("admin:articles_article_change", article.pk)


def _came_in(article: Article, result: Reconciled) -> list[str]:
    """In words, what of a colleague's came into what I saved."""
    who = named(article.modified_by)
    said = []
    if result.brought_in:
        fields = ", ".join(dict.fromkeys(shown_field(name) for name in result.brought_in))
        said.append(f"{who} saved meanwhile. What you both did is in: theirs came into {fields}.")
    for kind, row in result.taken_off:
        said.append(f"Meanwhile {described(kind, row)} was taken off this article by somebody else, and stays off.")
    return said


def after_saving(request: Any, article: Article) -> list[str]:
    """What is said after a save besides that it was made."""
    said: list[str] = list(getattr(request, "came_in", ()))
    if ended := getattr(request, "ended", None):
        began = f" that {ended.who} began" if ended.who else ""
        said.append(f"The {ended.name}{began} has ended. {_next_step(request, article)}")
    return said


def _next_step(request: Any, article: Article) -> str:
    """Submits the new words where that was chosen in the same press; what came of it."""
    if SUBMITS not in request.POST:
        return f"Submit version {article.version} when it is ready."
    try:
        services.submit_again(article=article, by=request.user, note=request.POST.get("submit_note", "")[:2000])
    except services.ServiceError as refusal:
        return f"Version {article.version} was not submitted: {refusal}"
    return f"Version {article.version} is submitted in its place."


# --- Pages between -----------------------------------------------------------------------------------------


def _ask(request: HttpRequest, article: Article, read: Sent) -> HttpResponse:
    title = f"Two of you changed the same: {article}"
    context: dict[str, Any] = {
        "questions": [question(conflict) for conflict in read.result.conflicts],
        "who": named(article.modified_by),
        "when": article.modified_at,
        "came_in": _came_in(article, read.result),
        "again": any(key.startswith(CHOICE) for key in read.data),
    }
    return _between(request, article, read.data, "newsroom/conflict.html", title, **context)


def _between(
    request: HttpRequest, article: Article, data: QueryDict, template: str, title: str, **context: Any
) -> HttpResponse:
    """A page on top, alone, that holds all that was sent."""
    held = [(name, value) for name, values in data.lists() if not _is_ours(name, context) for value in values]
    page = {**admin.site.each_context(request), "title": title, "article": article, "held": held, **context}
    return render(request, template, page)


def _is_ours(name: str, context: dict[str, Any]) -> bool:
    """Choices that are asked again stand on the page themselves."""
    asked = {question.name for question in context.get("questions", ())}
    return name in OURS or name.removeprefix(CHOICE).removeprefix(OWN) in asked


# --- The copy of what is not saved -------------------------------------------------------------------------


def tab_of(data: QueryDict) -> tuple[str, int]:
    """The page that the form was on, by a name it gave itself, and the number of its last message."""
    serial = data.get("working_serial", "")
    return data.get("working_tab", "")[:40] or "form", int(serial) if serial.isdecimal() and len(serial) < 17 else 0


def _keep(request: HttpRequest, article: Article, data: QueryDict, *, beside: bool = False) -> None:
    tab, serial = tab_of(data)
    form = {name: values for name, values in data.lists() if name not in OURS}
    version = data.get("expected_version", "")
    working_copies.keep(
        article=article,
        by=request.user,  # type: ignore[arg-type]
        tab=tab,
        serial=serial,
        version=int(version) if version.isdecimal() and len(version) < 10 else 0,
        form=form,
        beside=beside,
        open_page=False,
    )


def empty_copy(request: HttpRequest, article: Article | None) -> None:
    tab, serial = tab_of(request.POST)
    working_copies.empty(article=article, by=request.user, tab=tab, serial=serial)  # type: ignore[arg-type]
