from __future__ import annotations

import pytest

from evidence.context import Design, Species
from evidence.sources.study_design import design_of, species_of


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Sleep in children",
        "A secondary analysis of a randomised controlled trial of milk",
        "Post hoc analysis of a double-blind trial",
        "Recruiting children for randomised controlled trials",
        "Reporting randomized trials well",
        "What a review tells us",
        "In vitro fertilisation and sleep",
        "Milk and the human body clock in vivo and in vitro",
        "In vitro and in vivo digestion of milk in humans",
        "Why systematic reviews?",
    ],
)
def test_it_guesses_no_design_from(title):
    assert design_of((), title) is None


@pytest.mark.parametrize(
    "kind",
    [
        "Journal Article",
        "Multicenter Study",
        "Comparative Study",
        "Research Support, Non-U.S. Gov't",
        "Randomized Controlled Trials as Topic",
        "Retraction of Publication",
    ],
)
def test_it_takes_no_design_from_the_type(kind):
    assert design_of([kind]) is None


@pytest.mark.parametrize(
    ("title", "design"),
    [
        ("Milk for sleep: a systematic review", Design.SYSTEMATIC_REVIEW),
        ("Milk and sleep: a meta-analysis of randomised trials", Design.SYSTEMATIC_REVIEW),
        ("Milk and sleep: meta-analysis of observational studies", Design.SYSTEMATIC_REVIEW_OBSERVATIONAL),
        ("Milk and sleep: systematic review of trials and cohort studies", Design.SYSTEMATIC_REVIEW),
        ("Milk and sleep: an umbrella review of meta-analyses of randomised trials", Design.SYSTEMATIC_REVIEW),
        ("Milk and sleep: an umbrella review", Design.SYSTEMATIC_REVIEW_OBSERVATIONAL),
        ("Milk and fractures: a dose-response meta-analysis", Design.SYSTEMATIC_REVIEW_OBSERVATIONAL),
        ("Milk and fractures: meta-analysis of prospective studies", Design.SYSTEMATIC_REVIEW_OBSERVATIONAL),
        ("Case-control studies of milk: a systematic review", Design.SYSTEMATIC_REVIEW_OBSERVATIONAL),
        ("A systematic review of non-randomised studies of milk", Design.SYSTEMATIC_REVIEW_OBSERVATIONAL),
        ("Milk for sleep: a randomised controlled trial", Design.RCT),
        ("A double-blind trial of milk", Design.RCT),
        ("Milk for sleep: study protocol for a randomised controlled trial", Design.PROTOCOL),
        ("Protocol for a systematic review of milk", Design.PROTOCOL),
        ("A non-randomised trial of milk", Design.NON_RANDOMISED_TRIAL),
        ("A nonrandomized study of milk", Design.NON_RANDOMISED_TRIAL),
        ("Milk improves sleep in mice", Design.ANIMAL),
        ("Milk improves sleep in aged male rats: a randomised study", Design.ANIMAL),
        ("Milk acts on neurons in vitro", Design.IN_VITRO),
        ("Milk slows human breast cancer cells in vitro and in vivo", Design.IN_VITRO),
        ("Milk in human skin in vivo and in vitro", Design.IN_VITRO),
        ("Milk and the gut in vivo and in vitro", Design.IN_VITRO),
        ("Milk and the human gut in vitro", Design.IN_VITRO),
        ("The sleep of children: workshop summary", Design.BOOK),
        ("Sleep in a birth cohort study", Design.COHORT),
        ("Milk and sleep: a case-control study", Design.CASE_CONTROL),
        ("Too much milk: a case report", Design.CASE_SERIES),
        ("Milk for sleep: clinical practice guideline", Design.GUIDELINE),
        ("Milk for sleep: a narrative review", Design.NARRATIVE_REVIEW),
    ],
)
def test_it_reads_the_design_from(title, design):
    assert design_of((), title) == design


@pytest.mark.parametrize(
    ("kinds", "title", "design"),
    [
        (["Journal Article", "Randomized Controlled Trial"], "Milk for sleep", Design.RCT),
        (["Randomized Controlled Trial"], "Study protocol for a trial of milk", Design.PROTOCOL),
        (["Review"], "Milk for sleep: a systematic review", Design.SYSTEMATIC_REVIEW),
        (["Review"], "Milk for sleep", Design.NARRATIVE_REVIEW),
        (["Meta-Analysis", "Review"], "Milk for sleep", Design.SYSTEMATIC_REVIEW),
        (["Meta-Analysis"], "Milk and sleep in prospective cohorts", Design.SYSTEMATIC_REVIEW_OBSERVATIONAL),
        (["Meta-Analysis"], "Milk and sleep in randomised trials", Design.SYSTEMATIC_REVIEW),
        (["Letter"], "Milk for sleep", Design.OPINION),
        (["Clinical Trial, Phase II"], "Milk for sleep", Design.NON_RANDOMISED_TRIAL),
        (["Practice Guideline", "Systematic Review"], "Milk", Design.GUIDELINE),
        (["Observational Study"], "Milk and sleep", Design.OBSERVATIONAL),
    ],
)
def test_types_and_title_together_give(kinds, title, design):
    assert design_of(kinds, title) == design


@pytest.mark.parametrize(
    ("kinds", "headings", "title", "design"),
    [
        ([], ["Randomized Controlled Trials as Topic"], "Milk", None),
        (["Journal Article"], ["Humans", "Double-Blind Method"], "Milk", Design.RCT),
        (["Clinical Trial"], ["Humans"], "Milk: a randomised trial", Design.RCT),
        (["Clinical Trial"], ["Humans", "Follow-Up Studies"], "Milk", Design.NON_RANDOMISED_TRIAL),
        (["Randomized Controlled Trial"], ["Humans", "Follow-Up Studies"], "Milk", Design.RCT),
        (["Observational Study"], ["Case-Control Studies"], "Milk", Design.CASE_CONTROL),
        ([], ["*Cohort Studies"], "Milk", Design.COHORT),
        ([], ["Cross-Sectional Studies/methods"], "Milk", Design.CROSS_SECTIONAL),
        ([], ["Animals", "Mice", "Random Allocation"], "Milk", Design.ANIMAL),
        ([], ["Animals", "Humans"], "Milk", None),
        ([], ["Cells, Cultured"], "Milk", Design.IN_VITRO),
        (["Review"], ["Animals"], "Milk", Design.NARRATIVE_REVIEW),
    ],
)
def test_headings_stand_behind_types_and_before_the_title(kinds, headings, title, design):
    assert design_of(kinds, title, headings) == design


@pytest.mark.parametrize(
    ("headings", "species"),
    [
        ([], None),
        (["Diet"], None),
        (["Humans", "Animals"], Species.HUMAN),
        (["Animals"], Species.ANIMAL),
        (["Cells, Cultured"], Species.CELLS),
    ],
)
def test_headings_tell_whom_a_work_studied(headings, species):
    assert species_of(headings) == species
