"""A picture that stands alone becomes a figure: its words for those who cannot see it, its size, its credit below.

`![What is seen](/media/chart.png "Photo: Ada Lind, CC BY 4.0")`: the title is the caption. With its size told, nothing
on the page moves when the picture arrives.
"""

from __future__ import annotations

from html import escape
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from markdown_it.token import Token
from PIL import Image, UnidentifiedImageError

from articles.rendering.sentinels import strip_sentinels


def set_figures(tokens: list[Token]) -> None:
    """Paragraphs that hold one picture and nothing else become figures, with the picture's title below it."""
    for place, token in enumerate(tokens[1:-1], 1):
        opening, closing = tokens[place - 1], tokens[place + 1]
        if token.type != "inline" or opening.type != "paragraph_open" or opening.hidden:
            continue
        pictures = [child for child in token.children or () if not _is_blank(child)]
        if len(pictures) == 1 and pictures[0].type == "image":
            opening.tag = closing.tag = "figure"
            opening.attrs.pop("dir", None)
            closing.meta["caption"] = strip_sentinels(str(pictures[0].attrs.pop("title", ""))).strip()


def _is_blank(token: Token) -> bool:
    return token.type in ("text", "softbreak") and not strip_sentinels(token.content).strip()


def render_paragraph_close(renderer: Any, tokens: list[Token], place: int, options: Any, _env: Any) -> str:
    caption = tokens[place].meta.get("caption")
    below = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return below + str(renderer.renderToken(tokens, place, options, {}))


def size_of(address: str) -> dict[str, str]:
    """Width and height of an uploaded picture in CSS pixels, as attributes; nothing where they cannot be read."""
    media = settings.MEDIA_URL if settings.MEDIA_URL.startswith("/") else f"/{settings.MEDIA_URL}"
    if not address.startswith(media):
        return {}
    size = _size(address.removeprefix(media))
    return {"width": str(size[0]), "height": str(size[1])} if size else {}


def _size(name: str) -> tuple[int, int] | None:
    try:
        with default_storage.open(name) as file, Image.open(file) as picture:
            return picture.size
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError):
        return None
