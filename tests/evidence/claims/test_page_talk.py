"""What a page says of itself and to its readers claims nothing, unless it says what is so."""

from __future__ import annotations

import pytest

from evidence.claims.page_talk import is_figure, only_talks, refers_to_own_page
from tests.evidence.claims.test_beside_frames import SAID

FRAMES = (
    "Discover the differences between tea and salt, and {}.",
    "Discover the facts: {}.",
    "Learn the facts that {}.",
    "Learn the basics of why {}.",
    "See the facts on how {}.",
    "Compare tea and coffee, since {}.",
    "Compare tea with coffee and see that {}.",
    "Article description: Discover the differences and learn that {}.",
    "You'll learn that {}.",
    "We'll cover why {}.",
    "You will learn how {}.",
    "You'll learn steps, and {}.",
    "This guide compares teas and shows that {}.",
    "This guide covers why {}, and helps you choose the right tea.",
    "This guide helps you decide, as {}.",
    "You may find it useful to read this list because {}.",
    "These tips will help you choose, and {}.",
    "This guide is intended to explain why {}.",
    "This page is here to help you understand how {}.",
    "If you're looking for tea, you've likely heard that {}.",
    "If you're exploring tea, you have likely seen how {}.",
    "If you're reading this, you've heard of tea, and {}.",
    "It may come as a surprise that {}.",
    "Here's where a difference emerges: {}.",
    "The choice between tea and coffee isn't simple – it's about knowing that {}.",
    "The choice isn't simple, it's about understanding how {}.",
    "{} and recovery is a journey, not a destination.",
    "Health is a journey, not a destination, and {}.",
    "If you've ever felt that {}, you are not alone.",
    "If you've ever felt tired because {}, you are not alone.",
    "If you've ever been tired, {}, and you are not alone.",
    "Take the guesswork out of tea: {}.",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_what_stands_beside_such_a_line_stays_a_claim(frame: str) -> None:
    passed = [frame.format(said) for said in SAID]
    assert [text for text in passed if only_talks(text) or is_figure(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Learn the facts on ginger, which cures nausea.",
        "Compare sage with aspirin against cancer.",
        "These tips will help you lower your blood pressure.",
        "This guide compares teas and helps you choose the best cure for gout.",
        "This guide compares teas and helps you sleep.",
        "Garlic against gout is a journey that heals, not a destination.",
        "If you are looking for a cure, you've probably heard of sage against asthma.",
    ],
)
def test_a_line_that_promises_something_stays_a_claim(text: str) -> None:
    assert [said for said in (only_talks, is_figure) if said(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Discover the key differences between tea and coffee.",
        "**Meta description** (150 characters): Compare mint vs sage for rest and comfort.",
        "You'll learn simple steps you can try today, backed by work from several labs.",
        "Whether you are new to running or an old hand, these tips will help you make steady progress.",
        "This short guide compares their taste, price and make, and helps you choose the right tea.",
        "If you are a nurse on night shifts, you may find it useful to work through this short checklist.",
        "This guide compares their make, their taste and safety profiles, and helps you choose the right one for you.",
        "This leaflet is designed to help you understand your body better.",
        "If you're looking into herbs for rest, you've probably come across both sage and mint.",
        "This one may not come as a big surprise.",
        "Here's where an important difference shows between these two teas.",
        "The choice between mint and sage isn't simple – it's about finding what suits your day.",
    ],
)
def test_a_line_that_only_talks_is_none(text: str) -> None:
    assert only_talks(text)


@pytest.mark.parametrize(
    "text",
    [
        "If you've ever been ill after a vaccine, you are not alone.",
        "If you have ever felt better thanks to ginger, you are not alone.",
        "Take the guesswork out of how ginger cures gout.",
    ],
)
def test_a_scene_that_tells_what_it_comes_from_stays_a_claim(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize(
    "text",
    [
        "Better sleep is a marathon, not a sprint.",
        "If you've ever lain awake at three in the morning, your mind in a whirl, you aren't alone.",
        "Take the guesswork out of your evenings.",
    ],
)
def test_a_scene_or_a_figure_of_speech_is_none(text: str) -> None:
    assert is_figure(text)


@pytest.mark.parametrize(
    "frame", ["See our guide on [tea]({})", "See our guide on [{}](/tea).", "Read our page on [tea](/tea): {}."]
)
def test_what_stands_in_or_beside_a_reference_to_a_page_stays_a_claim(frame: str) -> None:
    assert [said for said in SAID if refers_to_own_page(frame.format(said))] == []


def test_a_reference_to_a_page_of_the_same_site_is_none() -> None:
    assert refers_to_own_page("(See our full guide on [ways of living with gout](/blog/gout)).")
