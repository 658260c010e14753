"""An address that no longer answers."""

from __future__ import annotations

from dataclasses import replace

from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "dead-link"


def test_it_leaves_a_work_alone_whose_link_was_not_found_dead() -> None:
    check_clean(CODE, "Ginger helps.", [replace(TRIAL, url="https://example.org/a")])


def test_it_flags_a_dead_address() -> None:
    flag = check_flags(CODE, "Ginger helps.", [replace(TRIAL, url="https://example.org/a", link_dead=True)])
    assert flag.reference == "lee2020"
    assert flag.facts == (("address", "https://example.org/a"),)
