"""Words that promise too much."""

from __future__ import annotations

import pytest

from evidence.claims.promises import boosters


@pytest.mark.parametrize(
    "text",
    [
        "We will look at this below.",
        "It is not proven that zinc helps.",
        "There is no proof that zinc helps.",
        "Zinc will not shorten a cold.",
        "All patients were women.",
        "Zinc may shorten a cold.",
        "You don’t need to prove that the cells are alive.",
        "The pH miracle diet is easy on the stomach.",
        "Read The Miracle Morning before bed.",
        "how food types will influence sleep; which foods encourage it.",
        "Next week we write about how zinc will reduce colds.",
        "The dose will be different as body weight will come into play due to muscle.",
    ],
)
def test_it_finds_no_promise_in_plain_and_careful_words(text: str) -> None:
    assert boosters(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We know that zinc shortens colds.", "We know that"),
        ("Zinc is clinically proven to shorten colds.", "clinically proven"),
        ("Zinc will shorten your cold.", "will shorten"),
        ("How much you sleep will reduce your stress.", "will reduce"),
        ("What you eat will prevent colds.", "will prevent"),
        ("All children who took zinc recovered.", "All children who took zinc recovered"),
    ],
)
def test_it_finds_promises(text: str, words: str) -> None:
    assert boosters(text) == (words,)


@pytest.mark.parametrize(
    "text",
    [
        "Zinc is not guaranteed to shorten a cold.",
        "There is no guarantee that zinc will shorten your cold.",
        "One trial does not guarantee that zinc works.",
        "There is no miracle cure for a cold.",
        "Zinc isn't a cure-all.",
        "Lead almost certainly raises blood pressure.",
        "Zinc is far from guaranteed to reduce colds.",
        "We are certainly not saying that zinc prevents colds.",
        "I certainly do not want to imply that zinc prevents colds.",
    ],
)
def test_a_word_of_certainty_that_is_denied_or_hedged_promises_nothing(text: str) -> None:
    assert boosters(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Its practice is undoubtedly much older than that.",
        "It was undeniably rough in the first days.",
        "There is certainly some difference between people.",
        "My sleep is definitely no worse, most likely better as stress is less.",
        "There is no doubt that people could be fitter than a century ago.",
        "The history of zinc is certainly long.",
        "I definitely slept better once the tea helped me.",
        "I'd certainly buy the lamp again since it helps me sleep.",
        "The colour is unquestionably a matter of taste.",
    ],
)
def test_certainty_about_something_else_than_an_effect_promises_nothing(text: str) -> None:
    assert boosters(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zinc definitely shortens colds.", "definitely"),
        ("Undoubtedly, zinc prevents colds.", "Undoubtedly"),
        ("Zinc prevents colds, without a doubt.", "without a doubt"),
        ("There is no doubt that zinc reduces pain.", "no doubt"),
        ("Zinc is guaranteed to reduce pain, not to please.", "guaranteed"),
        ("It is certainly not harmful and improves sleep.", "certainly"),
    ],
)
def test_certainty_about_an_effect_is_a_promise(text: str, words: str) -> None:
    assert words in boosters(text)


@pytest.mark.parametrize(
    "text",
    [
        "Your immune system will know how to fight the germ.",
        "Together, we will navigate the path toward healing.",
        "Milk will be avoided until the rash has healed.",
        "The wound will be treated with honey that heals it.",
        "The belief that a treatment will work is part of the placebo effect.",
        "She hopes that zinc will reduce her pain.",
        "The dose will be determined by how well it controls your pain.",
        "We will continue to support people with migraine.",
        "You will be spared the work of helping the nurse.",
    ],
)
def test_will_beside_an_effect_that_is_not_its_own_promises_nothing(text: str) -> None:
    assert boosters(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("This tea will also keep you well.", "will also"),
        ("Your vision will be restored within a day.", "will be"),
        ("We will empower you to reduce your anxiety.", "will empower"),
        ("Fasting will quickly lower your blood pressure.", "will quickly"),
        ("You will feel energetic and have an improved mood.", "will feel"),
        ("Once treatment stops, the pain will certainly increase.", "will certainly"),
    ],
)
def test_will_with_an_effect_of_its_own_is_a_promise(text: str, words: str) -> None:
    assert words in boosters(text)


@pytest.mark.parametrize(
    "text",
    [
        "Is zinc scientifically proven?",
        "Is zinc scientifically proven? +",
        "Do we know that zinc helps?",
        "Will zinc shorten my cold?",
        "The second way we know that zinc helps is a trial.",
        "How do we know that zinc helps is the harder part.",
    ],
)
def test_a_question_and_a_talk_about_knowing_promise_nothing(text: str) -> None:
    assert boosters(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Everyone who has experienced it seeks to avoid its pain.",
        "Zinc could prove to be a useful way to shorten colds.",
        "Trust scientifically proven treatments over myths about colds.",
        "Choose clinically proven methods to reduce stress.",
        "We know that the plate has removed dairy as a food group.",
        "We now know that our bodies are home to thousands of species.",
        "The dentist will create an opening to relieve the pressure.",
        "Thinking that eating less will help them lose weight, people starve.",
        "This will help more people to be aware of the pain.",
        "Movements will be chosen to help your belly heal.",
        "It is not a guarantee that it’ll improve.",
    ],
)
def test_groups_generic_advice_plans_of_those_who_treat_and_hopes_promise_nothing(text: str) -> None:
    assert boosters(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Everyone who took zinc recovered.", "Everyone who took zinc recovered"),
        ("Tests prove that zinc shortens colds.", "prove that"),
        ("Zinc is a clinically proven method to reduce colds.", "clinically proven"),
        ("We now know that zinc reduces colds.", "We now know that"),
        ("Our massage will relieve your pain.", "will relieve"),
        ("This will help relieve strain on your back.", "will help"),
        ("Pushing too hard will only lead to more pain.", "will only"),
    ],
)
def test_what_is_promised_beside_them_is_still_found(text: str, words: str) -> None:
    assert words in boosters(text)


@pytest.mark.parametrize(
    "text",
    [
        "There is little proof that megavitamins work.",
        "There is scant proof that zinc helps.",
        "Nothing else is proven to ease a cold.",
        "None of it is proven.",
        "There is a lack of proof that zinc shortens colds.",
        "It comes with a 100% money-back guarantee.",
        "Guaranteed or your money back.",
        "A 60-day guarantee is part of the price.",
        "The refund is guaranteed.",
        "25% of all men will get a hernia.",
        "About half of all women will have it at some point.",
        "Two thirds of all people will feel it.",
        "I am not sure that this will prevent a headache.",
        "Not sure if zinc will shorten my cold.",
        "They pay for the fantasy that some supplement will stop them from getting sick.",
        "It is an illusion that a tea will cure colds.",
        "The notion that honey will heal a cough is old.",
        "Many doubt that it will reduce pain.",
        "When I do drink tea, I will reduce the sugar.",
        "It is a myth that the cold will cause a cold.",
    ],
)
def test_denied_proof_shares_refunds_doubts_and_plans_promise_nothing(text: str) -> None:
    assert boosters(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "We guarantee that your pain is gone or your money back.",
        "Better sleep guaranteed within 30 days.",
        "It is guaranteed to lower your weight in 60 days.",
        "All men will recover with zinc.",
        "It is no myth that zinc will shorten your cold.",
        "Zinc is proven to shorten colds, and nothing else.",
        "I am sure zinc will shorten your cold.",
        "This will prevent a headache, not sure why.",
        "The fantasy is over: zinc will shorten your cold.",
    ],
)
def test_a_promise_beside_such_words_is_found(text: str) -> None:
    assert boosters(text)
