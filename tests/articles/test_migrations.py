"""What is kept by name in the database follows when a model or a field is renamed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

BEFORE = [("articles", "0006_revision_works"), ("citations", "0011_addresses")]


def migrate(targets: list[tuple[str, str]]) -> Any:
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationExecutor(connection).loader.project_state(targets).apps


@pytest.fixture
def back_then(transactional_db: None) -> Iterator[Any]:
    yield migrate(BEFORE)
    migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())


def test_what_a_merge_kept_is_found_under_the_new_names(back_then: Any) -> None:
    kept = back_then.get_model("citations", "Citation").objects.create(title="Zinc", csl={})
    lost = [
        {"model": "articles.standingnotice", "pk": 1, "fields": {"state": "retracted"}},
        {"model": "citations.duplicatepair", "pk": 2, "fields": {"likeness": 0.98}},
    ]
    moved = {"articles.standingnotice.citation": [3], "articles.articlecitation.citation": [4]}
    merges = back_then.get_model("citations", "Merge").objects
    pk = merges.create(kept=kept, gone_id=9, gone={}, before={}, after={}, lost=lost, moved=moved, at=timezone.now()).pk
    apps = migrate([("articles", "0007_status_notices"), ("citations", "0012_similarity")])
    merge = apps.get_model("citations", "Merge").objects.get(pk=pk)
    assert [(row["model"], row["fields"]) for row in merge.lost] == [
        ("articles.statusnotice", {"state": "retracted"}),
        ("citations.duplicatepair", {"similarity": 0.98}),
    ]
    assert merge.moved == {"articles.statusnotice.citation": [3], "articles.articlecitation.citation": [4]}
