"""What a service has and how it is reached is no claim; what comes of it is."""

from __future__ import annotations

import pytest

from evidence.claims.own_services import offers_itself, works_together


@pytest.mark.parametrize(
    "text",
    [
        "Talk to your local clinic about garlic, which cures colds.",
        "Talk to our clinic: acupuncture heals the back.",
        "Call our practice to get rid of your migraine.",
        "It is worth a visit to the sea.",
        "If you have gout, it's worth a talk with your clinic, because our tea lowers uric acid.",
        "Visit our clinic twice a year.",
        "Talk to your clinic before stopping, since it is dangerous.",
        "We can help you get better results against cancer.",
        "We can help you find a doctor who cures autism.",
        "Please call (555) 010-2345, our laser heals wounds.",
        "Screening that prevents strokes is available in many places.",
        "Testing every year is available at our clinic.",
        "Join our free course to lose ten pounds.",
        "Feel free to reach out if you need help with curing gout.",
        "Reach out if you need help with gout, as ginger cures it.",
        "Write to us if you want advice on ginger against gout in old age.",
        "Join our course, which cures gout.",
        "Sign up for our plan against cancer.",
        "Subscribe to our letter because salt strains the heart.",
        "Ginger eases pain, but we can work together to ease the pain.",
        "We can work together to ease the pain with ginger.",
        "The state offers counselling, which reduces relapses.",
    ],
)
def test_a_service_that_promises_something_makes_a_claim(text: str) -> None:
    assert [said for said in (offers_itself, works_together) if said(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Talk to your Leeds foot clinic if you notice these signs.",
        "No matter what, if your mouth stays dry, it's worth a conversation with your local dentistry professionals.",
        "If you want a test for the trait, please call: (555) 010-2345",
        "If you were born after 1990, we can help you get your results.",
        "Counselling and testing for both parents are also available in many towns.",
        "The hospital offers free classes on breathing.",
        "Feel free to reach out if you need help with managing your gout!",
        "Please contact us if you have any questions about asthma.",
        "Join our free [ten-day course](/course) to get a plan for calmer evenings.",
    ],
)
def test_how_a_service_is_reached_and_what_it_has_is_none(text: str) -> None:
    assert offers_itself(text)


def test_what_is_done_about_a_complaint_with_those_who_come_is_none() -> None:
    assert works_together("Snoring is not easy to live with, but we can work together to address the problem.")
