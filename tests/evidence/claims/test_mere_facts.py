"""What goes on in the body, how many have it and what the law says are facts that do nobody good by themselves."""

from __future__ import annotations

import pytest

from evidence.claims.mere_facts import signs


def test_a_plain_benefit_holds_no_such_fact() -> None:
    assert signs("Walking helps with back pain.") == {"good or harm": 1.0}


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Insulin is made by cells of the pancreas.", "fact within"),
        ("The substance is excreted by the kidneys within a day.", "fact fate"),
        ("One in ten has it.", "fact share"),
        ("The lotion was approved by the agency.", "fact approval"),
        ("It was used in the nineteenth century.", "fact date"),
        ("Vitamin K is found in spinach.", "fact content"),
        ("The condition is called tinnitus.", "fact meaning"),
    ],
)
def test_a_fact_without_a_word_of_good_or_harm_is_told_as_a_mere_one(text: str, fact: str) -> None:
    found = signs(text)
    assert found[fact] == found[f"mere {fact}"] == 1.0
    assert "good or harm" not in found


def test_the_same_fact_beside_such_a_word_is_no_mere_one() -> None:
    found = signs("Spinach is rich in vitamin K, which helps the blood to clot.")
    assert found["fact content"] == 1.0
    assert "mere fact content" not in found
