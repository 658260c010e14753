"""Verdicts on works that nobody has saved yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from pytest_django import Settings

from citations.services import foreseen_verdicts
from evidence.references.parsing import parse_with_doubts
from tests.citations.registers import Registers, registers
from tests.citations.services_server import Reply
from tests.citations.verification import printed
from tests.citations.verification.judging import PREPRINTS, asking

pytestmark = pytest.mark.django_db
TEXT = printed.STYLES["ama"]({**PREPRINTS[1], "DOI": "10.5555/made.up"})


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> list[str]:
    settings.LOOKUPS = True
    keys: list[str] = []
    monkeypatch.setattr(foreseen_verdicts.current_app, "send_task", lambda name, kwargs: keys.append(kwargs["key"]))
    return keys


@pytest.fixture
def world(settings: Settings) -> Iterator[Registers]:
    with registers(PREPRINTS) as played:
        yield played


def asked_about(django_capture_on_commit_callbacks: Any, *texts: str) -> list[str]:
    read = [(*parse_with_doubts(text), text) for text in texts]
    with django_capture_on_commit_callbacks(execute=True):
        return foreseen_verdicts.ask((csl, text, doubtful) for csl, doubtful, text in read)


def test_nothing_is_asked_where_look_ups_are_turned_off(
    sent: list[str], settings: Settings, django_capture_on_commit_callbacks: Any
) -> None:
    settings.LOOKUPS = False
    assert asked_about(django_capture_on_commit_callbacks, TEXT) == [""]
    assert sent == []


def test_what_names_no_work_is_not_asked_about(sent: list[str], django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        assert foreseen_verdicts.ask([({}, "", ())]) == [""]
    assert sent == []


def test_a_key_that_nobody_gave_is_nothing(sent: list[str]) -> None:
    foreseen_verdicts.verify_written(key="x" * 64)
    assert foreseen_verdicts.told_of(["x" * 64])["x" * 64] == {"busy": False, "words": "", "tone": "", "details": []}


def test_a_work_is_asked_about_once(sent: list[str], django_capture_on_commit_callbacks: Any) -> None:
    keys = asked_about(django_capture_on_commit_callbacks, TEXT)
    assert asked_about(django_capture_on_commit_callbacks, TEXT) == keys
    assert sent == keys


def test_the_verdict_is_shown_when_it_is_there(
    sent: list[str], world: Registers, django_capture_on_commit_callbacks: Any, monkeypatch: Any
) -> None:
    (key,) = asked_about(django_capture_on_commit_callbacks, TEXT)
    assert foreseen_verdicts.told_of([key])[key]["busy"] is True
    foreseen_verdicts.verify_written(key=key, using=asking())
    told = foreseen_verdicts.told_of([key])[key]
    assert (told["busy"], told["words"], told["tone"]) == (False, "Identifier never given out", "blocker")
    assert f"Fits what is written: doi:{PREPRINTS[1]['DOI']}" in told["details"]


def test_silent_services_accuse_nobody(
    sent: list[str], world: Registers, django_capture_on_commit_callbacks: Any
) -> None:
    world.faults |= dict.fromkeys(("crossref", "doi", "pubmed", "openalex"), lambda: Reply(b"", 403))
    (key,) = asked_about(django_capture_on_commit_callbacks, TEXT)
    foreseen_verdicts.verify_written(key=key, using=asking())
    assert foreseen_verdicts.told_of([key])[key]["words"] == "Cannot be told"


def test_who_may_not_see_works_learns_no_verdict(client: Client, stranger: User) -> None:
    client.force_login(stranger)
    assert client.get("/admin/citations/citation/verdicts/?key=a").status_code in (302, 403)


def test_the_screen_learns_what_is_there(client: Client, author: User, sent: list[str]) -> None:
    client.force_login(author)
    answer = client.get("/admin/citations/citation/verdicts/?key=a&key=b").json()
    assert set(answer["verdicts"]) == {"a", "b"}
