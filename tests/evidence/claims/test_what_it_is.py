"""Lines of a dictionary or a label claim nothing or are not asked about; what they promise is judged as before."""

from __future__ import annotations

import pytest

from evidence.claims.what_it_is import only_says_what, only_tells_foods, tells_shape

BESIDE = (
    "cures cancer",
    "heals ulcers",
    "is good for the heart",
    "is safe in pregnancy",
    "harms the liver",
    "prevents colds",
    "should be taken daily",
    "is toxic to children",
)


@pytest.mark.parametrize("said", BESIDE)
@pytest.mark.parametrize(
    "frame",
    [
        "It involves stretching the calf and {}.",
        "This consists of pressing on the hand, which {}.",
        "A stem cell is a cell that can become any cell and {}.",
        "They are stem cells, meaning they can become skin, which {}.",
        "The answer lies in the root of a plant that {}.",
        "The reason has to do with honey, which {}.",
        "The plant was once thought to be a separate species that {}.",
    ],
)
def test_a_line_that_says_more_than_what_something_is_stays_a_claim(frame: str, said: str) -> None:
    assert not only_says_what(frame.format(said))


@pytest.mark.parametrize(
    "text",
    [
        "It involves taking 500 mg of zinc.",
        "It involves drinking sea water every morning.",
        "It involves skipping your insulin.",
        "It involves fasting until noon.",
        "It involves swallowing a spoon of bleach.",
        "The answer lies in turmeric.",
        "The answer has to do with aspirin.",
        "Autism was once thought to be a distinct sign of bad mothers.",
        "We do not have machines yet that cure cancer.",
        "It can be found in any supermarket and helps you sleep.",
        "The leaves can be bought at the grocer's and cure cancer.",
        "Statins can be had from any supermarket.",
    ],
)
def test_a_dose_a_danger_or_a_remedy_in_such_a_line_stays_a_claim(text: str) -> None:
    assert not only_says_what(text)


@pytest.mark.parametrize(
    "text",
    [
        "It involves pressing on the soft parts of the hand.",
        "The technique involves moving the foot in a circle.",
        "A stem cell is a cell that can become any other cell.",
        "A hepatic stem cell (HSC) is a kind of stem cell that can give rise to all cells of the liver.",
        "These cells are pluripotent, meaning they can turn into many kinds of cells.",
        "The answer has to do with the rules for donors.",
        "The reason for this lies in the paths that a signal takes.",
        "L. rossii was previously believed to be a separate species.",
        "The dried roots can usually be found in a Korean grocery.",
        "We do not have robots yet to clean our arteries.",
    ],
)
def test_what_something_is_or_where_it_is_sold_claims_nothing(text: str) -> None:
    assert only_says_what(text)


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("Rutin is a flavonoid found in apples, which prevents colds.", ""),
        ("Rutin is a powerful flavonoid that is found in supplements against gout.", ""),
        ("Rutin is an anti-inflammatory flavonoid found in apples.", ""),
        ("Rutin is a flavonoid found in apples at 20 mg each.", ""),
        ("Lycopene is a pigment found in healthy hearts.", ""),
        ("Sources of lead include toys, which harm children.", ""),
        ("Foods that contain iron are good for you.", ""),
        ("Foods that contain gluten are bad, harmful and best left.", ""),
        ("Foods that fight cancer are broccoli, kale and beans.", ""),
        ("Broccoli, kale, beans, nuts.", "Foods against cancer"),
        ("Take broccoli, kale, beans, nuts.", "Foods with zinc"),
        ("Eat oysters daily, beans, nuts, kale.", "Foods with zinc"),
        ("Oysters, beans, nuts, 50 mg tablets.", "Foods with zinc"),
        ("Oysters cure colds, beans, nuts, kale.", "Foods with zinc"),
        ("Oysters, beans.", "Foods with zinc"),
    ],
)
def test_what_a_food_does_and_how_much_is_in_it_is_asked_about(text: str, above: str) -> None:
    assert not only_tells_foods(text, above)


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("Rutin is a flavonoid found in apples and buckwheat.", ""),
        ("**Lycopene**: Lycopene is a red pigment that is mainly found in tomatoes.", ""),
        ("Theobromine is a compound common in cocoa, tea and some nuts.", ""),
        ("Taurine is one of the amino acids found most abundantly in fish.", ""),
        ("Dietary sources of lutein include kale, eggs and corn.", ""),
        ("The best-known drinks that contain tannins are tea and red wine.", ""),
        ("Oysters, pumpkin seeds, lentils, tofu, walnuts", "Foods with zinc"),
        ("Kale, sardines with bones, milk, figs.", "Foods rich in calcium"),
    ],
)
def test_the_foods_that_hold_a_substance_are_not_asked_about(text: str, above: str) -> None:
    assert only_tells_foods(text, above)


@pytest.mark.parametrize(
    ("text", "above"),
    [
        ("Wraps around the belly", ""),
        ("Wraps around the belly", "Compression stockings against clots:"),
        ("Wraps around the belly and eases pain", "Belts:"),
        ("Goes under the tongue", "Tablets:"),
        ("Goes under the knees to stop cramps", "Pillows:"),
        ("Long pillow for back pain", "Pillows:"),
        ("Long pillow for extra support that cures snoring", "Pillows:"),
        ("Goes over the face of a sleeping baby", "Blankets:"),
        ("Wraps around the belly.", "Belts:"),
    ],
)
def test_what_a_thing_does_is_no_shape(text: str, above: str) -> None:
    assert not tells_shape(text, above)


@pytest.mark.parametrize(
    "text",
    [
        "Wraps around the whole body",
        "Goes behind your back",
        "Runs from neck to knees",
        "Short cushion for extra support",
    ],
)
def test_where_a_thing_goes_claims_nothing(text: str) -> None:
    assert tells_shape(text, "**Body pillow:**")


@pytest.mark.parametrize(
    "text",
    [
        "Other techniques include coining, which cures colds.",
        "Other traditions include treating cancer with herbs.",
        "Popular techniques include fasting, which is safe in pregnancy.",
        "Other schools include those that work against pain.",
        "Studies have investigated various aspects of ginger and found that it cures nausea.",
        "Many trials have examined several uses of ginger, such as treating cancer.",
        "Simmer for 20 minutes and drink it against gout.",
        "Boil for 10 minutes to kill the germs.",
        "Simmer for 20 minutes, then give it to the baby.",
        "Steam for 5 minutes; it heals a cold.",
        "There's something else I haven't mentioned: garlic cures cancer.",
        "There is one thing we have not told yet: never take statins.",
        "There's something else I haven't mentioned that is good for gout.",
    ],
)
def test_what_a_class_a_step_or_a_next_point_promises_stays_a_claim(text: str) -> None:
    assert not only_says_what(text)


@pytest.mark.parametrize(
    "text",
    [
        "Other styles of acupressure include Jin Shin and tapping.",
        "Common techniques are cupping, tapping and stretching of the foot.",
        "Several trials have looked at different aspects of walking, including",
        "Researchers have also explored many sides of sleep.",
        "Simmer for 20 minutes, until tender.",
        "Bake slowly for 2-3 hours.",
        "But there's something else we haven't covered yet: the shoes.",
    ],
)
def test_a_list_of_classes_a_step_of_a_recipe_and_a_next_point_claim_nothing(text: str) -> None:
    assert only_says_what(text)
