"""What one file holds: a post, an archive of posts, or an export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import PurePosixPath

from articles.exports import archives, ghost, wordpress
from articles.exports.archives import ArchiveRefused
from articles.exports.posts import LARGEST_POST, PictureFile, Post, Unread
from articles.exports.wordpress import ExportRefused
from evidence.opening.file_formats import WORD
from evidence.opening.files import UnreadableFileError

HEAD = 20_000
_ZIP = b"PK\x03\x04"


def posts_in(name: str, data: bytes) -> Iterator[Post | Unread | PictureFile]:
    """The posts of a file, one after the other, the pictures beside them, and what in it is none with the reason.

    Raises ArchiveRefused and ExportRefused (ValueErrors) where nothing of it can be read; what came before has come.
    """
    ending = PurePosixPath(name).suffix.lower()
    if data.startswith(_ZIP) and ending not in WORD:
        yield from of_rows(archives.in_archive(BytesIO(data)))
    else:
        yield from of_rows([Post(name, data)] if len(data) <= archives.LARGEST else [archives.too_large(name)])


class SeveralPostsError(ValueError):
    """The file holds more than one post."""


def only_post(name: str, data: bytes) -> tuple[Post, list[PictureFile]]:
    """The one post of an archive or export that holds no other, such as a document of Google Docs, and the pictures
    that came with it. Raises SeveralPostsError, ArchiveRefused, ExportRefused, and UnreadableFileError where it holds
    none.
    """
    posts: list[Post] = []
    pictures: list[PictureFile] = []
    unread: list[Unread] = []
    for row in archives.with_pictures(posts_in(name, data)):
        if isinstance(row, Unread):
            unread.append(row)
        elif isinstance(row, PictureFile):
            pictures.append(row)
        elif posts:
            raise SeveralPostsError(f"{name} holds more than one post. Bring it in under “Import many posts”.")
        else:
            posts.append(row)
    if not posts:
        why = unread[0].reason if unread else "No post was found in it."
        raise UnreadableFileError(f"{name}: {why}")
    return posts[0], pictures


def of_rows(rows: Iterable[Post | Unread | PictureFile]) -> Iterator[Post | Unread | PictureFile]:
    """Files as they are, exports taken apart; one that cannot be read is told of, and the others go on."""
    for row in rows:
        if isinstance(row, PictureFile):
            yield row
            continue
        ending = PurePosixPath(row.name).suffix.lower()
        if isinstance(row, Unread) or ending not in archives.EXPORTS:
            yield row if isinstance(row, Unread) or len(row.data) <= LARGEST_POST else archives.too_large(row.name)
            continue
        export = (
            wordpress if wordpress.is_export(row.data[:HEAD]) else ghost if ghost.is_export(row.data[:HEAD]) else None
        )
        if export is None:
            yield Unread(row.name, "This is no export of WordPress or Ghost, and no post.")
            continue
        try:
            yield from export.posts_of(row.name, row.data)
        except ExportRefused as problem:
            yield Unread(row.name, str(problem))


__all__ = ["ArchiveRefused", "ExportRefused", "SeveralPostsError", "only_post", "posts_in"]
