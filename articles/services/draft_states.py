"""A draft as its form has it, so that three states of it can be compared: begun with, sent, standing."""

from __future__ import annotations

import hashlib
import json
from datetime import date, timedelta
from functools import cache
from typing import Any

from django.db import connection
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
    """The draft as it stands, in one query besides the article."""
    fields = {name: _stored(name, getattr(article, name)) for name in FIELDS}
    with connection.cursor() as cursor:
        cursor.execute(_beside(), {"article": article.pk})
        topics, *found = (json.loads(kept or "[]") for kept in cursor.fetchone())
    rows = {
        kind: tuple(_row(names, row) for row in kept) for (kind, names), kept in zip(ROWS.items(), found, strict=True)
    }
    return State(fields, frozenset(str(pk) for pk in topics), rows)


def _stored(name: str, value: Any) -> str:
    text = written(value)
    # Forms take the space round every value but the text's.
    return text if name == "body" else text.strip()


def _row(names: tuple[str, ...], row: list[Any]) -> Row:
    pk, *values = row
    return Row(str(pk), {name: written(value).strip() for name, value in zip(names, values, strict=True)})


@cache
def _beside() -> str:
    """The statement for the topics and each kind of rows of an article: as JSON, in which days are ISO 8601 too."""
    parts = ["SELECT jsonb_agg(topic_id) FROM articles_article_topics WHERE article_id = %(article)s"]
    for kind, names in ROWS.items():
        model: Any = getattr(Article, kind).rel.related_model._meta
        columns = ", ".join(f'"{model.get_field(name).column}"' for name in ("id", *names))
        parts.append(
            f"SELECT jsonb_agg(jsonb_build_array({columns}) ORDER BY id) FROM {model.db_table} "  # noqa: S608
            "WHERE article_id = %(article)s"
        )
    return "SELECT " + ", ".join(f"({part})" for part in parts)


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
