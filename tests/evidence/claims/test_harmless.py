"""What promises nothing and harms nobody stops nothing; a promise, a harm, a dose or care put off in it does."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import assess, open_document
from evidence.claims.harmless import asks_what_it_is, is_of_a_thing, is_of_comfort, only_studied
from evidence.values import Severity


def stopped(text: str) -> list[str]:
    """The sentences of a text that a blocker stops."""
    answer = assess(open_document("post.md", text.encode()).document, today=date(2026, 11, 30))
    blocked = [row for row in answer.sentences if any(flag.severity is Severity.BLOCKER for flag in row.flags)]
    return [row.sentence.text for row in blocked]


@pytest.mark.parametrize(
    "text",
    [
        "Lavender has been studied for its calming effects.",
        "Garlic has been studied for cancer and cures it.",
        "Garlic has been successfully studied for cancer.",
        "Garlic has been studied for cancer with good results.",
        "Garlic has been studied for cancer, which it cures.",
        "Gabapentin has been tested for restless legs at doses of 600 mg.",
        "Don't worry, garlic has been studied for cancer without harm.",
        "Garlic is being investigated as a safe cure for cancer.",
        "Butterbur has been studied for migraine, and it halves the attacks.",
        "Garlic cures cancer and has been studied.",
        "Feverfew has been studied for migraine and stop your insulin.",
        "Feverfew has been studied for migraine and avoid the vaccine.",
        "Feverfew has been studied for migraine to prevent strokes.",
        "Riboflavin is being investigated as a treatment of migraine and drink bleach.",
        "Riboflavin is being investigated as a treatment of migraine, so skip your tablets.",
        "Honey has been used to try to cure cancer.",
        "Honey has been used to try to relieve coughs, and statins damage the liver.",
        "Honey has been studied for coughs, and babies should be given tea against colic.",
        "Honey has been used to try to relieve pain, and it works.",
        "Honey has been successfully used to relieve pain.",
        "Honey has been used to relieve pain.",
        "Honey has been used in an attempt to ease pain without tablets.",
        "Honey has been used to attempt to ease pain in people with cancer at 20 g a day.",
    ],
)
def test_research_that_is_praised_or_told_with_a_result_or_a_dose_is_more(text: str) -> None:
    assert not only_studied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Feverfew has been studied for migraine.",
        "Valerian has been widely studied as a sleep aid.",
        "Riboflavin is being investigated as a treatment of migraine in children.",
        "Acupuncture has been studied for tension headache and for migraine.",
        "Several drugs are under investigation for restless legs.",
        "Honey has been used to try to relieve coughs.",
        "Cupping (with glasses or without) has been used in attempts to ease pain in people with arthritis.",
    ],
)
def test_that_something_was_studied_is_only_that(text: str) -> None:
    assert only_studied(text)


@pytest.mark.parametrize(
    "text",
    [
        "Are leg cramps harmless?",
        "Is garlic a cure for this disease?",
        "Is chest pain normal?",
        "Is melatonin safe?",
        "Are side effects rare?",
        "Are complications common?",
        "Is this condition curable?",
        "Do I need to stop my tablets?",
        "Can I skip the doctor?",
        "Is it only a mild illness?",
        "Is the jab a disease?",
    ],
)
def test_a_yes_to_these_questions_promises_or_could_harm(text: str) -> None:
    assert not asks_what_it_is(text)


@pytest.mark.parametrize(
    "text", ["Is insomnia a disease?", "Is gout hereditary?", "Do I need to see a doctor?", "Is scabies contagious?"]
)
def test_a_yes_to_what_an_illness_is_promises_nothing(text: str) -> None:
    assert asks_what_it_is(text)


@pytest.mark.parametrize(
    "text",
    [
        "Lay a cool cloth on your forehead to cure the migraine.",
        "Put a pillow over your face.",
        "Put a hot stone on your belly.",
        "Wear a scarf around your neck at night.",
        "Keep your tablets by the bed.",
        "Rest in bed for two weeks.",
        "Rest until the pain has gone.",
        "Put a cool cloth on the wound instead of calling a doctor.",
        "Turn off the oxygen at night.",
        "Have a glass of wine at bedtime.",
        "Use ice on your knee.",
        "Drink more.",
        "Rest",
        "The pillow is soft.",
    ],
)
def test_a_tip_with_any_word_beyond_comfort_is_advice(text: str) -> None:
    assert not is_of_comfort(text)


@pytest.mark.parametrize("near", ["Signs of a heart attack", "How to bed your newborn", "What to do in an emergency"])
def test_a_tip_on_comfort_where_care_is_needed_is_advice(near: str) -> None:
    assert not is_of_comfort("Put a pillow under your knees.", near)


@pytest.mark.parametrize(
    "text",
    [
        "Lay a cool cloth on your forehead.",
        "Put a pillow between your knees.",
        "You can place a pillow between your knees when you lie on your side.",
        "Try sleeping with a pillow between your knees.",
        "Rest in a dark, quiet room.",
        "Wear loose cotton clothes.",
        "Put your feet up when you can.",
    ],
)
def test_a_tip_in_words_of_comfort_alone_is_none(text: str) -> None:
    assert is_of_comfort(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mattress cures your back.",
        "This pillow realigns your neck.",
        "The foam relieves pressure.",
        "The cover keeps you asleep.",
        "The helmet prevents injuries.",
        "Turn the machine off for the night.",
        "Leave the mask of the machine on the shelf.",
        "The bottle filters out lead and cancer.",
        "The app tells you to skip your insulin.",
        "Avoid screens at night.",
        "The blanket is safe for babies.",
        "You save $300 on your medicines.",
    ],
)
def test_a_thing_that_does_something_to_somebody_is_more_than_a_thing(text: str) -> None:
    assert not is_of_a_thing(text)


@pytest.mark.parametrize(
    "text",
    [
        "The removable cover is easy to clean and keeps the foam from heating up.",
        "The material should be hypoallergenic and easy to wash.",
        "Heart rate, sleep and step tracking",
        "The conservative estimate is $1,200 a year.",
    ],
)
def test_features_of_things_and_sums_of_money_are_no_benefit(text: str) -> None:
    assert is_of_a_thing(text)


def test_comfort_is_asked_for_a_source_and_does_not_stop_a_page_while_its_dose_does() -> None:
    page = (
        "# Living with migraine\n\nMigraine is a disorder of the brain. One in seven people has it.\n\n"
        "Riboflavin is being investigated as a treatment of migraine in children.\n\n"
        "- Put a pillow between your knees.\n- Take 400 mg of magnesium.\n- Stop your tablets for a day.\n"
    )
    assert stopped(page) == ["Take 400 mg of magnesium.", "Stop your tablets for a day."]
