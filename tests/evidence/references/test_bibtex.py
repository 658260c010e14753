"""A library kept in BibTeX: what comes in, and what is said of the rest."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evidence.command.cli import main
from evidence.references.bibtex import plain, read_bibtex

LIBRARY = r"""
@string{jh = "Journal of Herbs"}
@article{bell2011,
  author = {Bell, Ann and van der Berg, J{\"u}rgen and {World Herb Organization} and others},
  title = {{Ginger} tea \& na\"usea -- a 50\% rise},
  journal = jh, year = 2011, volume = 3, number = {2}, pages = {33--9},
  doi = {10.1000/a_b}, url = {https://x.example/?x=1&y=2--3},
}
@article{open2012,
  title = {Never closed
@book{day2015, author = {Day, C.}, title = {Mint}, subtitle = {A history}, date = {2015-03-02}, publisher = {Hill}}
@misc{gill, title = {Gill}, howpublished = {\url{https://g.example/x_y}}}
"""


def test_it_names_broken_entries_with_their_line_and_takes_the_rest() -> None:
    works, problems = read_bibtex(LIBRARY)
    assert list(works) == ["bell2011", "day2015", "gill"]
    assert [(problem.line, "brace" in problem.words) for problem in problems] == [(9, True)]


@pytest.mark.parametrize(
    ("text", "kept", "said"),
    [
        ("@book{a, title={One}}\n@book{a, title={Two}}", {"a": "One"}, (2, "a second entry has the key a")),
        ("@book{a, title={One}, title={Two}}", {"a": "One"}, (1, "the field title stands twice")),
        ("\n@book{, title={One}}\n@book{b, title={Two}}", {"b": "Two"}, (2, "no key to cite it by")),
        ("@book{a, title={One}}\n@book{b title={Two}}", {"a": "One"}, (2, "cannot be read")),
    ],
)
def test_it_says_what_is_wrong_with(text: str, kept: dict[str, str], said: tuple[int, str]) -> None:
    works, (problem,) = read_bibtex(text)
    assert {key: work["title"] for key, work in works.items()} == kept
    assert problem.line == said[0]
    assert said[1] in problem.words


@pytest.mark.parametrize("text", ["", "no entries here", "@comment{nothing}", "{" * 2000, "@article{" * 500])
def test_it_reads_no_work_from(text: str) -> None:
    assert read_bibtex(text)[0] == {}


def test_fields_of_text_lose_their_latex_and_addresses_keep_every_letter() -> None:
    work = read_bibtex(LIBRARY)[0]["bell2011"]
    assert work["title"] == "Ginger tea & naüsea – a 50% rise"
    assert work["URL"] == "https://x.example/?x=1&y=2--3"
    assert (work["DOI"], work["page"], work["container-title"]) == ("10.1000/a_b", "33-9", "Journal of Herbs")
    assert (work["issued"], work["volume"], work["issue"]) == ({"date-parts": [[2011]]}, "3", "2")


def test_names_keep_their_particles_and_bodies_stay_whole() -> None:
    assert read_bibtex(LIBRARY)[0]["bell2011"]["author"] == [
        {"family": "Bell", "given": "Ann"},
        {"family": "Berg", "given": "Jürgen", "non-dropping-particle": "van der"},
        {"literal": "World Herb Organization"},
    ]


def test_dates_subtitles_and_web_pages_are_read() -> None:
    works = read_bibtex(LIBRARY)[0]
    assert (works["day2015"]["title"], works["day2015"]["issued"]) == (
        "Mint: A history",
        {"date-parts": [[2015, 3, 2]]},
    )
    assert (works["gill"]["type"], works["gill"]["URL"]) == ("webpage", "https://g.example/x_y")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"{\'E}tude de l'{\oe}uvre", "Étude de l'œuvre"),
        (r"$\alpha$-linolenic acid and H$_2$O", "α-linolenic acid and H2O"),
        ("50% of them", "50% of them"),
        (r"\textit{In vitro} work", "In vitro work"),
    ],
)
def test_latex_becomes_plain_characters(written: str, read: str) -> None:
    assert plain(written) == read


def test_the_command_takes_a_bibtex_library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "works.bib").write_text(LIBRARY, encoding="utf-8")
    (tmp_path / "a.md").write_text("Ginger reduces nausea in adults [@bell2011].\n", encoding="utf-8")
    main(["check", str(tmp_path / "a.md"), "--references", str(tmp_path / "works.bib"), "--format=json"])
    answer = capsys.readouterr()
    (row,) = json.loads(answer.out)["files"][0]["sentences"]
    assert [source["key"] for source in row["sources"]] == ["bell2011"]
    assert "works.bib: line 9: this entry cannot be read" in answer.err
