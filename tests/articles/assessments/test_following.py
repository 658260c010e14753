"""Claims follow their sentence; decisions and ties made by hand stand while its words do."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from articles import services
from articles.assessments.fingerprints import of_sentences
from articles.assessments.following import Known, follow
from articles.models import Article, Claim, ClaimLink, Flag, LogEntry
from tests.articles import factories
from tests.prove.prove_claim_identity import measure, share

A = "Walking eased knee pain in one trial of 80 adults, and they slept better too."
B = "Swimming was not studied in people under 40."
C = "A review of nine trials found no harm from daily walks."
D = "Ask your doctor before you begin."
E = "Zinc lozenges shorten the common cold by a day in most trials."
NEW = None

TABLE = [
    ("nothing changes", [A, B, C], [A, B, C], [0, 1, 2]),
    ("a letter is left out", [A, B, C], [A, B.replace("Swimming", "Swiming"), C], [0, 1, 2]),
    ("a number changes", [A, B, C], [A.replace("80", "90"), B, C], [0, 1, 2]),
    ("a word is denied", [A, B, C], [A, B.replace("was not", "was"), C], [0, 1, 2]),
    ("a hedge is put in", [A, B, C], [A, B, C.replace("found", "perhaps found")], [0, 1, 2]),
    ("two change places", [A, B, C], [B, A, C], [1, 0, 2]),
    ("the last goes first", [A, B, C, D], [D, A, B, C], [3, 0, 1, 2]),
    ("one is moved and edited", [A, B, C, D], [C.replace("nine", "ten"), A, B, D], [2, 0, 1, 3]),
    ("one is put in between", [A, B, C], [A, E, B, C], [0, NEW, 1, 2]),
    ("one is put in before an edited one", [A, B, C], [A, E, B.replace("40", "45"), C], [0, NEW, 1, 2]),
    ("one is taken out", [A, B, C], [A, C], [0, 2]),
    ("one is written anew", [A, B, C], [A, E, C], [0, NEW, 2]),
    ("two are written anew", [A, B, C, D], [A, E, "Honey soothes a cough at night.", D], [0, NEW, NEW, 3]),
    (
        "one is split, its longer part first",
        [A, B],
        ["Walking eased knee pain in one trial of 80 adults.", "They slept better too.", B],
        [0, NEW, 1],
    ),
    (
        "one is split, its longer part last",
        [f"It hurts, and {A}", B],
        ["It hurts.", A, B],
        [NEW, 0, 1],
    ),
    ("two are joined, the longer first", [A, D, B], [f"{A[:-1]}, so ask your doctor before you begin.", B], [0, 2]),
    ("two are joined, the longer last", [D, A, B], [f"{D[:-1]}, since walking{A[7:]}", B], [1, 2]),
    ("the first of two equals is taken out", [B, A, B, C], [A, B, C], [1, 2, 3]),
    ("a copy is put in after it", [A, B, C], [A, B, C, B], [0, 1, 2, NEW]),
    ("its markup changes", [A, B, C], [A, B.replace("not", "*not*"), C], [0, 1, 2]),
    ("all is written anew", [A, B], [E, "Honey soothes a cough at night."], [NEW, NEW]),
]


def known(texts: list[str]) -> list[Known]:
    names = of_sentences(texts)
    return [Known(number, *name, text) for number, (name, text) in enumerate(zip(names, texts, strict=True))]


@pytest.mark.parametrize(("before", "after", "wanted"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_each_sentence_is_the_claim_that_a_person_would_say(
    before: list[str], after: list[str], wanted: list[int | None]
) -> None:
    rows = known(before)
    named = follow(rows, after)
    assert [name.pk for name in named] == wanted
    for name, text in zip(named, after, strict=True):
        if name.pk is not None:
            stands = (name.fingerprint, name.occurrence) == (rows[name.pk].fingerprint, rows[name.pk].occurrence)
            assert stands == (text == before[name.pk])
    assert len({(name.fingerprint, name.occurrence) for name in named}) == len(named)


def test_a_sentence_that_comes_back_is_the_claim_it_was() -> None:
    (a, b, c) = known([A, B, C])
    assert [name.pk for name in follow([a, c], [A, B, C], [b])] == [0, 1, 2]


def test_random_edits_of_the_examples_are_followed() -> None:
    """The short version of tests/prove/prove_claim_identity.py."""
    found, faults = measure(60, seed=3)
    assert {name: round(share(count), 2) for name, count in found.items() if share(count) < 0.96} == {}, faults


# --- In the newsroom ---------------------------------------------------------------------------------------

db = pytest.mark.django_db


def read(article: Article, body: str, flagged: int) -> Flag:
    """Saves and assesses the words, with a warning on one of the sentences."""
    if article.body != body:
        factories.edit(article, body=body)
    factories.assess_as(article, flags={flagged: [factories.flag("vague-attribution", "warning")]})
    return Flag.objects.get(article=article, state__in=("open", "accepted"), claim__isnull=False)


@db
def test_a_decision_stands_while_its_sentence_moves_and_its_equal_goes(editor: User) -> None:
    article = factories.make_article(body=f"{B}\n\n{A}\n\n{B}")
    flag = read(article, article.body, 2)
    services.decide_flag(flag=flag, by=editor, verdict="accept", reason="It is well known.")
    assert read(article, f"{A}\n\n{B}", 1).pk == flag.pk
    moved = read(article, f"{D}\n\n{B}\n\n{A}", 1)
    assert (moved.pk, moved.state) == (flag.pk, "accepted")


@db
def test_an_edited_sentence_keeps_its_row_and_no_decision(editor: User) -> None:
    article = factories.make_article(body=f"{A}\n\n{B}")
    flag = read(article, article.body, 1)
    row = flag.claim_id
    services.decide_flag(flag=flag, by=editor, verdict="accept", reason="It is well known.")
    again = read(article, f"{A}\n\n{B.replace('40', '45')}", 1)
    flag.refresh_from_db()
    assert (again.claim_id, again.state, flag.state, flag.claim_id) == (row, "open", "void", row)
    assert Claim.objects.get(pk=row).text == B.replace("40", "45")


@db
def test_a_decision_falls_when_what_is_known_of_the_source_changed(editor: User) -> None:
    article = factories.make_article(body=A)

    def raised(level: str) -> Flag:
        weak = factories.flag("weak-evidence", "warning", facts=(("level", level),))
        factories.assess_as(article, flags={0: [weak]}, links={0: ["doe2019"]})
        return Flag.objects.get(article=article)

    flag = raised("weak")
    services.decide_flag(flag=flag, by=editor, verdict="accept", reason="It is well known.")
    assert raised("weak").state == "accepted"
    again = raised("very weak")
    assert (again.pk, again.state) == (flag.pk, "open")
    assert [(end.state, end.changed) for end in flag.endings.all()] == [("void", ["facts"])]
    entry = LogEntry.objects.get(action="decisions-void")
    assert entry.data["flags"] == [flag.pk]


@db
def test_a_tie_made_by_hand_is_offered_for_other_words_and_holds_again_for_its_own(author: User) -> None:
    article = factories.make_article(by=author, body=f"{A}\n\n{B}")
    read(article, article.body, 1)
    claim, work = article.claims.get(index=1), article.article_citations.get()
    services.link_claim(claim=claim, article_citation=work, by=author)
    services.assess_article(article_id=article.pk)
    assert ClaimLink.objects.get(how="editor").claim_id == claim.pk
    for words in (B.replace("40", "45"), B.replace("40", "50")):
        factories.edit(article, body=f"{A}\n\n{words}")
        services.assess_article(article_id=article.pk)
        claim.refresh_from_db()
        assert (claim.text, claim.suggested[:1]) == (words, ["doe2019"])
        assert not claim.links.filter(how="editor").exists()
    factories.edit(article, body=f"{A}\n\n{B}")
    services.assess_article(article_id=article.pk)
    claim.refresh_from_db()
    assert ClaimLink.objects.get(how="editor").claim_id == claim.pk
    article.refresh_from_db()
    assert article.is_assessed
