"""What services answered, kept between runs, so that a run goes on where the last one stopped; and the verdicts, for
`citewell check --verified`."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from evidence.context import Verification
from evidence.sources.verifications import as_kept

FOUND_DAYS, MISSING_DAYS = 30, 1
"""How long an answer serves: a DOI may be registered, and a record corrected, any day [house]."""
_DAY = 86_400
VERDICTS = "verdicts.json"


def default_folder() -> Path:
    """Where answers are kept unless somebody says otherwise (XDG Base Directory)."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "citewell"


class KeptAnswers:
    """A cache in an SQLite file, in the form that lookups ask for; threads may share it.

    Raises OSError and sqlite3.Error.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._rows = sqlite3.connect(folder / "answers.sqlite3", timeout=30, check_same_thread=False)
        self._rows.execute("PRAGMA journal_mode=WAL")
        self._rows.execute("CREATE TABLE IF NOT EXISTS answer (key TEXT PRIMARY KEY, value TEXT, at REAL)")
        self._rows.commit()

    def get(self, key: str) -> Any:
        with self._lock:
            row = self._rows.execute("SELECT value, at FROM answer WHERE key = ?", (key,)).fetchone()
        if row is None:
            return None
        value = json.loads(row[0])
        days = MISSING_DAYS if value.get("missing") else FOUND_DAYS
        return value if time.time() - row[1] < days * _DAY else None

    def set(self, key: str, value: Any, timeout: float | None = None) -> None:
        with self._lock:
            self._rows.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?)", (key, json.dumps(value), time.time()))
            self._rows.commit()

    def close(self) -> None:
        self._rows.close()


def keep_verdicts(folder: Path, verdicts: Iterable[tuple[str, Verification]]) -> None:
    """Adds verdicts, by the key of the work, to those of earlier runs; the file is whole at any moment."""
    target = folder / VERDICTS
    works: dict[str, Mapping[str, Any]] = {}
    try:
        held = json.loads(target.read_text("utf-8"))
        works = held["works"] if isinstance(held, dict) and isinstance(held.get("works"), dict) else {}
    except (OSError, ValueError):
        pass  # none yet, or one that cannot be read: what is known now is written anew
    works |= {key: as_kept(told) for key, told in verdicts}
    part = target.with_suffix(f".{os.getpid()}.part")
    part.write_text(json.dumps({"version": 1, "works": works}, ensure_ascii=False, indent=1) + "\n", "utf-8")
    part.replace(target)
