"""Notices as a mail tells them: what one act says of many sentences of an article is told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from articles.models import Notice
from articles.rendering.addresses import absolute

ABOUT = "On: “"
"""How a notice begins that is about a sentence; an empty line ends it."""


@dataclass(frozen=True, slots=True)
class Told:
    """One piece of a mail. `number` is how many notices it holds."""

    subject: str
    text: str
    address: str
    number: int


def put_together(rows: Iterable[Notice]) -> list[Told]:
    """Notices of one article with one subject become one, in the order in which the first of each was left."""
    found: dict[tuple[int, str], list[Notice]] = defaultdict(list)
    for row in rows:
        found[row.article_id, row.subject].append(row)
    return [_told(subject, together) for (_, subject), together in found.items()]


def _told(subject: str, rows: Sequence[Notice]) -> Told:
    number = len(rows)
    line = f"{subject} ({number} times)" if number > 1 else subject
    return Told(line, "\n\n".join(_texts(rows)), _address(rows), number)


def _texts(rows: Sequence[Notice]) -> list[str]:
    """The words that were left, each once, below the sentences of which they were said."""
    about: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        sentence, parted, words = row.text.partition("\n\n")
        if not (parted and sentence.startswith(ABOUT)):
            sentence, words = "", row.text
        about[words].append(sentence)
    return ["\n\n".join(filter(None, ["\n".join(filter(None, on)), words])) for words, on in about.items()]


def _address(rows: Sequence[Notice]) -> str:
    threads = {row.thread_id for row in rows}
    article, thread = rows[0].article_id, rows[0].thread_id
    if threads == {None}:
        return absolute(reverse("admin:articles_article_change", args=[article]))
    place = f"#thread-{thread}" if len(threads) == 1 else ""
    return absolute(reverse("newsroom:talk", args=[article]) + place)
