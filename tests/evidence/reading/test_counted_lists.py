"""Lists at the end of a text that only count up (standards.md A3.2: a marker leads to its item)."""

from __future__ import annotations

import pytest

from evidence.reading.documents import read
from tests.evidence.judging import judge

PROSE = (
    "Ginger reduces nausea in adults.[1] Mint eases cramps in adults.[2] Oats lower cholesterol in adults.[3]"
    " Tea harms infants.[4] Nuts prevent strokes in adults.[5]\n\n"
)
ENTRIES = (
    '[1] "The ginger of our town". Town Paper, May 3, 2001.',
    "[2] Ada Moe, *Mint for All*, Harbour Press, 1998, p. 5.",
    "[3] *A Book of Oats*, 1961, chapter 'Bowls': “I ate oats and we liked them.”",
    "[4]",
    "[5] Nuts Foundation, accessed March 31, 2011.",
)
LIST = "\n\n".join(ENTRIES)


def _numbers(text: str) -> list[int]:
    return [reference.number for reference in read(text, "markdown").references]


@pytest.mark.parametrize(
    "text",
    [
        "Ginger reduces nausea in adults.\n\n" + LIST,
        PROSE + "\n\n".join(ENTRIES[:4]),
        PROSE + "\n\n".join((*ENTRIES[:2], *ENTRIES[3:])),
        PROSE + "\n\n".join(reversed(ENTRIES)),
        PROSE + LIST + "\n\n## Afterword\n\nGinger cures cancer.",
        PROSE + "\n\n".join(f"[{place}] I like tea, and my cats like it too." for place in range(1, 7)),
        PROSE + "\n\n".join(f"[{place}] Cups of tea" for place in range(1, 7)),
        PROSE + "\n\n".join(f"[{place}]" for place in range(1, 7)),
        PROSE + "\n\n".join(f"[{place}](https://a.example/{place}) is a page." for place in range(1, 7)),
        PROSE + "\n".join(f' [{place}]: https://a.example/{place} "A page on tea {place}"' for place in range(1, 7)),
        PROSE + "\n\n".join(f"{place} cups of tea are enough for a day." for place in range(1, 7)),
    ],
)
def test_it_takes_no_list_from(text: str) -> None:
    assert _numbers(text) == []


@pytest.mark.parametrize(
    "text",
    [
        PROSE + LIST,
        PROSE + "\n".join(ENTRIES),
        PROSE + "References\n\n" + LIST,
        PROSE + LIST + "\n\n",
        PROSE + "See also\n\n- Tea\n- Mint\n\n" + LIST,
        PROSE + LIST.replace("]", "]."),
        PROSE + LIST + "\n\n[6] Day, C. (2012). On naps. J Naps, 3, 4-6.",
    ],
)
def test_what_counts_up_to_the_end_behind_prose_that_cites_by_it_is_the_list(text: str) -> None:
    assert _numbers(text)[:4] == [1, 2, 3, 5]


def test_a_mark_leads_to_its_item_and_one_of_an_empty_item_nowhere() -> None:
    rows = judge(PROSE + LIST, None).sentences  # type: ignore[arg-type]
    assert [len(row.links) for row in rows] == [1, 1, 1, 0, 1]
    assert [flag.code for flag in rows[3].flags][:1] == ["unresolved-mention"]


def test_a_remark_among_the_works_is_none() -> None:
    text = PROSE + LIST + "\n\n[6] In 2019 I drank a pot of tea each day, and you should try it."
    assert _numbers(text) == [1, 2, 3, 5]
