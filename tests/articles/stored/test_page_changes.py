"""Every act that changes a page: afterwards the new page is sent, and without its trigger the old one would be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from articles import services
from articles.models import Article, Contributor, Revision, StoredPage, Topic
from articles.services import log
from articles.services.policies import write_policy
from articles.services.public_record import amend
from articles.stored import rendering, rows, version
from articles.stored.watched import WATCHED
from citations.models import Citation, LinkCheck, Merge, Notice, NoticeList
from tests.articles.factories import make_user
from tests.articles.published import WHEN, approve, people, publish, snapshot, take_off, work

pytestmark = pytest.mark.django_db

URL = "/articles/magnesium/"
DAY = date(2026, 11, 20)


@dataclass
class Site:
    """One article with two works in the library, a topic and a person."""

    article: Article
    work: Citation
    dead: Citation
    topic: Topic
    person: Contributor


@pytest.fixture
def site(db: None) -> Site:
    one = Citation.objects.create(title="Part 1", doi="10.1000/part.1", fingerprint="1")
    two = Citation.objects.create(title="Part 2", url="https://example.org/2", fingerprint="2")
    topic = Topic.objects.create(name="Sleep", slug="sleep", description="How we sleep.")
    content = snapshot(
        citations=[
            work(1, used_in=[0], work=one.pk),
            work(2, used_in=[0], doi="", pmid="", url="https://example.org/2", work=two.pk),
        ]
    )
    slug = content["contributors"][0]["slug"]
    person = Contributor.objects.create(name=content["contributors"][0]["name"], slug=slug)
    return Site(publish(content), one, two, topic, person)


def retracted(site: Site) -> None:
    Citation.objects.filter(pk=site.work.pk).update(status="retracted", status_checked=DAY, status_sources="Crossref")


def the_notice_has_a_day(site: Site) -> None:
    Notice.objects.create(
        kind="retraction", doi="10.1000/part.1", source="crossref", record="1", published_on=date(2026, 11, 2)
    )


def whole_list(site: Site) -> None:
    NoticeList.objects.create(source="retraction-watch", name="a", sha256="a", rows=1, as_of=DAY, complete=True)


def dead_link(site: Site) -> None:
    Citation.objects.filter(pk=site.dead.pk).update(link_dead=True)


def moved(site: Site) -> None:
    Citation.objects.filter(pk=site.dead.pk).update(url="https://example.org/new")
    LinkCheck.objects.create(citation=site.dead, url="https://example.org/new", former=["https://example.org/2"])


def merged(site: Site) -> None:
    kept = Citation.objects.create(title="Part 1, again", fingerprint="3", status="concern", status_checked=DAY)
    Merge.objects.create(kept=kept, gone_id=site.work.pk, gone={}, at=WHEN)
    Citation.objects.filter(pk=site.work.pk).delete()


def kept_work_retracted(site: Site) -> None:
    Citation.objects.filter(title="Part 1, again").update(status="retracted")


def needs_update(site: Site) -> None:
    services.mark_needs_update(article=site.article, by=make_user("Editors"), reason="A new trial came out.")


def new_revision(site: Site, **changes: Any) -> None:
    writer, approver = people()
    number = Revision.objects.filter(article=site.article).count() + 1
    fields = {"title": "Magnesium, once more", "change_note": "New title."} | changes
    revision = Revision.objects.create(
        article=site.article,
        number=number,
        **snapshot(**fields),
        created_by=writer,
        approved_by=approver,
        approved_at=WHEN,
        published_at=WHEN + timedelta(days=9),
    )
    approve(revision)
    before = Article.objects.get(pk=site.article.pk).live_revision
    amend(article=site.article, by=None, kind="update", right="New words.", before=before, after=revision)
    Article.objects.filter(pk=site.article.pk).update(live_revision=revision, updated_at=WHEN + timedelta(days=9))


def other_disclosure(site: Site) -> None:
    new_revision(site, disclosures=[{"product": "Ruby Guard", "statement": "We sell Ruby Guard.", "tie": "own"}])


def other_slug(site: Site) -> None:
    Article.objects.filter(pk=site.article.pk).update(slug="magnesium-and-sleep")


def withdrawn(site: Site) -> None:
    take_off(site.article)


def another_article(site: Site) -> None:
    publish(snapshot(title="Zinc and colds"), slug="zinc", after_days=3)


def topic_renamed(site: Site) -> None:
    Topic.objects.filter(pk=site.topic.pk).update(name="Sleep and rest", description="Rest.")


def person_changed(site: Site) -> None:
    Contributor.objects.filter(pk=site.person.pk).update(bio="Sells magnesium now.", credentials="MD")


def work_described(site: Site) -> None:
    Citation.objects.filter(pk=site.work.pk).update(title="Another title", csl={"title": "Another title"})


def corrected(site: Site) -> None:
    live = site.article.live_revision
    said = {"wrong": "It said 30 people.", "right": "There were 20 people."}
    amend(article=site.article, by=None, kind="correction", before=live, after=live, **said)


def related(site: Site) -> None:
    publish(snapshot(title="Zinc and sleep"), slug="zinc", after_days=3)


def related_by_work(site: Site) -> None:
    works = [work(1, used_in=[0], work=site.work.pk)]
    publish(snapshot(title="Zinc and sleep", citations=works, topics=[]), slug="zinc", after_days=3)


def related_withdrawn(site: Site) -> None:
    take_off(Article.objects.get(slug="zinc"))


def policy_written(site: Site) -> None:
    write_policy(page="contact", text="Ring twice.", said="Shorter.", by=make_user("Publishers"), seen=1)


HOW, FIGURES = "/how-we-work/", "/how-we-work/figures/"
WORK = "/works/{work}/"
TOPIC, PERSON, REFERENCES = "/topics/sleep/", "/people/{person}/", f"{URL}references/"
ACTS: list[tuple[Callable[[Site], None], str, str]] = [
    (retracted, URL, "citations_citation"),
    (retracted, REFERENCES, "citations_citation"),
    (the_notice_has_a_day, URL, "citations_notice"),
    (whole_list, URL, "citations_noticelist"),
    (dead_link, URL, "citations_citation"),
    (moved, URL, "citations_citation citations_linkcheck"),
    (merged, URL, "citations_citation citations_merge"),
    (kept_work_retracted, URL, "citations_citation"),
    (needs_update, URL, "articles_article articles_amendment"),
    (new_revision, URL, "articles_article articles_amendment"),
    (new_revision, "/", "articles_article articles_amendment"),
    (new_revision, TOPIC, "articles_article articles_amendment"),
    (new_revision, PERSON, "articles_article articles_amendment"),
    (new_revision, "/feed/", "articles_article articles_amendment"),
    (new_revision, "/feed/atom/", "articles_article articles_amendment"),
    (new_revision, "/sitemap.xml", "articles_article articles_amendment"),
    (other_disclosure, URL, "articles_article articles_amendment"),
    (corrected, URL, "articles_amendment"),
    (corrected, "/", "articles_amendment"),
    (corrected, "/corrections/", "articles_amendment"),
    (related, URL, "articles_article"),
    (related_by_work, URL, "articles_article"),
    (related_withdrawn, URL, "articles_article articles_amendment"),
    (other_slug, URL, "articles_article"),
    (other_slug, "/", "articles_article"),
    (withdrawn, URL, "articles_article articles_amendment"),
    (withdrawn, REFERENCES, "articles_article articles_amendment"),
    (withdrawn, "/", "articles_article articles_amendment"),
    (withdrawn, TOPIC, "articles_article articles_amendment"),
    (withdrawn, PERSON, "articles_article articles_amendment"),
    (withdrawn, "/feed/", "articles_article articles_amendment"),
    (withdrawn, "/sitemap.xml", "articles_article articles_amendment"),
    (another_article, "/", "articles_article"),
    (another_article, TOPIC, "articles_article"),
    (another_article, PERSON, "articles_article"),
    (another_article, "/feed/atom/", "articles_article"),
    (another_article, "/sitemap.xml", "articles_article"),
    (another_article, "/sitemap-articles-0.xml", "articles_article"),
    (another_article, "/sitemap-pages.xml", "articles_article"),
    (new_revision, f"{URL}card-1.png", "articles_article articles_amendment"),
    (topic_renamed, TOPIC, "articles_topic"),
    (person_changed, PERSON, "articles_contributor"),
    (work_described, REFERENCES, "citations_citation"),
    (work_described, WORK, "citations_citation"),
    (retracted, WORK, "citations_citation"),
    (new_revision, WORK, "articles_article articles_amendment"),
    (withdrawn, WORK, "articles_article articles_amendment"),
    (merged, WORK, "citations_citation citations_merge"),
    (another_article, "/topics/", "articles_article"),
    (topic_renamed, "/topics/", "articles_topic"),
    (another_article, "/archive/", "articles_article"),
    (another_article, "/archive/2026/3/", "articles_article"),
    (another_article, "/archive/2026/", "articles_article"),
    (another_article, "/people/", "articles_article"),
    (person_changed, "/people/", "articles_contributor"),
    (policy_written, HOW, "articles_policy"),
    (policy_written, f"{HOW}contact/", "articles_policy"),
    (policy_written, f"{HOW}contact/versions/1/", "articles_policy"),
    (corrected, FIGURES, "articles_amendment"),
    (withdrawn, FIGURES, "articles_article articles_amendment"),
]
BEFORE = {
    the_notice_has_a_day: retracted,
    kept_work_retracted: merged,
    related_withdrawn: related_by_work,
}


def sent(client: Client, address: str) -> tuple[int, bytes]:
    response = client.get(address)
    return response.status_code, response.content


def rendered_now(client: Client, address: str, settings: Any) -> tuple[int, bytes]:
    settings.STORED_PAGES = False
    try:
        return sent(client, address)
    finally:
        settings.STORED_PAGES = True


@pytest.mark.drawn(5)
@pytest.mark.parametrize("watched", [True, False], ids=["", "without-its-trigger"])
@pytest.mark.parametrize(("act", "address", "tables"), ACTS, ids=[f"{a.__name__}:{u}" for a, u, _ in ACTS])
def test_after_it_the_new_page_is_sent_and_without_the_trigger_the_old_one_would_be(
    client: Client, site: Site, settings: Any, act: Callable[[Site], None], address: str, tables: str, watched: bool
) -> None:
    address = address.format(person=site.person.slug, work=site.work.pk)
    if first := BEFORE.get(act):
        first(site)
    before = sent(client, address)
    assert before[0] == 200
    assert StoredPage.objects.filter(address=address, stale=False).exists()
    if not watched:
        with connection.cursor() as cursor:
            for table in tables.split():
                body = "LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$"
                cursor.execute(f"CREATE OR REPLACE FUNCTION articles_pages_of_{table}() RETURNS trigger {body}")
    act(site)
    now = rendered_now(client, address, settings)
    assert now != before, "this act changes nothing of the page"
    assert sent(client, address) == (now if watched else before)


def test_each_watched_table_has_an_act_here() -> None:
    assert {table for _, _, tables in ACTS for table in tables.split()} == set(WATCHED)


def test_a_draft_that_is_written_on_leaves_the_page_as_it_is(client: Client, site: Site) -> None:
    client.get(URL)
    Article.objects.filter(pk=site.article.pk).update(body="Draft", title="Draft", version=9, reviewed_on=DAY)
    Citation.objects.filter(pk=site.work.pk).update(compared="2", updated_at=WHEN)
    Article.objects.create(title="Another draft", slug="another").topics.add(site.topic)
    assert not StoredPage.objects.filter(stale=True).exists()


def test_a_site_of_another_name_or_another_design_has_other_pages(
    client: Client, site: Site, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = client.get(URL)
    settings.SITE_NAME = "Another Name"
    second = client.get(URL)
    assert b"Another Name" in second.content
    assert second["ETag"] != first["ETag"]
    StoredPage.objects.update(until=datetime(2100, 1, 1, tzinfo=UTC))
    made_with, named = version.code()
    monkeypatch.setattr(version, "code", lambda: (made_with + "another template", named))
    assert rows.read(URL) is None


def test_the_version_knows_the_settings_and_files_that_pages_are_made_of() -> None:
    _, named = version.code()
    assert {"SITE_NAME", "SITE_TAGLINE", "SITE_URL", "PUBLISHER_NAME", "IMAGE_HOSTS", "ARTICLES_PER_PAGE"} <= set(named)
    assert not {"SECRET_KEY", "SECRET_KEY_FALLBACKS"} & set(named)


def test_a_review_that_falls_due_ends_the_page(client: Client, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    now = datetime(2026, 11, 20, 15, tzinfo=UTC)
    monkeypatch.setattr(rendering.timezone, "now", lambda: now)
    new_revision(site, dates={"evidence_to": None, "next_review": "2026-11-20", "reviewed_on": None})
    assert b"Due for review" not in client.get(URL).content
    assert StoredPage.objects.get(address=URL).until == datetime(2026, 11, 21, tzinfo=UTC)
    StoredPage.objects.update(until=now)
    now = datetime(2026, 11, 21, tzinfo=UTC)
    assert b"Due for review" in client.get(URL).content
    assert StoredPage.objects.get(address=URL).until > now


def test_the_log_has_no_part_in_what_a_page_shows(client: Client, site: Site) -> None:
    client.get(URL)
    log.record(action="anything", by=None, article=site.article)
    assert not StoredPage.objects.filter(stale=True).exists()


def test_the_page_of_notes_ends_with_what_it_shows(client: Client, site: Site) -> None:
    notes = f"{URL}claims/"
    assert client.get(notes).status_code == 200
    assert not StoredPage.objects.get(address=notes).stale
    retracted(site)
    assert StoredPage.objects.get(address=notes).stale
    assert client.get(notes).status_code == 200
    take_off(site.article)
    assert StoredPage.objects.get(address=notes).stale
    assert client.get(notes).status_code == 410
