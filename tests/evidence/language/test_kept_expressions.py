"""What Python makes of an expression is kept between runs of the command, and nothing goes wrong where it is not."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from evidence.language import kept_expressions
from evidence.language.kept_expressions import WORTH_WRITING, compiled, keep, remember

PATTERNS = [rf"(?P<word>\bword{number}[a-z]{{2,5}})|(?i:other)\s+(\d+)" for number in range(WORTH_WRITING)]
ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "kept.expressions"
    monkeypatch.setattr(kept_expressions, "_path", lambda: path)
    monkeypatch.setattr(kept_expressions, "_new", None)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    kept_expressions._kept.cache_clear()
    return path


@pytest.fixture
def kept(place: Path) -> Path:
    remember()
    for pattern in PATTERNS:
        compiled(pattern, 0)
    keep()
    assert place.exists()
    return place


def _is_made_anew(monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether the first expression has to be compiled, which gives what `re.compile` gives all the same."""
    made: list[str] = []
    make = kept_expressions._make
    monkeypatch.setattr(kept_expressions, "_make", lambda pattern, flags: made.append(pattern) or make(pattern, flags))
    found = compiled(PATTERNS[0], 0).search("a word0abc")
    assert found is not None
    assert found["word"] == "word0abc"
    return bool(made)


def test_a_process_that_serves_for_long_remembers_nothing(place: Path) -> None:
    for pattern in PATTERNS:
        compiled(pattern, 0)
    keep()
    assert kept_expressions._new is None
    assert not place.exists()


def test_a_few_new_expressions_are_not_worth_writing(place: Path) -> None:
    remember()
    for pattern in PATTERNS[1:]:
        compiled(pattern, 0)
    keep()
    assert not place.exists()


def test_nothing_is_written_where_python_may_write_no_bytecode(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    remember()
    for pattern in PATTERNS:
        compiled(pattern, 0)
    keep()
    assert not place.exists()


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_expressions, "_path", lambda: tmp_path / "nowhere" / "kept.expressions")
    remember()
    for pattern in PATTERNS:
        compiled(pattern, 0)
    keep()
    assert len(kept_expressions._new or ()) == WORTH_WRITING


def test_a_python_without_such_parts_compiles_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise AttributeError(name)

    monkeypatch.setattr(kept_expressions, "import_module", missing)
    assert compiled("a(b)", 0) == re.compile("a(b)")


def test_a_faulty_expression_is_told_as_ever() -> None:
    with pytest.raises(re.error):
        compiled("a(b", 0)


@pytest.mark.parametrize("left", [0, 3, 60, 200, -1])
def test_a_file_cut_off_is_not_used(kept: Path, left: int, monkeypatch: pytest.MonkeyPatch) -> None:
    written = kept.read_bytes()
    kept.write_bytes(written[:left] if left >= 0 else written[: len(written) - 4_000])
    assert _is_made_anew(monkeypatch) is (left >= 0)  # its end cut off, the first entry is whole


def test_no_byte_of_an_entry_may_differ(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = bytearray(kept.read_bytes())
    place = bytes(written).index(PATTERNS[0].encode())
    for at in range(place, place + 300):
        written[at] ^= 1
    kept.write_bytes(written)
    assert _is_made_anew(monkeypatch)


def test_what_another_python_kept_is_not_used(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_expressions, "_build", lambda: b"another\n")
    assert _is_made_anew(monkeypatch)


def test_two_expressions_of_one_checksum_are_told_apart(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = kept_expressions._asked(PATTERNS[0], 0)
    monkeypatch.setattr(kept_expressions, "_asked", lambda *_: asked)
    assert compiled("another", 0).fullmatch("another")
    assert compiled(PATTERNS[0], re.IGNORECASE).flags & re.IGNORECASE


def test_what_was_kept_is_not_compiled_again(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not _is_made_anew(monkeypatch)


def test_what_was_kept_before_stays(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(WORTH_WRITING):
        compiled(f"later{number}", 0)
    keep()
    assert not kept_expressions._new
    assert compiled("later3", 0).search("later3")
    assert not _is_made_anew(monkeypatch)


def test_what_was_kept_is_what_re_compiles(kept: Path) -> None:
    again = compiled(PATTERNS[3], 0)
    assert again == re.compile(PATTERNS[3])
    assert again.groupindex == {"word": 1}
    assert again.groups == 2
    assert again.flags == re.compile(PATTERNS[3]).flags
    assert again.sub(r"<\g<word>>", "word3abc") == "<word3abc>"


def test_the_command_keeps_what_it_compiled_and_answers_the_same_with_it(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Zinc\n\nZinc shortens colds by a third. Garlic cures cancer.\n", "utf-8")
    environment = {"PATH": os.environ["PATH"], "PYTHONPYCACHEPREFIX": str(tmp_path / "cache")}
    command = [sys.executable, "-m", "evidence.command.cli", "check", "--no-config", "--today", "2026-01-01", str(page)]
    first, second = (
        subprocess.run(command, capture_output=True, timeout=120, cwd=ROOT, env=environment, check=False)
        for _ in range(2)
    )
    assert first.returncode == 1
    assert b"cures cancer" in first.stdout
    assert (second.returncode, second.stdout, second.stderr) == (first.returncode, first.stdout, first.stderr)
    assert len(list((tmp_path / "cache").rglob("*.expressions"))) == 1
