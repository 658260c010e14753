"""What readers see beside the prose is read too, and only what claims something is a claim."""

from __future__ import annotations

import pytest

from evidence.reading import documents, outright_claims
from tests.evidence.judging import TRIAL, check_flags, judge

PROSE = "Many people drink tea in winter. It is warm and cheap."


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("## Ginger cures cancer", "heading"),
        ("**Ginger cures cancer**", "heading"),
        ("Ginger cures cancer\n---", "heading"),
        ("| Herb | Use |\n|---|---|\n| Garlic | cures HIV |", "table"),
        ("Photo: turmeric reverses dementia.", "caption"),
        ("_Photo: [Turmeric reverses dementia](https://pictures.example)_", "caption"),
        ("*Photo by [Ada Byron](https://byron.example): turmeric reverses dementia*", ""),
        ("Photo by Ada Byron: turmeric reverses dementia.", ""),
        ("![Turmeric reverses dementia](g.png)", "caption"),
        ("<!-- Vitamin D prevents stroke. -->", "code"),
        ("```\nVitamin D prevents stroke.\n```", "code"),
        ("    Vitamin D prevents stroke.", "code"),
        ("<vitamin D prevents stroke>", "code"),
        ("[^1]: Honey cures asthma in children.", ""),
        ("Tags: ginger cures cancer, tea", "tag-line"),
        ("**Tags:** ginger cures cancer, tea", "tag-line"),
        ("**Figure 1:** Ginger cures cancer.", "caption"),
        ("This article is not medical advice. Zinc cures autism in all children.", ""),
        ("#### Ginger: the natural cancer cure!", "heading"),
        ("This article says that zinc cures autism. It is not medical advice.", "notice"),
        ("This article is not medical advice, but zinc cures autism.", "notice"),
        ("Disclaimer: ginger cures cancer.", "notice"),
        ("Ginger cures cancer", ""),
        ("Ginger cures cancer. ![g](x)", ""),
        ("Tea is warm. ![Ginger cures cancer](x)", "caption"),
        ("Tea is warm. ![Ginger cures cancer](x) Milk is white.", "caption"),
        ("{{< hl >}}Ginger cures cancer.{{< /hl >}}", ""),
        ("{% if page.x %}Ginger cures cancer.{% endif %}", ""),
        ('{{< figure src="g.png" caption="Ginger cures cancer" >}}', "caption"),
        ('{% include box.html text="Ginger cures cancer." %}', ""),
        ('<Figure\n  src="g.png"\n  caption="Ginger cures cancer"\n/>', "caption"),
        ('<Box title="Ginger cures cancer">Tea is warm.</Box>', "caption"),
        ("> [!tip] Ginger cures cancer\n> Tea is warm.", "heading"),
        ('!!! tip "Ginger cures cancer"\n    Tea is warm.', "heading"),
        (":::tip[Ginger cures cancer]\nTea is warm.\n:::", "heading"),
        ("```{note}\nGinger cures cancer.\n```", ""),
        ("id:: Ginger cures cancer", "code"),
        (":PROPERTIES:\n:CLAIM: Ginger cures cancer.\n:END:", "code"),
        ("#+caption: Ginger cures cancer", "caption"),
        ("#+remark: Ginger cures cancer", "code"),
        ("claim:: Ginger cures cancer", ""),
        ("Ginger cures cancer ^abc123", ""),
        ("==Ginger cures cancer.==", ""),
        ("<ul><li>Tea is warm</li><li>Ginger cures cancer</li></ul>", ""),
        ("> Ginger cures cancer", ""),
    ],
)
def test_it_refuses_a_cure_without_a_source_wherever_it_stands(words: str, place: str) -> None:
    assessment = judge(f"{PROSE}\n\n{words}\n\n{PROSE}\n")
    found = [
        (row.sentence.place, flag.severity)
        for row in assessment.sentences
        for flag in row.flags
        if flag.code == "missing-citation"
    ]
    assert found == [(place, "blocker")]


@pytest.mark.parametrize("name", ["title", "standfirst"])
def test_it_refuses_a_cure_in_the_front_matter(name: str) -> None:
    text = f"---\n{name}: Ginger cures cancer\n---\n{PROSE}"
    assert check_flags("missing-citation", text).severity == "blocker"


def test_it_refuses_a_cure_in_the_title_of_a_plain_text() -> None:
    document = documents.read(f"Ginger Cures Cancer\n\n{PROSE}", "text")
    assert next((sentence.place, sentence.text) for sentence in document.sentences) == ("title", "Ginger Cures Cancer")


@pytest.mark.parametrize(
    "words",
    [
        "Ginger helps",
        "Probiotics can help with eczema",
        "Ginger is safe in pregnancy",
        "Ginger: safe for babies",
        "Turmeric: the cancer cure",
        "Clinically proven ginger for nausea",
        "Zinc and honey prevent colds",
        "Vitamin C works against colds",
        "Vaccines cause autism",
        "Why ginger cures cancer",
        "10 Herbs That Cure Diabetes",
        "Cure your eczema with ginger",
        "Say goodbye to cancer",
        "Cancer cured with ginger",
        "It is no myth: ginger cures cancer",
        "Ginger: a strong tea without side effects",
        "No more headaches without side effects",
        "Ginger could help explain why zinc cures cancer",
        "3 herbs to cure cancer.",
    ],
)
def test_a_short_line_claims(words: str) -> None:
    assert outright_claims.asserts(words)


@pytest.mark.parametrize(
    "words",
    [
        "Cancer",
        "Benefits of ginger",
        "Health benefits of ginger",
        "How vaccines work",
        "How vaccines prevent diseases",
        "How ginger helps nausea",
        "The case against the comb",
        "Does ginger help?",
        "Does ginger cure cancer",
        "Is ginger safe in pregnancy",
        "What causes eczema",
        "Natural cures for cancer",
        "Cure for cancer",
        "Beat the heat",
        "Cold and flu remedies",
        "Treatment of asthma",
        "Treating eczema in children",
        "Ways to prevent colds",
        "Cancer causes and risk factors",
        "Ginger: uses, benefits and side effects",
        "Pain relief",
        "Immune support for kids",
        "The myth that vaccines cause autism",
        "Who should not take ginger",
        "Photo: Ada Byron",
        "Figure 1. Effect of ginger on nausea",
        "Changes in blood pressure over 12 weeks.",
        "Talk to your doctor before taking zinc.",
        "This is not medical advice.",
        "No effects without side effects",
        "Hair could help reveal what causes migraine",
        "A scan may help doctors understand why eczema comes back",
        "4 Stretches to Ease Back Pain.",
        "How to relieve a headache at work.",
    ],
)
def test_a_short_line_only_names_its_topic(words: str) -> None:
    assert not outright_claims.asserts(words)


def test_a_heading_that_names_its_topic_is_no_sentence() -> None:
    assessment = judge(f"# Ginger\n\n## Benefits of ginger\n\n{PROSE}")
    assert [row.sentence.place for row in assessment.sentences] == ["", ""]


@pytest.mark.parametrize(
    "words",
    [
        "This product is not intended to diagnose, treat, cure, or prevent any disease.",
        "This article is not medical advice. Our products do not treat, cure or prevent any disease.",
        "This page is for informational purposes only and cannot diagnose or treat disease.",
    ],
)
def test_a_notice_that_denies_an_effect_makes_no_claim(words: str) -> None:
    found = documents.read(f"{PROSE}\n\n{words}", "markdown").sentences
    assert not [sentence for sentence in found if sentence.place]


def test_only_its_own_sentences_are_the_notice() -> None:
    document = documents.read(
        "Tea is warm. This article is not medical advice. Zinc is a metal. It is cheap.", "markdown"
    )
    assert [block.text for block in document.not_prose] == ["This article is not medical advice."]
    assert [(sentence.text, sentence.paragraph) for sentence in document.sentences] == [
        ("Tea is warm.", 0),
        ("Zinc is a metal.", 1),
        ("It is cheap.", 1),
    ]


def test_a_cell_can_carry_its_source() -> None:
    table = "| Herb | Use |\n|---|---|\n| Ginger | eases nausea | [@lee2020] |"
    (row,) = (row for row in judge(f"{PROSE}\n\n{table}", [TRIAL]).sentences if row.sentence.place)
    assert [link.key for link in row.links] == ["lee2020"]


def test_a_heading_hands_no_source_on_to_the_text_below_it() -> None:
    assessment = judge("## Ginger eases nausea [@lee2020]\n\nThe women who took it slept better.", [TRIAL])
    assert [[link.key for link in row.links] for row in assessment.sentences] == [["lee2020"], []]


def test_a_note_that_holds_a_work_makes_no_claim() -> None:
    text = f"It is warm.[^a]\n\n[^a]: Bell A. Ginger prevents nausea in women. J Sleep. 2012;3(4):5-9.\n\n{PROSE}"
    assert not [row for row in judge(text).sentences if row.sentence.place]


def test_places_are_those_of_the_text() -> None:
    text = "## Ginger cures cancer\n\n| a | b |\n|---|---|\n| Garlic | cures HIV |\n"
    document = documents.read(text, "markdown")
    assert [text[one.start : one.end] for one in document.sentences] == [one.text for one in document.sentences]
    assert [one.text for one in document.sentences] == ["Ginger cures cancer", "Garlic | cures HIV"]


@pytest.mark.parametrize(
    "options",
    [
        'r fig.cap="Ginger cures cancer.", echo=FALSE',
        "r, fig.cap = 'Ginger cures cancer.'",
        'r fig.cap=c("Ginger cures cancer.")',
        'r fig.alt="Ginger cures cancer."',
        'r}\n#| fig-cap: "Ginger cures cancer."\n#| echo: false',
        "r}\n#| tbl-cap: Ginger cures cancer.",
        "r}\n#| label: a\n#| fig-alt: 'Ginger cures cancer.'",
    ],
)
def test_it_refuses_a_cure_in_the_caption_of_a_figure_that_code_makes(options: str) -> None:
    head = options if "}" in options else f"{options}}}"
    rows = judge(f"{PROSE}\n\n```{{{head}\nplot(cars)\n```\n\n{PROSE}\n").sentences
    found = [(row.sentence.text, flag.severity) for row in rows for flag in row.flags]
    assert ("Ginger cures cancer.", "blocker") in found


@pytest.mark.parametrize("option", ["fig.width=7", 'fig.cap="A cup of tea."', "fig.cap=caption_of(tea)", "eval=FALSE"])
def test_options_that_claim_nothing_are_left_alone(option: str) -> None:
    rows = judge(f"{PROSE}\n\n```{{r {option}}}\nplot(cars)\n```\n\n{PROSE}\n").sentences
    assert [row.sentence.place for row in rows if row.sentence.place] == []


@pytest.mark.parametrize("who", ["Your pharmacist can help with constipation", "A dietitian may advise on diabetes"])
def test_a_heading_that_says_who_helps_claims_nothing(who: str) -> None:
    assert not outright_claims.asserts(who)


def test_a_heading_that_lets_a_doctor_cure_is_a_claim() -> None:
    assert outright_claims.asserts("Your doctor can cure cancer with honey")


@pytest.mark.parametrize(
    "written",
    [
        '<!-- <p align="left">Ginger cures cancer.</p> -->',
        "<!-- <ul><li>Ginger cures cancer.</li></ul> -->",
        "{% comment %}\nGinger cures cancer.\n{% endcomment %}",
    ],
)
def test_a_claim_in_a_comment_is_told_without_the_tags_around_it(written: str) -> None:
    document = documents.read(f"# Tea\n\n{PROSE}\n\n{written}\n", "markdown")
    assert [one.text for one in document.sentences if one.place == "code"] == ["Ginger cures cancer."]


def test_a_claim_in_an_attribute_of_a_tag_is_told() -> None:
    document = documents.read(f"# Tea\n\n{PROSE}\n\n<div title='Ginger cures cancer'>\n", "markdown")
    assert [one.place for one in document.sentences][-1] == "code"
