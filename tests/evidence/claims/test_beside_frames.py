"""A turn of phrase lets no other clause pass: what stands beside it stays a claim."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from evidence import pipeline
from evidence.claims import page_contents, plan_lines
from evidence.claims.annotation import read
from evidence.claims.announcing_leads import only_announces
from evidence.claims.beside_frames import assures_of_a_cure, cures_within
from evidence.claims.empty_lines import is_empty
from evidence.claims.exercise_steps import find
from evidence.claims.feature_items import is_feature
from evidence.claims.general_remarks import is_general
from evidence.claims.likenings import only_likens
from evidence.claims.own_habits import tells_of_own_habit
from evidence.claims.own_services import offers_itself, works_together
from evidence.claims.told_methods import tells_no_result
from evidence.reading import documents

SAID = (
    "garlic cures cancer",
    "lead damages the brain",
    "you should take 500 mg of zinc a day",
    "aspirin thins the blood",
    "you must avoid grapefruit with statins",
    "children should not take aspirin",
    "magnesium makes you sleep",
    "sugar is addictive",
    "smoking ages the skin",
    "fasting burns fat",
    "naps keep the heart young",
    "raw milk makes people ill",
    "salt strains the heart",
    "the tablets gave many a rash",
)
FRAMES = (
    "The team collected hair from 40 children, and {}.",
    "The researchers tested tea and say that {}.",
    "In this study, we explore tea, and {}.",
    "In this study, we explore why {}.",
    "This study examines how {}.",
    "Scientists could then study why {}.",
    "Future research could explore this, and {}.",
    "The participants watched a film, and {}.",
    "It included 12 studies, and {}.",
    "Twenty served as controls, and {}.",
    "We've all experienced that {}.",
    "We have all been there: {}.",
    "Many people have recognised the benefits of tea, and {}.",
    "The tea market is worth $8 billion, and {}.",
    "Some people call it tea, and {}.",
    "Worry is a part of life, and {}.",
    "There are many ways to drink tea, and {}.",
    "First, we will look at how {}.",
    "The leaves are dried and {}.",
    "Some vegans consume tea, and {}.",
    "It is worth testing whether {}.",
    "Parents should ask if their school offers tea, and {}.",
    "After {}, the team collected hair.",
    "Poe said that {}, and researchers could study it.",
    "Since they knew that {}, the researchers tested tea.",
    "Understanding that {} could one day help doctors.",
    "By learning that {}, this study seeks to help.",
    "As {}, the participants watched a film.",
    "The study included 40 children, and {}.",
    "The study included 40 children who say that {}.",
    "Only people who hold that {} were included.",
    "All those who know why {} were excluded.",
    "We then fit a model, and {}.",
    "I will plot the data, as {}.",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_what_stands_beside_a_frame_stays_a_claim(frame: str) -> None:
    passed = [frame.format(said) for said in SAID]
    assert [text for text in passed if is_general(text) or tells_no_result(text)] == []


LINES = (
    "Don't worry, {}.",
    "You're not alone, and {}.",
    "We've been told tea is old, and {}.",
    "You may be surprised that {}.",
    "We offer massage, and {}.",
    "Ask your doctor about tea, and {}.",
    "Tea is a great addition to a smoothie, and {}.",
    "Tea has taken the country by storm, and {}.",
    "Prevention is better than cure, and {}.",
    "This costs $40, and {}.",
    "{}, and booking is easy.",
    "Every plan is tailored to you because {}.",
    "{}; this is not an exhaustive list.",
)


@pytest.mark.parametrize("line", LINES)
def test_what_stands_beside_a_line_that_tells_nothing_stays_a_claim(line: str) -> None:
    assert [said for said in SAID if is_empty(line.format(said))] == []


PAGE = "Blood pressure rises with age. The liver stores glucose. Asthma inhalers come in two colours. "


@pytest.mark.parametrize("habit", ["I drink tea, and {}.", "My days are long and {}.", "Lately I walk to work, {}."])
def test_what_stands_beside_a_habit_stays_a_claim(habit: str) -> None:
    for said in SAID:
        page = read(documents.read(PAGE + habit.format(said), "text"), (), (), ())
        assert not tells_of_own_habit(page.readings[-1]), said


OF_PAGES = (
    "Think of the lungs as sponges, and {}.",
    "Think of this as proof that {}.",
    "Picture a world where {} like a machine.",
    "If {}, you know the feeling:",
    "When {}, it may be time to ask:",
    "Research confirms what many suspected, that {}:",
    "We looked into how {}:",
    "We looked at why {} with:",
    "There are some tips to consider, since {}:",
    "Talk to your local clinic, as {}.",
    "Talk to our clinic and learn that {}.",
    "Talk to your clinic if you think {}.",
    "Please call (555) 010-2345: {}.",
    "If {}, we can help you get your results.",
    "If {}, please call: (555) 010-2345",
    "Counselling is available in many towns, and {}.",
    "The hospital offers free classes, and {}.",
    "Join our free class and learn that {}.",
    "Join our free class because {}.",
    "Sign up for our letter, since {}.",
    "Pain is not pleasant, but {}, and we can work together to ease the pain.",
    "{}, but we can work together to ease the pain.",
)


@pytest.mark.parametrize("frame", OF_PAGES)
def test_what_stands_beside_a_likening_a_lead_in_or_a_service_stays_a_claim(frame: str) -> None:
    passed = [frame.format(said) for said in SAID]
    assert [
        text
        for text in passed
        if only_likens(text) or only_announces(text) or offers_itself(text) or works_together(text)
    ] == []


@pytest.mark.parametrize("item", ["Why {}", "How {}", "What shows that {}", "{}", "Tea ({})", "1 multivitamin ({})"])
@pytest.mark.parametrize("lead", ["In this guide you will learn:", "## Day 1\n", "Common types include:"])
def test_what_an_item_says_stays_a_claim_among_contents_plans_and_kinds(lead: str, item: str) -> None:
    for said in SAID:
        text = item.format(said)
        page = read(documents.read(f"{lead}\n\n- {text}\n- Salt\n", "markdown"), (), (), ())
        found = page_contents.find(page.readings) | plan_lines.find(page.readings)
        assert text not in [page.readings[place].text.strip() for place in found]


STEP = "Then bend your knees slowly."


@pytest.mark.parametrize("frame", ["Bend your knees and {}.", "Keep your hips still: {}.", "Relax your legs while {}."])
def test_what_stands_beside_a_step_of_an_exercise_stays_a_claim(frame: str) -> None:
    for said in SAID:
        text = frame.format(said)
        page = read(documents.read(f"This stretch needs a chair. {STEP} {text} {STEP}", "text"), (), (), ())
        assert text not in [page.readings[place].text for place in find(page.readings)]


def test_a_whole_sentence_is_no_feature_of_an_app() -> None:
    leads = ("The app offers:", "The course covers:")
    assert [said for said, lead in product(SAID, leads) if is_feature(said, lead)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Scientists could then study how sleep affects the skin.",
        "All the mice were given water, and their weight was noted.",
    ],
)
def test_how_things_hang_together_and_what_was_measured_may_stand_beside(text: str) -> None:
    assert tells_no_result(text)


def is_claim(text: str) -> bool:
    around = "Measles kills one in a thousand who catch it. Zinc shortens a cold. Mint oil eases cramps in adults. " * 3
    assessment = pipeline.assess(documents.read(f"{text}\n\n{around}"), today=date(2026, 11, 30))
    return assessment.sentences[0].claim.claim


@pytest.mark.parametrize(
    "text",
    [
        "In this article we look at garlic and at how cancer is cured.",
        "This chapter explains how I beat cancer and cured my asthma.",
        "This page tells you what cures have been tried against asthma.",
    ],
)
def test_an_announcement_without_a_cure_is_none(text: str) -> None:
    assert not cures_within(text)


@pytest.mark.parametrize(
    "text",
    [
        "This section is based on a review and garlic cures cancer.",
        "In this article we show that garlic cures cancer.",
        "This chapter explains how garlic cures cancer.",
        "This page is about herbs, and honey healed asthma in children.",
        "In this guide: garlic reverses diabetes.",
        "This post shows why zinc wipes out malaria.",
        "In this post you will learn that zinc prevents measles.",
    ],
)
def test_a_cure_stays_a_claim_within_an_announcement(text: str) -> None:
    assert cures_within(text)
    assert is_claim(text)


@pytest.mark.parametrize(
    "text", ["Here I tell you that garlic cures cancer.", "I promise that honey heals asthma in children."]
)
def test_a_cure_stays_a_claim_in_the_mouth_of_who_vouches_for_it(text: str) -> None:
    assert assures_of_a_cure(text)
    assert is_claim(text)
