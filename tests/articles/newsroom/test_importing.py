"""Importing a post through the newsroom: what is refused, what is shown before anything is saved, what is saved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django.utils.html import escape

from articles.models import Article, Contributor, PostInHand
from articles.services import ImportRefused, posts_in_hand
from citations.models import Citation
from products.models import Product
from tests.articles import factories
from tests.articles.exports.samples import archive
from tests.articles.services.test_uploads import picture
from tests.evidence.opening.word.word_documents import SLEEP, csl_field, paragraph, pictured, rels_of, word_document

pytestmark = pytest.mark.django_db
IMPORT = "/admin/articles/article/import/"
SEED = Path(__file__).resolve().parents[4] / "shared" / "acceptance" / "seed-article.txt"
REFERENCE = (
    "1. Haghayegh S, Khoshnevis S, Smolensky MH. Before-bedtime passive body heating by warm shower or bath to "
    "improve sleep. Sleep Med Rev. 2019;46:124-135. doi:10.1016/j.smrv.2019.04.008"
)
POST = f"""Warm feet and better sleep

By Dr. Amina Roe, MD

A bath in the evening may help some people fall asleep sooner [1].
We know that warm feet cure insomnia.

References
{REFERENCE}
"""


@pytest.fixture
def enqueued() -> Iterator[list[int]]:
    sent: list[int] = []
    with patch("articles.newsroom.review_desk.assess_article.delay", lambda article_id: sent.append(article_id)):
        yield sent


@pytest.fixture(autouse=True)
def _signed_in(client: Client, author: User) -> None:
    client.force_login(author)


def chosen(data: bytes, name: str = "post.txt") -> dict[str, Any]:
    return {"file": SimpleUploadedFile(name, data, "text/plain"), "read": "1"}


def read(client: Client, data: dict[str, Any]) -> Any:
    """Sends the first screen; the second, or the first again with what is wrong."""
    return client.post(IMPORT, data, follow=True)


def saved() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Article, Citation, Contributor, Product))


def choices_of(page: Any) -> dict[str, Any]:
    """The second screen's answers as the browser would send them, nothing changed."""
    form, found = page.context["form"], page.context["found"]
    data = {name: form[name].value() or "" for name in form.fields}
    data |= {"text": page.context["post"], "filename": page.context["filename"], "save": "1"}
    data["references"] = [reference.key for reference in found.references]
    data["products"] = [product.name for product in found.products]
    return data


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param({"text": ""}, "Paste the post", id="nothing"),
        pytest.param({"text": " \n\t\n"}, "Paste the post", id="blank"),
        pytest.param(chosen(b""), "empty", id="empty-file"),
        pytest.param(chosen(b"\x00\x01\x02\x03"), "not a text file", id="binary"),
        pytest.param(chosen(b"%PDF-1.7 x"), "not a text file", id="pdf"),
        pytest.param(chosen(b"PK\x03\x04 docx"), "not a text file", id="docx-called-txt"),
        pytest.param(chosen("Naïve".encode("utf-16")), "UTF-16", id="utf-16"),
        pytest.param(chosen("One\nna\u00efve".encode("latin-1")), "line 2", id="latin-1"),
        pytest.param(chosen(b"text", "post.csv"), ".txt, .md, .html, .docx or .zip", id="wrong-ending"),
        pytest.param(chosen(b"text", "post.doc"), "Save it as .docx", id="what-it-is-to-be-saved-as"),
        pytest.param(chosen(b"PK\x03\x04 x", "post.zip"), "damaged or cut short", id="no-archive"),
        pytest.param(chosen(archive({"a.md": "One.", "b.md": "Two."}), "b.zip"), "more than one post", id="many-posts"),
        pytest.param(chosen(archive({"a.css": "x"}), "b.zip"), "No post was found", id="archive-without-a-post"),
        pytest.param(chosen(b'{"a": 1}', "data.json"), "no export of WordPress or Ghost", id="no-export"),
        pytest.param(chosen(b"text", "post.docx"), "post.docx: this is no Word document", id="not-word"),
        pytest.param(chosen(b"<p>" + b"x" * 3000, "post.html"), "larger than 2 KB", id="page-too-long"),
        pytest.param(chosen(b"<!--" + b"x" * 50_000, "post.html"), "larger than 2 KB", id="page-too-large"),
        pytest.param({"text": "x" * 3000}, "larger than 2 KB", id="pasted-too-large"),
        pytest.param(chosen(b"x" * 3000), "larger than 2 KB", id="file-too-large"),
    ],
)
def test_it_refuses_and_says_what_to_do(data: dict[str, Any], words: str, client: Client, settings: Any) -> None:
    settings.IMPORT_MAX_KB = 2
    sent = client.post(IMPORT, data | {"read": "1"})
    assert (sent.status_code, sent["Location"]) == (302, f"{IMPORT}?again=1")
    page = client.get(sent["Location"])
    (said,) = [text for texts in page.context["form"].errors.values() for text in texts]
    assert words in said
    assert escape(said) in page.content.decode()
    assert not client.get(IMPORT).context["form"].errors, "the menu leads to an empty form"
    assert saved() == (0, 0, 0, 0)


def test_what_was_pasted_stands_again_as_often_as_it_is_loaded_and_the_file_is_asked_for(client: Client) -> None:
    sent = client.post(IMPORT, chosen(b"%PDF-1.7 x", "po<b>st.txt") | {"text": "Half a <post>.", "read": "1"})
    for _ in range(2):
        page = client.get(sent["Location"]).content.decode()
        assert "Half a &lt;post&gt;." in page
        assert "choose “po&lt;b&gt;st.txt” once more" in page
        assert page.count("not a text file") == 2, "beside the field, and above the form with a link to it"
        assert '<a href="#id_file">Or choose a file</a>: This is not a text file' in page
    assert client.post(IMPORT, {"text": POST, "read": "1"})["Location"] != sent["Location"]
    assert "Half a" not in client.get(sent["Location"]).content.decode()


def test_nobody_is_shown_what_another_had_refused(client: Client, editor: User) -> None:
    sent = client.post(IMPORT, chosen(b"%PDF-1.7 x") | {"text": "Half a post.", "read": "1"})
    client.logout()
    client.force_login(editor)
    assert "Half a post." not in client.get(sent["Location"]).content.decode()


def test_a_word_document_brings_the_works_of_its_reference_manager(client: Client) -> None:
    field = csl_field("(Bell & Coe, 2012)", SLEEP)
    title = paragraph("Warm milk", style="Title")
    post = word_document(title, paragraph("Milk cures insomnia ", field, "."))
    page = read(client, chosen(post, "post.docx"))
    assert page.status_code == 200
    found = page.context["found"]
    assert (found.title, found.body) == ("Warm milk", "Milk cures insomnia [@bell2012].\n")
    assert client.post(IMPORT, choices_of(page)).status_code == 302
    assert Citation.objects.get().doi == "10.1000/sleep"


def test_a_word_document_brings_its_pictures_and_asks_what_they_show(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    parts: dict[str, str | bytes] = {
        **rels_of("media/image1.png", "media/image2.emf"),
        "word/media/image1.png": picture(),
        "word/media/image2.emf": b"drawing",
    }
    content = (
        paragraph("Warm milk", style="Title"),
        paragraph("Milk cures insomnia."),
        pictured(1),
        pictured(2, "A cup"),
    )
    page = read(client, chosen(word_document(*content, parts=parts), "post.docx"))
    assert "A picture was not taken in. image2.emf: " in page.content.decode()
    (file,) = [file for file in tmp_path.rglob("*.png") if file.is_file()]
    address = f"/media/{file.relative_to(tmp_path)}"
    assert [shown.address for shown in page.context["found"].pictures] == [address, "word/media/image2.emf"]
    sent = choices_of(page) | {"alt-0": "Milk in a cup"}
    assert client.post(IMPORT, sent).status_code == 302
    assert f"![Milk in a cup]({address})" in Article.objects.get().body


def test_a_document_of_google_docs_comes_out_of_its_archive_with_its_picture(
    client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.MEDIA_ROOT = tmp_path
    page = (
        '<html><body class="doc-content"><p class="title">Zinc and colds</p><p>Zinc shortened colds.</p>'
        '<p><img alt="" src="images/image1.png"></p><p><img alt="" src="images/image2.png"></p></body></html>'
    )
    packed = archive({"Zincandcolds.html": page, "images/image1.png": picture()})
    shown = read(client, chosen(packed, "Zinc and colds.zip") | {"read": "1"})
    assert shown.context["form"]["title"].value() == "Zinc and colds"
    assert "image2.png: it is not in the archive." in shown.content.decode()
    (kept, _) = [row["item"].address for row in shown.context["pictures"]]
    assert kept.startswith("/media/")
    assert (tmp_path / kept.removeprefix("/media/")).is_file()
    assert "alt-0" in shown.context["form"].fields, "what it shows is asked"


def test_a_post_of_a_vault_brings_the_day_of_its_name_and_its_pictures_are_seen(client: Client) -> None:
    data = chosen(b"# Zinc\n\nZinc is a metal. ![[cup.png]]\n", "2019-05-04-zinc.md")
    shown = read(client, data | {"read": "1"})
    assert str(shown.context["found"].published)[:10] == "2019-05-04"
    assert [row["item"].address for row in shown.context["pictures"]] == ["/cup.png"]


def test_what_is_quoted_of_a_post_is_words_and_no_markup(client: Client) -> None:
    text = "# Zinc\n\nWe make **ColdAway** lozenges. [Buy ColdAway now](/shop/) at our shop.\n"
    shown = read(client, {"text": text, "read": "1"})
    sentences = [sentence for row in shown.context["products"] for sentence in row["sentences"]]
    assert "Buy ColdAway now at our shop." in sentences


def test_a_saved_page_brings_the_article_without_what_stands_around_it(client: Client) -> None:
    html = (
        "<!DOCTYPE html><html><head><meta name='author' content='Amina Roe, MD'></head>"
        "<body><nav><a href='/'>Home</a></nav><main><h1>Warm milk</h1>"
        "<p>Milk cures insomnia<sup><a href='#r1'>1</a></sup>.</p><h2>References</h2>"
        f"<ol><li id='r1'>{REFERENCE.removeprefix('1. ')}</li></ol></main></body></html>"
    )
    page = read(client, chosen(html.encode(), "post.html"))
    found = page.context["found"]
    assert (found.title, found.body) == ("Warm milk", "Milk cures insomnia[1].\n")
    assert [reference.key for reference in found.references] == ["haghayegh2019"]
    assert found.author.name == "Amina Roe"


def test_a_post_that_takes_too_long_to_read_is_refused_and_kept(client: Client, settings: Any) -> None:
    settings.IMPORT_SECONDS = 0
    response = read(client, {"text": POST, "read": "1"})
    assert "too intricate to read within 0 seconds" in response.content.decode()
    assert "Warm feet and better sleep" in response.content.decode()
    assert not Article.objects.exists()


def test_it_refuses_a_broken_front_matter_in_words(client: Client) -> None:
    response = read(client, {"text": "---\ntitle: [\n---\nText.", "read": "1"})
    assert response.status_code == 400
    assert 'data-testid="problem"' in response.content.decode()


def test_it_refuses_to_save_without_a_title_and_keeps_the_text(client: Client) -> None:
    text = "Vitamin C cures colds.\n\nIt really does."
    page = read(client, {"text": text, "read": "1"})
    response = client.post(IMPORT, choices_of(page) | {"title": "  "})
    assert response.status_code == 400
    assert "The post has no title. Give it one." in response.content.decode()
    assert response.context["post"] == text
    assert saved() == (0, 0, 0, 0)


def test_what_was_recognised_is_shown_before_anything_is_saved(client: Client) -> None:
    response = read(client, {"text": POST, "read": "1"})
    page = response.content.decode()
    assert response.status_code == 200
    assert saved() == (0, 0, 0, 0)
    assert response.context["form"]["title"].value() == "Warm feet and better sleep"
    assert response.context["form"]["author_name"].value() == "Amina Roe"
    assert response.context["form"]["author_credentials"].value() == "MD"
    assert "10.1016/j.smrv.2019.04.008" in page
    assert "Haghayegh" in page
    assert page.count('data-testid="reference"') == 1
    assert dict(response.context["counts"])["blocker"] >= 1


def test_it_runs_nothing_that_stands_in_a_post(client: Client) -> None:
    text = "</textarea><script>alert(1)</script>\n\nVitamin C cures colds <img src=x onerror=alert(2)>."
    page = read(client, {"text": text, "read": "1"}).content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_saving_makes_the_draft_and_sends_it_to_the_worker(
    client: Client, author: User, enqueued: list[int], django_capture_on_commit_callbacks: Any
) -> None:
    page = read(client, {"text": POST, "read": "1"})
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(IMPORT, choices_of(page) | {"title": "Warm feet", "standfirst": "A look."})
    article = Article.objects.get()
    assert response["Location"] == f"/admin/articles/article/{article.pk}/change/"
    assert (article.title, article.standfirst, article.created_by) == ("Warm feet", "A look.", author)
    assert article.credits.get().contributor.name == "Amina Roe"
    assert article.article_citations.get().citation.doi == "10.1016/j.smrv.2019.04.008"
    assert "Haghayegh" not in article.body
    assert "References" not in article.body
    assert enqueued == [article.pk]


def test_line_ends_of_browsers_change_nothing(client: Client, enqueued: list[int]) -> None:
    first = read(client, {"text": POST.replace("\n", "\r\n"), "read": "1"})
    data = choices_of(first)
    client.post(IMPORT, data | {"text": data["text"].replace("\n", "\r\n")})
    assert "\r" not in Article.objects.get().body
    assert Article.objects.get().article_citations.count() == 1


def test_a_reference_that_was_unticked_is_left_out(client: Client, enqueued: list[int]) -> None:
    page = read(client, {"text": POST, "read": "1"})
    client.post(IMPORT, choices_of(page) | {"references": []})
    assert Article.objects.get().article_citations.count() == 0
    assert not Citation.objects.exists()


def test_a_key_that_is_not_in_the_post_is_refused(client: Client) -> None:
    page = read(client, {"text": POST, "read": "1"})
    assert client.post(IMPORT, choices_of(page) | {"references": ["other2001"]}).status_code == 400
    assert saved() == (0, 0, 0, 0)


def test_known_works_and_people_are_shown_as_known_and_not_made_twice(client: Client, enqueued: list[int]) -> None:
    work = factories.make_citation(doi="10.1016/j.smrv.2019.04.008")
    person = factories.make_contributor(name="Amina Roe", credentials="MD, PhD")
    page = read(client, {"text": POST, "read": "1"})
    assert "In the library already" in page.content.decode()
    assert "Amina Roe, MD, PhD is on record" in page.content.decode()
    client.post(IMPORT, choices_of(page))
    article = Article.objects.get()
    assert article.article_citations.get().citation == work
    assert article.credits.get().contributor == person


def test_the_name_of_a_file_is_no_title(client: Client) -> None:
    text = b"vitamin c cures colds, and that is all there is to say about it in this text.\n\nIt really does."
    page = read(client, chosen(text, "vitamin-c-and-colds.md"))
    assert not page.context["form"]["title"].value()
    assert 'data-testid="title-missing"' in page.content.decode()


def test_a_byte_order_mark_is_no_part_of_the_text(client: Client) -> None:
    page = read(client, chosen(b"\xef\xbb\xbf" + POST.encode()))
    assert page.context["form"]["title"].value() == "Warm feet and better sleep"


RICH = """---
title: Zinc and colds
author: Ann Poe
date: 2019-05-04
permalink: /blog/2019/zinc/
aliases: [/zinc, Zinc]
tags: [colds]
description: What trials found.
---
Zinc shortened colds in one trial of 80 adults [1]. ![](/img/zinc.png) ![A cold](/img/cold.png)

## References

1. Poe A, Coe B. Zinc lozenges for colds in adults. J Colds. 2018;12(1):1-9. doi:10.1000/zinc.1
"""


def test_the_screen_tells_how_sure_it_is_and_what_cites_what(client: Client) -> None:
    html = read(client, {"text": RICH, "read": "1"}).content.decode()
    assert "Sure: it has an identifier" in html
    assert "Cited by 1 sentence" in html
    assert "by its number or key" in html
    assert html.index('id="head-h"') < html.index('id="text-h"')


def test_dates_addresses_and_pictures_come_with_the_post(client: Client) -> None:
    page = read(client, {"text": RICH, "read": "1"})
    html = page.content.decode()
    assert "First published on 4 May 2019" in html
    assert html.count('data-testid="picture"') == 2
    answers = {"alt-0": "Zinc [lozenges]", "author_interests": "none"}
    assert client.post(IMPORT, choices_of(page) | answers).status_code == 302
    article = Article.objects.get()
    assert article.standfirst == "What trials found."
    assert [topic.name for topic in article.topics.all()] == ["colds"]
    assert "![Zinc (lozenges)](/img/zinc.png) ![A cold](/img/cold.png)" in article.body
    assert article.credits.get().contributor.interests == "none"
    assert sorted(row.old for row in article.old_addresses.all()) == ["/blog/2019/zinc", "/zinc"]
    assert article.origin.published.date().isoformat() == "2019-05-04"


def test_a_post_that_is_here_already_is_told_of(client: Client) -> None:
    page = read(client, {"text": RICH, "read": "1"})
    assert 'data-testid="already"' not in page.content.decode()
    client.post(IMPORT, choices_of(page))
    assert "This very post is here already" in read(client, {"text": RICH, "read": "1"}).content.decode()
    other = RICH.replace("80 adults", "90 adults").replace("Zinc and colds", "Zinc again")
    assert "from the same address" in read(client, {"text": other, "read": "1"}).content.decode()
    named = "# Zinc and colds\n\nZinc shortened colds in one trial of 80 adults."
    assert "An article of this title" in read(client, {"text": named, "read": "1"}).content.decode()


def test_interests_that_are_declared_have_to_be_named(client: Client) -> None:
    page = read(client, {"text": RICH, "read": "1"})
    refused = client.post(IMPORT, choices_of(page) | {"author_interests": "declared"})
    assert refused.status_code == 400
    assert "Say which interests" in refused.content.decode()


# --- The owner's article ---------------------------------------------------------------------------------------

needs_seed = pytest.mark.skipif(
    not SEED.exists(), reason="../shared with the owner's article is not beside the project"
)


@needs_seed
def test_the_owners_article_is_recognised_and_asks_for_its_title(client: Client) -> None:
    page = read(client, chosen(SEED.read_bytes(), "seed-article.txt"))
    found = page.context["found"]
    html = page.content.decode()
    assert found.title == ""
    assert 'data-testid="title-missing"' in html
    assert html.count('data-testid="reference"') == 9
    assert [row["item"].source.families[0] for row in page.context["references"]][:1]
    assert [product.name for product in found.products] == ["Flora Bloom"]
    assert found.claims > 10
    assert found.flag_counts["blocker"] > 0
    assert saved() == (0, 0, 0, 0)


@needs_seed
def test_the_owners_article_becomes_a_draft_with_its_works_and_product(client: Client, enqueued: list[int]) -> None:
    page = read(client, chosen(SEED.read_bytes(), "seed-article.txt"))
    response = client.post(
        IMPORT, choices_of(page) | {"title": "The infant gut", "slug": "", "tie-0": "own", "author-tie-0": "None"}
    )
    assert response.status_code == 302
    article = Article.objects.get()
    assert article.slug == "the-infant-gut"
    assert article.article_citations.count() == 9
    assert article.disclosures.get().product.sold_by_publisher is True
    assert article.disclosures.get().is_answered


TITLES_IN_OTHER_LETTERS = [
    *("睡眠与健康", "Сон и здоровье", "Ύπνος και υγεία", "النوم والصحة", "睡眠 A", "睡眠と健康", "수면과 건강"),
    *("שינה ובריאות", "नींद और स्वास्थ्य", "การนอนหลับและสุขภาพ", "ძილი და ჯანმრთელობა", "Քուն և առողջություն", "鋅 2024"),
    *("💤💤💤", "???", "— —", "١٢٣"),
]


@pytest.mark.parametrize("title", TITLES_IN_OTHER_LETTERS)
def test_a_title_in_other_letters_asks_for_an_address(client: Client, author: User, title: str) -> None:
    client.force_login(author)
    data = {"text": f"# {title}\n\nZinc works.", "filename": "post.md", "title": title, "save": "1"}
    response = client.post(IMPORT, data)
    assert response.status_code == 400
    assert "Write an address that says what the" in response.content.decode()
    assert client.post(IMPORT, data | {"slug": "sleep-and-health"}).status_code == 302
    assert Article.objects.get(slug="sleep-and-health").title == title


@pytest.mark.parametrize(
    "title",
    ["Żółć i sen", "Øl", "10 things", "Schlaf & Gesundheit", "Santé et sommeil", "Zinc 锌", "2024", "5-HTP", "B₁₂ now"],
)
def test_a_title_that_leaves_letters_is_its_own_address(client: Client, author: User, title: str) -> None:
    client.force_login(author)
    data = {"text": f"# {title}\n\nZinc works.", "filename": "post.md", "title": title, "save": "1"}
    assert client.post(IMPORT, data).status_code == 302
    slug = Article.objects.get().slug
    assert slug
    assert not slug.startswith("article")


LONG = {
    "Title": ("title", "a" * 251, "250 characters fit, and this has 251"),
    "Title in wide letters": ("title", "睡" * 251, "Title: at most 250"),
    "Title, ten times": ("title", "a" * 2500, "and this has 2500"),
    "Address": ("slug", "a" * 111, "Address: at most 110"),
    "Address, far": ("slug", "a" * 5000, "and this has 5000"),
    "Standfirst": ("standfirst", "a" * 601, "Standfirst: at most 600"),
    "Author": ("author_name", "a" * 121, "Author: at most 120"),
    "Credentials": ("author_credentials", "a" * 121, "Credentials: at most 120"),
    "Interests": ("author_interests_text", "a" * 501, "Which interests: at most 500"),
    "Picture": ("alt-0", "a" * 301, "What /a.png shows: at most 300"),
}


@pytest.mark.parametrize(("field", "value", "words"), LONG.values(), ids=LONG)
def test_what_is_too_long_is_named_with_its_length(
    client: Client, author: User, field: str, value: str, words: str
) -> None:
    client.force_login(author)
    text = "# Zinc\n\nZinc works.\n\n![](/a.png)\n"
    data = {"text": text, "filename": "post.md", "title": "Zinc", "save": "1"} | {field: value}
    response = client.post(IMPORT, data)
    assert response.status_code == 400
    assert words in response.content.decode()
    assert not Article.objects.exists()


# --- The second screen ------------------------------------------------------------------------------------


def test_nobody_sees_the_posts_that_others_have_in_hand(client: Client, editor: User) -> None:
    page = read(client, {"text": POST, "read": "1"})
    address = page.redirect_chain[-1][0]
    client.force_login(editor)
    assert client.get(address).status_code == 302
    assert PostInHand.objects.count() == 1


def test_answers_that_are_refused_stand_again_at_the_screen_s_own_address(client: Client, enqueued: list[int]) -> None:
    page = read(client, {"text": POST, "read": "1"})
    address = page.redirect_chain[-1][0]
    sent = choices_of(page) | {"hand": page.context["hand"], "standfirst": "What a bath does.", "references": []}
    assert client.post(IMPORT, sent | {"title": "  "})["Location"] == address
    for _ in range(2):
        again = client.get(address)
        words = again.content.decode()
        assert "The post has no title. Give it one." in words
        assert "What a bath does." in words
        assert again.context["references"][0]["kept"] is False
    other = read(client, {"text": RICH, "read": "1"})
    assert "The post has no title" not in other.content.decode()
    with patch("articles.newsroom.importing.import_article", side_effect=ImportRefused("Its disk is full.")):
        assert client.post(IMPORT, sent)["Location"] == address
    assert "Its disk is full." in client.get(address).content.decode()
    assert client.post(IMPORT, sent).status_code == 302
    assert Article.objects.get().standfirst == "What a bath does."
    assert client.session.get("import_refused") is None


def test_the_second_screen_is_loaded_again_until_it_is_saved(client: Client, enqueued: list[int]) -> None:
    page = read(client, {"text": POST, "read": "1"})
    address = page.redirect_chain[-1][0]
    again = client.get(address)
    assert (again.status_code, again.context["post"]) == (200, page.context["post"])
    assert saved() == (0, 0, 0, 0)
    refused = client.post(IMPORT, choices_of(again) | {"title": "", "hand": again.context["hand"]})
    assert (refused.status_code, refused["Location"]) == (302, address)
    assert client.get(address).status_code == 200
    assert client.post(IMPORT, choices_of(again) | {"hand": again.context["hand"]}).status_code == 302
    assert not PostInHand.objects.exists()
    told = client.get(address, follow=True)
    assert "saved already" in told.content.decode()


def test_a_person_has_few_posts_in_hand_and_for_a_day(client: Client, author: User) -> None:
    posts = [posts_in_hand.take(text=f"Post {number}", name="", by=author) for number in range(posts_in_hand.FEW + 2)]
    assert [posts_in_hand.held(pk=post.pk, by=author) is None for post in posts[:3]] == [True, True, False]
    now = timezone.now()
    assert posts_in_hand.sweep(now=now) == 0
    assert posts_in_hand.sweep(now=now + timedelta(days=1, seconds=1)) == posts_in_hand.FEW
