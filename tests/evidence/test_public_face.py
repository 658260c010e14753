"""What other programs need of the engine is importable from `evidence` itself, and costs nothing until it is used."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

import evidence


def test_a_name_that_it_does_not_have_is_refused() -> None:
    with pytest.raises(AttributeError, match="no attribute 'shoe'"):
        _ = evidence.shoe


def test_importing_it_loads_no_room() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import sys, evidence; print([n for n in sys.modules if n.startswith('evidence.')])"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout == "[]\n"


@pytest.mark.parametrize("name", evidence.__all__)
def test_every_name_that_it_promises_is_there(name: str) -> None:
    assert getattr(evidence, name) is not None


def test_an_article_is_read_and_assessed_by_way_of_it() -> None:
    document = evidence.open_document("post.md", b"# Zinc\n\nZinc cures colds.\n").document
    assessment = evidence.assess(document, today=date(2026, 11, 29))
    assert [flag.code for row in assessment.sentences for flag in row.flags] == ["missing-citation"]
