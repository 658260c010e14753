"""Cards, the parts of a post of Ghost that are no paragraphs: pictures, callouts, bookmarks, HTML, Markdown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from markdown_it import MarkdownIt

Card = Mapping[str, Any]
MARKDOWN = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
"""As Ghost reads it; what it gives is read as a page, and cleaned as one."""


def card(kind: str, said: Card) -> str:
    """A card as HTML. What is said in it of Ghost itself (memberships, mails, adverts) is "", as is what is unknown."""
    return _CARDS[kind.removeprefix("card-")](said) if kind.removeprefix("card-") in _CARDS else ""


def figure(address: Any, alt: Any, caption: Any = "") -> str:
    """A picture; its caption is HTML already."""
    if not isinstance(address, str) or not address:
        return ""
    shown = f'<img src="{escape(address)}" alt="{escape(_text(alt))}">'
    return f"<figure>{shown}<figcaption>{caption}</figcaption></figure>" if _text(caption) else f"<p>{shown}</p>"


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _picture(said: Card) -> str:
    return figure(said.get("src"), said.get("alt") or said.get("altText"), said.get("caption"))


def _gallery(said: Card) -> str:
    rows = [row for row in said.get("images") or () if isinstance(row, Mapping)]
    shown = [figure(row.get("src"), row.get("alt"), row.get("caption")) for row in rows]
    return "\n".join([*shown, f"<p>{said['caption']}</p>"] if _text(said.get("caption")) else shown)


def _html(said: Card) -> str:
    return _text(said.get("html"))


def _markdown(said: Card) -> str:
    words = _text(said.get("markdown"))
    return MARKDOWN.render(words) if words else _html(said)


def _callout(said: Card) -> str:
    words = _text(said.get("calloutText"))
    return words if words.startswith("<p") else f"<p>{words}</p>" if words else ""


def _toggle(said: Card) -> str:
    heading, content = _text(said.get("heading")), _text(said.get("content"))
    return (f"<h3>{heading}</h3>" if heading else "") + content


def _bookmark(said: Card) -> str:
    told = said.get("metadata")
    title = _text(told.get("title")) if isinstance(told, Mapping) else ""
    address = _text(said.get("url"))
    words = f'<p><a href="{escape(address)}">{escape(title or address)}</a></p>' if address else ""
    return words + (f"<p>{said['caption']}</p>" if _text(said.get("caption")) else "")


def _embed(said: Card) -> str:
    address = _text(said.get("url"))
    return f'<p><a href="{escape(address)}">{escape(address)}</a></p>' if address else ""


def _button(said: Card) -> str:
    address, words = _text(said.get("buttonUrl")), _text(said.get("buttonText"))
    return f'<p><a href="{escape(address)}">{escape(words or address)}</a></p>' if address else ""


def _header(said: Card) -> str:
    first, second = _text(said.get("header") or said.get("heading")), _text(said.get("subheader"))
    return (f"<h2>{first}</h2>" if first else "") + (f"<p>{second}</p>" if second else "")


def _product(said: Card) -> str:
    title, told = _text(said.get("productTitle")), _text(said.get("productDescription"))
    shown = figure(said.get("productImageSrc"), title)
    return (
        shown + (f"<h4>{title}</h4>" if title else "") + told + _button({**said, "buttonUrl": said.get("productUrl")})
    )


def _code(said: Card) -> str:
    return f"<pre><code>{escape(_text(said.get('code')))}</code></pre>"


_CARDS: Mapping[str, Callable[[Card], str]] = {
    "image": _picture,
    "gallery": _gallery,
    "html": _html,
    "markdown": _markdown,
    "callout": _callout,
    "toggle": _toggle,
    "bookmark": _bookmark,
    "embed": _embed,
    "video": _embed,
    "button": _button,
    "header": _header,
    "product": _product,
    "code": _code,
    "codeblock": _code,
    "hr": lambda _: "<hr>",
}
