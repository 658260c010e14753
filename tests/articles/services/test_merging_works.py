"""Merging works moves every use of them in every article, and undoing it moves them back."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.test import Client

from articles import services
from articles.models import Article, LogEntry, StatusNotice
from articles.services.merging import merge_works, undo_merge
from articles.services.work_status import follow_work_status
from citations.models import Citation
from citations.services.merging import CannotMerge
from tests.articles.factories import (
    assess_as,
    edit,
    make_approved_article,
    make_article,
    make_citation,
    make_published_article,
)

pytestmark = pytest.mark.django_db
BOTH = "Walking eased pain [@doe2019].\n\nIt did so twice [@doe; @roe2020], as others say [3].\n"


def pair() -> tuple[Citation, Citation]:
    return make_citation(title="Walking for sore knees"), make_citation(title="Walking for sore knees.", doi=None)


def listing_both(kept: Citation, gone: Citation, **kw: Any) -> Article:
    works = {"doe2019": kept, "doe": gone, "roe2020": make_citation()}
    return make_article(**{"body": BOTH, "citations": works} | kw)


def keys(article: Article) -> list[str]:
    return list(article.article_citations.order_by("order", "pk").values_list("key", flat=True))


def actions(article: Article) -> list[str]:
    return list(LogEntry.objects.filter(article_id=article.pk).order_by("pk").values_list("action", flat=True))


@pytest.mark.parametrize("person", ["author", "reviewer", "stranger"])
def test_only_who_may_take_works_away_merges_them(person: str, request: pytest.FixtureRequest) -> None:
    kept, gone = pair()
    article = listing_both(kept, gone)
    with pytest.raises(PermissionDenied):
        merge_works(kept=kept, gone=gone, by=request.getfixturevalue(person))
    article.refresh_from_db()
    assert article.body == BOTH


def test_a_marker_that_cannot_be_rewritten_stops_it_with_the_name_of_the_article(editor: User) -> None:
    kept, gone = pair()
    body = "It helps [3].\n\n## References\n\n1. Doe A. One. 2019.\n2. Doe A. Two. 2019.\n3. Roe B. Three. 2020.\n"
    article = listing_both(kept, gone, body=body)
    with pytest.raises(CannotMerge, match=f"“{article.title}” lists both, and its marker"):
        merge_works(kept=kept, gone=gone, by=editor)
    article.refresh_from_db()
    assert (article.body, keys(article)) == (body, ["doe2019", "doe", "roe2020"])
    assert Citation.objects.filter(pk=gone.pk).exists()


def test_every_list_has_the_work_that_was_kept(editor: User) -> None:
    kept, gone = pair()
    first, second = (make_article(citations={"doe": gone}, body="It helps [@doe].") for _ in range(2))
    merge_works(kept=kept, gone=gone, by=editor)
    for article in (first, second):
        assert article.article_citations.get().citation == kept
        assert keys(article) == ["doe"]


def test_an_approval_of_words_that_did_not_change_stands(editor: User) -> None:
    kept, gone = pair()
    article = make_approved_article(citations={"doe2019": gone})
    merge_works(kept=kept, gone=gone, by=editor)
    article.refresh_from_db()
    assert (article.status, article.assessed_version) == ("approved", None)


def test_a_draft_that_lists_both_has_one_and_its_markers_say_so(editor: User) -> None:
    kept, gone = pair()
    article = listing_both(kept, gone)
    version = article.version
    merge_works(kept=kept, gone=gone, by=editor)
    article.refresh_from_db()
    assert (
        article.body == "Walking eased pain [@doe2019].\n\nIt did so twice [@doe2019; @roe2020], as others say [2].\n"
    )
    assert (keys(article), article.version) == (["doe2019", "roe2020"], version + 1)
    assert article.modified_by == editor


def test_whoever_has_the_rewritten_draft_open_loses_nothing(editor: User, author: User) -> None:
    kept, gone = pair()
    article = listing_both(kept, gone, by=author)
    opened = Article.objects.get(pk=article.pk)
    merge_works(kept=kept, gone=gone, by=editor)
    opened.body += "More words."
    with pytest.raises(services.EditConflict):
        services.save_draft(article=opened, by=author, expected_version=opened.version)


def test_an_approval_of_rewritten_words_ends(editor: User) -> None:
    kept, gone = pair()
    article = make_approved_article(citations={"doe2019": kept, "doe": gone})
    edited = edit(article, body="Walking eased knee pain in one randomised trial of 80 adults [@doe2019; @doe].")
    services.submit_for_review(article=edited, by=edited.created_by)
    merge_works(kept=kept, gone=gone, by=editor)
    article.refresh_from_db()
    assert (article.status, article.review_revision) == ("draft", None)


def test_claims_and_flags_of_both_stand_on_the_one(editor: User) -> None:
    kept, gone = pair()
    article = listing_both(kept, gone)
    assess_as(article, links={0: ["doe2019", "doe"], 1: ["doe"]})
    merge_works(kept=kept, gone=gone, by=editor)
    first, second = article.claims.filter(current=True).order_by("index")
    assert [link.article_citation.key for link in first.links.all()] == ["doe2019"]
    assert [link.article_citation.key for link in second.links.all()] == ["doe2019"]


def test_each_article_and_the_log_tell_of_it(editor: User) -> None:
    kept, gone = pair()
    article, other = make_article(citations={"doe": gone}), make_article(citations={"doe": kept})
    merged = merge_works(kept=kept, gone=gone, by=editor)
    undo_merge(merged=merged, by=editor)
    assert actions(article)[-2:] == ["works-merged", "merge-undone"]
    assert "works-merged" not in actions(other)
    entry = LogEntry.objects.get(action="works-merged")
    assert (entry.actor, entry.data["kept"], entry.data["gone"]) == (editor, kept.pk, merged.gone_id)


def test_a_merge_of_works_that_no_article_uses_is_on_the_log_too(editor: User) -> None:
    kept, gone = pair()
    merge_works(kept=kept, gone=gone, by=editor)
    assert LogEntry.objects.get(action="works-merged").article_id is None


def test_whoever_merged_works_of_the_draft_does_not_approve_it(editor: User) -> None:
    kept, gone = pair()
    article = listing_both(kept, gone, body=BOTH.replace("[3]", "[@roe2020]"))
    merge_works(kept=kept, gone=gone, by=editor)
    article = assess_as(article, links={0: ["doe2019"], 1: ["doe2019", "roe2020"]})
    services.submit_for_review(article=article, by=article.created_by)
    with pytest.raises(services.NotAllowed, match="you changed something it rests on"):
        services.approve(article=article, by=editor, version=article.version)


def test_a_live_page_shows_how_the_work_kept_stands(editor: User, client: Client) -> None:
    kept, gone = pair()
    article = make_published_article(citations={"doe2019": gone})
    article.article_citations.all().delete()  # the next draft has dropped it
    merge_works(kept=kept, gone=gone, by=editor)
    Citation.objects.filter(pk=kept.pk).update(status="retracted", status_checked="2026-11-20")
    assert follow_work_status() == [article.pk]
    page = client.get(article.get_absolute_url()).content.decode()
    assert "A source of this article has been retracted." in page
    assert StatusNotice.objects.get().citation == kept
    references = client.get(f"{article.get_absolute_url()}references/").content.decode()
    assert "Walking for sore knees" in references


def test_an_article_that_was_told_of_one_is_not_told_again(editor: User) -> None:
    kept, gone = pair()
    article = make_article(citations={"doe": gone})
    Citation.objects.filter(pk=gone.pk).update(status="retracted", status_checked="2026-11-20")
    assert follow_work_status() == [article.pk]
    merge_works(kept=kept, gone=gone, by=editor)
    kept.refresh_from_db()
    assert kept.status == "retracted"
    assert follow_work_status() == []


def test_a_merge_takes_as_many_queries_for_thirty_articles_as_for_three(
    editor: User, django_assert_max_num_queries: Any
) -> None:
    def merged_in(number: int) -> int:
        kept, gone = pair()
        for _ in range(number):
            make_article(citations={"doe": gone})
        with django_assert_max_num_queries(1000) as asked:
            merge_works(kept=kept, gone=gone, by=editor)
        logging = ("articles_logentry", "jsonb_build_array")
        return sum(not any(name in query["sql"] for name in logging) for query in asked.captured_queries)

    merged_in(1)  # what is asked once only
    assert merged_in(3) == merged_in(30)


def test_undoing_puts_words_list_and_links_back(editor: User) -> None:
    kept, gone = pair()
    article, other = listing_both(kept, gone), make_article(citations={"doe": gone})
    assess_as(article, links={0: ["doe2019", "doe"], 1: ["doe"]})
    merged = merge_works(kept=kept, gone=gone, by=editor)
    undone = undo_merge(merged=merged, by=editor)
    article.refresh_from_db()
    assert (article.body, keys(article), undone.left) == (BOTH, ["doe2019", "doe", "roe2020"], ())
    assert article.article_citations.get(key="doe").citation == undone.work
    first, second = article.claims.filter(current=True).order_by("index")
    assert {link.article_citation.key for link in first.links.all()} == {"doe2019", "doe"}
    assert [link.article_citation.key for link in second.links.all()] == ["doe"]
    assert other.article_citations.get().citation == undone.work
    assert undone.work.pk == merged.gone_id


def test_undoing_leaves_a_draft_that_was_changed_since(editor: User) -> None:
    kept, gone = pair()
    article = listing_both(kept, gone)
    merged = merge_works(kept=kept, gone=gone, by=editor)
    edit(article, body="Other words [@doe2019].")
    undone = undo_merge(merged=merged, by=editor)
    article.refresh_from_db()
    assert undone.left == (article,)
    assert (article.body, keys(article)) == ("Other words [@doe2019].", ["doe2019", "roe2020"])


def test_articles_are_read_again_after_both(editor: User, django_capture_on_commit_callbacks: Any) -> None:
    kept, gone = pair()
    article = make_article(citations={"doe": gone})
    with patch("articles.tasks.assess_article.delay") as sent:
        with django_capture_on_commit_callbacks(execute=True):
            merged = merge_works(kept=kept, gone=gone, by=editor)
        assert [call.kwargs for call in sent.call_args_list] == [{"article_id": article.pk}]
        sent.reset_mock()
        with django_capture_on_commit_callbacks(execute=True):
            undo_merge(merged=merged, by=editor)
        assert {"article_id": article.pk} in [call.kwargs for call in sent.call_args_list]


def test_a_refusal_changes_nothing(editor: User) -> None:
    kept, gone = make_citation(), make_citation()
    article = listing_both(kept, gone)
    with pytest.raises(CannotMerge, match="two different DOIs"):
        merge_works(kept=kept, gone=gone, by=editor)
    article.refresh_from_db()
    assert (article.body, LogEntry.objects.filter(action="works-merged").exists()) == (BOTH, False)
