"""Signs that make up a disease together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidence.selling import syndromes
from evidence.selling.statements import statement
from evidence.selling.syndromes import syndrome


@pytest.mark.parametrize(
    "text",
    [
        "Brandol quenches your thirst.",
        "Brandol is for tired legs and dry skin.",
        "Weight gain and constipation are common at forty.",
        "Brandol for a good night.",
    ],
)
def test_one_sign_or_parts_of_normal_life_make_no_disease(text: str) -> None:
    assert syndrome(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Thirst and frequent night urination fade with Brandol.",
        "Always thirsty, always running to the loo? Brandol puts an end to it.",
        "Brandol for puffy ankles and getting breathless on the stairs.",
        "Sneezing and itchy eyes stop with Brandol.",
        "With Brandol the tremor in his hands and the shuffling steps are gone.",
        "Brandol ends burning when you pee and running to the toilet.",
        "She forgets names and gets lost on her way home no longer, thanks to Brandol.",
        "Always cold, gaining weight, hair falling out, tired? Brandol turns it around.",
    ],
)
def test_signs_of_one_disease_together_are_a_disease_claim(text: str) -> None:
    assert syndrome(text)


def test_such_a_claim_is_one_by_the_second_criterion() -> None:
    found = statement("Thirst and frequent night urination fade with Brandol.", ("Brandol",))
    assert (found.criterion, bool(found.disease)) == ("ii", True)


@given(
    st.lists(
        st.sampled_from(["Thirst", "loo", "loo ", "look", "ſtill", "K", "a ", "cold", "weight", "ee", "W"]), max_size=4
    )
)
def test_the_quick_look_lets_through_what_its_pattern_finds(parts: list[str]) -> None:
    text = "".join(parts)
    assert syndromes._may_name_signs(text) is (syndromes._QUICK.search(text) is not None)
