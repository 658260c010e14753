"""Talk of the same study, person, body or book hands its source on (standards.md A3.2)."""

from __future__ import annotations

import pytest

from evidence.matching import voices
from tests.evidence.judging import TRIAL, judge

STUDY = "A trial found that ginger tea reduced nausea in 240 patients [1]."
REVIEW = "A 2019 Cochrane review of 14 trials found that ginger reduced nausea in pregnancy [1]."
BOOK = "In her book *The Quiet Gut*, Lee argues that ginger settles the stomach [1]."
BODY = "The European Food Safety Authority has said that ginger reduces nausea in adults [1]."


def _tied(text: str, sentence: int = 1) -> bool:
    row = judge(text, [TRIAL]).sentences[sentence]
    assert row.claim.claim, row.sentence.text
    return bool(row.links)


@pytest.mark.parametrize(
    "text",
    [
        f"{STUDY} It also lowers blood pressure and cholesterol.",
        f"{STUDY} They are rich in fibre and lower cholesterol.",
        f"{STUDY} The results you get depend on your dose, and ginger may cause heartburn.",
        f"{STUDY} The benefits of ginger include lower cholesterol.",
        f"{STUDY} Many women take vitamin B6, which reduces nausea.",
        f"{STUDY} Researchers have also found that mint reduces nausea.",
        f"{REVIEW} Some evidence suggests that mint relieves nausea.",
        f"{REVIEW} Most trials of mint find that it relieves nausea.",
        f"{BOOK} Brown writes that ginger causes bleeding.",
        f"{BODY} It is also used against migraine and prevents cramps.",
        f"{BODY}\n\n## Mint\n\nThe agency also warns that mint may cause heartburn.",
        "Ginger reduces nausea [1]. The agency warns that mint may cause heartburn.",
    ],
)
def test_nothing_is_handed_on_to_what_speaks_of_something_else(text: str) -> None:
    assert not _tied(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{STUDY} No serious harm was seen.",
        f"{STUDY} Side effects were mild and rare.",
        f"{STUDY} There was also a small drop in blood pressure.",
        f"{STUDY} Surprisingly, ginger reduced vomiting in men only.",
        f"{STUDY} Lead author Dr Coe says that ginger could spare women many pills.",
        f"{STUDY} Their conclusion: ginger is safe for pregnant women.",
        f"{STUDY} The upshot is that ginger reduced nausea and nothing else.",
        f"{STUDY} What this means is that ginger reduces nausea in one of four women.",
        f"{STUDY} This *journal* paper also found less heartburn with ginger.",
        f"{STUDY} Rather, ginger cut nausea by half.",
        f"{STUDY} This contradicts earlier studies, in which ginger did not reduce nausea.",
        f"{STUDY}\n\nWhat the study shows is that ginger halves nausea.",
        f"{REVIEW} All nine trials of the second group found less vomiting.",
        f"{REVIEW} Two of the studies found an effect on vomiting.",
        f"{REVIEW} The included trials were small, and most were at risk of bias.",
        f"{REVIEW} No trial described harm to the baby.",
        f"{REVIEW} Low-quality evidence suggested that ginger reduces vomiting.",
        f"{REVIEW} In addition, mint may be as good as ginger against vomiting.",
        f"{REVIEW} Cochrane's verdict: ginger probably reduces nausea in pregnancy.",
    ],
)
def test_what_goes_on_about_the_study_or_the_review_stands_on_it(text: str) -> None:
    assert _tied(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{BOOK} She writes that ginger speeds up the emptying of the stomach.",
        f"{BOOK} According to Lee, ginger speeds up the emptying of the stomach.",
        f"{BOOK} A later chapter explains that ginger prevents migraine.",
        f"{BOOK} In her view, ginger prevents migraine.",
        f"{BOOK}\n\nLee also claims that ginger prevents migraine.",
        f"{BODY} The agency also warns that ginger may thin the blood.",
        f"{BODY} It advises against more than 4 grams of ginger a day.",
        f"{BODY} EFSA also warns that ginger may thin the blood.",
        f"{BODY} The guidance says that ginger should be avoided before surgery.",
        f"{BODY}\n\nThe authority found no harm in pregnancy.",
    ],
)
def test_whoever_had_the_word_may_have_it_again(text: str) -> None:
    assert _tied(text)


def test_a_case_that_is_told_on_stands_on_its_report() -> None:
    case = "In 2008 a woman was found with kidney stones after two litres of ginger tea a day [1]."
    assert _tied(f"{case} Her kidneys recovered after she stopped the tea.")
    assert not _tied(f"{case} Her kidneys are protected by water and by a diet that is low in salt.")


@pytest.mark.parametrize(
    "lead",
    [
        "In *The Quiet Gut*, Anna Lee writes that ginger settles the stomach.",
        "In her book The Quiet Gut, Anna Lee claims that ginger settles the stomach.",
        "Anna Lee, author of the book [The Quiet Gut](https://amzn.to/abc), writes that ginger settles stomachs:\n\n>",
    ],
)
def test_a_book_named_by_title_and_author_is_a_source_and_goes_on_speaking(lead: str) -> None:
    rows = judge(f"{lead} She adds that it prevents migraine.\n\nZinc shortens colds.", None).sentences  # type: ignore[arg-type]
    assert [[link.key for link in row.links] for row in rows[1:]] == [["title:the-quiet-gut"], []]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY} That advice applies to adults, and garlic cures cancer.",
        f"{BODY} This applies to adults, but mint is dangerous for infants.",
        f"{BODY} That recommendation does not apply to children, who should take 500 mg of mint.",
        f"{BODY} It applies to adults: mint prevents nausea in children.",
        f"{BODY} That advice covers ginger because mint is toxic for infants.",
        f"{BODY} The recommendation is meant for adults with diabetes, and works for infants.",
        f"{BODY} Mint is safe for children. That advice does not apply to infants with diarrhoea.",
        f"{BODY} The advice applies to adults with nausea; take 500 mg a day.",
        f"{BODY}\n\n## Mint\n\nThat advice does not apply to infants with diarrhoea.",
        "Ginger reduces nausea [1]. That advice does not apply to infants with diarrhoea.",
    ],
)
def test_whom_a_word_is_for_hides_no_effect_harm_or_dose(text: str) -> None:
    rows = judge(text, [TRIAL]).sentences
    assert not rows[-1].links


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY} That advice applies specifically to healthy adults with nausea after surgery.",
        f"{BODY} It does not apply to patients with diabetes, people with anaemia or pregnant women with nausea.",
        f"{BODY} The recommendation covers adults with nausea after surgery.",
        f"{BODY} That opinion doesn't extend to pregnant women with diabetes.",
        f"{BODY} Its advice is meant for adults with nausea after surgery.",
        f"{BODY} However, this does not apply to patients with diabetes.",
        f"{STUDY} These results apply only to adults with nausea after surgery.",
        f"{STUDY} The findings do not extend to pregnant women with diabetes.",
    ],
)
def test_whom_a_word_just_passed_on_is_for_stands_on_its_source(text: str) -> None:
    row = judge(text, [TRIAL]).sentences[1]
    assert row.links or not row.claim.claim
    assert voices.says_for_whom(row.sentence.text)


FIGURE = "The European Food Safety Authority estimates that nausea costs families 48 million euros a year [1]."


@pytest.mark.parametrize(
    "text",
    [
        f"{FIGURE} This includes ginger, which cures nausea in pregnant women.",
        f"{FIGURE} This figure counts women with nausea, and mint is dangerous for infants.",
        f"{FIGURE} It includes 500 mg of ginger for each pregnant woman with nausea.",
        f"{FIGURE} This includes pills against nausea: ginger prevents nausea in pregnancy.",
        f"{FIGURE} Nausea harms many mothers. This includes women with nausea after surgery.",
        f"{FIGURE}\n\nThis includes women with nausea after surgery.",
        f"{FIGURE}\n\n## Costs\n\nThis includes women with nausea after surgery.",
        "Ginger reduces nausea in adults [1]. This includes women with nausea after surgery.",
        "Ginger costs 48 euros [1]. This includes women with nausea after surgery.",
        f"{BODY} This includes women with nausea after surgery.",
    ],
)
def test_what_a_figure_is_made_of_hides_nothing_else_and_needs_a_figure(text: str) -> None:
    assert not judge(text, [TRIAL]).sentences[-1].links


@pytest.mark.parametrize(
    "text",
    [
        "This includes women with nausea after surgery, and days off work.",
        "That figure includes women with nausea after surgery.",
        "The estimate also includes women with nausea after surgery.",
        "These costs include women with nausea after surgery.",
        "This does not include women with nausea after surgery.",
        "The total leaves out women with nausea after surgery.",
        "But that number excludes women with nausea after surgery.",
        "It doesn't count women with nausea after surgery.",
    ],
)
def test_what_a_figure_just_told_is_made_of_stands_on_its_source(text: str) -> None:
    row = judge(f"{FIGURE} {text}", [TRIAL]).sentences[1]
    assert row.links or not row.claim.claim
    assert voices.says_what_counts(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{BOOK} The Academy warns that mint may cause heartburn.",
        f"{BODY} The Task Force says that mint prevents heartburn.",
        f"{BOOK} The Society warns that mint may cause heartburn.",
        f"{BODY} The College says that mint prevents heartburn in pregnancy.",
        f"{BODY} According to the Council, mint may cause heartburn.",
        f"{BOOK} The Association says that mint prevents heartburn.",
    ],
)
def test_a_body_called_by_the_end_of_another_name_does_not_speak_again(text: str) -> None:
    assert not _tied(text)


@pytest.mark.parametrize(
    ("body", "again"),
    [
        ("The American Heart Association", "The Association also warns that ginger may cause bleeding."),
        ("The American Academy of Pediatrics", "The Academy warns that ginger may cause bleeding."),
        ("The AAP", "The Academy also warns that ginger may cause bleeding."),
        ("The Sleep Task Force", "The Task Force warns that ginger may cause bleeding."),
        ("The USPSTF", "The Task Force also warns that ginger may cause bleeding."),
        ("The European Food Safety Authority", "The Authority also warns that ginger may cause bleeding."),
        ("The Endocrine Society", "The society also warns that ginger may cause bleeding."),
        ("The British Dietetic Association", "The Panel also warns that ginger may cause bleeding."),
    ],
)
def test_a_body_speaks_again_by_the_end_of_its_own_name(body: str, again: str) -> None:
    assert _tied(f"{body} has said that ginger reduces nausea in adults [1]. {again}")


ARTICLE = "The Daily recently published an article that praises ginger [1]."


@pytest.mark.parametrize("whom", ["them", "it", "him", "her"])
def test_according_to_them_lets_whoever_had_the_word_speak_again(whom: str) -> None:
    assert _tied(f"{ARTICLE} According to {whom}, ginger reduces nausea in adults.")


@pytest.mark.parametrize("who", ["some", "many doctors", "the packet", "my aunt", "Brown"])
def test_according_to_others_does_not(who: str) -> None:
    assert not _tied(f"{ARTICLE} According to {who}, garlic cures cancer in adults.")
