"""Which sentences stand on the source of a sentence before them (standards.md A3.2)."""

from __future__ import annotations

from time import process_time

import pytest

from evidence.values import How
from tests.evidence.judging import TRIAL, judge

FIRST = "A trial found that ginger tea reduced nausea in 240 patients [1]."


def _inherits(text: str, sentence: int = 1) -> bool:
    row = judge(text, [TRIAL]).sentences[sentence]
    return any(link.how is How.INHERITED and link.key == "lee2020" for link in row.links)


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST} Other studies found that ginger harmed patients.",
        f"{FIRST} Another trial found that mint reduced nausea in patients.",
        f"{FIRST} Zinc prevents colds in children.",
        f"{FIRST} The evidence on mint is weak, and mint prevents nothing.",
        f"{FIRST} Mint was half as dear in those days.",
        f"{FIRST} Studies show that mint reduces nausea.",
        f"{FIRST}\n\n## Mint\n\nThe patients had less nausea after mint.",
        f"{FIRST} Mint is safe for children. Vomiting was less common in summer.",
    ],
)
def test_nothing_is_handed_on_to(text: str) -> None:
    last = len(judge(text, [TRIAL]).sentences) - 1
    assert not _inherits(text, last)


@pytest.mark.parametrize(
    "sentence",
    [
        "The patients had less nausea and vomited less often after four weeks.",
        "They also reported that vomiting was rarer.",
        "In contrast, patients who drank water had more nausea.",
        "Women who took ginger had less nausea than women who took water.",
        "This shows that ginger prevents nausea.",
        "After three weeks, nausea was 20% lower in the patients.",
        "The study also found that ginger was safe for the liver.",
        "It concludes that ginger prevents nausea.",
        "In addition, the evidence showed that ginger prevents vomiting.",
        "Nausea after surgery was the same with or without ginger, and lasted for 12 hours.",
    ],
)
def test_what_goes_on_about_the_study_inherits_it(sentence: str) -> None:
    assert _inherits(f"{FIRST} {sentence}")


@pytest.mark.parametrize(
    "between",
    [
        "Rain fell.",
        "Nausea is common in spring.",
        "Mint lowered nausea in sheep.",
        "Does mint help too? Mint is green.",
    ],
)
def test_what_is_no_aside_ends_the_talk_of_the_study(between: str) -> None:
    text = f"{FIRST} {between} Vomiting was half as common."
    assert not _inherits(text, len(judge(text, [TRIAL]).sentences) - 1)


@pytest.mark.parametrize(
    "between", ["The ginger teas tasted alike.", "The patients kept a diary.", "And what came of it?"]
)
def test_an_aside_that_claims_nothing_leaves_the_study_its_paragraph(between: str) -> None:
    assert _inherits(f"{FIRST} {between} Vomiting was half as common in the ginger group.", 2)


SEVERAL = "A lab carried out several large studies of ginger in rats [1]."


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST} These studies found that mint reduced nausea.",
        f"{SEVERAL} The studies of mint by another lab found less nausea in rats.",
        f"{SEVERAL} Other studies found that mint reduced nausea.",
        f"{SEVERAL} Rain fell. Mint is green. Both studies found that mint reduced nausea in rats.",
    ],
)
def test_studies_that_nobody_told_of_hand_nothing_on(text: str) -> None:
    assert not _inherits(text, len(judge(text, [TRIAL]).sentences) - 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "These studies found less nausea in rats given ginger.",
        "Both trials found less nausea in rats given ginger.",
        "In these studies, rats given ginger had less nausea.",
    ],
)
def test_the_several_studies_just_told_of_are_gone_on_about(sentence: str) -> None:
    assert _inherits(f"{SEVERAL} {sentence}")


def test_a_line_that_opens_a_list_on_the_people_studied_hands_the_study_on() -> None:
    items = "- less nausea by 40%\n- vomiting half as often\n"
    text = f"A trial gave ginger tea to 240 nurses [1]. The nurses on the tea had:\n\n{items}"
    assert _inherits(text, 2)


def test_the_study_may_be_taken_up_again_some_sentences_later() -> None:
    text = f"{FIRST} Nausea is common. Many people fear it. The trial found that ginger was safe for the liver."
    assert _inherits(text, 3)


@pytest.mark.parametrize(
    "text",
    [
        "The review says of ginger [1]:\n\n- It reduces nausea.\n- It prevents vomiting.\n- It harms nobody.\n",
        "The review says of ginger [1]:\n\n> It reduces nausea. It prevents vomiting. It causes heartburn.\n",
        "The review says of ginger [1]:\n\n1. It reduces nausea.\n2. It prevents vomiting.\n3. It causes heartburn.\n",
    ],
)
def test_items_and_quotations_stand_on_the_sentence_that_announces_them(text: str) -> None:
    rows = judge(text, [TRIAL]).sentences
    assert [bool(row.links) for row in rows if row.claim.claim][-3:] == [True, True, True]


def test_the_paragraph_after_an_announced_list_stands_alone() -> None:
    mint = "Mint prevents vomiting and it protects the liver of children."
    text = f"The review says of ginger [1]:\n\n- It reduces nausea.\n\n{mint}"
    assert not _inherits(text, 2)


def test_an_item_with_a_source_of_its_own_does_not_end_the_list() -> None:
    other = "[a trial](https://doi.org/10.1000/other)"
    items = f"- It reduces nausea.\n- It prevents vomiting in {other}.\n- It causes heartburn.\n"
    text = f"The review says of ginger [1]:\n\n{items}"
    assert _inherits(text, 3)


def test_a_quotation_that_runs_over_sentences_stands_on_the_one_that_opened_it() -> None:
    quotation = "“Ginger reduces nausea. It prevents vomiting. It causes heartburn.”"
    text = f"As the trial put it [1], {quotation} Mint prevents colds."
    assert _inherits(text, 2)
    assert not _inherits(text, len(judge(text, [TRIAL]).sentences) - 1)


TITLE = "[Ginger tea for nausea: a randomised trial](https://doi.org/10.1000/lee2020)"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (f"> {TITLE}\n\nGinger lowers nausea in most patients.", 1),
        (f"> {TITLE}\n>\n> Patients had less nausea.\n\nMint lowers vomiting in most patients.", 2),
        (f"> See {TITLE} for more.\n>\n> Mint lowers vomiting in most patients.", 1),
    ],
)
def test_the_title_of_a_quoted_work_reaches_no_further_than_the_quotation(text: str, sentence: int) -> None:
    assert not _inherits(text, sentence)


def test_everything_that_is_quoted_under_the_title_of_a_work_is_of_that_work() -> None:
    text = (
        f"> {TITLE}\n>\n> A total of 240 patients drank ginger tea or water for four weeks, three times every day. Half"
        " of them felt less sick than before. Ginger lowered vomiting by 40%.\n>\n> Heartburn rose by 12%.\n"
    )
    assert all(_inherits(text, sentence) for sentence in (1, 2, 3, 4))


def test_a_long_run_of_numbers_in_a_cited_sentence_is_read_in_no_time() -> None:
    counts = ",".join(map(str, range(10, 40)))
    begin = process_time()
    judge(f"{FIRST.removesuffix('.')} at weeks {counts} of nausea. Patients felt better.", [TRIAL])
    assert process_time() - begin < 5


SEEN = "There is evidence, both in people and in animal studies, that coffee delays the release of melatonin [1]."


@pytest.mark.parametrize(
    "sentence",
    [
        "As a result our sleep begins hours after we have gone to bed.",
        "As a result your body clock runs late.",
        "As a result our blood pressure rises at night.",
        "Consequently our deep sleep is reduced.",
        "As a result you lose deep sleep, which harms the heart.",
    ],
)
def test_what_follows_from_a_finding_for_our_bodies_is_handed_on_to(sentence: str) -> None:
    assert _inherits(f"{SEEN} {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "As a result you should drink your coffee before noon.",
        "As a result I stopped drinking coffee, and my sleep improved.",
        "Consequently we can treat poor sleep without drugs.",
        "As a result, you might want to take melatonin.",
        "Consequently we recommend tea against poor sleep.",
    ],
)
def test_what_an_author_makes_of_a_finding_is_not(sentence: str) -> None:
    assert not _inherits(f"{SEEN} {sentence}")


@pytest.mark.parametrize(
    "text",
    [
        'A review [1] says: "Zinc harms adults. Mint damages the liver. Honey causes colds in children."',
        'The council [1] writes, "Zinc harms adults. Mint damages the liver. Honey causes colds in children."',
        'As a review put it [1], "zinc harms adults. Mint damages the liver. Honey causes colds in children."',
        'A trial found harms [1]. They conclude, "Zinc harms adults. Honey causes colds in children."',
    ],
)
def test_a_quotation_in_straight_marks_is_handed_on_to_its_end(text: str) -> None:
    last = len(judge(text, [TRIAL]).sentences) - 1
    assert _inherits(text, last)


@pytest.mark.parametrize(
    "text",
    [
        'A review [1] says: "Zinc harms adults." Honey causes colds in children.',
        'A review [1] says: "Zinc harms adults. Mint damages the liver." Honey causes colds in children.',
        'A review [1] says: "Zinc harms adults.\n\nMint damages the liver.\n\nHoney causes colds in children.',
        'Zinc "harms" adults [1]. Honey causes colds in children.',
    ],
)
def test_what_stands_outside_of_straight_marks_is_not(text: str) -> None:
    last = len(judge(text, [TRIAL]).sentences) - 1
    assert not _inherits(text, last)


TITLED = "[Ginger tea for nausea in adults at sea](https://doi.org/10.1000/lee2020) looked at 240 sailors."


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n\nHere is more from my kitchen:\n\nMint prevents vomiting and it protects the liver of children.",
        f"{FIRST} Rain fell.\n\nTo quote:\n\n> Mint prevents vomiting in children.",
        "Ginger helps [1]. These effects of mint prevent vomiting in children.",
        "Ginger is dear [1]. We see patients with nausea every day.",
        f"{FIRST} Another trial is older. This is a good drink for children with nausea.",
        "Other studies praise ginger [1].\n\n“Mint prevents vomiting in children and protects the liver of adults.”",
        f"{FIRST}\n\n## Mint\n\n“Mint prevents vomiting in children and it also protects the liver of adults at sea.”",
    ],
)
def test_what_takes_up_no_finding_stands_alone(text: str) -> None:
    assert not _inherits(text, len(judge(text, [TRIAL]).sentences) - 1)


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST} To quote:\n\n> Ginger tea prevents vomiting in children.",
        f"{FIRST} In their own words:\n\n> Ginger tea prevents vomiting in children.",
        f"{FIRST} From the abstract:\n\n> Ginger tea prevents vomiting in children.",
        f"{FIRST}\n\nHere are more findings from the study:\n\nGood:\n\n"
        "Ginger prevents vomiting in most of the children who drink it.",
        f"{FIRST} They come to a striking conclusion: ginger prevents vomiting.",
        f"{FIRST} These effects on nausea lasted up to 8 hours in patients.",
        f"{FIRST} This is a striking result, as ginger prevents vomiting in children.",
        f"{FIRST} We see that vomiting was reduced by 20 percent in children.",
        f"{FIRST} This test provides evidence that ginger prevents vomiting in children.",
        f"{FIRST}\n\n“Ginger tea prevents vomiting in children and it also protects the liver of most adults at sea.”",
        f"{TITLED} These effects lasted up to 8 hours in most of the patients.",
        "This [study](https://doi.org/10.1000/lee2020) is on it. We see that vomiting was 9 percent rarer in children.",
    ],
)
def test_what_takes_up_a_finding_or_quotes_the_work_inherits_it(text: str) -> None:
    assert _inherits(text, len(judge(text, [TRIAL]).sentences) - 1)


def test_words_with_the_name_of_another_below_them_are_not_of_the_study() -> None:
    text = f"{FIRST}\n\n“Mint prevents vomiting in children and protects the liver of adults at sea.”\n\n— Dr Ames"
    assert not _inherits(text)


RECALL = "The recall of [Hill Farm's ginger tablets](https://doi.org/10.1000/lee2020) worries parents of children."


@pytest.mark.parametrize(
    "text",
    [
        f"{RECALL} The tablets cause nausea in children.",
        f"{RECALL} Mint tablets caused nausea in 40 children.",
        f"{RECALL} The mint drops caused nausea in 40 children.",
        f"{RECALL}\n\nThe tablets caused nausea in 40 children.",
        f"{RECALL} Snow fell in May. The tablets caused nausea in 40 children.",
    ],
)
def test_what_tells_nothing_of_the_linked_thing_at_once_stands_alone(text: str) -> None:
    assert not _inherits(text, len(judge(text, [TRIAL]).sentences) - 1)


@pytest.mark.parametrize(
    "sentence",
    [
        "The tablets caused nausea in 40 children.",
        "Lead was found in the tablets, which harmed children.",
        "Nausea was reported by 40 children who took these tablets.",
        "The sweet tablets had caused nausea in 40 children.",
        "Those tablets made 40 children vomit.",
        "Doctors found that the tablets caused nausea in children.",
        "In May, the tablets led to nausea in 40 children.",
        "Children who ate the tablets died of liver failure.",
    ],
)
def test_what_happened_with_the_linked_thing_stands_on_its_link(sentence: str) -> None:
    assert _inherits(f"{RECALL} {sentence}")


ITEMS = (
    "- **Ginger eases nausea.** Two cups reduced vomiting in most women.\n\n"
    "- **Mint eases cramps.** It lowers pain in most women.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST}\n\n## In short\n\nKey takeaways:\n\n{ITEMS}",
        f"{FIRST}\n\nKey takeaways include:\n\n{ITEMS}",
        f"{FIRST} Nausea is common in spring. Key takeaways include:\n\n{ITEMS}",
        f"{FIRST} Key foods include:\n\n{ITEMS}",
        f"{FIRST} My main points are:\n\n{ITEMS}",
        f"{FIRST} Key takeaways for your garden are below.\n\n{ITEMS}",
        f"Mint grows on [this farm](https://farm.example/mint). Key points:\n\n{ITEMS}",
        f"Mint grows in gardens. Key takeaways include:\n\n{ITEMS}",
    ],
)
def test_what_is_no_summary_of_the_study_hands_its_items_nothing(text: str) -> None:
    rows = judge(text, [TRIAL]).sentences
    assert not any(row.links for row in rows[-4:])


@pytest.mark.parametrize(
    "lead",
    [
        "Key takeaways include:",
        "The key findings were:",
        "Its main conclusions:",
        "Here are the key takeaways:",
        "**Key points:**",
        "The most important results are:",
        "Some of the key findings include:",
        "Main messages:",
    ],
)
def test_a_line_that_sums_up_the_study_hands_it_to_every_sentence_of_its_items(lead: str) -> None:
    rows = judge(f"{FIRST} {lead}\n\n{ITEMS}\nMint is safe for children, says my aunt.", [TRIAL]).sentences
    assert [bool(row.links) for row in rows[-5:]] == [True, True, True, True, False]


@pytest.mark.parametrize(
    "below",
    [
        "- Zinc prevents colds in children.",
        "1. Zinc prevents colds in children.",
        "* Zinc prevents colds in children. Take it daily.",
        "| Food | Effect |\n|---|---|\n| Zinc | prevents colds |\n\n- Zinc prevents colds in children.",
        "Zinc prevents colds in children.",
        "Then:\n\n- Zinc prevents colds in children.",
    ],
)
def test_a_list_below_an_announced_quotation_is_the_authors_own(below: str) -> None:
    text = f"A trial puts it like this [1]:\n\n> Ginger reduced nausea in most women.\n\n{below}"
    rows = judge(text, [TRIAL]).sentences
    assert rows[1].links
    assert not any(row.links for row in rows if "Zinc" in row.sentence.text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mint cures cancer.",
        "Take two cups a day.",
        "Mint is halved before use and prevents nausea.",
        "Benefited are those who sell mint to women.",
        "Cut mint by hand and nausea goes.",
        "Mint cures cut nausea.",
    ],
)
def test_words_of_change_alone_tell_no_result(sentence: str) -> None:
    assert not _inherits(f"{FIRST} {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "Ginger tea halved the nausea.",
        "Ginger doubled the number of women without nausea.",
        "Women with nausea benefited most.",
        "The patients benefitted more than the controls.",
        "Nausea tripled under placebo.",
        "Placebo cut nausea by 20%.",
        "Side effects were alike.",
    ],
)
def test_words_of_change_tell_results(sentence: str) -> None:
    assert _inherits(f"{FIRST} {sentence}")


TOLD = "Dr Ada Moe, a cardiologist, told the Daily that ginger reduces nausea in adults [1]."


@pytest.mark.parametrize(
    "text",
    [
        f"{TOLD} “Garlic cures cancer in adults.”",
        f"{TOLD} “It is cheap,” Lee said. “It lowers cholesterol in adults.”",
        f"{TOLD} “It is cheap,” Moe said. Garlic lowers cholesterol in adults.",
        f"{TOLD} “It is cheap,” Moe said.\n\n“It lowers cholesterol in adults.”",
        f"{TOLD} “It is cheap,” Moe said. “It is dear,” others say, and it lowers cholesterol in adults.",
        f"{TOLD} It is cheap, Moe said. “It lowers cholesterol in adults.”",
        f"{TOLD}\n\n## Garlic\n\n“It is cheap,” Moe said. “It lowers cholesterol in adults.”",
        "Ginger reduces nausea in adults [1]. “It is cheap,” Moe said. “It lowers cholesterol in adults.”",
    ],
)
def test_words_quoted_elsewhere_or_by_another_are_not_the_rest_of_a_quotation(text: str) -> None:
    last = len(judge(text, [TRIAL]).sentences) - 1
    assert not _inherits(text, last)


@pytest.mark.parametrize(
    "text",
    [
        f"{TOLD} “It is cheap,” Moe said. “It lowers cholesterol in adults.”",
        f'{TOLD} "It is cheap," Moe said. "It lowers cholesterol in adults."',
        f"{TOLD} “It is cheap,” says Moe. “It lowers cholesterol in adults.”",
        f"{TOLD} “It is cheap,” Ada Moe explained. “Ginger also lowers cholesterol in adults.”",
        f"{TOLD} “It's cheap”, Moe adds. “It prevents vomiting in adults.”",
        f"{TOLD} “It is mild,” said Moe. “Ginger prevents vomiting in adults.”",
        f"{FIRST} Nausea with ginger peaked in 12 women and levelled off after three days.",
        f"{TOLD} “It is mild,” Moe writes. “And it prevents vomiting in adults.”",
    ],
)
def test_the_rest_of_a_quotation_and_where_a_result_peaked_inherit(text: str) -> None:
    rows = judge(text, [TRIAL]).sentences
    assert rows[-1].links or not rows[-1].claim.claim
    assert rows[-1].claim.claim


def test_a_list_under_another_label_does_not_stand_on_the_mark_of_the_label_before() -> None:
    text = "**In adults [1]:**\n\n- Less nausea\n- Fewer cramps\n\n**In children:**\n\n- Garlic cures cancer"
    rows = judge(text, [TRIAL]).sentences
    assert rows[1].links or not rows[1].claim.claim
    assert rows[-1].claim.claim
    assert not rows[-1].links
    announced = text.replace("**In adults [1]:**", "The trial found [1]:").replace(
        "Garlic cures cancer", "Less vomiting"
    )
    assert all(row.links for row in judge(announced, [TRIAL]).sentences if row.claim.claim)


@pytest.mark.parametrize(
    "sentence",
    [
        "Vomiting fell by 40% compared with placebo.",
        "Pain was 12% lower than placebo.",
        "Pain fell by 12% from baseline.",
    ],
)
def test_results_against_placebo_or_baseline_are_those_of_the_study(sentence: str) -> None:
    assert _inherits(f"{FIRST} {sentence}")


@pytest.mark.parametrize(
    "line",
    ["<small>Source: [1]</small>", "Study: [1]", "**More:** [1]", "Read more: [1]", "*Credit:* [1]", "For more: [1]"],
)
def test_a_line_that_names_a_source_announces_nothing(line: str) -> None:
    text = f"Tea is green.\n\n{line}\n\nDon't worry, garlic cures cancer in adults."
    assert not judge(text, [TRIAL]).sentences[-1].links


def test_a_sentence_with_its_mark_behind_the_colon_announces_the_list_below_it() -> None:
    rows = judge("The council says of ginger: [1]\n\n- It reduces nausea in adults", [TRIAL]).sentences
    assert rows[-1].links


FROM_TRIAL = "A trial gave ginger to 90 pregnant nurses [1]."


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2010, a third of women in Leeds had nausea.",
        "Mint lowered nausea in 40 patients in a second trial.",
        "Nurses had less nausea in a third study.",
        "The doctors of the town had less nausea.",
        "The nurses of today should eat more ginger.",
        "60% of them should eat more ginger.",
        "Our tea made the nurses well.",
        "60% of doctors had less nausea with mint.",
        "Nausea fell by four points on the scale of life.",
    ],
)
def test_another_year_trial_or_people_and_advice_stand_alone(sentence: str) -> None:
    assert not _inherits(f"{FROM_TRIAL} {sentence}")


@pytest.mark.parametrize(
    "sentence",
    [
        "The nurses who took most ginger had the least nausea.",
        "After four weeks, the nurses had 20% less nausea.",
        "These nurses had fewer headaches and less nausea.",
        "Half of the nurses had no nausea at all.",
        "60% of them were free of nausea.",
        "After four weeks, 60% of them were free of nausea.",
        "Nausea fell by four points (p < 0.01).",
        "Nausea was rarer (RR 0.72, 95% CI 0.60-0.86).",
        "In 2010, the nurses had lower blood pressure and less nausea.",
    ],
)
def test_those_who_were_counted_and_statistics_go_on_about_the_study(sentence: str) -> None:
    assert _inherits(f"{FROM_TRIAL} {sentence}")


def test_a_second_trial_is_not_the_only_one_that_a_page_links_to() -> None:
    first = "A [trial](https://doi.org/10.1000/walk1) gave 90 nurses with hypertension a pedometer."
    text = f"{first} Salt restriction lowered blood pressure in a second trial."
    assert judge(text, None).sentences[1].links == ()  # type: ignore[arg-type]
