"""The way back through the migrations and forth again: what was kept and approved before them stands after them.

`tests/articles/test_migrations.py` has the statements alone. And the short way by which tests make their database
(tests/migrating.py) against the one of everybody else.
"""

from __future__ import annotations

import re
import subprocess
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from articles import services
from articles.models import Article
from articles.services import log_verification, seals
from articles.stored import triggers
from config.local_servers import postgres_programs
from tests.articles import factories
from tests.conftest import OWN_POSTGRES
from tests.migrating import one_model_at_a_time

PEOPLE = {"author": "Authors", "reviewer": "Medical reviewers", "editor": "Editors"}
BEFORE = [("articles", "0006_revision_works"), ("citations", "0011_addresses")]
RENAMED = [("articles", "0007_status_notices"), ("citations", "0012_similarity")]
APPROVED_BEFORE = """
INSERT INTO articles_revision (article_id, number, draft_version, title, standfirst, body, html, contributors, topics,
    citations, disclosures, claims, flags, decisions, summary, dates, advice_notice, market, engine_version,
    content_hash, change_note, created_by_id, created_at, approved_by_id, approved_at)
SELECT id, 1, version, title, '', body, body, '[]', '[]', '[]', '[]', '[]', '[]', '[]', '{}', '{}', true, 'US', '0.1.0',
    repeat('a', 64), '', %(author)s, now(), %(reviewer)s, now() FROM articles_article;
INSERT INTO articles_logentry (at, actor_id, actor_name, action, article_id, revision_id, data, previous, hash)
SELECT now() - interval '1 year', %(reviewer)s, 'reviewer', 'approved', article_id, id,
    jsonb_build_object('content_hash', content_hash), '', '' FROM articles_revision;
UPDATE articles_article SET status = 'approved', review_revision_id = (SELECT id FROM articles_revision)
"""


def migrate(targets: list[tuple[str, str]]) -> Any:
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


@pytest.mark.django_db(transaction=True)
def test_what_was_kept_and_what_was_approved_back_then_stands_after_all_migrations() -> None:
    """One way back and forth for both."""
    people = {name: factories.make_user(group) for name, group in PEOPLE.items()}
    try:
        merge = _kept_by_a_merge(migrate(BEFORE))
        renamed = migrate(RENAMED)
        _is_found_under_the_new_names(renamed.get_model("citations", "Merge").objects.get(pk=merge))
        _approve_without_a_seal(renamed, people)
    finally:
        migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())
        seals.install_key()
        triggers.install()
    _can_be_published_and_verified(Article.objects.get(), by=people["editor"])


NOT_THE_SAME = re.compile(rb"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.\d]*\+\d\d|^\\(?:un)?restrict .*$", re.MULTILINE)
"""The hour, and the password that `pg_dump` makes up for each dump."""


def dump_of_new_database(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """All of a database that was just migrated, without hours."""
    place = connection.settings_dict
    kept = place["NAME"]
    monkeypatch.setitem(place["TEST"], "NAME", "in_two_ways")
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        address = ["--host", place["HOST"], "--username", place["USER"], place["NAME"]]
        dump = subprocess.run([postgres_programs() / "pg_dump", *address], capture_output=True, check=True).stdout
    finally:
        connection.creation.destroy_test_db(kept, verbosity=0)
    return NOT_THE_SAME.sub(b"", dump)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(not OWN_POSTGRES, reason="asks the programs of the server that tests start")
def test_the_short_way_of_the_tests_leads_to_the_same_database(monkeypatch: pytest.MonkeyPatch) -> None:
    with one_model_at_a_time():
        short = dump_of_new_database(monkeypatch)
    assert b"CREATE TRIGGER" in short
    assert short == dump_of_new_database(monkeypatch)


def _kept_by_a_merge(back_then: Any) -> int:
    kept = back_then.get_model("citations", "Citation").objects.create(title="Zinc", csl={})
    lost = [
        {"model": "articles.standingnotice", "pk": 1, "fields": {"state": "retracted"}},
        {"model": "citations.duplicatepair", "pk": 2, "fields": {"likeness": 0.98}},
    ]
    moved = {"articles.standingnotice.citation": [3], "articles.articlecitation.citation": [4]}
    merges = back_then.get_model("citations", "Merge").objects
    merge = merges.create(kept=kept, gone_id=9, gone={}, before={}, after={}, lost=lost, moved=moved, at=timezone.now())
    return int(merge.pk)


def _is_found_under_the_new_names(merge: Any) -> None:
    assert [(row["model"], row["fields"]) for row in merge.lost] == [
        ("articles.statusnotice", {"state": "retracted"}),
        ("citations.duplicatepair", {"similarity": 0.98}),
    ]
    assert merge.moved == {"articles.statusnotice.citation": [3], "articles.articlecitation.citation": [4]}


def _approve_without_a_seal(apps: Any, people: dict[str, User]) -> None:
    apps.get_model("articles", "Article").objects.create(title="Tea", slug="tea", body="Many people drink tea.")
    with connection.cursor() as cursor:
        cursor.execute(APPROVED_BEFORE, {"author": people["author"].pk, "reviewer": people["reviewer"].pk})


def _can_be_published_and_verified(article: Article, *, by: User) -> None:
    article.credits.create(contributor=factories.make_contributor(), role="author")
    factories.assess_as(article)
    services.publish(article=article, by=by)
    verdict = log_verification.verify()
    assert (verdict.broken, verdict.entries) == (None, 2)
    assert [text for text in verdict.faults if "does not fit its hash" not in text] == []
