"""Benefits and harms of what is taken or done are told as such, and so is advice; likeness alone is not enough."""

from __future__ import annotations

import pytest

from evidence.claims.annotation import Reading
from evidence.claims.benefit_and_advice import told
from evidence.language import vocabulary
from evidence.values import Kind

Kinds = tuple[Kind, ...]


def _reading(index: int, text: str, paragraph: int = 0) -> Reading:
    found = tuple(vocabulary.words(text))
    return Reading(index, text, paragraph, "", found, 2, 0, False, 0, True, (), False, "")


def _told(text: str, *, before: str = "Winter is long.", apart: bool = False, kinds: Kinds = (Kind.CAUSAL,)) -> Kinds:
    readings = [_reading(0, before), _reading(1, text, 1 if apart else 0)]
    return told(readings, [((Kind.FRAMING,), 0.1, ""), (kinds, 0.9, "")])[1][0]


@pytest.mark.parametrize(
    "text",
    [
        "Stress lowers the mood of most people.",  # nothing is taken
        "Turmeric is grown in warm valleys of the south.",  # nothing is said to do good
        "Honey reduces the sale of sugar.",  # nothing bad for health is set against
        "Coffee harms the sleep of one in three adults.",
        "A coat of protein protects the virus' genome.",
        "It also helps with heartburn.",  # nothing stands before it that is taken
        "Iron is rusty, and rust helps nobody.",
        "Stress helps you to run.",
        "There were improvements in low-back pain after the storm.",
        "planning the week to avoid traffic",
        "You should see more of the valley in spring.",
        "People should have received a letter on cholesterol.",
    ],
)
def test_what_promises_no_benefit_keeps_its_kinds(text: str) -> None:
    assert _told(text) == (Kind.CAUSAL,)


def test_a_pronoun_in_another_paragraph_takes_nothing_up() -> None:
    assert _told("It also helps with heartburn.", before="Ginger is a root.", apart=True) == (Kind.CAUSAL,)


def test_what_is_no_claim_stays_none() -> None:
    assert _told("Ginger helps digestion.", kinds=(Kind.OPINION,)) == (Kind.OPINION,)


@pytest.mark.parametrize(
    "text",
    [
        "Honey is effective against throat infections.",
        "Turmeric favours sleep and helps the stomach.",
        "Eating walnuts supports the heart.",
        "Olive oil is good for your skin.",
        "Beet juice lowers blood pressure and cholesterol.",
        "The seeds have anti-inflammatory power in the joints.",
        "Honey has great medicinal properties for the throat.",
        "Manuka honey is known for its antiviral powers.",
        "A daily walk helps you to poo more regularly.",
        "There were improvements in low-back pain after massage.",
        "keeping feet clean and dry to avoid infection",
        "A daily walk helps your digestion.",
        "Keep walking to avoid infection of the foot.",
        "Tea is a good choice if you suffer from allergies.",
        "Quiet music is relaxing for muscles and mind.",
    ],
)
def test_a_benefit_of_food_is_one(text: str) -> None:
    assert _told(text)[0] is Kind.EFFICACY


@pytest.mark.parametrize(
    "text", ["It also helps with heartburn.", "This may help digestion.", "Its oils restore the skin."]
)
def test_a_pronoun_takes_up_what_the_sentence_before_names(text: str) -> None:
    assert _told(text, before="Ginger roots and mint are easy to grow.") == (Kind.EFFICACY,)


@pytest.mark.parametrize(
    "text",
    [
        "People with gout need to avoid beer.",
        "You need a daily dose of iodine.",
        "Fish should always be included in a diet.",
        "It is pointless to prescribe painkillers after a month.",
        "Clinical guidelines for asthma suggest a spacer.",
    ],
)
def test_advice_told_as_a_need_or_by_a_guideline_is_advice(text: str) -> None:
    assert Kind.MANAGEMENT in _told(text)


@pytest.mark.parametrize("text", ["You need to know that gout hurts.", "It is important to note that gout is old."])
def test_words_that_only_lead_in_advise_nothing(text: str) -> None:
    assert _told(text) == (Kind.CAUSAL,)


@pytest.mark.parametrize(
    "text",
    [
        "Measles can lead to pneumonia and seizures.",  # what a disease leads to
        "Dysbiosis causes inflammation in the gut.",
        "Smoking is dear, and cigarettes cause litter.",  # nothing bad for health
        "Raised sugar is linked to work at night.",
        "Diabetes has bad outcomes where care is poor.",  # not taken and not done
        "Grief can shorten lives.",
        "The result of the poor signal might be noise.",
    ],
)
def test_what_a_disease_leads_to_is_no_question_of_safety(text: str) -> None:
    assert _told(text) == (Kind.CAUSAL,)


@pytest.mark.parametrize(
    "text",
    [
        "Coffee leads to fatigue in one of three adults.",
        "Smoking raises the risk of stroke.",
        "Sugar is addictive.",
        "Too much of the vitamin causes headaches.",
        "Salt is not good for your kidneys.",
        "Cutting back on sleep leads to a host of bad health outcomes.",
        "Soda has worse consequences for teeth.",
        "A diet of red meat accelerates aging.",
        "Smoking shortens your life by ten years.",
        "Alcohol speeds up the decline of memory.",
        "The result of too little sleep may be a stroke.",
        "Caffeine withdrawal makes a headache worse.",
        "Kale is green, and statins damage the liver.",
        "Bleach is cheap, but aspirin irritates the stomach.",
    ],
)
def test_a_harm_of_what_is_taken_or_done_is_one_of_safety(text: str) -> None:
    assert Kind.SAFETY in _told(text)


@pytest.mark.parametrize(
    "text", ["Improves digestion", "**Elevated head:** Also helps heartburn", "May ease joint pain"]
)
def test_an_item_that_begins_with_the_benefit_is_one(text: str) -> None:
    assert _told(text)[0] is Kind.EFFICACY


@pytest.mark.parametrize("text", ["Helps.", "Improves the view", "Reduced prices: also for your heart monitor"])
def test_an_item_without_anything_of_health_behind_its_verb_is_none(text: str) -> None:
    assert _told(text) == (Kind.CAUSAL,)


@pytest.mark.parametrize(
    "text",
    [
        "Avoid starchy foods.",
        "If possible, raise your knees above your hips.",
        "Vitamin D is best taken with a meal.",
        "Babies should be weighed every week.",
        "You should check your feet every day.",
        "Adults should have their blood pressure measured once a year.",
        "Beans are also better because they hold less iron.",
        "Turmeric is widely used in people with depression.",
        "There are better remedies and choices, and there are better pain options than this one.",
    ],
)
def test_a_claim_that_bids_is_advice(text: str) -> None:
    assert Kind.MANAGEMENT in _told(text)


@pytest.mark.parametrize("text", ["Rest, sleep and food slow the pulse.", "Sleep: the pulse is slow."])
def test_a_noun_that_looks_like_a_bidding_is_none(text: str) -> None:
    assert Kind.MANAGEMENT not in _told(text)


def test_a_combination_or_habit_that_is_taken_up_may_harm() -> None:
    before = "Fried eggs with sugar are a bad breakfast."
    assert Kind.SAFETY in _told("This combination can cause inflammation.", before=before)
    assert Kind.SAFETY in _told("Such a habit leads to fatigue.", before=before)
    assert _told("This disease can cause inflammation.", before=before) == (Kind.CAUSAL,)
    assert _told("This combination can cause inflammation.", before="The flu came with a fever.") == (Kind.CAUSAL,)


@pytest.mark.parametrize(
    "text", ["Exercise burns the excess glucose and builds muscle.", "Walking builds up stamina of the heart."]
)
def test_what_exercise_builds_and_burns_is_a_benefit(text: str) -> None:
    assert _told(text)[0] is Kind.EFFICACY
    assert _told(text.replace("Exercise", "Puberty").replace("Walking", "Puberty")) == (Kind.CAUSAL,)
