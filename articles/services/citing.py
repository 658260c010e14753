"""Puts works on an article's list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from articles.models import Article, ArticleCitation
from articles.services import log
from articles.services.drafts import sources_changed
from articles.services.errors import NotAllowed, require
from articles.services.workflow import lock
from citations.models import Citation, Status
from citations.services import Work, add_works, corrections, retraction_watch
from citations.services.record_matching import is_untitled
from evidence.reading.listed_references import make_keys


@transaction.atomic
def cite_works(*, article: Article, by: User, works: Sequence[Work]) -> list[ArticleCitation]:
    """Adds works at the end of the article's list, each with a key of its own; one that is on it already is left.

    The article is to be assessed and approved anew. Raises NotAllowed.
    """
    require(by, "change_article", "add citations to articles")
    if not by.has_perm("citations.add_citation"):
        raise NotAllowed("You may not add works to the library. Ask an editor, or whoever looks after the accounts.")
    locked = lock(article)
    listed = list(locked.article_citations.values_list("citation_id", "key"))
    on_list = {citation_id for citation_id, _ in listed}
    taken = [key for _, key in listed]
    last = locked.article_citations.aggregate(last=Max("order"))["last"] or 0
    rows: list[ArticleCitation] = []
    added = add_works(works=works, trusted=corrections.may_correct(by))
    for (citation, _new), work in zip(added, works, strict=True):
        if citation.pk in on_list:
            continue
        on_list.add(citation.pk)
        (key,) = make_keys([_named(citation, work)], taken=taken)
        taken.append(key)
        rows.append(
            ArticleCitation.objects.create(article=locked, citation=citation, key=key, order=last + len(rows) + 1)
        )
    if rows:
        sources_changed(article)
        keys = [row.key for row in rows]
        log.record(action="citations-added", by=by, article=locked, data={"keys": keys})
    return rows


def _named(citation: Citation, work: Work) -> Mapping[str, Any]:
    """What a key is made of: what was given, or what the library holds where an identifier alone was given."""
    if work.csl.get("title"):
        return work.csl
    authors = [{"family": family} for family in citation.families]
    return {"title": "" if is_untitled(citation) else citation.title, "year": citation.year, "author": authors}


def look_for_notices(article_id: int) -> None:
    """Brings the article's works up to the notices of retraction held, without waiting for the next sweep."""
    ids = list(ArticleCitation.objects.filter(article=article_id).values_list("citation_id", flat=True))
    if ids:
        retraction_watch.sweep(today=timezone.localdate(), only=ids)


def retracted_works(article: Article) -> list[ArticleCitation]:
    """The works on the article's list that are retracted or under concern, as of this moment."""
    look_for_notices(article.pk)
    rows = article.article_citations.filter(citation__status__in=(Status.RETRACTED, Status.CONCERN))
    return list(rows.select_related("citation").order_by("order", "pk"))
