"""The text of a WordPress post as a page, whichever of its editors wrote it: blocks, or lines with shortcodes."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape

_BLOCK = re.compile(
    r"\s*</?(?:p|div|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|blockquote|pre|figure|figcaption|hr|section|article|"
    r"dl|dt|dd|form|iframe|script|style|details|summary|!--)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"\[(?:wp_)?caption([^\]]{0,1000})\](.{0,5000}?)\[/(?:wp_)?caption\]", re.DOTALL | re.IGNORECASE)
_PICTURE = re.compile(r"\s*((?:<a\b[^>]{0,1000}>\s*)?<img\b[^>]{0,2000}>(?:\s*</a>)?)(.*)", re.DOTALL | re.IGNORECASE)
_GALLERY = re.compile(r"\[gallery\b([^\]]{0,2000})\]", re.IGNORECASE)
_SAID = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))""")
_SHORTCODE = re.compile(
    r"\[/?(?:gallery|embed|audio|video|playlist|contact-form-7|vc_[a-z_]+|et_pb_[a-z_]+|fusion_[a-z_]+|su_[a-z_]+|"
    r"toc|ez-toc|ads?|adsense|sharing|jetpack[a-z-]*|newsletter[a-z_-]*)\b[^\]]{0,2000}\]",
    re.IGNORECASE,
)
_SHARED = re.compile(r'<!-- wp:block \{"ref":(\d{1,18})[^>]{0,500}\} /-->')
_NOTES = re.compile(r"<!-- wp:footnotes\b[^>]{0,500}/-->")
_COMMENT = re.compile(r"<!--.{0,5000}?-->", re.DOTALL)
MOST = 500
"""Pictures of a gallery and notes of a post [house]."""


@dataclass(frozen=True, slots=True)
class Media:
    """A picture of the library of WordPress; its caption is HTML."""

    address: str
    alt: str = ""
    caption: str = ""

    def shown(self) -> str:
        picture = f'<img src="{escape(self.address)}" alt="{escape(self.alt)}">'
        words = f"<figcaption>{self.caption}</figcaption>" if self.caption else ""
        return f"<figure>{picture}{words}</figure>"


@dataclass(frozen=True, slots=True)
class Beside:
    """What posts name by number: pictures, and blocks that several share."""

    pictures: Mapping[str, Media] = field(default_factory=dict)
    blocks: Mapping[str, str] = field(default_factory=dict)


def page_of(content: str, beside: Beside, *, thumbnail: str = "", notes: str = "") -> str:
    """Paragraphs where the editor kept blank lines alone, captions and galleries as such, the notes that WordPress
    keeps beside the text in their place, and above it the picture (by number) that themes show there."""
    text = _SHARED.sub(lambda block: beside.blocks.get(block[1], ""), content.replace("\r\n", "\n"))
    listed = _listed(notes)
    text = _NOTES.sub(lambda _: listed, text, count=1) if _NOTES.search(text) else text + listed
    text = _CAPTION.sub(_figure, _COMMENT.sub("", text))
    text = _GALLERY.sub(lambda found: _gallery(found[1], beside), text)
    text = _SHORTCODE.sub("", text)
    if "<!-- wp:" not in content or not re.search(r"<p[\s>]", text, re.IGNORECASE):
        pieces = (piece.strip() for piece in re.split(r"\n\s*\n", text))
        text = "\n\n".join(
            piece if _BLOCK.match(piece) else "<p>{}</p>".format(piece.replace("\n", "<br>\n"))
            for piece in pieces
            if piece
        )
    above = beside.pictures.get(thumbnail)
    first = above.shown() if above and above.address not in text else ""
    return f"<!doctype html><html><body><article>{first}{text}</article></body></html>"


def _figure(caption: re.Match[str]) -> str:
    found = _PICTURE.match(caption[2])
    if not found:
        return escape(caption[2])
    words = found[2].strip() or escape(_said(caption[1]).get("caption", ""))
    return f"\n\n<figure>{found[1]}<figcaption>{words}</figcaption></figure>\n\n"


def _gallery(said: str, beside: Beside) -> str:
    """The pictures of a gallery whose numbers are given; without any, WordPress shows all that hang on the post."""
    numbers = re.findall(r"\d+", _said(said).get("ids", "") or _said(said).get("include", ""))[:MOST]
    shown = "\n\n".join(beside.pictures[number].shown() for number in numbers if number in beside.pictures)
    return f"\n\n{shown}\n\n" if shown else ""


def _said(attributes: str) -> dict[str, str]:
    return {found[1].lower(): found[2] or found[3] or found[4] or "" for found in _SAID.finditer(attributes)}


def _listed(notes: str) -> str:
    """The notes of a post (WordPress 6.3 and later: JSON beside the text), as WordPress itself prints them."""
    try:
        rows = json.loads(notes) if notes else []
    except (ValueError, RecursionError):
        return ""
    if not isinstance(rows, list):
        return ""
    items = "".join(
        f'<li id="{escape(str(row.get("id", "")))}">{row.get("content", "")} '
        f'<a href="#{escape(str(row.get("id", "")))}-link">↩︎</a></li>'
        for row in rows[:MOST]
        if isinstance(row, dict)
    )
    return f'\n\n<ol class="wp-block-footnotes">{items}</ol>\n\n' if items else ""
