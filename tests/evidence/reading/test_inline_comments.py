"""Comments that stand within a line: no prose, and what they claim counts as in other comments."""

from __future__ import annotations

import pytest

from evidence import read

COMMENTS = {
    "between sentences": ("Zinc is grey. %% Honey prevents cancer. %% It melts.", ["Zinc is grey.", "It melts."]),
    "without spaces": ("Zinc is grey. %%Honey prevents cancer.%% It melts.", ["Zinc is grey.", "It melts."]),
    "behind all": ("Zinc is grey. %% Honey prevents cancer. %%", ["Zinc is grey."]),
    "before all": ("%% Honey prevents cancer. %% Zinc is grey.", ["Zinc is grey."]),
    "over two lines": ("Zinc is grey. %% Honey\nprevents cancer. %%\nIt melts.", ["Zinc is grey.", "It melts."]),
    "two of them": (
        "Zinc is grey. %% Ask Ann. %% %% Honey prevents cancer. %% It melts.",
        ["Zinc is grey.", "It melts."],
    ),
    "behind a question": ("Is zinc grey? %% Honey prevents cancer. %% It is.", ["Is zinc grey?", "It is."]),
    "behind quotes": ("“Zinc is grey.” %% Honey prevents cancer. %% It melts.", ["“Zinc is grey.”", "It melts."]),
    "with a percent sign": (
        "Zinc is grey. %% Honey prevents 5% of cancer. %% It melts.",
        ["Zinc is grey.", "It melts."],
    ),
    "of MDX": ("Zinc is grey. {/* Honey prevents cancer. */} It melts.", ["Zinc is grey.", "It melts."]),
    "of MDX, over two lines": (
        "Zinc is grey. {/* Honey\nprevents cancer. */}\nIt melts.",
        ["Zinc is grey.", "It melts."],
    ),
    "of HTML": ("Zinc is grey. <!-- Honey prevents cancer. --> It melts.", ["Zinc is grey.", "It melts."]),
    "of HTML, first": ("<!-- Honey prevents cancer. --> Zinc is grey.", ["Zinc is grey."]),
}
PROSE = {
    "never closed": "Zinc is grey. %% Honey prevents cancer.",
    "a sentence cut in two": "%% Zinc prevents %% colds in adults.",
    "percent signs alone": "It rose by 5%% and fell by 7%% later.",
    "of MDX, never closed": "Zinc is grey. {/* Honey prevents cancer.",
    "three signs": "Zinc is grey. %%% Honey prevents cancer.",
}


@pytest.mark.parametrize(("text", "prose"), COMMENTS.values(), ids=COMMENTS)
def test_a_comment_is_no_prose_and_its_claim_is_still_read(text: str, prose: list[str]) -> None:
    document = read(text, "markdown")
    assert [sentence.text for sentence in document.sentences if not sentence.place] == prose
    claims = [sentence for sentence in document.sentences if sentence.place == "code"]
    assert len(claims) == 1
    assert "cancer" in claims[0].text
    assert all(text[one.start : one.end] == one.text for one in document.sentences)


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_what_is_no_comment_between_sentences_stays_prose(text: str) -> None:
    document = read(text, "markdown")
    assert not [block for block in document.not_prose if block.kind == "code"]
    said = " ".join(sentence.text for sentence in document.sentences if not sentence.place)
    assert said == text


def test_a_comment_of_html_is_prose_where_tags_are_shown_as_they_are_written() -> None:
    document = read("Zinc is grey. <!-- Honey prevents cancer. --> It melts.", "markdown", html=False)
    assert any("Honey" in sentence.text and not sentence.place for sentence in document.sentences)
