from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
MENTION = re.compile(
    r"`((?:articles|citations|config|docs|evidence|products|requirements|static|templates|tests)/[\w./-]+)`"
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_file_that_a_page_links_to_or_names_is_there(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    linked = [(page.parent / target) for target in LINK.findall(text)]
    named = [ROOT / target for target in MENTION.findall(text)]
    assert [str(target) for target in linked + named if not target.exists()] == []
