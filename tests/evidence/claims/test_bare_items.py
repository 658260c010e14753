"""Items that only name a complaint, a comfort, an aim or the make of a thing."""

from __future__ import annotations

import pytest

from evidence.claims.bare_items import is_aim, only_lists, only_names, tells_make

_LEAD = "Common symptoms include:"


@pytest.mark.parametrize(
    "lead",
    [
        "",
        "Side effects include:",
        "Symptoms of an overdose include:",
        "Signs that the tablets do not suit you:",
        "Taking zinc can bring:",
        "Symptoms that ginger relieves:",
        "The tea helps you feel less:",
        "Common problems after the vaccine:",
        "Withdrawal affects:",
        "A lack of iron affects:",
        "The oil is good for:",
        "Caffeine disrupts sleep and brings:",
        "Signs of too much vitamin A:",
        "Say goodbye to:",
    ],
)
def test_a_name_below_what_is_taken_or_promised_is_asked_about(lead: str) -> None:
    assert not only_names("Nausea", lead)


@pytest.mark.parametrize(
    "text",
    [
        "Heart disease",
        "Stroke",
        "Chest pain",
        "Miscarriage and stillbirth",
        "Depression",
        "Blood flow to the brain",
        "Fatigue (cured by garlic)",
        "Nausea.",
        "Nausea from ginger",
        "Headache from statins",
        "Less pain with turmeric",
        "Garlic against heartburn",
        "Relieves back pain",
        "Insomnia caused by milk",
        "No more headaches",
        "Pain and an early death",
        "Headaches, nausea, dizziness, fatigue, heartburn, cramps",
    ],
)
def test_what_names_more_than_a_complaint_is_asked_about(text: str) -> None:
    assert not only_names(text, _LEAD)


@pytest.mark.parametrize(
    "text",
    [
        "Nausea", "Heartburn", "Back pain", "Shortness of breath", "Frequent urination", "Breast tenderness",
        "pain or tingling", "numbness", "Tiredness and headaches", "swollen ankles and aching legs", "Dizziness",
        "a dry mouth and thirst", "mild stomach cramps", "Poor sleep", "Stiffness in the morning", "General discomfort",
        "Cramps in the calf", "sweating at night", "Back and hip comfort", "Breathing ease", "Quality of sleep",
        "sore and aching feet",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "lead", [_LEAD, "Even early on your nights are affected by it, which affects:", "You may notice:"]
)
def test_a_complaint_or_a_comfort_by_its_name_alone_is_not_asked_about(text: str, lead: str) -> None:
    assert only_names(text, lead)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("**To cure cancer**", ""),
        ("**To prevent migraine**", ""),
        ("**To sleep better**", "Take magnesium:"),
        ("**To sleep better, take 400 mg of magnesium**", ""),
        ("To lower your blood pressure, walk.", ""),
        ("**To sleep better:** magnesium works", ""),
        ("**Magnesium to sleep better**", ""),
    ],
)
def test_an_aim_that_says_what_something_is_for_is_asked_about(text: str, lead: str) -> None:
    assert not is_aim(text, lead)


@pytest.mark.parametrize(
    "text",
    [
        "**To sleep better**", "**To induce autophagy**", "__To build stamina__", "<b>To eat more slowly</b>",
        "3. **To increase insulin sensitivity**", "**To calm the mind**", "<strong>To feel my legs again</strong>",
    ],
)  # fmt: skip
def test_an_aim_as_a_label_claims_nothing(text: str) -> None:
    assert is_aim(text, "")


@pytest.mark.parametrize(
    "text",
    [
        "Takes up space in the arteries and causes strokes",
        "Less expensive than statins, and lowers cholesterol",
        "Small frequent meals",
        "Heavy bleeding",
        "Flat feet",
        "Large belly",
        "Light stretching",
        "Long walks",
        "Soft cover that prevents eczema",
        "Easy to wash, kills germs",
        "Comes with side effects",
        "Runs from the hip to the knee",
        "Weighs on the bladder",
        "Fits and faints",
        "Washable cover.",
        "Compact design proven to cure snoring",
    ],
)
def test_what_is_no_make_of_a_thing_is_asked_about(text: str) -> None:
    assert not tells_make(text)


@pytest.mark.parametrize(
    "text",
    [
        "Takes up half of the bed", "Takes up little space", "Less expensive than shaped pillows",
        "Very portable", "More compact", "Small triangular shape", "Removable cotton cover",
        "Machine washable", "Easy to clean", "Hard to fold", "Comes in three sizes",
        "Comes in many colours", "Weighs only 2 kg", "Folds flat", "Fits under most beds", "Fits in a bag",
        "Slim design", "Adjustable straps", "Batteries not included", "Quite pricey", "Tricky to assemble",
    ],
)  # fmt: skip
def test_size_price_and_make_claim_nothing(text: str) -> None:
    assert tells_make(text)


@pytest.mark.parametrize(
    "above",
    [
        "",
        "Foods that fight cancer:",
        "Proteins that lower blood pressure:",
        "Best for sleep:",
        "Avoid:",
        "Protein is needed for:",
        "Signs of too little protein:",
        "Sources of pain:",
        "## Foods against inflammation",
        "Fruit cures:",
        "Vegetables help with:",
        "Limit these fats:",
        "Supplements:",
        "What to take:",
    ],
)
def test_a_food_below_a_promise_or_a_warning_is_asked_about(above: str) -> None:
    assert not only_lists("Salmon", above)


@pytest.mark.parametrize(
    "text",
    [
        "Salmon lowers cholesterol",
        "Salmon (18g of protein)",
        "6 oz salmon",
        "Salmon, which prevents strokes",
        "Salmon: good for the heart",
        "Salmon - calms the nerves",
        "Salmon against depression",
        "Never salmon",
        "Salmon for the brain",
        "Raw milk cures asthma",
        "Garlic to prevent colds",
        "500 mg of zinc",
        "Salmon improves memory",
        "Salmon every day of the week for all who are tired",
    ],
)
def test_an_item_that_tells_more_than_a_food_is_asked_about(text: str) -> None:
    assert not only_lists(text, "**Proteins:**")


@pytest.mark.parametrize(
    "text", ["Salmon", "Greek yogurt", "Fish (cod, herring)", "Nuts and seeds", "Sourdough with honey"]
)
@pytest.mark.parametrize(
    "above",
    [
        "**Proteins:**", "Healthy fats:", "Vegetables and fruit:", "Breakfast:", "3:00 PM - Snack:", "Lunch ideas",
        "Grains", "**Where it's found**:", "Best sources:", "Natural probiotics from:", "Sources of omega fats:",
        "Food examples:", "### Shopping list", "You'll need:", "Monday dinner:",
    ],
)  # fmt: skip
def test_a_food_of_a_meal_or_a_source_by_its_name_is_not_asked_about(above: str, text: str) -> None:
    assert only_lists(text, above)


@pytest.mark.parametrize("above", ["### What to track", "Track:", "Things to log:", "Write down each day:"])
def test_what_to_write_down_is_not_asked_about(above: str) -> None:
    assert only_lists("Sleep quality and mood", above)
    assert not only_lists("Sleep quality improves mood", above)
