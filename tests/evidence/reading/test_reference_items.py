"""Items of reference lists: one that was run together out of thousands ends with its time."""

from __future__ import annotations

from itertools import count

import pytest

from evidence.deadline import Deadline, TooIntricateError, within
from evidence.reading import reference_items
from evidence.reading.documents import read
from evidence.reading.markdown_lines import lines_of
from evidence.reading.reference_items import _unmarked
from tests.growth.measuring import MOST, growth
from tests.growth.shapes import Shape


def test_an_item_with_endless_breaks_is_given_up_when_its_time_is_over() -> None:
    text, looks = "1. Lee A. Zinc. J Colds. 2004;3:4. " + "5. Bell " * 20_000, count()
    with pytest.raises(TooIntricateError), within(Deadline.after(5, lambda: next(looks))):
        list(reference_items.one(text, 0, len(text)))


@pytest.mark.parametrize("number", ['<a id="1">[1]</a>', '<a name="ref1">1.</a>', '<a id="1"></a>[1]'])
def test_the_anchor_around_a_number_is_no_part_of_the_item(number: str) -> None:
    text = f"Zinc works [[1]](#1).\n\n## Citations\n{number} Bell, A. (2011). Zinc and colds. J Herbs, 3(2), 33-9.\n"
    (reference,) = read(text).references
    assert reference.raw.startswith("Bell, A.")


_ONE = "Moor, A., & Lane, B. (2017). Sleep and mood. Sleep Notes, 9(1), 45-51."
_TWO = "Stær-Jensen, J., & Teal, C. (2015). Light at night. Sleep Notes, 12(3), 531-9."


@pytest.mark.parametrize(
    "items",
    [
        f"- Moor A, Lane B, Teal C,\nReed D, Wood E. Sleep and mood. Sleep Notes. 2017;9(1):45-51.\n- {_TWO}",
        f"- {_ONE}\n  {_TWO}\n- {_ONE.replace('2017', '2011')}",
        f"- {_ONE}\nAn answer came in a later number of the same journal.\n- {_TWO}",
    ],
)
def test_a_line_that_belongs_to_the_work_above_is_no_work(items: str) -> None:
    assert len(read(f"Tea is warm.\n\n## References\n\n{items}\n").references) == 2


@pytest.mark.parametrize("mark", ["- ", "* ", "1. "])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_work_that_lost_its_bullet_is_one_of_its_own(mark: str, between: str) -> None:
    items = f"{mark}{_ONE}{between}{_TWO}\n{mark.replace('1', '2')}{_ONE.replace('2017', '2011')}"
    found = read(f"Tea is warm.\n\n## References\n\n{items}\n").references
    assert [one.raw[:4] for one in found] == ["Moor", "Stær", "Moor"]


def test_an_item_of_endless_lines_is_looked_through_in_linear_time() -> None:
    def look(text: str) -> None:
        lines = lines_of(text, 0)
        assert list(_unmarked(lines, 0, len(lines))) == [(0, len(lines))]

    lines = Shape(
        "lines below an item", "Bell A, Coe B. Zinc and colds.\n", head="- Bell A. Zinc. J Zinc. 2012;1(2):3-9.\n"
    )
    assert growth(look, lines, smallest=16_000, largest=64_000) < MOST
