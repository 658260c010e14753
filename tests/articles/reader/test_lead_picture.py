"""The figure that a text begins with is told to other sites, to machines and to feeds as the article's picture."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from articles.reader.lead_picture import lead_of, shown_at_once
from articles.rendering.body import render_body
from tests.articles.published import publish, snapshot

pytestmark = pytest.mark.django_db

URL = "/articles/magnesium/"
FIGURE = '![Two "old" friends](/media/photo.jpg "Photo: Ada Lind & sons")'


@pytest.fixture(autouse=True)
def uploads(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    data = BytesIO()
    Image.new("RGB", (1200, 800)).save(data, "JPEG")
    (tmp_path / "photo.jpg").write_bytes(data.getvalue())
    return tmp_path


@pytest.mark.parametrize(
    "body",
    [
        f"Words first.\n\n{FIGURE}",
        "![](/media/photo.jpg)\n\nNobody said what it shows.",
        "![A tracker](https://elsewhere.example/a.gif)\n\nWords.",
        f"{FIGURE} and words beside it.",
        "",
    ],
)
def test_a_text_that_begins_with_no_figure_in_words_has_no_lead_picture(body: str) -> None:
    html = render_body(body)
    assert lead_of(html) is None


def test_only_the_first_picture_is_loaded_at_once(client: Client) -> None:
    publish(snapshot(f"{FIGURE}\n\nWords.\n\n{FIGURE}"))
    pictures = re.findall(r"<img [^>]*photo[^>]*>", client.get(URL).content.decode())
    assert ['fetchpriority="high"' in picture for picture in pictures] == [True, False]
    assert ['loading="lazy"' in picture for picture in pictures] == [False, True]
    assert shown_at_once("<p>Words.</p>") == "<p>Words.</p>"


def test_other_sites_and_machines_are_told_the_picture_with_its_words_and_credit(client: Client) -> None:
    publish(snapshot(f"{FIGURE}\n\nWords."))
    html = client.get(URL).content.decode()
    first, card = re.findall(r'<meta property="og:image" content="([^"]+)"', html)
    assert first == "http://localhost:8000/media/photo.jpg"
    assert "/card-1.png" in card
    assert re.findall(r'og:image:(width|height|alt)" content="([^"]+)"', html)[:3] == [
        ("width", "1200"),
        ("height", "800"),
        ("alt", "Two &quot;old&quot; friends"),
    ]
    (said,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    picture, _ = json.loads(said)["image"]
    assert picture == {
        "@type": "ImageObject",
        "url": first,
        "width": 1200,
        "height": 800,
        "caption": 'Two "old" friends',
        "creditText": "Photo: Ada Lind & sons",
    }


def test_feeds_carry_it(client: Client) -> None:
    publish(snapshot(f"{FIGURE}\n\nWords."))
    publish(snapshot("Words."), slug="zinc")
    address = "http://localhost:8000/media/photo.jpg"
    items = {item["url"]: item for item in client.get("/feed/json/").json()["items"]}
    assert items["http://localhost:8000/articles/magnesium/"]["image"] == address
    assert "image" not in items["http://localhost:8000/articles/zinc/"]
    assert f'<media:content medium="image" url="{address}"/>' in client.get("/feed/").content.decode()
