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


def test_it_leaves_a_page_alone_that_speaks_of_no_benefit_harm_or_advice() -> None:
    check_clean(CODE, "Insulin is made in the pancreas. The pancreas lies behind the stomach.")


def test_a_link_to_the_notice_on_a_page_of_its_own_will_do() -> None:
    check_clean(CODE, f"{TEXT}\n\n[Medical Disclaimer](https://blog.example/disclaimer/)")
    check_clean(CODE, f"{TEXT}\n\nBefore you start, [read this](/health-disclaimer).")


def test_a_link_to_a_disclaimer_of_another_kind_will_not() -> None:
    check_flags(CODE, f"{TEXT}\n\n[Affiliate disclaimer](https://blog.example/disclaimer/)")
    check_flags(CODE, f"{TEXT}\n\nA medical disclaimer is boring.")


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


@pytest.mark.parametrize(
    "called",
    [
        "{% include disclaimer.html %}",
        "{%- include partials/medical-disclaimer.njk -%}",
        "{{< disclaimer >}}",
        "{{% health/disclaimer %}}",
        "{{> _disclaimer }}",
        '{{ partial "medical_disclaimer.html" . }}',
        "<MedicalDisclaimer />",
        "<site-disclaimer></site-disclaimer>",
        ":::disclaimer\n:::",
    ],
)
def test_a_notice_of_the_template_is_one(called: str) -> None:
    check_clean(CODE, f"{TEXT}\n\n{called}\n")


@pytest.mark.parametrize("named", ["preBody: _disclaimer", "disclaimer: true", "footer: partials/disclaimer.html"])
def test_a_notice_named_in_the_front_matter_is_one(named: str) -> None:
    check_clean(CODE, f"---\ntitle: Migraine\n{named}\n---\n\n{TEXT}\n")


@pytest.mark.parametrize(
    "other",
    [
        "disclaimer: false",
        "affiliate_disclaimer: true",
        "footer: partials/affiliate-disclaimer.html",
        "summary: A disclaimer would be wise here",
    ],
)
def test_what_is_no_notice_in_the_front_matter_is_none(other: str) -> None:
    check_flags(CODE, f"---\ntitle: Migraine\n{other}\n---\n\n{TEXT}\n")


@pytest.mark.parametrize("other", ["{% include affiliate-disclaimer.html %}", "{% include toc.html %}"])
def test_another_part_of_the_template_is_no_notice(other: str) -> None:
    check_flags(CODE, f"{TEXT}\n\n{other}\n")


@pytest.mark.parametrize(
    "sent",
    [
        "The best you can do is looking for professional help.",
        "Seek professional advice before it gets worse.",
        "It is wise to ask for professional support.",
        "Find professional help near you.",
    ],
)
def test_readers_sent_to_professionals_are_told_enough(sent: str) -> None:
    check_clean(CODE, f"{TEXT} {sent}")


@pytest.mark.parametrize(
    "told",
    [
        "She did not seek professional help.",
        "You can do it without getting professional help.",
        "I got professional help.",
    ],
)
def test_whose_search_for_help_is_told_of_sends_nobody(told: str) -> None:
    check_flags(CODE, f"{TEXT} {told}")


@pytest.mark.parametrize("tags", ["tags: recipe nutrition", "categories: [Food, Recipes]"])
def test_a_recipe_needs_no_notice(tags: str) -> None:
    check_clean(CODE, f"---\ntitle: Soup\n{tags}\n---\n\n{TEXT}\n")


def test_ingredients_and_steps_make_a_recipe() -> None:
    soup = "\n\n## Ingredients\n\n- Ginger\n- Chicken\n\n## Directions\n\nSimmer it for an hour.\n"
    check_clean(CODE, f"# Soup\n\n{TEXT}{soup}")
    check_flags(CODE, f"# Soup\n\n{TEXT}{soup.replace('Ingredients', 'Benefits')}")
