"""A work comes into the library once, keeps what people recorded, and gains what it lacked."""

from __future__ import annotations

from datetime import date

import pytest

from citations.models import Citation, Notice, NoticeList
from citations.services import Work, add_works, find_works, fingerprint
from citations.services.retraction_watch import status_of, watched_on
from evidence.sources.from_csl import source_from_csl

pytestmark = pytest.mark.django_db

TRIAL = {
    "type": "article-journal",
    "title": "A trial of walking for sore knees",
    "author": [{"family": "Müller", "given": "A."}, {"family": "Okafor", "given": "C."}],
    "issued": {"date-parts": [[2019, 3]]},
    "container-title": "Journal of Walking",
    "volume": "4",
    "DOI": "10.5555/WALK.2019.1",
}


def test_it_leaves_out_a_doi_that_is_none_and_keeps_the_raw_string() -> None:
    [(work, _)] = add_works(works=[Work.of({**TRIAL, "DOI": "see website"}, raw="Müller A. A trial… see website")])
    assert work.doi is None
    assert work.raw == "Müller A. A trial… see website"


def test_it_never_overwrites_a_fact_that_is_recorded() -> None:
    [(work, _)] = add_works(works=[Work.of(TRIAL, facts={"design": "rct", "sample_size": 80})])
    add_works(works=[Work.of(TRIAL, facts={"design": "cohort", "sample_size": 9, "funding": "City council"})])
    work.refresh_from_db()
    assert (work.design, work.sample_size, work.funding) == ("rct", 80, "City council")


def test_it_does_not_take_back_a_retraction() -> None:
    retracted = {"status": "retracted", "status_checked": "2026-01-05"}
    fine = {"status": "none-found", "status_checked": "2026-02-05"}
    add_works(works=[Work.of(TRIAL, facts=retracted)])
    [(work, new)] = add_works(works=[Work.of(TRIAL, facts=fine)])
    work.refresh_from_db()
    assert not new
    assert (work.status, work.status_checked) == ("retracted", date(2026, 1, 5))


def test_two_papers_of_one_title_with_different_dois_stay_two() -> None:
    rows = add_works(works=[Work.of(TRIAL), Work.of({**TRIAL, "DOI": "10.5555/other"})])
    assert [new for _, new in rows] == [True, True]
    assert Citation.objects.count() == 2


def test_a_work_is_known_again_by_its_identifier_whatever_its_case() -> None:
    [(work, _)] = add_works(works=[Work.of(TRIAL)])
    [(again, new)] = add_works(works=[Work.of({"title": "Walking", "DOI": "10.5555/walk.2019.1"})])
    assert (again.pk, new) == (work.pk, False)


def test_a_work_without_identifier_is_known_again_by_title_year_and_first_author() -> None:
    bare = {key: value for key, value in TRIAL.items() if key != "DOI"}
    folded = {**bare, "title": "A TRIAL OF WALKING FOR SORE KNEES.", "author": [{"family": "Muller"}]}
    rows = add_works(works=[Work.of(bare), Work.of(folded)])
    assert rows[0][0] is rows[1][0]
    assert Citation.objects.count() == 1


def test_a_fact_carries_its_origin() -> None:
    [(work, _)] = add_works(works=[Work.of(TRIAL, facts={"design": "rct", "from": "PubMed"})])
    assert work.facts_from["design"] == "PubMed"


def test_finding_many_works_takes_one_query(django_assert_num_queries) -> None:
    sources = [source_from_csl(f"k{n}", {**TRIAL, "DOI": f"10.5555/{n}"}) for n in range(50)]
    with django_assert_num_queries(1):
        assert find_works(sources) == [None] * 50


def test_a_fingerprint_ignores_case_accents_and_punctuation() -> None:
    assert fingerprint("Müsli: a trial?", 2020, ["Østby"]) == fingerprint("musli a TRIAL", 2020, ["Østby"])
    assert fingerprint("Musli a trial", 2020, ["X"]) != fingerprint("Musli a trial", 2021, ["X"])


def test_works_of_which_only_an_identifier_is_known_stay_apart() -> None:
    works = [Work.of({"DOI": "10.5555/a"}), Work.of({"PMID": "123"}), Work.of({"DOI": "10.5555/b"})]
    rows = add_works(works=works)
    assert [work.title for work, _ in rows] == [
        "10.5555/a (title not yet known)",
        "PubMed 123 (title not yet known)",
        "10.5555/b (title not yet known)",
    ]


def test_two_new_works_that_a_third_record_joins_stay_two() -> None:
    records = [{"DOI": "10.5555/a"}, {"PMID": "7"}, {"DOI": "10.5555/a", "PMID": "7", "title": "Sleep"}]
    rows = add_works(works=[Work.of(record) for record in records])
    assert [new for _, new in rows] == [True, True, False]
    assert sorted(Citation.objects.values_list("doi", "pmid"), key=str) == [("10.5555/a", None), (None, "7")]


def test_adding_many_works_takes_few_queries(django_assert_max_num_queries) -> None:
    works = [Work.of({**TRIAL, "title": f"Trial {n} of walking", "DOI": f"10.5555/{n}"}) for n in range(200)]
    with django_assert_max_num_queries(7):
        add_works(works=works)


def test_a_work_that_a_held_notice_names_is_never_called_free_of_notices() -> None:
    """Not even until the next sweep: the last whole list says so of every work that nobody asked about."""
    Notice.objects.create(kind="retraction", doi="10.5555/walk.2019.1", source="retraction-watch", record="1")
    NoticeList.objects.create(
        source="retraction-watch", name="a", sha256="a", rows=1, as_of=date(2026, 11, 20), complete=True
    )
    [(work, _), (other, _)] = add_works(works=[Work.of(TRIAL), Work.of({**TRIAL, "DOI": "10.5555/other"})])
    assert (work.status, other.status) == ("retracted", "not-checked")
    work.refresh_from_db()
    assert (work.status, work.status_sources) == ("retracted", "Retraction Watch")
    assert status_of(other, watched_on())[0] == "none-found"


def test_a_work_that_gains_the_doi_a_notice_names_is_retracted_at_once() -> None:
    Notice.objects.create(kind="retraction", doi="10.5555/walk.2019.1", source="retraction-watch", record="1")
    [(work, _)] = add_works(works=[Work.of({name: value for name, value in TRIAL.items() if name != "DOI"})])
    assert work.status == "not-checked"
    assert [new for _, new in add_works(works=[Work.of(TRIAL)])] == [False]
    work.refresh_from_db()
    assert (work.doi, work.status) == ("10.5555/walk.2019.1", "retracted")
