"""What a kind of study is, told to readers, is no claim and no study that could be cited."""

from __future__ import annotations

import pytest

from evidence.claims.explained_designs import explains_design
from evidence.claims.study_mentions import study_mention


@pytest.mark.parametrize(
    "text",
    [
        "A clinical trial compares zinc with placebo in 40 nurses.",
        "In a clinical trial, people took garlic and slept better.",
        "In a clinical trial, patients lost weight on the diet.",
        "A cohort study follows people who live in Bergen.",
        "An RCT is a proof that garlic cures cancer.",
        "A randomised trial is under way in Leeds.",
        "A pilot study of zinc found fewer colds.",
        "A meta-analysis is a study that showed that ginger prevents nausea.",
        "In a placebo-controlled trial, people who took zinc had fewer colds.",
        "A review is a must before you take this vaccine.",
        "The trial is one in which our tea lowered blood pressure.",
    ],
)
def test_what_tells_of_a_study_or_a_result_explains_none(text: str) -> None:
    assert not explains_design(text)


@pytest.mark.parametrize(
    "text",
    [
        "An RCT is a trial in which chance decides who gets which treatment.",
        "A cohort study is a study that follows people over time.",
        "Cohort studies follow groups of people over many years.",
        "A meta-analysis is a study that combines the results of others.",
        "A placebo-controlled trial is one in which some people get a dummy drug.",
        "In a crossover trial, everyone gets both treatments, one after the other.",
        "In a double-blind trial (DBT), neither the doctors nor the patients know who gets what.",
        "A case-control study compares people with a disease to people without.",
        "A systematic review is a review of all studies on one question.",
        "Randomised controlled trials are studies in which people are assigned to groups by chance.",
    ],
)
def test_an_explanation_of_a_design_is_one_and_mentions_no_study(text: str) -> None:
    assert explains_design(text)
    assert not study_mention(text)
