from __future__ import annotations

from datetime import date

import pytest

from evidence import assess, open_document
from evidence.reading.labelled_studies import tells

TOLD = "Forty adults walked for an hour a day. Blood pressure fell by four points."


@pytest.mark.parametrize(
    "line",
    [
        "Bell, A. (2015): Walking and pressure in adults. Heart Journal, 72, 34-43.",
        "Bell, A. (2015): Walking and what it is good for. https://doi.org/10.1000/walk1",
        "**Bell et al. (2015):** Walking was never so good. Heart J. 2015;72:34-43.",
        "Bell A, Coe B. Walking and pressure: a trial. Heart J. 2015;72:34-43.",
        "Bell, A. (2015). Walking. London: Great Press.",
        "**Bell et al. 2015:** Blood pressure fell by four points.",
        "**Walking:** It is free. It has no harms.",
        TOLD,
    ],
)
def test_a_work_a_title_and_other_prose_are_left_alone(line):
    assert not tells(line)


@pytest.mark.parametrize(
    "line",
    [
        f"**Bell et al. 2015 (*Heart Journal*):** {TOLD}",
        f"**Bell et al. (2015), Heart Journal**: {TOLD}",
        f"Bell et al. 2015 (*Heart Journal*): {TOLD}",
        f"Bell and Coe (2015): {TOLD}",
        "**Coe 2019 (Annals of Rest):** Only n=24 healthy adults. Placebo did as well.",
    ],
)
def test_what_is_told_of_a_study_behind_its_name_is_prose(line):
    assert tells(line)


def test_a_promise_behind_the_name_of_a_study_stops_publication():
    studies = (
        "**Bell et al. 2015 (*Heart*):** Garlic tea was given to adults. Garlic tea cures cancer within weeks.\n\n"
        "**Coe et al. 2016 (*Heart*):** Mint was given to adults. Mint cures asthma, and you can stop your spray.\n"
    )
    document = open_document("post.md", f"# Tea\n\nWhat was found of teas and health.\n\n{studies}".encode()).document
    rows = assess(document, today=date(2026, 11, 1)).sentences
    blocked = [row.sentence.text for row in rows if any(flag.severity.value == "blocker" for flag in row.flags)]
    assert any("cures cancer" in text for text in blocked)
    assert any("cures asthma" in text for text in blocked)
