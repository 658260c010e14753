"""A lead-in that only announces is no claim, one that says something before its colon is."""

from __future__ import annotations

import pytest

from evidence.claims.announcing_leads import only_announces


@pytest.mark.parametrize(
    "text",
    [
        "Garlic kills the worms that come from:",
        "Vaccines are the thing that autism comes from:",
        "The best cure comes from:",
        "There are a few tips that you should follow to reverse diabetes:",
        "There are a few tips, because statins harm the liver:",
        "To lower your blood pressure, there are a few things:",
        "We looked at 500 mg of zinc, which heals:",
        "Research confirms what healers knew, that garlic works:",
        "New research shows what doctors suspected: garlic cures colds.",
        "Walking is good for people who:",
        "Vaccination is dangerous in the case of people who:",
        "Fasting is never hard for people who:",
        "If you take statins, which cause pain, you know the feeling:",
        "Pain in the heel comes from tight calves.",
        "Aspirin thins the blood if you have:",
        "**Avoid if you have:**",
    ],
)
def test_a_lead_in_that_says_something_stays_a_claim(text: str) -> None:
    assert not only_announces(text)


@pytest.mark.parametrize(
    "text",
    [
        "Pain in the heel often comes from:",
        "If your knees have hurt for years, you know the feeling:",
        "When nothing else has worked out, it may be time to ask:",
        "To keep your own strength, there are a few tips that you should take into account:",
        "Here are some things to consider:",
        "We have also looked into several cases of food poisoning with:",
        "Recent research confirms what many nurses have long suspected:",
        "Caring becomes even more difficult in the case of patients who:",
    ],
)
def test_a_lead_in_that_only_announces_is_none(text: str) -> None:
    assert only_announces(text)
