from __future__ import annotations

import json
from pathlib import Path

import pytest

from evidence.command.cli import main

ARTICLE = Path(__file__).parents[2].parent / "shared" / "acceptance" / "seed-article.txt"

pytestmark = pytest.mark.skipif(
    not ARTICLE.is_file(), reason="the owner's article is kept outside the project (shared/acceptance)"
)


def test_the_command_counts_sentences_claims_and_those_with_a_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ARTICLE), "--format=json", "--today=2026-11-22"]) == 1
    (file,) = json.loads(capsys.readouterr().out)["files"]
    summary = file["summary"]
    assert (summary["sentences"], summary["claims"], summary["supported"]) == (27, 21, 2)
    assert len(file["references"]) == 9
    assert [reference["cited"] for reference in file["references"]].count(True) == 1
    assert [product["sentences"] for product in file["products"]] == [[25, 26]]
