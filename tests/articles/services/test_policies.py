"""How the publication works is written in versions that nobody can change in silence."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import Error, transaction

from articles.models import LogEntry, Policy
from articles.services import NotAllowed, ReasonMissing, WrongStatus, record_verification
from articles.services.policies import PolicyRefused, write_policy

pytestmark = pytest.mark.django_db
PAGE = "contact"


def write(by: User, **given: Any) -> Policy:
    asked = {"page": PAGE, "text": "Ring twice.", "said": "How to reach us.", "seen": 1}
    return write_policy(**{**asked, "by": by, **given})


@pytest.mark.parametrize("name", ["Authors", "Medical reviewers", "Administrators", "Auditors"])
def test_who_may_not_say_how_we_work_is_refused(make_user: Any, name: str) -> None:
    with pytest.raises(NotAllowed):
        write(make_user("somebody", name))


@pytest.mark.parametrize(
    ("given", "error"),
    [
        ({"said": "  "}, ReasonMissing),
        ({"text": " \n "}, PolicyRefused),
        ({"text": "x" * 40_001}, PolicyRefused),
        ({"page": "recipes"}, PolicyRefused),
        ({"seen": 0}, WrongStatus),
    ],
)
def test_what_says_nothing_or_was_not_seen_is_refused(editor: User, given: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        write(editor, **given)
    assert Policy.objects.of(PAGE).count() == 1


def test_the_same_words_are_no_new_version(editor: User) -> None:
    with pytest.raises(PolicyRefused):
        write(editor, text=Policy.objects.of(PAGE).get().text)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles_policy SET text = 'Other words.'",
        "DELETE FROM articles_policy",
        "TRUNCATE articles_policy",
        "INSERT INTO articles_policy (page, number, text, said, by_name) VALUES ('contact', 2, 'x', 'x', '')",
        "INSERT INTO articles_policy (page, number, text, said, by_name) VALUES ('contact', 1, 'x', 'x', '')",
        "INSERT INTO articles_policy (page, number, text, said, by_name, entry) SELECT 'contact', 2, 'x', 'x', '', id "
        "FROM articles_logentry",
    ],
)
def test_the_database_refuses_to_rewrite_what_was_said(as_application: None, editor: User, statement: str) -> None:
    from django.db import connection

    write(editor, page="editorial-policy")
    with pytest.raises(Error), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_each_page_begins_with_a_text_that_names_the_publisher(settings: Any) -> None:
    assert set(Policy.objects.in_force().values_list("page", flat=True)) == set(Policy.Page.values)
    assert settings.PUBLISHER_NAME in Policy.objects.of("advertising-and-ownership").get().text
    lines = Policy.objects.of("corrections-policy").get().text.splitlines()
    assert sum(line.startswith("- **") for line in lines) == 5
    assert all(line == "" or line[0] in "-#" or line[-1] in ".:" for line in lines)


def test_a_new_version_stands_on_the_log_and_the_one_before_stays(as_application: None, make_user: Any) -> None:
    publisher = make_user("paula", "Publishers")
    row = write(publisher)
    entry = LogEntry.objects.get(action="policy-written")
    assert (row.number, row.entry, row.at) == (2, entry.pk, entry.at)
    assert Policy.objects.of(PAGE).count() == 2
    assert not list(record_verification._policies())


def test_verification_tells_of_words_that_were_altered_past_the_guards(editor: User) -> None:
    from django.db import connection

    write(editor)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE articles_policy SET text = 'Other words.' WHERE number = 2")
        cursor.execute("SET LOCAL session_replication_role = origin")
    assert any("contact" in fault for fault in record_verification._policies())
