"""Signs of sentences that speak of something around health, and of facts that stand beside an "I"."""

from __future__ import annotations

import pytest

from evidence.claims.annotation import Reading, read
from evidence.claims.detection import proposed
from evidence.claims.frame_features import fact_beside_person, frame_features
from evidence.reading import documents

_AROUND = "Blood pressure rises with age. The liver stores glucose and releases insulin. Asthma is common in children."


def _reading(text: str, above: str = "") -> tuple[Reading, frozenset[str]]:
    page = read(documents.read(f"{_AROUND}\n\n{above}\n\n{text}\n", "markdown"), (), (), ())
    _, cued = proposed(page.readings)
    return page.readings[-1], cued[-1]


def _signs(text: str, lead: str = "", above: str = "") -> set[str]:
    reading, cued = _reading(text, above)
    return set(frame_features(reading, lead, cued))


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The work was presented last spring in Lisbon.", "frame publication"),
        ("The press release had a picture of a kidney.", "frame publication"),
        ("Perhaps the patients were younger.", "frame supposes"),
        ("That does not mean that tea is bad.", "frame supposes"),
        ("The powder comes in three sizes.", "frame offer"),
        ("You can download the app for nothing.", "frame offer"),
        ("Simmer the lentils with a bay leaf.", "frame kitchen"),
        ("Let the midwife know if it gets worse.", "frame sends"),
        ("Seek medical help at once.", "frame sends"),
        ("These figures should not be interpreted as a ranking of doctors.", "frame disclaims"),
        ("There are several reasons for heartburn.", "frame promises more"),
        ("Joints fall into three categories.", "frame classes"),
        ("Think of the lungs as two sponges.", "frame exhorts"),
        ("Fever in infants is a big deal.", "frame verdict"),
        ("People often mistake thirst for hunger.", "frame reports belief"),
        ("The law on sunbeds was signed in 2009.", "frame act"),
        ("Take 20 mg every evening.", "frame dose"),
        ("You should keep the plaster dry.", "frame ought"),
        ("Naps are good for shift workers.", "frame good or bad"),
        ("You may feel dizzy at first.", "frame feels"),
        ("Nobody knows why hiccups exist.", "frame nobody knows"),
        ("Our clinic is dedicated to your comfort.", "frame self"),
        ("You may want to discuss this with your team.", "frame may wish"),
        ("**Evening:** Drink less water.", "order behind a label"),
        ("In 1990, the town began to screen babies.", "opens with a year"),
        ("1998: The jab was licensed.", "opens with a year"),
        ("Prevalence of Asthma among Young Swimmers", "a title"),
        ("“Nobody told me about the insulin.", "quoted"),
        ("I looked at the insulin data myself.", "I looked"),
        ("It was previously thought that insulin comes from the liver.", "frame reports belief"),
        ("**Quercetin**: Quercetin is a plant pigment of glucose.", "is a"),
    ],
)
def test_a_frame_is_seen(text: str, sign: str) -> None:
    assert sign in _signs(text)


@pytest.mark.parametrize(
    "text", ["Bananas prevent cramps.", "Aspirin thins the blood.", "Smoking doubles the risk of cataract."]
)
def test_a_plain_claim_stands_in_no_frame_of_something_else(text: str) -> None:
    others = {
        *("frame publication", "frame supposes", "frame offer", "frame kitchen", "frame sends"),
        *("frame disclaims", "frame promises more", "frame classes", "frame self", "only is a"),
    }
    assert not others & _signs(text)


@pytest.mark.parametrize(
    "text", ["**Iron**: Iron is a metal.", "Nobody screened babies in 1990.", "Salt: 2 grams of sodium."]
)
def test_no_label_bids_and_no_year_opens(text: str) -> None:
    assert not {"order behind a label", "opens with a year"} & _signs(text)


def test_what_a_thing_is_counts_apart_from_what_it_does() -> None:
    assert "only is a" in _signs("A bronchus is a branch of the windpipe.")
    assert "only is a" not in _signs("A bronchodilator is a drug that prevents attacks of asthma.")


def test_a_lead_in_is_told_by_its_colon() -> None:
    assert {"leads in", "leads in shortly"} <= _signs("Signs of anaemia include:")
    assert "leads in" not in _signs("Anaemia makes people pale.")


@pytest.mark.parametrize(
    ("lead", "sign"),
    [
        ("Tell your nurse if you notice:", "led by a referral"),
        ("My reasons for the change were:", "led by reasons"),
        ("The box contains:", "led by parts"),
        ("Try one of these ways to fall asleep:", "led by ways"),
        ("Too much salt causes:", "led by an effect"),
    ],
)
def test_an_item_carries_what_its_lead_in_says(lead: str, sign: str) -> None:
    assert sign in _signs("swollen feet", lead)


def test_a_sentence_carries_what_its_heading_says() -> None:
    assert "under heading of effects" in _signs("Swollen feet.", above="## Side effects")
    assert "under heading of a kitchen" in _signs("Two red onions.", above="## Ingredients")
    assert "under a question" in _signs("It does not.", above="## Does honey cure a cough?")


@pytest.mark.parametrize(
    "text",
    [
        "I leave the salt out, because it raises blood pressure.",
        "My nurse agreed: statins lower cholesterol in most patients.",
        "Since aspirin can make the stomach bleed, I stopped.",
    ],
)
def test_a_fact_beside_an_i_is_found(text: str) -> None:
    assert fact_beside_person(_reading(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "I leave the salt out, because my wife dislikes it.",
        "My nurse agreed, and we laughed about it.",
        "I had migraine for nine years.",
    ],
)
def test_a_story_beside_an_i_is_no_fact(text: str) -> None:
    assert not fact_beside_person(_reading(text)[0])
