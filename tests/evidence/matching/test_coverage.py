"""Which claims the marker at the end of a passage covers (standards.md A3.2)."""

from __future__ import annotations

import pytest

from evidence import Deadline, TooIntricateError
from evidence.deadline import within
from evidence.matching import coverage
from evidence.values import How, Link, Sentence
from tests.evidence.judging import TRIAL, check_clean, check_flags, judge

CLAIM = "Ginger tea lowers nausea in pregnancy."


def _covered(text: str) -> list[int]:
    rows = judge(text, [TRIAL]).sentences
    return [row.sentence.index for row in rows if any(link.how is How.COVERED for link in row.links)]


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM} Zinc shortens colds in children [@lee2020].",
        f"{CLAIM} Another trial found that mint harms the liver [@lee2020].",
        f"{CLAIM} Studies of mint show that it harms the liver [@lee2020].",
        f"{CLAIM}\n\nIt also lowers vomiting [@lee2020].",
        f"{CLAIM}\n\n## Vomiting\n\nIt also lowers vomiting [@lee2020].",
        f"{CLAIM} It lowers vomiting [@lee2020] and nobody knows why it should do so at all.",
        f"{CLAIM} It lowers vomiting. Zinc shortens colds. It also shortens coughs [@lee2020].",
        f"{CLAIM} [9] It also lowers vomiting [@lee2020].",
        f"{CLAIM} One trial gave ginger to 90 nurses. It lowered their vomiting [@other2019].",
        f"{CLAIM} Lee and Okoro (2020) found that it lowers vomiting.",
        f"- {CLAIM}\n- It also lowers vomiting [@lee2020].",
        f"{CLAIM}[^joke] It also lowers vomiting [@lee2020].\n\n[^joke]: Do not try this at home.",
        f"{CLAIM} Several reviews confirm that mint lowers vomiting [@lee2020].",
        f"{CLAIM} Research supports the use of mint [@lee2020].",
        "30% of our users have nausea in pregnancy. A third of women have nausea in pregnancy [@lee2020].",
        "90% of customers have no nausea in pregnancy. A third of mothers have nausea in pregnancy [@lee2020].",
        "30% of adults have high blood pressure. A third of women have nausea in pregnancy [@lee2020].",
        "Garlic cures nausea in pregnancy. A third of mothers have nausea in pregnancy [@lee2020].",
        f"{CLAIM} Researchers put mint in their tea [@lee2020].",
        f"{CLAIM} Doctors explain how mint lowers vomiting [@lee2020].",
        f"{CLAIM} There are 32 trials on mint and vomiting [@lee2020].",
        f"{CLAIM} Here is how zinc shortens colds [@lee2020].",
        f"{CLAIM} There’s good evidence that mint harms the liver [@lee2020].",
        f"{CLAIM} For example, zinc shortens colds [@lee2020].",
        f"{CLAIM} For example, nausea in pregnancy is rarer where women eat more mint [@lee2020].",
        f"{CLAIM} In children, zinc shortens colds [@lee2020].",
        f"{CLAIM} Another cure is mint, which lowers vomiting [@lee2020].",
        f"{CLAIM} In women, the flu is worse than in men [@lee2020].",
        f"{CLAIM} It also lowers vomiting, as [the NHS](https://www.nhs.uk/pregnancy/) and my aunt say.",
        f"{CLAIM} This tea is sold by [the mill](https://mill.example.org/tea).",
        f"{CLAIM} Zinc shortens colds ([NHS](https://www.nhs.uk/conditions/common-cold/)).",
        f"{CLAIM} Many trials of its taste were run [@lee2020].",
        f"{CLAIM} Our data confirm it no more than hers, and mint harms the liver [@lee2020].",
        f"{CLAIM} Several reviews confirm its effect [@lee2020] and nobody knows why it should do so at all.",
        f"{CLAIM}\n\nSeveral reviews confirm its effect [@lee2020].",
        f"{CLAIM} Zinc shortens colds. Several reviews confirm its effect [@lee2020].",
    ],
)
def test_what_is_not_covered(text: str) -> None:
    assert 0 not in _covered(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{CLAIM} It also lowers vomiting [@lee2020].",
        f"{CLAIM} This effect lasts for four weeks [1].",
        f"{CLAIM} These women vomit less often, too ([Lee 2020](https://doi.org/10.1000/lee2020)).",
        f"{CLAIM} On average, women vomit 40% less often [@lee2020].",
        f"{CLAIM} Furthermore, ginger tea lowers the risk of vomiting [@lee2020].",
        f"{CLAIM} The effect is larger in the morning [@lee2020].",
        f"{CLAIM} Ginger tea also lowers nausea after surgery [@lee2020].",
        f"{CLAIM} It also lowers vomiting.[^a]\n\n[^a]: [@lee2020]",
        f"{CLAIM} It also lowers vomiting. It prevents headaches as well [@lee2020].",
        "A review of ginger found that it lowers nausea by 40%. Most trials found no harm to babies [@lee2020].",
        f"“{CLAIM} Headaches become rarer. Sleep improves in the last weeks.” [@lee2020]",
        f"{CLAIM} In early pregnancy, it lowers vomiting as well [@lee2020].",
        f"{CLAIM} Over time, this effect becomes larger [@lee2020].",
        f"{CLAIM} For example, it lowers nausea by 40% in the first weeks [@lee2020].",
        f"{CLAIM} There it lowers vomiting, too [@lee2020].",
        "About 30% of women have nausea in pregnancy. Another 20% vomit [@lee2020].",
        "A third of women have nausea in pregnancy. Every tenth vomits in pregnancy [@lee2020].",
        "30% of women have nausea in pregnancy. Another 20% of women have heartburn [@lee2020].",
        "One in three women has nausea in pregnancy. Half of these women vomit [@lee2020].",
        "About half of women have nausea in pregnancy. One in ten women has it until birth [@lee2020].",
        f"{CLAIM} Scientists explain this by the oils of the root [@lee2020].",
        f"{CLAIM} Researchers attribute these effects to the oils of the root [@lee2020].",
        f"{CLAIM} Several reviews confirm its effect [@lee2020].",
        f"{CLAIM} Multiple meta-analyses confirm its effectiveness [@lee2020].",
        f"{CLAIM} Research supports its effectiveness for both early and late sickness [@lee2020].",
        f"{CLAIM} Recent clinical trials back this up [@lee2020].",
        f"{CLAIM} The available evidence supports this [@lee2020].",
        f"{CLAIM} Human studies have confirmed these effects [@lee2020].",
        f"{CLAIM} 12 trials confirm that it works [@lee2020].",
        f"{CLAIM} And good data bear out their use [@lee2020].",
    ],
)
def test_what_goes_on_about_the_same_thing_is_covered(text: str) -> None:
    assert 0 in _covered(text)


def test_a_page_linked_at_the_end_of_a_claim_covers_what_that_goes_on_from() -> None:
    page = "([NHS](https://www.nhs.uk/pregnancy/vomiting/))"
    rows = judge(f"{CLAIM} It also lowers vomiting {page}.", None).sentences  # type: ignore[arg-type]
    assert [[link.how for link in row.links] for row in rows] == [[How.COVERED], [How.LINK]]
    rows = judge(f"{CLAIM} This tea is on sale {page}.", None).sentences  # type: ignore[arg-type]
    assert not rows[0].links


def test_it_reaches_over_three_sentences_and_no_more() -> None:
    goes_on = "It lowers vomiting. It prevents headaches. It improves sleep. It relieves pain [@lee2020]."
    assert _covered(f"{CLAIM} {goes_on}") == [1, 2, 3]


def test_a_line_on_the_source_of_a_list_covers_its_items() -> None:
    items = "- It lowers nausea.\n- It prevents headaches.\n- It relieves pain.\n- It improves sleep.\n"
    text = f"Ginger helps in four ways.\n\n{items}\nSource: [@lee2020]"
    assert len(_covered(text)) == 4


def test_a_covered_claim_has_its_source_and_a_note_to_put_the_mark_where_it_is() -> None:
    text = f"{CLAIM} It also lowers vomiting [@lee2020]."
    check_clean("missing-citation", text, [TRIAL])
    flag = check_flags("distant-citation", text, [TRIAL])
    assert (flag.sentence, flag.facts) == (0, (("covered by", "lee2020"),))


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        (f"{CLAIM} It also lowers “vomiting” [@lee2020].", True),
        (f"She wrote: “{CLAIM} It also lowers vomiting.” [@lee2020]", False),
        (f"> {CLAIM} It also lowers vomiting [@lee2020].", False),
    ],
)
def test_the_end_of_a_quotation_is_where_its_mark_belongs(text: str, asks: bool) -> None:
    codes = {flag.code for flag in judge(text, [TRIAL]).flags}
    assert ("distant-citation" in codes) is asks
    assert "missing-citation" not in codes


def test_it_is_graded_like_any_other() -> None:
    first, second = judge(f"{CLAIM} It also lowers vomiting [@lee2020].", [TRIAL]).sentences
    assert first.grade.level == second.grade.level


NOTES = "\n\n" + "".join(
    f"[^{name[0].lower()}]: {name} A. Colds. Lancet. 2020;1:1-9.\n" for name in ("Aune", "Beck", "Cox")
)


def _how(text: str) -> list[str]:
    rows = judge(text + NOTES, None).sentences  # type: ignore[arg-type]
    return ["".join(sorted({link.how.value for link in row.links})) for row in rows]


@pytest.mark.parametrize(
    "end",
    [
        "Zinc shortens colds in children.[^a] [^b]",
        "Zinc[^a] and mint[^b] shorten colds in children.[^c]",
        "Zinc shortens colds in children.[^a] [^a] [^a]",
        "Zinc shortens colds in children.[^a] [^b] [^c] Salt harms the heart.",
        "Zinc shortens colds in children.[^a] [^b] [^c] This helps them to sleep.[^a]",
    ],
)
def test_marks_of_a_few_works_or_within_a_paragraph_are_those_of_their_sentence(end: str) -> None:
    assert _how(f"{CLAIM} {end}")[0] == ""


@pytest.mark.parametrize(
    "end",
    [
        "Zinc shortens colds in children.[^a] [^b] [^c]",
        "Zinc shortens colds in children.[^a][^b][^c]",
        "Zinc shortens colds in children. [^a], [^b], [^c]",
        "Zinc shortens colds in children [^a] [^b] [^c].",
        "Zinc shortens colds in children.[^a] [^b] [^c]\n\nSalt harms the heart of adults.",
        "Mint eases coughs in adults. Zinc shortens colds in children.[^a] [^b] [^c]",
        "Mint eases coughs in adults. Salt harms the heart. Zinc shortens colds in children.[^a] [^b] [^c]",
    ],
)
def test_the_marks_of_many_works_that_close_a_paragraph_are_those_of_the_passage(end: str) -> None:
    assert _how(f"{CLAIM} {end}")[0] == "covered"


def test_they_reach_over_three_sentences_and_no_more() -> None:
    more = "Mint eases coughs in adults. Salt harms the heart. Honey calms children. Zinc shortens colds."
    assert _how(f"{CLAIM} {more}[^a] [^b] [^c]")[:2] == ["", "covered"]


@pytest.mark.parametrize(
    "told",
    [
        "Coffee impairs sleep in a number of ways.",
        "Coffee impairs sleep in several ways, whenever it is drunk.",
        "Coffee impairs sleep for two reasons.",
        "Coffee impairs sleep through three mechanisms.",
        "Coffee has many effects on sleep.",
        "Coffee brings several changes in sleep.",
        "Coffee impairs sleep by two pathways.",
        "Coffee impairs sleep in various ways, whether at noon or at night.",
        "Coffee raises the risk of poor sleep in different ways.",
        "Coffee has a variety of effects on sleep.",
    ],
)
def test_what_counts_up_is_covered_by_the_source_of_what_it_counts(told: str) -> None:
    assert _covered(f"{told} Sleep was cut short in all who drank it at night [@lee2020].") == [0]


@pytest.mark.parametrize(
    "told",
    [
        "Coffee impairs sleep.",
        "Coffee impairs sleep in a bad way.",
        "Two effects of coffee are known, and poor sleep harms adults.",
        "Coffee impairs sleep in ways that nobody knows.",
        "Coffee impairs dreams in a number of ways.",
    ],
)
def test_what_counts_nothing_up_is_not(told: str) -> None:
    assert _covered(f"{told} Sleep was cut short in all who drank it at night [@lee2020].") == []


WHO_LIST = """

## References

1. World Health Organization. Guideline: iron in pregnancy. Geneva: WHO; 2020.
2. Lee A, Coe B, Day C. Iron and the liver. J Iron. 2019;1:1-9.
"""
DOSES = "| Dose | Effect |\n|---|---|\n| 60 mg | prevents anaemia in women |\n| 120 mg | causes nausea in adults |"
USES = "- Iron prevents anaemia in pregnancy.\n- Iron relieves fatigue in women."


def _tied(text: str) -> list[bool]:
    rows = judge(text + WHO_LIST, None).sentences  # type: ignore[arg-type]
    return [bool(row.links) for row in rows if row.claim.claim and ": " not in row.sentence.text]


@pytest.mark.parametrize(
    "text",
    [
        f"{USES}\n\nSource: World Health Organization, 2012.",
        f"{USES}\n\nSource: World Food Organization, 2020.",
        f"{USES}\n\nSource: my aunt, 2020",
        f"{USES}\n\nSource: Lee",
        f"{USES}\n\nIn 2020, the source: Lee said so.",
        f"{USES}\n\n## Tea\n\nSource: WHO (2020)",
        "Iron prevents anaemia in pregnancy. Tea harms infants.\n\nSource: Lee 2019",
        f"{USES}\n\nGarlic is dear.\n\nSource: WHO (2020)",
    ],
)
def test_a_line_that_names_no_work_of_the_list_or_stands_elsewhere_covers_nothing(text: str) -> None:
    assert not any(_tied(text))


@pytest.mark.parametrize("items", [USES, DOSES])
@pytest.mark.parametrize(
    "line",
    [
        "Source: World Health Organization, 2020.",
        "Source: World Health Organization (2020)",
        "*Source: WHO, 2020*",
        "**Source:** WHO 2020",
        "Data: Lee et al., 2019",
        "References: Lee 2019.",
        "Sources: World Health Organization, 2020; Lee et al., 2019",
        "Data: Lee 2019",
    ],
)
def test_a_line_that_names_its_source_covers_the_items_or_rows_above_it(items: str, line: str) -> None:
    assert _tied(f"Garlic cures cancer in adults.\n\n{items}\n\n{line}") == [False, True, True]


def test_a_line_that_names_two_sources_covers_with_both() -> None:
    text = f"{USES}\n\nSources: World Health Organization, 2020; Lee et al., 2019{WHO_LIST}"
    rows = judge(text, None).sentences  # type: ignore[arg-type]
    assert {link.key for link in rows[0].links} == {"world2020", "lee2019"}


STUDY = "In a study of 448 nurses, ginger tea reduced nausea."


@pytest.mark.parametrize(
    "aside",
    [
        "(Garlic is cheap.)",
        "(Garlic cures cancer in adults.)",
        "Garlic cured 12% of cancers.",
        "(12% of nurses.) Garlic cures cancer.",
        "Sales rose (by 12%).",
    ],
)
def test_an_aside_without_figures_hands_no_mark_back_to_the_study_before_it(aside: str) -> None:
    assert 0 not in _covered(f"{STUDY} {aside} Overall, this led to a 39% reduction [@lee2020].")


@pytest.mark.parametrize(
    "aside",
    [
        "(1.3% with tea and 15.1% without had nausea, p=0.003).",
        "(Of 220 with tea 12 vomited.)",
        "(That is 4 in 100 nurses.)",
        "(Nausea fell by 39% on average.)",
    ],
)
def test_figures_in_brackets_behind_a_study_hand_the_mark_behind_them_back_to_it(aside: str) -> None:
    assert 0 in _covered(f"{STUDY} {aside} Overall, this led to a 39% reduction in nausea [@lee2020].")


def test_figures_in_brackets_behind_a_claim_without_any_hand_nothing_back() -> None:
    assert 0 not in _covered(
        "Garlic cures cancer. (12% of 90 nurses vomited.) Overall, this led to less pain [@lee2020]."
    )


@pytest.mark.parametrize("label", ["**Source:** [@lee2020].", "Source: [@lee2020].", "*Source:* [@lee2020]."])
def test_a_source_named_behind_a_sentence_covers_that_sentence_alone(label: str) -> None:
    assert _covered(f"{CLAIM} {label}") == [0]
    assert _covered(f"Garlic cures cancer. {CLAIM} {label}") == [1]
    assert _covered(f"{CLAIM} {label} Garlic cures cancer.") == [0]


def test_a_line_that_sends_on_behind_a_sentence_covers_nothing() -> None:
    assert not _covered(f"{CLAIM} For more, see the leaflet [@lee2020] of the clinic.")


def test_the_marks_of_an_endless_sentence_are_gone_through_with_an_eye_on_the_time() -> None:
    own = [Link(0, "bell2012", How.MARKER, "[1]")]
    with within(Deadline.after(-1, lambda: 0.0)), pytest.raises(TooIntricateError):
        coverage._ends_with_marker(Sentence(0, 0, 9, "Zinc [1].", 0), own)
