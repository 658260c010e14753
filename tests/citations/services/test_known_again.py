"""A work that came in before is known again, however it is named this time, and gains what the new record says."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from citations.models import Citation, DuplicatePair
from citations.services import Work, add_works, adding, editor_facts
from citations.services.adding import Added, read_pasted
from citations.services.record_matching import fingerprint, rough_address

pytestmark = pytest.mark.django_db

BOOK = {"type": "book", "title": "Herbs of the world", "ISBN": "978-0-306-40615-7"}
STUDY = {
    "type": "article-journal",
    "title": "A study of tea",
    "author": [{"family": "Bell", "given": "Ann"}],
    "issued": {"date-parts": [[2001]]},
    "container-title": "Journal of Herbs",
    "volume": "4",
    "PMID": "111111",
}


def paste(text: str, by: User) -> list[int]:
    rows = adding.add(entries=read_pasted(text)[0], by=by, origin="pasted")
    return [row.citation.pk for row in rows if isinstance(row, Added)]


@pytest.mark.parametrize("kind", ["chapter", "paper-conference", "entry-encyclopedia"])
def test_what_stands_in_a_book_is_not_the_book(kind: str) -> None:
    parts = [{**BOOK, "type": kind, "title": f"On {herb}"} for herb in ("mint", "sage")]
    rows = add_works(works=[Work.of(one) for one in (*parts, BOOK)])
    assert [new for _, new in rows] == [True, True, True]
    assert [work.isbn for work, _ in rows] == [None, None, "9780306406157"]
    assert {work.csl["ISBN"] for work, _ in rows} == {BOOK["ISBN"]}


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("10.5555/AbC", "https://doi.org/10.5555/abc."),
        ("10.5555/abc PMID: 23083673", "PMID: 23083673"),
        ("PMC3456789", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3456789/"),
        ("ISBN 0-306-40615-2", "978-0-306-40615-7"),
        ("arXiv:2101.00001v2", "https://arxiv.org/abs/2101.00001"),
        ("arXiv:2101.00001", "10.48550/arXiv.2101.00001"),
        ("NCT01234567", "https://clinicaltrials.gov/ct2/show/NCT01234567"),
        ("https://example.org/Sleep", "http://www.example.org/Sleep/"),
        ("https://example.org/sleep", "https://example.org/sleep?utm_source=x#top"),
        ("https://example.org/read?id=3&lang=en", "https://example.org/read?lang=en&id=3"),
    ],
)
@pytest.mark.parametrize("titled", [False, True])
def test_one_work_stays_one_however_it_is_named(first: str, again: str, titled: bool, editor: User) -> None:
    paste(first, editor)
    if titled:  # as soon as somebody has said what it is called
        Citation.objects.update(title="Tea and sleep", fingerprint=fingerprint("Tea and sleep", None, []))
    paste(again, editor)
    assert Citation.objects.count() == 1


@pytest.mark.parametrize(
    ("first", "again"),
    [
        ("https://example.org/read?id=3", "https://example.org/read?id=4"),
        ("https://example.org/sleep", "https://example.org/tea"),
        ("https://example.org/a-b", "https://example.org/ab"),
    ],
)
def test_two_pages_stay_two(first: str, again: str, editor: User) -> None:
    paste(f"{first}\n{again}", editor)
    assert Citation.objects.count() == 2


def test_two_titles_at_one_address_are_two_works() -> None:
    """Everything that an agency says may be cited by its front door."""
    page = {"type": "webpage", "URL": "https://agency.example/"}
    titles = [("Vitamin D", 2019), ("Vitamin D", 2021), ("Iron", 2019), ("Vitamin D.", None)]
    works = [
        {**page, "title": title, **({"issued": {"date-parts": [[year]]}} if year else {})} for title, year in titles
    ]
    assert [new for _, new in add_works(works=[Work.of(one) for one in works])] == [True, True, True, False]
    [(_, new)] = add_works(works=[Work.of(page)])
    assert new  # nobody can say which of them is meant


def test_a_page_of_which_only_the_address_was_known_gains_its_title_and_its_identifier(editor: User) -> None:
    (number,) = paste("https://herbs.example/4/33", editor)
    [(work, new)] = add_works(works=[Work.of({**STUDY, "URL": "https://www.herbs.example/4/33/"})])
    assert (work.pk, new, work.title, work.pmid, work.kind) == (
        number, False, "A study of tea", "111111", "article-journal",
    )  # fmt: skip
    assert work.design != "website"


def test_a_work_without_a_title_gains_all_that_a_record_says(editor: User) -> None:
    (number,) = paste("PMID 111111", editor)
    add_works(works=[Work.of(STUDY, origin="a.ris")])
    work = Citation.objects.get(pk=number)
    assert (work.title, work.families, work.year, work.container) == (
        "A study of tea", ["Bell"], 2001, "Journal of Herbs",
    )  # fmt: skip
    assert (work.csl["volume"], work.fingerprint) == ("4", fingerprint("A study of tea", 2001, ["Bell"]))


def test_a_known_work_gains_the_parts_of_its_reference_that_it_lacked_and_no_others() -> None:
    add_works(works=[Work.of({name: STUDY[name] for name in ("type", "title", "PMID", "volume")})])
    add_works(works=[Work.of({**STUDY, "title": "A study of tea: a trial", "volume": "9"})])
    work = Citation.objects.get()
    assert (work.title, work.year, work.csl["volume"]) == ("A study of tea", 2001, "4")
    assert work.csl["container-title"] == "Journal of Herbs"


def test_a_record_of_another_work_with_a_mistyped_identifier_gives_nothing_of_its_reference() -> None:
    add_works(works=[Work.of({"type": "article-journal", "title": "Walking for sore knees", "PMID": "111111"})])
    add_works(works=[Work.of(STUDY)])
    assert (Citation.objects.get().year, "volume" in Citation.objects.get().csl) == (None, False)


def test_what_an_editor_set_is_not_replaced(editor: User) -> None:
    (number,) = paste("PMID 111111", editor)
    work = Citation.objects.get(pk=number)
    editor_facts.set_fact(citation=work, name="year", value=1999, reason="The printed journal.", by=editor)
    add_works(works=[Work.of(STUDY)])
    work.refresh_from_db()
    assert (work.title, work.year, work.csl["issued"]) == ("A study of tea", 1999, {"date-parts": [[1999]]})


def test_two_works_that_a_record_says_are_one_are_put_down_for_a_person() -> None:
    rows = add_works(works=[Work.of(one) for one in ({"DOI": "10.5555/a"}, {"PMID": "111111"})])
    add_works(works=[Work.of({**STUDY, "DOI": "10.5555/a"})])
    pair = DuplicatePair.objects.get()
    assert [pair.first_id, pair.second_id] == [work.pk for work, _ in rows]
    assert pair.reasons == ["PMID 111111 is that of both, as a record that was added says."]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.Example.org/Über/a?b#c",
        "HTTP://m.example.org",
        "https://example.org/\u4e2d/x",
        "https://e.org/" + "a" * 200,
        "",
    ],
)
def test_the_database_writes_an_address_as_the_search_for_it_does(url: str) -> None:
    work = Citation.objects.create(title="x", fingerprint="x", url=url)
    assert Citation.objects.get(pk=work.pk).address_key == rough_address(url)
