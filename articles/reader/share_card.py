"""The picture that stands beside a link to an article elsewhere (Open Graph): its title and how its claims stand.

Drawn with the site's own typeface by Pillow, which the newsroom needs for uploads anyway: no library for SVG.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from anyascii import anyascii
from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
"""Pixels, as Open Graph's readers ask for a large picture (1.91 to 1)."""
MARGIN, LINES = 80, 4
PAPER, INK, SOFT, ACCENT, LINE = "#fbfaf6", "#1b1d21", "#565b63", "#0b5d66", "#dedad0"
PARTS = {"supported": "#1f6b3b", "weak": "#8a5a00", "none": "#a3271f"}
"""The colours of the page, as `static/css/site.css` has them for light."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the card says. `bar` holds name, place and width in percent of each kind of support."""

    title: str
    site: str
    support: str
    byline: str = ""
    bar: Sequence[tuple[str, float, float]] = ()


def drawn(told: Told) -> bytes:
    """The card as PNG. In place of a title in letters that the typeface lacks, the name of the site stands large."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, WIDTH, 14), fill=ACCENT)
    _mark(pen, MARGIN, 66)
    _line(pen, 58, 67, told.site, ("sans", 32, 650), INK)
    font, lines = _set(_drawable(told.title) or told.site)
    top = 152
    for line in lines:
        pen.text((MARGIN, top), line, INK, font)
        top += int(font.size * 1.18)
    _line(pen, 0, HEIGHT - 172, _drawable(told.byline), ("sans", 28, 400), SOFT)
    _bar(pen, told.bar)
    _line(pen, 0, HEIGHT - 88, told.support, ("sans", 30, 600), INK)
    out = BytesIO()
    picture.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _mark(pen: ImageDraw.ImageDraw, left: int, top: int) -> None:
    pen.ellipse((left, top, left + 42, top + 42), fill=ACCENT)
    pen.line([(left + 12, top + 22), (left + 18, top + 28), (left + 30, top + 15)], fill="#fff", width=5, joint="curve")


def _line(pen: ImageDraw.ImageDraw, left: int, top: int, words: str, face: tuple[str, int, int], ink: str) -> None:
    font = _font(*face)
    pen.text((MARGIN + left, top), _fitted(words, font, WIDTH - 2 * MARGIN - left), ink, font)


def _bar(pen: ImageDraw.ImageDraw, bar: Sequence[tuple[str, float, float]]) -> None:
    whole, top = WIDTH - 2 * MARGIN, HEIGHT - 122
    pen.rectangle((MARGIN, top, MARGIN + whole, top + 16), fill=LINE)
    for name, at, width in bar:
        left = MARGIN + whole * at / 100
        pen.rectangle((left, top, left + whole * width / 100, top + 16), fill=PARTS[name])


def _set(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest size in which the title fits; what does not fit in the smallest is cut at a word."""
    for size in (76, 68, 60, 52):
        font = _font("serif", size, 700)
        lines = _lines(title, font)
        if len(lines) <= LINES - (size > 60):
            break
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], _fitted(f"{lines[LINES - 1]} …", font, WIDTH - 2 * MARGIN)]
    return font, lines


def _lines(title: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in title.split():
        word = _fitted(word, font, WIDTH - 2 * MARGIN)
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fitted(words: str, font: ImageFont.FreeTypeFont, width: int) -> str:
    """The words, cut where they are wider than `width`."""
    if font.getlength(words) <= width:
        return words
    while words and font.getlength(f"{words}…") > width:
        words = words[:-1]
    return f"{words.rstrip()}…"


@cache
def _font(name: str, size: int, weight: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.truetype(Path(settings.BASE_DIR) / "static" / "fonts" / f"{name}.woff2", size)
    font.set_variation_by_axes([weight])
    return font


def _drawable(words: str) -> str:
    """The words in letters of the typeface's subset, a sign such as ≤ spelt out; "" where more than a few lack."""
    lacking = {letter for letter in words if not letter.isspace() and not _has_letter(letter)}
    if sum(letter in lacking for letter in words) * 4 > len(words):
        return ""
    return "".join(anyascii(letter) if letter in lacking else letter for letter in words)


@cache
def _missing() -> bytes:
    return bytes(_font("serif", 52, 400).getmask("\uffff"))


def _has_letter(letter: str) -> bool:
    return bytes(_font("serif", 52, 400).getmask(letter)) != _missing()
