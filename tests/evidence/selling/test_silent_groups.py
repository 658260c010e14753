"""What others do, what critics say, what the goods brought on and where help is are no claims for the goods."""

from __future__ import annotations

import pytest

from evidence.selling.silent import critics, mere, others


@pytest.mark.parametrize(
    "text",
    [
        "thisproduct relieves arthritis.",
        "Arthritis vanishes within days.",
        "Cardiologists swear by it.",
        "Your varicose veins will thank you.",
        "The tea tree in thisproduct wipes out ringworm.",
        "Babies whose mothers drink it have no colic.",
    ],
)
def test_what_is_said_for_the_goods_has_them_for_its_subject(text: str) -> None:
    assert not others.is_their_subject(text)


@pytest.mark.parametrize(
    "text",
    [
        "Statins are the usual treatment for high cholesterol and should not be stopped without advice.",
        "Depression is treatable, and a GP is a good person to start with.",
        "Screening for bowel cancer is free from the age of 50.",
        "A study in 2021 found that home tests for food intolerance are unreliable.",
        "Our bees came through the winter free of foulbrood.",
        "Tendinitis mostly heals by itself.",
    ],
)
def test_an_illness_a_profession_and_a_crop_are_subjects_of_their_own(text: str) -> None:
    assert others.is_their_subject(text)


def test_the_name_may_stand_for_those_who_make_the_goods() -> None:
    assert "thisproduct" not in others.of_the_makers("The founder of thisproduct had leukaemia.")
    assert "thisproduct" in others.of_the_makers("thisproduct beat my leukaemia.")


@pytest.mark.parametrize(
    "text", ["No snake oil: thisproduct cures gout.", "There is no cold like one without thisproduct."]
)
def test_scorn_that_is_denied_is_none(text: str) -> None:
    assert not critics.speaks_against(text)


@pytest.mark.parametrize(
    "text",
    [
        "thisproduct is snake oil for frightened cancer patients.",
        "The law forbids us to claim that thisproduct treats colds.",
        "There is no drink that prevents dementia, ours included.",
        "Anyone promising that an oil cures cancer is lying to you.",
        "A small trial of another honey for coughs got a lot of press.",
    ],
)
def test_critics_and_rules_speak_against_the_goods(text: str) -> None:
    assert critics.speaks_against(text)


def test_the_ill_who_must_heed_something_are_not_promised_anything() -> None:
    assert critics.sends_to_help("Diabetics need to count the sugar in thisproduct.")
    assert not critics.sends_to_help("Diabetics need to try thisproduct.")
    assert not critics.sends_to_help("thisproduct lets you talk to your cardiologist with proof in hand.")
    assert not critics.sends_to_help("Nobody needs to die of a heart attack.")
    assert not critics.sends_to_help("Who needs a gastroenterologist when there is thisproduct?")


def test_an_ill_that_the_goods_brought_is_a_complaint() -> None:
    assert critics.complains("I stopped thisproduct because it gave me migraines.")
    assert not critics.complains("It kills the bugs that give you tonsillitis.")


@pytest.mark.parametrize(
    "text",
    [
        "I have used thisproduct since May.",
        "My mother takes thisproduct every day.",
        "We bought two boxes of thisproduct in the supermarket for $20.",
        "I keep thisproduct in my bag.",
        "She started thisproduct in June.",
    ],
)
def test_mere_use_time_place_and_price_claim_nothing(text: str) -> None:
    assert mere.tells_of_mere_use(text)


@pytest.mark.parametrize(
    "text",
    [
        "I have used thisproduct since May and sleep again.",
        "I take thisproduct instead of statins.",
        "I use thisproduct for my knees every day.",
        "My doctor takes thisproduct.",
        "I have used thisproduct for years without trouble.",
        "I am back at work since thisproduct.",
    ],
)
def test_what_came_of_it_is_more_than_mere_use(text: str) -> None:
    assert not mere.tells_of_mere_use(text)


@pytest.mark.parametrize(
    "text",
    [
        "My restless legs are as bad as ever on thisproduct.",
        "I still caught two colds while taking thisproduct.",
        "My cholesterol actually went up while I was on thisproduct.",
        "Three months later my disc hurt exactly as much as before.",
    ],
)
def test_what_made_nothing_better_is_a_complaint(text: str) -> None:
    assert critics.complains(text)


@pytest.mark.parametrize(
    "text",
    [
        "No dietary supplement may be sold as a treatment for gout.",
        "No tea has been shown to prevent cancer in humans.",
    ],
)
def test_what_no_goods_may_or_can_speaks_against_the_claim(text: str) -> None:
    assert critics.speaks_against(text)
