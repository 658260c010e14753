"""Where a work is used: refusals, then everything that leans on it, in one query."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from articles.models import Article, ArticleCitation
from articles.newsroom.work_uses import EACH, PER_PAGE, Use, uses_of
from citations.models import Citation, Merge, NoticeList
from tests.articles import factories
from tests.articles.published import publish, snapshot, take_off
from tests.articles.published import work as work_row

pytestmark = pytest.mark.django_db
BODY = "Walking eased knee pain.\n\nWalking cured knees.\n\nRest did nothing."


def page_of(work: Citation, query: str = "") -> str:
    return reverse("newsroom:where-used", args=[work.pk]) + query


def uses(work: Citation, **kw: Any) -> list[Use]:
    found = uses_of(work.pk, **kw)
    assert found is not None
    return list(found.articles)


@pytest.fixture
def work() -> Citation:
    return factories.make_citation(title="The work itself")


@pytest.fixture
def drafted(work: Citation) -> Article:
    """A draft with two sentences on the work, one open flag about it and one about a sentence."""
    article = factories.make_article(citations={"doe2019": work, "roe": factories.make_citation()}, body=BODY)
    return factories.assess_as(
        article,
        links={0: ["doe2019"], 1: ["doe2019", "roe"], 2: ["roe"]},
        flags={1: [factories.flag("causal-overstatement", "warning")]},
        source_flags=[factories.flag("outdated-source", "note", reference="doe2019")],
    )


# --- Who may see it ----------------------------------------------------------------------------------------


def test_a_visitor_is_sent_to_the_login(client: Client, work: Citation, stranger: User) -> None:
    assert client.get(page_of(work)).status_code == 302
    client.force_login(stranger)
    assert client.get(page_of(work)).status_code == 302


@pytest.mark.parametrize("given", ["view_citation", "view_article"])
def test_one_permission_alone_is_not_enough(client: Client, work: Citation, make_user: Any, given: str) -> None:
    user = make_user("half")
    user.user_permissions.add(Permission.objects.get(codename=given))
    client.force_login(user)
    assert client.get(page_of(work)).status_code == 403
    assert client.get(reverse("newsroom:cited")).status_code == 403


@pytest.mark.parametrize("query", ["?page=0", "?page=2", "?page=x", "?article=99999", "?article=-1"])
def test_what_is_not_there_has_no_page(
    client: Client, drafted: Article, work: Citation, editor: User, query: str
) -> None:
    client.force_login(editor)
    assert client.get(page_of(work, query)).status_code == 404


def test_a_work_that_does_not_exist_has_no_page(client: Client, editor: User) -> None:
    client.force_login(editor)
    assert client.get("/admin/citations/citation/4711/used/").status_code == 404


def test_it_is_read_only(client: Client, work: Citation, superuser: User) -> None:
    client.force_login(superuser)
    assert client.post(page_of(work)).status_code == 405


# --- What it shows -----------------------------------------------------------------------------------------


def test_a_work_that_nobody_uses_says_so(client: Client, work: Citation, editor: User) -> None:
    client.force_login(editor)
    assert "No article uses this work" in client.get(page_of(work)).content.decode()


def test_a_draft_shows_its_sentences_and_flags(drafted: Article, work: Citation) -> None:
    (use,) = uses(work)
    assert (use.pk, use.key, use.number, use.status) == (drafted.pk, "doe2019", 1, "draft")
    assert not use.public
    assert not use.on_page
    assert [(one.text, one.how, one.level) for one in use.sentences] == [
        ("Walking eased knee pain.", "cited there", "Moderate evidence"),
        ("Walking cured knees.", "cited there", "Moderate evidence"),
    ]
    assert [[flag.severity for flag in one.flags] for one in use.sentences] == [[], ["warning"]]
    assert [flag.severity for flag in use.flags] == ["note"]
    assert use.revisions == ()


def test_sentences_that_went_and_flags_that_closed_are_not_shown(drafted: Article, work: Citation) -> None:
    factories.edit(drafted, body="Walking eased knee pain.")
    factories.assess_as(drafted, links={0: ["doe2019"]})
    (use,) = uses(work)
    assert [one.text for one in use.sentences] == ["Walking eased knee pain."]
    assert use.flags == ()


def test_the_live_revision_comes_first_and_is_marked(work: Citation) -> None:
    article = factories.make_published_article(citations={"doe2019": work})
    first = factories.live(article).number
    factories.edit(article, body=factories.BODY + " And more.")
    factories.approve_as_it_stands(article)
    (use,) = uses(work)
    assert (use.public, use.on_page, use.live_number) == (True, True, first)
    assert [(row.number, row.live) for row in use.revisions] == [(first, True), (first + 1, False)]
    assert use.revisions[0].published == timezone.now().date()


def test_a_live_page_is_found_whose_draft_has_dropped_the_work(work: Citation) -> None:
    article = factories.make_published_article(citations={"doe2019": work})
    ArticleCitation.objects.filter(article=article).delete()
    (use,) = uses(work)
    assert (use.on_page, use.key, use.number) == (True, "", None)


def test_articles_with_it_on_their_live_page_stand_first(work: Citation) -> None:
    factories.make_article(title="A draft", citations={"doe2019": work})
    live = factories.make_published_article(title="Z live", citations={"doe2019": work})
    gone = factories.make_published_article(title="B gone", citations={"doe2019": work})
    ArticleCitation.objects.filter(article=gone).delete()
    take_off(gone)
    assert [use.title for use in uses(work)] == [live.title, "A draft", "B gone"]


# --- Records merged into it, and revisions older than numbers ------------------------------------------------


def listed(number: int = 1, **facts: Any) -> Article:
    return publish(snapshot("Words.", citations=[work_row(number, **facts)]), slug=f"listed-{number}")


def merge(kept: Citation, gone_id: int, **kw: Any) -> Merge:
    return Merge.objects.create(kept=kept, gone_id=gone_id, at=timezone.now(), **{"gone": {}} | kw)


def test_revisions_that_list_a_merged_record_count_as_its_own(work: Citation) -> None:
    listed(1, work=990_001)
    assert uses(work) == []
    merge(work, 990_001)
    assert [use.slug for use in uses(work)] == ["listed-1"]


def test_a_record_merged_twice_over_is_followed(work: Citation) -> None:
    listed(1, work=990_001)
    between = factories.make_citation()
    merge(between, 990_001)
    merge(work, between.pk)
    assert [use.slug for use in uses(work)] == ["listed-1"]


def test_a_merge_that_was_undone_counts_no_more(work: Citation) -> None:
    listed(1, work=990_001)
    merge(work, 990_001, undone_at=timezone.now())
    assert uses(work) == []


@pytest.mark.parametrize("name", ["doi", "pmid"])
def test_a_row_without_a_number_is_found_by_identifier(name: str) -> None:
    work = factories.make_citation(doi="10.5555/old", pmid="4711")
    listed(1, **{"doi": "", "pmid": ""} | {name: getattr(work, name)})
    assert [use.slug for use in uses(work)] == ["listed-1"]


def test_a_row_of_a_record_that_is_gone_is_found_by_identifier() -> None:
    work = factories.make_citation(doi="10.5555/old")
    listed(1, work=990_001, doi="10.5555/old")
    assert [use.slug for use in uses(work)] == ["listed-1"]


def test_a_row_that_names_another_work_is_not_taken_by_its_identifier() -> None:
    work, other = factories.make_citation(doi="10.5555/moved"), factories.make_citation()
    listed(1, work=other.pk, doi="10.5555/moved")
    assert uses(work) == []
    assert [use.slug for use in uses(other)] == ["listed-1"]


# --- Many uses ---------------------------------------------------------------------------------------------


def test_many_articles_are_shown_page_by_page(client: Client, work: Citation, editor: User) -> None:
    for number in range(PER_PAGE + 3):
        factories.make_article(title=f"Article {number:02}", citations={"doe2019": work})
    client.force_login(editor)
    first, second = client.get(page_of(work)), client.get(page_of(work, "?page=2"))
    assert (len(first.context["uses"].articles), len(second.context["uses"].articles)) == (PER_PAGE, 3)
    assert first.context["uses"].totals["articles"] == PER_PAGE + 3
    assert "Page 1 of 2" in first.content.decode()
    assert client.get(page_of(work, "?page=3")).status_code == 404


def test_many_sentences_of_one_article_are_cut_and_can_be_seen(client: Client, work: Citation, editor: User) -> None:
    body = "\n\n".join(f"Walking eased pain number {number}." for number in range(EACH + 7))
    article = factories.make_article(citations={"doe2019": work}, body=body)
    factories.assess_as(article, links={index: ["doe2019"] for index in range(EACH + 7)})
    client.force_login(editor)
    shown = client.get(page_of(work)).content.decode()
    assert "and 7 more" in shown
    assert f"?article={article.pk}" in shown
    assert f"pain number {EACH + 6}." not in shown
    alone = client.get(page_of(work, f"?article={article.pk}")).content.decode()
    assert f"pain number {EACH + 6}." in alone
    assert "more</p>" not in alone


def test_it_takes_one_query_however_much_is_used(
    work: Citation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    NoticeList.objects.create(source="retraction-watch", name="list", sha256="", rows=1, as_of="2026-11-01")
    for _ in range(4):
        factories.make_published_article(citations={"doe2019": work})
    with django_assert_num_queries(1):
        found = uses_of(work.pk)
    assert found is not None
    assert (found.totals["articles"], found.totals["pages"], found.totals["revisions"]) == (4, 4, 4)
    assert (found.status.status, str(found.status.checked)) == ("none-found", "2026-11-01")


def test_the_page_asks_as_many_questions_for_five_articles_as_for_one(
    client: Client, work: Citation, editor: User, django_assert_max_num_queries: Any
) -> None:
    client.force_login(editor)
    for _ in range(5):
        factories.make_published_article(citations={"doe2019": work})
    # Session, user, two sets of permissions, and the uses.
    with django_assert_max_num_queries(5):
        assert client.get(page_of(work)).status_code == 200


def test_revisions_are_found_by_their_index(work: Citation) -> None:
    factories.make_published_article(citations={"doe2019": work})
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("EXPLAIN SELECT id FROM articles_revision WHERE citations @> %s::jsonb", ['[{"work": 1}]'])
        assert "revision_works" in "".join(row[0] for row in cursor.fetchall())


def test_the_pages_lead_to_each_other(client: Client, drafted: Article, work: Citation, editor: User) -> None:
    client.force_login(editor)
    change = client.get(reverse("admin:citations_citation_change", args=[work.pk])).content.decode()
    assert f'href="{page_of(work)}"' in change
    listing = client.get(reverse("admin:citations_citation_changelist")).content.decode()
    assert f'href="{work.pk}/used/"' in listing
    assert client.get(f"{reverse('admin:citations_citation_changelist')}{work.pk}/used/").status_code == 200


def test_markup_in_titles_and_sentences_is_shown_as_text(client: Client, editor: User) -> None:
    work = factories.make_citation(title="<script>alert(1)</script>")
    article = factories.make_article(title="<b>Bold</b>", citations={"doe2019": work}, body="<img src=x> eases pain.")
    factories.assess_as(article, links={0: ["doe2019"]})
    client.force_login(editor)
    shown = client.get(page_of(work)).content.decode()
    assert "<img src=x>" not in shown
    assert "<script>alert" not in shown
    assert "<b>Bold" not in shown
