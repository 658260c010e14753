"""What goods measure, show and are called claims nothing; what comes of it, and what they find, does."""

from __future__ import annotations

import pytest

from evidence.selling.statements import statement

CHANGES = (
    "Xandor tracks your heart rate and cures arrhythmia.",
    "Xandor measures your blood pressure and lowers it.",
    "Xandor tracks stress and melts it away.",
    "Xandor shows your heart rate and finds atrial fibrillation.",
    "Xandor tracks your sleep and gives you glowing skin.",
    "Xandor measures glucose so you can stop your insulin.",
    "Xandor counts calories and melts fat.",
    "It counts your steps and your belly shrinks.",
    "The score for recovery doubled and my migraine vanished.",
    "Sleep tracking works, and my insomnia is over.",
    "Xandor tracks the amount of fat burned off your belly and slims you.",
    "Xandor captures data on heart rhythm and symptoms that warn of a stroke.",
    "Xandor captures data on heart rate and heals your heart.",
    "Xandor counts calories burned, so you lose weight.",
)


@pytest.mark.parametrize("text", CHANGES)
def test_what_is_measured_and_then_changed_or_found_claims(text: str) -> None:
    assert statement(text, ("Xandor",)).claims


@pytest.mark.parametrize(
    "text",
    [
        "Side sleepers lose their back pain on Xandor.",
        "Xandor keeps its shape and heals your back.",
        "Xandor's toe box cures bunions.",
        "Xandor is safe for kids who love to run.",
        "Xandor is perfect for kids who love to play and have asthma.",
        "It costs $30, which is less than what your arthritis tablets cost, and works as well.",
    ],
)
def test_what_a_part_or_a_price_stands_beside_claims_as_before(text: str) -> None:
    assert statement(text, ("Xandor",)).claims


@pytest.mark.parametrize("text", ["Xandor Cancer Cure Lamp", "Xandor Pain Relief Pillow", "Xandor Sleep Capsules"])
def test_a_name_that_promises_claims(text: str) -> None:
    assert statement(text, ("Brandol",)).claims


@pytest.mark.parametrize(
    "text",
    [
        "Xandor measures heart rate every second and blood oxygen while you sleep.",
        "It counts the stages of sleep and shows them as a purple staircase in the app.",
        "It estimates your stress level from the gaps between heartbeats.",
        "You get a score for recovery each morning, which I stopped reading after a week.",
        "Xandor tells you calories, protein and salt for each plate.",
        "Sleep tracking is better than on the last model, which thought that films were naps.",
        "Xandor tracks the number of steps taken, calories burned, floors climbed and minutes of exercise.",
        "It captures data on heart rate, heart rhythm and symptoms.",
    ],
)
def test_what_goods_measure_and_show_claims_nothing(text: str) -> None:
    assert not statement(text, ("Xandor",)).claims


@pytest.mark.parametrize(
    "text",
    [
        "It weighs two kilos and keeps its shape.",
        "The Xandor suits people who sleep on their back or side.",
        "The Xandor gives you plenty of cushion under the heel and a stable ride in the corners.",
        "The toe box is wide, and my feet had room on long runs.",
        "With its loose hood, it's perfect for active kids who like to move around in their sleep.",
        "It costs $189, which is a hundred less than the one everybody knows.",
    ],
)
def test_parts_of_goods_and_whom_they_fit_and_what_they_cost_claim_nothing(text: str) -> None:
    assert not statement(text, ("Xandor",)).claims


@pytest.mark.parametrize(
    "text",
    [
        "Its filter catches viruses, so that nobody gets the flu.",
        "Xandor cleans the air and your asthma is gone.",
        "The filter of Xandor kills the virus that causes colds.",
        "Xandor filters out toxins from your liver.",
        "Xandor removes mold from your sinuses.",
        "The Xandor air purifier is safe for newborns.",
    ],
)
def test_clean_air_that_heals_or_protects_claims(text: str) -> None:
    assert statement(text, ("Xandor",)).claims


@pytest.mark.parametrize(
    "text",
    [
        "It removes 99.95% of airborne particles, including dust, pollen, smoke and viruses.",
        "Xandor combines efficient filtration with quiet operation, making it ideal for bedrooms and offices.",
        "Xandor improves the air quality of a room by filtering out dust and mold spores.",
    ],
)
def test_what_is_filtered_out_of_the_air_claims_nothing(text: str) -> None:
    assert not statement(text, ("Xandor",)).claims


@pytest.mark.parametrize("ending", ["", " | Image", ", Photo"])
def test_the_name_of_a_thing_that_nobody_swallows_claims_nothing(ending: str) -> None:
    assert not statement(f"Nordwick Sleep Cool Blue Memory Foam Pillow{ending}", ("Xandor",)).claims
