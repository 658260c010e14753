"""The wheel holds every room of the engine with its data, and runs where nothing of this tree is."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
POST = "# Zinc\n\nZinc lozenges shorten colds in adults.\n\nZinc cures asthma.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy of what is packed, so that no build folder is left in the tree."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        (source / name).write_bytes((ROOT / name).read_bytes())
    for path in (one for part in ("evidence", "citations") for one in (ROOT / part).rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            copy = source / path.relative_to(ROOT)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(target), str(source)], check=True)
    return next(target.glob("*.whl"))


def test_it_holds_every_module_and_every_table_of_weights(wheel: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    needed = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "evidence").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert needed - packed == set()
    assert "citations/verification/command.py" in packed
    assert not {name for name in packed if name.startswith(("articles/", "citations/models/", "citations/services/"))}


def test_it_checks_a_file_in_a_fresh_environment(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "fresh", with_pip=False)
    python = tmp_path / "fresh" / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True)
    # The libraries it needs are those of this environment; of the project itself nothing is there but the wheel.
    (site,) = (tmp_path / "fresh" / "lib").glob("python*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_paths()["purelib"])
    (tmp_path / "post.md").write_text(POST)
    command = [str(python.parent / "citewell"), "check", "post.md", "--format=json", "--today=2026-11-29"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.stderr == ""
    (file,) = json.loads(done.stdout)["files"]
    assert [row["claim"] for row in file["sentences"]] == [True, True]
    lists = [command[0], "verify", "post.md", "--offline", "--cache", "kept"]
    assert subprocess.run(lists, cwd=tmp_path, capture_output=True, text=True).stdout == "No work is listed.\n"
    where = "import evidence; print(evidence.__file__)"
    said = subprocess.run([str(python), "-c", where], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert str(site) in said.stdout
