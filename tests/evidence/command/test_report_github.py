from __future__ import annotations

import re
from pathlib import Path

import pytest

from evidence.command.cli import main
from evidence.command.report import Report
from evidence.command.report_github import to_github
from evidence.flags.catalogue import FLAGS
from evidence.values import Assessed, Assessment, Claim, Document, Flag, Reference, Sentence, Severity, Wording

TEXT = "Zinc\n\nTea helps. Zinc cures.\n\n1. Ash B. Zinc. 2024.\n"
LINE = re.compile(r"::(error|warning|notice) (file=[^,:]+,line=\d+,col=\d+,title=[^,:]+)::(.+)")


def flag(code: str, message: str = "Cite a source.", **fields: object) -> Flag:
    spec = FLAGS[code]
    return Flag(code, spec.severity, message, spec.reader, spec.standard, **fields)  # type: ignore[arg-type]


def report(*flags: Flag, path: str = "posts/zinc.md") -> Report:
    start = TEXT.index("Zinc cures.")
    sentence = Sentence(0, start, start + len("Zinc cures."), "Zinc cures.", 0)
    place = TEXT.index("1. Ash")
    reference = Reference("ash2024", TEXT[place:].strip(), place, len(TEXT) - 1, {}, 1)
    document = Document(TEXT, "text", "Zinc", "", (sentence,), references=(reference,))
    claim = Claim(0, True, (), Wording.CAUSAL)
    of_sentence = tuple(flag for flag in flags if flag.sentence is not None)
    return Report(
        path,
        Assessment(
            version="1",
            document=document,
            sources=(),
            sentences=(Assessed(sentence, claim, flags=of_sentence),),
            source_flags=tuple(flag for flag in flags if flag.reference),
            page_flags=tuple(flag for flag in flags if flag.sentence is None and not flag.reference),
        ),
    )


# --- Refusals --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("message", "written"),
    [
        ("50% of it", "50%25 of it"),
        ("one\n::error::two", "one ::error::two"),
        ("one\r\n::stop-commands::x", "one ::stop-commands::x"),
        ("one\u2028two\x85three", "one two three"),
        ("a\x1b[31mb", "a\ufffd[31mb"),
        ("100%0Aof it", "100%250Aof it"),
    ],
)
def test_a_message_cannot_end_its_command_or_begin_another(message: str, written: str) -> None:
    out = to_github([report(flag("missing-citation", message, sentence=0))])
    assert out.endswith(f"::{written}\n")
    assert out.count("\n") == len(out.splitlines()) == 1


def test_a_file_name_cannot_add_a_property() -> None:
    out = to_github([report(flag("missing-date"), path="a,line=9::b\n%.md")])
    assert out.startswith("::warning file=a%2Cline=9%3A%3Ab%0A%25.md,line=1,col=1,title=")
    assert out.count("\n") == 1


def test_a_title_with_a_comma_is_escaped() -> None:
    out = to_github([report(flag("animal-to-human", sentence=0))])
    assert "title=People claimed%2C animals or cells studied (animal-to-human)::" in out


# --- What it writes --------------------------------------------------------------------------------------


def test_severities_become_error_warning_and_notice() -> None:
    found = [flag(code, sentence=0) for code in ("retracted-source", "weak-evidence", "numeric-unverified")]
    assert [row.severity for row in found] == [Severity.BLOCKER, Severity.WARNING, Severity.NOTE]
    kinds = [line.split()[0] for line in to_github([report(*found)]).splitlines()]
    assert kinds == ["::error", "::warning", "::notice"]


def test_a_flag_stands_at_its_sentence_its_reference_or_the_top_of_the_page() -> None:
    out = to_github(
        [report(flag("missing-citation", sentence=0), flag("dead-link", reference="ash2024"), flag("missing-date"))]
    )
    assert [re.findall(r"(?:line|col)=(\d+)", line) for line in out.splitlines()] == [
        ["3", "12"],
        ["5", "1"],
        ["1", "1"],
    ]
    assert "::ash2024: Cite a source." in out


def test_a_file_that_could_not_be_read_is_an_error() -> None:
    out = to_github([], ["absent.md: there is no such file; check the name."])
    assert out == "::error title=File not checked::absent.md: there is no such file; check the name.\n"


def test_nothing_found_is_nothing_written() -> None:
    assert to_github([report()]) == ""


def test_files_are_named_from_the_root_of_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "posts").mkdir()
    monkeypatch.chdir(tmp_path / "posts")
    for path in ("zinc.md", str(tmp_path / "posts" / "zinc.md")):
        assert "file=posts/zinc.md," in to_github([report(flag("missing-date"), path=path)], root=str(tmp_path))
    outside = to_github([report(flag("missing-date"), path="../../zinc.md")], root=str(tmp_path))
    assert "file=../../zinc.md," in outside


def test_the_command_writes_one_annotation_for_each_flag(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    Path("zinc.md").write_text("Zinc\n\nZinc lozenges cure 50% of colds.\n", encoding="utf-8")
    assert main(["check", "zinc.md", "absent.md", "--format=github", "--today=2026-11-22"]) == 2
    *flags, problem = capsys.readouterr().out.splitlines()
    assert problem.startswith("::error title=File not checked::absent.md: there is no such file")
    assert all(LINE.fullmatch(line) for line in flags)
    assert any(
        line.startswith(f"::error file={tmp_path.name}/zinc.md,line=3,col=1,title=Claim without a source (missing-")
        for line in flags
    )
