"""What readers are sent of a kept page: the same to everybody, in the coding they take, or that nothing has changed."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from typing import Any

import brotli
import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from articles.models import Article, Contributor, StoredPage, Topic
from articles.stored import keeping, rendering, rows, watched
from articles.stored.addresses import KINDS, address_of
from articles.stored.sending import takes_gzip
from citations.models import Citation
from tests.articles.published import publish, snapshot, take_off, work

pytestmark = pytest.mark.django_db

URL = "/articles/magnesium/"


@pytest.fixture
def article() -> Article:
    return publish(snapshot("Magnesium helps.", citations=[work(1, used_in=[0])]))


# --- What is refused ---------------------------------------------------------------------------------------


def test_a_draft_has_no_page_and_none_is_kept(client: Client) -> None:
    Article.objects.create(title="Only a draft", slug="magnesium")
    assert client.get(URL).status_code == 404
    assert not StoredPage.objects.exists()


def test_a_withdrawn_article_is_gone_at_once_and_forgotten(client: Client, article: Article) -> None:
    client.get(URL)
    take_off(article)
    assert client.get(URL).status_code == 410
    assert not StoredPage.objects.filter(address=URL).exists()


def test_a_row_that_was_written_past_the_site_is_not_sent(
    client: Client, article: Article, caplog: pytest.LogCaptureFixture
) -> None:
    true = client.get(URL).content
    forged = gzip.compress(b"<h1>Buy our pills</h1>")
    StoredPage.objects.filter(address=URL).update(body=forged)
    assert client.get(URL).content == true
    assert "bears no seal of this site" in caplog.text
    StoredPage.objects.filter(address=URL).update(headers='[["Content-Type", "text/html"]]')
    assert client.get(URL)["Content-Security-Policy"]


def test_a_sealed_page_is_not_sent_from_another_address(client: Client, article: Article) -> None:
    publish(snapshot(title="Zinc"), slug="zinc")
    assert b"<title>Zinc" in client.get("/articles/zinc/").content
    zinc = StoredPage.objects.get(address="/articles/zinc/")
    client.get(URL)
    StoredPage.objects.filter(address=URL).update(body=zinc.body, headers=zinc.headers, etag=zinc.etag, seal=zinc.seal)
    assert b"<title>Zinc" not in client.get(URL).content


def test_a_page_that_reads_a_table_nobody_watches_is_shown_and_not_kept(
    client: Client, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    fewer = {name: one for name, one in watched.WATCHED.items() if name != "citations_citation"}
    monkeypatch.setattr(rendering, "WATCHED", fewer)
    assert client.get(URL).status_code == 200
    assert not StoredPage.objects.exists()


def test_the_database_takes_no_page_of_a_revision_that_is_not_live(client: Client, article: Article) -> None:
    client.get(URL)
    take_off(article)
    with pytest.raises(DatabaseError, match="is not what readers see there"), transaction.atomic():
        StoredPage.objects.filter(address=URL).update(stale=False)


def test_an_answer_that_is_for_one_person_is_never_kept(article: Article, monkeypatch: pytest.MonkeyPatch) -> None:
    true = rendering._answer

    def with_a_cookie(match: Any, request: Any) -> Any:
        response = true(match, request)
        if response is not None:
            response.set_cookie("sessionid", "x")
        return response

    monkeypatch.setattr(rendering, "_answer", with_a_cookie)
    assert keeping.keep(URL) is None


def test_another_host_and_other_methods_go_the_long_way(client: Client, article: Article) -> None:
    client.get(URL)
    assert client.get(URL, HTTP_HOST="evil.example").status_code == 400
    assert client.post(URL).status_code == 405
    assert client.put(URL).status_code == 405


def test_pages_that_a_query_asks_for_are_others(client: Client) -> None:
    for number in range(12):
        publish(snapshot(title=f"Article {number}"), slug=f"article-{number}")
    first = client.get("/")
    older = re.findall(r"\?(after=[^\"]+)", first.content.decode())[0]
    second = client.get(f"/?{older}")
    assert first.status_code == second.status_code == 200
    assert first.content != second.content
    assert [row.address for row in StoredPage.objects.all()] == ["/"]
    assert address_of("/", "utm_source=mail&utm_medium=x") == "/"
    assert address_of("/", "utm_source=mail&after=2") is None
    assert address_of("/admin/", "") is None


# --- What is sent ------------------------------------------------------------------------------------------


def test_it_is_what_the_view_gives_with_every_header_of_safety(client: Client, article: Article, settings: Any) -> None:
    settings.STORED_PAGES = False
    plain = client.get(URL)
    settings.STORED_PAGES = True
    kept = client.get(URL)
    assert kept.content == plain.content
    dropped = ("ETag", "Last-Modified", "Content-Length", "Vary")
    assert {k: v for k, v in kept.items() if k not in dropped} == {k: v for k, v in plain.items() if k not in dropped}
    assert StoredPage.objects.get().revision_id == article.live_revision_id


def test_a_read_is_one_question_with_no_session_and_the_same_for_who_is_signed_in(
    client: Client, article: Article, make_user: Any, django_assert_num_queries: Any
) -> None:
    first = client.get(URL)
    client.force_login(make_user("eve", "Editors"))
    with django_assert_num_queries(1):
        again = client.get(URL)
    assert again.content == first.content
    assert not again.cookies
    assert again["Vary"] == "Accept-Encoding"


@pytest.mark.parametrize("accepted", ["gzip", "br;q=0, gzip;q=0.8", "gzip, deflate, xbr", "*", "GZIP"])
def test_who_takes_gzip_gets_what_is_kept(client: Client, article: Article, accepted: str) -> None:
    plain, packed = client.get(URL), client.get(URL, HTTP_ACCEPT_ENCODING=accepted)
    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert packed["ETag"] != plain["ETag"]
    assert int(packed["Content-Length"]) == len(packed.content)


@pytest.mark.parametrize("accepted", ["br", "gzip, deflate, br", "gzip;q=0.5, BR;q=1.0", "br , gzip"])
def test_who_takes_brotli_gets_the_same_page_in_fewer_bytes(client: Client, article: Article, accepted: str) -> None:
    plain, packed = client.get(URL), client.get(URL, HTTP_ACCEPT_ENCODING="gzip")
    denser = client.get(URL, HTTP_ACCEPT_ENCODING=accepted)
    assert denser["Content-Encoding"] == "br"
    assert brotli.decompress(denser.content) == plain.content
    assert int(denser["Content-Length"]) == len(denser.content) < len(packed.content)
    assert len({plain["ETag"], packed["ETag"], denser["ETag"]}) == 3
    again = client.get(URL, HTTP_ACCEPT_ENCODING=accepted, HTTP_IF_NONE_MATCH=packed["ETag"])
    assert (again.status_code, again["ETag"]) == (304, denser["ETag"])


def test_a_picture_is_kept_in_one_coding(client: Client, article: Article) -> None:
    address = f"{URL}card-1.png"
    client.get(address)
    assert StoredPage.objects.get(address=address).denser is None
    assert client.get(address, HTTP_ACCEPT_ENCODING="gzip, br")["Content-Encoding"] == "gzip"


def test_a_page_forged_in_one_coding_is_not_sent_in_it(client: Client, article: Article) -> None:
    client.get(URL)
    StoredPage.objects.update(denser=brotli.compress(b"Buy now."))
    assert b"Buy now." not in client.get(URL, HTTP_ACCEPT_ENCODING="br").content
    held = StoredPage.objects.get()
    StoredPage.objects.update(denser=held.body, seal_denser=held.seal)
    assert rows.read(URL, denser=True) is None


@pytest.mark.parametrize("accepted", ["", "xbr", "gzip;q=0", "gzip; q=0.000, br;q=0", "xgzip", "identity"])
def test_who_does_not_take_it_gets_it_plain(client: Client, article: Article, accepted: str) -> None:
    assert not takes_gzip(accepted)
    response = client.get(URL, HTTP_ACCEPT_ENCODING=accepted)
    assert "Content-Encoding" not in response
    assert b"Magnesium" in response.content


def test_who_has_it_is_told_that_it_is_unchanged(client: Client, article: Article) -> None:
    for coding in ("", "gzip", "br"):
        client.get(URL)
        first = client.get(URL, HTTP_ACCEPT_ENCODING=coding)
        for tag in (first["ETag"], "W/" + first["ETag"], f'"other", {first["ETag"]}', "*"):
            again = client.get(URL, HTTP_ACCEPT_ENCODING=coding, HTTP_IF_NONE_MATCH=tag)
            assert (again.status_code, again.content) == (304, b"")
            assert (again["ETag"], again["Cache-Control"]) == (first["ETag"], first["Cache-Control"])
    assert client.get(URL, HTTP_IF_NONE_MATCH='"0123"').status_code == 200


def test_a_day_alone_decides_only_where_no_tag_is_named(client: Client, article: Article) -> None:
    client.get(URL)
    StoredPage.objects.update(changed="2026-03-03T09:00:00.4Z")
    day = client.get(URL)["Last-Modified"]
    assert day == "Tue, 03 Mar 2026 09:00:00 GMT"
    assert client.get(URL, HTTP_IF_MODIFIED_SINCE=day).status_code == 304
    assert client.get(URL, HTTP_IF_MODIFIED_SINCE="Tue, 03 Mar 2026 08:59:59 GMT").status_code == 200
    assert client.get(URL, HTTP_IF_MODIFIED_SINCE=day, HTTP_IF_NONE_MATCH='"other"').status_code == 200


def test_two_changes_in_one_second_have_two_days(client: Client, article: Article) -> None:
    client.get(URL)
    first = StoredPage.objects.get().changed
    rendered = rendering.render(URL)
    assert rendered is not None
    same = rows.write(rendered)
    other = rows.write(replace(rendered, content=rendered.content + b" "))
    assert same.changed == first.timestamp()
    assert other.changed >= first.timestamp() + 1


def test_asking_for_the_head_gives_headers_alone(client: Client, article: Article) -> None:
    whole, head = client.get(URL), client.head(URL)
    assert (head.content, head["Content-Length"]) == (b"", whole["Content-Length"])


def test_a_cache_that_is_told_of_changes_may_keep_pages(client: Client, article: Article, settings: Any) -> None:
    assert client.get(URL)["Cache-Control"] == "public, no-cache"
    settings.PURGE_URL = "https://cache.example/purge"
    assert client.get(URL)["Cache-Control"] == "public, max-age=0, s-maxage=3600, stale-while-revalidate=60"


def test_every_kind_of_page_is_kept(client: Client, article: Article) -> None:
    """A kind that is no longer kept reads a table that `watched` does not know: give it its line there."""
    Topic.objects.create(name="Sleep", slug="sleep")
    Contributor.objects.create(name="Ada Lind", slug="ada-lind")
    held = Citation.objects.create(title="Part 1", doi="10.1000/part.1", fingerprint="1")
    publish(snapshot("Zinc.", citations=[work(1, used_in=[0], work=held.pk)]), slug="zinc")
    filled = {
        **{
            "article": ["magnesium"],
            "notes": ["zinc"],
            "references": ["zinc"],
            "versions": ["zinc"],
            "topic": ["sleep"],
            "contributor": ["ada-lind"],
        },
        **{"work": [held.pk], "year": [2026], "month": [2026, 3]},
        **{"card": ["magnesium", 1], "sitemap_articles": [0]},
        **{"policy": ["contact"], "policy_version": ["contact", 1]},
    }
    for kind in KINDS:
        address = reverse(f"articles:{kind}", args=filled.get(kind, []))
        assert client.get(address).status_code == 200, address
        assert StoredPage.objects.filter(address=address, kind=kind).exists(), kind


# --- The sweep, the worker and the record ------------------------------------------------------------------


def test_a_sweep_finds_mends_and_reports_a_page_that_no_trigger_saw_change(client: Client, article: Article) -> None:
    true = client.get(URL).content
    client.get("/")
    rendered = rendering.render(URL)
    assert rendered is not None
    rows.write(replace(rendered, content=b"<p>What was true last year</p>"))
    assert client.get(URL).content == b"<p>What was true last year</p>"
    with pytest.raises(CommandError, match="The page kept for /articles/magnesium/ is not what its records would show"):
        call_command("verify_log")
    found = keeping.sweep()
    assert (found.compared, found.repaired, found.gone) == (2, [URL], [])
    assert client.get(URL).content == true
    assert keeping.sweep().repaired == []


def test_the_record_names_a_trigger_that_is_turned_off(client: Client, article: Article) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER articles_pages_update ON citations_notice")
        cursor.execute(
            "CREATE OR REPLACE FUNCTION articles_pages_changed(keys text[]) RETURNS void LANGUAGE plpgsql AS "
            "$$ BEGIN END $$"
        )
    with pytest.raises(CommandError) as told:
        call_command("verify_log")
    assert "citations_notice.articles_pages_update is missing" in str(told.value)
    assert "articles_pages_changed in the database is not the one" in str(told.value)


def test_the_worker_writes_what_changed_before_a_reader_comes(
    client: Client, article: Article, django_assert_num_queries: Any
) -> None:
    client.get(URL)
    assert not keeping.waits()
    Citation.objects.create(
        title="Part 1", doi="10.1000/part.1", fingerprint="1", status="retracted", status_checked="2026-11-20"
    )
    assert keeping.waits()
    assert keeping.refresh() == 1
    with django_assert_num_queries(1):
        assert b"has been retracted" in client.get(URL).content
    assert keeping.keep_all(["/", URL, "/articles/nothing/"]) == 1


def test_the_site_may_not_turn_back_the_epoch(as_application: None) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE articles_pageepoch SET epoch = 0")


def test_the_site_keeps_pages_under_its_own_role(as_application: None, client: Client, make_user: Any) -> None:
    publish(snapshot("Magnesium helps."))
    client.get(URL)
    User.objects.filter(username="nobody").delete()
    assert StoredPage.objects.filter(address=URL).exists()
