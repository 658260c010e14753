"""General remarks claim nothing, unless they assert something beside."""

from __future__ import annotations

import pytest

from evidence.claims.general_remarks import is_general


@pytest.mark.parametrize(
    "text",
    [
        "Many people have recognised the benefits of garlic for curing cancer.",
        "People have known the benefits of willow bark against fever.",
        "People have known the effects of lead: it kills.",
        "Many people know the benefits of ginger, which calms the stomach.",
        "Many people have praised the benefits of 500 mg of zinc.",
        "Doctors have recognised the benefits of aspirin after a heart attack.",
        "We've all had colds, and garlic cures them.",
        "We've all experienced how garlic heals.",
        "We have all felt what salt does to the heart, because it strains it.",
        "The garlic market is worth $8 billion, and garlic prevents colds.",
        "Diabetes costs the country $8 billion a year.",
        "Some people call it a cure for cancer.",
        "Some people call this herb a strong poison.",
        "The tea is known as good for the stomach.",
        "The fruit is called ginger, and it thins the blood.",
        "Gout is a part of life that salt worsens.",
        "There are many ways to lower blood pressure.",
        "Some vegans eat less iron than others.",
        "Some vegetarians consume 30 mg of zinc a day.",
        "A raw diet consists of fruit and cures gout.",
        "The leaves are dried and lower blood pressure.",
        "The root is boiled, because it is poisonous when raw.",
        "The seeds are pressed into an oil that is rich in iron.",
        "Green tea is brewed for the heart and treats colds.",
        "All pain is made by the brain.",
        "Gases are produced in the gut.",
        "It's like saying lead is safe.",
        "It is worth testing because garlic heals.",
        "That is good news for people with gout who want to be cured.",
        "It is good news for everyone that garlic kills cancer.",
        "If you have had gout, you know what it is like, and cherries cure it.",
        "A spoon of vinegar can change your life.",
        "A fall can change everything because bones heal badly.",
        "Most patients are cured within a week.",
        "We will look at how garlic thins the blood.",
        "The insulin market grew by 20 percent because more people fell ill.",
    ],
)
def test_a_remark_that_asserts_something_stays_a_claim(text: str) -> None:
    assert not is_general(text)


@pytest.mark.parametrize(
    "text",
    [
        "Many people have long recognised the benefits of an afternoon walk.",
        "Throughout history, cultures have valued the importance of bread.",
        "She came to realise the effects of scents on the mind.",
        "We've all been through one of those nights, cursing the clock.",
        "The vitamin market is now worth over $6 billion.",
        "Some people call it scent therapy.",
        "The tablet form of the hormone is called by its old name.",
        "Worry is a part of life and comes in many shapes.",
        "While nobody can avoid noise, there are many ways to handle it.",
        "There are several different versions of insulin available.",
        "First, we should examine the benefits of napping at work.",
        "It is probably worth investigating in people.",
        "Students should check if their college offers courses in sleep.",
        "The leaves are dried and ground into a yellow powder.",
        "Mead is made by fermenting honey with water for 20 days.",
        "Scented oils are often extracted by steaming the bark.",
        "Some fruitarians consume beans and peas.",
        "A raw diet usually consists of fruits and nuts.",
        "Sales of herbal teas rose by 12 percent.",
    ],
)
def test_a_remark_of_what_everybody_knows_or_what_sells_is_none(text: str) -> None:
    assert is_general(text)
