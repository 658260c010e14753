"""People and topics in front matter, in the forms that other systems write."""

from __future__ import annotations

from typing import Any

import pytest

from evidence.reading.declared_people import people_in, people_of
from evidence.reading.metadata import page_of, topics_of


@pytest.mark.parametrize(
    "value", [None, True, 3, "", " , ", [], [None, 2], {}, {"email": "a@b.example"}, [[[["Ann Poe"]]]]]
)
def test_nobody_is_named_by(value: Any) -> None:
    assert people_in(value) == ()


@pytest.mark.parametrize(
    "name",
    [
        "Centers for Disease Control and Prevention",
        "Food and Drug Administration",
        "Sleep and Health Team",
        "WHO",
        "Editorial Team",
        "Ann and Bo Poe",
        "Ann Poe",
        "Ann",
        "Mayo Clinic and Cleveland Clinic",
        "Sleep / Health Team",
        "Reviewed with care",
    ],
)
def test_a_name_stays_whole(name: str) -> None:
    assert [(person.name, person.credentials) for person in people_in(name)] == [(name, "")]


@pytest.mark.parametrize(
    "value",
    [
        ["Ann Poe", "Bo Coe"],
        "Ann Poe and Bo Coe",
        "Ann Poe & Bo Coe",
        "Ann Poe, Bo Coe",
        "Ann Poe; Bo Coe",
        "Poe, Ann; Coe, Bo",
        "Ann Poe et Bo Coe",
        *("Ann Poe och Bo Coe", "Ann Poe en Bo Coe", "Authors: Ann Poe, Bo Coe", "Ann Poe &amp; Bo Coe"),
        "Ann Poe y Bo Coe",
        "Written by Ann Poe and Bo Coe",
        "Words by Ann Poe, Bo Coe",
        "Ann Poe<br>Bo Coe",
        "Ann Poe (a@b.example); Bo Coe (c@d.example)",
        "['Ann Poe', 'Bo Coe']",
        '["Ann Poe","Bo Coe"]',
        "{Ann Poe and Bo Coe}",
        ["Ann Poe", "Bo Coe."],
        [{"display_name": "Ann Poe"}, {"displayName": "Bo Coe"}],
        [{"title": "Ann Poe"}, {"author": "Bo Coe"}],
        [{"given-name": "Ann", "surname": "Poe"}, {"given-name": "Bo", "surname": "Coe"}],
        {"list": ["Ann Poe", "Bo Coe"]},
        "Poe, Ann and Coe, Bo",
        "Poe, Ann, Coe, Bo",
        ["Poe, Ann", "Coe, Bo"],
        "By Ann Poe and Bo Coe",
        [{"name": "Ann Poe"}, {"name": "Bo Coe"}],
        [{"name": "Ann Poe"}, "Bo Coe"],
        {"name": "Ann Poe and Bo Coe"},
        [{"given": "Ann", "family": "Poe"}, {"name": {"given": "Bo", "family": "Coe"}}],
        [{"Ann Poe": {"institute": ["x"]}}, {"Bo Coe": None}],
        [["Ann Poe"], ["Bo Coe"]],
        ["Ann Poe", "Bo Coe", "ann poe"],
        "Ann Poe, Bo Coe and others",
        "[Ann Poe](https://a.example) and [[Bo Coe]]",
        "Ann Poe <a@b.example>, Bo Coe <c@d.example>",
        *("Ann Poe | Bo Coe", "Ann Poe / Bo Coe", "Ann Poe + Bo Coe", "Ann Poe with Bo Coe", "Ann Poe · Bo Coe"),
        *("Ann Poe\nBo Coe", "- Ann Poe\n- Bo Coe\n", "* Ann Poe\n\n* Bo Coe"),
    ],
)
def test_two_people_are_two(value: Any) -> None:
    assert [(person.name, person.credentials) for person in people_in(value)] == [("Ann Poe", ""), ("Bo Coe", "")]


def test_a_second_person_with_a_title_is_no_credential_of_the_first() -> None:
    named = [(person.name, person.credentials) for person in people_in("Dr. Ann Poe, MD, Prof. Bo Coe, RD")]
    assert named == [("Dr. Ann Poe", "MD"), ("Prof. Bo Coe", "RD")]
    (alone,) = people_in("Ann Poe, Prof. emerita")
    assert (alone.name, alone.credentials) == ("Ann Poe", "Prof. emerita")


@pytest.mark.parametrize(
    ("written", "name", "credentials"),
    [
        ("Poe, Ann", "Ann Poe", ""),
        ("Poe,Ann", "Ann Poe", ""),
        ("Poe, Ann, MD", "Ann Poe", "MD"),
        ("Poe, Ann, MD, PhD", "Ann Poe", "MD, PhD"),
        ("Poe, A. B.", "A. B. Poe", ""),
        ("van der Berg, Ann", "Ann van der Berg", ""),
        ("O'Neil, Ann Marie", "Ann Marie O'Neil", ""),
        ("Müller, Jürgen", "Jürgen Müller", ""),
        ("Smith-Jones, Ann-Marie", "Ann-Marie Smith-Jones", ""),
        ("García Márquez, Gabriel", "Gabriel García Márquez", ""),
        ("Vargas Llosa, M.", "M. Vargas Llosa", ""),
        ("Lloyd Webber, Andrew J., MD", "Andrew J. Lloyd Webber", "MD"),
        ("Ann Poe, Herbalist", "Ann Poe", "Herbalist"),
        ("Ann Poe, Chiropractor", "Ann Poe", "Chiropractor"),
        ("Poe, MD", "Poe", "MD"),
        ("Ann Poe, MD", "Ann Poe", "MD"),
        ("Ann Poe, M.D., Ph.D.", "Ann Poe", "M.D., Ph.D."),
        ("Ann Poe, registered dietitian", "Ann Poe", "registered dietitian"),
        ("Ann Poe, Dietitian", "Ann Poe", "Dietitian"),
        ("Ann Poe, Senior Editor", "Ann Poe", "Senior Editor"),
        ("Ann Poe (MD)", "Ann Poe", "MD"),
        ("Author: Ann Poe", "Ann Poe", ""),
        ("“Ann Poe”", "Ann Poe", ""),
    ],
)
def test_one_person_is_one(written: str, name: str, credentials: str) -> None:
    for value in (written, [written], {"name": written}, [{"name": written}]):
        assert [(person.name, person.credentials) for person in people_in(value)] == [(name, credentials)]


def test_an_entry_says_more_than_a_name() -> None:
    first, second = people_in(
        [
            {"name": "Ann Poe", "affiliation": "Hill University", "degrees": ["PhD", "RN"]},
            {"name": "Bo Coe", "affiliations": [{"name": "Dale Press"}], "credentials": "MD", "interests": "none"},
        ]
    )
    assert (first.employer, first.credentials) == ("Hill University", "PhD, RN")
    assert (second.employer, second.credentials, second.said["interests"]) == ("Dale Press", "MD", "none")


def test_the_first_field_that_names_somebody_counts() -> None:
    assert people_of({"author": "", "authors": ["Ann Poe"]}, "author", "authors")[0].name == "Ann Poe"
    assert people_of({"params": {"author": "Ann Poe"}}, "author")[0].name == "Ann Poe"


@pytest.mark.parametrize(
    ("authors", "credentials", "interests"),
    [
        (["Ann Poe", "Bo Coe"], None, False),
        ([{"name": "Ann Poe", "credentials": "MD", "interests": "none"}, {"name": "Bo Coe"}], False, False),
        (
            [{"name": "Ann Poe", "credentials": "MD", "interests": []}, {"name": "Bo Coe, RD", "interests": "none"}],
            True,
            True,
        ),
    ],
)
def test_every_author_is_asked(authors: Any, credentials: bool | None, interests: bool) -> None:
    page = page_of({"author": authors})
    assert (page.credentials, page.interests_answered) == (credentials, interests)


@pytest.mark.parametrize(
    ("value", "topics"),
    [
        ("#sleep #zinc", ("sleep", "zinc")),
        (None, ()),
        (True, ()),
        ("", ()),
        ({}, ()),
        ([None, True, False, ""], ()),
        ("Sleep", ("Sleep",)),
        ("Sleep, Zinc", ("Sleep", "Zinc")),
        (["Sleep", "Zinc"], ("Sleep", "Zinc")),
        ([2024, True, None], ("2024",)),
        (2024, ("2024",)),
        ([{"name": "Sleep"}], ("Sleep",)),
        ({"title": "Sleep"}, ("Sleep",)),
        (["Sleep", "sleep "], ("Sleep",)),
        ([["Sleep"]], ("Sleep",)),
        ("[[Sleep]]", ("Sleep",)),
        ("#sleep", ("sleep",)),
        (["Zinc, iron and you"], ("Zinc, iron and you",)),
    ],
)
def test_topics_are_named_once(value: Any, topics: tuple[str, ...]) -> None:
    assert topics_of({"topics": value}) == topics


@pytest.mark.parametrize(
    "value",
    [
        "Ann Poe MD",
        "Ann Poe – MD",
        {"name": "Ann Poe", "title": "MD"},
        {"name": "Ann Poe", "honorific-suffix": "MD"},
        {"name": "Ann Poe", "suffix": "MD"},
    ],
)
def test_a_degree_without_a_comma_or_in_another_field_is_one(value: Any) -> None:
    assert [(person.name, person.credentials) for person in people_in(value)] == [("Ann Poe", "MD")]


@pytest.mark.parametrize("value", ["Sleep | Colds", "- Sleep\n- Colds", "['Sleep', 'Colds']"])
def test_topics_in_other_lists_are_parted(value: str) -> None:
    assert topics_of({"topics": value}) == ("Sleep", "Colds")
