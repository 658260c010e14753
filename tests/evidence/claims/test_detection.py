"""Which sentences make a claim, and of which kinds."""

from __future__ import annotations

import pytest

from evidence.claims.detection import detect
from evidence.claims.topic import is_about_health
from evidence.reading import documents
from evidence.values import Claim, Kind, Wording


def _claim(text: str, before: str = "") -> Claim:
    return detect(documents.read(f"{before} {text}".strip(), "markdown"))[-1]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Could ginger tea help against nausea?", Kind.QUESTION),
        ("Is ginger tea safe for pregnant women?+", Kind.QUESTION),
        ('"Does ginger tea help against nausea?".', Kind.QUESTION),
        ("**Can ginger tea help against nausea?** +", Kind.QUESTION),
        ("Some women may wonder if ginger tea helps with nausea.", Kind.QUESTION),
        ("More trials are needed to find the best dose of ginger for nausea.", Kind.RESEARCH_NEED),
        ("Further research, above all on the right dose of ginger, is needed.", Kind.RESEARCH_NEED),
        ("This remedy for nausea deserves further study.", Kind.RESEARCH_NEED),
        ("Continued research on screening for nausea is also essential.", Kind.RESEARCH_NEED),
        ("Future efforts should focus on telling parents about salt and blood pressure.", Kind.RESEARCH_NEED),
        ("Because of side effects, parents may be worried about giving their baby medicine.", Kind.FRAMING),
        ("Some scientists are now studying whether ginger can prevent nausea.", Kind.FRAMING),
        ("The more we learn about sleep, the better we will treat insomnia.", Kind.OPINION),
        ("I think that ginger tea helps with nausea.", Kind.OPINION),
        ("My daughter had eczema until we changed her diet.", Kind.ANECDOTE),
        ("In this article we look at ginger and nausea.", Kind.FRAMING),
        ("Many people believe that sugar causes diabetes.", Kind.FRAMING),
        ("Ask your doctor before you take magnesium.", Kind.FRAMING),
        ("The last few years have brought exciting discoveries about the gut.", Kind.FRAMING),
    ],
)
def test_it_leaves_sentences_alone_that_assert_nothing(text: str, kind: Kind) -> None:
    claim = _claim(text)
    assert (claim.claim, claim.kinds) == (False, (kind,))
    assert (claim.wording, claim.boosters, claim.vague, claim.mention) == (Wording.NONE, (), "", "")


@pytest.mark.parametrize(
    "text",
    [
        "More research is needed, but ginger cures migraine.",
        "Although ginger cures migraine, more research is needed.",
        "Continued research is essential because ginger cures migraine.",
        "Future efforts should focus on ginger, which cures migraine.",
        "Only time will tell, but ginger cures migraine.",
        "Stay tuned, because ginger cures migraine.",
        "Many people worry about headaches, but ginger cures migraine.",
        "Scientists are now studying ginger, which cures migraine.",
        "Ask your doctor first, but ginger cures migraine.",
        "In this article we look at ginger, which cures migraine.",
        "I think that tea is nice, but ginger cures migraine.",
        "My daughter had eczema, but ginger cures eczema.",
        "More research is needed, but salt strains the heart.",
        "More research is needed, and you must avoid salt with statins.",
    ],
)
def test_a_promise_in_a_clause_behind_what_asserts_nothing_is_a_claim(text: str) -> None:
    assert _claim(text, "Migraine comes with nausea.").claim


@pytest.mark.parametrize(
    "text",
    [
        "I take ginger tea, because I hope that it cures my migraine.",
        "More trials are needed, although many have begun.",
        "More trials are needed to find which tea is best for preventing nausea.",
        "The more we learn about the gut, the better we will see the ways in which it shapes our health.",
        "Ask your doctor, because everybody is different.",
    ],
)
def test_a_reason_or_a_hope_of_ones_own_behind_it_is_none(text: str) -> None:
    assert not _claim(text, "Migraine comes with nausea.").claim


@pytest.mark.parametrize(
    "text", ['Ginger cures nausea ("who knew?").', '"Nausea? Ginger cures it.".', 'Ginger cures it, and "why not?".']
)
def test_a_question_beside_what_is_asserted_hides_nothing(text: str) -> None:
    assert Kind.QUESTION not in _claim(text, "Ginger tea is for nausea.").kinds


@pytest.mark.parametrize("text", ["Almost 26,000 measles cases were counted.", "Ten thousand people die of sepsis."])
def test_large_numbers_are_claims_however_they_are_written(text: str) -> None:
    assert Kind.NUMERIC in _claim(text).kinds


@pytest.mark.parametrize(
    "text",
    [
        "The tomatoes were planted in rows of twelve, two feet apart.",
        "Employment fell by 9 % in the five years of the experiment.",
        "We took the night train to the coast and slept well.",
    ],
)
def test_it_leaves_pages_alone_that_are_not_about_health(text: str) -> None:
    page = documents.read(f"{text} The harbour was closed. The bill came to 30 dollars.", "text")
    assert not any(claim.claim for claim in detect(page))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("About 12 % of adults have migraine.", Kind.NUMERIC),
        ("Loud noise can lead to stress and hearing loss.", Kind.CAUSAL),
        ("Magnesium supplements prevent migraine.", Kind.EFFICACY),
        ("Honey is not safe for infants.", Kind.SAFETY),
        ("Migraine is typically treated with triptans.", Kind.MANAGEMENT),
        ("The liver breaks down alcohol.", Kind.MECHANISM),
        ("Walking is more effective than bed rest for back pain.", Kind.COMPARATIVE),
        ("The evidence on ginger and nausea is inconclusive.", Kind.STATE_OF_EVIDENCE),
        ("Flawed methods make these results on migraine suspect.", Kind.APPRAISAL),
        ("One study followed nurses with migraine and found fewer attacks.", Kind.STUDY_RESULT),
        ("Another study looked at magnesium in nurses with migraine.", Kind.STUDY_MENTION),
        ("Our herbal formula supports calm sleep.", Kind.PRODUCT),
    ],
)
def test_it_finds_claims_of_each_kind(text: str, kind: Kind) -> None:
    claim = _claim(text)
    assert claim.claim
    assert kind in claim.kinds


def test_a_definition_on_the_way_leaves_a_claim_a_claim() -> None:
    claim = _claim("Triptans, also known as serotonin agonists, are poorly absorbed, but the brain responds to them.")
    assert claim.claim


def test_a_sentence_that_confirms_takes_the_kinds_of_the_claim_before() -> None:
    claim = _claim("This is especially true for women with migraine.", "Magnesium supplements prevent headaches.")
    assert Kind.EFFICACY in claim.kinds


def test_a_product_name_that_sounds_like_a_benefit_is_no_claim() -> None:
    claim = _claim("Our CalmWell formula was launched in 2019.")
    assert not claim.claim


def test_it_returns_one_claim_per_sentence_in_order() -> None:
    page = documents.read("Zinc shortens colds. Does it? The liver stores glucose.", "text")
    assert [claim.sentence for claim in detect(page)] == [0, 1, 2]


def test_a_page_without_sentences_is_not_about_health() -> None:
    assert not is_about_health([])
    assert detect(documents.read("", "text")) == ()


@pytest.mark.parametrize("text", ["It is the fastest console ever made.", "It weighs less than any of its rivals."])
def test_praise_of_a_thing_on_a_page_about_something_else_is_no_claim(text: str) -> None:
    page = "The Orbit 3 is a game console. The Orbit 3 costs 399 dollars at every shop. Buy the Orbit 3 today. "
    assert not any(claim.claim for claim in detect(documents.read(page + text, "markdown")))
