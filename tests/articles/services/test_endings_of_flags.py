"""How flags end: mended, no longer raised or void, with what changed and the words before and after."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from articles import services
from articles.models import Article, Flag, FlagEnding, LogEntry
from tests.articles.factories import assess_as, edit, flag, live, make_approved_article, make_article, make_citation

pytestmark = pytest.mark.django_db

BODY = "Zinc lozenges cure the common cold.\n\nWalking eased knee pain."
SOFTER = "Zinc lozenges may ease the common cold.\n\nWalking eased knee pain."


@pytest.fixture
def article(author: Any) -> Article:
    article = make_article(by=author, body=BODY, citations={"doe2019": make_citation(), "roe2020": make_citation()})
    return assess_as(article, flags={0: [flag("overstated")]})


def end_of(row: Flag) -> FlagEnding:
    row.refresh_from_db()
    ending = row.endings.get()
    assert ending.state == row.state
    return ending


def refused(statement: str, *values: Any) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


# --- What the database refuses -----------------------------------------------------------------------------


def test_nobody_calls_a_flag_mended_by_hand(article: Article) -> None:
    row = article.flags.get()
    refused("UPDATE articles_flag SET state = 'mended' WHERE id = %s", row.pk)
    refused(
        "INSERT INTO articles_flagending (flag_id, state, changed, before, after, version, ended_at) "
        "VALUES (%s, 'mended', '{words}', '', '', 1, now())",
        row.pk,
    )


def test_an_ending_is_never_altered_and_goes_with_its_draft_alone(article: Article) -> None:
    edit(article, body=SOFTER)
    assess_as(article)
    refused("UPDATE articles_flagending SET after = 'x'")
    refused("DELETE FROM articles_flagending; SET CONSTRAINTS ALL IMMEDIATE")
    refused("TRUNCATE articles_flagending")
    article.delete()
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    assert not FlagEnding.objects.exists()


# --- How they end ------------------------------------------------------------------------------------------


def test_words_that_are_mended_stand_beside_those_before(article: Article, editor: Any) -> None:
    row = article.flags.get()
    services.decide_flag(flag=row, by=editor, verdict="ask-wording", reason="Say what the trial found.")
    edit(article, body=SOFTER)
    assess_as(article)
    ending = end_of(row)
    assert (ending.state, ending.changed) == ("mended", ["words"])
    assert ending.before == "Zinc lozenges cure the common cold."
    assert ending.after == "Zinc lozenges may ease the common cold."
    assert (row.words, row.asked) == (ending.before, "")
    assert LogEntry.objects.get(action="flags-closed").data["mended"] == [row.pk]
    assert not LogEntry.objects.filter(action="decisions-void").exists()


def test_the_same_fault_in_other_words_is_another_flag_and_nothing_is_mended(article: Article) -> None:
    row = article.flags.get()
    edit(article, body=SOFTER)
    assess_as(article, flags={0: [flag("overstated")]})
    assert (end_of(row).state, end_of(row).after) == ("void", "Zinc lozenges may ease the common cold.")


def test_a_source_that_is_added_mends(article: Article) -> None:
    row = article.flags.get()
    assess_as(article, links={0: ["doe2019"]})
    assert (end_of(row).state, end_of(row).changed) == ("mended", ["sources"])


def test_a_sentence_that_is_taken_out_leaves_no_words_after_it(article: Article) -> None:
    row = article.flags.get()
    edit(article, body="Walking eased knee pain.")
    assess_as(article)
    assert (end_of(row).state, end_of(row).changed, end_of(row).after) == ("mended", ["gone"], "")


def test_a_flag_that_was_accepted_is_void_and_says_what_changed(article: Article, editor: Any) -> None:
    row = article.flags.get()
    services.decide_flag(flag=row, by=editor, verdict="accept", reason="Common pharmacology.")
    edit(article, body=SOFTER)
    assess_as(article)
    assert (end_of(row).state, end_of(row).what_changed) == ("void", "the words")
    edit(article, body=BODY)
    assess_as(article, flags={0: [flag("overstated")]})
    row.refresh_from_db()
    assert row.state == "open"
    assert row.decisions.get().decided_at < row.endings.get().ended_at


def test_what_is_known_of_a_source_ends_a_flag_without_anybodys_work(article: Article) -> None:
    row = article.flags.get()
    assess_as(article)
    assert (end_of(row).state, end_of(row).changed) == ("fixed", ["facts"])


def test_another_engine_that_no_longer_raises_it_is_named(article: Article) -> None:
    row = article.flags.get()
    Article.objects.filter(pk=article.pk).update(assessed_engine="an older one")
    assess_as(article)
    assert end_of(row).changed == ["rules"]


def test_a_flag_of_the_page_is_mended_by_an_edit_alone(author: Any) -> None:
    for edited, state in ((True, "mended"), (False, "fixed")):
        article = assess_as(make_article(by=author), page_flags=[flag("missing-reviewer", "warning")])
        row = article.flags.get()
        if edited:
            edit(article, title="Another title")
        assess_as(article)
        assert end_of(row).state == state


def test_each_sentence_of_a_text_written_anew_is_compared_with_its_neighbours_alone(author: Any) -> None:
    lines = [f"Herb number {number} cures illness number {number}." for number in range(300)]
    article = make_article(by=author, body="\n\n".join(lines))
    flags = {number: [flag()] for number in range(300)}
    assess_as(article, flags=flags)
    edit(article, body="\n\n".join(line.replace("cures", "may ease") for line in lines))
    assess_as(article)
    endings = FlagEnding.objects.filter(flag__article=article)
    assert endings.filter(state="mended", changed=["words"]).count() == 300
    assert all(row.after == row.before.replace("cures", "may ease") for row in endings)


def test_a_mended_blocker_hinders_no_publication(editor: Any) -> None:
    article = make_approved_article()
    assess_as(article, page_flags=[flag("conflict-undisclosed")])
    assess_as(article)
    assert article.flags.get().state == "fixed"
    article = make_article(body=BODY)
    assess_as(article, flags={0: [flag()]})
    edit(article, body=SOFTER)
    assess_as(article)
    assert article.flags.get().state == "mended"
    from tests.articles.factories import approve_as_it_stands

    approve_as_it_stands(article)
    services.publish(article=article, by=editor)
    assert live(article)
