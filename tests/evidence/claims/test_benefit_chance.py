"""Claims that no rule tells so are of benefit, harm or advice where weights find that likely enough."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.claims.annotation import Reading
from evidence.claims.benefit_chance import Signs, around, features, kind_of, likely
from evidence.claims.weights import Weights, shipped
from evidence.language import vocabulary
from evidence.values import Kind

_REST = Weights(0.6, -2.0, {"word rest": 4.0})
Kinds = tuple[Kind, ...]


def _reading(text: str, *, place: str = "", product: tuple[str, ...] = (), heading: str = "") -> Reading:
    found = tuple(vocabulary.words(text))
    return Reading(0, text, 0, place, found, 2, 0, False, 0, True, product, False, "", heading=heading)


def _told(reading: Reading, kinds: Kinds = (Kind.CAUSAL,), weights: Weights = _REST) -> Kinds:
    return likely([reading], [(kinds, 0.9, "")], [frozenset()], weights)[0][0]


def test_what_weights_find_unlikely_keeps_its_kinds() -> None:
    assert _told(_reading("A torn ligament leads to a swollen ankle.")) == (Kind.CAUSAL,)


def test_what_is_no_claim_stays_none() -> None:
    assert _told(_reading("I rest my ankle."), (Kind.ANECDOTE,)) == (Kind.ANECDOTE,)


def test_what_rules_tell_keeps_its_kinds() -> None:
    kinds = (Kind.SAFETY, Kind.NUMERIC)
    assert _told(_reading("Rest harms one knee in ten."), kinds) == kinds


_DOUBTS = Weights(0.5, 0.0, {"word common": -2.0})


def test_what_rules_tell_and_weights_hardly_believe_is_told_as_what_is_left() -> None:
    kinds = (Kind.EFFICACY, Kind.NUMERIC)
    assert _told(_reading("Headaches are common."), kinds, _DOUBTS) == (Kind.NUMERIC,)
    assert _told(_reading("Headaches are common."), (Kind.EFFICACY,), _DOUBTS) == (Kind.DESCRIPTIVE,)
    assert _told(_reading("Headaches are frequent."), kinds, _DOUBTS) == kinds


def test_such_a_claim_keeps_an_effect_as_a_cause() -> None:
    settled = [((Kind.EFFICACY,), 0.9, "")]
    found = likely([_reading("Common colds raise the pulse.")], settled, [frozenset({"effect"})], _DOUBTS)
    assert found[0][0] == (Kind.CAUSAL,)


def test_what_befalls_people_has_to_be_likely_where_rules_tell_it_too() -> None:
    doubts = Weights(0.5, -0.5, {})
    assert _told(_reading("Chronic stress raises blood pressure."), (Kind.SAFETY,), doubts) == (Kind.DESCRIPTIVE,)
    assert _told(_reading("Salt raises blood pressure."), (Kind.SAFETY,), doubts) == (Kind.SAFETY,)


def test_a_judgement_is_weighed_again_with_those_around_it() -> None:
    weights = replace(_REST, around=Weights(0.5, 0.0, {"itself": 1.0, "near": 1.0}))
    texts = ("Ankles swell.", "Rest mends ankles.", "Rest mends knees.", "Rest mends feet.", "Rest mends hips.")
    readings, settled, cued = [_reading(text) for text in texts], [((Kind.CAUSAL,), 0.9, "")] * 5, [frozenset()] * 5
    weights = replace(weights, bias=-1.0, threshold=0.5)
    alone = likely(readings[:4], settled[:4], cued[:4], weights)
    beside = likely(readings, settled, cued, weights)
    assert alone[0][0] == (Kind.CAUSAL,)
    assert beside[0][0] == (Kind.EFFICACY, Kind.CAUSAL)


def test_only_other_claims_count_as_those_around_one() -> None:
    assert around([2.0], [""]) == [{"itself": 2.0, "near": 0.0, "before": 0.0, "after": 0.0, "section": 0.0}]
    row = around([1.0, 2.0, 4.0, 9.0], ["a", "a", "b", "a"])[1]
    assert row == {"itself": 2.0, "near": pytest.approx(14 / 3), "before": 1.0, "after": 4.0, "section": 5.0}


def test_what_is_said_of_a_product_is_the_business_of_its_own_rules() -> None:
    assert _told(_reading("Ankle Rest mends ankles.", product=("Ankle Rest",))) == (Kind.CAUSAL,)


def test_what_stands_beside_the_prose_is_not_weighed() -> None:
    assert _told(_reading("Rest mends ankles", place="heading")) == (Kind.CAUSAL,)


@pytest.mark.parametrize(
    "text",
    [
        "This is one way that rest mends ankles.",
        "That is how rest works.",
        "Rest acts this way for ankles.",
        "Pick the rest that is up to you.",
        "Take the one you like and rest.",
        "Ankles can be greatly affected by rest.",
    ],
)
def test_how_something_works_and_what_plays_into_it_is_not_weighed(text: str) -> None:
    assert _told(_reading(text)) == (Kind.CAUSAL,)


@pytest.mark.parametrize(
    "text",
    [
        "Loud noise can rob the body of rest.",
        "Chronic stress raises blood pressure and takes away rest.",
        "Ageing affects how well we rest.",
        "Air pollution damages lungs at rest.",
        "Bacteria are at rest in the gut.",
        "Genes may decide how long we rest.",
    ],
)
def test_what_befalls_people_is_not_weighed(text: str) -> None:
    assert _told(_reading(text)) == (Kind.CAUSAL,)


@pytest.mark.parametrize(
    "text", ["Rest lowers stress.", "Rest can ease the stress of ageing.", "Less stress: rest mends."]
)
def test_what_is_done_against_it_is(text: str) -> None:
    assert _told(_reading(text)) != (Kind.CAUSAL,)


@pytest.mark.parametrize(
    "text", ["Rest 5 days or 30, whatever you like.", "Take 20 mg and rest; the hour is up to you."]
)
def test_a_dose_is_weighed_though_the_reader_may_choose(text: str) -> None:
    assert _told(_reading(text)) != (Kind.CAUSAL,)


def test_a_likely_benefit_is_told_as_one_and_keeps_the_other_kinds() -> None:
    assert _told(_reading("Rest mends ankles."), (Kind.CAUSAL, Kind.NUMERIC)) == (
        Kind.EFFICACY,
        Kind.CAUSAL,
        Kind.NUMERIC,
    )


def test_chance_and_rule_of_a_claim_stay_as_they_were() -> None:
    found = likely([_reading("Rest mends ankles.")], [((Kind.CAUSAL,), 0.81, "few sentences")], [frozenset()], _REST)
    assert found[0][1:] == (0.81, "few sentences")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("You should rest a sprained ankle.", Kind.MANAGEMENT),
        ("Hip pain from lying on one side", Kind.SAFETY),
        ("Less hip pain after a rest", Kind.EFFICACY),
        ("Two tablets a day are enough.", Kind.MANAGEMENT),
        ("Too little rest damages the ankle.", Kind.SAFETY),
        ("Rest eases the ankle.", Kind.EFFICACY),
    ],
)
def test_advice_harm_and_benefit_are_told_apart_by_words(text: str, kind: Kind) -> None:
    assert kind_of(text) is kind


@pytest.mark.parametrize(
    ("item", "above", "kind"),
    [
        ("miscarriage and stillbirth", "Diabetes in pregnancy can lead to:", Kind.SAFETY),
        ("not drinking enough fluids", "Common causes of constipation include:", Kind.SAFETY),
        ("nausea and headaches", "Side effects", Kind.SAFETY),
        ("hip pain from sleeping on the side", "Problems in late pregnancy:", Kind.SAFETY),
        ("plenty of fluids", "What you can do", Kind.MANAGEMENT),
        ("a quiet, dark room", "Tips for a good night:", Kind.MANAGEMENT),
        ("fewer headaches", "It helps with the symptoms of:", Kind.EFFICACY),
        ("better sleep", "Benefits include:", Kind.EFFICACY),
        ("softer skin", "", Kind.EFFICACY),
        ("avoid alcohol", "Benefits include:", Kind.MANAGEMENT),
    ],
)
def test_an_item_is_told_as_what_it_stands_under(item: str, above: str, kind: Kind) -> None:
    assert kind_of(item, above) is kind


def test_a_heading_tells_of_items_and_not_of_sentences() -> None:
    of_item = _told(_reading("Rest at noon", heading="Risks"))
    of_sentence = _told(_reading("Rest mends ankles.", heading="Risks"))
    assert (of_item[0], of_sentence[0]) == (Kind.SAFETY, Kind.EFFICACY)


def test_the_order_of_illness_and_remedy_is_seen() -> None:
    signs = Signs((Kind.CAUSAL,), frozenset(), "", ())
    assert "first treatment" in features(_reading("Aspirin eases arthritis."), signs)
    assert "first condition" in features(_reading("Arthritis is eased by aspirin."), signs)


def test_words_of_heading_and_lead_in_count_beside_those_of_the_sentence() -> None:
    row = features(_reading("Better sleep", heading="Benefits"), Signs((), frozenset(), "It brings:", ()))
    assert row["word heading benefits"] == row["word lead brings"] == 0.5
    assert row["listed"] == 1.0


def test_weights_without_these_leave_the_kinds_to_rules() -> None:
    assert Weights(0.5, 0.0, {}).benefit is None
    assert shipped().benefit is not None
