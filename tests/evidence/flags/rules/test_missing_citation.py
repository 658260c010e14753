"""A claim with nothing behind it."""

from __future__ import annotations

import pytest

from evidence.values import Severity
from tests.evidence.judging import TRIAL, check_clean, check_flags

CODE = "missing-citation"


@pytest.mark.parametrize(
    "text",
    [
        "Does ginger tea help against nausea in pregnancy?",
        "More research is needed to learn whether ginger helps with nausea.",
        "I think ginger tea tastes lovely when I have a cold.",
        "Many parents worry about giving medicines to a baby.",
        "Ginger is a plant, also known as Zingiber officinale.",
        "We walked to the harbour and ate noodles by the water.",
    ],
)
def test_it_leaves_alone_what_needs_no_source(text: str) -> None:
    check_clean(CODE, text)


def test_it_leaves_a_cited_claim_alone() -> None:
    check_clean(CODE, "Ginger tea reduced nausea in pregnant women [@lee2020].", [TRIAL])


def test_it_gives_way_to_an_unknown_study() -> None:
    check_clean(CODE, "One study followed 90 nurses with migraine and found that riboflavin eased their pain.")


@pytest.mark.parametrize(
    "text",
    [
        "Magnesium tablets relieve migraine.",
        "Zinc is safe for toddlers with a cold.",
        "Migraine is usually treated with triptans and rest.",
    ],
)
def test_it_blocks_benefit_safety_and_advice(text: str) -> None:
    assert check_flags(CODE, text).severity is Severity.BLOCKER


@pytest.mark.parametrize(
    "text",
    [
        "Nearly one-fifth of adults have chronic pain.",
        "Loud noise can lead to hearing loss and stress in children.",
        "The liver breaks down alcohol and stores glucose.",
    ],
)
def test_it_warns_on_numbers_causes_and_mechanisms(text: str) -> None:
    assert check_flags(CODE, text).severity is Severity.WARNING


_LONG = "\n\n".join(f"Ginger tea reduced nausea in {number} women." for number in range(20, 40))
_NOTE = "[^1]: Lee A. Ginger tea for nausea. J Herb Med. 2020;4:1-9. doi:10.1000/ginger"


def test_a_text_without_a_mark_at_its_title_is_told_of_none() -> None:
    flag = check_flags(CODE, f"# Ginger\n\n{_LONG}\n\n## Next [^1]\n\nTea is hot.\n\n{_NOTE}\n")
    assert "title" not in flag.message


def test_a_mark_at_the_title_of_a_long_text_is_said_to_belong_to_the_claims() -> None:
    flag = check_flags(CODE, f"# Ginger [^1]\n\n{_LONG}\n\n{_NOTE}\n", None)
    assert flag.severity is Severity.BLOCKER
    assert "[^1] at the title" in flag.message
    assert ("mark at the title", "[^1]") in flag.facts
