"""Where a text ends, beside the expressions that say the same and take longer."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from evidence.language.stops import CLOSERS, is_ended


@given(st.text('ab.?…"”)]*_ \n\u00a0', max_size=8))
def test_a_text_is_ended_by_a_stop_with_nothing_but_closing_marks_behind(text: str) -> None:
    assert is_ended(text) is (re.search(r"[.!?…][\"”’')\]*_]*\s*$", text) is not None)
    assert is_ended(text, CLOSERS) is (re.search(r"[.!?…][\"”’')\]]*\s*$", text) is not None)
