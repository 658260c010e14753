"""How sure each finding is, in every format, and runs that leave out what is less sure."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from evidence.command.cli import main
from evidence.command.report_text import to_text
from evidence.values import Band, Certainty, Severity
from tests.evidence.command.test_report import report, sample

SURE = "Zinc lozenges cure the common cold."
POST = f"""# Zinc

{SURE} One study gave two groups of nurses zinc lozenges through the winter and found fewer colds.

The lozenges are good for the throat.

## References

1. Marsh A. Zinc and colds. J Cold. 2019;1:2-3. doi:10.1000/marsh
"""


@pytest.fixture(autouse=True)
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "zinc.md").write_text(POST, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def _out(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["check", "zinc.md", "--today=2026-11-28", *arguments]) in {0, 1}
    return capsys.readouterr().out


def _flags(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    (file,) = json.loads(_out(capsys, "--format=json", *arguments))["files"]
    rows = [*file["sentences"], *file["references"]]
    return [flag for row in rows for flag in row["flags"]] + file["page_flags"]


def test_a_band_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as refusal:
        main(["check", "zinc.md", "--min-certainty=certain"])
    assert refusal.value.code == 2
    assert "invalid choice: 'certain'" in capsys.readouterr().err


def test_a_wrong_band_in_the_settings_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.citewell]\nmin-certainty = "high"\n', encoding="utf-8")
    assert main(["check", "zinc.md"]) == 2
    assert "min-certainty must be one of sure, likely, query, not 'high'" in capsys.readouterr().err


def test_json_gives_every_flag_a_chance_and_a_band(capsys: pytest.CaptureFixture[str]) -> None:
    flags = _flags(capsys)
    assert {flag["certainty"]["band"] for flag in flags} >= {"sure", "likely"}
    assert all(0 < flag["certainty"]["chance"] <= 1 for flag in flags)
    severities = {flag["certainty"]["band"]: set() for flag in flags} | {"query": set()}
    for flag in flags:
        severities[flag["certainty"]["band"]].add(flag["severity"])
    assert "blocker" in severities["sure"]
    assert "blocker" not in severities["likely"]
    assert severities["query"] <= {"note"}


def test_json_gives_every_claim_a_chance_and_a_band(capsys: pytest.CaptureFixture[str]) -> None:
    (file,) = json.loads(_out(capsys, "--format=json"))["files"]
    assert {row["band"] is None for row in file["sentences"] if row["claim"]} == {False}
    assert {row["band"] for row in file["sentences"] if not row["claim"]} <= {None}


@pytest.mark.parametrize(
    ("least", "bands"), [("sure", {Band.SURE}), ("likely", {Band.SURE, Band.LIKELY}), ("query", set(Band))]
)
def test_a_run_raises_what_is_as_sure_as_it_asks_for(
    capsys: pytest.CaptureFixture[str], least: str, bands: set[Band]
) -> None:
    found = {flag["certainty"]["band"] for flag in _flags(capsys, f"--min-certainty={least}")}
    assert found <= {band.value for band in bands}
    assert "sure" in found


def test_the_settings_choose_the_band_and_the_command_line_comes_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.citewell]\nmin-certainty = "sure"\n', encoding="utf-8")
    assert {flag["certainty"]["band"] for flag in _flags(capsys)} == {"sure"}
    assert "likely" in {flag["certainty"]["band"] for flag in _flags(capsys, "--min-certainty=query")}


def test_it_works_beside_a_selection_of_flags(capsys: pytest.CaptureFixture[str]) -> None:
    flags = _flags(capsys, "--min-certainty=sure", "--select=citation")
    assert {"missing-citation"} <= {flag["code"] for flag in flags} <= {"missing-citation", "unresolved-mention"}
    assert {flag["certainty"]["band"] for flag in flags} == {"sure"}


def test_sarif_ranks_every_result(capsys: pytest.CaptureFixture[str]) -> None:
    (run,) = json.loads(_out(capsys, "--format=sarif"))["runs"]
    ranks = {result["properties"]["certainty"]: result["rank"] for result in run["results"]}
    assert ranks["sure"] > ranks["likely"]
    assert all(0 <= result["rank"] <= 100 for result in run["results"])


def test_the_text_says_in_a_word_what_is_not_sure(capsys: pytest.CaptureFixture[str]) -> None:
    lines = _out(capsys).splitlines()
    assert any("warning missing-harms (likely): Say what harms" in line for line in lines)
    assert any("blocker missing-citation: Cite a source" in line for line in lines)


def test_the_last_line_counts_the_queries() -> None:
    doubted = Certainty(0.4, Band.QUERY)
    told = [
        replace(row, flags=tuple(replace(flag, severity=Severity.NOTE, certainty=doubted) for flag in row.flags))
        for row in sample().sentences
    ]
    text = to_text([report(sentences=tuple(told))])
    assert text.rstrip().endswith("1 warning, 3 notes (2 of them queries)")


def test_annotations_say_in_their_title_what_is_not_sure(capsys: pytest.CaptureFixture[str]) -> None:
    assert "(missing-harms%2C likely)" in _out(capsys, "--format=github")
