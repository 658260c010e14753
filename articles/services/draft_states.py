"""A draft as its form has it, so that three states of it can be compared: begun with, sent, standing."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from articles.models import Article, ShownDraft
from articles.reconciling import Row, State

FIELDS = (
    *("title", "slug", "standfirst", "body", "market", "advice_notice", "harms_covered"),
    *("evidence_to", "next_review"),
)
"""The fields of an article that its form sends. Who reviewed it medically, and when, is no matter of the form."""
ROWS: dict[str, tuple[str, ...]] = {
    "credits": ("contributor", "role", "order"),
    "article_citations": ("order", "key", "citation"),
    "disclosures": (
        *("product", "tie", "author_tie", "wording", "advertisement", "disclaimer", "market"),
        *("valid_from", "valid_until"),
    ),
}
"""The rows beside it, by the name they have at the article, which their form has too."""
DAY = timedelta(days=1)


def written(value: Any) -> str:
    """A value as text, the same for what is stored and for what was sent."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("\r\n", "\n").replace("\r", "\n")


def state_of(article: Article) -> State:
    """The draft as it stands, in four queries besides the article."""
    fields = {name: _stored(name, getattr(article, name)) for name in FIELDS}
    rows = {kind: tuple(_rows(article, kind, names)) for kind, names in ROWS.items()}
    topics = frozenset(str(pk) for pk in article.topics.values_list("pk", flat=True))
    return State(fields, topics, rows)


def _stored(name: str, value: Any) -> str:
    text = written(value)
    # Forms take the space round every value but the text's.
    return text if name == "body" else text.strip()


def _rows(article: Article, kind: str, names: tuple[str, ...]) -> list[Row]:
    found = getattr(article, kind).order_by("pk").values_list("pk", *names)
    return [
        Row(str(pk), {name: written(value).strip() for name, value in zip(names, values, strict=True)})
        for pk, *values in found
    ]


def digest_of(state: State) -> str:
    return hashlib.sha256(json.dumps(_plain(state), sort_keys=True).encode()).hexdigest()


def remember(article: Article) -> str:
    """Keeps the state that a form is about to show, once however often it is shown; its digest."""
    state = state_of(article)
    digest = digest_of(state)
    known = ShownDraft.objects.filter(article=article, digest=digest)
    shown = known.values_list("shown_at", flat=True).first()
    if shown is None:
        row = ShownDraft(article=article, digest=digest, state=_plain(state))
        ShownDraft.objects.bulk_create([row], ignore_conflicts=True)
    elif shown < timezone.now() - DAY:
        known.update(shown_at=timezone.now())  # the sweep takes what was shown long ago
    return digest


def shown(article: Article, digest: str) -> State | None:
    """What the form showed, or None where it is no longer kept."""
    row = ShownDraft.objects.filter(article=article, digest=digest).first()
    return _state(row.state) if row else None


def _plain(state: State) -> dict[str, Any]:
    rows = {kind: [[row.pk, dict(row.values)] for row in rows] for kind, rows in state.rows.items()}
    return {"fields": dict(state.fields), "topics": sorted(state.topics), "rows": rows}


def _state(plain: dict[str, Any]) -> State:
    rows = {kind: tuple(Row(pk, values) for pk, values in rows) for kind, rows in plain["rows"].items()}
    return State(plain["fields"], frozenset(plain["topics"]), rows)
