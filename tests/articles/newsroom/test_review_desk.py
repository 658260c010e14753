"""The review desk: what is refused, what a decision does, and that its list asks a constant number of questions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from articles import services
from articles.models import Article, Ask, ClaimLink, Decision, Flag
from articles.newsroom import review_filters
from articles.services import desk_figures
from tests.articles import factories
from tests.drawing import some

pytestmark = pytest.mark.django_db
LIST = "/admin/articles/flag/"


@pytest.fixture
def enqueued() -> Iterator[list[int]]:
    sent: list[int] = []
    with patch("articles.newsroom.review_desk.assess_article.delay", lambda article_id: sent.append(article_id)):
        yield sent


@pytest.fixture
def article() -> Article:
    body = "Zinc cures colds.\nZinc prevents flu."
    article = factories.make_article(body=body, citations={"doe2019": factories.make_citation()})
    return factories.assess_as(article, flags={0: [factories.flag()], 1: [factories.flag("overstated", "warning")]})


def page_of(flag: Flag) -> str:
    return reverse("admin:articles_flag_change", args=[flag.pk])


def decide(client: Client, flag: Flag, **data: Any) -> Any:
    return client.post(reverse("newsroom:decide", args=[flag.pk]), data)


def test_a_decision_without_a_reason_is_refused(client: Client, editor: User, article: Article) -> None:
    flag = Flag.objects.blockers().get()
    client.force_login(editor)
    for reason in ("", "  ", "short"):
        response = decide(client, flag, verdict="accept", reason=reason)
        assert response.status_code in (400, 409)
        assert "reason" in response.content.decode()
    assert not Decision.objects.exists()


def test_an_unknown_decision_is_refused(client: Client, editor: User, article: Article) -> None:
    flag = Flag.objects.blockers().get()
    client.force_login(editor)
    assert decide(client, flag, verdict="delete", reason="A long enough reason").status_code == 400


def test_a_medical_reviewer_does_not_override_a_blocker(client: Client, reviewer: User, article: Article) -> None:
    flag = Flag.objects.blockers().get()
    client.force_login(reviewer)
    response = decide(client, flag, verdict="accept", reason="A long enough reason")
    assert response.status_code == 403
    assert "You may not accept a blocker" in response.content.decode()
    assert not Decision.objects.exists()


def test_an_author_who_edits_does_not_override_their_own_blocker(
    client: Client, editor: User, article: Article
) -> None:
    article.credits.update(contributor=factories.make_contributor(user=editor))
    client.force_login(editor)
    response = decide(client, Flag.objects.blockers().get(), verdict="accept", reason="A long enough reason")
    assert response.status_code == 403


def test_a_work_of_another_article_is_not_linked(
    client: Client, editor: User, article: Article, enqueued: list[int]
) -> None:
    flag = Flag.objects.blockers().get()
    other = factories.make_article().article_citations.get()
    client.force_login(editor)
    response = client.post(reverse("newsroom:link", args=[flag.pk]), {"article_citation": other.pk})
    assert response.status_code == 400
    assert not ClaimLink.objects.exists()
    assert enqueued == []


def test_a_flag_that_is_not_there_is_not_found(client: Client, editor: User) -> None:
    client.force_login(editor)
    for pk in ("999999", "x", "9" * 30):
        assert client.get(f"{LIST}{pk}/change/").status_code == 404


def test_an_editor_accepts_a_blocker_with_a_reason(client: Client, editor: User, article: Article) -> None:
    flag = Flag.objects.blockers().get()
    client.force_login(editor)
    response = decide(client, flag, verdict="accept", reason="Common knowledge in this field.")
    assert response["Location"] == page_of(Flag.objects.get(code="overstated"))
    flag.refresh_from_db()
    assert flag.state == Flag.State.ACCEPTED
    assert flag.decisions.get().person == editor
    assert "Common knowledge in this field." in client.get(page_of(flag)).content.decode()


def test_a_claim_is_tied_to_a_citation_and_read_again(
    client: Client,
    editor: User,
    article: Article,
    enqueued: list[int],
    django_capture_on_commit_callbacks: Any,
) -> None:
    flag = Flag.objects.blockers().get()
    client.force_login(editor)
    data = {"article_citation": article.article_citations.get().pk}
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("newsroom:link", args=[flag.pk]), data)
    assert response["Location"] == reverse("admin:articles_article_change", args=[article.pk])
    link = ClaimLink.objects.get()
    assert (link.how, link.made_by, link.claim) == ("editor", editor, flag.claim)
    assert enqueued == [article.pk]


def test_suggested_citations_come_first(client: Client, editor: User) -> None:
    works = {"alpha": factories.make_citation(), "beta": factories.make_citation()}
    article = factories.make_article(body="Zinc cures colds.", citations=works)
    factories.assess_as(article, flags={0: [factories.flag()]})
    flag = Flag.objects.get()
    assert flag.claim is not None
    flag.claim.suggested = ["beta"]
    flag.claim.save()
    client.force_login(editor)
    form = client.get(page_of(flag)).context["link_form"]
    first = next(iter(form.fields["article_citation"].choices))[0]
    assert first == article.article_citations.get(key="beta").pk


def test_the_page_shows_the_sentence_in_its_paragraph_and_runs_nothing(client: Client, editor: User) -> None:
    article = factories.make_article(body="Zinc <script>alert(1)</script> cures colds.")
    factories.assess_as(article, flags={0: [factories.flag()]})
    client.force_login(editor)
    page = client.get(page_of(Flag.objects.get())).content.decode()
    assert "<mark>Zinc &lt;script&gt;" in page
    assert "<script>alert(1)" not in page


def shown(client: Client, query: str = "") -> list[Flag]:
    """The flags on the desk, as they stand under each other."""
    response = client.get(f"{LIST}{query}")
    assert response.status_code == 200
    return [row.flag for group in response.context["groups"] for part in group.sentences for row in part.rows]


def codes(client: Client, query: str = "") -> list[str]:
    return [flag.code for flag in shown(client, query)]


def test_flags_stand_by_article_and_as_one_reads_open_ones_unless_asked(
    client: Client, editor: User, article: Article
) -> None:
    newer = factories.make_article(body="Rest heals.\nSleep heals.")
    note = factories.flag("outdated-source", "note")
    factories.assess_as(newer, flags={1: [note, factories.flag()], 0: [factories.flag("overstated", "warning")]})
    client.force_login(editor)
    rows = shown(client)
    assert [(row.article_id, row.code) for row in rows] == [
        (newer.pk, "overstated"),
        (newer.pk, "missing-citation"),
        (newer.pk, "outdated-source"),
        (article.pk, "missing-citation"),
        (article.pk, "overstated"),
    ]
    decide(client, rows[0], verdict="accept", reason="Common knowledge in this field.")
    assert len(shown(client)) == 4
    assert codes(client, "?state=accepted") == ["overstated"]
    assert len(shown(client, "?state=all")) == 5


FILTERS = (
    ("severity=blocker", ["missing-citation"]),
    ("severity__exact=blocker", ["missing-citation"]),
    ("kind=overstated", ["overstated"]),
    ("kind=retracted-source", []),
    ("severity=blocker&kind=overstated", []),
    ("severity=nonsense&article=x&age=1", ["missing-citation", "overstated"]),
    ("q=flu", ["overstated"]),
    ("q=walking", ["missing-citation", "overstated"]),
    ("q=nothing+of+the+kind", []),
    ("q=%00", ["missing-citation", "overstated"]),
    ("article={article}", ["missing-citation", "overstated"]),
    ("article=999999", []),
    ("author={author}", ["missing-citation", "overstated"]),
    ("author=999999", []),
    ("product={product}", ["missing-citation", "overstated"]),
    ("product=999999", []),
    ("age=day", ["missing-citation", "overstated"]),
    ("age=older", []),
    ("waiting=author", ["missing-citation", "overstated"]),
    ("waiting=editor", []),
    ("waiting=me", []),
    ("after=999999-0-0-0", ["missing-citation", "overstated"]),
    ("after=0-0-0-0", []),
    ("after=nonsense", ["missing-citation", "overstated"]),
)


def test_filters_combine_and_have_addresses(client: Client, editor: User, article: Article) -> None:
    product = factories.make_disclosure(article=article).product_id
    author = article.credits.get().contributor_id
    client.force_login(editor)
    for query, found in FILTERS:
        assert codes(client, "?" + query.format(article=article.pk, author=author, product=product)) == found, query


@pytest.mark.drawn(1)
def test_each_choice_shows_as_many_as_it_says(client: Client, editor: User, article: Article) -> None:
    factories.make_disclosure(article=article)
    services.submit_for_review(article=article, by=article.created_by)
    services.decide_flag(flag=Flag.objects.blockers().get(), by=editor, verdict="refer", reason="Is that so?")
    client.force_login(editor)
    checked = 0
    for query in some(("", "?severity=warning", "?waiting=reviewer", "?state=all"), 2):
        for facet in client.get(f"{LIST}{query}").context["counts"].facets:
            for choice in facet.choices:
                if choice.number:
                    checked += 1
                    assert len(shown(client, choice.address)) == int(choice.number), (query, facet.name, choice)
    assert checked > 12


def test_what_waits_on_whom_follows_what_was_asked(
    client: Client, author: User, editor: User, reviewer: User, article: Article
) -> None:
    blocker, warning = Flag.objects.worst_first()
    services.decide_flag(flag=blocker, by=editor, verdict="refer", reason="Is that so?")
    for person, found in ((reviewer, ["missing-citation"]), (editor, [])):
        client.force_login(person)
        assert codes(client, "?waiting=me") == found
    services.submit_for_review(article=article, by=article.created_by)
    assert codes(client, "?waiting=me") == ["overstated"]
    services.decide_flag(flag=warning, by=editor, verdict="note", reason="Which trial?")
    assert codes(client, "?waiting=author") == ["overstated"]
    client.force_login(article.created_by)
    assert codes(client, "?waiting=me") == ["overstated"]


def test_pages_by_key_leave_nothing_out_and_show_nothing_twice(client: Client, editor: User) -> None:
    for _ in range(3):
        body = "\n".join(f"Zinc cures cold number {number}." for number in range(25))
        two = [factories.flag(), factories.flag("overstated", "warning")]
        factories.assess_as(factories.make_article(body=body), flags=dict.fromkeys(range(25), two))
    client.force_login(editor)
    pages, query = [], ""
    while query is not None and len(pages) < 9:
        pages.append([flag.pk for flag in shown(client, query)])
        query = client.get(f"{LIST}{query}").context["later"] or None
    every = list(Flag.objects.in_reading_order().values_list("pk", flat=True))
    assert [pk for page in pages for pk in page] == every
    assert [len(page) for page in pages] == [50, 50, 50]
    last = f"?after={review_filters.write_key(Flag.objects.get(pk=pages[1][-1]))}"
    earlier = client.get(f"{LIST}{last}").context["earlier"]
    assert [flag.pk for flag in shown(client, earlier)] == pages[1]


def test_previous_and_next_never_circle(client: Client, editor: User, article: Article) -> None:
    client.force_login(editor)
    first, last = shown(client)
    seen = client.get(page_of(first)).context["place"]
    assert (seen.number, seen.of, seen.before, seen.after) == (1, 2, None, last)
    decide(client, first, verdict="ask-source", reason="Which trial?")
    seen = client.get(page_of(last)).context["place"]
    assert (seen.number, seen.of, seen.before, seen.after) == (2, 2, first, None)
    assert "This is the last" in client.get(page_of(last)).content.decode()


def test_no_decision_is_chosen_beforehand(client: Client, editor: User, article: Article) -> None:
    client.force_login(editor)
    flag = Flag.objects.blockers().get()
    page = client.get(page_of(flag)).content.decode()
    assert page.count('name="verdict"') == 7
    assert "checked" not in page
    assert decide(client, flag, reason="A long enough reason").status_code == 400


def test_a_void_decision_says_so_and_why(client: Client, editor: User, article: Article) -> None:
    client.force_login(editor)
    flag = Flag.objects.blockers().get()
    decide(client, flag, verdict="accept", reason="Common pharmacology.")
    factories.edit(article, body="Zinc cures flu.\nZinc prevents flu.")
    factories.assess_as(article, flags={0: [factories.flag()]})
    factories.edit(article, body="Zinc cures colds.\nZinc prevents flu.")
    factories.assess_as(article, flags={0: [factories.flag()]})
    page = client.get(page_of(flag))
    (decision, ending, *_) = page.context["history"]
    assert "the words changed" in decision.void
    assert (ending.before, ending.after) == ("Zinc cures colds.", "Zinc cures flu.")
    assert "Void since" in page.content.decode()


def test_the_words_before_and_after_stand_where_an_author_mended(
    client: Client, editor: User, article: Article
) -> None:
    client.force_login(editor)
    flag = Flag.objects.blockers().get()
    decide(client, flag, verdict="ask-wording", reason="Too strong.")
    factories.edit(article, body="Zinc may shorten colds.\nZinc prevents flu.")
    factories.assess_as(article)
    page = client.get(page_of(flag)).content.decode()
    assert "<del>Zinc cures colds.</del> <ins>Zinc may shorten colds.</ins>" in page
    assert "Mended" in page
    assert codes(client, "?state=mended") == ["missing-citation"]


def decide_many(client: Client, flags: Any, **data: Any) -> Any:
    return client.post(
        reverse("newsroom:decide-many"),
        {"flag": [row.pk for row in flags], **data},
        headers={"accept": "application/json"},
    )


def test_several_are_decided_in_place_with_one_reason(client: Client, editor: User, article: Article) -> None:
    client.force_login(editor)
    flags = shown(client)
    assert decide_many(client, flags, verdict="note", reason="").status_code == 400
    assert decide_many(client, [], verdict="note", reason="These want DOIs.").status_code == 409
    answer = decide_many(client, flags, verdict="note", reason="These want DOIs.")
    assert answer.json()["message"] == "Recorded for 2 flags: write to the author."
    assert {row["asked"] for row in answer.json()["flags"].values()} == {"note"}
    assert Decision.objects.count() == 2


def test_one_that_may_not_be_accepted_keeps_all_from_it(client: Client, reviewer: User, article: Article) -> None:
    client.force_login(reviewer)
    answer = decide_many(client, shown(client), verdict="accept", reason="Both are well known.")
    assert answer.status_code == 403
    assert "1 of 2 cannot be" in answer.json()["problem"]
    assert not Decision.objects.exists()


def test_without_a_script_the_form_leads_back_to_the_list(client: Client, editor: User, article: Article) -> None:
    client.force_login(editor)
    data = {"flag": [row.pk for row in shown(client)], "verdict": "note", "reason": "These want DOIs."}
    response = client.post(f"{reverse('newsroom:decide-many')}?kind=overstated", data, follow=True)
    assert response.redirect_chain == [(f"{LIST}?kind=overstated", 302)]
    assert "Recorded for 2 flags" in response.content.decode()


def test_figures_of_very_many_flags_are_those_kept_and_say_from_when(
    client: Client, editor: User, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.force_login(editor)
    address = reverse("newsroom:flag-figures")
    assert "As of" not in client.get(address).content.decode()
    monkeypatch.setattr(desk_figures, "AT_ONCE", 0)
    kept = client.get(address)
    assert f"As of {timezone.localtime():%H:}" in kept.content.decode()
    before = kept.context["days"][-1].open
    for flag in Flag.objects.open():
        services.decide_flag(flag=flag, by=editor, verdict="not-a-claim", reason="A figure of speech.")
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).context["days"][-1].open == before > 0
    assert not any("first_raised" in query["sql"] for query in asked)
    desk_figures.keep(now=timezone.now())
    assert client.get(address).context["days"][-1].open == 0


def test_figures_kept_on_an_earlier_day_do_not_call_it_today(
    client: Client, editor: User, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk_figures, "AT_ONCE", 0)
    monkeypatch.setattr(desk_figures, "OLDEST", timedelta(days=3))
    yesterday = timezone.now() - timedelta(days=1)
    desk_figures.keep(now=yesterday)
    client.force_login(editor)
    page = client.get(reverse("newsroom:flag-figures")).content.decode()
    assert f"As of {date_format(timezone.localdate(yesterday), 'j F Y')}, " in page
    assert "<span>today</span>" not in page


def test_the_figures_count_what_was_open_on_each_day(client: Client, editor: User, article: Article) -> None:
    client.force_login(editor)
    days = client.get(reverse("newsroom:flag-figures")).context["days"]
    assert [day.open for day in days][-2:] == [0, 1]
    with connection.cursor() as cursor:  # the database lets nobody else change when a flag was raised
        cursor.execute("SET LOCAL session_replication_role = replica")
        Flag.objects.update(first_raised=timezone.now() - timedelta(days=3))
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")
    page = client.get(reverse("newsroom:flag-figures"))
    assert 'class="chart"' not in page.content.decode()  # a script of the frame takes those for canvases, and fails
    assert [day.open for day in page.context["days"]][-5:] == [0, 1, 1, 1, 1]
    assert page.context["ages"][0] == ("Blocker", 1, "3 days")
    assert page.context["overruled"] is None


def test_rules_that_are_mostly_overruled_are_shown_to_the_administrator(
    client: Client, editor: User, superuser: User
) -> None:
    lines = [f"Zinc cures cold number {number}." for number in range(12)]
    article = factories.make_article(body="\n".join(lines))
    factories.assess_as(article, flags={key: [factories.flag("overstated", "warning")] for key in range(12)})
    for accepted, found in ((6, []), (8, [(12, 8, 67)])):
        for flag in Flag.objects.open().filter(place__lt=accepted):
            services.decide_flag(flag=flag, by=editor, verdict="not-a-claim", reason="A figure of speech.")
        mended = [*lines[:accepted], *(line.replace("cures", "may ease") for line in lines[accepted:])]
        factories.edit(article, body="\n".join(mended))
        still = {key: [factories.flag("overstated", "warning")] for key in range(accepted)}
        factories.assess_as(article, flags=still)
        client.force_login(superuser)
        rules = client.get(reverse("newsroom:flag-figures")).context["overruled"]
        assert [(rule.cases, rule.overruled, rule.percent) for rule in rules] == found
        factories.edit(article, body="\n".join(lines))
        factories.assess_as(article, flags={key: [factories.flag("overstated", "warning")] for key in range(12)})


def questions(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("query", ["", "?state=all", "?q=zinc&waiting=me&severity=blocker"])
def test_the_desk_asks_as_many_questions_for_forty_flags_as_for_two(
    query: str, client: Client, editor: User, article: Article
) -> None:
    client.force_login(editor)
    few = questions(client, LIST + query)
    body = "\n".join(f"Zinc cures cold number {number}." for number in range(20))
    for _ in range(2):
        more = factories.make_article(body=body)
        links = {index: ["doe2019"] for index in range(20)}
        factories.assess_as(more, flags={index: [factories.flag()] for index in range(20)}, links=links)
    assert len(shown(client)) == 42
    assert questions(client, LIST + query) == few


def test_an_article_page_asks_as_many_questions_for_forty_flags_as_for_two(
    client: Client, editor: User, article: Article
) -> None:
    client.force_login(editor)
    few = questions(client, reverse("admin:articles_article_change", args=[article.pk]))
    body = "\n".join(f"Zinc cures cold number {number}." for number in range(40))
    more = factories.make_article(body=body)
    factories.assess_as(more, flags={index: [factories.flag()] for index in range(40)})
    assert questions(client, reverse("admin:articles_article_change", args=[more.pk])) == few


def test_a_flag_page_asks_as_many_questions_for_a_long_paragraph(
    client: Client, editor: User, article: Article
) -> None:
    client.force_login(editor)
    few = questions(client, page_of(Flag.objects.blockers().get()))
    works = {f"work{number}": factories.make_citation() for number in range(15)}
    more = factories.make_article(body="Zinc cures.", citations=works)
    flags = [factories.flag(), factories.flag("overstated", "warning")]
    factories.assess_as(more, flags={0: flags}, links={0: list(works)[:10]})
    assert questions(client, page_of(Flag.objects.blockers().get(article=more))) == few


def test_what_is_asked_on_the_desk_has_a_day_and_what_asks_nobody_has_none(
    client: Client, editor: User, article: Article
) -> None:
    client.force_login(editor)
    first, second = article.flags.order_by("pk")[:2]
    page = client.get(reverse("admin:articles_flag_change", args=[first.pk])).content.decode()
    assert 'name="due"' in page
    refused = decide(client, first, verdict="ask-source", reason="Which trial was it?", due="tomorrow")
    assert refused.status_code == 400
    assert "Give the day as 2026-12-24" in refused.content.decode()
    day = timezone.localdate() + timedelta(days=3)
    decide(client, first, verdict="ask-source", reason="Which trial was it?", due=day.isoformat())
    decide(client, second, verdict="not-a-claim", reason="It is a question to readers.", due=day.isoformat())
    assert list(Ask.objects.open().values_list("entry__flag", "due").distinct()) == [(first.pk, day)]
