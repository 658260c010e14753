"""A page is judged by weights that never saw its site where it was learned from, and as shipped where it was not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from benchmark import claim_folds, own_pages

from evidence.claims.weights import shipped


def test_a_page_that_nothing_was_learned_from_is_judged_as_shipped() -> None:
    assert not claim_folds.is_known("A page that nobody has seen.")
    assert claim_folds.unseen_weights("A page that nobody has seen.") is shipped()


@pytest.mark.parametrize("path", own_pages.pages("health_learned"), ids=lambda path: path.stem)
def test_a_page_that_was_learned_from_is_judged_by_other_weights(path: Path) -> None:
    text, _ = own_pages.labelled(path)
    assert claim_folds.is_known(text)
    assert claim_folds.unseen_weights(text) != shipped()


@pytest.mark.parametrize("path", own_pages.pages("health_held_out"), ids=lambda path: path.stem)
def test_a_page_that_is_held_out_was_not_learned_from(path: Path) -> None:
    text, _ = own_pages.labelled(path)
    assert not claim_folds.is_known(text)


def test_labels_stand_where_their_sentences_do(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("# Tea\n\n+ Tea is warm.\n- Is it?\n\n+ It cools.\n", "utf-8")
    text, rows = own_pages.labelled(page)
    assert [(text[row["start"] : row["end"]], row["claim"]) for row in rows] == [
        ("Tea is warm.", True),
        ("Is it?", False),
        ("It cools.", True),
    ]
    assert "Tea is warm. Is it?\n\nIt cools." in text
