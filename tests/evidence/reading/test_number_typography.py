from __future__ import annotations

import pytest

from evidence.reading.documents import read

LIST = "\n\n## References\n\n" + "\n".join(
    f"{number}. Bell A, Coe B. Work number {number} on sleep. J Sleep. 20{10 + number};{number}(2):3-9."
    for number in range(1, 9)
)


def keys(text):
    return [marker.keys for marker in read(text).markers]


@pytest.mark.parametrize(
    "text",
    [
        "It was sold [in 1990 and 2015] here.",
        "They took [10 to 20] drops.",
        "They took [2 to 30] drops.",
        "The range [2012—2015] was long.",
        "Use [60]‑fullerene in oil.",
        "The area was 4 m<sup>2</sup> in all.",
        "About 10<sup>6</sup> cells were counted.",
        "The ion Ca<sup>2</sup><sup>+</sup> flows.",
        "The isotope <sup>13</sup>C was fed.",
        "【1】 Sleep comes first.",
        "The sign read “[1–3]” in red.",
        "The code `[1]–[4]` stands here.",
        "It rose from 5 − 3 to 7 — 9.",
        "See step [one and two] here.",
        "It fell by <sup>3</sup>/<sub>4</sub> in all.",
    ],
)
def test_no_marker_is_read_from(text):
    assert keys(text + LIST) == []


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("[1\u20113]", "1 2 3"),
        ("[2\u20104]", "2 3 4"),
        ("[1\u22123]", "1 2 3"),
        ("[1\u20143]", "1 2 3"),
        ("[1\u20123, 5]", "1 2 3 5"),
        ("[1 \u2013 3]", "1 2 3"),
        ("[ 1 ]", "1"),
        ("[\u00a04]", "4"),
        ("[ 2, 5 ]", "2 5"),
        ("[1 and 3]", "1 3"),
        ("[2 & 4]", "2 4"),
        ("[1 to 3]", "1 2 3"),
        ("[1, 2 and 4]", "1 2 4"),
        ("[1, 2, and 4]", "1 2 4"),
        ("[1]\u2013[4]", "1 2 3 4"),
        ("[1]-[3]", "1 2 3"),
        ("[1] to [3]", "1 2 3"),
        ("[1, 3.]", "1 3"),
        ("[*3*]", "3"),
        ("[**1**, **3**]", "1 3"),
        ("_[1, 3]_", "1 3"),
        ("[[1],[3]]", "1 3"),
        ("[1 (p. 5), 3]", "1 3"),
        ("[1: 5]", "1"),
        ("(References 1 and 3)", "1 3"),
        ("&#91;1, 3&#93;", "1 3"),
        ("[1&ndash;3]", "1 2 3"),
        ("[1 &amp; 3]", "1 3"),
        ("[1 &#38; 3]", "1 3"),
        ("(refs 1 &amp; 3)", "1 3"),
        ("<sup>1 &amp; 3</sup>", "1 3"),
        ("\\[1\\]\u2013\\[3\\]", "1 2 3"),
        ("\\[1 and 3\\]", "1 3"),
        ("\uff3b1\uff3d", "1"),
        ("\u30101,3\u3011", "1 3"),
        ("\u30142\uff5e4\u3015", "2 3 4"),
        ("[<sup>3</sup>](#ref-3)", "3"),
        ("[[3]](#ref-3)", "3"),
        ("[\\[3\\]](#ref-3)", "3"),
    ],
)
def test_brackets_in_usual_typography_are_read(written, wanted):
    assert keys(f"Honey eases cough {written}." + LIST) == [tuple(wanted.split())]


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("<sup>[3](#ref-3)</sup>", "3"),
        ("<sup>[2](#a),[4](#b)</sup>", "2 4"),
        ("<sup>3,</sup><sup>1</sup>", "3 1"),
        ("<sup>3</sup><sup>,1</sup>", "3 1"),
        ("<sup>1</sup><sup>2</sup>", "1 2"),
        ("<sup>1</sup>,<sup>2</sup>", "1 2"),
        ("<sup>1-</sup><sup>3</sup>", "1 2 3"),
        ("<sup>1</sup>\u2013<sup>3</sup>", "1 2 3"),
        ("<sup>1\u22123</sup>", "1 2 3"),
        ("<sup>5;</sup>", "5"),
        ("<sup>1&ndash;3</sup>", "1 2 3"),
        ("<sup>1 and 3</sup>", "1 3"),
        ("<sup>*1*</sup>", "1"),
    ],
)
def test_raised_numbers_in_several_elements_are_read_together(written, wanted):
    assert keys(f"Honey eases cough.{written} Tea calms." + LIST) == [tuple(wanted.split())]


@pytest.mark.parametrize("written", ["(Bell, 2012.)", "(Bell & Coe, 2012.)", "(Bell et al. 2012.)", "Bell (2012.)"])
def test_a_full_stop_within_the_brackets_is_no_part_of_the_year(written):
    assert keys(f"Honey eases cough {written} and more") == [("author:bell:2012",)]
