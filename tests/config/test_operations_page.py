from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_it_names_every_variable_that_the_settings_read() -> None:
    settings = (ROOT / "config" / "settings.py").read_text(encoding="utf-8")
    variables = set(re.findall(r"env_[a-z]+\(\s*\"([A-Z_]+)\"", settings))
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([A-Z_]+)`", page))
    assert len(variables) > 20
    assert variables - named == set(), "docs/operations.md does not mention these"
