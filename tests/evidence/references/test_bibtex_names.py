r"""People in BibTeX: letters that are commands ("\O{}ystein"), and names whose parts are named ("family=Jong")."""

from __future__ import annotations

import pytest

from evidence.references.bibtex_names import people


@pytest.mark.parametrize("value", ["", "others", " and ", "others and others", "and"])
def test_nobody_stands_in(value: str) -> None:
    assert list(people(value)) == []


@pytest.mark.parametrize(
    ("second", "family", "given"),
    [
        (r"\O{}ystein Lie", "Lie", "Øystein"),
        (r"\O ystein Lie", "Lie", "Øystein"),
        (r"{\O}ystein Lie", "Lie", "Øystein"),
        (r"{\O }ystein Lie", "Lie", "Øystein"),
        (r"\L{}ukasz Nowak", "Nowak", "Łukasz"),
        (r"\aa ge Ek", "Ek", "åge"),
        (r"\aa ge Per Ek", "Ek", "åge Per"),
        (r"\AA sa Ek", "Ek", "Åsa"),
        (r"\'Etienne Roy", "Roy", "Étienne"),
        (r"\'{E}tienne Roy", "Roy", "Étienne"),
        (r"{\'{E}}tienne Roy", "Roy", "Étienne"),
        (r"\AE gir Bo", "Bo", "Ægir"),
        (r"\oe uvre Bo", "Bo", "œuvre"),
        (r"\TH{}or Bo", "Bo", "Þor"),
        (r"\th orir Bo", "Bo", "þorir"),
        (r"\DH an Bo", "Bo", "Ðan"),
        (r"\v{S}imon \v Capek", "Čapek", "Šimon"),
        (r"\c{C}elik, \.{I}", "Çelik", "İ"),
        (r"\"Ozg\"ur G{\"u}rses", "Gürses", "Özgür"),
        (r"\O{}stergaard, \L{}ucja", "Østergaard", "Łucja"),
        (r"\o rsted Berg, Hans", "ørsted Berg", "Hans"),
        (r"D\'{\i}az, J", "Díaz", "J"),
        (r"Nguy{\~{\^e}}n, Th\d{i}", "Nguyễn", "Thị"),
        (r"Wei\ss, Jan", "Weiß", "Jan"),
        (r"Jan Wei\ss", "Weiß", "Jan"),
        (r"\textsc{Roy}, Ann", "Roy", "Ann"),
        (r"O\'Connor, Ann", "O'Connor", "Ann"),
        (r"Lie, \O{}ystein", "Lie", "Øystein"),
    ],
)
def test_a_letter_command_keeps_its_letter_in_any_author(second: str, family: str, given: str) -> None:
    person = {"family": family, "given": given}
    assert list(people(f"Berg, A and {second}")) == [{"family": "Berg", "given": "A"}, person]
    assert list(people(f"{second} and Berg, A and {second}")) == [person, {"family": "Berg", "given": "A"}, person]


def test_particles_bodies_and_the_word_in_braces_stay() -> None:
    assert list(people(r"Ludwig van der Berg AND {Ann and Bo {\O}re Ltd}" + "\nand von Ek, Jr, Bo and others")) == [
        {"family": "Berg", "given": "Ludwig", "non-dropping-particle": "van der"},
        {"literal": "Ann and Bo Øre Ltd"},
        {"family": "Ek", "given": "Bo", "non-dropping-particle": "von", "suffix": "Jr"},
    ]


JONG = {"family": "Jong", "given": "K.", "non-dropping-particle": "de"}


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("family=Jong, given=K., prefix=de, useprefix=true", JONG),
        ("prefix=de, useprefix=true, given=K., given-i=K, family=Jong", JONG),
        ("family = Jong , given = K. , prefix = de", JONG),
        ("family={Jong}, given={K.}, prefix={de}, prefix-i=d", JONG),
        ('family="Jong", given="K.", prefix="de"', JONG),
        ('"family=Jong", "given=K.", "prefix=de"', JONG),
        ("Family=Jong, Given=K., Prefix=de, UsePrefix=True", JONG),
        (
            "family=Jong, given=K., prefix=de, useprefix=false",
            {"family": "Jong", "given": "K.", "dropping-particle": "de"},
        ),
        ("family=Roy, given-i=AB", {"family": "Roy", "given": "AB"}),
        ("given=Ann, family=Roy, suffix=Jr.", {"family": "Roy", "given": "Ann", "suffix": "Jr."}),
        ("family={Roy and Sons}, given={Ann}", {"family": "Roy and Sons", "given": "Ann"}),
        ('"family={Roy and Sons, Inc.}"', {"literal": "Roy and Sons, Inc."}),
        ("family={World Herb Organization}", {"literal": "World Herb Organization"}),
        (r"family=\O{}re, given={\L}ukasz", {"family": "Øre", "given": "Łukasz"}),
        ("family=de la Cruz, given=Ana, hash=3f, nametemplates=a", {"family": "de la Cruz", "given": "Ana"}),
    ],
)
def test_named_parts_make_a_name(written: str, person: dict[str, str]) -> None:
    alben = {"family": "Alben", "given": "M."}
    assert list(people(f"{written} and Alben, M.")) == [person, alben]
    assert list(people(f"Alben, M. and {written}")) == [alben, person]
