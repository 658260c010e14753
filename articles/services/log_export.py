"""One article's entries of the log as a file that can be verified without this site (docs/log.md).

Each entry about an article names the hash of the one before it about the same article (`follows`), within the text that
is hashed: so its entries are a chain of their own, and the file needs nothing of other articles.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.utils import timezone

from articles.models import Article
from articles.services.errors import require
from articles.services.own_drafts import require_seen

# As the database's own trigger hashed it (migration 0008) and `log_verification` reads it.
ENTRIES = """
SELECT jsonb_build_array(
    id,
    to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    actor_id,
    actor_name,
    action,
    article_id,
    revision_id,
    data,
    previous
)::text, hash
FROM articles_logentry WHERE article_id = %s ORDER BY id
"""


def chain_of(*, article: Article, by: User) -> dict[str, Any]:
    """The article's entries, the oldest first: `{article, title, site, made, entries: [{text, hash}], end}`.

    `text` is what was hashed, a JSON array of number, time, account, name, act, article, revision, data and the hash of
    the entry before it in the whole log. Raises NotAllowed.
    """
    require(by, "view_logentry", "take the log away")
    require_seen(article, by)
    with connection.cursor() as cursor:
        cursor.execute(ENTRIES, [article.pk])
        entries = [{"text": text, "hash": digest} for text, digest in cursor.fetchall()]
    return {
        "article": article.pk,
        "title": article.title,
        "site": settings.SITE_URL,
        "made": timezone.now().isoformat(timespec="seconds"),
        "entries": entries,
        "end": entries[-1]["hash"] if entries else "",
    }
