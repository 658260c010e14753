"""An address is dead after two failures a week apart, alive after one answer, and asked politely in between."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings as configured
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models.signals import post_save
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from citations import tasks
from citations.links.checking import LinkChecker
from citations.links.outcomes import Hop, Seen, Trouble
from citations.models import Citation, LinkCheck, RecordedFact
from citations.services import Work, add_works, link_checks, link_corrections
from citations.services.editor_facts import Refusal
from citations.services.link_checks import APART, APART_ON_A_HOST, EACH_HOST_A_RUN, LEASE
from tests.articles import factories
from tests.citations.links.sites import Reply, Site, leads_to

pytestmark = pytest.mark.django_db

URL = "https://example.org/paper"
NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
GONE, FINE = {"status": 404}, {"status": 200}
BARRED, OURS, SLOW = {"status": 403}, {"trouble": Trouble.OURS}, {"trouble": Trouble.TOO_SLOW}


@pytest.fixture
def work(db: None) -> Citation:
    made = factories.make_citation(url=URL)
    LinkCheck.objects.create(citation=made, url=URL, next_at=NOW)
    return made


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, Any]]:
    """The tasks that were sent: the work and how many seconds they wait."""
    messages: list[tuple[int, Any]] = []

    def send(name: str, kwargs: dict[str, Any], countdown: int = 0) -> None:
        assert name == link_checks.TASK
        messages.append((kwargs["citation_id"], countdown))

    monkeypatch.setattr(link_checks.current_app, "send_task", send)
    return messages


@pytest.fixture
def saved() -> Iterator[list[int]]:
    """The works whose saving articles were told of."""
    rows: list[int] = []

    def note(instance: Citation, **_: Any) -> None:
        rows.append(instance.pk)

    post_save.connect(note, sender=Citation)
    yield rows
    post_save.disconnect(note, sender=Citation)


def see(work: Citation, at: datetime, **what: Any) -> LinkCheck:
    """Writes down a look."""
    link_checks.take_in(citation_id=work.pk, seen=Seen(work.url, work.url, **what), now=at)
    work.refresh_from_db()
    return LinkCheck.objects.get(citation=work)


# --- Not dead ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "looks",
    [
        [(0, GONE)],
        [(0, GONE), (1, GONE), (6, GONE)],
        [(0, GONE), (6.99, GONE)],
        [(0, GONE), (3, FINE), (7, GONE)],
        [(0, GONE), (7, FINE)],
        [(0, GONE), (4, FINE), (8, GONE), (14, GONE)],
        [(0, BARRED), (7, BARRED), (30, BARRED)],
        [(0, GONE), (7, BARRED), (14, BARRED)],
        [(0, OURS), (7, OURS), (14, GONE)],
    ],
)
def test_it_is_not_dead(looks: list[tuple[float, Any]], work: Citation) -> None:
    for days, what in looks:
        see(work, NOW + days * DAY, **what)
    assert not work.link_dead


# --- Dead, and alive again ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "looks",
    [
        [(0, GONE), (7, GONE)],
        [(0, {"status": 500}), (8, SLOW)],
        [(0, GONE), (3, GONE), (7, GONE)],
        [(0, GONE), (4, BARRED), (8, {"trouble": Trouble.NO_HOST})],
        [(0, FINE), (1, GONE), (30, {"status": 410})],
    ],
)
def test_it_is_dead_after_two_failures_a_week_apart(looks: list[tuple[float, Any]], work: Citation) -> None:
    for days, what in looks:
        assert not work.link_dead
        check = see(work, NOW + days * DAY, **what)
    assert work.link_dead
    assert check.dead_since == NOW + looks[-1][0] * DAY


def test_one_answer_brings_it_back(work: Citation) -> None:
    see(work, NOW, **GONE)
    see(work, NOW + 7 * DAY, **GONE)
    check = see(work, NOW + 14 * DAY, **FINE)
    assert not work.link_dead
    assert (check.failing_since, check.dead_since, check.answered_at) == (None, None, NOW + 14 * DAY)
    see(work, NOW + 15 * DAY, **GONE)
    assert not work.link_dead


def test_that_a_site_turns_us_away_brings_nothing_back(work: Citation) -> None:
    see(work, NOW, **GONE)
    see(work, NOW + 7 * DAY, **GONE)
    check = see(work, NOW + 14 * DAY, **BARRED)
    assert work.link_dead
    assert check.failing_since == NOW


def test_articles_are_told_only_when_it_changes(work: Citation, saved: list[int]) -> None:
    see(work, NOW, **GONE)
    assert saved == []
    see(work, NOW + 7 * DAY, **GONE)
    assert saved == [work.pk]
    see(work, NOW + 14 * DAY, **GONE)
    see(work, NOW + 21 * DAY, **BARRED)
    assert saved == [work.pk]
    see(work, NOW + 28 * DAY, **FINE)
    assert saved == [work.pk] * 2


def test_articles_that_use_the_work_are_to_be_read_again(work: Citation) -> None:
    article = factories.make_article(citations={"doe2019": work})
    type(article).objects.update(assessed_version=article.version)
    see(work, NOW, **GONE)
    article.refresh_from_db()
    assert article.assessed_version is not None
    see(work, NOW + 7 * DAY, **GONE)
    article.refresh_from_db()
    assert article.assessed_version is None


# --- A person's word ---------------------------------------------------------------------------------------


def test_an_editors_word_is_not_overwritten(work: Citation, editor: User) -> None:
    see(work, NOW, **FINE)
    link_corrections.say(citation=work, dead=True, reason="It shows a shop now.", by=editor)
    see(work, NOW + DAY, **FINE)
    assert work.link_dead
    link_corrections.say(citation=work, dead=False, reason="It turns programs away.", by=editor)
    check = see(work, NOW + 2 * DAY, **GONE)
    check = see(work, NOW + 9 * DAY, **GONE)
    assert not work.link_dead
    assert check.dead_since
    link_corrections.unsay(citation=work, by=editor)
    work.refresh_from_db()
    assert work.link_dead


def test_what_came_dead_with_the_work_stays_until_somebody_leaves_it_to_the_looks(editor: User) -> None:
    [(work, _)] = add_works(works=[Work.of({"title": "A page", "URL": URL}, facts={"link_dead": True})])
    LinkCheck.objects.create(citation=work, url=URL)
    see(work, NOW, **FINE)
    assert work.link_dead
    link_corrections.unsay(citation=work, by=editor)
    work.refresh_from_db()
    assert not work.link_dead
    see(work, NOW + DAY, **FINE)
    assert not work.link_dead


@pytest.mark.parametrize("reason", ["", " \n ", "a" * 501])
def test_a_word_needs_a_reason(reason: str, work: Citation, editor: User) -> None:
    with pytest.raises(Refusal):
        link_corrections.say(citation=work, dead=True, reason=reason, by=editor)
    assert not RecordedFact.objects.exists()


def test_nothing_is_said_where_there_is_nothing_to_say(work: Citation, editor: User) -> None:
    with pytest.raises(Refusal):
        link_corrections.unsay(citation=work, by=editor)
    with pytest.raises(Refusal):
        link_corrections.say(citation=factories.make_citation(), dead=True, reason="There is none.", by=editor)


def test_who_may_not_change_works_may_say_nothing(work: Citation, reviewer: User) -> None:
    for act in (
        lambda: link_corrections.say(citation=work, dead=True, reason="Because.", by=reviewer),
        lambda: link_corrections.unsay(citation=work, by=reviewer),
        lambda: link_corrections.take_over(citation=work, by=reviewer),
        lambda: link_checks.ask_now(citation=work, by=reviewer),
    ):
        with pytest.raises(PermissionDenied):
            act()


# --- Another address ---------------------------------------------------------------------------------------


def test_a_changed_address_starts_anew(work: Citation, editor: User) -> None:
    see(work, NOW, **GONE)
    see(work, NOW + 7 * DAY, **GONE)
    link_corrections.say(citation=work, dead=True, reason="Gone.", by=editor)
    Citation.objects.filter(pk=work.pk).update(url="https://example.org/new")
    link_checks.put_on_schedule(now=NOW + 8 * DAY, most=10)
    work.refresh_from_db()
    check = LinkCheck.objects.get()
    assert not work.link_dead
    assert (check.url, check.failing_since, check.outcome) == ("https://example.org/new", None, "")
    assert (check.next_at, check.former) == (NOW + 8 * DAY, [URL])
    assert not RecordedFact.objects.exists()


def test_what_was_seen_at_an_address_is_not_taken_for_another(work: Citation) -> None:
    Citation.objects.filter(pk=work.pk).update(url="https://example.org/new")
    link_checks.take_in(citation_id=work.pk, seen=Seen(URL, URL, status=404), now=NOW)
    assert LinkCheck.objects.get().outcome == ""


def test_a_work_that_loses_its_address_is_not_asked_about(work: Citation, sent: list[Any]) -> None:
    see(work, NOW, **GONE)
    Citation.objects.filter(pk=work.pk).update(url="")
    link_checks.put_on_schedule(now=NOW, most=10)
    assert link_checks.send_due(now=NOW + 365 * DAY, most=10) == 0
    link_checks.check_link(citation_id=work.pk, now=NOW)


def seen_moving(work: Citation, *statuses: int, to: str, status: int = 200) -> LinkCheck:
    way = [URL, *(f"https://example.org/{number}" for number in range(1, len(statuses)))]
    hops = tuple(Hop(url, code) for url, code in zip(way, statuses, strict=True))
    link_checks.take_in(citation_id=work.pk, seen=Seen(URL, to, hops, status=status), now=NOW)
    return LinkCheck.objects.get(citation=work)


@pytest.mark.parametrize(
    ("statuses", "to", "status"),
    [
        ((302,), "https://example.org/new", 200),
        ((307, 301), "https://example.org/new", 200),
        ((301,), "https://example.org/new", 404),
        ((301,), "https://example.org/new", 403),
        ((301,), "http://example.org/new", 200),
        ((301,), "https://example.org/", 200),
        ((301,), "https://example.org", 200),
        ((301,), URL, 200),
        ((301,), "https://example.org/" + "a" * 1000, 200),
    ],
)
def test_it_has_not_moved_for_good(
    statuses: tuple[int, ...], to: str, status: int, work: Citation, editor: User
) -> None:
    assert seen_moving(work, *statuses, to=to, status=status).moved_to == ""
    with pytest.raises(Refusal):
        link_corrections.take_over(citation=work, by=editor)


@pytest.mark.parametrize(
    ("statuses", "moved_to"),
    [
        ((301,), "https://example.org/new"),
        ((308, 301), "https://example.org/new"),
        ((301, 302), "https://example.org/1"),
    ],
)
def test_it_has_moved_as_far_as_redirects_say_for_good(
    statuses: tuple[int, ...], moved_to: str, work: Citation
) -> None:
    assert seen_moving(work, *statuses, to="https://example.org/new").moved_to == moved_to


def test_the_new_address_is_taken_over_and_recorded_with_the_old_one(
    work: Citation, editor: User, settings: Settings, sent: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    settings.LINK_CHECKS = True
    Citation.objects.filter(pk=work.pk).update(csl={"URL": URL, "title": "A"})
    seen_moving(work, 301, to="https://example.org/new")
    with django_capture_on_commit_callbacks(execute=True):
        link_corrections.take_over(citation=work, by=editor)
    work.refresh_from_db()
    assert work.url == work.csl["URL"] == LinkCheck.objects.get().url == "https://example.org/new"
    fact = RecordedFact.objects.get(name="url", origin="editor")
    assert (fact.by, fact.value) == (editor, "https://example.org/new")
    assert URL in fact.reason
    assert work.pk in [pk for pk, _ in sent]


def test_a_page_that_leads_to_a_front_page_is_told_as_such(work: Citation) -> None:
    assert seen_moving(work, 302, to="https://example.org/").ends_at_front_page
    assert not seen_moving(work, 302, to="https://example.org/new").ends_at_front_page


# --- When --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "least", "most"),
    [
        (FINE, 27, 33),
        (BARRED, 27, 33),
        (GONE, 7.07, 7.7),
        (SLOW, 7.07, 7.7),
        (OURS, 0.25, 0.5),
        ({"status": 429}, 1, 1.2),
        ({"status": 429, "wait": 3600.0}, 1, 1.2),
        ({"status": 503, "wait": 86_400.0}, 1, 1.2),
    ],
)
def test_it_is_asked_again(what: dict[str, Any], least: float, most: float, work: Citation) -> None:
    next_at = see(work, NOW, **what).next_at
    assert next_at
    assert least * DAY <= next_at - NOW <= most * DAY


def test_the_second_of_two_weekly_looks_comes_late_enough(work: Citation) -> None:
    check = see(work, NOW, **GONE)
    assert check.next_at
    see(work, check.next_at, **GONE)
    assert work.link_dead


def test_a_site_that_puts_us_off_again_and_again_waits_for_its_month(work: Citation) -> None:
    see(work, NOW, status=429)
    next_at = see(work, NOW + DAY, status=429).next_at
    assert next_at
    assert next_at - NOW > 20 * DAY


def test_the_days_between_looks_are_a_setting(work: Citation, settings: Settings) -> None:
    settings.LINK_CHECK_DAYS = 3
    next_at = see(work, NOW, **FINE).next_at
    assert next_at
    assert 2.7 * DAY <= next_at - NOW <= 3.3 * DAY


def test_only_works_that_articles_use_and_that_have_an_address_are_put_on_the_list(db: None) -> None:
    used, bare = factories.make_citation(url=URL), factories.make_citation()
    factories.make_citation(url="https://example.org/unused")
    factories.make_article(citations={"a": used, "b": bare})
    factories.make_article(citations={"a": used})
    assert link_checks.put_on_schedule(now=NOW, most=10) == 1
    assert list(LinkCheck.objects.values_list("citation", "url", "next_at")) == [(used.pk, URL, NOW)]
    assert link_checks.put_on_schedule(now=NOW, most=10) == 0


def test_what_is_due_is_sent_once(work: Citation, sent: list[Any]) -> None:
    assert link_checks.send_due(now=NOW - DAY, most=10) == 0
    assert link_checks.send_due(now=NOW, most=10) == 1
    assert link_checks.send_due(now=NOW, most=10) == 0
    assert link_checks.send_due(now=NOW + LEASE, most=10) == 1  # the message was lost
    assert sent == [(work.pk, 0)] * 2


def test_many_addresses_of_one_host_are_spread_and_let_others_through(db: None, sent: list[Any]) -> None:
    def due(host: str, number: int) -> LinkCheck:
        work = factories.make_citation(url=f"https://{host}/{number}")
        return LinkCheck(citation=work, url=work.url, next_at=NOW - (DAY if host == "big.example.org" else timedelta()))

    big = EACH_HOST_A_RUN * 2 + 5
    LinkCheck.objects.bulk_create(due("big.example.org", number) for number in range(big))
    LinkCheck.objects.bulk_create(due(f"h{number}.example.org", 1) for number in range(3))
    assert link_checks.send_due(now=NOW, most=EACH_HOST_A_RUN + 3) == EACH_HOST_A_RUN + 3
    assert [countdown for _, countdown in sent[:3]] == [0, APART_ON_A_HOST, 2 * APART_ON_A_HOST]
    assert [countdown for _, countdown in sent[-3:]] == [0, 0, 0]
    for runs, number in ((1, EACH_HOST_A_RUN), (2, 5)):
        assert LinkCheck.objects.filter(next_at=NOW + runs * link_checks.RUN).count() == number


def test_a_run_asks_as_many_questions_for_forty_addresses_as_for_four(db: None, sent: list[Any]) -> None:
    def questions(number: int) -> int:
        works = {f"k{n}": factories.make_citation(url=f"https://h{n}.example.org/{number}") for n in range(number)}
        factories.make_article(citations=works)
        with CaptureQueriesContext(connection) as asked:
            link_checks.put_on_schedule(now=NOW, most=100)
            assert link_checks.send_due(now=NOW, most=100) == number
        return len(asked)

    assert questions(40) == questions(4)


def test_nobody_is_asked_where_looks_are_turned_off(work: Citation, editor: User, sent: list[Any]) -> None:
    assert configured.LINK_CHECKS is False
    assert tasks.check_links() == 0
    tasks.check_link(citation_id=work.pk)
    assert link_checks.ask_now(citation=work, by=editor) is False
    assert sent == []
    assert LinkCheck.objects.get().checked_at is None


def test_an_editor_has_a_work_asked_about_that_no_article_uses(
    db: None, editor: User, settings: Settings, sent: list[Any], django_capture_on_commit_callbacks: Any
) -> None:
    settings.LINK_CHECKS = True
    work = factories.make_citation(url=URL)
    with django_capture_on_commit_callbacks(execute=True):
        assert link_checks.ask_now(citation=work, by=editor)
    assert sent == [(work.pk, 0)]
    assert link_checks.progress(LinkCheck.objects.get())["busy"]


# --- With a site that answers ------------------------------------------------------------------------------


def at(site: Site, path: str) -> Citation:
    work = factories.make_citation(url=f"{site.base}{path}")
    LinkCheck.objects.create(citation=work, url=work.url, next_at=NOW)
    return work


def test_a_look_is_written_down(site: Site, link_checker: LinkChecker) -> None:
    site.answers |= {"/a": leads_to("/b", 301), "/b": Reply()}
    work = at(site, "/a")
    link_checks.check_link(citation_id=work.pk, now=NOW, using=link_checker)
    check = LinkCheck.objects.get()
    assert (check.outcome, check.status_code, check.checked_at) == ("answers", 200, NOW)
    assert check.redirects == [{"url": f"{site.base}/a", "status": 301}]
    assert check.final_url == check.moved_to == f"{site.base}/b"
    assert check.message == "The address answers (200)."


def test_a_message_that_comes_twice_asks_once(site: Site, link_checker: LinkChecker) -> None:
    site.answers["/a"] = Reply()
    work = at(site, "/a")
    for _ in range(2):
        link_checks.check_link(citation_id=work.pk, now=NOW, using=link_checker)
    assert site.asked == ["HEAD /a"]
    link_checks.check_link(citation_id=work.pk, now=NOW, using=link_checker, fresh=True)
    assert site.asked == ["HEAD /a"] * 2


def test_a_host_that_may_not_be_asked_now_is_asked_later_and_nothing_is_said(
    site: Site,
    link_checker: LinkChecker,
) -> None:
    site.answers["/a"] = Reply(429, (("Retry-After", "7200"),))
    first, second = at(site, "/a"), at(site, "/b")
    link_checks.check_link(citation_id=first.pk, now=NOW, using=link_checker)
    link_checks.check_link(citation_id=second.pk, now=NOW, using=link_checker)
    check = LinkCheck.objects.get(citation=second)
    assert (check.outcome, check.checked_at, check.failing_since) == ("", None, None)
    assert check.next_at
    assert timedelta(hours=2) <= check.next_at - NOW + timedelta(minutes=1) <= timedelta(hours=3, minutes=1)
    assert site.asked == ["HEAD /a"]


def test_a_changed_address_is_the_one_that_is_asked(site: Site, link_checker: LinkChecker) -> None:
    site.answers["/new"] = Reply()
    work = at(site, "/old")
    Citation.objects.filter(pk=work.pk).update(url=f"{site.base}/new")
    link_checks.check_link(citation_id=work.pk, now=NOW, using=link_checker)
    assert site.asked == ["HEAD /new"]
    assert LinkCheck.objects.get().outcome == "answers"


def test_a_work_that_is_gone_is_nobodys_fault(db: None) -> None:
    link_checks.check_link(citation_id=1, now=NOW)


def test_a_week_passes(site: Site, link_checker: LinkChecker) -> None:
    site.answers["/a"] = [Reply(404), Reply(404), Reply(404), Reply(404), Reply()]
    work = at(site, "/a")
    for now, dead in ((NOW, False), (NOW + APART, True), (NOW + 2 * APART, False)):
        link_checks.check_link(citation_id=work.pk, now=now, using=link_checker)
        work.refresh_from_db()
        assert work.link_dead is dead
