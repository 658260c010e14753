"""Decisions about flags: who may make them, what they do, and when they stop holding."""

from __future__ import annotations

import pytest

from articles import services
from articles.models import ArticleCitation, Claim, ClaimLink, Flag, LogEntry
from tests.articles.factories import (
    assess_as,
    edit,
    flag,
    live,
    make_approved_article,
    make_article,
    make_citation,
    make_contributor,
    make_published_article,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db):
    return make_user("Editors", username="editor", first_name="Ben", last_name="Okoro")


TWO = "Walking eased knee pain.\n\nSwimming eased it too."


def decide(row: Flag, by, verdict: str = "accept", reason: str = "The trial is described below.") -> Flag:
    services.decide_flag(flag=row, by=by, verdict=verdict, reason=reason)
    row.refresh_from_db()
    return row


def blocked(**kw):
    article = assess_as(make_article(**kw), flags={0: [flag()]})
    return article, article.flags.get()


# --- Refusals ----------------------------------------------------------------------------------------------


def test_it_refuses_people_who_may_not_decide(author, stranger) -> None:
    _, row = blocked()
    for person in (author, stranger):
        with pytest.raises(services.NotAllowed, match="may not decide"):
            decide(row, person)


def test_a_blocker_needs_the_permission_to_override(reviewer) -> None:
    _, row = blocked()
    for verdict in ("accept", "not-a-claim"):
        with pytest.raises(services.NotAllowed, match="accept a blocker"):
            decide(row, reviewer, verdict)
    assert decide(row, reviewer, "ask-source").state == "open"


def test_a_blocker_needs_a_reason_of_ten_characters(editor) -> None:
    _, row = blocked()
    with pytest.raises(services.ReasonMissing, match="at least 10"):
        decide(row, editor, reason="  fine now ")
    assert decide(row, editor, reason="Ten or more characters.").state == "accepted"


def test_no_author_overrides_a_blocker_of_their_own_article(editor) -> None:
    _, row = blocked(authors=[make_contributor(user=editor)])
    with pytest.raises(services.NotAllowed, match="second editor"):
        decide(row, editor)


def test_nobody_overrides_a_blocker_in_words_of_their_own_however_the_page_names_its_authors(author, editor) -> None:
    article, row = blocked(authors=[make_contributor(user=author)])
    services.save_draft(article=article, by=editor, expected_version=None)
    row.refresh_from_db()
    with pytest.raises(services.NotAllowed, match="you wrote part of this draft"):
        decide(row, editor)


def test_every_decision_needs_a_reason_and_a_known_verdict(editor) -> None:
    _, row = blocked()
    with pytest.raises(services.ReasonMissing):
        decide(row, editor, "ask-source", " ")
    with pytest.raises(services.WrongStatus, match="on the list"):
        decide(row, editor, "whatever")


def test_it_refuses_a_flag_that_is_closed(author, editor) -> None:
    article, row = blocked(by=author)
    edit(article, by=author, body="Nothing to see.")
    assess_as(article)
    with pytest.raises(services.WrongStatus, match="closed"):
        decide(row, editor)


# --- Effects -----------------------------------------------------------------------------------------------


def test_an_accepted_blocker_lets_the_article_through_and_the_page_says_who_decided(author, editor) -> None:
    article, row = blocked(by=author)
    decide(row, editor, reason="Common knowledge in this field.")
    services.submit_for_review(article=article, by=author)
    services.approve(article=article, by=make_user("Medical reviewers"), version=article.version)
    services.publish(article=article, by=editor)
    [kept] = live(article).flags
    assert (kept["severity"], kept["state"]) == ("blocker", "accepted")
    assert kept["decision"]["reason"] == "Common knowledge in this field."
    assert (kept["decision"]["person"], kept["decision"]["role"]) == ("Ben Okoro", "Editors")
    assert live(article).decisions[0]["verdict"] == "accept"


def test_nothing_goes_out_that_somebody_without_a_public_name_let_stand(author) -> None:
    article, row = blocked(by=author)
    nameless = make_user("Editors", username="eve")
    decide(row, nameless)
    services.submit_for_review(article=article, by=author)
    second = make_user("Medical reviewers")
    with pytest.raises(services.PublicationRefused, match="the account eve has no first and last name") as refusal:
        services.approve(article=article, by=second, version=article.version)
    assert [(one.code, one.sentence) for one in refusal.value.obstacles] == [("decided-without-name", 0)]
    nameless.first_name, nameless.last_name = "Eve", "Marsh"
    nameless.save()
    revision = services.approve(article=article, by=second, version=article.version)
    assert revision.flags[0]["decision"]["person"] == "Eve Marsh"


def test_no_name_is_asked_of_who_said_that_a_sentence_is_no_claim_or_took_the_decision_back(author) -> None:
    nameless = make_user("Editors", username="eve")
    article, row = blocked(by=author)
    decide(row, nameless, "not-a-claim")
    assert not [one for one in services.obstacles(article) if one.code == "decided-without-name"]
    decide(row, nameless, "reopen")
    decide(row, make_user("Editors", username="ben", first_name="Ben", last_name="Okoro"))
    assert not [one for one in services.obstacles(article) if one.code == "decided-without-name"]


def test_each_decision_is_kept_and_logged(editor) -> None:
    _, row = blocked()
    for verdict, state in (("ask-source", "open"), ("accept", "accepted"), ("reopen", "open"), ("refer", "open")):
        assert decide(row, editor, verdict).state == state
    assert [made.verdict for made in row.decisions.order_by("pk")] == ["ask-source", "accept", "reopen", "refer"]
    assert LogEntry.objects.filter(action="flag-decided").count() == 4


def test_what_is_no_claim_is_not_shown_as_one(author, editor) -> None:
    article = assess_as(make_article(by=author, body=TWO), flags={0: [flag(severity="warning")]})
    decide(article.flags.get(), editor, "not-a-claim")
    services.submit_for_review(article=article, by=author)
    revision = services.approve(article=article, by=make_user("Editors"), version=article.version)
    assert [claim["text"] for claim in revision.claims] == ["Swimming eased it too."]
    assert [kept["state"] for kept in revision.flags] == ["accepted"]


def test_reopening_a_blocker_after_the_approval_stops_publication(editor) -> None:
    article, row = blocked()
    decide(row, editor)
    services.submit_for_review(article=article, by=article.created_by)
    services.approve(article=article, by=make_user("Editors"), version=article.version)
    decide(row, editor, "reopen")
    with pytest.raises(services.PublicationRefused):
        services.publish(article=article, by=editor)


# --- How long a decision holds -----------------------------------------------------------------------------


def two_accepted(author, editor):
    cited = {"doe2019": make_citation(), "roe2020": make_citation()}
    article = make_article(by=author, body=TWO, citations=cited)
    assess_as(article, **findings())
    for row in article.flags.all():
        decide(row, editor)
    return article


def findings(links: tuple[str, ...] = ("doe2019",)) -> dict:
    warned = [flag("weak-evidence", "warning")]
    return {"flags": {0: warned, 1: warned}, "links": {0: ["doe2019"], 1: list(links)}}


def states(article) -> list[tuple[int, str]]:
    return sorted(article.flags.order_by("pk").values_list("claim__index", "state"))


def test_it_holds_while_words_and_sources_stay(author, editor) -> None:
    article = two_accepted(author, editor)
    edit(article, by=author, title="Another title", body=f"A new first line.\n\n{TWO}")
    warned = [flag("weak-evidence", "warning", message="Another message.")]
    assess_as(article, flags={1: warned, 2: warned}, links={1: ["doe2019"], 2: ["doe2019"]})
    assert states(article) == [(1, "accepted"), (2, "accepted")]
    assert article.flags.first().message == "Another message."


def test_it_is_void_when_the_words_change_and_only_it(author, editor) -> None:
    article = two_accepted(author, editor)
    edit(article, by=author, body=TWO.replace("Swimming eased", "Swimming cured"))
    assess_as(article, **findings())
    assert list(article.flags.order_by("pk").values_list("words", "state")) == [
        ("Walking eased knee pain.", "accepted"),
        ("Swimming eased it too.", "void"),
        ("Swimming cured it too.", "open"),
    ]
    void = article.flags.get(state="void")
    assert void.decisions.count() == 1
    assert LogEntry.objects.get(action="decisions-void").data["flags"] == [void.pk]


def test_it_is_void_when_the_sources_change_and_only_it(author, editor) -> None:
    article = two_accepted(author, editor)
    assess_as(article, **findings(links=("doe2019", "roe2020")))
    assert states(article) == [(0, "accepted"), (1, "open"), (1, "void")]


def test_it_is_void_when_another_work_takes_the_key(author, editor) -> None:
    article = two_accepted(author, editor)
    ArticleCitation.objects.filter(article=article, key="doe2019").update(citation=make_citation())
    assess_as(article, **findings())
    assert sorted(article.flags.values_list("state", flat=True)) == ["open", "open", "void", "void"]


def test_it_stays_void_when_the_old_words_come_back(author, editor) -> None:
    article = two_accepted(author, editor)
    edit(article, by=author, body="Something else entirely.")
    assess_as(article)
    assert {state for _, state in states(article)} == {"void"}
    edit(article, by=author, body=TWO)
    assess_as(article, **findings())
    assert states(article) == [(0, "open"), (1, "open")]


def test_a_warning_accepted_is_not_a_blocker_accepted(author, editor) -> None:
    article = two_accepted(author, editor)
    assess_as(article, flags={0: [flag("weak-evidence", "blocker")]}, links={0: ["doe2019"], 1: ["doe2019"]})
    assert article.flags.get(severity="blocker").state == "open"


def test_flags_no_longer_raised_are_fixed(author, editor) -> None:
    article = two_accepted(author, editor)
    assess_as(article, links={0: ["doe2019"], 1: ["doe2019"]})
    assert states(article) == [(0, "fixed"), (1, "fixed")]


def test_a_decision_outlives_the_work_it_was_about(author, editor) -> None:
    article = make_article(by=author)
    assess_as(article, source_flags=[flag("uncited-reference", "warning", reference="doe2019")])
    row = decide(article.flags.get(), editor)
    article.article_citations.all().delete()
    assess_as(article)
    row.refresh_from_db()
    assert (row.state, row.article_citation, row.decisions.count()) == ("void", None, 1)


# --- Sources tied by hand ----------------------------------------------------------------------------------


def test_it_refuses_to_tie_a_claim_to_a_work_of_another_article(editor) -> None:
    article, other = assess_as(make_article()), make_article()
    with pytest.raises(services.NotOfThisArticle):
        services.link_claim(claim=article.claims.first(), article_citation=other.article_citations.get(), by=editor)


def test_it_refuses_people_who_may_not_change_articles(reviewer) -> None:
    article = assess_as(make_article())
    with pytest.raises(services.NotAllowed):
        services.link_claim(claim=article.claims.first(), article_citation=article.article_citations.get(), by=reviewer)


def test_a_tie_made_by_hand_survives_assessments_and_asks_for_a_new_one(editor) -> None:
    article = make_approved_article(findings={})
    claim, work = article.claims.first(), article.article_citations.get()
    for _ in range(2):
        services.link_claim(claim=claim, article_citation=work, by=editor)
    article.refresh_from_db()
    assert (article.is_assessed, article.status, article.review_revision) == (False, "draft", None)
    assess_as(article)
    link = ClaimLink.objects.get(claim=claim)
    assert (link.how, link.made_by) == ("editor", editor)
    services.unlink_claim(claim=claim, article_citation=work, by=editor)
    assert not ClaimLink.objects.exists()


def test_it_refuses_to_untie_what_the_text_itself_ties(editor) -> None:
    article = assess_as(make_article(), links={0: ["doe2019"]})
    with pytest.raises(services.WrongStatus, match="text itself"):
        services.unlink_claim(
            claim=Claim.objects.get(article=article, index=0),
            article_citation=article.article_citations.get(),
            by=editor,
        )


def test_a_live_article_stays_public_while_its_ties_change(editor) -> None:
    article = make_published_article()
    services.link_claim(claim=article.claims.last(), article_citation=article.article_citations.get(), by=editor)
    article.refresh_from_db()
    assert (article.status, article.is_public) == ("published", True)


# --- Several at once ---------------------------------------------------------------------------------------


def test_several_are_decided_together_or_not_at_all(editor) -> None:
    article = assess_as(make_article(body=TWO), flags={0: [flag()], 1: [flag()]})
    first, second = article.flags.order_by("pk")
    edit(article, body="Walking eased knee pain.\n\nSwimming helped too.")
    assess_as(article, flags={0: [flag()]})
    with pytest.raises(services.FlagsRefused, match=r"1 of 2 cannot be\. This flag is closed"):
        services.decide_flags(flags=[first, second], by=editor, verdict="accept", reason="Both are well known.")
    first.refresh_from_db()
    assert (first.state, first.decisions.count()) == ("open", 0)


def test_none_and_too_many_are_refused(editor) -> None:
    for flags in ([], [Flag()] * 201):
        with pytest.raises(services.WrongStatus, match="between 1 and 200"):
            services.decide_flags(flags=flags, by=editor, verdict="note", reason="These want DOIs.")


def test_a_note_about_several_leaves_them_open_and_waiting(editor) -> None:
    article = assess_as(make_article(body=TWO), flags={0: [flag()], 1: [flag()]})
    made = services.decide_flags(flags=list(article.flags.all()), by=editor, verdict="note", reason="Add DOIs.")
    assert len(made) == 2
    assert set(article.flags.values_list("state", "asked")) == {("open", "note")}
    services.decide_flag(flag=article.flags.first(), by=editor, verdict="reopen", reason="No DOI exists.")
    assert set(article.flags.values_list("asked", flat=True)) == {"", "note"}
