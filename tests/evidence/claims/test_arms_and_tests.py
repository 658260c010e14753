"""Arms of a study and what readers are asked to try are no claims; what an item promises or doses is one."""

from __future__ import annotations

import pytest

from evidence.claims.annotation import read
from evidence.claims.arms_and_tests import find
from evidence.reading import documents
from tests.evidence.claims.test_beside_frames import SAID

ARMS = "The volunteers were assigned to three groups;"
TRY = "Can you do these without pain?"
AROUND = "Measles kills one in a thousand who catch it. Zinc shortens a cold."


def passed(lead: str, *items: str) -> list[str]:
    text = f"{AROUND}\n\n{lead}\n\n" + "".join(f"- {item}\n" for item in items)
    readings = read(documents.read(text, "markdown"), (), (), ()).readings
    return [readings[place].text.strip() for place in sorted(find(readings))]


@pytest.mark.parametrize("lead", [ARMS, TRY, "They were split into two groups:", "## Aims of this study:"])
def test_what_an_item_says_stays_a_claim(lead: str) -> None:
    for said in SAID:
        assert not passed(lead, said, f"Tea ({said})", f"Tea, as {said}")
        assert not passed(lead, f"Explore why {said}", f"Understand that {said}", f"Compare tea, as {said}")


@pytest.mark.parametrize(
    "item",
    ["Take 5 g of zinc a day", "Garlic against gout", "Stop your insulin", "Zinc every day", "A cure for cancer"],
)
@pytest.mark.parametrize("lead", [ARMS, TRY])
def test_what_bids_or_is_against_something_stays_a_claim(lead: str, item: str) -> None:
    assert not passed(lead, item)


@pytest.mark.parametrize(
    "lead", ["The groups eat well:", "These help you:", "Can you cure these?", "Mint was put into a pot:"]
)
def test_another_lead_lets_nothing_pass(lead: str) -> None:
    assert not passed(lead, "A diet with nuts", "Hop on one leg")


def test_a_list_ends_with_its_sentence() -> None:
    assert passed(ARMS, "A diet with nuts", "Nuts are good for you.", "A diet with oil") == ["A diet with nuts"]


def test_arms_and_tests_are_none() -> None:
    assert passed(ARMS, "A diet with nuts", "A diet low in fat (controls)") == [
        "A diet with nuts",
        "A diet low in fat (controls)",
    ]
    assert passed(TRY, "hop on one leg for 10 sec", "stand for 1 min") == [
        "hop on one leg for 10 sec",
        "stand for 1 min",
    ]


def test_what_a_study_is_to_find_out_is_none() -> None:
    items = ("Compare the use of tea by town", "Find out if towns affect the choice of tea")
    assert passed("### In this study I am aiming to:", *items) == list(items)
    assert not passed("### How to live well:", *items)
