"""Makes two records of one work into one, in the library and in every article, and undoes it.

Most articles list one of the two, and only their list changes. A draft that lists both has one work less afterwards:
its markers are rewritten, and an approval ends, since the words are others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from articles.models import Article, ArticleCitation, ClaimLink, Flag
from articles.services import log
from articles.services.drafts import AFTER_A_CHANGE
from citations.models import Citation, Merge
from citations.services import merging
from citations.services.duplicates import require_merging
from citations.services.merging import CannotMerge
from evidence.reading.renumbering import CannotRenumber, renumber


@dataclass(frozen=True, slots=True)
class Undone:
    """The record that is back, and the articles that keep the other one because they were changed since the merge."""

    work: Citation
    left: tuple[Article, ...]


@transaction.atomic
def merge_works(*, kept: Citation, gone: Citation, by: User) -> Merge:
    """Makes `gone` part of `kept`, wherever it is used. Raises PermissionDenied, and CannotMerge in words."""
    require_merging(by)
    articles = _locked(Q(article_citations__citation__in=[kept.pk, gone.pk]))
    kept, gone = merging.lock_two(kept=kept, gone=gone, by=by)
    using = set(gone.article_citations.values_list("article_id", flat=True))
    both = using & set(kept.article_citations.values_list("article_id", flat=True))
    texts = [_make_one(articles[pk], kept, gone, by) for pk in sorted(both)]
    data = {"kept": kept.pk, "gone": gone.pk, "title": gone.title[:300], "doi": gone.doi or "", "pmid": gone.pmid or ""}
    merged = merging.merge(kept=kept, gone=gone, by=by, texts=texts)
    _log("works-merged", merged, [articles[pk] for pk in sorted(using)], data, by)
    return merged


@transaction.atomic
def undo_merge(*, merged: Merge, by: User) -> Undone:
    """Takes a merge apart again. Articles that were changed since keep the work they have, and are named.

    Raises PermissionDenied, and CannotMerge in words.
    """
    require_merging(by)
    texts = list(merged.texts)
    articles = _locked(Q(article_citations__citation=merged.kept_id) | Q(pk__in=[text["article"] for text in texts]))
    gone = merging.undo(merged=merged, by=by)
    left = []
    for text in texts:
        article = articles.get(text["article"])
        if article is not None and not _make_two(article, text, by):
            left.append(article)
    back = gone.article_citations.values_list("article_id", flat=True)
    data = {"kept": merged.kept_id, "back": gone.pk, "title": gone.title[:300]}
    _log("merge-undone", merged, [articles[pk] for pk in sorted(back) if pk in articles], data, by)
    # Articles that have it on their list again are read again.
    gone.save(update_fields=["updated_at"])
    return Undone(gone, tuple(left))


def _locked(which: Q) -> dict[int, Article]:
    """The articles, held for this transaction before anything else is."""
    ids = Article.objects.filter(which).order_by().values("pk")
    return {row.pk: row for row in Article.objects.select_for_update(no_key=True).filter(pk__in=ids).order_by("pk")}


def _log(action: str, merged: Merge, articles: Sequence[Article], data: Mapping[str, Any], by: User) -> None:
    """Once for each article, so that its history tells it; once in any case."""
    rows: Sequence[Article | None] = articles or [None]
    for article in rows:
        log.record(action=action, by=by, article=article, data={"merge": merged.pk, **data})


# --- Articles that list both -------------------------------------------------------------------------------


def _make_one(article: Article, kept: Citation, gone: Citation, by: User) -> dict[str, Any]:
    """Takes `gone` off the list of an article that has both; what `_make_two` needs to put it back."""
    rows = list(article.article_citations.order_by("order", "pk"))
    mine = next(row for row in rows if row.citation_id == kept.pk)
    other = next(row for row in rows if row.citation_id == gone.pk)
    before = article.body
    after = _rewritten(article, rows, mine, other)
    kept_links = set(mine.links.values_list("claim_id", flat=True))
    links = other.links.exclude(claim__in=kept_links)
    text = {
        "article": article.pk,
        "before": before,
        "after": after,
        "keys": [row.key for row in rows if row != other],
        "row": merging.serialized([other]),
        "mine": mine.pk,
        "links": list(links.values_list("pk", flat=True)),
        "flags": list(other.flags.values_list("pk", flat=True)),
        "lost": merging.serialized(other.links.filter(claim__in=kept_links)),
    }
    links.update(article_citation=mine)
    other.flags.update(article_citation=mine)
    other.delete()
    _save_words(article, after, by)
    return text


def _rewritten(article: Article, rows: Sequence[ArticleCitation], mine: ArticleCitation, other: ArticleCitation) -> str:
    place = {row.pk: number for number, row in enumerate(rows, 1)}
    numbers = {number: number - (number > place[other.pk]) for number in place.values()}
    numbers[place[other.pk]] = numbers[place[mine.pk]]
    try:
        return renumber(article.body, keys={other.key: mine.key}, numbers=numbers)
    except CannotRenumber as error:
        raise CannotMerge(
            f"“{article.title}” lists both, and its marker {error.marker} cannot be rewritten by itself. Take one of "
            "the two off the list of that article, then merge them."
        ) from error


def _make_two(article: Article, text: Mapping[str, Any], by: User) -> bool:
    """Puts the work back on the list, unless text or list were changed since."""
    rows = list(article.article_citations.order_by("order", "pk").values_list("pk", "key"))
    keys = [key for _, key in rows]
    old = text["row"][0]["fields"]["key"]
    rewritten = text["before"] != text["after"]
    if (rewritten and article.body != text["after"]) or keys[: len(text["keys"])] != text["keys"] or old in keys:
        return False
    merging.restore(text["row"])
    row = ArticleCitation.objects.filter(pk=text["row"][0]["pk"], article=article).first()
    if row is None:
        return False
    ClaimLink.objects.filter(pk__in=text["links"], article_citation=text["mine"]).update(article_citation=row)
    Flag.objects.filter(pk__in=text["flags"], article_citation=text["mine"]).update(article_citation=row)
    merging.restore(text["lost"])
    _save_words(article, text["before"] if rewritten else article.body, by)
    return True


def _save_words(article: Article, body: str, by: User) -> None:
    """As `save_draft` leaves a draft: whoever has it open is told, and what was approved were other words."""
    changed: dict[str, Any] = {"status": AFTER_A_CHANGE, "review_revision": None, "scheduled_for": None}
    if body != article.body:
        changed |= {"body": body, "version": F("version") + 1, "modified_by": by, "modified_at": timezone.now()}
    Article.objects.filter(pk=article.pk).update(assessed_version=None, **changed)
