from __future__ import annotations

import pytest

from evidence.references import labels
from evidence.references.fields import fields_of
from evidence.references.labels import instead, label, label_with_chances
from evidence.references.parsing import parse_with_doubts
from evidence.references.tokens import features_of, tokens_of


def test_no_tokens_get_no_labels():
    assert label([]) == []


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Journal of Sleep13(4), pp. 3-9", ["Journal", "of", "Sleep", "13", "(4),", "pp.", "3-9"]),
        ("B12 and e21 in 1.5 mg/d", ["B12", "and", "e21", "in", "1.5", "mg/d"]),
        ("2012;13(4):155-60.", ["2012;", "13", "(4):", "155-60."]),
        ("A.B.Smith,J Sleep.", ["A.B.", "Smith,", "J", "Sleep."]),
        ("vol.13,no.4,pp.155", ["vol.", "13,", "no.", "4,", "pp.", "155"]),
        ("“On sleep.”J Sleep", ["“On", "sleep.”", "J", "Sleep"]),
        ("https://a.example/b,c;d 10.1000/j.x(99)1", ["https://a.example/b,c;d", "10.1000/j.x(99)1"]),
    ],
)
def test_what_stands_together_without_a_space_is_taken_apart(text, tokens):
    assert [token.text for token in tokens_of(text)] == tokens


def test_tokens_know_their_place_and_whether_a_space_stands_before_them():
    text = "J Sleep 2012;13"
    tokens = tokens_of(text)
    assert [text[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert [token.glued for token in tokens] == [False, False, False, True]


def test_other_weights_are_used_inside_and_the_shipped_ones_after():
    tokens = tokens_of("Bell A. On sleep. J Sleep. 2012;3(1):4-9.")
    shipped = label(tokens)
    with instead('{"labels":["title"],"steps":[[0]],"features":{}}'):
        assert set(label(tokens)) == {"title"}
    assert label(tokens) == shipped


def test_every_token_gets_features_and_a_label():
    tokens = tokens_of("Bell A. On sleep. J Sleep. 2012;3(1):4-9.")
    assert len(features_of(tokens)) == len(label(tokens)) == len(tokens)


def test_groups_of_features_weigh_what_their_features_weigh_one_by_one():
    tokens = tokens_of('Bell, A.; Coe, B. (2012). "On sleep: a trial." In: J Sleep, vol. 3(1), pp. 4-9. Springer.')
    known = labels._weights().states.known
    for row, names in zip(labels._scores(tokens), features_of(tokens), strict=True):
        weights = [dict(map(tuple, known.get(name, ()))) for name in names]
        assert row == [sum(one.get(number, 0) for one in weights) / 100 for number in range(len(row))]


@pytest.mark.parametrize("text", ["", " ", "….", "((((", "a", "1 2 3 4 5", "\x00 \ufffd"])
def test_any_text_can_be_labelled(text):
    fields, chances = fields_of(text)
    assert chances.keys() <= fields.keys()
    assert all(0 <= chance <= 1.000001 for chance in chances.values())


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "A. Bell and D. Coe, Sleep in the child, Journal of Sleep Research, vol. 13, no. 4, pp. 155-160, 2012.",
            {"title": "Sleep in the child", "container-title": "Journal of Sleep Research", "volume": "13"},
        ),
        (
            "Bell, Ada. The Sleep of Children. New York: Hill Press, 1998.",
            {"title": "The Sleep of Children", "publisher": "Hill Press", "publisher-place": "New York"},
        ),
    ],
)
def test_it_reads_the_fields_of(text, wanted):
    found, _ = fields_of(text)
    assert {name: found.get(name) for name in wanted} == wanted


def test_chances_of_labels_belong_to_the_labels_that_are_best():
    tokens = tokens_of("Bell A, Coe B. On sleep and age. J Sleep. 2012;3(1):4-9.")
    labels, chances = label_with_chances(tokens)
    assert labels == label(tokens)
    assert all(0.3 < chance <= 1.000001 for chance in chances)


def test_a_long_string_does_not_run_over():
    _, chances = label_with_chances(tokens_of("Sleep " * 600))
    assert all(0 <= chance <= 1.000001 for chance in chances)


def test_what_rules_and_labels_read_alike_is_asserted():
    clear, doubtful = parse_with_doubts("Bell A, Coe B. On sleep. J Sleep. 2012;3(1):4-9.")
    assert clear["title"] == "On sleep"
    assert doubtful == ()


def test_fields_of_a_string_in_no_style_are_offered_for_checking():
    csl, doubtful = parse_with_doubts("Sleep 2001 and the ward nurse Hill, letters 4 notes Mayfair")
    assert doubtful
    assert set(doubtful) <= csl.keys()
