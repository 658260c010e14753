"""What a sentence promises outright is found behind any frame, and what is denied, asked or told of others is not."""

from __future__ import annotations

import pytest

from evidence.claims.outright_promises import promised
from evidence.values import Kind

NONE = (
    "It is not true that thyme cures asthma.",
    "Nobody has shown that thyme cures asthma.",
    "Does thyme cure asthma?",
    "We asked whether thyme cures asthma.",
    "Some websites claim that thyme cures asthma.",
    "The Romans believed that thyme cured fevers.",
    "Myth: Thyme cures asthma.",
    "The idea that thyme cures asthma is a myth.",
    "Thyme does not cure asthma.",
    "This tea is not intended to cure any disease.",
    "If thyme cures asthma, pigs can fly.",
    "Our clinic treats back pain.",
    "The team of the clinic beats the stroke team at football.",
    "The vaccine stops at the border.",
    "The price of insulin increases every year.",
    "Smoking bans increase sales of gum.",
    "A lack of iron causes anaemia.",
    "Vitamin D deficiency causes rickets.",
    "The statement that red meat causes cancer is often heard.",
    "The capsid protein protects the virus genome.",
    "Doctors have found many causes of dementia.",
    "Which herbs cure colds?",
    "It is not known if thyme is safe in pregnancy.",
    "Most adults eat about 3,400 mg of salt per day.",
    "Drink a glass of water before you leave.",
    "Ask your doctor before you stop your tablets.",
    "Do not stop your tablets without asking your doctor.",
    "People stop their tablets for many reasons.",
    "People that stop their tablets feel worse.",
    "Nobody knows how thyme lowers blood pressure.",
    "Doctors will not say if thyme cures asthma.",
    "Stop treatment and call us if a rash appears.",
    "Drop your tablets into the box at the pharmacy.",
    "Replace the inhaler when the counter shows zero.",
    "You no longer need a prescription to visit our site.",
)


@pytest.mark.parametrize("text", NONE)
def test_what_is_denied_asked_or_of_something_else_is_no_promise(text: str) -> None:
    assert promised(text) is None


FRAMES = (
    "{}.",
    "My doctor told me that {}.",
    "Here is why {}:",
    "(Source: my aunt) {}.",
    "Participants were told that {}.",
    "Photo by Ada Byron: {}.",
    "Let's look at why {}.",
    "I believe that {}.",
    "Don't worry, {}.",
    "They do not want you to know that {}.",
    "It is no secret that {}.",
    "I am not a doctor, but {}.",
    "{}, but this is not medical advice.",
    "Who would have thought that {}?",
    "Why swallow pills when {}?",
    "“{},” says my neighbour.",
    "Tea is old ({}) and green.",
    "We hope you agree that {}.",
    "**{}!**",
    "{}… who knew?",
    "What if I told you that {}?",
    "Most doctors will not tell you that {}.",
    "Nobody believes me when I say that {}.",
    "My grandmother swore that {}.",
    "The label says {}.",
    "{} ✅",
)
SAID = (
    ("thyme tea cures asthma", Kind.EFFICACY),
    ("garlic and honey prevent strokes", Kind.EFFICACY),
    ("ginger lowers blood pressure", Kind.EFFICACY),
    ("nothing cures gout like cherries and honey", Kind.EFFICACY),
    ("celery juice flushes toxins out of the liver", Kind.EFFICACY),
    ("cannabis oil works better than chemotherapy", Kind.EFFICACY),
    ("statins cause dementia", Kind.SAFETY),
    ("high doses of vitamin A are safe in pregnancy", Kind.SAFETY),
    ("you can stop your blood pressure tablets", Kind.MANAGEMENT),
    ("take 10 g of vitamin C every hour", Kind.MANAGEMENT),
    ("give your baby five drops of melatonin every night", Kind.MANAGEMENT),
)


@pytest.mark.parametrize("frame", FRAMES)
def test_no_frame_hides_what_is_promised(frame: str) -> None:
    wrong = [said for said, kind in SAID if promised(frame.format(said)) is not kind]
    assert wrong == []


@pytest.mark.parametrize(
    "text", ["Here is how you cure your diabetes:", "Ways to reverse your diabetes with cinnamon:", "Chemo is poison."]
)
def test_a_cure_that_is_taken_for_granted_is_promised(text: str) -> None:
    assert promised(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Give your baby a bath every night.",
        "Give your baby a hug before bed.",
        "Give your baby a warm massage every evening.",
        "Never give your newborn honey water at night.",
        "Raw milk is not safe during pregnancy.",
        "Whether raw milk is safe during pregnancy is unclear.",
        "The park is safe for toddlers.",
    ],
)
def test_care_and_warnings_about_children_promise_nothing(text: str) -> None:
    assert promised(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Give your newborn honey water every night.",
        "Don't worry, give your baby a spoonful of honey before bed.",
        "Give every toddler zinc drops daily.",
        "Raw milk is safe during pregnancy.",
        "As my aunt says, raw fish is perfectly safe for pregnant women.",
    ],
)
def test_what_a_child_is_to_be_given_and_food_called_safe_is_promised(text: str) -> None:
    assert promised(text) is not None
