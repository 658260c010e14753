"""Pages on health are told from others by what their words are used for."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence.claims import annotation, topic
from evidence.claims.detection import detect
from evidence.reading import documents

_PAGES = Path(__file__).parents[1] / "pages"
_OTHERS = sorted([*_PAGES.glob("not_health*/*.txt"), *_PAGES.glob("strong_words/*.txt")])
_MIXED = sorted(_PAGES.glob("mixed*/*.txt"))
_ON_HEALTH = sorted(_PAGES.glob("health_*/*.txt"))


@pytest.mark.parametrize("path", _OTHERS, ids=lambda path: path.stem)
def test_a_post_on_another_subject_makes_no_claim(path: Path) -> None:
    document = documents.read(path.read_text("utf-8"))
    claims = [document.sentences[claim.sentence].text for claim in detect(document) if claim.claim]
    assert claims == []


@pytest.mark.parametrize("path", _ON_HEALTH, ids=lambda path: path.stem)
def test_a_page_in_plain_words_is_one_on_health(path: Path) -> None:
    lines = [line[2:] for line in path.read_text("utf-8").splitlines() if line[:2] in ("+ ", "- ")]
    assert topic.is_about_health([topic.words_of(line) for line in lines])


@pytest.mark.parametrize("path", _MIXED, ids=lambda path: path.stem)
def test_a_page_on_something_else_has_no_claim_but_those_on_health(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    told = {line[2:] for line in lines if line.startswith("+ ")}
    text = "\n".join(line[2:] if line[:2] in ("+ ", "- ") else line for line in lines)
    document = documents.read(text)
    assert {document.sentences[claim.sentence].text for claim in detect(document) if claim.claim} <= told


def test_two_sentences_on_the_eyes_stay_claims_in_the_review_of_a_lamp() -> None:
    document = documents.read(
        "The lamp has a steel arm and a long cable. It clamps to any desk. The dimmer has ten steps.\n\n"
        "Dim light does not damage the retina. Flicker triggers migraine in some people.\n\n"
        "The shade is sold in four colours. Delivery took a week. The box is made of cardboard."
    )
    assert [claim.claim for claim in detect(document)] == [False, False, False, True, True, False, False, False]


_PLAIN = [
    "The comb takes an hour, and the kids hate it.",
    "In a trial in one town, 38% of the children were free of them after the comb, and 78% were after the lotion.",
    "The bottle costs ten pounds.",
]
_WORKS = [
    "Treatment of head louse infestation with a lotion: randomised controlled trial",
    "Comparison of wet combing with malathion for treatment of head lice",
    "Scabies and lice in children: a systematic review of treatments",
]


def _topic_of(titles: list[str]) -> float:
    return annotation.read(documents.read(" ".join(_PLAIN)), (), (), titles).topic


@pytest.mark.parametrize(
    "titles",
    [[], _WORKS[:2], ["The history of combs", "Brushes and how they are made", "A guide to bottles"]],
    ids=["none", "two", "three on other things"],
)
def test_few_works_or_works_on_other_things_leave_a_page_as_it_is(titles: list[str]) -> None:
    assert _topic_of(titles) == topic.score([topic.words_of(line) for line in _PLAIN])


def test_a_page_in_plain_words_is_a_little_about_health_by_the_works_that_it_stands_on() -> None:
    assert _topic_of(_WORKS) == 0.1


def test_a_page_without_sentences_is_not_about_health() -> None:
    assert topic.score([]) == 0
    assert not topic.is_about_health([])


@pytest.mark.parametrize(
    ("borrowed", "medical"),
    [
        ("The economy shows healthy growth after a painful depression.", "The patient recovered from measles."),
        ("The virus infected forty servers.", "The virus infected forty infants with bronchitis."),
        ("Fungus spores infect the leaves of roses.", "Fungal spores cause pneumonia in patients with leukaemia."),
    ],
)
def test_words_that_others_borrow_weigh_less_than_those_of_medicine(borrowed: str, medical: str) -> None:
    lent, own = (topic.score([topic.words_of(text)]) for text in (borrowed, medical))
    assert lent < own


def test_words_of_other_trades_count_against_health() -> None:
    sick = topic.words_of("The old system was sick.")
    assert topic.score([topic.words_of("The tax office closed the bank account.")]) < 0
    assert topic.score([sick, topic.words_of("The server lost its network.")]) < topic.score([sick])


@pytest.mark.parametrize("cure", ["Ginger cures cancer.", "Garlic prevents malaria."])
@pytest.mark.parametrize("path", _OTHERS[:3], ids=lambda path: path.stem)
def test_a_promise_against_a_disease_stands_out_on_any_page(path: Path, cure: str) -> None:
    document = documents.read(f"{path.read_text('utf-8')}\n{cure}\n")
    assert detect(document)[-1].claim


@pytest.mark.parametrize("word", ["testes", "embryo", "carpal"])
def test_a_word_of_the_body_is_none_of_another_trade(word: str) -> None:
    assert topic.words_of(f"The {word} of the patient.").medical


def test_a_page_of_borrowed_words_among_those_of_another_trade_is_not_about_health() -> None:
    game = ["Poison infects the whole guild.", "The healer loses health.", "The sword and the shop are upstairs."]
    assert not topic.is_about_health([topic.words_of(line) for line in game * 4])
