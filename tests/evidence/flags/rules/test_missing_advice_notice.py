"""No notice that the page is not medical advice."""

from __future__ import annotations

import pytest

from evidence.context import Page
from tests.evidence.judging import check_clean, check_flags

CODE = "missing-advice-notice"
TEXT = "Magnesium relieves migraine."


def test_it_leaves_a_page_with_the_notice_alone() -> None:
    check_clean(CODE, TEXT, page=Page(advice_notice=True))
    check_clean(CODE, TEXT + " This page is not a substitute for professional medical advice.")


def test_it_leaves_a_page_alone_that_claims_nothing() -> None:
    check_clean(CODE, "We walked to the harbour and ate noodles.")


def test_it_flags_a_page_without() -> None:
    check_flags(CODE, TEXT)


@pytest.mark.parametrize(
    "notice",
    [
        "I am not a doctor. I'm just an engineer who slept badly.",
        "Nothing that follows constitutes medical advice.",
        "We don't give medical advice on this blog.",
        "The information in this article is not intended to be used for diagnosing or treating any disorder.",
        "Go and talk with your doctor if you're serious about trying something similar.",
        "The first thing we recommend is that you consult with your doctor prior to starting any regimen.",
        "It is always wise to consult with a medical doctor first.",
        "Talk to your doctor before starting any new supplement.",
        "Please speak to your GP before making changes to your diet.",
        "Check with your pharmacist or doctor before you take these herbs.",
        "I'm not an MD, so read this as a starting point.",
        "Always check with your own doctor if you want to try this at home.",
        "Always consult a physician prior to any intake of supplements.",
        "The information in this post is served as a guide only.",
    ],
)
def test_a_notice_in_other_words_is_one(notice: str) -> None:
    check_clean(CODE, f"{TEXT} {notice}")
    check_clean(CODE, f"{TEXT}\n\n*{notice}*\n")


@pytest.mark.parametrize(
    "words",
    [
        "Talk to your doctor about your results.",
        "See a doctor if the pain lasts for a week.",
        "I asked my doctor before the race.",
        "This product is not intended to diagnose, treat, cure or prevent any disease.",
        "I am not a fan of coffee.",
        "Ask your doctor for a blood test before the operation.",
        "My doctor gave me medical advice that I did not follow.",
        "In chronic pain, consult your doctor.",
    ],
)
def test_a_word_on_doctors_is_no_notice(words: str) -> None:
    check_flags(CODE, f"{TEXT} {words}")
