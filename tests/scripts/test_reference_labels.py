"""Which further references the labels may be learned from: none that is known, and no work that is measured on."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

pytest.importorskip("pycrfsuite")
sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

from train_reference_labels import others


def _xml(*rows: tuple[str, str]) -> str:
    inside = "".join(f"<sequence><author>{who}</author><title>{title}</title></sequence>" for who, title in rows)
    return f"<dataset>{inside}</dataset>"


def test_known_references_and_works_that_are_measured_on_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "gold_unseen.xml").write_text(_xml(("Lee, A.", "Ginger tea for nausea.")), "utf-8")
    rows = (
        ("Poe, B.", "Zinc and colds."),
        ("Lee, Ann", "Ginger tea for nausea"),
        ("Roe, C.", "Mint."),
        ("Roe, C.", "Mint."),
    )
    (tmp_path / "more" / "good.xml").write_text(_xml(*rows), "utf-8")
    known = list(ElementTree.fromstring(_xml(("Poe B", "Zinc and colds"))))  # noqa: S314 (written above)
    assert [one[1].text for one in others(tmp_path, known)] == ["Mint."]


def test_without_further_files_there_are_none(tmp_path: Path) -> None:
    assert list(others(tmp_path, [])) == []
