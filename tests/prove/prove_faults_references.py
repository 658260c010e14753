"""Thirty strings and more for each kind of fault that references had; `make test` tries every fifth of them."""

from __future__ import annotations

import sys

import pytest

from tests.evidence.references.siblings import KINDS, failures


@pytest.mark.parametrize("kind", KINDS)
def test_every_string_of_a_kind_comes_out_right(kind: str) -> None:
    cases, got = KINDS[kind]
    assert failures(cases, got) == []
    sys.stdout.write(f"\n{kind}: {len(cases)} strings, all right\n")
