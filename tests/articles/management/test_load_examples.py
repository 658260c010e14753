from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.models import Article, ChecklistQuestion, Contributor, LogEntry
from articles.models.article import Status

pytestmark = pytest.mark.django_db

GOOD = """---
title: Reading before bed
published: 2026-11-02
author: {name: Marisol Teague, credentials: MD, interests: none}
---

We asked three friends what they read in the evening. All three had a favourite.
"""
BAD = """---
title: Milk
published: 2026-11-01
author: {name: Marisol Teague, credentials: MD, interests: none}
---

Warm milk cures insomnia in older adults.
"""
DRAFT = "# Milk again\n\nWarm milk cures insomnia in older adults.\n"


def load(*files: Path) -> None:
    call_command("load_examples", *files, author="author", editor="editor", verbosity=0)


def post(folder: Path, name: str, text: str) -> Path:
    (folder / name).write_text(text)
    return folder / name


def test_it_refuses_people_it_does_not_know(tmp_path: Path, author: User) -> None:
    with pytest.raises(CommandError, match="no user “editor”"):
        load(post(tmp_path, "post.md", GOOD))


def test_it_names_a_file_that_it_cannot_read(tmp_path: Path, author: User, editor: User) -> None:
    with pytest.raises(CommandError, match=r"missing\.md cannot be read"):
        load(tmp_path / "missing.md")


def test_it_does_not_publish_what_has_a_blocker(tmp_path: Path, author: User, editor: User) -> None:
    load(post(tmp_path, "bad.md", BAD))
    article = Article.objects.get()
    assert article.status == Status.IN_REVIEW
    assert article.live_revision is None
    assert article.flags.open().blockers().exists()


def test_it_leaves_a_post_without_a_date_a_draft(tmp_path: Path, author: User, editor: User) -> None:
    load(post(tmp_path, "draft.md", DRAFT))
    assert Article.objects.get().status == Status.DRAFT


def test_a_second_person_approves_what_it_publishes(tmp_path: Path, author: User, editor: User) -> None:
    load(post(tmp_path, "good.md", GOOD))
    article = Article.objects.get()
    assert article.status == Status.PUBLISHED
    assert article.live_revision is not None
    assert article.live_revision.approved_by == editor
    assert LogEntry.objects.get(action="submitted").actor == author


def test_the_reviewer_named_records_the_review_that_a_published_post_tells_of(
    tmp_path: Path, author: User, editor: User
) -> None:
    reviewed = "reviewer: {name: Bo Lind, credentials: MD, interests: none}\nreviewed_on: 2026-10-30\n---\n\nWe"
    load(post(tmp_path, "good.md", GOOD.replace("---\n\nWe", reviewed)))
    revision = Article.objects.get().live_revision
    assert revision is not None
    assert revision.dates["reviewed_on"] == "2026-10-30"
    actor = LogEntry.objects.get(action="medically-reviewed").actor
    assert actor not in (author, editor)
    assert Contributor.objects.get(name="Bo Lind").user == actor


def test_it_does_not_import_the_same_file_twice(tmp_path: Path, author: User, editor: User) -> None:
    file = post(tmp_path, "draft.md", DRAFT)
    load(file)
    load(file)
    assert Article.objects.count() == 1


def test_it_publishes_where_approvers_are_asked_questions(tmp_path: Path, author: User, editor: User) -> None:
    ChecklistQuestion.objects.create(text="Does every number stand in its source?")
    load(post(tmp_path, "good.md", GOOD))
    article = Article.objects.get()
    assert article.status == Status.PUBLISHED
    assert article.live_revision is not None
