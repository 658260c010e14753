"""People as programs write them into one field."""

from __future__ import annotations

import pytest

from citations.formats.written_names import people_in

ROY, LIM, DOE = ({"family": family, "given": given} for family, given in (("Roy", "S"), ("Lim", "K"), ("Doe", "J")))


@pytest.mark.parametrize("written", ["", " ; ", "et al.", ","])
def test_nobody_stands_in(written: str) -> None:
    assert people_in(written) == []


@pytest.mark.parametrize(
    "written",
    [
        "World Health Organization", "Centers for Disease Control and Prevention", "Food and Drug Administration",
        "Cancer Research UK", "Health Canada and Statistics Canada", "Academy of Nutrition and Dietetics",
        "Bill and Melinda Gates Foundation", "VIGOR Study Group", "Study Group A", "NASA", "Sukarno", "Marks & Spencer",
        "Roy and Sons, Inc.", "Diabetes UK",
        "Food/Drug Office", "UK Biobank", "Department of Health, Education, and Welfare",
    ],
)  # fmt: skip
def test_the_name_of_a_body_stays_whole(written: str) -> None:
    assert people_in(written) == [{"literal": written}]


@pytest.mark.parametrize(
    ("written", "family", "given"),
    [
        ("Roy SK", "Roy", "SK"),
        ("Roy S.K.", "Roy", "S.K."),
        ("Roy S. K.", "Roy", "S. K."),
        ("Roy S K", "Roy", "S K"),
        ("ROY SK", "ROY", "SK"),
        ("Tran V", "Tran", "V"),
        ("Li X", "Li", "X"),
        ("van der Berg JA", "van der Berg", "JA"),
        ("de la Cruz M", "de la Cruz", "M"),
        ("O'Connor E", "O'Connor", "E"),
        ("McDougal FS", "McDougal", "FS"),
        ("Smith-Jones A-B", "Smith-Jones", "A-B"),
        ("Østergaard L", "Østergaard", "L"),
        ("Kowalski Ł", "Kowalski", "Ł"),
        ("S. K. Roy", "Roy", "S. K."),
        ("Roy, Ann B.", "Roy", "Ann B."),
        ("M&uuml;ller, J", "Müller", "J"),
        ("Pérez y González, M", "Pérez y González", "M"),
    ],
)
def test_one_person_is_read(written: str, family: str, given: str) -> None:
    assert people_in(written) == [{"family": family, "given": given}]


def test_a_suffix_stays() -> None:
    assert people_in("Roy SK Jr") == [{"family": "Roy", "given": "SK", "suffix": "Jr"}]
    assert people_in("Roy, Sam, Jr") == [{"family": "Roy", "given": "Sam", "suffix": "Jr"}]


@pytest.mark.parametrize(
    "written",
    [
        "Roy, S; Lim, K; Doe, J",
        "Roy S; Lim K; Doe J;",
        "Roy, S and Lim, K and Doe, J",
        "Roy, S, Lim, K and Doe, J",
        "Roy S, Lim K, Doe J",
        "Roy S, Lim K and Doe J",
        "Roy S, Lim K, & Doe J",
        "Roy, S &amp; Lim, K &amp; Doe, J",
        "['Roy, S', 'Lim, K', 'Doe, J']",
        "['Roy, S' 'Lim, K' 'Doe, J']",
        '["Roy, S", "Lim, K", "Doe, J"]',
        "['Roy S', 'Lim K', 'Doe J']",
        "[Roy, S; Lim, K; Doe, J]",
        "('Roy, S', 'Lim, K', 'Doe, J')",
        "Roy, S|Lim, K|Doe, J",
        "Roy, S / Lim, K / Doe, J",
        "Roy, S • Lim, K • Doe, J",
        "Roy, S\\; Lim, K\\; Doe, J",
        "S Roy; K Lim; J Doe",
        "Roy, S; Lim, K; and Doe, J",
        "Roy S (1), Lim K (2), Doe J (1)",
        "<b>Roy, S</b>; Dr. Lim, K; Doe, J*",
        "Roy, S, PhD; Lim, K, MD, MPH; Doe, J",
        "Roy, S, Lim, K, Doe, J, et al.",
        "Roy, S; Lim, K; Doe, J; et al.",
        "Roy S, Lim K, Doe J and others",
        "Roy, S AND Lim, K AND Doe, J",
    ],
)
def test_several_people_in_one_field_are_parted(written: str) -> None:
    assert people_in(written) == [ROY, LIM, DOE]


def test_names_spelled_out_are_people_beside_others() -> None:
    assert people_in("Ann B. Roy and Ken Lim") == [
        {"family": "Roy", "given": "Ann B."},
        {"family": "Lim", "given": "Ken"},
    ]
    assert people_in("Roy, Ann; World Health Organization") == [
        {"family": "Roy", "given": "Ann"},
        {"literal": "World Health Organization"},
    ]


def test_a_long_field_takes_no_long_time() -> None:
    for unit in ("Roy, S; ", "a'", "Roy S, ", " and ", "Roy-", "[", ", "):
        people_in(unit * 20_000)
