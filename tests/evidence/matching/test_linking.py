"""What a sentence stands on: markers, names, going on about the same study, an editor's hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from evidence.context import Source
from evidence.values import How
from tests.evidence.judging import TRIAL, judge

MAGNESIUM = replace(
    TRIAL,
    key="lee2015",
    number=2,
    title="Magnesium for migraine in nurses",
    families=("Lee", "Moor"),
    year=2015,
    doi="",
)
DIAZ = replace(TRIAL, key="diaz2019", number=3, title="Zinc for colds", families=("Díaz",), year=2019, pmid="31000001")


def _links(
    text: str, sources: Sequence[Source] = (TRIAL,), confirmed: Mapping[int, Sequence[str]] | None = None
) -> list[tuple[int, str, How]]:
    assessment = judge(text, sources, confirmed=confirmed)
    return [(link.sentence, link.key, link.how) for row in assessment.sentences for link in row.links]


def test_likeness_of_topic_is_never_a_link() -> None:
    text = "Ginger tea reduces nausea in a randomised trial."
    assert _links(text) == []
    assert judge(text, [TRIAL]).sentences[0].suggested == ("lee2020",)


def test_nothing_is_linked_forward() -> None:
    assert _links("The trial was small. Ginger tea reduced nausea [@lee2020].")[0][0] == 1


def test_a_shared_surname_alone_links_nothing() -> None:
    assert _links("Lee and colleagues studied patients.", [TRIAL, MAGNESIUM]) == []


def test_a_name_with_another_year_links_nothing() -> None:
    assert _links("Lee et al. (2011) found that ginger reduced nausea.") == []


def test_a_name_that_is_not_listed_links_nothing() -> None:
    assert _links("Haugen and colleagues found that ginger reduced nausea.") == []


@pytest.mark.parametrize(
    "marker",
    ["[@lee2020]", "[1]", "(Lee & Okoro, 2020)", "[a trial](https://doi.org/10.1000/lee2020)"],
)
def test_markers_of_every_kind_lead_to_the_source(marker: str) -> None:
    assert [key for _, key, _ in _links(f"Ginger tea reduced nausea {marker}.")] == ["lee2020"]


@pytest.mark.parametrize(
    "name",
    [
        "Lee and colleagues",
        "Lee et al.",
        "Lee and Okoro",
        "Dr Lee's team",
        "Lee and her colleagues",
        "Lee et al. (2020)",
    ],
)
def test_names_of_every_form_lead_to_the_source(name: str) -> None:
    assert [key for _, key, _ in _links(f"{name} studied women and found that ginger reduced nausea.")] == ["lee2020"]


def test_accents_do_not_matter() -> None:
    assert _links("Diaz and colleagues found that zinc shortened colds.", [DIAZ]) == [(0, "diaz2019", How.NAMED)]


@pytest.mark.parametrize(
    "text",
    [
        "Lee and colleagues (2015) studied patients.",
        "In 2015, Lee and colleagues studied patients.",
        "Lee and colleagues gave magnesium to nurses with migraine.",
        "Lee and Moor studied patients.",
    ],
)
def test_a_year_a_co_author_or_words_of_the_title_tell_namesakes_apart(text: str) -> None:
    assert [key for _, key, _ in _links(text, [TRIAL, MAGNESIUM])] == ["lee2015"]


@pytest.mark.parametrize("gap", [" ", "\n\n"])
def test_a_sentence_that_goes_on_about_the_study_inherits_it(gap: str) -> None:
    text = f"Lee and colleagues found that ginger reduced nausea.{gap}The women who took ginger also slept better."
    assert _links(text)[1:] == [(1, "lee2020", How.INHERITED)]


def test_inheritance_ends_where_another_subject_begins() -> None:
    text = "Lee and colleagues found that ginger reduced nausea. Zinc shortens colds. The women slept better."
    assert [index for index, _, _ in _links(text)] == [0]


def test_other_studies_inherit_nothing() -> None:
    text = "Lee and colleagues found that ginger reduced nausea. Other studies in the women found no effect."
    assert [index for index, _, _ in _links(text)] == [0]


def test_an_editors_link_stays_with_its_sentence() -> None:
    text = "Ginger tea reduces nausea. The women who took ginger slept better."
    assert _links(text, confirmed={0: ["lee2020"]}) == [(0, "lee2020", How.EDITOR)]


def test_an_editors_key_that_is_not_a_source_is_passed_over() -> None:
    assert _links("Ginger tea reduces nausea.", confirmed={0: ["nobody2000"], 99: ["lee2020"]}) == []


def test_a_work_that_is_only_linked_becomes_a_source() -> None:
    from evidence import pipeline
    from evidence.reading import documents
    from tests.evidence.judging import TODAY

    document = documents.read("Zinc [shortens colds](https://pubmed.ncbi.nlm.nih.gov/31000001/).", "markdown")
    [source] = pipeline.assess(document, today=TODAY).sources
    assert (source.pmid, source.on_list, source.title, source.design) == ("31000001", False, "", None)


@pytest.mark.parametrize(
    "source",
    [
        "([CDC](https://www.cdc.gov/tea/risk.html))",
        "([Lee 2019](https://doi.org/10.1000/a))",
        "([1](https://doi.org/10.1000/a), [2](https://doi.org/10.1000/b))",
        "[(source)](https://doi.org/10.1000/a)",
        "[source](https://doi.org/10.1000/a)",
        "[3](https://doi.org/10.1000/a)",
        "(Source: https://doi.org/10.1000/a)",
        "(see [Lee](https://doi.org/10.1000/a)).",
    ],
)
def test_a_link_behind_a_full_stop_is_the_source_of_what_stands_before_it_and_not_behind_it(source: str) -> None:
    rows = judge(f"Tea harms infants. {source} Garlic cures cancer in adults.", None).sentences  # type: ignore[arg-type]
    assert [bool(row.links) for row in rows] == [True, False]
    assert "missing-citation" in {flag.code for flag in rows[1].flags}


NOTE = "\n\n[^2]: Lee A, Okoro B. Ginger tea for nausea: a randomised trial. J Herbs. 2020;12(1):1-9.\n"


@pytest.mark.parametrize("words", ["See page 2.", "(See figure 2.)", "(See note 7.)", "(See footnote 7.)", "(2 notes)"])
def test_words_that_lead_to_no_note_tie_nothing(words: str) -> None:
    rows = judge(f"Ginger reduces nausea in adults. {words} Garlic cures cancer in adults.{NOTE}", None).sentences  # type: ignore[arg-type]
    assert not any(row.links for row in rows)


@pytest.mark.parametrize(
    "words",
    [
        "(See note 2.)",
        "(see note 2)",
        "(footnote 2)",
        "(See footnote 2.)",
        "(endnote 2)",
        "(cf. note 2)",
        "[See note 2.]",
    ],
)
def test_a_note_named_in_brackets_behind_a_sentence_is_the_source_of_that_alone(words: str) -> None:
    rows = judge(f"Ginger reduces nausea in adults. {words} Garlic cures cancer in adults.{NOTE}", None).sentences  # type: ignore[arg-type]
    assert rows[0].links
    assert not rows[-1].links
