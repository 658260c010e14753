"""Files, archives and exports, taken apart into posts."""

from __future__ import annotations

import errno
import io
import json
import zipfile
from typing import Any

import pytest

from articles.exports import archives, wordpress
from articles.exports.files import ArchiveRefused, posts_in
from articles.exports.front_matter import topics_in
from articles.exports.posts import PictureFile, Post, Unread, text_of
from evidence.reading.front_matter import split_front_matter
from tests.articles.exports import samples


def taken(name: str, data: bytes) -> list[Post | Unread | PictureFile]:
    return list(posts_in(name, data))


def read(post: Post | Unread | PictureFile) -> tuple[Any, str]:
    assert isinstance(post, Post), post
    text = text_of(post)
    meta, begin = split_front_matter(text)
    return meta, text[begin:].strip()


# --- What is refused -------------------------------------------------------------------------------------------------


def test_an_archive_that_says_less_than_it_holds_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST", 50_000)
    monkeypatch.setattr(archives, "LARGEST_POST", 40_000)
    data = bytearray(samples.archive({f"{n}.md": "a" * 39_000 for n in range(3)}))
    with pytest.raises(ArchiveRefused, match="holds more than"):
        taken("a.zip", bytes(data))
    big = taken("a.zip", samples.archive({"big.md": "a" * 45_000}))
    assert isinstance(big[0], Unread)


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_FILES", 3)
    with pytest.raises(ArchiveRefused, match="more than 3 files"):
        taken("a.zip", samples.archive({f"{n}.png": b"x" for n in range(4)}))


def packed(method: int) -> bytearray:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("zinc-ä.md", "Zinc shortens colds. " * 200)
    return bytearray(stream.getvalue())


def broken_within(method: int) -> bytes:
    """The words are other bytes than were packed; the lists of the archive are whole."""
    data = packed(method)
    data[60:90] = bytes(255 - byte for byte in data[60:90])
    return bytes(data)


DAMAGED = {
    "none": b"PK\x03\x04 but no archive",
    "cut": samples.archive({"a.md": "x" * 9000})[:-60],
    "cut in the words": bytes(packed(zipfile.ZIP_DEFLATED)[:80]),
    "stored": broken_within(zipfile.ZIP_STORED),
    "deflate": broken_within(zipfile.ZIP_DEFLATED),
    "bzip2": broken_within(zipfile.ZIP_BZIP2),
    "lzma": broken_within(zipfile.ZIP_LZMA),
    "a name that is no UTF-8": bytes(packed(zipfile.ZIP_STORED)).replace("ä".encode(), b"\xff\xfe"),
    "a method that nobody knows": bytes(packed(zipfile.ZIP_STORED)).replace(b"\x00\x08\x00\x00", b"\x00\x08\x63\x00"),
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_archive_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(ArchiveRefused, match="damaged"):
        taken("a.zip", data)


def test_a_full_disk_is_no_fault_of_the_archive() -> None:
    class Full(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() < 60:  # behind the list of files, at the words
                raise OSError(errno.ENOSPC, "No space left on device")
            return super().read(size)

    with pytest.raises(OSError, match="No space left"):
        list(archives.in_archive(Full(bytes(packed(zipfile.ZIP_STORED)))))


@pytest.mark.parametrize(
    "data",
    [
        samples.wordpress(samples.item())[:-40],
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]>' + samples.wordpress(samples.item())[39:],
        samples.HEAD.encode() + b"<item>" * 60,
        samples.HEAD.replace("UTF-8", "no-such-code").encode(),
    ],
    ids=("cut", "entities", "deep", "encoding"),
)
def test_an_export_that_is_broken_or_hostile_is_told_of(data: bytes) -> None:
    rows = taken("blog.xml", data)
    assert isinstance(rows[-1], Unread)
    assert rows[-1].reason.endswith(".")


@pytest.mark.parametrize(
    "data", [b"[]", b'{"db": [', b'{"db": [{"data": {"posts": []}}]}', b'{"a": 1}', b"[" * 100_000]
)
def test_json_that_is_no_export_of_ghost_is_told_of(data: bytes) -> None:
    (row,) = taken("a.json", data)
    assert isinstance(row, Unread)


def test_what_is_no_post_is_named_and_what_says_nothing_is_passed_over() -> None:
    rows = taken(
        "site.zip",
        samples.archive(
            {
                "posts/zinc.md": "# Zinc\n\nIt helps.",
                "posts/old.doc": b"x",
                "img/a.png": b"x",
                "README.md": "x",
                "__MACOSX/posts/._zinc.md": b"x",
                ".git/a.md": b"x",
                "node_modules/x/a.md": b"x",
                "package.json": b"{}",
            }
        ),
    )
    kinds = [(row.name, type(row)) for row in rows]
    assert kinds == [("img/a.png", PictureFile), ("posts/old.doc", Unread), ("posts/zinc.md", Post)]


# --- What is read ----------------------------------------------------------------------------------------------------


def test_a_post_of_wordpress_comes_with_all_that_is_known_of_it() -> None:
    (post,) = taken("blog.xml", samples.wordpress(samples.item()))
    meta, body = read(post)
    assert meta["title"] == "Zinc & colds"
    assert meta["author"] == "Ann Poe"
    assert meta["topics"] == ["Colds"]
    assert (meta["slug"], meta["permalink"]) == ("zinc", "https://old.example/2019/05/zinc/")
    assert meta["aliases"] == ["/?p=12"]
    assert meta["standfirst"] == "What trials found."
    assert f"{meta['published']:%Y-%m-%d}" == "2019-05-04"
    assert "Zinc shortened colds in one trial of 80 adults.\n\n" in body
    assert "It did **not** help children & babies." in body
    assert "/img/zinc.png" in body
    assert "gallery" not in body
    assert "wp:paragraph" not in body


def test_what_is_no_post_in_wordpress_stays_there() -> None:
    rows = taken(
        "blog.xml",
        samples.wordpress(
            samples.item(**{"wp:post_type": "attachment"}),
            samples.item(**{"wp:status": "trash"}),
            samples.item(**{"content:encoded": " "}),
            samples.item(**{"wp:post_password": "secret"}),
            samples.item(**{"wp:status": "draft", "title": "Draft"}),
        ),
    )
    assert [type(row) for row in rows] == [Unread, Unread, Post]
    assert "published" not in rows[-1].meta  # type: ignore[union-attr]


def test_a_large_export_is_read_piece_by_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wordpress, "_CHUNK", 97)
    data = samples.wordpress(*(samples.item(title=f"Ärzte {n}") for n in range(20)))
    assert [row.meta["title"] for row in taken("blog.xml", data) if isinstance(row, Post)] == [
        f"Ärzte {n}" for n in range(20)
    ]


def test_a_post_of_ghost_comes_with_its_people_in_order() -> None:
    (post,) = taken("ghost.json", samples.ghost(samples.GHOST_POST))
    meta, body = read(post)
    assert meta["author"] == ["Ann Poe", "Bo Coe"]
    assert meta["topics"] == ["Colds"]
    assert (meta["slug"], meta["permalink"], meta["standfirst"]) == ("zinc", "/zinc/", "What trials found.")
    assert "![Zinc](/content/zinc.png)" in body


def test_ghost_is_read_whichever_editor_wrote_the_post() -> None:
    words = {"type": "extended-text", "text": "Zinc <helps>.", "format": 1}
    linked = {"type": "link", "url": "https://doi.org/10.1000/a", "children": [{"type": "text", "text": "a trial"}]}
    root = {"root": {"children": [{"type": "paragraph", "children": [words, linked]}]}}
    lexical = {**samples.GHOST_POST, "html": None, "lexical": json.dumps(root)}
    cards = {
        **samples.GHOST_POST,
        "html": "",
        "mobiledoc": json.dumps({"cards": [["markdown", {"markdown": "Zinc."}]], "sections": [[10, 0]]}),
    }
    plain = {**samples.GHOST_POST, "html": None, "plaintext": "Zinc helps.\n\nIt does."}
    bodies = [read(post)[1] for post in taken("ghost.json", samples.ghost(lexical, cards, plain))]
    assert "[a trial](https://doi.org/10.1000/a)" in bodies[0]
    assert "Zinc." in bodies[1]
    assert bodies[2] == "Zinc helps.\n\nIt does."


def test_a_document_of_google_comes_out_of_its_archive_with_its_links() -> None:
    page = (
        '<html><head><title>Zinc</title></head><body><h1>Zinc</h1><p>Zinc helped in <a href="https://www.google.com/url?'
        'q=https://doi.org/10.1000/zinc.1&amp;sa=D&amp;source=editors&amp;ust=1">a trial</a>.</p></body></html>'
    )
    post, _ = taken("Zinc.zip", samples.archive({"Zinc.html": page, "images/image1.png": b"x"}))
    assert "[a trial](https://doi.org/10.1000/zinc.1)" in read(post)[1]


@pytest.mark.parametrize(
    ("name", "slug"),
    [("_posts/2019-05-04-zinc-and-colds.md", "zinc-and-colds"), ("content/2019-05-04-zinc/index.md", "zinc")],
)
def test_names_of_files_tell_day_and_address(name: str, slug: str) -> None:
    meta, _ = read(Post(name, b"---\ntitle: Zinc\n---\nIt helps."))
    assert (f"{meta['published']}", meta["slug"], meta["title"]) == ("2019-05-04", slug, "Zinc")


def test_exports_within_archives_are_taken_apart_too() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("export/blog.xml", samples.wordpress(samples.item()))
        made.writestr("sitemap.xml", "<urlset></urlset>")
    rows = taken("all.zip", out.getvalue())
    assert [type(row) for row in rows] == [Post, Unread]


@pytest.mark.parametrize(
    ("meta", "topics"),
    [
        ({"layout": "post", "tags": "honey cough"}, ("honey", "cough")),
        ({"layout": "post", "tags": "honey, sore throats"}, ("honey", "sore throats")),
        ({"tags": "vitamin d"}, ("vitamin d",)),
    ],
)
def test_tags_are_parted_by_spaces_where_a_layout_is_named_as_in_jekyll(
    meta: dict[str, str], topics: tuple[str, ...]
) -> None:
    assert topics_in(meta) == topics
