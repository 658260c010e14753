"""One question of the engine, asked of the service it names; the reply in the engine's terms.

What goes out are identifiers and the words of the reference (title, first authors, year, journal), never the article.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from citations.lookups import (
    arxiv,
    crossref,
    datacite,
    doi_register,
    national_library,
    open_library,
    openalex,
    pubmed,
    trial_registry,
)
from citations.lookups.errors import NoAnswer, NotFound
from citations.lookups.records import Found
from citations.lookups.session import Session
from citations.lookups.title_matching import Wanted
from evidence.verifying import names
from evidence.verifying.journals import same_journal
from evidence.verifying.places import first_page
from evidence.verifying.replies import Outcome, Question, Reply
from evidence.verifying.works import Work

NAMES: Mapping[str, str] = {
    "doi": "doi.org",
    "crossref": "Crossref",
    "datacite": "DataCite",
    "pubmed": "PubMed",
    "openalex": "OpenAlex",
    "arxiv": "arXiv",
    "openlibrary": "Open Library",
    "dnb": "the German National Library",
    "clinicaltrials": "ClinicalTrials.gov",
}
"""Services as people are told of them."""


def in_words(services: Sequence[str]) -> str:
    """ "Crossref and PubMed"."""
    told = [NAMES.get(name, name) for name in services]
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)


_BY_IDENTIFIER: Mapping[tuple[str, str], Callable[[Session, str], Found]] = {
    ("doi", "csl"): doi_register.record_of,
    ("crossref", "doi"): crossref.by_doi,
    ("datacite", "doi"): datacite.by_doi,
    ("pubmed", "doi"): pubmed.by_doi,
    ("pubmed", "pmid"): pubmed.by_pmid,
    ("pubmed", "pmcid"): pubmed.by_pmcid,
    ("openalex", "doi"): lambda session, doi: openalex.by_identifier(session, "doi", doi),
    ("openlibrary", "isbn"): open_library.by_isbn,
    ("dnb", "isbn"): national_library.by_isbn,
    ("arxiv", "arxiv"): arxiv.by_number,
    ("clinicaltrials", "nct"): trial_registry.by_number,
}


def ask(question: Question, work: Work, session: Session) -> Reply:
    """The reply to one question; a service that fails, for whatever reason, is silent."""
    try:
        return _asked(question, work, session)
    except NotFound as answer:
        return Reply(question, Outcome.UNKNOWN, day=date.today(), said=str(answer)[:200])
    except NoAnswer as problem:
        return Reply(question, Outcome.SILENT, said=str(problem)[:200])


def ask_at_once(works: Sequence[Work], session: Session) -> dict[Question, Reply]:
    """Replies to the first questions about many works, asked many at once where a service allows that. A batch that
    fails is left out: its works are then asked about one by one."""
    replies: dict[Question, Reply] = {}
    batches: tuple[tuple[str, str, int, Callable[[Session, Sequence[str]], dict[str, Found]]], ...] = (
        ("crossref", "doi", crossref.MOST_AT_ONCE, crossref.by_dois),
        ("pubmed", "pmid", pubmed.MOST_AT_ONCE, pubmed.by_pmids),
    )
    for service, by, most, look_up in batches:
        held = (work.identifiers().get(by, "") for work in works)
        wanted = [value for value in dict.fromkeys(held) if value and "," not in value]
        for start in range(0, len(wanted) if len(wanted) > 1 else 0, most):
            chosen = wanted[start : start + most]
            try:
                found = look_up(session, chosen)
            except (NoAnswer, NotFound):
                continue
            for value in chosen:
                question = Question(service, by, value)
                if value in found:
                    replies[question] = Reply(question, Outcome.FOUND, (_csl(found[value]),), found[value].at.date())
    return replies


def _asked(question: Question, work: Work, session: Session) -> Reply:
    if question.by == "doi" and question.service == "doi":
        agency, at = doi_register.agency_of(session, question.value)
        return Reply(question, Outcome.FOUND, day=at.date(), said=agency)
    if question.by == "journal":
        titles, at = crossref.journal_titles(session, question.value)
        known = Outcome.FOUND if same_journal(question.value, titles) else Outcome.UNKNOWN
        return Reply(question, known, day=at.date())
    if question.by == "words":
        return _guessed(question, _guesses(question.service, work, session))
    found = _BY_IDENTIFIER[question.service, question.by](session, question.value)
    return Reply(question, Outcome.FOUND, (_csl(found),), found.at.date())


def _guesses(service: str, work: Work, session: Session) -> Sequence[Found]:
    people = names.people_of(work.csl)
    families = tuple(names.name_of(person) for person in people if not names.is_group(person))
    first = families[0] if families else ""
    if service == "crossref":
        return crossref.guesses(session, work.words())
    if service == "pubmed":
        volume, page = str(work.csl.get("volume") or ""), first_page(str(work.csl.get("page") or ""))
        place = {"family": first, "year": str(work.year or ""), "volume": volume, "page": page}
        return pubmed.guesses(session, Wanted(work.title, work.year, families), place)
    if service == "openalex":
        return openalex.guesses(session, work.title)
    searches: Mapping[str, Callable[[Session, str, str], list[Found]]] = {
        "arxiv": arxiv.guesses,
        "openlibrary": open_library.guesses,
        "dnb": national_library.guesses,
    }
    return searches[service](session, work.title, first)


def _guessed(question: Question, found: Sequence[Found]) -> Reply:
    day = min((one.at for one in found), default=datetime.now().astimezone()).date()
    outcome = Outcome.FOUND if found else Outcome.UNKNOWN
    return Reply(question, outcome, tuple(_csl(one) for one in found), day)


def _csl(found: Found) -> Mapping[str, Any]:
    """The record with its identifiers under CSL's names."""
    known = {
        name.upper(): value for name, value in found.identifiers.items() if name in ("doi", "pmid", "pmcid", "isbn")
    }
    return {**found.csl, **known}
