"""What was learned beforehand stays in the weights that ship, and no text of those pages does."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

from benchmark import public_pages

from evidence.claims.weights import Weights

BEFOREHAND = Weights(0.5, -0.5, {"benefit": 1.0, "story": -2.0})
LEARNED = Weights(0.44, 0.25, {"benefit": 0.5, "share": 1.5, public_pages.FEATURE: 0.5})


def test_without_such_pages_nothing_is_added(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(public_pages, "FILE", tmp_path / "none.json")
    row = {"benefit": 1.0}
    assert public_pages.asked(row, public_pages.taught())[public_pages.FEATURE] == 0.0
    learned = Weights(0.5, 0.1, {"benefit": 0.5})
    assert public_pages.shared_out(learned, public_pages.taught()) == learned


@pytest.mark.parametrize("row", [{}, {"benefit": 1.0}, {"story": 1.0, "share": 2.0}, {"unknown": 1.0}])
def test_weights_that_are_shared_out_judge_as_both_did_together(row: dict[str, float]) -> None:
    together = public_pages.shared_out(LEARNED, BEFOREHAND)
    assert public_pages.FEATURE not in together.features
    assert together.threshold == LEARNED.threshold
    assert together.chance(row) == pytest.approx(LEARNED.chance(public_pages.asked(row, BEFOREHAND)), abs=1e-3)


def test_what_was_learned_of_benefit_is_kept_beside_what_was_learned_of_claims(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(public_pages, "FILE", tmp_path / "pages.json")
    public_pages.FILE.write_text(json.dumps(public_pages.as_data(BEFOREHAND, 2, 30, 10)), "utf-8")
    assert public_pages.taught_of_benefit() == public_pages.NONE
    learned = Weights(0.6, 1.0, {"word rest": 2.0}, around=Weights(0.5, 0.1, {"itself": 0.8}))
    public_pages.keep_benefit(learned, 10, 4)
    assert public_pages.taught_of_benefit() == learned
    assert public_pages.shared_out(Weights(0.5, 0.0, {}), learned).around == learned.around
    assert public_pages.taught().features == BEFOREHAND.features


def test_the_file_holds_weights_and_counts_alone() -> None:
    data = json.loads(public_pages.FILE.read_text("utf-8"))
    benefit = data.pop("benefit")
    around = benefit.pop("around")
    assert around.keys() == {"threshold", "bias", "features"}
    assert around["features"].keys() == {"itself", "near", "before", "after", "section"}
    for part in (data, benefit):
        assert part.keys() == {"learned_from", "threshold", "bias", "features"}
        assert all(len(name.split()) <= 9 for name in part["features"])
    assert data["learned_from"]["sentences"] > data["learned_from"]["claims"] > 0
    assert benefit["learned_from"]["claims"] > benefit["learned_from"]["of_benefit"] > 0
