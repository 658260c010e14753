"""Signs and numbers that no database keeps: the record comes in without them, or is named, and the rest comes in."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from citations.models import Citation, RecordedFact
from citations.services import adding
from citations.services.adding import Added, Entry, Fault

pytestmark = pytest.mark.django_db
ADD = "/admin/citations/citation/add-works/"
SOUND = {
    "type": "article-journal",
    "title": "Sound as a bell",
    "DOI": "10.5555/sound",
    "issued": {"date-parts": [[2019]]},
}
ODD = {**SOUND, "title": "Walking for sore knees", "DOI": "10.5555/odd"}


def as_json(**more: Any) -> str:
    """A list of an odd record and a sound one."""
    return json.dumps([{**ODD, **more}, SOUND])


FILES = {
    "NUL in a title": ("a.json", as_json(title="Walking\0 for sore knees")),
    "NUL in a list": ("a.json", as_json(mesh=["Kn\0ees"])),
    "NUL in a name": ("a.json", as_json(author=[{"family": "Do\0e"}])),
    "NUL in the name of a field": ("a.json", as_json(**{"a\0": "x"})),
    "NUL in a fact": ("a.json", as_json(facts={"funding": "a\0b", "other": "\0"})),
    "NUL in a type": ("a.json", as_json(type="article\0-journal")),
    "NUL as it is": ("a.json", as_json().replace("Walking", "Walk\0ing")),
    "a number that is none": ("a.json", as_json().replace("2019", "NaN", 1)),
    "a number without end": ("a.json", as_json(volume=1).replace(": 1}", ": 1e999}", 1)),
    "a name of 3,000 letters": ("a.json", as_json(author=[{"family": "a" * 3000}])),
    "a year of 30 figures": ("a.json", as_json(issued={"date-parts": [[10**30]]})),
    "a DOI of 400 letters": ("a.json", as_json(DOI="10.5555/" + "a" * 400)),
    "a PMID of 40 figures": ("a.json", as_json(PMID="1" * 40)),
    "an address of a script": ("a.json", as_json(URL="javascript:alert(1)")),
    "NUL in RIS": (
        "a.ris",
        "TY  - JOUR\nTI  - Walking\0 for sore knees\nDO  - 10.5555/o\0dd\nAB  - x\0y\nER  - \n"
        "TY  - JOUR\nTI  - Sound as a bell\nDO  - 10.5555/sound\nER  - \n",
    ),
    "NUL in PubMed's format": (
        "a.nbib",
        "PMID- 1234\nTI  - Walking\0 for sore knees\nMH  - x\0y\nPT  - q\0\nGR  - a\0b\n\n"
        "PMID- 99\nTI  - Sound as a bell\nAID - 10.5555/sound [doi]\n",
    ),
    "NUL in BibTeX": (
        "a.bib",
        "@article{a\0b, title={Walking\0 for sore knees}, doi={10.5555/odd\0}, keywords={a\0b}}\n"
        "@article{b, title={Sound as a bell}, doi={10.5555/sound}}\n",
    ),
}  # fmt: skip


def added(name: str, text: str, by: User) -> list[Added | Fault]:
    read = list(adding.read_file(name, io.BytesIO(text.encode())))
    entries = [row for row in read if isinstance(row, Entry)]
    return [*(row for row in read if isinstance(row, Fault)), *adding.add(entries=entries, by=by, origin=name)]


@pytest.mark.parametrize("name", FILES)
def test_it_comes_in_without_what_cannot_be_kept(name: str, editor: User) -> None:
    rows = added(*FILES[name], by=editor)
    assert not [row for row in rows if isinstance(row, Fault)]
    assert set(Citation.objects.values_list("title", flat=True)) == {"Walking for sore knees", "Sound as a bell"}
    assert "\\u0000" not in json.dumps(list(RecordedFact.objects.values_list("value", flat=True)))


def test_backslashes_before_zeros_are_not_taken_for_nul(editor: User) -> None:
    added("a.json", json.dumps([{**ODD, "title": r"The file C:\u0000 and its end"}]), editor)
    assert Citation.objects.get().title == r"The file C:\u0000 and its end"


REFUSED = {
    "a number of 5,000 figures": (as_json(volume=0).replace(": 0}", f": {'9' * 5000}}}", 1), "thousands of figures"),
    "more people than live": (as_json(facts={"sample_size": 10**30}), "from 0 to 2,000,000,000"),
    "fewer points than none": (as_json(facts={"risk_of_bias": -5}), "from 0 to 2"),
    "more points than there are": (as_json(facts={"risk_of_bias": 3}), "from 0 to 2"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_change_its_meaning_is_named_and_the_rest_comes_in(name: str, editor: User) -> None:
    text, reason = REFUSED[name]
    rows = added("a.json", text, editor)
    (fault,) = [row for row in rows if isinstance(row, Fault)]
    assert fault.line == 1
    assert reason in fault.reason
    assert list(Citation.objects.values_list("doi", flat=True)) == ["10.5555/sound"]


@pytest.mark.parametrize("more", [{"title": "Half \ud800 of it"}, {"DOI": "10.5555/\udfff"}, {"facts": {"\ud800": 1}}])
def test_half_a_character_in_what_is_pasted_is_named_on_the_next_screen(
    more: dict[str, Any], client: Client, author: User
) -> None:
    client.force_login(author)
    response = client.post(ADD, {"text": as_json(**more)}, follow=True)
    assert "half a character" in response.content.decode()
    response = client.post(ADD, {"text": as_json(**more), "save": "1", "entries": ["0"]}, follow=True)
    assert "half a character" in response.content.decode()
    assert list(Citation.objects.values_list("doi", flat=True)) == ["10.5555/sound"]
