"""Works out of the newsroom's list as files."""

from __future__ import annotations

import io

import pytest
from django.contrib.auth.models import User
from django.test import Client

from citations import formats
from citations.models import Citation
from citations.services import exporting
from tests.articles.factories import make_citation

pytestmark = pytest.mark.django_db
LIST = "/admin/citations/citation/"


def test_a_stranger_gets_no_file(client: Client) -> None:
    work = make_citation()
    client.force_login(User.objects.create_user("stranger", is_staff=True))
    answer = client.post(LIST, {"action": "export_ris", "_selected_action": [work.pk]})
    assert answer.status_code == 403


@pytest.mark.parametrize("ending", ["bib", "ris", "json"])
def test_chosen_works_come_as_a_file(admin_client: Client, ending: str) -> None:
    chosen, _ = make_citation(pmid="12", csl={"abstract": "Long"}), make_citation()
    answer = admin_client.post(LIST, {"action": f"export_{ending}", "_selected_action": [chosen.pk]})
    assert answer["Content-Disposition"].endswith(f'.{ending}"')
    (record,) = formats.read(f"a.{ending}", io.BytesIO(b"".join(answer)))  # type: ignore[arg-type]
    assert isinstance(record, formats.Record)
    assert (record.csl["DOI"], record.csl["PMID"]) == (chosen.doi, "12")
    assert (record.csl["title"], record.csl["abstract"]) == (chosen.title, "Long")


def test_what_only_the_library_knows_is_filled_in() -> None:
    work = Citation(
        title="Tea", families=["Bell"], year=2001, container="Herbs", kind="article-journal", url="https://x.example"
    )
    csl = exporting.csl_of(work)
    assert (csl["author"], csl["issued"]) == ([{"family": "Bell"}], {"date-parts": [[2001]]})
    assert (csl["container-title"], csl["URL"], csl["type"]) == ("Herbs", "https://x.example", "article-journal")
