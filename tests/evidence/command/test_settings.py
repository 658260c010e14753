from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from evidence.command.cli import main

POST = "Zinc lozenges\n\nZinc lozenges cure the common cold.\n"
WORKS = '[{"id": "ash2024", "type": "article-journal", "title": "Zinc lozenges for the common cold"}]'


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder with one article in `posts/`; the working directory is the project's."""
    folder = tmp_path / "project"
    (folder / "posts").mkdir(parents=True)
    (folder / "posts" / "zinc.md").write_text(POST, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def configure(folder: Path, table: str) -> None:
    (folder / "pyproject.toml").write_text(table, encoding="utf-8")


def codes(capsys: pytest.CaptureFixture[str], *arguments: str) -> set[str]:
    assert main(["check", "posts/zinc.md", "--format=json", *arguments]) in {0, 1}
    (file,) = json.loads(capsys.readouterr().out)["files"]
    return set(file["summary"]["flags"])


# --- Refusals --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ('fail_on = "note"', "[tool.citewell] has no key fail_on; did you mean fail-on?"),
        (
            "colour = true",
            "[tool.citewell] has no key colour; the keys are select, ignore, fail-on, format, min-certainty,"
            " references, max-seconds.",
        ),
        ('fail-on = "error"', "[tool.citewell] fail-on must be one of blocker, warning, note, never, not 'error'"),
        ("fail-on = 1", "[tool.citewell] fail-on must be one of blocker, warning, note, never, not 1"),
        ('fail-on = ["note"]', "[tool.citewell] fail-on must be one of blocker, warning, note, never, not ['note']"),
        ('format = "xml"', "[tool.citewell] format must be one of text, json, sarif, github, not 'xml'"),
        ('select = "product"', "[tool.citewell] select must be a list of flags or groups, such as"),
        ("ignore = [1]", "[tool.citewell] ignore must be a list of flags or groups, such as"),
        ("select = []", "[tool.citewell] select names no flag; name flags or groups, or leave it out to raise all"),
        ('ignore = ["weak-evidense"]', "[tool.citewell] ignore: there is no flag or group weak-evidense; did you mean"),
        ("max-seconds = 0", "[tool.citewell] max-seconds must be a whole number from 1 up, not 0"),
        ("max-seconds = true", "[tool.citewell] max-seconds must be a whole number from 1 up, not True"),
        ("references = 3", "[tool.citewell] references must be the path of a library"),
        ('references = " "', "[tool.citewell] references must be the path of a library"),
    ],
)
def test_it_refuses_a_wrong_key_or_value_and_names_the_key(
    project: Path, capsys: pytest.CaptureFixture[str], table: str, message: str
) -> None:
    configure(project, f"[tool.citewell]\n{table}\n")
    assert main(["check", "posts/zinc.md"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"citewell: pyproject.toml: {message}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"[tool.citewell\n", "it is not valid TOML ("),
        (b"[tool.citewell]\nselect = ['caf\xe9']\n", "it is not valid TOML ("),
        (b"[tool]\ncitewell = 3\n", "tool.citewell must be a table, written [tool.citewell]"),
        (b"[tool.citewell]\nselect = " + b"[" * 50_000, "it is nested too deeply to be read"),
    ],
)
def test_it_refuses_a_file_that_is_no_table_at_all(
    project: Path, capsys: pytest.CaptureFixture[str], text: bytes, message: str
) -> None:
    (project / "pyproject.toml").write_bytes(text)
    assert main(["check", "posts/zinc.md"]) == 2
    assert f"citewell: pyproject.toml: {message}" in capsys.readouterr().err
    assert main(["check", "posts/zinc.md", "--no-config"]) == 1


def test_it_refuses_a_file_it_may_not_read(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(project, "[tool.citewell]\n")
    real = Path.read_bytes

    def denied(path: Path) -> bytes:
        if path.name == "pyproject.toml":
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", denied)
    assert main(["check", "posts/zinc.md"]) == 2
    assert "pyproject.toml: the file cannot be read (Permission denied)" in capsys.readouterr().err


def test_it_refuses_a_library_that_the_table_names_and_that_is_not_there(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(project, '[tool.citewell]\nreferences = "works.json"\n')
    assert main(["check", "posts/zinc.md"]) == 2
    assert "works.json: there is no such file" in capsys.readouterr().err


# --- What it follows -------------------------------------------------------------------------------------


def test_it_follows_every_key(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "works.json").write_text(WORKS, encoding="utf-8")
    (project / "posts" / "zinc.md").write_text("Zinc\n\nZinc may shorten a cold [@ash2024].\n", encoding="utf-8")
    configure(
        project,
        '[tool.citewell]\nselect = ["page", "missing-citation"]\nignore = ["missing-date"]\n'
        'fail-on = "warning"\nformat = "json"\nreferences = "works.json"\n',
    )
    assert main(["check", "posts/zinc.md"]) == 1
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert "missing-reviewer" in file["summary"]["flags"]
    assert "missing-date" not in file["summary"]["flags"]
    assert [reference["key"] for reference in file["references"]] == ["ash2024"]


def test_the_command_line_takes_the_place_of_a_key_of_that_name(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(
        project, '[tool.citewell]\nselect = ["page"]\nignore = ["missing-date"]\nfail-on = "never"\nformat = "sarif"\n'
    )
    assert codes(capsys, "--select=missing-date,missing-citation") == {"missing-citation"}
    assert codes(capsys, "--select=missing-date,missing-citation", "--ignore=") == {"missing-citation", "missing-date"}
    assert main(["check", "posts/zinc.md", "--fail-on=warning", "--format=text"]) == 1


def test_it_can_be_told_to_look_for_no_table(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(project, '[tool.citewell]\nselect = ["missing-date"]\n')
    assert codes(capsys) == {"missing-date"}
    assert codes(capsys, "--no-config") > {"missing-date"}


# --- Which table -----------------------------------------------------------------------------------------


def test_the_table_nearest_to_the_files_counts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(project, '[tool.citewell]\nselect = ["missing-date"]\n')
    configure(project / "posts", '[tool.citewell]\nselect = ["missing-citation"]\n')
    assert codes(capsys) == {"missing-citation"}


def test_a_file_without_the_table_is_passed_over(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    configure(project, '[tool.citewell]\nselect = ["missing-date"]\n')
    configure(project / "posts", '[project]\nname = "citewell-posts"\n')
    assert codes(capsys) == {"missing-date"}
    configure(project / "posts", "[another.tool\n")  # broken, but nothing of ours
    assert codes(capsys) == {"missing-date"}


def test_files_in_several_folders_follow_the_table_above_them_all(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(project, '[tool.citewell]\nselect = ["missing-date"]\n')
    configure(project / "posts", '[tool.citewell]\nselect = ["missing-citation"]\n')
    (project / "tea.md").write_text(POST, encoding="utf-8")
    main(["check", "posts/zinc.md", "tea.md", "--format=json"])
    files = json.loads(capsys.readouterr().out)["files"]
    assert [set(file["summary"]["flags"]) for file in files] == [{"missing-date"}, {"missing-date"}]


def test_the_working_directory_is_asked_when_nothing_stands_above_the_files(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    configure(project, '[tool.citewell]\nselect = ["missing-date"]\nformat = "json"\n')
    (tmp_path / "tea.md").write_text(POST, encoding="utf-8")
    main(["check", str(tmp_path / "tea.md")])
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert set(file["summary"]["flags"]) == {"missing-date"}


def test_a_library_is_looked_for_beside_the_table(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "works.json").write_text(WORKS, encoding="utf-8")
    configure(project, '[tool.citewell]\nreferences = "works.json"\n')
    monkeypatch.chdir(project / "posts")
    assert main(["check", f"..{os.sep}posts{os.sep}zinc.md"]) == 1
    assert capsys.readouterr().err == ""
