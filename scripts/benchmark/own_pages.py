"""Pages of our own with their labels: a line "+ ..." is a claim, "- ..." none, an empty line ends a paragraph."""

from __future__ import annotations

from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "tests" / "evidence" / "pages"


def labelled(path: Path) -> tuple[str, list[dict[str, Any]]]:
    """The text of a page without its labels, and one row for each labelled sentence."""
    text, rows, open_paragraph = "", [], False
    for line in path.read_text("utf-8").splitlines():
        if line[:2] in ("+ ", "- "):
            text += " " if open_paragraph else ""
            rows.append({"start": len(text), "end": len(text) + len(line) - 2, "claim": line[0] == "+"})
            text += line[2:]
            open_paragraph = True
        else:
            text += ("\n" if open_paragraph else "") + line + "\n"
            open_paragraph = False
    return text + "\n", rows


def pages(folder: str) -> list[Path]:
    """The pages of "health_learned", "health_held_out", "not_health", "strong_words" and the like, by name."""
    return sorted((FOLDER / folder).glob("*.txt"))
