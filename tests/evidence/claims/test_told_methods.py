"""How a study was done and what it set out to do is no claim; what came out is one."""

from __future__ import annotations

import pytest

from evidence.claims.detection import detect
from evidence.claims.told_methods import tells_no_result
from evidence.reading import documents

PAGE = (
    "Blood pressure rises with age. The liver stores glucose and releases insulin. Statins lower cholesterol. "
    "Most adults with diabetes have high blood pressure. Eczema is a disease of the skin. Migraine comes in attacks. "
    "Asthma inhalers come in two colours. "
)


@pytest.mark.parametrize(
    "text",
    [
        "The team gave garlic to 40 patients, and their tumours vanished.",
        "They compared two groups of mice, healing the wounds of one.",
        "The researchers used 500 mg of zinc a day.",
        "The researchers followed 40 women and 12 of them were cured.",
        "The mice were given ginger and lost weight.",
        "The patients were given garlic, which treats cancer.",
        "They used garlic to treat cancer.",
        "They took the tablets and slept through the night.",
        "They used ginger against migraine for years.",
        "By taking ginger every day, the team aimed to prevent cancer.",
        "The trial included 40 adults, and their tumours vanished.",
        "The trial included 40 adults who lost weight.",
        "Only adults who had gout were cured.",
        "All patients who took garlic, which cures gout, were included.",
        "We then fit the model and saw fewer deaths.",
        "The participants watched a film and their headaches stopped.",
        "The volunteers walked every day and slept longer.",
        "The review included 12 trials and found no benefit.",
        "They included women whose cancer was cured by garlic.",
        "The patients were given either garlic or a placebo at random, and those with garlic recovered.",
        "The women were randomly assigned to 500 mg of zinc or none.",
        "The women were randomly given garlic, which heals.",
        "The women were given garlic at random and felt less pain.",
        "Participants stood on the mat and were pain-free within a week.",
        "Subjects sat in the sauna and fell ill because of the heat.",
        "Players wore the band and jumped higher.",
        "Volunteers rested more easily and were happier for it.",
        "In the trial, there were 12 patients who were cured.",
        "There were 40 patients left without pain.",
        "There were 12 women who had no headache any more.",
        "In the trial, there were 12 deaths.",
        "In this study, we explore how garlic cures cancer.",
        "In this study, we explore ginger; it thins the blood.",
        "This study explores statins, which cause falls.",
        "Scientists could then study why garlic cures cancer.",
        "Ginger thins the blood, and further research could examine it.",
        "Further research could examine this, but ginger thins the blood.",
        "Ginger could one day help doctors cure cancer.",
        "This work could one day help doctors, since ginger thins the blood.",
    ],
)
def test_a_result_or_a_promise_behind_the_same_words_stays_a_claim(text: str) -> None:
    assert not tells_no_result(text)


@pytest.mark.parametrize(
    "text",
    [
        "The team collected hair from 40 children who had taken part before.",
        "They looked at three groups of mice in two rooms.",
        "To find out, the scientists asked five runners to carry a phone.",
        "All the mice were then given a harmless strain and a harmful one, and their weight was noted.",
        "Twelve (30%) of the children had eczema, and the other 28 served as a control group.",
        "The smokers were given either a dose of the herb or a placebo at random.",
        "The nurses were randomly assigned to a walk or a rest.",
        "Subjects stood with their knees bent: 3 sessions/week, 4 bouts of 3 min.",
        "In the pooled analysis, there were a total of 536 participants, mainly men from two towns.",
        "By looking at sisters, the scientists aimed to leave genes out of account.",
        "In this study, we explore a programme of walks for treating depression.",
        "By asking nurses, this research seeks to develop plans for wards.",
        "Then the participants watched dots on a screen.",
        "The trial included 1,204 adults, 40 to 60 years of age, 48% of which were men.",
        "Only adults who were at a high risk of developing gout, but free of it at the start, were included.",
        "We then fit the same model to each town.",
        "They included 12 observational studies, mostly done in the north.",
        "These include studies on adults as well as children.",
        "The design looked at the hormone levels of men with training and without.",
        "Scientists could then probe in finer detail how metals act on the brain.",
        "Poe, who took no part in it, suggested that researchers could investigate the genes behind eczema.",
        "That research, in turn, might help scientists better understand migraine.",
        "Knowing how this comes about could one day help doctors tell who is at risk of eczema.",
    ],
)
def test_what_was_done_or_is_to_be_found_out_is_none(text: str) -> None:
    assert tells_no_result(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("In this study, we explore a programme of walks for treating depression.", False),
        ("In this study, we explore how walks cure depression.", True),
    ],
)
def test_an_aim_goes_before_a_promise_only_where_it_promises_nothing(text: str, claim: bool) -> None:
    assert detect(documents.read(PAGE + text, "text"))[-1].claim is claim
