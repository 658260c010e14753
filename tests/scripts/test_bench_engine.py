"""The measuring script: it needs no data to run, counts held-out rows alone and says what it did not measure."""

from __future__ import annotations

import gzip
import json
import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "scripts"))

import bench_engine
from benchmark import figures, mentions, pages, product_pages, products, trial_reports

TODAY = date(2026, 11, 23)


def _rows(folder: Path, *articles: tuple[str, str, int]) -> Path:
    (folder / "needs-citation").mkdir(parents=True)
    with gzip.open(folder / "needs-citation" / "sentences.jsonl.gz", "wt", encoding="utf-8") as lines:
        for pmcid, sentence, cited in articles:
            row = {"pmcid": pmcid, "index": 0, "of": 1, "cited": cited, "names_authors": 0, "sentence": sentence}
            lines.write(json.dumps(row) + "\n")
    return folder


def _article_in(bucket: int) -> str:
    return next(str(number) for number in range(1000) if figures.bucket(str(number)) == bucket)


def test_it_refuses_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        bench_engine.main([str(tmp_path / "nowhere"), "--out", str(tmp_path / "page.md")])


def test_it_says_what_an_empty_folder_does_not_measure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    every = product_pages.rows("test")
    monkeypatch.setattr(products, "rows", lambda _split: every[::40])  # a few are enough here, and fast
    data = tmp_path / "data"
    data.mkdir()
    page = tmp_path / "accuracy.md"
    assert bench_engine.main([str(data), "--today", "2026-11-23", "--out", str(page)]) == 0
    table = page.read_text("utf-8").partition("| Measure |")[2].partition("\n\n")[0]
    rows = [line for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 12
    ours = [row for row in rows if "posts not about health" in row or "our own pages" in row]
    assert len(ours) == 6  # these texts are part of the project
    ours += [row for row in rows if "Goods:" in row and "real pages" not in row]
    assert all(("not measured here" in row) is (row not in ours) for row in rows)


def test_a_command_that_could_not_read_its_files_gives_no_figure() -> None:
    failing = "import sys; sys.stderr.write('no such file'); sys.exit(2)"
    with pytest.raises(RuntimeError, match="citewell check failed: no such file"):
        pages._by_the_clock([sys.executable, "-c", failing])


def test_the_command_is_timed_on_the_files_that_it_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "_ROUNDS", 1)
    (tmp_path / "lay2" / "raw").mkdir(parents=True)
    (tmp_path / "lay2" / "raw" / "zinc.md").write_text("Zinc shortens colds. It is a metal.\n", "utf-8")
    row = pages.checked_files(tmp_path, TODAY)
    assert row.rows.startswith("2 sentences on 1 pages, ")
    assert row.value


def test_it_counts_no_row_that_may_have_been_trained_on(tmp_path: Path) -> None:
    data = _rows(tmp_path, (_article_in(3), "Vaccines prevent measles.", 1))
    assert trial_reports.needs_citation(data).value is None


def test_it_counts_held_out_rows(tmp_path: Path) -> None:
    data = _rows(
        tmp_path,
        (_article_in(7), "Previous studies have shown that exercise reduces the risk of falls.", 1),
        (_article_in(8), "In our study, we found no difference between the groups.", 1),
    )
    figure = trial_reports.needs_citation(data)
    assert figure.value == pytest.approx(2 / 3)  # one of two found, none besides
    assert figure.low is not None
    assert figure.high is not None
    assert figure.low <= figure.value <= figure.high


def test_a_right_and_a_wrong_link_are_told_apart() -> None:
    reference = {
        "id": "B1",
        "surnames": ["Lee", "Moor", "Diaz"],
        "year": "2015",
        "title": "Zinc for colds",
        "container": "",
    }
    mention = {"mention": "Lee and colleagues", "before": "In 2015 Lee and colleagues", "after": " tested zinc."}
    assert mentions.linked_keys(mention, [mentions.source_of(reference)]) == ["B1"]
    assert mentions.linked_keys(mention, [mentions.source_of({**reference, "surnames": ["Okoro"]})]) == []


def test_the_same_counts_give_the_same_interval() -> None:
    clusters = [{"hit": 3, "false": 1}, {"hit": 1, "miss": 2}, {"rest": 4, "hit": 2}]
    assert figures.interval(clusters, figures.f1) == figures.interval(clusters, figures.f1)
