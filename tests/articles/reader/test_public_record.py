"""The public record as readers get it: the block on the page, all corrections, versions, what changed, and 410."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from articles import services
from articles.models import Amendment, Article, Revision
from articles.rendering.body import WORDS
from articles.services.public_record import amend
from tests.articles import published
from tests.articles.factories import approve_as_it_stands, edit, make_published_article, make_user
from tests.articles.published import claim, publish, snapshot, take_off, work

pytestmark = pytest.mark.django_db

URL = "/articles/magnesium/"


def renew(
    article: Article, content: dict[str, Any], *, kind: str = "update", wrong: str = "", right: str = ""
) -> Revision:
    """A further revision goes live, with its entry."""
    writer, approver = published.people()
    number = article.revisions.count() + 1
    when = published.WHEN + (published.timedelta(days=number))
    revision = Revision.objects.create(
        article=article,
        number=number,
        **content,
        created_by=writer,
        approved_by=approver,
        approved_at=when,
        published_at=when,
    )
    published.approve(revision)
    before = article.live_revision
    amend(article=article, by=None, kind=kind, wrong=wrong, right=right, before=before, after=revision)
    Article.objects.filter(pk=article.pk).update(live_revision=revision, updated_at=when)
    article.refresh_from_db()
    return revision


def text(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status, url
    return response.content.decode()


# --- What is refused ---------------------------------------------------------------------------------------


def test_a_version_that_readers_never_saw_has_no_page(client: Client) -> None:
    article = publish()
    writer, _ = published.people()
    Revision.objects.create(article=article, number=2, **snapshot("Secret words."), created_by=writer)
    for address in (f"{URL}versions/2/", f"{URL}versions/3/", f"{URL}changes/?from=1&to=2", f"{URL}changes/?to=2"):
        assert client.get(address).status_code == 404
    assert "Secret" not in text(client, f"{URL}versions/")


def test_a_draft_has_neither_versions_nor_changes(client: Client) -> None:
    Article.objects.create(title="Only a draft", slug="magnesium")
    for part in ("versions/", "versions/1/", "changes/"):
        assert client.get(URL + part).status_code == 404


@pytest.mark.parametrize("query", ["?before=0", "?before=x", "?before=-1", "?kind=gossip", f"?before={10**30}"])
def test_the_list_of_corrections_refuses_addresses_that_mean_nothing(client: Client, query: str) -> None:
    assert client.get(f"/corrections/{query}").status_code == 404


@pytest.mark.parametrize("query", ["?from=x", "?from=-1&to=1", "?to=99", f"?from={10**12}"])
def test_changes_refuse_numbers_that_no_version_has(client: Client, query: str) -> None:
    publish()
    assert client.get(f"{URL}changes/{query}").status_code == 404


# --- On the page -------------------------------------------------------------------------------------------


def test_an_article_that_never_changed_has_no_block(client: Client) -> None:
    publish()
    assert "Changes and corrections" not in text(client, URL)


def test_a_correction_on_the_day_of_publication_is_shown(client: Client, author: User, editor: User) -> None:
    """The hours after publication are when corrections happen."""
    article = make_published_article(by=author)
    edit(article, by=author, body="Walking eased knee pain in one trial of 30 adults [@doe2019].")
    said = {"change_kind": "correction", "was_wrong": "It said 80 adults.", "change_note": "There were 30 adults."}
    approve_as_it_stands(article, by=author, **said)
    services.publish(article=article, by=editor)
    shown = text(client, article.get_absolute_url())
    assert "It said 80 adults." in shown
    assert "There were 30 adults." in shown
    assert re.search(r"Updated\s*(?:<[^>]*>)*\s*\d", shown)


def test_entries_stay_for_ever_and_come_newest_first(client: Client) -> None:
    article = publish(snapshot("First words."))
    renew(article, snapshot("Second words."), kind="correction", wrong="It said first.", right="It is second.")
    renew(article, snapshot("Third words."), right="A comma was moved.")
    shown = text(client, URL).partition("</head>")[2]
    assert shown.index("A comma was moved.") < shown.index("It said first.")
    assert f"{URL}changes/?from=1&amp;to=2" in shown
    assert f"{URL}changes/?from=2&amp;to=3" in shown
    for entry in Amendment.objects.all():
        assert f'id="change-{entry.entry}"' in shown


def test_what_was_said_is_text_and_no_markup(client: Client) -> None:
    article = publish()
    renew(article, snapshot("New."), kind="correction", wrong="<script>alert(1)</script>", right="p < 0.05 & more")
    for address in (URL, "/corrections/", f"{URL}versions/", f"{URL}changes/"):
        shown = text(client, address)
        assert "<script>alert" not in shown
        assert "p &lt; 0.05 &amp; more" in shown


def test_search_engines_are_told_of_corrections_and_of_no_mere_update(client: Client) -> None:
    article = publish(snapshot("First words."))
    renew(article, snapshot("Second."), kind="correction", wrong="It said first.", right="It is second.")
    renew(article, snapshot("Third."), right="A comma was moved.")
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text(client, URL))
    assert found
    data = json.loads(found.group(1))
    assert data["version"] == 3
    assert [one["@type"] for one in data["correction"]] == ["CorrectionComment"]
    assert data["correction"][0]["text"] == "Was wrong: It said first. Is right: It is second."
    entry = Amendment.objects.get(kind="correction")
    assert data["correction"][0]["url"].endswith(f"{URL}#change-{entry.entry}")


def test_words_added_afterwards_make_a_new_copy_of_the_page(client: Client) -> None:
    article = publish()
    first = client.get(URL)
    editor = make_user("Editors")
    services.record_amendment(article=article, by=editor, kind="correction", wrong="It said 80.", right="It was 30.")
    second = client.get(URL, headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 200
    assert first["ETag"] != second["ETag"]


def test_the_page_takes_no_further_query_for_its_record(client: Client, django_assert_num_queries: Any) -> None:
    article = publish(snapshot("First.", citations=[work(1)]))
    for number in range(5):
        renew(article, snapshot(f"Words {number}.", citations=[work(1)]), right=f"Change {number}.")
    with django_assert_num_queries(2):
        client.get(URL)


# --- All corrections ---------------------------------------------------------------------------------------


def test_an_empty_record_says_so(client: Client) -> None:
    assert "Nothing that was published has been changed so far." in text(client, "/corrections/")
    assert "There is no entry of this kind so far." in text(client, "/corrections/?kind=retraction")


def test_pages_of_corrections_hold_each_entry_once(client: Client, django_assert_num_queries: Any) -> None:
    article = publish()
    editor = make_user("Editors")
    for number in range(45):
        services.record_amendment(article=article, by=editor, kind="update", right=f"Change number {number}.")
    seen, address = [], "/corrections/"
    while address:
        with django_assert_num_queries(1):
            shown = text(client, address)
        seen += re.findall(r"Change number (\d+)\.", shown)
        onward = re.search(r'href="(\?[^"]*)" rel="next"', shown)
        address = f"/corrections/{onward.group(1)}" if onward else ""
    assert [int(number) for number in seen] == list(range(44, -1, -1))


# --- Versions ----------------------------------------------------------------------------------------------


def test_each_public_version_keeps_an_address_that_is_not_indexed(client: Client) -> None:
    article = publish(snapshot("First words."))
    renew(article, snapshot("Second words."), right="Renewed.")
    response = client.get(f"{URL}versions/1/")
    shown = response.content.decode()
    assert "First words." in shown
    assert "Second words." not in shown
    assert "Readers saw this from 3 March 2026 to" in shown
    assert f'<link rel="canonical" href="http://localhost:8000{URL}">' in shown
    assert '<meta name="robots" content="noindex">' in shown
    assert response["X-Robots-Tag"] == "noindex"
    assert "application/ld+json" not in shown
    assert "This is what readers see since" in text(client, f"{URL}versions/2/")


def test_the_list_of_versions_says_what_was_said_of_each(client: Client) -> None:
    article = publish(snapshot("First words."))
    renew(article, snapshot("Second words."), kind="correction", wrong="x", right="The dose is 30 mg.")
    shown = text(client, f"{URL}versions/")
    assert shown.index("Version 2") < shown.index("The dose is 30 mg.") < shown.index("Version 1")
    assert "First published." in shown


# --- What changed ------------------------------------------------------------------------------------------

BEFORE = "Magnesium cures insomnia. It is cheap. Nobody knows why [@key1]."
AFTER = "Magnesium may help with insomnia. It is cheap. Two trials say so."


def test_changes_name_sentences_marks_and_sources(client: Client) -> None:
    first = claim(0, "Magnesium cures insomnia.", "moderate", sources=[{"key": "key1", "number": 1, "how": "marker"}])
    then = claim(0, "Magnesium may help with insomnia.", "none")
    article = publish(snapshot(BEFORE, [first], citations=[work(1), work(2)]))
    renew(
        article,
        snapshot(AFTER, [then], citations=[work(2, status="retracted", status_label="Retracted"), work(3)]),
        right="Hedged.",
    )
    shown = text(client, f"{URL}changes/?from=1&to=2")
    assert "<del>cures</del>" in shown
    assert re.search(r"<ins>may help with</ins>|<ins>may</ins>", shown)
    assert "Two trials say so." in shown
    assert "It is cheap." not in shown
    assert "[@key1]" not in shown
    assert f"Mark: {WORDS['supported']} → {WORDS['none']}" in shown
    assert "part 1" in shown
    assert "part 3" in shown
    assert "Retracted or under concern since" in shown
    assert "Hedged." in shown


def test_what_changed_is_shown_in_words_as_readers_saw_them_and_says_which_is_which(client: Client) -> None:
    article = publish(snapshot("The gene `MTHFR` was **often** studied.\n\n- *Zinc* helps."))
    renew(article, snapshot("The gene `MTHFR` was **seldom** studied.\n\n- *Zinc* helps."), right="Counted again.")
    shown = text(client, f"{URL}changes/")
    assert not set("`*") & set(re.sub(r"<[^>]*>", "", shown[shown.index("<main") : shown.index("</main")]))
    assert "The gene MTHFR was <del>often</del> studied." in shown
    assert [re.sub("<[^>]*>", "", words) for words in re.findall(r'<b class="when">(.*?)</b>', shown)] == [
        "Before:",
        "Now:",
    ]
    assert "Zinc helps." not in shown


def test_two_versions_are_compared_in_the_order_of_time_whichever_way_they_are_asked(client: Client) -> None:
    article = publish(snapshot("First words."))
    renew(article, snapshot("Second words."), right="Renewed.")
    assert text(client, f"{URL}changes/?from=2&to=1") == text(client, f"{URL}changes/?from=1&to=2")
    assert text(client, f"{URL}changes/") == text(client, f"{URL}changes/?from=1&to=2")


def test_a_version_beside_itself_says_that_nothing_changed(client: Client) -> None:
    publish()
    assert "Readers saw the same in both versions." in text(client, f"{URL}changes/")


# --- Taken off ---------------------------------------------------------------------------------------------


def test_the_address_of_a_retracted_article_says_why_since_when_and_what_to_read(client: Client) -> None:
    article, other = publish(), publish(slug="valerian")
    editor = make_user("Editors")
    told = "The trial it rests on was made up."
    services.withdraw(article=article, by=editor, reason="x", kind="retraction", told=told, replacement=other)
    entry = Amendment.objects.get()
    for address in (URL, f"{URL}versions/", f"{URL}versions/1/", f"{URL}changes/", f"{URL}references/"):
        shown = text(client, address, 410)
        assert "This article has been retracted" in shown
        assert told in shown
        assert f"{entry.at:%-d %B %Y}" in shown
        assert "Does magnesium help you sleep?" in shown
        assert 'href="/articles/valerian/"' in shown
    assert told in text(client, "/corrections/")


def test_what_to_read_instead_is_not_named_once_it_is_gone_too(client: Client) -> None:
    article, other = publish(), publish(slug="valerian")
    editor = make_user("Editors")
    services.withdraw(article=article, by=editor, reason="x", told="It was out of date.", replacement=other)
    take_off(other)
    assert "valerian" not in text(client, URL, 410)
