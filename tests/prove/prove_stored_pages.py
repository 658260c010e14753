"""10,000 reads among edits of the same pages: no draft, no stale page after a correction, no other person's page.

In six pieces, each with chances of its own, so that one can be made at a time: `-k "piece-3"`.
"""

from __future__ import annotations

from typing import Any

import pytest

from articles.stored import keeping
from tests.articles.stored import interleaving

READS, EDITS = 1_668, 100
"""Of each piece; readers take whole shares of the reads."""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("seed", range(1, 7), ids="piece-{}".format)
def test_ten_thousand_reads_among_edits(settings: Any, make_user: Any, seed: int) -> None:
    settings.STORED_PAGES = True
    make_user("eve-the-editor", "Editors")
    tally = interleaving.run(reads=READS, edits=EDITS, readers=6, editors=3, user="eve-the-editor", seed=seed)
    swept = keeping.sweep()
    print(  # noqa: T201
        f"\n  piece {seed}: {tally.reads:,} reads ({tally.compared:,} held against one true answer, "
        f"{tally.unchanged:,} answered 304), {tally.edits:,} edits, {len(tally.faults)} faults; the sweep compared "
        f"{swept.compared}, mended {len(swept.repaired)}"
    )
    assert tally.faults == []
    assert tally.reads >= READS
    assert tally.edits >= EDITS
    assert not swept.repaired
    assert not swept.gone
