"""10,000 reads among edits of the same pages: no draft, no stale page after a correction, no other person's page."""

from __future__ import annotations

from typing import Any

import pytest

from articles.stored import keeping
from tests.articles.stored import interleaving


@pytest.mark.django_db(transaction=True)
def test_ten_thousand_reads_among_edits(settings: Any, make_user: Any) -> None:
    settings.STORED_PAGES = True
    make_user("eve-the-editor", "Editors")
    tally = interleaving.run(reads=10_002, edits=600, readers=6, editors=3, user="eve-the-editor")
    swept = keeping.sweep()
    print(  # noqa: T201
        f"\n  {tally.reads:,} reads ({tally.compared:,} held against one true answer, {tally.unchanged:,} answered "
        f"304), {tally.edits:,} edits, {len(tally.faults)} faults; the sweep compared {swept.compared}, mended "
        f"{len(swept.repaired)}"
    )
    assert tally.faults == []
    assert tally.reads == 10_002
    assert tally.edits >= 590
    assert not swept.repaired
    assert not swept.gone
