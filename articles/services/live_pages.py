"""Asks whether a page that readers see could still be published, whenever its draft is read anew.

What was approved stays as it was, and so does the page. Should its words have a blocker today, because a product was
recorded since, a disclosure ran out or the engine learnt something, the article is marked as needing an update, the
log has it and the editors are told: once for each set of blockers.
"""

from __future__ import annotations

from datetime import date

from articles import assessments
from articles.assessments import deadlines
from articles.models import Article, Flag, LogEntry, Revision
from articles.models.amendment import AmendmentKind
from articles.models.article import Status
from articles.models.claim import State
from articles.services import log, telling
from articles.services.gate import title_of
from articles.services.public_record import amend
from evidence import Assessment

FOUND = "page-blocked"


def read_page(article: Article, *, today: date, rows: assessments.Rows | None = None) -> Assessment | None:
    """Has the engine read the words that readers see, with the draft's works, people and products (`rows`). Nothing is
    saved.

    None where there is no page, where its words are the draft's own, and where works of the page are no longer at
    hand: what they said then cannot be asked again. Raises TooIntricateError as an assessment does.
    """
    revision = article.live_revision
    if revision is None or _same_words(article, revision):
        return None
    rows = rows or assessments.Rows(article)
    if {row.get("key") for row in revision.citations} - {row.key for row in rows.cited}:
        return None
    page = Article(pk=article.pk)
    for field in Article._meta.concrete_fields:
        setattr(page, field.attname, getattr(article, field.attname))
    page.title, page.standfirst, page.body = revision.title, revision.standfirst, revision.body
    return assessments.assess(page, today=today, deadline=deadlines.for_assessment(), rows=rows.with_words_of(page))


def look_at_page(article: Article, *, page: Assessment | None) -> None:
    """The caller holds the article's lock and has just had its draft read; `page` is what `read_page` gave for it."""
    revision = article.live_revision
    if revision is None:
        return
    found = _blockers(article, revision, page)
    last = LogEntry.objects.filter(article_id=article.pk, action=FOUND).order_by("-pk").first()
    known = last.data.get("blockers") if last and last.revision_id == revision.pk else []
    if not found or found == known:
        return
    if article.status == Status.PUBLISHED:
        article.status = Status.NEEDS_UPDATE
        article.save(update_fields=["status"])
        amend(article=article, by=None, kind=AmendmentKind.OUT_OF_DATE, before=revision, after=revision)
    log.record(action=FOUND, by=None, article=article, revision=revision, data={"blockers": found})
    words = "\n".join(f"- {text}" for text in found)
    telling.about(
        article,
        f"The page would not pass today: {article.title}",
        f"Readers see revision {revision.number}. If it were to be published today, this would stand in its way:\n"
        f"{words}\n\nThe page stays as it is. Mend the draft and publish it anew, or withdraw the page.",
    )


def _same_words(article: Article, revision: Revision) -> bool:
    return (article.title, article.standfirst, article.body) == (revision.title, revision.standfirst, revision.body)


def _blockers(article: Article, revision: Revision, page: Assessment | None) -> list[str]:
    """The blockers of the words that readers see, in words, sorted; without those that were accepted for them."""
    if _same_words(article, revision):
        rows = article.flags.open().blockers().select_related("claim")
        return sorted({_words(row.code, row.claim.text if row.claim else "") for row in rows})
    if page is None:
        return []
    texts: dict[int | None, str] = {row.sentence.index: row.sentence.text for row in page.sentences}
    raised = [flag for flag in page.flags if flag.severity == "blocker"]
    blockers = {_words(flag.code, texts.get(flag.sentence, "")) for flag in raised}
    return sorted(blockers - _accepted(article, revision))


def _accepted(article: Article, revision: Revision) -> set[str]:
    texts = {claim.get("index"): claim.get("text", "") for claim in revision.claims}
    then = {
        _words(str(flag.get("code")), texts.get(flag.get("sentence"), ""))
        for flag in revision.flags
        if flag.get("state") == State.ACCEPTED
    }
    rows = Flag.objects.filter(article=article, state=State.ACCEPTED).select_related("claim")
    return then | {_words(row.code, row.claim.text if row.claim else "") for row in rows}


def _words(code: str, sentence: str) -> str:
    return f"{title_of(code)}: “{sentence[:200]}”" if sentence else title_of(code)
