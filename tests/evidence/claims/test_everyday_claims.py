"""Claims in everyday words, and sentences that only sound like one; each alone on its page and on a page on health."""

from __future__ import annotations

import pytest

from evidence.claims.detection import detect
from evidence.language.diseases import disease_words
from evidence.reading import documents
from evidence.values import Claim, Kind

_AROUND = "Blood pressure rises with age. The liver stores glucose and releases insulin."


def _claim(text: str, before: str = "") -> Claim:
    return detect(documents.read(f"{before} {text}".strip(), "markdown"))[-1]


_ASSERTING_NOTHING = [
    "The keto diet is a high-fat, low-carb way of eating.",
    "Veganism is a way of living without animal products.",
    "The paleo diet is a high-protein, low-sugar pattern of eating.",
    "If you have ever had a urinary tract infection, you know the drill.",
    "If you have ever had a migraine, you know how it feels.",
    "That is good news if you would rather not take a drug.",
    "It is good news for anyone who would rather not have surgery.",
    "That is great news if you like coffee.",
    "Let us look at three ways to protect your hips.",
    "Let us take a look at five ways to lower your blood pressure.",
    "A broken hip can change a life in one second.",
    "A stroke can change everything in a moment.",
    "A diagnosis of cancer turns your world upside down.",
    "Then talk about your bones, and about whether a test or a medicine makes sense.",
    "Talk about your medicines, and about what matters to you.",
    "Ask whether a scan makes sense.",
    "Discuss whether a tablet or a patch makes sense for you.",
    "Find out whether it helps.",
    "The other half of the participants drank water.",
    "My mother had asthma as a child.",
    "Cut the onions in half and fry them in oil.",
    "Most people have a phone.",
    "Most patients are seen within a week.",
    "Our members get a free newsletter each month.",
    "My students sleep in class.",
]


@pytest.mark.parametrize("text", _ASSERTING_NOTHING)
@pytest.mark.parametrize("around", ["", _AROUND])
def test_it_leaves_words_to_the_reader_and_figures_of_speech_alone(text: str, around: str) -> None:
    assert not _claim(text, around).claim


def test_it_leaves_a_post_on_programming_alone() -> None:
    post = """
    Rust is memory safe. The borrow checker prevents whole classes of memory errors. Ownership is a set of rules that
    govern how memory is managed. Memory safety does not depend on a garbage collector. A mutex protects shared data.
    This reduces the risk of a data race. Go is type safe. It is safe to drop the value twice. The compiler stops the
    build when a lifetime ends too early. Zero-cost abstractions improve performance by 30 percent.
    """
    assert not any(claim.claim for claim in detect(documents.read(post, "text")))


@pytest.mark.parametrize(
    "text",
    [
        "If you have ever had shingles, vitamin C prevents a stroke.",
        "That is good news, because walking lowers blood pressure.",
        "Statins can change your life, as they prevent strokes.",
    ],
)
def test_words_to_the_reader_take_nothing_back_from_a_claim(text: str) -> None:
    assert _claim(text).claim


_EFFICACY = [
    "This tea will get rid of your migraine.",
    "This oil gets rid of warts overnight.",
    "Zinc cures colds.",
    "Ginger cures colds.",
    "Ginger prevents colds.",
    "Zinc shortens colds.",
    "Honey shortens a cold.",
    "Zinc lozenges cut the duration of a cold in half.",
    "Aspirin halved the risk of stroke.",
    "Aspirin cut the risk of a heart attack by a third.",
    "Swimming reduces the risk of heart attacks.",
    "Cycling lowers the risk of heart disease.",
    "Turmeric slashes the risk of arthritis.",
    "Garlic wards off the flu.",
    "Onions keep colds at bay.",
    "Elderberry fights off colds.",
    "Honey beats a cough.",
    "Lemon water reverses diabetes.",
    "Vitamin C knocks out a cold in a day.",
    "Semaglutide reduces body weight.",
    "Celery juice flushes out kidney stones.",
    "Metoprolol lowers blood pressure.",
    "Omeprazole heals ulcers.",
    "Fasting melts body fat.",
    "Cranberry is proven to work for everyone.",
    "Peppermint oil is clinically proven to calm the gut.",
    "My patients lose 5 kg in two weeks on this diet.",
    "Our patients recover in half the time with this cream.",
]


@pytest.mark.parametrize("text", _EFFICACY)
@pytest.mark.parametrize("around", ["", _AROUND])
def test_it_finds_promises_against_disease_in_everyday_words(text: str, around: str) -> None:
    assert Kind.EFFICACY in _claim(text, around).kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Half of all adults have high blood pressure.", Kind.NUMERIC),
        ("Most people lack vitamin D.", Kind.NUMERIC),
        ("One in five children has eczema.", Kind.NUMERIC),
        ("Nearly all vegans lack vitamin B12.", Kind.NUMERIC),
        ("Most smokers die of lung disease.", Kind.NUMERIC),
        ("In 2019 the U.S. had 1,274 cases of measles.", Kind.NUMERIC),
        ("There were 3,400 cases of whooping cough in 2016.", Kind.NUMERIC),
        ("Sugar feeds cancer.", Kind.CAUSAL),
        ("Sugar fuels inflammation.", Kind.CAUSAL),
        ("Apple cider vinegar melts belly fat.", Kind.CAUSAL),
        ("My clients sleep better after one week of magnesium.", Kind.CAUSAL),
        ("Lentils are rich in iron.", Kind.DESCRIPTIVE),
        ("Oats are high in fibre.", Kind.DESCRIPTIVE),
        ("Spinach is a good source of folate.", Kind.DESCRIPTIVE),
        ("Doctors agree that antibiotics should be the last resort.", Kind.MANAGEMENT),
        ("Experts agree that surgery should be the last option.", Kind.MANAGEMENT),
        ("Statins should be the first choice after a stroke.", Kind.MANAGEMENT),
    ],
)
@pytest.mark.parametrize("around", ["", _AROUND])
def test_it_finds_other_claims_in_everyday_words(text: str, kind: Kind, around: str) -> None:
    assert kind in _claim(text, around).kinds


def test_one_sentence_tells_what_a_page_of_two_is_about() -> None:
    claims = detect(documents.read("Semaglutide reduces body weight. It comes as a pen.", "text"))
    assert claims[0].claim


def test_keeping_a_medicine_from_somebody_promises_nothing() -> None:
    assert Kind.EFFICACY not in _claim("Keep the medicine away from children.", _AROUND).kinds


@pytest.mark.parametrize("text", ["A cold shower ends the day.", "It stops the cold wind.", "The cold ended in May."])
def test_cold_is_a_disease_only_where_it_is_one(text: str) -> None:
    assert disease_words(text) == ""


def test_a_promise_of_proof_is_kept_as_such() -> None:
    assert _claim("Cranberry is proven to work for everyone.").boosters


def test_doctors_without_a_name_are_vague() -> None:
    assert _claim("Doctors agree that antibiotics should be the last resort.").vague
