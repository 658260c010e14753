"""What authors say of their own habits needs no source; what they promise, report or put forward as proof does."""

from __future__ import annotations

import pytest

from evidence.claims.annotation import Reading
from evidence.claims.own_habits import tells_of_own_habit
from evidence.language import vocabulary


def _tells(text: str) -> bool:
    words = tuple(vocabulary.words(text))
    return tells_of_own_habit(Reading(0, text, 0, "", words, 1, 1, False, 0, True, (), False, ""))


@pytest.mark.parametrize(
    "text",
    [
        "I cured my asthma with salt.",
        "I reversed my diabetes by fasting.",
        "I drink nettle tea, which prevents gout.",
        "I take 500 mg of magnesium every night.",
        "I skip breakfast because it raises cholesterol.",
        "I recommend fasting to everybody.",
        "I would suggest walking after dinner.",
        "I believe that sugar causes cancer.",
        "I know that coffee harms the heart.",
        "I have read that statins are dangerous.",
        "I treat my patients with turmeric.",
        "My headaches are gone since I drink tea.",
        "My psoriasis is healed.",
        "My blood pressure was better after taking garlic.",
        "My migraine has improved.",
        "I lost 20 kilos on this diet.",
        "I eat garlic, and you should too.",
        "I eat garlic: it lowers blood pressure.",
        "I drink coffee and it works wonders.",
        "I am sure vaccines cause autism.",
        "I am free of pain on this diet.",
        "I don't fast, since studies show no effect.",
        "I drink decaf and caffeine damages the kidneys.",
        "Iron lowers fatigue.",
        '<i class="fa fa-check"></i> Digestive wellness',
        "I. Vitamins and minerals",
        "In the morning cortisol peaks.",
        "My clients have less pain.",
        "My doctor says that rest is good for the back.",
    ],
)
def test_promises_reports_and_testimonies_are_no_habits(text: str) -> None:
    assert not _tells(text)


@pytest.mark.parametrize(
    "text",
    [
        "I mostly drink decaf these days.",
        "I often skip breakfast when not hungry.",
        "These days I consume far less caffeine than I did in 2010.",
        "When I take a break from coffee, I do not get any headaches.",
        "I can still drink it but no more than twice a month.",
        "In the morning, I had a pineapple and kale juice.",
        "At night, I sleep with two pillows.",
        "Lately I go to bed at ten.",
        "I ran two marathons with a resting heart rate in the 50s.",
        "My resting heart rate is still in the 50s.",
        "My blood sugar was 92 that morning.",
        "My sleep has been short this month.",
        "On Mondays I stretch my hips.",
        "Personally, I never got on with yoga.",
        "I'm a vegetarian of ten years.",
        "I've kept a diary of my headaches.",
        "Whenever I travel, I pack earplugs.",
        "i drank six raw eggs straight from the glass.",
        "i was 92 kilos that year.",
        "Then I ate sardines for lunch.",
        "But I still have dark chocolate now and then.",
        "Today I weigh 70 kilos.",
        "So I switched to green tea.",
        "In 2014, I gave up dairy for a month.",
    ],
)
def test_habits_days_and_measurements_of_ones_own_claim_nothing(text: str) -> None:
    assert _tells(text)
