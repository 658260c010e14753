"""What replies of services say about a work as it is written: refusals to accuse come first."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from evidence.context import Verdict
from evidence.verifying.questions import next_questions
from evidence.verifying.replies import Outcome, Question, Reply
from evidence.verifying.verdicts import verdict
from evidence.verifying.works import Work

DAY = date(2026, 11, 1)
DOI = "10.5555/walk.2019.1"
ARTICLE: dict[str, Any] = {
    "type": "article-journal",
    "title": "Walking for sore knees: a randomised trial in older adults",
    "author": [{"family": "Müller", "given": "A"}, {"family": "Okafor", "given": "C"}],
    "container-title": "Journal of Walking",
    "issued": {"date-parts": [[2019]]},
    "volume": "4",
    "page": "101-109",
}
OTHER: dict[str, Any] = {
    **ARTICLE,
    "title": "Oat bran lowers cholesterol in men with diabetes",
    "author": [{"family": "Lind", "given": "T"}],
    "container-title": "Porridge Letters",
    "issued": {"date-parts": [[2008]]},
    "volume": "9",
    "page": "12-14",
    "DOI": "10.5555/oats.2008.3",
}
RECORD = {**ARTICLE, "DOI": DOI}
WITH_DOI = Work({**ARTICLE, "DOI": DOI})
WITHOUT = Work(ARTICLE)


def found(service: str, by: str, value: str, *records: dict[str, Any], said: str = "") -> Reply:
    return Reply(Question(service, by, value), Outcome.FOUND, records, DAY, said)


def unknown(service: str, by: str, value: str = "") -> Reply:
    return Reply(Question(service, by, value), Outcome.UNKNOWN, day=DAY)


def silent(service: str, by: str, value: str = "") -> Reply:
    return Reply(Question(service, by, value), Outcome.SILENT, said="did not answer in time")


REGISTERED = found("doi", "doi", DOI, said="Crossref")


def test_nothing_is_said_of_what_was_not_asked() -> None:
    assert verdict(WITH_DOI, ()).verdict is Verdict.NOT_ASKED


@pytest.mark.parametrize("missing", ["crossref", "pubmed", "openalex"])
def test_a_silent_service_keeps_a_work_from_being_called_not_found(missing: str) -> None:
    replies = [unknown(name, "words") for name in ("crossref", "pubmed", "openalex") if name != missing]
    told = verdict(WITHOUT, [*replies, silent(missing, "words")])
    assert told.verdict is Verdict.CANNOT_TELL
    assert told.silent == (missing,)


@pytest.mark.parametrize(
    "change",
    [
        {"type": "report"},
        {"type": "chapter", "volume": ""},
        {"type": "thesis", "volume": "", "container-title": ""},
        {"type": "webpage"},
        {"issued": {"date-parts": [[1893]]}},
        {"title": "Der Schlaf des Säuglings in den ersten Monaten und was er für die Eltern ist"},
        {"status": "in press"},
        {"title": "Knees"},
    ],
)
def test_what_services_do_not_index_is_not_called_not_found(change: dict[str, Any]) -> None:
    work = Work({**ARTICLE, **change})
    replies = [unknown(name, "words") for name in work.searched_in]
    assert verdict(work, replies).verdict is Verdict.CANNOT_TELL


def test_a_title_that_was_hard_to_read_accuses_nobody() -> None:
    work = Work(ARTICLE, doubtful=("title",))
    assert verdict(work, [unknown(name, "words") for name in work.searched_in]).verdict is Verdict.CANNOT_TELL


def test_a_journal_that_no_service_indexes_proves_nothing() -> None:
    replies = [unknown(name, "words") for name in WITHOUT.searched_in]
    assert verdict(WITHOUT, [*replies, unknown("crossref", "journal", "Journal of Walking")]).verdict is (
        Verdict.CANNOT_TELL
    )


def test_an_unrelated_work_that_a_search_offers_is_not_taken_for_this_one() -> None:
    replies = [found(name, "words", "", OTHER) for name in WITHOUT.searched_in]
    assert verdict(WITHOUT, replies).verdict is Verdict.NOT_FOUND


def test_a_namesake_of_a_short_title_is_not_taken_for_this_one() -> None:
    work = Work({**ARTICLE, "title": "Sleep"})
    assert verdict(work, [found("crossref", "words", "", {**OTHER, "title": "Sleep"})]).verdict is Verdict.CANNOT_TELL


def test_a_silent_register_says_nothing_of_its_identifier() -> None:
    replies = [silent("doi", "doi", DOI), unknown("crossref", "doi", DOI)]
    assert verdict(WITH_DOI, replies).verdict is not Verdict.UNREGISTERED


@pytest.mark.parametrize("name", ["ISBN", "PMCID"])
def test_an_identifier_without_a_whole_register_is_never_called_unregistered(name: str) -> None:
    value = {"ISBN": "9780306406157", "PMCID": "PMC6000001"}[name]
    work = Work({**ARTICLE, name: value})
    replies = [unknown("pubmed", name.lower(), value), unknown("openlibrary", name.lower(), value)]
    assert verdict(work, replies).verdict is not Verdict.UNREGISTERED


def test_what_is_written_in_another_language_than_the_record_is_no_other_work() -> None:
    work = Work({**ARTICLE, "DOI": DOI, "title": "Gehen gegen schmerzende Knie bei den Alten und was es für sie ist"})
    told = verdict(work, [REGISTERED, found("crossref", "doi", DOI, {**RECORD, "language": "de"})])
    assert told.verdict is Verdict.AGREES


def test_a_work_that_agrees_is_said_to_by_whom_and_when() -> None:
    told = verdict(WITH_DOI, [REGISTERED, found("crossref", "doi", DOI, RECORD)])
    assert (told.verdict, told.services, told.day) == (Verdict.AGREES, ("doi", "crossref"), DAY)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"issued": {"date-parts": [[2014]]}}, "year"),
        ({"issued": {"date-parts": [[2020]]}}, "year"),
        ({"container-title": "Porridge Letters"}, "journal"),
        ({"author": [{"family": "Quillfeather", "given": "P"}]}, "first author"),
        ({"author": [*ARTICLE["author"], {"family": "Quillfeather", "given": "P"}]}, "authors"),
        ({"volume": "5"}, "volume"),
        ({"page": "111-119"}, "pages"),
    ],
)
def test_the_field_that_differs_is_named(change: dict[str, Any], field: str) -> None:
    told = verdict(Work({**ARTICLE, "DOI": DOI, **change}), [REGISTERED, found("crossref", "doi", DOI, RECORD)])
    assert told.verdict is Verdict.DIFFERS
    assert [name for name, _, _ in told.fields] == [field]


def test_print_and_online_years_are_both_right() -> None:
    record = {**RECORD, "available-date": {"date-parts": [[2018]]}}
    work = Work({**ARTICLE, "DOI": DOI, "issued": {"date-parts": [[2018]]}})
    assert verdict(work, [REGISTERED, found("crossref", "doi", DOI, record)]).verdict is Verdict.AGREES


def test_a_doi_of_another_work_is_told_with_the_one_that_fits() -> None:
    work = Work({**ARTICLE, "DOI": OTHER["DOI"]})
    replies = [
        found("doi", "doi", OTHER["DOI"], said="Crossref"),
        found("crossref", "doi", OTHER["DOI"], OTHER),
        found("crossref", "words", "", RECORD),
    ]
    told = verdict(work, replies)
    assert (told.verdict, told.identifier) == (Verdict.OTHER_WORK, f"doi:{OTHER['DOI']}")
    assert told.proposal == f"doi:{DOI}"


def test_a_real_doi_under_an_invented_title_is_another_work() -> None:
    work = Work({**ARTICLE, "DOI": DOI, "title": "Turmeric reverses arthritis within a fortnight"})
    assert verdict(work, [REGISTERED, found("crossref", "doi", DOI, RECORD)]).verdict is Verdict.OTHER_WORK


def test_a_doi_that_was_never_given_out_is_told() -> None:
    work = Work({**ARTICLE, "DOI": "10.5555/made.up"})
    told = verdict(work, [unknown("doi", "doi", "10.5555/made.up"), found("crossref", "words", "", RECORD)])
    assert (told.verdict, told.proposal) == (Verdict.UNREGISTERED, f"doi:{DOI}")


def test_a_doi_that_was_cut_short_is_a_slip_and_no_invention() -> None:
    cut = "10.5555/walk.2019"
    told = verdict(Work({**ARTICLE, "DOI": cut}), [unknown("doi", "doi", cut), found("crossref", "words", "", RECORD)])
    assert (told.verdict, told.proposal) == (Verdict.DIFFERS, f"doi:{DOI}")
    assert told.fields == (("DOI", cut, DOI),)


def test_a_published_article_with_its_preprints_doi_is_led_to_the_article() -> None:
    early = {**ARTICLE, "genre": "preprint", "container-title": "medRxiv", "DOI": "10.1101/2018.1", "volume": ""}
    work = Work({**ARTICLE, "DOI": "10.1101/2018.1"})
    replies = [
        found("doi", "doi", "10.1101/2018.1", said="Crossref"),
        found("crossref", "doi", "10.1101/2018.1", early),
        found("crossref", "words", "", early, RECORD),
    ]
    told = verdict(work, replies)
    assert told.verdict is Verdict.DIFFERS
    assert told.fields[0][0] == "published as"
    assert told.proposal == f"doi:{DOI}"


def test_a_bare_identifier_is_told_what_it_leads_to() -> None:
    told = verdict(Work({"DOI": DOI}), [REGISTERED, found("crossref", "doi", DOI, RECORD)])
    assert told.verdict is Verdict.AGREES
    assert "Walking for sore knees" in told.reason


class TestWhatIsAskedNext:
    def test_crossref_first_for_it_holds_most_dois(self) -> None:
        assert next_questions(WITH_DOI, ()) == (Question("crossref", "doi", DOI),)

    @pytest.mark.parametrize("reply", [silent("crossref", "doi", DOI), unknown("crossref", "doi", DOI)])
    def test_then_the_doi_system(self, reply: Reply) -> None:
        assert next_questions(WITH_DOI, [reply]) == (Question("doi", "doi", DOI),)

    @pytest.mark.parametrize(
        ("agency", "question"),
        [
            ("Crossref", Question("pubmed", "doi", DOI)),
            ("DataCite", Question("datacite", "doi", DOI)),
            ("mEDRA", Question("doi", "csl", DOI)),
        ],
    )
    def test_then_the_agency_that_gave_the_doi_out(self, agency: str, question: Question) -> None:
        replies = [unknown("crossref", "doi", DOI), found("doi", "doi", DOI, said=agency)]
        assert next_questions(WITH_DOI, replies)[0] == question

    def test_others_that_hold_the_doi_where_the_agency_is_silent(self) -> None:
        asked = next_questions(WITH_DOI, [silent("crossref", "doi", DOI), REGISTERED])
        assert asked == (Question("pubmed", "doi", DOI), Question("openalex", "doi", DOI))

    def test_nothing_more_once_an_identifier_leads_to_the_work(self) -> None:
        assert next_questions(WITH_DOI, [REGISTERED, found("crossref", "doi", DOI, RECORD)]) == ()

    def test_searches_where_the_identifier_leads_elsewhere(self) -> None:
        asked = next_questions(WITH_DOI, [REGISTERED, found("crossref", "doi", DOI, OTHER)])
        assert [question.by for question in asked] == ["words", "words", "words"]

    def test_books_are_asked_about_in_libraries(self) -> None:
        book = Work(
            {"type": "book", "title": "Knees of the world", "ISBN": "9780306406157", "author": ARTICLE["author"]}
        )
        assert {question.service for question in next_questions(book, ())} == {"openlibrary", "dnb"}

    def test_a_chapter_has_no_number_of_its_own(self) -> None:
        chapter = Work({"type": "chapter", "title": "Knees of the old world", "ISBN": "9780306406157"})
        assert next_questions(chapter, ()) == ()

    def test_the_journal_is_asked_about_only_where_that_decides(self) -> None:
        replies = [unknown(name, "words") for name in WITHOUT.searched_in]
        assert next_questions(WITHOUT, replies) == (Question("crossref", "journal", "Journal of Walking"),)
        assert next_questions(WITHOUT, replies[:2]) == (Question("openalex", "words"),)
