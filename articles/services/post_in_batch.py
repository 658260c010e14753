"""One post of a batch: known again, or made a draft and read by the engine, or refused with the reason."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from articles.assessments import deadlines
from articles.exports.posts import Post, text_of
from articles.models import Article, PostInBatch
from articles.services import origins
from articles.services.assessing import assess_new
from articles.services.errors import NotAllowed
from articles.services.importing import ImportChoices, ImportRefused, make_draft
from articles.services.recognising import Recognised, UnreadablePost, recognise, title_from_name
from evidence.deadline import TooIntricateError
from evidence.opening.files import UnreadableFileError
from evidence.reading.front_matter import FrontMatterError
from evidence.reading.unreadable import UnreadableDocumentError

REFUSALS = (
    *(UnreadableFileError, UnreadableDocumentError, FrontMatterError, UnreadablePost, TooIntricateError),
    *(ImportRefused, ValidationError, NotAllowed),
)
"""What is wrong with a post, in words for whoever sent it."""
NO_TITLE = (
    "No title was found. Give it a first heading or a title in its front matter, or say at the start that the names of "
    "files are titles."
)


def bring_in(row: PostInBatch) -> None:
    """Makes a draft of a post that waits. The caller holds its row, in a transaction."""
    try:
        with transaction.atomic():
            _bring_in(row)
    except REFUSALS as problem:
        words = " ".join(problem.messages) if isinstance(problem, ValidationError) else str(problem)
        refuse(row, words.removeprefix(f"{row.name}: "))


def refuse(row: PostInBatch, reason: str) -> None:
    """Tells why; the post itself is kept, so that it can be tried again."""
    held = None if row.data is None else bytes(row.data)
    _done(row, PostInBatch.State.REFUSED, reason=reason, data=held)


def _bring_in(row: PostInBatch) -> None:
    post = Post(row.name, bytes(row.data or b""), row.meta)
    text = text_of(post, deadline=deadlines.for_import()).replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if len(text.encode("utf-8", "replace")) > settings.IMPORT_MAX_KB * 1024:
        raise ImportRefused(f"The post is larger than {settings.IMPORT_MAX_KB} KB. Split it.")
    _one_at_a_time(text)
    article, same = origins.here_already(text=text)
    if article is None:
        found = recognise(text, row.name, today=timezone.localdate(), whole=False)
        addresses = _old_addresses(row, found)
        article, same = origins.here_before(addresses=[*addresses, *found.addresses]), False
    if article is not None:
        words = "" if same else "A post from the same address is here, in other words. It was left alone."
        _done(row, PostInBatch.State.THERE, article=article, reason=words)
        return
    _made(row, text, found, addresses)


def _made(row: PostInBatch, text: str, found: Recognised, addresses: list[str]) -> None:
    batch = row.batch
    title = found.title or (title_from_name(_file_of(row.name)) if batch.names_are_titles else "")
    if not title:
        raise ImportRefused(NO_TITLE)
    assert batch.by is not None  # noqa: S101  (an account that started a batch is kept)
    choices = ImportChoices(title=title[:250])
    made = make_draft(found=found, text=text, filename=row.name, by=batch.by, choices=choices, addresses=addresses)
    assess_new(article_id=made.pk)
    told = {
        "references": len(found.references),
        "to_check": sum(bool(reference.doubtful) for reference in found.references),
        "products": len(found.products),
        "no_alt": sum(not picture.alt for picture in found.pictures),
        "author": found.author.name if found.author else "",
        "published": f"{found.published:%Y-%m-%d}" if found.published else "",
    }
    _done(row, PostInBatch.State.DRAFT, article=made, told=told)


def _old_addresses(row: PostInBatch, found: Recognised) -> list[str]:
    """The address of the post by the pattern of its batch, where its parts are known."""
    pattern, slug = row.batch.old_addresses, str(found.meta.get("slug") or "") or found.slug
    day = found.published
    if not pattern or not slug or (day is None and any(part in pattern for part in ("{year}", "{month}", "{day}"))):
        return []
    parts = {"year": f"{day:%Y}", "month": f"{day:%m}", "day": f"{day:%d}"} if day else {}
    return [pattern.format(slug=slug, **parts)]


def _file_of(name: str) -> str:
    """The file's name, or that of its folder where files are all called "index"."""
    *folders, file = name.split("/")
    return folders[-1] if folders and file.lower().startswith("index.") else file


def _one_at_a_time(text: str) -> None:
    """Two workers with the same post take turns: the second finds it here."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [origins.sha256(text)])


def _done(
    row: PostInBatch,
    state: PostInBatch.State,
    *,
    article: Article | None = None,
    reason: str = "",
    told: dict[str, object] | None = None,
    data: bytes | None = None,
) -> None:
    row.state, row.article, row.reason, row.told, row.data = state, article, reason[:500], told or {}, data
    row.save(update_fields=["state", "article", "reason", "told", "data"])
