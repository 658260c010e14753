"""Posts of a batch: each known again, or made a draft and read by the engine, or refused with the reason.

First they are opened, which takes no lock and asks nothing of the database; then all that are sound become drafts
together.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone

from articles.assessments import deadlines
from articles.exports.picture_places import embeds_as_pictures
from articles.exports.posts import Post, text_of
from articles.models import PostInBatch
from articles.services import origins
from articles.services.assessing import assess_new
from articles.services.batch_pictures import Pictures, Shown
from articles.services.errors import NotAllowed
from articles.services.import_choices import Finished, ImportChoices, ImportRefused, sha256
from articles.services.importing import make_drafts
from articles.services.in_turn import in_turn
from articles.services.recognising import Recognised, UnreadablePost, recognise, title_from_name
from evidence.deadline import TooIntricateError
from evidence.opening.file_formats import MARKDOWN
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
NO_TEXT = "It has a title and no text."
OTHER_WORDS = "A post from the same address is here, in other words. It was left alone."
_WORDS = 0
"""Second number of the advisory locks for the words of posts."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A post that was taken apart: the draft it would become, or why it would become none."""

    name: str
    """SHA-256 of its words."""
    post: Finished | None = None
    missing: tuple[str, ...] = ()
    """Pictures that it names and that cannot be shown, in words."""
    reason: str = ""
    """Both are empty where such a post is here already."""

    @property
    def paths(self) -> list[str]:
        return origins.paths(self.post.all_addresses) if self.post else []


def open_posts(rows: Sequence[PostInBatch]) -> dict[int, Opened]:
    """Reads posts of a batch, by their numbers in the database. What is here already is not taken apart again."""
    texts, opened = {}, {}
    for row in rows:
        try:
            texts[row.pk] = _text(row)
        except REFUSALS as problem:
            opened[row.pk] = Opened("", reason=_words(row, problem))
    names = {pk: sha256(text) for pk, text in texts.items()}
    there = origins.by_words(names.values())
    pictures = Pictures(rows[0].batch, [row.pk for row in rows]) if rows else None
    for row in rows:
        if row.pk in texts:
            name = names[row.pk]
            opened[row.pk] = Opened(name) if name in there else _opened(row, name, texts[row.pk], pictures)
    return opened


def _text(row: PostInBatch) -> str:
    post = Post(row.name, bytes(row.data or b""), row.meta)
    text = text_of(post, deadline=deadlines.for_import())
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if len(text.encode("utf-8", "replace")) > settings.IMPORT_MAX_KB * 1024:
        raise ImportRefused(f"The post is larger than {settings.IMPORT_MAX_KB} KB. Split it.")
    return embeds_as_pictures(text) if PurePosixPath(row.name).suffix.lower() in MARKDOWN else text


def _opened(row: PostInBatch, name: str, text: str, pictures: Pictures | None) -> Opened:
    try:
        found = recognise(text, row.name, today=timezone.localdate(), whole=False)
        if not found.body.strip():
            return Opened(name, reason=NO_TEXT)
        shown = pictures.shown(found, post=row.name) if pictures else Shown(found)
        return Opened(name, _finished(row, text, shown.found), shown.missing)
    except REFUSALS as problem:
        return Opened(name, reason=_words(row, problem))


def _finished(row: PostInBatch, text: str, found: Recognised) -> Finished:
    title = found.title or (title_from_name(_file_of(row.name)) if row.batch.names_are_titles else "")
    choices = ImportChoices(title=title[:250])
    return Finished(found, text, row.name, choices, _old_addresses(row, found))


def _words(row: PostInBatch, problem: Exception) -> str:
    words = " ".join(problem.messages) if isinstance(problem, ValidationError) else str(problem)
    words = words.removeprefix(f"{row.name}: ")
    return words[:1].upper() + words[1:]


def bring_in(rows: Sequence[PostInBatch], opened: Mapping[int, Opened]) -> list[PostInBatch]:
    """Makes drafts of posts that wait, by their opened forms. The caller holds their rows, in a transaction.

    Gives those back that are to be brought in after them, such as one that is the same as another. Where there are
    several, whatever is wrong with a draft raises, and nothing is done; of one alone it is told on its row.
    """
    in_turn([opened[row.pk].name for row in rows if opened[row.pk].name], kind=_WORDS)
    rows, again = _each_once(rows, opened)
    there = _known(rows, opened)
    fresh: list[PostInBatch] = []
    for row in (row for row in rows if row.pk not in there):
        found = opened[row.pk]
        if found.reason or (found.post and not found.post.choices.title):
            refuse(row, found.reason or NO_TITLE)
        else:
            # What was here a moment ago and is no more was not taken apart.
            (fresh if found.post else again).append(row)
    if len(fresh) == 1:
        _made_alone(fresh[0], opened[fresh[0].pk])
    elif fresh:
        _made(fresh, opened)
    _ticked_off([row for row in rows if row.state in (PostInBatch.State.DRAFT, PostInBatch.State.THERE)])
    return again


def _each_once(
    rows: Sequence[PostInBatch], opened: Mapping[int, Opened]
) -> tuple[list[PostInBatch], list[PostInBatch]]:
    """The first of each post, and those that have its words or one of its addresses."""
    once: list[PostInBatch] = []
    twice: list[PostInBatch] = []
    seen: set[str] = set()
    for row in rows:
        names = {opened[row.pk].name, *opened[row.pk].paths} - {""}
        (twice if seen & names else once).append(row)
        seen |= names
    return once, twice


def _known(rows: Sequence[PostInBatch], opened: Mapping[int, Opened]) -> set[int]:
    """Those that are articles already, which is told on their rows."""
    same = origins.by_words({name for row in rows if (name := opened[row.pk].name)})
    before = origins.by_address({path for row in rows for path in opened[row.pk].paths})
    known = set()
    for row in rows:
        found = opened[row.pk]
        article = same.get(found.name) or next((before[path] for path in found.paths if path in before), None)
        if article is not None:
            words = "" if found.name in same else OTHER_WORDS
            row.state, row.article, row.reason, row.told = PostInBatch.State.THERE, article, words, {}
            known.add(row.pk)
    return known


def _made_alone(row: PostInBatch, opened: Opened) -> None:
    try:
        with transaction.atomic():
            _made([row], {row.pk: opened})
    except REFUSALS as problem:
        refuse(row, _words(row, problem))


def _made(rows: Sequence[PostInBatch], opened: Mapping[int, Opened]) -> None:
    posts = [post for row in rows if (post := opened[row.pk].post)]
    by = rows[0].batch.by
    assert by is not None  # noqa: S101  (an account that started a batch is kept)
    articles = make_drafts(posts=posts, by=by, read=lambda made: assess_new(articles=made))
    for row, article, post in zip(rows, articles, posts, strict=True):
        row.state, row.article, row.reason, row.told = (
            PostInBatch.State.DRAFT,
            article,
            "",
            _told(post.found, opened[row.pk]),
        )


def _told(found: Recognised, opened: Opened) -> dict[str, object]:
    return {
        "references": len(found.references),
        "to_check": sum(bool(reference.doubtful) for reference in found.references),
        "products": len(found.products),
        "pictures": len(found.pictures),
        "missing": list(opened.missing[:20]),
        "no_alt": sum(not picture.alt for picture in found.pictures),
        "author": found.author.name if found.author else "",
        "published": f"{found.published:%Y-%m-%d}" if found.published else "",
    }


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


def refuse(row: PostInBatch, reason: str) -> None:
    """Tells why; the post itself is kept, so that it can be tried again."""
    row.state, row.article, row.reason, row.told = PostInBatch.State.REFUSED, None, reason[:500], {}
    row.save(update_fields=["state", "article", "reason", "told"])


def _ticked_off(rows: Sequence[PostInBatch]) -> None:
    """What is an article now needs no bytes any more."""
    if not rows:
        return
    done = [
        {"id": row.pk, "state": row.state, "article_id": row.article_id, "reason": row.reason, "told": row.told}
        for row in rows
    ]
    with connection.cursor() as cursor:
        # One statement of constant length: with `bulk_update` Django builds a case for each row and each column.
        cursor.execute(
            "UPDATE articles_postinbatch AS post SET state = done.state, article_id = done.article_id,"
            " reason = done.reason, told = done.told, data = NULL"
            " FROM json_populate_recordset(NULL::articles_postinbatch, %s::json) AS done WHERE post.id = done.id",
            [json.dumps(done)],
        )
