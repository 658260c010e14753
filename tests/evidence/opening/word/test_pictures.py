"""The pictures of a Word document: the text names them with their descriptions, and they are unpacked within bounds."""

from __future__ import annotations

import pytest

from evidence.opening.word import pictures
from evidence.opening.word.files import read_word
from evidence.opening.word.pictures import pictures_of
from tests.evidence.opening.word.test_files import bomb
from tests.evidence.opening.word.word_documents import paragraph, pictured, rels_of, word_document

MEDIA = {"word/media/image1.png": b"one", "word/media/image 2.jpeg": b"two"}


def text(*content: str, **more: str | bytes) -> str:
    return read_word(word_document(paragraph("Milk helps."), *content, parts=more)).text


@pytest.mark.parametrize("data", [b"", b"no zip", word_document(paragraph("Milk helps."))[:300]])
def test_what_is_no_document_has_none(data: bytes) -> None:
    assert list(pictures_of(data, largest=1000)) == []


def test_a_picture_is_unpacked_no_further_than_its_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bomb("word/media/image1.png", 60_000_000)
    ((_, found),) = pictures_of(data, largest=1000)
    assert len(found) == 1001
    monkeypatch.setattr(pictures, "ALL", 500)
    assert list(pictures_of(data, largest=1000)) == []


def test_only_pictures_are_taken_and_no_more_than_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = {**MEDIA, "word/media/../up.png": b"x", "word/embeddings/a.bin": b"x", "word/vbaProject.bin": b"x"}
    data = word_document(paragraph("Milk helps."), parts=parts)
    assert dict(pictures_of(data, largest=1000)) == MEDIA
    monkeypatch.setattr(pictures, "MOST", 1)
    assert len(list(pictures_of(data, largest=1000))) == 1


def test_the_text_names_a_picture_at_its_place_with_its_description() -> None:
    told = "A cup of milk Description automatically generated with medium confidence"
    parts = {**rels_of("media/image1.png", "media/image 2.jpeg"), **MEDIA}
    found = text(pictured(1, told), paragraph("So does honey."), pictured(2), **parts)
    assert found.split("\n\n") == [
        "Milk helps.",
        "![A cup of milk](word/media/image1.png)",
        "So does honey.",
        "![](word/media/image%202.jpeg)\n",
    ]


def test_a_picture_without_a_description_is_no_sentence_and_is_told() -> None:
    parts = {**rels_of("media/image1.png"), **MEDIA}
    found = read_word(word_document(paragraph("Milk helps."), pictured(1), parts=parts))
    assert [sentence.text for sentence in found.sentences] == ["Milk helps."]
    assert [part.kind for part in found.left_out] == ["picture without a description"]


def test_nobody_is_asked_for_a_picture_that_stands_elsewhere() -> None:
    """The sockets of tests go nowhere: asking would fail the test."""
    parts = rels_of("https://elsewhere.example/a.png")
    assert "elsewhere" not in text(pictured(1, "A cup of milk", how="link"), **parts)
    assert "Milk helps." in text(pictured(1, how="embed"), **parts)


def test_a_picture_that_the_document_lacks_loses_no_words() -> None:
    assert text(pictured(1), **rels_of("media/gone.png")).startswith("Milk helps.")
