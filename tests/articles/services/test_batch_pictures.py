"""Pictures that come with posts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User

from articles.exports import archives
from articles.exports.files import posts_in
from articles.exports.posts import PictureFile
from articles.models import Article, PictureInBatch, PostInBatch
from articles.services import post_batches
from tests.articles.exports import samples
from tests.articles.services.test_uploads import SVG, picture

pytestmark = pytest.mark.django_db
POST = "# Zinc {0}\n\nZinc helped {0} people.\n\n![{1}]({2})\n"


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def brought(by: User, files: dict[str, bytes | str]) -> list[PostInBatch]:
    batch = post_batches.start(title="z", posts=posts_in("z.zip", samples.archive(files)), by=by, lanes=0)
    post_batches.work_off(batch_id=batch.pk)
    return list(batch.posts.order_by("number"))


@pytest.mark.parametrize(
    "data", [SVG, b"<script>alert(1)</script>", b"", b"\x89PNG\r\n\x1a\n cut"], ids=("svg", "script", "empty", "cut")
)
def test_what_is_no_picture_is_told_of_and_never_kept(data: bytes, author: User, media: Path) -> None:
    (row,) = brought(author, {"a.md": POST.format(1, "Zinc", "img/a.png"), "img/a.png": data})
    assert row.state == "draft"
    assert "img/a.png: " in row.told["missing"][0]
    assert not [file for file in media.rglob("*") if file.is_file()]
    assert "(img/a.png)" in Article.objects.get().body


def test_a_picture_that_is_too_large_is_told_of(author: User, settings: Any) -> None:
    settings.IMAGE_MAX_MB = 0
    (row,) = brought(author, {"a.md": POST.format(1, "Zinc", "a.png"), "a.png": picture()})
    assert "larger than" in row.told["missing"][0]


def test_pictures_count_towards_what_an_archive_may_hold(author: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST", 1000)
    with pytest.raises(archives.ArchiveRefused, match="holds more than"):
        brought(author, {"a.md": "# A\n\nZinc.", "a.png": b"x" * 2000})


def test_a_picture_comes_in_once_with_its_text_under_a_name_of_ours(author: User, media: Path) -> None:
    files = {
        "posts/a.md": POST.format(1, "Zinc in a dish", "../img/../img/Zinc%20a.png"),
        "posts/b.md": POST.format(2, "", "/img/Zinc%20a.png"),
        "posts/c.md": POST.format(3, "Gone", "gone.png"),
        "posts/d.md": POST.format(4, "There", "https://elsewhere.example/a.png"),
        "img/Zinc a.png": picture(),
    }
    rows = brought(author, files)
    bodies = [Article.objects.get(pk=row.article_id).body for row in rows]
    kept = [file.relative_to(media) for file in media.rglob("*.png")]
    assert len(kept) == 1
    address = f"/media/{kept[0]}"
    assert "Zinc" not in kept[0].name
    assert f"![Zinc in a dish]({address})" in bodies[0]
    assert f"![]({address})" in bodies[1]
    assert [row.told["no_alt"] for row in rows] == [0, 1, 0, 0]
    assert [row.told["missing"] for row in rows] == [[], [], ["gone.png is not among the files"], []]
    assert "https://elsewhere.example/a.png" in bodies[3]
    assert not PictureInBatch.objects.exists()  # all posts are in: nobody needs them any more


def test_pictures_stay_as_long_as_a_post_may_be_tried_again(author: User) -> None:
    files = {"a.md": "no title ![Zinc](a.png) Zinc helped people.", "a.png": picture()}
    (row,) = brought(author, files)
    assert row.state == "refused"
    assert PictureInBatch.objects.count() == 1
    post_batches.try_again(batch=row.batch, by=author, names_are_titles=True, lanes=0)
    post_batches.work_off(batch_id=row.batch_id)
    assert "/media/images/" in Article.objects.get().body
    assert not PictureInBatch.objects.exists()


def test_pictures_of_a_folder_come_with_its_posts(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A")
    (tmp_path / "a.PNG").write_bytes(picture())
    (tmp_path / ".hidden.png").write_bytes(picture())
    (tmp_path / "link.png").symlink_to(tmp_path / "a.PNG")
    found = list(archives.in_folder(tmp_path))
    assert [row.name for row in found if isinstance(row, PictureFile)] == ["a.PNG"]
