"""Which works a row of names is by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.matching.named_authors import AuthorIndex
from tests.evidence.judging import TRIAL

CARE = replace(TRIAL, key="care", families=("Oswald", "Heil", "Goldbeck"), year=2010)
POWER = replace(TRIAL, key="power", families=("Dupont", "Plummer"), year=1990)
BALANCE = replace(TRIAL, key="balance", families=("Collins", "De Luca"), year=1993)
COSTS = replace(TRIAL, key="costs", families=("Van Roijen", "Van Straten", "Al", "Rutten", "Donker"), year=2006)
PAY = replace(TRIAL, key="pay", families=("Bryant", "Powell"), year=2005)
LATER = replace(TRIAL, key="later", families=("Bryant", "Howell"), year=2011)
THEMES = replace(TRIAL, key="themes", families=("Vaughn", "Clarke"), year=2006)
AUTHORS = AuthorIndex([CARE, POWER, BALANCE, COSTS, PAY, LATER, THEMES])


@pytest.mark.parametrize(
    "text",
    [
        "Clinics in Canada, England and Denmark took part.",
        "Oswald, Hill and Valley found less.",
        "Oswald, Heil and Goldbeck (1999) found less.",
        "Dupree and Palmer found less.",
        "Dupont and Palmer found less.",
        "Themes were found as by Vaughn and Clack.",
        "Themes were found as by Vaughn and Clar.",
        "Themes were found as by Vaughan and Clark.",
        f"{', '.join(['Oswald'] * 400)} wrote it.",
    ],
)
def test_other_names_in_a_row_mean_nothing(text: str) -> None:
    assert all(not named.keys for named in AUTHORS.named(text))


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Indeed, Oswald, Heil & Goldbeck found it.", "Oswald, Heil & Goldbeck", "care"),
        ("It is common (Oswald, Heil, and Goldbeck, 2010).", "Oswald, Heil, and Goldbeck, 2010", "care"),
        ("Oswald, Hiel and Goldbeck found it.", "Oswald, Hiel and Goldbeck", "care"),
        ("By Van Roijen, Van Straten, Al, Rutten, & Donker.", "Van Roijen, Van Straten, Al, Rutten, & Donker", "costs"),
        ("Power followed Duppont and Plummer.", "Duppont and Plummer", "power"),
        ("Power followed Dupont and Plumer.", "Dupont and Plumer", "power"),
        ("Themes were found as by Vaughn and Clark.", "Vaughn and Clark", "themes"),
        ("As paid by Byrant and Powell.", "Byrant and Powell", "pay"),
        ("According to Collins and de Luca, we sway.", "Collins and de Luca", "balance"),
    ],
)
def test_a_row_of_names_means_the_work_that_all_of_them_wrote(text: str, words: str, key: str) -> None:
    assert [(named.text, named.keys) for named in AUTHORS.named(text)] == [(words, (key,))]


def test_a_name_that_stands_there_as_written_is_no_slip_of_another() -> None:
    assert [named.keys for named in AUTHORS.named("As paid by Bryant and Howell.")] == [("later",)]
