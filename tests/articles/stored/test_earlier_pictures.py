"""Pictures that were uploaded before there were smaller sizes get them, once, and pages show them then."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from articles import tasks
from articles.models import StoredPage
from articles.stored import earlier_pictures
from tests.articles.published import publish, snapshot

pytestmark = pytest.mark.django_db

MONTH = "images/2025/03"


@pytest.fixture
def uploads(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    for number in range(3):
        out = BytesIO()
        Image.effect_noise((75, 37), 80).convert("RGB").resize((600, 300), Image.Resampling.BICUBIC).save(out, "JPEG")
        file = tmp_path / MONTH / f"{number}.jpg"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(out.getvalue())
    (tmp_path / "images/2025/04").mkdir()
    (tmp_path / "images/2025/04/broken.jpg").write_bytes(b"no picture")
    return tmp_path


def sizes(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*-*.*"))


def test_a_site_without_uploads_has_nothing_to_draw(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path
    assert earlier_pictures.draw_missing() == earlier_pictures.Run("", 0)


def test_each_picture_is_drawn_once_and_one_that_cannot_be_read_keeps_none_from_it(uploads: Path) -> None:
    first = earlier_pictures.draw_missing(most=2)
    assert first == earlier_pictures.Run(f"{MONTH}/1.jpg", 2)
    assert earlier_pictures.draw_missing(after=first.last, most=2) == earlier_pictures.Run(
        "images/2025/04/broken.jpg", 1
    )
    assert len(sizes(uploads)) == 3 * 2
    written = {file: file.stat().st_mtime_ns for file in uploads.rglob("*.*")}
    assert earlier_pictures.draw_missing(most=50) == earlier_pictures.Run("", 0)
    assert {file: file.stat().st_mtime_ns for file in uploads.rglob("*.*")} == written


def test_the_task_goes_through_all_and_pages_offer_the_sizes_then(
    client: Client, uploads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(snapshot(f"![Waves](/media/{MONTH}/2.jpg)"))
    assert "srcset" not in client.get("/articles/magnesium/").content.decode()
    monkeypatch.setattr(earlier_pictures, "BATCH", 2)
    monkeypatch.setattr(tasks.draw_pictures, "delay", tasks.draw_pictures.run)
    monkeypatch.setattr(earlier_pictures.draw_missing, "__kwdefaults__", {"after": "", "most": 2})
    tasks.draw_pictures.run()
    assert StoredPage.objects.get(address="/articles/magnesium/").stale
    assert f'srcset="/media/{MONTH}/2-480.avif 480w' in client.get("/articles/magnesium/").content.decode()
