"""Markers follow a list of works in which two records became one."""

from __future__ import annotations

import pytest

from evidence.reading.documents import read
from evidence.reading.renumbering import CannotRenumber, renumber

KEYS = {"hunt2011b": "hunt2011"}
NUMBERS = {1: 1, 2: 2, 3: 1, 4: 3, 5: 4, 6: 5, 7: 6}
"""The third of seven works is the first one."""


def test_a_form_that_cannot_be_rewritten_is_refused_and_named() -> None:
    with pytest.raises(CannotRenumber) as refused:
        renumber("Milk has sugars [3, p. 12; 5, p. 4].", keys={}, numbers=NUMBERS)
    assert refused.value.marker == "[3, p. 12; 5, p. 4]"


def test_numbers_of_a_list_that_the_text_prints_itself_are_refused() -> None:
    listed = "1. Hunt K. Milk. J Test. 2011;1:1-9.\n2. Doe J. Tea. J Test. 2012;2:1-9.\n3. Hunt K. Milk. 2011.\n"
    text = f"Milk has sugars [3].\n\n## References\n\n{listed}"
    with pytest.raises(CannotRenumber):
        renumber(text, keys={}, numbers=NUMBERS)


@pytest.mark.parametrize(
    "text",
    [
        "Mail hunt2011b@example.org or me@hunt2011b.org, and see `x = 3`.",
        "A longer key is another [@hunt2011bc] and [@hunt2011b-2].",
        "There were 3 groups of 4 women (2011), see https://example.org/@hunt2011b/page.",
    ],
)
def test_what_is_no_marker_of_the_work_stays(text: str) -> None:
    assert renumber(text, keys=KEYS, numbers={}) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Milk has sugars [@hunt2011b].", "Milk has sugars [@hunt2011]."),
        ("Milk has sugars [see @hunt2011b, p. 4; @doe2019].", "Milk has sugars [see @hunt2011, p. 4; @doe2019]."),
        ("Milk has sugars [@{hunt2011b}].", "Milk has sugars [@{hunt2011}]."),
        ("As @hunt2011b says, milk has sugars.", "As @hunt2011 says, milk has sugars."),
        ("Milk has sugars.[^1]\n\n[^1]: See [@hunt2011b].", "Milk has sugars.[^1]\n\n[^1]: See [@hunt2011]."),
    ],
)
def test_keys_are_replaced_in_every_form(text: str, expected: str) -> None:
    assert renumber(text, keys=KEYS, numbers={}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Milk has sugars [3].", "Milk has sugars [1]."),
        ("Milk has sugars [2, 4].", "Milk has sugars [2, 3]."),
        ("Milk has sugars [3-5].", "Milk has sugars [1,3,4]."),
        ("Milk has sugars [1, 3].", "Milk has sugars [1]."),
        ("Milk has sugars [4, ch. 2].", "Milk has sugars [3, ch. 2]."),
        ("Milk has sugars [4–7].", "Milk has sugars [3–6]."),
        ("Milk has sugars.<sup>3,5</sup> Tea has none.", "Milk has sugars.<sup>1,4</sup> Tea has none."),
        ("Milk has sugars.⁴ Tea has none.", "Milk has sugars.³ Tea has none."),
        ("Milk has sugars ^4,5^.", "Milk has sugars ^3,4^."),
        ("Milk [1] has sugars [2].", "Milk [1] has sugars [2]."),
    ],
)
def test_numbers_move_in_their_own_form(text: str, expected: str) -> None:
    assert renumber(text, keys={}, numbers=NUMBERS) == expected


def test_every_sentence_names_afterwards_what_it_named_before() -> None:
    text = "Milk has sugars [3]. Babies drink it [4-6]. Tea has none [2].\n\nCows differ [@hunt2011b; @doe2019]."
    after = read(renumber(text, keys=KEYS, numbers=NUMBERS), "markdown")
    assert [marker.keys for marker in after.markers] == [("1",), ("3", "4", "5"), ("2",), ("hunt2011", "doe2019")]
