from __future__ import annotations

import pytest

from evidence.reading.links_in_a_row import items_in

A = "[Tea and sleep](https://a.example/tea)"
B = "[Coffee and sleep (Clinic)](https://b.example/coffee_(drink))"
C = '[Milk](https://c.example/milk "A page")'


@pytest.mark.parametrize(
    "line",
    [
        A,
        f"{A} says that tea calms, {B}",
        f"{A}, and then there is {B}",
        f"Bell A. {A}; Lee C. {B}",
        "Bell A. Tea. J Tea. 2015, Lee C. Milk. J Milk. 2016",
        "[Home](/), [Shop](/shop)",
        f"{A} {B}",
    ],
)
def test_other_lines_are_no_row_of_links(line):
    assert items_in(line, 0, len(line)) == ()


@pytest.mark.parametrize(
    "line",
    [
        f"{A}, {B}, {C}",
        f"{A}, {B} and {C}.",
        f"{A}, {B}, and {C}.",
        f"{A}; {B}; {C}",
        f"{A} | {B} | {C}",
        f" {A} · {B} · {C} ",
        f"*{A}*, *{B}* & {C}",
        f"{A} — {B} — {C}",
        f"{A}<br>{B}<br>{C}",
        f"{A} / {B} / {C}",
    ],
)
def test_each_link_of_a_row_is_a_work(line):
    assert [line[item.start : item.end].strip("*") for item in items_in(line, 0, len(line))] == [A, B, C]


def test_who_published_it_stands_with_its_link():
    line = f"{A} (Sleep Clinic), {B} (2015)"
    assert [line[item.start : item.end] for item in items_in(line, 0, len(line))] == [
        f"{A} (Sleep Clinic)",
        f"{B} (2015)",
    ]
