"""Whether two lists of authors are those of one work."""

from __future__ import annotations

import pytest

from evidence.verifying.names import nearly_same_person, people_of, same_person, strangers


def person(written: str) -> dict[str, str]:
    family, comma, given = written.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": written}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Li, W", "Lin, W"),
        ("Smith, J", "Jones, J"),
        ("Müller, A", "Miller-Boone, A"),
        ("Chen, X", "Cheng, X"),
        ("Smith, J", "Smith, K"),
    ],
)
def test_two_people_stay_two(one: str, other: str) -> None:
    assert not same_person(person(one), person(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller, A", "Mueller, Anna"),
        ("Müller, A", "Muller, A. B."),
        ("Ångström, K", "Angstrom, K"),
        ("Østergård, L", "Oestergaard, L"),
        ("van der Berg, P", "Berg, P"),
        ("De Luca, F", "Deluca, F"),
        ("O’Brien, S", "OBrien, S"),
        ("Łukasiewicz, J", "Lukasiewicz, J"),
        ("Иванова, А", "Ivanova, A"),
        ("García Márquez, G", "Garcia, G"),
        ("Smith-Jones, T", "Smith Jones, T"),
        ("Okafor, C", "Chidi B. Okafor"),
        ("Smith, J", "SMITH, JOHN"),
    ],
)
def test_one_person_is_known_in_every_spelling(one: str, other: str) -> None:
    assert same_person(person(one), person(other))
    assert same_person(person(other), person(one))


@pytest.mark.parametrize(("one", "other"), [("Petersen, A", "Peterson, A"), ("Rautava, S", "Ratuava, S")])
def test_a_slip_of_the_pen_is_nearly_the_same(one: str, other: str) -> None:
    assert not same_person(person(one), person(other))
    assert nearly_same_person(person(one), person(other))


def test_a_co_author_who_is_not_on_record_is_named() -> None:
    written = [person("Okafor, C"), person("Quillfeather, P")]
    assert strangers(written, [person("Okafor, C"), person("Müller, A")]) == ["Quillfeather"]


def test_a_co_author_who_is_not_written_is_nothing_to_speak_of() -> None:
    assert strangers([person("Okafor, C")], [person("Okafor, C"), person("Müller, A")]) == []


def test_a_group_among_people_accuses_nobody() -> None:
    assert strangers([person("Okafor, C"), person("The Knee Study Group")], [person("Okafor, C")]) == []


def test_editors_stand_in_where_there_are_no_authors() -> None:
    assert [row["family"] for row in people_of({"editor": [person("Lind, A")]})] == ["Lind"]
