"""Items of reference lists: one that was run together out of thousands ends with its time."""

from __future__ import annotations

from itertools import count

import pytest

from evidence.deadline import Deadline, TooIntricateError, within
from evidence.reading import reference_items
from evidence.reading.documents import read


def test_an_item_with_endless_breaks_is_given_up_when_its_time_is_over() -> None:
    text, looks = "1. Lee A. Zinc. J Colds. 2004;3:4. " + "5. Bell " * 20_000, count()
    with pytest.raises(TooIntricateError), within(Deadline.after(5, lambda: next(looks))):
        list(reference_items.one(text, 0, len(text)))


@pytest.mark.parametrize("number", ['<a id="1">[1]</a>', '<a name="ref1">1.</a>', '<a id="1"></a>[1]'])
def test_the_anchor_around_a_number_is_no_part_of_the_item(number: str) -> None:
    text = f"Zinc works [[1]](#1).\n\n## Citations\n{number} Bell, A. (2011). Zinc and colds. J Herbs, 3(2), 33-9.\n"
    (reference,) = read(text).references
    assert reference.raw.startswith("Bell, A.")
