"""Works are verified with services that speak their documented forms, faults included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote_plus

import pytest

from citations.verification.verifying import verify
from evidence.context import Verdict
from evidence.verifying.works import Work
from tests.citations.registers import Registers, registers
from tests.citations.services_server import Reply, as_json
from tests.citations.verification import printed
from tests.citations.verification.judging import PREPRINTS, asking, explained, judged

MORE: list[dict[str, Any]] = [
    {
        "type": "book",
        "title": "Walking through the winter: a companion",
        "author": [{"family": "Lind", "given": "Tove"}],
        "publisher": "Harrow Lane Press",
        "issued": {"date-parts": [[2011]]},
        "ISBN": "9780306406157",
        "at": "dnb",
    },
    {
        "type": "thesis",
        "title": "Iron and tiredness among runners in northern towns",
        "author": [{"family": "Petrov", "given": "Ivan"}],
        "issued": {"date-parts": [[2014]]},
        "publisher": "University of Wexcombe",
        "DOI": "10.5281/zenodo.77",
        "at": "datacite",
    },
    {
        "type": "article-journal",
        "title": "Salt on the tables of coastal families",
        "author": [{"family": "Ekpo", "given": "N"}],
        "container-title": "Rivista di salute costiera",
        "issued": {"date-parts": [[2016]]},
        "volume": "3",
        "page": "11-19",
        "DOI": "10.1400/coast.3",
        "at": "medra",
    },
    {
        "type": "article",
        "genre": "preprint",
        "title": "A model of queues in vaccination centres",
        "author": [{"family": "Hirano", "given": "Mika"}],
        "issued": {"date-parts": [[2021]]},
        "DOI": "10.48550/arxiv.2101.00001",
        "arxiv": "2101.00001",
        "at": "datacite",
    },
    {"type": "document", "title": "Walking for sore knees", "NCT": "NCT01234567", "issued": {"date-parts": [[2018]]}},
]


@pytest.fixture(scope="module")
def shelf() -> Iterator[Registers]:
    with registers([*PREPRINTS, *MORE]) as played:
        yield played


@pytest.fixture
def world(shelf: Registers) -> Iterator[Registers]:
    shelf.asked.clear()
    yield shelf
    shelf.faults.clear()


ARTICLE = PREPRINTS[1]
TEXT = printed.STYLES["ama"](ARTICLE)
FAULTS = {
    "silent": lambda: Reply(raw=lambda handler: None),
    "down": lambda: Reply(b"oops", 503),
    "rate-limited": lambda: Reply(b"", 429, (("Retry-After", "3600"),)),
    "a page": lambda: Reply(b"<!DOCTYPE html><html><body>Sorry</body></html>"),
    "of another form": lambda: as_json({"unexpected": True}),
    "gone": lambda: Reply(b"Not found", 404),
}
SERVICES = ("doi", "crossref", "pubmed", "openalex")


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("service", SERVICES)
def test_no_accusation_hangs_on_one_faulty_service(service: str, fault: str, world: Registers) -> None:
    world.faults[service] = FAULTS[fault]
    told = judged(TEXT, asking())
    assert told.verdict in (Verdict.AGREES, Verdict.DIFFERS, Verdict.CANNOT_TELL), told


@pytest.mark.parametrize("fault", FAULTS)
def test_no_accusation_when_every_service_is_at_fault(fault: str, world: Registers) -> None:
    world.faults |= dict.fromkeys(SERVICES, FAULTS[fault])
    told = judged(TEXT, asking())
    assert told.verdict is Verdict.CANNOT_TELL, told


@pytest.mark.parametrize("service", ["crossref", "pubmed", "openalex"])
def test_a_service_with_an_answer_for_another_work_accuses_nobody(service: str, world: Registers) -> None:
    other = PREPRINTS[9]
    world.faults[service] = lambda: as_json(
        {"message": {"DOI": other["DOI"], "title": [other["title"]], "items": []}, "id": "https://openalex.org/W1"}
    )
    assert judged(TEXT, asking()).verdict in (Verdict.AGREES, Verdict.CANNOT_TELL)


def test_only_the_reference_goes_out(world: Registers) -> None:
    before, behind = "Walking eased the pain of all our neighbours.", "Ask your doctor about it."
    csl = {**ARTICLE, "DOI": "10.5555/made.up"}
    verify(Work(csl, printed.STYLES["ama"](csl)), asking())
    out = " ".join(unquote_plus(target) for target in world.asked)
    assert "shift workers" in out
    assert before.split()[-1] not in out
    assert behind not in out


@pytest.mark.parametrize("style", printed.STYLES)
@pytest.mark.parametrize("place", range(1, 9, 2))
def test_a_true_reference_agrees_in_every_style(style: str, place: int, world: Registers) -> None:
    assert explained("as it is", judged(printed.STYLES[style](PREPRINTS[place]), asking()))


@pytest.mark.parametrize("text", printed.SELDOM_INDEXED)
def test_a_work_of_a_kind_that_services_lack_is_not_called_missing(text: str, world: Registers) -> None:
    assert judged(text, asking()).verdict in (Verdict.CANNOT_TELL, Verdict.NOT_ASKED)


def test_a_work_that_no_service_knows_is_said_to_be_unknown_where_it_would_be_known(world: Registers) -> None:
    text = (
        "Quillfeather P, Vandermolen R. Turmeric baths and the sleep of bricklayers: a randomised trial. "
        "Journal of Shift Work. 2022;5(2):130-138."
    )
    told = judged(text, asking())
    assert told.verdict is Verdict.NOT_FOUND
    assert set(told.services) >= {"crossref", "pubmed", "openalex"}


def test_an_article_cited_by_its_preprints_doi_is_led_to_the_article(world: Registers) -> None:
    case = printed.of_preprints(PREPRINTS)[0]
    told = judged(case.text, asking())
    assert (told.verdict, told.fields[0][0], told.proposal) == (Verdict.DIFFERS, "published as", case.proposal)


@pytest.mark.parametrize(
    ("csl", "service"),
    [
        (MORE[0], "openlibrary"),
        (MORE[0], "dnb"),
        ({**MORE[0], "ISBN": "", "title": "Walking through the winter"}, "openlibrary"),
        (MORE[1], "datacite"),
        (MORE[2], "doi"),
        ({**MORE[3], "DOI": ""}, "arxiv"),
    ],
)
def test_each_kind_of_work_is_known_by_who_keeps_it(csl: dict[str, Any], service: str, world: Registers) -> None:
    raw = "arXiv:2101.00001" if service == "arxiv" else ""
    told = verify(Work(csl, raw), asking()).verification
    assert told.verdict is Verdict.AGREES, told
    assert service in told.services


def test_a_trial_number_that_was_never_given_out_is_told(world: Registers) -> None:
    work = Work({"type": "document", "title": "Walking for sore knees"}, "ClinicalTrials.gov NCT09999999")
    assert verify(work, asking()).verification.verdict is Verdict.UNREGISTERED


def test_a_registered_trial_is_no_other_work_for_its_title(world: Registers) -> None:
    work = Work({**ARTICLE, "DOI": ARTICLE["DOI"]}, "NCT01234567")
    assert verify(work, asking()).verification.verdict is Verdict.AGREES
