"""`manage.py import_articles`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection

from articles.models import Article, PostBatch
from tests.articles.exports import samples

ROOT = Path(__file__).resolve().parents[3]
GOOD = "# Zinc {0}\n\nZinc shortened colds by {0} days in one trial of 80 adults.\n"


def run(*arguments: str) -> tuple[str, str]:
    """The command in a process of its own, as people run it: it makes others, which share nothing with the tests."""
    place = connection.settings_dict
    address = f"postgresql://{quote(place['USER'])}:{quote(place['PASSWORD'])}@{quote(place['HOST'], safe='')}"
    database = f"{address}{':' + str(place['PORT']) if place['PORT'] else ''}/{place['NAME']}"
    command = [sys.executable, "manage.py", "import_articles", *arguments, "--by", "author", "--processes", "1"]
    changes = {"DATABASE_URL": database, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = subprocess.run(command, cwd=ROOT, env=os.environ | changes, capture_output=True, text=True, timeout=120)
    return done.stdout, done.stderr


def test_who_or_what_is_not_there_is_named(author: User, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no user"):
        call_command("import_articles", str(tmp_path), "--by", "nobody")
    with pytest.raises(CommandError, match=r"no file or folder .*gone"):
        call_command("import_articles", str(tmp_path / "gone"), "--by", "author")


@pytest.mark.django_db(transaction=True)
def test_a_folder_comes_in_once_and_goes_on_where_it_was_left(author: User, tmp_path: Path) -> None:
    folder, report = tmp_path / "posts", tmp_path / "report.csv"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.md").write_text(GOOD.format(number))
    (folder / "bad.md").write_text("no title")
    (folder / "blog.xml").write_bytes(samples.wordpress(samples.item()))
    out, err = run(str(folder), "--report", str(report))
    assert "4 drafts, 0 here already, 1 not brought in" in out
    assert "bad.md: No title was found" in err
    assert len(report.read_text().splitlines()) == 6
    assert all(article.is_assessed for article in Article.objects.all())
    (folder / "bad.md").unlink()
    PostBatch.objects.update(state="running")
    out, err = run(str(folder))
    assert "Going on with what was begun" in out
    assert "0 drafts, 4 here already, 0 not brought in" in out, err
    assert not err
    assert Article.objects.count() == 4
