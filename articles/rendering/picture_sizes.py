"""The same picture in several sizes, as AVIF and WebP beside the file that was uploaded: a phone loads a tenth of it.

Drawn when a picture comes in, and named after it, so that a page finds them without a record: `chart.png` has
`chart-480.avif`, `chart-480.webp` and so on. A picture without them, or an old browser, gets the file itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from io import BytesIO

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

WIDTHS = (480, 960, 1600)
"""Pixels: a phone, a phone with two pixels to one, a desk with two to one (the text is 36rem wide)."""
FORMATS = {"avif": {"quality": 55, "speed": 8}, "webp": {"quality": 78}}
"""Densest first, as browsers take the first they know; settings at which photographs look the same side by side."""
SIZES = "(min-width: 40rem) 36rem, 100vw"
_SMALLER = re.compile(rf"-(?:{'|'.join(map(str, WIDTHS))})\.(?:{'|'.join(FORMATS)})$")
_PICTURE = re.compile(r'<img (?=[^>]*?src="([^"]+)")(?=[^>]*?width="(\d{1,5})")[^>]*>')


def draw(name: str, data: bytes) -> list[str]:
    """Keeps the smaller sizes of an uploaded picture; their names. One that is no smaller in bytes is not kept."""
    with Image.open(BytesIO(data)) as picture:
        return [kept for width in WIDTHS if width < picture.width for kept in _drawn(picture, name, width, len(data))]


def is_smaller_size(name: str) -> bool:
    """Whether a file is a smaller size of another picture, by its name."""
    return _SMALLER.search(name) is not None


def lacks(name: str) -> bool:
    """Whether a picture has none of its smaller sizes, though it is wide enough for one. Raises OSError and ValueError
    for what is no picture."""
    with default_storage.open(name) as file, Image.open(file) as picture:
        widths = [width for width in WIDTHS if width < picture.width]
    return bool(widths) and not any(
        default_storage.exists(_variant(name, width, ending)) for width in widths for ending in FORMATS
    )


def _drawn(picture: Image.Image, name: str, width: int, most: int) -> Iterator[str]:
    smaller = picture.resize((width, max(1, round(picture.height * width / picture.width))), Image.Resampling.LANCZOS)
    for ending, options in FORMATS.items():
        out = BytesIO()
        smaller.save(out, ending.upper(), **options)
        if out.tell() < most:
            yield default_storage.save(_variant(name, width, ending), ContentFile(out.getvalue()))


def _variant(name: str, width: int, ending: str) -> str:
    return f"{name.rpartition('.')[0]}-{width}.{ending}"


def with_sizes(html: str) -> str:
    """The HTML of an article in which pictures of ours offer their smaller sizes."""
    return _PICTURE.sub(lambda found: _offered(found[0], found[1], int(found[2])), html)


def _offered(image: str, address: str, width: int) -> str:
    media = settings.MEDIA_URL if settings.MEDIA_URL.startswith("/") else f"/{settings.MEDIA_URL}"
    if not address.startswith(media) or ".." in address:
        return image
    name = address.removeprefix(media)
    sources = "".join(
        f'<source type="image/{ending}" srcset="{", ".join(found)}" sizes="{SIZES}">'
        for ending in FORMATS
        if (found := list(_held(name, ending, width)))
    )
    return f"<picture>{sources}{image}</picture>" if sources else image


def _held(name: str, ending: str, width: int) -> Iterator[str]:
    for size in WIDTHS:
        if size < width and default_storage.exists(held := _variant(name, size, ending)):
            yield f"{escape(default_storage.url(held))} {size}w"
