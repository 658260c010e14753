"""Pictures that stand alone are figures with size and credit; all others stay what they were."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from articles.rendering.body import Mark, render_body


@pytest.fixture
def uploads(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    data = BytesIO()
    Image.new("RGB", (640, 360)).save(data, "PNG")
    (tmp_path / "chart.png").write_bytes(data.getvalue())
    (tmp_path / "broken.png").write_bytes(b"no picture")
    return tmp_path


@pytest.mark.parametrize("name", ["broken.png", "missing.png", "..%2Fchart.png"])
def test_a_picture_that_cannot_be_read_has_no_size_and_is_shown_all_the_same(uploads: Path, name: str) -> None:
    shown = render_body(f"![A chart](/media/{name})")
    assert "width=" not in shown


def test_a_refused_picture_is_words_and_no_figure_of_nothing(uploads: Path) -> None:
    shown = render_body('![A chart](https://elsewhere.example/a.png "Photo: me")')
    assert shown == "<p>A chart</p>\n"


def test_a_picture_within_a_sentence_is_no_figure(uploads: Path) -> None:
    shown = render_body("See ![a chart](/media/chart.png) here.")
    assert "<figure" not in shown
    assert 'width="640" height="360"' in shown


def test_a_picture_alone_has_its_words_its_size_and_its_credit(uploads: Path) -> None:
    shown = render_body('Words.\n\n![A chart](/media/chart.png "Photo: A <b>. Lind")\n\nMore.')
    assert '<figure><img src="/media/chart.png" alt="A chart"' in shown
    assert 'width="640" height="360"' in shown
    assert "<figcaption>Photo: A &lt;b&gt;. Lind</figcaption></figure>" in shown
    assert "title=" not in shown


def test_a_claim_in_the_words_of_a_picture_leaves_the_picture_as_it_is(uploads: Path) -> None:
    body = "![Zinc cures colds.](/media/chart.png)"
    assert "<figure>" in render_body(body, [Mark(0, 2, 19, "none", ("No source given",))])
