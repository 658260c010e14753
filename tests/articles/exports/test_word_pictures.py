"""Pictures of Word documents lie, for posts that are brought in, in a folder that is called like the document."""

from __future__ import annotations

import pytest

from articles.exports import archives
from articles.exports.picture_places import Places
from articles.exports.posts import PictureFile, Post, Unread, text_of
from articles.exports.word_pictures import placed
from tests.evidence.opening.word.word_documents import paragraph, pictured, rels_of, word_document

PARTS = {**rels_of("media/image1.png"), "word/media/image1.png": b"pixels"}


def document(words: str = "Milk helps.") -> bytes:
    return word_document(paragraph(words), pictured(1, "A cup of milk"), parts=PARTS)


def test_pictures_of_documents_stay_within_one_bound_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST", len(b"pixels") + 2)
    posts = [Post("a.docx", document()), Post("b.docx", document())]
    assert [post.name for post in archives.with_pictures(posts)] == ["a.docx", "a.docx/word/media/image1.png", "b.docx"]


def test_other_files_are_passed_on_as_they_are() -> None:
    posts = [Post("a.md", b"PK"), Unread("b.doc", "old"), PictureFile("c.png", b"x"), Post("d.docx", b"no zip")]
    assert list(archives.with_pictures(posts)) == posts


def test_each_document_finds_its_own_picture_of_the_same_name() -> None:
    posts = [Post("posts/Zinc and me.docx", document()), Post("posts/b.docx", document())]
    files = [file.name for file in archives.with_pictures(posts) if isinstance(file, PictureFile)]
    for post, file in zip(posts, files, strict=True):
        text = text_of(post)
        address = text[text.index("![A cup of milk](") + len("![A cup of milk](") : text.rindex(")")]
        assert " " not in address
        assert Places(files).find(address, post=post.name) == file


def test_a_caption_stands_below_its_picture_as_words() -> None:
    text = placed(
        "![A cup](word/media/image1.png)\n\n![Figure 1. Milk](image)", lambda address: f"/media/{address[-10:]}"
    )
    assert text == "![A cup](/media/image1.png)\n\n*Figure 1. Milk*"
