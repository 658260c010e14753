from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from evidence.command import options
from evidence.command.cli import main
from evidence.command.settings import KEYS

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "command.md").read_text(encoding="utf-8")


def shown(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as stopped:
        main([*arguments, "--help"])
    assert stopped.value.code == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("arguments", [[], ["check"]])
def test_help_lists_every_exit_code(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert re.findall(r"^ {2}(\d+) ", shown(capsys, *arguments), re.MULTILINE) == ["0", "1", "2", "130"]


def test_the_handbook_page_has_every_option_key_format_and_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    given = set(re.findall(r"(?<!\w)--[a-z-]+", shown(capsys, "check"))) - {"--help"}
    missing = [name for name in sorted(given) if f"`{name}" not in PAGE]
    missing += [f"{key} =" for key in KEYS if f"\n{key} = " not in PAGE]
    missing += [form for form in options.FORMATS if f"`{form}`" not in PAGE]
    codes = (options.CLEAN, options.FOUND, options.UNUSABLE, options.INTERRUPTED)
    missing += [str(code) for code in codes if f"| {code} |" not in PAGE]
    assert missing == []


def test_the_handbook_page_is_listed_where_documents_are() -> None:
    for name, link in (("README.md", "docs/command.md"), ("docs/architecture.md", "command.md")):
        assert f"({link})" in (ROOT / name).read_text(encoding="utf-8"), name


def test_the_table_on_the_handbook_page_is_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(r"```toml\n(\[tool\.citewell\].*?)```", PAGE, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    Path("pyproject.toml").write_text(example, encoding="utf-8")
    Path("works.json").write_text("[]", encoding="utf-8")
    Path("quiet.md").write_text("Who knows?\n", encoding="utf-8")
    assert main(["check", "quiet.md"]) == 0


def test_the_pre_commit_hook_runs_the_command_on_prose(tmp_path: Path) -> None:
    hook, verifying = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert (hook["id"], verifying["id"]) == ("citewell", "citewell-verify")
    assert verifying["entry"] == "citewell verify"
    assert hook["types_or"] == ["markdown", "plain-text", "docx"]
    (tmp_path / "quiet.md").write_text("Who knows?\n", encoding="utf-8")
    program, *arguments = shlex.split(hook["entry"])
    scripts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    module, function = scripts[program].split(":")
    run = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; sys.exit({module}.{function}())", *arguments, "quiet.md"],
        cwd=tmp_path,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert run.returncode == 0
