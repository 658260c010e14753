"""A sample of the strings of `siblings`, every fifth; `make prove` tries all."""

from __future__ import annotations

import pytest

from tests.evidence.references.siblings import KINDS, failures


@pytest.mark.parametrize("kind", KINDS)
def test_strings_of_one_kind_come_out_right(kind):
    cases, got = KINDS[kind]
    assert len(cases) >= 30
    assert failures(cases[::5], got) == []


def test_what_comes_out_wrong_is_told():
    assert failures([("a", 1), ("b", 2)], {"a": 1, "b": 3}.__getitem__) == [("b", 2, 3)]
