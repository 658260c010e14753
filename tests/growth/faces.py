"""Everything that reads a text from outside: the engine by the format, one reference, the renderer, the preview."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from articles.rendering.body import preview_article, render_body
from evidence import assess, open_text, read
from evidence.reading import metadata
from evidence.reading.front_matter import FrontMatterError
from evidence.reading.unreadable import UnreadableDocumentError
from evidence.references.parsing import parse
from evidence.values import Document

TODAY = date(2026, 1, 1)


def draft(text: str) -> None:
    """A draft of the newsroom."""
    _judged(lambda: read(text, "markdown", html=False))


def file(text: str) -> None:
    """A file of Markdown as the command reads it."""
    _judged(lambda: open_text(text, "markdown"))


def page(text: str) -> None:
    """A web page."""
    _judged(lambda: open_text(f"<html><body>{text}", "html"))


def preview(text: str) -> None:
    """A draft read and rendered with its marks and numbers, as whoever writes it sees it."""
    preview_article(text, None, (), {}, TODAY)


def _judged(opened: Callable[[], Document]) -> None:
    try:
        document = opened()
    except (UnreadableDocumentError, FrontMatterError):
        return  # that is an answer too
    assess(document, None, metadata.products_of(document.meta), today=TODAY, page=metadata.page_of(document.meta))


FACES: Mapping[str, Callable[[str], object]] = {
    "draft": draft,
    "file": file,
    "page": page,
    "reference": parse,
    "renderer": render_body,
    "preview": preview,
}
