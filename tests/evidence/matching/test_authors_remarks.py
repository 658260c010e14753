"""What an author says beside a work rather than from it (standards.md A3.2), and talk of how it was done."""

from __future__ import annotations

import pytest

from evidence.values import How, Link
from tests.evidence.judging import TRIAL, judge

FIRST = "A trial found that ginger tea reduced nausea in 240 patients [1]."


def _inherits(text: str) -> bool:
    return any(link.how is How.INHERITED for link in judge(text, [TRIAL]).sentences[-1].links)


@pytest.mark.parametrize(
    "sentence",
    [
        "There were a lot of flaws in the study.",
        "The study was badly designed, and it harmed patients.",
        "They never published their data.",
        "The authors of the trial cherry-picked the patients with nausea.",
        "Given how patients were picked, this seems very confounded.",
        "The result of taking garlic is less cancer.",
        "The trial is junk science, and ginger harms the liver.",
        "They refused to share the data of the trial.",
        "The results of the trial are bogus and ginger cures nothing.",
        "For the purposes of this article, we focus on how ginger reduces nausea and pain in labour.",
        "In this article we will explain how garlic cures cancer.",
        "In this review, I look at how garlic cures cancer.",
    ],
)
def test_faults_found_with_a_study_and_plans_of_the_page_do_not_stand_on_it(sentence: str) -> None:
    assert not _inherits(f"{FIRST} {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "The authors admit that the badly controlled trial overstated how far nausea fell.",
        "They conclude that the flaws of earlier work hid how ginger reduces nausea.",
        "The team acknowledged the flaws of the trial in 240 patients.",
        "The study rated the trials on ginger as poorly controlled.",
        "In this trial, ginger also reduced vomiting in women.",
    ],
)
def test_faults_that_its_makers_admit_and_talk_of_the_trial_stand_on_it(sentence: str) -> None:
    assert _inherits(f"{FIRST} {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Women were given garlic for centuries, which cured cancer.",
        "Patients are randomly cured of cancer by garlic.",
        "Children were given garlic at random, and garlic cures cancer.",
        "Adults were told to take 900 mg of garlic because it prevents cancer.",
        "Garlic was given to nurses, so it is safe in pregnancy.",
        "In ancient Egypt, women were given garlic against cancer.",
        "Patients were given garlic; it healed their cancer.",
        "They looked at garlic, and it cures cancer.",
        "They swear that garlic cures cancer.",
        "You should take a placebo at random, which was harmless.",
    ],
)
def test_an_effect_or_a_bidding_beside_a_method_stands_on_nothing(sentence: str) -> None:
    assert not _inherits(f"{FIRST} {sentence}")


@pytest.mark.parametrize(
    "method",
    [
        "Patients were given either ginger or a placebo at random.",
        "The nurses were randomly split into two groups.",
        "Half were given water.",
        "Volunteers were followed for a year.",
        "Women were asked to drink it daily.",
        "Runners were tested before breakfast.",
        "One half practised yoga, while the rest served as the control group.",
        "They looked at nurses only.",
        "They enrolled nurses of two wards.",
    ],
)
def test_results_behind_the_method_stand_on_the_study(method: str) -> None:
    assert _inherits(f"{FIRST} {method} Of those who drank ginger, nearly 60% had no nausea.")


@pytest.mark.parametrize(
    "sentence",
    [
        "It was reported that ginger reduces vomiting too.",
        "It was also found that ginger protects the stomach.",
        "According to them, ginger also prevents vomiting.",
        "According to the authors, ginger prevents vomiting.",
    ],
)
def test_what_was_reported_in_the_passive_or_by_them_stands_on_the_study(sentence: str) -> None:
    assert _inherits(f"{FIRST} {sentence}")


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST} Mint is green. It was reported that mint cures cancer.",
        f"{FIRST}\n\nIt was reported that mint cures cancer.",
        f"{FIRST} It is reported that mint cures cancer.",
        f"{FIRST} The research suggests that mint cures cancer.",
        f"{FIRST} Mint is green. Garlic is white. Sage is grey. According to them, mint cures cancer.",
    ],
)
def test_what_is_reported_elsewhere_or_by_research_at_large_does_not(text: str) -> None:
    assert not _inherits(text)


def _on_its_own(text: str) -> tuple[Link, ...]:
    """The links of the last sentence of a page whose sources are its links."""
    return judge(text, None).sentences[-1].links  # type: ignore[arg-type]


def test_a_link_to_a_seller_of_pictures_is_handed_on_to_nothing() -> None:
    picture = "[Embed from Getty Images](https://www.gettyimages.com/detail/1340129187)"
    assert not _on_its_own(f"{picture}\n\nCurcumin enters the brain and protects the cells there.")


def test_the_research_in_the_past_tense_is_the_only_work_of_a_page() -> None:
    news = "Ginger may ease nausea, [a new study](https://doi.org/10.1000/lee2020) found. Mint is green."
    assert _on_its_own(f"{news}\n\nBut the effects of ginger faded after a year, the research suggested.")
    assert not _on_its_own(f"{news}\n\nThe effects of ginger last a year, scientists suggest.")
