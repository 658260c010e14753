from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from django.utils import timezone

import evidence
from articles import services, tasks
from articles.assessments import engine, engine_version
from articles.models import Article
from tests.articles.factories import make_article

PACKAGE = Path(evidence.__file__).parent


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    leave_out = shutil.ignore_patterns("__pycache__")
    return Path(shutil.copytree(PACKAGE, tmp_path / "evidence", ignore=leave_out))


@pytest.mark.parametrize("name", ["claims/wording.json", "grading/levels.py", "flags/catalogue_text.py"])
def test_one_other_byte_of_a_rule_or_a_weight_is_another_engine(copy: Path, name: str) -> None:
    file = copy / name
    file.write_bytes(file.read_bytes() + b"\n")
    assert engine.fingerprint(copy) != engine.fingerprint(PACKAGE)


def test_a_rule_under_another_name_is_another_engine(copy: Path) -> None:
    (copy / "claims/wording.json").rename(copy / "claims/words.json")
    assert engine.fingerprint(copy) != engine.fingerprint(PACKAGE)


def test_the_same_rules_and_weights_in_another_place_are_the_same_engine(copy: Path) -> None:
    (copy / "command/report.py").write_text("# how it is printed")
    (copy / "claims/wording.md").unlink()
    assert engine.fingerprint(copy) == engine.fingerprint(PACKAGE)
    assert engine_version() == f"{evidence.VERSION}+{engine.fingerprint(PACKAGE)}"


@pytest.mark.django_db
def test_a_draft_read_before_a_rule_changed_is_read_again(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    article = make_article()
    services.assess_article(article_id=article.pk)
    assert tasks.assess_stale() == 0
    (copy / "grading/levels.py").write_text("LEVELS = ()")
    changed = f"{evidence.VERSION}+{engine.fingerprint(copy)}"
    monkeypatch.setattr(tasks, "engine_version", lambda: changed)
    assert Article.objects.needing_assessment(changed, today=timezone.localdate()).get() == article
    monkeypatch.undo()
    Article.objects.update(assessed_engine=changed)
    assert tasks.assess_stale() == 1
