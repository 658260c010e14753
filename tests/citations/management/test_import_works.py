"""`manage.py import_works FILE`."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from citations.management.commands import import_works
from citations.models import Citation
from tests.citations.services.test_file_import import ris

pytestmark = pytest.mark.django_db
MEDLINE = Path(__file__).resolve().parents[3] / "../shared/data/study-design/medline-1000.nbib"
RIS = "TY  - JOUR\nTI  - One title of a work\nPY  - 2001\nDO  - 10.1000/one\nER  - \nTY  - JOUR\nPY  - 2\nER  - \n"


@pytest.fixture
def editor() -> User:
    return User.objects.create_superuser("editor")


def run(file: Path, user: str = "editor") -> str:
    out = StringIO()
    call_command("import_works", str(file), "--as", user, stdout=out)
    return out.getvalue()


def test_it_refuses_an_unknown_user_and_an_unknown_ending(tmp_path: Path, editor: User) -> None:
    with pytest.raises(CommandError, match="no user nobody"):
        run(tmp_path / "a.ris", "nobody")
    (tmp_path / "a.docx").write_text("x")
    with pytest.raises(CommandError, match=r"\.nbib"):
        run(tmp_path / "a.docx")
    with pytest.raises(CommandError, match="could not be read"):
        run(tmp_path / "absent.ris")


def test_it_refuses_somebody_who_may_not_add_works(tmp_path: Path) -> None:
    User.objects.create_user("stranger")
    (tmp_path / "a.ris").write_text(RIS)
    with pytest.raises(CommandError, match="may not add"):
        run(tmp_path / "a.ris", "stranger")
    assert not Citation.objects.exists()


def test_it_adds_what_it_can_read_once_and_names_the_rest_with_its_line(tmp_path: Path, editor: User) -> None:
    (tmp_path / "a.ris").write_text(RIS)
    said = run(tmp_path / "a.ris")
    assert "line 6:" in said
    assert "1 works added, 0 there already, 1 not read." in said
    assert "0 works added, 1 there already, 1 not read." in run(tmp_path / "a.ris")
    assert Citation.objects.get().doi == "10.1000/one"


def test_a_thousand_medline_records_come_in_each_once(editor: User) -> None:
    if not MEDLINE.exists():
        pytest.skip("the MEDLINE records are not beside the project")
    different = len(set(re.findall(r"^PMID- (\d+)", MEDLINE.read_text(), re.MULTILINE)))
    assert f"{different:,} works added, {1000 - different:,} there already, 0 not read." in run(MEDLINE)
    assert Citation.objects.exclude(pmid=None).count() == different
    assert not Citation.objects.filter(publication_types=[]).exists()


def test_a_long_file_says_how_far_it_is_beside_its_answer(tmp_path: Path, editor: User, monkeypatch: Any) -> None:
    monkeypatch.setattr(import_works, "SAID_EVERY", 200)
    (tmp_path / "a.ris").write_bytes(ris(450))
    out, beside = StringIO(), StringIO()
    call_command("import_works", str(tmp_path / "a.ris"), "--as", "editor", stdout=out, stderr=beside, no_color=True)
    assert beside.getvalue().splitlines() == ["  200 read, 200 of them new", "  400 read, 400 of them new"]
    assert out.getvalue().strip() == "450 works added, 0 there already, 0 not read."
