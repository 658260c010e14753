"""Where a text names or describes one specific study."""

from __future__ import annotations

import pytest

from evidence.claims.study_mentions import named_studies, study_mention


@pytest.mark.parametrize(
    "text",
    [
        "Studies show that zinc shortens colds.",
        "In the study, the women slept better.",
        "This study was small.",
        "More research is needed: a trial of zinc in children is under way.",
        "Alzheimer's research shows promise.",
        "Some researchers found that zinc shortens colds.",
        "A review of 25 headphones found one that lasts.",
        "A review of the studies on zinc is under way.",
        "An analysis of many studies would help.",
        "Guidelines recommend zinc.",
        "In a review of my diet I found sugar.",
        "Women's health studies are rare.",
        "My mother and her colleague drank tea.",
        "He and his team drank tea.",
        "She and colleagues drank tea.",
        "So, in all, tea helps.",
    ],
)
def test_it_leaves_general_and_backward_talk_alone(text: str) -> None:
    assert study_mention(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "No one wants to volunteer for a study that might harm a baby.",
        "I would love to see a trial in which children eat like this.",
        "If you run a study on sugar you can find what you like.",
        "We are waiting for a trial that could settle this.",
        "Nerve reading is a study of how points on the body relate to health.",
        "Doctor four did a nerve study on the left side, which told nothing.",
        "My neurologist ordered an overnight sleep study in March.",
        "She had a swallow study with barium.",
        "Keep in mind that this is an experiment with a sample size of one.",
        "This was my own little experiment with fasting.",
        "Western researchers have studied this old practice since the 1970s.",
        "The lamp comes with a 60-day risk-free trial.",
        "It has a longer return time than Moor's 30-day trial.",
        "Start your free trial of the sleep app.",
        "The trial period of the mattress is 100 nights.",
        "They sell a trial pack of the capsules.",
        "Moor's research focuses on the gut of healthy people.",
        "Moor's research is for people with heartburn.",
        "Why fear seeds, as Moor and others do?",
        "Fasting is hard, and others like Bell and others who tried it agree.",
    ],
)
def test_what_is_wished_for_or_done_to_somebody_is_no_study(text: str) -> None:
    assert study_mention(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "One study that followed 90 nurses found fewer colds.",
        "A trial that would change practice was published in 2019 and found less pain.",
        "A sleep study in 40 adults found that melatonin helped.",
        "Stanford researchers have studied this and found less pain.",
        "They conducted a trial in 240 women and found less pain.",
        "A nerve conduction study published in 2015 compared two groups.",
        "If Haugen and colleagues are right, zinc shortens colds.",
        "A 60-day trial of 40 women found less pain.",
        "One free-living trial of 90 nurses compared two diets.",
        "Moor's research focuses on the gut and found less heartburn.",
        "Haugen and others found less pain.",
        "A 12-week trial published in 2019 compared two teas.",
    ],
)
def test_a_study_that_was_made_is_one_in_such_words_too(text: str) -> None:
    assert study_mention(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("One study followed 90 nurses with colds.", "One study followed"),
        ("Another small study looked at zinc.", "Another small study looked"),
        ("A 2015 trial tested zinc.", "A 2015 trial tested"),
        ("In a recent trial, zinc shortened colds.", "In a recent trial"),
        ("Researchers at Leeds University reported shorter colds.", "Researchers at Leeds University"),
        ("Stanford researchers found that zinc shortens colds.", "Stanford researchers found"),
        ("The Coastal Heart Study followed fishermen.", "The Coastal Heart Study followed"),
        ("Haugen and colleagues gave zinc to nurses.", "Haugen and colleagues"),
        ("Haugen's retrospective study was small.", "Haugen's retrospective study"),
        ("A 2015 review of 25 studies found shorter colds.", "A 2015 review of 25 studies"),
        ("An evaluation of nine small trials found nothing.", "An evaluation of nine small trials"),
        (
            "A research review analysed the results of 34 studies.",
            "A research review analysed the results of 34 studies",
        ),
        ("The Bureau, in a 2016 evaluation of nasal sprays, found less.", "in a 2016 evaluation of"),
        (
            "Guidelines issued by the College of Nurses in 2017 name zinc.",
            "Guidelines issued by the College of Nurses in 2017",
        ),
    ],
)
def test_it_finds_a_specific_study(text: str, words: str) -> None:
    assert study_mention(text) == words


@pytest.mark.parametrize(
    ("text", "family", "second", "year"),
    [
        ("Haugen et al. (2011) found less.", "Haugen", "", 2011),
        ("Dr Haugen and her colleagues found less.", "Haugen", "", None),
        ("van der Berg and co-workers found less.", "van der Berg", "", None),
        ("First, Haugen and his team found less.", "Haugen", "", None),
        ("O'Neill and colleagues found less.", "O'Neill", "", None),
        ("Øien and colleagues found less.", "Øien", "", None),
        ("He et al. (2011) found less.", "He", "", 2011),
        ("The dose was that of She et al.", "She", "", None),
        ("So et al. found less.", "So", "", None),
        ("As in the interview (First et al.), it eased.", "First", "", None),
        ("An et al. found less.", "An", "", None),
        ("However, Haugen et al. found less.", "Haugen", "", None),
    ],
)
def test_it_reads_names_and_years(text: str, family: str, second: str, year: int | None) -> None:
    [study] = named_studies(text)
    assert (study.family, study.second, study.year) == (family, second, year)
