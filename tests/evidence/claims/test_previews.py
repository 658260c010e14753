"""What is about to be told, or set out to be found, asserts nothing; what stands beside it does."""

from __future__ import annotations

import pytest

from evidence.claims.previews import only_previews, sets_out
from tests.evidence.claims.test_beside_frames import SAID, is_claim

FRAMES = (
    "Below, we'll talk about tea, and {}.",
    "Below, we'll talk about the signs of gout, and {}.",
    "Next, we will explore why {}.",
    "In the following sections, we'll look at the causes of gout: {}.",
    "As we proceed, we'll discuss the signs of gout, as {}.",
    "This section covers its causes and the fact that {}.",
    "This article delves into its causes, which means {}.",
    "This guide explores ways to ease pain, because {}.",
    "This page examines how {}.",
    "OBJECTIVE: To assess tea, and {}.",
    "OBJECTIVES: To evaluate how {}.",
    "AIM: To examine why {}.",
    "Aim: We studied tea and found that {}.",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_what_stands_beside_an_announcement_or_an_aim_stays_a_claim(frame: str) -> None:
    passed = [frame.format(said) for said in SAID]
    assert [text for text in passed if only_previews(text) or sets_out(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "This article dives into the many benefits of garlic.",
        "Below, we'll look at how to cure cancer with garlic.",
        "This guide explores ways to lower blood pressure with beetroot.",
        "This section covers ways to reverse diabetes.",
        "This section covers safe doses of aspirin in pregnancy.",
        "This report examines 400 mg of ibuprofen a day.",
        "This section covers garlic, a cure for cancer.",
        "This article explores turmeric, nature's answer to arthritis.",
        "This section looks at the signs of overdose from zinc in children.",
        "This page examines ways to manage diabetes without insulin.",
        "Below, we'll cover steps for reducing your insulin.",
        "This article looks at statins causing dementia.",
        "This post examines the causes of autism: vaccines.",
        "Next, we'll go over the herbs to take in pregnancy.",
        "AIM: To test zinc. It ends colds.",
        "Purpose: To assess liver function.",
        "Objective: To assess tea, and it cured 40 % of them.",
    ],
)
def test_a_promise_a_harm_or_a_dose_is_announced_by_none_of_these(text: str) -> None:
    assert not [text for only in (only_previews, sets_out) if only(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Below, we’ll look at the stages of sleep.",
        "In the following sections, we'll explore the signs of gout, its stages, and ways to manage it.",
        "This section delves into the causes of gout, its classic signs and effective strategies to manage it.",
    ],
)  # fmt: skip
def test_what_will_be_told_is_not_told_yet(text: str) -> None:
    assert only_previews(text)
    assert not is_claim(text)


@pytest.mark.parametrize(
    "text",
    [
        "OBJECTIVE: To determine the efficacy, safety and tolerability of tolivant.",
        "**Aim:** We studied the effect of walks on the mood of nurses.",
    ],
)
def test_the_labelled_aim_of_a_study_is_no_result(text: str) -> None:
    assert sets_out(text)
