"""Two states of an article compared: prose by sentence, marks of claims, sources, people, flags and decisions."""

from __future__ import annotations

import gc
import random
import time
from typing import Any

import pytest

from articles.comparison import Snapshot, compare, compare_prose

BODY = """# Walking and knees

Walking eased knee pain in one trial of 80 adults [@doe2019]. It did not help the hip.

- Walk for half an hour.
- Rest on Sundays.

Whether it helps people under 40 was not studied. Ask a doctor first.
"""


def kinds(before: str, after: str) -> list[tuple[str, str]]:
    return [(row.kind, row.text) for row in compare_prose(before, after) if row.kind != "same"]


# --- Prose -------------------------------------------------------------------------------------------------


def test_the_same_text_differs_nowhere() -> None:
    assert kinds(BODY, BODY) == []
    assert kinds("", "") == []


def test_wrapping_lines_anew_changes_no_sentence() -> None:
    assert kinds("Walking eases pain in\nthe knee. Rest too.", "Walking eases pain in the knee.\nRest too.") == []


def test_a_sentence_that_was_added_or_is_gone_is_named_alone() -> None:
    assert kinds(BODY, BODY.replace("It did not", "It costs nothing. It did not")) == [("added", "It costs nothing.")]
    assert kinds(BODY, BODY.replace(" Ask a doctor first.", "")) == [("gone", "Ask a doctor first.")]


def test_a_number_that_changed_is_marked_word_by_word() -> None:
    (row,) = [row for row in compare_prose(BODY, BODY.replace("of 80 adults", "of 800 adults")) if row.kind != "same"]
    assert row.kind == "reworded"
    assert [piece.text for piece in row.before if piece.changed] == ["80"]
    assert [piece.text for piece in row.after if piece.changed] == ["800"]


def test_paragraphs_that_changed_places_are_moved_not_rewritten() -> None:
    first, second = "Zinc was tried in one trial of adults.", "Honey soothes a cough at night."
    third = "Neither was tried in babies under one year."
    assert kinds(f"{first}\n\n{second}\n\n{third}", f"{second}\n\n{third}\n\n{first}") == [("moved", first)]


def test_a_sentence_that_moved_and_was_reworded_is_found_again() -> None:
    before = "Zinc lozenges shortened colds by two days in adults.\n\nHoney soothes.\n\nSleep well.\n\nDrink tea."
    after = "Honey soothes.\n\nSleep well.\n\nDrink tea.\n\nZinc lozenges shortened colds by three days in adults."
    (row,) = [row for row in compare_prose(before, after) if row.kind != "same"]
    assert (row.kind, row.moved) == ("reworded", True)


def test_a_sentence_that_stands_twice_and_goes_once_is_gone_once() -> None:
    twice = "Ask a doctor. Walk daily. Ask a doctor. Rest."
    assert kinds(twice, "Ask a doctor. Walk daily. Rest.") == [("gone", "Ask a doctor.")]


@pytest.mark.parametrize(
    "change",
    [
        ("| 80 | 5 |", "| 80 | 6 |"),
        ("[^1]: Doe 2019.", "[^1]: Doe 2020."),
        ("```\ndose = 5\n```", "```\ndose = 50\n```"),
        ("![A knee](a.png)", "![A hip](a.png)"),
        ("> She got well.", "> She got worse."),
        ("## Doses", "## Dose and harm"),
        ("[site]: https://a.example", "[site]: https://b.example"),
    ],
)
def test_nothing_that_is_no_sentence_changes_unseen(change: tuple[str, str]) -> None:
    before, after = (f"Before it.\n\n{text}\n\nAfter it." for text in change)
    assert kinds(before, after)


def test_every_character_of_any_text_stands_in_some_unit() -> None:
    """Whatever is written: both sides together hold every word of both texts, in any order of edits."""
    rng = random.Random(20261129)
    pool = [
        *BODY.split("\n"),
        "",
        "```",
        "| a | b |",
        "\t",
        "Dr. Doe said: “No. Never!”",
        "1. One",
        "x" * 300,
        "\\n \\",
    ]
    for _ in range(120):
        texts = ["\n".join(rng.choices(pool, k=rng.randint(0, 14))) for _ in range(2)]
        rows = compare_prose(*texts)
        for side, text in enumerate(texts):
            shown = "".join("".join(piece.text for piece in (row.before, row.after)[side]) for row in rows)
            assert sorted("".join(shown.split())) == sorted("".join(text.split()))


def test_a_long_text_takes_no_more_than_its_length() -> None:
    """Ten thousand sentences, all of them reworded or in another order: the time grows as the text does."""
    rng = random.Random(7)

    def seconds(size: int) -> float:
        rows = [f"Sentence {number} of the study says {rng.random():.6f} of it." for number in range(size)]
        other = [row.replace("study", "trial") for row in rng.sample(rows, len(rows))]
        gc.disable()  # it looks through everything that lives, however short the text
        try:
            begun = time.process_time()
            compare_prose("\n\n".join(rows), "\n\n".join(other))
            return time.process_time() - begun
        finally:
            gc.enable()

    def least(size: int) -> float:
        """Other work on the machine only ever adds time."""
        return min(seconds(size) for _ in range(4))

    seconds(200)
    assert least(4_000) < 8 * max(least(1_000), 0.05)


# --- Claims, sources, people -------------------------------------------------------------------------------


def claim(text: str, index: int = 0, **kw: Any) -> dict[str, Any]:
    given = {"index": index, "text": text, "is_claim": True, "support": "supported", "level": "high"}
    return {**given, "wording": "causal", "sources": [{"key": "doe2019"}], "flags": [], **kw}


def work(**kw: Any) -> dict[str, Any]:
    return {
        "work": 7,
        "key": "doe2019",
        "title": "A trial",
        "byline": "Doe",
        "year": 2019,
        "status": "none-found",
        **kw,
    }


def test_a_claim_whose_mark_changed_is_named_with_both_marks() -> None:
    before, after = Snapshot(claims=[claim("Zinc helps.")]), Snapshot(claims=[claim("Zinc helps.", level="low")])
    (found,) = compare(before, after).claims
    assert (found.kind, found.mark_changed) == ("changed", True)
    assert [(change.name, change.before, change.after) for change in found.changes] == [("level", "high", "low")]


def test_a_claim_that_only_moved_is_not_named() -> None:
    rows = [claim("Zinc helps.", 0), claim("Honey soothes a cough.", 1)]
    other = [claim("Honey soothes a cough.", 0), claim("Zinc helps.", 1)]
    assert compare(Snapshot(claims=rows), Snapshot(claims=other)).claims == ()


def test_a_reworded_claim_is_one_claim() -> None:
    before = Snapshot(claims=[claim("Zinc shortened colds by one day.")])
    (found,) = compare(before, Snapshot(claims=[claim("Zinc shortened colds by two days.")])).claims
    assert (found.kind, found.reworded, found.mark_changed) == ("changed", True, False)


def test_sources_added_gone_and_retracted_since_are_told_apart() -> None:
    before = Snapshot(citations=[work(), work(work=8, key="roe2020", title="Another")])
    after = Snapshot(citations=[work(status="retracted", status_label="Retracted"), work(work=9, key="poe2021")])
    found = {row.key: (row.kind, row.was_retracted) for row in compare(before, after).sources}
    assert found == {"doe2019": ("changed", True), "poe2021": ("added", False), "roe2020": ("gone", False)}


def test_how_a_work_stands_today_counts_where_it_is_known() -> None:
    same = Snapshot(citations=[work()])
    assert compare(same, same).sources == ()
    (found,) = compare(same, same, standing={7: ("retracted", "Retracted")}).sources
    assert found.was_retracted


def test_a_new_key_or_number_is_no_new_work() -> None:
    (found,) = compare(Snapshot(citations=[work(number=1)]), Snapshot(citations=[work(key="doe", number=2)])).sources
    assert (found.kind, [change.name for change in found.changes]) == ("changed", ["key"])


def test_people_and_disclosures_that_differ_are_named_with_what_differs() -> None:
    person = {"name": "Ann Doe", "slug": "ann-doe", "role": "author", "interests": "none declared."}
    told = {"product": "Kneewell", "statement": "We have no tie to Kneewell.", "tie": "none"}
    before = Snapshot(contributors=[person], disclosures=[told])
    after = Snapshot(
        contributors=[{**person, "interests": "Paid by Kneewell."}],
        disclosures=[{**told, "statement": "We sell Kneewell.", "tie": "own"}],
    )
    found = compare(before, after)
    assert [(row.kind, row.changes[0].after) for row in found.people] == [("changed", "Paid by Kneewell.")]
    assert [change.name for change in found.disclosures[0].changes] == ["what readers are told", "tie"]


def test_a_flag_follows_its_sentence_when_that_is_reworded() -> None:
    flag = {"code": "overstated", "title": "Overstated", "severity": "blocker", "state": "open", "sentence": 3}
    before = Snapshot(claims=[claim("Zinc shortened colds by one day.", 3)], flags=[flag])
    after = Snapshot(claims=[claim("Zinc shortened colds by two days.", 5)], flags=[{**flag, "sentence": 5}])
    assert compare(before, after).flags == ()
    (gone,) = compare(before, Snapshot()).flags
    assert (gone.kind, gone.about) == ("gone", "Zinc shortened colds by one day.")


def test_a_decision_is_named_with_person_and_reason() -> None:
    flag = {"code": "overstated", "severity": "blocker", "state": "open", "sentence": 0}
    made = {
        "code": "overstated",
        "sentence": 0,
        "verdict": "accept",
        "person": "Ed",
        "reason": "Common.",
        "date": "2026",
    }
    before = Snapshot(claims=[claim("Zinc helps.")], flags=[flag])
    after = Snapshot(claims=[claim("Zinc helps.")], flags=[{**flag, "state": "accepted"}], decisions=[made])
    found = compare(before, after)
    assert [(row.before, row.after) for row in found.flags] == [("open", "accepted")]
    assert [(row.kind, row.person, row.reason, row.about) for row in found.decisions] == [
        ("added", "Ed", "Common.", "Zinc helps.")
    ]


def test_a_comparison_of_the_same_is_empty_and_one_of_dates_is_not() -> None:
    state = Snapshot(title="Walking", body=BODY, dates={"next_review": "2027-01-01"})
    assert compare(state, state).is_empty
    later = Snapshot(title="Walking", body=BODY, dates={"next_review": "2027-06-01"})
    assert [change.name for change in compare(state, later).words] == ["next review"]
