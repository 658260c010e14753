"""Merging two records of one work in the library, and undoing it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from citations.models import Citation, DuplicatePair, LinkCheck, Lookup, Merge, RecordedFact
from citations.services import editor_facts, merging
from citations.services.merging import CannotMerge
from tests.articles.factories import make_citation

pytestmark = pytest.mark.django_db


def pair(**kw: Any) -> tuple[Citation, Citation]:
    """A work, and a record of it that knows no DOI."""
    kept = make_citation(title="Walking for sore knees")
    return kept, make_citation(**{"title": "Walking for sore knees.", "doi": None} | kw)


def said(work: Citation, name: str, value: Any) -> RecordedFact:
    return RecordedFact.objects.create(
        citation=work, name=name, origin="crossref", value=value, recorded_at=timezone.now()
    )


def fields(work: Citation) -> dict[str, Any]:
    work.refresh_from_db()
    left_out = {"updated_at", "compared", "_state", "watched"}
    return {name: value for name, value in vars(work).items() if name not in left_out}


@pytest.mark.parametrize("person", ["author", "reviewer", "stranger"])
def test_only_who_may_take_works_away_merges(person: str, request: pytest.FixtureRequest) -> None:
    kept, gone = pair()
    with pytest.raises(PermissionDenied):
        merging.merge(kept=kept, gone=gone, by=request.getfixturevalue(person))
    assert Citation.objects.count() == 2


def test_only_who_may_merge_undoes_it(editor: User, author: User) -> None:
    kept, gone = pair()
    merged = merging.merge(kept=kept, gone=gone, by=editor)
    with pytest.raises(PermissionDenied):
        merging.undo(merged=merged, by=author)


def test_a_record_is_not_merged_with_itself(editor: User) -> None:
    kept, _ = pair()
    with pytest.raises(CannotMerge, match="one record"):
        merging.merge(kept=kept, gone=kept, by=editor)


def test_a_record_that_is_no_longer_there_is_not_merged(editor: User) -> None:
    kept, gone = pair()
    Citation.objects.filter(pk=gone.pk).delete()
    with pytest.raises(CannotMerge, match="no longer in the library"):
        merging.merge(kept=kept, gone=gone, by=editor)


@pytest.mark.parametrize(
    ("name", "left", "right"),
    [
        ("doi", "10.5555/one", "10.5555/two"),
        ("pmid", "123", "124"),
        ("pmcid", "PMC12", "PMC13"),
        ("arxiv", "2001.00001", "2001.00002"),
    ],
)
def test_two_identifiers_of_one_kind_are_two_works(name: str, left: str, right: str, editor: User) -> None:
    kept, gone = make_citation(**{"doi": None, name: left}), make_citation(**{"doi": None, name: right})
    with pytest.raises(CannotMerge, match=f"{left} and {right}"):
        merging.merge(kept=kept, gone=gone, by=editor)
    assert Citation.objects.count() == 2


def test_a_preprint_stays_beside_its_journal_version(editor: User) -> None:
    kept, gone = pair()
    Citation.objects.filter(pk=gone.pk).update(published_as=kept)
    with pytest.raises(CannotMerge, match="preprint of the other"):
        merging.merge(kept=kept, gone=gone, by=editor)


def test_the_work_kept_gains_what_it_lacked_and_loses_nothing(editor: User) -> None:
    kept, gone = pair(pmid="7", abstract="What was done.", sample_size=999, facts_from={"abstract": "PubMed"})
    merging.merge(kept=kept, gone=gone, by=editor)
    kept.refresh_from_db()
    assert (kept.pmid, kept.abstract, kept.sample_size) == ("7", "What was done.", 180)
    assert kept.facts_from["abstract"] == "PubMed"
    assert not Citation.objects.filter(pk=gone.pk).exists()


@pytest.mark.parametrize(
    ("of_kept", "of_gone", "after"),
    [
        ("none-found", "retracted", "retracted"),
        ("retracted", "none-found", "retracted"),
        ("not-checked", "none-found", "none-found"),
        ("corrected", "concern", "concern"),
    ],
)
def test_the_graver_status_counts(of_kept: str, of_gone: str, after: str, editor: User) -> None:
    kept, gone = pair(status=of_gone, status_checked=date(2026, 11, 2))
    Citation.objects.filter(pk=kept.pk).update(status=of_kept, status_checked=date(2026, 11, 1))
    merging.merge(kept=kept, gone=gone, by=editor)
    kept.refresh_from_db()
    assert kept.status == after


def test_everything_that_points_at_a_record_moves(editor: User) -> None:
    kept, gone = pair()
    preprint = make_citation(published_as=gone)
    fact = said(gone, "mesh", ["Walking"])
    lookup = Lookup.objects.create(citation=gone, service="pubmed")
    look = LinkCheck.objects.create(citation=gone, url="https://example.org/")
    merging.merge(kept=kept, gone=gone, by=editor)
    for row in (fact, lookup, look):
        row.refresh_from_db()
        assert row.citation_id == kept.pk
    preprint.refresh_from_db()
    assert preprint.published_as_id == kept.pk


def test_an_editors_answer_to_the_record_that_went_counts(editor: User) -> None:
    kept, gone = pair()
    editor_facts.set_fact(citation=gone, name="population", value="Adults over 50", reason="Methods", by=editor)
    merging.merge(kept=kept, gone=gone, by=editor)
    kept.refresh_from_db()
    assert kept.population == "Adults over 50"


def test_where_both_were_told_the_same_the_answer_of_the_work_kept_stays(editor: User) -> None:
    kept, gone = pair()
    for work, text in ((kept, "Kept"), (gone, "Gone")):
        said(work, "funding", text)
    said(gone, "abstract", "Only here")
    merging.merge(kept=kept, gone=gone, by=editor)
    rows = RecordedFact.objects.filter(citation=kept)
    assert dict(rows.values_list("name", "value")) == {"funding": "Kept", "abstract": "Only here"}


def test_what_was_said_of_the_record_and_a_third_one_holds_on(editor: User) -> None:
    kept, gone = pair()
    third = make_citation()
    first, second = sorted((gone.pk, third.pk))
    DuplicatePair.objects.create(first_id=first, second_id=second, similarity=0.9, state="apart")
    merging.merge(kept=kept, gone=gone, by=editor)
    [row] = DuplicatePair.objects.all()
    assert ({row.first_id, row.second_id}, row.state) == ({kept.pk, third.pk}, "apart")


def test_undoing_brings_both_back_as_they_were(editor: User) -> None:
    kept, gone = pair(pmid="7", abstract="What was done.", status="retracted", status_checked=date(2026, 11, 2))
    preprint = make_citation(published_as=gone)
    kept_fact, gone_fact = said(kept, "funding", "Kept"), said(gone, "funding", "Gone")
    lookup = Lookup.objects.create(citation=gone, service="pubmed")
    before = fields(kept), fields(gone)
    number, fact_number = gone.pk, gone_fact.pk
    merged = merging.merge(kept=kept, gone=gone, by=editor)
    back = merging.undo(merged=merged, by=editor)
    assert back.pk == number
    assert (fields(kept), fields(back)) == before
    assert RecordedFact.objects.get(pk=fact_number).value == "Gone"
    assert RecordedFact.objects.get(pk=kept_fact.pk).citation_id == kept.pk
    for row in (preprint, lookup):
        row.refresh_from_db()
    assert (preprint.published_as_id, lookup.citation_id) == (back.pk, back.pk)
    merged.refresh_from_db()
    assert merged.undone_by == editor


def test_two_records_that_were_taken_apart_are_not_offered_again(editor: User) -> None:
    kept, gone = pair()
    merging.undo(merged=merging.merge(kept=kept, gone=gone, by=editor), by=editor)
    [row] = DuplicatePair.objects.all()
    assert (row.state, row.decided_by) == ("apart", editor)


def test_what_was_changed_since_the_merge_stays(editor: User) -> None:
    kept, gone = pair(population="Men", pmid="7")
    merged = merging.merge(kept=kept, gone=gone, by=editor)
    editor_facts.set_fact(citation=kept, name="population", value="Women", reason="Table 1", by=editor)
    merging.undo(merged=merged, by=editor)
    kept.refresh_from_db()
    assert (kept.population, kept.pmid) == ("Women", None)


def test_a_merge_is_undone_once(editor: User) -> None:
    kept, gone = pair()
    merged = merging.merge(kept=kept, gone=gone, by=editor)
    merging.undo(merged=merged, by=editor)
    with pytest.raises(CannotMerge, match="already"):
        merging.undo(merged=merged, by=editor)


def test_it_is_not_undone_while_another_record_has_the_identifier(editor: User) -> None:
    kept, gone = pair(pmid="7")
    merged = merging.merge(kept=kept, gone=gone, by=editor)
    Citation.objects.filter(pk=kept.pk).update(pmid=None)
    make_citation(pmid="7")
    with pytest.raises(CannotMerge, match="that of another work"):
        merging.undo(merged=merged, by=editor)
    assert not Citation.objects.filter(pk=merged.gone_id).exists()
    assert Merge.objects.get(pk=merged.pk).undone_at is None


def test_the_last_of_two_merges_is_undone_first(editor: User) -> None:
    second, first = pair()
    third = make_citation(title="Walking for sore knees", doi=None)
    one = merging.merge(kept=second, gone=first, by=editor)
    number = second.pk
    two = merging.merge(kept=third, gone=second, by=editor)
    assert merging.held_as([one.gone_id, number]) == {one.gone_id: third.pk, number: third.pk}
    one.refresh_from_db()
    with pytest.raises(CannotMerge, match="Undo that first"):
        merging.undo(merged=one, by=editor)
    merging.undo(merged=two, by=editor)
    one.refresh_from_db()
    assert merging.held_as([one.gone_id]) == {one.gone_id: number}
    merging.undo(merged=one, by=editor)
    assert merging.held_as([one.gone_id]) == {}
    assert Citation.objects.count() == 3
