"""Works named by their body, journal, title or short name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from evidence.context import Source
from evidence.matching.named_works import NamedWorks
from tests.evidence.judging import TRIAL

COUNCIL = Source(key="council2019", number=1, families=("Sleep Health Council",), year=2019, title="Sleep in towns",
                 raw="Sleep Health Council. Sleep in towns. 2019. https://sleep.example/towns")  # fmt: skip
COMET = replace(TRIAL, key="bell2021", number=2, families=("Bell", "Coe"), year=2021, container="Annals of Rest",
                title="Warm milk before bed in older adults: the COMET trial", doi="")  # fmt: skip
BOOK = Source(
    key="day2015", number=3, families=("Day",), year=2015, title="Quiet Nights: how we lost our sleep", kind="book"
)
LIST: Sequence[Source] = (COUNCIL, COMET, BOOK)


def _keys(text: str, sources: Sequence[Source] = LIST) -> list[str]:
    return [key for _, key in NamedWorks(sources).named(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The Sleep Health Council is in the old town.",
        "According to the Dental Health Council, sugar harms teeth.",
        "According to the Sleep Health Council's 2012 report, noise harms sleep.",
        "A comet crossed the sky, and people reported poor sleep.",
        "Annals of Rest is a journal.",
        "Warm milk before bed helps older adults sleep.",
        "According to Sleep, noise is bad.",
        "Research done at the Dental Health Council shows that sugar harms teeth.",
        "Research on the Sleep Health Council is rare.",
        "The WHO says that noise harms sleep.",
    ],
)
def test_it_links_nothing_to(text: str) -> None:
    assert _keys(text) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("According to the Sleep Health Council, noise harms sleep.", "council2019"),
        ("According to the Sleep Health Council’s 2019 report, noise harms sleep.", "council2019"),
        ("The Sleep Health Council recommends eight hours.", "council2019"),
        ("A report by the Sleep Health Council found that noise harms sleep.", "council2019"),
        ("The SHC estimates that one in five sleeps badly.", "council2019"),
        ("A study published in Annals of Rest found that milk helped.", "bell2021"),
        ("The trial appeared last year in the journal *Annals of Rest*.", "bell2021"),
        ("The COMET trial followed 200 people.", "bell2021"),
        ("COMET compared milk with water.", "bell2021"),
        ("In “Quiet Nights” the author says that lamps harm sleep.", "day2015"),
        ("In *Quiet Nights: how we lost our sleep* lamps are blamed.", "day2015"),
    ],
)
def test_a_resolved_name_leads_to_its_work(text: str, key: str) -> None:
    assert _keys(text) == [key]


def test_a_name_that_two_works_bear_leads_to_neither_unless_the_year_tells() -> None:
    older = replace(COUNCIL, key="council2011", year=2011, raw="Sleep Health Council. Sleep in villages. 2011.")
    assert _keys("According to the Sleep Health Council, noise harms sleep.", (COUNCIL, older)) == []
    assert _keys("The Sleep Health Council's 2011 report blames noise.", (COUNCIL, older)) == ["council2011"]


def test_one_word_of_a_long_name_may_be_misspelt() -> None:
    body = replace(COUNCIL, raw="International Society of Night Nutrition. Milk. 2019.", families=())
    assert _keys("The International Sociaty of Night Nutrition recommends milk.", (body,)) == ["council2019"]
    assert _keys("The International Union of Night Nutrition recommends milk.", (body,)) == []


TASK_FORCE = Source(
    key="force2022", number=1, families=("US Dental Services Task Force",), year=2022, title="Fluoride for children",
    raw="US Dental Services Task Force. Fluoride for small children. Annals of Teeth. 2022;3:1-9.",
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The 2014 USDSTF statement asked for fluoride.",
        "The U.S. is where most children drink tap water.",
        "According to the U.S., fluoride is safe.",
        "The U.S. Dental Services Union recommends fluoride.",
        "The U.K. Dental Services Task Force recommends fluoride.",
        "The DSTU statement recommends fluoride.",
        "The US report found that fluoride harms.",
        "Ask the USDSTF about fluoride.",
    ],
)
def test_a_body_of_a_state_is_not_any_body_of_that_state(text: str) -> None:
    assert _keys(text, (TASK_FORCE,)) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2022, the U.S. Dental Services Task Force (USDSTF) published its advice on fluoride.",
        "The U. S. Dental Services Task Force recommends fluoride.",
        "The US Dental Services Task Force found that fluoride helps.",
        "According to the U.S. Dental Services Task Force, fluoride helps.",
        "The 2022 USDSTF statement asks for fluoride.",
        "The USDSTF recommends fluoride varnish.",
        "Fluoride helps, says a statement by the USDSTF.",
        "The USDSTF’s 2022 report asks for fluoride.",
    ],
)
def test_a_body_of_a_state_is_known_with_dots_and_by_initials_that_keep_the_state_whole(text: str) -> None:
    assert _keys(text, (TASK_FORCE,)) == ["force2022"]
    dotted = TASK_FORCE.raw.replace("US", "U.S.")
    assert _keys(text, (replace(TASK_FORCE, families=(dotted.partition(". F")[0],), raw=dotted),)) == ["force2022"]


OFFICE = replace(COUNCIL, key="office2020", families=("Office of Sleep Habits",), year=2020,
                 title="Naps", raw="Office of Sleep Habits, Ministry of Rest. Naps. 2020.")  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Long naps linked to the Sleep Health Council are rare.",
        "Noise in Sleep Health Council linked with poor sleep.",
        "The Ministry of Rest's Office of Dreams says that noise harms sleep.",
        "The Office's Ministry says that noise harms sleep.",
        "The Sleep Health Council's 2011 advisory blames noise.",
        "In COUNCIL, noise harmed sleep.",
    ],
)
def test_no_other_part_paper_or_passive_leads_to_a_body(text: str) -> None:
    assert _keys(text, (COUNCIL, OFFICE)) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("The Sleep Health Council’s 2019 advisory blames noise.", "council2019"),
        ("An advisory from the Sleep Health Council blames noise.", "council2019"),
        ("A policy of the Sleep Health Council blames noise.", "council2019"),
        ("The Sleep Health Council's bulletin blames noise.", "council2019"),
        ("The Sleep Health Council linked noise to poor sleep.", "council2019"),
        ("The Sleep Health Council urges parents to dim lamps.", "council2019"),
        ("The Ministry of Rest's Office of Sleep Habits says that noise harms sleep.", "office2020"),
        ("The Ministry of Rest’s Office of Sleep Habits advises against noise.", "office2020"),
    ],
)
def test_more_papers_verbs_and_parts_lead_to_their_body(text: str, key: str) -> None:
    assert _keys(text, (COUNCIL, OFFICE)) == [key]


@pytest.mark.parametrize(
    "text",
    [
        "Noise harms sleep, according to research conducted at the Sleep Health Council.",
        "Research by the Sleep Health Council shows that noise harms sleep.",
        "A study done at the Sleep Health Council found that noise harms sleep.",
    ],
)
def test_research_at_or_by_a_body_is_the_work_of_the_list_that_bears_its_name(text: str) -> None:
    assert _keys(text) == ["council2019"]


@pytest.mark.parametrize(
    "text",
    [
        "Data from the Sleep Health Council show that noise harms sleep.",
        "Per the Sleep Health Council report, noise harms sleep.",
        "Noise harms sleep (Sleep Health Council).",
        "Noise harms sleep (source: the Sleep Health Council).",
        "Noise woke a third of all adults in 2022 (SHC).",
    ],
)
def test_a_body_is_named_by_its_data_and_in_brackets_at_the_end(text: str) -> None:
    assert _keys(text) == ["council2019"]


@pytest.mark.parametrize(
    "text",
    [
        "Noise (SHC) harms sleep.",
        "Noise harms those who sleep badly (Sleep).",
        "Noise harms sleep in towns (Sleep in towns).",
        "Warm milk helps (COMET).",
        "Noise harms sleep (Dental Health Council).",
        "Adults sleep badly with noise (ADHD).",
        "Data from the Dental Health Council show that sugar harms teeth.",
    ],
)
def test_brackets_hold_no_body_where_no_work_of_the_list_is_by_it(text: str) -> None:
    assert _keys(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Noise harms sleep (Quiet).",
        'Noise harms sleep ("Quiet").',
        'Noise harms sleep ("Quiet Towns").',
        'Noise harms sleep ("Quiet," 12).',
        "We lost our sleep (Quiet Nights).",
        'Readers of "Quiet Night" sleep badly.',
        'We lost it ("Quiet Night" is what they call it).',
        "Noise harms sleep (Dental Health Council, n.d.).",
    ],
)
def test_other_words_in_brackets_are_no_short_title_and_no_body(text: str) -> None:
    assert _keys(text) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Noise harms sleep (Sleep Health Council, n.d.).", "council2019"),
        ("Noise harms sleep (the Sleep Health Council, n. d.).", "council2019"),
        ("Noise harms sleep (Sleep Health Council [SHC], n.d.).", "council2019"),
        ("Noise harms sleep (SHC, n.d.).", "council2019"),
        ("Noise harms sleep (Sleep Health Council, p. 12).", "council2019"),
        ("Milk helps older adults (“Warm Milk before Bed”).", "bell2021"),
        ('Milk helps older adults ("Warm Milk" 33).', "bell2021"),
        ("Milk helps older adults (“Warm Milk,” p. 33).", "bell2021"),
        ("Milk helps older adults (*Warm Milk* 33-35).", "bell2021"),
        ("Milk helps older adults (see “Warm Milk”).", "bell2021"),
    ],
)
def test_a_body_without_a_date_and_a_shortened_title_in_brackets_lead_to_their_work(text: str, key: str) -> None:
    assert _keys(text) == [key]


def test_a_shortened_title_that_two_works_begin_with_leads_to_neither() -> None:
    other = replace(COMET, key="coe2022", title="Warm milk and honey in children")
    assert _keys('Milk helps ("Warm Milk" 33).', (*LIST, other)) == []
