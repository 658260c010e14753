from __future__ import annotations

import pytest

from evidence.references.author_names import parse_names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "Sleep",
        "Does sleep help?",
        "Sleep in children: a look",
        "“Sleep”",
        "A. B",
        "a study of 12 children",
        "1, 2, 3",
    ],
)
def test_it_sees_no_names_in(text):
    assert parse_names(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bell, A. B., Coe, D., & Day-Fox, E.", ["Bell|A. B.", "Coe|D.", "Day-Fox|E."]),
        ("Bell, A., Coe, D., ... & Øye, E.", ["Bell|A.", "Coe|D.", "Øye|E."]),
        ("Bell AB, Coe D, et al.", ["Bell|AB", "Coe|D"]),
        ("Bell A.B., Coe D.", ["Bell|A.B.", "Coe|D."]),
        ("Zhang, Y, Li, S, Gan, R-Y", ["Zhang|Y", "Li|S", "Gan|R-Y"]),
        ("A. B. Bell, D. Coe and E. Day-Fox", ["Bell|A. B.", "Coe|D.", "Day-Fox|E."]),
        ("Bell, A. B., D. Coe, and E. Day", ["Bell|A. B.", "Coe|D.", "Day|E."]),
        ("Bell, Ada B., and Dan Coe", ["Bell|Ada B.", "Coe|Dan"]),
        ("Bell, Ada C.; Coe, Dan B.", ["Bell|Ada C.", "Coe|Dan B."]),
        ("Bell, A.; Coe, D.", ["Bell|A.", "Coe|D."]),
        ("Ada Bell, Dan van der Coe", ["Bell|Ada", "van der Coe|Dan"]),
        ("de la Cruz, M. A., & O'Brien, T. J., Jr.", ["de la Cruz|M. A.", "O'Brien|T. J."]),
    ],
)
def test_it_reads_the_names_of(text, names):
    assert [f"{name['family']}|{name['given']}" for name in parse_names(text)] == names


@pytest.mark.parametrize(
    "text", ["World Health Organization", "Centers for Disease Control and Prevention", "Mayo Clinic"]
)
def test_a_body_is_one_name(text):
    assert parse_names(text) == [{"literal": text}]


def test_a_group_stands_beside_those_who_wrote_for_it():
    assert parse_names("Bell A, for the ABC Study Group") == [
        {"family": "Bell", "given": "A"},
        {"literal": "ABC Study Group"},
    ]
