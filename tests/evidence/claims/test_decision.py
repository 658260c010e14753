"""Learned weights settle what rules propose, and rules keep the last word where the standard leaves no doubt."""

from __future__ import annotations

import pytest

from evidence.claims.detection import detect
from evidence.claims.features import WORD
from evidence.claims.weights import Weights, from_data, shipped
from evidence.language import vocabulary
from evidence.reading import documents
from evidence.values import CLAIM_KINDS, Claim, Kind

_NEVER = Weights(threshold=0.5, bias=-20.0, features={})
_ALWAYS = Weights(threshold=0.5, bias=20.0, features={})
_PAGE = (
    "Blood pressure rises with age. The liver stores glucose and releases insulin. "
    "Asthma inhalers come in two colours. My sister has had migraines for years. Statins lower cholesterol. "
    "Most adults with diabetes have high blood pressure. Eczema is a disease of the skin. "
)


def _settled(text: str, weights: Weights) -> Claim:
    return detect(documents.read(_PAGE + text, "text"), weights=weights)[-1]


@pytest.mark.parametrize(
    "text",
    [
        "Does ginger help against migraine?",
        "More trials are needed to find the best dose of ginger for migraine.",
        "Some scientists are now studying whether ginger can prevent migraine.",
        "Parents may be worried about giving their baby medicine.",
        "The more we learn about sleep, the better we will treat insomnia.",
        "If you have a fever or pain in your back, see a doctor or nurse first.",
        "Please ask your pharmacist before you take ginger with insulin.",
        "The other half got a sugar pill every morning.",
        "Both groups kept a diary of their headaches.",
        "They were phoned by a nurse every week.",
        "The runners saw a physiotherapist twice.",
        "Lying on your back with migraine can:",
        "Treatment options for migraine may include:",
        "There are three studies of ginger against migraine:",
        "The following trials on insulin were found:",
        "**Q: What makes ginger help against migraine?**",
        "Discuss sleep and migraine with your healthcare provider, especially if you are pregnant.",
        "Do not use ginger to postpone seeing a health care provider about a migraine.",
        "It is always important to check with your GP about insulin.",
        "This shows the need for conducting further research on insulin.",
        "Whether ginger can be helpful in preventing and treating migraine",
        "TODO: Figure out how ginger prevents migraine.",
        "−8%*",
    ],
)
def test_no_weight_makes_a_claim_of_what_asserts_nothing(text: str) -> None:
    assert not _settled(text, _ALWAYS).claim


@pytest.mark.parametrize(
    "text",
    [
        "It can also weaken the birth control pill, so talk to your pharmacist.",
        "Ask your doctor before you take ginger, because it thins the blood.",
        "It is important to check with your GP, because insulin can thin the blood.",
        "Watch your sugar, because diabetes can:",
        "Whether you take ginger or mint, both ease migraine.",
    ],
)
def test_advice_to_see_somebody_does_not_hide_what_is_told_beside_it(text: str) -> None:
    assert _settled(text, _ALWAYS).claim


@pytest.mark.parametrize(
    ("lead", "claim"),
    [
        ("Speak to your GP if you notice any changes in your feet, including:", False),
        ("Call the ward at once if you have:", False),
        ("A nerve that suffers from diabetes shows by:", True),
    ],
)
def test_an_item_under_a_line_that_sends_to_a_doctor_is_no_claim(lead: str, claim: bool) -> None:
    page = _PAGE + f"\n\n{lead}\n\n* numb feet\n* blisters and pain\n"
    found = detect(documents.read(page, "markdown"), weights=_ALWAYS)
    assert [one.claim for one in found[-2:]] == [claim, claim]


@pytest.mark.parametrize(
    "text",
    [
        "She had pain for a year and took ginger.",
        "He was on three tablets for his blood pressure.",
        "Speak to your nurse if you notice any sign of diabetes, including:",
    ],
)
def test_what_befell_one_person_and_a_lead_in_that_sends_to_somebody_are_no_claims(text: str) -> None:
    assert not _settled(text, _ALWAYS).claim


@pytest.mark.parametrize(
    "text", ["Patients had less pain with ginger.", "She and others with diabetes need eye checks.", "Ginger was good."]
)
def test_what_befell_many_is_left_to_the_weights(text: str) -> None:
    assert _settled(text, _ALWAYS).claim


@pytest.mark.parametrize(
    "text",
    [
        "Ginger cures migraine.",
        "Flawed methods make these results on migraine suspect.",
        "Our herbal formula supports calm sleep.",
    ],
)
def test_no_weight_takes_back_a_promise_a_judgement_or_praise_of_a_product(text: str) -> None:
    assert _settled(text, _NEVER).claim


def test_a_claim_that_rules_missed_has_a_kind_of_claim() -> None:
    claim = _settled("The skins of patients differ a little.", _ALWAYS)
    assert claim.claim
    assert CLAIM_KINDS & set(claim.kinds)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Loud noise can lead to stress and hearing loss.", Kind.FRAMING),
        ("She said that loud noise led to stress and hearing loss.", Kind.ANECDOTE),
    ],
)
def test_what_weights_take_for_no_claim_has_a_kind_that_needs_no_source(text: str, kind: Kind) -> None:
    claim = _settled(text, _NEVER)
    assert (claim.claim, claim.kinds) == (False, (kind,))
    assert claim.certainty is not None
    assert claim.certainty < 0.01


def test_on_a_page_of_few_sentences_no_weight_takes_a_claim_away() -> None:
    page = documents.read("Loud noise can lead to stress and hearing loss. Is that news?", "text")
    assert [(claim.claim, claim.certainty) for claim in detect(page, weights=_NEVER)] == [(True, None), (False, None)]


def test_on_a_page_of_few_sentences_weights_find_claims_in_plain_words() -> None:
    page = documents.read(
        "Asthma patients ask about sleep. Is that news? People who nap late lie awake longer.", "text"
    )
    assert [claim.claim for claim in detect(page, weights=_ALWAYS)] == [True, False, True]
    assert not detect(page, weights=_NEVER)[-1].claim


def test_a_page_on_another_subject_is_left_to_rules() -> None:
    page = "The bank raised its rates. The market fell. Shares of lenders lost a tenth. The river froze in March. "
    claims = detect(documents.read(page * 3, "text"), weights=_ALWAYS)
    assert not any(claim.claim for claim in claims)


def test_plain_words_without_a_number_or_cue_are_found_on_a_page_on_health() -> None:
    claims = detect(documents.read(_PAGE + "Small brushes between the teeth do more for the gums than floss.", "text"))
    assert claims[-1].claim
    assert claims[-1].certainty is not None


def test_a_feature_that_no_weight_names_changes_nothing() -> None:
    weights = from_data({"threshold": 0.4, "bias": 0.0, "features": {"told": 2}})
    assert weights.chance({"unheard of": 5.0}) == 0.5
    assert weights.chance({"told": 1.0}) > 0.8
    assert weights.chance({"told": 1e9}) <= 1


def test_the_weights_of_the_package_name_no_rare_subject() -> None:
    """Words of health are learned from sites by the hundred alone, and each leans on the others."""
    assert 50 < len(shipped().features) < 3500
    assert 0.3 <= shipped().threshold <= 0.6
    words = [name.removeprefix(WORD) for name in shipped().features if name.startswith(WORD)]
    assert {"the", "may", "and"} & set(words)
    heavy = [word for word in words if vocabulary.is_health(word) and abs(shipped().features[f"{WORD}{word}"]) > 2]
    assert heavy == []


def test_a_promise_against_a_disease_is_one_on_a_page_about_anything() -> None:
    page = "The bank raised its rates. The market fell. Shares of lenders lost a tenth. The river froze in March. "
    claims = detect(documents.read(page * 3 + "Ginseng therapy cures diabetes in every patient.", "text"))
    assert (claims[-1].claim, claims[-1].rule) == (True, "disease promise")


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("It is not meant to cure colds, ginger cures migraine.", True),
        ("Ginger is not intended to treat colds but to cure migraine.", True),
        ("Ginger cures migraine and is not meant to treat colds.", True),
        ("It is not designed to treat colds; ginger cures migraine.", True),
        ("Therefore, ginger is not meant to cure migraine or colds.", False),
    ],
)
def test_what_something_is_not_meant_for_is_promised_by_nobody(text: str, claim: bool) -> None:
    assert _settled(text, _NEVER).claim is claim


@pytest.mark.parametrize(
    ("line", "claim"),
    [
        ("[Ginger cures migraine](https://a.example/1)", True),
        ("[Ginger and insulin in children with asthma.](https://a.example/1)", True),
        ("[ginger with insulin](https://a.example/1)", True),
        ("[Aspirin thins the blood of children](https://shop.example/1)", True),
        ("[Children should not take insulin](https://shop.example/1)", True),
        ("[Ginger](https://a.example/1) and insulin in asthma", True),
        ("These calm the liver:\n\n- [Ginger with insulin](https://a.example/1)", True),
        ("[Ginger and insulin in children with asthma](https://a.example/1)", False),
        ("[WHO 2](https://a.example/1)", False),
        ("[Ginger cures migraine](/blog/ginger)", True),
        ("[Aspirin thins the blood of children](../aspirin)", True),
        ('<a href="/ginger" class="b">Ginger cures migraine</a>', True),
        ("[Ginger and insulin in children with asthma](/blog/ginger)", False),
        ('<a href="/ginger" class="b">Ginger and insulin in children</a>', False),
    ],
)
def test_a_line_that_is_a_link_names_a_work_unless_it_says_more(line: str, claim: bool) -> None:
    found = detect(documents.read(f"{_PAGE}\n\n{line}\n", "markdown"), weights=_ALWAYS)
    assert found[-1].claim is claim


@pytest.mark.parametrize(
    "lead",
    [
        "If you notice any of the following symptoms, check in with your healthcare provider.",
        "Get it checked if you have one of these.",
        "See someone if you have any of the following:",
    ],
)
def test_what_to_be_seen_for_is_no_claim_also_below_a_full_stop(lead: str) -> None:
    text = f"{_PAGE}\n\n{lead}\n\n- a lump in the breast\n- swelling which can be a sign of inflammatory cancer\n"
    claims = detect(documents.read(text, "markdown"), weights=_ALWAYS)
    assert [claim.claim for claim in claims[-2:]] == [False, True]
