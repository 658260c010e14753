"""Files of reference managers through the newsroom's form: what came in, what was there, what could not be read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from citations.models import Batch, Citation, RecordedFact
from citations.services import adding, batch_worker

pytestmark = pytest.mark.django_db
ADD = "/admin/citations/citation/add-works/"
MEDLINE = Path(__file__).resolve().parents[4] / "shared" / "data" / "study-design" / "medline-1000.nbib"
needs_medline = pytest.mark.skipif(
    not MEDLINE.exists(), reason="../shared with the PubMed records is not beside the project"
)
BIB = b"""@article{one, title = {Walking for {Sore} Knees}, author = {M{\\"u}ller}, year = 2019, doi = {10.5555/One}}
@article{two, title = {Never closed, year = 2020
@article{three, title = {Sleep and the immune system}, author = {Doe, Jane}, year = 2021}
"""


def send(client: Client, name: str, data: bytes) -> Any:
    """Chooses the file, looks at what was recognised, and adds all of it."""
    looked = client.post(ADD, {"file": SimpleUploadedFile(name, data)}, follow=True)
    if "hand" not in looked.context:
        return looked
    assert not Citation.objects.filter(created_at__gte=timezone.now()).exists()
    ticked = [row["place"] for row in looked.context["rows"]]
    return client.post(ADD, {"hand": looked.context["hand"], "entries": ticked, "save": "1"}, follow=True)


def test_a_file_is_looked_at_before_anything_comes_in(client: Client, author: User) -> None:
    """120 works in more lines than may be pasted: shown, none saved, and what is unticked stays out."""
    client.force_login(author)
    rows = "".join(
        f"TY  - JOUR\nTI  - Walking and knees, part {number}\nAU  - Doe, J\nPY  - 2019\nJO  - Foo\nVL  - {number}\n"
        f"SP  - {number}\nEP  - 9\nSN  - 1234-5678\nER  - \n\n"
        for number in range(120)
    )
    looked = client.post(ADD, {"file": SimpleUploadedFile("works.ris", rows.encode())}, follow=True)
    assert len(looked.context["rows"]) == 120
    assert "Nothing is saved yet." in looked.content.decode()
    assert not Citation.objects.exists()
    chosen = {"hand": looked.context["hand"], "entries": ["0", "119"], "save": "1"}
    assert client.post(ADD, chosen, follow=True).context["new_count"] == 2
    assert Citation.objects.count() == 2


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("paper.pdf", b"%PDF-1.7", "end in .bib"),
        ("list.bib", b"", "empty"),
    ],
)
def test_another_file_is_refused_in_words(name: str, data: bytes, words: str, client: Client, author: User) -> None:
    client.force_login(author)
    response = send(client, name, data)
    assert words in response.content.decode()


def test_a_broken_record_is_named_with_its_line_and_the_rest_comes_in(client: Client, author: User) -> None:
    client.force_login(author)
    response = send(client, "list.bib", BIB)
    assert (response.context["new_count"], response.context["fault_count"]) == (2, 1)
    assert response.context["faults"][0]["line"] == 2
    assert set(Citation.objects.values_list("title", flat=True)) == {
        "Walking for Sore Knees",
        "Sleep and the immune system",
    }
    row = RecordedFact.objects.get(citation__doi="10.5555/one", name="csl")
    assert row.origin == "list.bib"


def test_a_file_pasted_as_text_is_read_as_a_file(client: Client, author: User) -> None:
    entries, faults = adding.read_pasted("TY  - JOUR\nTI  - Walking\nDO  - 10.5555/one\nER  - \n")
    assert [(entry.how, entry.csl["DOI"]) for entry in entries] == [("record", "10.5555/one")]
    assert not faults


@needs_medline
def test_a_thousand_pubmed_records_come_in_once(client: Client, author: User) -> None:
    client.force_login(author)
    works = len(set(re.findall(r"^PMID- (\d+)", MEDLINE.read_text(), re.MULTILINE)))  # some stand there twice
    for new in (works, 0):
        with patch("celery.app.base.Celery.send_task"):
            send(client, "medline.nbib", MEDLINE.read_bytes())  # large: a worker reads it
        batch = Batch.objects.latest("pk")
        batch_worker.work_off(batch_id=batch.pk)
        batch.refresh_from_db()
        assert (batch.state, batch.place, batch.changed, batch.refused) == ("done", 1000, new, 0)
        assert batch.there == 1000 - new
    assert Citation.objects.exclude(pmid=None).count() == works
    assert Citation.objects.filter(design="rct").count() > 300
