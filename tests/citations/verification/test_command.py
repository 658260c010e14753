"""`citewell verify`: what it says before it asks, what it answers, what it writes, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from citations.lookups.configuration import BASES
from evidence.command import cli
from tests.citations.registers import Registers, registers
from tests.citations.services_server import Reply
from tests.citations.verification import printed
from tests.citations.verification.judging import PREPRINTS

TRUE, LATE, WRONG, BARE, GONE = (PREPRINTS[place] for place in (1, 3, 5, 9, 11))
INVENTED = (
    "Quillfeather P, Vandermolen R. Turmeric baths and the sleep of bricklayers: a randomised trial. "
    "Journal of Shift Work. 2022;5(2):130-138."
)
LISTED = [
    printed.STYLES["ama"](TRUE),
    printed.STYLES["apa"](printed.with_year(LATE, 2001)),
    printed.STYLES["ama"]({**WRONG, "DOI": PREPRINTS[27]["DOI"]}),
    printed.STYLES["lancet"]({name: value for name, value in BARE.items() if name != "DOI"}),
    printed.STYLES["ama"]({**GONE, "DOI": "10.5555/shift.made.up"}),
    INVENTED,
]
CLAIM = "Shift workers sleep worse than their neighbours [1-6]."


@pytest.fixture(scope="module")
def shelf() -> Iterator[Registers]:
    with registers(PREPRINTS) as played:
        yield played


@pytest.fixture
def world(shelf: Registers, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Registers]:
    shelf.asked.clear()
    for name in BASES:
        monkeypatch.setenv(f"{name.upper()}_BASE_URL", f"{shelf.base}/{name}")
    monkeypatch.setattr("citations.lookups.rate_limits.LocalRateLimit.slot", lambda *_: 0.0)
    monkeypatch.chdir(tmp_path)
    yield shelf
    shelf.faults.clear()


@pytest.fixture
def post(tmp_path: Path) -> Path:
    items = "\n".join(f"{number}. {text}" for number, text in enumerate(LISTED, 1))
    path = tmp_path / "post.md"
    path.write_text(f"# Shift work\n\n{CLAIM}\n\n## References\n\n{items}\n", "utf-8")
    return path


def verify(*words: str) -> int:
    return cli.main(["verify", "--cache", "kept", *words])


def verdicts(text: str) -> list[str]:
    return [work["verdict"] for work in json.loads(text)["works"]]


def test_a_file_that_is_not_there_is_said_and_the_others_are_verified(
    world: Registers, post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify("missing.md", "post.md", "--format", "json") == 2
    out, err = capsys.readouterr()
    assert "missing.md: there is no such file" in err
    assert len(verdicts(out)) == 6


def test_a_list_that_breaks_off_is_said_with_its_line(
    world: Registers, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lib.json").write_text('[{"id": "a", "title": "Broken', "utf-8")
    assert verify("lib.json") == 2
    assert "lib.json:1:" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_said(
    world: Registers, post: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert cli.main(["verify", "post.md", "--cache", "file/below"]) == 2
    assert "Choose another folder with --cache" in capsys.readouterr().err


def test_an_article_without_a_list_asks_nobody(
    world: Registers, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bare.md").write_text("# Tea\n\nTea is warm.\n")
    assert verify("bare.md") == 0
    assert "No work is listed." in capsys.readouterr().out
    assert world.asked == []


def test_each_work_gets_its_verdict(world: Registers, post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify("post.md", "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)["works"]
    assert [work["verdict"] for work in told] == [
        "agrees",
        "differs",
        "other-work",
        "agrees",
        "unregistered",
        "not-found",
    ]
    assert list(told[1]["fields"]) == ["year"]
    assert told[2]["proposal"] == f"doi:{WRONG['DOI']}"
    assert told[4]["proposal"] == f"doi:{GONE['DOI']}"
    assert [work["line"] for work in told] == [7, 8, 9, 10, 11, 12]


def test_it_says_whom_it_asks_and_what_is_sent_before_it_asks(
    world: Registers, post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verify("post.md")
    first = capsys.readouterr().err.splitlines()[0]
    assert "Crossref" in first
    assert "never the article" in first


def test_the_article_never_goes_out(world: Registers, post: Path) -> None:
    verify("post.md")
    assert world.asked
    assert "neighbours" not in " ".join(world.asked)


def test_people_are_told_in_words(world: Registers, post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify("post.md")
    out = capsys.readouterr().out
    assert "year: written “2001”, on record “2022”" in out
    assert "known to no service" in out
    assert "invented" not in out
    assert out.splitlines()[-1].startswith("6 works; agrees: 2")


def test_code_hosts_get_sarif(world: Registers, post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify("post.md", "--format", "sarif")
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert [(row["ruleId"], row["level"]) for row in results] == [
        ("reference-differs", "note"),
        ("identifier-mismatch", "error"),
        ("identifier-unregistered", "error"),
        ("reference-not-found", "warning"),
    ]


@pytest.mark.parametrize(("severity", "code"), [("never", 0), ("blocker", 1), ("note", 1)])
def test_its_exit_code_follows_the_mildest_flag_asked_for(
    severity: str, code: int, world: Registers, post: Path
) -> None:
    assert verify("post.md", "--fail-on", severity) == code


def test_a_second_run_asks_nobody_again(world: Registers, post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify("post.md", "--format", "json")
    first, asked = capsys.readouterr().out, len(world.asked)
    verify("post.md", "--format", "json", "--offline")
    assert verdicts(capsys.readouterr().out) == verdicts(first)
    assert len(world.asked) == asked


def test_a_run_offline_without_answers_accuses_nobody(
    world: Registers, post: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert verify("post.md", "--format", "json", "--offline") == 0
    assert set(verdicts(capsys.readouterr().out)) == {"cannot-tell"}
    assert world.asked == []


def test_silent_services_are_named_and_the_next_run_goes_on(
    world: Registers, post: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("citations.lookups.session.FIRST_WAIT", 0.0)
    world.faults |= dict.fromkeys(BASES, lambda: Reply(b"", 429, (("Retry-After", "3600"),)))
    assert verify("post.md") == 0
    assert "gave no answer: " in capsys.readouterr().out
    world.faults.clear()
    assert verify("post.md", "--format", "json") == 1
    assert "cannot-tell" not in verdicts(capsys.readouterr().out)


def test_a_diff_proposes_and_writes_nothing(world: Registers, post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = post.read_text("utf-8")
    verify("post.md", "--diff")
    out = capsys.readouterr().out
    assert f"+5. {printed.STYLES['ama'](GONE)}" in out
    assert "(2022)" in out
    assert post.read_text("utf-8") == before


def test_fix_writes_identifiers_alone(world: Registers, post: Path) -> None:
    verify("post.md", "--fix")
    after = post.read_text("utf-8")
    assert f"doi:{WRONG['DOI']}" in after
    assert f"https://doi.org/{BARE['DOI']}" in after
    assert "made.up" not in after
    assert "(2001)" in after
    assert INVENTED in after


def test_what_was_fixed_agrees(world: Registers, post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify("post.md", "--fix")
    capsys.readouterr()
    verify("post.md", "--format", "json")
    assert verdicts(capsys.readouterr().out) == ["agrees", "differs", "agrees", "agrees", "agrees", "not-found"]


def test_bibtex_is_mended_inside_its_entry(world: Registers, tmp_path: Path) -> None:
    entry = (
        "@article{{{key},\n  author = {{Okonjo, B. and Sandvik, T.}},\n  title = {{{title}}},\n"
        "  journal = {{Journal of Shift Work}},\n  year = {{{year}}},\n  volume = {{{volume}}}{more}\n}}\n"
    )
    rows = [
        entry.format(key=key, title=row["title"], year=printed.year_of(row), volume=row["volume"], more=more)
        for key, row, more in (("a", BARE, ""), ("b", GONE, ",\n  doi = {10.5555/shift.made.up}"))
    ]
    path = tmp_path / "lib.bib"
    path.write_text("% my works\n" + "\n".join(rows), "utf-8")
    verify("lib.bib", "--fix")
    after = path.read_text("utf-8")
    assert after.count("doi = {") == 2
    assert f"doi = {{{BARE['DOI']}}}" in after
    assert f"doi = {{{GONE['DOI']}}}" in after
    assert after.startswith("% my works\n")


def test_check_raises_the_flags_of_verdicts(world: Registers, post: Path, capsys: pytest.CaptureFixture[str]) -> None:
    verify("post.md")
    capsys.readouterr()
    cli.main(["check", "post.md", "--verified", "kept", "--format", "json"])
    codes = {
        flag["code"] for row in json.loads(capsys.readouterr().out)["files"][0]["references"] for flag in row["flags"]
    }
    assert codes >= {"identifier-mismatch", "identifier-unregistered", "reference-not-found", "reference-differs"}


def test_check_refuses_what_are_no_verdicts(post: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "verdicts.json").write_text('{"works": {"a": {"verdict": "surely"}}}')
    assert cli.main(["check", str(post), "--verified", str(tmp_path / "verdicts.json")]) == 2
    assert "run it anew" in capsys.readouterr().err


def test_a_mistyped_option_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        verify("post.md", "--formt", "json")
