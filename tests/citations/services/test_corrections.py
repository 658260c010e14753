"""An author's word on what a work is worth is never an editor's, and readers' works are corrected by editors alone."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.test import Client

from articles.models import LogEntry
from citations.models import Citation, RecordedFact
from citations.services import Work, add_works, adding, bulk_acts, editor_facts, link_corrections
from tests.articles import factories

pytestmark = pytest.mark.django_db

ACTS: dict[str, Callable[[Citation, User], Any]] = {
    "design": lambda work, by: editor_facts.set_fact(citation=work, name="design", value="rct", reason="x", by=by),
    "size": lambda work, by: editor_facts.set_fact(citation=work, name="sample_size", value="9", reason="x", by=by),
    "review": lambda work, by: editor_facts.set_fact(citation=work, name="peer_reviewed", value="1", reason="x", by=by),
    "title": lambda work, by: editor_facts.set_fact(citation=work, name="title", value="Other", reason="x", by=by),
    "drop": lambda work, by: editor_facts.drop_fact(citation=work, name="design", by=by),
    "dead": lambda work, by: link_corrections.say(citation=work, dead=False, reason="x", by=by),
    "unsay": lambda work, by: link_corrections.unsay(citation=work, by=by),
    "address": lambda work, by: link_corrections.take_over(citation=work, by=by),
    "many": lambda work, by: bulk_acts.choose(act="set-fact", works=Citation.objects.all(), by=by),
}
FORM = {"title": "Other words", "families": "Doe", "year": "2019", "risk_of_bias": "0", "csl": "{}", "facts_from": "{}"}
FORM |= {"status": "none-found", "status_checked": "2026-11-01"}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("group", ["Authors", "Medical reviewers", ""])
def test_whoever_may_not_correct_says_nothing_of_a_work(act: str, group: str) -> None:
    work = factories.make_citation(design="animal")
    with pytest.raises(PermissionDenied):
        ACTS[act](work, factories.make_user(group))
    work.refresh_from_db()
    assert (work.design, RecordedFact.objects.count()) == ("animal", 0)


@pytest.mark.parametrize("where", ["in a draft", "on a live page"])
def test_an_author_does_not_touch_a_work_in_use(where: str, client: Client, author: User) -> None:
    work = factories.make_citation(status="retracted", status_checked="2026-11-01")
    if where == "in a draft":
        factories.make_article(by=author, citations={"doe2019": work})
    else:
        article = factories.make_published_article(citations={"doe2019": work}, findings={})
        article.article_citations.all().delete()
    client.force_login(author)
    assert client.post(f"/admin/citations/citation/{work.pk}/change/", FORM).status_code == 403
    assert client.post(f"/admin/citations/citation/{work.pk}/delete/", {"post": "yes"}).status_code == 403
    for address, data in (("fact", {"name": "design", "value": "rct", "reason": "x"}), ("address", {"act": "dead"})):
        client.post(f"/admin/citations/citation/{work.pk}/{address}/", data)
    work.refresh_from_db()
    assert (work.status, work.design, work.link_dead) == ("retracted", "rct", False)


def test_an_author_finishes_a_record_that_nobody_uses_but_not_its_worth(client: Client, author: User) -> None:
    work = factories.make_citation(status="retracted", status_checked="2026-11-01", design="animal")
    client.force_login(author)
    response = client.post(f"/admin/citations/citation/{work.pk}/change/", FORM | {"design": "rct", "sample_size": 9})
    assert response.status_code == 302
    work.refresh_from_db()
    assert (work.title, work.status, work.design, work.sample_size) == ("Other words", "retracted", "animal", 180)
    assert not RecordedFact.objects.filter(origin="editor").exists()


def test_an_editors_correction_is_on_the_log_of_every_article_that_uses_the_work(editor: User) -> None:
    work = factories.make_citation()
    articles = [factories.make_article(citations={"doe2019": work}) for _ in range(2)]
    editor_facts.set_fact(citation=work, name="design", value="cohort", reason="Table 1", by=editor)
    entries = LogEntry.objects.filter(action="work-changed", actor=editor)
    assert {entry.article_id for entry in entries} == {article.pk for article in articles}
    assert entries[0].data["changes"] == {"design": ["rct", "cohort"]}
    assert entries[0].data["reason"] == "Table 1"


def test_so_is_a_change_in_the_form(client: Client, editor: User) -> None:
    work = factories.make_citation()
    factories.make_article(citations={"doe2019": work})
    client.force_login(editor)
    client.post(f"/admin/citations/citation/{work.pk}/change/", FORM | {"status": "retracted"})
    changes = LogEntry.objects.get(action="work-changed").data["changes"]
    assert changes["status"] == ["not-checked", "retracted"]


# --- What comes in with files and pasted references --------------------------------------------------------

RECORD = {"type": "article-journal", "title": "A trial of tea", "DOI": "10.5555/tea", "page": "1-9", "volume": "3"}
WORTH = {"design": "rct", "sample_size": 900, "peer_reviewed": True, "status": "none-found"}


def _bare(**kw: Any) -> Citation:
    return factories.make_citation(
        **{"title": "A trial of tea", "doi": "10.5555/tea", "design": "", "sample_size": None, "peer_reviewed": None}
        | {"csl": {"title": "A trial of tea"}}
        | kw
    )


@pytest.mark.parametrize("used", [True, False])
def test_what_an_author_brings_along_says_nothing_of_a_work_in_use(used: bool, author: User) -> None:
    work = _bare()
    if used:
        factories.make_article(citations={"doe2019": work})
    add_works(works=[Work.of(RECORD, facts=WORTH)])
    work.refresh_from_db()
    gained = (work.design, work.sample_size, work.status, work.csl.get("page"))
    assert gained == (("", None, "not-checked", None) if used else ("rct", 900, "none-found", "1-9"))


def test_a_notice_that_comes_along_counts_from_anybody(author: User) -> None:
    work = _bare()
    factories.make_article(citations={"doe2019": work})
    add_works(works=[Work.of(RECORD, facts={"status": "retracted"})])
    work.refresh_from_db()
    assert work.status == "retracted"


def test_what_somebody_brings_along_who_may_correct_counts() -> None:
    work = _bare()
    factories.make_article(citations={"doe2019": work})
    add_works(works=[Work.of(RECORD, facts=WORTH)], trusted=True)
    work.refresh_from_db()
    assert (work.design, work.sample_size) == ("rct", 900)


@pytest.mark.parametrize("name", ["editor", "crossref", "Editor"])
def test_a_file_speaks_for_nobody_by_its_name(name: str, author: User) -> None:
    text = '[{"type": "article-journal", "title": "A trial of tea", "DOI": "10.5555/tea"}]'
    entries = [
        row for row in adding.read_file(f"{name}.json", io.BytesIO(text.encode())) if isinstance(row, adding.Entry)
    ]
    list(adding.add(entries=entries, by=author, origin=name))
    assert RecordedFact.objects.exists()
    assert not RecordedFact.objects.filter(origin__in=("editor", "crossref", "Editor")).exists()
