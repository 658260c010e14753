"""What somebody wrote in a thread, as HTML: lines kept, addresses linked, people called marked."""

from __future__ import annotations

import re

from django.utils.html import escape, urlize
from django.utils.safestring import SafeString, mark_safe

_CALLED = re.compile(r"(?<![\w.@\[/+-])@([A-Za-z0-9_][\w.+-]*)")


def as_html(text: str) -> SafeString:
    """Nothing of it is markup: a quoted tag stays words."""
    blocks = re.split(r"\n{2,}", str(text).strip())
    return mark_safe("".join(f"<p>{_line(block)}</p>" for block in blocks if block))  # noqa: S308  escaped below


def _line(block: str) -> str:
    linked = urlize(escape(block), nofollow=True)
    return _CALLED.sub(r'<b class="called">@\1</b>', linked).replace("\n", "<br>")
