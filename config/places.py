"""Where the project lies, and where what it writes goes."""

from __future__ import annotations

from pathlib import Path

from config.environment import env_path

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = env_path("CITEWELL_VAR", BASE_DIR / "var")
