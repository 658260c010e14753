from __future__ import annotations

import io
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from evidence.command import checking, parallel
from evidence.command.checking import Outcome, Task
from evidence.command.cli import main
from evidence.command.parallel import outcomes

TASK = Task(date(2026, 11, 22))
forks = pytest.mark.skipif(sys.platform != "linux", reason="patches reach a process only where it is forked")


@pytest.fixture(autouse=True)
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Six articles, no two alike, the third in Windows-1252; named from the last to the first."""
    monkeypatch.chdir(tmp_path)
    names = [f"post{number}.md" for number in range(6, 0, -1)]
    for number, name in enumerate(names, start=1):
        text = f"Zinc {number}\n\n" + f"Zinc caf\u00e9 {number} cures {number} of 9 colds. " * number
        Path(name).write_bytes(text.encode("cp1252" if number == 3 else "utf-8"))
    yield names
    give_up = time.monotonic() + 10
    while multiprocessing.active_children() and time.monotonic() < give_up:
        time.sleep(0.01)
    assert multiprocessing.active_children() == []


def check(*arguments: str) -> int:
    return main(["check", "--today=2026-11-22", *arguments])


# --- Refusals --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["0", "-1", "many", "1.5", ""])
def test_it_refuses_a_number_of_jobs_that_is_none(capsys: pytest.CaptureFixture[str], number: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        check("post1.md", f"--jobs={number}")
    assert stopped.value.code == 2
    assert "is not a number of jobs; give a whole number from 1 up" in capsys.readouterr().err


@forks
@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_failure_in_one_file_is_reported_as_its_own_and_the_rest_goes_on(
    posts: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    real = checking.report

    def failing(path: str, *rest: Any) -> Any:
        if path == "post4.md":
            raise KeyError("lost")
        return real(path, *rest)

    monkeypatch.setattr(checking, "report", failing)
    assert check(*posts, "--jobs", jobs) == 2
    out, err = capsys.readouterr()
    assert err.count("Traceback") == 1
    assert "citewell: post4.md: citewell failed here (KeyError); please report the lines above." in err
    assert [name for name in posts if f"{name}:3:1:" in out] == [name for name in posts if name != "post4.md"]


@forks
def test_a_process_that_dies_costs_its_own_file_alone(posts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    real = checking.report

    def killed(path: str, *rest: Any) -> Any:
        if path in {"post5.md", "post2.md"}:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(path, *rest)

    monkeypatch.setattr(checking, "report", killed)
    found = list(outcomes(posts, TASK, 2))
    assert [outcome.report.path if outcome.report else "" for outcome in found] == [
        "" if name in {"post5.md", "post2.md"} else name for name in posts
    ]
    assert found[1].problem == "post5.md: the check ended without an answer, perhaps for lack of memory."


@forks
def test_an_interruption_ends_the_processes_at_once(posts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def waiting(path: str, *rest: Any) -> Any:
        signal.pause()

    def interrupted(*_: object) -> Outcome:
        raise KeyboardInterrupt

    monkeypatch.setattr(parallel, "GRACE", 0.01)
    monkeypatch.setattr(checking, "report", waiting)
    monkeypatch.setattr(parallel, "_answer", interrupted)
    assert check(*posts, "--jobs=2") == 130


def test_it_checks_by_itself_where_processes_cannot_speak_to_each_other(
    posts: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(parallel, "_pool", refused)
    assert [outcome.report is not None for outcome in outcomes(posts, TASK, 2)] == [True] * 6


# --- The same answer whatever the number -----------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_its_bytes_do_not_depend_on_the_number_of_jobs(
    posts: list[str], capsys: pytest.CaptureFixture[str], form: str
) -> None:
    answers = set()
    for jobs in ("1", "2", "5"):
        assert check(*posts, "absent.md", f"--format={form}", "--jobs", jobs) == 2
        answers.add(capsys.readouterr())
    (answer,) = answers
    assert "post4.md: not UTF-8" in answer.err
    places = [answer.out.index(name) for name in posts]
    assert places == sorted(places)


def test_standard_input_keeps_its_place_among_the_files(
    posts: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = set()
    for jobs in ("1", "2"):
        monkeypatch.setattr(
            "sys.stdin", io.TextIOWrapper(io.BytesIO(b"Zinc lozenges\n\nZinc lozenges cure the common cold.\n"))
        )
        check(posts[0], "-", posts[1], "--jobs", jobs)
        answers.add(capsys.readouterr().out)
    (answer,) = answers
    assert answer.index(posts[0]) < answer.index("stdin:3:1") < answer.index(posts[1])


def test_it_takes_several_processes_for_many_files_only(posts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def spread(paths: list[str], task: Task, processes: int) -> Iterator[Outcome]:
        asked.append(processes)
        return iter(())

    monkeypatch.setattr(parallel, "_spread", spread)
    monkeypatch.setattr(parallel, "_cores", lambda: 4)
    many = [f"post{number}.md" for number in range(parallel.SOME_FILES + 1)]
    outcomes(many[:-1], TASK)
    assert asked == []
    outcomes(many, TASK)
    outcomes(many, TASK, 8)
    outcomes(posts, TASK, 8)
    outcomes(many, TASK, 1)
    assert asked == [4, 8, 6]
