"""The picture that a post's front matter sets above it, which static sites show there and its text never names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

NAMES = (
    *("featuredimage", "coverimage", "heroimage", "cover", "hero", "image", "images", "banner", "header"),
    *("featureimage", "leadimage", "thumbnail", "teaser"),
)
"""Fields in small letters without what parts their words: Hugo's, Jekyll's, Astro's, Quarto's, Obsidian's. What is
meant for the article comes before what is meant for lists of articles."""
ADDRESS = ("image", "src", "url", "path", "file", "relative", "overlayimage", "teaser")
"""Where a picture is a group of fields, which of them says its address."""
WORDS, CAPTION = ("alt", "alttext", "description"), ("caption", "credit", "title", "imagedescription")
_INNER = ("params", "extra", "metadata")
_LIKE_A_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|avif)(?:[?#]|$)", re.IGNORECASE)
_WIKI = re.compile(r"^!?\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]$")
LONGEST = 1_000
"""Letters of an address, and of what is said of the picture, that are read [house]."""


def with_lead_picture(body: str, meta: Mapping[str, Any]) -> str:
    """The text beginning with that picture; as it is where there is none, or where the text shows it already."""
    address, alt, caption = _lead(meta)
    if not address or address in body or address.rpartition("/")[2] in body:
        return body
    told = f' "{caption}"' if caption else ""
    return f"![{alt}]({address}{told})\n\n{body}"


def _lead(meta: Mapping[str, Any]) -> tuple[str, str, str]:
    """Address, words for those who do not see it, caption; ("", "", "") for none."""
    for held in (meta, *(meta[inner] for inner in _INNER if isinstance(meta.get(inner), Mapping))):
        said = {_plain(key): value for key, value in held.items()}
        for name in NAMES:
            for value in _each(said.get(name)):
                inside = {_plain(key): one for key, one in value.items()} if isinstance(value, Mapping) else {}
                address = _first(inside, ADDRESS, _address) if inside else _address(value)
                if address:
                    beside = {key.removeprefix(name): one for key, one in said.items() if key.startswith(name)}
                    told = {**beside, **inside}
                    return address, _first(told, WORDS, _words), _first(told, CAPTION, _words)
    return "", "", ""


def _first(said: Mapping[str, Any], names: tuple[str, ...], read: Any) -> str:
    return next((found for name in names if (found := read(said.get(name)))), "")


def _each(value: Any) -> Iterator[Any]:
    yield from value[:1] if isinstance(value, list) else (value,)


def _plain(key: Any) -> str:
    return re.sub(r"[\W_]+", "", str(key).lower())


def _address(value: Any) -> str:
    """A picture's address in a form that Markdown can hold; "" for anything else, such as a colour or a template."""
    if not isinstance(value, str) or not 0 < len(value.strip()) <= LONGEST:
        return ""
    text = value.strip()
    if wiki := _WIKI.match(text):
        text = f"/{wiki[1].strip()}"
    whole = text.startswith(("http://", "https://"))
    if not (whole or _LIKE_A_PICTURE.search(text)) or (":" in text and not whole):
        return ""
    return quote(text, safe="/:%?#=&+,;@~!$*'" if whole else "/%?#=&+,;@~!$*'")


def _words(value: Any) -> str:
    """What is said of it, on one line and without the signs that would end it."""
    if not isinstance(value, str):
        return ""
    plain = value[:LONGEST].translate({ord(sign): " " for sign in '[]<>"\\`'})
    return " ".join(plain.split())[:300].strip()
