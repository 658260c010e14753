"""A study that is named or described and not on the list."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence import pipeline
from evidence.context import Design
from evidence.reading import documents
from evidence.values import Flag
from tests.evidence.judging import TODAY, TRIAL, check_clean, check_flags, judge

CODE = "unresolved-mention"


def test_it_leaves_a_study_on_the_list_alone() -> None:
    check_clean(CODE, "Lee and colleagues found that ginger tea reduced nausea.", [TRIAL])


def test_it_leaves_unnamed_research_to_another_flag() -> None:
    check_clean(CODE, "Research shows that ginger tea reduces nausea.")


def test_it_leaves_a_described_study_with_a_marker_alone() -> None:
    check_clean(CODE, "One study followed women with nausea and found that ginger helped [@lee2020].", [TRIAL])


def test_an_editor_settles_it_with_the_study_itself() -> None:
    text = "One study gave ginger tea to women with nausea and found that it helped."
    check_clean(CODE, text, [TRIAL], confirmed={0: ["lee2020"]})


def test_a_comment_on_the_study_does_not_settle_it() -> None:
    text = "One study gave ginger tea to women with nausea and found that it helped."
    comment = replace(TRIAL, design=Design.OPINION)
    flag = check_flags(CODE, text, [comment], confirmed={0: ["lee2020"]})
    assert ("not the study itself", "lee2020") in flag.facts


@pytest.mark.parametrize(
    "text",
    [
        "One study followed two groups of nurses with migraine and found fewer attacks with magnesium.",
        "A 2015 trial tested magnesium in people with migraine.",
        "Researchers at the University of Oslo found that magnesium eased migraine.",
        "Haugen and colleagues reported that magnesium eased migraine.",
        "Haugen et al. (2011) gave magnesium to patients with migraine.",
        "Dr Haugen's team tested magnesium in patients with migraine.",
    ],
)
def test_it_flags_a_study_that_is_not_listed(text: str) -> None:
    check_flags(CODE, text, [TRIAL])


def test_it_flags_a_marker_without_its_reference() -> None:
    flag = check_flags(CODE, "Ginger tea reduces nausea [@lee1999].", [TRIAL])
    assert flag.facts == (("mention", "[@lee1999]"),)


def test_it_flags_a_name_of_another_year() -> None:
    check_flags(CODE, "Lee et al. (2015) found that ginger tea reduced nausea.", [TRIAL])


LIST = """

## References

1. Lee A, Okoro B. Ginger tea for nausea: a randomised trial. Food J. 2020;12:1-9.
2. Haugen C. Zinc and colds. Food J. 2011;2:3-4.
3. Smith D. Milk and sleep. Food J. 2012;2:3-4.
"""


def _mentions(text: str) -> list[str]:
    assessment = pipeline.assess(documents.read(text + LIST, "markdown"), today=TODAY)
    return [value for flag in assessment.flags if flag.code == CODE for name, value in flag.facts if name == "mention"]


@pytest.mark.parametrize(
    "text",
    [
        "Ginger tea reduces nausea [1].",
        "Ginger tea reduces nausea [1-3].",
        "Ginger tea reduces nausea (Lee & Okoro, 2020; Haugen, 2011).",
        "Ginger tea reduces nausea [1, 3].",
    ],
)
def test_it_leaves_markers_alone_that_lead_to_the_list(text: str) -> None:
    assert _mentions(text) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Ginger tea reduces nausea [3,4].", ["[4]"]),
        ("Ginger tea reduces nausea [2-5].", ["[4]", "[5]"]),
        ("Ginger tea reduces nausea.<sup>2,9</sup>", ["[9]"]),
        ("Ginger tea reduces nausea (Lee & Okoro, 2020; Nobody, 2019).", ["Nobody, 2019"]),
        ("Ginger tea reduces nausea (Nobody, 2019).", ["(Nobody, 2019)"]),
        ("Ginger tea reduces nausea [7].", ["[7]"]),
        ("Ginger tea reduces nausea [1] and vomiting [7].", ["[7]"]),
    ],
)
def test_it_names_what_a_marker_points_to_in_vain(text: str, missing: list[str]) -> None:
    assert _mentions(text) == missing


def test_it_names_the_key_that_is_missing_beside_one_that_is_known() -> None:
    flag = check_flags(CODE, "Ginger tea reduces nausea [@lee2020; @lee1999].", [TRIAL])
    assert flag.facts == (("mention", "@lee1999"),)


@pytest.mark.parametrize("markers", ["[@lee2020; @lee1999]", "[@lee2020] [@lee1999]"])
def test_the_known_work_beside_a_missing_one_is_still_judged(markers: str) -> None:
    text = f"Ginger tea cures nausea for good {markers}."
    codes = {flag.code for flag in judge(text, [TRIAL]).flags}
    assert {CODE, "certainty-overstatement"} <= codes


def test_a_number_without_any_list_is_told_of_claims_only_and_once() -> None:
    assessment = judge("Ginger reduces nausea in adults [7][9]. My aunt lives in the hills [8].")
    codes = [[flag.code for flag in row.flags if flag.code == "unresolved-mention"] for row in assessment.sentences]
    assert codes == [["unresolved-mention"], []]


def test_a_number_beyond_the_list_is_told_wherever_it_stands() -> None:
    assessment = judge("Ginger reduces nausea [1]. My aunt lives in the hills [8].", [TRIAL])
    codes = [[flag.code for flag in row.flags if flag.code == "unresolved-mention"] for row in assessment.sentences]
    assert codes == [[], ["unresolved-mention"]]


def test_a_study_described_by_its_journal_on_the_list_is_known() -> None:
    known = replace(TRIAL, container="Annals of Rest")
    said = "One study published in Annals of {} found that ginger reduced nausea."
    check_clean("unresolved-mention", said.format("Rest"), [known])
    check_flags("unresolved-mention", said.format("Work"), [known])


@pytest.mark.parametrize(
    "line",
    [
        "> _The smell of coffee is stronger than the soul itself. —Ada Lee, Memoir from Harbour Street (1995)_",
        "“Coffee is a sin.” — Ada Lee, The Long Night (1921)",
        "“Who has not drunk in grief?” —Ada Lee, Cups and Kings (1888)",
        "> Sleep is a thief! ―Jo Moor, Thieves (1902)",
    ],
)
def test_who_is_quoted_behind_the_words_themselves_is_no_study(line: str) -> None:
    check_clean(CODE, f"Coffee has a smell of its own.\n\n{line}")


@pytest.mark.parametrize(
    "line",
    [
        "Ginger eases nausea — Lee, Okoro and Bell (1995) found it so.",
        "Ginger eases nausea. Lee and Okoro (1995) found it so.",
        "Ginger eases nausea—Lee (1995) found it so.",
        "Ginger eased nausea. In Leeds—where Okoro, Bell and Lee (1995) worked—it did so too.",
    ],
)
def test_a_study_beside_a_dash_is_one(line: str) -> None:
    check_flags(CODE, line)


@pytest.mark.parametrize("dash", ["—", "— ", "--", "> — *"])
def test_who_is_quoted_from_what_book_is_no_study(dash: str) -> None:
    check_clean(CODE, f"Coffee has a smell of its own.\n\n{dash}Ada Lee, Memoir from Antproof Case (1995)")


@pytest.mark.parametrize(
    "entry",
    [
        "**The Quiet Mind** By Ada Lee (Harbour Publications, 2004).",
        "**The Quiet Mind** By Ada Lee(Hyperion, 2005).",
        "*Resting Well* by Jo Moor, Ph.D. and Paula E. Bell, RN, MSN. (New Anchor Books, 2004).",
        "*Resting Well* by J. Mark Moor, Lee, & Bell-Kay (Guild Press, 2007).",
        "*Resting Well*, by Ada Lee (Anchor; Revised Edition, 2007).",
    ],
)
def test_who_brought_out_a_book_is_no_citation(entry: str) -> None:
    check_clean(CODE, f"These books help with sleep.\n\n{entry}")


@pytest.mark.parametrize(
    "text",
    [
        "Ginger tea reduces nausea, as was shown by Haugen (Haugen, 2011).",
        "Ginger tea reduces nausea by half (Haugen, 2011).",
        "By and large, ginger tea reduces nausea in adults (Haugen & Lee, 2011).",
        "Nausea is reduced by Ginger tea (Haugen, 2011) in most adults.",
    ],
)
def test_a_citation_behind_by_is_one(text: str) -> None:
    check_flags(CODE, text)


FOLLOWED = (
    "In a 2014 study, researchers gave ginger to women with nausea. The women who had taken ginger felt less nausea. "
)


@pytest.mark.parametrize(
    "end",
    [
        "In other words, they [felt better within a day](https://www.pnas.org/content/111/20/7379).",
        'In other words, they [felt better](https://pnas.org/content/111/20/7379){: target="_blank" rel="noopener"}.',
        "They felt better within a day ([source](https://doi.org/10.1000/xyz123)).",
    ],
)
def test_a_study_whose_link_stands_two_sentences_on_is_known(end: str) -> None:
    assert CODE not in {flag.code for flag in judge(FOLLOWED + end, None).flags}


@pytest.mark.parametrize(
    "end",
    [
        "They felt better within a day.",
        "Zinc [shortens colds](https://doi.org/10.1000/xyz123).",
        "Haugen and colleagues (2011) found less. Zinc [shortens colds](https://doi.org/10.1000/xyz123).",
    ],
)
def test_a_link_to_something_else_does_not_tell_which_study_is_meant(end: str) -> None:
    other = (
        "Mint [eases cramps in adults](https://doi.org/10.1000/abc123). "
        "Salt [raises blood pressure](https://doi.org/10.1000/abc124).\n\n"
    )
    assert CODE in {flag.code for flag in judge(other + FOLLOWED + end, None).flags}


def test_a_study_under_its_linked_title_is_known() -> None:
    text = (
        "[Effects of a cinnamon extract on glucose in type 2 diabetes](https://pubmed.ncbi.nlm.nih.gov/16634838)\n\n"
        "In a double-blind study 79 patients with diabetes took cinnamon or placebo, and glucose fell with cinnamon."
    )
    assert CODE not in {flag.code for flag in judge(text, None).flags}


def test_the_words_of_a_link_may_go_on_in_the_next_line() -> None:
    text = (
        "_This rests on the [Wikipedia article on the vaccine\ncontroversy][1]._ Vaccines cause fewer deaths than flu."
        '\n\n [1]: http://en.wikipedia.org/wiki/MMR_vaccine_controversy "Wikipedia"\n'
    )
    assert CODE not in {flag.code for flag in judge(text, None).flags}


@pytest.mark.parametrize(
    "text",
    [
        "Haugen et al., [“Effects of ginger on nausea”](./doc/ginger_haugen_et_al_2005.pdf), found less nausea.",
        "In one study, [ginger reduced nausea](/files/ginger.pdf) in 90 nurses.",
        "A 2015 trial tested [ginger](papers/ginger.pdf#page=3) in women with nausea.",
    ],
)
def test_a_study_whose_file_the_page_holds_is_known(text: str) -> None:
    check_clean(CODE, text)


@pytest.mark.parametrize(
    "text",
    [
        "In one study, [ginger reduced nausea](/ginger) in 90 nurses.",
        "In one study, [ginger](#ginger.pdf) reduced nausea in 90 nurses.",
        "Haugen et al. found less nausea with ginger. See [our leaflet](./leaflet.pdf).",
    ],
)
def test_a_link_to_another_page_of_the_site_tells_no_study(text: str) -> None:
    check_flags(CODE, text)


def test_the_paper_behind_a_link_in_the_press_is_no_study() -> None:
    entry = "[Who has the guts?](https://www.nytimes.com/2013/02/24/guts.html) (New York Times, Feb 2013)"
    check_clean(CODE, f"Gluten harms people with celiac disease.\n\n- {entry}\n")
    check_flags(CODE, "Gluten harms people with celiac disease (Haugen, 2013).")


@pytest.mark.parametrize(
    "label", ["→ View on PubMed", "→ View on PubMed / NIH", "Read the full study", "See it on PMC", "Original study"]
)
def test_a_line_that_leads_to_the_study_belongs_to_what_stands_before_it(label: str) -> None:
    claim = "A meta-analysis of 51 studies showed that ginger reduces nausea."
    text = f"{claim}\n\n[{label}](https://pmc.ncbi.nlm.nih.gov/articles/PMC9349094/)\n\nZinc is a metal.\n"
    assert CODE not in {flag.code for flag in judge(text, None).flags}


OTHERS = (
    "Mint [eases cramps in adults](https://doi.org/10.1000/abc123). "
    "Salt [raises blood pressure](https://doi.org/10.1000/abc124).\n\n"
)
IN_THE_MIDDLE = "A cohort study in Sweden found that women who drank milk died earlier than women who did not. "


@pytest.mark.parametrize(
    "end",
    [
        "In fact, [they had more fractures](https://www.bmj.com/content/349/bmj.g6015), of the hip above all.",
        "They [had more fractures](https://www.bmj.com/content/349/bmj.g6015) as well, of the hip above all.",
        "In addition, they had weaker bones. In fact, [they had fractures](https://doi.org/10.1000/x12), as said.",
    ],
)
def test_a_study_whose_link_stands_in_the_middle_of_what_goes_on_about_it_is_known(end: str) -> None:
    assert CODE not in {flag.code for flag in judge(OTHERS + IN_THE_MIDDLE + end, None).flags}


@pytest.mark.parametrize(
    "end",
    [
        "Zinc [shortens colds](https://doi.org/10.1000/x12) in adults, as said.",
        "In fact, [they had more fractures](https://www.example.org/fractures), of the hip above all.",
        "In fact, one study found that they had [more fractures](https://doi.org/10.1000/x12), of the hip above all.",
    ],
)
def test_a_link_of_another_sentence_or_to_a_mere_page_does_not_tell_it(end: str) -> None:
    sentence = judge(OTHERS + IN_THE_MIDDLE + end, None).sentences[2]
    assert CODE in {flag.code for flag in sentence.flags}


@pytest.mark.parametrize(
    "family", ["Roguin Maor", "Bautista Castaño", "van der Berg", "García Márquez", "De Souza Lima"]
)
def test_a_family_name_of_several_words_in_brackets_leads_to_its_work(family: str) -> None:
    known = replace(TRIAL, key="one", families=(family,), year=2017)
    check_clean(CODE, f"Ginger tea reduces nausea ({family} 2017).", [known])
    check_clean(CODE, f"Ginger tea reduces nausea ({family} et al., 2017).", [known])
    check_flags(CODE, f"Ginger tea reduces nausea ({family} 2011).", [known])
    check_flags(CODE, "Ginger tea reduces nausea (Haugen 2017).", [known])


def test_somebody_of_that_very_name_goes_before_one_whose_name_ends_so() -> None:
    double = replace(TRIAL, key="one", number=1, families=("Roguin Maor",), year=2017, doi="")
    plain = replace(TRIAL, key="two", number=2, families=("Maor",), year=2017, doi="")
    row = judge("Ginger tea reduces nausea (Maor 2017).", [double, plain]).sentences[0]
    assert [link.key for link in row.links] == ["two"]


BY_KEY = "Ginger tea reduces nausea [@moor2015]. Zinc shortens colds [@bell2019; @coe2020].\n"


def test_a_key_beside_a_list_is_a_work_that_the_list_lacks() -> None:
    (flag,) = _flags(f"Ginger tea reduces nausea [@moor2015].{LIST}")
    assert "bibliography" not in flag.message


def test_a_key_beside_one_that_leads_on_is_a_work_that_the_library_lacks() -> None:
    text = "Ginger tea reduces nausea [@lee2020]. Ginger tea reduces pain [@moor2015]."
    assert "bibliography" not in check_flags(CODE, text, [TRIAL]).message


def test_each_key_whose_bibliography_is_not_here_is_told_once_and_says_so() -> None:
    flags = _flags(BY_KEY)
    assert [flag.facts for flag in flags] == [
        (("mention", "[@moor2015]"),),
        (("mention", "[@bell2019; @coe2020]"),),
    ]
    assert all("the bibliography that holds it is not here" in flag.message for flag in flags)


def test_no_source_is_asked_for_beside_such_a_key() -> None:
    assessment = pipeline.assess(documents.read(BY_KEY, "markdown"), today=TODAY)
    assert not any(flag.code == "missing-citation" for flag in assessment.flags)


def _flags(text: str) -> list[Flag]:
    assessment = pipeline.assess(documents.read(text, "markdown"), today=TODAY)
    return [flag for flag in assessment.flags if flag.code == CODE]
