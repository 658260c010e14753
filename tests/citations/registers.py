"""All services that know works, played by one server on this machine, in the forms they document.

A service can be made to fail; every request is kept, so that a test can read what went out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import unquote

from citations.lookups.configuration import BASES, Configuration, configure
from evidence.verifying.titles import title_words
from tests.citations.local_server import listening
from tests.citations.services_server import Reply, Services, as_json, as_xml

Csl = Mapping[str, Any]
GUESSES = 5


@dataclass
class Registers(Services):
    """`records` are CSL-JSON with identifiers and, under `at`, the service that keeps them where it is not Crossref.

    `faults` answer in a service's place, by its name in the configuration.
    """

    records: list[Csl] = field(default_factory=list)
    faults: dict[str, Callable[[], Reply]] = field(default_factory=dict)
    _by_word: dict[str, list[int]] = field(default_factory=dict)

    def put(self, records: Iterable[Csl]) -> None:
        for record in records:
            for word in set(title_words(str(record.get("title", "")))):
                self._by_word.setdefault(word, []).append(len(self.records))
            self.records.append(record)

    def configuration(self, **more: Any) -> Configuration:
        bases = {name: f"{self.base}/{name}" for name in BASES}
        return Configuration(bases=bases, contact="newsroom@example.org", **more)

    def reply_to(self, target: str) -> Reply:
        service = target.split("/")[1]
        if fault := self.faults.get(service):
            return fault()
        path, _, query = target.partition("?")
        asked = {name: unquote(value.replace("+", " ")) for name, _, value in
                 (part.partition("=") for part in query.split("&"))}  # fmt: skip
        rest = unquote(path).split("/", 2)[2]
        answer: Reply | None = getattr(self, f"_{service}")(rest, asked)
        return answer or Reply(b'{"status": "unknown"}', 404, (("Content-Type", "application/json"),))

    # --- What each of them says --------------------------------------------------------------------------------

    def _doi(self, rest: str, asked: Mapping[str, str]) -> Reply | None:
        how, _, doi = rest.partition("/")
        if how == "api":
            doi = doi.removeprefix("handles/")
            return as_json({"responseCode": 1, "handle": doi, "values": []}) if self._with("DOI", doi) else None
        if how == "doiRA":
            known = self._with("DOI", doi)
            agency = {"datacite": "DataCite", "medra": "mEDRA"}.get(str(known.get("at")) if known else "", "Crossref")
            return as_json([{"DOI": doi, "RA": agency} if known else {"DOI": doi, "status": "DOI does not exist"}])
        record = self._with("DOI", rest)
        return as_json({name: value for name, value in record.items() if name != "at"}) if record else None

    def _crossref(self, rest: str, asked: Mapping[str, str]) -> Reply | None:
        kept = [record for record in self.records if record.get("DOI") and "at" not in record]
        if rest.startswith("works/"):
            found = [one for one in kept if one["DOI"] == rest.removeprefix("works/").lower()]
            return as_json({"message": crossref_item(found[0])}) if found else None
        if rest == "journals":
            words = set(title_words(asked["query"]))
            names = {str(one.get("container-title", "")) for one in kept}
            rows = sorted(names, key=lambda name: -len(words & set(title_words(name))))[:GUESSES]
            return as_json({"message": {"items": [{"title": name} for name in rows]}})
        if chosen := asked.get("filter", ""):
            dois = {part.removeprefix("doi:").lower() for part in chosen.split(",")}
            return as_json({"message": {"items": [crossref_item(one) for one in kept if one["DOI"] in dois]}})
        best = [one for one in self._like(asked.get("query.bibliographic", "")) if one.get("DOI") and "at" not in one]
        return as_json({"message": {"items": [crossref_item(one) for one in best[:GUESSES]]}})

    def _datacite(self, rest: str, asked: Mapping[str, str]) -> Reply | None:
        record = self._with("DOI", rest.removeprefix("dois/"))
        if not record or record.get("at") != "datacite":
            return None
        creators = [
            {"familyName": one.get("family"), "givenName": one.get("given")} for one in record.get("author", ())
        ]
        attributes = {
            "titles": [{"title": record["title"]}],
            "creators": creators,
            "publicationYear": record["issued"]["date-parts"][0][0],
            "types": {"resourceTypeGeneral": "Preprint" if record.get("genre") else "Dissertation"},
            "publisher": record.get("publisher"),
        }
        return as_json({"data": {"id": record["DOI"], "type": "dois", "attributes": attributes}})

    def _pubmed(self, rest: str, asked: Mapping[str, str]) -> Reply | None:
        held = {str(one["PMID"]): one for one in self.records if one.get("PMID")}
        if rest == "efetch.fcgi":
            found = [pubmed_article(held[one]) for one in asked["id"].split(",") if one in held]
            return as_xml(f"<PubmedArticleSet>{''.join(found)}</PubmedArticleSet>")
        term = asked["term"]
        if "[doi]" in term:
            found = [pmid for pmid, one in held.items() if one.get("DOI") == term.split('"')[1].lower()]
        elif "[Title]" in term:
            words = title_words(term.split("[Title]")[0])
            found = [str(one["PMID"]) for one in self._like(" ".join(words)) if one.get("PMID")
                     and set(words) <= set(title_words(str(one["title"])))]  # fmt: skip
        else:
            written = re.findall(r"([^\[\]]+?)\[(au|dp|vi|pg)\](?: AND )?", term)
            parts = {tag: value for value, tag in written}
            found = [pmid for pmid, one in held.items() if _at(one, parts)]
        return as_json({"esearchresult": {"count": str(len(found)), "idlist": found[:GUESSES], "errorlist": {}}})

    def _pmc_idconv(self, rest: str, asked: Mapping[str, str]) -> Reply | None:
        record = self._with("PMCID", asked["ids"])
        if not record:
            return as_json(
                {"status": "ok", "records": [{"pmcid": asked["ids"], "status": "error", "errmsg": "unknown"}]}
            )
        return as_json({"status": "ok", "records": [{"pmcid": asked["ids"], "pmid": str(record.get("PMID", ""))}]})

    def _openalex(self, rest: str, asked: Mapping[str, str]) -> Reply | None:
        if rest.startswith("works/doi:"):
            record = self._with("DOI", rest.removeprefix("works/doi:"))
            return as_json(openalex_item(record)) if record else None
        return as_json({"results": [openalex_item(one) for one in self._like(asked["search"])[:GUESSES]]})

    def _arxiv(self, rest: str, asked: Mapping[str, str]) -> Reply | None:
        held = [one for one in self.records if one.get("arxiv")]
        if number := asked.get("id_list"):
            found = [one for one in held if one["arxiv"] == number]
        else:
            words = {part.partition(":")[2] for part in asked["search_query"].split(" AND ") if part.startswith("ti:")}
            found = [one for one in held if words <= set(title_words(str(one["title"])))]
        return as_xml(f'<feed xmlns="http://www.w3.org/2005/Atom">{"".join(map(arxiv_entry, found))}</feed>')

    def _openlibrary(self, rest: str, asked: Mapping[str, str]) -> Reply | None:
        books = [one for one in self.records if one.get("type") == "book"]
        if rest == "api/books":
            isbn = asked["bibkeys"].removeprefix("ISBN:")
            found = [one for one in books if one.get("ISBN") == isbn]
            return as_json({f"ISBN:{isbn}": openlibrary_book(found[0])} if found else {})
        words = set(title_words(asked["title"]))
        rows = [one for one in books if words & set(title_words(str(one["title"])))]
        return as_json({"docs": [openlibrary_row(one) for one in rows[:GUESSES]]})

    def _dnb(self, rest: str, asked: Mapping[str, str]) -> Reply | None:
        books = [one for one in self.records if one.get("type") == "book" and one.get("at") == "dnb"]
        if asked["query"].startswith("num="):
            found = [one for one in books if one.get("ISBN") == asked["query"].removeprefix("num=")]
        else:
            words = set(re.findall(r"tit=(\S+)", asked["query"]))
            found = [one for one in books if words <= set(title_words(str(one["title"])))]
        return as_xml(dnb_answer(found))

    def _clinicaltrials(self, rest: str, asked: Mapping[str, str]) -> Reply | None:
        record = self._with("NCT", rest.removeprefix("studies/"))
        if not record:
            return None
        about = {"nctId": record["NCT"], "briefTitle": record["title"]}
        return as_json({"protocolSection": {"identificationModule": about}})

    def _with(self, name: str, value: str) -> Csl | None:
        return next((one for one in self.records if str(one.get(name, "")).lower() == value.lower()), None)

    def _like(self, words: str) -> list[Csl]:
        """Records by the words they share, most first, as search engines guess."""
        counts: dict[int, int] = {}
        for word in set(title_words(words)):
            for place in self._by_word.get(word, ()):
                counts[place] = counts.get(place, 0) + 1
        return [self.records[place] for place in sorted(counts, key=lambda place: (-counts[place], place))]


@contextmanager
def registers(records: Iterable[Csl] = ()) -> Iterator[Registers]:
    """The services over these records; lookups of this process go to them until the block ends."""
    played = Registers()
    played.put(records)

    def answer(asked: Any) -> Reply:
        played.asked.append(asked.path)
        played.headers.append(dict(asked.headers.items()))
        return played.reply_to(asked.path)

    with listening(answer) as played.port:
        configure(played.configuration())
        try:
            yield played
        finally:
            configure(None)


def crossref_item(one: Csl) -> dict[str, Any]:
    kind = {"book": "book", "chapter": "book-chapter", "report": "report"}.get(str(one.get("type")), "journal-article")
    item = {
        "DOI": one["DOI"],
        "type": "posted-content" if one.get("genre") == "preprint" else kind,
        "title": [one["title"]],
        "author": list(one.get("author", ())),
        "container-title": [one["container-title"]] if one.get("container-title") else [],
        "short-container-title": [one["container-title-short"]] if one.get("container-title-short") else [],
        "issued": one.get("issued"),
        "language": "en",
    } | {name: one[name] for name in ("volume", "issue", "page", "publisher") if one.get(name)}  # fmt: skip
    return {**item, "subtype": "preprint"} if one.get("genre") == "preprint" else item


def pubmed_article(one: Csl) -> str:
    def said(name: str) -> str:
        return escape(str(one.get(name, "")))

    people = "".join(
        f"<Author ValidYN='Y'><LastName>{escape(str(person.get('family')))}</LastName>"
        f"<Initials>{escape(str(person.get('given', '')).replace(' ', ''))}</Initials></Author>"
        for person in one.get("author", ())
        if person.get("family")
    )
    year = one["issued"]["date-parts"][0][0] if one.get("issued") else ""
    ids = f'<ArticleId IdType="doi">{escape(one["DOI"])}</ArticleId>' if one.get("DOI") else ""
    return (
        f"<PubmedArticle><MedlineCitation><PMID>{one['PMID']}</PMID><Article><Journal>"
        f"<JournalIssue><Volume>{said('volume')}</Volume><Issue>{said('issue')}</Issue>"
        f"<PubDate><Year>{year}</Year></PubDate></JournalIssue><Title>{said('container-title')}</Title>"
        f"</Journal><ArticleTitle>{said('title')}</ArticleTitle>"
        f"<Pagination><MedlinePgn>{said('page')}</MedlinePgn></Pagination>"
        f"<AuthorList Type='authors'>{people}</AuthorList><Language>eng</Language></Article>"
        f"<MedlineJournalInfo><MedlineTA>{said('container-title-short')}</MedlineTA></MedlineJournalInfo>"
        f"</MedlineCitation><PubmedData><ArticleIdList>{ids}</ArticleIdList></PubmedData></PubmedArticle>"
    )


def openalex_item(one: Csl) -> dict[str, Any]:
    year = one["issued"]["date-parts"][0][0] if one.get("issued") else None
    first, _, last = str(one.get("page") or "").partition("-")
    names = [f"{person.get('given', '')} {person.get('family', '')}".strip() for person in one.get("author", ())]
    return {
        "id": "https://openalex.org/W1",
        "title": one["title"],
        "type": "preprint" if one.get("genre") == "preprint" else "article",
        "doi": f"https://doi.org/{one['DOI']}" if one.get("DOI") else None,
        "ids": {
            "doi": one.get("DOI"),
            "pmid": f"https://pubmed.ncbi.nlm.nih.gov/{one['PMID']}" if one.get("PMID") else None,
        },
        "publication_year": year,
        "authorships": [{"author": {"display_name": name}} for name in names],
        "biblio": {
            "volume": one.get("volume"),
            "issue": one.get("issue"),
            "first_page": first,
            "last_page": last or first,
        },
        "primary_location": {"source": {"display_name": one.get("container-title"), "type": "journal"}},
    }


def arxiv_entry(one: Csl) -> str:
    people = "".join(f"<author><name>{escape(person['given'])} {escape(person['family'])}</name></author>"
                     for person in one.get("author", ()))  # fmt: skip
    return (
        f"<entry><id>http://arxiv.org/abs/{one['arxiv']}v1</id><title>{escape(str(one['title']))}</title>{people}"
        f"<published>{one['issued']['date-parts'][0][0]}-01-05T00:00:00Z</published></entry>"
    )


def openlibrary_book(one: Csl) -> dict[str, Any]:
    names = [f"{person.get('given', '')} {person.get('family', '')}".strip() for person in one.get("author", ())]
    year = str(one["issued"]["date-parts"][0][0])
    return {
        "title": one["title"],
        "authors": [{"name": name} for name in names],
        "publish_date": year,
        "publishers": [{"name": one.get("publisher", "")}],
    }


def openlibrary_row(one: Csl) -> dict[str, Any]:
    names = [f"{person.get('given', '')} {person.get('family', '')}".strip() for person in one.get("author", ())]
    year = one["issued"]["date-parts"][0][0]
    isbn = [one["ISBN"]] if one.get("ISBN") else []
    return {"title": one["title"], "author_name": names, "first_publish_year": year, "isbn": isbn}


def dnb_answer(rows: Iterable[Csl]) -> str:
    records = "".join(
        "<record><recordData><dc xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        f"<dc:title>{escape(str(one['title']))}</dc:title>"
        + "".join(f"<dc:creator>{escape(person['family'])}, {escape(person['given'])} [Verfasser]</dc:creator>"
                  for person in one.get("author", ()))
        + f"<dc:date>{one['issued']['date-parts'][0][0]}</dc:date>"
        f"<dc:identifier>ISBN {one.get('ISBN', '')}</dc:identifier></dc></recordData></record>"
        for one in rows
    )  # fmt: skip
    return (
        '<searchRetrieveResponse xmlns="http://www.loc.gov/zing/srw/"><version>1.1</version>'
        f"<records>{records}</records></searchRetrieveResponse>"
    )


def _at(one: Csl, parts: Mapping[str, str]) -> bool:
    """Whether a record is by these authors at this place, as PubMed's field tags ask."""
    year = str(one["issued"]["date-parts"][0][0]) if one.get("issued") else ""
    page = str(one.get("page", "")).split("-")[0].lower()
    families = {str(person.get("family", "")).lower() for person in one.get("author", ())}
    known = {"dp": year, "vi": str(one.get("volume", "")), "pg": page}
    wrong = [tag for tag, value in known.items() if tag in parts and parts[tag].lower() != value.lower()]
    return not wrong and parts.get("au", "").lower() in families
