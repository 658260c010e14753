from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from evidence import VERSION
from evidence.command import checking, cli
from evidence.command.cli import main

ROOT = Path(__file__).resolve().parents[3]
DAY = "--today=2026-11-22"
UNSOURCED = "Zinc lozenges\n\nZinc lozenges cure the common cold.\n"
QUIET = "Who knows?\n"
MILD = """---
author: {name: A. Author, credentials: RD, interests: none}
reviewer: {name: R. Reviewer}
published: 2026-11-01
advice_notice: true
harms_covered: true
---
Green tea contains 40 milligrams of caffeine per cup.
"""


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article with a claim of benefit and no source, in the working folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "zinc.md"
    path.write_text(UNSOURCED, encoding="utf-8")
    return path


def check(*arguments: str) -> int:
    return main(["check", DAY, *arguments])


def checked(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    check(*arguments, "--format=json")
    data: dict[str, Any] = json.loads(capsys.readouterr().out)
    return data


# --- Refusals --------------------------------------------------------------------------------------------


def test_a_file_that_takes_too_long_is_named_with_what_to_do(
    post: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = itertools.count()
    monkeypatch.setattr("evidence.command.checking.time.monotonic", lambda: float(next(seconds)))
    assert check(str(post), "--max-seconds=5") == 2
    out, err = capsys.readouterr()
    assert "zinc.md: This text is too intricate to read within 5 seconds. Cut it into parts" in err
    assert "missing-citation" not in out


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("absent.md", None, "absent.md: there is no such file"),
        ("photo.md", b"\x89PNG\r\n\0\0", "photo.md: this is a picture, not text"),
        ("data.md", b"a\0b", "data.md: this is a binary file"),
        ("letters.md", b"caf\x81\xff", "letters.md: this is neither UTF-8 nor Windows-1252"),
        ("wide.md", b"\xff\xfea", "wide.md: this is not readable as UTF-16"),
        ("post.docx", b"PK", "post.docx: this is no Word document, or it is damaged"),
        ("post.doc", b"", "post.doc: .doc files are not read here; save the document as .docx"),
        ("post.pdf", b"%PDF-1.7", "post.pdf: .pdf files are not read here; copy the text"),
        ("paper.md", b"%PDF-1.7", "paper.md: this is a PDF; copy its text"),
        ("meta.md", b"---\ntitle: [\n---\nText.\n", "meta.md: Front matter, line"),
    ],
)
def test_it_refuses_a_file_it_cannot_read_and_checks_the_rest(
    post: Path, capsys: pytest.CaptureFixture[str], name: str, content: bytes | None, message: str
) -> None:
    if content is not None:
        (post.parent / name).write_bytes(content)
    assert check(name, post.name, "--fail-on=never") == 2
    out, err = capsys.readouterr()
    assert f"citewell: {message}" in err
    assert "zinc.md:3:1: blocker missing-citation" in out
    assert out.splitlines()[-1].endswith("1 file not read")


def test_it_refuses_a_folder_and_says_how_to_name_its_files(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (post.parent / "posts").mkdir()
    assert check("posts") == 2
    assert "posts: this is a folder; name the files in it, for example posts/*.md" in capsys.readouterr().err


def test_it_refuses_a_file_that_may_not_be_read(
    post: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", denied)
    assert check(post.name) == 2
    assert "you may not read this file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("works.ris", "TY  - JOUR", "export the library as BibTeX (.bib) or CSL-JSON (.json)"),
        ("works.json", "{", "it is not valid JSON (line 1"),
        ("works.json", '{"items": []}', "it should be a list of works"),
        ("works.json", '[{"id": "a"}, {"title": "T"}]', "work 2 has no id"),
        ("works.json", '[{"id": "a"}, {"id": "a"}]', "two works have the id a"),
        ("works.json", "[" * 200_000, "it is nested too deeply"),
        ("absent.json", None, "there is no such file"),
    ],
)
def test_it_refuses_a_library_it_cannot_read(
    post: Path, capsys: pytest.CaptureFixture[str], name: str, content: str | None, message: str
) -> None:
    if content is not None:
        (post.parent / name).write_text(content, encoding="utf-8")
    assert check(post.name, "--references", name) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f"{name}: {message}" in err


@pytest.mark.parametrize(
    "arguments",
    [[], ["check"], ["check", "a.md", "--format=xml"], ["check", "a.md", "--today=soon"], ["mend", "a.md"]],
)
def test_it_refuses_wrong_usage_with_code_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_it_reports_its_own_failure_on_one_file_and_goes_on(
    post: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = checking.report

    def failing(path: str, *rest: Any) -> Any:
        if path == "bad.md":
            raise KeyError("lost")
        return real(path, *rest)

    monkeypatch.setattr(checking, "report", failing)
    (post.parent / "bad.md").write_text("Text.", encoding="utf-8")
    assert check("bad.md", post.name) == 2
    out, err = capsys.readouterr()
    assert "bad.md: citewell failed here (KeyError); please report the lines above." in err
    assert "Traceback" in err
    assert "zinc.md:3:1:" in out


# --- Exit codes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("bar", "code"), [("blocker", 1), ("warning", 1), ("note", 1), ("never", 0)])
def test_it_fails_on_a_blocker_unless_told_never(post: Path, bar: str, code: int) -> None:
    assert check(post.name, f"--fail-on={bar}") == code


def test_it_fails_on_milder_flags_only_when_told(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post.write_text(MILD, encoding="utf-8")
    (file,) = checked(capsys, post.name)["files"]
    severities = {flag["severity"] for row in file["sentences"] for flag in row["flags"]}
    severities |= {flag["severity"] for flag in file["page_flags"]}
    assert severities == {"warning"}
    assert check(post.name) == 0
    assert check(post.name, "--fail-on=warning") == 1


def test_it_passes_a_text_that_claims_nothing(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post.write_text(QUIET, encoding="utf-8")
    assert check(post.name, "--fail-on=note") == 0
    assert capsys.readouterr().out == "1 file, 1 sentence, 0 claims, 0 supported: nothing to mend\n"


# --- Reading ---------------------------------------------------------------------------------------------


def test_it_reads_standard_input(post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "evidence.command.cli", "check", "-", DAY],
        input=UNSOURCED.encode(),
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert run.returncode == 1
    assert b"stdin:3:1: blocker missing-citation" in run.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_its_offsets_count_code_points_of_the_decoded_file(
    post: Path, capsys: pytest.CaptureFixture[str], encoding: str
) -> None:
    text = "Th\u00e9 \U0001f375\r\n\r\nZinc lozenges cure the common cold.\r\n"
    post.write_bytes(text.encode(encoding))
    (row,) = (row for row in checked(capsys, post.name)["files"][0]["sentences"] if row["claim"])
    assert text[row["start"] : row["end"]] == row["text"] == "Zinc lozenges cure the common cold."


def test_it_says_when_it_had_to_read_windows_1252(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post.write_bytes("Zinc\n\nZinc \u2013 daily \u2013 shortens a cold.\n".encode("cp1252"))
    assert check(post.name) == 1
    out, err = capsys.readouterr()
    assert "zinc.md: not UTF-8; read as Windows-1252" in err
    assert "Zinc \u2013 daily" in out


def test_it_checks_a_file_named_twice_once(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(checked(capsys, post.name, post.name)["files"]) == 1


def test_it_judges_ages_by_the_day_it_is_given(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    post.write_text(
        "---\nreferences:\n- {id: ash2015, type: article-journal, title: 'Zinc for colds: a review', "
        "author: [{family: Ash}], year: 2015, DOI: 10.1000/zinc}\n---\n"
        "Zinc lozenges may shorten a cold [@ash2015].\n",
        encoding="utf-8",
    )
    codes = {}
    for day in ("2016-01-01", "2026-11-22"):
        main(["check", post.name, "--format=json", f"--today={day}"])
        (reference,) = json.loads(capsys.readouterr().out)["files"][0]["references"]
        codes[day] = {row["code"] for row in reference["flags"]}
    assert "outdated-source" not in codes["2016-01-01"]
    assert "outdated-source" in codes["2026-11-22"]


# --- A library beside the articles -----------------------------------------------------------------------


WORKS = [
    {
        "id": "ash2024",
        "type": "article-journal",
        "title": "Zinc lozenges for the common cold: a randomised controlled trial",
        "author": [{"family": "Ash", "given": "B"}],
        "issued": {"date-parts": [[2024]]},
        "DOI": "10.1000/zinc",
        "facts": {"design": "rct", "sample_size": 300, "species": "human"},
    },
    {
        "id": "elm2021",
        "type": "article-journal",
        "title": "Walking and mood",
        "author": [{"family": "Elm", "given": "C"}],
        "issued": {"date-parts": [[2021]]},
    },
]


def test_a_library_lends_the_work_that_a_marker_names_and_no_other(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (post.parent / "works.json").write_text(json.dumps(WORKS), encoding="utf-8")
    post.write_text("Zinc\n\nZinc lozenges probably shorten a cold [@ash2024].\n", encoding="utf-8")
    (file,) = checked(capsys, post.name, "--references=works.json")["files"]
    (row,) = (row for row in file["sentences"] if row["claim"])
    assert row["sources"] == [{"key": "ash2024", "how": "marker"}]
    assert row["level"] == "moderate"
    (reference,) = file["references"]
    assert (reference["key"], reference["design"], reference["cited"]) == ("ash2024", "rct", True)
    assert reference["csl"]["DOI"] == "10.1000/zinc"


def test_a_library_never_makes_its_unused_works_a_fault_of_the_article(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (post.parent / "works.json").write_text(json.dumps(WORKS), encoding="utf-8")
    (file,) = checked(capsys, post.name, "--references=works.json")["files"]
    assert "uncited-reference" not in file["summary"]["flags"]


def test_a_library_leaves_out_a_work_whose_author_only_shares_a_word_with_the_text(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (post.parent / "works.json").write_text(json.dumps(WORKS), encoding="utf-8")
    post.write_text("Zinc\n\nThe elm is a tree. Zinc lozenges cure the common cold.\n", encoding="utf-8")
    (file,) = checked(capsys, post.name, "--references=works.json")["files"]
    assert file["references"] == []


def test_a_library_adds_facts_to_the_articles_own_list_and_leaves_what_it_says(
    post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (post.parent / "works.json").write_text(json.dumps(WORKS), encoding="utf-8")
    post.write_text(
        "---\nreferences:\n- {id: mine, type: article-journal, title: Zinc for colds, "
        "author: [{family: Ash}], year: 2024, DOI: 10.1000/ZINC}\n---\n"
        "Zinc lozenges probably shorten a cold [@mine].\n",
        encoding="utf-8",
    )
    (file,) = checked(capsys, post.name, "--references=works.json")["files"]
    (reference,) = file["references"]
    assert (reference["key"], reference["design"]) == ("mine", "rct")
    assert reference["csl"]["title"] == "Zinc for colds"


# --- Formats and the terminal ----------------------------------------------------------------------------


def test_it_writes_sarif_with_the_files_it_could_not_read(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(post.name, "absent.md", "--format=sarif") == 2
    (run,) = json.loads(capsys.readouterr().out)["runs"]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert "missing-citation" in {result["ruleId"] for result in run["results"]}


def test_it_writes_json_for_no_readable_file_at_all(post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert checked(capsys, "absent.md") == {"version": VERSION, "files": []}


def test_its_json_is_utf_8_whatever_the_terminal_speaks(post: Path) -> None:
    post.write_text("Th\u00e9 \u2013 a tea \u2013 shortens a cold.\n", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "evidence.command.cli", "check", post.name, "--format=json", DAY],
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"},
    )
    assert "Th\u00e9" in json.loads(run.stdout.decode("utf-8"))["files"][0]["sentences"][0]["text"]


def test_it_colours_only_a_terminal_and_honours_no_color(
    post: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(post.name)
    assert "\033[" not in capsys.readouterr().out
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert cli._wants_colour("auto")
    monkeypatch.setenv("NO_COLOR", "1")
    assert not cli._wants_colour("auto")
    check(post.name, "--color=always")
    assert "\033[" in capsys.readouterr().out


def test_it_shows_progress_for_many_files_on_a_terminal_only(
    post: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"post{number}.md" for number in range(cli.MANY_FILES)]
    for name in names:
        (post.parent / name).write_text(QUIET, encoding="utf-8")
    assert check(*names) == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    assert check(*names) == 0
    assert "Checking" in capsys.readouterr().err


def test_it_ends_quietly_when_its_reader_has_gone(post: Path) -> None:
    post.write_text(UNSOURCED * 2000, encoding="utf-8")
    run = subprocess.run(  # noqa: S602 - a pipe is what is tested
        f"'{sys.executable}' -m evidence.command.cli check zinc.md --format=json {DAY} | head -n 1",
        shell=True,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert run.stdout == b"{\n"
    assert run.stderr == b""


def test_it_starts_without_the_engine_or_a_progress_bar() -> None:
    script = (
        "import sys; from evidence.command.cli import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('rich', 'yaml', 'evidence.pipeline', 'django') if name in sys.modules])"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60, cwd=ROOT
    )
    assert run.stdout == f"citewell {VERSION}\n[]\n"


# --- Explaining ------------------------------------------------------------------------------------------


def test_explain_refuses_an_unknown_flag_and_offers_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "missing-citaton"]) == 2
    assert "did you mean missing-citation?" in capsys.readouterr().err


def test_explain_says_what_to_do_and_which_standard_asks_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "undisclosed-product"]) == 0
    out = capsys.readouterr().out
    assert "What to do:" in out
    assert "255.5" in out


def test_explain_all_lists_every_flag_and_prints_the_handbook(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--all"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 47
    assert main(["explain", "--all", "--markdown"]) == 0
    assert capsys.readouterr().out == (ROOT / "docs" / "flags.md").read_text(encoding="utf-8")
