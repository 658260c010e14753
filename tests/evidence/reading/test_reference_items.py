"""Items of reference lists: one that was run together out of thousands ends with its time."""

from __future__ import annotations

from itertools import count

import pytest

from evidence.deadline import Deadline, TooIntricateError, within
from evidence.reading import reference_items


def test_an_item_with_endless_breaks_is_given_up_when_its_time_is_over() -> None:
    text, looks = "1. Lee A. Zinc. J Colds. 2004;3:4. " + "5. Bell " * 20_000, count()
    with pytest.raises(TooIntricateError), within(Deadline.after(5, lambda: next(looks))):
        list(reference_items.one(text, 0, len(text)))
