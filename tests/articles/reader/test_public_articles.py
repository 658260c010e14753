"""The article page: live revisions only, few queries, everything a reader needs to judge it."""

from __future__ import annotations

import gzip
import json
import re
from datetime import date
from typing import Any

import brotli
import pytest
from django.test import Client

from articles.models import Article, Revision
from articles.reader.apart import MOST
from articles.reader.views import article_context
from articles.services.public_record import amend
from articles.stored.rows import density
from citations.models import Verification
from config.static_files import minified
from tests.articles import factories, published
from tests.articles.published import REVIEWER, claim, flag, publish, snapshot, take_off, work
from tests.bench.bench_weight import long_article as varied_article

pytestmark = pytest.mark.django_db

URL = "/articles/magnesium/"


def page(client: Client, url: str = URL) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def text_of(html: str) -> str:
    inline = re.sub(r"</?(?:a|b|i|span|strong|time)\b[^>]*>", "", html)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", inline))


# --- What is refused ---------------------------------------------------------------------------------------


def test_a_draft_has_no_page(client: Client) -> None:
    Article.objects.create(title="Only a draft", slug="magnesium")
    assert client.get(URL).status_code == 404


@pytest.mark.parametrize("status", ["draft", "in-review", "changes-requested", "approved"])
def test_an_article_that_is_not_published_has_no_page_even_with_a_revision(client: Client, status: str) -> None:
    article = publish()
    take_off(article, status=status)
    assert client.get(URL).status_code == 404


def test_a_withdrawn_article_is_gone_and_says_so(client: Client) -> None:
    article = publish()
    take_off(article)
    response = client.get(URL)
    assert response.status_code == 410
    assert "withdrawn" in response.content.decode()
    assert "Small trials point the same way." not in response.content.decode()
    assert response["Cache-Control"] == "no-store"


def test_an_article_that_was_withdrawn_unpublished_was_never_here(client: Client) -> None:
    article = publish()
    take_off(article, published_at=None)
    assert client.get(URL).status_code == 404


def test_nothing_of_the_working_draft_shows(client: Client) -> None:
    publish(snapshot("The words that were approved."), title="Secret title", body="Secret words", standfirst="Secret")
    shown = page(client)
    assert "The words that were approved." in shown
    assert "secret" not in shown.lower()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_answers_to_reading_only(client: Client, method: str) -> None:
    publish()
    assert getattr(client, method)(URL).status_code == 405


# --- Queries and size --------------------------------------------------------------------------------------


def long_article(number: int) -> dict[str, Any]:
    sentences = [f"Claim number {index} says that something helps [@key{index + 1}]." for index in range(number)]
    claims = [
        claim(
            index, text, "weak", [flag("single-study-generalisation")], sources=[{"number": index + 1, "how": "marker"}]
        )
        for index, text in enumerate(sentences)
    ]
    return snapshot(
        "\n\n".join(sentences), claims, citations=[work(index + 1, used_in=[index]) for index in range(number)]
    )


@pytest.mark.parametrize("number", [5, 200])
def test_it_takes_at_most_three_queries(client: Client, django_assert_max_num_queries: Any, number: int) -> None:
    publish(long_article(number))
    client.get("/")  # what is loaded once per process
    with django_assert_max_num_queries(3):
        shown = page(client)
    assert shown.count('popovertarget="') == (2 * number if number <= MOST else 0)
    assert shown.count('href="claims/#claim-') == (0 if number <= MOST else number)
    assert shown.count('<li id="ref-') == number


def weight(client: Client, settings: Any) -> tuple[int, int]:
    """Bytes of a page with its style sheet and script as they are given out: plain, and each by gzip."""
    html = client.get(URL).content
    names = dict.fromkeys(re.findall(r"static/((?:css|js)/[\w.]+)", html.decode()))
    files = [settings.BASE_DIR / "static" / name for name in names]
    parts = [html, *(minified(file.read_text(), file.suffix[1:]).encode() for file in files)]
    return sum(map(len, parts)), sum(len(gzip.compress(part, 9)) for part in parts)


def test_a_usual_article_weighs_at_most_60_kb_with_styles_and_script(client: Client, settings: Any) -> None:
    publish(long_article(12))
    plain, packed = weight(client, settings)
    assert plain <= 60 * 1024
    assert packed <= 15 * 1024


def test_a_long_article_weighs_at_most_a_kilobyte_and_a_half_for_each_claim_and_its_work(
    client: Client, settings: Any
) -> None:
    publish(long_article(60))
    plain, packed = weight(client, settings)
    assert plain <= 90_000
    assert packed <= 17_000  # sentences that are alike: tests/bench/bench_weight.py has those that are not


def test_what_a_page_of_60_claims_and_60_works_needs_before_it_is_used_is_15_kb_by_brotli(
    client: Client, settings: Any
) -> None:
    """The rest, for notes and references beside the text, comes when the page is at rest or with the first press."""
    publish(varied_article(60))
    html = client.get(URL).content
    at_once = re.sub(r'<noscript>.*?</noscript>|<link [^>]* media="print">| data-rest="[^"]*"', "", html.decode())
    addresses = re.findall(r'="/static/((?:css|js)/[\w.]+)"', at_once)
    files = [settings.BASE_DIR / "static" / name for name in addresses]
    parts = [minified(file.read_text(), file.suffix[1:]).encode() for file in files]
    assert [file.name for file in files] == ["site.css", "first.js"]
    assert len(html) <= 60_000
    packed = len(brotli.compress(html, quality=density("article", html))) + sum(
        len(brotli.compress(part)) for part in parts
    )
    assert packed <= 15_000


@pytest.mark.parametrize(("words", "told"), [(3, "1 minute<"), (460, "2 minutes<"), (2300, "10 minutes<")])
def test_how_long_reading_takes_is_told_at_230_words_a_minute(client: Client, words: int, told: str) -> None:
    publish(snapshot("word " * words, []))
    assert f"<dt>Reading time</dt><dd>{told}" in page(client)


def test_no_script_holds_up_the_page(client: Client) -> None:
    publish()
    scripts = re.findall(r"<script\b[^>]*>", page(client))
    assert [script for script in scripts if "ld+json" not in script and " defer" not in script] == []


# --- What it shows -----------------------------------------------------------------------------------------


def test_it_says_who_wrote_it_with_credentials_and_interests(client: Client) -> None:
    publish()
    shown = text_of(page(client))
    assert "By Ada Lind, RD, dietetics, City Clinic." in shown
    assert "Competing interests: none declared." in shown


def test_it_says_that_nobody_reviewed_it(client: Client) -> None:
    publish()
    shown = page(client)
    assert "Not medically reviewed" in shown
    assert "reviewedBy" not in shown
    assert "lastReviewed" not in shown


def test_it_names_the_reviewer_and_the_day(client: Client) -> None:
    publish(snapshot(contributors=[published.PERSON, REVIEWER], dates={"reviewed_on": "2026-03-01"}))
    shown = page(client)
    assert "Medically reviewed by Ben Okafor, MD, dietetics, City Clinic on 1 March 2026." in text_of(shown)
    data = structured_data(shown)
    assert data["lastReviewed"] == "2026-03-01"
    assert data["reviewedBy"][0]["name"] == "Ben Okafor"


@pytest.mark.parametrize("dates", [{}, {"reviewed_on": None}, {"reviewed_on": "soon"}])
def test_nobody_is_told_of_a_review_where_only_a_name_is_on_record(client: Client, dates: dict[str, Any]) -> None:
    publish(snapshot(contributors=[published.PERSON, REVIEWER], dates=dates))
    shown = page(client)
    assert "Medical reviewer named: Ben Okafor, MD, dietetics, City Clinic. No review is recorded." in text_of(shown)
    assert "eviewed by" not in shown
    assert "✓</span> Medic" not in shown
    assert not {"reviewedBy", "lastReviewed"} & set(structured_data(shown))
    assert "not medically reviewed" in client.get("/").content.decode()


def test_a_day_without_a_name_is_no_review(client: Client) -> None:
    publish(snapshot(dates={"reviewed_on": "2026-03-01"}))
    assert "Not medically reviewed" in page(client)
    assert "not medically reviewed" in client.get("/").content.decode()


def test_lists_tell_of_a_recorded_review(client: Client) -> None:
    publish(snapshot(contributors=[published.PERSON, REVIEWER], dates={"reviewed_on": "2026-03-01"}))
    assert "> medically reviewed<" in client.get("/").content.decode()


def structured_data(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_search_engines_get_the_works_cited_and_nothing_more(client: Client) -> None:
    publish(snapshot(citations=[work(1, used_in=[0]), work(2)]))
    data = structured_data(page(client))
    assert [row["name"] for row in data["citation"]] == ["A trial of something, part 1"]
    assert data["@type"] == "MedicalWebPage"
    assert data["datePublished"].startswith("2026-03-03")


def test_structured_data_cannot_end_its_element(client: Client) -> None:
    publish(snapshot(title="</script><script>alert(1)</script>"))
    shown = page(client)
    assert "<script>alert" not in shown
    assert structured_data(shown)["headline"] == "</script><script>alert(1)</script>"


OWN = {
    "product": "Still Night",
    "seller": "Common Ground",
    "tie": "own",
    "statement": "Common Ground makes and sells Still Night.",
    "advertisement": "Magnesium in a capsule.",
    "disclaimer": True,
    "url": "https://shop.example/still-night",
}


def test_the_disclosure_stands_before_the_first_paragraph_and_again_at_the_product(client: Client) -> None:
    publish(snapshot("The first paragraph.", disclosures=[OWN]))
    shown = page(client)
    first = shown.index("Common Ground makes and sells Still Night.")
    assert shown.index("We sell Still Night.") < first < shown.index("The first paragraph.")
    assert shown.index("The first paragraph.") < shown.rindex("Common Ground makes and sells Still Night.")


def test_the_advertisement_is_labelled_outside_the_article_and_its_link_marked_as_paid(client: Client) -> None:
    publish(snapshot("The first paragraph.", disclosures=[OWN]))
    shown = page(client)
    block = shown[shown.index('<aside class="ad"') :]
    assert shown.index("</article>") < shown.index('<aside class="ad"')
    assert "Advertisement" in block
    assert 'href="https://shop.example/still-night" rel="sponsored nofollow noopener"' in block
    assert "<strong>This statement has not been evaluated by the Food and Drug Administration." in block


def test_the_statement_of_the_fda_is_shown_even_without_an_advertisement(client: Client) -> None:
    tied = {**OWN, "tie": "none", "advertisement": "", "statement": "We have no tie to Still Night."}
    publish(snapshot("The first paragraph.", disclosures=[tied]))
    shown = page(client)
    assert '<aside class="ad"' not in shown
    assert shown.index("<strong>This statement has not been evaluated") < shown.index("The first paragraph.")


def test_references_say_what_is_not_known(client: Client) -> None:
    unknown = work(1, design="", design_label="", sample_size=None, funding="", status="not-checked", used_in=[0])
    publish(snapshot(citations=[unknown]))
    shown = text_of(page(client))
    assert "Retraction not checked. Not recorded: design, size, funding." in shown
    assert "No retraction notice found" not in shown


def test_references_show_facts_status_links_and_the_way_back(client: Client) -> None:
    claims = [claim(3, "It helps."), claim(5, "It harms.")]
    publish(
        snapshot("It helps. It harms.", claims, citations=[work(1, used_in=[3, 5], pmid="123", status="retracted")])
    )
    shown = page(client)
    assert "Randomised trial · 46 people" in shown
    assert "Retracted</strong> Abbasi B, Kimiagar M. 2012. Journal of Trials" in shown
    assert "checked 20 February 2026 in Crossref" in shown
    assert 'href="https://doi.org/10.1000/part.1"' in shown
    assert 'href="https://pubmed.ncbi.nlm.nih.gov/123/"' in shown
    assert "Used in 2 claims" in shown
    assert 'href="#claim-3"' in shown


def test_a_work_cited_where_nothing_is_claimed_is_a_reference_with_no_way_back(client: Client) -> None:
    publish(snapshot(citations=[work(1, used_in=[3])]))
    shown = page(client)
    assert "Cited in the text" in shown
    assert "#claim-3" not in shown
    assert "Further reading" not in shown


def test_works_that_no_claim_rests_on_are_further_reading(client: Client) -> None:
    publish(snapshot(citations=[work(1, used_in=[0]), work(2)]))
    shown = page(client)
    assert shown.index('id="ref-1"') < shown.index("Further reading") < shown.index('id="ref-2"')


def test_a_card_gives_level_reasons_sources_and_the_rule(client: Client) -> None:
    text = "It helps [@key1]."
    rows = [claim(0, text, "weak", [flag("single-study-generalisation")], sources=[{"number": 1, "how": "marker"}])]
    publish(snapshot(text, rows, citations=[work(1, used_in=[0])]))
    shown = page(client)
    card = text_of(shown[shown.index('id="claim-0-why"') :])
    assert "One study" in card
    assert "Weak evidence: how this grade came about" in card
    assert "A randomised trial is a good design. 46 people leave much room for chance." in card
    assert "Abbasi and others, 2012, cited here" in card
    assert "/how-we-grade-evidence/#single-study-generalisation" in shown


def test_a_card_of_a_source_nobody_graded_does_not_say_that_there_is_none(client: Client) -> None:
    one = claim(
        0, "It helps.", "none", support="weak", reasons=["The design is not recorded."], sources=[{"number": 1}]
    )
    publish(snapshot("It helps.", [one], citations=[work(1, used_in=[0])]))
    shown = page(client)
    card = text_of(shown[shown.index('id="claim-0-why"') :])
    assert "Strength not known" in card
    assert "The design is not recorded." in card
    assert "no source" not in card.lower()


def test_a_card_names_the_editor_who_let_a_sentence_stand_and_why(client: Client) -> None:
    decision = {
        "verdict": "accept",
        "person": "Carla Mendes",
        "role": "Editor",
        "reason": "Answered below.",
        "date": "2026-03-01",
    }
    rows = [
        claim(0, "It helps.", "none", [flag("missing-citation", "accepted", severity="blocker", decision=decision)])
    ]
    publish(snapshot("It helps.", rows))
    shown = text_of(page(client))
    assert "Carla Mendes let this stand on 1 March 2026: Answered below." in shown


def test_what_somebody_logs_in_with_is_told_to_no_reader(client: Client) -> None:
    decision = {"verdict": "accept", "person": "cmendes", "role": "Editors", "reason": "Below.", "date": "2026-03-01"}
    accepted = flag("missing-citation", "accepted", severity="blocker", decision=decision)
    publish(snapshot("It helps.", [claim(0, "It helps.", "none", [accepted])]))
    shown = page(client)
    assert "cmendes" not in shown
    assert "An editor let this stand on 1 March 2026: Below." in text_of(shown)


def test_the_summary_counts_in_words(client: Client) -> None:
    rows = [claim(0, "A one."), claim(1, "B two.", "weak"), claim(2, "C three.", "none")]
    publish(snapshot("A one. B two. C three.", rows))
    shown = page(client)
    assert "3 claims on this page" in shown
    assert 'aria-label="1 supported, 1 weakly supported, 1 not supported"' in shown


def test_an_overdue_review_is_said(client: Client) -> None:
    publish(snapshot(dates={"next_review": "2020-01-01"}))
    assert "Due for review." in page(client)


def test_an_article_under_update_says_so(client: Client) -> None:
    article = publish()
    Article.objects.filter(pk=article.pk).update(status="needs-update")
    assert "We are updating this article." in page(client)


# --- Caching -----------------------------------------------------------------------------------------------


def test_a_reader_who_has_the_page_gets_no_second_copy(client: Client) -> None:
    publish()
    first = client.get(URL)
    again = client.get(URL, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert (again["ETag"], again["Cache-Control"]) == (first["ETag"], first["Cache-Control"])
    assert first["Last-Modified"] == "Tue, 03 Mar 2026 09:00:00 GMT"


def test_a_new_revision_or_state_makes_a_new_copy(client: Client) -> None:
    article = publish()
    first = client.get(URL)["ETag"]
    Article.objects.filter(pk=article.pk).update(status="needs-update")
    second = client.get(URL)["ETag"]
    writer, approver = published.people()
    revision = Revision.objects.create(
        article=article,
        number=2,
        **snapshot("New words."),
        created_by=writer,
        approved_by=approver,
        approved_at=published.WHEN,
    )
    published.approve(revision)
    amend(article=article, by=None, kind="update", before=article.live_revision, after=revision)
    Article.objects.filter(pk=article.pk).update(live_revision=revision)
    third = client.get(URL)["ETag"]
    assert len({first, second, third}) == 3


def test_no_script_but_our_own_may_run_whatever_the_page_holds(client: Client) -> None:
    publish()
    policy = client.get(URL)["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy


def test_the_policy_names_the_hosts_of_pictures_and_no_others(client: Client, settings: Any) -> None:
    publish()
    assert "img-src 'self';" in client.get(URL)["Content-Security-Policy"]
    settings.IMAGE_HOSTS = ["pictures.example", "cdn.example:8443"]
    policy = client.get(URL)["Content-Security-Policy"]
    assert "img-src 'self' https://pictures.example https://cdn.example:8443;" in policy


# --- Preview -----------------------------------------------------------------------------------------------


def test_an_unsaved_snapshot_renders_the_same_way(rf: Any) -> None:
    from django.shortcuts import render

    context = article_context(snapshot("Words nobody has approved."), today=date(2026, 1, 1))
    response = render(rf.get("/admin/preview/"), "articles/article.html", context)
    shown = response.content.decode()
    assert "Words nobody has approved." in shown
    assert 'content="noindex"' in shown
    assert "ld+json" not in shown


def test_a_source_paid_for_by_a_seller_is_not_said_to_have_unrecorded_funding(client: Client) -> None:
    publish(snapshot("A b [@key1].", citations=[published.work(1, seller_funded=True, used_in=[0])]))
    shown = text_of(page(client))
    assert "paid for or written by a seller" in shown
    assert "funding: not recorded" not in shown


def test_a_browser_that_knows_only_the_day_gets_the_page_once(client: Client) -> None:
    publish()
    url = "/articles/magnesium/"
    day = client.get(url)["Last-Modified"]
    assert client.get(url, headers={"if-modified-since": day}).status_code == 304
    assert client.get(url, headers={"if-modified-since": "Sun, 01 Jan 2023 00:00:00 GMT"}).status_code == 200


@pytest.mark.parametrize(
    ("flags", "heading"),
    [([], "No claims found on this page"), ([flag("unsupported-language")], "No claims checked on this page")],
)
def test_a_page_that_was_not_read_is_not_called_free_of_claims(
    client: Client, flags: list[dict[str, Any]], heading: str
) -> None:
    publish(snapshot("Warme Milch hilft.", flags=flags))
    assert f">{heading}<" in client.get(URL).content.decode()


def test_readers_see_once_that_the_listed_works_exist(client: Client) -> None:
    known = factories.make_citation()
    Verification.objects.create(
        citation=known, verdict="agrees", state="answered", services=["crossref", "pubmed"], day=date(2026, 11, 3)
    )
    asked = factories.make_published_article(citations={"doe2019": known})
    told = text_of(page(client, asked.get_absolute_url()))
    assert told.count("All works checked against Crossref and PubMed, 3 November 2026.") == 1
    assert "checked against" not in page(client, factories.make_published_article().get_absolute_url())
