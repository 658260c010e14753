"""Puts works on an article's list."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles.models import Article, ArticleCitation
from articles.models.article import Status
from articles.services import log
from articles.services.drafts import sources_changed
from articles.services.ended_reviews import ON_THE_WAY
from articles.services.errors import NotAllowed, ServiceError, require
from articles.services.import_keys import kept_keys
from articles.services.own_drafts import require_seen
from articles.services.workflow import lock
from citations.models import Citation
from citations.models import Status as WorkStatus
from citations.services import Work, add_works, corrections, retraction_watch
from citations.services.record_matching import is_untitled
from evidence.reading.listed_references import make_keys


class EndsReview(ServiceError):
    """A further work would end a review, an approval or a schedule, and nobody said that it may. Nothing changed."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A work on the article's list, and whether it came onto it just now."""

    row: ArticleCitation
    added: bool


def cite_works(*, article: Article, by: User, works: Sequence[Work]) -> list[ArticleCitation]:
    """Adds works at the end of the article's list, each with a key of its own; one that is on it already is left.

    The article is to be assessed and approved anew. Raises NotAllowed.
    """
    return [cited.row for cited in cite(article=article, by=by, works=works, may_end_review=True) if cited.added]


@transaction.atomic
def cite(
    *, article: Article, by: User, works: Sequence[Work] = (), held: Sequence[int] = (), may_end_review: bool = False
) -> list[Cited]:
    """Puts new works, and works that the library holds (by id), at the end of the list; the rows of all, in order.

    A new row does not count the draft's version up, so that who has the article open saves without a conflict. Raises
    NotAllowed, and EndsReview unless `may_end_review`.
    """
    require(by, "change_article", "add citations to articles")
    require_seen(article, by)
    if works and not by.has_perm("citations.add_citation"):
        raise NotAllowed("You may not add works to the library. Ask an editor, or whoever looks after the accounts.")
    locked = lock(article)
    stood = locked.status
    given = [*_known(held), *_added(works, by)]
    cited = _listed(locked, given)
    if keys := [one.row.key for one in cited if one.added]:
        if stood in ON_THE_WAY and not may_end_review:
            raise EndsReview(_what_ends(locked))
        sources_changed(article)
        ended = {"ended": stood} if stood in ON_THE_WAY else {}
        log.record(action="citations-added", by=by, article=locked, data={"keys": keys, **ended})
    return cited


def _known(held: Sequence[int]) -> list[tuple[Citation, Mapping[str, Any]]]:
    works = Citation.objects.in_bulk(list(held))
    if any(pk not in works for pk in held):
        raise ServiceError("This work is no longer in the library. Search for it again, or paste its DOI.")
    return [(works[pk], _item(works[pk])) for pk in held]


def _added(works: Sequence[Work], by: User) -> list[tuple[Citation, Mapping[str, Any]]]:
    added = add_works(works=works, trusted=corrections.may_correct(by)) if works else []
    return [(citation, _named(citation, work)) for (citation, _), work in zip(added, works, strict=True)]


def _listed(article: Article, works: Sequence[tuple[Citation, Mapping[str, Any]]]) -> list[Cited]:
    """The row of each work; a work that is given twice, or is on the list already, has one."""
    rows = {row.citation_id: row for row in article.article_citations.all()}
    taken = [row.key for row in rows.values()]
    last = max((row.order for row in rows.values()), default=0)
    cited = []
    for citation, item in works:
        added = citation.pk not in rows
        if added:
            key = _key(citation, item, taken)
            taken.append(key)
            last += 1
            row = ArticleCitation(article=article, citation=citation, key=key, order=last)
            row.save()
            rows[citation.pk] = row
        cited.append(Cited(rows[citation.pk], added))
    return cited


def key_for(citation: Citation, *, taken: Sequence[str]) -> str:
    """The key that a work of the library would get on a list with these."""
    return _key(citation, _item(citation), taken)


def _key(citation: Citation, item: Mapping[str, Any], taken: Sequence[str]) -> str:
    base = make_keys([item], ["" if item.get("title") else _key_of_identifier(citation)])
    return make_keys([item], kept_keys(base), taken)[0]


def _what_ends(article: Article) -> str:
    what = {Status.IN_REVIEW: "review", Status.APPROVED: "approval", Status.SCHEDULED: "schedule"}
    return (
        f"The article is {Status(article.status).label.lower()}, and another work on its list ends its "
        f"{what[Status(article.status)]}: whoever read it did not see the work. Add it all the same, or wait."
    )


def _key_of_identifier(citation: Citation) -> str:
    """A key for a work of which nothing but its identifier is known yet, so that the text still says which it is."""
    name = citation.pmid and f"pmid{citation.pmid}"
    name = name or citation.pmcid or (citation.doi and re.sub(r"[^a-z0-9.]+", "-", f"doi-{citation.doi}")) or ""
    name = name or (urlsplit(citation.url).hostname or "").removeprefix("www.")
    return kept_keys([name])[0] if name else ""


def _named(citation: Citation, work: Work) -> Mapping[str, Any]:
    """What a key is made of: what was given, or what the library holds where an identifier alone was given."""
    return work.csl if work.csl.get("title") else _item(citation)


def _item(citation: Citation) -> Mapping[str, Any]:
    authors = [{"family": family} for family in citation.families]
    return {"title": "" if is_untitled(citation) else citation.title, "year": citation.year, "author": authors}


def look_for_notices(*articles: int) -> None:
    """Brings the articles' works up to the notices of retraction held, without waiting for the next sweep."""
    rows = ArticleCitation.objects.filter(article__in=articles).order_by("citation_id")
    ids = list(rows.values_list("citation_id", flat=True).distinct())
    if ids:
        retraction_watch.sweep(today=timezone.localdate(), only=ids)


def retracted_works(article: Article) -> list[ArticleCitation]:
    """The works on the article's list that are retracted or under concern, as of this moment."""
    look_for_notices(article.pk)
    rows = article.article_citations.filter(citation__status__in=(WorkStatus.RETRACTED, WorkStatus.CONCERN))
    return list(rows.select_related("citation").order_by("order", "pk"))
