"""The next share of those who were counted ("Another 27% …") stands on the source of the first one."""

from __future__ import annotations

from datetime import date

import pytest

from evidence import assess
from evidence.reading.documents import read

FIRST = (
    "[Mint](https://doi.org/10.1000/abc1) lowered pain in most patients, and 56% of the patients reduced their "
    "medication by half. "
)


def tied(last: str, first: str = FIRST) -> bool:
    assessed = assess(read(f"# Mint\n\n{first}{last}\n", "markdown"), today=date(2026, 11, 1))
    return bool(assessed.sentences[-1].links)


@pytest.mark.parametrize(
    "last",
    [
        "Another 27% of patients were cured of cancer by garlic.",
        "An additional 27% of patients healed their asthma with honey.",
        "Another study found that 27% of patients reduced their medication.",
        "Another way to reduce medication is to sleep more.",
        "A further 27 herbs cure colds.",
        "Another 27% of patients should reduce their medication.",
        "Further trials are needed to tell whether medication can be reduced.",
    ],
)
def test_another_subject_or_study_does_not_count_on(last: str) -> None:
    assert not tied(last)


def test_the_next_paragraph_does_not_count_on() -> None:
    assert not tied("\n\nAnother 27% of patients reduced their medication by a quarter.", FIRST.strip())


def test_nothing_counts_on_from_a_sentence_without_a_number() -> None:
    first = "[Mint](https://doi.org/10.1000/abc1) reduced medication in patients. "
    assert not tied("Another 27% of patients cut their use, and their medication was reduced.", first)


@pytest.mark.parametrize(
    "last",
    [
        "An additional 27% of patients were able to reduce medication by a quarter.",
        "Another 27% of patients reduced their medication by a quarter.",
        "Another 12 patients stopped their medication.",
        "A further 27% reduced their medication by a quarter.",
        "The remaining 17% kept their medication as it was.",
        "The other half did not change their medication.",
        "And another third of them reduced their medication a little.",
        "Another 27 percent were able to reduce their medication by a quarter.",
    ],
)
def test_the_next_share_stands_on_the_source_of_the_first(last: str) -> None:
    assert tied(last)
