"""The pictures of a Word document that comes in by itself are kept like uploads, and what cannot be kept is told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.exports.posts import Post
from articles.models import Article
from articles.services import NotAllowed, post_batches, word_pictures
from tests.articles.services.test_uploads import SVG, picture
from tests.evidence.opening.word.word_documents import paragraph, pictured, rels_of, word_document

pytestmark = pytest.mark.django_db
TEXT = "Milk helps.\n\n![A cup](word/media/image1.png)\n\n![](word/media/image2.svg)\n"
RELS = rels_of("media/image1.png", "media/image2.svg")


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def document() -> bytes:
    parts: dict[str, str | bytes] = {**RELS, "word/media/image1.png": picture(), "word/media/image2.svg": SVG}
    content = (paragraph("Milk", style="Title"), paragraph("Milk helps."), pictured(1, "A cup"), pictured(2))
    return word_document(*content, parts=parts)


def files(media: Path) -> list[Path]:
    return [file for file in media.rglob("*.png") if file.is_file()]


def test_nobody_keeps_pictures_who_may_not_write(stranger: User, media: Path) -> None:
    with pytest.raises(NotAllowed):
        word_pictures.keep(text=TEXT, document=document(), by=stranger)
    assert not files(media)


def test_what_is_no_picture_or_too_large_is_told_and_its_place_stays(author: User, settings: Any, media: Path) -> None:
    kept = word_pictures.keep(text=TEXT, document=document(), by=author)
    assert [words.partition(":")[0] for words in kept.missing] == ["image2.svg"]
    assert "![](word/media/image2.svg)" in kept.text
    settings.IMAGE_MAX_MB = 0
    kept = word_pictures.keep(text=TEXT, document=document(), by=author)
    assert "larger than 0 MB" in kept.missing[0]
    assert len(files(media)) == 1


def test_no_picture_is_begun_after_the_time_that_somebody_waits(author: User, media: Path) -> None:
    clock = iter([0.0, 100.0, 100.0])
    kept = word_pictures.keep(text=TEXT, document=document(), by=author, clock=lambda: next(clock))
    assert kept.text == TEXT
    assert "too many pictures" in kept.missing[0]
    assert not files(media)


def test_a_picture_lies_among_the_uploads_and_is_shown_at_its_place(author: User, media: Path) -> None:
    kept = word_pictures.keep(text=TEXT, document=document(), by=author)
    (file,) = files(media)
    assert f"![A cup](/media/{file.relative_to(media)})" in kept.text


def test_a_document_of_a_batch_brings_its_pictures(author: User, media: Path) -> None:
    batch = post_batches.start(title="z", posts=[Post("posts/a.docx", document())], by=author, lanes=0)
    post_batches.work_off(batch_id=batch.pk)
    (file,) = files(media)
    assert f"![A cup](/media/{file.relative_to(media)})" in Article.objects.get().body
    (row,) = batch.posts.all()
    assert "image2.svg" in row.told["missing"][0]
