"""Disease claims, structure and function, safety, rank, plain facts and traps are told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from evidence.language.sentences import split
from evidence.selling.statements import Statement, masked, statement

ROWS = [
    tuple(line.split(" | ", 1)) for line in Path(__file__).with_name("told_apart.txt").read_text("utf-8").splitlines()
]
"""What each sentence is, and the sentence with {B} for the brand; written to try rules on, so they are no measure."""


def said_in(text: str) -> list[Statement]:
    found, before = [], ""
    for start, end in split(text, 0):
        found.append(statement(text[start:end], ("Brandol",), before))
        before = text[start:end]
    return found


def wanted(label: str, said: list[Statement]) -> bool:
    disease = any(one.disease for one in said)
    return {
        "disease": disease,
        "structure": any(one.benefit for one in said) and not disease,
        "comparison": any(one.rank for one in said) and not disease,
        "safety": any(one.safety for one in said) and not disease,
    }.get(label, not any(one.claims for one in said))


@pytest.mark.parametrize("label", sorted({label for label, _ in ROWS}))
def test_each_sentence_is_taken_for_what_it_is(label: str) -> None:
    texts = [text.replace("{B}", "Brandol") for kind, text in ROWS if kind == label]
    assert [text for text in texts if not wanted(label, said_in(text))] == []


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Does Brandol cure a cold?", "question"),
        ("Brandol is not intended to treat asthma.", "denial"),
        ("There is no evidence that Brandol helps against asthma.", "unproven"),
        ("Do not take Brandol in pregnancy.", "warning"),
        ("For each jar of Brandol we donate a dollar to asthma research.", "gift"),
        ("My mother had asthma long before she heard of Brandol.", "life"),
        ("Shake Brandol before you open it.", "use"),
    ],
)
def test_a_trap_is_silent_and_says_why(text: str, silent: str) -> None:
    [found] = said_in(text)
    assert (found.claims, found.silent) == (False, silent)


@pytest.mark.parametrize(
    "text",
    [
        "When I had cancer, a friend brought me a tin of Brandol and a book.",
        "The internet is full of stories about Brandol and cancer, none of which we can confirm.",
        "Brandol was pressed by a man who lost his wife to malaria.",
    ],
)
def test_an_ill_that_the_product_is_not_sold_against_claims_nothing(text: str) -> None:
    assert not any(one.claims for one in said_in(text))


def test_a_question_after_harm_that_is_answered_with_no_is_a_word_on_safety() -> None:
    assert said_in("Side effects? Not with Brandol.")[1].safety
    assert not said_in("Delivery charges? Not with Brandol.")[1].safety


def test_a_clause_that_claims_counts_beside_a_plain_description() -> None:
    [found] = said_in("Brandol is a hand cream in a tube of 75 ml, which heals eczema.")
    assert found.disease


def test_a_denial_does_not_cover_what_follows_it() -> None:
    [found] = said_in("Brandol is not a medicine, but it cures asthma.")
    assert found.disease


def test_a_question_hands_its_ills_to_the_next_sentence() -> None:
    assert said_in("Slipped disc? Brandol takes care of it.")[1].disease


def test_a_story_turns_into_a_claim_where_it_changes() -> None:
    assert said_in("I could not walk for arthritis. Two weeks of Brandol and I dance again.")[1].disease


def test_a_figure_of_speech_on_a_disease_is_likely_and_a_known_wording_sure() -> None:
    [sure] = said_in("Brandol cures asthma.")
    [likely] = said_in("Asthma, meet Brandol.")
    assert sure.certainty == 1.0
    assert likely.disease
    assert likely.certainty < 1.0


def test_the_name_is_no_part_of_what_is_said() -> None:
    assert masked("Calm Tea is new.", ("Calm Tea",)) == "thisproduct is new."
    assert not statement("Asthma Away was founded in 2019.", ("Asthma Away",)).claims


def test_a_telling_name_is_judged_where_it_is_given() -> None:
    assert statement("ArthroCure is new.", ("ArthroCure",), "", "ArthroCure").criterion == "iv"


@pytest.mark.parametrize(
    "text",
    ["Can Brandol cure gout? No.", "Does Brandol cure a hangover? Sadly not.", "Is Brandol vegan? Yes."],
)
def test_a_question_answered_with_a_word_that_claims_nothing_is_silent(text: str) -> None:
    assert not any(one.claims for one in said_in(text))


def test_a_question_answered_with_yes_claims_what_it_asks() -> None:
    assert said_in("Can Brandol cure gout? Yes.")[1].disease


@pytest.mark.parametrize("text", ["I sleep so well now.", "I feel so much better these days."])
def test_what_a_customer_now_feels_is_the_sellers_claim(text: str) -> None:
    assert said_in(text)[0].benefit


@pytest.mark.parametrize(
    "text",
    [
        "More affordable than many clinics",
        "Higher cost than expected",
        "More expensive than any other brand",
        "The cheapest option of all brands",
        "More convenient than a clinic",
        "Prefer a quick, simple online prescription",
        "Don't want to commit to blood tests and monitoring",
        "Want treatments outside hormone balance",
        "You want a doctor near you",
        "You are looking for a low price",
    ],
)
def test_money_ease_and_whom_it_suits_promise_nothing(text: str) -> None:
    assert not statement(text, ("Marrowfen",)).claims


@pytest.mark.parametrize(
    "text",
    [
        "More effective than any other brand",
        "Want clear skin? Marrowfen clears acne.",
        "If you want to sleep, Marrowfen ends insomnia.",
        "Better for your joints than any other brand",
    ],
)
def test_rank_by_effect_and_a_wish_that_is_answered_promise_something(text: str) -> None:
    assert statement(text, ("Marrowfen",)).claims
