"""What is kept by name in the database follows when a model or a field is renamed.

The statements of the migrations alone; `make prove` goes all the way back through the migrations and forth again.
"""

from __future__ import annotations

from importlib import import_module

import pytest
from django.db import connection
from django.utils import timezone

from citations.models import Citation, Merge

pytestmark = pytest.mark.django_db


def test_what_a_merge_kept_is_found_under_the_new_names() -> None:
    notices = import_module("articles.migrations.0007_status_notices")
    pairs = import_module("citations.migrations.0012_similarity")
    kept = Citation.objects.create(title="Zinc", csl={})
    lost = [
        {"model": "articles.standingnotice", "pk": 1, "fields": {"state": "retracted"}},
        {"model": "citations.duplicatepair", "pk": 2, "fields": {"likeness": 0.98}},
    ]
    moved = {"articles.standingnotice.citation": [3], "articles.articlecitation.citation": [4]}
    merge = Merge.objects.create(
        kept=kept, gone_id=9, gone={}, before={}, after={}, lost=lost, moved=moved, at=timezone.now()
    )
    with connection.cursor() as cursor:
        cursor.execute(notices.KEPT.format("standingnotice", "statusnotice"))
        cursor.execute(pairs.KEPT.format("likeness", "similarity", "likeness"))
    merge.refresh_from_db()
    assert [(row["model"], row["fields"]) for row in merge.lost] == [
        ("articles.statusnotice", {"state": "retracted"}),
        ("citations.duplicatepair", {"similarity": 0.98}),
    ]
    assert merge.moved == {"articles.statusnotice.citation": [3], "articles.articlecitation.citation": [4]}
