"""Which work of a list a name means."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evidence.matching.named_authors import AuthorIndex
from tests.evidence.judging import TRIAL

GINGER = replace(TRIAL, key="lee2020", families=("Lee", "Okoro", "Diaz"))
PAIR = replace(TRIAL, key="lee2018", families=("Lee", "Okoro"), year=2018, title="Zinc lozenges for the common cold")
DUTCH = replace(TRIAL, key="berg2019", families=("van der Berg", "Lee"), year=2019, title="Honey for cough")
LONG = replace(TRIAL, key="karlsson2017", families=("Karlsson",), year=2017, title="Walking and back pain")
DOUBLE = replace(TRIAL, key="abi2013", families=("Ras Abi", "Poe", "Coe"), year=2013, title="Tests at home")
AUTHORS = AuthorIndex([GINGER, PAIR, DUTCH, LONG, DOUBLE])


@pytest.mark.parametrize(
    "text",
    [
        "Haugen and colleagues found less.",
        "Lee and colleagues (1999) found less.",
        "Leeds and colleagues found less.",
        "Hill and Valley are two words.",
        "Kerlsen and colleagues found less.",
        "Unlike Abi et al. they tested less.",
    ],
)
def test_a_doubtful_name_means_nothing(text: str) -> None:
    assert all(not named.keys for named in AUTHORS.named(text))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Lee and Okoro looked at colds.", "lee2018"),
        ("Lee et al. looked at women.", "lee2020"),
        ("Lee and colleagues (2018) looked at colds.", "lee2018"),
        ("Berg and colleagues found less.", "berg2019"),
        ("Van der Berg and colleagues found less.", "berg2019"),
        ("Karlson and colleagues found less.", "karlsson2017"),
        ("Karlsson reported less pain.", "karlsson2017"),
        ("Moreover, Karlsson and coworkers found less.", "karlsson2017"),
        ("KARLSSON et.al. found less.", "karlsson2017"),
        ("As in the models of Haugen, Karlsson et al., pain eased.", "karlsson2017"),
        ("Lee and Okoro's framework was used.", "lee2018"),
        ("Indeed, Lee, Okoro, and Diaz looked at women.", "lee2020"),
        ("Honey eased it (van der Berg & Lee).", "berg2019"),
        ("Tests at home did as well as those of Ras Abi et al. in towns.", "abi2013"),
    ],
)
def test_a_name_means_one_work(text: str, key: str) -> None:
    assert [named.keys for named in AUTHORS.named(text)] == [(key,)]


def test_et_al_means_no_work_of_one_author_where_another_has_more() -> None:
    alone = replace(TRIAL, key="lee2015", families=("Lee",), year=2015, title="Honey and zinc in old age")
    authors = AuthorIndex([alone, GINGER])
    assert [named.keys for named in authors.named("Lee et al. tried honey and zinc in old age.")] == [("lee2020",)]
    assert [named.keys for named in AuthorIndex([alone]).named("Lee et al. tried honey.")] == [("lee2015",)]


def test_et_al_means_a_work_of_two_authors_sooner_than_one_of_one() -> None:
    alone = replace(TRIAL, key="lee2015", families=("Lee",), year=2015, title="Honey and zinc in old age")
    authors = AuthorIndex([alone, PAIR])
    assert [named.keys for named in authors.named("Lee et al. tried honey and zinc in old age.")] == [("lee2018",)]


@pytest.mark.parametrize(
    "text",
    [
        "As Lee and Okoro, Karlsson et al. found less pain.",
        "Lee and Okoro and Karlsson et al. found less pain.",
        "Karlsson et al. and Lee and Okoro found less pain.",
    ],
)
def test_studies_named_in_a_row_are_not_taken_for_one_by_all(text: str) -> None:
    assert {key for named in AUTHORS.named(text) for key in named.keys} == {"karlsson2017", "lee2018"}


def test_the_last_name_before_et_al_leads_where_nobody_wrote_with_both() -> None:
    assert [named.keys for named in AUTHORS.named("Berg and Karlsson et al. found less.")] == [("karlsson2017",)]
    assert [named.keys for named in AUTHORS.named("Lee and Okoro et al. found less.")] == [("lee2018",)]


def test_the_sentences_around_help_to_tell_namesakes_apart() -> None:
    zinc = replace(GINGER, key="a", title="Zinc lozenges against the common cold in nurses")
    honey = replace(GINGER, key="b", title="Honey against nightly cough in toddlers")
    others = [replace(LONG, key=f"x{number}", families=(f"Name{number}",)) for number in range(20)]
    authors = AuthorIndex([zinc, honey, *others])
    text = "Lee and colleagues tested a remedy."
    assert [named.keys for named in authors.named(text)] == [()]
    around = ("Toddlers with a nightly cough got honey.", "Honey eased the nightly cough of toddlers.")
    assert [named.keys for named in authors.named(text, *around)] == [("b",)]


ENTRY = "Karlsson B, Moe C. Walking and back pain. J Walks. 2017;1:1-9."
WALKS = AuthorIndex([replace(LONG, raw=ENTRY), replace(GINGER, raw="Lee A, Okoro B. Ginger tea.")])


@pytest.mark.parametrize(
    "text",
    [
        "Anna Karlsson writes that walking cures cancer.",
        "Anna Karlsson found less pain.",
        "Dr Anna Karlsson reported less pain.",
        "Anna B. Karlsson argues for walks.",
        "The Haugen study found less pain.",
        "The Karlsson family of Lund had less pain.",
        "A Karlsson study of walks is to come.",
        "The Moe trial found less pain.",
        "Karlsson says that walking cures cancer.",
        "Karlsson wrote to the king.",
    ],
)
def test_a_namesake_by_the_given_name_or_a_mere_person_means_nothing(text: str) -> None:
    assert all(not named.keys for named in WALKS.named(text))


@pytest.mark.parametrize(
    "text",
    [
        "The Karlsson study found less pain.",
        "In the Karlsson trial pain eased.",
        "Less pain was seen in the Karlsson cohort.",
        "The Karlsson review is old.",
        "Karlsson writes that walking eases pain.",
        "Bo Karlsson argues for walks.",
        "Professor Karlsson concludes that walking eases pain.",
        "As Karlsson describes, walking eases pain.",
        "Bengt A. Karlsson found less pain.",
    ],
)
def test_a_study_called_by_its_author_and_what_an_author_writes_mean_the_work(text: str) -> None:
    assert [key for named in WALKS.named(text) for key in named.keys] == ["karlsson2017"]


DATED = AuthorIndex(
    [
        replace(LONG, raw=ENTRY),
        replace(GINGER, key="may2011", families=("May",), year=2011, raw="May A. Rain."),
        replace(GINGER, key="coend", families=("Coe",), year=None, raw="Coe A. Tea."),
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "Pain eased | Karlsson 2016",
        "Pain eased | Haugen 2017",
        "In May 2011 pain eased.",
        "May, 2011 was warm.",
        "Pain eased | Coe 2012",
        "From Karlsson 2017-2019 pain eased.",
        "Anna Karlsson, 2017, tells of less pain.",
        "In 2017 Karlsson was ill.",
        "Karlsson 20179",
    ],
)
def test_a_name_with_another_year_or_a_date_means_nothing(text: str) -> None:
    assert all(not named.keys for named in DATED.named(text))


@pytest.mark.parametrize(
    "text",
    [
        "Walking | eases pain | Karlsson 2017",
        "Walking eases pain – Karlsson, 2017.",
        "Walking eases pain: Karlsson 2017a",
        "As Karlsson 2017 shows, walking eases pain.",
        "Walking eases pain | Karlsson et al. 2017",
        "Walking eases pain; Bo Karlsson, 2017.",
        "See Karlsson, 2017 on walking.",
        "Source: Karlsson 2017",
    ],
)
def test_a_name_with_its_year_behind_it_means_the_work(text: str) -> None:
    assert [key for named in DATED.named(text) for key in named.keys] == ["karlsson2017"]


def test_a_year_means_the_work_of_that_year_and_none_without_a_year_beside_it() -> None:
    undated = replace(GINGER, key="leend", year=None, title="Ginger at home")
    assert AuthorIndex([GINGER, undated]).named("Lee et al., 2020")[0].keys == ("lee2020",)
    assert AuthorIndex([undated]).named("Lee et al., 2020")[0].keys == ("leend",)
