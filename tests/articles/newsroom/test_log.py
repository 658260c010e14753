"""The log reads as sentences, is filtered, and one article's chain is verified by the script of docs/log.md."""

from __future__ import annotations

import copy
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from articles import services
from articles.models import Article, LogEntry
from articles.newsroom.log_sentences import GROUPS, SENTENCES, sentence
from articles.services import conversation
from tests.articles import factories

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[3]
LOG = reverse("admin:articles_logentry_changelist")


@pytest.fixture
def article(author: User, editor: User) -> Article:
    found = factories.make_article(by=author, title="The eight-hour myth — and “sleep” debt")
    services.submit_for_review(article=found, by=author, note="Mice named.")
    services.request_changes(article=found, by=editor, reason="Two blockers are not settled: zinc & “more”.")
    conversation.say(article=found, by=author, text="Which ones?")
    return found


def sentences_of(article: Article) -> list[str]:
    return [sentence(entry, article.title) for entry in LogEntry.objects.filter(article_id=article.pk).order_by("pk")]


# --- Sentences ---------------------------------------------------------------------------------------------


def test_an_act_without_a_sentence_is_still_told() -> None:
    entry = LogEntry(actor_name="Ed", action="never-heard-of", article_id=7, data={})
    assert sentence(entry, "") == "Ed never heard of: article 7."


@pytest.mark.parametrize("action", SENTENCES)
def test_every_sentence_stands_whatever_its_data_lacks(action: str) -> None:
    entry = LogEntry(actor_name="Ed", action=action, article_id=7, data={})
    assert re.fullmatch(r"Ed .+\.", sentence(entry, "Sleep"))
    assert "{" not in sentence(entry, "Sleep")


def test_every_act_with_a_sentence_is_of_one_kind() -> None:
    grouped = [action for _label, actions in GROUPS.values() for action in actions]
    assert sorted(grouped) == sorted(SENTENCES)


def test_acts_read_as_people_tell_them(article: Article) -> None:
    told = sentences_of(article)
    assert told[0] == "author began “The eight-hour myth — and “sleep” debt”."
    assert told[1].endswith("for review: “Mice named.”"), "one stop is enough"
    assert told[2].startswith(
        "editor sent “The eight-hour myth — and “sleep” debt” back: “Two blockers are not settled"
    )
    assert told[3] == "author wrote about “The eight-hour myth — and “sleep” debt”."


# --- The list ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kind=review", ["sent “The", "submitted “The"]),
        ("kind=talk", ["author wrote"]),
        ("kind=nonsense", None),
        ("by={editor}", ["editor sent"]),
        ("by=none", []),
        ("q=eight-hour", None),
        ("article_id__exact={article}", None),
    ],
)
def test_the_list_is_filtered(
    client: Client, article: Article, editor: User, query: str, found: list[str] | None
) -> None:
    client.force_login(editor)
    response = client.get(f"{LOG}?{query.format(editor=editor.pk, article=article.pk)}")
    rows = response.context["cl"].result_list
    told = [sentence(row, row.title or "") for row in rows]
    assert len(told) == (4 if found is None else len(found))
    for words, line in zip(found or (), told, strict=False):
        assert words in line


def test_an_entry_has_a_page_and_the_list_takes_as_many_queries_for_many(
    client: Client, article: Article, editor: User, django_assert_max_num_queries: Any
) -> None:
    client.force_login(editor)
    entry = LogEntry.objects.filter(action="changes-requested").get()
    page = client.get(reverse("admin:articles_logentry_change", args=[entry.pk])).content.decode()
    assert "editor sent" in page
    client.get(LOG)
    with django_assert_max_num_queries(40) as few:
        client.get(LOG)
    for _ in range(5):
        factories.make_article(by=article.created_by)
    with django_assert_max_num_queries(len(few.captured_queries)):
        client.get(LOG)


# --- The chain of one article ------------------------------------------------------------------------------


@pytest.fixture
def verify(tmp_path: Path) -> Callable[[dict[str, Any]], str]:
    """Runs the script as it is printed; what it says, with its exit code before a failure."""
    printed = (ROOT / "docs" / "log.md").read_text(encoding="utf-8")
    (script,) = re.findall(r"```python\n(.*?)```", printed, re.DOTALL)
    assert len([line for line in script.splitlines() if line.strip()]) <= 20
    file = tmp_path / "verify.py"
    file.write_text(script, encoding="utf-8")

    def run(chain: dict[str, Any]) -> str:
        data = tmp_path / "chain.json"
        data.write_text(json.dumps(chain, ensure_ascii=False), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, str(file), str(data)], capture_output=True, text=True, check=False, timeout=60
        )
        return done.stdout if done.returncode == 0 else f"REFUSED {done.stderr}"

    return run


def chain_of(client: Client, article: Article, person: User) -> dict[str, Any]:
    client.force_login(person)
    response = client.get(reverse("newsroom:chain", args=[article.pk]))
    assert response.status_code == 200
    return dict(json.loads(response.content))


def test_the_chain_is_for_those_who_see_the_log_and_the_draft(client: Client, article: Article, settings: Any) -> None:
    client.force_login(factories.make_user())
    assert client.get(reverse("newsroom:chain", args=[article.pk])).status_code == 403
    settings.AUTHORS_SEE_OWN_ONLY = True
    client.force_login(factories.make_user("Authors"))
    assert client.get(reverse("newsroom:chain", args=[article.pk])).status_code == 404


def test_the_printed_script_passes_a_true_chain_and_it_holds_nothing_of_others(
    client: Client, article: Article, editor: User, verify: Callable[[dict[str, Any]], str]
) -> None:
    factories.make_article(title="Somebody else's secret")
    services.submit_for_review(article=article, by=article.created_by)
    chain = chain_of(client, article, editor)
    said = verify(chain)
    assert "5 entries hold" in said
    assert chain["end"] in said
    assert "secret" not in json.dumps(chain)


def test_the_printed_script_finds_what_was_altered_left_out_moved_or_put_in(
    client: Client, article: Article, editor: User, verify: Callable[[dict[str, Any]], str]
) -> None:
    chain = chain_of(client, article, editor)
    other = chain_of(client, factories.make_article(by=article.created_by), editor)

    def told(change: Callable[[dict[str, Any]], object]) -> str:
        copied = copy.deepcopy(chain)
        change(copied)
        return verify(copied)

    def reworded(it: dict[str, Any]) -> None:
        it["entries"][2]["text"] = it["entries"][2]["text"].replace("Two blockers", "No blockers")

    assert "was altered" in told(reworded)
    assert "one is missing" in told(lambda it: it["entries"].pop(1))
    assert "one is missing" in told(lambda it: it["entries"].pop(0))
    assert "ends too early" in told(lambda it: it["entries"].pop())
    assert "wrong place" in told(lambda it: it["entries"].insert(1, it["entries"].pop(2)))
    assert "wrong place" in told(lambda it: it["entries"].insert(1, other["entries"][0]))
    assert "wrong place" in told(lambda it: it["entries"].append(it["entries"][-1]))
