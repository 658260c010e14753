"""Pictures of ours offer smaller sizes in formats that weigh less; all others stay what they were."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings
from PIL import Image

from articles.rendering.body import render_body
from articles.rendering.picture_sizes import draw, with_sizes


def jpeg(width: int, height: int) -> bytes:
    out = BytesIO()
    noise = Image.effect_noise((width // 8, height // 8), 80).convert("RGB")
    noise.resize((width, height), Image.Resampling.BICUBIC).save(out, "JPEG", quality=86)
    return out.getvalue()


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of uploads, one of which is drawn in other sizes; to draw it takes longer than all these tests."""
    folder = tmp_path_factory.mktemp("drawn")
    data = jpeg(1000, 500)
    (folder / "photo.jpg").write_bytes(data)
    with override_settings(MEDIA_ROOT=folder):
        draw("photo.jpg", data)
    (folder / "old.jpg").write_bytes(data)
    return folder


@pytest.fixture
def uploads(drawn: Path, settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return Path(shutil.copytree(drawn, tmp_path, dirs_exist_ok=True))


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://elsewhere.example/photo.jpg" width="1000" height="500">',
        '<img src="/media/../photo.jpg" width="1000" height="500">',
        '<img src="/media/old.jpg" width="1000" height="500">',
        '<img src="/media/photo.jpg">',
        '<img src="/media/photo.jpg" width="400" height="200">',
    ],
)
def test_a_picture_without_smaller_sizes_stays_as_it_is(uploads: Path, html: str) -> None:
    assert with_sizes(html) == html


def test_a_small_picture_is_drawn_in_no_other_size(uploads: Path) -> None:
    assert draw("small.jpg", jpeg(400, 200)) == []


def test_sizes_weigh_less_and_keep_the_shape(uploads: Path) -> None:
    for ending in ("avif", "webp"):
        for width in (480, 960):
            file = uploads / f"photo-{width}.{ending}"
            with Image.open(file) as picture:
                assert (picture.format, picture.size) == (ending.upper(), (width, width // 2))
            assert file.stat().st_size < (uploads / "photo.jpg").stat().st_size
    assert not list(uploads.glob("photo-1600*"))


def test_a_page_offers_them_densest_first_and_the_file_itself_to_who_knows_neither(uploads: Path) -> None:
    html = with_sizes(render_body('![Two people](/media/photo.jpg "Photo: Ada Lind")'))
    assert re.findall(r'<source type="image/(\w+)" srcset="([^"]+)"', html) == [
        ("avif", "/media/photo-480.avif 480w, /media/photo-960.avif 960w"),
        ("webp", "/media/photo-480.webp 480w, /media/photo-960.webp 960w"),
    ]
    assert 'src="/media/photo.jpg" alt="Two people"' in html
    assert 'width="1000" height="500"' in html
    assert "</picture><figcaption>Photo: Ada Lind</figcaption>" in html
