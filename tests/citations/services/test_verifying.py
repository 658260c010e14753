"""Verdicts on works of the library: what was written is what is asked about, and silence changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from pytest_django import Settings

from articles.models import ArticleCitation
from citations.lookups.configuration import configure
from citations.models import Citation, Verification
from citations.services import Work, add_works, verifying
from citations.services.editor_facts import Refusal
from evidence.references.parsing import parse_with_doubts
from tests.articles import factories
from tests.citations.registers import Registers, registers
from tests.citations.services_server import Reply
from tests.citations.verification import printed
from tests.citations.verification.judging import PREPRINTS, asking

pytestmark = pytest.mark.django_db
TRUE, LATE, WRONG = (PREPRINTS[place] for place in (1, 3, 5))
MADE_UP = "10.5555/shift.made.up"


@pytest.fixture
def world(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Registers]:
    settings.LOOKUPS = True
    monkeypatch.setattr(verifying.current_app, "send_task", lambda *_, **__: None)
    with registers(PREPRINTS) as played:
        yield played


def add(text: str) -> Citation:
    csl, _ = parse_with_doubts(text)
    [(work, _)] = add_works(works=[Work.of(csl, raw=text)])
    return work


def verified(work: Citation) -> Verification:
    verifying.verify_work(citation_id=work.pk, using=asking())
    return Verification.objects.get(citation=work)


def differing() -> Citation:
    return add(printed.STYLES["ama"](printed.with_year(LATE, 2001)))


def mistaken() -> Citation:
    return add(printed.STYLES["ama"]({**TRUE, "DOI": MADE_UP}))


def test_nothing_is_asked_where_look_ups_are_turned_off(settings: Settings) -> None:
    settings.LOOKUPS = False
    add(printed.STYLES["ama"](TRUE))
    assert not Verification.objects.exists()


def test_silent_services_leave_no_verdict_and_are_asked_again(world: Registers) -> None:
    for name in ("crossref", "doi", "pubmed", "openalex"):
        world.faults[name] = lambda: Reply(b"", 403)
    row = verified(add(printed.STYLES["ama"](TRUE)))
    assert (row.state, row.verdict) == ("failed", "cannot-tell")
    assert row.next_at > timezone.now()


def test_silence_takes_no_verdict_back(world: Registers) -> None:
    work = mistaken()
    assert verified(work).verdict == "unregistered"
    for name in ("crossref", "doi", "pubmed", "openalex"):
        world.faults[name] = lambda: Reply(b"", 403)
    assert verified(work).verdict == "unregistered"


def test_what_services_filled_in_is_not_what_was_written(world: Registers) -> None:
    work = differing()
    Citation.objects.filter(pk=work.pk).update(year=2022, csl={**work.csl, "issued": {"date-parts": [[2022]]}})
    row = verified(work)
    assert (row.verdict, row.fields[0][:2]) == ("differs", ["year", "2001"])


def test_a_verdict_says_who_was_asked_and_when(world: Registers) -> None:
    row = verified(add(printed.STYLES["ama"](TRUE)))
    assert (row.verdict, row.services) == ("agrees", ["crossref"])
    assert row.day == timezone.now().date()
    assert row.next_at > timezone.now() + timedelta(days=30)


def test_a_doi_that_is_registered_later_clears_its_verdict_by_itself(world: Registers) -> None:
    work = mistaken()
    assert verified(work).verdict == "unregistered"
    world.put([{**TRUE, "DOI": MADE_UP}])
    Verification.objects.update(next_at=timezone.now())
    assert verifying.send_due(now=timezone.now(), most=10) == 1

    configure(world.configuration())
    assert verified(work).verdict == "agrees"


def test_articles_are_told_where_a_verdict_changed_and_only_there(world: Registers) -> None:
    work = mistaken()
    before = Citation.objects.get(pk=work.pk).updated_at
    verified(work)
    told = Citation.objects.get(pk=work.pk).updated_at
    assert told > before
    verified(work)
    assert Citation.objects.get(pk=work.pk).updated_at == told


def test_works_from_before_are_put_on_the_list_when_an_article_uses_them(world: Registers) -> None:

    article = factories.make_article()
    used = add(printed.STYLES["ama"](TRUE))
    unused = add(printed.STYLES["ama"](WRONG))
    Verification.objects.all().delete()
    ArticleCitation.objects.create(article=article, citation=used, key="w1")
    verifying.put_on_schedule(now=timezone.now(), most=10)
    listed = set(Verification.objects.values_list("citation_id", flat=True))
    assert used.pk in listed
    assert unused.pk not in listed


@pytest.mark.parametrize("act", [verifying.take_over, verifying.use_identifier])
def test_who_may_not_correct_works_takes_nothing_over(act: Any, world: Registers, author: User) -> None:

    work = mistaken()
    verified(work)
    ArticleCitation.objects.create(article=factories.make_article(), citation=work, key="w1")
    with pytest.raises(PermissionDenied):
        act(citation=work, by=author)


def test_nothing_is_taken_over_where_nothing_differs(world: Registers, editor: User) -> None:
    work = add(printed.STYLES["ama"](TRUE))
    verified(work)
    with pytest.raises(Refusal):
        verifying.take_over(citation=work, by=editor)
    with pytest.raises(Refusal):
        verifying.use_identifier(citation=work, by=editor)


def test_fields_are_taken_over_as_the_editors_answer(world: Registers, editor: User) -> None:
    work = differing()
    verified(work)
    assert verifying.take_over(citation=work, by=editor) == ["year"]
    work.refresh_from_db()
    assert work.year == 2022
    assert work.recorded_facts.get(name="year").origin == "editor"
    assert verified(work).verdict == "agrees"


def test_the_identifier_that_fits_takes_the_place_of_the_wrong_one(world: Registers, editor: User) -> None:
    work = mistaken()
    verified(work)
    assert verifying.use_identifier(citation=work, by=editor) == f"doi:{TRUE['DOI']}"
    work.refresh_from_db()
    assert work.doi == TRUE["DOI"]
    assert verified(work).verdict == "agrees"


def test_an_identifier_that_another_work_has_is_refused(world: Registers, editor: User) -> None:
    work = mistaken()
    verified(work)
    other = add(printed.STYLES["ama"](WRONG))
    Citation.objects.filter(pk=other.pk).update(doi=TRUE["DOI"])
    with pytest.raises(Refusal, match="Merge the two"):
        verifying.use_identifier(citation=work, by=editor)


def test_a_work_that_is_rewritten_meanwhile_keeps_no_old_verdict(world: Registers, monkeypatch: Any) -> None:
    work = mistaken()
    row = Verification.objects.get(citation=work)

    def slowly(*args: Any, **more: Any) -> Any:
        told = really(*args, **more)
        Verification.objects.filter(pk=row.pk).update(written={"title": "Another work altogether"})
        return told

    really = verifying.verify
    monkeypatch.setattr(verifying, "verify", slowly)
    verifying.verify_work(citation_id=work.pk, using=asking())
    assert Verification.objects.get(pk=row.pk).verdict == "not-asked"
