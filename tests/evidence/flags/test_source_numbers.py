"""Numbers told of a study: what counts as the study's own, and what they are compared with."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import pipeline
from evidence.reading.documents import read

_HEAD = """---
references:
  - id: bell2012
    type: article-journal
    title: "Treatment of restless nights with a 5%% mint lotion"
    author: [{family: Bell, given: A}]
    year: 2012
    DOI: 10.1000/mint
    facts: {design: rct, species: human, population: women with asthma%s}
---
"""


def _codes(body: str, abstract: str = "") -> set[str]:
    held = f', abstract: "{abstract}"' if abstract else ""
    answer = pipeline.assess(read((_HEAD % held) + body, "markdown"), today=date(2014, 1, 1))
    return {flag.code for flag in answer.flags}


def test_a_share_of_people_in_general_is_wider_than_the_study():
    assert "overgeneralisation" in _codes("About 40% of adults sleep badly in summer [@bell2012].\n")


@pytest.mark.parametrize(
    "body",
    [
        "In the trial, 40% of the sleepers woke up at night [@bell2012].\n",
        "The trial was small [@bell2012]. At night, 40% of the adults woke up with a cough [@bell2012].\n",
    ],
)
def test_a_count_of_one_study_is_not_told_too_widely(body):
    assert "overgeneralisation" not in _codes(body)


def test_a_share_is_not_compared_with_the_dose_in_a_title():
    assert "numeric-mismatch" not in _codes("Itching was reported by 7% of the patients [@bell2012].\n")


def test_a_share_that_differs_from_the_abstract_is_flagged():
    assert "numeric-mismatch" in _codes("Itching was reported by 7% of the patients [@bell2012].\n", "Itching: 5%.")


def test_a_number_spelled_out_in_the_abstract_is_found():
    body = "The trial followed 96 patients with asthma for a year [@bell2012].\n"
    assert "numeric-unverified" not in _codes(body, "Ninety-six women were followed.")
    assert "numeric-mismatch" in _codes(body, "Eighty women were followed.")
    assert "numeric-unverified" in _codes(body, "Women with asthma were followed.")


def test_the_digits_of_an_address_are_not_numbers_of_the_sentence():
    body = "In a [trial](https://doi.org/10.1000/mint), patients with asthma slept better.\n"
    assert "numeric-unverified" not in _codes(body, "Women slept better.")


@pytest.mark.parametrize(
    "abstract",
    [
        "This study fails to support an effect of mint lotion on nightly asthma attacks.",
        "Mint lotion was no better than placebo for nightly asthma attacks.",
        "Mint lotion did not have a significant effect on nightly asthma attacks.",
        "Neither mint lotion nor placebo differed in nightly asthma attacks.",
    ],
)
def test_a_work_that_found_no_effect_contradicts_a_claim_of_one(abstract):
    body = "In women with asthma, mint lotion reduces nightly asthma attacks [@bell2012].\n"
    assert "contradicted-by-source" in _codes(body, abstract)
