"""Importing many posts in the newsroom."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.models import Article, PostBatch
from articles.services import post_batches
from tests.articles.exports import samples

pytestmark = pytest.mark.django_db
BEGIN = "/admin/articles/postbatch/new/"
FILES = {"zinc.md": "# Zinc\n\nZinc shortened colds in one trial.", "old.doc": "x", "<b>.md": "no title here."}


def sent(client: Client, *files: tuple[str, bytes], **more: str) -> Any:
    posts = [SimpleUploadedFile(name, data) for name, data in files]
    with patch("articles.services.post_batches.current_app.send_task"):
        return client.post(BEGIN, {"posts": posts, **more})


def page(name: str, batch: PostBatch) -> str:
    return reverse(f"newsroom:{name}", args=[batch.pk])


def test_who_may_not_write_begins_nothing(client: Client, reviewer: User, stranger: User) -> None:
    for person, status in ((stranger, 302), (reviewer, 403)):
        client.force_login(person)
        assert sent(client, ("a.md", b"# A\n\nText.")).status_code == status
    assert PostBatch.objects.count() == 0


@pytest.mark.parametrize(
    ("files", "more", "words"),
    [
        ([], {}, "Choose one or more files"),
        ([("a.md", b"")], {}, "empty"),
        ([("a.zip", b"PK\x03\x04 nothing")], {}, "damaged"),
        ([("a.zip", samples.archive({"a.png": b"x"}))], {}, "No posts were found"),
        ([("a.md", b"x" * 1_100_000)], {}, "larger than 1 MB"),
        ([("a.md", b"# A\n\nText.")], {"old_addresses": "/blog/"}, "{slug} in it"),
    ],
)
def test_what_cannot_be_brought_in_is_refused_in_words(
    files: list[tuple[str, bytes]], more: dict[str, str], words: str, client: Client, author: User, settings: Any
) -> None:
    settings.IMPORT_FILE_MAX_MB = 1
    client.force_login(author)
    answer = sent(client, *files, **more)
    assert (answer.status_code, answer["Location"]) == (302, f"{BEGIN}?again=1")
    for _ in range(2):
        page = client.get(answer["Location"]).content.decode()
        assert words in page
        assert "”, “".join(name for name, _content in files) in page
        assert more.get("old_addresses", "") in page
    assert not client.get(BEGIN).context["form"].errors
    assert PostBatch.objects.count() == 0


def test_a_batch_tells_what_became_of_each_post(client: Client, author: User) -> None:
    client.force_login(author)
    begun = sent(client, ("site.zip", samples.archive(FILES)), ("blog.xml", samples.wordpress(samples.item())))
    batch = PostBatch.objects.get()
    assert begun["Location"] == page("batch-of-posts", batch)
    waiting = client.get(page("batch-of-posts-state", batch)).json()
    assert waiting["busy"]
    assert "1 of 4 done" in waiting["html"]
    assert "Stop it" in waiting["html"]
    post_batches.work_off(batch_id=batch.pk)
    assert Article.objects.count() == 2
    html = client.get(page("batch-of-posts", batch)).content.decode()
    for words in ("Done: 4 posts", "Zinc &amp;amp; colds", "No title was found", "Save it as .docx", "&lt;b&gt;.md"):
        assert words in html or words.replace("amp;amp;", "amp;") in html
    assert "Stop it" not in html, "what has ended cannot be stopped"
    refused = client.get(page("batch-of-posts", batch) + "?state=refused").content.decode()
    assert "old.doc" in refused
    assert "blog.xml" not in refused.split('data-testid="posts"')[1]
    report = client.get(page("batch-of-posts-report", batch)).content.decode()
    assert report.splitlines()[0].startswith("number,post,state")
    assert len(report.splitlines()) == 5
    assert str(batch) in client.get(BEGIN).content.decode()


def test_other_authors_do_not_see_it_and_editors_do(client: Client, author: User, editor: User, make_user: Any) -> None:
    client.force_login(author)
    sent(client, ("zinc.md", b"# Zinc\n\nZinc helps."))
    batch = PostBatch.objects.get()
    for person, status in ((make_user("other", "Authors"), 404), (editor, 200), (author, 200)):
        client.force_login(person)
        for name in ("batch-of-posts", "batch-of-posts-state", "batch-of-posts-report"):
            assert client.get(page(name, batch)).status_code == status
    client.force_login(editor)
    assert client.post(page("batch-of-posts-cancel", batch)).status_code == 403
    client.force_login(author)
    assert client.post(page("batch-of-posts-cancel", batch)).status_code == 302
    batch.refresh_from_db()
    assert batch.state == "cancelled"


def test_a_post_without_a_text_becomes_no_draft(client: Client, author: User) -> None:
    client.force_login(author)
    empty = {"content:encoded": "<![CDATA[<!-- wp:paragraph --><p></p><!-- /wp:paragraph -->]]>"}
    sent(client, ("blog.xml", samples.wordpress(samples.item(**empty))))
    batch = PostBatch.objects.get()
    post_batches.work_off(batch_id=batch.pk)
    assert batch.posts.get().reason == "It has a title and no text."
    assert not Article.objects.exists()


def test_a_cell_of_the_report_is_no_formula(client: Client, author: User) -> None:
    client.force_login(author)
    sent(client, ("=cmd.md", b"no title here."))
    batch = PostBatch.objects.get()
    post_batches.work_off(batch_id=batch.pk)
    assert "'=cmd.md" in client.get(page("batch-of-posts-report", batch)).content.decode()


def test_a_post_that_was_refused_is_tried_again_by_its_button(client: Client, author: User, editor: User) -> None:
    client.force_login(author)
    sent(client, ("zinc-and-colds.md", b"Zinc shortened colds in one trial."))
    batch = PostBatch.objects.get()
    post_batches.work_off(batch_id=batch.pk)
    assert "Try 1 post again" in client.get(page("batch-of-posts", batch)).content.decode()
    again = page("batch-of-posts-again", batch)
    with patch("articles.services.post_batches.current_app.send_task"):
        said = client.post(again, {"post": "1", "names_are_titles": "yes"}, follow=True).content.decode()
        assert "1 post will be read again" in said
        assert "None of these can be tried again" in client.post(again, follow=True).content.decode()
    post_batches.work_off(batch_id=batch.pk)
    assert Article.objects.get().title == "Zinc and colds"
    client.force_login(editor)
    assert client.post(again).status_code == 403
    assert client.get(again).status_code == 405
