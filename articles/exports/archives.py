"""Zip archives and folders: the posts in them, file by file. What says nothing (pictures, style sheets) is passed over.

What an archive says of its sizes is not trusted: it is unpacked piece by piece, and no further than the bounds.
"""

from __future__ import annotations

import errno
import lzma
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from articles.exports.posts import LARGEST_POST, LONGEST_NAME, PictureFile, Post, Unread
from evidence.opening.file_formats import ENDINGS, WORD
from evidence.opening.word.pictures import pictures_of

MOST_FILES = 20_000
"""Files of an archive, pictures and all [house]."""
MOST_POSTS = 5_000
"""Posts of one archive [house]."""
LARGEST = 500_000_000
"""Bytes of all posts and pictures of an archive, unpacked [house]."""
LARGEST_PICTURE = 50_000_000
"""Bytes of one picture that are read [house]; what may be shown is less, and said where it is shown."""
PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp"})
EXPORTS = frozenset({".xml", ".json"})
READ = ENDINGS | EXPORTS
NOT_READ = {
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages"), "Save it as .docx, Markdown or plain text first."),
    **dict.fromkeys((".pdf", ".epub"), "Copy its text into a Markdown or plain text file first."),
    **dict.fromkeys((".mht", ".mhtml", ".webarchive"), "Save the page as .html first."),
    **dict.fromkeys((".zip", ".gz", ".tar", ".tgz", ".7z", ".rar"), "Unpack it, and bring it in by itself."),
}
_NO_POSTS = frozenset({"readme", "license", "licence", "changelog", "contributing", "_index", "robots"})
"""Names of files that stand beside posts and are none."""
_DATA = frozenset({"package", "package-lock", "tsconfig", "composer", "manifest", "site"})


class ArchiveRefused(ValueError):
    """The archive is not read; the message says why and what to do."""


def is_picture(path: PurePosixPath) -> bool:
    hidden = any(part.startswith((".", "__MACOSX")) or part == "node_modules" for part in path.parts)
    return not hidden and path.suffix.lower() in PICTURES


def is_post(path: PurePosixPath) -> bool:
    """Whether a file of this name may hold a post or an export."""
    hidden = any(part.startswith((".", "__MACOSX")) or part == "node_modules" for part in path.parts)
    stem = path.stem.lower()
    return not hidden and path.suffix.lower() in READ and stem not in _NO_POSTS | _DATA


_DAMAGED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError, ValueError, IndexError)
"""What `zipfile` raises for one that is broken or packed in a way it does not know: ValueErrors for names that are no
UTF-8 and for places before the beginning, IndexErrors for empty names. OSErrors come of bz2, without a number, and of
such places, with EINVAL."""


def in_archive(stream: BinaryIO) -> Iterator[Post | Unread | PictureFile]:
    """The files of a zip archive, in the order of their names. Raises ArchiveRefused."""
    try:
        with zipfile.ZipFile(stream) as archive:
            yield from _unpacked(archive)
    except ArchiveRefused:
        raise
    except _DAMAGED as error:
        raise ArchiveRefused("The archive is damaged or cut short. Make it again, or send the files.") from error
    except OSError as error:
        if error.errno not in (None, errno.EINVAL):
            raise  # a full disk is no fault of the archive
        raise ArchiveRefused("The archive is damaged or cut short. Make it again, or send the files.") from error


def _unpacked(archive: zipfile.ZipFile) -> Iterator[Post | Unread | PictureFile]:
    files = sorted((file for file in archive.infolist() if not file.is_dir()), key=lambda file: file.filename)
    if len(files) > MOST_FILES:
        raise ArchiveRefused(f"The archive holds more than {MOST_FILES:,} files. Make several of it.")
    wanted = [file for file in files if is_post(PurePosixPath(file.filename))]
    if len(wanted) > MOST_POSTS:
        raise ArchiveRefused(f"The archive holds more than {MOST_POSTS:,} posts. Make several of it.")
    left = LARGEST
    for file in files:
        name = file.filename[-LONGEST_NAME:]
        if reason := NOT_READ.get(PurePosixPath(name).suffix.lower()):
            yield Unread(name, reason)
        picture = is_picture(PurePosixPath(file.filename))
        if not picture and file not in wanted:
            continue
        if file.flag_bits & 1:
            raise ArchiveRefused("The archive is protected by a password. Make it without one.")
        most = LARGEST_PICTURE if picture else LARGEST_POST
        with archive.open(file) as part:
            data = part.read(min(most, left) + 1)
        left -= len(data)
        if left < 0:
            raise ArchiveRefused(f"The archive holds more than {LARGEST // 1_000_000} MB. Make several of it.")
        if picture:
            yield PictureFile(name, data[: most + 1])
        else:
            yield Post(name, data) if len(data) <= most else too_large(name)


def too_large(name: str) -> Unread:
    return Unread(name, f"It is larger than {LARGEST_POST // 1_000_000} MB. Save the text without pictures.")


def in_folder(folder: Path) -> Iterator[Post | Unread | PictureFile]:
    """The posts and pictures of a folder and those below it, in the order of their names. Links are not followed."""
    for path in sorted(folder.rglob("*")):
        name = PurePosixPath(path.relative_to(folder).as_posix())
        if path.is_symlink() or not path.is_file():
            continue
        if reason := NOT_READ.get(name.suffix.lower()):
            yield Unread(str(name), reason)
        elif is_post(name):
            yield from in_file(path, str(name))
        elif is_picture(name):
            with suppress(OSError), path.open("rb") as file:
                yield PictureFile(str(name)[-LONGEST_NAME:], file.read(LARGEST_PICTURE + 1))


def in_file(path: Path, name: str) -> Iterator[Post | Unread]:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1 if path.suffix.lower() in EXPORTS else LARGEST_POST + 1)
    except OSError as error:
        yield Unread(name, f"It cannot be opened ({error.strerror}).")
        return
    fits = len(data) <= (LARGEST if path.suffix.lower() in EXPORTS else LARGEST_POST)
    yield Post(name, data) if fits else too_large(name)


def with_pictures(posts: Iterable[Post | Unread | PictureFile]) -> Iterator[Post | Unread | PictureFile]:
    """The posts, and behind each Word document its pictures, all together up to `LARGEST` bytes."""
    left = LARGEST
    for post in posts:
        yield post
        if not isinstance(post, Post) or PurePosixPath(post.name).suffix.lower() not in WORD:
            continue
        for name, data in pictures_of(post.data, largest=min(left, LARGEST_PICTURE)):
            left -= len(data)
            if left < 0:
                break
            yield PictureFile(f"{post.name}/{name}"[-LONGEST_NAME:], data)
