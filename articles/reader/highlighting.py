"""Words that were looked for, as marks in text that is otherwise escaped."""

from __future__ import annotations

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.finding.search import BEGIN, END


def marked(text: str) -> SafeString:
    """Nothing of the text is HTML but the marks, and each mark ends."""
    safe, parts = "", escape(text).split(BEGIN)
    for at, part in enumerate(parts):
        word, end, rest = part.partition(END)
        safe += f"<mark>{word}</mark>{rest.replace(END, '')}" if at and end else part.replace(END, "")
    return mark_safe(safe)  # noqa: S308  escaped above
