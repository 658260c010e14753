"""Search, claims, works, topics, people and the archive, as readers get them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client

from articles.finding.search import BEGIN, END
from articles.models import Article, Contributor, Topic
from articles.reader.highlighting import marked
from articles.services.public_record import amend
from citations.models import Citation, Merge
from tests.articles.published import WHEN, claim, flag, publish, snapshot, take_off, work
from tests.articles.reader.test_public_articles import text_of

pytestmark = pytest.mark.django_db


def source(index: int, number: int) -> dict[str, Any]:
    return {"key": f"key{number}", "number": number, "how": "marker"}


@pytest.fixture
def held() -> Citation:
    return Citation.objects.create(title="A trial of zinc", doi="10.1000/part.1", fingerprint="1", year=2012)


@pytest.fixture
def zinc(held: Citation) -> Article:
    claims = [claim(0, "Zinc shortens **colds**.", sources=[source(0, 1)]), claim(1, "Zinc is safe.", "none")]
    content = snapshot(
        "Zinc shortens **colds**. Zinc is safe.",
        claims,
        title="Zinc & colds",
        citations=[work(1, used_in=[0], work=held.pk)],
    )
    return publish(content, slug="zinc")


def shown(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status, url
    return response.content.decode()


# --- Refused, empty, wrong ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "/works/999/",
        "/works/99999999999999999999/",
        "/archive/1999/",
        "/archive/2026/13/",
        "/archive/0/",
        "/archive/99999/",
    ],
)
def test_what_is_not_there_is_not_found(client: Client, zinc: Article, url: str) -> None:
    shown(client, url, 404)


def test_a_work_that_no_article_on_the_site_lists_has_no_page(client: Client, zinc: Article, held: Citation) -> None:
    shown(client, f"/works/{held.pk}/")
    take_off(zinc)
    shown(client, f"/works/{held.pk}/", 404)


@pytest.mark.parametrize("url", ["/search/", "/claims/", "/topics/", "/people/", "/archive/"])
def test_an_empty_site_has_words_for_each(client: Client, url: str) -> None:
    shown(client, url)
    shown(client, "/search/?q=zinc")


def test_nothing_found_says_what_to_do(client: Client, zinc: Article) -> None:
    page = text_of(shown(client, "/search/?q=xylophone"))
    assert "Nothing found" in page
    assert "Use fewer words" in page
    assert "Sleep" in page
    assert 'href="/claims/?q=xylophone"' in shown(client, "/search/?q=xylophone")


def test_filters_that_cannot_be_read_are_told_and_left_out(client: Client, zinc: Article) -> None:
    url = "/search/?q=zinc&topic=cooking&person=x&level=best&from=yesterday&to=2026-02-30"
    page = text_of(shown(client, url))
    for words in (
        "has the topic “cooking”",
        "has the person “x”",
        "“best” is no level",
        "“yesterday” is no day",
        "2026-02-30",
    ):
        assert words in page
    assert "Zinc &amp; colds" in page
    assert "Both were left out" in shown(client, "/claims/?q=zinc&from=2026-12-01&to=2026-01-01")


def test_what_was_typed_is_shown_as_text(client: Client, zinc: Article) -> None:
    page = shown(client, "/search/?q=%3Cscript%3Ealert(1)%3C/script%3E%20zinc")
    assert "<script>alert" not in page
    assert marked(f"a <b> {BEGIN}zinc{END} {END}{BEGIN}") == "a &lt;b&gt; <mark>zinc</mark> "


def test_the_passage_that_was_found_reads_as_prose(client: Client) -> None:
    body = "## Zinc lozenges\n\nZinc helps with colds [@key1] ([a review](https://example.org/a)).\n\n"
    body += "| Form | People |\n|---|---:|\n| Zinc | 96 |"
    publish(snapshot(body, citations=[work(1)]), slug="lozenges")
    text = text_of(re.sub("</?mark>", "", shown(client, "/search/?q=zinc")))
    assert "Zinc lozenges. Zinc helps with colds (a review). Form People. Zinc" in " ".join(text.split())


def test_pages_of_results_are_for_readers_and_not_for_search_engines(client: Client, zinc: Article) -> None:
    response = client.get("/search/?q=zinc")
    assert response["X-Robots-Tag"] == "noindex, follow"
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert client.post("/search/").status_code == 405


@pytest.mark.parametrize("url", ["/search/", "/claims/"])
def test_the_page_that_asks_may_be_found_by_search_engines_and_answers_may_not(client: Client, url: str) -> None:
    assert "noindex" not in client.get(url).content.decode() + str(client.get(url).headers)
    assert 'content="noindex, follow"' in shown(client, f"{url}?q=zinc")


# --- Shown -------------------------------------------------------------------------------------------------


def test_a_search_shows_the_words_that_were_found_and_the_strip(client: Client, zinc: Article) -> None:
    page = shown(client, "/search/?q=zinc+cold")
    assert "<mark>Zinc</mark> &amp; <mark>colds</mark>" in page
    assert "1 of 2 claims supported" in page
    assert "<mark>Zinc</mark> shortens" in page


def test_claims_are_shown_with_mark_level_source_and_day(client: Client, zinc: Article, held: Citation) -> None:
    page = shown(client, "/claims/?q=zinc+colds")
    assert 'href="/articles/zinc/#claim-0"' in page
    text = text_of(page)
    assert "<mark>" in page
    for words in ("Supported", "Moderate evidence", "Abbasi and others, 2012", "Zinc &amp; colds", "3 March 2026"):
        assert words in text
    assert f'href="/works/{held.pk}/"' in page
    assert "**" not in text


def verdict(client: Client, path: str) -> str:
    """What stands beside the first claim that was found."""
    page = shown(client, path)
    return text_of(page[page.index('class="verdict"') :].partition("</p>")[0])


def test_a_mark_that_knows_of_a_retraction_says_it_once(client: Client) -> None:
    one = claim(0, "Zinc shortens colds.", "none", [flag("retracted-source", "accepted")], sources=[source(0, 1)])
    publish(snapshot("Zinc shortens colds.", [one], citations=[work(1, used_in=[0], status="retracted")]), slug="colds")
    assert verdict(client, "/claims/?q=zinc").endswith("Retracted")


@pytest.mark.parametrize("path", ["/claims/?q=zinc", "/works/{work}/"])
def test_a_source_that_nobody_graded_is_not_called_no_evidence(client: Client, held: Citation, path: str) -> None:
    one = claim(0, "Zinc shortens colds.", "none", support="weak", sources=[source(0, 1)])
    publish(snapshot("Zinc shortens colds.", [one], citations=[work(1, used_in=[0], work=held.pk)]), slug="colds")
    assert verdict(client, path.format(work=held.pk)).endswith("Strength not known")


@pytest.mark.parametrize(
    ("status", "words"),
    [("retracted", "A source was retracted since"), ("concern", "A source came under concern since")],
)
def test_a_claim_whose_source_was_retracted_since_says_so(
    client: Client, zinc: Article, held: Citation, status: str, words: str
) -> None:
    assert words not in verdict(client, "/claims/?q=zinc+colds")
    Citation.objects.filter(pk=held.pk).update(status=status, status_checked=date(2026, 11, 20))
    assert words in verdict(client, "/claims/?q=zinc+colds")


def test_the_number_of_questions_does_not_grow(
    client: Client, django_assert_max_num_queries: Any, held: Citation
) -> None:
    for number in range(12):
        content = snapshot(
            "Zinc.", [claim(0, "Zinc helps.", sources=[source(0, 1)])], citations=[work(1, work=held.pk)]
        )
        publish(content, slug=f"zinc-{number}")
    for url, most in (
        ("/search/?q=zinc", 7),
        ("/claims/?q=zinc", 7),
        (f"/works/{held.pk}/", 7),
        ("/archive/2026/3/", 2),
    ):
        with django_assert_max_num_queries(most):
            shown(client, url)


def test_a_work_shows_what_is_said_on_the_strength_of_it(client: Client, zinc: Article, held: Citation) -> None:
    page = shown(client, f"/works/{held.pk}/")
    text = text_of(page)
    assert "A trial of zinc" in text
    assert "Zinc shortens colds." in text
    assert "Zinc is safe." not in text
    assert 'href="/articles/zinc/#claim-0"' in page


def test_a_merged_work_leads_to_the_one_that_was_kept_and_shows_its_articles(
    client: Client, zinc: Article, held: Citation
) -> None:
    kept = Citation.objects.create(title="A trial of zinc", fingerprint="2")
    Merge.objects.create(kept=kept, gone_id=held.pk, gone={}, at=WHEN)
    gone = held.pk
    held.delete()
    assert client.get(f"/works/{gone}/")["Location"] == f"/works/{kept.pk}/"
    assert "Zinc shortens colds." in text_of(shown(client, f"/works/{kept.pk}/"))


def test_topics_people_and_the_archive_count_what_is_on_the_site(client: Client, zinc: Article) -> None:
    Topic.objects.create(name="Sleep", slug="sleep", description="How we sleep.", text="Read *this* first.\n\n<script>")
    Topic.objects.create(name="Secret", slug="secret")
    Contributor.objects.create(name="Ada Lind", slug="ada-lind", credentials="RD")
    page = text_of(shown(client, "/topics/"))
    assert "1 article" in page
    assert "How we sleep." in page
    assert "Secret" not in page
    assert "Ada Lind, RD" in text_of(shown(client, "/people/"))
    assert 'href="/archive/2026/3/"' in shown(client, "/archive/")
    assert "Zinc &amp; colds" in shown(client, "/archive/2026/3/")
    topic = shown(client, "/topics/sleep/")
    assert "<em>this</em>" in topic
    assert "<script>" not in topic


def test_the_front_page_tells_what_changed(client: Client, zinc: Article, held: Citation) -> None:
    assert "What changed" not in shown(client, "/")
    said = {"wrong": "It said a week.", "right": "It is a day."}
    live = zinc.live_revision
    amend(article=zinc, by=None, kind="correction", before=live, after=live, **said)
    assert "Correction: Zinc &amp; colds. It is a day." in text_of(shown(client, "/"))
    take_off(zinc)
    assert "Withdrawal: Zinc &amp; colds." in text_of(shown(client, "/"))
